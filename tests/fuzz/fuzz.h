/* SPDX-License-Identifier: MIT */
/* fuzz.h - what every fuzz target shares.
 *
 * Purpose     One target a file: any bytes go in, and what must hold of every answer is said with
 *             MUST(), which stays on in a release. Under clang libFuzzer drives the targets; under
 *             any other compiler driver.c does, with the kept corpus and changes of its own to it.
 * Invariants  A target keeps nothing from one input to the next: each can be run again alone.
 */
#ifndef TESTS_FUZZ_FUZZ_H
#define TESTS_FUZZ_FUZZ_H

#include <stddef.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

/* The names are libFuzzer's. */
int LLVMFuzzerInitialize(int *argc, char ***argv);
int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len);

#define MUST(what) ((what) ? (void)0 : must_fail(__FILE__, __LINE__, #what))

_Noreturn static inline void must_fail(const char *file, int line, const char *what)
{
	fprintf(stderr, "%s:%d: does not hold: %s\n", file, line, what);
	abort();
}

/* Numbers and choices taken from the front of the input; zeroes when there is no more. */
struct input {
	const uint8_t *bytes;
	size_t len;
};

static inline unsigned take_byte(struct input *in)
{
	if (!in->len)
		return 0;
	in->len--;
	return *in->bytes++;
}

/* The bytes up to a newline or the end, which is passed over. */
static inline struct input take_until_newline(struct input *in)
{
	struct input line = {in->bytes, 0};

	while (line.len < in->len && in->bytes[line.len] != '\n')
		line.len++;
	size_t taken = line.len + (line.len < in->len);
	in->bytes += taken;
	in->len -= taken;
	return line;
}

#endif
