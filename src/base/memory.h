/* SPDX-License-Identifier: MIT */
/* memory.h - the one allocator.
 *
 * Purpose     Memory that is there or the program ends in order: every size is checked for
 *             overflow, and when there is none left the last wish runs (the journal finishes
 *             its line), one clear message is printed and the program exits with status 3.
 * Knows       nothing.
 * Owns        nothing; what it returns is the caller's, given back with free().
 * Start at    mem_new().
 */
#ifndef BASE_MEMORY_H
#define BASE_MEMORY_H

#include <stdbool.h>
#include <stddef.h>

/* Zeroed room for `count` things of `size` bytes. Never NULL; free() it. */
void *mem_new(size_t count, size_t size);

/* Room for at least *size bytes, which becomes what there is, made of huge pages where the machine has
 * them: taking mebibytes page by page costs more than reading the log that fills them. Not zeroed;
 * free() it. */
enum { MEM_LARGE = 1 << 21 }; /* below this it is not worth it */
void *mem_large(size_t *size);

/* `old` (or NULL) moved to room for `count` things of `size` bytes; what is new is not zeroed. */
void *mem_resize(void *old, size_t count, size_t size);

/* Room for one more in a growable array: `items` holds `count` things of `size` bytes, in room
 * for `*room`. Returns where the array now is, with items[count] usable and zeroed:
 *	list = array_room(list, count, &room, sizeof *list);
 *	list[count++] = thing; */
void *array_room(void *items, size_t count, size_t *room, size_t size);

/* A copy of the text, or of its first `len` bytes with a NUL after them; free() it.
 * mem_text(NULL) is NULL. */
char *mem_text(const char *text);
char *mem_text_of(const char *bytes, size_t len);

/* Puts a copy of `text` (which may be NULL) in the place of *slot, which is freed. */
void mem_replace(char **slot, const char *text);

/* The same end, for when a library says that it has no memory. Does not return. */
_Noreturn void mem_out(void);

/* What runs once when memory is out, before the program exits. NULL: nothing. */
void mem_last_wish(void (*wish)(void *), void *argument);

/* True when both are NULL or both hold the same text. */
bool same_text(const char *a, const char *b);

#endif
