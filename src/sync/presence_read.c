/* SPDX-License-Identifier: MIT */
/* presence_read.c - which seats are open, and how long they have been silent. */
#include "sync/presence_read.h"

#include <stdio.h>

#include "base/memory.h"
#include "store/files.h"

size_t presence_read(struct presence **out, const char *folder, const struct history *history,
	const struct session *session)
{
	*out = mem_new(session->seat_count ? session->seat_count : 1, sizeof **out);
	for (size_t i = 0; i < session->seat_count; i++) {
		const struct seat_info *seat = &session->seats[i];
		struct presence *p = &(*out)[i];

		snprintf(p->seat, sizeof p->seat, "%s", seat->name);
		p->open = log_is_locked(folder, seat->name, 1);
		p->left = seat->left;
		history_last(history, seat->name, &p->last);
	}
	return session->seat_count;
}
