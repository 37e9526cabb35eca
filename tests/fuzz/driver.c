/* SPDX-License-Identifier: MIT */
/* driver.c - runs a target without libFuzzer: every file of the corpus as it is, then that many
 * changed ones, or as many as the seconds allow (0: as many as they take). The changes come from a fixed seed, so that every
 * run is the same run.
 * usage: fuzz_TARGET RUNS SECONDS CORPUS */
#include "fuzz/fuzz.h"

#include <dirent.h>
#include <signal.h>
#include <string.h>
#include <time.h>
#include <unistd.h>

enum { INPUT_MOST = 8192, FILES_MOST = 256, CHANGES_MOST = 6, INPUT_SECONDS = 10 };

struct sample {
	uint8_t bytes[INPUT_MOST];
	size_t len;
};

static struct sample corpus[FILES_MOST], now;
static size_t corpus_count;
static uint64_t state = 0x9e3779b97f4a7c15;

/* xorshift64* */
static uint64_t draw(uint64_t below)
{
	state ^= state >> 12;
	state ^= state << 25;
	state ^= state >> 27;
	return (state * 0x2545f4914f6cdd1d >> 16) % below;
}

/* What broke it is left beside, to be run again. */
static void keep_input(int number)
{
	FILE *out = fopen("crash-input", "wb");

	if (out && fwrite(now.bytes, 1, now.len, out) == now.len && fclose(out) == 0)
		fputs("the input is in crash-input\n", stderr);
	signal(number, SIG_DFL);
	raise(number);
}

static int by_name(const struct dirent **a, const struct dirent **b)
{
	return strcmp((*a)->d_name, (*b)->d_name);
}

static int is_plain(const struct dirent *entry)
{
	return entry->d_name[0] != '.';
}

static void load_file(const char *dir, const char *name)
{
	char path[1024];

	snprintf(path, sizeof path, "%s/%s", dir, name);
	FILE *in = fopen(path, "rb");
	if (!in || corpus_count == FILES_MOST) {
		fprintf(stderr, "cannot take %s\n", path);
		exit(2);
	}
	struct sample *s = &corpus[corpus_count++];
	s->len = fread(s->bytes, 1, sizeof s->bytes, in);
	fclose(in);
}

static void load_corpus(const char *dir)
{
	struct dirent **names;
	int count = scandir(dir, &names, is_plain, by_name);

	for (int i = 0; i < count; i++) {
		load_file(dir, names[i]->d_name);
		free(names[i]);
	}
	if (count >= 0)
		free(names);
	if (!corpus_count) {
		fprintf(stderr, "no corpus in %s\n", dir);
		exit(2);
	}
}

static void take_out(struct sample *s, size_t at, size_t count)
{
	memmove(s->bytes + at, s->bytes + at + count, s->len - at - count);
	s->len -= count;
}

static void put_in(struct sample *s, size_t at, const uint8_t *bytes, size_t count)
{
	if (s->len + count > INPUT_MOST)
		return;
	memmove(s->bytes + at + count, s->bytes + at, s->len - at);
	memcpy(s->bytes + at, bytes, count);
	s->len += count;
}

/* A stretch of another file of the corpus. */
static void splice(struct sample *s)
{
	const struct sample *other = &corpus[draw(corpus_count)];

	if (!other->len)
		return;
	size_t from = draw(other->len), count = 1 + draw(other->len - from);
	put_in(s, draw(s->len + 1), other->bytes + from, count < 256 ? count : 256);
}

static void change_bytes(struct sample *s, uint64_t how)
{
	static const char odd[] = "\0\n\r\t \"'\\#@/:{}[]-,;|&*!?%~<"
		"\xef\xbb\xbf\xe2\x80\xa8\xc2\x85\xff\x80";
	uint8_t byte = (uint8_t)(draw(2) ? odd[draw(sizeof odd)] : (int)draw(256));
	size_t at = draw(s->len);

	if (how == 0)
		s->bytes[at] ^= (uint8_t)(1 << draw(8));
	else if (how == 1)
		s->bytes[at] = byte;
	else if (how == 2)
		put_in(s, at, &byte, 1);
	else
		take_out(s, at, 1 + draw(s->len - at < 16 ? s->len - at : 16));
}

static void change(struct sample *s)
{
	uint64_t how = draw(6);

	if (how == 5 || !s->len)
		splice(s);
	else if (how == 4)
		s->len = draw(s->len + 1);
	else
		change_bytes(s, how);
}

/* On the heap, at its exact length, so that reading past it is seen. */
static void run(void)
{
	uint8_t *bytes = malloc(now.len ? now.len : 1);

	if (!bytes)
		exit(2);
	memcpy(bytes, now.bytes, now.len);
	alarm(INPUT_SECONDS);
	LLVMFuzzerTestOneInput(bytes, now.len);
	free(bytes);
}

static void run_corpus(void)
{
	for (size_t i = 0; i < corpus_count; i++) {
		now = corpus[i];
		run();
	}
}

static void run_changed(void)
{
	now = corpus[draw(corpus_count)];
	for (uint64_t left = 1 + draw(CHANGES_MOST); left; left--)
		change(&now);
	run();
}

int main(int argc, char **argv)
{
	unsigned long done = 0;

	if (argc != 4) {
		fprintf(stderr, "usage: %s RUNS SECONDS CORPUS\n", argv[0]);
		return 2;
	}
	unsigned long runs = strtoul(argv[1], NULL, 10);
	time_t seconds = (time_t)strtoul(argv[2], NULL, 10), start = time(NULL);
	LLVMFuzzerInitialize(&argc, &argv);
	load_corpus(argv[3]);
	signal(SIGABRT, keep_input);
	signal(SIGSEGV, keep_input);
	signal(SIGALRM, keep_input);
	run_corpus();
	for (; done < runs && (!seconds || time(NULL) - start < seconds); done++)
		run_changed();
	printf("%zu files and %lu changed ones\n", corpus_count, done);
	return 0;
}
