/* SPDX-License-Identifier: MIT */
/* glance.h - the console while its session is made or read.
 *
 * Purpose     Shows at once what can be shown, and the keys that are typed meanwhile; they are done
 *             when the session is there, each with the time at which it came.
 * Knows       a seat's glance; nothing is done with it but to draw it.
 * Owns        the glance, its console and the keys.
 * Start at    glance_show(), glance_breath(), glance_type().
 */
#ifndef UI_GLANCE_H
#define UI_GLANCE_H

#include "base/breath.h"
#include "ui/state/console.h"

struct early_key;

struct glance {
	struct console console; /* its clock is started and its view chosen by the caller */
	struct early_key *keys;
	size_t key_count, key_room;
	bool shown;
	bool stopped; /* a key came that only the session can answer: the rest waits in its terminal */
};

/* Takes the seat over and draws it. */
void glance_show(struct glance *g, struct seat *seat);
/* What is to be done now and then while the session is read: shows what was typed. Views in which a
 * key is a command wait. */
struct breath glance_breath(struct glance *g);
/* What was shown is forgotten, its keys are not. */
void glance_hide(struct glance *g);
/* Types the keys into the console of the session. */
void glance_type(struct glance *g, struct console *c);
void glance_release(struct glance *g);

#endif
