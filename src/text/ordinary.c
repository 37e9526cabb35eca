/* SPDX-License-Identifier: MIT */
/* ordinary.c - ordinary words: surnames that are one, and short words of every sentence.
 *
 * A name that is an ordinary word cannot be told from the word in a line of text. Both lists are in
 * alphabetical order, for bsearch(). */
#include "text/text.h"

#include <stdlib.h>
#include <string.h>

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

/* Words of two to four letters that English, French or Spanish sentences are made of. Some are ids
 * of states (per, can, are) and parts of names (de, al). */
static const char *const short_words[] = {
	"a", "act", "ad", "aid", "al", "all", "an", "and", "any", "are", "area", "arms", "as", "at",
	"au", "aux", "avec", "bad", "be", "big", "bin", "both", "but", "by", "can", "case", "come",
	"como", "con", "cost", "cut", "da", "dans", "das", "data", "de", "debt", "deep", "del",
	"den", "der", "des", "di", "do", "don", "dos", "du", "each", "east", "el", "en", "end",
	"est", "et", "eu", "even", "fact", "far", "fast", "few", "fin", "for", "free", "from",
	"full", "fund", "gap", "get", "give", "goal", "gun", "guns", "had", "hard", "has", "have",
	"he", "help", "her", "high", "his", "home", "how", "ibn", "if", "il", "in", "into", "is",
	"it", "its", "job", "join", "know", "la", "las", "last", "late", "le", "lead", "les",
	"less", "life", "like", "line", "list", "lo", "long", "los", "make", "man", "many", "map",
	"me", "men", "met", "more", "most", "move", "must", "my", "need", "new", "next", "no",
	"non", "nor", "not", "now", "of", "off", "old", "on", "once", "one", "only", "open", "or",
	"our", "out", "over", "own", "pan", "par", "part", "past", "pay", "per", "plan", "plus",
	"por", "pour", "put", "que", "real", "risk", "role", "rule", "run", "safe", "se", "sea",
	"see", "set", "she", "sin", "so", "some", "son", "such", "sur", "take", "team", "term",
	"test", "than", "that", "the", "them", "then", "they", "this", "time", "to", "ton", "too",
	"top", "two", "un", "una", "une", "up", "us", "use", "van", "very", "von", "war", "was",
	"way", "we", "well", "what", "when", "who", "why", "will", "with", "work", "y", "year",
	"yes", "yet", "you", "your", "zone",
};

bool text_is_ordinary(const char *folded)
{
	return bsearch(folded, words, sizeof words / sizeof *words, sizeof *words, compare) != NULL;
}

bool text_is_short_word(const char *folded)
{
	return bsearch(folded, short_words, sizeof short_words / sizeof *short_words,
		       sizeof *short_words, compare) != NULL;
}
