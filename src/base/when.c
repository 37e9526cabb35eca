/* SPDX-License-Identifier: MIT */
/* when.c - dates, zones and durations as text and as numbers. */
#include "base/when.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

#include "base/memory.h"
#include "base/number.h"

/* Howard Hinnant's days-from-civil arithmetic: eras of 400 years, years that begin in March. */
int64_t date_days(struct date d)
{
	int64_t y = d.year - (d.month <= 2);
	int64_t era = (y >= 0 ? y : y - 399) / 400;
	int64_t year_of_era = y - era * 400;
	int64_t day_of_year = (153 * (d.month + (d.month > 2 ? -3 : 9)) + 2) / 5 + d.day - 1;
	int64_t day_of_era = year_of_era * 365 + year_of_era / 4 - year_of_era / 100 + day_of_year;

	return era * 146097 + day_of_era - 719468;
}

struct date date_of_days(int64_t days)
{
	int64_t z = days + 719468;
	int64_t era = (z >= 0 ? z : z - 146096) / 146097;
	int64_t doe = z - era * 146097;
	int64_t yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int64_t doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int64_t mp = (5 * doy + 2) / 153;
	struct date d = {.day = (int)(doy - (153 * mp + 2) / 5 + 1),
		.month = (int)(mp < 10 ? mp + 3 : mp - 9)};

	d.year = (int)(yoe + era * 400 + (d.month <= 2));
	return d;
}

int date_weekday(struct date d)
{
	return (int)(((date_days(d) + 4) % 7 + 7) % 7);
}

int date_month_days(int year, int month)
{
	static const int days[] = {31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31};
	bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

	return month == 2 && leap ? 29 : days[month - 1];
}

bool date_is_real(struct date d)
{
	return d.year >= 1 && d.year <= 9999 && d.month >= 1 && d.month <= 12 && d.day >= 1 &&
	       d.day <= date_month_days(d.year, d.month);
}

struct date date_add_months(struct date d, int months)
{
	int count = d.year * 12 + d.month - 1 + months;
	struct date to = {.year = count / 12, .month = count % 12 + 1, .day = d.day};
	int last = date_month_days(to.year, to.month);

	if (to.day > last)
		to.day = last;
	return to;
}

/* Reads exactly `digits` digits at *text and moves past them. */
static bool fixed_number(const char **text, int digits, int *out)
{
	int value = 0;

	for (int i = 0; i < digits; i++, (*text)++) {
		if (**text < '0' || **text > '9')
			return false;
		value = value * 10 + (**text - '0');
	}
	*out = value;
	return true;
}

static bool fixed_char(const char **text, char c)
{
	if (**text != c)
		return false;
	(*text)++;
	return true;
}

static bool date_part(const char **text, struct date *d)
{
	return fixed_number(text, 4, &d->year) && fixed_char(text, '-') &&
	       fixed_number(text, 2, &d->month) && fixed_char(text, '-') &&
	       fixed_number(text, 2, &d->day) && date_is_real(*d);
}

bool date_read(const char *text, struct date *out)
{
	struct date d;

	if (!date_part(&text, &d) || *text)
		return false;
	*out = d;
	return true;
}

/* The mark and, after it, a number of `count` (at most 4) digits, 0 and up. */
static void digits_write(struct buffer *out, const char *mark, int count, int64_t number)
{
	char digits[4];

	for (int i = count; i-- > 0; number /= 10)
		digits[i] = (char)('0' + number % 10);
	buffer_text(out, mark);
	buffer_bytes(out, digits, (size_t)count);
}

void date_write(struct buffer *out, struct date d)
{
	if (d.year < 0 || d.year > 9999) {
		buffer_format(out, "%04d-%02d-%02d", d.year, d.month, d.day);
		return;
	}
	digits_write(out, "", 4, d.year);
	digits_write(out, "-", 2, d.month);
	digits_write(out, "-", 2, d.day);
}

bool zone_is_known(const char *zone)
{
	char path[256] = "/usr/share/zoneinfo/";
	size_t len = strlen(zone), head = strlen(path);

	if (strcmp(zone, "UTC") == 0)
		return true;
	if (!len || len + head >= sizeof path || zone[0] == '/' || strstr(zone, ".."))
		return false;
	if (strspn(zone, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_+-/") != len)
		return false;
	memcpy(path + head, zone, len + 1);
	char *end = path + head + len;
	if (end[-1] == '/')
		return false;
	FILE *file = fopen(path, "rb");
	char magic[4] = "";
	bool known = file && fread(magic, 1, sizeof magic, file) == sizeof magic &&
		     memcmp(magic, "TZif", sizeof magic) == 0;
	if (file)
		fclose(file);
	return known;
}

char *zone_of_machine(void)
{
	const char *tz = getenv("TZ");
	char link[PATH_MAX];

	if (tz && *tz == ':')
		tz++;
	if (tz && *tz && zone_is_known(tz))
		return mem_text(tz);
	ssize_t len = readlink("/etc/localtime", link, sizeof link - 1);
	if (len > 0) {
		link[len] = '\0';
		const char *name = strstr(link, "zoneinfo/");
		if (name && zone_is_known(name + strlen("zoneinfo/")))
			return mem_text(name + strlen("zoneinfo/"));
	}
	return mem_text("UTC");
}

/* The zone last set with tzset(); it stays set, since the agenda's is asked for again and again. */
static void zone_set(const char *zone)
{
	static char current[256] = "?";
	size_t len = strlen(zone);
	const char *tz = getenv("TZ");

	if (same_text(current, zone) && same_text(tz, zone))
		return;
	setenv("TZ", zone, 1);
	tzset();
	if (len < sizeof current)
		memcpy(current, zone, len + 1);
}

struct civil zone_civil(const char *zone, int64_t ms)
{
	int64_t seconds = ms >= 0 ? ms / 1000 : -((-ms + 999) / 1000);
	time_t when = (time_t)seconds;
	struct tm tm = {0};

	zone_set(zone);
	localtime_r(&when, &tm);
	return (struct civil){
		.date = {tm.tm_year + 1900, tm.tm_mon + 1, tm.tm_mday},
		.hour = tm.tm_hour, .minute = tm.tm_min, .second = tm.tm_sec > 59 ? 59 : tm.tm_sec,
		.ms = (int)(ms - seconds * 1000), .offset = (int)tm.tm_gmtoff};
}

int64_t zone_moment(const char *zone, struct date date, int64_t time_of_day)
{
	int64_t shown = date_days(date) * MS_DAY + time_of_day;
	/* The offset before and after whatever change the day has. */
	int64_t before = zone_civil(zone, shown - MS_DAY).offset * MS_SECOND;
	int64_t after = zone_civil(zone, shown + MS_DAY).offset * MS_SECOND;

	if (zone_civil(zone, shown - before).offset * MS_SECOND == before)
		return shown - before;
	if (zone_civil(zone, shown - after).offset * MS_SECOND == after)
		return shown - after;
	return shown - before;
}

void moment_write(struct buffer *out, int64_t ms)
{
	int64_t days = ms >= 0 ? ms / MS_DAY : -((-ms + MS_DAY - 1) / MS_DAY);
	int64_t rest = ms - days * MS_DAY;

	date_write(out, date_of_days(days));
	digits_write(out, "T", 2, rest / MS_HOUR);
	digits_write(out, ":", 2, rest / MS_MINUTE % 60);
	digits_write(out, ":", 2, rest / MS_SECOND % 60);
	digits_write(out, ".", 3, rest % 1000);
	buffer_char(out, 'Z');
}

/* HH:MM, then :SS if it is there; `digits` is how many the hour has. */
static bool clock_part(const char **text, int digits, bool seconds_needed, int64_t *out)
{
	int hour, minute, second = 0;

	if (!fixed_number(text, digits, &hour) || !fixed_char(text, ':') ||
		!fixed_number(text, 2, &minute))
		return false;
	if (**text == ':' || seconds_needed)
		if (!fixed_char(text, ':') || !fixed_number(text, 2, &second))
			return false;
	if (hour > 23 || minute > 59 || second > 59)
		return false;
	*out = hour * MS_HOUR + minute * MS_MINUTE + second * MS_SECOND;
	return true;
}

/* Z or ±HH:MM, in ms east of UTC. */
static bool offset_part(const char **text, int64_t *out)
{
	bool west = **text == '-';
	int hours, minutes;

	*out = 0;
	if (fixed_char(text, 'Z'))
		return true;
	if (!fixed_char(text, '+') && !fixed_char(text, '-'))
		return false;
	if (!fixed_number(text, 2, &hours) || !fixed_char(text, ':') ||
		!fixed_number(text, 2, &minutes) || hours > 14 || minutes > 59)
		return false;
	*out = (west ? -1 : 1) * (hours * MS_HOUR + minutes * MS_MINUTE);
	return true;
}

bool moment_read(const char *text, int64_t *out)
{
	struct date d;
	int64_t time, offset;
	int ms = 0;

	if (!date_part(&text, &d) || !fixed_char(&text, 'T') || !clock_part(&text, 2, true, &time))
		return false;
	if (fixed_char(&text, '.') && !fixed_number(&text, 3, &ms))
		return false;
	if (!offset_part(&text, &offset) || *text)
		return false;
	*out = date_days(d) * MS_DAY + time + ms - offset;
	return true;
}

bool time_of_day_read(const char *text, int64_t *out)
{
	int64_t time;

	if (!clock_part(&text, text[0] && text[1] == ':' ? 1 : 2, false, &time) || *text)
		return false;
	*out = time;
	return true;
}

/* One number and its unit; the units must come in the order h, m, s. */
static bool duration_part(const char **text, int64_t *total, int *order)
{
	static const struct {
		char unit;
		int64_t ms;
	} units[] = {{'h', MS_HOUR}, {'m', MS_MINUTE}, {'s', MS_SECOND}};
	int64_t value = 0;
	const char *p = *text;

	for (; *p >= '0' && *p <= '9' && value < 1000000; p++)
		value = value * 10 + (*p - '0');
	if (p == *text)
		return false;
	for (int i = *order; i < 3; i++)
		if (*p == units[i].unit) {
			*total += value * units[i].ms;
			*order = i + 1;
			*text = p + 1;
			return true;
		}
	return false;
}

bool duration_read(const char *text, int64_t *out)
{
	int64_t total = 0, minutes;
	int order = 0;

	if (number_read(text, 1, 6000, &minutes)) {
		*out = minutes * MS_MINUTE;
		return true;
	}
	do {
		if (!duration_part(&text, &total, &order))
			return false;
	} while (*text);
	if (total < MS_SECOND || total > 100 * MS_HOUR)
		return false;
	*out = total;
	return true;
}

bool clock_read(const char *text, int64_t *out)
{
	int64_t total = 0;
	int parts = 0, value;

	for (; *text >= '0' && *text <= '9' && total < 100; text++)
		total = total * 10 + (*text - '0');
	while (parts < 2 && fixed_char(&text, ':')) {
		if (!fixed_number(&text, 2, &value) || value > 59)
			return false;
		total = total * 60 + value;
		parts++;
	}
	if (!parts || *text || total < 1 || total > 100 * 3600)
		return false;
	*out = total * MS_SECOND;
	return true;
}

void duration_write(struct buffer *out, int64_t ms)
{
	int64_t seconds = ms / MS_SECOND;
	size_t start = out->len;

	if (seconds >= 3600)
		buffer_format(out, "%dh", (int)(seconds / 3600));
	if (seconds / 60 % 60)
		buffer_format(out, "%dm", (int)(seconds / 60 % 60));
	if (seconds % 60 || out->len == start)
		buffer_format(out, "%ds", (int)(seconds % 60));
}

/* ":07" */
static void add_sixtieth(struct buffer *out, int64_t number)
{
	buffer_char(out, ':');
	buffer_char(out, (char)('0' + number / 10));
	buffer_char(out, (char)('0' + number % 10));
}

void clock_write(struct buffer *out, int64_t ms)
{
	int64_t seconds = (ms < 0 ? -ms : ms) / MS_SECOND;

	if (ms < 0 && seconds)
		buffer_char(out, '-');
	if (seconds >= 3600) {
		buffer_number(out, seconds / 3600);
		add_sixtieth(out, seconds / 60 % 60);
	} else {
		buffer_number(out, seconds / 60);
	}
	add_sixtieth(out, seconds % 60);
}
