/* SPDX-License-Identifier: MIT */
/* console.h - the console as plain data.
 *
 * Purpose     Everything on the screen follows from this struct and the seat's session. Keys change
 *             it (keys.c), the loop draws it (loop.c), each view draws and steers its part.
 * Knows       the seat; draws nothing.
 * Start at    struct console; console_run() in loop.c.
 */
#ifndef UI_CONSOLE_H
#define UI_CONSOLE_H

#include "command/view_words.h"
#include "seat/clock.h"
#include "seat/seat.h"
#include "ui/term/key.h"
#include "ui/widget/entry_line.h"
#include "ui/widget/pasted_lines.h"

/* What lies over the view. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_PALETTE, OVERLAY_QUESTION, OVERLAY_CURTAIN, OVERLAY_PASTE };

/* What is to be drawn again with the next frame. */
enum { DIRTY_HEAD = 1, DIRTY_VIEW = 2, DIRTY_BOTTOM = 4, DIRTY_BELOW_HEAD = 6, DIRTY_ALL = 7,
	DIRTY_CHOICE = 8 /* of the view, what another chosen row changes */ };

struct console {
	struct seat *seat;
	struct clock clock;
	int64_t now;            /* read once a turn of the loop */
	enum console_view view;
	enum console_view view_before; /* where Esc goes from the podium */
	enum overlay overlay;
	bool leaving;
	bool room;              /* for the room's screen: shows the podium and nothing else */
	bool warned;            /* of lines that leaving would lose */
	int status;             /* what console_run() will return */
	enum command ran;       /* by the last key: done, or begun in the entry line */
	unsigned dirty;
	bool moved;             /* the key chose another row and did nothing else */

	struct entry_line entry;
	bool in_entry;          /* views other than capture: the entry line has the keys */
	int64_t typed_at;       /* first keystroke of the line, NO_TIME when it is empty */
	size_t typed_arrivals;  /* seat_arrivals() at the first keystroke */
	size_t speaker;         /* at the first keystroke, or chosen with Ctrl-O */
	size_t speech;
	size_t speaker_back;    /* Ctrl-O: how many speakers back, 0: as it was */
	struct moment cleared;  /* of the line that was cleared last: Ctrl-Z brings it back too */
	size_t edited;          /* note that ↑ brought into the line, NONE */
	struct completions completions;
	size_t completion_chosen;
	bool completions_closed; /* Esc: until the next word */

	char message[512];      /* what the last act said, in the hint line's place above the entry */
	bool fails_shown;       /* NOT SAVED is on the screen */
	char *warned_of;        /* what seat_warning() said when it was told */
	bool message_is_doubt;
	bool message_is_error;
	bool message_is_done;   /* only says what was done: one row is enough */
	bool refused;           /* the line in the entry line was refused: typing begins another */
	bool undone;            /* the last act was an undo: Ctrl-Y does it again */

	size_t stream_top;      /* capture: rows scrolled back from the end, 0: at the end */
	size_t selected;        /* note index in the stream, NONE */
	size_t selected_to;     /* the other end of a run, NONE */
	size_t row[SHOW_VIEWS]; /* chosen row of list views */
	char chosen[ID_SIZE];   /* floor: the entry that was chosen, wherever it stands by now */
	size_t bars;            /* floor: which of the bars come first */
	bool only_bars;         /* floor: they take the place of the list */
	struct buffer filter;   /* f or /find */
	bool filtering;
	bool finding;           /* /find is being typed: the filter follows each key */
	struct buffer filter_before; /* what it was before, "": none */
	bool history_shown;     /* under the selected note */
	bool escape_waits;      /* capture: Esc was pressed, a digit may come */
	bool prefix_waits;      /* capture: Ctrl-G was pressed, a key of the list may come */
	bool prefixed;          /* such a key opened the entry line */
	bool reading_back;      /* actions: R */
	size_t changed;         /* the action point's note that was changed while read back, NONE */
	int heat;               /* themes: what the table's cells count, enum heat */

	struct choice *choices; /* of the question, and its text */
	size_t choice_count;
	size_t choice_row;
	char question[1024];
	bool asked_by_entry;    /* the question is about the line in the entry line … */
	struct moment asked;    /* … or about a key's command, given then */
	struct pasted pasted;   /* lines of a paste that waits for its question */
	struct buffer palette;  /* what is typed into palette or help */
	size_t palette_row;
	int64_t pending_shown;  /* lines not on disk when the view was drawn last */
	bool draft_dirty;
	bool draft_empty;       /* no line was handed over since an empty one; at first a file may be there */
	int64_t draft_at;       /* when it was last handed over */
	int draft_keys;
	char *put_aside;        /* a line that was there when a key opened the entry line, or NULL */
	struct moment put_aside_at;
	struct key pressed;     /* a key that the one being done stands for: it is done next */
	bool has_pressed;
	struct tutorial *tutorial; /* NULL outside the tutorial */
};

/* Makes it ready for a seat; the clock is started. */
void console_init(struct console *c, struct seat *seat);
void console_release(struct console *c);
/* True when the view fills the screen by itself. */
bool console_is_bare(const struct console *c);
/* True when printable keys go to the entry line. */
bool console_types(const struct console *c);
/* Goes to that view. */
void console_view(struct console *c, enum console_view view);
/* Opens help or the palette with that text to find, NULL: none. */
void console_open_list(struct console *c, enum overlay overlay, const char *typed);
/* Blanks the console to a plain clock. */
void console_open_curtain(struct console *c);
/* The question is dropped; the line stays. */
void console_drop_question(struct console *c);
/* What was pasted is dropped, and the question about it. */
void console_drop_paste(struct console *c);

#endif
