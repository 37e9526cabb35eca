/* SPDX-License-Identifier: MIT */
/* people_lines.c - the lines of a people file, written and read. */
#include "log/people_lines.h"

#include <string.h>

#include "base/memory.h"
#include "log/line_spans.h"

void newcomer_write(struct buffer *out, const struct newcomer *n)
{
	struct line l = line_begin(out);

	switch (n->kind) {
	case NEWCOMER_PERSON:
		line_text(&l, "person", n->number);
		line_text(&l, "id", n->id);
		line_text(&l, "name", n->name);
		line_text(&l, "title", n->title);
		line_text(&l, "affiliation", n->affiliation);
		line_text(&l, "delegation", n->delegation);
		line_text(&l, "role", role_name(n->role));
		break;
	case NEWCOMER_ALIAS:
		line_text(&l, "alias", n->name);
		line_text(&l, "person", n->number);
		line_text(&l, "event", n->event);
		break;
	case NEWCOMER_DELEGATION:
		line_text(&l, "delegation", n->number);
		line_text(&l, "name", n->name);
		if (n->is_group)
			line_truth(&l, "group", true);
		break;
	}
	line_seal(&l);
}

static char *text_of(const struct pairs *p, const char *key)
{
	return mem_text(pairs_text(p, key));
}

static bool person_of(struct newcomer *n, const struct pairs *p)
{
	const char *role = pairs_text(p, "role");

	n->kind = NEWCOMER_PERSON;
	n->number = text_of(p, "person");
	n->id = text_of(p, "id");
	n->name = text_of(p, "name");
	n->title = text_of(p, "title");
	n->affiliation = text_of(p, "affiliation");
	n->delegation = text_of(p, "delegation");
	if (!role || !role_read(role, &n->role))
		n->role = ROLE_PARTICIPANT;
	return n->number && n->id && n->name;
}

static bool alias_of(struct newcomer *n, const struct pairs *p)
{
	n->kind = NEWCOMER_ALIAS;
	n->name = text_of(p, "alias");
	n->number = text_of(p, "person");
	n->event = text_of(p, "event");
	return n->name && n->number && n->event;
}

static bool delegation_of(struct newcomer *n, const struct pairs *p)
{
	n->kind = NEWCOMER_DELEGATION;
	n->number = text_of(p, "delegation");
	n->name = text_of(p, "name");
	n->is_group = pairs_truth(p, "group");
	return n->number && n->name;
}

/* The first key says what it is. */
static bool newcomer_of(struct newcomer *n, const struct pairs *p)
{
	const char *first = p->count ? p->items[0].key : "";

	if (strcmp(first, "person") == 0)
		return person_of(n, p);
	if (strcmp(first, "alias") == 0)
		return alias_of(n, p);
	return strcmp(first, "delegation") == 0 && delegation_of(n, p);
}

void newcomers_take(struct people *people, const char *bytes, size_t len, bool delegations,
	struct newcomers_found *found)
{
	struct line_spans spans;
	struct line_span span;

	*found = (struct newcomers_found){0};
	line_spans_init(&spans, bytes, len);
	while (line_spans_next(&spans, &span)) {
		struct newcomer n = {0};

		bool holds = span.holds && newcomer_of(&n, &spans.pairs);

		if (!holds && !span.terminated && span.end == len) {
			found->torn = span.line;
		} else if (!holds) {
			found->damaged++;
			if (!found->line)
				found->line = span.line;
		} else {
			found->lines++;
			found->altered += span.altered;
			if (people && (n.kind == NEWCOMER_DELEGATION) == delegations)
				newcomer_join(people, &n);
		}
		newcomer_release(&n);
	}
	line_spans_release(&spans);
}

void newcomers_read(struct people *people, const char *bytes, size_t len, size_t *damaged)
{
	struct newcomers_found found;

	newcomers_take(people, bytes, len, true, &found);
	newcomers_take(people, bytes, len, false, &found);
	if (damaged)
		*damaged = found.damaged;
}
