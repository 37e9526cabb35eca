/* SPDX-License-Identifier: MIT */
/* export.c - `roundtable export`: what may leave the room, as a file. */
#include "cli/verbs.h"

#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "cli/options.h"
#include "cli/output.h"
#include "export/formats.h"
#include "store/files.h"
#include "store/folder.h"

/* A device or a pipe is written to as it is: it must not be replaced by a file. */
static bool write_through(const char *path, const struct buffer *bytes, struct error *error)
{
	size_t done = 0;
	int fd = open(path, O_WRONLY | O_CLOEXEC);

	while (fd >= 0 && done < bytes->len) {
		ssize_t written = write(fd, bytes->bytes + done, bytes->len - done);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0)
			break;
		done += (size_t)written;
	}
	bool whole = fd >= 0 && done == bytes->len;
	int why = errno;
	if (fd >= 0)
		close(fd);
	return whole || error_status(error, 3, "cannot write %s: %s", path, strerror(why));
}

static bool write_file(const char *path, const struct buffer *bytes, struct error *error)
{
	struct stat about;
	bool there = stat(path, &about) == 0;

	if (there && !S_ISREG(about.st_mode))
		return write_through(path, bytes, error);
	char *real = there ? realpath(path, NULL) : NULL;
	if (there && !real)
		return error_status(error, 3, "cannot write %s: %s", path, strerror(errno));
	bool written = file_replace(real ? real : path, bytes->bytes, bytes->len, error);
	free(real);
	return written;
}

struct export_request {
	const struct export_format *format;
	enum what what;
	bool internal;
	const char *file; /* NULL: standard output */
};

static int export_loaded(const struct loaded *loaded, const struct export_request *request)
{
	struct error error = {0};
	struct session session;
	struct outgoing outgoing;
	struct buffer bytes = BUFFER_EMPTY;

	session_init(&session, &loaded->agenda, &loaded->agenda.people);
	history_fold(&loaded->history, &session);
	bool may = outgoing_make(
		&outgoing, &session, &loaded->secret, request->what, request->internal, &error);
	if (may) {
		request->format->write(&bytes, &outgoing);
		say_lines("roundtable: warning", &outgoing.warnings);
		outgoing_release(&outgoing);
	}
	session_release(&session);
	bool done = may && (request->file ? write_file(request->file, &bytes, &error)
				       : out_write(&bytes, &error));
	buffer_release(&bytes);
	return done ? 0 : cli_fail(&error);
}

static int export_session(const char *word, const struct export_request *request)
{
	struct loaded loaded;
	int failed = load_session(&loaded, word);

	if (failed)
		return failed;
	int status = export_loaded(&loaded, request);
	loaded_release(&loaded);
	return status;
}

const char *format_word(size_t i)
{
	return i < export_count ? export_table[i].name : NULL;
}

static bool wants_format(struct error *error)
{
	struct buffer words = BUFFER_EMPTY;

	word_list_write(&words, format_word, ", ", " or ");
	error_status(error, 2, "export wants --as FORMAT: %s", words.bytes);
	buffer_release(&words);
	return false;
}

static bool request_read(struct export_request *request, const struct given *given,
	struct error *error)
{
	const char *format = given_value(given, "as");
	const char *what = given_value(given, "what");

	*request = (struct export_request){.internal = given_value(given, "internal") != NULL,
		.file = given_value(given, "output")};
	if (request->file && strcmp(request->file, "-") == 0)
		request->file = NULL;
	if (!format)
		return wants_format(error);
	request->format = export_named(format);
	if (what)
		what_read(what, &request->what);
	return true;
}

int export_run(int argc, char **argv)
{
	struct given given;
	struct error error = {0};
	struct export_request request;

	if (!given_read(&given, verb_row("export"), argc, argv, 1, 1, &error))
		return cli_fail(&error);
	int status = request_read(&request, &given, &error) ? export_session(given.words[0], &request)
						       : cli_fail(&error);
	given_release(&given);
	return status;
}
