/* SPDX-License-Identifier: MIT */
/* tutorial.c - the steps of the tutorial, and the practice session that goes with it. */
#include "ui/overlay/tutorial.h"

#include <errno.h>
#include <ftw.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "store/files.h"
#include "store/folder.h"
#include "ui/term/screen.h"
#include "ui/widget/spot.h"

static const char practice_agenda[] =
	"roundtable: agenda/1\n"
	"title: Practice roundtable\n"
	"rule: chatham-house\n"
	"list: {limit: 3m}\n"
	"themes:\n"
	"  - {id: lead-times, label: Lead times, keywords: [days, weeks, lead time]}\n"
	"  - {id: procurement, label: Procurement, keywords: [purchase, tender, supplier]}\n"
	"  - {id: training, label: Training, keywords: [training, course]}\n"
	"participants:\n"
	"  - {id: chair, name: Chair, role: chair}\n"
	"  - {id: ops, name: Operations, aliases: [Ops]}\n"
	"  - {id: log, name: Logistics, aliases: [Log]}\n"
	"  - {id: fin, name: Finance, aliases: [Fin]}\n"
	"items:\n"
	"  - {id: lessons, title: What held us up last year, minutes: 20}\n"
	"  - {id: needs, title: What is needed now, minutes: 20}\n";

/* Steps */

static bool has_note(const struct console *c)
{
	return seat_session(c->seat)->note_count > 0;
}

static bool has_theme(const struct console *c)
{
	const struct session *s = seat_session(c->seat);

	for (size_t i = 0; i < s->note_count; i++)
		if (s->notes[i].theme_count)
			return true;
	return false;
}

static bool has_person(const struct console *c)
{
	const struct session *s = seat_session(c->seat);

	for (size_t i = 0; i < s->note_count; i++)
		if (s->notes[i].by != NONE || strstr(s->notes[i].text, "{p"))
			return true;
	return false;
}

static bool has_due_action(const struct console *c)
{
	const struct session *s = seat_session(c->seat);

	for (size_t i = 0; i < s->action_count; i++)
		if (s->actions[i].due[0])
			return true;
	return false;
}

static bool has_two_waiting(const struct console *c)
{
	return seat_session(c->seat)->waiting_count >= 2;
}

static bool is_on_floor_view(const struct console *c)
{
	return c->view == SHOW_FLOOR;
}

static bool has_speaker(const struct console *c)
{
	return seat_session(c->seat)->floor != NONE;
}

static bool has_undone(const struct console *c)
{
	return c->undone;
}

static bool is_in_capture(const struct console *c)
{
	return c->view == SHOW_CAPTURE;
}

static bool has_help(const struct console *c)
{
	return c->overlay == OVERLAY_HELP;
}

static bool is_closed(const struct console *c)
{
	return seat_session(c->seat)->state == MEETING_CLOSED;
}

static bool never(const struct console *c)
{
	(void)c;
	return false;
}

static const struct {
	const char *task, *hint;
	bool (*done)(const struct console *c);
} steps[] = {
	{"Type what somebody says, and press Enter.",
		"For example: From request to approval takes 90 days", has_note},
	{"Say what it is about: type a sentence that ends in #1, and press Enter.",
		"The digits stand beside the themes. With an empty line, Alt-1 tags the last note.",
		has_theme},
	{"Say who said it: end a sentence with @ops.",
		"After @ a list opens: Tab takes the best, the arrows choose another.", has_person},
	{"An action point begins with !, and ends with who and by when.",
		"Type: ! Publish the lead times @log due:friday", has_due_action},
	{"Two people ask for the floor: /speak ops, fin",
		"After / a list of commands opens; each has a line of help.", has_two_waiting},
	{"Now run the floor: press F3, or Tab on an empty line.",
		"Every view is complete by itself; the head stays.", is_on_floor_view},
	{"Give the floor to the first on the list: press n.",
		"The bottom line names the keys that work here.", has_speaker},
	{"That was too early. Take it back: press Ctrl-Z.",
		"Undo is always one key, for notes, list and clock alike.", has_undone},
	{"Back to the notes: press F2.", "Or Tab, which goes round the views.", is_in_capture},
	{"All keys and commands: press F1. Esc closes it again.",
		"Type there to find one; Enter does the row that is chosen.", has_help},
	{"The meeting is over: /close ends the session and writes its record.",
		"What was noted can still be corrected after that.", is_closed},
	{"That is all. /leave leaves the console.",
		"Your own: roundtable AGENDA.yaml. This practice session is not kept.", never},
};
enum { STEPS = sizeof steps / sizeof *steps };

void tutorial_tick(struct console *c)
{
	struct tutorial *t = c->tutorial;

	while (t->step + 1 < STEPS && steps[t->step].done(c)) {
		t->step++;
		c->frame.dirty = DIRTY_ALL;
	}
}

void tutorial_draw(const struct console *c, int row)
{
	size_t step = c->tutorial->step;
	int columns = screen_columns();
	struct spot spot = spot_at(row, 1, columns - 2);

	screen_fill(row, 0, columns, STYLE_SELECTED, " ");
	screen_fill(row + 1, 0, columns, STYLE_TEXT, " ");
	spot_format(&spot, STYLE_SELECTED, "%zu/%d  ", step + 1, (int)STEPS);
	spot_put(&spot, STYLE_SELECTED, steps[step].task);
	screen_put(row + 1, 7, columns - 8, STYLE_TEXT, steps[step].hint);
}

/* The practice session */

static bool write_agenda(const struct tutorial *t, struct buffer *path, struct error *error)
{
	buffer_format(path, "%s/practice.yaml", t->folder);
	return file_replace(path->bytes, practice_agenda, sizeof practice_agenda - 1, error);
}

bool tutorial_start(struct tutorial *t, struct buffer *agenda, struct buffer *session,
	struct error *error)
{
	const char *scratch = getenv("TMPDIR");

	*t = (struct tutorial){0};
	snprintf(t->folder, sizeof t->folder, "%.200s/roundtable-practice-XXXXXX",
		scratch && *scratch ? scratch : "/tmp");
	if (!mkdtemp(t->folder)) {
		bool told = error_status(error, 3, "cannot make %s: %s", t->folder, strerror(errno));
		t->folder[0] = '\0';
		return told;
	}
	buffer_format(session, "%s/session", t->folder);
	if (write_agenda(t, agenda, error))
		return true;
	tutorial_end(t);
	return false;
}

static int remove_one(const char *path, const struct stat *about, int what, struct FTW *where)
{
	(void)about;
	(void)what;
	(void)where;
	return remove(path);
}

void tutorial_end(struct tutorial *t)
{
	enum { OPEN_AT_ONCE = 8 };

	if (t->folder[0])
		nftw(t->folder, remove_one, OPEN_AT_ONCE, FTW_DEPTH | FTW_PHYS);
	t->folder[0] = '\0';
}
