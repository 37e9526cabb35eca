#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# run.sh - one fuzz target: a million runs, or as many as some seconds allow, more of them with
# ROUNDTABLE_LONG=1.
# usage: run.sh libfuzzer|own million|timed PROGRAM CORPUS SCRATCH
# What was found stays in SCRATCH.
set -euo pipefail
driver=$1 amount=$2 program=$3 corpus=$4 scratch=$5
seconds=5 runs=1000000
if [ "${ROUNDTABLE_LONG:-0}" = 1 ]; then
	seconds=60
fi
if [ "$amount" = million ]; then
	seconds=0 # no end but that of the runs
fi
mkdir -p "$scratch/found"
cd "$scratch"
if [ "$driver" = own ]; then
	exec "$program" "$runs" "$seconds" "$corpus"
fi
exec "$program" -seed=1 -max_total_time="$seconds" -max_len=4096 -timeout=10 -rss_limit_mb=2048 \
	-print_final_stats=1 -verbosity=0 -artifact_prefix="$scratch/" "$scratch/found" "$corpus"
