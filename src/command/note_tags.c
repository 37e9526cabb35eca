/* SPDX-License-Identifier: MIT */
/* note_tags.c - the text of a note with its tags: #themes, @people, due: and pri:. */
#include "command/parser.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "command/marks.h"
#include "text/text.h"

enum tag_kind { TAG_NONE, TAG_THEME, TAG_PERSON, TAG_DUE, TAG_PRIORITY };

/* A tag that was understood, at text[start..end). */
struct tag {
	size_t start, end;
	size_t sign;  /* bytes of the # or @ */
	enum tag_kind kind;
	size_t who;   /* PERSON; NONE: only mentioned */
	const char *number; /* PERSON: borrowed */
	bool literal; /* in text that a backslash begins */
};

struct tag_list {
	struct tag *items;
	size_t count, room;
};

#define COUNT(array) (sizeof(array) / sizeof *(array))

/* Marks that people put between the entries of a list. */
static const char *const listing[] = {",", ";", "/", "+", "&", "|", ":", ".", "-", "–", "—", "·", "•",
	"、", "，", "；", "／", "＋", "＆", "：", "。", "\u060c", "\u061b", "\u2044", "\u2215", "\\"};

static size_t word_char(const char *text)
{
	return text_word_char(text, strnlen(text, 4));
}

static bool has_id(char *const *ids, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(ids[i], id) == 0)
			return true;
	return false;
}

static void add_theme(struct tagged *t, const char *id)
{
	if (has_id(t->themes, t->theme_count, id))
		return;
	t->themes = array_room(t->themes, t->theme_count, &t->theme_room, sizeof *t->themes);
	t->themes[t->theme_count++] = mem_text(id);
}

static void add_person(struct tagged *t, size_t who)
{
	if (t->first == NONE)
		t->first = who;
	for (size_t i = 0; i < t->people_count; i++)
		if (t->people[i] == who)
			return;
	t->people = array_room(t->people, t->people_count, &t->people_room, sizeof *t->people);
	t->people[t->people_count++] = who;
}

static bool read_theme(struct parser *r, struct tagged *t, const char *text, struct tag *p)
{
	const char *word = text + p->start + p->sign;
	size_t len = tag_word_len(word);
	const char *id = NULL;
	enum theme_found found = theme_read(r, word, len, true, &id);

	p->end = p->start + p->sign + len;
	if (len == 0 || (found != THEME_KNOWN && found != THEME_MADE))
		return false;
	add_theme(t, id);
	p->kind = TAG_THEME;
	p->end = p->start + p->sign + len;
	return true;
}

/* In text that a backslash begins, and one who is not in the room (any more), a person is only
 * mentioned: nobody said or owns it. */
static bool read_person(struct parser *r, struct tagged *t, const char *text, struct tag *p)
{
	struct person_tag tag;

	if (!person_tag_read(r, text + p->start + p->sign, &tag)) {
		p->end = p->start + p->sign + tag.len;
		if (!p->literal)
			person_tag_warn(r, &tag);
		return false;
	}
	p->number = tag.number;
	p->who = tag.who;
	p->kind = TAG_PERSON;
	p->end = p->start + p->sign + tag.len;
	if (!p->literal && tag.who != NONE)
		add_person(t, tag.who);
	return true;
}

/* The value after "due:" or "pri:": up to a blank or to punctuation that ends it. Dates hold
 * hyphens, and full stops and slashes between digits. */
static char *value_after(const char *text, size_t *end)
{
	size_t len = 0, step;

	for (; text[len]; len += step) {
		bool joins = strchr("-+", text[len]) || (strchr("./", text[len]) && len &&
				text[len - 1] >= '0' && text[len - 1] <= '9' &&
				text[len + 1] >= '0' && text[len + 1] <= '9');

		step = joins ? 1 : word_char(text + len);
		if (!step)
			break;
	}
	*end += len;
	return mem_text_of(text, len);
}

static bool read_due(struct parser *r, struct tagged *t, const char *text, struct tag *p)
{
	const char *zone = r->session->agenda->zone;
	struct buffer due = BUFFER_EMPTY;
	struct date date;

	p->end = p->start + 4;
	char *value = value_after(text + p->end, &p->end);
	bool is_due = due_read(value, zone_civil(zone, r->context->at).date, &date);
	if (is_due) {
		date_write(&due, date);
		memcpy(t->due, due.bytes, due.len < sizeof t->due ? due.len + 1 : 0);
		p->kind = TAG_DUE;
	} else {
		add_warning(r, "due:%s is no day: kept as text (2026-05-01, friday, +2w, eom)",
			value);
	}
	buffer_release(&due);
	free(value);
	return is_due;
}

static bool read_priority(struct parser *r, struct tagged *t, const char *text, struct tag *p)
{
	p->end = p->start + 4;
	char *value = value_after(text + p->end, &p->end);
	size_t level = word_list_find(priority_level_word, value);
	bool is_one = level != SIZE_MAX;

	if (is_one)
		t->priority = (enum priority_level)level;
	t->has_priority = t->has_priority || is_one;
	p->kind = TAG_PRIORITY;
	if (!is_one)
		add_warning(r, "pri:%s is none of high, normal, low: kept as text", value);
	free(value);
	return is_one;
}

static bool read_tag(
	struct parser *r, struct tagged *t, const char *text, bool action, struct tag *p)
{
	const char *at = text + p->start;

	p->sign = mark_form_len(MARK_PERSON, at);
	if (p->sign)
		return read_person(r, t, text, p);
	if (p->literal)
		return false;
	p->sign = mark_form_len(MARK_THEME, at);
	if (p->sign)
		return (!p->start || at[-1] != '\\') && read_theme(r, t, text, p);
	if (action && mark_form_len(MARK_DUE, at))
		return read_due(r, t, text, p);
	if (action && mark_form_len(MARK_PRIORITY, at))
		return read_priority(r, t, text, p);
	return false;
}

/* A tag begins after anything but a letter or digit, and where another tag ends, understood or not. */
static bool begins_tag(const char *text, size_t at, size_t tag_end)
{
	return at == tag_end || !text_in_word(text, at);
}

/* The first `literal` bytes are text, in which persons are mentioned all the same. */
static struct tag_list find_tags(
	struct parser *r, struct tagged *t, const char *text, bool action, size_t literal)
{
	struct tag_list found = {0};
	size_t tag_end = 0;

	for (size_t at = 0; text[at]; at++) {
		struct tag p = {
			.start = at, .end = at, .who = NONE, .literal = at < literal};

		if (!begins_tag(text, at, tag_end))
			continue;
		bool is_one = read_tag(r, t, text, action, &p);
		if (p.end > at)
			tag_end = p.end;
		if (!is_one)
			continue;
		found.items = array_room(found.items, found.count, &found.room, sizeof p);
		found.items[found.count++] = p;
		at = p.end - 1;
	}
	return found;
}

static size_t before_blanks(const char *text, size_t end)
{
	return end - text_blanks_before(text, end);
}

/* The start of the blanks and marks of a list that end at `end`. */
static size_t before_list(const char *text, size_t end)
{
	size_t at = before_blanks(text, end), was;

	do {
		was = at;
		for (size_t i = 0; i < COUNT(listing); i++) {
			size_t len = strlen(listing[i]);

			if (at >= len && memcmp(text + at - len, listing[i], len) == 0) {
				at = before_blanks(text, at - len);
				break;
			}
		}
	} while (at < was);
	return at;
}

/* The first of the tags that, with nothing but blanks and the marks of a list between them, end the
 * line. Before the first of them stands a blank. */
static size_t first_trailing(const char *text, const struct tag_list *found)
{
	size_t end = before_blanks(text, strlen(text)), first = found->count;

	for (size_t i = found->count; i; i--) {
		const struct tag *p = &found->items[i - 1];

		if (p->end < end || p->literal)
			break;
		if (p->start == 0 || text_blanks_before(text, p->start))
			first = i - 1;
		end = i > 1 && found->items[i - 2].end >= before_list(text, p->start)
			      ? found->items[i - 2].end
			      : before_blanks(text, p->start);
	}
	return first;
}

static void trim(struct buffer *text)
{
	buffer_cut(text, before_blanks(text->bytes, text->len));
	buffer_remove(text, 0, text_blanks(text->bytes));
}

/* Stands for the brace of a mention until the text is whole: clean text has no such byte. */
#define MENTION '\x01'

void mention_write(struct buffer *out, const char *number)
{
	buffer_char(out, MENTION);
	buffer_text(out, number);
	buffer_char(out, '}');
}

void mentions_settle(struct buffer *text)
{
	struct buffer settled = BUFFER_EMPTY;

	people_write_braces(&settled, text->bytes);
	for (size_t i = 0; i < settled.len; i++)
		if (settled.bytes[i] == MENTION)
			settled.bytes[i] = '{';
	buffer_release(text);
	*text = settled;
}

void mentions_read(struct parser *r, struct buffer *out, const char *text)
{
	struct tag_list found = find_tags(r, NULL, text, false, strlen(text));
	size_t at = 0;

	for (size_t i = 0; i < found.count; i++) {
		buffer_bytes(out, text + at, found.items[i].start - at);
		mention_write(out, found.items[i].number);
		at = found.items[i].end;
	}
	buffer_text(out, text + at);
	mentions_settle(out);
	free(found.items);
}

void event_set_typed(struct parser *r, struct event *e, enum field field, const char *text)
{
	struct buffer logged = BUFFER_EMPTY;

	if (!text)
		return;
	mentions_read(r, &logged, text);
	event_set_text(e, field, logged.bytes);
	buffer_release(&logged);
}

/* Nothing is left where the tag stood: neither the space before it nor one of two commas. */
static void close_gap(struct buffer *text, const char *next)
{
	if (text->len && text->bytes[text->len - 1] == ' ')
		buffer_cut(text, text->len - 1);
	if (*next == ',' && text->len && text->bytes[text->len - 1] == ',')
		buffer_cut(text, text->len - 1);
}

/* A tag inside the text: a theme leaves its word, a person its number, the rest nothing. */
static void write_inside(struct tagged *t, const char *text, const struct tag *p)
{
	if (p->kind == TAG_THEME)
		buffer_bytes(&t->text, text + p->start + p->sign, p->end - p->start - p->sign);
	else if (p->kind == TAG_PERSON)
		mention_write(&t->text, p->number);
	else
		close_gap(&t->text, text + p->end);
}

/* A tag that ends the line leaves it; in a note only one of several persons can have said it, the
 * others stay mentioned. */
static void write_trailing(struct tagged *t, const struct tag *p, bool action)
{
	if (p->kind != TAG_PERSON || (action && p->who != NONE))
		return;
	if (t->trailing == NONE && p->who != NONE) {
		t->trailing = p->who;
		return;
	}
	trim(&t->text);
	buffer_char(&t->text, ' ');
	mention_write(&t->text, p->number);
}

/* Takes the line off the record when a tilde follows the tags that begin it, names of several words
 * too. */
static void off_after_tags(struct parser *r, const char *text, const struct tag_list *found)
{
	size_t at = 0;

	for (size_t i = 0; i < found->count; i++) {
		size_t between = at;

		while (between < found->items[i].start && !text_letter(text + between, strnlen(text + between, 4)))
			between++;
		if (between < found->items[i].start)
			break;
		at = found->items[i].end;
	}
	if (at && !r->off && off_before_words(text + at)) {
		r->off = true;
		add_warning(r, "a ~ stands before the first word: off the record "
			       "(a \\ before the line keeps it on the record)");
	}
}

void tagged_read(struct parser *r, struct tagged *out, const char *text, bool action, bool literal)
{
	struct buffer whole = BUFFER_EMPTY;

	*out = (struct tagged){.first = NONE, .trailing = NONE};
	buffer_init(&out->text);
	buffer_text(&whole, text);
	if (r->context->expand)
		abbreviations_expand(&whole, r->session, SIZE_MAX);
	if (!literal)
		off_by_label(r, whole.bytes);
	text = whole.bytes;
	size_t first_word = literal ? strcspn(text, " ") : 0;
	struct tag_list found = find_tags(r, out, text, action, first_word);
	if (!literal)
		off_after_tags(r, text, &found);
	size_t trailing = first_trailing(text, &found), at = 0;
	for (size_t i = 0; i < found.count; i++) {
		const struct tag *p = &found.items[i];

		/* Between the tags that end the line stand only blanks and marks of a list. */
		if (i <= trailing)
			buffer_bytes(&out->text, text + at, p->start - at);
		at = p->end;
		if (i < trailing)
			write_inside(out, text, p);
		else
			write_trailing(out, p, action);
	}
	buffer_text(&out->text, text + at);
	trim(&out->text);
	mentions_settle(&out->text);
	if (action && trailing < found.count && out->people_count)
		out->trailing = out->people[0];
	free(found.items);
	buffer_release(&whole);
}

void tagged_release(struct tagged *t)
{
	buffer_release(&t->text);
	for (size_t i = 0; i < t->theme_count; i++)
		free(t->themes[i]);
	free(t->themes);
	free(t->people);
}
