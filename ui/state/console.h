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
#include "ui/widget/row_list.h"

/* The overlay, drawn over the view. */
enum overlay { OVERLAY_NONE, OVERLAY_HELP, OVERLAY_PALETTE, OVERLAY_QUESTION, OVERLAY_CURTAIN, OVERLAY_PASTE };

/* Parts of the screen to draw again with the next frame. */
enum { DIRTY_HEAD = 1, DIRTY_VIEW = 2, DIRTY_BOTTOM = 4, DIRTY_BELOW_HEAD = 6, DIRTY_ALL = 7,
	DIRTY_CHOICE = 8 /* of the view, what another chosen row changes */ };

/* How far leaving has got: what would be lost is told of once. */
enum leaving { LEAVING_NOT, LEAVING_WARNED, LEAVING_NOW };

/* A prefix in Capture that gives the next key its meaning: after Esc a theme's digit, after Ctrl-G
 * a key of the list. */
enum waits { WAITS_NOT, WAITS_ESCAPE, WAITS_PREFIX };

/* The next frame, and what the one before has shown. */
struct frame_state {
	unsigned dirty;
	bool moved;      /* the key chose another row and did nothing else */
	int64_t pending; /* lines not on disk when the view was drawn last */
	bool fails;      /* NOT SAVED is on the screen */
};

/* The state of the line being typed. */
struct line_state {
	bool has_keys;         /* views other than capture: the entry line has the keys */
	bool prefixed;         /* a key after Ctrl-G opened it */
	bool refused;          /* it was refused: typing begins another */
	int64_t at;            /* first keystroke, NO_TIME when it is empty */
	size_t arrivals;       /* seat_arrivals() at the first keystroke */
	size_t speaker;        /* at the first keystroke, or chosen with Ctrl-O */
	size_t speech;
	size_t speaker_back;   /* Ctrl-O: how many speakers back, 0: as it was */
	size_t edited;         /* note that ↑ brought into the line, NONE */
	struct moment cleared; /* of the line that was cleared last: Ctrl-Z brings it back too */
	char *aside;           /* a line that was there when a key opened the entry line, or NULL */
	struct moment aside_at;
};

struct draft_state {
	bool dirty;  /* the line on disk is behind */
	bool empty;  /* no line was handed over since an empty one; at first a file may be there */
	int64_t at;  /* when it was last handed over */
	int keys;
};

struct completion_state {
	struct completions list;
	size_t chosen;
	bool closed; /* Esc: until the next word */
};

enum message_kind { MESSAGE_SAID, MESSAGE_DONE, MESSAGE_DOUBT, MESSAGE_ERROR };

/* The message of the last act, in the row above the hints. */
struct message_state {
	char text[512];
	enum message_kind kind; /* DONE: only says what was done, one row is enough */
	char *warning;          /* what seat_warning() said when it was told */
};

/* The filter of /find, for all views. */
struct filter_state {
	struct buffer text;
	struct buffer before; /* what it was before it was typed, "": none */
	bool on;
	bool typed;           /* /find is being typed: the filter follows each key */
};

struct stream_state {
	size_t top;       /* rows scrolled back from the end, 0: at the end */
	size_t chosen;    /* note, NONE */
	size_t chosen_to; /* the other end of a run, NONE */
	bool history;     /* what became of it stands under the chosen note */
	struct stream_window *window; /* the notes in sight, of stream_arrange(); NULL before */
};

enum { FLOOR_LINES = 5 };

/* The lines under the speakers' list: rows of each, and those that the last might have had. */
struct floor_lines {
	int rows[FLOOR_LINES], most;
	bool stay; /* as in the frame before */
};

struct floor_state {
	size_t row;
	char chosen[ID_SIZE]; /* the entry that was chosen, wherever it stands by now */
	size_t bars;          /* which of the bars come first */
	bool only_bars;       /* they take the place of the list */
	struct rows_shown shown;
	struct floor_lines lines;
};

struct themes_state {
	size_t row;
	int heat; /* what the table's cells count, enum heat */
	struct rows_shown shown;
};

struct actions_state {
	size_t row;
	bool reading_back;
	size_t changed; /* the action point's note that was changed while read back, NONE */
	struct action_window *window; /* those in sight, of actions_arrange(); NULL before */
};

/* A question, and the lines of a paste that wait for theirs. */
struct question_state {
	struct choice *choices;
	size_t count, row;
	char text[1024];
	bool by_entry;        /* about the line in the entry line … */
	struct moment moment; /* … or about a key's command, given then */
	struct pasted pasted;
};

/* Help or palette. */
struct list_state {
	struct buffer typed;
	size_t row;
	struct rows_shown shown;
};

/* A key that the one being done stands for: it is done next. */
struct next_key {
	bool there;
	struct key key;
};

struct console {
	struct seat *seat;
	struct clock clock;
	int64_t now;                   /* read once a turn of the loop */
	enum console_view view;
	enum console_view view_before; /* where Esc goes from the podium */
	enum overlay overlay;
	enum waits waits;
	enum leaving leaving;
	enum command ran;              /* by the last key: done, or begun in the entry line */
	bool room;                     /* for the room's screen: the podium and nothing else */
	bool undone;                   /* the last act was an undo: Ctrl-Y does it again */
	struct frame_state frame;
	struct entry_line entry;
	struct line_state line;
	struct draft_state draft;
	struct completion_state completion;
	struct message_state message;
	struct filter_state filter;
	struct stream_state stream;
	struct floor_state floor;
	struct themes_state themes;
	struct actions_state actions;
	struct question_state question;
	struct list_state list;
	const struct key *key;         /* the one being done, for the acts of a key table */
	struct next_key next;
	struct tutorial *tutorial;     /* NULL outside the tutorial */
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
/* Drops the pasted lines and the question about them. */
void console_drop_paste(struct console *c);

#endif
