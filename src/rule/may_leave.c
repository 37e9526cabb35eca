/* SPDX-License-Identifier: MIT */
/* may_leave.c - which words may leave: labels, ids, titles. */
#include "rule/made.h"

#include "base/memory.h"

bool cut_words_may_leave(const struct cut *cut, const char *words, bool inside)
{
	if (cut->out->internal)
		return true;
	if (inside)
		return false;
	return !cut->strict || (!cut->nameless && !roster_names(cut->roster, words));
}

/* In an open item of an open meeting a title may name anybody; elsewhere not. The organisers wrote
 * theirs before anybody spoke. */
char *cut_item_title(const struct cut *cut, size_t item)
{
	if (item == NONE)
		return NULL;
	const struct item *i = &cut->session->items[item];
	bool may = i->plan != NONE || i->title_rule == RULE_OPEN ||
		   cut_words_may_leave(cut, i->title, i->title_rule == RULE_CLOSED);
	return mem_text(may ? i->title : "Added item");
}

static void warn(struct cut *cut, const char *what, const char *text)
{
	struct roster_hit hit;

	if (!text || !roster_find(cut->roster, text, 0, &hit))
		return;
	buffer_format(&cut->out->warnings,
		"%s '%s' leaves as the agenda has it: '%.*s' is what a participant is known by\n",
		what, text, (int)(hit.end - hit.start), text + hit.start);
}

void cut_warn(struct cut *cut)
{
	const struct agenda *agenda = cut->session->agenda;

	if (cut->out->internal || !cut->strict)
		return;
	if (cut->nameless)
		buffer_text(&cut->out->warnings,
			"a person or an alias of the log is missing from people/: no label or title "
			"that was typed in the meeting leaves\n");
	warn(cut, "the title", agenda->title);
	warn(cut, "the place", agenda->place);
	for (size_t i = 0; i < agenda->theme_count; i++)
		warn(cut, "the theme", agenda->themes[i].label);
	for (size_t i = 0; i < agenda->priority_count; i++)
		warn(cut, "the priority", agenda->priorities[i].label);
}
