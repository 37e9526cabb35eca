/* SPDX-License-Identifier: MIT */
/* test_command_tour.c - a tour de table of 193 delegations, whose arithmetic must be right whenever
 * somebody gets the floor and in the middle of every speech, a row for each way to go round.
 *
 * What is expected is worked out from the number of the speaker alone.
 */
#include "unit/cases.h"

#include "unit/command_room.h"

enum { DELEGATIONS = 193, ITEM_MIN = 480, LIMIT_MS = 180000 };

static const struct row {
	const char *name;
	int64_t each_ms; /* how long each speaks */
	bool backwards;  /* seated from the last of the agenda to the first */
	const char *expected;
} rows[] = {
	{"three_minutes_each", LIMIT_MS, false, ""},
	{"shorter_than_the_limit", 150500, false, ""},
	{"longer_than_the_limit", 200250, false, ""},
	{"seated_backwards", LIMIT_MS, true, ""},
};

static void write_agenda(struct buffer *out, bool backwards)
{
	buffer_format(out,
		"roundtable: agenda/1\ntitle: Tour\ndate: 2026-04-16\ntimezone: UTC\n"
		"list: {limit: 3m}\nparticipants:\n");
	for (int i = 1; i <= DELEGATIONS; i++) {
		buffer_format(out, "  - {id: m%d, name: Delegate %d", i, i);
		if (backwards)
			buffer_format(out, ", rank: %d", DELEGATIONS + 1 - i);
		buffer_text(out, "}\n");
	}
	buffer_format(out, "items:\n  - {id: tour, title: Tour, kind: tour-de-table, minutes: %d}\n",
		ITEM_MIN);
}

static void compare(struct buffer *wrong, int nth, const char *what, int64_t got, int64_t want)
{
	if (got != want && !wrong->len)
		buffer_format(wrong, "speaker %d: %s is %lld, not %lld", nth, what, (long long)got,
			(long long)want);
}

/* With the nth on the floor since `spoken`, the item having begun at `began`. */
static void check_figures(struct buffer *wrong, const struct room *room, int nth, int64_t spoken,
	int64_t began)
{
	const struct session *s = &room->session;
	int64_t now = room->now, waiting = DELEGATIONS - nth;
	int64_t floor = spoken < LIMIT_MS ? LIMIT_MS - spoken : 0;
	int64_t needs = floor + waiting * LIMIT_MS, left = began + ITEM_MIN * MS_MINUTE - now;
	int64_t fits = left > floor ? (left - floor) / 1000 / (waiting ? waiting : 1) * 1000 : 0;
	struct list_figures f = session_list_figures(s, now);

	compare(wrong, nth, "waiting", (int64_t)f.waiting, waiting);
	compare(wrong, nth, "needs", f.needs_ms, needs);
	compare(wrong, nth, "left", f.left_ms, left);
	compare(wrong, nth, "fits", f.fits_ms, waiting ? fits : NO_TIME);
	compare(wrong, nth, "more", f.more, left > needs ? (left - needs) / LIMIT_MS : 0);
	compare(wrong, nth, "close by", session_close_by(s, now) - now, left - needs);
	compare(wrong, nth, "item end", session_item_end(s, now) - now,
		left > needs ? left : needs > 0 ? needs : 0);
	for (int i = 0; i < waiting; i += 48)
		compare(wrong, nth, "start", session_expected_start(s, (size_t)i, now) - now,
			floor + i * LIMIT_MS);
}

static void check_speaker(
	struct buffer *wrong, const struct room *room, int nth, const struct row *row)
{
	const struct session *s = &room->session;
	int expected = row->backwards ? DELEGATIONS + 1 - nth : nth;
	char id[16];

	snprintf(id, sizeof id, "m%d", expected);
	if (s->floor == NONE || strcmp(room_id(room, s->speeches[s->floor].who), id) != 0)
		compare(wrong, nth, "who speaks", 0, expected);
}

static void type(struct room *room, int64_t after_ms, const char *line)
{
	struct buffer out = BUFFER_EMPTY, typed = BUFFER_EMPTY;

	buffer_format(&typed, "{%lld}%s", (long long)after_ms, line);
	room_line(room, typed.bytes, typed.len, &out);
	buffer_release(&typed);
	buffer_release(&out);
}

static void go_round(struct buffer *wrong, struct room *room, const struct row *row)
{
	type(room, 0, "/item tour");
	int64_t began = room->now, gave = began;

	compare(wrong, 0, "needs", session_list_figures(&room->session, began).needs_ms,
		DELEGATIONS * (int64_t)LIMIT_MS);
	for (int nth = 1; nth <= DELEGATIONS; nth++) {
		room->next_was = NO_TIME;
		type(room, room->now - gave < row->each_ms && nth > 1
				   ? row->each_ms - (room->now - gave)
				   : 0,
			"/next");
		gave = room->now;
		check_speaker(wrong, room, nth, row);
		check_figures(wrong, room, nth, 0, began);
		room->now += row->each_ms / 2;
		check_figures(wrong, room, nth, row->each_ms / 2, began);
	}
	type(room, row->each_ms - row->each_ms / 2, "/next");
	compare(wrong, DELEGATIONS, "the floor is free", room->session.floor == NONE, true);
	for (size_t i = 0; i < DELEGATIONS; i++)
		compare(wrong, (int)i, "spoken", session_spoken(&room->session, i, room->now),
			row->each_ms);
}

static void tour(void **state)
{
	const struct row *row = *state;
	struct buffer agenda = BUFFER_EMPTY, wrong = BUFFER_EMPTY;
	struct room room;
	char kept[256];

	write_agenda(&agenda, row->backwards);
	room_init(&room, agenda.bytes);
	go_round(&wrong, &room, row);
	room_release(&room);
	snprintf(kept, sizeof kept, "%s", wrong.bytes);
	buffer_release(&agenda);
	buffer_release(&wrong);
	assert_string_equal(kept, row->expected);
}

CASES_MAIN(rows, tour)
