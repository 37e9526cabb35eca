/* SPDX-License-Identifier: MIT */
/* fallback.h - the folder to which a seat writes when its session folder is lost.
 *
 * Purpose     A folder under $XDG_STATE_HOME/roundtable (~/.local/state/roundtable) that has the
 *             shape of a session folder without its agenda: log/SEAT.N.yaml, whose header carries
 *             the last number known safe, and people/SEAT.yaml. The next time the seat opens the
 *             session here, its lines are brought back; `roundtable merge` can do so elsewhere.
 *             One that was brought back keeps its files and is called NAME.done.
 * Start at    fallback_make(), fallback_bring_back().
 */
#ifndef JOURNAL_FALLBACK_H
#define JOURNAL_FALLBACK_H

#include "store/folder.h"

enum { SESSION_ID_SIZE = 40 };

/* The id of the session in that folder, as its agenda says; "" when it says none. False, with
 * status 3, when that cannot be read. */
bool fallback_session_id(char out[SESSION_ID_SIZE], const char *folder, struct error *error);

/* Makes a folder for that seat's lines, safe on disk; free() it. NULL with errno. */
char *fallback_make(const char *folder, const char *seat, const char *session);

/* Brings back what earlier runs of the seat left elsewhere: people at the end of people/SEAT.yaml,
 * lines in the next part of the log. *brought tells that a part was added. What does not fit, since
 * the seat has gone on otherwise, stays where it is, and the notices say where. The seat must be
 * held. False, with status 3, when the files cannot be read or written. */
bool fallback_bring_back(const char *folder, const char *seat, const char *session, bool *brought,
	struct buffer *notices, struct error *error);

/* Says in the notices which lines of seats other than `seat` (NULL: of all seats) are kept elsewhere
 * on this machine, since the folder could not be written, and how to bring them back. */
void fallback_tell(const char *folder, const char *seat, const char *session, struct buffer *notices);
/* fallback_tell() for all seats. */
void fallback_tell_all(const char *folder, struct buffer *notices);

#endif
