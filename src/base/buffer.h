/* SPDX-License-Identifier: MIT */
/* buffer.h - bytes that grow.
 *
 * Purpose     Text put together piece by piece, of any size, without a fixed array.
 * Knows       nothing of what the bytes mean; they may hold NUL.
 * Owns        bytes; buffer_release() gives them back, buffer_take() hands them over.
 * Invariants  bytes[len] is NUL, also in an empty buffer (`bytes` is never NULL after init).
 * Start at    buffer_init(), buffer_text(), buffer_format().
 */
#ifndef BASE_BUFFER_H
#define BASE_BUFFER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct buffer {
	char *bytes;
	size_t len;
	size_t room;
};

/* The empty buffer, for declarations: struct buffer b = BUFFER_EMPTY; needs no init. */
extern char buffer_nothing[1];
#define BUFFER_EMPTY {buffer_nothing, 0, 0}

void buffer_init(struct buffer *b);
void buffer_release(struct buffer *b);
/* Empties it and keeps its room. */
void buffer_reset(struct buffer *b);
/* Cuts it to `len` bytes, which must be no more than it has. */
void buffer_cut(struct buffer *b, size_t len);

void buffer_bytes(struct buffer *b, const void *bytes, size_t len);
void buffer_text(struct buffer *b, const char *text);
void buffer_char(struct buffer *b, char c);
/* Adds the number in decimal digits. */
void buffer_number(struct buffer *b, int64_t number);
void buffer_format(struct buffer *b, const char *format, ...);
/* Cuts an unfinished line off its end, but no byte before `start`. */
void buffer_cut_line(struct buffer *b, size_t start);
bool buffer_same(const struct buffer *a, const struct buffer *b);
bool buffer_starts_with(const struct buffer *b, const struct buffer *beginning);
/* Puts `len` bytes in at `at`, or takes `len` bytes out there. */
void buffer_insert(struct buffer *b, size_t at, const void *bytes, size_t len);
void buffer_remove(struct buffer *b, size_t at, size_t len);

/* The bytes, now the caller's to free(); the buffer is empty again. */
char *buffer_take(struct buffer *b);

/* Room for `len` bytes after those that are there, to be filled by the caller, who then says with
 * buffer_grew() how many were. */
char *buffer_room(struct buffer *b, size_t len);
void buffer_grew(struct buffer *b, size_t len);

#endif
