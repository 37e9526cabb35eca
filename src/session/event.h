/* SPDX-License-Identifier: MIT */
/* event.h - something that happened, as plain data.
 *
 * Purpose     One event with its number, its time and its fields, in the order in which they stand
 *             on its line; what the catalogue (events.def, fields.def) knows of it.
 * Knows       no files and no session.
 * Owns        its fields and their texts.
 * Start at    event_new(), event_set_text(), event_text().
 */
#ifndef SESSION_EVENT_H
#define SESSION_EVENT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/buffer.h"
#include "base/problem.h"

enum { NAME_SIZE = 33, ID_SIZE = 64 }; /* a seat or an id with its NUL; SEAT-SEQ with its NUL */

enum event_kind {
#define EVENT(ident, name, properties, required, optional, help) EVENT_##ident,
#include "session/events.def"
#undef EVENT
	EVENT_KINDS,
	EVENT_UNKNOWN = EVENT_KINDS
};

enum event_property {
	PLAIN = 0,
	MOVES_CLOCK = 1, /* contract §3, Time */
	NEVER_VOID = 2,  /* carries typed words, or gives the floor */
	TAKES_LIST = 4,  /* a facilitator's seat that does it takes a list and floor that nobody holds */
	RECOUNTS = 8,    /* changes what earlier notes count for */
	SAYS_RULE = 16,  /* carries typed words, and so the rule under which they were typed */
	SAYS_OTHER_RULE = 32 /* adds to a note, and says a rule that is not the meeting's */
};

enum field {
#define FIELD(ident, name, type, help) FIELD_##ident,
#include "session/fields.def"
#undef FIELD
	FIELDS,
	FIELD_UNKNOWN = FIELDS
};

enum value_type { VALUE_TEXT, VALUE_NUMBER, VALUE_TRUTH, VALUE_LIST, VALUE_NUMBERS, VALUE_SEEN };

struct value {
	enum value_type type;
	int64_t number;   /* NUMBER; TRUTH: 0 or 1 */
	char *text;       /* TEXT */
	char **texts;     /* LIST; SEEN: the names */
	int64_t *numbers; /* NUMBERS; SEEN: the numbers */
	size_t count;     /* of texts or numbers */
};

struct field_value {
	enum field field;
	char *name; /* of an unknown field, else NULL */
	struct value value;
};

struct event {
	char seat[NAME_SIZE]; /* not on the line: the file says it */
	int64_t seq;
	int64_t clock; /* hybrid logical clock, ms */
	int64_t at;    /* ms UTC */
	enum event_kind kind;
	char *unknown; /* its `do` when the kind is EVENT_UNKNOWN, else NULL */
	struct field_value *fields;
	size_t count, room;
	bool lasting; /* unpacked from a history: its texts stay as long as that (packed.h) */
};

struct event_info {
	const char *name;
	unsigned properties; /* of enum event_property */
	const char *required; /* names of fields, by spaces */
	const char *optional;
	const char *help;
};

struct field_info {
	const char *name;
	enum value_type type;
	const char *help;
};

extern const struct event_info event_table[EVENT_KINDS];
extern const struct field_info field_table[FIELDS];

/* False for an event of an unknown kind. */
static inline bool event_has(enum event_kind kind, enum event_property property)
{
	return kind != EVENT_UNKNOWN && event_table[kind].properties & property;
}

/* EVENT_UNKNOWN / FIELD_UNKNOWN when there is none of that name. */
enum event_kind event_kind_named(const char *name);
enum field field_named(const char *name);
/* The same of the `len` bytes at `name`. */
enum event_kind event_kind_of(const char *name, size_t len);
enum field field_of(const char *name, size_t len);

/* The fields that an event of that kind needs, a bit each: UINT64_C(1) << field. */
uint64_t event_required(enum event_kind kind);

struct event *event_new(enum event_kind kind);
void event_free(struct event *e);
struct event *event_copy(const struct event *e);

/* Each replaces the field when it is there, else adds it at the end. Texts are copied. A NULL text
 * or an empty list adds nothing. */
void event_set_text(struct event *e, enum field field, const char *text);
void event_set_number(struct event *e, enum field field, int64_t number);
void event_set_true(struct event *e, enum field field);
void event_add_to_list(struct event *e, enum field field, const char *text);
void event_add_number(struct event *e, enum field field, int64_t number);
void event_set_seen(struct event *e, const char *seat, int64_t seq);
/* Frees what the value owns and empties it. */
void value_release(struct value *v);
/* A field as read from a line: takes over `value` (and `name`, for an unknown field). */
void event_take_field(struct event *e, enum field field, char *name, struct value value);

/* Borrowed; NULL / `otherwise` / false when the field is absent or of another type. */
const struct value *event_value(const struct event *e, enum field field);
const char *event_text(const struct event *e, enum field field);
int64_t event_number(const struct event *e, enum field field, int64_t otherwise);
bool event_truth(const struct event *e, enum field field);

/* SEAT-SEQ, which is what the thing it makes is called. */
void event_id(const struct event *e, char out[ID_SIZE]);

/* True when all required fields are there and every known field is of its type: what the fold
 * needs. Unknown events and unknown fields are let through. */
bool event_is_usable(const struct event *e, struct error *error);
/* The same, and no known field is there that the catalogue does not allow: what we write. */
bool event_is_sound(const struct event *e, struct error *error);

/* The order of the fold: clock, seat, seq. <0, 0, >0. */
int event_compare(const struct event *a, const struct event *b);

#endif
