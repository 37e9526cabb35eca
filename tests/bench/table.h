/* SPDX-License-Identifier: MIT */
/* table.h - what was measured, as a table and as JSON.
 *
 * Purpose     One row a figure: ours, the floor's, and the ratio where there is a floor. A row may
 *             have a limit; the table says `short` where it is passed, and nothing fails by it.
 * Start at    table_add(), table_print().
 */
#ifndef TESTS_BENCH_TABLE_H
#define TESTS_BENCH_TABLE_H

#include <stdbool.h>

struct row {
	const char *what, *size, *against, *unit;
	double ours, floor; /* floor 0: there is none */
	double must;        /* of the ratio, or of ours when there is no floor; 0: no limit */
};

void table_add(struct row row);
void table_print(long cores, long rounds, long keys, long notes);
/* False when the file cannot be written. */
bool table_json(const char *path, long cores, long rounds, long keys, long notes);

#endif
