/* SPDX-License-Identifier: MIT */
/* line.c - the text of a note with its tags: #themes, @people, due: and pri:. */
#include "command/reading.h"

#include <stdlib.h>
#include <string.h>
#include <strings.h>

#include "base/memory.h"
#include "text/text.h"

enum tag { TAG_NONE, TAG_THEME, TAG_PERSON, TAG_DUE, TAG_PRIORITY };

/* A tag that was understood, at text[start..end). */
struct piece {
	size_t start, end;
	enum tag tag;
	size_t who; /* PERSON */
};

struct pieces {
	struct piece *items;
	size_t count, room;
};

static bool is_word_byte(char c)
{
	return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
	       c == '-' || c == '_' || c == '\'' || (unsigned char)c >= 0x80;
}

/* Typographic marks that close or part words and so end a tag. */
static size_t closing_mark(const char *text)
{
	static const char *const marks[] = {"\u2026", "\u201d", "\u2019", "\u00bb", "\u2014",
		"\u2013", "\u3001", "\u3002", "\u060c", "\u061b", "\u061f", "\u00a0", "\u202f",
		"\u3000", "\uff0c", "\uff1b", "\uff1a", "\uff01", "\uff1f", "\uff08", "\uff09",
		"\u300d", "\u300f", "\u203a"};

	for (size_t i = 0; i < sizeof marks / sizeof *marks; i++)
		if (strncmp(text, marks[i], strlen(marks[i])) == 0)
			return strlen(marks[i]);
	return 0;
}

/* Is this typographic apostrophe inside a word, as in Côte d’Ivoire? */
static bool inside_word(const char *text, size_t mark)
{
	return strncmp(text, "\u2019", mark) == 0 && is_word_byte(text[mark]) &&
	       !closing_mark(text + mark);
}

/* How many bytes a tag's word takes. */
static size_t word_len(const char *text)
{
	size_t len = 0;

	while (is_word_byte(text[len])) {
		size_t mark = closing_mark(text + len);

		if (mark && !inside_word(text + len, mark))
			break;
		len += mark ? mark : 1;
	}
	while (len && (text[len - 1] == '\'' || text[len - 1] == '-'))
		len--;
	return len;
}

/* How many bytes of one of the marks end just before `at`; 0 when none does. */
static size_t mark_before(const char *text, size_t at, const char *const *marks, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		size_t len = strlen(marks[i]);

		if (at >= len && memcmp(text + at - len, marks[i], len) == 0)
			return len;
	}
	return 0;
}

/* A space of any script that people type. */
static size_t space_before(const char *text, size_t at)
{
	static const char *const spaces[] = {" ", "\u00a0", "\u202f", "\u3000"};

	return mark_before(text, at, spaces, sizeof spaces / sizeof *spaces);
}

static bool begins_word(const char *text, size_t at)
{
	static const char *const opening[] = {"\u201c", "\u2018", "\u201e", "\u201a", "\u00ab",
		"\u2039", "\u2014", "\u2013", "\u3001", "\u3002", "\uff0c", "\uff08", "\u300c",
		"\u300e", "\u060c", "\u00bf", "\u00a1"};

	return at == 0 || strchr("([{\"'", text[at - 1]) || space_before(text, at) ||
	       mark_before(text, at, opening, sizeof opening / sizeof *opening);
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

static bool read_theme(struct reading *r, struct tagged *t, const char *text, struct piece *p)
{
	size_t len = word_len(text + p->start + 1);
	const char *id = NULL;
	enum theme_found found = theme_read(r, text + p->start + 1, len, true, &id);

	if (len == 0 || (found != THEME_KNOWN && found != THEME_MADE))
		return false;
	add_theme(t, id);
	p->tag = TAG_THEME;
	p->end = p->start + 1 + len;
	return true;
}

static void doubt_person(
	struct reading *r, const char *word, enum found found, size_t first, size_t second)
{
	const struct person *persons = r->context->people->persons;

	if (found == FOUND_SEVERAL) {
		doubt(r, "@%s fits %s and %s: kept as text", word, persons[first].id,
			persons[second].id);
		return;
	}
	const char *near = person_nearest(r, word);
	if (near)
		doubt(r, "nobody is called @%s, did you mean %s? kept as text", word, near);
	else
		doubt(r, "nobody is called @%s: kept as text", word);
}

/* The word after @: to the next space, or in quotes. */
static size_t person_word(const char *text, const char **word, size_t *len)
{
	const char *close = text[0] == '"' ? strchr(text + 1, '"') : NULL;

	*word = close ? text + 1 : text;
	*len = close ? (size_t)(close - text) - 1 : word_len(text);
	return close ? *len + 2 : *len;
}

/* "@ury's": without the ending, when the whole is nobody. */
static size_t without_genitive(const char *word, size_t len)
{
	if (len > 2 && word[len - 1] == 's' && word[len - 2] == '\'')
		return len - 2;
	if (len > 4 && word[len - 1] == 's' && memcmp(word + len - 4, "\u2019", 3) == 0)
		return len - 4;
	return len;
}

static enum found find_person(
	const struct reading *r, const char *word, size_t *first, size_t *second)
{
	struct standing standing = standing_of(r->context);
	enum found found = people_find(r->context->people, &standing, word, first, second);

	if (found == FOUND_ONE && attendee_of(r, *first) == NONE)
		return FOUND_NONE;
	return found;
}

static bool read_person(struct reading *r, struct tagged *t, const char *text, struct piece *p)
{
	const char *bytes;
	size_t len, first, second;
	size_t taken = person_word(text + p->start + 1, &bytes, &len);

	if (len == 0)
		return false;
	char *word = mem_text_of(bytes, len);
	enum found found = find_person(r, word, &first, &second);
	size_t shorter = without_genitive(word, len);
	if (found == FOUND_NONE && shorter < len) {
		char *base = mem_text_of(word, shorter);

		found = find_person(r, base, &first, &second);
		free(base);
		taken -= found == FOUND_ONE ? len - shorter : 0;
	}
	if (found != FOUND_ONE)
		doubt_person(r, word, found, first, second);
	free(word);
	if (found != FOUND_ONE)
		return false;
	p->who = attendee_of(r, first);
	add_person(t, p->who);
	p->tag = TAG_PERSON;
	p->end = p->start + 1 + taken;
	return true;
}

/* The value after "due:" or "pri:", without the punctuation that ends it. */
static char *value_after(const char *text, size_t *end)
{
	size_t len = strcspn(text, " ");

	while (len && strchr(",.;)", text[len - 1]))
		len--;
	*end += len;
	return mem_text_of(text, len);
}

static bool read_due(struct reading *r, struct tagged *t, const char *text, struct piece *p)
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
		p->tag = TAG_DUE;
	} else {
		doubt(r, "due:%s is no day: kept as text (2026-05-01, friday, +2w, eom)", value);
	}
	buffer_release(&due);
	free(value);
	return is_due;
}

static bool read_priority(struct reading *r, struct tagged *t, const char *text, struct piece *p)
{
	p->end = p->start + 4;
	char *value = value_after(text + p->end, &p->end);
	bool is_one = false;

	for (int i = 0; i < PRIORITIES; i++)
		if (same_word(value, priority_name((enum priority_level)i))) {
			t->priority = (enum priority_level)i;
			is_one = true;
		}
	t->has_priority = t->has_priority || is_one;
	p->tag = TAG_PRIORITY;
	if (!is_one)
		doubt(r, "pri:%s is none of high, normal, low: kept as text", value);
	free(value);
	return is_one;
}

static bool read_piece(
	struct reading *r, struct tagged *t, const char *text, bool action, struct piece *p)
{
	const char *at = text + p->start;

	if (*at == '#')
		return read_theme(r, t, text, p);
	if (*at == '@')
		return read_person(r, t, text, p);
	if (action && strncasecmp(at, "due:", 4) == 0)
		return read_due(r, t, text, p);
	if (action && strncasecmp(at, "pri:", 4) == 0)
		return read_priority(r, t, text, p);
	return false;
}

static struct pieces find_pieces(
	struct reading *r, struct tagged *t, const char *text, bool action, size_t from)
{
	struct pieces found = {0};

	for (size_t at = from; text[at]; at++) {
		struct piece p = {.start = at, .end = at, .who = NONE};

		if (!begins_word(text, at) || !read_piece(r, t, text, action, &p))
			continue;
		found.items = array_room(found.items, found.count, &found.room, sizeof p);
		found.items[found.count++] = p;
		at = p.end - 1;
	}
	return found;
}

/* Where the spaces begin that end at `end`. */
static size_t before_spaces(const char *text, size_t end)
{
	for (size_t space; (space = space_before(text, end)) > 0;)
		end -= space;
	return end;
}

/* The first of the pieces that, with nothing but spaces between them, end the line. */
static size_t first_trailing(const char *text, const struct pieces *found)
{
	size_t end = before_spaces(text, strlen(text)), i = found->count;

	for (; i; i--) {
		const struct piece *p = &found->items[i - 1];

		if (p->end < end || (p->start && !space_before(text, p->start)))
			break;
		end = before_spaces(text, p->start);
	}
	return i;
}

static void trim(struct buffer *text)
{
	buffer_cut(text, before_spaces(text->bytes, text->len));
	buffer_remove(text, 0, strspn(text->bytes, " "));
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

static void mention(struct reading *r, struct tagged *t, size_t who)
{
	mention_write(&t->text, number_of(r, who));
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
static void write_inside(
	struct reading *r, struct tagged *t, const char *text, const struct piece *p)
{
	if (p->tag == TAG_THEME)
		buffer_bytes(&t->text, text + p->start + 1, p->end - p->start - 1);
	else if (p->tag == TAG_PERSON)
		mention(r, t, p->who);
	else
		close_gap(&t->text, text + p->end);
}

/* A tag that ends the line leaves it; in a note only one of several persons can have said it, the
 * others stay mentioned. */
static void write_trailing(struct reading *r, struct tagged *t, const struct piece *p, bool action)
{
	if (p->tag != TAG_PERSON || action)
		return;
	if (t->trailing == NONE) {
		t->trailing = p->who;
		return;
	}
	trim(&t->text);
	buffer_char(&t->text, ' ');
	mention(r, t, p->who);
}

void tagged_read(struct reading *r, struct tagged *out, const char *text, bool action, bool literal)
{
	struct buffer whole = BUFFER_EMPTY;

	*out = (struct tagged){.first = NONE, .trailing = NONE};
	buffer_init(&out->text);
	buffer_text(&whole, text);
	if (r->context->expand)
		abbreviations_expand(&whole, r->session, SIZE_MAX);
	text = whole.bytes;
	struct pieces found = find_pieces(r, out, text, action, literal ? strcspn(text, " ") : 0);
	size_t trailing = first_trailing(text, &found), at = 0;
	for (size_t i = 0; i < found.count; i++) {
		const struct piece *p = &found.items[i];

		buffer_bytes(&out->text, text + at, p->start - at);
		at = p->end;
		if (i < trailing)
			write_inside(r, out, text, p);
		else
			write_trailing(r, out, p, action);
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
