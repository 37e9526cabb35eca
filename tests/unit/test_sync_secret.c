/* SPDX-License-Identifier: MIT */
/* test_sync_secret.c - secret.yaml of a session folder, a row each: made, read, damaged, merged.
 *
 * A secret is shown as `kept` when the file says it and as `derived` when it follows from the
 * session's id. In rows about merging a folder's file is `none`, `damaged`, or a digit, which all
 * digits of the secret are. */
#include "unit/cases.h"
#include "unit/stage.h"

#include <dirent.h>
#include <linux/capability.h>
#include <pthread.h>
#include <sys/syscall.h>

#include "sync/merge_folders.h"

struct row {
	const char *name;
	void (*play)(struct stage *s, const char *input, struct buffer *out);
	const char *input;
	const char *expected;
};

static void path_in(char path[600], const struct stage *s, const char *name)
{
	snprintf(path, 600, "%s/%s", s->session, name);
}

/* A session as older programs made it. */
static void older_session(struct stage *s)
{
	char path[600];

	stage_session(s);
	path_in(path, s, SECRET_FILE);
	if (remove(path) != 0)
		abort();
}

/* Saying */

static void say_state(struct buffer *out, enum secret_state state)
{
	static const char *const words[] = {"kept", "missing", "damaged", "unread"};

	buffer_text(out, words[state]);
}

static void say_secret(struct stage *s, const struct secret *secret, struct buffer *out)
{
	struct secret derived;
	struct buffer bytes = BUFFER_EMPTY, file = BUFFER_EMPTY;
	char why[SECRET_WHY_SIZE];

	secret_load(&derived, s->dir, s->id, why); /* a directory without the file */
	secret_write(&bytes, secret);
	stage_read(&file, s->session, SECRET_FILE);
	if (memcmp(&derived, secret, sizeof derived) == 0)
		buffer_text(out, ", derived");
	else
		buffer_text(out, strcmp(file.bytes, bytes.bytes) == 0 ? ", kept" : ", OTHER");
	buffer_release(&bytes);
	buffer_release(&file);
}

/* The mode of the file; anything that was left beside it. */
static void say_files(struct stage *s, struct buffer *out)
{
	struct stat is;
	char path[600];
	DIR *dir = opendir(s->session);

	path_in(path, s, SECRET_FILE);
	if (lstat(path, &is) == 0 && S_ISREG(is.st_mode))
		buffer_format(out, ", mode %o", (unsigned)is.st_mode & 07777);
	for (const struct dirent *d; (d = readdir(dir)) != NULL;)
		if (strncmp(d->d_name, ".secret", 7) == 0)
			buffer_format(out, ", %s is left", d->d_name);
	closedir(dir);
}

static void load_and_say(struct stage *s, bool may_write, struct buffer *out)
{
	struct loaded l;
	struct buffer told = BUFFER_EMPTY;

	if (!folder_load(&l, s->session, &s->error)) {
		buffer_text(out, s->error.text);
		return;
	}
	if (may_write)
		loaded_make_secret(&l);
	say_state(out, l.secret_state);
	say_secret(s, &l.secret, out);
	say_files(s, out);
	loaded_tell_secret(&l, &told);
	if (told.len)
		buffer_format(out, "; %.*s", (int)told.len - 1, told.bytes);
	buffer_release(&told);
	loaded_release(&l);
}

static void say_verify(struct stage *s, struct buffer *out)
{
	char *text = NULL;
	size_t len = 0;
	bool whole = false;
	FILE *said = open_memstream(&text, &len);
	bool read = folder_verify(s->session, said, &whole, &s->error);

	fclose(said);
	const char *line = strstr(text, SECRET_FILE);
	buffer_format(out, "%.*s%s", line ? (int)strcspn(line, "\n") : 0, line ? line : "",
		whole ? ", whole" : ", not whole");
	if (!read)
		buffer_format(out, " %d", s->error.status);
	free(text);
}

/* Made */

static void made_by_start(struct stage *s, const char *input, struct buffer *out)
{
	(void)input;
	stage_session(s);
	load_and_say(s, false, out);
	buffer_text(out, "; ");
	say_verify(s, out);
}

static void two_sessions(struct stage *s, const char *input, struct buffer *out)
{
	struct buffer one = BUFFER_EMPTY, other = BUFFER_EMPTY;

	(void)input;
	stage_session(s);
	stage_read(&one, s->session, SECRET_FILE);
	free(s->session);
	stage_session(s);
	stage_read(&other, s->session, SECRET_FILE);
	buffer_text(out, strcmp(one.bytes, other.bytes) == 0 ? "one secret" : "two secrets");
	buffer_release(&one);
	buffer_release(&other);
}

static void older(struct stage *s, const char *may_write, struct buffer *out)
{
	older_session(s);
	say_verify(s, out);
	buffer_text(out, "; ");
	load_and_say(s, *may_write == 'w', out);
	if (*may_write != 'w')
		return;
	buffer_text(out, "; again ");
	load_and_say(s, true, out);
}

/* Root is held by modes only without this. */
static void take_away_override(void)
{
	struct __user_cap_header_struct of = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct may[2];

	if (syscall(SYS_capget, &of, may) != 0)
		abort();
	may[0].effective &= ~(1u << CAP_DAC_OVERRIDE | 1u << CAP_DAC_READ_SEARCH);
	if (syscall(SYS_capset, &of, may) != 0)
		abort();
}

static void give_override_back(void)
{
	struct __user_cap_header_struct of = {.version = _LINUX_CAPABILITY_VERSION_3};
	struct __user_cap_data_struct may[2];

	if (syscall(SYS_capget, &of, may) != 0)
		abort();
	may[0].effective = may[0].permitted;
	if (syscall(SYS_capset, &of, may) != 0)
		abort();
}

static void not_to_be_written(struct stage *s, const char *input, struct buffer *out)
{
	(void)input;
	older_session(s);
	chmod(s->session, 0500);
	take_away_override();
	load_and_say(s, true, out);
	give_override_back();
	chmod(s->session, 0700);
}

static void not_to_be_read(struct stage *s, const char *input, struct buffer *out)
{
	char path[600];

	(void)input;
	stage_session(s);
	path_in(path, s, SECRET_FILE);
	chmod(path, 0);
	take_away_override();
	load_and_say(s, true, out);
	buffer_text(out, "; ");
	say_verify(s, out);
	give_override_back();
}

/* A newer program wrote there: nothing is written. */
static void read_only(struct stage *s, const char *input, struct buffer *out)
{
	struct loaded l;

	(void)input;
	older_session(s);
	if (!folder_load(&l, s->session, &s->error))
		abort();
	l.readonly = true;
	loaded_make_secret(&l);
	say_state(out, l.secret_state);
	say_files(s, out);
	loaded_release(&l);
}

enum { MAKERS = 8 };

struct maker {
	const struct stage *stage;
	pthread_barrier_t *start;
	struct loaded loaded;
};

static void *make_at_once(void *argument)
{
	struct maker *m = argument;

	pthread_barrier_wait(m->start);
	loaded_make_secret(&m->loaded);
	return NULL;
}

static void many_makers(struct stage *s, const char *input, struct buffer *out)
{
	struct maker makers[MAKERS] = {0};
	pthread_t threads[MAKERS];
	pthread_barrier_t start;
	int same = 0;

	(void)input;
	older_session(s);
	pthread_barrier_init(&start, NULL, MAKERS);
	for (int i = 0; i < MAKERS; i++) {
		makers[i].start = &start;
		if (!folder_load(&makers[i].loaded, s->session, &s->error) ||
			pthread_create(&threads[i], NULL, make_at_once, &makers[i]) != 0)
			abort();
	}
	for (int i = 0; i < MAKERS; i++)
		pthread_join(threads[i], NULL);
	for (int i = 0; i < MAKERS; i++) {
		const struct loaded *l = &makers[i].loaded;

		same += l->secret_state == SECRET_KEPT &&
			memcmp(&l->secret, &makers[0].loaded.secret, sizeof l->secret) == 0;
	}
	for (int i = 0; i < MAKERS; i++)
		loaded_release(&makers[i].loaded);
	pthread_barrier_destroy(&start);
	buffer_format(out, "%d of %d have one secret; ", same, MAKERS);
	load_and_say(s, true, out);
}

/* Damaged */

static const char zeros[] = "roundtable: secret/1\nsecret: "
	"\"0000000000000000000000000000000000000000000000000000000000000000\"\n";

/* Puts something else in the place of the file. */
static void put_damage(struct stage *s, const char *what)
{
	char path[600];
	struct buffer bytes = BUFFER_EMPTY;

	older_session(s);
	path_in(path, s, SECRET_FILE);
	buffer_text(&bytes, zeros);
	if (strcmp(what, "directory") == 0) {
		if (mkdir(path, 0700) != 0)
			abort();
	} else if (strcmp(what, "fifo") == 0) {
		if (mkfifo(path, 0600) != 0)
			abort();
	} else if (strcmp(what, "link") == 0) {
		stage_write(s, "elsewhere", zeros, sizeof zeros - 1);
		if (symlink("../elsewhere", path) != 0)
			abort();
	} else {
		if (strcmp(what, "empty") == 0)
			buffer_reset(&bytes);
		else if (strcmp(what, "cut") == 0)
			buffer_cut(&bytes, bytes.len - 1);
		else if (strcmp(what, "longer") == 0)
			buffer_char(&bytes, '\n');
		else if (strcmp(what, "upper case") == 0)
			bytes.bytes[40] = 'A';
		else if (strcmp(what, "NUL") == 0)
			bytes.bytes[40] = '\0';
		else if (strcmp(what, "another version") == 0)
			bytes.bytes[19] = '2';
		session_write(s, SECRET_FILE, bytes.bytes, bytes.len);
		if (strcmp(what, "huge") == 0 && truncate(path, (off_t)1 << 40) != 0)
			abort();
		chmod(path, 0600);
	}
	buffer_release(&bytes);
}

static void damaged(struct stage *s, const char *what, struct buffer *out)
{
	struct stat before, after;
	char path[600];

	put_damage(s, what);
	path_in(path, s, SECRET_FILE);
	lstat(path, &before);
	load_and_say(s, true, out);
	buffer_text(out, "; ");
	say_verify(s, out);
	if (lstat(path, &after) != 0 || before.st_ino != after.st_ino ||
		before.st_size != after.st_size ||
		before.st_mtim.tv_nsec != after.st_mtim.tv_nsec)
		buffer_text(out, ", and the file is another");
}

/* Any bit that changes leaves a file that is damaged, or another secret; never a crash. */
static void any_bit(struct stage *s, const char *input, struct buffer *out)
{
	char bytes[sizeof zeros], why[SECRET_WHY_SIZE];
	struct secret secret;

	(void)input;
	stage_session(s);
	for (size_t bit = 0; bit < (sizeof zeros - 1) * 8; bit++) {
		memcpy(bytes, zeros, sizeof zeros);
		bytes[bit / 8] ^= (char)(1 << bit % 8);
		session_write(s, SECRET_FILE, bytes, sizeof zeros - 1);
		bool is_digit = bit / 8 >= 30 && bit / 8 < 94 && strchr("0123456789abcdef", bytes[bit / 8]);
		bool kept = secret_load(&secret, s->session, s->id, why) == SECRET_KEPT;
		if (kept != is_digit || kept == (why[0] != '\0'))
			buffer_format(out, "bit %zu ", bit);
	}
}

/* Merged */

static void put_secret(const char *folder, const char *word)
{
	char path[600];
	struct buffer bytes = BUFFER_EMPTY;

	snprintf(path, sizeof path, "%s/" SECRET_FILE, folder);
	remove(path);
	if (strcmp(word, "none") == 0)
		return;
	buffer_text(&bytes, strlen(word) == 1 ? zeros : "damaged\n");
	for (size_t i = 30; strlen(word) == 1 && i < 94; i++)
		bytes.bytes[i] = *word;
	FILE *file = fopen(path, "wb");
	if (!file || fwrite(bytes.bytes, 1, bytes.len, file) != bytes.len || fclose(file) != 0 ||
		chmod(path, 0600) != 0)
		abort();
	buffer_release(&bytes);
}

static void say_kept(struct buffer *out, const char *folder)
{
	struct buffer bytes = BUFFER_EMPTY;
	struct error unread = {0};
	char path[600];

	snprintf(path, sizeof path, "%s/" SECRET_FILE, folder);
	if (!file_read(&bytes, path, 1000, &unread))
		buffer_text(out, "none");
	else if (bytes.len == sizeof zeros - 1)
		buffer_char(out, bytes.bytes[30]);
	else
		buffer_text(out, "damaged");
	buffer_release(&bytes);
}

static void merge_once(struct stage *s, const char *into, const char *from, bool dry,
	struct buffer *out)
{
	struct merge_result result;

	if (!merge_check(into, from, &s->error) ||
		!merge_folder(&result, into, from, dry, &s->error)) {
		buffer_text(out, s->error.text);
		return;
	}
	for (char *at = result.said.bytes; (at = strchr(at, '\n'));)
		*at = ';';
	for (char *at = result.told.bytes; (at = strchr(at, '\n'));)
		*at = ';';
	buffer_format(out, "%s%s%s", result.said.bytes, result.told.len ? " TOLD " : "",
		result.told.bytes);
	merge_result_release(&result);
}

static void copy_to(const struct stage *s, const char *there, const char *name)
{
	struct buffer bytes = BUFFER_EMPTY;
	char path[600];

	stage_read(&bytes, s->session, name);
	snprintf(path, sizeof path, "%s/%s", there, name);
	stage_write(s, path, bytes.bytes, bytes.len);
	buffer_release(&bytes);
}

/* "OURS THEIRS": first dry, then twice. */
static void merged(struct stage *s, const char *words, struct buffer *out)
{
	char theirs[300], path[320], ours_word[16], theirs_word[16];
	struct buffer dry = BUFFER_EMPTY, again = BUFFER_EMPTY;

	sscanf(words, "%15s %15s", ours_word, theirs_word);
	stage_session(s);
	snprintf(theirs, sizeof theirs, "%s/theirs", s->dir);
	snprintf(path, sizeof path, "%s/people", theirs);
	if (mkdir(theirs, 0700) != 0 || mkdir(path, 0700) != 0)
		abort();
	copy_to(s, "theirs", "agenda.yaml");
	copy_to(s, "theirs", "people/agenda.yaml");
	put_secret(s->session, ours_word);
	put_secret(theirs, theirs_word);

	merge_once(s, s->session, theirs, true, &dry);
	say_kept(out, s->session);
	buffer_format(out, " dry: %s then ", dry.bytes);
	merge_once(s, s->session, theirs, false, out);
	say_kept(&again, s->session);
	buffer_format(out, " -> %s, ", again.bytes);
	merge_once(s, s->session, theirs, false, out);
	buffer_text(out, " -> ");
	say_kept(out, s->session);
	buffer_text(out, ", theirs ");
	say_kept(out, theirs);
	say_files(s, out);
	buffer_release(&dry);
	buffer_release(&again);
}

#define MEANWHILE "exports are ordered by a key made of the session's id until you move the file away " \
	"and open the session again"
#define NOT_A_FILE "it is not a regular file"
#define NOT_THE_FORM "it should be 'roundtable: secret/1' and a secret of 64 hex digits"
#define DAMAGED(why, mode) \
	"damaged, derived" mode "; secret.yaml is damaged, " why ": " MEANWHILE \
	"; secret.yaml: damaged: " why ", not whole"
#define MISSING "secret.yaml: missing, as in older sessions: opening a seat makes it, whole; "

#define OF_OTHER "secret.yaml: that of the other folder "
#define THE_SMALLER "this one's, since the smaller of two counts: exports come in another order than before; "
#define DIFFERS OF_OTHER "differs and stays there: the smaller of two counts; "
#define LEFT " TOLD secret.yaml: it is damaged there, and was left there; "
#define HERE \
	" TOLD secret.yaml: it is damaged here: move it away and merge again to take that of the " \
	"other folder; "

static const struct row rows[] = {
	{"made_by_start", made_by_start, NULL, "kept, kept, mode 600; secret.yaml: whole, whole"},
	{"each_session_has_its_own", two_sessions, NULL, "two secrets"},
	{"an_older_session", older, "w", MISSING "kept, kept, mode 600; again kept, kept, mode 600"},
	{"an_older_session_that_is_only_read", older, "r", MISSING "missing, derived"},
	{"a_folder_that_may_not_be_written", not_to_be_written, NULL, "missing, derived"},
	{"a_session_of_a_newer_program", read_only, NULL, "missing"},
	{"makers_at_once", many_makers, NULL, "8 of 8 have one secret; kept, kept, mode 600"},
	{"a_file_that_may_not_be_read", not_to_be_read, NULL,
		"unread, derived, mode 0; secret.yaml cannot be read: Permission denied: 'roundtable "
		"export' refuses until it can; , not whole 3"},

	{"damaged_a_directory", damaged, "directory", DAMAGED(NOT_A_FILE, "")},
	{"damaged_a_fifo", damaged, "fifo", DAMAGED(NOT_A_FILE, "")},
	{"damaged_a_link", damaged, "link", DAMAGED("it is a symbolic link", "")},
	{"damaged_empty", damaged, "empty", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"damaged_cut", damaged, "cut", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"damaged_longer", damaged, "longer", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"damaged_huge", damaged, "huge", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"damaged_upper_case", damaged, "upper case", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"damaged_a_nul", damaged, "NUL", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"damaged_another_version", damaged, "another version", DAMAGED(NOT_THE_FORM, ", mode 600")},
	{"any_bit", any_bit, NULL, ""},

	{"merge_takes_it_where_there_is_none", merged, "none 7",
		"none dry: " OF_OTHER "would come, this one had none; then " OF_OTHER
		"came, this one had none; -> 7,  -> 7, theirs 7, mode 600"},
	{"merge_leaves_it_where_theirs_has_none", merged, "7 none",
		"7 dry:  then  -> 7,  -> 7, theirs none, mode 600"},
	{"merge_without_any", merged, "none none",
		"none dry:  then  -> none,  -> none, theirs none"},
	{"merge_of_one", merged, "7 7", "7 dry:  then  -> 7,  -> 7, theirs 7, mode 600"},
	{"merge_of_two_takes_the_smaller", merged, "7 3",
		"7 dry: " OF_OTHER "would replace " THE_SMALLER "then " OF_OTHER "replaced " THE_SMALLER
		"-> 3,  -> 3, theirs 3, mode 600"},
	{"merge_of_two_keeps_the_smaller", merged, "3 7",
		"3 dry: " DIFFERS "then " DIFFERS "-> 3, " DIFFERS "-> 3, theirs 7, mode 600"},
	{"merge_of_a_damaged_one", merged, "7 damaged",
		"7 dry: " LEFT "then " LEFT "-> 7, " LEFT "-> 7, theirs damaged, mode 600"},
	{"merge_of_a_damaged_one_where_there_is_none", merged, "none damaged",
		"none dry: " LEFT "then " LEFT "-> none, " LEFT "-> none, theirs damaged"},
	{"merge_into_a_damaged_one", merged, "damaged 7",
		"damaged dry: " HERE "then " HERE "-> damaged, " HERE "-> damaged, theirs 7, mode 600"},
	{"merge_into_a_damaged_one_without_another", merged, "damaged none",
		"damaged dry:  then  -> damaged,  -> damaged, theirs none, mode 600"},
};

static void run(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	struct stage stage;

	stage_open(&stage);
	row->play(&stage, row->input, &out);
	stage_close(&stage);
	char shown[1024];
	snprintf(shown, sizeof shown, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(shown, row->expected);
}

CASES_MAIN(rows, run)
