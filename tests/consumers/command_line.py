# SPDX-License-Identifier: MIT
"""command_line.py - the exit statuses of the contract and one clear line for everything that is wrong.

usage: command_line.py PROGRAM SOURCE-FOLDER
"""
import json
import os
import pathlib
import re
import subprocess
import sys
import tempfile

PROGRAM, SOURCE = sys.argv[1], pathlib.Path(sys.argv[2])
MINIMAL = str(SOURCE / "agendas" / "minimal.yaml")
failed = 0


def run(*arguments, **options):
    options.setdefault("input", b"")
    return subprocess.run([PROGRAM, *arguments], capture_output=True, **options)


def expect(name, done, status, says="", out=None, lines=1):
    """`says` stands on standard error; a failure is that many lines there, without an escape."""
    global failed
    error = done.stderr.decode()
    wrong = []
    if done.returncode != status:
        wrong.append(f"status {done.returncode}, not {status}")
    if not re.search(says, error):
        wrong.append(f"{says!r} is not said")
    if "\x1b" in error or "\x1b" in done.stdout.decode():
        wrong.append("an escape sequence")
    if status and lines and error.count("\n") != lines:
        wrong.append(f"{error.count(chr(10))} lines, not {lines}")
    if out is not None and not re.fullmatch(out, done.stdout.decode(), re.S):
        wrong.append(f"{out!r} is not what came out: {done.stdout.decode()!r}")
    if wrong:
        failed += 1
        print(f"{name}: {'; '.join(wrong)}\n  {error.rstrip()}")


def wrong_use(folder):
    expect("unknown option", run("show", folder, "--jsno"), 2, "did you mean --json")
    expect("unknown view", run("show", folder, "note"), 2, "did you mean notes")
    expect("no session", run("show"), 2, "wants SESSION")
    expect("one word too many", run("verify", folder, "x"), 2, "one word too many")
    expect("no format", run("export", folder), 2, "md, csv, json")
    expect("unknown format", run("export", folder, "--as", "jsn"), 2, "did you mean json")
    expect("no value", run("export", folder, "--as"), 2, "--as wants FORMAT")
    expect("a value too many", run("show", folder, "--json=yes"), 2, "takes no value")
    expect("unknown what", run("export", folder, "--as", "md", "--what", "note"), 2, "did you mean notes")
    expect("bad time", run("show", folder, "--at", "yesterday"), 2, "--at wants")
    expect("bad seat", run("do", folder, "--seat", "No Seat", "x"), 2, "seat")
    expect("unknown help", run("help", "exprot"), 2, "did you mean export")
    expect("escape in a word", run("show", folder, "\x1b[31m"), 2, "no view")


def unreadable(folder, scratch):
    expect("no such session", run("show", "no-such"), 3, "no session 'no-such'")
    expect("no such path", run("show", "/no/such"), 3, "/no/such")
    expect("a folder that is none", run("show", str(scratch)), 3, "no session folder")
    expect("no such agenda", run("check", "/no/such.yaml"), 3, "No such file")
    expect("a folder as agenda", run("check", str(scratch)), 3, "directory")
    expect("start of nothing", run("start", "/no/such.yaml"), 3, "/no/such.yaml")
    expect("start where something is", run("start", MINIMAL, "--session", str(scratch)), 3, "in it already")
    expect("start where nothing can be", run("start", MINIMAL, "--session", "/proc/x"), 3, "/proc/x")
    expect("export nowhere", run("export", folder, "--as", "md", "-o", "/no/such/file"), 3, "/no/such/file")
    expect("export onto a folder", run("export", folder, "--as", "md", "-o", str(scratch)), 3, str(scratch))
    expect("export to a full disk", run("export", folder, "--as", "md", "-o", "/dev/full"), 3, "No space left")
    for arguments in (["show", folder], ["export", folder, "--as", "md"], ["verify", folder],
                      ["help"], ["--version"], ["do", folder, "--seat", "full", "a line"]):
        with open("/dev/full", "wb") as full:
            done = subprocess.run([PROGRAM, *arguments], stdin=subprocess.DEVNULL, stdout=full,
                                  stderr=subprocess.PIPE)
            done.stdout = b""
            expect(f"{arguments[0]} to a full disk", done, 3, "No space left")


    looped = scratch / "looped"
    looped.mkdir()
    (looped / "agenda.yaml").symlink_to("agenda.yaml")
    for verb in ("show", "verify", "do"):
        expect(f"{verb} of an agenda nobody can open", run(verb, str(looped)), 3, "agenda.yaml: Too many")


def damage(folder):
    """What holds is shown, and that not all holds is said."""
    run("do", folder, "--seat", "broken", "One", "Two")
    log = pathlib.Path(folder) / "log" / "broken.yaml"
    log.write_bytes(log.read_bytes().replace(b'"One"', b'"Ono"'))
    said = "log/broken.yaml is damaged.*roundtable verify"
    expect("show of a damaged log", run("show", folder, "notes"), 0, said, out=".*Two\n.*")
    expect("export of a damaged log", run("export", folder, "--as", "csv"), 0, said, out=".*Two.*")


def agendas(scratch):
    for agenda in sorted((SOURCE / "agendas").glob("*.yaml")):
        expect(agenda.name, run("check", str(agenda)), 0, r"\A\Z", out="")
    bad = scratch / "bad.yaml"
    bad.write_text("roundtable: agenda/1\ntitel: Test\nrule: opne\nitems:\n  - {title: A, minutes: ten}\n")
    expect("three mistakes and what they lack", run("check", str(bad)), 1,
           r"bad.yaml:2:1: error: .*title(.|\n)*bad.yaml:3:7: error: .*open(.|\n)*bad.yaml:5:25: error", lines=0)
    expect("start of a bad one", run("start", str(bad)), 1, "bad.yaml:2:1: error", lines=0)
    expect("good and bad", run("check", MINIMAL, str(bad)), 1, "bad.yaml", lines=0)


def doing(folder):
    expect("a line is acknowledged", run("do", folder, "A point"), 0, out="script-2 point.*\n")
    expect("a refused line", run("do", folder, "A point", "/nonsense", "not reached"), 1,
           "arguments:2: .*nonsense", out="script-3[^\n]*\n")
    expect("going on", run("do", folder, "--keep-going", "/nonsense", "reached"), 1,
           "arguments:1: ", out="script-4[^\n]*\n")
    expect("a script", run("do", folder, input=b"// nothing\n\nA point\n/nonsens\n"), 1,
           "stdin:4: ", out="script-5[^\n]*\n")
    expect("a question", run("do", folder, "/item next", "/speak ops, log", "/item next"), 1,
           "arguments:3: .*carry.*clear.*keep")
    expect("no time before the first", run("do", folder, "--seat", "late", input=b"A\n[10:03] B\n"), 1,
           "stdin:1: ", out="")
    expect("times", run("do", folder, "--seat", "timed", input=b"[10:03] A\nB\n[10:04:30] C\r\n"), 0,
           out="timed-2.*timed-3.*timed-4.*")
    expect("a byte order mark", run("do", folder, "--seat", "marked", input=b"\xef\xbb\xbf[10:05] A\n"), 0,
           out="marked-2 .*")
    notes = json.loads(run("show", folder, "notes", "--json").stdout)
    of = {note["id"]: note for note in notes}
    expect("a line end of another system", run("show", folder), 0)
    assert of["timed-4"]["text"] == "C" and of["timed-2"]["at"] == of["timed-3"]["at"]
    expect("an earlier time", run("do", folder, "--seat", "timed", "[10:03] D"), 1, "arguments:1: .*earlier")
    expect("nothing to do", run("do", folder), 0, out="")
    expect("both seats in one", run("do", folder, "--seat", "both", "A"), 0, out="facilitator-both-2 .*")
    expect("an invalid line", run("do", folder, input=b"\xff\xfe and \x00 inside\n"), 0)
    expect("a word too many after a command", run("do", folder, "/pause now"), 1, "after /pause: not 'now'")
    expect("a line for the console", run("do", folder, "/view floor"), 1, "console")


def answers_as_it_goes(folder):
    """A program that holds both ends gets its answer before it types on."""
    process = subprocess.Popen([PROGRAM, "do", folder, "--seat", "live"], stdin=subprocess.PIPE,
                               stdout=subprocess.PIPE, stderr=subprocess.PIPE)
    for number in range(3):
        process.stdin.write(f"line {number}\n".encode())
        process.stdin.flush()
        assert process.stdout.readline().startswith(f"live-{number + 2} ".encode())
    held = run("do", folder, "--seat", "live", "x")
    expect("a held seat", held, 3, "held")
    process.kill()
    process.wait()
    notes = json.loads(run("show", folder, "notes", "--json").stdout)
    assert sum(note["seat"] == "live" for note in notes) == 3, "what was acknowledged is there"
    for stream in (process.stdin, process.stdout, process.stderr):
        stream.close()


def rules(scratch):
    for rule, status in (("open", 0), ("chatham-house", 0), ("closed", 4)):
        agenda = scratch / f"{rule}.yaml"
        agenda.write_text(f"roundtable: agenda/1\ntitle: Test\nrule: {rule}\nparticipants: "
                          "[{id: ann, name: Ann Aster}]\nitems: [{title: A, minutes: 10}]\n")
        folder = str(scratch / f"session-{rule}")
        run("start", str(agenda), "--session", folder)
        run("do", folder, "It is so @ann")
        expect(rule, run("export", folder, "--as", "md"), status, "" if not status else "closed")
        done = run("export", folder, "--as", "md", "--internal")
        expect(f"{rule}, internal", done, 0, out=".*INTERNAL.*Ann Aster.*")
        target = scratch / f"{rule}.md"
        run("export", folder, "--as", "md", "-o", str(target))
        assert target.exists() == (status == 0)
        if target.exists():
            assert target.stat().st_mode & 0o777 == 0o600


def default_place(scratch, environment):
    first = run("start", MINIMAL, env=environment).stdout.decode().strip()
    second = run("start", MINIMAL, env=environment).stdout.decode().strip()
    assert second == first + "-2", (first, second)
    name = pathlib.Path(first).name
    expect("sessions", run("sessions", env=environment), 0, out=f"{name}-2 .*{name} .*|{name} .*{name}-2 .*")
    expect("several fit", run("show", name[:12], env=environment), 2, "several")
    expect("a whole name", run("show", name, env=environment), 0)
    expect("the beginning of one", run("show", name + "-", env=environment), 0)
    run("do", first, "/close", env=environment)
    assert (pathlib.Path(first) / "record.yaml").exists()
    expect("closed", run("sessions", env=environment), 0, out=".*closed.*")
    expect("after the close", run("do", first, "a note", env=environment), 1, "closed")
    record = pathlib.Path(first) / "record.yaml"
    before = record.read_text()
    run("do", first, "! An action point after all", env=environment)
    assert record.read_text() != before and "after all" in record.read_text()
    expect("no home", run("sessions", env={"PATH": os.environ["PATH"]}), 3)


def closed_streams(folder):
    """A stream that is closed fails; no file that is opened later takes its place."""
    for stream in (0, 1, 2):
        done = subprocess.run(["bash", "-c", f'"$0" do "$1" --seat shut{stream} "A line" {stream}>&-', PROGRAM, folder],
                              capture_output=True, stdin=subprocess.DEVNULL)
        expect(f"stream {stream} closed", done, 3 if stream == 1 else 0)
    expect("whole all the same", run("verify", folder), 0, out=".*log/shut1.yaml: whole, 2 events.*")


def as_of(folder):
    run("do", folder, "--seat", "clocked", input=b"[10:00] /item news\n[10:05] /item end\n[10:06] end\n")
    used = {}
    for at in ("2026-04-16T10:02:00Z", "10:03"):
        done = run("show", folder, "time", "--json", "--at", at)
        expect(f"as of {at}", done, 0)
        used[at] = json.loads(done.stdout)["items"][0]["used_ms"]
    whole = json.loads(run("show", folder, "time", "--json").stdout)["items"][0]["used_ms"]
    assert whole == 300000 and used["10:03"] == 180000 and used["2026-04-16T10:02:00Z"] == 120000, (whole, used)


def gone(folder):
    """Undoing a person leaves the notes; the person is shown by number, marked gone."""
    run("do", folder, "--seat", "host", "/person cat Cat Cole; Cook")
    run("do", folder, "--seat", "guest", "It was so @cat")
    run("do", folder, "--seat", "host", "/undo")
    note = json.loads(run("show", folder, "notes", "--json").stdout)[-1]
    assert note["text"] == "It was so" and note["by"] == "p-host-2", note
    person = json.loads(run("show", folder, "people", "--json").stdout)[-1]
    assert person["id"] == "p-host-2" and person["name"] is None and person["gone"], person


def stray_log(folder, other):
    """A log of another session is told, by verify too."""
    log = pathlib.Path(folder) / "log" / "stray.yaml"
    run("do", other, "--seat", "stray", "Elsewhere")
    log.write_bytes((pathlib.Path(other) / "log" / "stray.yaml").read_bytes())
    expect("verify of a stray log", run("verify", folder), 1, out=".*stray.yaml: it is the log of another session.*", lines=0)
    log.unlink()


def secrets(folder):
    """Only what may write the folder or makes an export gives an older session its secret."""
    secret = pathlib.Path(folder) / "secret.yaml"
    for words in (["show", folder], ["verify", folder], ["sessions"]):
        secret.unlink(missing_ok=True)
        expect(f"{words[0]} of an older session", run(*words), 0, "^$")
        if secret.exists():
            expect(f"{words[0]} makes a secret", run(*words), -1)
    for words in (["export", folder, "--as", "md", "--internal"], ["do", folder, "A note"]):
        secret.unlink(missing_ok=True)
        expect(f"{words[0]} of an older session", run(*words), 0, "^$")
        if not re.fullmatch(r'roundtable: secret/1\nsecret: "[0-9a-f]{64}"\n', secret.read_text()):
            expect(f"{words[0]} makes no secret", run(*words), -1)
    secret.unlink()
    secret.mkdir()
    for words in (["export", folder, "--as", "md", "--internal"], ["do", folder, "A note"],
                  ["show", folder]):
        said = "" if words[0] == "show" else "secret.yaml is damaged, it is not a regular file: "
        expect(f"{words[0]} with a damaged secret", run(*words), 0, said)
    expect("verify of a damaged secret", run("verify", folder), 1, lines=0,
           out=".*secret.yaml: damaged: it is not a regular file\n.*")
    secret.rmdir()


def record_on_demand(folder):
    """/close in a closed session writes the record anew."""
    record = pathlib.Path(folder) / "record.yaml"
    run("do", folder, "/close really")
    whole = record.read_bytes()
    record.unlink()
    expect("close of a closed session", run("do", folder, "/close"), 0, out="the session is closed already.*")
    if not record.exists() or record.read_bytes() != whole:
        expect("the record on demand", run("show", folder), 1)


def main():
    with tempfile.TemporaryDirectory() as place:
        scratch = pathlib.Path(place)
        environment = {"HOME": place, "PATH": os.environ["PATH"], "TZ": "UTC", "LC_ALL": "C"}
        os.environ.update(environment, XDG_DATA_HOME=place, ROUNDTABLE_HOME="")
        del os.environ["ROUNDTABLE_HOME"]
        agenda = scratch / "dated.yaml"
        agenda.write_text(pathlib.Path(MINIMAL).read_text() + "date: 2026-04-16\ntimezone: UTC\n")
        folders = []
        for name in ("one", "two"):
            folders.append(str(scratch / name))
            expect("start", run("start", str(agenda), "--session", folders[-1]), 0, out=folders[-1] + "\n")
        wrong_use(folders[0])
        unreadable(folders[0], scratch)
        agendas(scratch)
        doing(folders[0])
        answers_as_it_goes(folders[0])
        as_of(folders[1])
        closed_streams(folders[1])
        gone(folders[1])
        damage(folders[1])
        stray_log(*folders)
        secrets(folders[0])
        record_on_demand(folders[0])
        rules(scratch)
        default_place(scratch, environment)
        expect("version", run("--version"), 0, out=r"roundtable \d+\.\d+\.\d+\n")
        for verb in "open check start do show export verify merge sessions help".split():
            expect(f"help {verb}", run("help", verb), 0, out=".+")
    sys.exit(1 if failed else 0)


main()
