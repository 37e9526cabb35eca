/* SPDX-License-Identifier: MIT */
/* view_table.h - the views, a table.
 *
 * Purpose     Each view draws itself into its area, takes the keys that are its own and names them
 *             for the bottom line. Its name, key and help stand in command/views.def.
 * Start at    view_table; view/capture_view.c.
 */
#ifndef UI_VIEW_TABLE_H
#define UI_VIEW_TABLE_H

#include "ui/state/console.h"
#include "ui/widget/spot.h"

struct view_acts {
	/* Says what stands where, before it is drawn and for the mouse: drawing changes nothing.
	 * `choice`: only another row was chosen since the frame before. */
	void (*arrange)(struct console *c, struct area area, bool choice);
	void (*draw)(const struct console *c, struct area area);
	/* Draws again only what another chosen row changes; false when that is not enough. Arranged
	 * as a choice before. */
	bool (*draw_choice)(const struct console *c, struct area area);
	/* True when the key was the view's own and has been done. */
	bool (*key)(struct console *c, const struct key *key);
	/* Adds "KEY what" pairs for the bottom line, most important first, separated by \t. */
	void (*hints)(const struct console *c, struct buffer *out);
};
extern const struct view_acts view_table[SHOW_VIEWS];

#endif
