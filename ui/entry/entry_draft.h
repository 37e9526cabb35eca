/* SPDX-License-Identifier: MIT */
/* entry_draft.h - the line being typed, kept on disk. */
#ifndef UI_ENTRY_DRAFT_H
#define UI_ENTRY_DRAFT_H

#include "ui/state/console.h"

/* Brings back the draft that was left behind, if any. */
void draft_restore(struct console *c);
/* Hands it over when it is due; `now_or_never` whatever the time. */
void draft_tick(struct console *c, bool now_or_never);
/* When it is due, NO_TIME when it is on its way. */
int64_t draft_due(const struct console *c);

#endif
