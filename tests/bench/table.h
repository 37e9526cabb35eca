/* SPDX-License-Identifier: MIT */
/* table.h - what was measured, as a table and as JSON.
 *
 * Purpose     One row a figure: ours, the floor's, and the ratio where there is a floor. A row may
 *             have a limit it must keep and one that is aimed at; the table says `short` where the
 *             first is passed, and nothing fails by it. A row that could not be measured says why.
 * Start at    table_add(), table_print().
 */
#ifndef TESTS_BENCH_TABLE_H
#define TESTS_BENCH_TABLE_H

#include <stdbool.h>

/* At most `times` the floor and `plus`, in the row's unit; not `set`: no limit. */
struct limit {
	double times, plus;
	bool set;
};

#define NO_LIMIT ((struct limit){.set = false})
#define TIMES(n) ((struct limit){.times = (n), .set = true})
#define TIMES_PLUS(n, more) ((struct limit){.times = (n), .plus = (more), .set = true})
#define AT_MOST(n) ((struct limit){.plus = (n), .set = true})

struct row {
	const char *what, *where, *against, *unit; /* literals: the table keeps them */
	double ours, floor;                        /* floor 0: there is none */
	struct limit must, aim;
	const char *left_out; /* why it was not measured, or NULL */
};

/* What the table says above its rows. */
struct heading {
	const char *processor;
	long cores, rounds, keys, few, many, usual;
};

/* The rows added from now on belong to this group. */
void table_begin(const char *group);
/* Takes the row. A figure that can be no figure (not finite, below zero, a floor of zero where a
 * floor is named) ends the bench: what measured it is broken. */
void table_add(struct row row);
/* Takes a row that could not be measured. */
void table_leave_out(const char *what, const char *why);
/* How many rows there are. */
int table_count(void);
/* Was a row of the present group left out? */
bool table_left_out(void);
void table_print(const struct heading *h);
/* False when the file cannot be written. */
bool table_json(const char *path, const struct heading *h);

#endif
