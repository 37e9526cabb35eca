/* SPDX-License-Identifier: MIT */
/* test_export_pairs.c - pairs of meetings that differ only in who spoke, when, in which order and from
 * which seat leave the same bytes in every format.
 *
 * A meeting is a set of blocks, each a few lines of one seat in one item. The other meeting of the
 * pair has the same blocks in another order, with other speakers, times and seats. ROUNDTABLE_PAIRS
 * says how many pairs (200); a failure prints its seed. */
#include "unit/cases.h"

#include "export/formats.h"
#include "unit/meeting.h"

enum { BLOCKS_MOST = 30, PAIRS = 200, LINES_MOST = 4, LINE_MOST = 160 };

static const char agenda_text[] =
	"roundtable: agenda/1\ntitle: Test\ntimezone: UTC\n"
	"themes:\n"
	"  - {id: money, label: Money, keywords: [purse]}\n"
	"  - {id: hours, label: Hours, keywords: [clock]}\n"
	"participants:\n"
	"  - {id: ann, name: Ann Aster, affiliation: Registry}\n"
	"  - {id: bob, name: Bob Birch, affiliation: Harbour}\n"
	"  - {id: cyn, name: Cyn Cedar, affiliation: Lighthouse}\n"
	"  - {id: dan, name: Dan Dogwood, affiliation: Quarry}\n"
	"  - {id: eve, name: Eve Elder, affiliation: Mill, public: the mill}\n"
	"items:\n"
	"  - {id: talk, title: Talk, minutes: 10}\n"
	"  - {id: free, title: Free talk, minutes: 10, rule: open}\n"
	"  - {id: shut, title: Shut talk, minutes: 10, rule: closed}\n";

static const char *const speakers[] = {"ann", "bob", "cyn", "dan"};
static const char *const seats[] = {"facilitator", "rapporteur", "rapporteur-2", "script"};
static const char *const items[] = {"talk", "free", "shut"};
static const char *const themes[] = {"", " #money", " #hours", " #weather", " #预算", " #жильё",
	" #العدالة", " #birch", " #Aster-plan", " #trade,#money", " #money/#hours", " #storm #weather"};
static const char *const words[] = {"slow", "dear", "late", "new", "far", "near", "old", "high"};

/* A block: %s is a speaker, and the same one in all its lines. */
struct block {
	char lines[LINES_MOST][LINE_MOST];
	int count;
	const char *item;
};

static unsigned below(uint64_t *seed, unsigned most)
{
	*seed = *seed * UINT64_C(6364136223846793005) + UINT64_C(1442695040888963407);
	return (unsigned)(*seed >> 33) % most;
}

#define PICK(seed, array) (array)[below(seed, sizeof(array) / sizeof *(array))]

static const char *const firsts[] = {"It is %s%s", ":concern It is %s%s", "= It stays %s%s",
	"? Is it %s%s", ":support We heard {} say %s%s", "~ It is %s%s", ":reservation Not so %s%s",
	"! Make it %s @eve due:2026-05-01%s", "! Make it %s{}{}%s", "Said {} and others: %s%s"};
static const char *const seconds[] = {"/edit last It was otherwise", "... and more of it", "/drop last",
	"/tag last #weather", "/tag last #预算", "/untag last #money", "/kind last lesson",
	"/action last", "/action last Mend it due:2026-06-01", "/undo", "s/it/that/g",
	"/edit last ~ Not for all", "... ~ but between us"};
static const char *const thirds[] = {"/undo", "/undo", "/redo", "! Also this {}", "/tag last #storm",
	"/rename money Purse", "/rename hours Cedar lines"};

/* Acts that are never refused after a first line: an undo after one that was would reach into the
 * block before. */
static bool is_sure(const char *line)
{
	static const char *const sure[] = {"/edit last", "...", "/drop", "/action"};

	for (size_t i = 0; i < sizeof sure / sizeof *sure; i++)
		if (strncmp(line, sure[i], strlen(sure[i])) == 0)
			return true;
	return false;
}

static bool is_action(const char *line)
{
	return *line == '!';
}

static void make_block(struct block *b, uint64_t *seed)
{
	const char *first = PICK(seed, firsts), *second = PICK(seed, seconds);

	*b = (struct block){.count = 1, .item = PICK(seed, items)};
	snprintf(b->lines[0], LINE_MOST, first, PICK(seed, words), PICK(seed, themes));
	bool note_only = strncmp(second, "/kind", 5) == 0 || strncmp(second, "/action", 7) == 0;
	if (below(seed, 2) && !(is_action(first) && note_only))
		snprintf(b->lines[b->count++], LINE_MOST, "%s", second);
	const char *third = PICK(seed, thirds);
	bool gone = strcmp(second, "/undo") == 0 || strcmp(second, "/drop last") == 0;
	bool reaches_back = (strcmp(third, "/undo") == 0 && !is_sure(second)) ||
			    (strstr(third, "last") && gone);
	if (b->count > 1 && below(seed, 2) && !reaches_back)
		snprintf(b->lines[b->count++], LINE_MOST, "%s", third);
}

/* The line with each {} as @SPEAKER; a speaker may be named twice. */
static void say(struct meeting *m, const char *seat, const char *line, uint64_t *who)
{
	struct buffer out = BUFFER_EMPTY;
	unsigned first = below(who, 4);

	for (; *line; line++) {
		if (strncmp(line, "{}", 2) != 0) {
			buffer_char(&out, *line);
			continue;
		}
		buffer_format(&out, " @%s ", speakers[first++ % 4]);
		line++;
	}
	meeting_try(m, seat, out.bytes);
	buffer_release(&out);
}

/* Holds the blocks in an order, with speakers, times and seats that `who` gives. */
static void hold(struct meeting *m, const struct block *blocks, int count, uint64_t *who)
{
	int order[BLOCKS_MOST];

	for (int i = 0; i < count; i++)
		order[i] = i;
	for (int i = count - 1; i > 0; i--) {
		int k = (int)below(who, (unsigned)i + 1), kept = order[i];

		order[i] = order[k];
		order[k] = kept;
	}
	for (int i = 0; i < count; i++) {
		const struct block *b = &blocks[order[i]];
		const char *seat = PICK(who, seats);
		char line[64];

		m->now += 1000 * (int64_t)below(who, 600);
		snprintf(line, sizeof line, "/item %s", b->item);
		meeting_try(m, seats[0], line);
		snprintf(line, sizeof line, "/floor %s", PICK(who, speakers));
		meeting_try(m, seats[0], line);
		for (int k = 0; k < b->count; k++)
			say(m, seat, b->lines[k], who);
	}
}

static void export_all(struct buffer *out, const struct meeting *m)
{
	static const enum what whats[] = {WHAT_ALL, WHAT_NOTES, WHAT_ACTIONS, WHAT_THEMES};

	for (size_t w = 0; w < sizeof whats / sizeof *whats; w++)
		for (size_t f = 0; f < export_count; f++) {
			struct outgoing outgoing;
			struct error error = {0};

			assert_true(outgoing_make(
				&outgoing, &m->session, &secret, whats[w], false, &error));
			export_table[f].write(out, &outgoing);
			outgoing_release(&outgoing);
		}
}

/* The first line that differs, of both. */
static void show_difference(char *out, size_t size, const char *a, const char *b)
{
	size_t at = 0, line = 0;

	for (; a[at] && a[at] == b[at]; at++)
		if (a[at] == '\n')
			line = at + 1;
	snprintf(out, size, "%.*s != %.*s", (int)strcspn(a + line, "\n"), a + line,
		(int)strcspn(b + line, "\n"), b + line);
}

static void pairs_leave_the_same(void **state)
{
	const char *wanted = getenv("ROUNDTABLE_PAIRS");
	int pairs = wanted ? atoi(wanted) : PAIRS;
	size_t least = SIZE_MAX;
	char bad[1024] = "none";

	(void)state;
	for (int pair = 1; pair <= pairs && strcmp(bad, "none") == 0; pair++) {
		uint64_t seed = (uint64_t)pair, who = seed * 2, other = seed * 2 + 1;
		struct block blocks[BLOCKS_MOST];
		struct meeting one, two;
		struct buffer first = BUFFER_EMPTY, second = BUFFER_EMPTY;
		int count = 5 + (int)below(&seed, BLOCKS_MOST - 5);

		for (int i = 0; i < count; i++)
			make_block(&blocks[i], &seed);
		meeting_open(&one, agenda_text);
		meeting_open(&two, agenda_text);
		hold(&one, blocks, count, &who);
		hold(&two, blocks, count, &other);
		export_all(&first, &one);
		export_all(&second, &two);
		least = first.len < least ? first.len : least;
		if (strcmp(first.bytes, second.bytes) != 0) {
			char difference[900];

			show_difference(
				difference, sizeof difference, first.bytes, second.bytes);
			snprintf(bad, sizeof bad, "pair %d: %s", pair, difference);
		}
		meeting_close(&one);
		meeting_close(&two);
		buffer_release(&first);
		buffer_release(&second);
	}
	assert_string_equal(bad, "none");
	assert_true(least > 1000);
}

int main(void)
{
	const struct CMUnitTest tests[] = {cmocka_unit_test(pairs_leave_the_same)};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
