/* SPDX-License-Identifier: MIT */
/* themes.c - the codebook as it may leave. */
#include "rule/made.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

/* True when that is, whole, something that a participant is called by. */
static bool is_called(const struct people *people, const char *word)
{
	char *folded = text_folded(word);
	size_t len = strlen(folded);
	bool called = false;

	for (size_t i = 0; i < people->count && len && !called; i++) {
		const char *part = people->persons[i].folded;

		while (part && *part && !called) {
			size_t part_len = strcspn(part, "\n");

			called = part_len == len && strncmp(part, folded, len) == 0;
			part += part_len + (part[part_len] == '\n');
		}
	}
	for (size_t i = 0; i < people->delegation_count && len && !called; i++)
		called = same_text(people->delegations[i].folded, folded);
	for (size_t i = 0; i < people->alias_count && len && !called; i++)
		called = same_text(people->aliases[i].folded, folded);
	free(folded);
	return called;
}

/* A theme added live is called by a typed word: where nobody may be pointed at, not by one that
 * somebody is called by; nor by an id that says which seat made it. */
static void disguise(struct cut *cut, struct outgoing_theme *theme, int number)
{
	const struct people *people = cut->session->people;
	bool called = is_called(people, theme->id) || is_called(people, theme->label);
	char words[32];

	if (called || strncmp(theme->id, "theme-", 6) == 0) {
		snprintf(words, sizeof words, "new-theme-%d", number);
		mem_replace(&theme->id, words);
	}
	if (called) {
		snprintf(words, sizeof words, "New theme %d", number);
		mem_replace(&theme->label, words);
	}
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

/* What was typed in a closed item stays there, a label too. */
static const char *label_of(const struct cut *cut, const struct theme *theme)
{
	const char *label = cut->out->internal || !theme->label_outside ? theme->label
									: theme->label_outside;

	return label ? label : theme->id;
}

static bool is_live(const struct theme *theme)
{
	return theme->is_new || theme->gone;
}

/* The theme that this one was merged into in the end. */
static size_t root_of(const struct session *s, size_t theme)
{
	for (size_t i = 0; i < s->theme_count && s->themes[theme].merged != NONE; i++)
		theme = s->themes[theme].merged;
	return theme;
}

/* By theme: whether a note or an action point that leaves is under it; the caller's to free(). */
static bool *themes_in_use(const struct cut *cut)
{
	const struct session *s = cut->session;
	bool *used = mem_new(s->theme_count + 1, sizeof *used);

	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *note = &s->notes[i];

		if (cut_leave(cut, note) == LEAVE_NOTHING)
			continue;
		for (size_t j = 0; j < note->theme_count; j++)
			used[root_of(s, note->themes[j])] = true;
	}
	return used;
}

/* Index in the session of the next live theme that is used: by id after `before`, or by index when
 * order of time may leave; NONE when there is none. The words of one that only what stays is under
 * were typed there, and stay too. */
static size_t next_live(const struct cut *cut, const bool *used, size_t before)
{
	const struct session *s = cut->session;
	size_t next = NONE;

	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		if (!is_live(theme) || theme->merged != NONE || !used[i])
			continue;
		if (!cut->unnamed) {
			if ((before == NONE || i > before) && next == NONE)
				next = i;
			continue;
		}
		if (before != NONE && strcmp(theme->id, s->themes[before].id) <= 0)
			continue;
		if (next == NONE || strcmp(theme->id, s->themes[next].id) < 0)
			next = i;
	}
	return next;
}

void cut_themes(struct cut *cut)
{
	const struct session *s = cut->session;
	bool *used = themes_in_use(cut);
	int number = 0;

	cut->out->themes = mem_new(s->theme_count + 1, sizeof *cut->out->themes);
	cut->theme_of = mem_new(s->theme_count + 1, sizeof *cut->theme_of);
	cut->no_theme = NONE;
	for (size_t i = 0; i < s->theme_count; i++) {
		const struct theme *theme = &s->themes[i];

		cut->theme_of[i] = NONE;
		if (!is_live(theme) && theme->merged == NONE)
			cut->theme_of[i] = add_theme(
				cut, theme->id, label_of(cut, theme), theme->priority);
	}
	for (size_t i = next_live(cut, used, NONE); i != NONE; i = next_live(cut, used, i)) {
		const struct theme *theme = &s->themes[i];

		cut->theme_of[i] = add_theme(
			cut, theme->id, label_of(cut, theme), theme->priority);
		if (cut->unnamed)
			disguise(cut, &cut->out->themes[cut->theme_of[i]], ++number);
	}
	free(used);
}

static size_t no_theme(struct cut *cut)
{
	if (cut->no_theme == NONE)
		cut->no_theme = add_theme(cut, NULL, "No theme", NONE);
	return cut->no_theme;
}

/* Puts `theme` into the ascending list, once. */
static size_t put(size_t *list, size_t count, size_t theme)
{
	size_t at = count;

	while (at && list[at - 1] > theme)
		at--;
	if (at && list[at - 1] == theme)
		return count;
	memmove(list + at + 1, list + at, (count - at) * sizeof *list);
	list[at] = theme;
	return count + 1;
}

size_t cut_themes_of(struct cut *cut, const struct note *note, size_t **out)
{
	size_t count = 0;

	*out = mem_new(note->theme_count + 1, sizeof **out);
	for (size_t i = 0; i < note->theme_count; i++) {
		size_t theme = cut->theme_of[root_of(cut->session, note->themes[i])];

		if (theme != NONE)
			count = put(*out, count, theme);
	}
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
