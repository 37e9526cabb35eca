/* SPDX-License-Identifier: MIT */
/* quote.h - text between double quotes, as YAML and JSON both read it.
 *
 * Purpose     The one quoting that log lines, record.yaml and the JSON and YAML exports share.
 * Start at    text_quote().
 */
#ifndef TEXT_QUOTE_H
#define TEXT_QUOTE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/buffer.h"

/* Adds the text double-quoted: \" \\ \n \t and \u00XX (\uXXXX for U+0085, U+2028, U+2029, U+FEFF,
 * U+FFFE, U+FFFF); what is not UTF-8 becomes U+FFFD. */
void text_quote(struct buffer *out, const char *text);

/* The code point at `bytes`, of `len` > 0, and *used bytes of it; -1 for what is no UTF-8. */
int32_t code_read(const char *bytes, size_t len, size_t *used);
/* True when it never stands raw in a line: controls, U+0085, U+2028 and so on. */
bool code_is_escaped(int32_t code);

#endif
