/* SPDX-License-Identifier: MIT */
/* markdown.c - an export as Markdown. */
#include "export/formats.h"

#include <string.h>

/* Escaped wherever they stand: they could begin markup, HTML, math or a table cell. */
static const char always[] = "\\`*_{}[]<>#|~&$^@";
/* Escaped where a text begins: there they could begin a list, a rule or a heading. */
static const char first[] = "+-=:%!";

/* The place of a mark that would make the text's beginning an ordered list; 0: there is none. */
static size_t list_mark(const char *text)
{
	size_t digits = strspn(text, "0123456789");

	return digits && (text[digits] == '.' || text[digits] == ')') ? digits : 0;
}

/* True for what would make a bare address a link. */
static bool begins_link(const char *text, size_t at)
{
	if (text[at] == ':')
		return strncmp(text + at, "://", 3) == 0;
	return text[at] == '.' && at >= 3 && strncmp(text + at - 3, "www", 3) == 0;
}

static void md_text(struct buffer *out, const char *text)
{
	text += strspn(text, " \t\n");
	size_t mark = list_mark(text);

	for (size_t i = 0; text[i]; i++) {
		bool escape = strchr(always, text[i]) || (i == 0 && strchr(first, text[i])) ||
			(mark && i == mark) || begins_link(text, i);

		if (escape)
			buffer_char(out, '\\');
		buffer_char(out, text[i] == '\n' || text[i] == '\t' ? ' ' : text[i]);
	}
	while (out->len && out->bytes[out->len - 1] == ' ')
		buffer_cut(out, out->len - 1);
}

/* The texts, escaped, with ", " between them. */
static void put_list(struct buffer *out, char *const *texts, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		buffer_text(out, i ? ", " : "");
		md_text(out, texts[i]);
	}
}

static void put_head(struct buffer *out, const struct outgoing *o)
{
	buffer_text(out, "# ");
	md_text(out, o->title);
	buffer_format(out, "\n\n%s", o->date);
	if (o->place) {
		buffer_text(out, ", ");
		md_text(out, o->place);
	}
	buffer_text(out, "\n\n> ");
	md_text(out, o->notice);
	buffer_char(out, '\n');
}

/* "; also: Governance" for a note under its first theme that has more. */
static void put_other_themes(struct buffer *out, const struct outgoing *o, const size_t *themes,
	size_t count)
{
	for (size_t i = 1; i < count; i++) {
		buffer_text(out, i == 1 ? " *(also: " : ", ");
		md_text(out, o->themes[themes[i]].label);
	}
	if (count > 1)
		buffer_text(out, ")*");
}

/* Adds speaker, item and time of a note as far as the rule lets them out. */
static void put_inner(struct buffer *out, const char *by, const char *item, const char *at,
	const char *id, const char *source)
{
	const char *parts[] = {by, item, at, id, source ? "from" : NULL, source};
	const char *before = " — ";

	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++) {
		if (!parts[i])
			continue;
		buffer_text(out, before);
		md_text(out, parts[i]);
		before = i == 4 ? " " : ", ";
	}
}

static void put_note(struct buffer *out, const struct outgoing *o, const struct outgoing_note *note)
{
	buffer_format(out, "%d. ", note->number);
	if (strcmp(note->kind, "point") != 0)
		buffer_format(out, "**%c%s:** ", note->kind[0] - 'a' + 'A', note->kind + 1);
	md_text(out, note->text);
	put_other_themes(out, o, note->themes, note->theme_count);
	put_inner(out, note->by, note->item, note->at, note->id, NULL);
	buffer_char(out, '\n');
}

static void put_notes(struct buffer *out, const struct outgoing *o)
{
	size_t group = NONE;

	buffer_text(out, "\n## Points by theme\n");
	if (!o->note_count)
		buffer_text(out, "\nNone.\n");
	for (size_t i = 0; i < o->note_count; i++) {
		const struct outgoing_note *note = &o->notes[i];

		if (note->themes[0] != group) {
			group = note->themes[0];
			buffer_text(out, "\n### ");
			md_text(out, o->themes[group].label);
			buffer_text(out, "\n\n");
		}
		put_note(out, o, note);
	}
}

static void put_action(struct buffer *out, const struct outgoing *o,
	const struct outgoing_action *action)
{
	const char *mark = strcmp(action->status, "done") == 0 ? "x" : " ";

	buffer_format(out, "%d. [%s] ", action->number, mark);
	md_text(out, action->text);
	buffer_text(out, " — ");
	if (action->owner_count)
		put_list(out, action->owners, action->owner_count);
	else
		buffer_text(out, "*owner missing*");
	buffer_format(out, ", %s", action->due ? "due " : "*due date missing*");
	buffer_text(out, action->due ? action->due : "");
	if (strcmp(action->priority, "normal") != 0)
		buffer_format(out, ", priority %s", action->priority);
	if (strcmp(action->status, "cancelled") == 0)
		buffer_text(out, ", **cancelled**");
	if (action->confirmed)
		buffer_text(out, ", confirmed by the room");
	put_other_themes(out, o, action->themes, action->theme_count);
	put_inner(out, NULL, action->item, action->at, action->id, action->source);
	buffer_char(out, '\n');
}

static void put_actions(struct buffer *out, const struct outgoing *o)
{
	buffer_text(out, "\n## Action points\n\n");
	if (!o->action_count)
		buffer_text(out, "None.\n");
	for (size_t i = 0; i < o->action_count; i++)
		put_action(out, o, &o->actions[i]);
}

static void put_themes(struct buffer *out, const struct outgoing *o)
{
	buffer_text(out, "\n## Themes\n\n| Theme | Priority | Points | Actions | Support | "
		"Concern | Reservation | Agreed |\n|---|---|--:|--:|--:|--:|--:|--:|\n");
	for (size_t i = 0; i < o->theme_count; i++) {
		const struct outgoing_theme *theme = &o->themes[i];

		buffer_text(out, "| ");
		md_text(out, theme->label);
		buffer_text(out, " | ");
		md_text(out, theme->priority ? theme->priority : "");
		buffer_format(out, " | %d | %d | %d | %d | %d | %d |\n", theme->notes,
			theme->actions,
			theme->support, theme->concern, theme->reservation, theme->agreed);
	}
}

void export_md(struct buffer *out, const struct outgoing *o)
{
	put_head(out, o);
	if (o->what == WHAT_ALL || o->what == WHAT_THEMES)
		put_themes(out, o);
	if (export_has_notes(o))
		put_notes(out, o);
	if (export_has_actions(o))
		put_actions(out, o);
}
