/* SPDX-License-Identifier: MIT */
/* secret_file.c - secret.yaml of a session folder: read, made, replaced by a merge. */
#include "store/secret_file.h"

#include <assert.h>
#include <errno.h>
#include <fcntl.h>
#include <sodium.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/random.h>
#include <sys/stat.h>
#include <unistd.h>

#include "base/number.h"
#include "store/files.h"
#include "store/folder.h"

static const char head[] = "roundtable: secret/1\nsecret: \"", foot[] = "\"\n";

enum {
	SECRET_BYTES = sizeof((struct secret *)0)->bytes,
	HEAD_BYTES = sizeof head - 1,
	FILE_BYTES = HEAD_BYTES + 2 * SECRET_BYTES + sizeof foot - 1
};

static_assert(SECRET_BYTES == crypto_kdf_KEYBYTES, "subkeys are derived with crypto_kdf");

/* Reading */

static bool secret_parse(struct secret *out, const struct buffer *file)
{
	const char *digits = file->bytes + HEAD_BYTES;

	if (file->len != FILE_BYTES || memcmp(file->bytes, head, HEAD_BYTES) != 0 ||
		memcmp(digits + 2 * SECRET_BYTES, foot, sizeof foot - 1) != 0)
		return false;
	for (size_t i = 0; i < SECRET_BYTES; i++) {
		uint32_t byte;

		if (!hex_read(digits + 2 * i, 2, &byte))
			return false;
		out->bytes[i] = (unsigned char)byte;
	}
	return true;
}

static enum secret_state damaged(char why[SECRET_WHY_SIZE], const char *text)
{
	snprintf(why, SECRET_WHY_SIZE, "%s", text);
	return SECRET_DAMAGED;
}

static enum secret_state unread(char why[SECRET_WHY_SIZE], int number)
{
	snprintf(why, SECRET_WHY_SIZE, "%s", strerror(number));
	return SECRET_UNREAD;
}

/* Anything may lie under that name: a link, a FIFO or a device is not opened for its bytes. */
static enum secret_state not_opened(char why[SECRET_WHY_SIZE], int number)
{
	if (number == ENOENT)
		return SECRET_MISSING;
	if (number == ELOOP)
		return damaged(why, "it is a symbolic link");
	if (number == ENXIO || number == ENODEV)
		return damaged(why, "it is not a regular file");
	return unread(why, number);
}

static enum secret_state read_open(struct secret *out, int fd, char why[SECRET_WHY_SIZE])
{
	struct buffer bytes = BUFFER_EMPTY;
	struct stat is;

	if (fstat(fd, &is) != 0)
		return unread(why, errno);
	if (!S_ISREG(is.st_mode))
		return damaged(why, "it is not a regular file");
	/* One byte more than the file may have tells one that is too long. */
	bool read = range_read(fd, 0, FILE_BYTES + 1, &bytes);
	int failed = errno;
	bool whole = read && secret_parse(out, &bytes);
	buffer_release(&bytes);
	if (!read)
		return unread(why, failed);
	return whole ? SECRET_KEPT
		     : damaged(why, "it should be 'roundtable: secret/1' and a secret of 64 hex digits");
}

/* The secret of a session that keeps none. */
static void secret_derive(struct secret *out, const char *session)
{
	static const unsigned char purpose[] = "roundtable: secret of a session";
	const char *id = session ? session : "";

	crypto_generichash(out->bytes, sizeof out->bytes, (const unsigned char *)id, strlen(id),
		purpose, sizeof purpose - 1);
}

enum secret_state secret_load(struct secret *out, const char *folder, const char *session,
	char why[SECRET_WHY_SIZE])
{
	char *path = path_of(folder, SECRET_FILE);
	int fd = open(path, O_RDONLY | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK);

	why[0] = '\0';
	enum secret_state state = fd < 0 ? not_opened(why, errno) : read_open(out, fd, why);
	if (fd >= 0)
		close(fd);
	free(path);
	if (state != SECRET_KEPT)
		secret_derive(out, session);
	return state;
}

/* Making */

bool secret_random(struct secret *out)
{
	return getrandom(out->bytes, sizeof out->bytes, 0) == (ssize_t)sizeof out->bytes;
}

void secret_write(struct buffer *out, const struct secret *secret)
{
	buffer_text(out, head);
	for (size_t i = 0; i < SECRET_BYTES; i++)
		buffer_format(out, "%02x", secret->bytes[i]);
	buffer_text(out, foot);
}

/* Gives the file its name unless that is taken. A file system that cannot rename so may link. */
static bool name_if_free(const char *beside, const char *path)
{
	if (renameat2(AT_FDCWD, beside, AT_FDCWD, path, RENAME_NOREPLACE) == 0)
		return true;
	if (errno != EINVAL && errno != ENOSYS)
		return false;
	if (link(beside, path) != 0)
		return false;
	unlink(beside);
	return true;
}

static bool name_over(const char *beside, const char *path)
{
	return rename(beside, path) == 0;
}

/* Writes the file beside its place, syncs it and gives it its name. */
static bool file_put(const char *folder, const struct secret *secret,
	bool (*name)(const char *beside, const char *path))
{
	struct buffer bytes = BUFFER_EMPTY;
	char *path = path_of(folder, SECRET_FILE), *beside = path_of(folder, ".secret-XXXXXX");
	int fd = mkostemp(beside, O_CLOEXEC);

	secret_write(&bytes, secret);
	bool put = fd >= 0 && fchmod(fd, 0600) == 0 &&
		write_whole(fd, bytes.bytes, bytes.len, NULL) && fsync(fd) == 0;
	put = put && name(beside, path);
	int failed = errno;
	file_close(fd);
	if (fd >= 0 && !put)
		unlink(beside);
	buffer_release(&bytes);
	free(path);
	free(beside);
	errno = failed;
	return put && dir_sync(folder);
}

bool secret_put(const char *folder, const struct secret *secret)
{
	return file_put(folder, secret, name_if_free);
}

bool secret_replace(const char *folder, const struct secret *secret)
{
	return file_put(folder, secret, name_over);
}

/* Makes the file with a new secret if there is none. False with errno when there is still none. */
static bool secret_make(const char *folder)
{
	struct secret secret;

	return secret_random(&secret) && (secret_put(folder, &secret) || errno == EEXIST);
}

/* The secret of a loaded session */

static bool may_not_write(int number)
{
	return number == EROFS || number == EACCES || number == EPERM;
}

void loaded_make_secret(struct loaded *l)
{
	if (l->secret_state != SECRET_MISSING || l->readonly)
		return;
	bool made = secret_make(l->path);
	int failed = errno;
	l->secret_state = secret_load(&l->secret, l->path, l->agenda.session, l->secret_why);
	if (!made && l->secret_state == SECRET_MISSING && !may_not_write(failed))
		snprintf(l->secret_why, sizeof l->secret_why, "%s", strerror(failed));
}

void loaded_tell_secret(const struct loaded *l, struct buffer *notices)
{
	static const char meanwhile[] = "exports are ordered by a key made of the session's id";

	if (!l->secret_why[0])
		return;
	switch (l->secret_state) {
	case SECRET_KEPT: return;
	case SECRET_MISSING:
		buffer_format(notices, SECRET_FILE " cannot be made: %s: %s meanwhile\n",
			l->secret_why, meanwhile);
		return;
	case SECRET_DAMAGED:
		buffer_format(notices, SECRET_FILE " is damaged, %s: %s until you move the file "
			"away and open the session again\n", l->secret_why, meanwhile);
		return;
	case SECRET_UNREAD:
		buffer_format(notices, SECRET_FILE " cannot be read: %s: 'roundtable export' refuses "
			"until it can\n", l->secret_why);
		return;
	}
}
