/* SPDX-License-Identifier: MIT */
/* test_session_fold.c - the logs of three seats, in any order and in any pieces, fold to one
 * session; a row a meeting, made up from a fixed sequence of pseudo-random numbers. What is made
 * true as it comes, when the history says that it is in order, ends as the fold does. */
#include "unit/cases.h"
#include "unit/session_script.h"

enum { STEPS = 60, ORDERS = 25, EVENTS_MOST = 160 };

static const struct row {
	const char *name;
	uint32_t seed;
	int64_t grain; /* ms: clocks are cut to it, so that seats meet at one clock */
} rows[] = {
	{"a_meeting", 1, 1},
	{"a_second_meeting", 77, 1},
	{"a_third_meeting", 4711, 1},
	{"a_fourth_meeting", 123456, 1},
	{"a_fifth_meeting", 987654321, 1},
	{"seats_within_ten_seconds", 2, 10000},
	{"seats_within_ten_seconds_again", 78, 10000},
	{"seats_within_a_minute", 4712, 60000},
	{"seats_within_a_minute_again", 31337, 60000},
	{"all_at_once", 99, 10000000},
};

/* Steps of the script language; @ is a person, # one of the last notes, % a theme, $ an item. */
static const char *const steps[] = {
	"speak @",
	"speak @ as reply",
	"speak @ as question",
	"speak @ as order",
	"withdraw @",
	"later @",
	"move @ first",
	"floor @",
	"floor @ as order pauses",
	"floor ? as question pauses",
	"end",
	"pause",
	"resume",
	"yield @ 60",
	"extend 30",
	"limit 120",
	"item $ carry",
	"item $ clear",
	"item $ keep",
	"item-end",
	"note said themes=% by=@",
	"note told themes=%",
	"note asked as question",
	"edit # other",
	"tag # %",
	"drop #",
	"kind # as concern",
	"action do owners=@ due=2026-05-01",
	"merge % %",
	"rename % Other",
	"theme delta Delta",
	"here @",
	"away @",
	"list closed",
	"list open",
	"policy first-timers",
	"suspend",
	"continue",
	"close",
	"reopen",
	"take",
	"undo",
	"undo",
	"undo",
	"redo",
	"redo",
};

static uint32_t next_random(uint32_t *state)
{
	*state ^= *state << 13;
	*state ^= *state >> 17;
	*state ^= *state << 5;
	return *state;
}

static void fill_step(
	struct buffer *out, const char *step, const struct stage *stage, uint32_t *state)
{
	static const char *const themes[] = {"alpha", "beta", "gamma"}, *const items[] = {"one",
										"two", "three"};

	for (; *step; step++) {
		uint32_t random = next_random(state);

		switch (*step) {
		case '@': buffer_char(out, (char)('A' + random % STAGE_PEOPLE)); break;
		case '%': buffer_text(out, themes[random % 3]); break;
		case '$': buffer_text(out, items[random % 3]); break;
		case '#': buffer_format(out, "n%zu", 1 + random % (stage->note_count + 1)); break;
		default: buffer_char(out, *step); break;
		}
	}
}

static bool has_one(const struct stage *stage, bool redo)
{
	int64_t *numbers;
	size_t count = redo ? history_redoable(&stage->history, stage->seat, &numbers)
			    : history_undoable(&stage->history, stage->seat, &numbers);

	free(numbers);
	return count > 0;
}

/* A meeting of three seats. */
static void hold_meeting(struct stage *stage, uint32_t *state)
{
	static const char *const seats[] = {"seat facilitator", "seat rapporteur", "seat script"};
	int64_t second = 0;

	for (int i = 0; i < STEPS; i++) {
		struct buffer step = BUFFER_EMPTY;
		const char *chosen = steps[next_random(state) % (sizeof steps / sizeof *steps)];

		stage_run(stage, seats[next_random(state) % 3]);
		buffer_format(&step, "t %lld", (long long)(second += next_random(state) % 40));
		stage_run(stage, step.bytes);
		buffer_reset(&step);
		fill_step(&step, chosen, stage, state);
		bool is_undo = strcmp(chosen, "undo") == 0, is_redo = strcmp(chosen, "redo") == 0;
		if ((!is_undo && !is_redo) || has_one(stage, is_redo))
			stage_run(stage, step.bytes);
		buffer_release(&step);
	}
}

static void show_people(struct buffer *out, const struct session *s)
{
	for (size_t i = 0; i < s->attendee_count; i++) {
		const struct attendee *a = &s->attendees[i];

		buffer_format(out, "%s %d %lld %d%d; ", a->number, a->turns,
			(long long)a->spoken_ms, a->away, a->gone);
	}
	for (size_t i = 0; i < s->delegation_count; i++)
		buffer_format(out, "%s %d %lld %lld; ", s->delegations[i].number,
			s->delegations[i].turns, (long long)s->delegations[i].spoken_ms,
			(long long)s->delegations[i].statements_ms);
}

static void show_entries(struct buffer *out, const struct entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++)
		buffer_format(out, "%s %zu %d %d%d %zd %zd; ", entries[i].id, entries[i].who,
			entries[i].kind, entries[i].moved, entries[i].put_later,
			(ssize_t)entries[i].to, (ssize_t)entries[i].item);
	buffer_text(out, "| ");
}

static void show_floor(struct buffer *out, const struct session *s)
{
	for (size_t i = 0; i < s->speech_count; i++) {
		const struct speech *p = &s->speeches[i];

		buffer_format(out, "%s %zd %d %zd %lld %lld %lld %lld %d%d; ", p->id,
			(ssize_t)p->who, p->kind, (ssize_t)p->item, (long long)p->began,
			(long long)p->ended, (long long)p->limit_ms, (long long)p->spoken_ms,
			p->state, p->interrupted);
	}
	buffer_format(out, "floor %zd last %zd paused", (ssize_t)s->floor, (ssize_t)s->last_speech);
	for (size_t i = 0; i < s->paused_count; i++)
		buffer_format(out, " %zu", s->paused[i]);
	buffer_text(out, "; ");
	show_entries(out, s->waiting, s->waiting_count);
	show_entries(out, s->kept, s->kept_count);
}

static void show_notes(struct buffer *out, const struct session *s)
{
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *n = &s->notes[i];

		buffer_format(out, "%s %d %s %zd %zd %zd %lld %d%d", n->id, n->kind, n->text,
			(ssize_t)n->by, (ssize_t)n->item, (ssize_t)n->speech, (long long)n->at,
			n->edited, n->dropped);
		for (size_t k = 0; k < n->theme_count; k++)
			buffer_format(out, " %s", s->themes[n->themes[k]].id);
		buffer_text(out, "; ");
	}
	for (size_t i = 0; i < s->theme_count; i++)
		buffer_format(out, "%s %s %d%d %zd; ", s->themes[i].id, s->themes[i].label,
			s->themes[i].digit, s->themes[i].gone, (ssize_t)s->themes[i].merged);
}

/* Everything that the session holds. */
static void show_all(struct buffer *out, const struct session *s)
{
	show_people(out, s);
	for (size_t i = 0; i < s->item_count; i++)
		buffer_format(out, "%s %d %lld %lld; ", s->items[i].id, s->items[i].state,
			(long long)s->items[i].limit_ms, (long long)s->items[i].used_ms);
	buffer_format(out,
		"now %zd since %lld state %d started %lld closed %d policy %d holder %s; ",
		(ssize_t)s->item_now, (long long)s->item_since, s->state, (long long)s->started,
		s->list_closed, s->policy, s->holder);
	show_floor(out, s);
	show_notes(out, s);
	for (size_t i = 0; i < s->seat_count; i++)
		buffer_format(out, "%s %d%d; ", s->seats[i].name, s->seats[i].facilitates,
			s->seats[i].left);
	buffer_format(out, "%lld %lld", (long long)s->now, (long long)s->last_at);
}

/* Hands over copies in the order given, making true at once what is in order. */
static void arrive(struct buffer *live, struct buffer *folded, const struct stage *stage,
	struct event *const *events, size_t count)
{
	struct history h;
	struct session s;
	struct error why = {0};
	bool in_order;

	history_init(&h);
	session_init(&s, &stage->agenda, &stage->agenda.people);
	for (size_t i = 0; i < count; i++) {
		struct event *e = event_copy(events[i]);

		history_add(&h, e, &in_order);
		if (in_order) {
			history_apply_last(&h, &s, &why);
			continue;
		}
		session_release(&s);
		session_init(&s, &stage->agenda, &stage->agenda.people);
		history_fold(&h, &s);
	}
	show_all(live, &s);
	session_release(&s);
	session_init(&s, &stage->agenda, &stage->agenda.people);
	history_fold(&h, &s);
	show_all(folded, &s);
	session_release(&s);
	history_release(&h);
}

/* In whole logs, seat after seat, or in pieces of any size, or one by one. */
static void rearrange(struct event **events, size_t count, int order, uint32_t *state)
{
	size_t piece = order % 3 == 0 ? 1 : 1 + next_random(state) % 20;

	for (size_t i = count; i > piece; i -= piece < i ? piece : i)
		for (size_t k = 0, other = next_random(state) % i; k < piece && i > k; k++) {
			size_t a = i - 1 - k, b = (other + k) % i;
			struct event *kept = events[a];

			events[a] = events[b];
			events[b] = kept;
		}
}

/* Copies, the grain of whose clocks is so coarse that seats collide. */
static void by_seats(struct event **out, const struct history *h, int64_t grain)
{
	size_t count = 0;

	for (size_t i = h->seat_count; i; i--)
		for (size_t k = 0; k < h->seats[i - 1].count; k++) {
			struct event *e = packed_copy(h->kept[h->seats[i - 1].places[k]]);

			e->clock -= e->clock % grain;
			out[count++] = e;
		}
}

static void run(void **state)
{
	const struct row *row = *state;
	struct event *events[EVENTS_MOST];
	struct buffer first = BUFFER_EMPTY;
	struct stage stage;
	uint32_t random = row->seed;
	char wrong[256] = "";

	stage_init(&stage);
	hold_meeting(&stage, &random);
	assert_in_range(stage.history.count, 40, EVENTS_MOST);
	by_seats(events, &stage.history, row->grain);
	for (int order = 0; order < ORDERS; order++) {
		struct buffer live = BUFFER_EMPTY, folded = BUFFER_EMPTY;

		arrive(&live, &folded, &stage, events, stage.history.count);
		if (order == 0)
			buffer_text(&first, folded.bytes);
		if (!same_text(first.bytes, folded.bytes))
			snprintf(wrong, sizeof wrong, "order %d folds otherwise", order);
		else if (!same_text(live.bytes, folded.bytes))
			snprintf(wrong, sizeof wrong, "order %d lives otherwise", order);
		buffer_release(&live);
		buffer_release(&folded);
		rearrange(events, stage.history.count, order, &random);
	}
	for (size_t i = 0; i < stage.history.count; i++)
		event_free(events[i]);
	stage_release(&stage);
	buffer_release(&first);
	assert_string_equal(wrong, "");
}

CASES_MAIN(rows, run)
