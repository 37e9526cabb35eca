/* SPDX-License-Identifier: MIT */
/* merge_folders.c - one folder merged into another, seat by seat. */
#include "sync/merge_folders.h"

#include <errno.h>
#include <fcntl.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include "agenda/agenda.h"
#include "base/memory.h"
#include "log/crc32c.h"
#include "store/conflicts.h"
#include "store/files.h"
#include "sync/merge_parts.h"

/* The merge that runs. */
struct merge {
	struct merge_result *out;
	const char *into, *from;
	bool dry;
	bool is_same; /* INTO itself, for its conflicting copies */
	int *locks;   /* by seat of the result; -1: none */
	size_t lock_count;
	struct error *error;
};

void merge_result_release(struct merge_result *r)
{
	free(r->seats);
	buffer_release(&r->said);
	buffer_release(&r->told);
	*r = (struct merge_result){.said = BUFFER_EMPTY, .told = BUFFER_EMPTY};
}

static bool is_same_folder(const char *a, const char *b)
{
	struct stat one, other;

	return stat(a, &one) == 0 && stat(b, &other) == 0 && one.st_dev == other.st_dev &&
		one.st_ino == other.st_ino;
}

static int which_of(bool is_same)
{
	return is_same ? MERGE_COPIES : MERGE_OWN | MERGE_COPIES;
}

/* The id of the session */

/* The id that its agenda says; "" when it has no agenda. */
static bool agenda_id(char out[MERGE_ID_SIZE], const char *folder, struct error *error)
{
	struct agenda agenda = {0};
	struct problems problems = {.limit = 1};
	char *path = path_of(folder, "agenda.yaml"), *people = path_of(folder, "people/agenda.yaml");
	bool there = access(path, F_OK) == 0 || errno != ENOENT, read = true;

	out[0] = '\0';
	if (there && agenda_read_session(&agenda, path, people, &problems)) {
		snprintf(out, MERGE_ID_SIZE, "%s", agenda.session ? agenda.session : "");
		agenda_release(&agenda);
	} else if (there) {
		const struct problem *it = problems.count ? &problems.items[0] : NULL;

		read = error_status(error, 3, "%s: %s", path, it ? it->text : "it is no agenda");
	}
	problems_release(&problems);
	free(path);
	free(people);
	return read;
}

/* Reads one log for who it belongs to. An id that is known (not "") must be the one it says. */
static bool check_log(char id[MERGE_ID_SIZE], const char *folder, const char *name,
	const char *seat, struct error *error)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct log_reading reading;
	struct unpacked u = {0};
	char *path = path_of(folder, "log/%s", name);
	bool good = file_read(&bytes, path, FILE_MOST, error);

	log_read(&reading, bytes.bytes, bytes.len, seat);
	for (size_t i = 0; good && i < reading.count; i++) {
		const struct event *e = packed_read(&u, reading.events[i]);
		const char *says = e->kind == EVENT_OPENED ? event_text(e, FIELD_SESSION) : NULL;

		if (says && !*id)
			snprintf(id, MERGE_ID_SIZE, "%s", says);
		if (says && strcmp(says, id) != 0)
			good = error_status(error, 1, "%s is the log of another session: nothing "
				"was merged", path);
	}
	if (good && reading.readonly)
		good = error_status(error, 1, "%s: %s: merge with that one; nothing was merged", path,
			reading.readonly_why);
	unpacked_release(&u);
	log_reading_release(&reading);
	buffer_release(&bytes);
	free(path);
	return good;
}

static bool check_logs(char id[MERGE_ID_SIZE], const char *folder, struct error *error)
{
	struct names names;
	char *dir = path_of(folder, "log");
	bool good = names_read(&names, dir, error);

	for (size_t i = 0; good && i < names.count; i++) {
		char seat[NAME_SIZE];
		int part;

		if (log_name_read(names.items[i], seat, &part) ||
			copy_name_read(names.items[i], seat, &part))
			good = check_log(id, folder, names.items[i], seat, error);
	}
	names_release(&names);
	free(dir);
	return good;
}

bool merge_check(const char *into, const char *from, struct error *error)
{
	char id[MERGE_ID_SIZE], other[MERGE_ID_SIZE];
	struct stat is;

	if (!folder_want_session(into, error) || !agenda_id(id, into, error))
		return false;
	if (stat(from, &is) != 0)
		return error_status(error, 3, "cannot open %s: %s", from, strerror(errno));
	if (!agenda_id(other, from, error) || !check_logs(id, into, error))
		return false;
	if (*other && strcmp(other, id) != 0)
		return error_status(error, 1, "%s is another session than %s: nothing was merged", from,
			into);
	bool had_agenda = *other != '\0';
	if (!check_logs(other, from, error))
		return false;
	if (!*other)
		return error_status(error, 3, "%s is no folder of a session: it has neither an "
			"agenda nor a log", from);
	return had_agenda || strcmp(other, id) == 0 ||
		error_status(error, 1, "%s is of another session than %s: nothing was merged", from,
			into);
}

/* The seats of the other folder */

static struct merge_seat *seat_made(struct merge_result *out, const char *name)
{
	for (size_t i = 0; i < out->count; i++)
		if (strcmp(out->seats[i].name, name) == 0)
			return &out->seats[i];
	out->seats = array_room(out->seats, out->count, &out->room, sizeof *out->seats);
	memcpy(out->seats[out->count].name, name, strlen(name) + 1);
	return &out->seats[out->count++];
}

static int by_name(const void *a, const void *b)
{
	return strcmp(((const struct merge_seat *)a)->name, ((const struct merge_seat *)b)->name);
}

static bool find_seats_in(struct merge *m, const char *room)
{
	struct names names;
	char *dir = path_of(m->from, "%s", room);
	bool read = names_read(&names, dir, m->error), is_log = strcmp(room, "log") == 0;

	for (size_t i = 0; read && i < names.count; i++) {
		char seat[NAME_SIZE];
		int part;
		bool own = !m->is_same && log_name_read(names.items[i], seat, &part);

		if (!own && !copy_name_read(names.items[i], seat, &part))
			continue;
		if (is_log || (part == 1 && strcmp(seat, "agenda") != 0))
			seat_made(m->out, seat);
	}
	names_release(&names);
	free(dir);
	return read;
}

static bool find_seats(struct merge *m)
{
	if (!find_seats_in(m, "log") || !find_seats_in(m, "people"))
		return false;
	if (m->out->count)
		qsort(m->out->seats, m->out->count, sizeof *m->out->seats, by_name);
	m->lock_count = m->out->count;
	m->locks = mem_new(m->lock_count + 1, sizeof *m->locks);
	for (size_t i = 0; i < m->lock_count; i++)
		m->locks[i] = -1;
	return true;
}

/* Comparing the logs of a seat */

static bool read_sides(struct merge *m, const char *seat, struct merge_side *ours,
	struct merge_side *theirs)
{
	*theirs = (struct merge_side){0};
	if (!merge_side_read(ours, m->into, seat, MERGE_OWN, m->error))
		return false;
	if (merge_side_read(theirs, m->from, seat, which_of(m->is_same), m->error))
		return true;
	merge_side_release(ours);
	return false;
}

/* Counts what is new, and looks at the people too. */
static bool look(struct merge *m, struct merge_seat *seat)
{
	struct merge_side ours, theirs;

	if (!read_sides(m, seat->name, &ours, &theirs))
		return false;
	merge_compare(seat, &ours, &theirs);
	merge_side_release(&ours);
	merge_side_release(&theirs);
	return seat->parts_at || merge_people(&seat->people, m->into, m->from, seat->name,
					 which_of(m->is_same), true, m->error);
}

/* Locks */

/* Takes the seat as one who opens it would; a seat that is held is told. */
static bool take_lock(struct merge *m, struct merge_seat *seat, int *lock)
{
	char *path = log_path(m->into, seat->name, 1), *dir = path_of(m->into, "log");
	bool good = dir_make(dir);
	int fd = -1;

	while (good) {
		fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK, 0600);
		if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0) {
			seat->held = fd >= 0 && errno == EWOULDBLOCK;
			good = seat->held;
			break;
		}
		if (file_is_named(fd, path))
			break;
		close(fd);
	}
	if (!good)
		error_status(m->error, 3, "cannot lock %s: %s", path, strerror(errno));
	if (fd >= 0 && (!good || seat->held))
		close(fd);
	else
		*lock = fd;
	free(path);
	free(dir);
	return good;
}

static bool lock_seats(struct merge *m)
{
	bool good = true;

	for (size_t i = 0; good && i < m->out->count; i++) {
		struct merge_seat *seat = &m->out->seats[i];

		if (!seat->came && !seat->people)
			continue;
		if (m->dry)
			seat->held = log_is_locked(m->into, seat->name, 1);
		else
			good = take_lock(m, seat, &m->locks[i]);
		if (good && seat->held)
			buffer_format(&m->out->told, "%s: a running program has the seat: what is "
				"new of it was left there; merge again when it has left\n", seat->name);
	}
	return good;
}

/* Taking */

static const struct merge_log *log_of_part(const struct merge_side *side, int part)
{
	for (size_t i = 0; i < side->count; i++)
		if (side->logs[i].part == part)
			return &side->logs[i];
	return NULL;
}

/* Sets an unfinished end in INTO aside, as opening the seat does, unless their file goes on with it. */
static bool keep_tail(struct merge *m, const struct merge_log *ours, const struct merge_log *theirs)
{
	struct buffer name = BUFFER_EMPTY;
	char label[NAME_SIZE + 48];
	const char *rest = theirs->text.bytes + ours->text.len;

	if (!ours->tail.len || (theirs->text.len - ours->text.len >= ours->tail.len &&
		memcmp(rest, ours->tail.bytes, ours->tail.len) == 0))
		return true;
	snprintf(label, sizeof label, "%.*s-%zu", (int)strlen(ours->name) - 5, ours->name,
		ours->text.len);
	bool kept = merge_set_aside(&name, m->into, TORN_DIR, label, "", ours->tail.bytes,
		ours->tail.len, false, m->error);
	buffer_release(&name);
	return kept;
}

/* Puts their file where it goes on with ours, else where none is. *least: the parts that come after
 * this one go no lower. */
static bool take_log(struct merge *m, const struct merge_seat *seat, struct merge_side *ours,
	const struct merge_log *theirs, int *least)
{
	int part = theirs->part > *least ? theirs->part : *least;
	const struct merge_log *same = log_of_part(ours, part);
	struct merge_log made = {.text = BUFFER_EMPTY, .tail = BUFFER_EMPTY};

	if (same && part == theirs->part && buffer_starts_with(&theirs->text, &same->text)) {
		if (!keep_tail(m, same, theirs))
			return false;
	} else {
		while (log_of_part(ours, part))
			part++;
	}
	char *path = log_path(m->into, seat->name, part);
	const char *name = strrchr(path, '/') + 1;
	bool put = merge_put(m->into, "log", name, theirs->text.bytes, theirs->text.len, m->error);
	if (part != theirs->part)
		*least = part + 1;
	if (put && !log_of_part(ours, part)) {
		made.name = mem_text(name);
		made.part = part;
		ours->logs = array_room(ours->logs, ours->count, &ours->room, sizeof *ours->logs);
		ours->logs[ours->count++] = made;
	}
	free(path);
	return put;
}

/* A branch that says other things under the same numbers is kept whole, beside the session. */
static bool set_log_aside(struct merge *m, const struct merge_seat *seat,
	const struct merge_log *theirs)
{
	struct buffer name = BUFFER_EMPTY;
	char label[NAME_SIZE + 48];

	if (theirs->part > 1)
		snprintf(label, sizeof label, "%s.%d.fork-%08x", seat->name, theirs->part,
			(unsigned)crc32c(theirs->text.bytes, theirs->text.len));
	else
		snprintf(label, sizeof label, "%s.fork-%08x", seat->name,
			(unsigned)crc32c(theirs->text.bytes, theirs->text.len));
	bool kept = merge_set_aside(&name, m->into, TORN_DIR, label, ".yaml", theirs->text.bytes,
		theirs->text.len, m->dry, m->error);
	if (kept)
		buffer_format(&m->out->told, "log/%s: it parts from this session's at number %" PRId64
			": two programs wrote as %s; it %s kept whole in torn/%s, and nothing here was "
			"changed\n", theirs->name, seat->parts_at, seat->name,
			m->dry ? "would be" : "is", name.bytes);
	buffer_release(&name);
	return kept;
}

/* Says what of the file nobody can use. A file that ours goes on from was only read too early. */
static void tell_state(
	struct merge *m, const struct merge_side *ours, const struct merge_log *theirs)
{
	const struct merge_log *same = log_of_part(ours, theirs->part);
	struct buffer raw = BUFFER_EMPTY;

	buffer_bytes(&raw, theirs->text.bytes, theirs->text.len - theirs->added_newline);
	buffer_bytes(&raw, theirs->tail.bytes, theirs->tail.len);
	bool known = same && buffer_starts_with(&same->text, &raw);
	buffer_release(&raw);
	if (known)
		return;
	if (theirs->tail.len)
		buffer_format(&m->out->told, "log/%s: an unfinished end of %zu bytes was left there\n",
			theirs->name, theirs->tail.len);
	if (theirs->stray)
		buffer_format(&m->out->told, "log/%s: its header says another seat: it was left "
			"there\n", theirs->name);
	if (theirs->damaged)
		buffer_format(&m->out->told, "log/%s: it is damaged, what holds was read\n",
			theirs->name);
}

/* Says of a conflict copy in the session itself that it may be removed. */
static void tell_copy(struct merge *m, const struct merge_seat *seat, const struct merge_log *log)
{
	if (m->is_same && !seat->parts_at && !seat->held && !log->tail.len && !log->damaged &&
		!log->stray && !m->dry)
		buffer_format(&m->out->told, "log/%s: all of it is in the session now; it may be "
			"removed\n", log->name);
}

static bool take_seat(struct merge *m, struct merge_seat *seat)
{
	struct merge_side ours, theirs;
	int least = 1;

	if (!read_sides(m, seat->name, &ours, &theirs))
		return false;
	/* Anew, now that nobody else writes. */
	seat->came = seat->had = seat->aside = 0;
	seat->parts_at = 0;
	merge_compare(seat, &ours, &theirs);
	bool good = true;
	for (size_t i = 0; good && i < theirs.count; i++) {
		const struct merge_log *log = &theirs.logs[i];

		tell_state(m, &ours, log);
		if (log->news && seat->parts_at)
			good = set_log_aside(m, seat, log);
		else if (log->news && !seat->held && !m->dry)
			good = take_log(m, seat, &ours, log, &least);
		if (good)
			tell_copy(m, seat, log);
	}
	merge_side_release(&ours);
	merge_side_release(&theirs);
	return good;
}

/* People before the logs that need them. */
static bool take_people(struct merge *m, struct merge_seat *seat)
{
	int which = which_of(m->is_same);

	if (seat->parts_at)
		return merge_people_aside(m->into, m->from, seat->name, which, m->dry,
			&m->out->told, m->error);
	return merge_people(&seat->people, m->into, m->from, seat->name, which,
		m->dry || seat->held, m->error);
}

/* Drafts and agendas */

/* A line that was being typed was not kept: it is no event, and may be an old one. */
static bool tell_draft(struct merge *m, const char *seat)
{
	struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
	struct error unread = {0};
	char *mine = path_of(m->into, "draft/%s.yaml", seat);
	char *other = path_of(m->from, "draft/%s.yaml", seat);
	bool read = m->is_same || (access(other, F_OK) != 0 && errno == ENOENT) ||
		file_read(&theirs, other, FILE_MOST, m->error);

	if (read && theirs.len && theirs.bytes[0] != '\n' && (!file_read(&ours, mine, FILE_MOST, &unread) ||
		!buffer_same(&ours, &theirs)))
		buffer_format(&m->out->told, "draft/%s.yaml: a line that was being typed was left "
			"there\n", seat);
	buffer_release(&ours);
	buffer_release(&theirs);
	free(mine);
	free(other);
	return read;
}

/* An agenda is fixed when the session is opened; that another one lies there is told. */
static bool compare_agenda(struct merge *m, const char *name)
{
	struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
	char *mine = path_of(m->into, "%s", name), *other = path_of(m->from, "%s", name);
	bool read = access(other, F_OK) != 0 || (file_read(&ours, mine, FILE_MOST, m->error) &&
		file_read(&theirs, other, FILE_MOST, m->error));

	if (read && theirs.len && !buffer_same(&ours, &theirs))
		buffer_format(&m->out->told, "%s: it differs from this session's, which stays as it "
			"is\n", name);
	buffer_release(&ours);
	buffer_release(&theirs);
	free(mine);
	free(other);
	return read;
}

static bool merge_all(struct merge *m)
{
	bool good = m->is_same ||
		(compare_agenda(m, "agenda.yaml") && compare_agenda(m, "people/agenda.yaml") &&
			merge_secret(m->out, m->into, m->from, m->dry, m->error));

	good = good && find_seats(m);
	for (size_t i = 0; good && i < m->out->count; i++)
		good = look(m, &m->out->seats[i]);
	good = good && lock_seats(m);
	for (size_t i = 0; good && i < m->out->count; i++)
		good = take_people(m, &m->out->seats[i]);
	for (size_t i = 0; good && i < m->out->count; i++)
		good = take_seat(m, &m->out->seats[i]) && tell_draft(m, m->out->seats[i].name);
	return good;
}

bool merge_folder(struct merge_result *out, const char *into, const char *from, bool dry,
	struct error *error)
{
	struct merge m = {.out = out, .into = into, .from = from, .dry = dry,
		.is_same = is_same_folder(into, from), .error = error};

	*out = (struct merge_result){.said = BUFFER_EMPTY, .told = BUFFER_EMPTY};
	bool good = merge_all(&m);
	for (size_t i = 0; i < m.lock_count; i++)
		if (m.locks[i] >= 0)
			close(m.locks[i]);
	free(m.locks);
	return good;
}
