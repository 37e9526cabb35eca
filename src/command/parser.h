/* SPDX-License-Identifier: MIT */
/* parser.h - one typed line while it is parsed.
 *
 * Purpose     What the handlers of commands share: the line cut into words, names and notes
 *             resolved, events made, and one-line ways to refuse, to ask and to say.
 * Knows       the session as it is; changes nothing but the result. Private to src/command.
 * Owns        the cleaned line and its words; words_release().
 * Invariants  a handler returns true when its events are all there; false when it has set
 *             another answer (refuse, nothing, asks).
 * Start at    words_cut(), take_person(), event_made(), refuse().
 */
#ifndef COMMAND_PARSER_H
#define COMMAND_PARSER_H

#include "command/command.h"

/* One argument: raw at line[start..end), text without its quotes. */
struct word {
	size_t start, end;
	char *text;
	bool quoted;
	bool comma; /* a comma comes after it */
};

struct parser {
	const struct context *context;
	const struct session *session;
	struct command_result *result;
	struct buffer line; /* clean, without spaces at the ends */
	enum command command;
	struct word *words; /* the arguments */
	size_t count, room;
	size_t next; /* the first word not taken yet */
	/* How confidential the line is: the strictest rule of the item in which it was typed and of
	 * every note that it names, and whether it or one of those notes is off the record.
	 * parser.c writes both into each event that can carry them. */
	enum rule rule;
	bool off;
	int unknown_names; /* how many an @ has called for */
};

typedef bool command_handler(struct parser *r);

/* Every row of commands.def has its handler: handle_NEXT() and so on. */
#define COMMAND(ident, name, aliases, keys, arguments, completion, group, who, help)              \
	command_handler handle_##ident;
#include "command/commands.def"
#undef COMMAND

/* parser.c: ways to answer. Each returns false, so that not doing it is one line. */
bool refuse(struct parser *r, const char *format, ...);
/* Nothing changes, and that is well. */
bool nothing(struct parser *r, const char *format, ...);
/* A question; choices are added with choice(). A script is refused with its text. */
bool asks(struct parser *r, const char *format, ...);
void choice(struct parser *r, char key, const char *label, const char *line);
/* Adds a line of warning; what was typed is kept all the same. */
void add_warning(struct parser *r, const char *format, ...);
/* Adds to the acknowledgement; returns true. */
bool say(struct parser *r, const char *format, ...);
/* Asks whether it is really meant; the choice is the line with `really` put in at `at`. */
bool asks_really(struct parser *r, size_t at, const char *format, ...);
/* A new event at the end of the result, which owns it. */
struct event *event_made(struct parser *r, enum event_kind kind);
/* Gives the id of the event that is made next: SEAT-SEQ. */
void next_id(const struct parser *r, char out[ID_SIZE]);
/* Sets a text that was typed: each @ that names a person stands in the log as {p7} (note_tags.c).
 * A NULL text sets nothing. */
void event_set_typed(struct parser *r, struct event *e, enum field field, const char *text);
/* A newcomer of that kind at the end of the result. */
struct newcomer *newcomer_made(struct parser *r, enum newcomer_kind kind);

/* argument_words.c: cutting. Commas part words; "…" is one word. */
void words_cut(struct parser *r, size_t from);
void words_release(struct parser *r);
bool words_left(const struct parser *r);
/* The next word is exactly that one (any case, not quoted). */
bool next_is(const struct parser *r, const char *word);
bool word_is(const struct parser *r, size_t i, const char *word);
/* Takes the next word if it is exactly that one. */
bool take_if(struct parser *r, const char *word);
/* The next word; NULL when there is none. */
const struct word *take_word(struct parser *r);
/* The rest of the line from the next word on, as typed; "" when none. All words are then taken. */
const char *take_rest(struct parser *r);
/* False, refused, when words are left that nobody expected. */
bool no_more(struct parser *r);
/* The word in small ASCII letters equals `word`. */
bool same_word(const char *a, const char *b);
/* "1st", "2nd", … */
void ordinal_write(struct buffer *out, size_t n);

/* names.c: persons. */
struct standing standing_of(const struct context *context);
/* NAME: the longest run of words that fits somebody. An attendee; NONE, refused or asked. */
size_t take_person(struct parser *r);
/* One or more names, by commas or spaces, to the end. The list is the caller's to free(). */
bool take_people(struct parser *r, size_t **out, size_t *count);
/* The attendee of the person of that index in people; NONE. */
size_t attendee_of(const struct parser *r, size_t person);
/* How that attendee is called in what is said, and how people type it. */
const char *called(const struct parser *r, size_t attendee);
const char *typed_id(const struct parser *r, size_t attendee);
const char *number_of(const struct parser *r, size_t attendee);
/* The nearest word that names somebody; NULL. Borrowed from people. */
const char *person_nearest(const struct parser *r, const char *word);

/* notes.c: notes and action points named in arguments. Each function that names one tightens the
 * line's confidentiality to that of the note. */
void tighten(struct parser *r, size_t note);
enum { LAST_NOTE, LAST_PLAIN, LAST_ACTION, LAST_ANY /* dropped ones too */ };
/* NOTE or ACTION; NONE, refused. `which` says what `last` means and what is accepted. */
size_t take_note(struct parser *r, int which);
/* NOTE or A..B: the notes, in the order of the stream; the caller's to free(). */
bool take_notes(struct parser *r, size_t **out, size_t *count);
/* The last standing note of this seat; NONE. */
size_t own_last(const struct parser *r, int which);

/* theme.c: themes named in lines and arguments. */
enum theme_found { THEME_KNOWN, THEME_MADE, THEME_UNCLEAR, THEME_TEXT };
/* Resolves #word: an id is added to *id (borrowed from the session or the result's event). A new
 * theme is made in the result when `make`. */
enum theme_found theme_read(
	struct parser *r, const char *word, size_t len, bool make, const char **id);
/* THEME of a command, with or without #: its root; NONE, refused. */
size_t take_theme(struct parser *r);
int lowest_free_digit(const struct parser *r);

/* marks.c: what a line begins with. */
struct mark {
	bool action;
	bool has_kind;
	enum note_kind kind;
	bool off;
	bool uncertain;    /* off only because a ~ stands before the first word */
	bool continues;   /* … or ...: goes on with this seat's last note */
	bool literal;     /* \: the first word is text whatever it is */
	const char *rest; /* inside the text given */
	const char *unknown_kind; /* word after a : that names no kind, inside the text; NULL */
	size_t unknown_len;
};
/* The marks of a text. `whole_line`: dots at its beginning continue the last note. A ~ anywhere
 * among the marks, or before the first word, takes the line off the record: when in doubt it is
 * off. After a \ all is text. */
struct mark mark_scan(const char *text, bool whole_line);
/* As mark_scan(), and tells warnings; sets r->off when the line is off the record. */
struct mark mark_read(struct parser *r, const char *text, bool whole_line);

/* off_record.c: a tilde before the first word of what the marks have left; one that stands alone among
 * the words, where it does not count. */
bool off_before_words(const char *text);
bool off_among_words(const char *text);
/* Takes the line off the record when a tilde begins the text: a label, a title, a text corrected or
 * expanded. */
void off_by_label(struct parser *r, const char *text);

/* person_tag.c: the word of a tag, and whom the word after an @ names. */
struct person_tag {
	enum found found;
	const char *word;   /* inside the text, without quotation marks */
	size_t word_len;
	size_t len;         /* bytes of the tag after its sign; 0: there is no word */
	const char *number; /* FOUND_ONE; borrowed from people */
	size_t who;         /* attendee; NONE for one who is not in the room (any more) */
	size_t first, second; /* indexes in people */
};
/* How many bytes the word of a tag takes: word characters of one way of writing, and what joins them. */
size_t tag_word_len(const char *text);
/* Reads the name after an @: a word, the longest run of words that is a whole name, or a name in
 * quotation marks. False when it names nobody, or several. */
bool person_tag_read(struct parser *r, const char *text, struct person_tag *tag);
/* Tells that the name is kept as text, and why. */
void person_tag_warn(struct parser *r, const struct person_tag *tag);

/* note_tags.c: a note's text with its tags. */
struct tagged {
	struct buffer text;
	char **themes; /* ids */
	size_t theme_count, theme_room;
	size_t *people; /* every @, in order, each once */
	size_t people_count, people_room;
	size_t first;    /* the first @ of the line; NONE */
	size_t trailing; /* the first @ among the tags that end it; NONE */
	char due[11];
	bool has_priority;
	enum priority_level priority;
};
/* Reads text with its tags: `action` for due:, pri: and owners, `literal` for a first word that is
 * text. */
void tagged_read(
	struct parser *r, struct tagged *out, const char *text, bool action, bool literal);
void tagged_release(struct tagged *t);
/* Adds a mention of the person to a text that is being put together; when it is whole,
 * mentions_settle() makes {p7} of it, and sees to it that a {p7} that was typed is none. */
void mention_write(struct buffer *out, const char *number);
void mentions_settle(struct buffer *text);
/* Adds the text as a log holds it: each @ that names a person becomes {p7}; nothing else changes. */
void mentions_read(struct parser *r, struct buffer *out, const char *text);
/* Writes the note anew with its tags, as /edit and … do; `mark` (or NULL) says its kind. */
bool revise(struct parser *r, size_t note, const struct tagged *tagged, const struct mark *mark);
/* Adds " #a #b". */
void say_themes(struct parser *r, char *const *themes, size_t count);

/* note.c */
bool read_note(struct parser *r);
/* The item that ran when the line's first key was struck; NONE. */
size_t item_then(const struct parser *r);
/* The event of a new action point from its tagged text. */
struct event *action_made(struct parser *r, const struct tagged *tagged);

/* action.c: says that a change undoes what the room confirmed, if it did. */
void warn_confirmed(struct parser *r, size_t note);

/* request.c: what may follow a name. */
enum { WITH_KIND = 1, WITH_GROUP = 2, WITH_ABOUT = 4, WITH_REALLY = 8 };
struct request {
	bool has_kind;
	enum list_kind kind; /* STATEMENT unless said */
	char *group;         /* d-number; the request owns it */
	char *about;
	bool really;
	size_t really_at; /* where `really` would be put into the line */
};
/* Reads the options of `with` to the end of the line. False, refused. */
bool request_read(struct parser *r, struct request *out, int with);
void request_release(struct request *q);

/* floor.c: giving the floor. */
struct grant {
	size_t who; /* NONE: somebody */
	enum list_kind kind;
	const char *group, *about;
	const char *to; /* id of the speech */
	bool from_list; /* who waited for it: rights of reply were asked about then */
	bool by_next;   /* /next: an interrupter that runs ends */
	const char *reason; /* why they come before others; or NULL */
};
bool give_floor(struct parser *r, const struct grant *grant, bool really, size_t really_at);
/* The id of the speech that a reply or question asked now is about; NULL. */
const char *speech_in_question(const struct parser *r);
/* Adds the text and the time as 4:05. */
void say_clock(struct parser *r, const char *before, int64_t ms);
/* The first waiting entry of that attendee; NONE. */
size_t first_waiting(const struct session *s, size_t who);

/* budget.c: adds what is left of the budget of the delegation for which that attendee speaks, once
 * it has used some of it. */
void say_budget(struct parser *r, size_t who, const char *group);

/* drift.c: adds when the meeting ends, and how late, once the change is made. */
void say_end(struct parser *r, int64_t change_ms);

/* tour.c */
/* Puts everybody on the list of the tour de table that begins; `waiting` says what becomes of those
 * who wait already (carry when NULL). */
void fill_tour(struct parser *r, size_t item, const char *waiting);
/* Does a tour de table run? */
bool is_on_tour(const struct session *s);
/* The place of the first who waits and is in the room; NONE. */
size_t first_in_room(const struct session *s);
/* Adds how to hear somebody whom the tour has passed over. */
void say_to_tour(struct parser *r, size_t who);

/* ids.c */
/* True for p7, d3, p-…, d-… and the words of /item: not free as ids. */
bool id_is_reserved(const char *id);
/* False, refused, for what is no id or is reserved. */
bool id_may_be_given(struct parser *r, const char *id);

#endif
