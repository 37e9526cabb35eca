/* SPDX-License-Identifier: MIT */
/* note_changes.c - what became of a note, in rows: who noted, changed and tagged it, and when. */
#include "ui/view/note_changes.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "session/changes.h"
#include "text/text.h"
#include "ui/widget/meeting_text.h"
#include "ui/widget/spot.h"

/* Put together again only when the session, the note or the width is another one. */
static struct {
	uint64_t stamp;
	size_t note;
	int width;
	char **rows;
	size_t count, room;
} kept;

static void add_row(const char *before, const char *text, size_t len)
{
	struct buffer row = BUFFER_EMPTY;

	buffer_text(&row, before);
	buffer_bytes(&row, text, without_spaces(text, len));
	kept.rows = array_room(kept.rows, kept.count, &kept.room, sizeof *kept.rows);
	kept.rows[kept.count++] = buffer_take(&row);
}

/* One change, what is too long going on in rows set in. */
static void add_change(const char *text, int width)
{
	static const char in[] = "      ";
	size_t len = strlen(text), at = 0;
	int left = width;

	do {
		size_t part = text_wrap(text + at, len - at, left);

		add_row(at ? in : "", text + at, part);
		at += part;
		left = width > 2 * (int)sizeof in ? width - (int)sizeof in + 1 : width;
	} while (at < len);
}

static void find_changes(const struct console *c, size_t note, int width)
{
	const struct session *s = seat_session(c->seat);
	const struct packed **changes;
	size_t count = note_changes(seat_history(c->seat), s->notes[note].id, &changes);

	while (kept.count)
		free(kept.rows[--kept.count]);
	for (size_t i = 0; i < count; i++) {
		struct buffer text = BUFFER_EMPTY, clean = BUFFER_EMPTY;

		change_say(&text, s, changes[i], NAMING_ID);
		text_clean(&clean, text.bytes, text.len);
		add_change(clean.bytes, width);
		buffer_release(&text);
		buffer_release(&clean);
	}
	free(changes);
}

size_t note_changes_rows(const struct console *c, size_t note, int width, char ***rows)
{
	uint64_t stamp = stamp_of(seat_session(c->seat));

	if (!kept.rows || kept.stamp != stamp || kept.note != note || kept.width != width) {
		find_changes(c, note, width);
		kept.stamp = stamp;
		kept.note = note;
		kept.width = width;
	}
	*rows = kept.rows;
	return kept.count;
}
