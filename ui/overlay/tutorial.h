/* SPDX-License-Identifier: MIT */
/* tutorial.h - five minutes on a sample agenda, each step going on when the learner has done it. */
#ifndef UI_TUTORIAL_H
#define UI_TUTORIAL_H

#include "ui/state/console.h"

struct tutorial {
	char folder[256]; /* the scratch folder of the practice session, removed at the end */
	size_t step;
};

/* Makes the practice session in a scratch folder, *session (free() it); false with the reason. */
bool tutorial_start(struct tutorial *t, char **session, struct error *error);
/* Removes it. */
void tutorial_end(struct tutorial *t);

#endif
