/* SPDX-License-Identifier: MIT */
/* stream_details.c - the rows under a note in the stream: what an action point has and misses, the
 * texts that stand beside each other, and of the chosen note what became of it. */
#include "ui/view/stream_details.h"

#include <stdlib.h>
#include <string.h>

#include "ui/view/note_changes.h"

/* Facts of a note */

const struct action *note_action(const struct session *s, const struct note *note)
{
	return note->action == NONE ? NULL : &s->actions[note->action];
}

/* The number of the note in its seat's log. */
static int64_t number_of(const struct note *note)
{
	const char *dash = strrchr(note->id, '-');

	return dash ? strtoll(dash + 1, NULL, 10) : 0;
}

bool note_is_unsafe(const struct console *c, const struct note *note)
{
	return strcmp(note->seat, seat_name(c->seat)) == 0 && number_of(note) > seat_safe(c->seat);
}

/* Rows under the chosen note for what became of it. */
static int history_rows(const struct console *c, size_t note, struct columns at)
{
	char **rows;

	if (!c->stream.history || note != c->stream.chosen)
		return 0;
	return (int)note_changes_rows(c, note, at.saved - at.text, &rows);
}

bool note_has_failed(const struct console *c, const struct note *note)
{
	return seat_failure(c->seat) && note_is_unsafe(c, note);
}

/* Drawing */

bool drawing_in_sight(const struct drawing *d)
{
	return d->row >= d->area.row && d->row < d->area.row + d->area.rows;
}

enum style drawing_as(const struct drawing *d, enum style style)
{
	return d->selected ? STYLE_SELECTED : style;
}

/* Owners, what is missing, and how it stands. */
static void draw_action(struct drawing *d, const struct action *action)
{
	const struct session *s = seat_session(d->c->seat);
	struct spot spot = spot_at(d->row, d->at.text, d->at.saved - d->at.text);
	bool needs_both = action->owner_count == 0 && !action->due[0];

	if (drawing_in_sight(d)) {
		if (action->owner_count)
			spot_format(&spot, STYLE_DIM, "%s ", sign(SIGN_TO));
		for (size_t i = 0; i < action->owner_count; i++)
			spot_format(&spot, STYLE_TEXT, "%s%s", i ? ", " : "",
				session_call(s, action->owners[i], NAMING_ID));
		if (needs_both)
			spot_put(&spot, STYLE_WARNING, "owner and due date missing");
		else if (action->owner_count == 0)
			spot_put(&spot, STYLE_WARNING, "owner missing");
		else if (!action->due[0])
			spot_put(&spot, STYLE_WARNING, "  due date missing");
		if (action->priority != PRIORITY_NORMAL)
			spot_format(&spot, STYLE_DIM, " %s %s", sign(SIGN_DOT),
				priority_level_name(action->priority));
		if (action->status != ACTION_OPEN)
			spot_format(&spot, STYLE_DIM, " %s %s", sign(SIGN_DOT),
				action_status_name(action->status));
		if (action->confirmed)
			spot_format(&spot, STYLE_FINE, " %s confirmed", sign(SIGN_DOT));
	}
	d->row++;
}

static void draw_history(struct drawing *d, size_t note)
{
	int count = history_rows(d->c, note, d->at);
	char **rows;

	if (!count)
		return;
	note_changes_rows(d->c, note, d->at.saved - d->at.text, &rows);
	for (int i = 0; i < count; i++, d->row++)
		if (drawing_in_sight(d))
			screen_put(d->row, d->at.text, d->at.saved - d->at.text, STYLE_DIM, rows[i]);
}

static void draw_failure(struct drawing *d)
{
	struct spot spot = spot_at(d->row, d->at.text, d->at.saved + 1 - d->at.text);

	if (drawing_in_sight(d)) {
		spot_put(&spot, STYLE_UNSAVED, "NOT SAVED");
		spot_gap(&spot, 1);
		spot_put(&spot, STYLE_WARNING, seat_failure(d->c->seat));
	}
	d->row++;
}

/* The versions of a note in conflict, a row each, and how to pick one. */
static void draw_versions(struct drawing *d, size_t note)
{
	const struct session *s = seat_session(d->c->seat);
	size_t count = session_version_count(s, note);

	for (size_t n = 1; n <= count; n++, d->row++) {
		const struct version *v = session_version(s, note, n);
		struct spot spot = spot_at(d->row, d->at.text, d->at.saved - d->at.text);
		struct buffer text = BUFFER_EMPTY;

		if (!drawing_in_sight(d))
			continue;
		people_say(&text, s->people, version_text(s, v), NAMING_ID);
		spot_format(&spot, STYLE_WARNING, "%s %zu ", sign(SIGN_CONFLICT), n);
		spot_format(&spot, STYLE_DIM, "%s: ", v->seat);
		spot_put(&spot, STYLE_TEXT, text.bytes);
		buffer_release(&text);
	}
	if (count && drawing_in_sight(d)) {
		struct spot spot = spot_at(d->row, d->at.text, d->at.saved - d->at.text);

		spot_format(&spot, STYLE_WARNING, "/agree %s N keeps one of them",
			s->notes[note].id);
	}
	d->row += count > 0;
}

/* All of it */

int details_bar_rows(const struct console *c, size_t note)
{
	const struct session *s = seat_session(c->seat);
	int versions = (int)session_version_count(s, note);

	return versions + (versions > 0) + (s->notes[note].action != NONE);
}

int details_rows(const struct console *c, size_t note, struct columns at)
{
	const struct session *s = seat_session(c->seat);

	return details_bar_rows(c, note) + history_rows(c, note, at) +
	       note_has_failed(c, &s->notes[note]);
}

void details_draw(struct drawing *d, size_t index)
{
	const struct session *s = seat_session(d->c->seat);
	const struct note *note = &s->notes[index];

	draw_versions(d, index);
	if (note->action != NONE)
		draw_action(d, &s->actions[note->action]);
	draw_history(d, index);
	if (note_has_failed(d->c, note))
		draw_failure(d);
}
