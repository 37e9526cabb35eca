/* SPDX-License-Identifier: MIT */
/* terms_parts.h - a roster from inside. Private to src/roster. */
#ifndef ROSTER_TERMS_PARTS_H
#define ROSTER_TERMS_PARTS_H

#include "base/map.h"
#include "roster/roster.h"

struct roster {
	struct roster_term *terms;
	size_t count, room;
	struct map by_words; /* the newest term of those words; `next` leads to the others */
	size_t longest;      /* bytes of the longest term */
};

#endif
