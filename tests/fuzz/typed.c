/* SPDX-License-Identifier: MIT */
/* typed.c - any bytes as lines typed into a meeting: nothing crashes, what is refused says why,
 * every event is sound and survives the log, and the fold of it all is what was seen.
 *
 * Lines are parted by newlines. A line that begins with byte 1 is the facilitator's, and one that
 * begins with byte 2 is typed ten minutes later. */
#include "fuzz/world.h"

#include <string.h>

#include "text/text.h"

enum { LINES_MOST = 10 };

static struct world world;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	world_open(&world);
	return 0;
}

static void type_line(struct input line)
{
	world.seat = "rapporteur";
	for (; line.len && line.bytes[0] && line.bytes[0] <= 2; line.bytes++, line.len--) {
		if (line.bytes[0] == 1)
			world.seat = "facilitator";
		else
			world.now += 10 * MS_MINUTE;
	}
	world_do(&world, (const char *)line.bytes, line.len, NULL);
}

/* Every note can be put into the entry line again, and is a note when it is typed so. */
static void notes_are_typed_again(void)
{
	struct buffer typed = BUFFER_EMPTY;

	for (size_t i = 0; i < world.session.note_count; i++) {
		const char *text = world.session.notes[i].text;

		MUST(text_is_clean(text, strlen(text)));
		buffer_reset(&typed);
		note_as_typed(&typed, &world.session, i);
		MUST(typed.len && text_is_clean(typed.bytes, typed.len));
		struct context context = world_context(&world);
		struct command_result result;
		command_result_init(&result);
		command_read(&result, typed.bytes, typed.len, &context);
		MUST(world.session.state == MEETING_CLOSED || result.command == COMMAND_NONE);
		command_result_release(&result);
	}
	buffer_release(&typed);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};

	world_reset(&world);
	for (int lines = 0; in.len && lines < LINES_MOST; lines++)
		type_line(take_until_newline(&in));
	notes_are_typed_again();
	world_check_fold(&world);
	return 0;
}
