/* SPDX-License-Identifier: MIT */
/* schema.c - mappings read by a table of keys, and values taken with a word of what was expected.
 */
#include "agenda/schema.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "base/number.h"
#include "text/text.h"

enum { KEYS_MOST = 24, PROBLEMS_NOTED = 200, GUESSES_MOST = 24, TEXT_SHOWN = 400 };

void reader_init(struct reader *r, struct agenda *agenda, const char *path, bool is_session)
{
	*r = (struct reader){.agenda = agenda, .path = path, .is_session = is_session};
	r->problems.limit = PROBLEMS_NOTED;
	r->priorities.what = "priority";
	r->themes.what = "theme";
	r->items.what = "item";
	r->persons.what = "participant";
}

void ids_release(struct ids *ids)
{
	map_release(&ids->by_id);
	free(ids->places);
}

void reader_release(struct reader *r)
{
	ids_release(&r->priorities);
	ids_release(&r->themes);
	ids_release(&r->items);
	ids_release(&r->persons);
	free(r->references);
	free(r->item_minutes.items);
	free(r->person_names.items);
	free(r->theme_starts.items);
	people_release(&r->named);
	problems_release(&r->problems);
}

/* A text of which a page was quoted is cut, at a whole character. */
static int shown_len(const char *text)
{
	size_t len = strlen(text);

	if (len <= TEXT_SHOWN)
		return (int)len;
	len = TEXT_SHOWN;
	while (((unsigned char)text[len] & 0xc0) == 0x80)
		len--;
	return (int)len;
}

/* In a session only the people file is another file: what is quoted from it may be a name, and a message
 * may be kept anywhere. */
static char *without_names(const char *text, int len)
{
	struct buffer out = BUFFER_EMPTY;
	const char *first = memchr(text, '\'', (size_t)len), *end = text + len, *last = end;

	while (first && last[-1] != '\'')
		last--;
	if (first && (*end || last == first + 1)) /* cut, perhaps inside the quote */
		last = end;
	buffer_bytes(&out, text, (size_t)((first ? first : end) - text));
	if (first)
		buffer_format(&out, "'…'%.*s", (int)(end - last), last);
	return buffer_take(&out);
}

/* Those of the agenda itself first, then those of the files it names, each in file order. */
static void hand_on(struct reader *r, struct problems *out, bool of_agenda)
{
	for (size_t i = 0; i < r->problems.count; i++) {
		const struct problem *it = &r->problems.items[i];

		if ((it->place.file == r->path) != of_agenda)
			continue;
		int len = shown_len(it->text);
		const char *rest = it->text[len] ? "…" : "";
		char *shown = r->is_session && !of_agenda ? without_names(it->text, len)
							   : mem_text_of(it->text, (size_t)len);
		if (it->is_error)
			problem(out, it->place, "%s%s", shown, rest);
		else
			warning(out, it->place, "%s%s", shown, rest);
		free(shown);
	}
}

bool reader_end(struct reader *r, struct problems *out)
{
	problems_sort(&r->problems);
	hand_on(r, out, true);
	hand_on(r, out, false);
	out->dropped += r->problems.dropped;
	return !r->problems.errors;
}

bool reader_may_guess(const struct reader *r)
{
	return r->problems.errors < GUESSES_MOST;
}

void places_add(struct places *places, struct place place)
{
	places->items = array_room(places->items, places->count, &places->room, sizeof place);
	places->items[places->count++] = place;
}

static const char *shape_words(enum shape shape)
{
	switch (shape) {
	case SHAPE_TEXT: return "a text";
	case SHAPE_LIST: return "a list";
	case SHAPE_MAPPING: return "a mapping of keys and values";
	case SHAPE_ANY: break;
	}
	return "something";
}

static const char *kind_words(enum node_kind kind)
{
	switch (kind) {
	case NODE_TEXT: return "a text";
	case NODE_LIST: return "a list";
	case NODE_MAPPING: return "a mapping";
	case NODE_EMPTY:
	case NODE_BAD: break;
	}
	return "empty";
}

static bool fits(enum node_kind kind, enum shape shape)
{
	switch (shape) {
	case SHAPE_TEXT: return kind == NODE_TEXT;
	case SHAPE_LIST: return kind == NODE_LIST;
	case SHAPE_MAPPING: return kind == NODE_MAPPING;
	case SHAPE_ANY: return kind != NODE_EMPTY;
	}
	return false;
}

/* What is wrong with one of a list is said of each of them. */
static const char *each(const struct node *node)
{
	return node->in_list ? "each of " : "";
}

bool has_shape(struct reader *r, const struct node *node, enum shape shape)
{
	if (node->kind == NODE_BAD)
		return false;
	if (fits(node->kind, shape))
		return true;
	return problem(&r->problems, node->place, "%s%s must be %s, not %s", each(node),
		node->name, shape_words(shape), kind_words(node->kind));
}

const struct node *node_valid(const struct node *node)
{
	while (node && node->ignored)
		node = node->next;
	return node;
}

static bool applies(const struct reader *r, const struct key *key)
{
	return key->use == IN_BOTH || (key->use == IN_SESSION) == r->is_session;
}

static const struct key *key_named(const struct reader *r, const struct schema *s, const char *name)
{
	for (size_t i = 0; i < s->count; i++)
		if (strcmp(s->keys[i].name, name) == 0 && applies(r, &s->keys[i]))
			return &s->keys[i];
	return NULL;
}

/* "a, b, c" */
static char *listed(const char *const *words, size_t count)
{
	struct buffer list = BUFFER_EMPTY;

	for (size_t i = 0; i < count; i++)
		buffer_format(&list, "%s%s", i ? ", " : "", words[i]);
	return buffer_take(&list);
}

/* Says so, with the key that was meant or those there are; returns the one that was meant. */
static const char *unknown_key(struct reader *r, const struct node *node, const struct schema *s)
{
	const char *names[KEYS_MOST];
	size_t count = 0;

	if (!reader_may_guess(r)) {
		problem(&r->problems, node->key_place, "unknown key '%s'", node->key);
		return NULL;
	}
	for (size_t i = 0; i < s->count && count < KEYS_MOST; i++)
		if (applies(r, &s->keys[i]) && s->keys[i].need != UNAVAILABLE)
			names[count++] = s->keys[i].name;
	size_t nearest = text_nearest(node->key, names, count);
	if (nearest != SIZE_MAX) {
		problem(&r->problems, node->key_place, "unknown key '%s', did you mean '%s'?",
			node->key, names[nearest]);
		return names[nearest];
	}
	char *keys = listed(names, count);
	problem(&r->problems, node->key_place, "unknown key '%s', %s has %s", node->key, s->what,
		keys);
	free(keys);
	return NULL;
}

static bool has_key(const struct node *mapping, const char *name)
{
	for (const struct node *n = mapping->first; n; n = n->next)
		if (strcmp(n->key, name) == 0)
			return true;
	return false;
}

/* Keys that are needed and not there; not those that were only misspelt. */
static void missing_keys(struct reader *r, const struct node *mapping, const struct schema *s,
	const struct map *meant)
{
	for (size_t i = 0; i < s->count; i++) {
		const struct key *key = &s->keys[i];

		if (key->need == REQUIRED && applies(r, key) && !has_key(mapping, key->name) &&
			map_get(meant, key->name) == MAP_NONE)
			problem(&r->problems, mapping->place, "%s needs the key '%s'", s->what,
				key->name);
	}
}

void schema_read(struct reader *r, const struct node *mapping, const struct schema *s, void *into)
{
	struct map meant = {0};

	for (const struct node *n = node_valid(mapping->first); n; n = node_valid(n->next)) {
		const struct key *key = key_named(r, s, n->key);

		if (key && (key->need == UNAVAILABLE || has_shape(r, n, key->shape)))
			key->take(r, n, (char *)into + key->offset);
		if (key)
			continue;
		const char *other = unknown_key(r, n, s);
		if (other)
			map_set(&meant, other, 0);
	}
	missing_keys(r, mapping, s, &meant);
	map_release(&meant);
}

void take_text(struct reader *r, const struct node *node, void *slot)
{
	if (!*node->text)
		problem(&r->problems, node->place, "%s%s must be a text, not empty", each(node),
			node->name);
	else
		mem_replace(slot, node->text);
}

void take_truth(struct reader *r, const struct node *node, void *slot)
{
	bool *out = slot;

	if (strcmp(node->text, "true") == 0)
		*out = true;
	else if (strcmp(node->text, "false") == 0)
		*out = false;
	else
		problem(&r->problems, node->place, "%s must be true or false, not '%s'", node->name,
			node->text);
}

bool node_number(struct reader *r, const struct node *node, int64_t least, int64_t most, int *out)
{
	int64_t number;

	if (!has_shape(r, node, SHAPE_TEXT))
		return false;
	if (!number_read(node->text, least, most, &number))
		return problem(&r->problems, node->place,
			"%s must be a whole number from %lld to %lld, not '%s'", node->name,
			(long long)least, (long long)most, node->text);
	*out = (int)number;
	return true;
}

bool node_duration(struct reader *r, const struct node *node, int64_t *out)
{
	if (!has_shape(r, node, SHAPE_TEXT))
		return false;
	if (!duration_read(node->text, out))
		return problem(&r->problems, node->place,
			"%s%s must be a duration such as 90s, 3m or 1h30m, not '%s'", each(node),
			node->name, node->text);
	return true;
}

void take_duration(struct reader *r, const struct node *node, void *slot)
{
	node_duration(r, node, slot);
}

size_t node_word(struct reader *r, const struct node *node, word_list *list)
{
	if (!has_shape(r, node, SHAPE_TEXT))
		return SIZE_MAX;
	for (size_t i = 0; list(i); i++)
		if (strcmp(list(i), node->text) == 0)
			return i;
	const char *nearest = reader_may_guess(r) ? text_nearest_word(node->text, list) : NULL;
	if (nearest) {
		problem(&r->problems, node->place, "unknown %s '%s', did you mean '%s'?",
			node->name, node->text, nearest);
		return SIZE_MAX;
	}
	struct buffer words = BUFFER_EMPTY;
	word_list_write(&words, list, ", ", ", ");
	problem(&r->problems, node->place, "%s%s must be one of %s, not '%s'", each(node),
		node->name, words.bytes, node->text);
	buffer_release(&words);
	return SIZE_MAX;
}

void take_rule(struct reader *r, const struct node *node, void *slot)
{
	size_t found = node_word(r, node, rule_word);

	if (found != SIZE_MAX)
		*(enum rule *)slot = (enum rule)found;
}

void take_role(struct reader *r, const struct node *node, void *slot)
{
	size_t found = node_word(r, node, role_word);

	if (found != SIZE_MAX)
		*(enum role *)slot = (enum role)found;
}

void node_texts(struct reader *r, const struct node *list, char ***texts, size_t *count)
{
	if (*texts)
		return;
	*texts = mem_new(list->count ? list->count : 1, sizeof(char *));
	for (const struct node *n = list->first; n; n = n->next)
		if (has_shape(r, n, SHAPE_TEXT)) {
			take_text(r, n, &(*texts)[*count]);
			*count += (*texts)[*count] != NULL;
		}
}

/* p7, d12, p-…, d-…: how logs call people and delegations. */
static bool is_number(const char *text)
{
	if (*text != 'p' && *text != 'd')
		return false;
	return text[1] == '-' || (text[1] && strspn(text + 1, "0123456789") == strlen(text + 1));
}

static bool is_item_word(const char *text)
{
	static const char *const words[] = {"next", "back", "end", "add", "move", "minutes"};

	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		if (strcmp(text, words[i]) == 0)
			return true;
	return false;
}

static const char *last_part(const char *path)
{
	const char *slash = strrchr(path, '/');

	return slash ? slash + 1 : path;
}

char *id_take(struct reader *r, const char *text, struct place at, struct ids *ids, size_t index,
	bool reserved)
{
	size_t other = map_get(&ids->by_id, text);

	if (!text_is_id(text))
		problem(&r->problems, at,
			"%s id must be a small letter, then at most 31 small letters, digits or "
			"'-', "
			"not '%s'",
			ids->what, text);
	else if (reserved && is_number(text))
		problem(&r->problems, at,
			"%s id '%s' is kept for numbers (p1, d2, p-…, d-…), choose another",
			ids->what, text);
	else if (reserved && is_item_word(text))
		problem(&r->problems, at, "%s id '%s' is a word of /item, choose another",
			ids->what, text);
	else if (other != MAP_NONE && ids->places[other].file == at.file)
		problem(&r->problems, at, "%s id '%s' is used twice, first on line %zu", ids->what,
			text, ids->places[other].line);
	else if (other != MAP_NONE)
		problem(&r->problems, at, "%s id '%s' is used twice, first in %s on line %zu",
			ids->what, text, last_part(ids->places[other].file),
			ids->places[other].line);
	else {
		while (ids->count <= index) {
			ids->places = array_room(ids->places, ids->count, &ids->room, sizeof at);
			ids->places[ids->count++] = at;
		}
		ids->places[index] = at;
		map_set(&ids->by_id, text, index);
		return mem_text(text);
	}
	return NULL;
}

void reference_add(struct reader *r, enum reference_kind kind, size_t owner,
	const struct node *node)
{
	r->references = array_room(r->references, r->reference_count, &r->reference_room,
		sizeof *r->references);
	r->references[r->reference_count++] = (struct reference){kind, owner, node};
}
