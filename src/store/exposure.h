/* SPDX-License-Identifier: MIT */
/* exposure.h - whether other users of the machine may read a session folder.
 *
 * Purpose     A session is made for its owner alone, with modes 0700 and 0600. FAT and the like
 *             ignore them, and a chmod may have opened them: then it is told.
 * Knows       modes and file systems; changes neither.
 * Start at    folder_exposure().
 */
#ifndef STORE_EXPOSURE_H
#define STORE_EXPOSURE_H

#include "base/buffer.h"

enum exposure {
	EXPOSURE_NONE,       /* only its owner reads it, or that cannot be told */
	EXPOSURE_MODES,      /* group or others may read, by the modes */
	EXPOSURE_FILE_SYSTEM /* they may read, and its file system keeps no modes */
};

/* Looks at the modes of the folder and of its agenda. */
enum exposure folder_exposure(const char *path);
/* For a folder that was just made with closed modes: a file system with open ones keeps none. */
enum exposure folder_exposure_when_made(const char *path);

/* Adds a line: the folder, who may read it, and what to do. Nothing when it is closed. */
void exposure_tell(enum exposure exposure, const char *path, struct buffer *out);

#endif
