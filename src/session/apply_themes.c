/* SPDX-License-Identifier: MIT */
/* apply_themes.c - the codebook: themes made, renamed, merged, and their digits. */
#include "session/parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"

static void add_keyword(struct theme *theme, const char *word)
{
	for (size_t i = 0; i < theme->keyword_count; i++)
		if (same_text(theme->keywords[i], word))
			return;
	theme->keywords = array_room(theme->keywords, theme->keyword_count, &theme->keyword_room,
		sizeof *theme->keywords);
	theme->keywords[theme->keyword_count++] = mem_text(word);
}

static size_t theme_with_digit(const struct session *s, int digit)
{
	for (size_t i = 0; i < s->theme_count; i++)
		if (s->themes[i].digit == digit)
			return i;
	return NONE;
}

/* The digit when it is free, else the lowest that is, else none. */
static int free_digit(const struct session *s, int64_t wanted)
{
	if (wanted < 1 || wanted > DIGITS)
		return 0;
	if (theme_with_digit(s, (int)wanted) == NONE)
		return (int)wanted;
	for (int digit = 1; digit <= DIGITS; digit++)
		if (theme_with_digit(s, digit) == NONE)
			return digit;
	return 0;
}

/* Would the theme stand below itself? */
static bool is_below(const struct session *s, size_t theme, size_t above)
{
	for (size_t steps = 0; theme != NONE && steps <= s->theme_count; steps++) {
		if (theme == above)
			return true;
		theme = s->themes[theme].parent;
	}
	return false;
}

/* A place that there is not, or below itself, is passed over: what was typed stands. */
static void put_below(struct session *s, size_t theme, const char *parent)
{
	size_t above = session_theme(s, parent);

	if (above != NONE && !is_below(s, above, theme))
		s->themes[theme].parent = above;
}

/* Words of a closed item or off the record stay in the room. The first that makes it gives the label, later ones only add keywords and say below which it is.
 * One that was only referred to before becomes real. */
bool apply_THEME_MADE(struct session *s, const struct event *e, struct error *error)
{
	const char *id = event_text(e, FIELD_THEME);
	const struct value *keywords = event_value(e, FIELD_KEYWORDS);

	if (!id)
		return error_set(error, "a theme without an id");
	size_t made = theme_made(s, id);
	struct theme *theme = &s->themes[made];
	char *label = text_said(s, event_text(e, FIELD_LABEL));
	bool inside = rule_typed(s, e) == RULE_CLOSED;
	if (theme->gone) {
		theme->gone = false;
		mem_replace(&theme->label, label ? label : id);
		theme->digit = free_digit(s, event_number(e, FIELD_DIGIT, 0));
		theme->label_inside = inside;
	} else if (label && theme->is_new && !theme->is_renamed && strcmp(label, theme->label) < 0) {
		/* Of several spellings the smallest counts, whoever typed which first. */
		mem_replace(&theme->label, label);
	}
	free(label);
	theme->id_inside = theme->id_inside && inside;
	for (size_t i = 0; keywords && i < keywords->count; i++)
		add_keyword(theme, keywords->texts[i]);
	put_below(s, made, event_text(e, FIELD_PARENT));
	return true;
}

bool apply_THEME_RENAMED(struct session *s, const struct event *e, struct error *error)
{
	const char *id = event_text(e, FIELD_THEME), *text = event_text(e, FIELD_LABEL);

	if (!id || !text)
		return error_set(error, "a label for no theme");
	struct theme *theme = &s->themes[theme_made(s, id)];
	char *label = text_said(s, text);
	bool inside = rule_typed(s, e) == RULE_CLOSED;
	if (!inside)
		mem_replace(&theme->label_outside, NULL);
	else if (!theme->label_inside)
		mem_replace(&theme->label_outside, theme->label ? theme->label : id);
	theme->label_inside = inside;
	theme->label_released = theme->label_released || !inside;
	theme->is_renamed = true;
	if (!theme->first_label)
		mem_replace(&theme->first_label, theme->label ? theme->label : id);
	mem_replace(&theme->label, label);
	free(label);
	return true;
}

bool apply_THEME_MERGED(struct session *s, const struct event *e, struct error *error)
{
	size_t theme = session_theme(s, event_text(e, FIELD_THEME));
	size_t into = session_theme(s, event_text(e, FIELD_INTO));

	if (theme == NONE || into == NONE || s->themes[into].gone)
		return error_set(error, "there is no such theme (any more)");
	for (size_t i = into; i != NONE; i = s->themes[i].merged)
		if (i == theme)
			return error_set(error, "theme '%s' would be merged into itself",
				s->themes[theme].id);
	s->themes[theme].merged = into;
	return true;
}

bool apply_DIGIT_SET(struct session *s, const struct event *e, struct error *error)
{
	size_t theme = session_theme(s, event_text(e, FIELD_THEME));
	int64_t digit = event_number(e, FIELD_DIGIT, 0);

	if (theme == NONE)
		return error_set(
			error, "there is no theme '%s' (any more)", event_text(e, FIELD_THEME));
	if (digit < 1 || digit > DIGITS)
		return error_set(error, "digits are 1 to 9");
	size_t had = theme_with_digit(s, (int)digit);
	if (had != NONE)
		s->themes[had].digit = 0;
	s->themes[theme].digit = (int)digit;
	return true;
}
