# SPDX-License-Identifier: MIT
"""net_times.py - net times to the millisecond in `show floor --json` and `show time --json`, for
scripts with pauses, points of order, yields, extensions, suspension and undo over all of them.
usage: net_times.py PROGRAM

A row is a script, whose times are seconds after ten o'clock, a moment, and what both views must say
then: who speaks, for how long of what, who is interrupted, and how long each has spoken so far.
"""
import json
import os
import subprocess
import sys
import tempfile

AGENDA = """\
roundtable: agenda/1
title: Times
date: 2026-04-16
starts: "10:00"
timezone: UTC
list:
  limit: 3m
  limits: {order: 1m, question: 1m, reply: 2m}
  point-of-order: %s
participants:
  - {id: ann, name: Speaker A, delegation: North}
  - {id: bob, name: Speaker B, delegation: South}
  - {id: cyd, name: Speaker C, delegation: North}
  - {id: chair, name: The Chair, delegation: North, role: chair}
items:
  - {id: one, title: One, minutes: 10}
  - {id: two, title: Two, minutes: 10}
"""

# name, script, moment, floor "who kind state elapsed limit", paused, spoken of persons, of the item
ROWS = [
    ("runs", "0 /item one; 0.250 /floor ann", 61.375,
     "ann statement speaking 61125 180000", "", "ann 61125", 61375),
    ("paused", "0 /item one; 1 /floor ann; 20.125 /pause", 60,
     "ann statement paused 19125 180000", "", "ann 19125", 60000),
    ("paused_and_resumed", "0 /item one; 1 /floor ann; 20.125 /pause; 50.5 /resume", 60.001,
     "ann statement speaking 28626 180000", "", "ann 28626", 60001),
    ("paused_twice",
     "0 /item one; 0 /floor ann; 10.001 /pause; 20 /resume; 30.002 /pause; 40 /resume", 45,
     "ann statement speaking 25003 180000", "", "ann 25003", 45000),
    ("point_of_order", "0 /item one; 0 /floor ann; 10.010 /floor bob as order", 25.5,
     "bob order speaking 15490 60000", "ann statement paused 10010 180000",
     "ann 10010 bob 15490", 25500),
    ("point_of_order_over", "0 /item one; 0 /floor ann; 10.010 /floor bob as order; 30 /end", 40,
     "ann statement speaking 20010 180000", "", "ann 20010 bob 19990", 40000),
    ("point_of_order_over_by_next",
     "0 /item one; 0 /floor ann; 5 /speak bob as order; 10.5 /next; 30 /next", 40,
     "ann statement speaking 20500 180000", "", "ann 20500 bob 19500", 40000),
    ("point_of_order_on_a_paused_speech",
     "0 /item one; 0 /floor ann; 10.010 /pause; 20 /floor bob as order; 30 /end", 40,
     "ann statement paused 10010 180000", "", "ann 10010 bob 10000", 40000),
    ("question_within_a_point_of_order",
     "0 /item one; 0 /floor ann; 10 /floor bob as order; 15.001 /floor cyd as question; "
     "20.003 /end; 22 /end", 30,
     "ann statement speaking 18000 180000", "", "ann 18000 bob 6998 cyd 5002", 30000),
    ("point_of_order_that_ends", "0 /item one; 0 /floor ann; 10.010 /floor bob as order; 30 /end",
     40, None, "", "ann 10010 bob 19990", 40000, "ends"),
    ("yield", "0 /item one; 0 /floor ann; 70.250 /yield bob", 100,
     "bob statement speaking 29750 109750", "", "ann 70250 bob 29750", 100000),
    ("yield_after_a_pause", "0 /item one; 0 /floor ann; 10 /pause; 40 /resume; 50 /yield bob", 60,
     "bob statement speaking 10000 160000", "", "ann 20000 bob 10000", 60000),
    ("extended", "0 /item one; 0 /floor ann; 170 /extend 90s", 200,
     "ann statement speaking 200000 270000", "", "ann 200000", 200000),
    ("over_time", "0 /item one; 0 /floor ann", 200.5,
     "ann statement speaking 200500 180000", "", "ann 200500", 200500),
    ("limit_of_the_item", "0 /item one; 1 /limit 1m30s; 2 /floor ann", 3,
     "ann statement speaking 1000 90000", "", "ann 1000", 3000),
    ("suspended", "0 /item one; 0 /floor ann; 10.125 /suspend", 60,
     "ann statement paused 10125 180000", "", "ann 10125", 10125),
    ("suspended_and_on", "0 /item one; 0 /floor ann; 10.125 /suspend; 50 /continue", 60,
     "ann statement speaking 20125 180000", "", "ann 20125", 20125),
    ("undo_of_a_pause", "0 /item one; 0 /floor ann; 10.125 /pause; 50 /undo", 60,
     "ann statement speaking 60000 180000", "", "ann 60000", 60000),
    ("undo_of_a_resume",
     "0 /item one; 0 /floor ann; 10.125 /pause; 20 /resume; 50 /undo", 60,
     "ann statement paused 10125 180000", "", "ann 10125", 60000),
    ("undo_over_a_pause",
     "0 /item one; 0 /floor ann; 10.125 /pause; 20 /resume; 50 /undo; 55 /undo", 60,
     "ann statement speaking 60000 180000", "", "ann 60000", 60000),
    ("redo_of_a_pause",
     "0 /item one; 0 /floor ann; 10.125 /pause; 50 /undo; 55 /redo", 60,
     "ann statement paused 10125 180000", "", "ann 10125", 60000),
    ("undo_of_an_end", "0 /item one; 0 /floor ann; 30.5 /end; 50 /undo", 60,
     "ann statement speaking 60000 180000", "", "ann 60000", 60000),
    ("undo_of_the_next", "0 /item one; 0 /floor ann; 5 /speak bob; 30.5 /next; 50 /undo", 60,
     "ann statement speaking 60000 180000", "", "ann 60000", 60000),
    ("undo_of_a_point_of_order",
     "0 /item one; 0 /floor ann; 10.010 /floor bob as order; 25 /undo", 30,
     "ann statement speaking 30000 180000", "", "ann 30000", 30000),
    ("undo_of_a_yield", "0 /item one; 0 /floor ann; 70.250 /yield bob; 80 /undo", 100,
     "ann statement speaking 100000 180000", "", "ann 100000", 100000),
    ("a_note_is_no_clock", "0 /item one; 0 /floor ann; 30 A point made; 40.040 /pause", 50,
     "ann statement paused 40040 180000", "", "ann 40040", 50000),
    ("somebody_named_later", "0 /item one; 0 /floor ?; 20.020 /attribute floor @bob; 30 /end", 40,
     None, "", "bob 30000", 40000),
    ("the_item_ends_paused_ones_too",
     "0 /item one; 0 /floor ann; 10.010 /floor bob as question; 15 /item two", 20,
     None, "", "ann 10010 bob 4990", 15000),
    ("the_chair_is_counted_apart", "0 /item one; 0 /floor chair; 12.5 /end", 20,
     None, "", "chair 12500", 20000),
]


def moment(seconds):
    whole = round(seconds * 1000)
    return "2026-04-16T10:%02d:%02d.%03dZ" % (whole // 60000, whole // 1000 % 60, whole % 1000)


def run(*arguments, text=None):
    done = subprocess.run([program, *arguments], input=text, capture_output=True, text=True,
                          env=env, check=False)
    if done.returncode:
        raise AssertionError("%s: %s" % (" ".join(arguments), done.stderr.strip()))
    return done.stdout


def speech(of):
    return "%s %s %s %d %d" % (of["who"], of["kind"], of["state"], of["elapsed_ms"],
                               of["limit_ms"])


def check(row, folder):
    name, script, at, floor, paused, spoken, item = row[:7]
    agenda = os.path.join(folder, name + ".yaml")
    with open(agenda, "w", encoding="utf-8") as out:
        out.write(AGENDA % (row[7] if len(row) > 7 else "pauses"))
    session = run("start", agenda, "--session", os.path.join(folder, name)).strip()
    lines = [line.split(" ", 1) for line in script.split("; ") if line.strip()]
    run("do", session, text="".join("[%s] %s\n" % (moment(float(when)), what)
                                    for when, what in lines))
    shown = json.loads(run("show", session, "floor", "--json", "--at", moment(at)))
    time = json.loads(run("show", session, "time", "--json", "--at", moment(at)))
    people = [(p["who"], p["spoken_ms"]) for p in time["people"]]
    sums = {}
    for who, ms in people:
        part = {"ann": "North", "cyd": "North", "bob": "South"}.get(who)
        sums[part] = sums.get(part, 0) + ms
    return [
        ("floor", speech(shown["floor"]) if shown["floor"] else None, floor),
        ("paused", " ".join(speech(p) for p in shown["paused"]), paused),
        ("spoken", " ".join("%s %d" % p for p in people if p[1]), spoken),
        ("item", time["items"][0]["used_ms"], item),
        ("delegations", {d["name"]: d["spoken_ms"] for d in time["delegations"]},
         {name: sums.get(name, 0) for name in ("North", "South")}),
        ("chair", time["chair"]["spoken_ms"], dict(people)["chair"]),
    ]


program = sys.argv[1]
failed = 0
with tempfile.TemporaryDirectory() as scratch:
    env = dict(os.environ, HOME=scratch, TZ="UTC", LC_ALL="C.UTF-8")
    env.pop("ROUNDTABLE_HOME", None)
    for each in ROWS:
        try:
            for what, got, wanted in check(each, scratch):
                if got != wanted:
                    failed += 1
                    print("%s: %s: %r, not %r" % (each[0], what, wanted, got))
        except AssertionError as error:
            failed += 1
            print("%s: %s" % (each[0], error))
print("%d rows, %d differences" % (len(ROWS), failed))
sys.exit(1 if failed else 0)
