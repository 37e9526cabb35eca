# SPDX-License-Identifier: MIT
"""glance.py - a session that takes long to read, and one that is not made yet, are shown at once; what
is typed meanwhile is kept. usage: glance.py PROGRAM

The first frame of a long session has its newest note and says nothing of the floor, which is not
known yet; the last one has what is true. Keys that come before the session is read are done when it
is, in their order and none twice.
"""
import json
import os
import pty
import re
import select
import subprocess
import sys
import tempfile
import termios
import time

PROGRAM = os.path.abspath(sys.argv[1])
LINES = 6000  # over a mebibyte of log
AGENDA = """\
roundtable: agenda/1
title: A long meeting
date: 2026-04-16
starts: "10:00"
timezone: UTC
themes: [{id: cycles, label: Decision cycles, keywords: [approval]}]
participants: [{id: ann, name: Speaker Alpha, delegation: North}]
items: [{id: dialogue, title: Dialogue, minutes: 480}]
"""
FRAME = re.compile(rb"\x1b\]7777;[^\x07]*\x07")


def run(*argv, **more):
    done = subprocess.run([PROGRAM, *argv], capture_output=True, text=True, check=True, **more)
    return done.stdout


class Console:
    """The program in a pseudo-terminal, its frames apart."""

    def __init__(self, *argv):
        self.frames, self.rest = [], b""
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            os.environ.update(TERM="xterm-256color", ROUNDTABLE_FRAMES="1")
            os.execv(PROGRAM, [PROGRAM, *argv])

    def raw(self):
        """Waits until the terminal no longer echoes: what is typed now is the program's."""
        while termios.tcgetattr(self.fd)[3] & termios.ICANON:
            time.sleep(0.0005)

    def type(self, text):
        os.write(self.fd, text.encode())

    def until(self, seen, patience=60):
        end = time.monotonic() + patience
        while not seen(self.frames):
            ready, _, _ = select.select([self.fd], [], [], end - time.monotonic())
            assert ready, f"it never came; last frame: {self.frames[-1:]}"
            self.rest += os.read(self.fd, 65536)
            *whole, self.rest = FRAME.split(self.rest)
            self.frames += whole

    def leave(self):
        self.type("\x03/leave\r")
        try:
            while os.read(self.fd, 65536):
                pass
        except OSError:
            pass
        _, status = os.waitpid(self.pid, 0)
        os.close(self.fd)
        assert os.waitstatus_to_exitcode(status) == 0, status


def shown(text):
    return lambda frames: any(text in frame for frame in frames)


def texts(folder):
    return [note["text"] for note in json.loads(run("show", folder, "notes", "--json"))]


def long_session(folder, typed, expect, item=b"Dialogue"):
    before = texts(folder)
    console = Console(folder)
    console.raw()
    console.type(typed)
    console.until(lambda frames: len(frames) > 0)
    first = console.frames[0]
    assert b"line 5999" in first and b"reading the session" in first, first
    assert b"A long meeting" in first and b"Alpha" not in first and b"Dialogue" not in first, first
    console.until(shown(item))
    console.until(shown(expect))
    console.leave()
    return before, texts(folder)


def main():
    with tempfile.TemporaryDirectory() as home:
        os.environ["ROUNDTABLE_HOME"] = home
        agenda, folder = os.path.join(home, "a.yaml"), os.path.join(home, "long")
        with open(agenda, "w", encoding="utf-8") as file:
            file.write(AGENDA)
        run("start", "--session", folder, agenda)
        script = "/item next\n/floor ann\n" + "".join(
            f"line {i} which is as long as a line of a meeting is when it is kept in full, and some "
            f"more of it to make the log long enough to be worth a glance #cycles\n"
            for i in range(LINES))
        run("do", "--seat", "rapporteur", folder, input=script)
        assert os.path.getsize(os.path.join(folder, "log/rapporteur.yaml")) > 1 << 20

        before, after = long_session(folder, "kept before it was read\r", b"kept before")
        assert after == before + ["kept before it was read"], after[len(before):]
        run("do", "--seat", "rapporteur", folder, "/item end")  # no clock runs: nothing wakes it up
        before, after = long_session(folder, "one\rtwo\r", b"two", b"two")
        assert after == before + ["one", "two"], after[len(before):]
        before, after = long_session(folder, "twine\x1b[Dkl", b"twinkle", b"twinkle")
        assert after == before, after[len(before):]
        before, after = long_session(folder, "\x1b[200~pasted as it is\x1b[201~\r", b"pasted", b"pasted")
        assert after == before + ["pasted as it is"], after[len(before):]

        fresh = os.path.join(home, "fresh")
        console = Console("--session", fresh, agenda)
        console.raw()
        console.type("the very first\r")
        console.until(lambda frames: len(frames) > 0)
        assert b"A long meeting" in console.frames[0], console.frames[0]
        console.until(shown(b"the very first"))
        console.leave()
        assert texts(fresh) == ["the very first"], texts(fresh)

        # What cannot be made is told, and the terminal is given back.
        console = Console("--session", os.path.join(agenda, "none"), agenda)
        output = b""
        try:
            while chunk := os.read(console.fd, 65536):
                output += chunk
        except OSError:
            pass
        _, status = os.waitpid(console.pid, 0)
        assert os.waitstatus_to_exitcode(status) == 3, status
        assert b"cannot make a session" in output.split(b"\x1b[?1049l")[-1], output[-400:]


main()
