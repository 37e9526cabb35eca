# SPDX-License-Identifier: MIT
"""markdown.py - what was typed is what a Markdown reader shows, whatever marks stand in it.

usage: markdown.py PROGRAM SOURCE-FOLDER

Four hundred random notes full of marks are exported and rendered by cmark-gfm with all its
extensions: every one must be one item of a list, with the very text of the note and no markup.
"""
import html
import json
import pathlib
import random
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
EXTENSIONS = ["table", "strikethrough", "autolink", "tagfilter", "tasklist"]
PIECES = list("ab 1.)(-+*_`~#<>[]!|\\&;:/=@$^{}'\"w%") + [
    "www.", "http://x.y", "&amp;", "https://", "- ", "1. ", "***", "___", "<b>", "<!--", "](", "[ ] ",
    "[x] ", "=== ", "| a | b |", "~~", "```", "> ", "# ", "--- "]

AGENDA = """\
roundtable: agenda/1
title: "1. *Title* <b> | [x](y)"
participants: [{id: ann, name: Ann Aster}]
items: [{title: A, minutes: 10}]
themes: [{id: marks, label: "## | *Theme* _x_ </h3>"}]
"""


def run(*arguments, **options):
    done = subprocess.run([PROGRAM, *arguments], capture_output=True, **options)
    assert done.returncode == 0, (arguments, done.stderr.decode())
    return done.stdout.decode()


def spaces(text):
    return " ".join(text.split())


def main():
    renderer = shutil.which("cmark-gfm")
    if not renderer:
        print("SKIPPED: cmark-gfm is missing (packages.txt names it)")
        sys.exit(77)
    chance = random.Random(7)
    lines = ["\\" + "".join(chance.choice(PIECES) for _ in range(chance.randint(1, 14))) + "x #marks"
             for _ in range(400)]
    with tempfile.TemporaryDirectory() as scratch:
        agenda = pathlib.Path(scratch, "agenda.yaml")
        agenda.write_text(AGENDA)
        folder = run("start", str(agenda), "--session", str(pathlib.Path(scratch, "session"))).strip()
        run("do", folder, input="\n".join(lines).encode())
        texts = [note["text"] for note in json.loads(run("export", folder, "--as", "json"))["notes"]]
        text = run("export", folder, "--as", "md", "--what", "notes")
    arguments = [word for name in EXTENSIONS for word in ("-e", name)]
    page = subprocess.run([renderer, *arguments], input=text.encode(),
                          capture_output=True, check=True).stdout.decode()
    assert page.startswith("<h1>1. *Title* &lt;b&gt; | [x](y)</h1>"), page[:200]
    assert "<h3>## | *Theme* _x_ &lt;/h3&gt;</h3>" in page
    items = re.findall(r"<li>(.*?)</li>", page, re.S)
    assert len(items) == len(texts) >= 390, (len(items), len(texts))
    for item, typed in zip(items, texts):
        item = re.sub(r" <em>\(also: [^<>]*\)</em>$", "", item)
        item = re.sub(r'<a href="mailto:[^"]*">(.*?)</a>', r"\1", item)
        assert not re.search(r"<", item), f"{typed!r} became markup: {item!r}"
        assert spaces(html.unescape(item)) == spaces(typed), (typed, item)


main()
