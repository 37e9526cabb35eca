/* SPDX-License-Identifier: MIT */
/* sessions.c - `roundtable sessions`: the sessions in the default place. */
#include "cli/verbs.h"

#include "cli/options.h"
#include "cli/say.h"
#include "store/folder.h"
#include "report/table.h"

static void put_session(struct table *table, const struct folder_entry *entry)
{
	char events[40];

	snprintf(events, sizeof events, "%zu event%s", entry->events,
		entry->events == 1 ? "" : "s");
	table_cell(table, entry->name);
	if (!entry->title) {
		table_cell(table, "unreadable");
		table_cell(table, "");
		table_cell(table, "");
		return;
	}
	table_cell(table, entry->closed ? "closed" : "open");
	table_cell(table, events);
	table_cell(table, entry->title);
}

int sessions_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	struct folder_entry *list = NULL;
	size_t count = 0;
	struct table table;
	struct buffer out = BUFFER_EMPTY;

	if (!given_read(&given, verb_row("sessions"), argc, argv, 0, 0, &error))
		return cli_fail(&error);
	given_release(&given);
	if (!folder_list(&list, &count, &error))
		return cli_fail(&error);
	table_init(&table, "llrl");
	for (size_t i = 0; i < count; i++)
		put_session(&table, &list[i]);
	table_write(&out, &table, 0);
	table_release(&table);
	folder_list_free(list, count);
	return out_end(&out, 0);
}
