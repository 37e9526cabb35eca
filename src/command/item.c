/* SPDX-License-Identifier: MIT */
/* item.c - moving through the agenda, and changing it while it runs. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "base/when.h"
#include "text/text.h"

/* The place of the item in the order as it is now. */
static size_t place_of(const struct session *s, size_t item)
{
	for (size_t i = 0; i < s->item_count; i++)
		if (s->item_order[i] == item)
			return i;
	return NONE;
}

/* The place of the last item that is done; NONE. */
static size_t last_done(const struct session *s)
{
	for (size_t i = s->item_count; i; i--)
		if (s->items[s->item_order[i - 1]].state == ITEM_DONE)
			return i - 1;
	return NONE;
}

static size_t next_item(struct parser *r)
{
	const struct session *s = r->session;
	size_t now = s->item_now != NONE ? place_of(s, s->item_now) : last_done(s);
	size_t next = now == NONE ? 0 : now + 1;

	if (next < s->item_count)
		return s->item_order[next];
	if (s->item_now != NONE)
		refuse(r, "%s is the last item: /item end ends it", s->items[s->item_now].id);
	else
		refuse(r,
			"the last item is over: /item ID goes to another, /close ends the session");
	return NONE;
}

static size_t item_back(struct parser *r)
{
	const struct session *s = r->session;
	size_t done = last_done(s);

	if (s->item_now == NONE && done != NONE)
		return s->item_order[done];
	size_t now = s->item_now == NONE ? 0 : place_of(s, s->item_now);
	if (now > 0)
		return s->item_order[now - 1];
	refuse(r, "there is no item before this one");
	return NONE;
}

static size_t item_numbered(struct parser *r, int64_t number)
{
	const struct session *s = r->session;

	if ((uint64_t)number <= s->item_count)
		return s->item_order[number - 1];
	refuse(r, "the agenda has %zu items: there is no item %lld", s->item_count,
		(long long)number);
	return NONE;
}

static size_t refuse_item(struct parser *r, const char *word)
{
	static const char *const own[] = {"next", "back", "end", "add", "minutes", "move"};
	const struct session *s = r->session;
	enum { OWN = sizeof own / sizeof *own };
	const char **words = mem_new(2 * s->item_count + OWN, sizeof *words);

	for (size_t i = 0; i < s->item_count; i++) {
		words[2 * i] = s->items[i].id;
		words[2 * i + 1] = s->items[i].title;
	}
	memcpy(words + 2 * s->item_count, own, sizeof own);
	size_t nearest = text_nearest(word, words, 2 * s->item_count + OWN);
	if (nearest == SIZE_MAX)
		refuse(r, "there is no item '%s': next, back, end, its number or its id", word);
	else if (nearest < 2 * s->item_count)
		refuse(r, "there is no item '%s', did you mean %s?", word,
			s->items[nearest / 2].id);
	else
		refuse(r, "there is no item '%s', did you mean /item %s?", word, words[nearest]);
	free(words);
	return NONE;
}

/* The item of that id, or the only one whose id it begins; or of that number. */
static size_t item_called(struct parser *r, const char *word)
{
	const struct session *s = r->session;
	size_t found = session_item(s, word), fits = 0;
	int64_t number;

	if (found != NONE)
		return found;
	if (number_read(word, 1, INT32_MAX, &number))
		return item_numbered(r, number);
	for (size_t i = 0; *word && i < s->item_count; i++)
		if (strncmp(s->items[i].id, word, strlen(word)) == 0) {
			found = i;
			fits++;
		}
	return fits == 1 ? found : refuse_item(r, word);
}

static const char *take_waiting(struct parser *r)
{
	static const char *const words[] = {"carry", "clear", "keep"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (take_if(r, words[i]))
			return words[i];
	return NULL;
}

/* What becomes of those who wait was not said. */
static bool ask_waiting(struct parser *r)
{
	static const struct {
		char key;
		const char *word, *label;
	} ways[] = {
		{'c', "carry", "carry them over to what comes next"},
		{'x', "clear", "clear the list"},
		{'k', "keep", "keep them until this item comes back"},
	};
	size_t count = r->session->waiting_count;

	asks(r,
		"%zu still %s: carry them over, clear the list, or keep them for this item? "
		"(%s carry)",
		count, count == 1 ? "waits" : "wait", r->line.bytes);
	for (size_t i = 0; i < sizeof ways / sizeof *ways; i++) {
		struct buffer line = BUFFER_EMPTY;

		buffer_format(&line, "%s %s", r->line.bytes, ways[i].word);
		choice(r, ways[i].key, ways[i].label, line.bytes);
		buffer_release(&line);
	}
	return false;
}

/* The last word of a move; false when it must be asked for, or something else stands there. */
static bool waiting_read(struct parser *r, const char **waiting)
{
	*waiting = take_waiting(r);
	if (words_left(r))
		return refuse(r, "carry, clear or keep was expected at the end, not '%s'",
			r->words[r->next].text);
	return *waiting || !r->session->waiting_count || ask_waiting(r);
}

static void say_item(struct parser *r, size_t item)
{
	const struct session *s = r->session;
	const struct item *i = &s->items[item];

	say(r, "item %zu of %zu: %s, %d min", place_of(s, item) + 1, s->item_count, i->title,
		i->minutes);
	size_t lead = i->plan == NONE ? NONE : s->agenda->items[i->plan].lead;
	if (lead == NONE)
		return;
	say(r, " (/floor %s gives %s the floor)", s->people->persons[lead].id,
		s->people->persons[lead].name);
}

static bool go_to(struct parser *r, size_t item)
{
	const struct session *s = r->session;
	const char *waiting;

	if (item == NONE)
		return false;
	if (item == s->item_now)
		return nothing(r, "item %s runs already", s->items[item].id);
	if (!waiting_read(r, &waiting))
		return false;
	struct event *e = event_made(r, EVENT_ITEM_BEGUN);
	event_set_text(e, FIELD_ITEM, s->items[item].id);
	event_set_text(e, FIELD_WAITING, waiting);
	say_item(r, item);
	if (s->items[item].kind == ITEM_TOUR_DE_TABLE)
		fill_tour(r, item, waiting);
	return true;
}

static bool end_item(struct parser *r)
{
	const struct session *s = r->session;
	const char *waiting;
	struct buffer used = BUFFER_EMPTY;

	if (s->item_now == NONE)
		return refuse(r, "no item runs: /item next begins one");
	if (!waiting_read(r, &waiting))
		return false;
	event_set_text(event_made(r, EVENT_ITEM_ENDED), FIELD_WAITING, waiting);
	clock_write(&used, item_used(s, s->item_now, r->context->now));
	say(r, "item %s has ended, %s of %d:00", s->items[s->item_now].id, used.bytes,
		s->items[s->item_now].minutes);
	buffer_release(&used);
	return true;
}

static bool minutes_read(const char *text, int64_t *out)
{
	int64_t ms;

	if (number_read(text, 1, ITEM_MINUTES_MOST, out))
		return true;
	if (!duration_read(text, &ms) || ms % MS_MINUTE != 0)
		return false;
	*out = ms / MS_MINUTE;
	return *out >= 1 && *out <= ITEM_MINUTES_MOST;
}

/* The id of a new item: its title folded when that is free, else item-SEAT-SEQ. */
static void new_item_id(const struct parser *r, struct buffer *out, const char *title)
{
	char own[ID_SIZE];

	/* The id of somebody whom the title mentions stays out of it. */
	if (!strchr(title, '@') && !strstr(title, "＠"))
		text_id(out, title, strlen(title));
	if (out->len && !id_is_reserved(out->bytes) && session_item(r->session, out->bytes) == NONE)
		return;
	buffer_reset(out);
	next_id(r, own);
	buffer_format(out, "item-%s", own);
}

static bool add_item(struct parser *r)
{
	size_t left = r->count - r->next;
	int64_t minutes;

	if (left < 2 || !minutes_read(r->words[r->count - 1].text, &minutes))
		return refuse(r,
			"a title and its minutes (1 to %d) were expected, as in "
			"/item add Any other business 10",
			ITEM_MINUTES_MOST);
	const struct word *first = &r->words[r->next], *last = &r->words[r->count - 2];
	char *title = left == 2 && first->quoted
			      ? mem_text(first->text)
			      : mem_text_of(r->line.bytes + first->start, last->end - first->start);
	struct buffer id = BUFFER_EMPTY;
	new_item_id(r, &id, title);
	off_by_label(r, title);
	struct event *e = event_made(r, EVENT_ITEM_ADDED);
	event_set_text(e, FIELD_ITEM, id.bytes);
	event_set_typed(r, e, FIELD_TITLE, title);
	event_set_number(e, FIELD_MINUTES, minutes);
	say(r, "item %s added at the end: %s, %d min", id.bytes, title, (int)minutes);
	say_end(r, minutes * MS_MINUTE);
	buffer_release(&id);
	free(title);
	return true;
}

/* What would be left of the running item if it had those minutes; never less than nothing. */
static int64_t left_of(const struct parser *r, int64_t minutes)
{
	const struct session *s = r->session;
	int64_t left = minutes * MS_MINUTE - item_used(s, s->item_now, r->context->now);

	return left > 0 ? left : 0;
}

static bool set_minutes(struct parser *r)
{
	const struct session *s = r->session;
	const struct word *word = take_word(r);
	int64_t minutes;

	if (s->item_now == NONE)
		return refuse(r, "no item runs whose minutes could change: /item next begins one");
	if (!word || !minutes_read(word->text, &minutes))
		return refuse(r, "minutes from 1 to %d were expected, not '%s'", ITEM_MINUTES_MOST,
			word ? word->text : "");
	if (!no_more(r))
		return false;
	struct event *e = event_made(r, EVENT_ITEM_TIMED);
	event_set_text(e, FIELD_ITEM, s->items[s->item_now].id);
	event_set_number(e, FIELD_MINUTES, minutes);
	say(r, "item %s has %d min", s->items[s->item_now].id, (int)minutes);
	say_end(r, left_of(r, minutes) - left_of(r, s->items[s->item_now].minutes));
	return true;
}

static bool move_item(struct parser *r)
{
	const struct session *s = r->session;
	const struct word *word = take_word(r);
	size_t item = word ? item_called(r, word->text) : NONE;

	if (!word || !take_if(r, "before") || !words_left(r)) {
		if (word && item == NONE)
			return false;
		return refuse(r, "two items were expected, as in /item move tour before dialogue");
	}
	if (item == NONE)
		return false;
	size_t before = item_called(r, take_word(r)->text);
	if (before == NONE || !no_more(r))
		return false;
	if (item == before)
		return refuse(r, "%s cannot go before itself", s->items[item].id);
	struct event *e = event_made(r, EVENT_ITEM_MOVED);
	event_set_text(e, FIELD_ITEM, s->items[item].id);
	event_set_text(e, FIELD_BEFORE, s->items[before].id);
	say(r, "item %s goes before %s", s->items[item].id, s->items[before].id);
	say_end(r, 0);
	return true;
}

bool handle_ITEM(struct parser *r)
{
	if (!words_left(r))
		return refuse(r, "where to? /item next, back, end, its number or its id");
	if (take_if(r, "next"))
		return go_to(r, next_item(r));
	if (take_if(r, "back"))
		return go_to(r, item_back(r));
	if (take_if(r, "end"))
		return end_item(r);
	if (take_if(r, "add"))
		return add_item(r);
	if (take_if(r, "minutes"))
		return set_minutes(r);
	if (take_if(r, "move"))
		return move_item(r);
	return go_to(r, item_called(r, take_word(r)->text));
}
