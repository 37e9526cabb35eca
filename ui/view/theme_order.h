/* SPDX-License-Identifier: MIT */
/* theme_order.h - themes in the order of the screen, and their figures. */
#ifndef UI_THEME_ORDER_H
#define UI_THEME_ORDER_H

#include "ui/state/console.h"

/* session_theme_figures(), worked out again only when the session changed, or (`fresh`) when the
 * clock has moved on a good way. */
const struct theme_figures *theme_figures_now(const struct console *c, bool fresh);
/* Themes of the running item that the agenda expects and no note has: *out is borrowed. */
size_t silent_themes(const struct console *c, const size_t **out);
/* The themes that stand, by digit, then the busiest first: fills `out` of s->theme_count. */
size_t themes_ranked(const struct console *c, size_t *out);
/* The theme's digit as text, or its sign when it has none. */
const char *theme_digit(const struct theme *theme);

#endif
