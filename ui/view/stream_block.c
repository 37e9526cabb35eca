/* SPDX-License-Identifier: MIT */
/* stream_block.c - the rows that one note takes in the stream. */
#include "ui/view/stream_block.h"

#include "text/text.h"
#include "ui/state/stream_filter.h"
#include "ui/widget/large_digits.h"
#include "ui/widget/meeting_text.h"

enum { TEXT_ROWS_MOST = 40, WHO_MOST = 8, DUE = 7 };

static int longest_id(const struct session *s)
{
	int longest = 3;

	for (size_t i = 0; i < s->attendee_count && longest < WHO_MOST; i++) {
		int width = columns_of(session_call(s, i, NAMING_ID));

		if (s->attendees[i].role != ROLE_RAPPORTEUR &&
			s->attendees[i].role != ROLE_FACILITATOR && width > longest)
			longest = width;
	}
	return longest > WHO_MOST ? WHO_MOST : longest;
}

struct columns stream_columns(const struct session *s, struct area area)
{
	int end = area.column + area.columns;
	int who = longest_id(s);
	struct columns at = {.time = area.column};

	if (area.columns < 44 && who > 4)
		who = 4;
	at.who = at.time + (area.columns < 40 ? 0 : 6);
	at.mark = at.who + who + 1;
	at.text = at.mark + 2;
	at.saved = end - 1;
	at.digits_width = area.columns < 64 ? 3 : 5;
	if (area.columns < 32)
		at.digits_width = 0;
	at.digits = at.saved - 1 - at.digits_width;
	at.text_width = at.digits - 1 - at.text;
	return at;
}

static const char *kind_word(const struct note *note)
{
	switch (note->kind) {
	case NOTE_PROPOSAL:
	case NOTE_CONCERN:
	case NOTE_SUPPORT:
	case NOTE_RESERVATION:
	case NOTE_COMMITMENT:
	case NOTE_LESSON: return note_kind_name(note->kind);
	case NOTE_POINT:
	case NOTE_QUESTION:
	case NOTE_AGREED:
	case NOTE_KINDS: break;
	}
	return NULL;
}

/* Action points, points agreed and questions have a mark that stands where the ~ would. */
static bool has_own_mark(const struct note *note)
{
	return note->action != NONE || note->kind == NOTE_AGREED || note->kind == NOTE_QUESTION;
}

/* Its text as shown; returns where the words about it begin that are drawn dim. */
static size_t say_text(struct buffer *out, const struct console *c, const struct note *note)
{
	const struct session *s = seat_session(c->seat);
	size_t end;

	people_say(out, s->people, note->text, NAMING_ID);
	end = out->len;
	if (kind_word(note) && note->action == NONE)
		buffer_format(out, " (%s)", kind_word(note));
	if (note->off && has_own_mark(note))
		buffer_text(out, " (off the record)");
	if (note->dropped)
		buffer_text(out, " (dropped)");
	else if (note->gone)
		buffer_format(out, " (gone: %s)", note->id);
	else if (note->edited)
		buffer_text(out, " (edited)");
	if (seat_is_late(c->seat, note->id))
		buffer_text(out, " (late)");
	return end;
}

static int text_width_of(const struct session *s, const struct note *note, struct columns at)
{
	const struct action *action = note_action(s, note);

	return action && action->due[0] && at.text_width > 3 * DUE ? at.text_width - DUE
								   : at.text_width;
}

static void mark_of(
	const struct session *s, const struct note *note, const char **text, enum style *style)
{
	const struct action *action = note_action(s, note);

	*text = note->off ? "~" : "";
	*style = STYLE_DIM;
	if (action) {
		*text = "!";
		*style = action->status == ACTION_OPEN ? STYLE_ACTION : STYLE_DIM;
	} else if (note->kind == NOTE_AGREED) {
		*text = "=";
		*style = STYLE_AGREED;
	} else if (note->kind == NOTE_QUESTION) {
		*text = "?";
		*style = STYLE_QUESTION;
	}
}

struct block stream_block(const struct console *c, size_t note, struct columns at)
{
	const struct session *s = seat_session(c->seat);
	struct block block = {.note = note};
	struct buffer text = BUFFER_EMPTY;
	size_t before = stream_before(c, note);

	say_text(&text, c, &s->notes[note]);
	block.text_rows = wrapped_rows(text.bytes, text.len,
		text_width_of(s, &s->notes[note], at), TEXT_ROWS_MOST);
	block.text_rows += block.text_rows == 0;
	buffer_release(&text);
	block.new_item = s->notes[note].item != NONE &&
			 (before == NONE || s->notes[before].item != s->notes[note].item);
	block.rows = block.text_rows + block.new_item + details_rows(c, note, at);
	return block;
}

static void draw_item(struct drawing *d, size_t item)
{
	const struct session *s = seat_session(d->c->seat);

	if (drawing_in_sight(d)) {
		struct spot spot = spot_at(d->row, d->at.time, d->area.columns - 1);

		screen_rule(d->row, d->at.time, 5);
		spot_gap(&spot, 6);
		spot_put(&spot, STYLE_DIM, s->items[item].title);
		spot_gap(&spot, 1);
		if (spot_left(&spot) > 0)
			screen_rule(d->row, spot.column, spot_left(&spot));
	}
	d->row++;
}

/* The digits of its themes, # for those without one: "1 4", "145#" where that is too wide, and with
 * a + in the end where that is too wide still. */
static void say_digits(
	struct buffer *out, const struct session *s, const struct note *note, size_t width)
{
	bool has[DIGITS + 1] = {false};
	char signs[DIGITS + 2] = "";
	size_t count = 0;

	for (size_t i = 0; i < note->theme_count; i++) {
		int digit = s->themes[session_theme_root(s, note->themes[i])].digit;

		has[digit > 0 && digit <= DIGITS ? digit : 0] = true;
	}
	for (int digit = 1; digit <= DIGITS; digit++)
		if (has[digit])
			signs[count++] = (char)('0' + digit);
	if (has[0])
		signs[count++] = '#';
	for (size_t i = 0; i < count && out->len < width; i++)
		buffer_format(out, "%s%c", i && 2 * count - 1 <= width ? " " : "", signs[i]);
	if (count > width && width)
		out->bytes[width - 1] = '+';
}

static void draw_digits(const struct drawing *d, const struct note *note)
{
	struct buffer text = BUFFER_EMPTY;

	say_digits(&text, seat_session(d->c->seat), note, (size_t)d->at.digits_width);
	put_right(d->row, d->at.digits, d->at.digits_width, STYLE_THEME, text.bytes);
	buffer_release(&text);
}

static void draw_saved(const struct drawing *d, const struct note *note)
{
	if (note_has_failed(d->c, note))
		screen_put(d->row, d->at.saved, 1, STYLE_UNSAVED, "!");
	else if (note_is_unsafe(d->c, note))
		screen_put(d->row, d->at.saved, 1, STYLE_DIM, sign(SIGN_UNSAVED));
	else
		screen_put(d->row, d->at.saved, 1, STYLE_FINE, sign(SIGN_SAVED));
}

/* Time, speaker and mark before the first row of the text. */
static void draw_label(const struct drawing *d, const struct note *note)
{
	const struct session *s = seat_session(d->c->seat);
	struct buffer text = BUFFER_EMPTY;
	const char *mark;
	enum style style;

	add_time_of_day(&text, s, note->at);
	if (d->at.who > d->at.time)
		screen_put(d->row, d->at.time, 5, drawing_as(d, STYLE_DIM), text.bytes);
	if (d->at.who > d->at.time && seat_is_late(d->c->seat, note->id))
		screen_put(d->row, d->at.time + 5, 1, drawing_as(d, STYLE_WARNING), sign(SIGN_LATE));
	if (note->by != NONE)
		screen_put(d->row, d->at.who, d->at.mark - d->at.who - 1, drawing_as(d, STYLE_TEXT),
			session_call(s, note->by, NAMING_ID));
	mark_of(s, note, &mark, &style);
	screen_put(d->row, d->at.mark, 1, drawing_as(d, style), mark);
	buffer_release(&text);
}

/* And what stands behind it. */
static void draw_behind(const struct drawing *d, const struct note *note)
{
	const struct session *s = seat_session(d->c->seat);
	const struct action *action = note_action(s, note);

	if (action && action->due[0] && text_width_of(s, note, d->at) < d->at.text_width) {
		struct buffer text = BUFFER_EMPTY;

		add_day(&text, action->due);
		put_right(d->row, d->at.digits - 1 - DUE + 1, DUE - 1,
			action->status == ACTION_OPEN ? STYLE_STRONG : STYLE_DIM, text.bytes);
		buffer_release(&text);
	}
	draw_digits(d, note);
	draw_saved(d, note);
}

static enum style text_style(const struct session *s, const struct note *note)
{
	const struct action *action = note_action(s, note);

	if (note->gone || note->dropped)
		return STYLE_GONE;
	if (note->off || (action && action->status != ACTION_OPEN))
		return STYLE_DIM;
	return note->kind == NOTE_AGREED && !action ? STYLE_STRONG : STYLE_TEXT;
}

/* One row of the text, what is past `words` dim. */
static void draw_part(const struct drawing *d, const char *text, size_t from, size_t to,
	size_t words, enum style style)
{
	size_t border = words < from ? from : words;
	int width = d->at.text_width, used = 0;

	to = from + without_spaces(text + from, to - from);
	if (border > to)
		border = to;
	if (border > from)
		used = screen_put_bytes(
			d->row, d->at.text, width, style, text + from, border - from);
	if (to > border)
		screen_put_bytes(d->row, d->at.text + used, width - used, STYLE_DIM,
			text + border, to - border);
}

static void draw_text(struct drawing *d, const struct note *note, int rows)
{
	const struct session *s = seat_session(d->c->seat);
	struct buffer text = BUFFER_EMPTY;
	size_t words = say_text(&text, d->c, note), at = 0;
	int width = text_width_of(s, note, d->at);

	for (int row = 0; row < rows; row++, d->row++) {
		size_t part = at < text.len ? text_wrap(text.bytes + at, text.len - at, width) : 0;

		if (drawing_in_sight(d)) {
			draw_part(d, text.bytes, at, at + part, words, text_style(s, note));
			if (row == 0)
				draw_behind(d, note);
		}
		at += part;
	}
	buffer_release(&text);
}

/* Under time, speaker and mark, a bar through all rows of a chosen note: a step in the stream costs
 * no text. `row` is that of its first. */
void stream_block_draw_bar(struct drawing *d, const struct block *block, int row)
{
	int rows = block->text_rows + details_bar_rows(d->c, block->note);

	d->selected = block->chosen;
	for (d->row = row; d->row < row + rows; d->row++)
		if (drawing_in_sight(d))
			screen_fill(d->row, d->at.time, d->at.text - 1 - d->at.time,
				drawing_as(d, STYLE_TEXT), " ");
	d->row = row;
	if (drawing_in_sight(d))
		draw_label(d, &seat_session(d->c->seat)->notes[block->note]);
}

void stream_block_draw(struct drawing *d, const struct block *block)
{
	const struct note *note = &seat_session(d->c->seat)->notes[block->note];
	int first = d->row + block->new_item;

	if (block->new_item)
		draw_item(d, note->item);
	stream_block_draw_bar(d, block, first);
	d->row = first;
	draw_text(d, note, block->text_rows);
	details_draw(d, block->note);
}
