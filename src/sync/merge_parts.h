/* SPDX-License-Identifier: MIT */
/* merge_parts.h - types and functions that the files of merge share. */
#ifndef SYNC_MERGE_PARTS_H
#define SYNC_MERGE_PARTS_H

#include "sync/merge_folders.h"

/* One file of log/ as read. */
struct merge_log {
	char *name;         /* in log/ */
	int part;
	struct buffer text; /* whole lines and whole typed lines */
	struct buffer tail; /* an unfinished end */
	bool added_newline; /* at the end of `text`, which the file lacks */
	size_t damaged;     /* lines that do not hold */
	bool stray;         /* its header says another seat */
	size_t news;        /* lines of it that the other side lacks or has otherwise */
};

/* An event as it stands in a file. */
struct merge_line {
	int64_t seq;
	size_t log;        /* index */
	const char *bytes; /* without the newline */
	size_t len;
};

/* All that one folder holds of one seat. */
struct merge_side {
	struct merge_log *logs; /* by part, conflicting copies after the file they are of */
	size_t count, room;
	struct merge_line *lines; /* by number, each once: of two the one in the later file */
	size_t line_count, line_room;
};

/* The id of a session as a folder says it, by its agenda or by the headers of its logs. */
enum { MERGE_ID_SIZE = 65 };

/* Reads the seat's files in `folder`; which: its own, the conflicting copies, or both. False, with
 * status 3, on a read error. */
enum merge_which { MERGE_OWN = 1, MERGE_COPIES = 2 };
bool merge_side_read(struct merge_side *out, const char *folder, const char *seat, int which,
	struct error *error);
void merge_side_release(struct merge_side *s);

/* Compares what `theirs` holds with `ours`: counts in *seat, and news by file. */
void merge_compare(
	struct merge_seat *seat, const struct merge_side *ours, struct merge_side *theirs);

/* Replaces or makes DIR/NAME in the folder: beside, synced, renamed, directory synced. */
bool merge_put(const char *folder, const char *dir, const char *name, const char *bytes, size_t len,
	struct error *error);
/* Puts the bytes into DIR under that name, or with -2, -3 … when it holds other bytes; one that
 * holds the same is left. *name gets the file's name. With `dry` nothing is written. */
bool merge_set_aside(struct buffer *name, const char *folder, const char *dir, const char *label,
	const char *end, const char *bytes, size_t len, bool dry, struct error *error);

/* Adds the lines of the seat's people file in `from` that the one in `into` lacks: counts them in
 * *count, and unless `dry` writes them. */
bool merge_people(size_t *count, const char *into, const char *from, const char *seat, int which,
	bool dry, struct error *error);
/* For a seat whose logs conflict: keeps the lines beside, still under people/. */
bool merge_people_aside(const char *into, const char *from, const char *seat, int which, bool dry,
	struct buffer *told, struct error *error);

/* The folder's secret: INTO takes that of `from` when it has none or a larger one, so that folders
 * merged with each other in any order keep one secret in the end. A damaged one is told and left. */
bool merge_secret(struct merge_result *out, const char *into, const char *from, bool dry,
	struct error *error);

#endif
