/* SPDX-License-Identifier: MIT */
/* json_yaml.c - an export as JSON and as YAML: the same tree. */
#include "export/formats.h"

#include "report/sink.h"

static void tell_head(struct sink *out, const struct outgoing *o)
{
	sink_word(out, "roundtable", "export/1");
	sink_text(out, "notice", o->notice);
	sink_truth(out, "internal", o->internal);
	sink_text(out, "title", o->title);
	sink_text(out, "date", o->date);
	sink_text(out, "place", o->place);
	sink_text(out, "rule", rule_name(o->rule));
	sink_text(out, "what", what_name(o->what));
}

/* A field that is there only where the rule lets it out. */
static void tell_if(struct sink *out, const char *key, const char *text)
{
	if (text)
		sink_text(out, key, text);
}

static void tell_theme_ids(struct sink *out, const struct outgoing *o, const size_t *themes,
	size_t count)
{
	sink_list(out, "themes");
	for (size_t i = 0; i < export_theme_count(o, themes, count); i++)
		sink_text(out, NULL, o->themes[themes[i]].id);
	sink_end(out);
}

static void tell_themes(struct sink *out, const struct outgoing *o)
{
	sink_list(out, "themes");
	for (size_t i = 0; i < o->theme_count; i++) {
		const struct outgoing_theme *theme = &o->themes[i];

		if (!theme->id)
			continue;
		sink_map(out, NULL);
		sink_text(out, "id", theme->id);
		sink_text(out, "label", theme->label);
		sink_text(out, "priority", theme->priority);
		sink_number(out, "notes", theme->notes);
		sink_number(out, "actions", theme->actions);
		sink_map(out, "stance");
		sink_number(out, "support", theme->support);
		sink_number(out, "concern", theme->concern);
		sink_number(out, "reservation", theme->reservation);
		sink_number(out, "agreed", theme->agreed);
		sink_end(out);
		sink_end(out);
	}
	sink_end(out);
}

static void tell_notes(struct sink *out, const struct outgoing *o)
{
	sink_list(out, "notes");
	for (size_t i = 0; i < o->note_count; i++) {
		const struct outgoing_note *note = &o->notes[i];

		sink_map(out, NULL);
		sink_number(out, "number", note->number);
		sink_text(out, "kind", note->kind);
		sink_text(out, "text", note->text);
		tell_theme_ids(out, o, note->themes, note->theme_count);
		tell_if(out, "by", note->by);
		tell_if(out, "item", note->item);
		tell_if(out, "at", note->at);
		tell_if(out, "id", note->id);
		sink_end(out);
	}
	sink_end(out);
}

static void tell_action(struct sink *out, const struct outgoing *o,
	const struct outgoing_action *action)
{
	sink_map(out, NULL);
	sink_number(out, "number", action->number);
	sink_text(out, "text", action->text);
	sink_list(out, "owners");
	for (size_t i = 0; i < action->owner_count; i++)
		sink_text(out, NULL, action->owners[i]);
	sink_end(out);
	sink_text(out, "due", action->due);
	sink_text(out, "priority", action->priority);
	sink_text(out, "status", action->status);
	sink_truth(out, "confirmed", action->confirmed);
	tell_theme_ids(out, o, action->themes, action->theme_count);
	tell_if(out, "item", action->item);
	tell_if(out, "at", action->at);
	tell_if(out, "id", action->id);
	tell_if(out, "source", action->source);
	sink_end(out);
}

static void tell_actions(struct sink *out, const struct outgoing *o)
{
	sink_list(out, "actions");
	for (size_t i = 0; i < o->action_count; i++)
		tell_action(out, o, &o->actions[i]);
	sink_end(out);
}

static void tell_export(struct sink *out, const struct outgoing *o)
{
	sink_map(out, NULL);
	tell_head(out, o);
	tell_themes(out, o);
	if (export_has_notes(o))
		tell_notes(out, o);
	if (export_has_actions(o))
		tell_actions(out, o);
	sink_end(out);
}

void export_json(struct buffer *out, const struct outgoing *o)
{
	struct sink sink;

	sink_init(&sink, out, false);
	tell_export(&sink, o);
}

void export_yaml(struct buffer *out, const struct outgoing *o)
{
	struct sink sink;

	sink_init(&sink, out, true);
	tell_export(&sink, o);
}
