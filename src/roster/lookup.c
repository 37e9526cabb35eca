/* SPDX-License-Identifier: MIT */
/* lookup.c - terms in a text.
 *
 * The text is folded word by word and its words are put together without anything between them;
 * each place remembers whether a word begins or ends there. A term is then looked up as a piece of
 * that, so that "ghana-position", "GhanaPosition" and "Ghana position" are one. */
#include "roster/terms_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

/* Letters of a term that counts at the beginning or end of a longer word. Names are like other words
 * more often than states are (Manda, mandate). */
enum { LEAST_STATE = 5, LEAST_NAME = 7, LEAST_BESIDE = 3 };

/* Words of things that somebody holds, and endings of adjectives of states. */
static const char *const beside[] = {"amendment", "bloc", "comment", "comments", "delegation", "draft",
	"group", "idea", "ideas", "initiative", "intervention", "line", "mission", "motion", "note", "offer",
	"paper", "plan", "point", "points", "position", "positions", "proposal", "proposals", "question",
	"remark", "remarks", "request", "said", "says", "side", "speech", "statement", "statements", "team",
	"text", "view", "views", "wants"};
static const char *const endings[] = {"an", "ean", "ese", "i", "ian", "ic", "ish", "n", "vian"};

/* A byte of the words put together. */
struct place {
	size_t start, end; /* of its character in the text */
	bool begins;       /* a word begins with it */
	bool ends;         /* a word ends with it */
	bool is_upper;     /* its word began with a capital letter */
	bool is_capital;   /* its own character is one */
	bool is_tagged;    /* its word stands after an @ */
	bool is_first;     /* the first byte of a character */
};

struct text {
	const char *source;
	struct buffer words;
	struct place *places;
	size_t count, room;
};

/* Adds one character, folded. Joined letters become several bytes of one character. */
static void add_char(struct text *t, const char *text, size_t start, size_t len, bool begins,
	bool upper, bool tagged)
{
	struct buffer folded = BUFFER_EMPTY;

	text_fold(&folded, text + start, len);
	for (size_t i = 0; i < folded.len; i++) {
		if (folded.bytes[i] == ' ')
			continue;
		buffer_char(&t->words, folded.bytes[i]);
		t->places = array_room(t->places, t->count, &t->room, sizeof *t->places);
		t->places[t->count++] = (struct place){.start = start,
			.end = start + len,
			.begins = begins && i == 0,
			.is_upper = upper,
			.is_capital = text_is_upper(text + start, len),
			.is_tagged = tagged,
			.is_first = ((unsigned char)folded.bytes[i] & 0xc0) != 0x80};
	}
	buffer_release(&folded);
}

static bool is_digit(char c)
{
	return c >= '0' && c <= '9';
}

/* True when one word ends and another begins between two characters that touch: camelCase and the
 * border between letters and digits. */
static bool parts_words(const char *text, size_t before, size_t at, size_t len)
{
	if (is_digit(text[before]) != is_digit(text[at]))
		return true;
	if (!text_is_upper(text + at, len - at))
		return false;
	size_t step = text_word_char(text + at, len - at), next = at + step;
	bool was_upper = text_is_upper(text + before, len - before);
	bool lower_follows = next < len && text_word_char(text + next, len - next) &&
			     !text_is_upper(text + next, len - next) && !is_digit(text[next]);
	return !was_upper || lower_follows;
}

/* True where small letters follow several capitals: of "GHAposition" the word may begin with the last
 * capital or after it. */
static bool may_end_capitals(const struct text *t, const char *text, size_t at, size_t len)
{
	return t->count >= 2 && t->places[t->count - 1].is_capital &&
	       t->places[t->count - 2].is_capital && !text_is_upper(text + at, len - at) &&
	       !is_digit(text[at]);
}

static void end_word(struct text *t)
{
	if (t->count)
		t->places[t->count - 1].ends = true;
}

static bool stands_after_at(const char *text, size_t at)
{
	return at && (text[at - 1] == '@' || (at >= 3 && memcmp(text + at - 3, "＠", 3) == 0));
}

static void text_read(struct text *t, const char *text)
{
	size_t len = strlen(text), before = 0;
	bool in_word = false, upper = false, tagged = false;

	for (size_t at = 0; at < len;) {
		size_t step = text_word_char(text + at, len - at);

		if (!step) {
			size_t invisible = text_invisible(text + at);

			if (!invisible)
				in_word = false;
			at += invisible ? invisible : 1;
			if (!in_word)
				end_word(t);
			continue;
		}
		bool begins = !in_word || parts_words(text, before, at, len) ||
			      may_end_capitals(t, text, at, len);
		if (begins) {
			end_word(t);
			upper = text_is_upper(text + at, len - at);
			tagged = !in_word ? stands_after_at(text, at) : tagged;
		}
		add_char(t, text, at, step, begins, upper, tagged);
		in_word = true;
		before = at;
		at += step;
	}
	end_word(t);
}

/* Does a word end after the byte before `end`, or only an ending of the plural or genitive follow? */
static bool ends_word(const struct text *t, size_t start, size_t end)
{
	static const char *const plurals[] = {"s", "es", "x"};

	if (t->places[end - 1].ends)
		return true;
	for (size_t i = 0; i < sizeof plurals / sizeof *plurals; i++) {
		size_t len = strlen(plurals[i]);

		/* "fines" is no plural of a short word. */
		if (i > 0 && end - start < LEAST_STATE)
			continue;
		if (end + len <= t->count && t->places[end + len - 1].ends &&
			memcmp(t->words.bytes + end, plurals[i], len) == 0)
			return true;
	}
	return false;
}

static size_t letters(const char *words)
{
	size_t count = 0;

	for (; *words; words++)
		count += ((unsigned char)*words & 0xc0) != 0x80;
	return count;
}

static bool is_all_capitals(const struct text *t, size_t start, size_t end)
{
	for (size_t i = start; i < end; i++)
		if (!t->places[i].is_capital)
			return false;
	return true;
}

static bool is_one_of(const char *const *words, size_t count, const char *bytes, size_t len)
{
	for (size_t i = 0; i < count; i++)
		if (strlen(words[i]) == len && memcmp(words[i], bytes, len) == 0)
			return true;
	return false;
}

#define IS_ONE_OF(words, bytes, len) is_one_of(words, sizeof(words) / sizeof *(words), bytes, len)

/* The end of the word that goes on at `start`. */
static size_t word_end(const struct text *t, size_t start)
{
	while (start < t->count && !t->places[start].ends)
		start++;
	return start < t->count ? start + 1 : start;
}

/* The beginning of the word that goes on up to `end`. */
static size_t word_begin(const struct text *t, size_t end)
{
	while (end > 1 && !t->places[end - 1].begins)
		end--;
	return end ? end - 1 : 0;
}

/* True when no blank stands between the two bytes of the words: one hashtag or id. */
static bool is_joined(const struct text *t, size_t before, size_t after)
{
	return !text_blanks(t->source + t->places[before].end) ||
	       t->places[before].end == t->places[after].start;
}

/* True when the word joined to the term is one of what its owner holds: "can-position". */
static bool is_held(const struct text *t, size_t start, size_t end)
{
	size_t next = word_end(t, end), before = start ? word_begin(t, start) : 0;

	return (end < t->count && is_joined(t, end - 1, end) &&
		       IS_ONE_OF(beside, t->words.bytes + end, next - end)) ||
	       (start && is_joined(t, start - 1, start) &&
		       IS_ONE_OF(beside, t->words.bytes + before, start - before));
}

/* An ordinary word names somebody after an @, where it is the whole text, beside a word of what is
 * held, and where it is written like a name. A short one at the beginning has its capital letter from
 * the sentence. */
static bool is_meant(const struct text *t, const char *words, size_t start, size_t end)
{
	bool is_whole = start == 0 && word_end(t, end - 1) == t->count;

	if (is_whole || t->places[start].is_tagged || is_all_capitals(t, start, end) ||
		is_held(t, start, end))
		return true;
	bool is_short = text_is_short_word(words) || end - start <= 2;
	return t->places[start].is_upper && (start > 0 || !is_short);
}

static bool is_state(const struct roster_term *term)
{
	return term->kind == ROSTER_AFFILIATION || term->kind == ROSTER_DELEGATION ||
	       term->kind == ROSTER_LABEL;
}

/* Does the term count where it only begins or ends a word? */
static bool stands_in_word(
	const struct text *t, const struct roster_term *term, size_t start, size_t end)
{
	size_t count = letters(term->words), word = word_end(t, end - 1);
	const char *bytes = t->words.bytes;

	if (count >= (is_state(term) ? LEAST_STATE : LEAST_NAME))
		return true;
	if (count < LEAST_BESIDE)
		return false;
	if (t->places[start].begins)
		return IS_ONE_OF(beside, bytes + end, word - end) ||
		       (is_state(term) && count > LEAST_BESIDE &&
			       IS_ONE_OF(endings, bytes + end, word - end));
	size_t begin = word_begin(t, start + 1);
	return IS_ONE_OF(beside, bytes + begin, start - begin);
}

/* Arabic joins short words to the next one, and Cyrillic scripts change the ends of names. */
static bool is_inflected(
	const struct text *t, const struct roster_term *term, size_t start, size_t end)
{
	unsigned char first = (unsigned char)term->words[0];
	bool arabic = first >= 0xd8 && first <= 0xdb, cyrillic = first >= 0xd0 && first <= 0xd4;
	size_t bytes = end - start;

	if (arabic && bytes >= 6)
		return t->places[end - 1].ends && start - word_begin(t, start + 1) <= 6;
	if (cyrillic && bytes >= 8)
		return t->places[start].begins && word_end(t, end - 1) - end <= 6;
	return false;
}

/* Does the term stand in the words from `start` to `end`? */
static bool stands(const struct text *t, const struct roster_term *term, size_t start, size_t end)
{
	bool begins = t->places[start].begins, ends = ends_word(t, start, end);

	if (term->is_ordinary)
		return begins && ends && is_meant(t, term->words, start, end);
	if (begins && ends)
		return true;
	if (text_is_unspaced(term->words, strlen(term->words)) || is_inflected(t, term, start, end))
		return true;
	return (begins || t->places[end - 1].ends) && stands_in_word(t, term, start, end);
}

static const struct roster_term *term_at(
	const struct roster *r, const struct text *t, size_t start, size_t end, char *key)
{
	memcpy(key, t->words.bytes + start, end - start);
	key[end - start] = '\0';
	for (size_t i = map_get(&r->by_words, key); i != NONE; i = r->terms[i].next)
		if (stands(t, &r->terms[i], start, end))
			return &r->terms[i];
	return NULL;
}

/* The longest term that begins there; NULL. */
static const struct roster_term *longest_at(
	const struct roster *r, const struct text *t, size_t start, size_t *end, char *key)
{
	size_t most = t->count - start < r->longest ? t->count - start : r->longest;

	for (size_t len = most; len; len--) {
		bool is_border = start + len == t->count || t->places[start + len].is_first;
		const struct roster_term *term =
			is_border ? term_at(r, t, start, start + len, key) : NULL;

		if (term) {
			*end = start + len;
			return term;
		}
	}
	return NULL;
}

bool roster_find(const struct roster *r, const char *text, size_t from, struct roster_hit *hit)
{
	struct text t = {.source = text, .words = BUFFER_EMPTY};
	char *key = mem_new(r->longest + 1, 1);
	bool found = false;

	text_read(&t, text);
	for (size_t start = 0; start < t.count && !found; start++) {
		size_t end = 0;

		if (!t.places[start].is_first || t.places[start].start < from)
			continue;
		const struct roster_term *term = longest_at(r, &t, start, &end, key);
		if (term) {
			*hit = (struct roster_hit){
				t.places[start].start, t.places[end - 1].end, term};
			found = true;
		}
	}
	free(key);
	free(t.places);
	buffer_release(&t.words);
	return found;
}

bool roster_names(const struct roster *r, const char *text)
{
	struct roster_hit hit;

	return roster_find(r, text, 0, &hit);
}
