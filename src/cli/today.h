/* SPDX-License-Identifier: MIT */
/* today.h - the date by the machine's clock and zone. Private to src/cli. */
#ifndef CLI_TODAY_H
#define CLI_TODAY_H

#include "agenda/agenda.h"

/* What an agenda without a date gets. */
struct date today_here(void);
/* The moment it is now. */
int64_t moment_now(void);

#endif
