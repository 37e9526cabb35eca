/* SPDX-License-Identifier: MIT */
/* formats.h - the formats of an export.
 *
 * Purpose     One table of formats, one file a format. Each gets a struct outgoing and nothing else:
 *             a name that may not leave is not in it.
 * Knows       what rule/ lets out; no session, no folder.
 * Start at    export_table, export_named().
 */
#ifndef EXPORT_FORMATS_H
#define EXPORT_FORMATS_H

#include "base/buffer.h"
#include "rule/outgoing.h"

typedef void export_writer(struct buffer *out, const struct outgoing *o);

struct export_format {
	const char *name;      /* md */
	const char *media;     /* text/markdown */
	const char *help;
	export_writer *write;
};
extern const struct export_format export_table[];
extern const size_t export_count;
/* NULL when there is none of that name. */
const struct export_format *export_named(const char *name);

/* For the writers only, from here on. */
#define FORMAT(name, media, help) export_writer export_##name;
#include "export/formats.def"
#undef FORMAT

/* Does the export have notes, or action points, by its `what`? */
bool export_has_notes(const struct outgoing *o);
bool export_has_actions(const struct outgoing *o);

/* The number of themes of a note or action point; 0 when its one theme is the group of what has
 * none. */
size_t export_theme_count(const struct outgoing *o, const size_t *themes, size_t count);

#endif
