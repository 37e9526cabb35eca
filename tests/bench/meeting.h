/* SPDX-License-Identifier: MIT */
/* meeting.h - the sessions that are measured, made in a folder of their own.
 *
 * Purpose     A meeting with an item, somebody speaking (so that clocks run) and 24 waiting, and as
 *             many notes as are asked for. Small ones are written by the program itself; in a
 *             larger one the notes are written here, in the program's form.
 * Start at    meeting_begin(), meeting_need().
 */
#ifndef TESTS_BENCH_MEETING_H
#define TESTS_BENCH_MEETING_H

#include <stdbool.h>

enum { PATH_SIZE = 512, LINE_SIZE = 1024, FEW_NOTES = 10 };

/* A word that stands in the last note of every meeting, and nowhere else. */
#define LAST_WORD "Latestword"

/* Makes the folder, which is home to every program started afterwards, and the agenda in it.
 * `program` makes the sessions. */
void meeting_begin(const char *program);
/* The path of a name in that folder; good for ever. */
char *meeting_path(const char *name);
/* The same of a file in a session. */
char *meeting_file(const char *name, const char *file);
/* The path of the session of that name, made with so many notes if it is not there; with `clocks`
 * an item and a speech run and 24 wait. */
char *meeting_need(const char *name, long notes, bool clocks);
/* The log of the seat that wrote the session, and its size in bytes. */
char *meeting_log(const char *name);
long meeting_log_size(const char *name);
/* Takes a session back to what it was before a console was killed while a line was typed. */
void meeting_forget_draft(const char *name);
/* Deletes the session, or nothing when there is none. */
void meeting_remove(const char *name);
/* Deletes everything. */
void meeting_end(void);

#endif
