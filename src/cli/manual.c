/* SPDX-License-Identifier: MIT */
/* manual.c - the parts of the manual pages that the tables make, in mdoc(7). */
#include "cli/manual.h"

#include <string.h>

#include "cli/cli.h"
#include "command/command.h"
#include "command/marks.h"
#include "command/view_words.h"
#include "export/formats.h"
#include "report/report.h"

/* The text as running text or between quotes: nothing in it is a request, an escape or, alone, a
 * delimiter. */
static void put_text(struct buffer *out, const char *text)
{
	for (size_t i = 0; text[i]; i++) {
		if (i == 0 && strchr(".'()[],:;?!|", text[i]))
			buffer_text(out, "\\&");
		if (text[i] == '\\')
			buffer_text(out, "\\e");
		else if (text[i] == '"')
			buffer_text(out, "\\(dq");
		else if (text[i] == '-' && (i == 0 || text[i - 1] == ' ' || text[i - 1] == '-'))
			buffer_text(out, "\\-");
		else if (text[i] == '^')
			buffer_text(out, "\\(ha");
		else if (text[i] == '~')
			buffer_text(out, "\\(ti");
		else if (strncmp(text + i, "…", 3) == 0) {
			buffer_text(out, "\\[u2026]");
			i += 2;
		} else
			buffer_char(out, text[i]);
	}
}

static void put_words(struct buffer *out, word_list *list)
{
	struct buffer words = BUFFER_EMPTY;

	word_list_write(&words, list, " ", " ");
	put_text(out, words.bytes);
	buffer_release(&words);
}

/* .It MACRO "WORDS" and the text under it. */
static void put_item(struct buffer *out, const char *macro, const char *words, const char *text)
{
	buffer_format(out, ".It %s \"", macro);
	put_text(out, words);
	buffer_text(out, "\"\n");
	put_text(out, text);
	buffer_text(out, text[strlen(text) - 1] == '.' ? "\n" : ".\n");
}

static void put_options(struct buffer *out, const struct verb *verb)
{
	buffer_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < verb->option_count; i++) {
		const struct option_row *option = &verb->options[i];

		buffer_text(out, ".It ");
		if (option->letter)
			buffer_format(out, "Fl %c , ", option->letter);
		buffer_format(out, "Fl Fl %s", option->name);
		if (option->value)
			buffer_format(out, " Ar %s", option->value);
		buffer_char(out, '\n');
		put_text(out, option->help);
		if (option->words) {
			buffer_text(out, ": ");
			put_words(out, option->words);
		}
		buffer_text(out, ".\n");
	}
	buffer_text(out, ".El\n");
}

static void manual_verbs(struct buffer *out)
{
	buffer_text(out, ".Bl -tag -width Ds\n");
	for (unsigned i = 0; i < verb_count; i++) {
		const struct verb *verb = &verb_table[i];
		struct buffer use = BUFFER_EMPTY;

		buffer_format(&use, "%s%s%s", verb->name, *verb->arguments ? " " : "",
			verb->arguments);
		put_item(out, "Ic", use.bytes, verb->help);
		if (verb->option_count)
			put_options(out, verb);
		buffer_release(&use);
	}
	buffer_text(out, ".El\n");
}

static void manual_marks(struct buffer *out)
{
	buffer_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < MARKS; i++)
		put_item(out, "Ic", mark_table[i].shown, mark_table[i].help);
	buffer_text(out, ".El\n");
}

static void put_command(struct buffer *out, const struct command_info *command)
{
	struct buffer use = BUFFER_EMPTY, text = BUFFER_EMPTY;

	command_usage(&use, command);
	buffer_text(&text, command->help);
	if (*command->aliases)
		buffer_format(&text, "; also %s", command->aliases);
	put_item(out, "Ic", use.bytes, text.bytes);
	buffer_release(&use);
	buffer_release(&text);
}

static void manual_commands(struct buffer *out)
{
	const char *group = NULL;

	for (int i = 0; i < COMMANDS; i++) {
		const struct command_info *command = &command_table[i];

		if (!group || strcmp(group, command->group) != 0) {
			if (group)
				buffer_text(out, ".El\n");
			group = command->group;
			buffer_text(out, ".Ss ");
			put_text(out, group);
			buffer_text(out, "\n.Bl -tag -width Ds\n");
		}
		put_command(out, command);
	}
	buffer_text(out, ".El\n");
}

/* The keys of one view, from the rows of the commands that have one there. */
static void manual_view_keys(struct buffer *out, const char *view)
{
	size_t scope = strlen(view), len;

	for (int i = 0; i < COMMANDS; i++) {
		const char *at = command_table[i].keys, *word;

		while ((word = word_next(&at, &len)) != NULL) {
			char key[32];

			if (len <= scope || strncmp(word, view, scope) != 0 || word[scope] != ':')
				continue;
			snprintf(key, sizeof key, "%.*s", (int)(len - scope - 1), word + scope + 1);
			put_item(out, "Cm", key, command_table[i].help);
		}
	}
}

static void put_key_section(struct buffer *out, const char *title, const struct buffer *keys)
{
	if (keys->len)
		buffer_format(out, ".Ss %c%s\n.Bl -tag -width Ds\n%s.El\n", title[0] & ~0x20,
			title + 1, keys->bytes);
}

static void manual_keys(struct buffer *out)
{
	struct buffer keys = BUFFER_EMPTY;

	manual_view_keys(&keys, "all");
	for (int i = 0; i < SHOW_VIEWS; i++)
		put_item(&keys, "Cm", view_words[i].key, view_words[i].help);
	put_key_section(out, "everywhere", &keys);
	for (int i = 0; i < SHOW_VIEWS; i++) {
		buffer_reset(&keys);
		manual_view_keys(&keys, view_words[i].name);
		put_key_section(out, view_words[i].name, &keys);
	}
	buffer_release(&keys);
}

static void manual_formats(struct buffer *out)
{
	buffer_text(out, ".Bl -tag -width Ds\n");
	for (size_t i = 0; i < export_count; i++)
		put_item(out, "Cm", export_table[i].name, export_table[i].help);
	buffer_text(out, ".El\n");
}

/* The fields by spaces, with commas. */
static void put_fields(struct buffer *out, const char *head, const char *fields)
{
	if (!*fields)
		return;
	buffer_format(out, "%s: ", head);
	for (; *fields; fields++) {
		if (*fields == ' ')
			buffer_char(out, ',');
		buffer_char(out, *fields);
	}
	buffer_text(out, ".\n");
}

static void manual_events(struct buffer *out)
{
	buffer_text(out, ".Bl -tag -width Ds\n");
	for (int i = 0; i < EVENT_KINDS; i++) {
		const struct event_info *event = &event_table[i];

		put_item(out, "Cm", event->name, event->help);
		put_fields(out, "Fields", event->required);
		put_fields(out, "May have", event->optional);
		if (event->properties & MOVES_CLOCK)
			buffer_text(out, "Moves a clock.\n");
		if (event->properties & NEVER_VOID)
			buffer_text(out, "Never void.\n");
	}
	buffer_text(out, ".El\n");
}

static const char *type_name(enum value_type type)
{
	switch (type) {
	case VALUE_TEXT: return "text";
	case VALUE_NUMBER: return "number";
	case VALUE_TRUTH: return "true";
	case VALUE_LIST: return "list of texts";
	case VALUE_NUMBERS: return "list of numbers";
	case VALUE_SEEN: return "mapping of seats to numbers";
	}
	return "";
}

static void manual_fields(struct buffer *out)
{
	buffer_text(out, ".Bl -tag -width Ds\n");
	for (int i = 0; i < FIELDS; i++) {
		struct buffer text = BUFFER_EMPTY;

		buffer_format(&text, "(%s) %s", type_name(field_table[i].type),
			field_table[i].help);
		put_item(out, "Cm", field_table[i].name, text.bytes);
		buffer_release(&text);
	}
	buffer_text(out, ".El\n");
}

static const struct {
	const char *name;
	void (*write)(struct buffer *out);
} parts[] = {
	{"verbs", manual_verbs}, {"marks", manual_marks}, {"commands", manual_commands},
	{"keys", manual_keys}, {"formats", manual_formats}, {"events", manual_events},
	{"fields", manual_fields},
};

const char *manual_part(size_t i)
{
	return i < sizeof parts / sizeof *parts ? parts[i].name : NULL;
}

void manual_write(struct buffer *out, const char *part)
{
	for (size_t i = 0; i < sizeof parts / sizeof *parts; i++)
		if (strcmp(parts[i].name, part) == 0)
			parts[i].write(out);
}
