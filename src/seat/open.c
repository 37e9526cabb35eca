/* SPDX-License-Identifier: MIT */
/* open.c - taking a seat and giving it back. */
#include "seat/seat_parts.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

#include "base/memory.h"
#include "journal/fallback.h"
#include "store/conflicts.h"
#include "store/exposure.h"
#include "text/text.h"

enum { SEATS_TRIED = 9, HOLD_TRIES = 3 };

static bool name_facilitates(const char *name)
{
	return strcmp(name, "facilitator") == 0 || strncmp(name, "facilitator-", 12) == 0;
}

static bool name_numbered(char out[NAME_SIZE], const char *name, int number)
{
	int len = number == 1 ? snprintf(out, NAME_SIZE, "%s", name)
			      : snprintf(out, NAME_SIZE, "%s-%d", name, number);

	return len > 0 && len < NAME_SIZE;
}

/* Who only looks whether the seat is open holds its lock for a moment: asks again. */
static bool hold_seat(struct seat *seat, const char *folder, bool *held, struct buffer *notices,
	struct error *error)
{
	const struct timespec moment = {.tv_nsec = 2000000};
	bool taken = journal_open(
		&seat->journal, folder, seat->name, held, &seat->folder, notices, error);

	for (int i = 0; i < HOLD_TRIES && !taken && *held; i++) {
		nanosleep(&moment, NULL);
		*error = (struct error){0};
		taken = journal_open(&seat->journal, folder, seat->name, held, &seat->folder,
			notices, error);
	}
	return taken;
}

/* Takes the seat asked for, or with `or_next_free` the next one that nobody holds. */
static bool take_seat(struct seat *seat, const struct seat_options *options, struct buffer *notices,
	struct error *error)
{
	int most = options->or_next_free ? SEATS_TRIED : 1;
	bool held = false;

	for (int number = 1; number <= most; number++) {
		if (!name_numbered(seat->name, options->name, number))
			return error_status(error, 2, "the name of seat '%s' is too long", options->name);
		if (hold_seat(seat, options->folder, &held, notices, error)) {
			if (number > 1)
				buffer_format(notices, "seat %s is held, this is %s\n", options->name,
					seat->name);
			return true;
		}
		if (!held)
			return false;
	}
	return false;
}

/* Takes a seat, or none when the medium or a permission allows none and the caller only looks. */
static bool take_seat_or_look(struct seat *seat, const struct seat_options *options,
	struct buffer *notices, struct error *error)
{
	if (seat->read_only || take_seat(seat, options, notices, error))
		return true;
	if (!options->or_read_only || folder_may_be_written(options->folder, seat->name))
		return false;
	buffer_format(notices, "read-only: %s\n", error->text);
	*error = (struct error){0};
	seat->read_only = true;
	return true;
}

void find_own_last(struct seat *seat)
{
	seat->last = history_last(&seat->folder.history, seat->name, &seat->last_at);
}

void refold(struct seat *seat)
{
	size_t version = seat->session.version, reworked = seat->session.reworked;

	session_release(&seat->session);
	session_init(&seat->session, &seat->folder.agenda, &seat->folder.agenda.people);
	history_fold(&seat->folder.history, &seat->session);
	seat->session.version += version + 1;
	seat->session.reworked += reworked + 1;
}

static void go_read_only(struct seat *seat, const char *why, struct buffer *notices)
{
	journal_close(seat->journal);
	seat->journal = NULL;
	seat->read_only = true;
	if (why)
		buffer_format(notices, "read-only: %s\n", why);
}

bool seat_open(struct seat **out, const struct seat_options *options, struct buffer *notices,
	struct error *error)
{
	struct seat *seat = mem_new(1, sizeof *seat);

	seat->read_only = options->read_only;
	seat->next_was = NO_TIME;
	if (options->read_only)
		name_numbered(seat->name, options->name ? options->name : "reader", 1);
	else if (!text_is_id(options->name)) {
		error_status(error, 2, "a seat is called by an id such as rapporteur, not '%s'",
			options->name);
		free(seat);
		return false;
	}
	follow_start(&seat->follower, options->folder); /* before reading: nothing falls between */
	if (!take_seat_or_look(seat, options, notices, error) ||
		!folder_load_rest(&seat->folder, options->folder, error)) {
		journal_close(seat->journal);
		follow_stop(&seat->follower);
		loaded_release(&seat->folder);
		free(seat);
		return false;
	}
	seat->facilitates = !seat->read_only && name_facilitates(seat->name);
	session_init(&seat->session, &seat->folder.agenda, &seat->folder.agenda.people);
	history_fold(&seat->folder.history, &seat->session);
	find_own_last(seat);
	follow_mark(&seat->follower, &seat->folder);
	conflicts_tell(&seat->folder, notices);
	if (seat->folder.readonly && !seat->read_only)
		go_read_only(seat, seat->folder.why, notices);
	if (seat->journal)
		loaded_make_secret(&seat->folder);
	else
		fallback_tell_all(options->folder, notices);
	loaded_tell_secret(&seat->folder, notices);
	exposure_tell(folder_exposure(options->folder), options->folder, notices);
	*out = seat;
	return true;
}

void seat_close(struct seat *seat)
{
	if (!seat)
		return;
	journal_close(seat->journal);
	follow_stop(&seat->follower);
	map_release(&seat->late);
	free(seat->arrivals);
	session_release(&seat->session);
	loaded_release(&seat->folder);
	free(seat);
}
