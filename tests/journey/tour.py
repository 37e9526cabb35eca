# SPDX-License-Identifier: MIT
"""tour.py - a tour de table of 193 delegations at three minutes, from a spreadsheet to the record,
through one `roundtable do`. usage: tour.py PROGRAM

The seating is the spreadsheet's `rank`; three are away, one lets the others go first. It says how
long `do` took, for whoever wants to know; what it holds to is what was said and what was recorded.
"""
import json
import os
import subprocess
import sys
import tempfile
import time

DELEGATIONS = 193
AWAY = ["m17", "m100", "m193"]
LATER = "m5"

AGENDA = """\
roundtable: agenda/1
title: Tour
date: 2026-04-16
starts: "08:00"
timezone: UTC
list: {limit: 3m}
participants-from: delegates.csv
items:
  - {id: tour, title: Tour, kind: tour-de-table, minutes: 480}
  - {id: closing, title: Closing, kind: closing, minutes: 10}
"""


def seated():
    """Who is at which place: the spreadsheet has them the other way round."""
    return ["m%d" % i for i in range(DELEGATIONS, 0, -1)]


def heard():
    order = [who for who in seated() if who not in AWAY + [LATER]]
    return order + [LATER]


def write(folder):
    with open(os.path.join(folder, "delegates.csv"), "w", encoding="utf-8") as out:
        out.write("id,name,affiliation,rank\n")
        for i in range(1, DELEGATIONS + 1):
            out.write("m%d,Delegate %d,Country %d,%d\n" % (i, i, i, DELEGATIONS + 1 - i))
    agenda = os.path.join(folder, "tour.yaml")
    with open(agenda, "w", encoding="utf-8") as out:
        out.write(AGENDA)
    return agenda


def at(minutes):
    return "%02d:%02d:00" % (8 + minutes // 60, minutes % 60)


def script():
    lines = ["[%s] /away %s" % (at(0), " ".join(AWAY)), "/item tour", "/later " + LATER]
    for i in range(len(heard())):
        lines.append("[%s] /next" % at(3 * i))
    lines.append("[%s] /next" % at(3 * len(heard())))
    return "\n".join(lines) + "\n"


def run(*arguments, text=None):
    done = subprocess.run([program, *arguments], input=text, capture_output=True, text=True,
                          env=env, check=False)
    if done.returncode:
        print(done.stderr)
        sys.exit("%s ended with status %d" % (arguments[0], done.returncode))
    return done.stdout


def expect(what, got, wanted):
    global failed
    if got != wanted:
        failed += 1
        print("%s: expected %r, it is %r" % (what, wanted, got))


def check_said(said):
    lines = said.splitlines()
    expect("the tour", lines[1].split("; ", 1)[1],
           "190 on the list in seating order need 9:30:00, 3 away passed over: "
           "/limit 2:31 would fit")
    for place, who in enumerate(heard()):
        expect("speaker %d" % place, lines[3 + place].split(" ", 1)[1],
               "Country %s has the floor, 3:00" % who[1:])
    expect("the end", lines[-1].split(" ", 1)[1],
           "Country 5 has ended, 3:00; the floor is free")


def fits(left, waiting):
    """The limit that would fit, in whole seconds; nothing when nobody waits."""
    return max(0, left) // waiting // 1000 * 1000 if waiting else None


def check_figures(session):
    for i in range(0, len(heard()), 27):
        shown = json.loads(run("show", session, "floor", "--json", "--at", at(3 * i + 1)))
        waiting = len(heard()) - i - 1
        needs = waiting * 180000 + 120000
        left = (480 - 3 * i - 1) * 60000
        figures = shown["figures"]
        expect("who at %d" % i, shown["floor"]["who"], heard()[i])
        expect("list at %d" % i, [row["who"] for row in shown["list"]], heard()[i + 1:])
        expect("figures at %d" % i,
               [figures[name] for name in ("waiting", "needs_ms", "left_ms", "fits_ms", "more")],
               [waiting, needs, left, fits(left - 120000, waiting),
                max(0, left - needs) // 180000])
        expect("suggestion at %d" % i, shown["suggestion"], None)


def check_times(session):
    times = json.loads(run("show", session, "time", "--json"))
    expect("spoken", {p["who"]: p["spoken_ms"] for p in times["people"]},
           {who: 0 if who in AWAY else 180000 for who in seated()})
    expect("the item", times["items"][0]["used_ms"], 190 * 180000)


program = sys.argv[1]
failed = 0
with tempfile.TemporaryDirectory() as scratch:
    env = dict(os.environ, HOME=scratch, TZ="UTC", LC_ALL="C.UTF-8")
    env.pop("ROUNDTABLE_HOME", None)
    folder = run("start", write(scratch), "--session", os.path.join(scratch, "session")).strip()
    began = time.monotonic()
    answers = run("do", folder, text=script())
    took = time.monotonic() - began
    check_said(answers)
    check_figures(folder)
    check_times(folder)
    run("verify", folder)
print("%d delegations, %d differences; do took %.3f s" % (DELEGATIONS, failed, took))
sys.exit(1 if failed else 0)
