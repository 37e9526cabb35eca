/* SPDX-License-Identifier: MIT */
/* steering.h - the parts of the console that are no views, and what they do for each other.
 *
 * Purpose     Where things stand on the screen (layout.c), the rows at the bottom (bottom_rows.c), what
 *             lies over the view, which key goes where (keys.c), what becomes of a line (entry/submit.c).
 * Knows       the console; nothing of what a view draws.
 * Start at    console_key() in keys.c, console_layout() in layout.c.
 */
#ifndef UI_STEERING_H
#define UI_STEERING_H

#include "ui/state/console.h"
#include "ui/view.h"

/* layout.c: rows of the screen, -1 for what this size has no room for. */
struct layout {
	int head;          /* rows of the head, 0: none */
	int least;         /* the row with clock and speaker, in place of the head */
	int strip;         /* two rows of the tutorial */
	struct area view;
	int rule;
	int entry, entry_rows;
	int message;
	int hint;
};
struct layout console_layout(const struct console *c);
/* True when the view fills the screen by itself. */
bool console_is_bare(const struct console *c);
/* True when printable keys go to the entry line. */
bool console_types(const struct console *c);

/* entry_draw.c: the line being typed. */
/* Columns of the prompt. */
int prompt_width(const struct console *c);
/* Rows that the line takes, at most `most`. */
int entry_rows(const struct console *c, int most);
/* Draws prompt and line into those rows; puts the cursor there. */
void entry_draw(const struct console *c, int row, int rows);

/* typing.c: what goes with the line. */
/* The line has changed: its first keystroke, the draft, the completions. */
void typing_changed(struct console *c);
/* The line came back by an undo: what went with it too, when it had been cleared. */
void typing_undone(struct console *c, bool was_empty);
/* The line is done with: nothing goes with it any more. */
void typing_over(struct console *c);
struct moment typing_moment(const struct console *c);
/* Keeps the line while a key's command takes its place, and brings it back. */
void typing_put_aside(struct console *c, const char *text);
void typing_bring_back(struct console *c);
/* Expands the word before the cursor when it is an abbreviation; `ended` bytes ended it. */
void typing_expand(struct console *c, size_t ended);
/* Ctrl-O: the speaker before. */
void typing_speaker_before(struct console *c);
/* The digit's theme onto the line, or with an empty one onto the chosen notes. */
void typing_digit(struct console *c, int digit);
/* Ctrl-R: the next kind for the line, or with an empty one for the chosen (else the last) notes. */
void typing_kind(struct console *c);
/* True when somebody else has the floor by now: the line stays with whom it was begun for. */
bool typing_stays(const struct console *c);
/* ↑ and ↓ on an empty line: this seat's last note, the one before … into the line. */
bool typing_edit(struct console *c, bool back);

/* entry_draft.c: the line being typed, kept on disk. */
void draft_changed(struct console *c);
void draft_restore(struct console *c);
/* Hands it over when it is due; `now_or_never` whatever the time. */
void draft_tick(struct console *c, bool now_or_never);
/* When it is due, NO_TIME when it is on its way. */
int64_t draft_due(const struct console *c);

/* completion_menu.c: what may be meant by the word being typed. */
void menu_find(struct console *c);
void menu_close(struct console *c);
bool menu_is_open(const struct console *c);
/* Enter in a view where adding somebody is one key and a few letters: the person visibly chosen is
 * meant, unless what is typed is a word that is offered as it stands. */
void menu_enter(struct console *c);
bool menu_key(struct console *c, const struct key *key);
/* Rows over the entry line that the list takes, 0 for none. */
int menu_rows(const struct console *c, const struct layout *layout);
void menu_draw(const struct console *c, const struct layout *layout);
/* A theme that is being typed and is new, but close to one that is there; false when there is none. */
bool menu_draw_new(const struct console *c, int row);
/* The chosen one, in the row under the entry line. */
void menu_draw_chosen(const struct console *c, int row);

/* floor_prefix.c: from the capture view one key of the floor view, without leaving the line. */
void prefix_key(struct console *c, const struct key *key);
/* The line that such a key opened is dropped, the one before comes back; false when there is none. */
bool prefix_dropped(struct console *c);
void prefix_hints(const struct console *c, struct buffer *out);
/* What waits, and on which row of the list the key would act. */
void prefix_say(const struct console *c, struct buffer *out);

/* note_filter.c: the filter of /find. */
/* The line has changed: while it is a /find the filter is what stands in it. */
void finding_typed(struct console *c);
/* The filter from now on, "": none. */
void finding_set(struct console *c, const char *text);

/* bottom_rows.c: entry line, message, hints. */
void bottom_draw(const struct console *c, const struct layout *layout);
/* The key whose name was clicked at that place of the bottom line; false when none. */
bool bottom_clicked(int row, int column, struct buffer *name);

/* key_names.c: "F1", "^P", "Enter", "a" and the keys they are. */
bool key_named(const char *name, struct key *out);

/* submit.c */
/* Answers the question with that choice. */
void console_answer(struct console *c, size_t choice);
/* The question is dropped; the line stays. */
void console_drop_question(struct console *c);
void console_warn(struct console *c, const char *text);
/* Adds the lines to `out` as one, "; " between them. */
void lines_join(struct buffer *out, const char *lines);

/* paste.c: text from outside, never keys. */
void console_paste(struct console *c, const char *bytes, size_t len);
void paste_keep(struct console *c, bool as_notes);
void paste_drop(struct console *c);

/* What lies over the view: each opens, draws, and takes every key while it is open. */
void help_open(struct console *c, const char *about);
void palette_open(struct console *c);
void listing_draw(const struct console *c, struct area area);
/* Draws only what another chosen row changes; false when that is not enough. */
bool listing_draw_choice(const struct console *c, struct area area);
void listing_key(struct console *c, const struct key *key);
void listing_hints(const struct console *c, struct buffer *out);
void question_draw(const struct console *c, struct area area);
void question_key(struct console *c, const struct key *key);
void question_hints(const struct console *c, struct buffer *out);
void curtain_draw(const struct console *c);
void curtain_key(struct console *c, const struct key *key);

/* keys.c */
void console_key(struct console *c, const struct key *key);

/* tutorial.c */
void tutorial_draw(const struct console *c, int row);
/* Goes on when the learner has done the thing. */
void tutorial_tick(struct console *c);

/* signals.c: what the system tells, as a descriptor for poll(). */
enum { TOLD_RESIZED = 1, TOLD_TO_END = 2, TOLD_TO_STOP = 4, TOLD_TO_GO_ON = 8 };
void signals_start(void);
int signals_fd(void);
unsigned signals_take(void);

/* other_seats.c */

/* Takes what other seats have written. */
void console_follow(struct console *c);

#endif
