/* SPDX-License-Identifier: MIT */
/* table.c - what was measured, as a table and as JSON. */
#include "bench/table.h"

#include <assert.h>
#include <stddef.h>
#include <stdio.h>

static struct row rows[64];
static size_t count;

void table_add(struct row row)
{
	assert(count < sizeof rows / sizeof *rows);
	rows[count++] = row;
}

static double figure(const struct row *row)
{
	return row->floor > 0 ? row->ours / row->floor : row->ours;
}

static const char *verdict(const struct row *row)
{
	if (row->must <= 0)
		return "";
	return figure(row) <= row->must ? "met" : "short";
}

static void print_row(const struct row *row)
{
	printf("%-30s %-7s %9.1f %-5s ", row->what, row->size, row->ours, row->unit);
	if (row->floor > 0)
		printf("%9.1f %-14s %6.2f ", row->floor, row->against, figure(row));
	else
		printf("%9s %-14s %6s ", "", "", "");
	if (row->must > 0)
		printf("%6.2f ", row->must);
	else
		printf("%6s ", "");
	printf("%s\n", verdict(row));
}

void table_print(long cores, long rounds, long keys, long notes)
{
	printf("%ld cores, best of %ld rounds of %ld keys, %ld notes\n\n", cores, rounds, keys, notes);
	printf("%-30s %-7s %9s %-5s %9s %-14s %6s %6s\n", "what", "size", "ours", "", "floor",
		"against", "ratio", "must");
	for (size_t i = 0; i < count; i++)
		print_row(&rows[i]);
}

static void json_row(FILE *file, const struct row *row)
{
	fprintf(file, "{\"what\":\"%s\",\"size\":\"%s\",\"unit\":\"%s\",\"ours\":%.3f", row->what,
		row->size, row->unit, row->ours);
	if (row->floor > 0)
		fprintf(file, ",\"against\":\"%s\",\"floor\":%.3f,\"ratio\":%.4f", row->against,
			row->floor, figure(row));
	if (row->must > 0)
		fprintf(file, ",\"must\":%.3f,\"met\":%s", row->must,
			figure(row) <= row->must ? "true" : "false");
	fputc('}', file);
}

bool table_json(const char *path, long cores, long rounds, long keys, long notes)
{
	FILE *file = fopen(path, "we");

	if (!file)
		return false;
	fprintf(file, "{\"cores\":%ld,\"rounds\":%ld,\"keys\":%ld,\"notes\":%ld,\"rows\":[", cores,
		rounds, keys, notes);
	for (size_t i = 0; i < count; i++) {
		fputs(i ? ",\n" : "\n", file);
		json_row(file, &rows[i]);
	}
	fputs("\n]}\n", file);
	return fclose(file) == 0;
}
