/* SPDX-License-Identifier: MIT */
/* test_export_leaks.c - no format lets out who was there.
 *
 * Every participant speaks, says notes, is named in texts, owns action points and comes late, in
 * every item; then nothing that they are called by, no time, no seat and no id stands in any
 * export under the Chatham House Rule. That they do stand in an internal one shows that they were
 * there to be found. */
#include "unit/cases.h"
#include "unit/meeting.h"

#include "export/formats.h"

enum { PERSONS = 24, LATE = 6 };

/* What a person is called by, and no other word of the test holds. */
static const char *const fields[] = {"qxid", "Qxname", "Qxtitle", "Qxaffiliation", "Qxdelegation",
	"qxalias", "qxlate", "Qxcame", "Qxcook", "Qxgalley"};

static char *agenda_of_many(void)
{
	struct buffer out = BUFFER_EMPTY;

	buffer_text(&out, "roundtable: agenda/1\ntitle: Test\ntimezone: UTC\nrule: chatham-house\n"
		"themes:\n  - {id: money, label: Money, keywords: [purse]}\n"
		"  - {id: hours, label: Hours, keywords: [clock]}\nparticipants:\n");
	for (int i = 0; i < PERSONS; i++) {
		buffer_format(&out, "  - {id: qxid-%d, name: Qxname Nr%d, title: Qxtitle %d, "
			"affiliation: "
			"Qxaffiliation %d, delegation: Qxdelegation %d, aliases: [qxalias%d]",
			i, i, i, i, i / 2, i);
		if (i % 3 == 0)
			buffer_format(&out, ", public: the office %c", 'A' + i);
		buffer_text(&out, "}\n");
	}
	buffer_text(&out, "items:\n  - {id: one, title: One, minutes: 10}\n"
		"  - {id: two, title: Two, minutes: 10, rule: open}\n"
		"  - {id: three, title: Three, minutes: 10, rule: chatham-house}\n");
	return buffer_take(&out);
}

static void say(struct meeting *m, const char *format, int number)
{
	char line[256];

	snprintf(line, sizeof line, format, number);
	meeting_do(m, "qxseat", line);
}

static void speak(struct meeting *m, int number)
{
	static const char *const lines[] = {
		"/floor qxid-%d", "It takes long #money",
		":concern We heard @qxalias%d on that #hours",
		"= Agreed by @qxid-%d and all", "! Publish it @qxid-%d due:2026-05-01 #money",
		"/action last Look at it again with @qxid-%d", "Tagged #qxalias%d",
		"Tagged #qxid-%d",
		"~ Between us, @qxid-%d",
	};

	for (size_t i = 0; i < sizeof lines / sizeof *lines; i++)
		say(m, lines[i], number);
}

static void hold(struct meeting *m)
{
	static const char *const items[] = {"/item one", "/item two", "/item three"};

	for (int i = 0; i < PERSONS; i++) {
		if (i % 8 == 0)
			meeting_do(m, "qxseat", items[i / 8]);
		speak(m, i);
	}
	for (int i = 0; i < LATE; i++) {
		char line[256];

		snprintf(line, sizeof line, "/person qxlate%d Qxcame Nr%d; Qxcook %d; Qxgalley "
			"%d", i, i,
			i, i);
		meeting_do(m, "qxseat", line);
		say(m, "Late @qxlate%d said so", i);
		say(m, "! Late @qxlate%d does so", i);
		say(m, "/alias qxlate%d qxaliaslate", i);
	}
	meeting_do(m, "qxseat", "/theme extra Extra");
	meeting_do(m, "qxseat", "Said of it #预算");
}

/* The first thing in the export that must not leave; NULL. */
static const char *leak(const char *text)
{
	static const char *const others[] = {"qxseat", "0123456789abcdef", "T14:", "\"at\"",
		"\"by\"",
		"\"source\"", ":00.000Z", "One", "Two", "Three", "{p", "p-qx"};

	for (size_t i = 0; i < sizeof fields / sizeof *fields; i++)
		if (strcasestr(text, fields[i]))
			return fields[i];
	for (size_t i = 0; i < sizeof others / sizeof *others; i++)
		if (strstr(text, others[i]))
			return others[i];
	return NULL;
}

static const struct row {
	const char *name;
	const char *format;
	enum what what;
} rows[] = {
	{"md", "md", WHAT_ALL}, {"md_notes", "md", WHAT_NOTES}, {"md_themes", "md", WHAT_THEMES},
	{"csv", "csv", WHAT_ALL}, {"csv_actions", "csv", WHAT_ACTIONS},
	{"csv_themes", "csv", WHAT_THEMES},
	{"json", "json", WHAT_ALL}, {"json_actions", "json", WHAT_ACTIONS},
	{"yaml", "yaml", WHAT_ALL}, {"yaml_themes", "yaml", WHAT_THEMES},
};

static void write_export(struct buffer *out, const struct meeting *m, const struct row *row,
	bool internal)
{
	struct outgoing outgoing;
	struct error error = {0};

	buffer_reset(out);
	assert_true(outgoing_make(&outgoing, &m->session, &secret, row->what, internal, &error));
	export_named(row->format)->write(out, &outgoing);
	outgoing_release(&outgoing);
}

static void nothing_leaks(void **state)
{
	const struct row *row = *state;
	struct meeting m;
	struct buffer out = BUFFER_EMPTY;
	char *agenda = agenda_of_many();
	char found[64] = "nothing", inside[64] = "nothing";

	meeting_open(&m, agenda);
	hold(&m);
	write_export(&out, &m, row, false);
	assert_true(out.len > 400);
	if (leak(out.bytes))
		snprintf(found, sizeof found, "%s", leak(out.bytes));
	write_export(&out, &m, row, true);
	if (leak(out.bytes))
		snprintf(inside, sizeof inside, "%s", leak(out.bytes));
	meeting_close(&m);
	buffer_release(&out);
	free(agenda);
	assert_string_equal(found, "nothing");
	assert_string_not_equal(inside, "nothing");
}

CASES_MAIN(rows, nothing_leaks)
