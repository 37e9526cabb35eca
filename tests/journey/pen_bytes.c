/* SPDX-License-Identifier: MIT */
/* pen_bytes.c - how many bytes a plain key costs the terminal in the capture view.
 *
 * usage: journey_pen_bytes PROGRAM SOURCE-FOLDER
 *
 * Types 200 plain keys at 80x24, a few notes and a speaker on the screen, and counts what is
 * written for each, the marks of frames apart. The median must be 4 or less. Counts, no times. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/buffer.h"
#include "base/when.h"
#include "screen/terminal.h"

enum { KEYS = 200, MEDIAN_MOST = 4, NOTES = 12 };

static const char typed[] =
	"From request to approval takes ninety days and missions plan around it, and the second "
	"signature adds three weeks to every one of them, whatever the amount is; nobody knows who "
	"may waive it when a medical flight waits on the apron and the night comes down";

static void line(struct terminal *t, const char *text)
{
	terminal_type(t, text, strlen(text));
	terminal_type(t, "\r", 1);
}

static int by_size(const void *left, const void *right)
{
	size_t a = *(const size_t *)left, b = *(const size_t *)right;

	return a < b ? -1 : a > b;
}

static void type_counted(struct terminal *t, size_t bytes[KEYS])
{
	terminal_bytes(t);
	for (int i = 0; i < KEYS; i++) {
		terminal_type(t, typed + i, 1);
		bytes[i] = terminal_bytes(t);
	}
}

int main(int argc, char **argv)
{
	char home[] = "/tmp/roundtable-bytes-XXXXXX", text[64];
	struct terminal_options options = {.rows = 24, .columns = 80, .home = home};
	struct buffer agenda = BUFFER_EMPTY, folder = BUFFER_EMPTY;
	size_t bytes[KEYS];

	if (argc != 3 || !mkdtemp(home))
		return 2;
	buffer_format(&agenda, "%s/agendas/a4p-plus.yaml", argv[2]);
	buffer_format(&folder, "%s/session", home);
	char *console[] = {argv[1], "open", agenda.bytes, "--session", folder.bytes, NULL};
	options.folder = argv[2];
	moment_read("2026-04-16T10:00:00-04:00", &options.now);
	struct terminal *t = terminal_start(&options, console);
	line(t, "/item dialogue");
	line(t, "/floor ury");
	for (int i = 0; i < NOTES; i++) {
		snprintf(text, sizeof text, "Note %d of what was said before #%d", i + 1, i % 9 + 1);
		line(t, text);
	}
	type_counted(t, bytes);
	terminal_free(t);
	buffer_release(&agenda);
	buffer_release(&folder);
	qsort(bytes, KEYS, sizeof *bytes, by_size);
	printf("bytes a key: median %zu, nine of ten %zu, most %zu\n", bytes[KEYS / 2],
		bytes[KEYS * 9 / 10], bytes[KEYS - 1]);
	return bytes[0] >= 1 && bytes[KEYS / 2] <= MEDIAN_MOST ? 0 : 1;
}
