/* SPDX-License-Identifier: MIT */
/* test_report_converge.c - seats that were apart come to one record (contract §3, The record).
 *
 * A schedule is three to six seats with clocks that differ, some lines typed at each, and a network
 * that delays them, brings them twice, in another order and not at all to those on the other side
 * of a partition. In the end everybody has everything: the record and all views of every seat, as
 * they were kept true event by event, must be the same byte for byte, and the same as those of a
 * folder that is read whole. On the way what a seat shows is what a fold of what it has would show.
 *
 * Some end as folders on disk, each with a part of the logs, that are merged with each other.
 *
 * A schedule that fails is made shorter, and told by its seed with all that happened in it.
 * ROUNDTABLE_SEED plays that one only, ROUNDTABLE_SCHEDULES so many.
 */
#include "unit/cases.h"

#include "unit/far_folders.h"

#if defined(__SANITIZE_ADDRESS__)
#define IS_SLOW 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define IS_SLOW 1
#endif
#endif
#ifndef IS_SLOW
#define IS_SLOW 0
#endif

enum { SEATS_MOST = 6, STEPS_MOST = 192, PENDING_MOST = 4096, BATCH_MOST = 8, TRIES = 5 };
enum { SEED_BITS = 40, SCHEDULES = 100000, SLOWER = 40, LONGER = 5, MERGED = IS_SLOW ? 200 : 2000 };

/* How the network treats the lines of one seat. */
enum order { IN_ORDER, ANY_ORDER };

static const struct row {
	const char *name;
	int seats;
	enum order order;
	int share; /* of all schedules, in hundredths */
} rows[] = {
	{"three_seats", 3, IN_ORDER, 25},
	{"three_seats_in_any_order", 3, ANY_ORDER, 25},
	{"four_seats", 4, IN_ORDER, 15},
	{"four_seats_in_any_order", 4, ANY_ORDER, 15},
	{"five_seats", 5, IN_ORDER, 5},
	{"five_seats_in_any_order", 5, ANY_ORDER, 5},
	{"six_seats", 6, IN_ORDER, 5},
	{"six_seats_in_any_order", 6, ANY_ORDER, 5},
};

static const char *const seat_names[SEATS_MOST] = {"facilitator", "rapporteur", "rapporteur-2",
	"script", "facilitator-2", "a"};

/* What may be typed. %t a theme, %u one that may be new, %p somebody, %n a note, %a an action
 * point, %w words, %k a kind of note, %l of a request, %d a day, %i an item, %9 a digit. */
static const char *const lines[] = {"%w #%t", "%w", "%w #%t @%p", ":%k %w #%u", "~ %w", "? %w @%p",
	"! %w @%p due:%d", "! %w", "... %w", "s/w1/%w/", "/edit %n %w", "/edit %n %w",
	"/edit %n %w", "/agree %n %9", "/agree %n %9", "/agree %n 1", "/tag %n #%u",
	"/untag %n #%t", "/kind %n %k", "/attribute %n @%p", "/attribute floor @%p", "/drop %n",
	"/action %n", "/action %n %w", "/confirm %a", "/confirm %a changed", "/owner %a @%p",
	"/due %a %d", "/done %a", "/reopen %a", "/cancel %a", "/theme %u %w", "/rename %u %w",
	"/merge %u %t", "/digit %9 %t", "/speak %p", "/speak %p, %p", "/speak %p as %l",
	"/speak %p as %l", "/withdraw %p", "/later %p", "/move %p first", "/move %p before %p", "/next",
	"/next", "/next %p", "/next %p really", "/floor %p", "/floor %p as %l", "/floor ?", "/end",
	"/pause", "/resume", "/yield %p", "/extend 1m", "/limit 2m", "/budget 2m", "/list close",
	"/list open", "/list clear", "/policy balance region", "/policy first-timers",
	"/policy arrival", "/here %p", "/away %p", "/item next", "/item next", "/item %i",
	"/item back", "/item end", "/item add %w; 5", "/item minutes %i 20", "/abbr w1 %w",
	"/take list really", "/suspend", "/continue", "/close really", "/reopen", "/leave", "/undo",
	"/undo", "/undo", "/undo", "/undo", "/redo", "/redo", "/redo", "/alias %p w%9",
	"/person x%9 Late %9; Clerk; Valley; Valley", "/person x%9 Other %9; ; Harbour"};
enum { LINES = sizeof lines / sizeof *lines, LINES_OF_PEOPLE = 3 };

enum act { TYPE, BRING, PART, LOOK, ODD };

struct step {
	enum act act;
	int seat;
	const char *line; /* TYPE: NULL is any */
	uint64_t random;
	bool left_out;
};

/* A line on its way. */
struct sent {
	int to, from;
	size_t line;
};

struct schedule {
	const struct row *row;
	uint64_t seed;
	struct step steps[STEPS_MOST];
	size_t step_count;
	bool people; /* some are brought in */
	bool merged; /* in the end by way of folders on disk */
};

struct world {
	const struct schedule *schedule;
	struct far_seat *seats; /* and one more, who reads the folder at the end */
	int64_t now;
	unsigned side; /* a bit a seat: on which side of the partition */
	uint64_t random;
	struct sent pending[PENDING_MOST];
	size_t pending_count;
	FILE *tell; /* NULL: nobody is told what happens */
	char wrong[256];
};

static struct far_seat all_seats[SEATS_MOST + 1];
static struct buffer shown, other;

/* splitmix64, Steele and others 2014 */
static uint64_t next_random(uint64_t *state)
{
	uint64_t z = *state += UINT64_C(0x9e3779b97f4a7c15);

	z = (z ^ (z >> 30)) * UINT64_C(0xbf58476d1ce4e5b9);
	z = (z ^ (z >> 27)) * UINT64_C(0x94d049bb133111eb);
	return z ^ (z >> 31);
}

static size_t below(uint64_t *state, size_t count)
{
	return (size_t)(next_random(state) >> 33) % count;
}

/* Making schedules */

static enum act any_act(uint64_t *random)
{
	size_t what = below(random, 64);

	return what < 31 ? TYPE : what < 58 ? BRING : what < 61 ? PART : what < 63 ? LOOK : ODD;
}

static struct step *step_add(struct schedule *s, enum act act, uint64_t *random)
{
	struct step *step = &s->steps[s->step_count++];

	*step = (struct step){.act = act, .seat = (int)below(random, (size_t)s->row->seats)};
	step->random = next_random(random);
	return step;
}

/* Something to disagree about. */
static void schedule_open(struct schedule *s, uint64_t *random)
{
	static const char *const opening[] = {"/item talk", "/speak ann, bob, cyd", "/next",
		"w1 #money", "! w2 @bob"};

	for (size_t i = 0; i < sizeof opening / sizeof *opening; i++)
		step_add(s, TYPE, random)->line = opening[i];
	for (int i = 0; i < 2 * s->row->seats; i++)
		step_add(s, BRING, random);
}

static void schedule_make(struct schedule *s, const struct row *row, uint64_t seed)
{
	uint64_t random = seed;

	*s = (struct schedule){.row = row, .seed = seed, .people = below(&random, 16) == 0};
	s->merged = below(&random, MERGED) == 0;
	if (below(&random, 4))
		schedule_open(s, &random);
	size_t count = 12 + below(&random, 20);
	if (below(&random, 64) == 0)
		count *= 5;
	while (count--)
		step_add(s, any_act(&random), &random);
}

/* Putting a line together */

static const char *any_note(const struct session *s, uint64_t *random, bool action)
{
	size_t i = s->note_count ? below(random, s->note_count + 1) : 0, tries = 4;

	if (i == s->note_count)
		return "last";
	while (action && s->notes[i].action == NONE && tries--)
		i = below(random, s->note_count);
	return s->notes[i].id;
}

static const char *any_of(uint64_t *random, const char *const *words, size_t count)
{
	return words[below(random, count)];
}

#define ANY(random, ...)                                                                           \
	any_of(random, (const char *const[]){__VA_ARGS__},                                         \
		sizeof((const char *const[]){__VA_ARGS__}) / sizeof(const char *))

static const char *any_word(const struct far_seat *seat, char what, uint64_t *random, bool people)
{
	switch (what) {
	case 't': return ANY(random, "money", "hours", "trust");
	case 'u': return ANY(random, "money", "hours", "trust", "care");
	case 'p': return ANY(random, "ann", "bob", "cyd", "dee", people ? "x1" : "bob");
	case 'n': return any_note(&seat->session, random, false);
	case 'a': return any_note(&seat->session, random, true);
	case 'k': return ANY(random, "point", "support", "concern", "agreed");
	case 'l': return ANY(random, "order", "question", "reply", "right-of-reply", "statement");
	case 'd': return ANY(random, "2026-05-01", "2026-05-02");
	case 'i': return ANY(random, "talk", "tour");
	case '9': return ANY(random, "1", "2", "3");
	default: return ANY(random, "w1", "w2", "w3 w1", "w4", "w5 w6");
	}
}

static void line_make(
	struct buffer *out, const struct far_seat *seat, uint64_t *random, bool people)
{
	const char *at = lines[below(random, people ? LINES : LINES - LINES_OF_PEOPLE)];

	buffer_reset(out);
	for (; *at; at++)
		if (*at == '%')
			buffer_text(out, any_word(seat, *++at, random, people));
		else
			buffer_char(out, *at);
}

/* The network */

static bool is_apart(const struct world *w, int a, int b)
{
	return ((w->side >> a) & 1) != ((w->side >> b) & 1);
}

static void send_line(struct world *w, int from, size_t line, uint64_t *random)
{
	for (int to = 0; to < w->schedule->row->seats; to++) {
		size_t copies = below(random, 6) == 0 ? 2 : 1;

		for (; to != from && copies && w->pending_count < PENDING_MOST; copies--)
			w->pending[w->pending_count++] = (struct sent){to, from, line};
	}
}

/* One that may come now; in order the first of its seat for that seat. NONE when there is none. */
static size_t any_pending(const struct world *w, uint64_t *random)
{
	size_t start = w->pending_count ? below(random, w->pending_count) : 0, found = NONE;

	for (size_t i = 0; found == NONE && i < w->pending_count; i++) {
		size_t k = (start + i) % w->pending_count;

		if (!is_apart(w, w->pending[k].to, w->pending[k].from))
			found = k;
	}
	for (size_t i = 0; found != NONE && w->schedule->row->order == IN_ORDER && i < found; i++)
		if (w->pending[i].to == w->pending[found].to &&
			w->pending[i].from == w->pending[found].from)
			found = i;
	return found;
}

/* Brings some lines to one seat, which folds anew once at most. */
static void bring(struct world *w, uint64_t *random)
{
	size_t most = 1 + below(random, BATCH_MOST), at = any_pending(w, random);
	struct far_seat *seat = at == NONE ? NULL : &w->seats[w->pending[at].to];
	bool anew = false;

	while (most-- && at != NONE && &w->seats[w->pending[at].to] == seat) {
		struct sent sent = w->pending[at];

		memmove(w->pending + at, w->pending + at + 1,
			(--w->pending_count - at) * sizeof *w->pending);
		if (w->tell)
			fprintf(w->tell, "  to %s: line %zu of %s\n", seat->name, sent.line + 1,
				w->seats[sent.from].name);
		anew = far_take_line(seat, &w->seats[sent.from], sent.line) || anew;
		at = any_pending(w, random);
	}
	if (anew)
		far_fold(seat);
}

/* What happens */

/* Reads the line, or what is first offered instead. */
static bool is_done(struct far_seat *seat, struct buffer *line, struct command_result *result, uint64_t *random)
{
	far_read(seat, result, line->bytes);
	if (result->answer == ANSWER_ASKS && result->choice_count) {
		buffer_reset(line);
		buffer_text(line, result->choices[below(random, result->choice_count)].line);
		command_result_release(result);
		far_read(seat, result, line->bytes);
	}
	if (result->answer == ANSWER_DONE)
		return true;
	command_result_release(result);
	return false;
}

/* The step's line, or any that can be done. */
static void type(struct world *w, const struct step *step, uint64_t *random)
{
	struct far_seat *seat = &w->seats[step->seat];
	static struct buffer line = BUFFER_EMPTY;
	struct command_result result;
	bool done = false;

	if (below(random, 3))
		w->now += (int64_t)below(random, 20000);
	seat->now = w->now + seat->skew;
	for (int i = 0; !done && i < (step->line ? 1 : TRIES); i++) {
		if (step->line) {
			buffer_reset(&line);
			buffer_text(&line, step->line);
		} else {
			line_make(&line, seat, random, w->schedule->people);
		}
		done = is_done(seat, &line, &result, random);
	}
	if (!done)
		return;
	if (w->tell)
		fprintf(w->tell, "%s-%lld at %lld: %s\n", seat->name, (long long)seat->last + 1,
			(long long)seat->now, line.bytes);
	far_write_result(seat, &result);
	send_line(w, step->seat, seat->line_count - 1, random);
	command_result_release(&result);
}

/* An event that lacks what it should have, as another program might write it: it makes nothing. */
static void write_odd(struct world *w, const struct step *step, uint64_t *random)
{
	struct far_seat *seat = &w->seats[step->seat];
	struct event *e = event_new((enum event_kind)(1 + below(random, EVENT_KINDS - 1)));

	if (below(random, 2))
		event_set_text(e, FIELD_NOTE, any_note(&seat->session, random, false));
	if (below(random, 2))
		event_set_text(e, FIELD_WHO, "p2");
	if (w->tell)
		fprintf(w->tell, "%s-%lld: odd %s\n", seat->name, (long long)seat->last + 1,
			event_table[e->kind].name);
	far_write_event(seat, e);
	send_line(w, step->seat, seat->line_count - 1, random);
}

/* Where two texts part, on one line. */
static void differ(struct world *w, const char *who, const struct buffer *a, const struct buffer *b)
{
	size_t at = 0;

	while (at < a->len && a->bytes[at] == b->bytes[at])
		at++;
	while (at && a->bytes[at - 1] != '\n' && a->bytes[at - 1] != ',')
		at--;
	snprintf(w->wrong, sizeof w->wrong, "%s: '%.*s' but '%.*s'", who,
		(int)strcspn(a->bytes + at, ",\n"), a->bytes + at,
		(int)strcspn(b->bytes + at, ",\n"), b->bytes + at);
}

static bool is_same(const struct buffer *a, const struct buffer *b)
{
	return a->len == b->len && memcmp(a->bytes, b->bytes, a->len) == 0;
}

/* What the seat shows, and what a fold of what it has shows. */
static void look(struct world *w, int number)
{
	struct far_seat *seat = &w->seats[number];

	far_show(&shown, &seat->session, false);
	far_fold(seat);
	far_show(&other, &seat->session, false);
	if (!is_same(&shown, &other))
		differ(w, "live and folded", &shown, &other);
}

static void do_step(struct world *w, const struct step *step)
{
	uint64_t random = step->random;

	switch (step->act) {
	case TYPE: type(w, step, &random); return;
	case BRING: bring(w, &random); return;
	case PART:
		w->side = below(&random, 2) ? (unsigned)below(&random, 64) : 0;
		if (w->tell)
			fprintf(w->tell, "  partition %x\n", w->side);
		return;
	case LOOK: look(w, step->seat); return;
	case ODD: write_odd(w, step, &random); return;
	}
}

static int64_t any_skew(uint64_t *random)
{
	switch (below(random, 32)) {
	case 0: return 3 * MS_HOUR;
	case 1: return -2 * MS_HOUR;
	case 2: return 30 * MS_HOUR;
	case 3: case 4: case 5: case 6: return (int64_t)below(random, 300000) - 150000;
	case 7: case 8: case 9: case 10: return (int64_t)below(random, 4000) - 2000;
	default: return 0;
	}
}

static void world_begin(struct world *w, const struct schedule *s, FILE *tell)
{
	*w = (struct world){.schedule = s, .seats = all_seats, .random = s->seed, .tell = tell};
	for (int i = 0; i < s->row->seats; i++) {
		far_seat_init(&all_seats[i], seat_names[i]);
		all_seats[i].skew = any_skew(&w->random);
		if (tell)
			fprintf(tell, "%s is %lld ms ahead\n", seat_names[i],
				(long long)all_seats[i].skew);
	}
	far_seat_init(&all_seats[SEATS_MOST], "reader");
	w->now = all_seats[0].now;
}

/* Everybody gets everything. */
static void world_heal(struct world *w)
{
	w->side = 0;
	while (w->pending_count)
		bring(w, &w->random);
}

static void compare_all(struct world *w)
{
	struct far_seat *reader = &all_seats[SEATS_MOST];
	bool views = w->random % 4 == 0;

	far_read_all(reader, all_seats, (size_t)w->schedule->row->seats);
	far_show(&shown, &reader->session, views);
	for (int i = 0; !w->wrong[0] && i < w->schedule->row->seats; i++) {
		far_show(&other, &all_seats[i].session, views);
		if (!is_same(&shown, &other))
			differ(w, all_seats[i].name, &shown, &other);
	}
}

/* Each seat's folder has its own log whole, and of others' what a copy made earlier has. */
static void make_folders(struct world *w, char *folders[])
{
	int count = w->schedule->row->seats;

	for (int i = 0; i < count; i++) {
		folders[i] = far_folder_make(i);
		for (int k = 0; k < count; k++) {
			size_t all = all_seats[k].line_count;
			size_t some = i == k ? all : below(&w->random, all + 1);
			size_t torn = below(&w->random, 3) ? 0 : below(&w->random, 90);

			far_folder_seat(folders[i], &all_seats[k], some, torn);
		}
	}
}

/* All into one, in some order, that one into all, and what each has then. */
static void merge_folders(struct world *w)
{
	int count = w->schedule->row->seats, first = (int)below(&w->random, (size_t)count);
	char *folders[SEATS_MOST];

	make_folders(w, folders);
	for (int k = 1; !w->wrong[0] && k < count; k++)
		far_merge(folders[first], folders[(first + k) % count], w->wrong, sizeof w->wrong);
	for (int k = 1; !w->wrong[0] && k < count; k++)
		far_merge(folders[(first + k) % count], folders[first], w->wrong, sizeof w->wrong);
	for (int i = 0; i < count; i++) {
		if (!w->wrong[0] &&
			far_folder_record(&other, folders[i], w->wrong, sizeof w->wrong) &&
			!is_same(&shown, &other))
			differ(w, folders[i], &shown, &other);
		far_folder_remove(folders[i]);
	}
}

/* False when it goes wrong, which is then in w->wrong. */
static bool play(struct world *w, const struct schedule *s, FILE *tell)
{
	world_begin(w, s, tell);
	for (size_t i = 0; !w->wrong[0] && i < s->step_count; i++)
		if (!s->steps[i].left_out)
			do_step(w, &s->steps[i]);
	world_heal(w);
	if (!w->wrong[0])
		compare_all(w);
	if (!w->wrong[0] && s->merged) {
		far_show(&shown, &all_seats[SEATS_MOST].session, false);
		merge_folders(w);
	}
	for (int i = 0; i < s->row->seats; i++)
		far_seat_empty(&all_seats[i]);
	far_seat_empty(&all_seats[SEATS_MOST]);
	return !w->wrong[0];
}

/* Leaves steps out, many at once and then one by one, as long as it goes wrong all the same. */
static void shrink(struct schedule *s, struct world *w)
{
	for (size_t size = s->step_count / 2; size; size /= 2)
		for (size_t from = 0; from < s->step_count; from += size) {
			struct schedule less = *s;

			for (size_t i = from; i < from + size && i < s->step_count; i++)
				less.steps[i].left_out = true;
			if (!play(w, &less, NULL))
				*s = less;
		}
}

/* How many of the row: ROUNDTABLE_SCHEDULES in all, else as said above. */
static size_t schedules_of(const struct row *row)
{
	const char *wish = getenv("ROUNDTABLE_SCHEDULES");
	size_t all = SCHEDULES / (IS_SLOW ? SLOWER : 1);

	if (wish)
		all = (size_t)strtoul(wish, NULL, 10);
	else if (getenv("ROUNDTABLE_LONG"))
		all *= LONGER;
	return all * (size_t)row->share / 100;
}

/* Plays the schedule of that seed; one that goes wrong ends the test. */
static void play_seed(const struct row *row, uint64_t seed)
{
	static struct world world;
	static struct schedule schedule;

	schedule_make(&schedule, row, seed);
	if (play(&world, &schedule, NULL))
		return;
	shrink(&schedule, &world);
	play(&world, &schedule, stderr);
	fail_msg("ROUNDTABLE_SEED=%llx: %s", (unsigned long long)seed, world.wrong);
}

static void test_row(void **state)
{
	const struct row *row = *state;
	const char *one = getenv("ROUNDTABLE_SEED");
	uint64_t first = (uint64_t)(row - rows + 1) << SEED_BITS;
	uint64_t wish = one ? strtoull(one, NULL, 16) : 0;

	buffer_init(&shown);
	buffer_init(&other);
	for (size_t i = 0, count = one ? 0 : schedules_of(row); i < count; i++)
		play_seed(row, first + i);
	if (wish >> SEED_BITS == first >> SEED_BITS)
		play_seed(row, wish);
	for (int i = 0; i <= SEATS_MOST; i++)
		if (all_seats[i].lines)
			far_seat_release(&all_seats[i]);
	buffer_release(&shown);
	buffer_release(&other);
}

CASES_MAIN(rows, test_row)
