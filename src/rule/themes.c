/* SPDX-License-Identifier: MIT */
/* themes.c - the codebook as it may leave. */
#include "rule/made.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

static bool is_live(const struct theme *theme)
{
	return theme->is_new || theme->gone;
}

/* An id that says which seat made the theme, and as which of its events: theme-SEAT-SEQ. */
static bool is_generated(const struct theme *theme)
{
	const char *last = strrchr(theme->id, '-');

	return is_live(theme) && strncmp(theme->id, "theme-", 6) == 0 && last > theme->id + 6 &&
	       last[1] && last[1 + strspn(last + 1, "0123456789")] == '\0';
}

static const char *label_as_typed(const struct theme *theme)
{
	return theme->label ? theme->label : theme->id;
}

static bool may_leave(const struct cut *cut, const char *words, bool inside)
{
	return words && cut_words_may_leave(cut, words, inside);
}

/* Were words of the theme typed in a closed item or off the record? Then they do not leave, whether
 * they were typed outside before or after that: it would show in which order. */
static bool is_inside(const struct cut *cut, size_t index)
{
	const struct theme *theme = &cut->session->themes[index];

	return is_live(theme) && (theme->id_inside || theme->tagged_inside);
}

/* The newest label that may leave; the agenda's own when none does; NULL for a theme that has
 * none. A label given by /rename outside leaves whatever became of the word that made the theme.
 * Borrowed. */
static const char *label_of(const struct cut *cut, size_t index)
{
	const struct theme *theme = &cut->session->themes[index];
	const char *planned = is_live(theme) ? NULL : cut->session->agenda->themes[index].label;
	const char *label = label_as_typed(theme);
	bool inside = is_inside(cut, index) && !theme->label_released;

	if (same_text(label, planned) || may_leave(cut, label, inside || theme->label_inside))
		return label;
	if (may_leave(cut, theme->label_outside, inside))
		return theme->label_outside;
	return planned;
}

/* The id is made of the word that the theme was made with: it is judged with that. */
static const char *id_of(const struct cut *cut, size_t index)
{
	const struct theme *theme = &cut->session->themes[index];
	const char *made = theme->first_label ? theme->first_label : label_as_typed(theme);

	if (!is_live(theme) || cut->out->internal)
		return theme->id;
	if (cut->strict && is_generated(theme))
		return NULL;
	bool inside = is_inside(cut, index);
	return may_leave(cut, theme->id, inside) && may_leave(cut, made, inside) ? theme->id : NULL;
}

static size_t add_theme(struct cut *cut, const char *id, const char *label, size_t priority)
{
	const struct agenda *agenda = cut->session->agenda;
	struct outgoing *out = cut->out;
	bool has = priority != NONE && priority < agenda->priority_count;

	out->themes[out->theme_count] = (struct outgoing_theme){
		.id = mem_text(id),
		.label = mem_text(label),
		.priority = has ? mem_text(agenda->priorities[priority].label) : NULL,
	};
	return out->theme_count++;
}

/* Gives the theme just added a number for the words that may not leave. */
static void disguise(struct cut *cut, size_t added, int *number)
{
	struct outgoing_theme *theme = &cut->out->themes[added];
	char id[32], label[32];

	if (theme->id && theme->label)
		return;
	do {
		(*number)++;
		snprintf(id, sizeof id, "new-theme-%d", *number);
		snprintf(label, sizeof label, "New theme %d", *number);
	} while (!theme->id && session_theme(cut->session, id) != NONE);
	if (!theme->id)
		theme->id = mem_text(id);
	if (!theme->label)
		theme->label = mem_text(label);
}

/* By theme: whether a note or an action point that leaves is under it; the caller's to free(). */
static bool *themes_in_use(const struct cut *cut)
{
	const struct session *s = cut->session;
	bool *used = mem_new(s->theme_count + 1, sizeof *used);

	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		if (cut_leave(cut, i) == LEAVE_NOTHING)
			continue;
		for (size_t j = 0; j < note->theme_count; j++)
			used[session_theme_root(s, note->themes[j])] = true;
	}
	return used;
}

/* A theme made live, and its place among them. */
struct live {
	size_t theme;
	struct order_place place;
};

static int compare_live(const void *left, const void *right)
{
	const struct live *a = left, *b = right;
	int order = order_compare(&a->place, &b->place);

	return order ? order : a->theme < b->theme ? -1 : a->theme > b->theme;
}

static struct order_place place_of(const struct cut *cut, const struct theme *theme)
{
	struct buffer content = BUFFER_EMPTY;

	content_text(&content, label_as_typed(theme));
	content_text(&content, is_generated(theme) ? NULL : theme->id);
	struct order_place place = order_place(&cut->order, &content);
	buffer_release(&content);
	return place;
}

/* Live themes that are used: in the order in which they were made where that may leave, else by the
 * hash of their words. The caller's to free(). */
static struct live *live_themes(const struct cut *cut, size_t *count)
{
	const struct session *s = cut->session;
	struct live *live = mem_new(s->theme_count + 1, sizeof *live);
	bool *used = themes_in_use(cut);

	*count = 0;
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		if (!is_live(theme) || theme->merged != NONE || !used[i])
			continue;
		live[*count].theme = i;
		if (cut->strict)
			live[*count].place = place_of(cut, theme);
		(*count)++;
	}
	qsort(live, *count, sizeof *live, compare_live);
	free(used);
	return live;
}

/* Two seats that made a theme of the same words each gave it an id that may not leave: it leaves as
 * one. */
static bool is_same(const struct cut *cut, const struct live *a, const struct live *b)
{
	const struct session *s = cut->session;

	return cut->strict && is_generated(&s->themes[a->theme]) &&
	       is_generated(&s->themes[b->theme]) && order_compare(&a->place, &b->place) == 0;
}

/* The label of themes that leave as one; NULL when that of any of them may not. */
static const char *common_label(const struct cut *cut, const struct live *live, size_t count)
{
	for (size_t i = 0; i < count; i++)
		if (!label_of(cut, live[i].theme))
			return NULL;
	return label_of(cut, live[0].theme);
}

static void add_live(struct cut *cut)
{
	const struct session *s = cut->session;
	size_t count, same;
	struct live *live = live_themes(cut, &count);
	int number = 0;

	for (size_t i = 0; i < count; i += same) {
		same = 1;
		while (i + same < count && is_same(cut, &live[i], &live[i + same]))
			same++;
		size_t added = add_theme(cut, id_of(cut, live[i].theme),
			common_label(cut, live + i, same), s->themes[live[i].theme].priority);
		for (size_t k = 0; k < same; k++)
			cut->theme_of[live[i + k].theme] = added;
		disguise(cut, added, &number);
	}
	free(live);
}

void cut_themes(struct cut *cut)
{
	const struct session *s = cut->session;

	cut->out->themes = mem_new(s->theme_count + 1, sizeof *cut->out->themes);
	cut->theme_of = mem_new(s->theme_count + 1, sizeof *cut->theme_of);
	cut->no_theme = NONE;
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		cut->theme_of[i] = NONE;
		if (!is_live(theme) && theme->merged == NONE)
			cut->theme_of[i] =
				add_theme(cut, theme->id, label_of(cut, i), theme->priority);
	}
	add_live(cut);
}

static size_t no_theme(struct cut *cut)
{
	if (cut->no_theme == NONE)
		cut->no_theme = add_theme(cut, NULL, "No theme", NONE);
	return cut->no_theme;
}

static int compare_indexes(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return (a > b) - (a < b);
}

/* The ascending list without what stands in it twice. */
static size_t unique(size_t *list, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++)
		if (!kept || list[kept - 1] != list[i])
			list[kept++] = list[i];
	return kept;
}

size_t cut_themes_of(struct cut *cut, const struct note *note, size_t **out)
{
	size_t count = 0;

	*out = mem_new(note->theme_count + 1, sizeof **out);
	for (size_t i = 0; i < note->theme_count; i++) {
		size_t theme = cut->theme_of[session_theme_root(cut->session, note->themes[i])];

		if (theme != NONE)
			(*out)[count++] = theme;
	}
	qsort(*out, count, sizeof **out, compare_indexes);
	count = unique(*out, count);
	if (!count)
		(*out)[count++] = no_theme(cut);
	return count;
}

static void count_stance(struct outgoing_theme *theme, const char *kind)
{
	theme->notes++;
	theme->agreed += strcmp(kind, note_kind_name(NOTE_AGREED)) == 0;
	theme->support += strcmp(kind, note_kind_name(NOTE_SUPPORT)) == 0;
	theme->concern += strcmp(kind, note_kind_name(NOTE_CONCERN)) == 0;
	theme->reservation += strcmp(kind, note_kind_name(NOTE_RESERVATION)) == 0;
}

void cut_count(struct cut *cut)
{
	struct outgoing *out = cut->out;

	for (size_t i = 0; i < out->note_count; i++)
		for (size_t j = 0; j < out->notes[i].theme_count; j++)
			count_stance(&out->themes[out->notes[i].themes[j]], out->notes[i].kind);
	for (size_t i = 0; i < out->action_count; i++)
		for (size_t j = 0; j < out->actions[i].theme_count; j++)
			out->themes[out->actions[i].themes[j]].actions++;
}
