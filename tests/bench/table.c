/* SPDX-License-Identifier: MIT */
/* table.c - what was measured, as a table and as JSON. */
#include "bench/table.h"

#include <math.h>
#include <stdio.h>
#include <string.h>

#include "bench/pty.h"

enum { ROWS_MOST = 96 };

static struct row rows[ROWS_MOST];
static const char *groups[ROWS_MOST];
static const char *group = "";
static int count;

void table_begin(const char *name)
{
	group = name;
}

static void keep(struct row row)
{
	if (count == ROWS_MOST)
		give_up("over %d rows", ROWS_MOST);
	groups[count] = group;
	rows[count++] = row;
}

void table_add(struct row row)
{
	bool against = row.against && *row.against;

	if (!isfinite(row.ours) || row.ours < 0 || !isfinite(row.floor) || row.floor < 0)
		give_up("%s, %s: %f against %f is no figure", group, row.what, row.ours, row.floor);
	if (against && (row.floor <= 0 || row.ours <= 0))
		give_up("%s, %s: %f against %f is no ratio", group, row.what, row.ours, row.floor);
	keep(row);
}

void table_leave_out(const char *what, const char *why)
{
	fprintf(stderr, "bench: %s is left out: %s\n", what, why);
	keep((struct row){.what = what, .where = "", .against = "", .unit = "", .left_out = why});
}

int table_count(void)
{
	return count;
}

bool table_left_out(void)
{
	for (int i = 0; i < count; i++)
		if (groups[i] == group && rows[i].left_out)
			return true;
	return false;
}

static bool holds(struct limit limit, const struct row *row)
{
	return row->ours <= limit.times * row->floor + limit.plus;
}

static const char *verdict(const struct row *row)
{
	if (row->left_out)
		return "left out";
	if (row->must.set && !holds(row->must, row))
		return "short";
	if (row->aim.set)
		return holds(row->aim, row) ? "met, aim" : row->must.set ? "met" : "above aim";
	return row->must.set ? "met" : "";
}

/* As people read it: 0.0123, 1.23, 123, 12345. */
static void write_number(char *out, size_t size, double value)
{
	int digits = value >= 100 ? 0 : value >= 10 ? 1 : value >= 1 ? 2 : value > 0 ? 3 : 0;

	snprintf(out, size, "%.*f", digits, value);
}

static void write_limit(char *out, size_t size, struct limit limit)
{
	char times[24], plus[24];

	write_number(times, sizeof times, limit.times);
	write_number(plus, sizeof plus, limit.plus);
	if (!limit.set)
		snprintf(out, size, "%s", "");
	else if (limit.times <= 0)
		snprintf(out, size, "%s", plus);
	else if (limit.plus <= 0)
		snprintf(out, size, "%s x", times);
	else
		snprintf(out, size, "%s x + %s", times, plus);
}

static void print_row(int i)
{
	const struct row *row = &rows[i];
	char ours[24], floor[24] = "", ratio[24] = "", must[64], aim[64];

	if (row->left_out) {
		printf("%-8s %-28s %s: %s\n", groups[i], row->what, verdict(row), row->left_out);
		return;
	}
	write_number(ours, sizeof ours, row->ours);
	if (row->floor > 0) {
		write_number(floor, sizeof floor, row->floor);
		snprintf(ratio, sizeof ratio, "%.2f", row->ours / row->floor);
	}
	write_limit(must, sizeof must, row->must);
	write_limit(aim, sizeof aim, row->aim);
	printf("%-8s %-28s %-13s %9s %-5s %9s %-15s %7s %14s %14s  %s\n", groups[i], row->what,
		row->where, ours, row->unit, floor, row->against, ratio, must, aim, verdict(row));
}

void table_print(const struct heading *h)
{
	printf("%s, %ld cores; best of %ld rounds of %ld keys; %ld, %ld and %ld notes\n\n",
		h->processor, h->cores, h->rounds, h->keys, h->few, h->many, h->usual);
	printf("%-8s %-28s %-13s %9s %-5s %9s %-15s %7s %14s %14s\n", "group", "what", "where",
		"ours", "", "floor", "against", "ratio", "must", "aim");
	for (int i = 0; i < count; i++)
		print_row(i);
}

static void json_limit(FILE *file, const char *name, struct limit limit, const struct row *row)
{
	if (!limit.set)
		return;
	fprintf(file, ",\"%s\":{", name);
	if (limit.times > 0)
		fprintf(file, "\"times\":%.4f,", limit.times);
	if (limit.plus > 0 || limit.times <= 0)
		fprintf(file, "\"plus\":%.3f,", limit.plus);
	fprintf(file, "\"met\":%s}", holds(limit, row) ? "true" : "false");
}

static void json_row(FILE *file, int i)
{
	const struct row *row = &rows[i];

	fprintf(file, "{\"group\":\"%s\",\"what\":\"%s\"", groups[i], row->what);
	if (row->left_out) {
		fprintf(file, ",\"left_out\":\"%s\"}", row->left_out);
		return;
	}
	fprintf(file, ",\"where\":\"%s\",\"unit\":\"%s\",\"ours\":%.3f", row->where, row->unit,
		row->ours);
	if (row->floor > 0)
		fprintf(file, ",\"against\":\"%s\",\"floor\":%.3f,\"ratio\":%.4f", row->against,
			row->floor, row->ours / row->floor);
	json_limit(file, "must", row->must, row);
	json_limit(file, "aim", row->aim, row);
	fputc('}', file);
}

bool table_json(const char *path, const struct heading *h)
{
	FILE *file = fopen(path, "we");

	if (!file)
		return false;
	fprintf(file, "{\"processor\":\"%s\",\"cores\":%ld,\"rounds\":%ld,\"keys\":%ld,\"few\":%ld,"
		"\"many\":%ld,\"usual\":%ld,\"rows\":[", h->processor, h->cores, h->rounds, h->keys,
		h->few, h->many, h->usual);
	for (int i = 0; i < count; i++) {
		fputs(i ? ",\n" : "\n", file);
		json_row(file, i);
	}
	fputs("\n]}\n", file);
	return fclose(file) == 0;
}
