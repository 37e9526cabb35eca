/* SPDX-License-Identifier: MIT */
/* versions.c - what seats had seen of each other, and the texts of a note that do not know of each
 * other.
 *
 * A text that is given while its seat had not seen another text of the note leaves that one beside
 * it: neither is lost, the later in the order stands meanwhile, and the next text of a seat that
 * had seen them takes the place of all. Decided from `seen` in the order of the fold, so it is the
 * same whatever came first. */
#include "session/parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

/* Sights */

static struct sight *sight_of(const struct session *s, const char *seat, const char *other)
{
	for (size_t i = 0; i < s->sight_count; i++)
		if (strcmp(s->sights[i].seat, seat) == 0 && strcmp(s->sights[i].other, other) == 0)
			return &s->sights[i];
	return NULL;
}

static void saw(struct session *s, const char *seat, const char *other, int64_t seq)
{
	struct sight *sight = sight_of(s, seat, other);

	if (strlen(other) >= sizeof sight->other)
		return;
	if (!sight) {
		s->sights = array_room(s->sights, s->sight_count, &s->sight_room, sizeof *s->sights);
		sight = &s->sights[s->sight_count++];
		*sight = (struct sight){.seq = 0};
		snprintf(sight->seat, sizeof sight->seat, "%s", seat);
		snprintf(sight->other, sizeof sight->other, "%s", other);
	}
	if (sight->seq < seq)
		sight->seq = seq;
}

void session_see(struct session *s, const struct event *e)
{
	const struct value *seen = event_value(e, FIELD_SEEN);

	for (size_t i = 0; seen && i < seen->count; i++)
		saw(s, e->seat, seen->texts[i], seen->numbers[i]);
}

bool session_saw(const struct session *s, const char *seat, const char *other, int64_t seq)
{
	const struct sight *sight = sight_of(s, seat, other);

	return strcmp(seat, other) == 0 || (sight && sight->seq >= seq);
}

/* Versions */

static size_t last_version(const struct session *s, size_t note)
{
	return s->versions ? map_get(&s->version_by_note, s->notes[note].id) : NONE;
}

const char *version_text(const struct session *s, const struct version *v)
{
	return v->text ? v->text : s->notes[v->note].text;
}

/* A free place: `reused`, or one more. */
static size_t version_place(struct session *s, size_t reused)
{
	if (reused != NONE)
		return reused;
	s->versions =
		array_room(s->versions, s->version_count, &s->version_room, sizeof *s->versions);
	return s->version_count++;
}

void version_given(struct session *s, size_t note, const struct event *e)
{
	size_t kept = NONE, reused = NONE, *end = &kept;

	for (size_t i = last_version(s, note), before; i != NONE; i = before) {
		struct version *v = &s->versions[i];

		before = v->before;
		if (session_saw(s, e->seat, v->seat, v->seq)) {
			free(v->text);
			*v = (struct version){.note = NONE, .before = NONE};
			reused = i;
			continue;
		}
		if (!v->text)
			v->text = mem_text(s->notes[note].text);
		v->before = NONE;
		*end = i;
		end = &v->before;
	}
	size_t place = version_place(s, reused);
	struct version *v = &s->versions[place];
	*v = (struct version){.note = note, .seq = e->seq, .at = e->at, .before = kept};
	snprintf(v->seat, sizeof v->seat, "%s", e->seat);
	map_set(&s->version_by_note, s->notes[note].id, place);
}

/* Does a version after `place`, of the chain that ends in `last`, say the same? */
static bool is_said_later(const struct session *s, size_t last, size_t place)
{
	const char *text = version_text(s, &s->versions[place]);

	for (size_t i = last; i != place; i = s->versions[i].before)
		if (same_text(version_text(s, &s->versions[i]), text))
			return true;
	return false;
}

size_t session_version_count(const struct session *s, size_t note)
{
	size_t last = last_version(s, note), count = 0;

	for (size_t i = last; i != NONE; i = s->versions[i].before)
		count += !is_said_later(s, last, i);
	return count < 2 ? 0 : count;
}

const struct version *session_version(const struct session *s, size_t note, size_t n)
{
	size_t last = last_version(s, note), number = session_version_count(s, note);

	for (size_t i = last; i != NONE && n && number >= n; i = s->versions[i].before) {
		if (is_said_later(s, last, i))
			continue;
		if (number-- == n)
			return &s->versions[i];
	}
	return NULL;
}

size_t session_conflict_count(const struct session *s)
{
	size_t count = 0;

	for (size_t i = 0; s->version_count > 1 && i < s->note_count; i++)
		count += !s->notes[i].dropped && session_version_count(s, i);
	return count;
}

void versions_release(struct session *s)
{
	for (size_t i = 0; i < s->version_count; i++)
		free(s->versions[i].text);
	free(s->versions);
	free(s->sights);
	map_release(&s->version_by_note);
}
