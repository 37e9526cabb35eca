/* SPDX-License-Identifier: MIT */
/* read_agenda.c - the whole agenda: its keys, its defaults, and agenda_read(). */
#include <errno.h>
#include <string.h>

#include "agenda/load.h"
#include "agenda/agenda_parts.h"
#include "base/memory.h"

enum { K_MOST = 50, K_USUAL = 3, RIGHTS_USUAL = 2 };

static void take_version(struct reader *r, const struct node *node, void *slot)
{
	const char *want = r->is_session ? "session/1" : "agenda/1";
	size_t kind = (size_t)(strchr(want, '/') - want) + 1;

	(void)slot;
	if (strcmp(node->text, want) == 0)
		return;
	if (strncmp(node->text, want, kind) == 0)
		problem(&r->problems, node->place,
			"roundtable must be %s, the version this program "
			"knows, not '%s'",
			want, node->text);
	else
		problem(&r->problems, node->place, "roundtable must be %s, not '%s'", want,
			node->text);
}

static void take_date(struct reader *r, const struct node *node, void *slot)
{
	if (!date_read(node->text, slot))
		problem(&r->problems, node->place, "date must be a day as YYYY-MM-DD, not '%s'",
			node->text);
}

static void take_starts(struct reader *r, const struct node *node, void *slot)
{
	if (!time_of_day_read(node->text, slot))
		problem(&r->problems, node->place,
			"starts must be a time of day as 10:00, not '%s'", node->text);
}

static void take_zone(struct reader *r, const struct node *node, void *slot)
{
	if (zone_is_known(node->text))
		mem_replace(slot, node->text);
	else
		problem(&r->problems, node->place,
			"timezone must be an IANA name such as America/New_York, not '%s'",
			node->text);
}

static void take_k(struct reader *r, const struct node *node, void *slot)
{
	node_number(r, node, 1, K_MOST, slot);
}

/* An organiser's agenda may not ask for a seal as long as no session can be sealed. */
static void refuse_seal(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	if (strcmp(node->text, "false") != 0)
		problem(&r->problems, node->place,
			"sealed sessions are not available yet: leave 'seal' out, or 'seal: "
			"false', not '%s'",
			node->text);
}

static void refuse_k(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	problem(&r->problems, node->key_place,
		"figures about groups are not available yet: leave 'k' out");
}

static const struct key podium_keys[] = {
	{"names", SHAPE_TEXT, IN_BOTH, OPTIONAL, offsetof(struct agenda, podium_names), take_truth},
};
static const struct schema podium_schema = SCHEMA("podium", podium_keys);

static void take_podium(struct reader *r, const struct node *node, void *slot)
{
	schema_read(r, node, &podium_schema, slot);
}

static void take_from(struct reader *r, const struct node *node, void *slot)
{
	(void)slot;
	if (!*node->text)
		problem(&r->problems, node->place,
			"participants-from must be the path of a CSV file, not empty");
	else
		r->from = node;
}

#define AT(field) offsetof(struct agenda, field)
static const struct key agenda_keys[] = {
	{"roundtable", SHAPE_TEXT, IN_BOTH, REQUIRED, 0, take_version},
	{"session", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(session), take_text},
	{"title", SHAPE_TEXT, IN_BOTH, REQUIRED, AT(title), take_text},
	{"date", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(date), take_date},
	{"starts", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(starts), take_starts},
	{"timezone", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(zone), take_zone},
	{"place", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(place), take_text},
	{"rule", SHAPE_TEXT, IN_BOTH, OPTIONAL, AT(rule), take_rule},
	{"podium", SHAPE_MAPPING, IN_BOTH, OPTIONAL, 0, take_podium},
	{"seal", SHAPE_TEXT, IN_AGENDA, OPTIONAL, 0, refuse_seal},
	{"seal", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(seal), take_truth},
	{"k", SHAPE_ANY, IN_AGENDA, UNAVAILABLE, 0, refuse_k},
	{"k", SHAPE_TEXT, IN_SESSION, OPTIONAL, AT(k), take_k},
	{"list", SHAPE_MAPPING, IN_BOTH, OPTIONAL, AT(list), take_list_rules},
	{"framework", SHAPE_MAPPING, IN_BOTH, OPTIONAL, 0, take_framework},
	{"themes", SHAPE_LIST, IN_BOTH, OPTIONAL, 0, take_themes},
	{"participants", SHAPE_LIST, IN_AGENDA, OPTIONAL, 0, take_participants},
	{"participants", SHAPE_LIST, IN_SESSION, OPTIONAL, 0, take_session_participants},
	{"participants-from", SHAPE_TEXT, IN_AGENDA, OPTIONAL, 0, take_from},
	{"items", SHAPE_LIST, IN_BOTH, OPTIONAL, 0, take_items},
	{"abbreviations", SHAPE_MAPPING, IN_BOTH, OPTIONAL, 0, take_abbreviations},
};
#undef AT
static const struct schema agenda_schema = SCHEMA("an agenda", agenda_keys);

void agenda_defaults(struct agenda *a)
{
	*a = (struct agenda){.starts = NO_TIME, .podium_names = true, .k = K_USUAL};
	a->list.limit_ms = 3 * MS_MINUTE;
	a->list.warn_ms = 30 * MS_SECOND;
	a->list.rights_of_reply = RIGHTS_USUAL;
	for (size_t kind = 0; kind < LIST_KINDS; kind++)
		a->list.precedence[kind] = (enum list_kind)kind;
}

void agenda_take(struct reader *r, const struct node *root)
{
	struct agenda *a = r->agenda;

	if (!has_shape(r, root, SHAPE_MAPPING))
		return;
	a->date = r->today;
	schema_read(r, root, &agenda_schema, a);
	if (r->from)
		take_csv(r);
	resolve(r);
	if (!r->is_session)
		warn(r);
	if (!a->zone)
		a->zone = zone_of_machine();
}

bool document_load(struct document *d, const char *path, struct problems *problems)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct place nowhere = {path, 0, 0};
	bool whole = false;

	if (!file_load(&bytes, path, AGENDA_BYTES_MOST))
		problem(problems, nowhere, "cannot read it: %s", strerror(errno));
	else
		whole = document_read(d, bytes.bytes, bytes.len, path, problems);
	buffer_release(&bytes);
	return whole;
}

bool agenda_take_file(struct reader *r, const char *path, struct problems *problems)
{
	struct document document = {0};
	struct agenda *out = r->agenda;

	if (document_load(&document, path, &r->problems))
		agenda_take(r, document.root);
	bool good = reader_end(r, problems);
	document_release(&document);
	reader_release(r);
	if (!good)
		agenda_release(out);
	return good;
}

bool agenda_read(struct agenda *out, const char *path, struct date today, struct problems *problems)
{
	struct reader r;

	agenda_defaults(out);
	reader_init(&r, out, path, false);
	r.today = today;
	return agenda_take_file(&r, path, problems);
}
