/* SPDX-License-Identifier: MIT */
/* cases.h - what every table of unit tests includes: cmocka with the headers it wants before it. */
#ifndef TESTS_UNIT_CASES_H
#define TESTS_UNIT_CASES_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>

#include <cmocka.h>

/* Runs `run` once for each row of `rows` (an array of structs that begin with `const char *name`),
 * as one named cmocka test a row; the row is *state. Ends main(). */
#define CASES_MAIN(rows, run)                                                                      \
	int main(void)                                                                             \
	{                                                                                          \
		enum { COUNT = sizeof rows / sizeof *rows };                                       \
		static struct CMUnitTest tests[COUNT];                                             \
		for (size_t i = 0; i < COUNT; i++)                                                 \
			tests[i] = (struct CMUnitTest){rows[i].name, run, NULL, NULL,              \
				(void *)(uintptr_t)&rows[i]};                                      \
		return cmocka_run_group_tests(tests, NULL, NULL);                                  \
	}

#endif
