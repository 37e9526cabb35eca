# SPDX-License-Identifier: MIT
"""unseen.py - what another seat writes while a line is typed was not seen by who types it: an edit
keeps both texts. usage: unseen.py PROGRAM

And /close says whose lines are kept elsewhere, since the record is written without them.
"""
import json
import os
import pathlib
import pty
import select
import subprocess
import sys
import tempfile
import time

PROGRAM = os.path.abspath(sys.argv[1])
AGENDA = """\
roundtable: agenda/1
title: Unseen
date: 2026-04-16
starts: "10:00"
timezone: UTC
items: [{id: dialogue, title: Dialogue, minutes: 60}]
"""


def run(*argv):
    return subprocess.run([PROGRAM, *argv], capture_output=True, text=True, check=False)


class Console:
    def __init__(self, *argv):
        self.shown = b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color")
            os.execv(PROGRAM, [PROGRAM, *argv])

    def type(self, text):
        os.write(self.fd, text.encode())

    def sees(self, text, patience=60):
        end = time.monotonic() + patience
        while text not in self.shown:
            ready, _, _ = select.select([self.fd], [], [], end - time.monotonic())
            assert ready, f"{text} never came: {self.shown[-400:]}"
            self.shown += os.read(self.fd, 65536)
        self.shown = b""

    def leave(self):
        self.type("\x03/leave\r")
        try:
            while os.read(self.fd, 65536):
                pass
        except OSError:
            pass
        os.waitpid(self.pid, 0)
        os.close(self.fd)


def versions(folder, note):
    notes = json.loads(run("show", folder, "notes", "--json").stdout)
    found = next(n for n in notes if n["id"] == note)
    return [v["text"] for v in found.get("versions", [])]


def until(answer, patience=60):
    end = time.monotonic() + patience
    while not answer():
        assert time.monotonic() < end, "it never came to be"
        time.sleep(0.01)


def main():
    with tempfile.TemporaryDirectory() as home:
        os.environ.update(ROUNDTABLE_HOME=home, XDG_STATE_HOME=os.path.join(home, "state"))
        agenda, folder = os.path.join(home, "a.yaml"), os.path.join(home, "s")
        with open(agenda, "w", encoding="utf-8") as file:
            file.write(AGENDA)
        run("start", "--session", folder, agenda)
        run("do", folder, "First", "Second")
        console = Console(folder)
        console.sees(b"Second")

        console.type("/edit script-2 Begun ")
        console.sees(b"Begun")
        run("do", folder, "/edit script-2 Meanwhile")
        console.sees(b"Meanwhile")
        console.type("before\r")
        until(lambda: versions(folder, "script-2") == ["Meanwhile", "Begun before"])

        os.rename(folder, folder + ".away")
        console.type("Kept elsewhere\r")
        until(lambda: any(b"Kept elsewhere" in path.read_bytes() for path in
                          pathlib.Path(home, "state").glob("roundtable/*/log/*.yaml")))
        os.rename(folder + ".away", folder)
        said = run("do", folder, "/close")
        told = (said.stdout + said.stderr).count("lines of rapporteur are kept in")
        assert told == 2, said  # when the seat is opened, and of the close
        console.leave()


main()
