#!/usr/bin/env bash
# SPDX-License-Identifier: MIT
# journey.sh - holds a whole meeting from a script and compares what it leaves with files kept here.
# usage: journey.sh PROGRAM SOURCE-FOLDER NAME [valgrind]
#
# NAME.script is done on agendas/NAME.yaml; expected/NAME/ holds the acknowledgements, the record,
# the views and the exports. ROUNDTABLE_GOLDEN=write writes them instead.
set -euo pipefail
program=$1 source=$2 name=$3
here=$source/tests/journey expected=$source/tests/journey/expected/$name
scratch=$(mktemp -d)
trap 'rm -rf "$scratch"' EXIT
export HOME=$scratch XDG_DATA_HOME=$scratch TZ=UTC LC_ALL=C.UTF-8
unset ROUNDTABLE_HOME

roundtable() {
	if [ "${valgrind:-}" ]; then
		valgrind -q --error-exitcode=99 --leak-check=full --errors-for-leak-kinds=definite \
			"$program" "$@"
	else
		"$program" "$@"
	fi
}
valgrind=${4:-}

mkdir "$scratch/out"
folder=$(roundtable start "$source/agendas/$name.yaml" --session "$scratch/session")
# The order of an export is keyed by the session's secret: here it is always the same one.
sed -i 's/^session: .*/session: "0123456789abcdef"/' "$folder/agenda.yaml"
grep -q '^session: "0123456789abcdef"' "$folder/agenda.yaml"
printf 'roundtable: secret/1\nsecret: "%064d"\n' 7 >"$folder/secret.yaml"

status=0
roundtable do "$folder" --seat rapporteur --keep-going <"$here/$name.script" \
	>"$scratch/out/said.txt" 2>"$scratch/out/refused.txt" || status=$?
[ "$status" = "$(cat "$expected/status" 2>/dev/null || echo 1)" ] ||
	{ echo "do ended with status $status"; cat "$scratch/out/refused.txt"; exit 1; }

roundtable verify "$folder" >"$scratch/out/verify.txt"
cp "$folder/record.yaml" "$scratch/out/"
for view in summary agenda floor notes actions themes people time; do
	roundtable show "$folder" $view --json >"$scratch/out/$view.json"
	python3 -m json.tool "$scratch/out/$view.json" >/dev/null
	roundtable show "$folder" $view >"$scratch/out/$view.txt"
done
for format in md csv json yaml; do
	roundtable export "$folder" --as $format >"$scratch/out/export.$format" \
		2>"$scratch/out/warnings.txt"
	roundtable export "$folder" --as $format --internal >"$scratch/out/internal.$format"
done

# No name of a participant stands outside people/, but in what was typed.
python3 - "$folder" <<'CHECK'
import pathlib, sys, yaml
folder = pathlib.Path(sys.argv[1])
for path in sorted(folder.rglob("*.yaml")):
    yaml.safe_load(path.read_text())
people = yaml.safe_load((folder / "people" / "agenda.yaml").read_text())
names = {person["name"] for person in people["people"]}
agenda = (folder / "agenda.yaml").read_text()
for line in agenda.splitlines():
    if line.lstrip().startswith(("title:", "- {id: \"", "cue:", "questions:")):
        continue
    for name in names:
        assert name not in line, f"agenda.yaml holds {name!r}"
CHECK

if [ "${ROUNDTABLE_GOLDEN:-}" = write ]; then
	rm -rf "$expected"
	mkdir -p "$expected"
	cp "$scratch/out/"* "$expected/"
	echo "$status" >"$expected/status"
else
	rm -f "$scratch/out/status"
	diff -ru --exclude=status "$expected" "$scratch/out"
fi
