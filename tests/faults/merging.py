# SPDX-License-Identifier: MIT
"""merging.py - `roundtable merge` on disks that fail, and killed at every call of the system, and without memory.

usage: merging.py PROGRAM SOURCE-FOLDER SHIM-FOLDER

The oracle: whatever happens, what stood in the session stands there still, no log is between what it
was and what it becomes, the other folder is untouched, the session can be read; and the next run comes
to the very files of a run that nothing disturbed. ROUNDTABLE_LONG=1: every error at every call.
"""
import errno
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

PROGRAM = sys.argv[1]
SOURCE, SHIMS = map(pathlib.Path, sys.argv[2:4])
LONG = os.environ.get("ROUNDTABLE_LONG") == "1"
ERRNOS = ["EIO", "ENOSPC", "EROFS", "EDQUOT", "EMFILE", "ENOLCK", "EINTR"]
TORN = b'- {seq: 99, clock: 1776348202120, at: "20'
CALLS_MOST = 20000
failures = []
count = 0


def run(*words, env=None):
    return subprocess.run([PROGRAM, *map(str, words)], input=b"", capture_output=True, timeout=60,
                          env={**os.environ, "TZ": "UTC", **(env or {})})


def do(folder, seat, *lines):
    if run("do", folder, "--seat", seat, *lines).returncode:
        sys.exit(f"cannot do {lines}")


def files(folder):
    """All but what a killed run may leave beside record and secret, under names that nobody reads."""
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*"))
            if p.is_file() and not p.name.startswith(("record.yaml.", ".secret-"))}


def make(scratch):
    """Two laptops: a seat that is new, one that went on, one that forked, torn ends on both sides."""
    ours, theirs = scratch / "ours", scratch / "theirs"
    run("start", SOURCE / "agendas" / "minimal.yaml", "--session", ours)
    for seat in ("facilitator", "rapporteur", "script"):
        do(ours, seat, f"the first of {seat}", f"/person {seat[0]}x Of {seat}; ; Valley")
    shutil.copytree(ours, theirs)
    do(theirs, "facilitator", "went on", "/person late Late Comer; Clerk; Forest", "said @late")
    do(theirs, "visitor", "/person guest A Guest; ; Harbour", "of the new seat")
    do(theirs, "script", "one branch")
    do(ours, "script", "the other branch")
    for folder, seat in ((ours, "facilitator"), (theirs, "rapporteur")):
        with open(folder / "log" / f"{seat}.yaml", "ab") as log:
            log.write(TORN)
    with open(ours / "people" / "facilitator.yaml", "ab") as people:
        people.write(b'- {person: "p-fac')
    do(ours, "closer", "/close really")
    for folder, digit in ((ours, "2"), (theirs, "1")):
        (folder / "secret.yaml").write_text(f'roundtable: secret/1\nsecret: "{digit * 64}"\n')
    return ours, theirs


def wrong(done, now, before, whole, theirs, apart):
    """What the oracle does not allow, or None."""
    if done.returncode not in (0, 1, 3, -9):
        return f"status {done.returncode}: {done.stderr.decode()}"
    if done.returncode in (0, 1) and now != whole:
        return "done, and not all is there"
    if done.returncode == 3 and done.stderr.count(b"\n") != 1:
        return f"the failure is said as {done.stderr.decode()!r}"
    if files(theirs) != apart:
        return "the other folder was changed"
    for name, data in before.items():
        if now.get(name) not in (data, whole[name]):
            return f"{name} is neither what it was nor what it becomes"
        people = name.replace("log/", "people/")
        if now[name] != data and name.startswith("log/") and now.get(people) != whole.get(people):
            return f"{name} came before those whom it speaks of"
    for name, data in now.items():
        if name not in before and pathlib.Path(name).name[0] != "." and data not in (whole.get(name), b""):
            return f"{name} is not whole"
    return None


def one(place, ours, theirs, before, whole, apart, env, name):
    global count
    count += 1
    folder = place / "now"
    shutil.rmtree(folder, ignore_errors=True)
    shutil.copytree(ours, folder)
    done = run("merge", folder, theirs, env=env)
    bad = wrong(done, files(folder), before, whole, theirs, apart)
    if not bad and run("show", folder, "notes").returncode:
        bad = "the session cannot be read"
    if not bad:
        again = run("merge", folder, theirs)
        if again.returncode != 1:
            bad = f"the next run gives {again.returncode}: {again.stderr.decode()}"
        elif files(folder) != whole:
            bad = f"the next run leaves other files: {sorted(set(files(folder)) ^ set(whole)) or 'other bytes'}"
    if bad:
        failures.append(f"{name}: {bad}")


def sweep(scratch, ours, theirs, before, whole, apart):
    for how in ("kill", "once", "ever", "short"):
        for n in range(1, CALLS_MOST):
            hit, words = scratch / "hit", ERRNOS
            if not LONG or how in ("kill", "short"):
                words = [ERRNOS[n % len(ERRNOS)]]
            any_hit = False
            for word in words:
                hit.unlink(missing_ok=True)
                env = {"LD_PRELOAD": str(SHIMS / "libnth_call.so"), "NTH_AT": str(n), "NTH_HOW": how,
                       "NTH_ERRNO": str(getattr(errno, word)), "NTH_HIT": str(hit)}
                one(scratch, ours, theirs, before, whole, apart, env, f"call {n} {how} {word}")
                any_hit = any_hit or hit.exists()
            if not any_hit:
                break


def sweep_memory(scratch, ours, theirs, before, whole, apart):
    """An allocation in so many gives nothing: every one in the long form."""
    for n in range(1, 10 ** 7, 1 if LONG else 61):
        hit = scratch / "hit"
        hit.unlink(missing_ok=True)
        env = {"LD_PRELOAD": str(SHIMS / "libnth_alloc.so"), "NTH_AT": str(n), "NTH_HIT": str(hit)}
        one(scratch, ours, theirs, before, whole, apart, env, f"allocation {n}")
        if not hit.exists():
            break


def main():
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        os.environ.update(HOME=place, XDG_DATA_HOME=place, XDG_STATE_HOME=place)
        os.environ.pop("ROUNDTABLE_HOME", None)
        ours, theirs = make(scratch)
        before, apart = files(ours), files(theirs)
        merged = scratch / "merged"
        shutil.copytree(ours, merged)
        if run("merge", merged, theirs).returncode != 1:
            sys.exit("the undisturbed run does not do what it should")
        sweep(scratch, ours, theirs, before, files(merged), apart)
        sweep_memory(scratch, ours, theirs, before, files(merged), apart)
    for failure in failures[:20]:
        print(failure)
    print(f"{count} runs, {len(failures)} wrong")
    sys.exit(1 if failures else 0)


main()
