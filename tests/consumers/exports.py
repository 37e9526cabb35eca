# SPDX-License-Identifier: MIT
"""exports.py - every export, and every file of a session folder, opened by who will receive it.

usage: exports.py PROGRAM SOURCE-FOLDER

A meeting with hostile text in every place that people can type into; then Python's json, csv and
PyYAML read what came out, and the text must be what went in.
"""
import csv
import io
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

import yaml

PROGRAM = sys.argv[1]

AGENDA = """\
roundtable: agenda/1
title: "Talk \\"of\\" <b>everything</b>, *really* | and more"
date: 2026-04-16
timezone: UTC
rule: open
themes:
  - {id: money, label: "=1+1 | Money; \\"dear\\", [x](y)"}
  - {id: hours, label: Hours}
participants:
  - {id: ann, name: "Ann, \\"the\\" Aster", title: "- Clerk", affiliation: "@registry"}
  - {id: bob, name: Bob Birch, public: "=cmd|' /C calc'!A0"}
items:
  - {id: talk, title: "+Talk: #1", minutes: 10}
"""

HOSTILE = [
    '=HYPERLINK("http://x.invalid","click")',
    '+1-1', '-2', '@SUM(A1)', '\\= not a mark',
    'quote " and \' and , and ; inside',
    '*bold* _under_ `code` [link](http://x.invalid) <script>alert(1)</script> | a | b |',
    '# no heading', '1. no list', '- no list', '> no quote', '&amp; {p1} ${x} ~~gone~~ www.x.invalid',
    'null', 'true', '12', '1e3', '0x10', '2026-04-16', 'key: value', '- {a: 1}', '---', '...', '%YAML 1.1',
    '!!python/object:x', '*alias', '&anchor', '"', "'", '\\\\', 'tail \\',
    'é e\u0301 Ω 预算 שלום 👩‍👩‍👧', '\u2028 line \u2029 paragraph \u0085 next \ufeff mark', 'bell \x07 esc \x1b[31m',
    'a' * 5000,
]


def run(*arguments, status=0, **options):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, **options)
    assert done.returncode == status, (arguments, done.returncode, done.stderr.decode())
    return done.stdout


def check_formats(folder, internal):
    extra = ["--internal"] if internal else []
    whole = json.loads(run("export", folder, "--as", "json", *extra))
    assert yaml.safe_load(run("export", folder, "--as", "yaml", *extra)) == whole
    assert whole["roundtable"] == "export/1" and whole["notice"]
    assert whole["internal"] == internal
    table = run("export", folder, "--as", "csv", *extra)
    assert table.count(b"\n") == table.count(b"\r\n"), "every line ends in CRLF"
    rows = list(csv.reader(io.StringIO(table.decode(), newline=""), strict=True))
    assert len({len(row) for row in rows}) == 1, "one table: as many cells in every row"
    for row in rows:
        for cell in row:
            assert not cell or cell[0] not in "=+-@\t\r", f"a formula: {cell!r}"
    texts = [row[rows[0].index("text")] for row in rows if row[0] == "note"]
    kept = [note["text"] for note in whole["notes"]]
    assert [text.removeprefix("'") if text[1:] in kept else text for text in texts] == kept
    text = run("export", folder, "--as", "md", *extra).decode()
    for mark in ("<script", "<b", r"\]\(http", "&amp", r"\*bold", "`code", r"\| a", "~~gone", r"\$\{"):
        assert not re.search(r"(?<!\\)" + mark, text), f"markup got through: {mark!r}"
    for line in text.splitlines():
        assert not re.match(r"(\d+\. )?(#+ no|- no|> no|1\. no|---$|%)", line), f"markup: {line!r}"
    assert text.count("\n1. ") == 2, "each list begins once"
    for what, other in (("notes", "actions"), ("actions", "notes")):
        part = json.loads(run("export", folder, "--as", "json", "--what", what, *extra))
        assert part[what] == whole[what] and other not in part
    return whole


def no_control(text):
    return all(ord(c) >= 0x20 and not 0x7F <= ord(c) < 0xA0 for c in text if c not in "\r\n")


def main():
    with tempfile.TemporaryDirectory() as scratch:
        agenda = pathlib.Path(scratch, "agenda.yaml")
        agenda.write_text(AGENDA)
        folder = str(pathlib.Path(scratch, "session"))
        assert run("start", str(agenda), "--session", folder).decode().strip() == folder
        lines = "".join(f"\\{line}\n" if not line.startswith("\\") else f"{line}\n"
                        for line in HOSTILE).replace("\u2028", " ").replace("\u2029", " ")
        lines += "Said by @ann about it #money\n! =do(it) @bob due:2026-05-01 #hours\n"
        lines += "~ off the record\n/drop script-2\n/theme extra =evil\n"
        said = run("do", folder, input=lines.encode())
        assert no_control(said.decode()), "acknowledgements are clean"
        for internal in (False, True):
            whole = check_formats(folder, internal)
            assert not any("off the record" in note["text"] for note in whole["notes"])
        assert any(note["text"] == "Said by Ann, \"the\" Aster about it" or note.get("by") for note in whole["notes"])

        for view in "summary agenda floor notes actions themes people time".split():
            json.loads(run("show", folder, view, "--json"))
            assert no_control(run("show", folder, view).decode()), view
        notes = json.loads(run("show", folder, "notes", "--json"))
        for line in HOSTILE[1:]:
            if no_control(line) and not line.startswith("\\") and "{p1}" not in line:
                assert any(note["text"] == line.strip() for note in notes), f"lost: {line!r}"

        run("do", folder, "/close")
        record = yaml.safe_load(pathlib.Path(folder, "record.yaml").read_text())
        assert record["roundtable"] == "record/1" and record["summary"]["state"] == "closed"
        assert set(record) == {"roundtable", "summary", "agenda", "floor", "notes", "actions",
                               "themes", "time"}
        assert [note["id"] for note in record["notes"]] == [note["id"] for note in notes]
        files = sorted(pathlib.Path(folder).rglob("*"))
        for path in files:
            mode = os.stat(path).st_mode & 0o777
            assert mode == (0o700 if path.is_dir() else 0o600), f"{path}: {mode:o}"
            if path.is_file() and path.suffix == ".yaml" and not path.name.startswith("."):
                text = path.read_text()
                yaml.safe_load(text)
                if path.parent.name != "people":
                    assert "Birch" not in text and "@registry" not in text, f"{path} names people"
        run("verify", folder)


main()
