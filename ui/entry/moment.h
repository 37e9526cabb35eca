/* SPDX-License-Identifier: MIT */
/* moment.h - when the line being typed was begun, and who says it. */
#ifndef UI_MOMENT_H
#define UI_MOMENT_H

#include "ui/state/console.h"

/* The speaker of the line being typed (attendee or NONE). */
size_t console_speaker(const struct console *c);
/* The time, speaker and speech that go with the line; those of now when nothing is typed. */
struct moment typing_moment(const struct console *c);
/* True when somebody else has the floor by now: the line stays with whom it was begun for. */
bool typing_stays(const struct console *c);

#endif
