/* SPDX-License-Identifier: MIT */
/* suggest.c - themes whose keywords stand in the line being typed. */
#include "command/command.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

enum { QUICK_LETTERS = 3 };

/* False when the keyword cannot stand in the folded text: its first letters do not. Spares the
 * folding of nearly every keyword at each key. */
static bool may_stand(const char *folded, const char *keyword)
{
	char start[QUICK_LETTERS + 1] = "";

	for (size_t i = 0; i < QUICK_LETTERS; i++) {
		char c = keyword[i];

		if (c >= 'A' && c <= 'Z')
			c = (char)(c - 'A' + 'a');
		if (c < 'a' || c > 'z')
			break;
		start[i] = c;
	}
	return !*start || strstr(folded, start) != NULL;
}

/* How many bytes of the keyword stand in the text: all or none. */
static size_t bytes_of(const char *keyword, const char *folded)
{
	if (!may_stand(folded, keyword))
		return 0;
	char *word = text_folded(keyword);
	size_t bytes = text_has_keyword(folded, word) ? strlen(word) : 0;

	free(word);
	return bytes;
}

/* How many bytes of the theme's keywords stand in the text. One without keywords, as those made
 * while people speak, has its label. */
static size_t keyword_bytes(const struct theme *t, const char *folded)
{
	size_t bytes = 0;

	for (size_t i = 0; i < t->keyword_count; i++)
		bytes += bytes_of(t->keywords[i], folded);
	return t->keyword_count ? bytes : bytes_of(t->label, folded);
}

/* The same of every theme, with those that were merged into it; free() it. */
static size_t *keywords_weighed(const struct session *s, const char *folded)
{
	size_t *weights = mem_new(s->theme_count + 1, sizeof *weights);

	for (size_t i = 0; i < s->theme_count; i++)
		if (!s->themes[i].gone)
			weights[session_theme_root(s, i)] += keyword_bytes(&s->themes[i], folded);
	return weights;
}

static bool is_tag_of(const char *word, size_t len, const struct theme *t)
{
	if (len == 1 && t->digit && word[0] == (char)('0' + t->digit))
		return true;
	return len > 0 && strncmp(t->id, word, len) == 0;
}

/* Is the theme tagged in the line already? */
static bool has_tag(const char *line, const struct theme *t)
{
	for (const char *at = strchr(line, '#'); at; at = strchr(at + 1, '#'))
		if ((at == line || at[-1] == ' ') &&
			is_tag_of(at + 1, strcspn(at + 1, " ,.;:!?"), t))
			return true;
	return false;
}

size_t themes_suggested(
	const char *line, size_t len, const struct session *session, size_t *out, size_t most)
{
	struct buffer folded = BUFFER_EMPTY;
	char *text = mem_text_of(line, len);
	size_t *weights = mem_new(most ? most : 1, sizeof *weights);
	size_t count = 0;

	text_fold(&folded, line, len);
	size_t *all = keywords_weighed(session, folded.bytes);
	for (size_t i = 0; most && folded.len && i < session->theme_count; i++) {
		const struct theme *t = &session->themes[i];
		size_t weight, at;

		if (t->gone || t->merged != NONE || has_tag(text, t))
			continue;
		weight = all[i];
		if (!weight || (count == most && weight <= weights[count - 1]))
			continue;
		count -= count == most;
		for (at = count++; at && weights[at - 1] < weight; at--) {
			weights[at] = weights[at - 1];
			out[at] = out[at - 1];
		}
		weights[at] = weight;
		out[at] = i;
	}
	free(all);
	free(weights);
	free(text);
	buffer_release(&folded);
	return count;
}
