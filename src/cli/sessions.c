/* SPDX-License-Identifier: MIT */
/* sessions.c - `roundtable sessions`: the sessions in the default place. */
#include "cli/verbs.h"

#include "cli/options.h"
#include "cli/output.h"
#include "store/folder.h"
#include "report/columns.h"

static void put_session(struct columns *table, const struct folder_entry *entry)
{
	char events[40];

	snprintf(events, sizeof events, "%zu event%s", entry->events,
		entry->events == 1 ? "" : "s");
	columns_cell(table, entry->name);
	if (!entry->title) {
		columns_cell(table, "unreadable");
		columns_cell(table, "");
		columns_cell(table, "");
		return;
	}
	columns_cell(table, entry->closed ? "closed" : "open");
	columns_cell(table, events);
	columns_cell(table, entry->title);
}

int sessions_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	struct folder_entry *list = NULL;
	size_t count = 0;
	struct columns table;
	struct buffer out = BUFFER_EMPTY;

	if (!given_read(&given, verb_row("sessions"), argc, argv, 0, 0, &error))
		return cli_fail(&error);
	given_release(&given);
	if (!folder_list(&list, &count, &error))
		return cli_fail(&error);
	columns_init(&table, "llrl");
	for (size_t i = 0; i < count; i++)
		put_session(&table, &list[i]);
	columns_write(&out, &table, 0);
	columns_release(&table);
	folder_list_free(list, count);
	return out_end(&out, 0);
}
