/* SPDX-License-Identifier: MIT */
/* tutorial.h - five minutes on a sample agenda, each step going on when the learner has done it. */
#ifndef UI_TUTORIAL_H
#define UI_TUTORIAL_H

#include "ui/state/console.h"

struct tutorial {
	char folder[256]; /* the scratch folder of the practice session, removed at the end */
	size_t step;
};

/* Makes a scratch folder with the agenda of the practice session; adds the path of the agenda and
 * of the session that is to be made of it. False with the reason. */
bool tutorial_start(struct tutorial *t, struct buffer *agenda, struct buffer *session,
	struct error *error);
/* Removes it. */
void tutorial_end(struct tutorial *t);

void tutorial_draw(const struct console *c, int row);
/* Goes on when the learner has done the thing. */
void tutorial_tick(struct console *c);

#endif
