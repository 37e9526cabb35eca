/* SPDX-License-Identifier: MIT */
/* every_key.c - each key of the tables is pressed in the real program and runs its command.
 *
 * usage: every_key PROGRAM SOURCE-FOLDER
 *
 * The rows come from commands.def and views.def: a row more is a key more here. Each key is pressed in
 * each view that it is for, in a session of its own in which all commands have something to act on;
 * the program tells in the mark of the frame which command ran. And each view is opened by its name
 * and by its key, which must show the same. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/memory.h"
#include "base/when.h"
#include "command/command.h"
#include "command/view_words.h"
#include "screen/terminal.h"

static const char *program, *source;
static char home[64];
static int failures, sessions;

/* People on the list and on the floor, one of them twice; a note with a theme, an action point; an
 * act that was undone. */
static const char *const before[] = {
	"/item debate", "Approval takes ninety days #cycle", "! Publish the list @arg due:+3d",
	"/floor arg", "/end", "/floor aus", "/speak arg, bgd, bra", "/pause", "/undo",
};

static void line(struct terminal *t, const char *text)
{
	terminal_type(t, text, strlen(text));
	terminal_type(t, "\r", 1);
}

/* A console in that view. */
static struct terminal *console_in(enum console_view view)
{
	struct terminal_options options = {.rows = 24, .columns = 80, .home = home, .folder = source};
	struct buffer agenda = BUFFER_EMPTY, session = BUFFER_EMPTY, go = BUFFER_EMPTY;

	buffer_format(&agenda, "%s/tests/screen/agendas/floor.yaml", source);
	buffer_format(&session, "%s/%d", home, sessions++);
	buffer_format(&go, "/view %s", view_words[view].name);
	moment_read("2026-04-16T10:00:00-04:00", &options.now);
	char *argv[] = {(char *)(uintptr_t)program, "open", agenda.bytes, "--session", session.bytes,
		"--seat", "facilitator-both", "--view", "capture", NULL};
	struct terminal *t = terminal_start(&options, argv);
	for (size_t i = 0; i < sizeof before / sizeof *before; i++)
		line(t, before[i]);
	line(t, go.bytes);
	terminal_key(t, "Down");
	buffer_release(&agenda);
	buffer_release(&session);
	buffer_release(&go);
	return t;
}

static void fail(struct terminal *t, const char *key, enum console_view view, const char *what)
{
	struct buffer rows = BUFFER_EMPTY;

	terminal_rows(t, &rows);
	fprintf(stderr, "%s in the %s view %s\n%s\n", key, view_words[view].name, what, rows.bytes);
	buffer_release(&rows);
	failures++;
}

static void press(enum console_view view, const char *key, const char *command)
{
	struct terminal *t = console_in(view);
	char ran[32], what[64];

	terminal_ran(t, ran, sizeof ran);
	if (!terminal_key(t, key))
		fail(t, key, view, "is no key that can be typed");
	snprintf(what, sizeof what, "does not run %s", command);
	if (strcmp(terminal_ran(t, ran, sizeof ran), command) != 0)
		fail(t, key, view, what);
	terminal_free(t);
}

/* "floor:n all:^Z": each in its view, or in all of them. */
static void press_keys(const struct command_info *command)
{
	char *keys = mem_text(command->keys), *rest = NULL;

	for (char *word = strtok_r(keys, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		size_t scope = strcspn(word, ":");
		bool all = scope == 3 && strncmp(word, "all", 3) == 0;

		for (int view = 0; view < SHOW_VIEWS; view++)
			if (all || (strlen(view_words[view].name) == scope &&
					   strncmp(view_words[view].name, word, scope) == 0))
				press((enum console_view)view, word + scope + 1, command->name);
	}
	free(keys);
}

static void look(struct terminal *t, struct buffer *out)
{
	buffer_reset(out);
	terminal_rows(t, out);
}

/* By its key it shows what it shows by its name, and nothing of the view before. */
static void open_view(enum console_view view)
{
	enum console_view other = view == SHOW_CAPTURE ? SHOW_FLOOR : SHOW_CAPTURE;
	struct buffer by_name = BUFFER_EMPTY, by_key = BUFFER_EMPTY, before_it = BUFFER_EMPTY;
	struct terminal *a = console_in(view), *b = console_in(other);
	char ran[32];

	look(a, &by_name);
	look(b, &before_it);
	terminal_ran(b, ran, sizeof ran);
	terminal_key(b, view_words[view].key);
	if (strcmp(terminal_ran(b, ran, sizeof ran), "view") != 0)
		fail(b, view_words[view].key, other, "goes to no view");
	terminal_key(b, "Down");
	look(b, &by_key);
	if (strcmp(by_name.bytes, by_key.bytes) != 0)
		fail(b, view_words[view].key, other, "shows another view than its name");
	if (strcmp(by_key.bytes, before_it.bytes) == 0)
		fail(b, view_words[view].key, other, "shows the same view");
	terminal_free(a);
	terminal_free(b);
	buffer_release(&by_name);
	buffer_release(&by_key);
	buffer_release(&before_it);
}

int main(int argc, char **argv)
{
	if (argc != 3) {
		fputs("usage: every_key PROGRAM SOURCE-FOLDER\n", stderr);
		return 2;
	}
	program = argv[1];
	source = argv[2];
	snprintf(home, sizeof home, "/tmp/roundtable-keys-XXXXXX");
	if (!mkdtemp(home))
		return 3;
	for (int i = 0; i < SHOW_VIEWS; i++)
		open_view((enum console_view)i);
	for (int i = 0; i < COMMANDS; i++)
		press_keys(&command_table[i]);
	printf("%d consoles, %d failures\n", sessions, failures);
	return failures != 0;
}
