/* SPDX-License-Identifier: MIT */
/* codebook.c - the themes as a tree. */
#include "session/session.h"

#include <string.h>


/* The theme above it after merges; NONE at the top, also when that is gone or it itself. */
static size_t above(const struct session *s, size_t theme)
{
	size_t parent = s->themes[theme].parent;

	if (parent != NONE)
		parent = session_theme_root(s, parent);
	return parent == theme || (parent != NONE && s->themes[parent].gone) ? NONE : parent;
}

/* How far below the top it is; those of a ring, which merges may make, are at the top. */
static int depth_of(const struct session *s, size_t theme)
{
	size_t steps = 0, at = theme;

	while ((at = above(s, at)) != NONE)
		if (++steps > s->theme_count)
			return 0;
	return (int)steps;
}

/* Those of each depth are put in behind the one above them and what already stands below it. */
static size_t place_of(
	const struct session *s, const size_t *themes, const int *depth, size_t count, size_t theme)
{
	size_t at = 0;

	while (at < count && themes[at] != above(s, theme))
		at++;
	if (at == count)
		return count;
	int top = depth[at++];
	while (at < count && depth[at] > top)
		at++;
	return at;
}

size_t session_codebook(const struct session *s, size_t *themes, int *depth)
{
	size_t count = 0, whole = 0;

	for (size_t i = 0; i < s->theme_count; i++)
		whole += s->themes[i].merged == NONE;
	for (int level = 0; count < whole; level++)
		for (size_t i = 0; i < s->theme_count; i++) {
			if (s->themes[i].merged != NONE || depth_of(s, i) != level)
				continue;
			size_t at = level ? place_of(s, themes, depth, count, i) : count;
			memmove(themes + at + 1, themes + at, (count - at) * sizeof *themes);
			memmove(depth + at + 1, depth + at, (count - at) * sizeof *depth);
			themes[at] = i;
			depth[at] = level;
			count++;
		}
	return count;
}
