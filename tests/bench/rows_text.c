/* SPDX-License-Identifier: MIT */
/* rows_text.c - what text in bulk costs: a filter over many notes, a paste, an export. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "bench/bench.h"
#include "bench/meeting.h"
#include "bench/proc.h"
#include "bench/pty.h"
#include "bench/series.h"
#include "bench/table.h"

enum {
	FILTER_QUIET_MS = 60, /* what is found may come after the key's own sign */
	FILTER_PATIENCE_MS = 5000,
	PASTE_SIZE = 6000,
	PASTE_LINE = 100,
	PASTE_QUIET_MS = 40,
	PASTE_PATIENCE_MS = 10000,
	PASTES = 7
};

/* The filter */

struct filtering {
	struct pty pty;
	const char *grep;
	char *log;
	struct series ours, floor, processor;
};

/* A key of the filter, and grep for what is typed by now. */
static void filter_key(struct filtering *f, const char *word, size_t len)
{
	char wanted[64], *argv[] = {(char *)f->grep, "-ciF", wanted, f->log, NULL};
	int64_t before = proc_processor(f->pty.pid);
	struct answer answer = pty_give(&f->pty, word + len - 1, 1, FILTER_QUIET_MS,
		FILTER_PATIENCE_MS);

	if (!answer.bytes)
		give_up("the filter does not answer a key");
	series_add(&f->processor, (double)(proc_processor(f->pty.pid) - before) / 1e3);
	series_add(&f->ours, (double)answer.last / 1e3);
	snprintf(wanted, sizeof wanted, "%.*s", (int)len, word);
	/* Into a file: what goes to nowhere grep does not count. */
	series_add(&f->floor, run_program(argv, NULL, meeting_path("found"), 1));
}

void measure_filter(const struct options *o)
{
	static const char *const words[] = {"waited 57", "Office 12", "request"};
	static const char begin[] = "/find ", clear[] = "\025";
	struct filtering *f = calloc(1, sizeof *f);
	char *argv[] = {(char *)o->program, meeting_need("many", o->many, true), NULL};
	struct best ours = NOTHING_YET, floor = NOTHING_YET, processor = NOTHING_YET;

	if (!f)
		give_up("no memory");
	f->log = meeting_log("many");
	f->grep = tool_path("grep");
	if (!f->grep) {
		table_leave_out("filter, a key", "grep is not installed");
		free(f);
		return;
	}
	pty_start(&f->pty, &(struct launch){.argv = argv});
	pty_settle(&f->pty);
	for (long round = 0; round < o->rounds; round++) {
		for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
			pty_give(&f->pty, begin, sizeof begin - 1, FILTER_QUIET_MS, FILTER_QUIET_MS);
			for (size_t len = 1; len <= strlen(words[i]); len++)
				filter_key(f, words[i], len);
			pty_give(&f->pty, clear, 1, FILTER_QUIET_MS, FILTER_QUIET_MS);
			pty_settle(&f->pty);
		}
		best_take(&ours, &f->ours);
		best_take(&floor, &f->floor);
		best_take(&processor, &f->processor);
	}
	pty_end(&f->pty);
	meeting_forget_draft("many");
	free(f);
	table_add((struct row){"filter, a key, median", "many notes", "grep -ciF", "us",
		ours.median, floor.median, TIMES(1.5), TIMES(1), NULL});
	table_add((struct row){"filter, a key, processor", "many notes", "grep -ciF", "us",
		processor.median, floor.median, NO_LIMIT, NO_LIMIT, NULL});
}

/* Pastes */

/* Text of so many bytes between the marks of a paste; in one line, or in many. */
static char *paste_text(bool one_line)
{
	static const char words[] = "from request to approval it takes ninety days ";
	char *text = malloc(PASTE_SIZE + 32);

	if (!text)
		give_up("no memory");
	size_t len = (size_t)snprintf(text, 32, "\033[200~");
	for (size_t i = 0; i < PASTE_SIZE; i++)
		text[len++] = !one_line && i % PASTE_LINE == PASTE_LINE - 1
				      ? '\n'
				      : words[i % (sizeof words - 1)];
	snprintf(text + len, 32, "\033[201~");
	return text;
}

/* Where it is pasted to. */
struct pasting {
	struct pty pty;
	const char *before, *after; /* keys; NULL: none */
	struct series time;
	struct best best;
};

static void paste_once(struct pasting *p, const char *text)
{
	if (p->before)
		pty_give(&p->pty, p->before, strlen(p->before), PASTE_QUIET_MS, PASTE_QUIET_MS);
	struct answer answer = pty_give(&p->pty, text, strlen(text), PASTE_QUIET_MS,
		PASTE_PATIENCE_MS);
	if (!answer.bytes)
		give_up("a paste is not shown");
	series_add(&p->time, (double)answer.last / 1e3);
	pty_give(&p->pty, p->after, strlen(p->after), PASTE_QUIET_MS, PASTE_QUIET_MS * 5);
}

static struct pasting *pasting_new(char *const argv[], const char *before, const char *after)
{
	struct pasting *p = calloc(1, sizeof *p);

	if (!p)
		give_up("no memory");
	p->before = before;
	p->after = after;
	p->best = NOTHING_YET;
	pty_start(&p->pty, &(struct launch){.argv = argv});
	pty_settle(&p->pty);
	return p;
}

/* Of the paste in turn into each of those that are there. */
static void paste_rounds(const struct options *o, struct pasting *const all[3], const char *text)
{
	for (long round = 0; round < o->rounds; round++) {
		for (int i = 0; i < PASTES; i++)
			for (int side = 0; side < 3; side++)
				if (all[side])
					paste_once(all[side], text);
		for (int side = 0; side < 3; side++)
			if (all[side])
				best_take(&all[side]->best, &all[side]->time);
	}
}

static void measure_one_paste(const struct options *o, const char *vim, bool one_line)
{
	static char after_line[] = "\025", after_lines[] = "\033";
	const char *where = one_line ? "one line" : "60 lines";
	char *after = one_line ? after_line : after_lines, *text = paste_text(one_line);
	char *few[] = {(char *)o->program, meeting_need("few", FEW_NOTES, true), NULL};
	char *many[] = {(char *)o->program, meeting_need("many", o->many, true), NULL};
	char *editor[] = {(char *)vim, "-u", "NONE", meeting_path("pasted"), NULL};
	struct pasting *all[3] = {pasting_new(few, NULL, after), pasting_new(many, NULL, after),
		vim ? pasting_new(editor, "i", "\033u") : NULL};

	paste_rounds(o, all, text);
	if (vim)
		table_add((struct row){"paste of 6 kB", where, "vim -u NONE", "us",
			all[0]->best.median, all[2]->best.median, TIMES(1), NO_LIMIT, NULL});
	else
		table_leave_out("paste of 6 kB", "vim is not installed");
	table_add((struct row){"paste of 6 kB, many notes", where, "ten notes", "us",
		all[1]->best.median, all[0]->best.median, TIMES(1.1), NO_LIMIT, NULL});
	table_add((struct row){"paste of 6 kB, many notes", where, "", "us",
		all[1]->best.median, 0, NO_LIMIT, AT_MOST(3000), NULL});
	for (int side = 0; side < 3; side++) {
		if (all[side])
			pty_end(&all[side]->pty);
		free(all[side]);
	}
	free(text);
	meeting_forget_draft("few");
	meeting_forget_draft("many");
	unlink(meeting_path(".pasted.swp"));
}

void measure_paste(const struct options *o)
{
	const char *vim = tool_path("vim");

	measure_one_paste(o, vim, true);
	measure_one_paste(o, vim, false);
}

/* The export, and two who read what it wrote; each writes to a file. */
void measure_export(const struct options *o)
{
	const char *jq = tool_path("jq"), *cp = tool_path("cp");
	char *json = meeting_path("notes.json"), *other = meeting_path("other.json");
	char *ours[] = {(char *)o->program, "export", meeting_need("many", o->many, true), "--as",
		"json", NULL};
	char *by_jq[] = {(char *)jq, "-c", ".", json, NULL};
	char *by_cp[] = {(char *)cp, json, other, NULL};
	double us = -1, with_jq = -1, with_cp = -1;

	for (long i = 0; i < o->rounds; i++) {
		keep_best(&us, run_program(ours, NULL, json, 0));
		if (jq)
			keep_best(&with_jq, run_program(by_jq, NULL, other, 0));
		if (cp)
			keep_best(&with_cp, run_program(by_cp, NULL, NULL, 0));
	}
	if (jq)
		table_add((struct row){"export to json", "many notes", "jq -c .", "us", us, with_jq,
			TIMES(1 / 6.0), NO_LIMIT, NULL});
	else
		table_leave_out("export to json", "jq is not installed");
	if (cp)
		table_add((struct row){"export to json", "many notes", "cp", "us", us, with_cp,
			NO_LIMIT, TIMES(4), NULL});
	else
		table_leave_out("export to json", "cp is not installed");
}
