/* SPDX-License-Identifier: MIT */
/* script.c - the lines of a script, from the arguments or standard input. */
#include "cli/script.h"

#include <errno.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "command/command.h"

enum { LOOK_AHEAD_MOST = 4 * 1024 * 1024 };

void script_init(struct script *s, char **lines, size_t count)
{
	bool input = count == 0 || (count == 1 && strcmp(lines[0], "-") == 0);

	*s = (struct script){
		.name = input ? "stdin" : "arguments",
		.lines = input ? NULL : lines,
		.count = input ? 0 : count,
	};
	buffer_init(&s->unread);
}

void script_release(struct script *s)
{
	buffer_release(&s->unread);
}

/* Reads what comes next of standard input; blocks. */
static bool read_more(struct script *s, struct error *error)
{
	char bytes[65536];
	ssize_t got;

	do {
		got = read(STDIN_FILENO, bytes, sizeof bytes);
	} while (got < 0 && errno == EINTR);
	if (got < 0) {
		s->ended = true;
		return error_status(error, 3, "cannot read standard input: %s", strerror(errno));
	}
	s->ended = got == 0;
	buffer_bytes(&s->unread, bytes, (size_t)got);
	return true;
}

/* The end of the line that begins at `start`, in what has come; SIZE_MAX while it is not there. */
static size_t line_end(const struct script *s, size_t start)
{
	const char *newline = memchr(s->unread.bytes + start, '\n', s->unread.len - start);

	if (newline)
		return (size_t)(newline - s->unread.bytes);
	return s->ended && start < s->unread.len ? s->unread.len : SIZE_MAX;
}

/* A NUL would end the line for the readers of text: it becomes what all control characters do. */
static void add_clean(struct buffer *line, const char *bytes, size_t len)
{
	const char *end = bytes + len, *nul;

	while ((nul = memchr(bytes, '\0', (size_t)(end - bytes)))) {
		buffer_bytes(line, bytes, (size_t)(nul - bytes));
		buffer_text(line, "\xef\xbf\xbd");
		bytes = nul + 1;
	}
	buffer_bytes(line, bytes, (size_t)(end - bytes));
}

static bool next_read(struct script *s, struct buffer *line, struct error *error)
{
	size_t end;

	while ((end = line_end(s, s->start)) == SIZE_MAX) {
		if (s->ended)
			return false;
		buffer_remove(&s->unread, 0, s->start);
		s->start = 0;
		if (!read_more(s, error))
			return false;
	}
	size_t len = end - s->start;
	if (len && s->unread.bytes[end - 1] == '\r')
		len--;
	add_clean(line, s->unread.bytes + s->start, len);
	if (s->number == 0 && strncmp(line->bytes, "\xef\xbb\xbf", 3) == 0)
		buffer_remove(line, 0, 3);
	s->start = end < s->unread.len ? end + 1 : end;
	s->number++;
	return true;
}

bool script_next(struct script *s, struct buffer *line, struct error *error)
{
	buffer_reset(line);
	if (!s->lines)
		return next_read(s, line, error);
	if (s->number == s->count)
		return false;
	buffer_text(line, s->lines[s->number++]);
	return true;
}

/* True when reading would not block. */
static bool is_ready(void)
{
	struct pollfd in = {.fd = STDIN_FILENO, .events = POLLIN};

	return poll(&in, 1, 0) == 1;
}

bool script_would_wait(struct script *s)
{
	if (s->lines || s->ended || line_end(s, s->start) != SIZE_MAX)
		return false;
	return !is_ready();
}

static bool has_time(const char *line, const struct agenda *agenda)
{
	struct script_line read = {0};
	struct error error = {0};

	return script_line_read(&read, line, agenda, NO_TIME, &error) && read.has_time;
}

static bool argument_has_time(const struct script *s, const struct agenda *agenda)
{
	for (size_t i = s->number; i < s->count; i++)
		if (has_time(s->lines[i], agenda))
			return true;
	return false;
}

bool script_has_time(struct script *s, const struct agenda *agenda)
{
	struct error unread = {0};
	struct buffer line = BUFFER_EMPTY;
	bool found = false;

	if (s->lines)
		return argument_has_time(s, agenda);
	while (!s->ended && s->unread.len - s->start < LOOK_AHEAD_MOST && is_ready())
		if (!read_more(s, &unread))
			break;
	for (size_t at = s->start, end; !found; at = end + 1) {
		end = line_end(s, at);
		if (end == SIZE_MAX)
			break;
		buffer_reset(&line);
		buffer_bytes(&line, s->unread.bytes + at, end - at);
		found = has_time(line.bytes, agenda);
		if (end == s->unread.len)
			break;
	}
	buffer_release(&line);
	return found;
}
