/* SPDX-License-Identifier: MIT */
/* merge_secret.c - the secrets of two folders: both come to the smaller, whatever the order. */
#include "sync/merge_parts.h"

#include <errno.h>
#include <string.h>

#include "store/secret_file.h"

struct side {
	struct secret secret;
	enum secret_state state;
};

static bool side_read(struct side *out, const char *folder, struct error *error)
{
	char why[SECRET_WHY_SIZE];

	out->state = secret_load(&out->secret, folder, NULL, why);
	return out->state != SECRET_UNREAD ||
		error_status(error, 3, "cannot read %s/" SECRET_FILE ": %s", folder, why);
}

static bool written(bool done, const char *into, struct error *error)
{
	return done || error_status(error, 3, "cannot write %s/" SECRET_FILE ": %s", into,
		strerror(errno));
}

/* A file that is no secret stays as it is. True when there is one. */
static bool tell_damage(struct buffer *told, enum secret_state ours, enum secret_state theirs)
{
	if (theirs == SECRET_DAMAGED)
		buffer_text(told, SECRET_FILE ": it is damaged there, and was left there\n");
	else if (ours == SECRET_DAMAGED && theirs == SECRET_KEPT)
		buffer_text(told, SECRET_FILE ": it is damaged here: move it away and merge again "
			"to take that of the other folder\n");
	return theirs == SECRET_DAMAGED || ours == SECRET_DAMAGED;
}

bool merge_secret(struct merge_result *out, const char *into, const char *from, bool dry,
	struct error *error)
{
	struct side ours, theirs;

	if (!side_read(&ours, into, error) || !side_read(&theirs, from, error))
		return false;
	if (tell_damage(&out->told, ours.state, theirs.state) || theirs.state == SECRET_MISSING)
		return true;
	/* One that was made meanwhile is compared like any other. */
	if (ours.state == SECRET_MISSING && (dry || secret_put(into, &theirs.secret))) {
		buffer_format(&out->said, SECRET_FILE ": that of the other folder %s, this one "
			"had none\n", dry ? "would come" : "came");
		return true;
	}
	if (ours.state == SECRET_MISSING && errno != EEXIST)
		return written(false, into, error);
	if (ours.state == SECRET_MISSING && !side_read(&ours, into, error))
		return false;
	int order = memcmp(theirs.secret.bytes, ours.secret.bytes, sizeof ours.secret.bytes);
	if (order > 0)
		buffer_text(&out->said, SECRET_FILE ": that of the other folder differs and stays "
			"there: the smaller of two counts\n");
	else if (order < 0)
		buffer_format(&out->said, SECRET_FILE ": that of the other folder %s this one's, "
			"since the smaller of two counts: exports come in another order than "
			"before\n", dry ? "would replace" : "replaced");
	return order >= 0 || dry || written(secret_replace(into, &theirs.secret), into, error);
}
