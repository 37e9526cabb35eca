/* SPDX-License-Identifier: MIT */
/* draft.c - the line being typed, kept on disk. */
#include "seat/seat_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "log/event_line.h"
#include "store/files.h"

/* A draft has the form of a log line: a note that has not been kept. */
void seat_draft(struct seat *seat, const char *text, const struct moment *moment)
{
	struct buffer line = BUFFER_EMPTY;

	if (!seat->journal)
		return;
	if (text && *text && !line_is_private(text)) {
		struct event *e = event_new(EVENT_NOTED);

		event_set_text(e, FIELD_KIND, "draft");
		event_set_text(e, FIELD_TEXT, text);
		if (moment->has_speaker && moment->speaker != NONE)
			event_set_text(e, FIELD_BY,
				seat->session.attendees[moment->speaker].number);
		stamp(seat, e, next_seq(seat), moment->at);
		line_write(&line, e);
		event_free(e);
	}
	journal_draft(seat->journal, line.bytes, line.len);
	buffer_release(&line);
}

bool seat_draft_left(const struct seat *seat, struct draft *out)
{
	struct buffer path = BUFFER_EMPTY, bytes = BUFFER_EMPTY;
	struct error unread = {0};
	struct event *e = NULL;

	buffer_format(&path, "%s/draft/%s.yaml", seat->folder.path, seat->name);
	if (!seat->read_only && file_read(&bytes, path.bytes, 1 << 20, &unread) && bytes.len)
		e = line_read(bytes.bytes, strcspn(bytes.bytes, "\n"), seat->name);
	if (e)
		*out = (struct draft){mem_text(event_text(e, FIELD_TEXT)), e->at,
			mem_text(event_text(e, FIELD_BY))};
	bool left = e && out->text;
	event_free(e);
	buffer_release(&path);
	buffer_release(&bytes);
	return left;
}
