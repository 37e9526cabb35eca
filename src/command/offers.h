/* SPDX-License-Identifier: MIT */
/* offers.h - what is offered for the word at the cursor.
 *
 * Purpose     The best few of many candidates, each scored as it comes by; what completes signs
 *             (complete.c) and what completes arguments (arguments.c).
 * Knows       the session as it is. Private to src/command.
 * Start at    offer(), offer_arguments().
 */
#ifndef COMMAND_OFFERS_H
#define COMMAND_OFFERS_H

#include "command/command.h"

struct offers {
	struct completions *out;
	int scores[6]; /* as many as completions.items */
	const struct context *context;
	const char *typed;  /* the word without its sign */
	const char *folded; /* the same folded */
	/* Arguments: the words before it, and how the command completes. */
	const struct before *before;
	const struct completer *by;
};

/* Takes the candidate when its score is among the best; of equal ones the first stays first. */
void offer(struct offers *o, const char *insert, const char *label, int score);
/* How well what is typed fits the text, 0 when it does not; `bonus` 0..3 parts equals. */
int offer_score(const struct offers *o, const char *text, int bonus);
void offer_word(struct offers *o, const char *word, const char *label);

void offer_themes(struct offers *o, const char *sign);
/* Which persons: all alike, only those who wait, or all with some of them first: those in the room
 * who do not wait (before all who may ask for the floor), those who are away, those who are not. */
enum audience { ANYBODY, WHO_WAITS, WHO_MAY_ASK, WHO_IS_AWAY, WHO_IS_HERE };
void offer_people(struct offers *o, const char *sign, enum audience audience);
/* The completion of /help. */
void complete_command(struct offers *o);

/* False when the table says that nothing completes the command's arguments. */
bool command_completes(enum command command);
/* The arguments of the command whose name begins at `command`; its words before the one at the
 * cursor end at `end`. */
void offer_arguments(struct offers *o, const char *command, const char *end);

#endif
