/* SPDX-License-Identifier: MIT */
/* chooser.h - before there is a session: which one, and whether to go on in it. */
#ifndef UI_CHOOSER_H
#define UI_CHOOSER_H

#include <stdbool.h>

enum chosen { CHOSEN_NOTHING, CHOSEN_PATH, CHOSEN_TUTORIAL };

/* Open sessions, agendas at hand, the tutorial. With CHOSEN_PATH *path is an agenda or a session
 * folder, the caller's to free(). */
enum chosen chooser_run(char **path);

/* The agenda has an open session there already: go on in it (true), or begin another. False, with
 * *dropped set, when neither was wanted. */
bool chooser_go_on(const char *session, bool *dropped);

#endif
