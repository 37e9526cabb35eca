/* SPDX-License-Identifier: MIT */
/* themes_panel.h - the themes beside the stream. */
#ifndef UI_THEMES_PANEL_H
#define UI_THEMES_PANEL_H

#include "ui/state/console.h"
#include "ui/widget/spot.h"

/* The themes with their digits, bars and counts; what is silent here; questions and cue. */
void themes_panel_draw(const struct console *c, struct area area);

#endif
