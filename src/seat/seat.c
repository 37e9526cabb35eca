/* SPDX-License-Identifier: MIT */
/* seat.c - what an open seat shows. */
#include "seat/seat_parts.h"

#include "store/exposure.h"

const struct session *seat_session(const struct seat *seat)
{
	return &seat->session;
}

const struct history *seat_history(const struct seat *seat)
{
	return &seat->folder.history;
}

const struct agenda *seat_agenda(const struct seat *seat)
{
	return &seat->folder.agenda;
}

const char *seat_folder(const struct seat *seat)
{
	return seat->folder.path;
}

bool seat_is_exposed(struct seat *seat, int64_t now)
{
	if (seat->exposed_minute != now / MS_MINUTE) {
		seat->exposed_minute = now / MS_MINUTE;
		seat->exposed = folder_exposure(seat->folder.path) != EXPOSURE_NONE;
	}
	return seat->exposed;
}

const struct secret *seat_secret(const struct seat *seat)
{
	return &seat->folder.secret;
}

const char *seat_name(const struct seat *seat)
{
	return seat->name;
}

bool seat_is_read_only(const struct seat *seat)
{
	return seat->read_only;
}

int64_t seat_last(const struct seat *seat)
{
	return seat->last;
}

int64_t seat_last_at(const struct seat *seat)
{
	return seat->last_at;
}

int64_t seat_safe(const struct seat *seat)
{
	return seat->journal ? journal_safe(seat->journal) : seat->last;
}

const char *seat_failure(const struct seat *seat)
{
	return seat->journal ? journal_failure(seat->journal) : NULL;
}

const char *seat_warning(const struct seat *seat)
{
	return seat->journal ? journal_warning(seat->journal) : NULL;
}

bool seat_is_elsewhere(const struct seat *seat)
{
	return seat->journal && journal_is_elsewhere(seat->journal);
}

int seat_fd(const struct seat *seat)
{
	return seat->journal ? journal_fd(seat->journal) : -1;
}

void seat_heard(struct seat *seat)
{
	if (!seat->journal)
		return;
	journal_heard(seat->journal);
	go_on_in_new_file(seat);
}

bool seat_wait(struct seat *seat)
{
	return !seat->journal || journal_wait(seat->journal);
}
