#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh - one fuzz target, short, or for a minute with ROUNDTABLE_LONG=1.
# usage: run.sh libfuzzer|own PROGRAM CORPUS SCRATCH     what was found stays in SCRATCH
set -euo pipefail
driver=$1 program=$2 corpus=$3 scratch=$4
mkdir -p "$scratch/found"
cd "$scratch"
seconds=8 runs=20000
if [ "${ROUNDTABLE_LONG:-0}" = 1 ]; then
	seconds=60 runs=400000
fi
if [ "$driver" = own ]; then
	exec "$program" "$runs" "$seconds" "$corpus"
fi
exec "$program" -seed=1 -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
	-print_final_stats=1 -verbosity=0 -artifact_prefix="$scratch/" "$scratch/found" "$corpus"
