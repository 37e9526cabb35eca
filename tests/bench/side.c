/* SPDX-License-Identifier: MIT */
/* side.c - two programs typed into in turn. */
#include "bench/side.h"

#include <stdlib.h>
#include <string.h>

#include "bench/meeting.h"
#include "bench/proc.h"

enum {
	LINE = 60,
	START_MS = 60000,
	SETUP_QUIET_MS = 100,
	SETUP_PATIENCE_MS = 1000,
	PAUSE_QUIET_MS = 30,
	KEY_QUIET_MS = 5,
	KEY_PATIENCE_MS = 1000
};

/* Plain typing: words, no mark, nothing that completes. */
static const char *plain_key(long i)
{
	static const char text[] = "the second signature adds three weeks and nobody decides, so we ";
	static char key[2];

	key[0] = text[i % (long)(sizeof text - 1)];
	return key;
}

struct side *side_new(char *const argv[], const char *session)
{
	struct side *s = calloc(1, sizeof *s);

	if (!s)
		give_up("no memory");
	s->launch.argv = argv;
	s->session = session;
	s->key = plain_key;
	s->pause = "\025";
	s->pause_every = LINE;
	s->best_time = s->best_bytes = NOTHING_YET;
	s->best_processor = -1;
	return s;
}

void side_start(struct side *s)
{
	pty_start(&s->pty, &s->launch);
	if (!pty_read(&s->pty, s->pty.started, SETUP_QUIET_MS, START_MS).bytes)
		give_up("%s shows nothing", s->launch.argv[0]);
	pty_settle(&s->pty);
	for (const char *const *keys = s->setup; keys && *keys; keys++)
		pty_give(&s->pty, *keys, strlen(*keys), SETUP_QUIET_MS, SETUP_PATIENCE_MS);
}

void side_end(struct side *s)
{
	pty_end(&s->pty);
	if (s->session)
		meeting_forget_draft(s->session);
}

static void press(struct side *s, long i)
{
	const char *key = s->key(i);
	int64_t before = proc_processor(s->pty.pid);
	struct answer answer = pty_give(&s->pty, key, strlen(key), KEY_QUIET_MS, KEY_PATIENCE_MS);

	if (!answer.bytes)
		give_up("%s does not answer key %ld", s->launch.argv[0], i);
	s->processor += proc_processor(s->pty.pid) - before;
	series_add(&s->time, (double)(s->first ? answer.first : answer.last) / 1e3);
	series_add(&s->bytes, (double)answer.bytes);
}

static void pause_side(struct side *s, long i)
{
	if (s->pause && i % s->pause_every == s->pause_every - 1)
		pty_give(&s->pty, s->pause, strlen(s->pause), PAUSE_QUIET_MS, PAUSE_QUIET_MS);
}

static void take_round(struct side *s)
{
	keep_best(&s->best_processor, (double)s->processor / 1e3 / (double)s->time.count);
	best_take(&s->best_time, &s->time);
	best_take(&s->best_bytes, &s->bytes);
	s->processor = 0;
}

void sides_measure(struct side *a, struct side *b, long rounds, long keys, bool stay)
{
	for (long round = 0; round < rounds; round++) {
		if (!stay || round == 0) {
			side_start(a);
			side_start(b);
		}
		for (long i = 0; i < keys; i++) {
			press(round % 2 ? b : a, i);
			press(round % 2 ? a : b, i);
			pause_side(a, i);
			pause_side(b, i);
		}
		take_round(a);
		take_round(b);
		if (!stay || round == rounds - 1) {
			side_end(a);
			side_end(b);
		}
	}
}
