/* SPDX-License-Identifier: MIT */
/* glance.c - the console while its session is made or read. */
#include "ui/glance.h"

#include <poll.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "ui/keys.h"
#include "ui/loop.h"
#include "ui/state/console.h"
#include "ui/state/message.h"
#include "ui/term/key.h"
#include "ui/term/keyboard.h"
#include "ui/widget/entry_line.h"

struct early_key {
	struct key key;
	int64_t at;
};

void glance_show(struct glance *g, struct seat *seat)
{
	struct console *c = &g->console;
	enum console_view view = c->view;

	console_init(c, seat);
	c->view = view;
	c->room = view == SHOW_PODIUM;
	if (seat_is_glance(seat))
		console_say(c, "reading the session");
	console_draw(c);
	g->shown = true;
}

static void keep_key(struct glance *g, const struct key *key)
{
	g->keys = array_room(g->keys, g->key_count, &g->key_room, sizeof *g->keys);
	g->keys[g->key_count++] =
		(struct early_key){.key = *key, .at = clock_now(&g->console.clock)};
}

/* Anything but plain text may mean this or that: it is kept and nothing behind it is read. */
static void take_keys(struct glance *g)
{
	struct console *c = &g->console;
	struct key key;

	while (!g->stopped && keyboard_key(&key)) {
		keep_key(g, &key);
		g->stopped = key.kind != KEY_TEXT;
		if (g->stopped)
			break;
		entry_insert(&c->entry, key.text, strlen(key.text));
		c->dirty |= DIRTY_BOTTOM;
	}
	if (keyboard_partial()) /* how long nothing came after it only the loop can tell */
		g->stopped = true;
	if (c->dirty)
		console_draw(c);
}

static void take_breath(void *argument)
{
	struct glance *g = argument;
	struct pollfd p = {.fd = keyboard_fd(), .events = POLLIN};

	if (!g->shown || g->stopped || g->console.view != SHOW_CAPTURE || poll(&p, 1, 0) <= 0)
		return;
	keyboard_ready();
	take_keys(g);
}

struct breath glance_breath(struct glance *g)
{
	return (struct breath){.take = take_breath, .argument = g};
}

void glance_hide(struct glance *g)
{
	if (!g->shown)
		return;
	g->shown = false;
	seat_close(g->console.seat);
	console_release(&g->console);
}

/* Behind a key that stopped it others may have been read with it: no poll() would tell of them. */
void glance_type(struct glance *g, struct console *c)
{
	struct key key;

	for (size_t i = 0; i < g->key_count && !c->leaving; i++) {
		c->now = g->keys[i].at;
		console_key(c, &g->keys[i].key);
	}
	c->now = clock_now(&c->clock);
	while (g->stopped && !c->leaving && keyboard_key(&key))
		console_key(c, &key);
}

void glance_release(struct glance *g)
{
	glance_hide(g);
	free(g->keys);
	*g = (struct glance){.shown = false};
}
