/* SPDX-License-Identifier: MIT */
/* stream_filter.c - which notes the stream shows: not those dropped, and only what the filter lets
 * through.
 *
 * Without a filter the next note is looked for from where one stands; with one the finder knows the
 * places of all that match. */
#include "ui/state/stream_filter.h"

#include "command/find.h"

/* One for the whole run: it keeps what was found from key to key. */
static struct finder *finder(void)
{
	static struct finder *f;

	if (!f)
		f = finder_new();
	return f;
}

static const size_t *find(const struct console *c, size_t *count)
{
	return finder_find(finder(), seat_session(c->seat), c->filter.text.bytes, count);
}

/* How many of those found come before the note. */
static size_t found_before(const size_t *found, size_t count, size_t note)
{
	size_t low = 0, high = count;

	while (low < high) {
		size_t middle = low + (high - low) / 2;

		if (found[middle] < note)
			low = middle + 1;
		else
			high = middle;
	}
	return low;
}

size_t stream_matches(const struct console *c)
{
	size_t count;

	find(c, &count);
	return count;
}

const char *stream_doubt(const struct console *c)
{
	size_t count;

	find(c, &count);
	return finder_warning(finder());
}

bool stream_shows(const struct console *c, size_t note)
{
	size_t count, place;

	if (!c->filter.on)
		return !seat_session(c->seat)->notes[note].dropped;
	const size_t *found = find(c, &count);
	place = found_before(found, count, note);
	return place < count && found[place] == note;
}

size_t stream_before(const struct console *c, size_t note)
{
	const struct session *s = seat_session(c->seat);

	if (c->filter.on) {
		size_t count;
		const size_t *found = find(c, &count);
		size_t before = found_before(found, count, note);

		return before ? found[before - 1] : NONE;
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

	if (c->filter.on) {
		size_t count;
		const size_t *found = find(c, &count);
		size_t after = found_before(found, count, note + 1);

		return after < count ? found[after] : NONE;
	}
	for (size_t i = note + 1; i < s->note_count; i++)
		if (!s->notes[i].dropped)
			return i;
	return NONE;
}

static bool run_of(const struct console *c, size_t from, size_t to, struct note_run *out)
{
	if (to == NONE)
		to = from;
	*out = (struct note_run){from < to ? from : to, from < to ? to : from};
	return from != NONE && out->high < seat_session(c->seat)->note_count;
}

bool stream_chosen(const struct console *c, struct note_run *out)
{
	return run_of(c, c->stream.chosen, c->stream.chosen_to, out);
}

bool stream_chosen_or_last(const struct console *c, struct note_run *out)
{
	if (c->stream.chosen == NONE)
		return run_of(c, stream_last(c), NONE, out);
	return stream_chosen(c, out);
}

void add_note_run(struct buffer *out, const struct session *s, struct note_run run)
{
	buffer_text(out, s->notes[run.low].id);
	if (run.high != run.low)
		buffer_format(out, "..%s", s->notes[run.high].id);
}
