/* SPDX-License-Identifier: MIT */
/* ordinary.c - surnames that are also ordinary English words.
 *
 * Whoever has only such a name cannot be told from the word in a line of text, so an agenda that
 * gives no alias is warned about. In alphabetical order, for bsearch(). */
#include <stdlib.h>
#include <string.h>

#include "agenda/parts.h"

static const char *const words[] = {
	"ash", "bacon", "baker", "ball", "banks", "bass", "bell", "best", "bird", "bishop",
	"black", "bond", "brook", "brooks", "brown", "bull", "burns", "bush", "butcher", "butler",
	"carpenter", "chance", "church", "clay", "cook", "cooper", "cross", "day", "dean", "drew",
	"farmer", "field", "fields", "fisher", "flood", "flowers", "ford", "forest", "fox",
	"freeman", "frost", "gates", "glass", "gold", "good", "grant", "gray", "green", "grey",
	"hall", "hand", "head", "high", "hill", "holiday", "holmes", "hook", "hope", "hunt", "hunter",
	"judge", "just", "key", "keys", "king", "knight", "lake", "lamb", "lane", "law",
	"little", "long", "love", "low", "major", "march", "marsh", "mason", "may", "means",
	"miller", "mills", "money", "moon", "moss", "noble", "north", "order", "page", "park",
	"parks", "pierce", "point", "pool", "poor", "pope", "post", "potter", "pound", "power",
	"powers", "price", "prince", "rain", "reading", "reed", "rice", "rich", "rivers", "rock",
	"rose", "rush", "sharp", "shepherd", "short", "silver", "singer", "small", "snow", "south",
	"spring", "stone", "street", "strong", "summers", "swift", "taylor", "wall", "walker",
	"ward", "waters", "weaver", "west", "white", "winter", "wise", "wolf", "wood", "woods",
	"young",
};

static int compare(const void *word, const void *entry)
{
	return strcmp(word, *(const char *const *)entry);
}

bool is_ordinary_word(const char *folded)
{
	return bsearch(folded, words, sizeof words / sizeof *words, sizeof *words, compare) != NULL;
}
