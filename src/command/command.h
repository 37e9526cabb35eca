/* SPDX-License-Identifier: MIT */
/* command.h - from a typed line to what it comes to.
 *
 * Purpose     The typed language (contract §4): marks, tags, dates and every command, from one table.
 *             A line is read against the session as it is, guards and names are decided here and
 *             never again, and what comes out are events.
 * Knows       no files, no curses, no clock: moments come in the context.
 * Owns        a command_result owns its events, newcomers and texts; command_result_release() gives
 *             them back.
 * Start at    command_read(); commands.def; tests/unit/test_command_notes.c.
 */
#ifndef COMMAND_COMMAND_H
#define COMMAND_COMMAND_H

#include "base/problem.h"
#include "agenda/newcomer.h"
#include "session/history.h"
#include "session/session.h"

enum command {
#define COMMAND(ident, name, aliases, keys, arguments, completion, group, who, help) COMMAND_##ident,
#include "command/commands.def"
#undef COMMAND
	COMMANDS,
	COMMAND_NONE = COMMANDS
};

/* Who may give it: anybody while the session is not closed; only the holder of the list and the
 * floor, once there is one; anybody, also when the session is closed. */
enum may { MAY_ANY, MAY_HOLDER, MAY_ALWAYS };

struct command_info {
	const char *name;      /* without the slash */
	const char *aliases;   /* by spaces */
	const char *keys;      /* "floor:n capture:^Z": view:key by spaces; "" none */
	const char *arguments; /* as shown in help */
	const char *group;     /* heading in help and manual */
	enum may may;
	const char *help;      /* one sentence, at most 60 columns */
};

extern const struct command_info command_table[COMMANDS];
/* Their names. */
word_list command_word;

/* Adds "/speak NAME…", as help shows it. */
void command_usage(struct buffer *out, const struct command_info *command);

/* By name or alias, any case, or a unique prefix of a name (not of alias); COMMAND_NONE. */
enum command command_named(const char *word, size_t len);

/* True for a line that brings names in (/person, /alias) or might: no draft holds it. A line that begins
 * with a slash, or with something that looks like one, after any marks, spaces and unseen characters, is
 * private unless the word after it is another command. */
bool line_is_private(const char *line);

/* The world in which a line is read. */
struct context {
	const struct session *session;
	const struct history *history;
	const struct people *people;
	const char *seat;
	bool facilitates;   /* the seat's role is facilitator */
	int64_t at;         /* a note's time: its first keystroke */
	int64_t now;        /* the moment the line is done: Enter, or the script's time */
	bool has_speaker;   /* `speaker` says who had the floor at the first keystroke … */
	size_t speaker;     /* … attendee or NONE; without has_speaker: session_speaker() */
	size_t speech;      /* and in which speech, NONE; without has_speaker: the running one */
	int64_t next_seq;   /* the number that the first event will get */
	bool expand;        /* abbreviations are expanded here (scripts); the console does it itself */
	int64_t next_was;   /* console: when this seat last did /next, for the double-next guard; else NO_TIME */
};

enum answer {
	ANSWER_DONE,    /* events to write, at least one */
	ANSWER_NOTHING, /* blank or comment, or no change (said says why: "already waiting") */
	ANSWER_REFUSED, /* error says why and what next */
	ANSWER_ASKS,    /* a question with choices: the console asks, a script is refused with it */
	ANSWER_SCREEN   /* for the console itself: view, curtain, help, leave; `screen` and `argument` */
};

/* One way to answer a question: the line to do instead. */
struct choice {
	char key;    /* c */
	char *label; /* "carry them into the next item" */
	char *line;  /* "/item next carry" */
};

/* What a typed line comes to. */
struct command_result {
	enum answer answer;
	enum command command; /* COMMAND_NONE for a note */
	struct event **events;
	size_t event_count, event_room;
	struct newcomer *newcomers;
	size_t newcomer_count, newcomer_room;
	struct buffer said;   /* acknowledgement, one line, no id: "point #decision-cycles, said by ury" */
	/* Lines: what was unclear, "no theme is called 'foo': made new; close to 'food'". */
	struct buffer warnings;
	struct error error;   /* REFUSED; of ASKS: the question */
	struct choice *choices;
	size_t choice_count, choice_room;
	/* SCREEN: VIEW, CURTAIN, HELP, LEAVE, FIND, SEATS, WHY (whose reason is in `said` too). Also LEAVE
	 * with DONE: who holds the list gives it back with an event. Else COMMAND_NONE. */
	enum command screen;
	char *argument;       /* SCREEN: rest of the line; or NULL */
	/* Filled by the seat that writes the events down: */
	int64_t first, last;  /* numbers of the events, 0 when none */
	char id[ID_SIZE];     /* SEAT-SEQ of what was made, or "" */
	bool closed;          /* the session is closed after it: record.yaml is due anew; so it is
			       * when a closed one is closed again */
};

void command_result_init(struct command_result *result);
void command_result_release(struct command_result *result);

/* Reads one typed line (any bytes: it is cleaned here). Fills *out, which command_result_init() made
 * ready. Events come without seat, number, clock and time; `more` is set on each but the last. */
void command_read(struct command_result *out, const char *line, size_t len,
	const struct context *context);

/* A script's line: an optional [time] and the rest. */
struct script_line {
	bool has_time;
	int64_t at;
	const char *rest; /* inside the line */
};
/* `previous` is the time of this seat's last event (header apart), NO_TIME when it has none: the
 * day comes from it, at first from the agenda's date. False with the reason: a bad time, or one
 * before `previous`. Comments (//) and blank lines have no time and an empty rest. */
bool script_line_read(struct script_line *out, const char *line, const struct agenda *agenda,
	int64_t previous, struct error *error);

/* WHEN of due dates (contract §4), counted from the day `from`. */
bool due_read(const char *text, struct date from, struct date *out);

/* Expands abbreviations whose word ends in text[0..len); true when something changed. With
 * `at` (a byte place after a word end, or SIZE_MAX for all words) only the word that ends there. */
bool abbreviations_expand(struct buffer *text, const struct session *session, size_t at);

/* Completion at the cursor of an entry line: after # themes, @ people, / commands and their
 * arguments (people, themes, items, notes, kinds …). */
struct completion {
	char *insert; /* replaces line[start..cursor) */
	char *label;  /* what it is: "1 Decision-cycle speed" */
};
struct completions {
	size_t start;
	struct completion items[6];
	size_t count;
};
void completions_find(struct completions *out, const char *line, size_t cursor,
	const struct context *context);
void completions_release(struct completions *c);

/* Themes whose keywords stand in the line being typed and that it does not have yet, best first. */
size_t themes_suggested(const char *line, size_t len, const struct session *session, size_t *out,
	size_t most);

/* What to put into the entry line to edit that note again: its text with @id and its mark, but not
 * the tags that ended it. `/edit ID` before it does the edit: a mark sets the kind, tags at the end
 * are added to those that are there, and one that is not typed again stays. */
void note_as_typed(struct buffer *out, const struct session *session, size_t note);

#endif
