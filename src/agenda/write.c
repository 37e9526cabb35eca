/* SPDX-License-Identifier: MIT */
/* write.c - an agenda for a session folder: without names, and apart from it who they are. */
#include "agenda/agenda.h"

#include <string.h>


/* What may not stand raw in YAML, or would break or join lines for some reader: NEL, the line and
 * paragraph separators, the byte order mark and the two non-characters. */
static size_t awkward(const char *s)
{
	static const char *const list[] = {"\xc2\x85", "\xe2\x80\xa8", "\xe2\x80\xa9",
		"\xef\xbb\xbf", "\xef\xbf\xbe", "\xef\xbf\xbf"};

	for (size_t i = 0; i < sizeof list / sizeof *list; i++)
		if (strncmp(s, list[i], strlen(list[i])) == 0)
			return i + 1;
	return 0;
}

static const char *escape_of(size_t which)
{
	static const char *const list[] = {
		"", "\\u0085", "\\u2028", "\\u2029", "\\uFEFF", "\\uFFFE", "\\uFFFF"};

	return list[which];
}

/* The text double-quoted, so that any YAML reader reads the same. */
static void put_text(struct buffer *out, const char *text)
{
	buffer_char(out, '"');
	while (*text) {
		size_t which = awkward(text);

		if (which) {
			buffer_text(out, escape_of(which));
			text += which == 1 ? 2 : 3;
			continue;
		}
		if (*text == '"' || *text == '\\')
			buffer_char(out, '\\');
		if ((unsigned char)*text < 0x20 || *text == 0x7f)
			buffer_format(out, "\\x%02X", (unsigned)(unsigned char)*text);
		else
			buffer_char(out, *text);
		text++;
	}
	buffer_char(out, '"');
}

/* KEY: "TEXT" on a line of its own; nothing when there is no text. */
static void put_line(struct buffer *out, const char *key, const char *text)
{
	if (!text)
		return;
	buffer_format(out, "%s: ", key);
	put_text(out, text);
	buffer_char(out, '\n');
}

/* , KEY: "TEXT" inside braces. */
static void put_field(struct buffer *out, const char *key, const char *text)
{
	if (!text)
		return;
	buffer_format(out, "%s%s: ", out->bytes[out->len - 1] == '{' ? "" : ", ", key);
	put_text(out, text);
}

static void put_number(struct buffer *out, const char *key, int number)
{
	buffer_format(out, "%s%s: %d", out->bytes[out->len - 1] == '{' ? "" : ", ", key, number);
}

static void put_texts(struct buffer *out, const char *key, char *const *texts, size_t count)
{
	if (!count)
		return;
	buffer_format(out, ", %s: [", key);
	for (size_t i = 0; i < count; i++) {
		if (i)
			buffer_text(out, ", ");
		put_text(out, texts[i]);
	}
	buffer_char(out, ']');
}

static void put_duration(struct buffer *out, int64_t ms)
{
	buffer_char(out, '"');
	duration_write(out, ms);
	buffer_char(out, '"');
}

static void put_limits(struct buffer *out, const struct list_rules *list)
{
	bool any = false;

	for (size_t kind = 0; kind < LIST_KINDS; kind++) {
		const struct limits *limits = &list->limits[kind];

		if (!limits->count)
			continue;
		buffer_format(out, "%s%s: [", any ? ", " : "  limits: {",
			list_kind_name((enum list_kind)kind));
		for (size_t i = 0; i < limits->count; i++) {
			if (i)
				buffer_text(out, ", ");
			put_duration(out, limits->ms[i]);
		}
		buffer_char(out, ']');
		any = true;
	}
	if (any)
		buffer_text(out, "}\n");
}

static void put_list(struct buffer *out, const struct list_rules *list)
{
	buffer_text(out, "list:\n  limit: ");
	put_duration(out, list->limit_ms);
	buffer_text(out, "\n  warn: ");
	put_duration(out, list->warn_ms);
	buffer_char(out, '\n');
	put_limits(out, list);
	buffer_format(out, "  rights-of-reply: %d\n", list->rights_of_reply);
	if (list->budget_ms) {
		buffer_text(out, "  budget: ");
		put_duration(out, list->budget_ms);
		buffer_char(out, '\n');
	}
	buffer_text(out, "  precedence: [");
	for (size_t i = 0; i < LIST_KINDS; i++)
		buffer_format(out, "%s\"%s\"", i ? ", " : "", list_kind_name(list->precedence[i]));
	buffer_text(out, "]\n");
	put_line(out, "  policy", policy_name(list->policy));
	put_line(out, "  balance-by", list->balance_by);
	put_line(out, "  point-of-order", list->order_ends ? "ends" : "pauses");
}

static void put_framework(struct buffer *out, const struct agenda *a)
{
	if (!a->framework)
		return;
	buffer_text(out, "framework:\n");
	put_line(out, "  title", a->framework);
	if (a->priority_count)
		buffer_text(out, "  priorities:\n");
	for (size_t i = 0; i < a->priority_count; i++) {
		buffer_text(out, "    - {");
		put_field(out, "id", a->priorities[i].id);
		put_field(out, "label", a->priorities[i].label);
		buffer_text(out, "}\n");
	}
}

static void put_theme(struct buffer *out, const struct agenda *a, const struct theme_plan *theme)
{
	buffer_text(out, "  - {");
	put_field(out, "id", theme->id);
	put_field(out, "label", theme->label);
	put_field(out, "about", theme->about);
	put_texts(out, "keywords", theme->keywords, theme->keyword_count);
	if (theme->parent != NONE)
		put_field(out, "parent", a->themes[theme->parent].id);
	if (theme->priority != NONE)
		put_field(out, "priority", a->priorities[theme->priority].id);
	put_number(out, "digit", theme->digit);
	buffer_text(out, "}\n");
}

static void put_person(struct buffer *out, const struct people *p, const struct person *person)
{
	buffer_text(out, "  - {");
	put_field(out, "number", person->number);
	if (person->delegation != NONE)
		put_field(out, "delegation", p->delegations[person->delegation].number);
	put_field(out, "role", role_name(person->role));
	if (person->rank)
		put_number(out, "rank", person->rank);
	buffer_text(out, "}\n");
}

static void put_item_themes(struct buffer *out, const struct agenda *a,
	const struct item_plan *item)
{
	if (!item->theme_count)
		return;
	buffer_text(out, ", themes: [");
	for (size_t i = 0; i < item->theme_count; i++)
		buffer_format(out, "%s\"%s\"", i ? ", " : "", a->themes[item->themes[i]].id);
	buffer_char(out, ']');
}

static void put_item(struct buffer *out, const struct agenda *a, const struct item_plan *item)
{
	buffer_text(out, "  - {");
	put_field(out, "id", item->id);
	put_field(out, "title", item->title);
	put_field(out, "kind", item_kind_name(item->kind));
	put_number(out, "minutes", item->minutes);
	if (item->lead != NONE)
		put_field(out, "lead", a->people.persons[item->lead].number);
	if (item->limit_ms) {
		buffer_text(out, ", limit: ");
		put_duration(out, item->limit_ms);
	}
	if (item->has_rule)
		put_field(out, "rule", rule_name(item->rule));
	put_item_themes(out, a, item);
	put_texts(out, "questions", item->questions, item->question_count);
	put_field(out, "cue", item->cue);
	buffer_text(out, "}\n");
}

static void put_starts(struct buffer *out, int64_t starts)
{
	int64_t seconds = starts / MS_SECOND;

	if (starts == NO_TIME)
		return;
	buffer_format(out, "starts: \"%02d:%02d", (int)(seconds / 3600), (int)(seconds / 60 % 60));
	if (seconds % 60)
		buffer_format(out, ":%02d", (int)(seconds % 60));
	buffer_text(out, "\"\n");
}

static void put_head(struct buffer *out, const struct agenda *a)
{
	buffer_text(out, "roundtable: \"session/1\"\n");
	put_line(out, "session", a->session);
	put_line(out, "title", a->title);
	buffer_text(out, "date: \"");
	date_write(out, a->date);
	buffer_text(out, "\"\n");
	put_starts(out, a->starts);
	put_line(out, "timezone", a->zone);
	put_line(out, "place", a->place);
	put_line(out, "rule", rule_name(a->rule));
	buffer_format(out, "podium: {names: %s}\n", a->podium_names ? "true" : "false");
	buffer_format(out, "seal: %s\nk: %d\n", a->seal ? "true" : "false", a->k);
}

static void put_abbreviations(struct buffer *out, const struct agenda *a)
{
	if (a->abbreviation_count)
		buffer_text(out, "abbreviations:\n");
	for (size_t i = 0; i < a->abbreviation_count; i++) {
		buffer_text(out, "  ");
		put_text(out, a->abbreviations[i].word);
		put_line(out, "", a->abbreviations[i].text);
	}
}

void agenda_write(struct buffer *out, const struct agenda *a)
{
	put_head(out, a);
	put_list(out, &a->list);
	put_framework(out, a);
	if (a->theme_count)
		buffer_text(out, "themes:\n");
	for (size_t i = 0; i < a->theme_count; i++)
		put_theme(out, a, &a->themes[i]);
	if (a->people.count)
		buffer_text(out, "participants:\n");
	for (size_t i = 0; i < a->people.count; i++)
		put_person(out, &a->people, &a->people.persons[i]);
	if (a->item_count)
		buffer_text(out, "items:\n");
	for (size_t i = 0; i < a->item_count; i++)
		put_item(out, a, &a->items[i]);
	put_abbreviations(out, a);
}

static void put_attributes(struct buffer *out, const struct person *person)
{
	if (!person->attribute_count)
		return;
	buffer_text(out, ", attributes: {");
	for (size_t i = 0; i < person->attribute_count; i++) {
		if (i)
			buffer_text(out, ", ");
		put_text(out, person->attributes[i].name);
		buffer_text(out, ": ");
		put_text(out, person->attributes[i].value);
	}
	buffer_char(out, '}');
}

static void put_named(struct buffer *out, const struct people *p, const struct person *person)
{
	buffer_text(out, "  - {");
	put_field(out, "number", person->number);
	put_field(out, "id", person->id);
	put_field(out, "name", person->name);
	put_field(out, "title", person->title);
	put_field(out, "affiliation", person->affiliation);
	if (person->delegation != NONE)
		put_field(out, "delegation", p->delegations[person->delegation].number);
	put_texts(out, "aliases", person->aliases, person->alias_count);
	put_attributes(out, person);
	put_field(out, "public", person->label);
	buffer_text(out, "}\n");
}

void agenda_write_people(struct buffer *out, const struct agenda *a)
{
	const struct people *p = &a->people;

	buffer_text(out, "roundtable: \"people/1\"\n");
	if (p->delegation_count)
		buffer_text(out, "delegations:\n");
	for (size_t i = 0; i < p->delegation_count; i++) {
		buffer_text(out, "  - {");
		put_field(out, "number", p->delegations[i].number);
		put_field(out, "name", p->delegations[i].name);
		if (p->delegations[i].is_group)
			buffer_text(out, ", group: true");
		buffer_text(out, "}\n");
	}
	if (p->count)
		buffer_text(out, "people:\n");
	for (size_t i = 0; i < p->count; i++)
		put_named(out, p, &p->persons[i]);
}
