/* SPDX-License-Identifier: MIT */
/* when.h - dates, zones and durations as text and as numbers.
 *
 * Purpose     Moments are milliseconds since 1970 in UTC (int64_t); spans are milliseconds.
 *             Nothing here reads a clock.
 * Knows       the machine's zone database, through the C library (TZ is set and put back inside
 *             each call; call from one thread only).
 * Start at    zone_civil(), duration_read().
 */
#ifndef BASE_WHEN_H
#define BASE_WHEN_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

#define MS_SECOND INT64_C(1000)
#define MS_MINUTE INT64_C(60000)
#define MS_HOUR INT64_C(3600000)
#define MS_DAY INT64_C(86400000)
#define NO_TIME INT64_MIN

/* A day of the calendar; year 1..9999. */
struct date {
	int year;
	int month; /* 1..12 */
	int day;   /* 1..31 */
};

/* A moment as a clock in some zone shows it. */
struct civil {
	struct date date;
	int hour, minute, second, ms;
	int offset; /* seconds east of UTC */
};

/* Days since 1970-01-01 and back (proleptic Gregorian). */
int64_t date_days(struct date d);
struct date date_of_days(int64_t days);
/* 0 Sunday .. 6 Saturday. */
int date_weekday(struct date d);
bool date_is_real(struct date d);
/* The last day of the month. */
int date_month_days(int year, int month);
/* `months` later, on the same day or the month's last. */
struct date date_add_months(struct date d, int months);
/* Reads exactly YYYY-MM-DD of a real day. */
bool date_read(const char *text, struct date *out);
void date_write(struct buffer *out, struct date d);

/* True for an IANA zone that the machine knows (UTC always). */
bool zone_is_known(const char *zone);
/* The machine's zone by name ("UTC" when it cannot be told); free() it. */
char *zone_of_machine(void);
/* What a clock in the zone shows at that moment. */
struct civil zone_civil(const char *zone, int64_t ms);
/* The moment at which a clock in the zone shows that date and time of day (ms since midnight);
 * a time that the clock skips is taken after the gap, one it shows twice is the first. */
int64_t zone_moment(const char *zone, struct date date, int64_t time_of_day);

/* "2026-04-16T14:03:22.120Z", and back (milliseconds may be absent; Z or ±HH:MM required). */
void moment_write(struct buffer *out, int64_t ms);
bool moment_read(const char *text, int64_t *out);

/* 10:03 or 10:03:20 as ms since midnight; hours 0..23, the hour may have one digit. */
bool time_of_day_read(const char *text, int64_t *out);

/* 90s, 3m, 1h30m, 2h5m10s; a bare number is minutes. 1 s to 100 h; nothing around it. */
bool duration_read(const char *text, int64_t *out);
/* A span as a clock shows it, M:SS or H:MM:SS; 1 s to 100 h. */
bool clock_read(const char *text, int64_t *out);
/* The same form back, shortest: 3m, 90s as 1m30s. */
void duration_write(struct buffer *out, int64_t ms);
/* As a clock shows it: 1:48, 0:05, 1:02:03; negative with a minus before. */
void clock_write(struct buffer *out, int64_t ms);

#endif
