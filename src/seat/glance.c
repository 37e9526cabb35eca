/* SPDX-License-Identifier: MIT */
/* glance.c - a session as it can be shown before its seat is opened. */
#include "seat/parts.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"

/* Below this a log is read in less than a frame. */
enum { WORTH_A_GLANCE = 1 << 20 };

/* What is remembered of one session must not be taken for what is known of the next. */
static const size_t glance_version = SIZE_MAX / 2;

struct seat *seat_glance(
	const char *folder, const struct agenda *agenda, const char *name, bool read_only)
{
	struct error unread = {0};
	struct seat *seat;

	if (!agenda && folder_log_bytes(folder) < WORTH_A_GLANCE)
		return NULL;
	seat = mem_new(1, sizeof *seat);
	if (agenda) {
		history_init(&seat->folder.history);
		seat->folder.agenda = *agenda;
		seat->folder.path = mem_text("");
		seat->agenda_borrowed = true;
	} else if (!folder_glance(&seat->folder, folder, &unread)) {
		free(seat);
		return NULL;
	}
	snprintf(seat->name, sizeof seat->name, "%s", name ? name : "reader");
	seat->follower.fd = -1;
	seat->read_only = read_only;
	seat->next_was = NO_TIME;
	seat->glance = !agenda;
	session_init(&seat->session, &seat->folder.agenda, &seat->folder.agenda.people);
	history_fold(&seat->folder.history, &seat->session);
	seat->session.version += glance_version;
	seat->session.reworked += glance_version;
	find_own_last(seat);
	return seat;
}

bool seat_is_glance(const struct seat *seat)
{
	return seat->glance;
}
