/* SPDX-License-Identifier: MIT */
/* schema.h - which keys a mapping may have, and how the value of each is taken.
 *
 * Purpose     One table a mapping, one row a key. Unknown keys name the nearest known one,
 *             missing ones are named, and each value is checked where it stands.
 * Knows       nodes and problems. Private to src/agenda.
 * Owns        a reader owns what it notes on the way (places, references, ids), until
 *             reader_release().
 * Start at    schema_read(); the tables stand in read_agenda.c, read_list.c, read_plan.c, read_people.c.
 */
#ifndef AGENDA_SCHEMA_H
#define AGENDA_SCHEMA_H

#include "agenda/agenda.h"
#include "agenda/node.h"
#include "base/word_list.h"

/* The ids of one kind of thing, and where each stands. */
struct ids {
	const char *what; /* "participant" */
	struct map by_id;
	struct place *places;
	size_t count, room;
};

enum reference_kind { TO_PARENT, TO_PRIORITY, TO_LEAD, TO_THEME };

/* A word that names something which may stand further down. */
struct reference {
	enum reference_kind kind;
	size_t owner; /* index of the theme or item that refers */
	const struct node *node;
};

struct places {
	struct place *items;
	size_t count, room;
};

struct reader {
	struct agenda *agenda;
	const char *path;
	struct problems problems;
	bool is_session;   /* reads what agenda_write() wrote */
	struct date today;
	struct ids priorities, themes, items, persons;
	struct reference *references;
	size_t reference_count, reference_room;
	struct places item_minutes;  /* where the minutes of item N stand */
	struct places person_names;
	struct places theme_starts;
	const struct node *from;     /* participants-from */
	const struct node *balance;  /* list.balance-by */
	bool people_broken; /* some participants could not be read: no more is said of it */
	struct people named;         /* session: who people/agenda.yaml says they are */
};

void reader_init(struct reader *r, struct agenda *agenda, const char *path, bool is_session);
void reader_release(struct reader *r);
/* Orders what was noted, hands it on to `out` and says whether there was no error. */
bool reader_end(struct reader *r, struct problems *out);
/* True while it is worth looking for what somebody may have meant. */
bool reader_may_guess(const struct reader *r);

void places_add(struct places *places, struct place place);
void ids_release(struct ids *ids);

enum shape { SHAPE_TEXT, SHAPE_LIST, SHAPE_MAPPING, SHAPE_ANY };
enum use { IN_BOTH, IN_AGENDA, IN_SESSION };
/* An unavailable key is known and its taker refuses it: no other key is taken for it. */
enum need { OPTIONAL, REQUIRED, UNAVAILABLE };

/* Takes the value into `slot`; it has the shape its row asks for. */
typedef void take_value(struct reader *r, const struct node *node, void *slot);

struct key {
	const char *name;
	enum shape shape;
	enum use use;
	enum need need;
	size_t offset; /* of the slot in what is read */
	take_value *take;
};

struct schema {
	const char *what; /* "an item" */
	const struct key *keys;
	size_t count;
};

#define SCHEMA(what, keys)                                                                         \
	{                                                                                          \
		what, keys, sizeof(keys) / sizeof *(keys)                                          \
	}

/* Reads the mapping into `into`, key by key in file order. */
void schema_read(struct reader *r, const struct node *mapping, const struct schema *schema,
	void *into);
/* Says that the node has not that shape, unless it has. */
bool has_shape(struct reader *r, const struct node *node, enum shape shape);
/* The next child from `node` on whose key stands; NULL. */
const struct node *node_valid(const struct node *node);

/* Takers for the rows. */
take_value take_text;          /* char * */
take_value take_truth;         /* bool */
take_value take_duration;      /* int64_t ms */
take_value take_rule;          /* enum rule */
take_value take_role;          /* enum role */

/* A whole number in that range; false, said, when it is none. */
bool node_number(struct reader *r, const struct node *node, int64_t least, int64_t most, int *out);
bool node_duration(struct reader *r, const struct node *node, int64_t *out);
/* One of the words; SIZE_MAX, said, when it is none of them. */
size_t node_word(struct reader *r, const struct node *node, word_list *list);
/* A list of texts, none of them empty. */
void node_texts(struct reader *r, const struct node *list, char ***texts, size_t *count);

/* An id of that kind, free and of the right form; returns it, the caller's to free, and notes it
 * as that of thing number `index`; NULL, said, when it is not. `reserved`: typed words are barred.
 */
char *id_take(struct reader *r, const char *text, struct place at, struct ids *ids, size_t index,
	bool reserved);

/* Notes a reference to be resolved when all is read. */
void reference_add(struct reader *r, enum reference_kind kind, size_t owner,
	const struct node *node);

#endif
