/* SPDX-License-Identifier: MIT */
/* view.h - the functions and keys that each view of views.def has.
 *
 * Purpose     A view is a row of command/views.def and a file that defines these for its name.
 * Start at    capture_view.c; view_table.h for what each is for.
 */
#ifndef UI_VIEW_H
#define UI_VIEW_H

#include "ui/state/console.h"
#include "ui/state/key_table.h"
#include "ui/widget/spot.h"

#define VIEW(ident, word, key_name, use, help) \
	void word##_arrange(struct console *c, struct area area, bool choice); \
	void word##_draw(const struct console *c, struct area area); \
	bool word##_draw_choice(const struct console *c, struct area area); \
	bool word##_key(struct console *c, const struct key *key); \
	void word##_hints(const struct console *c, struct buffer *out); \
	extern const struct key_table word##_keys;
#include "command/views.def"
#undef VIEW

#endif
