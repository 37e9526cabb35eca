/* SPDX-License-Identifier: MIT */
/* stream_details.h - the rows under a note in the stream. */
#ifndef UI_STREAM_DETAILS_H
#define UI_STREAM_DETAILS_H

#include "ui/state/console.h"
#include "ui/widget/spot.h"

/* The columns of the stream. */
struct columns {
	int time, who, mark, text, text_width, digits, digits_width, saved;
};

/* One row at a time within the area: rows above or below it are counted but not drawn. */
struct drawing {
	const struct console *c;
	struct area area;
	struct columns at;
	int row;
	bool selected;
};

bool drawing_in_sight(const struct drawing *d);
/* That style, or the one of what is selected. */
enum style drawing_as(const struct drawing *d, enum style style);

/* NULL for a plain note. */
const struct action *note_action(const struct session *s, const struct note *note);
/* Of this seat and not on disk yet; never will be, as it stands. */
bool note_is_unsafe(const struct console *c, const struct note *note);
bool note_has_failed(const struct console *c, const struct note *note);

/* How many rows there are under its text, and of these beside the bar of a chosen note; draws them. */
int details_bar_rows(const struct console *c, size_t note);
int details_rows(const struct console *c, size_t note, struct columns at);
void details_draw(struct drawing *d, size_t note);

#endif
