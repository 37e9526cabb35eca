/* SPDX-License-Identifier: MIT */
/* capture_view.h - what of the capture view is drawn outside of its area. */
#ifndef UI_CAPTURE_VIEW_H
#define UI_CAPTURE_VIEW_H

#include "ui/state/console.h"

/* The chosen notes, into the rule under the stream. */
void capture_draw_rule(const struct console *c, int row);

#endif
