/* SPDX-License-Identifier: MIT */
/* chooser.c - a list to choose from before there is a session. */
#include "ui/overlay/chooser.h"

#include <dirent.h>
#include <poll.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/memory.h"
#include "store/folder.h"
#include "text/text.h"
#include "ui/term/key.h"
#include "ui/term/keyboard.h"
#include "ui/term/screen.h"
#include "ui/term/signals.h"
#include "ui/widget/row_list.h"
#include "ui/widget/spot.h"

enum { AGENDA_HEAD = 4096, NAME_COLUMNS = 46 };

struct offer {
	bool heading;
	char *name, *what, *path; /* path NULL: the tutorial, or nothing */
	bool tutorial;
};

struct menu {
	const char *title;
	struct offer *offers;
	size_t count, room;
	size_t row; /* chosen */
	struct rows_shown shown;
};

static struct offer *add(struct menu *m, const char *name, const char *what, const char *path)
{
	m->offers = array_room(m->offers, m->count, &m->room, sizeof *m->offers);
	m->offers[m->count] = (struct offer){.name = mem_text(name), .what = mem_text(what),
		.path = mem_text(path)};
	return &m->offers[m->count++];
}

static void release(struct menu *m)
{
	for (size_t i = 0; i < m->count; i++) {
		free(m->offers[i].name);
		free(m->offers[i].what);
		free(m->offers[i].path);
	}
	free(m->offers);
}

/* Offers */

static void add_sessions(struct menu *m)
{
	struct folder_entry *list = NULL;
	struct error error = {0};
	size_t count = 0;
	bool any = false;

	if (!folder_list(&list, &count, &error))
		return;
	for (size_t i = 0; i < count; i++) {
		struct buffer date = BUFFER_EMPTY;

		if (!list[i].title || list[i].closed)
			continue;
		if (!any)
			add(m, "Go on in an open session", "", NULL)->heading = true;
		any = true;
		date_write(&date, list[i].date);
		add(m, list[i].title, date.bytes, list[i].path);
		buffer_release(&date);
	}
	folder_list_free(list, count);
}

/* The value of `title:` near the beginning of an agenda; NULL when the file is none. */
static char *agenda_title(const char *path)
{
	char head[AGENDA_HEAD + 1];
	FILE *file = fopen(path, "rb");
	size_t len = file ? fread(head, 1, AGENDA_HEAD, file) : 0;
	struct buffer title = BUFFER_EMPTY;

	if (file)
		fclose(file);
	head[len] = '\0';
	if (strncmp(head, "roundtable:", 11) != 0 && !strstr(head, "\nroundtable:"))
		return NULL;
	const char *at = strstr(head, "\ntitle:");
	if (at) {
		at += strlen("\ntitle:");
		at += strspn(at, " \"'");
		text_clean(&title, at, strcspn(at, "\r\n\"'#"));
	}
	return buffer_take(&title);
}

static int by_name(const void *a, const void *b)
{
	return strcmp(*(char *const *)a, *(char *const *)b);
}

/* The .yaml files of that folder that are agendas. */
static void add_agendas_in(struct menu *m, const char *folder, bool *any)
{
	DIR *dir = opendir(folder);
	char **names = NULL;
	size_t count = 0, room = 0;

	for (struct dirent *e; dir && (e = readdir(dir));) {
		size_t len = strlen(e->d_name);

		if (len < 6 || strcmp(e->d_name + len - 5, ".yaml") != 0)
			continue;
		names = array_room(names, count, &room, sizeof *names);
		names[count++] = mem_text(e->d_name);
	}
	if (dir)
		closedir(dir);
	if (count)
		qsort(names, count, sizeof *names, by_name);
	for (size_t i = 0; i < count; i++) {
		struct buffer path = BUFFER_EMPTY;
		char *title;

		buffer_format(&path, "%s%s%s", strcmp(folder, ".") == 0 ? "" : folder,
			strcmp(folder, ".") == 0 ? "" : "/", names[i]);
		title = agenda_title(path.bytes);
		if (title && !*any)
			add(m, "Begin with an agenda", "", NULL)->heading = true;
		*any = *any || title;
		if (title)
			add(m, *title ? title : names[i], path.bytes, path.bytes);
		free(title);
		free(names[i]);
		buffer_release(&path);
	}
	free(names);
}

/* Drawing */

static void draw_offer(const struct menu *m, size_t i, int row)
{
	const struct offer *o = &m->offers[i];
	int columns = screen_columns(), name = columns > 70 ? NAME_COLUMNS : columns * 3 / 5;
	enum style style = i == m->row ? STYLE_SELECTED : STYLE_TEXT;

	if (o->heading) {
		screen_put(row, 1, columns - 2, STYLE_THEME, o->name);
		return;
	}
	screen_fill(row, 2, columns - 4, style, " ");
	screen_put(row, 3, name, style, o->name);
	screen_put(row, 3 + name + 2, columns - name - 8, i == m->row ? style : STYLE_DIM, o->what);
}

static void arrange(struct menu *m)
{
	int rows = screen_rows(), top = rows >= 10 ? 3 : 1, room = rows - top - 2;

	rows_arrange(&m->shown, top, room > 0 ? (size_t)room : 0, m->count, m->row);
}

static void draw(const struct menu *m)
{
	int rows = screen_rows();
	static const struct {
		const char *key, *what;
	} hints[] = {{"Enter", " opens it  "}, {"Up Down", " choose  "}, {"Esc", " leaves"}};
	struct spot spot = spot_at(rows - 1, 1, screen_columns() - 2);

	screen_erase();
	screen_put(0, 1, screen_columns() - 2, STYLE_TITLE, m->title);
	if (m->shown.first > 1)
		screen_rule(1, 0, screen_columns());
	for (size_t i = m->shown.top; i < m->shown.top + m->shown.count; i++)
		draw_offer(m, i, m->shown.first + (int)(i - m->shown.top));
	for (size_t i = 0; i < sizeof hints / sizeof *hints; i++) {
		spot_put(&spot, STYLE_KEY, hints[i].key);
		spot_put(&spot, STYLE_DIM, hints[i].what);
	}
	screen_cursor(-1, 0);
	screen_flush(0, NULL);
}

/* Keys */

static void skip_headings(struct menu *m, bool back)
{
	while (m->row < m->count && m->offers[m->row].heading)
		m->row = back && m->row > 0 ? m->row - 1 : m->row + 1;
	while (m->row < m->count && m->offers[m->row].heading)
		m->row++;
}

enum step { STEP_ON, STEP_TAKEN, STEP_DROPPED };

static enum step click(struct menu *m, const struct key *key)
{
	size_t at = rows_at(&m->shown, key->row);

	if (key->mouse != MOUSE_CLICK || at >= m->count || m->offers[at].heading)
		return STEP_ON;
	bool again = m->row == at;
	m->row = at;
	return again ? STEP_TAKEN : STEP_ON;
}

static enum step take_key(struct menu *m, const struct key *key)
{
	bool back = key->code == NAMED_UP || key->code == NAMED_PAGE_UP;

	if (key->kind == KEY_GONE || (key->kind == KEY_CONTROL && key->code == 'c') ||
		(key->kind == KEY_TEXT && strcmp(key->text, "q") == 0))
		return STEP_DROPPED;
	if (key->kind == KEY_MOUSE)
		return click(m, key);
	if (key->kind != KEY_NAMED)
		return STEP_ON;
	if (key->code == NAMED_ESCAPE)
		return STEP_DROPPED;
	if (key->code == NAMED_ENTER)
		return m->row < m->count ? STEP_TAKEN : STEP_ON;
	if (row_key(&m->row, m->count, key))
		skip_headings(m, back);
	return STEP_ON;
}

static bool wait_for_key(void)
{
	struct pollfd polls[] = {{.fd = keyboard_fd(), .events = POLLIN},
		{.fd = signals_fd(), .events = POLLIN}};
	bool partial = keyboard_partial();

	if (poll(polls, 2, partial ? ESCAPE_DELAY_MS : -1) == 0 && partial)
		keyboard_decide();
	if (polls[0].revents)
		keyboard_ready();
	if (!polls[1].revents)
		return true;
	unsigned told = signals_take();
	if (told & TOLD_RESIZED)
		screen_resize();
	if (told & TOLD_TO_STOP)
		screen_rest();
	else if (told & TOLD_TO_GO_ON)
		screen_wake();
	return !(told & TOLD_TO_END);
}

static bool run(struct menu *m)
{
	enum step step = STEP_ON;
	struct key key;

	skip_headings(m, false);
	while (step == STEP_ON) {
		arrange(m);
		draw(m);
		if (!wait_for_key())
			return false;
		while (step == STEP_ON && keyboard_key(&key))
			step = take_key(m, &key);
	}
	return step == STEP_TAKEN;
}

enum chosen chooser_run(char **path)
{
	struct menu m = {.title = "Roundtable"};
	enum chosen chosen = CHOSEN_NOTHING;
	bool any = false;

	*path = NULL;
	add_sessions(&m);
	add_agendas_in(&m, "agendas", &any);
	add_agendas_in(&m, ".", &any);
	add(&m, "Learn it", "", NULL)->heading = true;
	add(&m, "Five-minute tutorial", "on a sample agenda", NULL)->tutorial = true;
	if (run(&m)) {
		*path = mem_text(m.offers[m.row].path);
		chosen = m.offers[m.row].tutorial ? CHOSEN_TUTORIAL : CHOSEN_PATH;
	}
	release(&m);
	return chosen;
}

bool chooser_go_on(const char *session, bool *dropped)
{
	struct menu m = {.title = "A session of this agenda is open already"};
	const char *name = strrchr(session, '/');
	bool go_on;

	add(&m, "Go on in it", name ? name + 1 : session, NULL);
	add(&m, "Begin another session", "", NULL);
	*dropped = !run(&m);
	go_on = !*dropped && m.row == 0;
	release(&m);
	return go_on;
}
