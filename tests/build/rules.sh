#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# rules.sh - the rules of the house that a compiler does not hold. usage: rules.sh SOURCE-FOLDER
set -uo pipefail
shopt -s lastpipe # rule() at the end of a pipe sets `broken` of this shell
cd "$1" || exit 2
broken=0

rule() { # rule NAME: fails when standard input has a line
	local found
	found=$(cat)
	[ -z "$found" ] && return
	broken=1
	printf 'broken: %s\n%s\n' "$1" "$found"
}

sources() { find src ui -name '*.c' -o -name '*.h' -o -name '*.def' | sort; }

sources | xargs wc -l | awk '$2 != "total" && $2 ~ /\.c$/ && $1 > 600 { print $2 ": " $1 " lines" }' |
	rule "no .c file over 600 lines"

find src ui tests -name '*.[ch]' -print0 | xargs -0 grep -L 'SPDX-License-Identifier: MIT' |
	rule "every file says its licence"

grep -rnE 'curses' src --include='*.[ch]' | grep -v '^src/[a-z]*/[a-z_]*\.[ch]:[0-9]*: \*\|^src/[a-z]*/[a-z_]*\.[ch]:[0-9]*:/\*' |
	grep -E '#include|initscr' | rule "src/ does not know curses"

grep -rnE '(^|[^a-z_])(strcpy|stpcpy|strcat|strncat|sprintf|vsprintf|strtok|gets|atoi|atol|localtime|gmtime|system|popen)\(' \
	src ui --include='*.c' | rule "no banned call"

grep -rnE '\b(TODO|FIXME|XXX|HACK)\b' src ui tests --include='*.[ch]' | rule "nothing left open in the code"

# A room includes only itself and the rooms before it.
rooms=(base text agenda session roster log store journal sync command seat rule report export cli)
seen=""
for room in "${rooms[@]}"; do
	seen="$seen|$room"
	grep -nE '^#include "' "src/$room"/*.[ch] 2>/dev/null |
		grep -vE "#include \"(${seen#|})/" | rule "src/$room/ includes only rooms before it"
done

# What these may not know, though it stands before them.
grep -nE '^#include "' src/export/*.[ch] | grep -vE '"(base|text|export)/|"rule/outgoing\.h"|"report/sink\.h"' |
	rule "src/export/ knows what the rule lets out and no session"
grep -nE '^#include "(log|store|journal|sync|seat|command)/' src/report/*.[ch] |
	grep -v '^src/report/record_file\.c:.*"store/files\.h"' | rule "src/report/ knows no log and no folder"
grep -nE '^#include "(log|store|journal|sync)/' src/command/*.[ch] src/rule/*.[ch] src/roster/*.[ch] |
	rule "commands, the rule and the roster know no files"

grep -rnE '#include <(n?curses|term|ncursesw/)' ui --include='*.[ch]' | grep -v '^ui/term/' |
	rule "only ui/term/ knows curses"

# Inside ui/ too: a folder includes only itself and those before it, the program's own files all.
folders=(term widget state entry view overlay)
seen=""
for folder in "${folders[@]}"; do
	seen="$seen|$folder"
	grep -nE '^#include "ui/' "ui/$folder"/*.[ch] 2>/dev/null |
		grep -vE "#include \"ui/(${seen#|})/" | rule "ui/$folder/ includes only folders before it"
done
for folder in ui/*/; do
	[[ " ${folders[*]} " == *" $(basename "$folder") "* ]] || echo "$folder"
done | rule "every folder of ui/ has its place in the order"

grep -rnE '^#include "cli/' ui --include='*.[ch]' | grep -v '^ui/main\.c:' |
	rule "only ui/main.c includes the command line"

# A file is found by its name.
find ui -name '*.[ch]' -printf '%f\n' | sed 's/\..*//' | sort -u >"${TMPDIR:-/tmp}/ui_names.$$"
find src -name '*.[ch]' -printf '%f\n' | sed 's/\..*//' | sort -u |
	comm -12 - "${TMPDIR:-/tmp}/ui_names.$$" | rule "no file of ui/ has the name of one in src/"
rm -f "${TMPDIR:-/tmp}/ui_names.$$"

if command -v ctags >/dev/null; then
	ctags -x --_xformat='%{line} %{end} %{input} %{name}' --languages=C --kinds-C=f --fields=+ne -R src ui >"${TMPDIR:-/tmp}/functions.$$"
	awk '$2 - $1 >= 80 { print $3 ":" $1 ": " $4 " has " $2 - $1 + 1 " lines" }' "${TMPDIR:-/tmp}/functions.$$" |
		rule "no function over 80 lines"
	awk '{ print $2 - $1 + 1 }' "${TMPDIR:-/tmp}/functions.$$" | sort -n |
		awk '{ length_of[NR] = $1 } END { if (NR && length_of[int((NR + 1) / 2)] >= 15) print "the median is " length_of[int((NR + 1) / 2)] " lines" }' |
		rule "the median function is under 15 lines"
	rm -f "${TMPDIR:-/tmp}/functions.$$"
else
	echo "ctags is missing: the length of functions was not looked at"
	broken=1
fi
exit $broken
