/* SPDX-License-Identifier: MIT */
/* formats.c - the table of formats. */
#include "export/formats.h"

#include <string.h>

const struct export_format export_table[] = {
#define FORMAT(name, media, help) {#name, media, help, export_##name},
#include "export/formats.def"
#undef FORMAT
};
const size_t export_count = sizeof export_table / sizeof *export_table;

const struct export_format *export_named(const char *name)
{
	for (size_t i = 0; i < export_count; i++)
		if (strcmp(export_table[i].name, name) == 0)
			return &export_table[i];
	return NULL;
}

bool export_has_notes(const struct outgoing *o)
{
	return o->what == WHAT_ALL || o->what == WHAT_NOTES;
}

bool export_has_actions(const struct outgoing *o)
{
	return o->what == WHAT_ALL || o->what == WHAT_ACTIONS;
}

size_t export_theme_count(const struct outgoing *o, const size_t *themes, size_t count)
{
	return count && !o->themes[themes[0]].id ? 0 : count;
}
