/* SPDX-License-Identifier: MIT */
/* console.h - the console as plain data, and what its parts do for each other.
 *
 * Purpose     Everything on the screen follows from this struct and the seat's session. Keys change
 *             it (keys.c), the loop draws it (loop.c), each view draws and steers its part.
 * Knows       the seat; draws through screen.h.
 * Start at    console_run() in loop.c; view.h for the views.
 */
#ifndef UI_CONSOLE_H
#define UI_CONSOLE_H

#include "seat/clock.h"
#include "seat/seat.h"
#include "ui/entry.h"

enum console_view { SHOW_CAPTURE, SHOW_FLOOR, SHOW_THEMES, SHOW_ACTIONS, SHOW_PODIUM, SHOW_VIEWS };

/* What lies over the view. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_PALETTE, OVERLAY_QUESTION, OVERLAY_CURTAIN, OVERLAY_PASTE };

struct console {
	struct seat *seat;
	struct clock clock;
	int64_t now;            /* read once a turn of the loop */
	enum console_view view;
	enum overlay overlay;
	bool leaving;

	struct entry_line entry;
	bool in_entry;          /* views other than capture: the entry line has the keys */
	int64_t typed_at;       /* first keystroke of the line, NO_TIME when it is empty */
	size_t speaker;         /* at the first keystroke, or chosen with Ctrl-O */
	size_t speech;
	struct completions completions;
	size_t completion_chosen;
	bool completions_closed; /* Esc: until the next word */

	char message[512];      /* what the last act said, in the hint line's place above the entry */
	bool message_is_doubt;
	bool message_is_error;

	size_t stream_top;      /* capture: rows scrolled back from the end, 0: at the end */
	size_t selected;        /* note index in the stream, NONE */
	size_t selected_to;     /* the other end of a run, NONE */
	size_t row[SHOW_VIEWS]; /* chosen row of list views */
	struct buffer filter;   /* f or /find */
	bool filtering;
	bool escape_waits;      /* capture: Esc was pressed, a digit may come */
	bool reading_back;      /* actions: R */

	struct choice *choices; /* of the question, and its text */
	size_t choice_count;
	char question[1024];
	char **pasted;          /* lines of a paste that waits for its question */
	size_t pasted_count;
	struct buffer palette;  /* what is typed into palette or help */
	size_t palette_row;
	int64_t next_was;       /* when this console last did /next */
	bool draft_dirty;
	int64_t draft_at;       /* when it was last handed over */
	int draft_keys;
};

/* Runs the console until it is left; the exit status. */
int console_run(struct console *c);

/* Does a line as if typed now (a key's command too); shows what it said; asks what it asks. */
void console_do(struct console *c, const char *line);
/* The same for the entry line as it stands: its first keystroke's time and speaker go with it. */
void console_keep(struct console *c);
void console_say(struct console *c, const char *text);
void console_view(struct console *c, enum console_view view);
/* Who the line being typed is said by (attendee or NONE). */
size_t console_speaker(const struct console *c);
/* Where `rows`×`columns` of the view are: between head and entry line. */
struct area {
	int row, column, rows, columns;
};

#endif
