/* SPDX-License-Identifier: MIT */
/* theme.c - which theme a #word means, and the codebook's commands. */
#include "command/parser.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

static bool counts(const struct theme *t)
{
	return !t->gone && t->merged == NONE;
}

static size_t with_digit(const struct session *s, int digit)
{
	for (size_t i = 0; i < s->theme_count; i++)
		if (s->themes[i].digit == digit && !s->themes[i].gone)
			return session_theme_root(s, i);
	return NONE;
}

/* The theme that the folded id `id` means: itself, else the only one that it begins. One that was
 * merged is still known by its id, and is the one that took it in. */
static enum theme_found with_id(const struct session *s, const char *id, size_t *out, size_t *other)
{
	size_t exact = session_theme(s, id), len = strlen(id);
	enum theme_found found = THEME_TEXT;

	if (exact != NONE && !s->themes[exact].gone) {
		*out = session_theme_root(s, exact);
		return THEME_KNOWN;
	}
	for (size_t i = 0; len && i < s->theme_count; i++) {
		size_t root = session_theme_root(s, i);

		if (s->themes[i].gone || strncmp(s->themes[i].id, id, len) != 0)
			continue;
		if (found == THEME_KNOWN && root != *out) {
			*other = root;
			return THEME_UNCLEAR;
		}
		*out = root;
		found = THEME_KNOWN;
	}
	return found;
}

static size_t with_label(const struct session *s, const char *word)
{
	char *folded = text_folded(word);
	size_t found = NONE;

	for (size_t i = 0; *folded && found == NONE && i < s->theme_count; i++) {
		char *label = text_folded(s->themes[i].label ? s->themes[i].label : "");

		if (counts(&s->themes[i]) && strcmp(label, folded) == 0)
			found = i;
		free(label);
	}
	free(folded);
	return found;
}

/* An id that may be cut by text_id() would begin other themes: only whole ones are looked for. */
static enum theme_found find_theme(
	const struct session *s, const char *word, size_t *out, size_t *other)
{
	struct buffer id = BUFFER_EMPTY;
	size_t labelled;

	if (session_theme(s, word) != NONE && !s->themes[session_theme(s, word)].gone) {
		*out = session_theme_root(s, session_theme(s, word));
		return THEME_KNOWN;
	}
	text_id(&id, word, strlen(word));
	enum theme_found found = with_id(s, id.bytes, out, other);
	buffer_release(&id);
	if (found != THEME_KNOWN && (labelled = with_label(s, word)) != NONE) {
		*out = labelled;
		return THEME_KNOWN;
	}
	return found;
}

/* The theme of that id that this same line has made, as its event; NULL. */
static const struct event *made_here(const struct parser *r, const char *id, const char *label)
{
	for (size_t i = 0; i < r->result->event_count; i++) {
		const struct event *e = r->result->events[i];

		if (e->kind == EVENT_THEME_MADE &&
			(strcmp(event_text(e, FIELD_THEME), id) == 0 ||
				strcmp(event_text(e, FIELD_LABEL), label) == 0))
			return e;
	}
	return NULL;
}

static bool digit_taken_here(const struct parser *r, int digit)
{
	for (size_t i = 0; i < r->result->event_count; i++)
		if (r->result->events[i]->kind == EVENT_THEME_MADE &&
			event_number(r->result->events[i], FIELD_DIGIT, 0) == digit)
			return true;
	return false;
}

int lowest_free_digit(const struct parser *r)
{
	for (int digit = 1; digit <= DIGITS; digit++)
		if (with_digit(r->session, digit) == NONE && !digit_taken_here(r, digit))
			return digit;
	return 0;
}

/* The known theme nearest to the word, by id, label or keyword; NONE. */
static size_t theme_nearest(const struct session *s, const char *word)
{
	const char **words = NULL;
	size_t *owners = NULL;
	size_t count = 0, words_room = 0, owners_room = 0, found = NONE;

	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *t = &s->themes[i];

		for (size_t k = 0; counts(t) && k < t->keyword_count + 2; k++) {
			words = array_room(words, count, &words_room, sizeof *words);
			owners = array_room(owners, count, &owners_room, sizeof *owners);
			words[count] = k == 0 ? t->id : t->label;
			if (k >= 2)
				words[count] = t->keywords[k - 2];
			owners[count++] = i;
		}
	}
	size_t nearest = text_nearest(word, words, count);
	if (nearest != SIZE_MAX)
		found = owners[nearest];
	free(words);
	free(owners);
	return found;
}

static void warn_new_theme(struct parser *r, const char *word)
{
	size_t near = theme_nearest(r->session, word);

	if (near == NONE)
		add_warning(r, "no theme is called '%s': made new", word);
	else
		add_warning(r, "no theme is called '%s': made new; close to %s", word,
			r->session->themes[near].id);
}

/* Makes the theme in this result: its id is the word folded, else theme-SEAT-SEQ. */
static const char *make_theme(struct parser *r, const char *word, const char *label)
{
	struct buffer id = BUFFER_EMPTY;
	const struct event *made;
	char own[ID_SIZE];

	text_id(&id, word, strlen(word));
	if (id.len == 0 || id_is_reserved(id.bytes)) {
		next_id(r, own);
		buffer_reset(&id);
		buffer_format(&id, "theme-%s", own);
	}
	made = made_here(r, id.bytes, label);
	if (!made) {
		struct event *e = event_made(r, EVENT_THEME_MADE);
		int digit;

		event_set_text(e, FIELD_THEME, id.bytes);
		event_set_typed(r, e, FIELD_LABEL, label);
		digit = lowest_free_digit(r);
		if (digit)
			event_set_number(e, FIELD_DIGIT, digit);
		warn_new_theme(r, word);
		made = e;
	}
	buffer_release(&id);
	return event_text(made, FIELD_THEME);
}

/* Words of a closed item or off the record do not leave the room, and then not those of other notes
 * either: which of them came first would show. The line that makes a label stay says so, and each
 * that it would leave with. */
static void warn_inside(struct parser *r, size_t index)
{
	const struct theme *theme = &r->session->themes[index];
	bool line_inside = r->off || r->rule == RULE_CLOSED;
	bool theme_inside = theme->id_inside || theme->tagged_inside;

	if (line_inside == theme_inside || !theme->is_new || theme->label_released ||
		r->session->agenda->rule == RULE_CLOSED)
		return;
	add_warning(r,
		"#%s leaves the room as 'New theme', since it is used %s too: /rename %s LABEL on "
		"the record gives it a label that leaves",
		theme->id, r->off ? "off the record" : "in a closed item or off the record", theme->id);
}

/* Another spelling of a theme's word: the smallest counts, so that its label does not say who typed it
 * first. */
static void make_spelling(struct parser *r, const char *word, size_t index)
{
	const struct theme *theme = &r->session->themes[index];
	struct buffer id = BUFFER_EMPTY;

	text_id(&id, word, strlen(word));
	bool is_same = strcmp(id.bytes, theme->id) == 0 ||
		       (!id.len && with_label(r->session, word) == index);
	if (is_same && theme->is_new && !theme->gone && !theme->is_renamed &&
		strcmp(word, theme->label) < 0 && !made_here(r, theme->id, word)) {
		struct event *e = event_made(r, EVENT_THEME_MADE);

		event_set_text(e, FIELD_THEME, theme->id);
		event_set_text(e, FIELD_LABEL, word);
	}
	buffer_release(&id);
}

static bool is_digits(const char *word)
{
	return *word && word[strspn(word, "0123456789")] == '\0';
}

/* A word of punctuation alone is no theme. */
static bool has_letter(const char *word)
{
	size_t len = strlen(word);

	for (size_t i = 0; i < len; i++)
		if (text_word_char(word + i, len - i))
			return true;
	return false;
}

enum theme_found theme_read(
	struct parser *r, const char *bytes, size_t len, bool make, const char **id)
{
	const struct session *s = r->session;
	char *word = mem_text_of(bytes, len);
	size_t theme = NONE, other = NONE;
	enum theme_found found = THEME_TEXT;

	if (is_digits(word)) {
		theme = len == 1 && word[0] != '0' ? with_digit(s, word[0] - '0') : NONE;
		found = theme == NONE ? THEME_TEXT : THEME_KNOWN;
	} else if (has_letter(word)) {
		found = find_theme(s, word, &theme, &other);
		if (found == THEME_TEXT && make) {
			*id = make_theme(r, word, word);
			found = THEME_MADE;
		}
	}
	if (found == THEME_KNOWN) {
		*id = s->themes[theme].id;
		warn_inside(r, theme);
		if (make)
			make_spelling(r, word, theme);
	}
	if (found == THEME_UNCLEAR)
		add_warning(r, "#%s fits %s and %s: kept as text", word, s->themes[theme].id,
			s->themes[other].id);
	free(word);
	return found;
}

static size_t refuse_theme(struct parser *r, const char *word, size_t theme, size_t other)
{
	const struct session *s = r->session;

	if (other != NONE) {
		refuse(r, "'%s' fits two themes: %s and %s", word, s->themes[theme].id,
			s->themes[other].id);
		return NONE;
	}
	size_t near = theme_nearest(s, word);
	if (near != NONE)
		refuse(r, "no theme is called '%s', did you mean %s?", word, s->themes[near].id);
	else
		refuse(r, "no theme is called '%s': /theme %s LABEL makes it", word, word);
	return NONE;
}

size_t take_theme(struct parser *r)
{
	const struct word *word = take_word(r);
	size_t theme = NONE, other = NONE;

	if (!word || !*word->text) {
		refuse(r, "a theme was expected: /%s %s", command_table[r->command].name,
			command_table[r->command].arguments);
		return NONE;
	}
	const char *text = word->text + (word->text[0] == '#');
	if (is_digits(text)) {
		theme = strlen(text) == 1 ? with_digit(r->session, text[0] - '0') : NONE;
		if (theme == NONE)
			refuse(r, "no theme has the digit %s", text);
		return theme;
	}
	if (find_theme(r->session, text, &theme, &other) == THEME_KNOWN)
		return theme;
	return refuse_theme(r, text, theme, other);
}

/* The codebook's commands */

/* Is `theme` below `above` in the codebook? */
static bool descends(const struct session *s, size_t theme, size_t above)
{
	for (size_t steps = 0; theme != NONE && steps <= s->theme_count; steps++) {
		if (theme == above)
			return true;
		theme = s->themes[theme].parent;
	}
	return false;
}

/* Where the #PARENT that ends the text begins; its end when there is none. */
static const char *parent_word(const char *text)
{
	const char *space = strrchr(text, ' ');
	const char *word = space ? space + 1 : text;

	return word[0] == '#' && word[1] ? word : text + strlen(text);
}

/* The text before it; free() it. */
static char *without_parent(const char *text)
{
	size_t len = (size_t)(parent_word(text) - text);

	while (len && text[len - 1] == ' ')
		len--;
	return mem_text_of(text, len);
}

/* The theme that ends the text; NONE when none does. False, refused, when it is not known. */
static bool parent_read(struct parser *r, const char *text, size_t *out)
{
	*out = NONE;
	if (!*parent_word(text))
		return true;
	r->next = r->count - 1;
	*out = take_theme(r);
	return *out != NONE;
}

static void say_parent(struct parser *r, struct event *e, size_t parent)
{
	if (parent == NONE)
		return;
	event_set_text(e, FIELD_PARENT, r->session->themes[parent].id);
	say(r, ", below #%s", r->session->themes[parent].id);
}

static bool add_theme(struct parser *r, const char *id, const char *label, size_t parent)
{
	if (!*label)
		return refuse(r, "a label was expected after %s", id);
	off_by_label(r, label);
	struct event *e = event_made(r, EVENT_THEME_MADE);
	event_set_text(e, FIELD_THEME, id);
	event_set_typed(r, e, FIELD_LABEL, label);
	int digit = lowest_free_digit(r);
	if (digit)
		event_set_number(e, FIELD_DIGIT, digit);
	say(r, "theme #%s %s", id, label);
	if (digit)
		say(r, ", digit %d", digit);
	say_parent(r, e, parent);
	return true;
}

/* One that is there only gets another place, by /theme ID #PARENT. */
static bool move_theme(struct parser *r, size_t theme, const char *label, size_t parent)
{
	const struct session *s = r->session;
	const struct theme *t = &s->themes[theme];

	if (*label || parent == NONE)
		return refuse(r, "the theme %s is there already, %s: /rename %s changes its label",
			t->id, t->label, t->id);
	if (descends(s, parent, theme))
		return refuse(r, "#%s is below #%s, or that itself", s->themes[parent].id, t->id);
	if (t->parent == parent)
		return nothing(r, "#%s is below #%s already", t->id, s->themes[parent].id);
	struct event *e = event_made(r, EVENT_THEME_MADE);
	event_set_text(e, FIELD_THEME, t->id);
	event_set_typed(r, e, FIELD_LABEL, t->label);
	say(r, "theme #%s", t->id);
	say_parent(r, e, parent);
	return true;
}

bool handle_THEME(struct parser *r)
{
	const struct word *word = take_word(r);
	const char *rest = take_rest(r);
	size_t parent;

	if (!word || !*rest)
		return refuse(r, "an id and a label were expected, as in "
				 "/theme procurement Procurement and logistics");
	if (!parent_read(r, rest, &parent))
		return false;
	const char *id = word->text + (word->text[0] == '#');
	if (!id_may_be_given(r, id))
		return false;
	size_t known = session_theme(r->session, id);
	char *label = without_parent(rest);
	bool done = known != NONE && !r->session->themes[known].gone
			    ? move_theme(r, session_theme_root(r->session, known), label, parent)
			    : add_theme(r, id, label, parent);
	free(label);
	return done;
}

/* A label given outside may leave the room where the same one of a closed item did not. */
static bool releases_label(const struct parser *r, const struct theme *t)
{
	bool inside = r->off || r->rule == RULE_CLOSED;

	return !inside && (t->label_inside || (t->is_new && !t->label_released));
}

bool handle_RENAME(struct parser *r)
{
	size_t theme = take_theme(r);

	if (theme == NONE)
		return false;
	const char *label = take_rest(r);
	const struct theme *t = &r->session->themes[theme];
	if (!*label)
		return refuse(r, "a label was expected after %s", t->id);
	if (strcmp(label, t->label) == 0 && !releases_label(r, t))
		return nothing(r, "#%s has that label", t->id);
	off_by_label(r, label);
	struct event *e = event_made(r, EVENT_THEME_RENAMED);
	event_set_text(e, FIELD_THEME, t->id);
	event_set_typed(r, e, FIELD_LABEL, label);
	return say(r, "theme #%s is now %s", t->id, label);
}

/* The word just taken is the id of a theme that is in another already; refused. */
static bool was_merged(struct parser *r, size_t root)
{
	const struct session *s = r->session;
	const char *word = r->words[r->next - 1].text;
	size_t typed = session_theme(s, word + (*word == '#'));

	if (typed == NONE || typed == root)
		return false;
	refuse(r, "#%s was merged into #%s already: /merge %s INTO would merge that one",
		s->themes[typed].id, s->themes[root].id, s->themes[root].id);
	return true;
}

bool handle_MERGE(struct parser *r)
{
	const struct session *s = r->session;
	size_t theme = take_theme(r);

	if (theme == NONE)
		return false;
	if (was_merged(r, theme))
		return false;
	take_if(r, "into");
	size_t into = take_theme(r);
	if (into == NONE || !no_more(r))
		return false;
	if (theme == into)
		return refuse(r, "#%s cannot be merged into itself", s->themes[theme].id);
	if (descends(s, into, theme))
		return refuse(r,
			"#%s is below #%s and cannot take it in: the other way round, "
			"/merge %s %s",
			s->themes[into].id, s->themes[theme].id, s->themes[into].id,
			s->themes[theme].id);
	struct event *e = event_made(r, EVENT_THEME_MERGED);
	event_set_text(e, FIELD_THEME, s->themes[theme].id);
	event_set_text(e, FIELD_INTO, s->themes[into].id);
	return say(r, "theme #%s merged into #%s", s->themes[theme].id, s->themes[into].id);
}

bool handle_DIGIT(struct parser *r)
{
	const struct session *s = r->session;
	const struct word *word = take_word(r);

	if (!word || strlen(word->text) != 1 || word->text[0] < '1' || word->text[0] > '9')
		return refuse(r, "a digit from 1 to 9 was expected, as in /digit 3 procurement");
	int digit = word->text[0] - '0';
	size_t theme = take_theme(r);
	if (theme == NONE || !no_more(r))
		return false;
	size_t before = with_digit(s, digit);
	if (before == theme)
		return nothing(r, "#%s has the digit %d", s->themes[theme].id, digit);
	struct event *e = event_made(r, EVENT_DIGIT_SET);
	event_set_number(e, FIELD_DIGIT, digit);
	event_set_text(e, FIELD_THEME, s->themes[theme].id);
	say(r, "%d is now #%s", digit, s->themes[theme].id);
	return before == NONE ? true : say(r, " and no longer #%s", s->themes[before].id);
}
