/* SPDX-License-Identifier: MIT */
/* roster.c - the terms by which people are known. */
#include "roster/terms_parts.h"

#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "text/text.h"

/* Words of offices and institutions, in alphabetical order. None of them names anybody alone. */
static const char *const offices[] = {
	"acting", "adviser", "advisor", "affairs", "agency", "ambassadeur", "ambassador",
	"assistant", "attache", "board", "bureau", "centre", "chair", "chairman", "chairperson",
	"charge", "chief", "civil", "colonel", "commander", "commission", "commissioner",
	"committee", "consul", "coordinator", "council", "counsellor", "country", "defence",
	"defense", "delegacion", "delegate", "delegation", "democratic", "department", "deputy",
	"director", "division", "doctor", "embassy", "envoy", "excellency", "executive", "expert",
	"facilitator", "federal", "federation", "first", "force", "foreign", "forum", "general",
	"government", "group", "head", "initiative", "institute", "international", "islamic",
	"junior", "kingdom", "lady", "liaison", "lord", "madam", "member", "military", "minister",
	"ministry", "mission", "moderator", "nation", "national", "nations", "network",
	"observer", "office", "officer", "organisation", "organization", "panel", "participant",
	"peace", "people", "peoples", "permanent", "police", "president", "prime", "professor",
	"programme", "public", "rapporteur", "reform", "representative", "republic", "second",
	"secretariat", "secretary", "section", "security", "senator", "senior", "service",
	"speaker", "special", "staff", "state", "states", "support", "task", "team", "third",
	"under", "union", "unit", "united", "vice", "working",
};

enum { TERM_BYTES_MOST = 120 };

static int compare(const void *word, const void *entry)
{
	return strcmp(word, *(const char *const *)entry);
}

static bool is_office(const char *folded)
{
	return bsearch(folded, offices, sizeof offices / sizeof *offices, sizeof *offices,
		       compare) != NULL;
}

/* The folded text without what stands between its words. */
static char *glued(const char *text)
{
	char *words = text_folded(text);
	size_t len = 0;

	for (size_t i = 0; words[i]; i++)
		if (words[i] != ' ' && words[i] != '\'')
			words[len++] = words[i];
	words[len] = '\0';
	return words;
}

/* Keeps the first bytes of very long words, cut at a character. */
static void shorten(char *words)
{
	size_t len = strlen(words);

	if (len <= TERM_BYTES_MOST)
		return;
	for (len = TERM_BYTES_MOST; len && ((unsigned char)words[len] & 0xc0) == 0x80;)
		len--;
	words[len] = '\0';
}

/* The person or delegation of a term. */
struct owner {
	struct roster *roster;
	size_t person, delegation;
};

static bool is_known(const struct roster *r, const char *words, const struct roster_term *like)
{
	for (size_t i = map_get(&r->by_words, words); i != NONE; i = r->terms[i].next)
		if (r->terms[i].kind == like->kind && r->terms[i].person == like->person &&
			r->terms[i].delegation == like->delegation)
			return true;
	return false;
}

static void add_words(const struct owner *owner, enum roster_kind kind, char *words, bool ordinary)
{
	struct roster *r = owner->roster;
	struct roster_term term = {.words = words,
		.kind = kind,
		.person = owner->person,
		.delegation = owner->delegation,
		.is_ordinary = ordinary};
	shorten(words);
	size_t len = strlen(words);
	if (len == 0 || is_known(r, words, &term)) {
		free(words);
		return;
	}
	term.next = map_get(&r->by_words, words);
	r->terms = array_room(r->terms, r->count, &r->room, sizeof *r->terms);
	r->terms[r->count] = term;
	map_set(&r->by_words, words, r->count++);
	if (len > r->longest)
		r->longest = len;
}

/* A single character, but for an ideograph, says nothing. */
static bool is_too_short(const char *words)
{
	size_t len = strlen(words), first = text_word_char(words, len);

	return len <= first && !text_is_unspaced(words, len);
}

static bool is_ordinary(const char *words)
{
	return text_is_ordinary(words) || text_is_short_word(words) || is_office(words) ||
	       strlen(words) <= 2;
}

/* A Cyrillic name without the letter that its cases change; NULL for others. lookup.c takes any short
 * ending behind it. */
static char *stem_of(const char *words)
{
	static const char *const vowels[] = {"а", "я", "о", "е", "ь", "й", "ы", "и", "у", "ю", "я"};
	size_t len = strlen(words);
	unsigned char first = (unsigned char)words[0];

	for (size_t i = 0; first >= 0xd0 && first <= 0xd4 && len >= 10 &&
		i < sizeof vowels / sizeof *vowels; i++)
		if (strcmp(words + len - 2, vowels[i]) == 0)
			return mem_text_of(words, len - 2);
	return NULL;
}

static void add_with_stem(
	const struct owner *owner, enum roster_kind kind, char *words, bool ordinary)
{
	char *stem = stem_of(words);

	add_words(owner, kind, words, ordinary);
	if (stem)
		add_words(owner, kind, stem, ordinary);
}

static void add_spelling(const struct owner *owner, enum roster_kind kind, const char *text)
{
	char *words = glued(text);
	bool ordinary = is_ordinary(words);

	if (is_too_short(words) || (kind != ROSTER_ID && is_office(words)))
		free(words);
	else
		add_with_stem(owner, kind, words, ordinary);
}

/* The text with letters spelled as people do whose keyboard lacks them; NULL when it has none. */
static char *respelled(const char *text)
{
	static const char *const letters[][2] = {{"ü", "ue"}, {"ö", "oe"}, {"ä", "ae"}, {"Ü", "Ue"},
		{"Ö", "Oe"}, {"Ä", "Ae"}, {"ø", "oe"}, {"Ø", "Oe"}, {"å", "aa"}, {"Å", "Aa"}};
	struct buffer out = BUFFER_EMPTY;
	bool changed = false;

	while (*text) {
		size_t i = 0, count = sizeof letters / sizeof *letters;

		while (i < count && strncmp(text, letters[i][0], 2) != 0)
			i++;
		if (i < count)
			buffer_text(&out, letters[i][1]);
		else
			buffer_char(&out, *text);
		text += i < count ? 2 : 1;
		changed = changed || i < count;
	}
	char *spelled = buffer_take(&out);
	if (changed)
		return spelled;
	free(spelled);
	return NULL;
}

static void add_term(const struct owner *owner, enum roster_kind kind, const char *text)
{
	if (!text)
		return;
	char *other = respelled(text);

	add_spelling(owner, kind, text);
	if (other)
		add_spelling(owner, kind, other);
	free(other);
}

/* Small words inside names. */
static bool is_particle(const char *word)
{
	static const char *const particles[] = {"al", "bin", "bint", "da", "de", "del", "den", "der",
		"des", "di", "do", "dos", "du", "el", "en", "for", "ibn", "la", "las", "le", "los", "of",
		"on", "the", "to", "van", "von", "y", "and", "et"};

	for (size_t i = 0; i < sizeof particles / sizeof *particles; i++)
		if (strcmp(word, particles[i]) == 0)
			return true;
	return false;
}

/* The part of a folded designation that names whom somebody speaks for: "ghana" of "permanent
 * representative of ghana to the united nations"; NULL when it is built in another way. The
 * caller's to free(). */
static char *spoken_for(const char *folded)
{
	static const char *const speakers[] = {"representative", "mission", "delegation", "delegate",
		"delegue", "embassy", "ambassador", "ambassadeur", "embajador", "representant",
		"representante", "representacion", "permanente"};
	static const char *const of[] = {" of the ", " of ", " du ", " de la ", " de l'", " del ",
		" de ", " d'"};

	for (size_t i = 0; i < sizeof speakers / sizeof *speakers; i++) {
		const char *word = strstr(folded, speakers[i]);
		const char *after = word ? word + strlen(speakers[i]) : "";

		for (size_t k = 0; k < sizeof of / sizeof *of; k++)
			if (strncmp(after, of[k], strlen(of[k])) == 0) {
				const char *name = after + strlen(of[k]);
				const char *to = strstr(name, " to ");

				return to ? mem_text_of(name, (size_t)(to - name)) : mem_text(name);
			}
	}
	return NULL;
}

/* True for "Department of Peace Operations" or "Delegate of Uruguay": no name of a person. */
static bool is_designation(const char *folded)
{
	bool is_one = strstr(folded, " of ") || strstr(folded, " for ");
	char *copy = mem_text(folded), *rest = copy;

	for (char *word = strtok_r(rest, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		is_one = is_one || is_office(word);
	free(copy);
	return is_one;
}

/* Each word of a person's name but for particles; of a designation only whom it speaks for. */
static void add_words_of_name(const struct owner *owner, const char *name)
{
	char *folded = text_folded(name), *rest = folded;
	char *country = spoken_for(folded);

	add_term(owner, ROSTER_NAME_PART, country);
	free(country);
	bool parts = !is_designation(folded);
	for (char *word = strtok_r(rest, " ", &rest); parts && word;
		word = strtok_r(NULL, " ", &rest))
		if (!is_particle(word) && !is_too_short(word))
			add_with_stem(owner, ROSTER_NAME_PART, glued(word), is_ordinary(word));
	free(folded);
}

static void add_name_parts(const struct owner *owner, const char *name)
{
	char *other = respelled(name ? name : "");

	add_words_of_name(owner, name ? name : "");
	if (other)
		add_words_of_name(owner, other);
	free(other);
}

/* Words of the official names of states that name none of them, in alphabetical order. */
static const char *const state_words[] = {"arab", "central", "commonwealth", "confederation",
	"cooperative", "democratic", "duchy", "equatorial", "federal", "federated", "federation", "grand",
	"great", "independent", "islamic", "island", "islands", "kingdom", "new", "north", "northern",
	"people", "peoples", "plurinational", "principality", "republic", "saint", "socialist", "south",
	"southern", "state", "states", "sultanate", "union", "united"};

static bool is_state_word(const char *folded)
{
	return bsearch(folded, state_words, sizeof state_words / sizeof *state_words,
		       sizeof *state_words, compare) != NULL;
}

/* True when a word of the folded text is one of states, and none is one of institutions. */
static bool is_state_name(const char *folded)
{
	bool is_state = strstr(folded, " and ") != NULL, is_institution = false;
	char *copy = mem_text(folded), *rest = copy;

	for (char *word = strtok_r(rest, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		is_state = is_state || is_state_word(word);
		is_institution = is_institution || (is_office(word) && !is_state_word(word));
	}
	free(copy);
	return is_state && !is_institution;
}

/* The words that name the state in "Iran (Islamic Republic of)", "Bosnia and Herzegovina". */
static void add_state_parts(const struct owner *owner, enum roster_kind kind, const char *folded)
{
	char *copy = mem_text(folded), *rest = copy;
	const char *of = strstr(folded, " of ");

	for (char *word = strtok_r(rest, " ", &rest); word; word = strtok_r(NULL, " ", &rest))
		if (!is_state_word(word) && !is_particle(word) && strlen(word) >= 3)
			add_term(owner, kind, word);
	free(copy);
	if (strncmp(folded, "united ", 7) == 0 && of) {
		char *before = mem_text_of(folded, (size_t)(of - folded));

		add_term(owner, kind, before);
		free(before);
	}
}

static void add_affiliation(const struct owner *owner, enum roster_kind kind, const char *text)
{
	static const char un[] = "united nations ";
	char *folded = text_folded(text ? text : ""), *country = spoken_for(folded);
	const char *state = country ? country : folded;

	add_term(owner, kind, text);
	add_term(owner, kind, country);
	if (is_state_name(state))
		add_state_parts(owner, kind, state);
	if (strncmp(folded, un, sizeof un - 1) == 0 && strchr(folded + sizeof un - 1, ' '))
		add_term(owner, kind, folded + sizeof un - 1);
	free(country);
	free(folded);
}

static void add_person(struct roster *r, const struct people *p, size_t index)
{
	const struct person *person = &p->persons[index];
	const struct owner owner = {r, index, NONE};

	add_term(&owner, ROSTER_ID, person->id);
	add_term(&owner, ROSTER_NAME, person->name);
	add_name_parts(&owner, person->name);
	for (size_t i = 0; i < person->alias_count; i++)
		add_term(&owner, ROSTER_ALIAS, person->aliases[i]);
	add_term(&owner, ROSTER_LABEL, person->label);
	add_term(&owner, ROSTER_TITLE, person->title);
	add_affiliation(&owner, ROSTER_AFFILIATION, person->affiliation);
}

struct roster *roster_new(const struct people *p)
{
	struct roster *r = mem_new(1, sizeof *r);

	for (size_t i = 0; i < p->count; i++)
		add_person(r, p, i);
	for (size_t i = 0; i < p->delegation_count; i++)
		add_affiliation(
			&(struct owner){r, NONE, i}, ROSTER_DELEGATION, p->delegations[i].name);
	for (size_t i = 0; i < p->alias_count; i++)
		add_term(&(struct owner){r, people_numbered(p, p->aliases[i].person), NONE},
			ROSTER_ALIAS, p->aliases[i].word);
	return r;
}

void roster_free(struct roster *r)
{
	if (!r)
		return;
	for (size_t i = 0; i < r->count; i++)
		free(r->terms[i].words);
	free(r->terms);
	map_release(&r->by_words);
	free(r);
}
