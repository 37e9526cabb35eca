# SPDX-License-Identifier: MIT
"""merging.py - laptops that were apart: what `roundtable merge` says, and the record that comes of it.

usage: merging.py PROGRAM SOURCE-FOLDER
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
failed = 0


def run(*arguments, **options):
    options.setdefault("input", b"")
    return subprocess.run([PROGRAM, *map(str, arguments)], capture_output=True, **options)


def expect(name, done, status, out=None, error=""):
    """All of standard output is `out`, a pattern; so is standard error."""
    global failed
    wrong = []
    if done.returncode != status:
        wrong.append(f"status {done.returncode}, not {status}")
    if out is not None and not re.fullmatch(out, done.stdout.decode(), re.S):
        wrong.append(f"standard output is {done.stdout.decode()!r}, not {out!r}")
    if not re.fullmatch(error, done.stderr.decode(), re.S):
        wrong.append(f"standard error is {done.stderr.decode()!r}")
    if wrong:
        failed += 1
        print(f"{name}: {'; '.join(wrong)}")


def hold(name, holds):
    global failed
    if not holds:
        failed += 1
        print(f"{name}: it is not so")


def files(folder):
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file()}


def crc32c(data):
    crc = 0xFFFFFFFF
    for byte in data:
        crc ^= byte
        for _ in range(8):
            crc = crc >> 1 ^ (0x82F63B78 if crc & 1 else 0)
    return crc ^ 0xFFFFFFFF


def header(line, seq):
    """The header of a log as that of a file that goes on after that number."""
    body = re.sub(rb"seq: \d+", b"seq: %d" % seq, line[:line.rindex(b", len: ")])
    return body + b', len: %d, crc: "%08x"}\n' % (len(body), crc32c(body))


def do(folder, seat, *lines):
    done = run("do", folder, "--seat", seat, *lines)
    if done.returncode:
        sys.exit(f"do {lines}: {done.stderr.decode()}")


def session(scratch, name):
    """Opened on one laptop, and copied to the other before the meeting."""
    agenda = scratch / "agenda.yaml"
    agenda.write_text((SOURCE / "agendas" / "minimal.yaml").read_text() + "date: 2026-04-16\ntimezone: UTC\n")
    ours, theirs = scratch / f"{name}-ours", scratch / f"{name}-theirs"
    run("start", agenda, "--session", ours)
    do(ours, "facilitator", "[10:00] /item next", "[10:01] /floor ?")
    shutil.copytree(ours, theirs)
    return ours, theirs


def apart(scratch):
    ours, theirs = session(scratch, "apart")
    do(ours, "facilitator", "[10:05] /end", "[10:06] a note of the facilitator")
    do(theirs, "rapporteur", "[10:02] a point #new-theme", "[10:03] /person lat Late Comer; Clerk; Valley",
       "[10:04] ! to be done @lat")
    start = files(ours)
    expect("dry", run("merge", "--dry-run", ours, theirs), 0,
           r"from [^\n]*theirs:\n  facilitator: nothing came, 3 here already\n"
           r"  rapporteur: \d events would come, with 2 lines of people, 0 here already\n"
           r"\d events would come, 3 here already, 0 set aside\n")
    hold("a dry run changes nothing", files(ours) == start)
    back = scratch / "apart-back"
    shutil.copytree(theirs, back)
    expect("apart", run("merge", ours, theirs), 0, r".*  rapporteur: \d events came, with 2 lines of people.*")
    merged = files(ours)
    expect("again", run("merge", ours, theirs), 0, r".*  rapporteur: nothing came, \d here already\n0 events came.*")
    hold("a second time changes nothing", files(ours) == merged)
    expect("the other way", run("merge", back, scratch / "apart-ours"), 0, ".*facilitator: 2 events came.*")
    for view in ("", "notes", "actions", "people", "time", "floor"):
        shown = [run("show", folder, *filter(None, [view]), "--json").stdout for folder in (ours, back)]
        hold(f"the same {view or 'summary'} on both laptops", shown[0] == shown[1] and b"{" in shown[0])
    hold("all is whole", run("verify", ours).returncode == 0 and run("verify", back).returncode == 0)
    hold("names stand only under people/",
         all(b"Late Comer" not in data for name, data in files(ours).items() if not name.startswith("people/")))
    do(ours, "facilitator", "[10:10] /close really")
    expect("the close comes too", run("merge", back, ours), 0, ".*record.yaml was written anew\n")
    hold("one record", (ours / "record.yaml").read_bytes() == (back / "record.yaml").read_bytes())


def late(scratch):
    """Notes that come after the session was closed."""
    ours, theirs = session(scratch, "late")
    do(theirs, "rapporteur", "[10:02] a late note")
    do(ours, "facilitator", "[10:10] /close really")
    record = ours / "record.yaml"
    before = record.read_bytes()
    expect("late", run("merge", ours, theirs), 0, ".*2 events came.*record.yaml was written anew\n")
    hold("the record has them", before != record.read_bytes() and b"a late note" in record.read_bytes())
    record.unlink()
    expect("killed before the record", run("merge", ours, theirs), 0, ".*0 events came.*written anew\n")
    hold("it is there again", b"a late note" in record.read_bytes())


def fork(scratch):
    """Both sat as the same seat."""
    ours, theirs = session(scratch, "fork")
    do(ours, "rapporteur", "[10:02] one thing")
    do(theirs, "rapporteur", "[10:03] another thing", "[10:04] and more")
    start = files(ours)
    told = (r".*rapporteur: nothing came, 0 here already, 3 set aside from number 1 on\n"
            r"  log/rapporteur.yaml: it parts from this session's at number 1: .* kept whole in torn/(\S+), .*")
    done = run("merge", ours, theirs)
    expect("fork", done, 1, told)
    aside = re.search(r"in (torn/\S+),", done.stdout.decode())
    hold("the branch is kept whole", aside and files(ours)[aside.group(1)] == files(theirs)["log/rapporteur.yaml"])
    hold("nothing of ours changed", all(files(ours)[name] == data for name, data in start.items()))
    merged = files(ours)
    expect("fork again", run("merge", ours, theirs), 1, told)
    hold("it is kept once", files(ours) == merged)
    expect("verify", run("verify", ours), 0, ".*torn/: 1 branch of a forked log kept by a merge\n")


def held(scratch):
    ours, theirs = session(scratch, "held")
    do(theirs, "facilitator", "[10:07] /end")
    do(theirs, "rapporteur", "[10:08] a point")
    process = subprocess.Popen([PROGRAM, "do", ours, "--seat", "facilitator"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    process.stdin.write(b"[10:02] a note\n")
    process.stdin.flush()
    process.stdout.readline()
    # Its fourth line is another one here: a fork, which needs no seat to be set aside.
    expect("a fork of a held seat", run("merge", ours, theirs), 1,
           ".*facilitator: nothing came, 3 here already, 1 set aside from number 4 on\n"
           "  rapporteur: 2 events came.*")
    again = scratch / "held-again"
    shutil.copytree(ours, again)
    do(again, "facilitator", "[10:09] more by the facilitator")
    expect("a held seat", run("merge", ours, again), 1,
           ".*facilitator: held, 1 event not taken, 4 here already\n.*"
           "facilitator: a running program has the seat: .*merge again.*0 events came.*")
    process.stdin.close()
    process.wait()
    for stream in (process.stdout, process.stderr):
        stream.close()
    expect("when it has left", run("merge", ours, again), 0, ".*facilitator: 1 event came.*")


def refused(scratch):
    ours, theirs = session(scratch, "refused")
    other = scratch / "other"
    run("start", scratch / "agenda.yaml", "--session", other)
    do(other, "rapporteur", "[10:02] of another session")
    do(theirs, "rapporteur", "[10:02] of this one")
    start = files(ours)
    place = scratch / "roundtable"
    shutil.copytree(theirs, place / "by-its-name")
    expect("by its name in the default place", run("merge", "--dry-run", ours, "by-its"), 0, ".*2 events would come.*")
    expect("another session", run("merge", ours, other), 1, "", "roundtable: .*other is another session than .*\n")
    expect("one of two is of another", run("merge", ours, theirs, other), 1, "", "roundtable: .*another session.*\n")
    expect("nothing there", run("merge", ours, scratch / "none"), 3, "", "roundtable: cannot open .*none: No such.*\n")
    expect("no session", run("merge", ours, SOURCE), 3, "", "roundtable: .* is no folder of a session.*\n")
    expect("no folder", run("merge", ours), 2, "", "roundtable: merge wants INTO FOLDER.*\n")
    expect("unknown option", run("merge", ours, theirs, "--dryrun"), 2, "", "roundtable: .*did you mean --dry-run.*\n")
    hold("nothing was changed", files(ours) == start)
    agenda = theirs / "agenda.yaml"
    agenda.write_text(agenda.read_text().replace("minutes: ", "minutes: 1"))
    expect("an agenda that was changed", run("merge", ours, theirs), 1,
           ".*rapporteur: 2 events came.*agenda.yaml: it differs from this session's.*")
    hold("ours stays", files(ours)["agenda.yaml"] == start["agenda.yaml"])
    (theirs / "log" / "rapporteur.yaml").unlink()
    (theirs / "log" / "rapporteur.yaml").symlink_to("rapporteur.yaml")
    expect("a log that cannot be read", run("merge", ours, theirs), 3, "", "roundtable: cannot read .*rapporteur.*\n")


def rescue(scratch):
    """What a seat left elsewhere when its session folder was lost: log/ and people/ only."""
    ours, theirs = session(scratch, "rescue")
    do(theirs, "rapporteur", "[10:02] before", "[10:03] lost and kept", "[10:04] and this")
    log = (theirs / "log" / "rapporteur.yaml").read_bytes().splitlines(keepends=True)
    number = re.search(r'^session: "?([0-9a-f]+)', (ours / "agenda.yaml").read_text(), re.M).group(1)
    kept = scratch / "roundtable" / f"rescue-ours-rapporteur-{number}"
    (kept / "log").mkdir(parents=True)
    (kept / "log" / "rapporteur.2.yaml").write_bytes(header(log[0], 2) + b"".join(log[2:]))
    (ours / "log" / "rapporteur.yaml").write_bytes(b"".join(log[:2]))
    expect("a rescue is told", run("do", ours, "--seat", "visitor", "[10:05] hello"), 0, None,
           "roundtable: lines of rapporteur are kept in .*'roundtable merge .*\n")
    expect("a rescue", run("merge", ours, kept), 0, ".*rapporteur: 2 events came, 0 here already.*")
    hold("its notes are there", run("show", ours, "notes").stdout.count(b"kept") == 1)
    expect("a rescue, again", run("merge", ours, kept), 0, ".*nothing came, 2 here already.*")
    do(ours, "rapporteur", "[10:06] going on")
    hold("the seat goes on", run("verify", ours).returncode == 0)


def copies(scratch):
    """What a synchroniser left beside a log."""
    ours, theirs = session(scratch, "copies")
    do(theirs, "facilitator", "[10:07] by the other")
    shutil.copy(theirs / "log" / "facilitator.yaml",
                ours / "log" / "facilitator.sync-conflict-20260416-100000-ABCDEFG.yaml")
    expect("verify of a copy", run("verify", ours), 1, ".*merge SESSION SESSION.*")
    expect("a conflicting copy", run("merge", ours, ours), 1,
           ".*facilitator: 1 event came.*log/facilitator.sync-conflict.*it may be removed.*")


def main():
    with tempfile.TemporaryDirectory() as place:
        os.environ.update(HOME=place, TZ="UTC", LC_ALL="C", XDG_DATA_HOME=place, XDG_STATE_HOME=place)
        os.environ.pop("ROUNDTABLE_HOME", None)
        for part in (apart, late, fork, held, refused, rescue, copies):
            part(pathlib.Path(place))
    sys.exit(1 if failed else 0)


main()
