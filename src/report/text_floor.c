/* SPDX-License-Identifier: MIT */
/* text_floor.c - who speaks, who waits and how the time was spent, for people to read. */
#include "report/text_views.h"

#include <stdlib.h>

static void put_speech(struct columns *table, const struct teller *t, const char *head, size_t speech)
{
	const struct speech *it = &t->session->speeches[speech];
	struct buffer time = BUFFER_EMPTY;

	clock_write(&time, speech_elapsed(t->session, speech, t->at));
	buffer_text(&time, " of ");
	clock_write(&time, it->limit_ms);
	if (it->state == SPEECH_PAUSED)
		buffer_text(&time, ", paused");
	columns_cell(table, head);
	columns_cell(table, it->who == NONE ? "somebody" : teller_who(t, it->who));
	columns_cell(table, list_kind_name(it->kind));
	columns_cell(table, time.bytes);
	buffer_release(&time);
}

static void put_entry(struct columns *table, const struct teller *t, size_t place)
{
	const struct session *s = t->session;
	const struct entry *entry = &s->waiting[place];
	struct buffer why = BUFFER_EMPTY;

	session_why(&why, s, place, t->naming);
	columns_number(table, (int64_t)place + 1);
	columns_cell(table, teller_who(t, entry->who));
	columns_cell(table, list_kind_name(entry->kind));
	if (session_is_parked(s, place))
		buffer_text(&why, ", whose speech is over");
	columns_cell(table, why.bytes);
	buffer_release(&why);
}

static void put_time_of_day(struct buffer *out, const struct session *s, int64_t at)
{
	struct civil c = zone_civil(s->agenda->zone, at);

	buffer_format(out, "%d:%02d", c.hour, c.minute);
}

/* The time that the list needs against the time that the item has left. */
static void print_figures(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct list_figures f = session_list_figures(s, t->at);

	if (f.left_ms == NO_TIME)
		return;
	buffer_format(out, "Time   %zu waiting, needed ", f.waiting);
	clock_write(out, f.needs_ms);
	buffer_text(out, ", left ");
	clock_write(out, f.left_ms);
	if (f.needs_ms > f.left_ms && f.fits_ms > 0) {
		buffer_text(out, ", /limit ");
		clock_write(out, f.fits_ms);
		buffer_text(out, " would fit");
	} else if (f.needs_ms <= f.left_ms) {
		buffer_text(out, ", close the list by ");
		put_time_of_day(out, s, session_close_by(s, t->at));
	}
	buffer_text(out, ", the item ends ");
	put_time_of_day(out, s, session_item_end(s, t->at));
	buffer_char(out, '\n');
}

static void print_suggestion(struct buffer *out, const struct teller *t)
{
	struct buffer reason = BUFFER_EMPTY;
	size_t place = session_suggestion(t->session, &reason);

	if (place != NONE)
		buffer_format(out, "Fairer %s, %s\n",
			teller_who(t, t->session->waiting[place].who), reason.bytes);
	buffer_release(&reason);
}

void print_floor(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	buffer_format(out, "Item   %s\n",
		s->item_now == NONE ? "none runs" : teller_item(t, s->item_now));
	buffer_format(out, "List   %s, %s", s->list_closed ? "closed" : "open",
		policy_name(s->policy));
	if (s->policy == POLICY_BALANCE)
		buffer_format(out, " by %s", s->balance_by ? s->balance_by : "delegation");
	buffer_char(out, '\n');
	columns_init(&table, "llll");
	if (s->floor == NONE)
		buffer_text(out, "Floor  free\n");
	else
		put_speech(&table, t, "Floor", s->floor);
	for (size_t i = s->paused_count; i-- > 0;)
		put_speech(&table, t, "Waits", s->paused[i]);
	columns_write(out, &table, 0);
	columns_release(&table);
	columns_init(&table, "rlll");
	for (size_t i = 0; i < s->waiting_count; i++)
		put_entry(&table, t, i);
	columns_write(out, &table, 2);
	columns_release(&table);
	print_figures(out, t);
	print_suggestion(out, t);
}

static void print_item_times(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "lrl");
	for (size_t i = 0; i < s->item_count; i++) {
		size_t item = s->item_order[i];
		struct buffer planned = BUFFER_EMPTY;

		buffer_text(&planned, "of ");
		clock_write(&planned, s->items[item].minutes * MS_MINUTE);
		columns_cell(&table, s->items[item].id);
		columns_span(&table, item_used(s, item, t->at));
		columns_cell(&table, planned.bytes);
		buffer_release(&planned);
	}
	buffer_text(out, "Items\n");
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void put_share(struct columns *table, const char *who, int turns, int64_t spoken_ms)
{
	columns_cell(table, who);
	columns_number(table, turns);
	columns_span(table, spoken_ms);
}

static void print_people_times(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "lrr");
	for (size_t i = 0; i < s->attendee_count; i++)
		if (s->attendees[i].turns)
			put_share(&table, teller_who(t, i), s->attendees[i].turns,
				session_spoken(s, i, t->at));
	buffer_text(out, "People, turns and time\n");
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void print_chair_time(struct buffer *out, const struct teller *t)
{
	struct share_of_chair chair = session_chair_spoken(t->session, t->at);
	struct columns table;

	if (!chair.turns)
		return;
	columns_init(&table, "lrr");
	put_share(&table, "chair", chair.turns, chair.spoken_ms);
	buffer_text(out, "Counted apart\n");
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void print_delegation_times(struct buffer *out, const struct teller *t)
{
	const struct session *s = t->session;
	struct columns table;

	columns_init(&table, "lrr");
	for (size_t i = 0; i < s->delegation_count; i++)
		if (s->delegations[i].turns)
			put_share(&table, teller_delegation(t, i), s->delegations[i].turns,
				session_delegation_spoken(s, i, t->at));
	buffer_text(out, "Delegations\n");
	columns_write(out, &table, 2);
	columns_release(&table);
}

static void print_shares(struct buffer *out, const struct teller *t, const char *name)
{
	struct share *shares;
	size_t count = teller_shares(t, name, &shares);
	struct columns table;

	columns_init(&table, "lrr");
	for (size_t i = 0; i < count; i++)
		put_share(&table, shares[i].value, shares[i].turns, shares[i].spoken_ms);
	buffer_format(out, "By %s\n", name);
	columns_write(out, &table, 2);
	columns_release(&table);
	free(shares);
}

void print_time(struct buffer *out, const struct teller *t)
{
	const char **names;
	size_t count = teller_attributes(t, &names);

	print_item_times(out, t);
	print_people_times(out, t);
	print_delegation_times(out, t);
	print_chair_time(out, t);
	for (size_t i = 0; i < count; i++)
		print_shares(out, t, names[i]);
	free(names);
}
