/* SPDX-License-Identifier: MIT */
/* output.c - what goes to standard output and standard error. */
#include "cli/output.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/memory.h"
#include "cli/cli.h"
#include "text/text.h"

static bool write_all(int fd, const char *bytes, size_t len)
{
	while (len) {
		ssize_t written = write(fd, bytes, len);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			return false;
		bytes += written;
		len -= (size_t)written;
	}
	return true;
}

bool out_write(const struct buffer *bytes, struct error *error)
{
	if (write_all(STDOUT_FILENO, bytes->bytes, bytes->len))
		return true;
	return error_status(error, 3, "cannot write to standard output: %s", strerror(errno));
}

int out_end(struct buffer *bytes, int status)
{
	struct error error = {0};

	if (!out_write(bytes, &error))
		status = cli_fail(&error);
	buffer_release(bytes);
	return status;
}

static void say_clean(const char *prefix, const char *text, size_t len)
{
	struct buffer line = BUFFER_EMPTY;

	text_clean(&line, prefix, strlen(prefix));
	buffer_text(&line, ": ");
	text_clean(&line, text, len);
	buffer_char(&line, '\n');
	/* Where standard error is gone there is nobody left to tell. */
	(void)write_all(STDERR_FILENO, line.bytes, line.len);
	buffer_release(&line);
}

void say_line(const char *prefix, const char *text)
{
	say_clean(prefix, text, strlen(text));
}

void say_lines(const char *prefix, const struct buffer *lines)
{
	const char *at = lines->bytes;

	while (*at) {
		size_t len = strcspn(at, "\n");

		if (len)
			say_clean(prefix, at, len);
		at += len + (at[len] == '\n');
	}
}

void clean_lines(struct buffer *out, const char *lines)
{
	while (*lines) {
		size_t len = strcspn(lines, "\n");

		text_clean(out, lines, len);
		buffer_char(out, '\n');
		lines += len + (lines[len] == '\n');
	}
}

void say_problems(const struct problems *problems)
{
	struct buffer out = BUFFER_EMPTY;
	char *text = NULL;
	size_t len = 0;
	FILE *lines = open_memstream(&text, &len);

	if (!lines)
		mem_out();
	problems_print(problems, lines);
	if (fclose(lines) != 0 || !text)
		mem_out();
	clean_lines(&out, text);
	(void)write_all(STDERR_FILENO, out.bytes, out.len);
	buffer_release(&out);
	free(text);
}

int cli_fail(const struct error *error)
{
	say_line("roundtable", error->text[0] ? error->text : "something went wrong");
	return error->status ? error->status : 1;
}

static bool is_damaged(const struct log_reading *r)
{
	for (size_t i = 0; i < r->flaw_count; i++)
		if (r->flaws[i].kind == FLAW_DAMAGED)
			return true;
	return false;
}

/* What a reader must know of a session: that it is read-only, which logs are damaged. */
static void say_state(const struct loaded *l)
{
	struct buffer line = BUFFER_EMPTY;

	if (l->readonly)
		say_line("roundtable", l->why);
	for (size_t i = 0; i < l->log_count; i++) {
		const struct log_state *log = &l->logs[i];
		const char *slash = strrchr(log->path, '/');

		if (!is_damaged(&log->reading))
			continue;
		buffer_cut(&line, 0);
		buffer_format(&line, "log/%s is damaged: what holds is read ('roundtable verify' "
			"says more)", slash ? slash + 1 : log->path);
		say_line("roundtable", line.bytes);
	}
	buffer_release(&line);
}

static void say_secret(const struct loaded *l)
{
	struct buffer line = BUFFER_EMPTY;

	loaded_tell_secret(l, &line);
	say_lines("roundtable", &line);
	buffer_release(&line);
}

int load_session_to_show(struct loaded *out, const char *word)
{
	struct error error = {0};
	char *folder = NULL;

	if (!folder_find(word, &folder, &error))
		return cli_fail(&error);
	bool there = folder_load(out, folder, &error);
	free(folder);
	if (!there)
		return cli_fail(&error);
	say_state(out);
	return 0;
}

int load_session(struct loaded *out, const char *word)
{
	struct error error = {0};
	int failed = load_session_to_show(out, word);

	if (failed)
		return failed;
	loaded_make_secret(out);
	if (out->secret_state != SECRET_UNREAD) {
		say_secret(out);
		return 0;
	}
	error_status(&error, 3, "cannot read %s/" SECRET_FILE ": %s", out->path, out->secret_why);
	loaded_release(out);
	return cli_fail(&error);
}
