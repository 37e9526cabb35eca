#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# pages.sh - the pages in man/ and the files in completions/ are what the tables make.
# usage: pages.sh PROGRAM SOURCE-FOLDER [write]
#
# A page man/NAME.in holds a line `.\" @PART@` where a part of `roundtable help --manual PART` goes.
set -euo pipefail
program=$1 source=$2 write=${3:-}
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT

page() { # page FRAME: the page on standard output
	local line part
	while IFS= read -r line; do
		if [[ $line == '.\" @'*'@' ]]; then
			part=${line#'.\" @'}
			"$program" help --manual "${part%@}"
		else
			printf '%s\n' "$line"
		fi
	done <"$1"
}

compare() { # compare MADE KEPT
	if [ "$write" ]; then
		cp "$1" "$2"
	elif ! cmp -s "$1" "$2"; then
		diff -u "$2" "$1" | head -40 || true
		echo "${2#"$source"/} is not what the tables make: tests/consumers/pages.sh PROGRAM . write"
		exit 1
	fi
}

for frame in "$source"/man/*.in; do
	name=$(basename "${frame%.in}")
	page "$frame" >"$scratch/$name"
	compare "$scratch/$name" "$source/man/$name"
done
for shell in bash zsh fish; do
	declare -A names=([bash]=roundtable.bash [zsh]=_roundtable [fish]=roundtable.fish)
	"$program" help --completion $shell >"$scratch/completion"
	compare "$scratch/completion" "$source/completions/${names[$shell]}"
done
bash -n "$source/completions/roundtable.bash"
for shell in zsh fish; do
	if command -v $shell >/dev/null; then
		$shell -n "$source/completions/${names[$shell]}"
	fi
done

if ! command -v mandoc >/dev/null; then
	echo "SKIPPED: mandoc is missing, the pages were not linted (packages.txt names it)"
	exit 77
fi
for page in "$source"/man/*.[15]; do
	mandoc -T lint -W warning "$page"
done
