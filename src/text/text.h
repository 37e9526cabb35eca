/* SPDX-License-Identifier: MIT */
/* text.h - text as people read it: clean, wide, folded, matched.
 *
 * Purpose     The one door for text from outside, and every question about how text looks or
 *             compares. Wraps the Unicode library; nothing else asks it.
 * Knows       Unicode and the C library's wcwidth() (the widths that the terminal library draws
 *             by; setlocale() must have been called), nothing of sessions.
 * Invariants  Past text_clean() all text is valid UTF-8 without control characters. Lengths and
 *             places are bytes; widths are terminal columns.
 * Start at    text_clean(), cluster_read(), text_fold().
 */
#ifndef TEXT_TEXT_H
#define TEXT_TEXT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/buffer.h"
#include "base/word_list.h"

/* Adds the bytes to `out` as clean text: invalid UTF-8 (surrogates, overlong forms and code points
 * past U+10FFFF too) becomes U+FFFD, one for each maximal bad run as Unicode §3.9 recommends; tab,
 * newline and carriage return become a space; every other control character (C0, DEL, C1) becomes
 * U+FFFD; U+2028, U+2029 become a space, U+FEFF is dropped. All else is kept, code point for code
 * point: no normalisation. Any stretch of clean text between characters is clean. */
void text_clean(struct buffer *out, const char *bytes, size_t len);
/* True when text_clean() would change nothing. */
bool text_is_clean(const char *bytes, size_t len);

/* One grapheme cluster (UAX #29) and how it is drawn. The display-safe rule: a cluster is drawn
 * whole when its width is what wcwidth() sums over its code points (at most 4 combining marks),
 * else only its first `drawn` bytes (its base); what must never reach a terminal (bidirectional
 * controls, zero-width and other invisible format characters standing alone, marks with no base,
 * what the C library does not know) has width 0 and drawn 0. */
struct cluster {
	size_t len;   /* bytes in the text */
	size_t drawn; /* bytes to draw, 0..len */
	int width;    /* columns that the drawn bytes take: 0, 1 or 2 */
};

/* The cluster that begins at `text`, of `len` > 0 bytes of clean text. */
struct cluster cluster_read(const char *text, size_t len);

/* Grapheme and word borders: the border after / before `at`; len / 0 at the ends. A word is a run
 * of letters, digits and marks; moving on skips what is not a word first. */
size_t text_next(const char *text, size_t len, size_t at);
size_t text_previous(const char *text, size_t len, size_t at);
size_t text_next_word(const char *text, size_t len, size_t at);
size_t text_previous_word(const char *text, size_t len, size_t at);

/* How many bytes the word character takes that `text` begins with: a letter, digit or mark of any
 * script; 0 when it begins with another character or is at its end. */
size_t text_word_char(const char *text, size_t len);
/* How many bytes the letter takes that `text` begins with, of any script, marks not; 0 when it begins
 * with another character. */
size_t text_letter(const char *text, size_t len);
/* True when a letter or digit ends at `at`, marks on it passed over, after which a tag cannot begin:
 * one of a script with spaces between its words. */
bool text_in_word(const char *text, size_t at);
/* True when an upper-case letter of any script begins `text`. */
bool text_is_upper(const char *text, size_t len);
/* True when `text` begins with a character of a script that is written without spaces between words
 * (Chinese, Japanese, Korean, Thai, Lao, Khmer, Burmese). */
bool text_is_unspaced(const char *text, size_t len);
/* True when a word character ends at `at`. */
bool text_word_before(const char *text, size_t at);
/* How many bytes of white space and of characters that nobody sees (Unicode White_Space and format
 * characters: no-break and ideographic space, zero-width space, direction marks, …) `text` begins
 * with. */
size_t text_blanks(const char *text);
/* The same of characters that nobody sees alone. */
size_t text_invisible(const char *text);
/* How many bytes of blanks end at `at`. */
size_t text_blanks_before(const char *text, size_t at);

/* Columns that the text takes when drawn by the display-safe rule. */
int text_width(const char *text, size_t len);
/* How many bytes from the start fit in `columns`, cut at a cluster; *used (may be NULL) gets the
 * columns that they take. */
size_t text_fit(const char *text, size_t len, int columns, int *used);
/* Adds the text to `out` as it is drawn, in at most `columns`, ending in … when it was cut
 * ("..." when `ascii`); returns the columns used. */
int text_cut(struct buffer *out, const char *text, size_t len, int columns, bool ascii);
/* Splits the text for wrapping: bytes of the first row of at most `columns`, broken after a space
 * (or between ideographs) when it can be; spaces at the break belong to the row. Always at least
 * one cluster. */
size_t text_wrap(const char *text, size_t len, int columns);

/* Adds the text folded for comparing: case folded, accents and other combining marks dropped
 * (Arabic harakat and tatweel too), compatibility forms resolved (full width, ligatures), ё as е,
 * typographic quotes as ' and ", runs of anything that is not a letter, digit or mark as one
 * space; none at the ends. "Côte d’Ivoire" is "cote d'ivoire": one apostrophe between two letters
 * is kept. So are the vowel signs of Indic, Thai and such scripts. */
void text_fold(struct buffer *out, const char *text, size_t len);
/* The same, as a text of its own; free() it. */
char *text_folded(const char *text);

/* How well a folded needle matches a folded text: 0 not at all, 1 somewhere inside a word, 2 at
 * the start of a word, 3 at the start of the text, 4 the whole text. Every word of a needle of
 * several words must match; the score is then the lowest of them. An empty needle scores 1. */
int text_match(const char *needle, const char *folded);
/* True when `keyword` (folded, one word or several) stands in `folded` text word for word, the
 * last word of it as a prefix of at most three more letters (inflections). */
bool text_has_keyword(const char *folded, const char *keyword);

/* Edits (insert, delete, replace, swap of neighbours; in bytes of folded text) from a to b, at
 * most `most`; `most` + 1 when there are more. */
int text_distance(const char *a, const char *b, int most);
/* The index of the nearest of `count` words within a third of its length (at least 1, at most 3
 * edits), or of which `word` is a prefix of 3 letters or more; SIZE_MAX when none is near.
 * It folds both itself. */
size_t text_nearest(const char *word, const char *const *words, size_t count);
/* The same among the words of a table; NULL when none is near. */
const char *text_nearest_word(const char *word, word_list *list);

/* True for a folded word that is an ordinary English one as well as a surname (king, rice, long). */
bool text_is_ordinary(const char *folded);
/* True for a folded word of up to four letters that ordinary sentences hold (per, can, de, al). */
bool text_is_short_word(const char *folded);
/* Bytes of the character at `text` when it is a slash or looks like one (／ ⁄ ∕ …); else 0. */
size_t text_slash(const char *text, size_t len);
/* The first place from `at` on of a letter or digit that is seen, or of such a slash; `len` when there is
 * none. Spaces, punctuation, combining marks and unseen format characters are passed over. */
size_t text_past_marks(const char *text, size_t len, size_t at);

/* Adds the text folded to an id ([a-z][a-z0-9-]{0,31}): words joined by hyphens, cut at a word if
 * it can be; adds nothing when no Latin letter begins it. "Women's rights" is womens-rights. */
void text_id(struct buffer *out, const char *text, size_t len);
bool text_is_id(const char *text);

#endif
