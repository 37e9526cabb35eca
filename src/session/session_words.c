/* SPDX-License-Identifier: MIT */
/* session_words.c - the words of the log and the typed language for what a session holds. */
#include "session/session.h"

#include <assert.h>
#include <string.h>

static const char *const note_kinds[NOTE_KINDS] = {
	[NOTE_POINT] = "point",
	[NOTE_PROPOSAL] = "proposal",
	[NOTE_CONCERN] = "concern",
	[NOTE_SUPPORT] = "support",
	[NOTE_RESERVATION] = "reservation",
	[NOTE_COMMITMENT] = "commitment",
	[NOTE_LESSON] = "lesson",
	[NOTE_QUESTION] = "question",
	[NOTE_AGREED] = "agreed",
};

static const char *const priorities[PRIORITIES] = {
	[PRIORITY_NORMAL] = "normal",
	[PRIORITY_HIGH] = "high",
	[PRIORITY_LOW] = "low",
};

static const char *const statuses[ACTION_STATUSES] = {
	[ACTION_OPEN] = "open",
	[ACTION_DONE] = "done",
	[ACTION_CANCELLED] = "cancelled",
};

static const char *const read_backs[READ_BACKS] = {
	[READ_BACK_NONE] = "none",
	[READ_BACK_CONFIRMED] = "confirmed",
	[READ_BACK_CHANGED] = "changed",
	[READ_BACK_DROPPED] = "dropped",
};

/* The index of the word among `count`, or `count`. */
static int word_index(const char *const *words, int count, const char *text)
{
	int i = 0;

	if (!text)
		return count;
	while (i < count && strcmp(words[i], text) != 0)
		i++;
	return i;
}

const char *note_kind_name(enum note_kind kind)
{
	assert(kind < NOTE_KINDS);
	return note_kinds[kind];
}

bool note_kind_read(const char *text, enum note_kind *out)
{
	int i = word_index(note_kinds, NOTE_KINDS, text);

	if (i == NOTE_KINDS)
		return false;
	*out = (enum note_kind)i;
	return true;
}

const char *priority_name(enum priority_level priority)
{
	assert(priority < PRIORITIES);
	return priorities[priority];
}

bool priority_read(const char *text, enum priority_level *out)
{
	int i = word_index(priorities, PRIORITIES, text);

	if (i == PRIORITIES)
		return false;
	*out = (enum priority_level)i;
	return true;
}

const char *action_status_name(enum action_status status)
{
	assert(status < ACTION_STATUSES);
	return statuses[status];
}

bool action_status_read(const char *text, enum action_status *out)
{
	int i = word_index(statuses, ACTION_STATUSES, text);

	if (i == ACTION_STATUSES)
		return false;
	*out = (enum action_status)i;
	return true;
}

const char *read_back_name(enum read_back answer)
{
	assert(answer < READ_BACKS);
	return read_backs[answer];
}

bool read_back_read(const char *text, enum read_back *out)
{
	int i = word_index(read_backs, READ_BACKS, text);

	if (i == READ_BACKS || i == READ_BACK_NONE)
		return false;
	*out = (enum read_back)i;
	return true;
}

bool list_kind_interrupts(enum list_kind kind)
{
	return kind == LIST_ORDER || kind == LIST_QUESTION;
}

bool list_kind_passes_closed(enum list_kind kind)
{
	return kind == LIST_ORDER || kind == LIST_REPLY || kind == LIST_RIGHT_OF_REPLY;
}
