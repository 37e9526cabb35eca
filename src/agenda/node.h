/* SPDX-License-Identifier: MIT */
/* node.h - a YAML file as a small tree in which every node knows its place.
 *
 * Purpose     Reads through libyaml's events, so that what we never want is refused as it comes:
 *             anchors, aliases, tags, directives, second documents, keys given twice, merge keys,
 *             control characters, nesting over DEPTH_MOST. Texts leave it clean.
 * Knows       nothing of agendas. Private to src/agenda.
 * Owns        its nodes; document_release() gives them all back. File names are borrowed.
 * Invariants  Children stand in file order. A node is BAD when what is wrong with it has been
 *             said already.
 * Start at    document_read().
 */
#ifndef AGENDA_NODE_H
#define AGENDA_NODE_H

#include <stdbool.h>
#include <stddef.h>

#include "base/problem.h"

enum { DEPTH_MOST = 16, AGENDA_BYTES_MOST = 256 * 1024 };

enum node_kind { NODE_TEXT, NODE_LIST, NODE_MAPPING, NODE_EMPTY, NODE_BAD };

struct node {
	enum node_kind kind;
	struct place place;
	const char *name;       /* for messages: its key, or that of the list it is in */
	bool in_list;
	char *key;              /* in a mapping; NULL elsewhere */
	struct place key_place;
	bool ignored;           /* its key was refused */
	char *text;             /* of a TEXT: clean, no space at its ends */
	size_t count;           /* of children */
	struct node *first, *last, *next;
};

/* All zero is empty. */
struct document {
	struct node **nodes;
	size_t count, room;
	struct node *root;
};

/* Reads the one document in the bytes. False when the tree is not whole, so that nothing can be
 * said about what it lacks; otherwise what was wrong was noted and left out. `file` is borrowed. */
bool document_read(struct document *d, const char *bytes, size_t len, const char *file,
	struct problems *problems);
void document_release(struct document *d);

/* True for text with a control character other than tab, newline and carriage return. */
bool has_control(const char *bytes, size_t len);
/* The bytes as a clean text without space at its ends; free() it. */
char *clean_text(const char *bytes, size_t len);

#endif
