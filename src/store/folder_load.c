/* SPDX-License-Identifier: MIT */
/* folder_load.c - a session folder read whole: agenda, people, the logs of every seat. */
#include "store/folder.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "log/people_lines.h"
#include "store/files.h"
#include "store/slices.h"

/* An event and the part of its seat's log that it stands in. */
struct sent {
	const struct packed *event;
	int part;
};

static bool load_agenda(struct loaded *l, struct error *error)
{
	struct problems problems = {.limit = 1};
	char *path = path_of(l->path, "agenda.yaml");
	char *people = path_of(l->path, "people/agenda.yaml");

	bool read = agenda_read_session(&l->agenda, path, people, &problems);
	if (!read && problems.count) {
		const struct problem *first = &problems.items[0];
		const char *file = first->place.file ? first->place.file : path;

		if (first->place.line)
			error_set(error, "%s:%zu:%zu: %s", file, first->place.line,
				first->place.column, first->text);
		else
			error_status(error, 3, "%s: %s", file, first->text);
	} else if (!read) {
		error_set(error, "%s: it is not the agenda of a session", path);
	}
	problems_release(&problems);
	free(path);
	free(people);
	return read;
}

/* True for SEAT.yaml of a seat; people/agenda.yaml is no seat's. */
static bool is_people_file(const char *name)
{
	char seat[NAME_SIZE];
	int part;

	return log_name_read(name, seat, &part) && part == 1 && strcmp(seat, "agenda") != 0;
}

static bool load_people_file(struct loaded *l, const char *name, bool delegations,
	struct error *error)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct newcomers_found found;
	char *path = path_of(l->path, "people/%s", name);

	bool read = file_read(&bytes, path, FILE_MOST, error);
	if (read)
		newcomers_take(&l->agenda.people, bytes.bytes, bytes.len, delegations, &found);
	buffer_release(&bytes);
	free(path);
	return read;
}

/* All delegations before any person: one seat's may be another seat's person's. */
static bool load_people(struct loaded *l, struct error *error)
{
	struct names names;
	char *dir = path_of(l->path, "people");

	bool read = names_read(&names, dir, error);
	for (int pass = 0; pass < 2; pass++)
		for (size_t i = 0; read && i < names.count; i++)
			if (is_people_file(names.items[i]))
				read = load_people_file(l, names.items[i], pass == 0, error);
	names_release(&names);
	free(dir);
	return read;
}

static void make_readonly(struct loaded *l, const char *log, const char *why)
{
	if (l->readonly)
		return;
	l->readonly = true;
	snprintf(l->why, sizeof l->why, "log/%.100s: %.140s", log, why);
}

/* A log that says another session's id has come here by mistake. */
static void check_header(struct loaded *l, const char *name, const struct log_reading *reading)
{
	if (log_is_of_another(reading, l->agenda.session))
		make_readonly(l, name, "it is the log of another session");
	if (reading->readonly)
		make_readonly(l, name, reading->readonly_why);
}

/* Reads a log slice by slice: it may be as large as the memory. */
static bool read_log(struct log_state *state, struct error *error)
{
	struct slices slices;
	bool read = slices_open(&slices, state->path, error);

	if (!read)
		return false;
	struct log_reader *reader = log_reader_new(&state->reading, state->seat);
	while (!slices.end && (read = slices_next(&slices, error))) {
		size_t taken = log_reader_feed(
			reader, slices.bytes.bytes, slices.bytes.len, slices.end);
		slices_taken(&slices, taken);
	}
	state->size = slices.size;
	log_reader_free(reader);
	slices_close(&slices);
	return read;
}

bool log_state_read(struct log_state *out, const char *folder, const char *seat, int part,
	struct error *error)
{
	*out = (struct log_state){.part = part, .path = log_path(folder, seat, part)};
	memcpy(out->seat, seat, strlen(seat) + 1);
	if (!read_log(out, error)) {
		log_state_release(out);
		return false;
	}
	out->taken = out->reading.good_end;
	out->events = out->reading.count;
	if (out->events) {
		out->first = out->reading.events[0]->seq;
		out->last = out->reading.events[out->events - 1]->seq;
	}
	return true;
}

void log_state_release(struct log_state *state)
{
	free(state->path);
	log_reading_release(&state->reading);
	*state = (struct log_state){0};
}

/* The log that taking the seat has read already; NULL. */
static struct log_state *log_there(const struct loaded *l, const char *seat, int part)
{
	for (size_t i = 0; i < l->log_count; i++)
		if (l->logs[i].part == part && strcmp(l->logs[i].seat, seat) == 0)
			return &l->logs[i];
	return NULL;
}

static bool load_log(struct loaded *l, const char *name, const char *seat, int part,
	struct error *error)
{
	struct log_state *state = log_there(l, seat, part);

	if (!state) {
		l->logs = array_room(l->logs, l->log_count, &l->log_room, sizeof *l->logs);
		state = &l->logs[l->log_count];
		if (!log_state_read(state, l->path, seat, part, error))
			return false;
		l->log_count++;
	}
	check_header(l, name, &state->reading);
	return true;
}

static bool load_logs(struct loaded *l, struct error *error)
{
	struct names names;
	char *dir = path_of(l->path, "log");

	bool read = names_read(&names, dir, error);
	for (size_t i = 0; read && i < names.count; i++) {
		char seat[NAME_SIZE];
		int part;

		if (log_name_read(names.items[i], seat, &part))
			read = load_log(l, names.items[i], seat, part, error);
	}
	names_release(&names);
	free(dir);
	return read;
}

/* Sort by seat, then seq; for equal seq the later file comes first. */
static int by_number(const void *a, const void *b)
{
	const struct sent *one = a, *other = b;
	int order = strcmp(one->event->seat, other->event->seat);

	if (!order)
		order = (one->event->seq > other->event->seq) -
			(one->event->seq < other->event->seq);
	return order ? order : (one->part < other->part) - (one->part > other->part);
}

static int by_order(const void *a, const void *b)
{
	return packed_compare(((const struct sent *)a)->event, ((const struct sent *)b)->event);
}

static bool is_same_number(const struct sent *a, const struct sent *b)
{
	return a->event->seq == b->event->seq && strcmp(a->event->seat, b->event->seat) == 0;
}

/* The header of a file that goes on for another makes nothing, unless it is the only number 1. */
static bool makes_nothing(const struct sent *s)
{
	return s->part > 1 && s->event->kind == EVENT_OPENED && s->event->seq > 1;
}

/* Removes events that do not count; returns how many are left. */
static size_t keep_what_counts(struct sent *sent, size_t count)
{
	size_t kept = 0;

	for (size_t i = 0; i < count; i++) {
		bool counts = !makes_nothing(&sent[i]);

		if (counts && kept && is_same_number(&sent[kept - 1], &sent[i]))
			counts = false;
		if (counts)
			sent[kept++] = sent[i];
	}
	return kept;
}

/* Every seat has one log, and each is in the order of the fold, as they are when nothing was wrong. */
static bool is_plain(const struct loaded *l)
{
	for (size_t i = 0; i < l->log_count; i++)
		if (l->logs[i].part > 1 || l->logs[i].reading.disordered)
			return false;
	return true;
}

/* Takes again and again the first of all that are at the front of their logs. */
static void merge_plain(struct loaded *l)
{
	size_t *at = mem_new(l->log_count, sizeof *at);

	for (;;) {
		const struct packed *first = NULL;
		size_t log = 0;

		for (size_t i = 0; i < l->log_count; i++) {
			const struct log_reading *r = &l->logs[i].reading;

			if (at[i] < r->count &&
				(!first || packed_compare(r->events[at[i]], first) < 0))
				first = r->events[at[log = i]];
		}
		if (!first)
			break;
		history_take(&l->history, first, NULL);
		at[log]++;
	}
	free(at);
}

/* Sorts all events; for equal seq the later file wins. */
static void merge_all(struct loaded *l)
{
	size_t count = 0;

	for (size_t i = 0; i < l->log_count; i++)
		count += l->logs[i].reading.count;
	struct sent *sent = mem_new(count, sizeof *sent);
	count = 0;
	for (size_t i = 0; i < l->log_count; i++)
		for (size_t k = 0; k < l->logs[i].reading.count; k++)
			sent[count++] = (struct sent){l->logs[i].reading.events[k], l->logs[i].part};
	if (count)
		qsort(sent, count, sizeof *sent, by_number);
	count = keep_what_counts(sent, count);
	if (count)
		qsort(sent, count, sizeof *sent, by_order);
	for (size_t i = 0; i < count; i++)
		history_take(&l->history, sent[i].event, NULL);
	free(sent);
}

/* Hands all events to the history, in the order of the fold so that each goes to its end. */
static void fill_history(struct loaded *l)
{
	if (is_plain(l))
		merge_plain(l);
	else
		merge_all(l);
	for (size_t i = 0; i < l->log_count; i++) {
		struct log_reading *r = &l->logs[i].reading;

		history_hold(&l->history, &r->shelf);
		free(r->events);
		r->events = NULL;
		r->count = r->room = 0;
	}
}

static bool read_agenda(struct loaded *l, const char *path, struct error *error)
{
	l->path = path_trimmed(path);
	history_init(&l->history);
	if (!load_agenda(l, error) || !load_people(l, error))
		return false;
	l->secret_state = secret_load(&l->secret, l->path, l->agenda.session, l->secret_why);
	return true;
}

bool folder_read_agenda(struct loaded *out, const char *path, struct error *error)
{
	*out = (struct loaded){0};
	if (read_agenda(out, path, error))
		return true;
	loaded_release(out);
	return false;
}

bool folder_load_rest(struct loaded *l, const char *path, struct error *error)
{
	if (read_agenda(l, path, error) && load_logs(l, error)) {
		fill_history(l);
		return true;
	}
	loaded_release(l);
	return false;
}

bool folder_load(struct loaded *out, const char *path, struct error *error)
{
	*out = (struct loaded){0};
	return folder_load_rest(out, path, error);
}

void loaded_release(struct loaded *l)
{
	for (size_t i = 0; i < l->log_count; i++)
		log_state_release(&l->logs[i]);
	free(l->logs);
	history_release(&l->history);
	agenda_release(&l->agenda);
	free(l->path);
	*l = (struct loaded){0};
}
