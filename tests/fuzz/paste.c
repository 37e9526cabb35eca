/* SPDX-License-Identifier: MIT */
/* paste.c - any bytes from a terminal, and any bytes pasted into it. The keys are the same in
 * whatever pieces the bytes come; what is pasted is one key with just those bytes; its lines come out
 * clean, and each of them makes a note or an action point of its own and touches nothing else.
 *
 * The first byte says which: 0 takes the rest as what the terminal sends, else the rest is pasted.
 * The second byte says in what pieces the bytes come. */
#include <string.h>

#include "base/memory.h"
#include "fuzz/world.h"
#include "text/text.h"
#include "ui/term/decode.h"
#include "ui/term/key.h"
#include "ui/widget/pasted_lines.h"

enum { LINES_TYPED = 4 };

#define PASTE_BEGINS "\033[200~"
#define PASTE_ENDS "\033[201~"

static struct world world;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	world_open(&world);
	return 0;
}

static void look_at_key(const struct key *key)
{
	if (key->kind == KEY_TEXT) {
		MUST(key->text[0] && memchr(key->text, 0, sizeof key->text));
		MUST(text_is_clean(key->text, strlen(key->text)));
	}
	if (key->kind == KEY_MOUSE)
		MUST(key->row >= 0 && key->column >= 0);
	MUST(key->kind != KEY_RESIZED && key->kind != KEY_GONE);
}

/* Adds the keys that are whole by now, so that two streams of keys can be compared. */
static void take_keys(struct decoder *d, struct buffer *out)
{
	struct key key;

	while (decoder_next(d, &key)) {
		look_at_key(&key);
		buffer_char(out, (char)('A' + (int)key.kind));
		buffer_bytes(out, (const char *)&key.code, sizeof key.code);
		if (key.kind == KEY_TEXT)
			buffer_text(out, key.text);
		if (key.kind == KEY_PASTED)
			buffer_bytes(out, key.paste, key.paste_len);
		if (key.kind == KEY_MOUSE) {
			int at[] = {(int)key.mouse, key.row, key.column};

			buffer_bytes(out, (const char *)at, sizeof at);
		}
	}
}

/* The keys of the bytes, which come in pieces drawn from `seed`; 0: all at once. */
static void decode(struct buffer *out, const char *bytes, size_t len, unsigned seed)
{
	struct decoder d;

	decoder_init(&d);
	for (size_t at = 0; at < len;) {
		seed = seed * 1103515245 + (seed ? 12345 : 0);
		size_t piece = seed ? 1 + (seed >> 16) % (seed & 0x8000 ? 7 : 64) : len;

		piece = piece < len - at ? piece : len - at;
		decoder_feed(&d, bytes + at, piece);
		take_keys(&d, out);
		at += piece;
	}
	bool partial = decoder_partial(&d);
	decoder_decide(&d);
	take_keys(&d, out);
	MUST(!partial || !decoder_partial(&d));
	decoder_release(&d);
}

static void pieces_do_not_matter(const char *bytes, size_t len, unsigned seed)
{
	struct buffer whole = BUFFER_EMPTY, pieces = BUFFER_EMPTY;

	decode(&whole, bytes, len, 0);
	decode(&pieces, bytes, len, seed + 1);
	MUST(whole.len == pieces.len && memcmp(whole.bytes, pieces.bytes, whole.len) == 0);
	buffer_release(&whole);
	buffer_release(&pieces);
}

/* Nothing of it is a key: between `x` and `y` there is one, which holds just these bytes. */
static void is_one_key(const char *bytes, size_t len, unsigned seed)
{
	struct buffer stream = BUFFER_EMPTY, keys = BUFFER_EMPTY, expected = BUFFER_EMPTY;

	buffer_text(&stream, "x" PASTE_BEGINS);
	buffer_bytes(&stream, bytes, len);
	buffer_text(&stream, PASTE_ENDS "y");
	pieces_do_not_matter(stream.bytes, stream.len, seed);
	decode(&keys, stream.bytes, stream.len, seed + 1);
	buffer_bytes(&expected, "A\0\0\0\0x", 6);
	buffer_bytes(&expected, (const char[]){'A' + (int)KEY_PASTED, 0, 0, 0, 0}, 5);
	buffer_bytes(&expected, bytes, len);
	buffer_bytes(&expected, "A\0\0\0\0y", 6);
	MUST(keys.len == expected.len && memcmp(keys.bytes, expected.bytes, keys.len) == 0);
	buffer_release(&stream);
	buffer_release(&keys);
	buffer_release(&expected);
}

/* Does a line that has these bytes say something? */
static bool says_something(const char *bytes, size_t len)
{
	struct buffer text = BUFFER_EMPTY;

	text_clean(&text, bytes, len);
	bool says = text.bytes[text_blanks(text.bytes)] != '\0';
	buffer_release(&text);
	return says;
}

/* How many lines there are to take, counted from the end. */
static size_t lines_in(const char *bytes, size_t len)
{
	size_t count = 0, end = len;

	for (size_t i = len; i-- > 0;)
		if (bytes[i] == '\n' || bytes[i] == '\r') {
			count += says_something(bytes + i + 1, end - i - 1);
			end = i;
		}
	return count + says_something(bytes, end);
}

static const struct note *last_note(void)
{
	return &world.session.notes[world.session.note_count - 1];
}

/* The line becomes a note of its own: the last before it is as it was. */
static void becomes_a_note(const char *line)
{
	size_t notes = world.session.note_count;
	char *before = mem_text(last_note()->text);

	for (int literal = 0; literal < 2 && world.session.note_count == notes; literal++) {
		struct buffer typed = BUFFER_EMPTY;
		struct command_result result;

		pasted_typed(&typed, line, literal);
		world_do(&world, typed.bytes, typed.len, &result);
		MUST(result.command == COMMAND_NONE);
		MUST(result.answer == ANSWER_DONE || (!literal && result.answer == ANSWER_REFUSED));
		command_result_release(&result);
		buffer_release(&typed);
	}
	MUST(world.session.note_count == notes + 1);
	MUST(strcmp(world.session.notes[notes - 1].text, before) == 0);
	MUST(text_is_clean(last_note()->text, strlen(last_note()->text)));
	free(before);
}

static void lines_become_notes(const char *bytes, size_t len)
{
	struct pasted p = {0};

	pasted_cut(&p, bytes, len);
	MUST(p.count + p.beyond == lines_in(bytes, len));
	for (size_t i = 0; i < p.count; i++)
		MUST(p.lines[i][0] && text_is_clean(p.lines[i], strlen(p.lines[i])));
	if (p.count)
		world_reset(&world);
	for (size_t i = 0; i < p.count && i < LINES_TYPED; i++)
		becomes_a_note(p.lines[i]);
	pasted_release(&p);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};
	unsigned how = take_byte(&in), seed = take_byte(&in);
	const char *rest = (const char *)in.bytes;
	size_t most = in.len;

	if (how == 0) {
		pieces_do_not_matter(rest, in.len, seed);
		return 0;
	}
	const char *end = in.len ? memmem(rest, in.len, PASTE_ENDS, strlen(PASTE_ENDS)) : NULL;
	if (end)
		most = (size_t)(end - rest);
	is_one_key(rest, most, seed);
	lines_become_notes(rest, most);
	return 0;
}
