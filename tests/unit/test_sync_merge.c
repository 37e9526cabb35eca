/* SPDX-License-Identifier: MIT */
/* test_sync_merge.c - two folders of one session brought together, a row each.
 *
 * A folder is its files, parted by "; ": a path and what stands in it. In log/ these are lines by
 * number, in people/ by a letter. With ' a line says something else, with ! a byte of it is
 * changed, with / it is cut in the middle and has no newline, with ~ it only lacks its newline, with
 * + it goes on in the next, with % only a newer program knows it. hN is the header of a file that
 * goes on for another, 1? one of another session and 1@ one of another seat. In rows that begin with
 * held a program has the seat r.
 *
 * Every row is first done dry, which must change nothing, and then twice: the second time nothing
 * comes; and who follows INTO takes in what has come. What no row sets aside must give the same
 * events merged the other way.
 */
#include "unit/cases.h"
#include "unit/stage.h"

#include <dirent.h>
#include <sys/file.h>

#include "sync/follow.h"
#include "sync/merge_folders.h"
#include "log/event_line.h"
#include "log/people_lines.h"

static const struct row {
	const char *name;
	const char *ours, *theirs;
	const char *expected; /* counts by seat, what is told, and what INTO holds then */
} rows[] = {
	{"nothing_on_either_side", "", "log/r.yaml",
		"3: THEIRS is no folder of a session: it has neither an agenda nor a log"},
	{"nothing_to_merge", "log/a.yaml 1", "log/a.yaml 1; log/r.yaml",
		"a 0+1; r 0+0; log/a.yaml 1"},
	{"a_seat_that_is_new", "log/a.yaml 1-2", "log/r.yaml 1-3",
		"r 3+0; log/a.yaml 1-2; log/r.yaml 1-3"},
	{"the_same", "log/r.yaml 1-3", "log/r.yaml 1-3", "r 0+3; log/r.yaml 1-3"},
	{"theirs_is_longer", "log/r.yaml 1-3", "log/r.yaml 1-5", "r 2+3; log/r.yaml 1-5"},
	{"ours_is_longer", "log/r.yaml 1-5", "log/r.yaml 1-3", "r 0+3; log/r.yaml 1-5"},
	{"ours_is_empty", "log/r.yaml", "log/r.yaml 1-3", "r 3+0; log/r.yaml 1-3"},
	{"several_seats", "log/a.yaml 1-2; log/r.yaml 1-4", "log/a.yaml 1-4; log/b.yaml 1; log/r.yaml 1-3",
		"a 2+2; b 1+0; r 0+3; log/a.yaml 1-4; log/b.yaml 1; log/r.yaml 1-4"},
	{"a_torn_end_of_theirs", "log/r.yaml 1-2", "log/r.yaml 1-4 5/",
		"r 2+2 (log/r.yaml: an unfinished end of 35 bytes was left there); log/r.yaml 1-4"},
	{"a_torn_end_that_is_whole_here", "log/r.yaml 1-6", "log/r.yaml 1-4 5/",
		"r 0+4; log/r.yaml 1-6"},
	{"a_line_without_its_newline", "log/r.yaml 1-2", "log/r.yaml 1-3 4~",
		"r 2+2; log/r.yaml 1-4"},
	{"a_line_of_ours_without_its_newline", "log/r.yaml 1-2 3~", "log/r.yaml 1-5",
		"r 2+3; log/r.yaml 1-5"},
	{"a_typed_line_without_its_end", "log/r.yaml 1-2", "log/r.yaml 1-3 4+",
		"r 1+2 (log/r.yaml: an unfinished end of 145 bytes was left there); log/r.yaml 1-3"},
	{"a_typed_line_of_several_events", "log/r.yaml 1-2", "log/r.yaml 1-3 4+ 5",
		"r 3+2; log/r.yaml 1-3 4+ 5"},
	{"a_torn_end_of_ours_that_they_have", "log/r.yaml 1-2 3/", "log/r.yaml 1-4",
		"r 2+2; log/r.yaml 1-4"},
	{"a_torn_end_of_ours_that_they_lack", "log/r.yaml 1-2 9/", "log/r.yaml 1-4",
		"r 2+2; log/r.yaml 1-4; torn/r-357 9/"},
	{"a_fork", "log/r.yaml 1-4 5 6", "log/r.yaml 1-4 5' 6' 7'",
		"r 0+4 3 aside from 5 (log/r.yaml: it parts from this session's at number 5: two "
		"programs wrote as r; it KEPT whole in torn/r.fork-HASH.yaml, and nothing here was "
		"changed); log/r.yaml 1-6; torn/r.fork-HASH.yaml 1-4 5' 6' 7'"},
	{"a_fork_from_the_first_line_on", "log/r.yaml 1-2", "log/r.yaml 1' 2'",
		"r 0+0 2 aside from 1 (log/r.yaml: it parts from this session's at number 1: two "
		"programs wrote as r; it KEPT whole in torn/r.fork-HASH.yaml, and nothing here was "
		"changed); log/r.yaml 1-2; torn/r.fork-HASH.yaml 1' 2'"},
	{"a_fork_and_another_seat", "log/a.yaml 1-2; log/r.yaml 1-2", "log/a.yaml 1-3; log/r.yaml 1 2'",
		"a 1+2; r 0+1 1 aside from 2 (log/r.yaml: it parts from this session's at number 2: two "
		"programs wrote as r; it KEPT whole in torn/r.fork-HASH.yaml, and nothing here was "
		"changed); log/a.yaml 1-3; log/r.yaml 1-2; torn/r.fork-HASH.yaml 1 2'"},
	{"a_file_that_goes_on", "log/r.yaml 1-4", "log/r.yaml 1-4; log/r.2.yaml h3 4-6",
		"r 2+4; log/r.2.yaml h3 4-6; log/r.yaml 1-4"},
	{"a_rescue", "log/r.yaml 1-4", "log/r.2.yaml h4 5-6", "r 2+0; log/r.2.yaml h4 5-6; log/r.yaml 1-4"},
	{"a_rescue_whose_name_is_taken", "log/r.yaml 1-4; log/r.2.yaml h4 5-6", "log/r.2.yaml h6 7-8",
		"r 2+0; log/r.2.yaml h4 5-6; log/r.3.yaml h6 7-8; log/r.yaml 1-4"},
	{"a_rescue_of_what_went_on_otherwise", "log/r.yaml 1-4 5' 6'", "log/r.2.yaml h4 5-7",
		"r 0+0 3 aside from 5 (log/r.2.yaml: it parts from this session's at number 5: two "
		"programs wrote as r; it KEPT whole in torn/r.2.fork-HASH.yaml, and nothing here was "
		"changed); log/r.yaml 1-4 5' 6'; torn/r.2.fork-HASH.yaml h4 5-7"},
	{"the_first_file_goes_on_where_ours_has_a_second", "log/r.yaml 1-4; log/r.2.yaml h4 5' 6'",
		"log/r.yaml 1-5",
		"r 0+4 1 aside from 5 (log/r.yaml: it parts from this session's at number 5: two "
		"programs wrote as r; it KEPT whole in torn/r.fork-HASH.yaml, and nothing here was "
		"changed); log/r.2.yaml h4 5' 6'; log/r.yaml 1-4; torn/r.fork-HASH.yaml 1-5"},
	{"ours_is_damaged_and_theirs_is_good", "log/r.yaml 1-2 3! 4", "log/r.yaml 1-6",
		"r 3+3; log/r.2.yaml 1-6; log/r.yaml 1-2 ! 4"},
	{"theirs_is_damaged_and_ours_is_good", "log/r.yaml 1-4", "log/r.yaml 1-2 3! 4",
		"r 0+3 (log/r.yaml: it is damaged, what holds was read); log/r.yaml 1-4"},
	{"theirs_is_damaged_and_goes_on", "log/r.yaml 1-4", "log/r.yaml 1-2 3! 4-5",
		"r 1+3 (log/r.yaml: it is damaged, what holds was read); log/r.2.yaml 1-2 ! 4-5; "
		"log/r.yaml 1-4"},
	{"both_are_damaged_alike", "log/r.yaml 1-2 3! 4", "log/r.yaml 1-2 3! 4-5",
		"r 1+3 (log/r.yaml: it is damaged, what holds was read); log/r.yaml 1-2 ! 4-5"},
	{"a_conflicting_copy", "log/r.yaml 1-3",
		"log/r.yaml 1-2; log/r.sync-conflict-20260416-100000-ABCDEFG.yaml 1-5",
		"r 2+3; log/r.yaml 1-5"},
	{"copies_as_others_call_them", "log/r.yaml 1-3",
		"log/r (conflicted copy 2026-04-16).yaml 1-4; log/r_conf(12).yaml 1-5; log/r.old 1-7",
		"r 2+3; log/r.yaml 1-5"},
	{"another_session", "log/r.yaml 1", "log/r.yaml 1? 2",
		"1: THEIRS is of another session than OURS: nothing was merged; log/r.yaml 1"},
	{"another_session_in_a_second_seat", "log/r.yaml 1", "log/a.yaml 1-2; log/r.yaml 1? 2",
		"1: THEIRS/log/r.yaml is the log of another session: nothing was merged; log/r.yaml 1"},
	{"the_log_of_another_seat", "log/r.yaml 1", "log/a.yaml 1@ 2; log/r.yaml 1-2",
		"a 0+0 (log/a.yaml: its header says another seat: it was left there); r 1+1; "
		"log/r.yaml 1-2"},
	{"held", "log/r.yaml 1-2; people/r.yaml a", "log/r.yaml 1-4; people/r.yaml a b",
		"r 2+2 1 people held (r: a running program has the seat: what is new of it was left "
		"there; merge again when it has left); log/r.yaml 1-2; people/r.yaml a"},
	{"held_with_nothing_new", "log/r.yaml 1-4", "log/r.yaml 1-2", "r 0+2; log/r.yaml 1-4"},
	{"held_and_another_seat", "log/a.yaml 1; log/r.yaml 1-2", "log/a.yaml 1-2; log/r.yaml 1-3",
		"a 1+1; r 1+2 held (r: a running program has the seat: what is new of it was left "
		"there; merge again when it has left); log/a.yaml 1-2; log/r.yaml 1-2"},
	{"held_with_a_fork", "log/r.yaml 1-2", "log/r.yaml 1 2'",
		"r 0+1 1 aside from 2 (log/r.yaml: it parts from this session's at number 2: two "
		"programs wrote as r; it KEPT whole in torn/r.fork-HASH.yaml, and nothing here was "
		"changed); log/r.yaml 1-2; torn/r.fork-HASH.yaml 1 2'"},
	{"people", "log/r.yaml 1; people/r.yaml a", "log/r.yaml 1-2; people/r.yaml a b",
		"r 1+1 1 people; log/r.yaml 1-2; people/r.yaml a b"},
	{"people_of_a_rescue", "log/r.yaml 1-2; people/r.yaml a b", "log/r.2.yaml h2 3; people/r.yaml b c",
		"r 1+0 1 people; log/r.2.yaml h2 3; log/r.yaml 1-2; people/r.yaml a b c"},
	{"people_alone", "log/r.yaml 1", "log/r.yaml 1; people/r.yaml a",
		"r 0+1 1 people; log/r.yaml 1; people/r.yaml a"},
	{"people_with_a_torn_end", "log/r.yaml 1; people/r.yaml a c/", "log/r.yaml 1; people/r.yaml a b c/",
		"r 0+1 1 people; log/r.yaml 1; people/r.yaml a b; people/torn/r-90 c/"},
	{"people_of_a_fork", "log/r.yaml 1-2; people/r.yaml a", "log/r.yaml 1 2'; people/r.yaml a b",
		"r 0+1 1 aside from 2 (r: the people that it added there KEPT in "
		"people/r.fork-HASH.yaml; log/r.yaml: it parts from this session's at number 2: two "
		"programs wrote as r; it KEPT whole in torn/r.fork-HASH.yaml, and nothing here was "
		"changed); log/r.yaml 1-2; people/r.fork-HASH.yaml a b; people/r.yaml a; "
		"torn/r.fork-HASH.yaml 1 2'"},
	{"a_draft", "log/r.yaml 1", "log/r.yaml 1; draft/r.yaml 9",
		"r 0+1 (draft/r.yaml: a line that was being typed was left there); log/r.yaml 1"},
	{"a_newer_program", "log/r.yaml 1", "log/r.yaml 1-2 3%",
		"1: THEIRS/log/r.yaml: it holds 'news', which only a newer program knows: merge with that "
		"one; nothing was merged; log/r.yaml 1"},
};

static struct stage stage;

/* Making a folder */

static void put_event(struct buffer *out, const char *seat, int64_t seq, const char *how)
{
	bool header = seq == 1 || *how == 'h';
	struct event *e = header ? sample_header(seq) : event_new(EVENT_NOTED);

	e->seq = seq;
	e->clock = e->at = 1776348000000 + seq * 7919;
	if (header) {
		event_set_text(e, FIELD_SESSION, strchr(how, '?') ? "0000000000000000" : stage.id);
		event_set_text(e, FIELD_SEAT, strchr(how, '@') ? "other" : seat);
	} else {
		event_set_text(e, FIELD_KIND, "point");
	}
	if (strchr(how, '\''))
		event_set_text(e, header ? FIELD_LOG : FIELD_TEXT, "other");
	else if (!header)
		event_set_text(e, FIELD_TEXT, "same");
	if (strchr(how, '+'))
		event_set_true(e, FIELD_MORE);
	if (strchr(how, '%')) {
		e->kind = EVENT_UNKNOWN;
		e->unknown = mem_text("news");
	}
	line_write(out, e);
	event_free(e);
}

static void put_person(struct buffer *out, char letter)
{
	char name[2] = {letter, '\0'};
	struct newcomer n = {.kind = NEWCOMER_PERSON};

	n.number = mem_text(name);
	n.id = mem_text(name);
	n.name = mem_text("Somebody");
	newcomer_write(out, &n);
	newcomer_release(&n);
}

/* What the marks behind a line do to its bytes. */
static void spoil(struct buffer *out, size_t start, const char *how)
{
	if (strchr(how, '!'))
		out->bytes[start + (out->len - start) / 2] ^= 1;
	if (strchr(how, '/'))
		buffer_cut(out, start + 35);
	if (strchr(how, '~'))
		buffer_cut(out, out->len - 1);
}

static void put_token(struct buffer *out, const char *seat, const char *token)
{
	size_t start = out->len;
	char *end = NULL;

	if (*token >= 'a' && *token < 'h') {
		put_person(out, *token);
		spoil(out, start, token);
		return;
	}
	int64_t first = strtol(token + (*token == 'h'), &end, 10), last = first;
	if (*end == '-')
		last = strtol(end + 1, &end, 10);
	for (int64_t seq = first; seq <= last; seq++)
		put_event(out, seat, seq, *token == 'h' ? token : end);
	spoil(out, start, end);
}

/* "log/r.yaml 1-2 3'" */
static void put_file(const char *folder, char *words)
{
	struct buffer bytes = BUFFER_EMPTY;
	char path[600], *rest = NULL, *yaml = strstr(words, ".yaml");
	char *tokens = yaml ? yaml + 5 : strrchr(words, ' ');
	char seat[] = {strchr(words, '/')[1], '\0'};

	if (*tokens)
		*tokens++ = '\0';
	for (char *token = strtok_r(tokens, " ", &rest); token; token = strtok_r(NULL, " ", &rest))
		put_token(&bytes, seat, token);
	snprintf(path, sizeof path, "%s/%s", folder, words);
	FILE *out = fopen(path, "wb");
	if (!out || fwrite(bytes.bytes, 1, bytes.len, out) != bytes.len || fclose(out) != 0)
		abort();
	buffer_release(&bytes);
}

static void make_folder(const char *folder, const char *files)
{
	static const char *const rooms[] = {"", "/log", "/people", "/draft", "/torn"};
	char *copy = mem_text(files), path[600];

	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		snprintf(path, sizeof path, "%s%s", folder, rooms[i]);
		mkdir(path, 0700);
	}
	for (char *at = copy; *at;) {
		char *end = strstr(at, "; ");

		if (end)
			*end = '\0';
		put_file(folder, at);
		at = end ? end + 2 : at + strlen(at);
	}
	free(copy);
}

/* Showing one */

static void show_line(struct buffer *out, const char *line, size_t len, bool ended)
{
	struct event *e = line_read(line, len, "r");
	static const char person[] = "- {person: \"";

	if (len > sizeof person && memcmp(line, person, sizeof person - 1) == 0)
		buffer_format(out, " %c", line[sizeof person - 1]);
	else if (!e && ended)
		buffer_text(out, " !");
	else if (!e)
		buffer_format(out, " %ld", strtol(line + 8, NULL, 10));
	if (e) {
		bool header = e->kind == EVENT_OPENED;
		const char *text = event_text(e, header ? FIELD_LOG : FIELD_TEXT);

		buffer_format(out, " %s%lld%s%s", header && e->seq > 1 ? "h" : "", (long long)e->seq,
			text && strcmp(text, "other") == 0 ? "'" : "",
			event_truth(e, FIELD_MORE) ? "+" : "");
	}
	if (!ended)
		buffer_text(out, e ? "~" : "/");
	event_free(e);
}

/* "1 2 3" becomes "1-3". */
static void show_runs(struct buffer *out, const char *words)
{
	char *copy = mem_text(words), *rest = NULL;
	long first = 0, last = 0;

	for (char *word = strtok_r(copy, " ", &rest);; word = strtok_r(NULL, " ", &rest)) {
		char *end = word;
		long number = word ? strtol(word, &end, 10) : 0;

		if (word && number && !*end && first && number == last + 1) {
			last = number;
			continue;
		}
		if (first && last > first)
			buffer_format(out, " %ld-%ld", first, last);
		else if (first)
			buffer_format(out, " %ld", first);
		first = last = word && number && !*end ? number : 0;
		if (!word)
			break;
		if (!first)
			buffer_format(out, " %s", word);
	}
	free(copy);
}

static void show_file(struct buffer *out, const char *path)
{
	struct buffer bytes = BUFFER_EMPTY, words = BUFFER_EMPTY;
	struct error error = {0};

	if (!file_read(&bytes, path, 1 << 20, &error))
		abort();
	for (size_t at = 0; at < bytes.len;) {
		const char *stop = memchr(bytes.bytes + at, '\n', bytes.len - at);
		size_t end = stop ? (size_t)(stop - bytes.bytes) : bytes.len;

		show_line(&words, bytes.bytes + at, end - at, stop != NULL);
		at = end + 1;
	}
	show_runs(out, words.bytes);
	buffer_release(&words);
	buffer_release(&bytes);
}

static int not_dots(const struct dirent *d)
{
	return strcmp(d->d_name, ".") != 0 && strcmp(d->d_name, "..") != 0 &&
		strcmp(d->d_name, "agenda.yaml") != 0 && strcmp(d->d_name, "torn") != 0;
}

static void show_folder(struct buffer *out, const char *folder)
{
	static const char *const rooms[] = {"log", "people", "people/torn", "draft", "torn"};

	for (size_t i = 0; i < sizeof rooms / sizeof *rooms; i++) {
		struct dirent **names = NULL;
		char path[900];

		snprintf(path, sizeof path, "%s/%s", folder, rooms[i]);
		int count = scandir(path, &names, not_dots, alphasort);
		for (int k = 0; k < count; k++) {
			buffer_format(out, "; %s/%s", rooms[i], names[k]->d_name);
			snprintf(path, sizeof path, "%s/%s/%s", folder, rooms[i], names[k]->d_name);
			show_file(out, path);
			free(names[k]);
		}
		free(names);
	}
}

static void show_result(struct buffer *out, const struct merge_result *r)
{
	for (size_t i = 0; i < r->count; i++) {
		const struct merge_seat *s = &r->seats[i];

		buffer_format(out, "%s%s %zu+%zu", i ? "; " : "", s->name, s->came, s->had);
		if (s->people)
			buffer_format(out, " %zu people", s->people);
		if (s->aside)
			buffer_format(out, " %zu aside from %lld", s->aside, (long long)s->parts_at);
		buffer_text(out, s->held ? " held" : "");
		/* What is told begins with the file or the seat. */
		bool any = false;
		for (const char *at = r->told.bytes; *at;) {
			size_t len = strcspn(at, "\n");
			const char *slash = memchr(at, '/', strcspn(at, ":"));

			if ((slash ? slash + 1 : at)[0] == s->name[0]) {
				buffer_format(out, "%s%.*s", any ? "; " : " (", (int)len, at);
				any = true;
			}
			at += len + 1;
		}
		buffer_text(out, any ? ")" : "");
	}
}

static void replace_all(struct buffer *b, const char *what, const char *with)
{
	for (char *at; (at = strstr(b->bytes, what)) != NULL;) {
		size_t place = (size_t)(at - b->bytes);

		buffer_remove(b, place, strlen(what));
		buffer_insert(b, place, with, strlen(with));
	}
}

/* The eight digits of a fork's name are not written into the rows. */
static void hide_hashes(struct buffer *b)
{
	static const char mark[] = "fork-";

	for (char *at = b->bytes; (at = strstr(at, mark)) != NULL;) {
		size_t place = (size_t)(at - b->bytes) + sizeof mark - 1;

		if (strncmp(b->bytes + place, "HASH", 4) != 0) {
			buffer_remove(b, place, 8);
			buffer_insert(b, place, "HASH", 4);
		}
		at = b->bytes + place;
	}
}

/* Doing it */

static bool merge_now(struct buffer *out, const char *into, const char *from, bool dry)
{
	struct merge_result result = {.told = BUFFER_EMPTY};
	struct error error = {0};
	bool some = false;

	if (!merge_check(into, from, &error) || !merge_folder(&result, into, from, dry, &error))
		buffer_format(out, "%d: %s", error.status, error.text);
	else
		show_result(out, &result);
	for (size_t i = 0; i < result.count; i++)
		some = some || (!result.seats[i].held &&
			(result.seats[i].came || result.seats[i].people));
	merge_result_release(&result);
	return some;
}

/* Everything that happened, in order, and how many people there are. */
static void show_loaded(struct buffer *out, const struct loaded *l)
{
	struct unpacked u = {0};

	for (size_t i = 0; i < l->history.count; i++) {
		buffer_format(out, "%s ", history_at(&l->history, i)->seat);
		line_write(out, packed_read(&u, history_at(&l->history, i)));
	}
	unpacked_release(&u);
	buffer_format(out, "%zu people\n", l->agenda.people.count);
}

static void load(struct loaded *l, const char *folder)
{
	struct error error = {0};

	if (folder_load(l, folder, &error))
		return;
	fprintf(stderr, "%s\n", error.text);
	abort();
}

static void show_events(struct buffer *out, const char *folder)
{
	struct loaded loaded;

	load(&loaded, folder);
	show_loaded(out, &loaded);
	loaded_release(&loaded);
}

/* What a console that follows the folder has then. */
static void show_followed(struct buffer *out, struct follower *f, struct loaded *l)
{
	struct event **events;
	size_t count = follow_take(f, l, "nobody", &events);

	for (size_t i = 0; i < count; i++)
		history_add(&l->history, events[i], NULL);
	free(events);
	show_loaded(out, l);
}

static void copy_agenda(const char *from, const char *to)
{
	static const char *const names[] = {"agenda.yaml", "people/agenda.yaml"};

	for (size_t i = 0; i < 2; i++) {
		struct buffer bytes = BUFFER_EMPTY;
		char path[600];

		stage_read(&bytes, from, names[i]);
		snprintf(path, sizeof path, "%s/%s", to + strlen(stage.dir) + 1, names[i]);
		stage_write(&stage, path, bytes.bytes, bytes.len);
		buffer_release(&bytes);
	}
}

static void make_both(const struct row *row, char *theirs, size_t room)
{
	stage_open(&stage);
	stage_session(&stage);
	snprintf(theirs, room, "%s/theirs", stage.dir);
	make_folder(stage.session, row->ours);
	make_folder(theirs, row->theirs);
}

/* Merged into the other one, the same has happened there. */
static void check_other_way(const struct row *row, const struct buffer *events)
{
	char ours[300], theirs[300];
	struct buffer unsaid = BUFFER_EMPTY, other = BUFFER_EMPTY;

	snprintf(ours, sizeof ours, "%s/ours-again", stage.dir);
	snprintf(theirs, sizeof theirs, "%s/theirs-again", stage.dir);
	make_folder(ours, row->ours);
	make_folder(theirs, row->theirs);
	copy_agenda(stage.session, theirs);
	merge_now(&unsaid, theirs, ours, false);
	show_events(&other, theirs);
	assert_string_equal(events->bytes, other.bytes);
	buffer_release(&unsaid);
	buffer_release(&other);
}

/* What is set aside has a name that the rows do not write; a dry run says that it would be. */
static void plain(struct buffer *b)
{
	static const char *const words[] = {" would be kept", " is kept", " are kept"};

	hide_hashes(b);
	for (size_t i = 0; i < sizeof words / sizeof *words; i++)
		replace_all(b, words[i], " KEPT");
}

static int hold_seat(void)
{
	char path[600];

	snprintf(path, sizeof path, "%s/log/r.yaml", stage.session);
	int fd = open(path, O_RDONLY | O_CLOEXEC);
	if (fd < 0 || flock(fd, LOCK_EX | LOCK_NB) != 0)
		abort();
	return fd;
}

static void test_row(void **state)
{
	const struct row *row = *state;
	struct buffer got = BUFFER_EMPTY, dry = BUFFER_EMPTY, before = BUFFER_EMPTY,
		      after = BUFFER_EMPTY, twice = BUFFER_EMPTY, events = BUFFER_EMPTY,
		      followed = BUFFER_EMPTY;
	struct loaded loaded;
	struct follower follower;
	char theirs[300];
	int held = -1;

	make_both(row, theirs, sizeof theirs);
	if (strncmp(row->name, "held", 4) == 0)
		held = hold_seat();
	show_folder(&before, stage.session);
	merge_now(&dry, stage.session, theirs, true);
	show_folder(&after, stage.session);
	assert_string_equal(before.bytes, after.bytes);

	follow_start(&follower, stage.session);
	load(&loaded, stage.session);
	merge_now(&got, stage.session, theirs, false);
	plain(&dry);
	plain(&got);
	assert_string_equal(dry.bytes, got.bytes);
	buffer_reset(&after);
	show_folder(&after, stage.session);
	show_events(&events, stage.session);
	show_followed(&followed, &follower, &loaded);
	assert_string_equal(events.bytes, followed.bytes);
	follow_stop(&follower);
	loaded_release(&loaded);

	assert_false(merge_now(&twice, stage.session, theirs, false));
	buffer_reset(&before);
	show_folder(&before, stage.session);
	assert_string_equal(before.bytes, after.bytes);
	buffer_text(&got, after.bytes);
	hide_hashes(&got);
	replace_all(&got, theirs, "THEIRS");
	replace_all(&got, stage.session, "OURS");
	assert_string_equal(got.bytes, row->expected);
	if (held >= 0)
		close(held);
	else if (!strstr(got.bytes, "aside") && !strstr(got.bytes, "merged") &&
		!strstr(got.bytes, "header") && !strstr(row->theirs, "conf"))
		check_other_way(row, &events);
	stage_close(&stage);
	buffer_release(&got);
	buffer_release(&dry);
	buffer_release(&before);
	buffer_release(&after);
	buffer_release(&twice);
	buffer_release(&events);
	buffer_release(&followed);
}

CASES_MAIN(rows, test_row)
