/* SPDX-License-Identifier: MIT */
/* log_reading.h - a whole log file as events, and what is wrong with it.
 *
 * Purpose     Reads every line that holds by its checksum, in one go or slice by slice, and lists
 *             the byte ranges that are damaged, torn or altered.
 * Knows       the shape of a log, nothing of what events mean and nothing of files.
 * Owns        the events' arena and the arrays; log_reading_release() frees them.
 * Start at    log_read().
 */
#ifndef LOG_LOG_READING_H
#define LOG_LOG_READING_H

#include "base/buffer.h"
#include "session/packed.h"

enum flaw_kind {
	FLAW_DAMAGED,    /* a terminated line that does not hold, or bytes between good lines;
			  * with len 0: a line before this one is missing, or it is out of order */
	FLAW_TORN,       /* an unterminated tail that is not whole */
	FLAW_UNENDED,    /* a last line without its newline that holds */
	FLAW_OPEN_GROUP, /* events at the end whose typed line is not complete */
	FLAW_ALTERED     /* a line whose content holds but whose bytes are not those we write */
};

struct flaw {
	enum flaw_kind kind;
	size_t line;  /* 1-based */
	size_t start; /* byte, from 0 */
	size_t len;
};

struct byte_range {
	size_t start, end; /* the byte after it, its newline counted */
};

/* A whole log file as events, in file order, and what is wrong with it. */
struct log_reading {
	const struct packed **events; /* those that stand */
	size_t count, room;
	struct byte_range *ranges;    /* of each event in the file; NULL unless they are asked for */
	size_t range_room;
	struct arena shelf;           /* what they stand in: history_hold() takes it over */
	struct flaw *flaws;
	size_t flaw_count, flaw_room;
	bool disordered; /* they do not all come in the order of the fold */
	const char *session; /* the id that its header says, or NULL; in the shelf */
	bool sessions_differ; /* another header in it says another */
	size_t good_end; /* byte after the last thing that stands: where a torn tail is cut */
	bool readonly;   /* an unknown `do` or format version: open read-only */
	char readonly_why[160];
};

/* Never fails: whatever the bytes are, what holds by its checksum is read (two lines glued by a
 * changed newline included). An open group at the very end does not stand, unless damage after it
 * explains its missing end. Numbers are dense: one that is missing without damage before it, or
 * that comes again (and is then passed over), is damage too. The first line is an `open`; in a log
 * that goes on for another its number is not 1. */
void log_read(struct log_reading *out, const char *bytes, size_t len, const char *seat);
/* log_read() with the byte range of each event. */
void log_read_ranges(struct log_reading *out, const char *bytes, size_t len, const char *seat);
void log_reading_release(struct log_reading *r);

/* Reads a long log in slices. Feed takes the bytes that follow those it took before, and returns how
 * many it took: whole lines, or with `end` everything. */
struct log_reader;
struct log_reader *log_reader_new(struct log_reading *out, const char *seat);
size_t log_reader_feed(struct log_reader *r, const char *bytes, size_t len, bool end);
void log_reader_free(struct log_reader *r);

/* Does it say that it is of another session than that? */
bool log_is_of_another(const struct log_reading *r, const char *session);

#endif
