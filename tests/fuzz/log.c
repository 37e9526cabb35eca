/* SPDX-License-Identifier: MIT */
/* log.c - any bytes as a whole log, and a good log with damage done to it: no line that was left as
 * it was is lost, nothing that was never written appears, and what is read is written back and read
 * alike.
 *
 * The first byte says which: 0 takes the rest as the log; else the rest are acts on a good one. */
#include "fuzz/fuzz.h"

#include <locale.h>
#include <string.h>

#include "log/log_reading.h"
#include "unit/sample_log.h"
#include "log/event_line.h"

enum { ACTS_MOST = 8, LOG_EVENTS = 24 };

static struct buffer whole = BUFFER_EMPTY;
static size_t starts[SAMPLE_EVENTS + 1];

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	sample_log(&whole, starts);
	return 0;
}

static void look_at_stretches(const struct log_reading *r, size_t len)
{
	MUST(r->good_end <= len);
	for (size_t i = 0; i < r->flaw_count; i++) {
		MUST(r->flaws[i].line >= 1);
		MUST(r->flaws[i].start + r->flaws[i].len <= len);
		MUST(!i || r->flaws[i].start >= r->flaws[i - 1].start);
	}
}

/* No number twice. */
static void look_at_numbers(const struct log_reading *r)
{
	for (size_t i = 0; i < r->count; i++)
		for (size_t k = 0; k < i; k++)
			MUST(r->events[k]->seq != r->events[i]->seq);
}

static void write_packed(struct buffer *out, const struct packed *p)
{
	struct unpacked u = {0};

	line_write(out, packed_read(&u, p));
	unpacked_release(&u);
}

/* Written again, what stands is read alike, but for typed lines whose end was lost. */
static void comes_back(const struct log_reading *r)
{
	struct buffer first = BUFFER_EMPTY;
	struct log_reading again;
	size_t least = r->count;

	for (size_t i = 0; i < r->count; i++)
		write_packed(&first, r->events[i]);
	while (least && r->events[least - 1]->more)
		least--;
	log_read(&again, first.bytes, first.len, "rapporteur");
	MUST(again.count >= least && again.count <= r->count);
	MUST(again.readonly == r->readonly || again.count < r->count);
	for (size_t i = 0; i < again.count; i++)
		MUST(packed_compare(again.events[i], r->events[i]) == 0);
	log_reading_release(&again);
	buffer_release(&first);
}

static struct log_reading read_log(const char *bytes, size_t len)
{
	struct log_reading r;

	log_read(&r, bytes, len, "rapporteur");
	look_at_stretches(&r, len);
	if (r.count <= SAMPLE_EVENTS)
		look_at_numbers(&r);
	comes_back(&r);
	return r;
}

/* A log of which some lines are known to be untouched. */
struct damaged {
	struct buffer bytes;
	bool touched[LOG_EVENTS]; /* by place, while they stand in their order */
	size_t starts[LOG_EVENTS + 1];
};

static size_t line_at(const struct damaged *d, size_t at)
{
	size_t i = 0;

	while (i + 1 < LOG_EVENTS && d->starts[i + 1] <= at)
		i++;
	return i;
}

/* The lines from that of byte `from` to that of byte `to` are touched. */
static void touch(struct damaged *d, size_t from, size_t to)
{
	for (size_t i = line_at(d, from); i <= line_at(d, to); i++)
		d->touched[i] = true;
}

/* `in` bytes were put in at `at`, or `out` bytes taken out there. */
static void shift(struct damaged *d, size_t at, size_t in, size_t out)
{
	for (size_t i = 0; i <= LOG_EVENTS; i++) {
		if (d->starts[i] <= at)
			continue;
		d->starts[i] = d->starts[i] < at + out ? at : d->starts[i] + in - out;
	}
}

/* The newline of a line that nothing has touched becomes something else: both lines that it parted
 * still stand. */
static void glue(struct damaged *d, size_t line, unsigned byte)
{
	size_t at = d->starts[line + 1] - 1;

	if (!d->touched[line] && !d->touched[line + 1])
		d->bytes.bytes[at] = (char)(byte ? byte : ' ');
}

static void act(struct damaged *d, struct input *in)
{
	unsigned how = take_byte(in) % 4;
	size_t high = take_byte(in), at = (high << 8 | take_byte(in)) % d->bytes.len;
	unsigned more = take_byte(in);

	if (how == 0) {
		touch(d, at, at);
		d->bytes.bytes[at] = (char)(d->bytes.bytes[at] ^ (1 << more % 8));
	} else if (how == 3) {
		glue(d, at % (LOG_EVENTS - 1), more);
	} else if (how == 1) {
		char bytes[2] = {(char)more, (char)take_byte(in)};

		touch(d, at, at);
		buffer_insert(&d->bytes, at, bytes, sizeof bytes);
		shift(d, at, sizeof bytes, 0);
	} else {
		size_t count = more < 64 ? more + 1 : (more - 63) * 32;

		if (at + count > d->bytes.len)
			count = d->bytes.len - at;
		touch(d, at, at + count - 1);
		buffer_remove(&d->bytes, at, count);
		shift(d, at, 0, count);
	}
}

/* Every line that nothing touched stands, unless its typed line has lost its end. */
static void nothing_dropped(const struct damaged *d, const struct log_reading *r)
{
	for (int64_t seq = 1; seq <= LOG_EVENTS; seq++) {
		bool found = false, groups = seq % 7 == 0;

		if (d->touched[seq - 1] || (groups && d->touched[seq % LOG_EVENTS]))
			continue;
		for (size_t i = 0; i < r->count && !found; i++)
			found = r->events[i]->seq == seq;
		MUST(found);
	}
}

/* Nothing stands that was never written. */
static void nothing_made_up(const struct log_reading *r)
{
	for (size_t i = 0; i < r->count; i++) {
		struct buffer line = BUFFER_EMPTY;

		write_packed(&line, r->events[i]);
		MUST(memmem(whole.bytes, starts[LOG_EVENTS], line.bytes, line.len));
		buffer_release(&line);
	}
}

static void damage(struct input in)
{
	struct damaged d = {.bytes = BUFFER_EMPTY};

	buffer_bytes(&d.bytes, whole.bytes, starts[LOG_EVENTS]);
	memcpy(d.starts, starts, sizeof d.starts);
	for (int acts = 0; in.len && acts < ACTS_MOST && d.bytes.len; acts++)
		act(&d, &in);
	struct log_reading r = read_log(d.bytes.bytes, d.bytes.len);
	nothing_dropped(&d, &r);
	nothing_made_up(&r);
	log_reading_release(&r);
	buffer_release(&d.bytes);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct input in = {bytes, len};

	if (take_byte(&in) % 2) {
		damage(in);
		return 0;
	}
	struct log_reading r = read_log((const char *)in.bytes, in.len);
	log_reading_release(&r);
	return 0;
}
