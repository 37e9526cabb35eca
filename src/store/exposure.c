/* SPDX-License-Identifier: MIT */
/* exposure.c - whether other users of the machine may read a session folder. */
#include "store/exposure.h"

#include <stdlib.h>
#include <sys/stat.h>

#include "store/files.h"

enum { READ = 4, ENTER = 1, GROUP_SHIFT = 3 };

/* File systems that have modes from their mount only. */
static bool keeps_no_modes(const char *path)
{
	static const unsigned long modeless[] = {0x4d44 /* FAT */, 0x2011bab0 /* exFAT */};

	return file_system_is(path, modeless, sizeof modeless / sizeof *modeless, false);
}

/* May the class of users whose bits are the lowest three list the folder, or open a file in it? */
static bool lets_in(mode_t folder, mode_t file)
{
	return (folder & READ) || ((folder & ENTER) && (file & READ));
}

enum exposure folder_exposure(const char *path)
{
	struct stat folder, file = {0};
	char *agenda = path_of(path, "agenda.yaml");
	bool read = stat(path, &folder) == 0 && stat(agenda, &file) == 0;

	free(agenda);
	if (!read || !(lets_in(folder.st_mode, file.st_mode) ||
			lets_in(folder.st_mode >> GROUP_SHIFT, file.st_mode >> GROUP_SHIFT)))
		return EXPOSURE_NONE;
	return keeps_no_modes(path) ? EXPOSURE_FILE_SYSTEM : EXPOSURE_MODES;
}

enum exposure folder_exposure_when_made(const char *path)
{
	return folder_exposure(path) == EXPOSURE_NONE ? EXPOSURE_NONE : EXPOSURE_FILE_SYSTEM;
}

void exposure_tell(enum exposure exposure, const char *path, struct buffer *out)
{
	switch (exposure) {
	case EXPOSURE_NONE: return;
	case EXPOSURE_MODES:
		buffer_format(out, "other users of this machine can read %s: 'chmod -R go-rwx' "
			"closes it; if it does not, move the session to another disk\n", path);
		return;
	case EXPOSURE_FILE_SYSTEM:
		buffer_format(out, "other users of this machine can read %s: its file system "
			"keeps no permissions. Move the session to another disk\n", path);
		return;
	}
}
