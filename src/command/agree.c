/* SPDX-License-Identifier: MIT */
/* agree.c - two seats wrote a note anew without having seen each other: which text is kept. */
#include "command/parser.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "base/number.h"

static void add_version(struct parser *r, size_t note, size_t n)
{
	const struct session *s = r->session;
	const struct version *v = session_version(s, note, n);
	struct buffer label = BUFFER_EMPTY, line = BUFFER_EMPTY;

	buffer_format(&label, "%s: ", v->seat);
	people_say(&label, s->people, version_text(s, v), NAMING_ID);
	buffer_format(&line, "/agree %s %zu", s->notes[note].id, n);
	choice(r, n < 10 ? (char)('0' + n) : '\0', label.bytes, line.bytes);
	buffer_release(&label);
	buffer_release(&line);
}

static bool ask_which(struct parser *r, size_t note, size_t count)
{
	const char *id = r->session->notes[note].id;

	asks(r, "which of the %zu versions of %s? its number, as in /agree %s 1; /history %s says "
		"who wrote what", count, id, id, id);
	for (size_t n = 1; n <= count; n++)
		add_version(r, note, n);
	return false;
}

bool handle_AGREE(struct parser *r)
{
	const struct session *s = r->session;
	size_t note = take_note(r, LAST_ANY);
	int64_t n;

	if (note == NONE)
		return false;
	size_t count = session_version_count(s, note);
	if (!count)
		return refuse(r, "%s has one text: there is nothing to agree on", s->notes[note].id);
	const struct word *word = take_word(r);
	if (!word)
		return ask_which(r, note, count);
	if (!number_read(word->text, 1, (int64_t)count, &n))
		return refuse(r, "%s has no version '%s': a number from 1 to %zu was expected",
			s->notes[note].id, word->text, count);
	if (!no_more(r))
		return false;
	const struct version *v = session_version(s, note, (size_t)n);
	if (!same_text(version_text(s, v), s->notes[note].text))
		warn_confirmed(r, note);
	struct event *e = event_made(r, EVENT_AGREED);
	struct buffer id = BUFFER_EMPTY;
	buffer_format(&id, "%s-%" PRId64, v->seat, v->seq);
	event_set_text(e, FIELD_NOTE, s->notes[note].id);
	event_set_text(e, FIELD_TEXT, version_text(s, v));
	event_set_text(e, FIELD_PICKED, id.bytes);
	buffer_release(&id);
	return say(r, "%s: version %" PRId64 " of %s is kept", s->notes[note].id, n, v->seat);
}
