/* SPDX-License-Identifier: MIT */
/* mark_help.c - what a typed line may begin with and hold, as help and manual say it. */
#include "command/mark_help.h"

const struct mark_row mark_table[] = {
	{"! or ACTION:", "an action point"},
	{"= or AGREED:, DECISION:, RESOLVED:", "a point agreed"},
	{"? or QUESTION:", "a question raised"},
	{":KIND", "a note of that kind, such as :proposal, :concern, :support or :lesson"},
	{"~", "off the record: kept in the session, in no export"},
	{"… or ...", "continues this seat's last note"},
	{"s/old/new/", "corrects this seat's last note; s/old/new/g everywhere in it"},
	{"/", "a command"},
	{"\\", "the rest is text, whatever it begins with"},
	{"#theme", "a theme: its id or digit; an unknown word makes a new one"},
	{"@person", "who said it; in an action point an owner"},
	{"due:WHEN", "in an action point: 2026-05-01, today, friday, +3d, +2w, +1m, eom"},
	{"pri:LEVEL", "in an action point: high, normal or low"},
};
const size_t mark_count = sizeof mark_table / sizeof *mark_table;
