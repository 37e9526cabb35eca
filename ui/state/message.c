/* SPDX-License-Identifier: MIT */
/* message.c - the message over the bottom line. */
#include "ui/state/message.h"

#include <stdio.h>
#include <string.h>

#include "text/text.h"

void lines_join(struct buffer *out, const char *lines)
{
	for (const char *end; *lines; lines = *end ? end + 1 : end) {
		end = strchr(lines, '\n');
		if (!end)
			end = lines + strlen(lines);
		if (end > lines && out->len)
			buffer_text(out, "; ");
		buffer_bytes(out, lines, (size_t)(end - lines));
	}
}

void message_set(struct console *c, const char *text, enum message_kind kind)
{
	struct buffer clean = BUFFER_EMPTY;

	text_clean(&clean, text, strlen(text));
	snprintf(c->message.text, sizeof c->message.text, "%s", clean.bytes);
	/* It may be cut inside a character. */
	while (!text_is_clean(c->message.text, strlen(c->message.text)))
		c->message.text[strlen(c->message.text) - 1] = '\0';
	c->message.kind = kind;
	buffer_release(&clean);
}

void message_say(struct console *c, const char *text)
{
	message_set(c, text, MESSAGE_SAID);
}

void message_warn(struct console *c, const char *text)
{
	message_set(c, text, MESSAGE_DOUBT);
}
