/* SPDX-License-Identifier: MIT */
/* quote.h - text between double quotes, as YAML and JSON both read it.
 *
 * Purpose     The one quoting that log lines, record.yaml and the JSON and YAML exports share.
 * Invariants  text_unquote() reads exactly what text_quote() writes, in no other form.
 * Start at    text_quote().
 */
#ifndef TEXT_QUOTE_H
#define TEXT_QUOTE_H

#include <stdbool.h>

#include "base/buffer.h"

/* Adds the text double-quoted: \" \\ \n \t and \u00XX (\uXXXX for U+0085, U+2028, U+2029, U+FEFF,
 * U+FFFE, U+FFFF); what is not UTF-8 becomes U+FFFD. */
void text_quote(struct buffer *out, const char *text);

/* Adds the text that begins at *at, behind its opening quote, and moves *at past its closing quote.
 * False when it has none before `end` or is in another form; part of it may then be added. */
bool text_unquote(struct buffer *out, const char **at, const char *end);

#endif
