/* SPDX-License-Identifier: MIT */
/* shown.c - which notes the stream shows: not those dropped, and only what the filter lets through.
 *
 * Without a filter the next note is looked for from where one stands. With one, the places of all
 * that match are remembered until the session or the filter changes; then only those notes are
 * folded and compared again whose text or speaker is not what it was. */
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"
#include "ui/capture_parts.h"

static struct {
	const struct session *of;
	uint64_t stamp;
	char *filter;
	size_t *notes; /* those that match, in order */
	size_t count, room;
	uint64_t *signs; /* of each note when it was last compared, and whether it matched */
	bool *fits;
	size_t compared, signs_room, fits_room;
} found;

/* The theme that a filter like "#procurement" names, NONE for a filter of words. */
static size_t filter_theme(const struct session *s, const char *filter)
{
	return filter[0] == '#' ? session_theme(s, filter + 1) : NONE;
}

static bool has_theme(const struct session *s, const struct note *note, size_t theme)
{
	size_t root = session_theme_root(s, theme);

	for (size_t i = 0; i < note->theme_count; i++)
		if (session_theme_root(s, note->themes[i]) == root)
			return true;
	return false;
}

static bool has_words(const struct session *s, const struct note *note, const char *needle,
	struct buffer *said, struct buffer *folded)
{
	buffer_reset(said);
	buffer_reset(folded);
	people_say(said, s->people, note->text, NAMING_NAME);
	if (note->by != NONE) {
		buffer_char(said, ' ');
		buffer_text(said, session_call(s, note->by, NAMING_ID));
		buffer_char(said, ' ');
		buffer_text(said, session_call(s, note->by, NAMING_NAME));
	}
	text_fold(folded, said->bytes, said->len);
	return text_match(needle, folded->bytes) > 0;
}

/* What the comparison depends on, as one number. */
static uint64_t sign_of(const struct note *note)
{
	uint64_t hash = 14695981039346656037u ^ (uint64_t)note->by;

	for (const char *p = note->text; *p; p++)
		hash = (hash ^ (unsigned char)*p) * 1099511628211u;
	return hash;
}

/* Whether note `i` has the words, compared only when it is not as it was. */
static bool fits_words(const struct session *s, size_t i, const char *needle, struct buffer *said,
	struct buffer *folded)
{
	uint64_t sign = sign_of(&s->notes[i]);

	if (i < found.compared && found.signs[i] == sign)
		return found.fits[i];
	if (i >= found.compared) {
		found.signs = array_room(found.signs, i, &found.signs_room, sizeof *found.signs);
		found.fits = array_room(found.fits, i, &found.fits_room, sizeof *found.fits);
		found.compared = i + 1;
	}
	found.signs[i] = sign;
	found.fits[i] = has_words(s, &s->notes[i], needle, said, folded);
	return found.fits[i];
}

static void find_all(const struct session *s, const char *filter)
{
	struct buffer said = BUFFER_EMPTY, folded = BUFFER_EMPTY;
	size_t theme = filter_theme(s, filter);
	char *needle = text_folded(filter);

	found.count = 0;
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];
		bool fits = theme == NONE ? fits_words(s, i, needle, &said, &folded)
					  : has_theme(s, note, theme);

		if (!fits || note->dropped)
			continue;
		found.notes =
			array_room(found.notes, found.count, &found.room, sizeof *found.notes);
		found.notes[found.count++] = i;
	}
	free(needle);
	buffer_release(&said);
	buffer_release(&folded);
}

static void find(const struct console *c)
{
	const struct session *s = seat_session(c->seat);
	bool same_filter = found.of == s && same_text(found.filter, c->filter.bytes);

	if (same_filter && found.stamp == stamp_of(s))
		return;
	if (!same_filter)
		found.compared = 0;
	found.of = s;
	found.stamp = stamp_of(s);
	mem_replace(&found.filter, c->filter.bytes);
	find_all(s, c->filter.bytes);
}

/* How many of those found come before the note. */
static size_t found_before(size_t note)
{
	size_t low = 0, high = found.count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (found.notes[middle] < note)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t stream_matches(const struct console *c)
{
	find(c);
	return found.count;
}

size_t stream_before(const struct console *c, size_t note)
{
	const struct session *s = seat_session(c->seat);

	if (c->filtering) {
		find(c);
		size_t before = found_before(note);
		return before ? found.notes[before - 1] : NONE;
	}
	for (size_t i = note < s->note_count ? note : s->note_count; i-- > 0;)
		if (!s->notes[i].dropped)
			return i;
	return NONE;
}

size_t stream_last(const struct console *c)
{
	return stream_before(c, seat_session(c->seat)->note_count);
}

size_t stream_after(const struct console *c, size_t note)
{
	const struct session *s = seat_session(c->seat);

	if (c->filtering) {
		find(c);
		size_t after = found_before(note + 1);
		return after < found.count ? found.notes[after] : NONE;
	}
	for (size_t i = note + 1; i < s->note_count; i++)
		if (!s->notes[i].dropped)
			return i;
	return NONE;
}
