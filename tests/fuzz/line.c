/* SPDX-License-Identifier: MIT */
/* line.c - any bytes as one line of a log. The reader that packs a line in one pass and libyaml must
 * agree on every line that the first takes, which are lines in our form; what is read is written back
 * and read alike.
 *
 * The first byte says what the rest is: a whole line; the body of one, to which the end that fits
 * is added; an event put together field by field, whose line is then changed in places; or pairs
 * written by line_forms.c in our form and in another, which both must be read as what was meant. */
#include "fuzz/line_forms.h"

#include <locale.h>
#include <string.h>

#include "base/memory.h"
#include "log/log_reading.h"
#include "log/pack.h"
#include "log/pairs.h"
#include "log/crc32c.h"
#include "log/event_line.h"

enum { FIELDS_MOST = 12, CHANGES_MOST = 4 };

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	return 0;
}

/* The pairs as we write them. */
static void write_pairs(struct buffer *out, const struct pairs *p)
{
	struct line l = line_begin(out);

	for (size_t i = 0; i < p->count; i++)
		line_value(&l, p->items[i].key, &p->items[i].value);
	line_seal(&l);
}

/* Written again the pairs are these bytes. */
static bool are_our_bytes(const struct pairs *p, const char *bytes, size_t len)
{
	struct buffer again = BUFFER_EMPTY;

	write_pairs(&again, p);
	bool ours = again.len == len + 1 && memcmp(again.bytes, bytes, len) == 0;
	buffer_release(&again);
	return ours;
}

static void mean_value(struct buffer *out, const struct value *v)
{
	switch (v->type) {
	case VALUE_TEXT: meaning_text(out, v->text); return;
	case VALUE_NUMBER: meaning_number(out, v->number); return;
	case VALUE_TRUTH: buffer_text(out, v->number ? "btrue" : "bfalse"); return;
	case VALUE_LIST:
	case VALUE_NUMBERS:
	case VALUE_SEEN: break;
	}
	buffer_format(out, "%c%zu", v->type == VALUE_SEEN ? 's' : 'l', v->count);
	for (size_t i = 0; i < v->count; i++) {
		if (v->type == VALUE_SEEN)
			meaning_key(out, v->texts[i]);
		if (v->type == VALUE_LIST)
			meaning_text(out, v->texts[i]);
		else
			meaning_number(out, v->numbers[i]);
	}
}

static void must_mean(const struct pairs *p, const struct buffer *meaning)
{
	struct buffer is = BUFFER_EMPTY;

	for (size_t i = 0; i < p->count; i++) {
		meaning_key(&is, p->items[i].key);
		mean_value(&is, &p->items[i].value);
	}
	MUST(strcmp(is.bytes, meaning->bytes) == 0);
	buffer_release(&is);
}

/* No key twice, none that belongs to the end, none bare that another reader takes for no text. */
static void look_at_keys(const struct pairs *p, const char *bytes, size_t len, bool ours)
{
	for (size_t i = 0; i < p->count; i++) {
		const char *key = p->items[i].key;
		char quoted[KEY_SIZE + 4];

		MUST(strcmp(key, "len") != 0 && strcmp(key, "crc") != 0);
		for (size_t k = 0; k < i; k++)
			MUST(strcmp(p->items[k].key, key) != 0);
		if (!ours || !key_is_odd(key) || strpbrk(key, "\"\\") || has_raw(key, strlen(key)))
			continue;
		int quoted_len = snprintf(quoted, sizeof quoted, "\"%s\": ", key);
		MUST(memmem(bytes, len, quoted, (size_t)quoted_len));
	}
}

/* A line is altered exactly when writing it again gives other bytes; then and only then may raw
 * controls stand in it. */
static void is_read_rightly(const char *bytes, size_t len)
{
	struct pairs pairs = {0};
	bool altered = false;

	if (pairs_read(&pairs, bytes, len, &altered)) {
		MUST(altered == !are_our_bytes(&pairs, bytes, len));
		MUST(altered || !has_raw(bytes, len));
		look_at_keys(&pairs, bytes, len, !altered);
	}
	pairs_release(&pairs);
}

static void comes_back(const char *bytes, size_t len)
{
	struct buffer first = BUFFER_EMPTY, again = BUFFER_EMPTY;
	struct event *e = line_read(bytes, len, "rapporteur");

	if (!e)
		return;
	line_write(&first, e);
	struct event *back = line_read(first.bytes, first.len - 1, "rapporteur");
	MUST(back);
	MUST(back->seq == e->seq && back->clock == e->clock && back->at == e->at);
	MUST(back->kind == e->kind && back->count == e->count && event_compare(back, e) == 0);
	line_write(&again, back);
	MUST(strcmp(first.bytes, again.bytes) == 0);
	event_free(e);
	event_free(back);
	buffer_release(&first);
	buffer_release(&again);
}

static void same_packed(const struct packed *a, const struct packed *b)
{
	MUST(a->seq == b->seq && a->clock == b->clock && a->at == b->at && a->kind == b->kind);
	MUST(a->usable == b->usable && a->more == b->more && a->count == b->count);
	MUST(strcmp(a->seat, b->seat) == 0);
	MUST(a->size == b->size && memcmp(a + 1, b + 1, a->size) == 0);
}

/* Unpacked and written it is the line that the event makes. */
static void unpacks_alike(const struct packed *p, const struct event *e)
{
	struct unpacked u = {0};
	struct buffer first = BUFFER_EMPTY, again = BUFFER_EMPTY;

	line_write(&first, e);
	line_write(&again, packed_read(&u, p));
	MUST(strcmp(first.bytes, again.bytes) == 0);
	unpacked_release(&u);
	buffer_release(&first);
	buffer_release(&again);
}

/* What line_pack() takes is what comes of the pairs, and only a line in our form. */
static void packs_alike(const char *bytes, size_t len)
{
	struct packer packer = {.len = 0};
	struct buffer scratch = BUFFER_EMPTY;
	struct arena arena = {0};
	struct pairs pairs = {0};
	bool altered = true, packed = line_pack(&packer, &scratch, bytes, len, "rapporteur");
	bool read = pairs_read(&pairs, bytes, len, &altered);
	struct event *e = line_read(bytes, len, "rapporteur");

	MUST(!packed || (e && read && !altered));
	const struct packed *of_event = e ? event_pack(e, "rapporteur", &arena) : NULL;
	if (e)
		unpacks_alike(of_event, e);
	if (packed)
		same_packed(packer_end(&packer, &arena), of_event);
	event_free(e);
	pairs_release(&pairs);
	packer_release(&packer);
	buffer_release(&scratch);
	arena_release(&arena);
}

static void look_at(const char *bytes, size_t len)
{
	is_read_rightly(bytes, len);
	comes_back(bytes, len);
	packs_alike(bytes, len);
}

/* The body with the end that makes its checksum fit. */
static void sealed(const struct input *body)
{
	struct buffer line = BUFFER_EMPTY;

	buffer_bytes(&line, body->bytes, body->len);
	buffer_format(&line, ", len: %zu, crc: \"%08x\"}", body->len,
		crc32c(body->bytes, body->len));
	look_at(line.bytes, line.len);
	buffer_release(&line);
}

static char *take_text(struct input *in)
{
	size_t len = take_byte(in) % 24;
	struct buffer text = BUFFER_EMPTY;

	for (; len && in->len; len--) {
		char c = (char)take_byte(in);

		buffer_char(&text, c ? c : '"');
	}
	return buffer_take(&text);
}

static int64_t take_number(struct input *in)
{
	int64_t number = take_byte(in);

	return number << take_byte(in) % 45;
}

/* Seats have names of letters, as all ids. */
static void add_seen(struct event *e, char *name, unsigned number)
{
	for (char *at = name; *at; at++)
		*at = (char)('a' + (unsigned char)*at % 26);
	event_set_seen(e, *name ? name : "x", number);
}

static void add_field(struct event *e, struct input *in)
{
	unsigned which = take_byte(in) % FIELDS;
	enum field field = (enum field)which;
	char *text = take_text(in);

	switch (field_table[which].type) {
	case VALUE_TEXT: event_set_text(e, field, text); break;
	case VALUE_NUMBER: event_set_number(e, field, take_number(in)); break;
	case VALUE_TRUTH: event_set_true(e, field); break;
	case VALUE_LIST: event_add_to_list(e, field, text); break;
	case VALUE_NUMBERS: event_add_number(e, field, take_byte(in) * 7919); break;
	case VALUE_SEEN: add_seen(e, text, take_byte(in)); break;
	}
	free(text);
}

static struct event *take_event(struct input *in)
{
	struct event *e = event_new((enum event_kind)(take_byte(in) % EVENT_KINDS));

	e->seq = 1 + take_byte(in);
	e->at = e->clock = INT64_C(1776348000000) + take_byte(in) * 7919;
	for (unsigned left = take_byte(in) % FIELDS_MOST; left; left--)
		add_field(e, in);
	return e;
}

/* What we wrote we read, by both ways; then perhaps again after changes. */
static void put_together(struct input in)
{
	struct event *e = take_event(&in);
	struct buffer line = BUFFER_EMPTY;

	line_write(&line, e);
	event_free(e);
	buffer_cut(&line, line.len - 1);
	struct event *back = line_read(line.bytes, line.len, "rapporteur");
	MUST(back);
	event_free(back);
	look_at(line.bytes, line.len);
	for (unsigned left = take_byte(&in) % CHANGES_MOST; left && line.len; left--) {
		size_t high = take_byte(&in), at = (high << 8 | take_byte(&in)) % line.len;
		char byte = (char)take_byte(&in);

		if (take_byte(&in) % 2)
			buffer_insert(&line, at, &byte, 1);
		else
			buffer_remove(&line, at, 1);
		look_at(line.bytes, line.len);
	}
	buffer_release(&line);
}

/* Reads the line, and as what is meant. */
static void must_read(const struct buffer *line, bool is_altered, const struct forms *f)
{
	struct pairs pairs = {0};
	bool altered = false;

	MUST(pairs_read(&pairs, line->bytes, line->len, &altered) && altered == is_altered);
	must_mean(&pairs, &f->meaning);
	pairs_release(&pairs);
}

static void must_refuse(const struct buffer *line)
{
	struct pairs pairs = {0};
	bool altered;

	MUST(!pairs_read(&pairs, line->bytes, line->len, &altered) && !pairs.count);
	pairs_release(&pairs);
}

/* A digit of `len` or of `crc` becomes another one. */
static void another_end(struct buffer *line, unsigned which)
{
	char *len = memmem(line->bytes, line->len, ", len: ", 7), *crc = len;

	for (char *next = len; next; next = memmem(len + 1, strlen(len + 1), ", len: ", 7))
		len = next;
	crc = strstr(len, "crc: \"") + 6;
	char *digit = which < 8 ? crc + which : len + 7 + which % (size_t)(crc - len - 15);
	*digit = *digit == '1' ? '2' : '1';
}

/* The other form, changed in places, with an end that fits: it holds only if it is as we write it. */
static void changed_and_sealed(const struct forms *f, struct input *in)
{
	static const char bytes[] = "0-+.0 ,:\"\\{}[]'#~1tn\x7f";
	struct buffer body = BUFFER_EMPTY;
	const char *end = f->other.bytes + f->other.len, *mark = ", len: ";

	while (strncmp(end, mark, strlen(mark)) != 0)
		end--;
	buffer_bytes(&body, f->other.bytes, (size_t)(end - f->other.bytes));
	for (unsigned left = take_byte(in) % CHANGES_MOST; left; left--) {
		size_t high = take_byte(in), at = (high << 8 | take_byte(in)) % body.len;
		unsigned how = take_byte(in);

		if (how & 1)
			buffer_remove(&body, at, 1);
		if (how & 2)
			buffer_insert(&body, at, bytes + how / 4 % (sizeof bytes - 1), 1);
	}
	sealed(&(struct input){(const uint8_t *)body.bytes, body.len});
	buffer_release(&body);
}

/* Our form and another one of the same pairs; then both with an end that does not fit. */
static void other_forms(struct input in)
{
	struct forms f;

	forms_take(&f, &in);
	bool differ = f.ours.len != f.other.len || memcmp(f.ours.bytes, f.other.bytes, f.ours.len);
	look_at(f.ours.bytes, f.ours.len);
	look_at(f.other.bytes, f.other.len);
	if (f.holds) {
		must_read(&f.ours, false, &f);
		must_read(&f.other, differ, &f);
	}
	changed_and_sealed(&f, &in);
	unsigned which = take_byte(&in) % 16;
	another_end(&f.ours, which);
	another_end(&f.other, which);
	must_refuse(&f.ours);
	must_refuse(&f.other);
	forms_release(&f);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};
	unsigned how = take_byte(&in) % 4;

	if (how == 0)
		look_at((const char *)in.bytes, in.len);
	else if (how == 1)
		sealed(&in);
	else if (how == 2)
		put_together(in);
	else
		other_forms(in);
	return 0;
}
