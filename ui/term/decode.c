/* SPDX-License-Identifier: MIT */
/* decode.c - bytes to keys, without a terminal. */
#include "ui/term/decode.h"

#include <string.h>

#include "text/text.h"

enum { ESC = 0x1b, PASTE_MOST = 1 << 22 };

/* The result of a step of reading. */
enum step { STEP_KEY, STEP_NOTHING, STEP_MORE };

void decoder_init(struct decoder *d)
{
	*d = (struct decoder){0};
	buffer_init(&d->bytes);
	buffer_init(&d->paste);
}

void decoder_release(struct decoder *d)
{
	buffer_release(&d->bytes);
	buffer_release(&d->paste);
}

void decoder_feed(struct decoder *d, const char *bytes, size_t len)
{
	if (d->at) {
		buffer_remove(&d->bytes, 0, d->at);
		d->at = 0;
	}
	buffer_bytes(&d->bytes, bytes, len);
	d->decided = false;
}

bool decoder_partial(const struct decoder *d)
{
	return !d->pasting && d->at < d->bytes.len;
}

void decoder_decide(struct decoder *d)
{
	d->decided = true;
}

static enum step named(struct key *out, int code)
{
	out->kind = KEY_NAMED;
	out->code = code;
	return STEP_KEY;
}

/* Sequences */

/* With Shift, Ctrl or Alt, what there is of it. */
static int modified(int code, int modifiers)
{
	bool shift = modifiers & 1, other = modifiers & 6;

	switch (code) {
	case NAMED_UP: return shift ? NAMED_SHIFT_UP : other ? NAMED_CTRL_UP : code;
	case NAMED_DOWN: return shift ? NAMED_SHIFT_DOWN : other ? NAMED_CTRL_DOWN : code;
	case NAMED_LEFT: return other ? NAMED_CTRL_LEFT : code;
	case NAMED_RIGHT: return other ? NAMED_CTRL_RIGHT : code;
	default: return code;
	}
}

static int by_letter(char letter)
{
	switch (letter) {
	case 'A': return NAMED_UP;
	case 'B': return NAMED_DOWN;
	case 'C': return NAMED_RIGHT;
	case 'D': return NAMED_LEFT;
	case 'H': return NAMED_HOME;
	case 'F': return NAMED_END;
	case 'P': return NAMED_F1;
	case 'Q': return NAMED_F2;
	case 'R': return NAMED_F3;
	case 'S': return NAMED_F4;
	case 'Z': return NAMED_BACKTAB;
	case 'M': return NAMED_ENTER;
	case 'a': return NAMED_SHIFT_UP;
	case 'b': return NAMED_SHIFT_DOWN;
	case 'c': return NAMED_CTRL_RIGHT;
	case 'd': return NAMED_CTRL_LEFT;
	default: return -1;
	}
}

static int by_number(int number)
{
	static const signed char names[] = {-1, NAMED_HOME, NAMED_INSERT, NAMED_DELETE, NAMED_END,
		NAMED_PAGE_UP, NAMED_PAGE_DOWN, NAMED_HOME, NAMED_END, -1, -1, NAMED_F1, NAMED_F2,
		NAMED_F3, NAMED_F4, NAMED_F5, -1, NAMED_F6, NAMED_F7, NAMED_F8, NAMED_F9, NAMED_F10,
		-1, NAMED_F11, NAMED_F12};

	return number >= 0 && number < (int)(sizeof names) ? names[number] : -1;
}

/* Numbers by semicolons, as many as are wanted; those left out are 0. */
static void read_numbers(const char *text, size_t len, int *out, size_t most)
{
	size_t n = 0;

	memset(out, 0, most * sizeof *out);
	for (size_t i = 0; i < len && n < most; i++) {
		if (text[i] == ';')
			n++;
		else if (text[i] >= '0' && text[i] <= '9' && out[n] < 100000)
			out[n] = out[n] * 10 + (text[i] - '0');
	}
}

static enum step mouse(struct key *out, int button, int column, int row, bool pressed)
{
	if (!pressed || (button & 32) || column < 1 || row < 1)
		return STEP_NOTHING;
	out->kind = KEY_MOUSE;
	out->row = row - 1;
	out->column = column - 1;
	if ((button & 67) == 64)
		out->mouse = MOUSE_WHEEL_UP;
	else if ((button & 67) == 65)
		out->mouse = MOUSE_WHEEL_DOWN;
	else if ((button & 67) == 0)
		out->mouse = MOUSE_CLICK;
	else
		return STEP_NOTHING;
	return STEP_KEY;
}

/* A whole CSI: its parameters and final byte. */
static enum step control_sequence(struct decoder *d, struct key *out, const char *text, size_t len,
	char final)
{
	int numbers[3], code;

	if (len && text[0] == '<') {
		read_numbers(text + 1, len - 1, numbers, 3);
		return mouse(out, numbers[0], numbers[1], numbers[2], final == 'M');
	}
	read_numbers(text, len, numbers, 3);
	if (final == '~' && numbers[0] == 7777) {
		d->syncs++;
		return STEP_NOTHING;
	}
	if (final == '~' && numbers[0] == 200) {
		d->pasting = true;
		buffer_reset(&d->paste);
		return STEP_NOTHING;
	}
	if (final == '~' || final == '^')
		code = by_number(numbers[0]);
	else
		code = by_letter(final);
	if (code < 0)
		return STEP_NOTHING;
	return named(out, modified(code, numbers[1] > 0 ? numbers[1] - 1 : final == '^' ? 4 : 0));
}

static enum step read_csi(struct decoder *d, struct key *out, const char *text, size_t len,
	size_t *took)
{
	size_t i = 2;

	if (len > 2 && text[2] == '[') { /* the Linux console's F1 to F5 */
		if (len < 4)
			return STEP_MORE;
		*took = 4;
		return text[3] >= 'A' && text[3] <= 'E' ? named(out, NAMED_F1 + text[3] - 'A')
							: STEP_NOTHING;
	}
	if (len > 2 && text[2] == 'M') { /* an old mouse report */
		if (len < 6)
			return STEP_MORE;
		*took = 6;
		int button = (unsigned char)text[3] - 32;
		return mouse(out, button, (unsigned char)text[4] - 32, (unsigned char)text[5] - 32,
			(button & 3) != 3 || (button & 64));
	}
	while (i < len && text[i] >= 0x20 && text[i] <= 0x3f)
		i++;
	if (i >= len)
		return STEP_MORE;
	*took = i + 1;
	if (text[i] < 0x40 || text[i] > 0x7e)
		return STEP_NOTHING;
	return control_sequence(d, out, text + 2, i - 2, text[i]);
}

static enum step read_ss3(struct key *out, const char *text, size_t len, size_t *took)
{
	int code;

	if (len < 3)
		return STEP_MORE;
	*took = 3;
	code = text[2] == 'a' ? NAMED_CTRL_UP : text[2] == 'b' ? NAMED_CTRL_DOWN : by_letter(text[2]);
	return code < 0 ? STEP_NOTHING : named(out, code);
}

/* Characters */

static size_t utf8_length(unsigned char first)
{
	if (first < 0x80)
		return 1;
	if (first >= 0xc2 && first < 0xe0)
		return 2;
	if (first >= 0xe0 && first < 0xf0)
		return 3;
	return first >= 0xf0 && first < 0xf5 ? 4 : 1;
}

static enum step read_text(struct decoder *d, struct key *out, const char *text, size_t len,
	size_t *took)
{
	size_t wants = utf8_length((unsigned char)*text), has = 1;
	struct buffer clean = BUFFER_EMPTY;

	while (has < wants && has < len && ((unsigned char)text[has] & 0xc0) == 0x80)
		has++;
	if (has < wants && has == len && !d->decided)
		return STEP_MORE;
	*took = has;
	text_clean(&clean, text, has);
	out->kind = KEY_TEXT;
	memcpy(out->text, clean.bytes, clean.len < sizeof out->text ? clean.len : 0);
	buffer_release(&clean);
	return out->text[0] ? STEP_KEY : STEP_NOTHING;
}

static enum step read_control(struct key *out, unsigned char byte)
{
	switch (byte) {
	case '\r':
	case '\n': return named(out, NAMED_ENTER);
	case '\t': return named(out, NAMED_TAB);
	case '\b':
	case 0x7f: return named(out, NAMED_BACKSPACE);
	default: break;
	}
	out->kind = KEY_CONTROL;
	out->code = byte < 0x1b && byte > 0 ? byte - 1 + 'a' : byte + '@';
	return STEP_KEY;
}

/* Esc before a key is Alt; before another control key it stands for itself. */
static enum step read_escape(struct decoder *d, struct key *out, const char *text, size_t len,
	size_t *took)
{
	enum step step = STEP_MORE;

	if (len > 1 && text[1] == '[')
		step = read_csi(d, out, text, len, took);
	else if (len > 1 && text[1] == 'O')
		step = read_ss3(out, text, len, took);
	if (step != STEP_MORE || (len < 2 && !d->decided))
		return step;
	if (len > 1 && (text[1] == '[' || text[1] == 'O') && !d->decided)
		return STEP_MORE;
	if (len > 1 && (((unsigned char)text[1] > 0x20 && (unsigned char)text[1] <= 0x7f))) {
		*took = 2;
		out->kind = KEY_ALT;
		out->code = text[1];
		return STEP_KEY;
	}
	*took = 1;
	return named(out, NAMED_ESCAPE);
}

/* Pasting */

/* Takes what belongs to the paste; STEP_KEY when it has ended. */
static enum step read_paste(struct decoder *d, struct key *out)
{
	static const char end[] = "\033[201~";
	enum { END = sizeof end - 1 };
	const char *text = d->bytes.bytes + d->at;
	size_t len = d->bytes.len - d->at;
	const char *stop = memmem(text, len, end, END);
	size_t take = stop ? (size_t)(stop - text) : len > END - 1 ? len - (END - 1) : 0;

	size_t room = PASTE_MOST - d->paste.len;
	buffer_bytes(&d->paste, text, take < room ? take : room);
	d->at += take;
	if (!stop)
		return STEP_MORE;
	d->at += END;
	d->pasting = false;
	out->kind = KEY_PASTED;
	out->paste = d->paste.bytes;
	out->paste_len = d->paste.len;
	return STEP_KEY;
}

bool decoder_next(struct decoder *d, struct key *out)
{
	while (d->at < d->bytes.len) {
		const char *text = d->bytes.bytes + d->at;
		size_t len = d->bytes.len - d->at, took = 1;
		unsigned char first = (unsigned char)*text;
		enum step step;

		*out = (struct key){0};
		if (d->pasting) {
			step = read_paste(d, out);
			took = 0;
		} else if (first == ESC) {
			step = read_escape(d, out, text, len, &took);
		} else if (first < 0x20 || first == 0x7f) {
			step = read_control(out, first);
		} else {
			step = read_text(d, out, text, len, &took);
		}
		if (step == STEP_MORE)
			return false;
		d->at += took;
		if (step == STEP_KEY)
			return true;
	}
	return false;
}
