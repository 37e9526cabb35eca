/* SPDX-License-Identifier: MIT */
/* view_table.c - the views, a table: a row of views.def each, with the functions of its name. */
#include "ui/view_table.h"

#include "ui/view/view.h"

const struct view_acts view_table[SHOW_VIEWS] = {
#define VIEW(ident, word, key, use, help) \
	[SHOW_##ident] = {word##_arrange, word##_draw, word##_draw_choice, word##_key, \
		word##_hints},
#include "command/views.def"
#undef VIEW
};
