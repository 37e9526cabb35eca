/* SPDX-License-Identifier: MIT */
/* formats.h - the writers of the table of formats, one file a format. Private to src/report. */
#ifndef REPORT_FORMATS_H
#define REPORT_FORMATS_H

#include "report/report.h"

typedef void write_export(struct buffer *out, const struct outgoing *o);

write_export export_md;   /* md.c */
write_export export_csv;  /* csv.c */
write_export export_json; /* tree.c */
write_export export_yaml;

/* What the export has, by its `what`. */
bool export_has_notes(const struct outgoing *o);
bool export_has_actions(const struct outgoing *o);

/* How many of the note's or action point's themes are themes, and not the group of what has
 * none. */
size_t export_theme_count(const struct outgoing *o, const size_t *themes, size_t count);

/* Escapes typed text so that Markdown shows it as it was typed. */
void md_text(struct buffer *out, const char *text);

#endif
