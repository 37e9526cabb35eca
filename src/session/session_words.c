/* SPDX-License-Identifier: MIT */
/* session_words.c - the words of the log and the typed language for what a session holds. */
#include "session/session.h"

ENUM_WORDS_DEFINE(note_kind, NOTE_KIND_ROWS)
ENUM_WORDS_DEFINE(priority_level, PRIORITY_ROWS)
ENUM_WORDS_DEFINE(action_status, ACTION_STATUS_ROWS)
ENUM_WORDS_DEFINE(read_back, READ_BACK_ROWS)

bool list_kind_interrupts(enum list_kind kind)
{
	return kind == LIST_ORDER || kind == LIST_QUESTION;
}

bool list_kind_passes_closed(enum list_kind kind)
{
	return kind == LIST_ORDER || kind == LIST_REPLY || kind == LIST_RIGHT_OF_REPLY;
}
