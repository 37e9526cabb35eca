# SPDX-License-Identifier: MIT
"""faults.py - the program on disks that fail, disks that are full, and without memory.

usage: faults.py PART PROGRAM SOURCE-FOLDER SHIM-FOLDER

calls   the Nth call of the system fails, once and for ever, for every N until there are no more
short   the Nth write takes only half
kill    SIGKILL at moments drawn from a fixed seed
full    a file system without room
power   an ext4 file system is shut down under the program, as when the power goes
memory  the Nth allocation gives nothing
clock   the wall clock is set, or the program suspended, between two lines
lost    the session's folder is moved, deleted, unmounted, or takes nothing any more, while a seat
        writes to it; other programs write to its log
ends    the console is ended by signals, and by a terminal that is gone, while a slow sync runs; what
        it shows of a disk that fails and one that is full
looks   sessions that may not be written, by permission, medium or version, are shown
modes   a session on a file system that keeps no permissions is told, and works

The oracle: what was acknowledged on standard output is in the log afterwards; what failed is said in
one line with status 3; no signal, no log that cannot be read; the next `do` works, and after it
`verify` says whole. ROUNDTABLE_LONG=1: every error at every call, not one of them in turn.
"""
import errno
import fcntl
import os
import pathlib
import pty
import random
import re
import select
import shutil
import signal
import struct
import subprocess
import sys
import tempfile
import termios
import time

PART, PROGRAM = sys.argv[1:3]
SOURCE, SHIMS = map(pathlib.Path, sys.argv[3:5])
AGENDA = str(SOURCE / "agendas" / "minimal.yaml")
LONG = os.environ.get("ROUNDTABLE_LONG") == "1"
ERRNOS = ["EIO", "ENOSPC", "EROFS", "EDQUOT", "EMFILE", "ENOLCK", "EINTR"]
SEAT = "rapporteur"
LINES = ["first point of the fault", "/person xyz Delegate of Xyz; Counsellor; Mission of Xyz",
         "second point said by @xyz"]
TORN_LOG, TORN_PEOPLE = b'- {seq: 99, clock: 1776348202120, at: "20', b'- {person: "p-rap'
N_MOST = 20000
STATE = None
failures = []
count = 0


class Wrong(Exception):
    """What the oracle does not allow."""


def must(holds, what):
    if not holds:
        raise Wrong(what)


def environment(**more):
    env = {k: v for k, v in os.environ.items() if not k.startswith("NTH_") and k != "LD_PRELOAD"}
    env["TZ"] = "UTC"
    return {**env, "XDG_STATE_HOME": str(STATE), **more}


def run(*words, env=None, given=b""):
    return subprocess.run([PROGRAM, *map(str, words)], input=given, capture_output=True, timeout=60,
                          env=env or environment())


def good(*words):
    done = run(*words)
    must(done.returncode == 0, f"{words[0]} gives {done.returncode}: {text(done.stderr)}")
    return done


def text(data):
    return data.decode("utf-8", "replace").strip()


def nth(shim, at, number=0, how="once", hit=None, calls=None):
    env = environment(LD_PRELOAD=str(SHIMS / f"lib{shim}.so"), NTH_AT=str(at),
                      NTH_ERRNO=str(number), NTH_HOW=how, NTH_HIT=str(hit))
    if calls:
        env["NTH_CALLS"] = calls
    return env


# Sessions


def make_states(base):
    """A session without a log of the seat, one with, an older one that was torn, one that is damaged."""
    new = base / "new"
    good("start", AGENDA, "--session", new)
    old = base / "old"
    shutil.copytree(new, old)
    good("do", old, "--seat", SEAT, "/item next", "an old point", "! an old action @ops due:+1w",
         "/person old Delegate of Old; ; Mission of Old", "a point by @old", "/undo", "~ off the record")
    torn = base / "torn"
    shutil.copytree(old, torn)
    (torn / "secret.yaml").unlink()
    with open(torn / "log" / f"{SEAT}.yaml", "ab") as log:
        log.write(TORN_LOG)
    with open(torn / "people" / f"{SEAT}.yaml", "ab") as people:
        people.write(TORN_PEOPLE)
    damaged = base / "damaged"
    shutil.copytree(old, damaged)
    log = damaged / "log" / f"{SEAT}.yaml"
    data = bytearray(log.read_bytes())
    data[data.index(b"an old point")] ^= 1
    log.write_bytes(data)
    return {"new": new, "old": old, "torn": torn, "damaged": damaged}


def fresh(template, place):
    """A copy of that session, of which nothing is kept elsewhere yet."""
    shutil.rmtree(STATE, ignore_errors=True)
    shutil.rmtree(place, ignore_errors=True)
    shutil.copytree(template, place, ignore=shutil.ignore_patterns(".reserve"))
    return place


def nth_under(folder, env):
    """The same fault, but only of what lies in that folder."""
    return {**env, "NTH_UNDER": str(folder)}


def kept_elsewhere():
    """The folders in which lines are kept that the session's folder would not take."""
    home = STATE / "roundtable"
    return sorted(home.iterdir()) if home.exists() else []


def log_text(folder):
    """All logs of the folder, and those that are kept elsewhere for it."""
    return "\n".join(p.read_bytes().decode("utf-8", "replace")
                     for f in (folder, *kept_elsewhere()) for p in sorted((f / "log").glob("*")))


def acknowledged(out):
    """The numbers that standard output says were done, from its whole lines."""
    whole = out[:out.rfind(b"\n") + 1].decode("utf-8", "replace")
    found = []
    for line in whole.splitlines():
        named = re.match(rf"{SEAT}-(\d+) ", line)
        must(named, f"this is no acknowledgement: {line!r}")
        found.append(int(named.group(1)))
    return found


def look_at_failure(done):
    """A failure is said in one line or two, by the program, with status 3."""
    must(done.returncode >= 0, f"killed by signal {-done.returncode}: {text(done.stderr)}")
    must(done.returncode in (0, 3), f"status {done.returncode}: {text(done.stderr)}")
    told = (" set aside in ", "goes on in log/", "lacked its newline", "last reserve in use",
            "secret.yaml cannot be ")
    said = [line for line in text(done.stderr).splitlines() if not any(t in line for t in told)]
    if done.returncode == 3:
        must(said, "a failure of which nothing is said")
    must(len(said) <= 1, f"more than one line: {said}")
    must(b"\x1b" not in done.stderr, "an escape sequence")


def look_at_log(folder, numbers):
    """What was acknowledged is there."""
    log = log_text(folder)
    for number in numbers:
        must(re.search(rf"^- {{seq: {number}, ", log, re.M), f"{SEAT}-{number} is lost")


def look_at_torn(folder):
    """Unfinished ends are kept."""
    kept = b"".join(p.read_bytes() for p in (folder / "torn").iterdir())
    named = b"".join(p.read_bytes() for p in (folder / "people").glob("torn/*"))
    must(TORN_LOG in kept and TORN_PEOPLE in named, "an unfinished end was deleted")
    must(TORN_PEOPLE not in kept, "an end with names was set aside outside people/")


def look_at_people(folder):
    """Who was added is known by name where the log speaks of them."""
    added = set(re.findall(r'do: "person", who: "(p-rapporteur-\d+)"', log_text(folder)))
    shown = good("show", folder, "people", "--json").stdout.decode()
    must(shown.count("Delegate of") >= len(added), "the log speaks of somebody who has no name")


def look_at_folder(folder, numbers, was_damaged=False, may_stay_torn=False):
    """What was acknowledged is there; the next `do` works; then all is whole."""
    check = run("verify", folder)
    must(check.returncode in (0, 1), f"verify gives {check.returncode}: {text(check.stderr)}")
    if check.returncode == 1 and not was_damaged:
        must(": torn" in text(check.stdout), f"verify says: {text(check.stdout)}")
    look_at_log(folder, numbers)
    after = run("do", folder, "--seat", SEAT, "a point after the fault")
    must(after.returncode == 0, f"the next do gives {after.returncode}: {text(after.stderr)}")
    shown = good("show", folder, "notes", "--json").stdout.decode()
    must(shown.count('"a point after the fault"') == 1, "the next point is not there")
    for line in ("first point of the fault", "second point said by"):
        must(shown.count(line) <= 1, f"{line!r} is there twice")
    look_at_people(folder)
    check = run("verify", folder)
    if not (may_stay_torn and ": torn" in text(check.stdout)):
        must(check.returncode == int(was_damaged), f"in the end verify says: {text(check.stdout)}")


def judged(name, act):
    global count
    count += 1
    try:
        act()
    except Wrong as wrong:
        failures.append(f"{name}: {wrong}")
    except subprocess.TimeoutExpired:
        failures.append(f"{name}: it hangs")


# The Nth call


def type_slowly(words, env):
    """Each line only when the one before was answered, so that each is synced alone."""
    out = b""
    with subprocess.Popen([PROGRAM, *map(str, words)], env=env, stdin=subprocess.PIPE,
                          stdout=subprocess.PIPE, stderr=subprocess.PIPE) as at_work:
        for line in LINES:
            try:
                at_work.stdin.write(line.encode() + b"\n")
                at_work.stdin.flush()
            except BrokenPipeError:
                break
            answer = at_work.stdout.readline()
            out += answer
            if not answer:
                break
        rest, error = at_work.communicate(timeout=60)
    return subprocess.CompletedProcess(words, at_work.returncode, out + rest, error)


def do_with_fault(template, place, env, name, state, by_pipe=False):
    folder = fresh(template, place)
    words = ["do", folder, "--seat", SEAT]
    done = type_slowly(words, env) if by_pipe else run(*words, *LINES, env=env)

    def look():
        look_at_failure(done)
        if env["NTH_HOW"] == "short" and "NTH_ALSO" not in env:
            must(done.returncode == 0, f"short, and given up: {text(done.stderr)}")
        numbers = acknowledged(done.stdout)
        if done.returncode == 0:
            must(len(numbers) == len(LINES), f"only {len(numbers)} of {len(LINES)} lines were done")
        look_at_folder(folder, numbers, state == "damaged", "NTH_ALSO" in env)
        if state == "torn":
            look_at_torn(folder)

    judged(name, look)


def start_with_fault(place, env, name):
    """Starting a session gives a whole one, or none and nothing left behind."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    done = run("start", AGENDA, "--session", place / "made", env=env)

    def look():
        look_at_failure(done)
        left = sorted(p.name for p in place.iterdir())
        must(left in ([], ["made"]), f"left behind: {left}")
        if done.returncode == 0:
            must(left == ["made"], "done, and not there")
        if left:
            good("verify", place / "made")

    judged(name, look)


def shape(record):
    """The keys of a record at its left edge, and whether it ends as it should."""
    data = record.read_text()
    return re.findall(r"^[a-z_]+:", data, re.M), data.endswith("\n")


def close_with_fault(template, place, whole, env, name):
    """The record is not there or whole; the log is."""
    folder = fresh(template, place)
    done = run("do", folder, "--seat", SEAT, "/close really", env=env)

    def look():
        look_at_failure(done)
        record = folder / "record.yaml"
        must(record.exists() or done.returncode, "closed, and no record")
        must(not record.exists() or shape(record) == whole, "the record is not whole")
        look_at_log(folder, acknowledged(done.stdout))

    judged(name, look)


def read_with_fault(words, usual, env, name):
    """What only reads gives all that it gives otherwise, or status 3."""
    done = run(*words, env=env)

    def look():
        look_at_failure(done)
        must(done.returncode == 3 or done.stdout == usual.stdout, "something else came out")

    judged(name, look)


def export_with_fault(folder, place, whole, env, name):
    """The file is what it was, or the whole export; nothing is left beside it."""
    shutil.rmtree(place, ignore_errors=True)
    place.mkdir()
    out = place / "notes.md"
    out.write_text("what was there before\n")
    done = run("export", folder, "--as", "md", "--internal", "-o", out, env=env)

    def look():
        look_at_failure(done)
        is_new = out.read_bytes() == whole
        must(is_new or done.returncode == 3, "done, and not written")
        must(is_new or out.read_text() == "what was there before\n", "half of it is written")
        must(os.listdir(place) == ["notes.md"], f"left behind: {sorted(os.listdir(place))}")

    judged(name, look)


def errnos_at(n):
    return ERRNOS if LONG else [ERRNOS[n % len(ERRNOS)]]


def sweep(scratch, name, act, calls=None, hows=("once", "ever")):
    """act(env, name) for N = 1, 2, … until no call is hit."""
    for how in hows:
        for n in range(1, N_MOST):
            hit = scratch / "hit"
            any_hit = False
            for word in errnos_at(n):
                hit.unlink(missing_ok=True)
                env = nth("nth_call", n, getattr(errno, word), how, hit, calls)
                act(env, f"{name}, call {n} {how} {word}")
                any_hit = any_hit or hit.exists()
            if not any_hit:
                break


def calls(scratch):
    states = make_states(scratch)
    place = scratch / "now"
    for state, template in states.items():
        sweep(scratch, state, lambda env, name: do_with_fault(template, place, env, name, state))
    for state in ("new", "old"):
        sweep(scratch, f"{state}, by pipe", lambda env, name: do_with_fault(
            states[state], place, env, name, state, by_pipe=True))
        sweep(scratch, f"{state}, lost by the sync", calls="sync", act=lambda env, name:
              do_with_fault(states[state], place, {**env, "NTH_LOSE": "1"}, name, state, by_pipe=True))
    sweep(scratch, "old, looks", calls="stat", act=lambda env, name: do_with_fault(
        states["old"], place, env, name, "old", by_pipe=True))
    sweep(scratch, "start", lambda env, name: start_with_fault(place, env, name))
    old = states["old"]
    for words in (["show", old, "notes", "--json"], ["show", old, "floor"], ["verify", old],
                  ["check", AGENDA], ["export", old, "--as", "csv"]):
        usual = good(*words)
        sweep(scratch, f"{words[0]}", lambda env, name: read_with_fault(words, usual, env, name))
    good("export", old, "--as", "md", "--internal", "-o", scratch / "usual.md")
    whole = (scratch / "usual.md").read_bytes()
    sweep(scratch, "export to a file",
          lambda env, name: export_with_fault(old, place, whole, env, name))
    clean = fresh(states["old"], scratch / "clean")
    good("do", clean, "--seat", SEAT, "/close really")
    whole = shape(clean / "record.yaml")
    sweep(scratch, "close",
          lambda env, name: close_with_fault(states["old"], place, whole, env, name))


def short(scratch):
    """Writes that take half, and then writes that take half while nothing can be cut back."""
    states = make_states(scratch)
    place = scratch / "now"
    for state, template in states.items():
        sweep(scratch, f"{state}, short", calls="write", hows=("short",),
              act=lambda env, name: do_with_fault(template, place, env, name, state))
    for state, template in states.items():
        sweep(scratch, f"{state}, uncut", calls="write", hows=("short",),
              act=lambda env, name: do_with_fault(
                  template, place, {**env, "NTH_ALSO": "ftruncate"}, name, state))


# Killed


def kill_once(template, place, draw, name):
    """Types lines, waits for some of the answers, and kills it at a moment that was drawn."""
    folder = fresh(template, place)
    end = time.monotonic() + draw.uniform(0.0, 0.04)
    out = b""
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=environment(),
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as at_work:
        try:
            for n in range(1000):
                at_work.stdin.write(b"slow line %d of the pipe\n" % n)
                at_work.stdin.flush()
                if draw.random() < 0.7:
                    out += at_work.stdout.readline()
                if time.monotonic() > end:
                    break
        except BrokenPipeError:
            pass
        at_work.kill()
        out += at_work.stdout.read()

    def look():
        numbers = acknowledged(out)
        look_at_folder(folder, numbers)
        shown = good("show", folder, "notes", "--json").stdout.decode()
        for n in range(len(numbers)):
            must(f'"slow line {n} of the pipe"' in shown, f"slow line {n} is lost")

    judged(name, look)


def kill(scratch):
    states = make_states(scratch)
    del states["damaged"]
    draw = random.Random(20260416)
    for n in range(1000 if LONG else 60):
        state = sorted(states)[n % len(states)]
        kill_once(states[state], scratch / "now", draw, f"{state}, kill {n}")


# Full


def skip(why):
    print(f"SKIPPED: {why}")
    sys.exit(77)


def full_inside(scratch):
    """In a mount namespace of its own: a file system of 256 KiB, filled up."""
    place = scratch / "small"
    place.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "none", str(place)],
                             capture_output=True, check=False)
    if mounted.returncode:
        skip(f"no file system can be mounted: {text(mounted.stderr)}")
    states = make_states(scratch)
    for state, template in states.items():
        for room in (0, 1, 2, 3, 4, 5, 8):
            full_once(template, place, room, f"{state}, {room} blocks left", state == "damaged")
    full_start(place)
    subprocess.run(["umount", str(place)], check=True)
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)], check=True)
    judged("the reserve", lambda: reserve_once(states["old"], place))
    subprocess.run(["umount", str(place)], check=True)


def reserve_once(template, place):
    """The last notes go where the reserve was; it is there again when there is room."""
    folder = fresh(template, place / "session")
    good("do", folder, "--seat", SEAT, "makes the reserve")
    reserve = folder / ".reserve"
    must(reserve.stat().st_blocks * 512 >= 256 * 1024, "the reserve is not allocated")
    must(".reserve" not in text(good("verify", folder).stdout), "verify speaks of it")
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=environment(), bufsize=0,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as at_work:
        must(ask(at_work, b"while there is room"), "no answer")
        must(reserve.exists(), "it is given up too soon")
        filler = fill(place, 0)
        for n in range(20):
            at_work.stdin.write(b"a last note %d " % n + b"with many words " * 200 + b"\n")
            must(at_work.stdout.readline(), f"note {n} on a full disk was not saved")
        must(not reserve.exists(), "the reserve was not given up")
        filler.unlink()
        end = time.monotonic() + 20
        while not reserve.exists() and time.monotonic() < end:
            time.sleep(0.05)
        must(reserve.exists(), "the reserve was not made again")
        at_work.stdin.close()
        must(at_work.wait(60) == 0, f"status {at_work.returncode}")
    filler = fill(place, 0)
    done = run("do", folder, "--seat", SEAT, "one more", "and one", "x" * 5000)
    must(done.returncode == 0, f"status {done.returncode}: {text(done.stderr)}")
    must("disk full, last reserve in use" in text(done.stderr), f"said: {text(done.stderr)}")
    filler.unlink()
    look_at_folder(folder, acknowledged(done.stdout))


def fill(place, blocks_left):
    """Leaves room for that many blocks of 4 KiB."""
    filler = place / "filler"
    with open(filler, "wb", buffering=0) as out:
        try:
            while True:
                out.write(b"x" * 4096)
        except OSError as error:
            must(error.errno == errno.ENOSPC, f"filling: {error}")
    os.truncate(filler, max(0, filler.stat().st_size - blocks_left * 4096))
    return filler


def full_once(template, place, room, name, was_damaged):
    folder = fresh(template, place / "session")
    filler = fill(place, room)
    long_line = "a long line " * 300
    done = run("do", folder, "--seat", SEAT, *LINES, long_line, long_line)

    def look():
        look_at_failure(done)
        if room == 0:
            must(done.returncode == 3, "nothing failed on a full disk")
        if done.returncode == 3:
            must("No space left" in text(done.stderr), f"said: {text(done.stderr)}")
        look_at_log(folder, acknowledged(done.stdout))
        good("show", folder, "notes")
        filler.unlink()
        look_at_folder(folder, acknowledged(done.stdout), was_damaged)

    judged(name, look)
    filler.unlink(missing_ok=True)


def full_start(place):
    for room in (0, 1, 2, 3):
        shutil.rmtree(place / "session", ignore_errors=True)
        filler = fill(place, room)
        done = run("start", AGENDA, "--session", place / "session")

        def look():
            look_at_failure(done)
            left = sorted(p.name for p in place.iterdir() if p.name != "filler")
            must(left == (["session"] if done.returncode == 0 else []), f"left behind: {left}")

        judged(f"start, {room} blocks left", look)
        filler.unlink()


def among_own_mounts(scratch, inside):
    """Runs this program again where mounting is seen by nobody else."""
    if os.environ.get("FAULTS_INSIDE"):
        inside(scratch)
        return
    if not shutil.which("unshare"):
        skip("this needs unshare, which is not there")
    words = ["unshare", "--mount"] + ([] if os.geteuid() == 0 else ["--map-root-user"])
    if subprocess.run([*words, "true"], capture_output=True, check=False).returncode:
        skip("this needs a mount of its own, which this user may not make")
    done = subprocess.run([*words, sys.executable, *sys.argv], check=False,
                          env={**os.environ, "FAULTS_INSIDE": "1"})
    sys.exit(done.returncode)


def full(scratch):
    among_own_mounts(scratch, full_inside)


# The power goes

SHUT_DOWN, WITHOUT_FLUSH = 0x8004587D, 2  # EXT4_IOC_SHUTDOWN, and its flag


def mounted_image(image, place):
    return subprocess.run(["mount", "-o", "loop", str(image), str(place)], capture_output=True,
                          check=False)


def power_once(template, image, place, answers, name):
    """Shuts the file system down after so many answers, with another line on its way. Only what was
    answered before counts: a power cut lets nothing through afterwards, but the kernel's shutdown may
    call a sync done that comes at the same moment."""
    folder = fresh(template, place / "session")
    os.sync()
    out = b""
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=environment(),
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as at_work:
        for n in range(answers):
            at_work.stdin.write(b"line %d before the dark\n" % n)
            at_work.stdin.flush()
            out += at_work.stdout.readline()
        at_work.stdin.write(b"a line into the dark\n")
        at_work.stdin.flush()
        root = os.open(place, os.O_RDONLY)
        fcntl.ioctl(root, SHUT_DOWN, struct.pack("I", WITHOUT_FLUSH))
        os.close(root)
        more, error = at_work.communicate(timeout=60)
        if kept_elsewhere():
            out += more
    subprocess.run(["umount", str(place)], check=True)
    must(mounted_image(image, place).returncode == 0, "it cannot be mounted again")

    def look():
        look_at_failure(subprocess.CompletedProcess([], at_work.returncode, out, error))
        numbers = acknowledged(out)
        must(len(numbers) >= answers, "an answer is missing")
        was_kept = bool(kept_elsewhere())
        look_at_folder(folder, numbers)
        notes = good("show", folder, "notes", "--json").stdout.decode()
        must(not was_kept or notes.count("a line into the dark") == 1, "it did not come back")

    judged(name, look)


def power_inside(scratch):
    image, place = scratch / "image", scratch / "mounted"
    place.mkdir()
    with open(image, "wb") as out:
        out.truncate(16 << 20)
    if not shutil.which("mkfs.ext4"):
        skip("there is no mkfs.ext4")
    subprocess.run(["mkfs.ext4", "-q", "-F", str(image)], check=True)
    mounted = mounted_image(image, place)
    if mounted.returncode:
        skip(f"no image can be mounted: {text(mounted.stderr)}")
    states = make_states(scratch)
    del states["damaged"]
    for n in range(100 if LONG else 12):
        state = sorted(states)[n % len(states)]
        power_once(states[state], image, place, n % 5, f"{state}, dark after {n % 5} answers")
    subprocess.run(["umount", str(place)], check=True)


def power(scratch):
    among_own_mounts(scratch, power_inside)


# Memory


def without_memory(scratch, name, words, template, steps):
    """Every steps-th allocation fails: one line and status 3, or the same as with memory."""
    place = scratch / "now"
    fresh(template, place)
    usual = run(*words)
    for how in ("once", "ever"):
        at = 1
        while at < N_MOST * 10:
            hit = scratch / "hit"
            hit.unlink(missing_ok=True)
            fresh(template, place)
            done = run(*words, env=nth("nth_alloc", at, how=how, hit=hit))
            judged(f"{name}, allocation {at} {how}",
                   lambda: look_without_memory(done, usual, place, words[0] == "do"))
            if not hit.exists():
                break
            at += 1 if LONG or at < 40 else steps


def look_without_memory(done, usual, place, wrote):
    must(done.returncode >= 0, f"killed by signal {-done.returncode}: {text(done.stderr)}")
    if done.returncode == 3:
        must(len(text(done.stderr).splitlines()) == 1, f"said: {text(done.stderr)!r}")
        must(re.search("memory|cannot start writing", text(done.stderr)),
             f"said: {text(done.stderr)!r}")
    else:
        must(done.returncode == usual.returncode,
             f"status {done.returncode}, not {usual.returncode}: {text(done.stderr)}")
        if not wrote:
            must(done.stdout == usual.stdout, "something else came out")
    if wrote:
        look_at_folder(place, acknowledged(done.stdout))


def memory(scratch):
    old = make_states(scratch)["old"]
    now = scratch / "now"
    without_memory(scratch, "check", ["check", AGENDA], old, 5)
    without_memory(scratch, "show", ["show", now, "notes", "--json"], old, 7)
    without_memory(scratch, "export", ["export", now, "--as", "md"], old, 23)
    without_memory(scratch, "verify", ["verify", now], old, 23)
    without_memory(scratch, "do", ["do", now, "--seat", SEAT, *LINES], old, 13)


# The clock


def between_lines(folder, env, act):
    """Does act(process) between two lines; returns the times of their events, in seconds."""
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=env, bufsize=0,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE) as at_work:
        for n, line in enumerate((b"the first line\n", b"the second line\n")):
            if n:
                act(at_work)
            at_work.stdin.write(line)
            must(at_work.stdout.readline(), "no answer")
        at_work.stdin.close()
        must(at_work.wait(60) == 0, f"status {at_work.returncode}")
    stamps = re.findall(r'clock: (\d+), at: "[^"]*", do: "note"[^\n]*the (?:first|second) line',
                        log_text(folder))
    must(len(stamps) == 2, "the two lines are not there")
    return [int(stamp) / 1000 for stamp in stamps]


def step_clock(template, scratch, seconds):
    folder = fresh(template, scratch / "now")
    when = scratch / "stepped"
    when.unlink(missing_ok=True)
    env = environment(LD_PRELOAD=str(SHIMS / "libstep_clock.so"), STEP_WHEN=str(when),
                      STEP_SECONDS=str(seconds))

    def look():
        first, second = between_lines(folder, env, lambda at_work: when.touch())
        must(0 <= second - first < 30, f"the time jumped by {second - first} s")
        told = re.findall(r'do: "clock"[^\n]*step: (-?\d+)', log_text(folder))
        if abs(seconds) > 2:
            must(len(told) == 1 and abs(int(told[0]) - seconds * 1000) < 1500,
                 f"the step is recorded as {told}")
        else:
            must(not told, "a small step is recorded")
        look_at_folder(folder, [])

    judged(f"clock set by {seconds} s", look)


def suspend(template, scratch):
    folder = fresh(template, scratch / "now")

    def act(at_work):
        at_work.send_signal(signal.SIGSTOP)
        other = run("do", folder, "--seat", SEAT, "somebody else's line")
        must(other.returncode == 3 and "is held" in text(other.stderr), "its seat was taken")
        time.sleep(0.4)
        at_work.send_signal(signal.SIGCONT)

    def look():
        first, second = between_lines(folder, environment(), act)
        must(second - first >= 0.39, "the time of the suspension does not count")
        look_at_folder(folder, [])

    judged("suspended", look)


def clock(scratch):
    old = make_states(scratch)["old"]
    for seconds in (3600, -3600, 86400 * 2, 1, -1):
        step_clock(old, scratch, seconds)
    suspend(old, scratch)


# The folder is lost


def ask(at_work, line):
    """Types one line and returns its answer."""
    at_work.stdin.write(line + b"\n")
    at_work.stdin.flush()
    return at_work.stdout.readline()


LOST = [b"before it is lost", b"/person zyx Delegate of Zyx; ; Mission of Zyx",
        b"after it is lost by @zyx", b"and after that"]


def lost_once(folder, lose, bring_back, elsewhere=True, env=None):
    """Every line is acknowledged, is safe somewhere, and is in the session when that is there again."""
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=env or environment(),
                          bufsize=0, stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as at_work:
        out = ask(at_work, LOST[0])
        lose()
        out += b"".join(ask(at_work, line) for line in LOST[1:])
        more, error = at_work.communicate(timeout=60)
    done = subprocess.CompletedProcess([], at_work.returncode, out + more, error)
    look_at_failure(done)
    numbers = acknowledged(done.stdout)
    must(len(numbers) == len(LOST), f"{len(numbers)} lines were kept: {text(error)}")
    must(bool(kept_elsewhere()) == elsewhere, f"kept elsewhere: {kept_elsewhere()}")
    must(not elsewhere or (done.returncode == 3 and str(kept_elsewhere()[0]) in text(error)),
         f"where they are is not told: {text(error)}")
    look_at_log(folder, numbers if folder.exists() else numbers[1:])
    bring_back()
    must(not elsewhere or str(kept_elsewhere()[0]) in text(run(
        "do", folder, "--seat", "facilitator", "of another seat").stderr), "others are not told")
    look_at_folder(folder, numbers, may_stay_torn=True)
    notes = good("show", folder, "notes", "--json").stdout.decode()
    for line in ("before it is lost", "after it is lost", "and after that"):
        must(notes.count(f'"{line}') == 1, f"{line!r} is there {notes.count(line)} times")
    must(all(p.name.endswith(".done") for p in kept_elsewhere()), "it was not brought back")


def lost_by(name, template, place, lose, bring_back, elsewhere=True):
    folder = fresh(template, place)
    judged(name, lambda: lost_once(folder, lambda: lose(folder), lambda: bring_back(folder),
                                   elsewhere))


def away(folder):
    return folder.with_name(folder.name + ".away")


def lost_ways(template, place):
    """(name, lose, bring back, is it kept elsewhere) …"""
    log = f"log/{SEAT}.yaml"

    def restore(folder):
        shutil.copytree(template, folder, ignore=shutil.ignore_patterns(".reserve"))

    def log_away(folder):
        (folder / "log").rename(away(folder))

    def log_back(folder):
        away(folder).rename(folder / "log")

    def edit(folder):
        data = (folder / log).read_bytes()
        (folder / "log" / "edited").write_bytes(data)
        (folder / "log" / "edited").rename(folder / log)

    def append(folder):
        with open(folder / log, "ab") as out:
            out.write(b"# by another program\n")

    nothing = lambda folder: None
    return (("moved", lambda f: f.rename(away(f)), lambda f: away(f).rename(f), True),
            ("deleted, and back as it was before", shutil.rmtree, restore, True),
            ("log/ is moved", log_away, log_back, True),
            ("another program replaces the log", edit, nothing, False),
            ("the log is deleted", lambda f: (f / log).unlink(), nothing, False))


def lost_for_ever(template, place, env, name):
    """From some call on the folder takes and gives nothing; elsewhere all goes well."""
    folder = fresh(template, place)
    done = type_slowly(["do", folder, "--seat", SEAT], nth_under(folder, env))

    def look():
        look_at_failure(done)
        numbers = acknowledged(done.stdout)
        if numbers or b"kept in" in done.stderr:
            must(len(numbers) == len(LINES), f"only {len(numbers)} were kept: {text(done.stderr)}")
        look_at_folder(folder, numbers, may_stay_torn=True)

    judged(name, look)


def written_by_others(template, place):
    """It is named, and what was typed is there; so is what the other one wrote."""
    folder = fresh(template, place)
    log = folder / "log" / f"{SEAT}.yaml"
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=environment(), bufsize=0,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.PIPE) as at_work:
        out = ask(at_work, LOST[0])
        with open(log, "ab") as other:
            other.write(b"# by another program\n")
        out += ask(at_work, LOST[3])
        error = at_work.communicate(timeout=60)[1]
    must(f"log/{SEAT}.yaml was written by another program" in text(error), f"said: {text(error)}")
    must(b"# by another program" in log.read_bytes(), "the other's line is gone")
    look_at_folder(folder, acknowledged(out), was_damaged=True)


def prepare_kept(template, place, saved):
    """A session of which lines and a newcomer are kept elsewhere, and what is kept."""
    folder = fresh(template, place)
    with subprocess.Popen([PROGRAM, "do", str(folder), "--seat", SEAT], env=environment(), bufsize=0,
                          stdin=subprocess.PIPE, stdout=subprocess.PIPE,
                          stderr=subprocess.DEVNULL) as at_work:
        ask(at_work, LOST[0])
        shutil.rmtree(folder)
        for line in LOST[1:]:
            ask(at_work, line)
        at_work.communicate(timeout=60)
    must(len(kept_elsewhere()) == 1, "nothing is kept elsewhere")
    shutil.copytree(STATE, saved)


def back_with_fault(template, place, saved, env, name):
    """However its way back is disturbed, all comes back, once."""
    folder = fresh(template, place)
    shutil.copytree(saved, STATE)
    done = run("do", folder, "--seat", SEAT, "disturbed", env=env)

    def look():
        must(done.returncode in (0, 3, -signal.SIGKILL), f"status {done.returncode}")
        look_at_folder(folder, [])
        notes = good("show", folder, "notes", "--json").stdout.decode()
        for line in ("before it is lost", "after it is lost", "and after that"):
            must(notes.count(f'"{line}') == 1, f"{line!r} is there {notes.count(line)} times")

    judged(name, look)


def unmounted(template, scratch):
    place = scratch / "mounted"
    place.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=1m", "none", str(place)]
    mounted = subprocess.run(mount, capture_output=True, check=False)
    if mounted.returncode:
        skip(f"unmounting: no file system can be mounted: {text(mounted.stderr)}")
    folder = fresh(template, place / "session")

    def lose():
        subprocess.run(["umount", "-l", str(place)], check=True)

    def bring_back():
        subprocess.run(mount, check=True)
        shutil.copytree(template, folder)

    judged("unmounted", lambda: lost_once(folder, lose, bring_back))
    subprocess.run(["umount", str(place)], check=False)


def lost_inside(scratch):
    template = make_states(scratch)["old"]
    place = scratch / "now"
    for name, lose, bring_back, elsewhere in lost_ways(template, place):
        shutil.rmtree(away(place), ignore_errors=True)
        lost_by(name, template, place, lose, bring_back, elsewhere)
    judged("written by others", lambda: written_by_others(template, place))
    for word in ("EIO", "EROFS", "ESTALE"):
        ERRNOS[:] = [word]
        sweep(scratch, "lost", hows=("ever",), act=lambda env, name: lost_for_ever(
            template, place, env, name))
    ERRNOS[:] = ["EIO", "ENOSPC", "EMFILE"]
    prepare_kept(template, place, scratch / "saved")
    sweep(scratch, "the way back", hows=("kill", "once", "ever"), act=lambda env, name:
          back_with_fault(template, place, scratch / "saved", env, name))
    unmounted(template, scratch)


def lost(scratch):
    among_own_mounts(scratch, lost_inside)


# The console


def plain(shown):
    """What was written to the screen as words: rows and pieces of rows with a space between."""
    words = re.sub(r"\x1b\[[0-9;?]*m", "", shown.decode("utf-8", "replace"))
    return re.sub(r"\s+", " ", re.sub(r"\x1b(\[[0-9;?<>=]*[A-Za-z]|[()][A-Z0-9]|[=>])", " ", words))


class Console:
    """The console on a terminal of its own."""

    def __init__(self, folder, *words, env=None, user=None):
        self.pid, self.fd = pty.fork()
        if self.pid == 0:
            try:
                if user is not None:
                    os.setgroups([])
                    os.setgid(user)
                    os.setuid(user)
                os.execve(PROGRAM, [PROGRAM, str(folder), *words],
                          {**(env or environment()), "TERM": "xterm-256color", "LINES": "24",
                           "COLUMNS": "80"})
            finally:
                os._exit(126)
        fcntl.ioctl(self.fd, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.shown = b""
        self.status = None

    def read(self, seconds):
        """Takes what it shows; False when nothing came in that time, or nothing will any more."""
        if not select.select([self.fd], [], [], seconds)[0]:
            return False
        try:
            data = os.read(self.fd, 65536)
        except OSError:
            data = b""
        self.shown += data
        return bool(data)

    def sees(self, what, seconds=20):
        end = time.monotonic() + seconds
        while what not in plain(self.shown):
            must(time.monotonic() < end and (self.read(1) or self.alive()),
                 f"{what!r} is not shown, but {self.shown[-600:].decode('utf-8', 'replace')!r}")

    def alive(self):
        if self.status is None:
            pid, status = os.waitpid(self.pid, os.WNOHANG)
            self.status = os.waitstatus_to_exitcode(status) if pid else None
        return self.status is None

    def type(self, line):
        os.write(self.fd, line.encode() + b"\r")

    def ends(self, seconds=30):
        """Its status; what it still shows is taken meanwhile."""
        end = time.monotonic() + seconds
        while self.alive():
            must(time.monotonic() < end, "it does not end")
            if self.fd < 0 or not self.read(0.05):
                time.sleep(0.01)
        while self.fd >= 0 and self.read(0):
            pass
        return self.status

    def is_safe(self):
        """The last line that was typed has its mark."""
        return "✓".encode() in self.shown[self.shown.rfind(b"typed into a fault"):]

    def hang_up(self):
        os.close(self.fd)
        self.fd = -1

    def done(self):
        if self.fd >= 0:
            os.close(self.fd)
        if self.alive():
            os.kill(self.pid, signal.SIGKILL)
            os.waitpid(self.pid, 0)


def on_console(name, folder, act, *words, **more):
    def look():
        console = Console(folder, *words, **more)
        try:
            act(console)
        finally:
            console.done()

    judged(name, look)


def has_note(folder, line):
    notes = good("show", folder, "notes", "--json").stdout.decode()
    must(notes.count(f'"{line}"') == 1, f"{line!r} is lost")


def ended_while_it_syncs(template, place, end, name):
    """A line waits for a slow sync, another behind it, when the end comes."""
    folder = fresh(template, place)
    env = environment(LD_PRELOAD=str(SHIMS / "libnth_call.so"), NTH_SLOW="300")

    def act(console):
        console.sees("an old point")
        console.type("a line that waits")
        console.sees("·")
        console.type("a line behind it")
        console.sees("a line behind")
        must("✓".encode() not in console.shown[console.shown.rindex(b"a line that waits"):],
             "it is called safe before it is")
        end(console)
        must(console.ends() == 0, f"status {console.status}")
        has_note(folder, "a line that waits")
        has_note(folder, "a line behind it")
        look_at_folder(folder, [])

    on_console(name, folder, act, "--seat", SEAT, env=env)


def a_failed_sync(template, place):
    """The console goes on in the next part by itself, and says so."""
    folder = fresh(template, place)
    env = {**nth("nth_call", 1, errno.EIO, calls="sync"), "NTH_UNDER": str(folder / "log") + "/"}

    def act(console):
        console.sees("an old point")
        console.type("a line for the other file")
        console.sees(f"goes on in log/{SEAT}.2.yaml")
        console.sees("✓")
        os.kill(console.pid, signal.SIGTERM)
        must(console.ends() == 0, f"status {console.status}")
        has_note(folder, "a line for the other file")

    on_console("a failed sync", folder, act, "--seat", SEAT, env=env)


def a_lost_folder(template, place):
    folder = fresh(template, place)

    def act(console):
        console.sees("an old point")
        shutil.rmtree(folder)
        console.type("a line without a folder")
        console.sees("the session folder cannot be written")
        console.type("/leave")
        must(console.ends() == 0, f"status {console.status}")
        must(str(kept_elsewhere()[0]) in plain(console.shown), "where it is is not said")
        shutil.copytree(template, folder)

    on_console("a lost folder", folder, act, "--seat", SEAT)

    def again(console):
        console.sees("came back into this session")
        console.sees("a line without a folder")

    on_console("a lost folder comes back", folder, again, "--seat", SEAT)


def a_disk_that_fails(template, place):
    """NOT SAVED while it is not, with the reason; in the end it goes elsewhere."""
    folder = fresh(template, place)
    env = {**nth("nth_call", 1, errno.ENOSPC, "ever", calls="write"),
           "NTH_UNDER": str(folder / "log") + "/"}

    def act(console):
        console.sees("an old point")
        console.type("a line on a full disk")
        console.sees("NOT SAVED")
        console.sees("No space left on device")
        console.type("/leave")
        console.sees("leave all the same")
        must(console.alive(), "it left with unsaved lines without asking")
        os.kill(console.pid, signal.SIGTERM)
        must(console.ends() == 0, f"status {console.status}")
        must(len(kept_elsewhere()) == 1, "it is kept nowhere")
        has_note_after_opening(folder, "a line on a full disk")

    on_console("a full disk", folder, act, "--seat", SEAT, env=env)


def shown_with_fault(template, place, env, name):
    """What has a mark of being safe is there; the console ends as it should."""
    folder = fresh(template, place)

    def act(console):
        end = time.monotonic() + 20
        while console.alive() and "an old point" not in plain(console.shown):
            must(time.monotonic() < end, "it neither shows anything nor ends")
            console.read(0.05)
        if not console.alive():
            must(console.status == 3, f"status {console.status}")
            return
        console.type("typed into a fault")
        while "typed into a fault" not in plain(console.shown) and time.monotonic() < end:
            console.read(0.05)
        while not console.is_safe() and time.monotonic() < end - 18:
            console.read(0.05)
        was_safe = console.is_safe()
        os.kill(console.pid, signal.SIGKILL if was_safe else signal.SIGTERM)
        console.ends()
        must(was_safe or console.status in (0, 3), f"status {console.status}")
        if was_safe or console.status == 0:
            has_note_after_opening(folder, "typed into a fault")

    on_console(name, folder, act, "--seat", SEAT, env=nth_under(folder, env))


def has_note_after_opening(folder, line):
    good("do", folder, "--seat", SEAT, "a later line")
    has_note(folder, line)


def a_full_console(template, place):
    """A full file system of its own, with the reserve."""
    mounted = subprocess.run(["mount", "-t", "tmpfs", "-o", "size=2m", "none", str(place)],
                             capture_output=True, check=False)
    if mounted.returncode:
        skip(f"no file system can be mounted: {text(mounted.stderr)}")
    folder = fresh(template, place / "session")

    def act(console):
        console.sees("an old point")
        filler = fill(place, 0)
        for n in range(4):
            console.type(f"a last note {n} " + "with many words " * 80)
        console.sees("disk full, last reserve in use")
        filler.unlink()
        console.sees("the disk has room again")
        os.kill(console.pid, signal.SIGTERM)
        must(console.ends() == 0, f"status {console.status}")
        must(not kept_elsewhere(), "it went elsewhere")

    on_console("a full console", folder, act, "--seat", SEAT)
    subprocess.run(["umount", str(place)], check=True)


def ends_inside(scratch):
    template = make_states(scratch)["old"]
    place = scratch / "now"
    for number in (signal.SIGTERM, signal.SIGHUP, signal.SIGINT, signal.SIGQUIT):
        ended_while_it_syncs(template, place, lambda c, n=number: os.kill(c.pid, n), number.name)
    ended_while_it_syncs(template, place, Console.hang_up, "the terminal is gone")
    ended_while_it_syncs(template, place, lambda c: c.type("/leave"), "/leave")
    a_failed_sync(template, place)
    a_lost_folder(template, place)
    a_disk_that_fails(template, place)
    sweep(scratch, "console", hows=("once", "ever"), calls="write,sync,open", act=lambda env, name:
          shown_with_fault(template, place, env, name))
    small = scratch / "small"
    small.mkdir()
    a_full_console(template, small)


def ends(scratch):
    among_own_mounts(scratch, ends_inside)


# Sessions that may not be written

NOBODY = 65534


def looked_at(name, folder, why, user=None):
    """It is shown, it says why nothing can be written, and it takes a view."""
    before = sorted((p, p.stat().st_mtime_ns) for p in folder.rglob("*"))

    def act(console):
        console.sees("an old point")
        console.sees("read-only")
        console.sees(why)
        console.type("a line that cannot be kept")
        os.kill(console.pid, signal.SIGTERM)
        must(console.ends() == 0, f"status {console.status}")
        after = sorted((p, p.stat().st_mtime_ns) for p in folder.rglob("*"))
        must(before == after, "something was written")

    on_console(name, folder, act, "--seat", SEAT, user=user)


def another_version(template, place):
    folder = fresh(template, place)
    log = folder / "log" / f"{SEAT}.yaml"
    line = b'- {seq: 99, clock: 1876348202120, at: "2029-06-16T14:03:22.120Z", do: "applaud"'
    log.write_bytes(log.read_bytes() + line + b", len: %d, crc: \"%08x\"}\n" % (len(line), crc32c(line)))
    looked_at("another version", folder, "applaud")


def crc32c(data):
    crc = 0xffffffff
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82f63b78 if crc & 1 else 0)
    return crc ^ 0xffffffff


def no_permission(template, place):
    """Root is held by none, and looks as somebody else."""
    folder = fresh(template, place)
    if os.geteuid() == 0:
        os.chmod(place.parent, 0o755)
        for path in (folder, *folder.rglob("*")):
            path.chmod(0o755 if path.is_dir() else 0o644)
        looked_at("no permission", folder, "Permission denied", NOBODY)
        return
    for path in (folder / "log", *(folder / "log").iterdir()):
        path.chmod(0o500 if path.is_dir() else 0o400)
    looked_at("no permission", folder, "Permission denied")
    done = run("do", folder, "--seat", SEAT, "x")
    judged("do without permission", lambda: must(done.returncode == 3, text(done.stderr)))
    (folder / "log").chmod(0o700)


def looks_inside(scratch):
    template = make_states(scratch)["old"]
    medium = scratch / "medium"
    medium.mkdir()
    mounted = subprocess.run(["mount", "-t", "tmpfs", "none", str(medium)], capture_output=True,
                             check=False)
    if mounted.returncode:
        skip(f"a read-only medium: nothing can be mounted: {text(mounted.stderr)}")
    folder = fresh(template, medium / "session")
    subprocess.run(["mount", "-o", "remount,ro,bind", str(medium)], check=True)
    looked_at("a read-only medium", folder, "Read-only file system")
    done = run("do", folder, "--seat", SEAT, "x")
    judged("do on a read-only medium", lambda: must(
        done.returncode == 3 and "Read-only" in text(done.stderr), text(done.stderr)))
    subprocess.run(["umount", str(medium)], check=True)


def looks(scratch):
    if not os.environ.get("FAULTS_INSIDE"):
        template = make_states(scratch)["old"]
        another_version(template, scratch / "now")
        no_permission(template, scratch / "now")
    if failures:
        return
    among_own_mounts(scratch, looks_inside)


# File systems without permissions

OPEN_TO_OTHERS = "other users of this machine can read "
NO_PERMISSIONS = "its file system keeps no permissions"


def told_once(name, folder, env):
    """start, do and verify each say it in one line, and do what they do."""
    started = run("start", AGENDA, "--session", folder, env=env)
    done = run("do", folder, "--seat", SEAT, "an old point", env=env)
    checked = run("verify", folder, env=env)

    def look():
        for verb, ran, said in (("start", started, started.stderr), ("do", done, done.stderr),
                                ("verify", checked, checked.stdout)):
            must(ran.returncode == 0, f"{verb} gives {ran.returncode}: {text(ran.stderr)}")
            must(text(said).count(OPEN_TO_OTHERS + str(folder)) == 1 and
                 text(said).count(NO_PERMISSIONS) == 1, f"{verb} says {text(said)!r}")
        must(text(started.stdout) == str(folder), "start does not say where it is")
        look_at_log(folder, acknowledged(done.stdout))

    judged(name, look)


def shown_in_the_head(name, folder, env):
    def act(console):
        console.sees("an old point")
        console.sees(OPEN_TO_OTHERS.strip())
        console.sees("READABLE BY OTHERS")
        os.kill(console.pid, signal.SIGTERM)
        must(console.ends() == 0, f"status {console.status}")

    on_console(name, folder, act, "--seat", SEAT, env=env)


def older_gets_its_secret(name, folder, env):
    """Renaming without replacing, and its stand-ins, as this file system has them."""
    secret = folder / "secret.yaml"
    secret.unlink()
    done = run("do", folder, "--seat", SEAT, "a later point", env=env)

    def look():
        must(done.returncode == 0, text(done.stderr))
        must("secret.yaml" not in text(done.stderr), text(done.stderr))
        must(len(secret.read_bytes()) == 96, "no secret was made")
        must(not list(folder.glob(".secret-*")), "something is left beside it")

    judged(name, look)


def without_permissions(name, folder, env=None):
    told_once(f"{name}: told", folder, env)
    if failures:
        return
    shown_in_the_head(f"{name}: shown", folder, env)
    older_gets_its_secret(f"{name}: an older session", folder, env)


def modes_inside(scratch):
    image, place = scratch / "image", scratch / "mounted"
    place.mkdir()
    path = os.environ.get("PATH", "") + ":/usr/sbin:/sbin"
    program = shutil.which("mkfs.vfat", path=path)
    judged("mkfs.vfat", lambda: must(program, "it is missing: packages.txt names dosfstools"))
    if not program:
        return
    subprocess.run([program, "-C", str(image), "16384"], check=True, stdout=subprocess.DEVNULL)
    mounted = mounted_image(image, place)
    if mounted.returncode:
        skip(f"no vfat image can be mounted: {text(mounted.stderr)}")
    without_permissions("vfat", place / "session")
    subprocess.run(["umount", str(place)], check=True)


def modes(scratch):
    if not os.environ.get("FAULTS_INSIDE"):
        env = environment(LD_PRELOAD=str(SHIMS / "liblax_fs.so"))
        without_permissions("a shim", scratch / "session", env)
    if failures:
        return
    among_own_mounts(scratch, modes_inside)


def main():
    global STATE
    with tempfile.TemporaryDirectory(prefix="faults-") as scratch:
        STATE = pathlib.Path(scratch) / "state"
        {"calls": calls, "short": short, "kill": kill, "full": full,
         "power": power, "memory": memory, "clock": clock, "lost": lost, "ends": ends,
         "looks": looks, "modes": modes}[PART](
            pathlib.Path(scratch))
    for failure in failures[:40]:
        print(failure)
    print(f"{PART}: {count} faults, {len(failures)} that the oracle does not allow")
    sys.exit(1 if failures else 0)


main()
