/* SPDX-License-Identifier: MIT */
/* meeting.h - the sessions that are measured, made in a folder of their own.
 *
 * Purpose     A meeting with an item, somebody speaking (so that clocks run) and 24 waiting, and as
 *             many notes as are asked for, all written by the program itself.
 * Start at    meeting_begin(), meeting_make().
 */
#ifndef TESTS_BENCH_MEETING_H
#define TESTS_BENCH_MEETING_H

enum { PATH_SIZE = 512 };

/* Makes the folder, which is home to every program started afterwards, and the agenda in it. */
void meeting_begin(void);
/* The path of a name in that folder; good until the eighth call after it. */
char *meeting_path(const char *name);
/* Makes a session with so many notes at that name. */
void meeting_make(const char *program, const char *name, long notes);
/* Takes a session back to what it was before a console was killed while a line was typed. */
void meeting_forget_draft(const char *name);
/* Deletes the session, or nothing when there is none. */
void meeting_remove(const char *name);
/* Deletes everything. */
void meeting_end(void);

#endif
