/* SPDX-License-Identifier: MIT */
/* test_command_random.c - random lines of two seats, and a simpler model that must agree.
 *
 * Notes, action points, continuations, corrections, edits, tags of one and of runs, kinds,
 * speakers, owners, days, the read-back, the codebook with merges and renames, undo and redo: the
 * lines go the way of every typed line, through the events and the fold. The record must be the
 * model's; what was made true event by event must be what a fold of all gives; and when both seats
 * have undone all they did, it must be the record of a meeting in which nothing was said.
 */
#include "unit/cases.h"

#include "unit/command_room.h"
#include "unit/pen_model.h"

enum { ROWS = 80, ACTS = 400, CHECKED = 4, FOLDED = 25, WORDS = 8 };

struct play {
	struct room room;
	struct pen_model *model;
	uint32_t random;
	int seat;
	int done, refused;
	struct buffer line;
	struct pen_act act; /* what the line comes to if it is done */
	char wrong[2048];
};

static int below(struct play *p, int count)
{
	p->random = p->random * 1664525u + 1013904223u;
	return (int)((p->random >> 8) % (uint32_t)count);
}

/* The session, as the model shows itself */

static int theme_number(const char *id)
{
	int i = 0;

	while (i < PEN_THEMES - 1 && strcmp(pen_themes[i], id) != 0)
		i++;
	return i;
}

static int person_number(const struct session *s, size_t who)
{
	int i = PEN_PEOPLE - 1;

	while (i >= 0 &&
		(who == NONE || strcmp(session_call(s, who, NAMING_ID), pen_people[i]) != 0))
		i--;
	return i;
}

static void take_action(struct pen_note *out, const struct session *s, const struct action *a)
{
	out->action = true;
	out->owner = a->owner_count ? person_number(s, a->owners[0]) : -1;
	snprintf(out->due, sizeof out->due, "%s", a->due);
	snprintf(out->status, sizeof out->status, "%s", action_status_name(a->status));
	snprintf(out->answer, sizeof out->answer, "%s", read_back_name(a->answer));
	snprintf(out->source, sizeof out->source, "%.39s", a->source_id ? a->source_id : "");
	out->confirmed = a->confirmed;
}

static void show_session(struct buffer *out, const struct session *s)
{
	for (size_t i = 0; i < s->note_count; i++) {
		const struct note *n = &s->notes[i];
		struct pen_note note = {.seat = strcmp(n->seat, pen_seats[0]) != 0,
			.by = person_number(s, n->by),
			.off = n->off,
			.edited = n->edited,
			.dropped = n->dropped,
			.gone = n->gone};

		snprintf(note.id, sizeof note.id, "%.39s", n->id);
		snprintf(note.kind, sizeof note.kind, "%s", note_kind_name(n->kind));
		snprintf(note.text, sizeof note.text, "%.199s", n->text);
		for (size_t k = 0; k < n->theme_count; k++)
			note.tags[note.tag_count++] =
				theme_number(s->themes[session_theme_root(s, n->themes[k])].id);
		if (n->action != NONE)
			take_action(&note, s, &s->actions[n->action]);
		pen_show_note(out, &note);
	}
	for (int k = 0; k < PEN_THEMES; k++) {
		size_t i = session_theme(s, pen_themes[k]);

		if (i != NONE)
			buffer_format(out, "#%s '%s'%s in %s\n", s->themes[i].id,
				s->themes[i].label, s->themes[i].gone ? " gone" : "",
				s->themes[session_theme_root(s, i)].id);
	}
}

/* Putting lines together, and what the model says they come to */

static struct pen_change *change(struct play *p, enum pen_do what, const char *note)
{
	struct pen_change *c = &p->act.changes[p->act.count++];

	*c = (struct pen_change){.what = what, .who = -1};
	snprintf(c->note, sizeof c->note, "%s", note);
	return c;
}

/* The tag of a theme at the end of a line; a theme that is not there is made. */
static int type_tag(struct play *p)
{
	int theme = below(p, PEN_THEMES);
	const struct pen_theme *t = &p->model->themes[theme];

	buffer_format(&p->line, " #%s", pen_themes[theme]);
	if (!t->known || t->gone) {
		struct pen_change *c = change(p, PEN_THEME, "");

		c->theme = theme;
		snprintf(c->text, sizeof c->text, "%s", pen_themes[theme]);
		return theme;
	}
	return pen_root(p->model, theme);
}

static void type_words(struct play *p, char text[PEN_TEXT])
{
	struct buffer words = BUFFER_EMPTY;

	for (int i = 0, count = 1 + below(p, 3); i < count; i++)
		buffer_format(&words, "%sw%d", i ? " " : "", below(p, WORDS));
	snprintf(text, PEN_TEXT, "%s", words.bytes);
	buffer_text(&p->line, words.bytes);
	buffer_release(&words);
}

static void type_note(struct play *p)
{
	int kind = below(p, 9), theme = -1;
	char text[PEN_TEXT];
	bool off = below(p, 8) == 0;

	buffer_format(&p->line, "%s:%s ", off ? "~ " : "", pen_kinds[kind]);
	type_words(p, text);
	if (below(p, 2))
		theme = type_tag(p);
	struct pen_change *c = change(p, PEN_NOTE, "");
	c->off = off;
	snprintf(c->text, sizeof c->text, "%s", text);
	if (theme >= 0)
		c->themes[c->theme_count++] = theme;
	if (below(p, 2)) {
		c->who = below(p, PEN_PEOPLE);
		buffer_format(&p->line, " @%s", pen_people[c->who]);
	}
	struct pen_change *k = change(p, PEN_KIND, "");
	snprintf(k->text, sizeof k->text, "%s", pen_kinds[kind]);
}

static void type_action(struct play *p)
{
	struct pen_change *c = change(p, PEN_ACTION, "");

	buffer_text(&p->line, "! ");
	type_words(p, c->text);
	if (below(p, 2)) {
		c->who = below(p, PEN_PEOPLE);
		buffer_format(&p->line, " @%s", pen_people[c->who]);
	}
	if (below(p, 2)) {
		snprintf(c->due, sizeof c->due, "2026-05-%02d", 1 + below(p, 20));
		buffer_format(&p->line, " due:%s", c->due);
	}
}

/* Mostly one that was not dropped. */
static struct pen_note *any_note(struct play *p)
{
	struct pen_model *m = p->model;
	int i = m->note_count ? below(p, m->note_count) : -1;

	if (i >= 0 && m->notes[i].dropped)
		i = below(p, m->note_count);
	return i < 0 ? NULL : &m->notes[i];
}

static struct pen_note *last_note(struct play *p)
{
	for (int i = p->model->note_count; i > 0; i--) {
		struct pen_note *n = &p->model->notes[i - 1];

		if (n->seat == p->seat && !n->dropped && !n->gone)
			return n;
	}
	return NULL;
}

static bool has_tag(const struct pen_model *m, const struct pen_note *n, int theme)
{
	for (int i = 0; i < n->tag_count; i++)
		if (pen_root(m, n->tags[i]) == pen_root(m, theme))
			return true;
	return false;
}

static void write_text(struct play *p, const struct pen_note *n, const char *text)
{
	if (strcmp(n->text, text) == 0)
		return;
	struct pen_change *c = change(p, PEN_EDIT, n->id);
	snprintf(c->text, PEN_TEXT, "%.*s", PEN_TEXT - 1, text);
	c->off = n->off;
}

static void type_more(struct play *p)
{
	const struct pen_note *n = last_note(p);
	char words[PEN_TEXT], text[PEN_TEXT];

	if (!n || strlen(n->text) > PEN_TEXT / 2)
		return;
	buffer_text(&p->line, "... ");
	type_words(p, words);
	snprintf(text, sizeof text, "%.100s %.90s", n->text, words);
	write_text(p, n, text);
}

static void type_correction(struct play *p)
{
	const struct pen_note *n = last_note(p);
	char old[8], new[8], text[2 * PEN_TEXT];
	const char *found;

	snprintf(old, sizeof old, "w%d", below(p, WORDS));
	snprintf(new, sizeof new, "w%d", below(p, WORDS));
	buffer_format(&p->line, "s/%s/%s/", old, new);
	if (!n || !(found = strstr(n->text, old)))
		return;
	snprintf(text, sizeof text, "%.*s%s%s", (int)(found - n->text), n->text, new,
		found + strlen(old));
	text[PEN_TEXT - 1] = '\0';
	write_text(p, n, text);
}

static void type_edit(struct play *p, const struct pen_note *n)
{
	char text[PEN_TEXT];
	int theme = -1;

	buffer_format(&p->line, "/edit %s ", n->id);
	type_words(p, text);
	if (below(p, 3) == 0)
		theme = type_tag(p);
	write_text(p, n, text);
	if (theme >= 0 && !has_tag(p->model, n, theme))
		change(p, PEN_TAG, n->id)->theme = theme;
}

static void type_retag(struct play *p, const struct pen_note *n)
{
	buffer_format(&p->line, "/tag %s", n->id);
	int theme = type_tag(p);
	if (!has_tag(p->model, n, theme))
		change(p, PEN_TAG, n->id)->theme = theme;
}

/* Two that follow each other. */
static void type_run(struct play *p, const struct pen_note *n)
{
	const struct pen_note *next = n + 1;

	if (next >= p->model->notes + p->model->note_count || n->dropped || next->dropped)
		return;
	buffer_format(&p->line, "/tag %s..%s", n->id, next->id);
	int theme = type_tag(p);
	bool first = !has_tag(p->model, n, theme), second = !has_tag(p->model, next, theme);
	if (!first && !second)
		return;
	struct pen_change *c = change(p, PEN_TAG, first ? n->id : next->id);
	c->theme = theme;
	if (first && second)
		snprintf(c->other, sizeof c->other, "%s", next->id);
}

static void type_untag(struct play *p, const struct pen_note *n)
{
	int theme = n->tag_count ? n->tags[below(p, n->tag_count)] : below(p, PEN_THEMES);

	buffer_format(&p->line, "/untag %s #%s", n->id, pen_themes[theme]);
	change(p, PEN_UNTAG, n->id)->theme = pen_root(p->model, theme);
}

static void type_kind(struct play *p, const struct pen_note *n)
{
	const char *kind = pen_kinds[below(p, 9)];

	buffer_format(&p->line, "/kind %s %s", n->id, kind);
	snprintf(change(p, PEN_KIND, n->id)->text, PEN_TEXT, "%s", kind);
}

static void type_speaker(struct play *p, const struct pen_note *n)
{
	int who = below(p, PEN_PEOPLE);

	buffer_format(&p->line, "/attribute %s @%s", n->id, pen_people[who]);
	change(p, PEN_BY, n->id)->who = who;
}

static void type_made_of(struct play *p, const struct pen_note *n)
{
	struct pen_change *c = change(p, PEN_ACTION, "");

	buffer_format(&p->line, "/action %s", n->id);
	snprintf(c->other, sizeof c->other, "%s", n->id);
	snprintf(c->text, sizeof c->text, "%s", n->text);
	c->who = n->by;
	c->off = n->off;
	for (int i = 0; i < n->tag_count && c->theme_count < PEN_TAGS; i++)
		c->themes[c->theme_count++] = pen_root(p->model, n->tags[i]);
}

static void type_confirm(struct play *p, const struct pen_note *n)
{
	int how = below(p, 4);
	bool before = strcmp(n->answer, "confirmed") == 0 || strcmp(n->answer, "changed") == 0;

	buffer_format(&p->line, "/confirm %s%s", n->id,
		how == 0   ? " dropped"
		: how == 1 ? " changed"
			   : "");
	struct pen_change *c = change(p, PEN_CONFIRM, n->id);
	snprintf(c->text, sizeof c->text, "%s",
		how == 0             ? "dropped"
		: how == 1 || before ? "changed"
				     : "confirmed");
	if (how == 0)
		change(p, PEN_DROP, n->id);
}

static void type_action_change(struct play *p, const struct pen_note *n)
{
	static const char *const words[] = {"done", "cancel", "reopen"};
	static const char *const statuses[] = {"done", "cancelled", "open"};
	int what = below(p, 4), which = below(p, 3);

	if (what == 0) {
		int who = below(p, PEN_PEOPLE);

		buffer_format(&p->line, "/owner %s @%s", n->id, pen_people[who]);
		change(p, PEN_OWN, n->id)->who = who;
	} else if (what == 1) {
		struct pen_change *c = change(p, PEN_DUE, n->id);

		snprintf(c->due, sizeof c->due, "2026-05-%02d", 1 + below(p, 20));
		buffer_format(&p->line, "/due %s %s", n->id, c->due);
	} else if (what == 2) {
		buffer_format(&p->line, "/%s %s", words[which], n->id);
		snprintf(change(p, PEN_STATUS, n->id)->text, PEN_TEXT, "%s", statuses[which]);
	} else {
		type_confirm(p, n);
	}
}

static void type_codebook(struct play *p)
{
	int what = below(p, 3), theme = below(p, PEN_THEMES), into = below(p, PEN_THEMES);
	const struct pen_model *m = p->model;
	char label[PEN_TEXT];

	snprintf(label, sizeof label, "Label %d", below(p, 50));
	if (what == 0) {
		buffer_format(&p->line, "/theme %s %s", pen_themes[theme], label);
		struct pen_change *c = change(p, PEN_THEME, "");
		c->theme = theme;
		snprintf(c->text, sizeof c->text, "%s", label);
	} else if (what == 1) {
		buffer_format(&p->line, "/rename %s %s", pen_themes[theme], label);
		struct pen_change *c = change(p, PEN_RENAME, "");
		c->theme = pen_root(m, theme);
		snprintf(c->text, sizeof c->text, "%s", label);
	} else {
		buffer_format(&p->line, "/merge %s %s", pen_themes[theme], pen_themes[into]);
		struct pen_change *c = change(p, PEN_MERGE, "");
		c->theme = pen_root(m, theme);
		c->into = pen_root(m, into);
	}
}

static void type_about(struct play *p, int what, const struct pen_note *n)
{
	switch (what) {
	case 0: type_edit(p, n); return;
	case 1: type_retag(p, n); return;
	case 2: type_run(p, n); return;
	case 3: type_untag(p, n); return;
	case 4: type_kind(p, n); return;
	case 5: type_speaker(p, n); return;
	case 6:
		buffer_format(&p->line, "/drop %s", n->id);
		change(p, PEN_DROP, n->id);
		return;
	case 7: type_made_of(p, n); return;
	default: type_action_change(p, n); return;
	}
}

static void type_line(struct play *p)
{
	int what = below(p, 32);
	const struct pen_note *n = any_note(p);

	p->act = (struct pen_act){.seat = p->seat};
	buffer_reset(&p->line);
	if (what < 5 || !n)
		type_note(p);
	else if (what < 8)
		type_action(p);
	else if (what < 10)
		type_more(p);
	else if (what < 12)
		type_correction(p);
	else if (what < 15)
		type_codebook(p);
	else
		type_about(p, below(p, 12), n);
}

/* Doing them */

static void happen(struct room *room, struct event *e)
{
	struct error why = {0};
	bool in_order = false;

	snprintf(e->seat, sizeof e->seat, "%s", room->seat);
	e->seq = history_last(&room->history, room->seat, NULL) + 1;
	e->at = room->now;
	e->clock = room->now > room->history.clock ? room->now : room->history.clock + 1;
	history_add(&room->history, e, &in_order);
	if (in_order)
		history_apply_last(&room->history, &room->session, &why);
	else
		room_fold(room);
}

static bool do_line(struct play *p, const char *line)
{
	struct room *room = &p->room;
	struct command_result result;

	room_sit(room, pen_seats[p->seat], strlen(pen_seats[p->seat]));
	room_open_log(room);
	room->now += 1000;
	struct context context = room_context(room);
	command_result_init(&result);
	command_read(&result, line, strlen(line), &context);
	bool done = result.answer == ANSWER_DONE;
	for (size_t i = 0; i < result.event_count; i++)
		happen(room, result.events[i]);
	result.event_count = 0;
	command_result_release(&result);
	return done;
}

/* The note that the line has made is called by the number of its last event. */
static void name_made(struct play *p)
{
	char id[ID_SIZE];

	snprintf(id, sizeof id, "%s-%lld", pen_seats[p->seat],
		(long long)history_last(&p->room.history, pen_seats[p->seat], NULL));
	for (int i = 0; i < p->act.count; i++)
		if (!p->act.changes[i].note[0])
			snprintf(p->act.changes[i].note, PEN_ID, "%.39s", id);
}

static bool agree(struct play *p, const char *line)
{
	struct buffer ours = BUFFER_EMPTY, theirs = BUFFER_EMPTY;
	size_t at = 0;

	show_session(&ours, &p->room.session);
	pen_show(&theirs, p->model);
	bool same = strcmp(ours.bytes, theirs.bytes) == 0;
	while (!same && ours.bytes[at] && ours.bytes[at] == theirs.bytes[at])
		at++;
	while (at && ours.bytes[at - 1] != '\n')
		at--;
	if (!same)
		snprintf(p->wrong, sizeof p->wrong, "after '%s' as %s:\n%.*s\nand the model:\n%.*s",
			line, pen_seats[p->seat], (int)strcspn(ours.bytes + at, "\n"),
			ours.bytes + at, (int)strcspn(theirs.bytes + at, "\n"), theirs.bytes + at);
	buffer_release(&ours);
	buffer_release(&theirs);
	return same;
}

/* What was made true event by event is what a fold of all gives. */
static bool folds_the_same(struct play *p)
{
	struct buffer before = BUFFER_EMPTY, after = BUFFER_EMPTY;

	show_session(&before, &p->room.session);
	room_fold(&p->room);
	show_session(&after, &p->room.session);
	bool same = strcmp(before.bytes, after.bytes) == 0;
	if (!same)
		snprintf(p->wrong, sizeof p->wrong, "the fold differs from what was made true");
	buffer_release(&before);
	buffer_release(&after);
	return same;
}

/* Undo and redo must be done just when the model has something to undo or redo. */
static bool step_back(struct play *p, bool back)
{
	const char *line = back ? "/undo" : "/redo";
	bool done = do_line(p, line);
	bool known = back ? pen_undo(p->model, p->seat) : pen_redo(p->model, p->seat);

	if (done != known)
		snprintf(p->wrong, sizeof p->wrong, "%s as %s: %s", line, pen_seats[p->seat],
			done ? "done, and the model has nothing" : "not done");
	return done == known && agree(p, line);
}

static bool step(struct play *p, int i)
{
	int what = below(p, 10);

	if (below(p, 6) == 0)
		p->seat = !p->seat;
	if (what < 3)
		return step_back(p, what < 2);
	type_line(p);
	bool done = do_line(p, p->line.bytes);
	p->done += done;
	p->refused += !done;
	if (done) {
		name_made(p);
		pen_act(p->model, &p->act);
	}
	return (i % CHECKED || agree(p, p->line.bytes)) && (i % FOLDED || folds_the_same(p));
}

static bool undo_all(struct play *p)
{
	struct pen_model *m = p->model;

	for (p->seat = 0; p->seat < PEN_SEATS; p->seat++)
		while (pen_undo(m, p->seat))
			if (!do_line(p, "/undo"))
				snprintf(p->wrong, sizeof p->wrong, "not all can be undone");
	p->seat = 0;
	if (m->note_count || p->room.session.note_count || p->room.session.action_count)
		snprintf(p->wrong, sizeof p->wrong, "notes are left when all is undone");
	return !p->wrong[0] && agree(p, "everything undone");
}

static void run(void **state)
{
	struct play p = {.model = mem_new(1, sizeof *p.model), .line = BUFFER_EMPTY};
	bool fine = true;

	p.random = (uint32_t)(uintptr_t)*state * 2654435761u;
	room_init(&p.room, room_agenda);
	pen_fold(p.model);
	for (int i = 1; fine && i <= ACTS; i++)
		fine = step(&p, i);
	fine = fine && undo_all(&p);
	if (fine && p.done < p.refused)
		snprintf(p.wrong, sizeof p.wrong, "%d lines done, %d not", p.done, p.refused);
	room_release(&p.room);
	buffer_release(&p.line);
	free(p.model);
	assert_string_equal(p.wrong, "");
}

int main(void)
{
	static struct CMUnitTest tests[ROWS];
	static char names[ROWS][16];

	for (int i = 0; i < ROWS; i++) {
		snprintf(names[i], sizeof names[i], "seed_%d", i + 1);
		tests[i] =
			(struct CMUnitTest){names[i], run, NULL, NULL, (void *)(uintptr_t)(i + 1)};
	}
	return cmocka_run_group_tests(tests, NULL, NULL);
}
