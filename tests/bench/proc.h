/* SPDX-License-Identifier: MIT */
/* proc.h - what the system says of a process that runs.
 *
 * Purpose     Processor time, memory and wake-ups of a program under measure.
 * Start at    proc_processor().
 */
#ifndef TESTS_BENCH_PROC_H
#define TESTS_BENCH_PROC_H

#include <stdbool.h>
#include <stdint.h>
#include <sys/types.h>

/* Processor time of all threads, in ns; 0 when it is gone. */
int64_t proc_processor(pid_t pid);
/* How often its threads have gone to sleep, which is how often they were woken. */
long proc_sleeps(pid_t pid);
/* Are all its threads asleep? */
bool proc_asleep(pid_t pid);
/* The machine's processor by name. Not to be freed. */
const char *proc_model(void);

#endif
