/* SPDX-License-Identifier: MIT */
/* line_keys.c - keys about the line being typed that are no editing. */
#include "ui/entry/line_keys.h"

#include "ui/entry/completion_list.h"
#include "ui/entry/recall.h"
#include "ui/entry/submit.h"
#include "ui/entry/theme_digit.h"
#include "ui/entry/typing.h"

static bool submit(struct console *c)
{
	if (c->entry.text.len == 0)
		return false;
	submit_entry(c);
	return true;
}

static bool clear(struct console *c)
{
	if (typing_drop_prefixed(c))
		return true;
	entry_clear(&c->entry);
	typing_changed(c);
	c->message.text[0] = '\0';
	return true;
}

static void leave_entry(struct console *c)
{
	c->line.has_keys = c->line.prefixed = false;
	if (c->line.aside)
		typing_bring_back(c);
	else if (c->entry.text.bytes[0] == '/')
		entry_clear(&c->entry);
	typing_changed(c);
}

/* With nothing open: in Capture a prefix that waits, elsewhere the way back. */
static bool escape(struct console *c)
{
	if (c->line.has_keys && view_words[c->view].use != VIEW_TYPED) {
		leave_entry(c);
	} else if (typing_drop_prefixed(c)) {
		return true;
	} else if (c->waits == WAITS_ESCAPE) {
		c->waits = WAITS_NOT;
		c->stream.chosen = c->stream.chosen_to = NONE;
		c->stream.top = 0;
		c->filter.on = c->stream.history = false;
	} else {
		c->waits = WAITS_ESCAPE;
	}
	return true;
}

static bool speaker_before(struct console *c)
{
	typing_speaker_before(c);
	return true;
}

/* On an empty line notes to edit, after / earlier commands. */
static bool back_or_on(struct console *c)
{
	bool back = key_is_named(c->key, NAMED_UP);

	if (c->view == SHOW_CAPTURE && recall_note(c, back))
		return true;
	if (c->entry.text.bytes[0] == '/' && c->line.edited == NONE) {
		entry_history(&c->entry, back);
		typing_changed(c);
		completion_list_close(c);
		return true;
	}
	return c->entry.text.len > 0;
}

static const struct key_row rows[] = {
	{"Enter", submit, "keep the line; on an empty one edit the chosen note"},
	{"Tab", NULL, "take the completion; on an empty line the next view"},
	{"Up", back_or_on, "on an empty line edit your last note; after / the command before"},
	{"Down", back_or_on, NULL},
	{"Esc", escape, NULL},
	{"^O", speaker_before, "the speaker before, for a line that comes late"},
	{"^C", clear, "clear the line; ^Z brings it back"},
	{"Alt-1", tag_digit_key, "the theme with that digit; Esc 1 is the same"},
	{"^Z", NULL, "undo in the line, an expanded abbreviation too; then the last act"},
	{"^W", NULL, "cut the word before; ^K and ^U cut the line, ^Y brings it back"},
};
const struct key_table line_keys = KEY_TABLE(rows);
