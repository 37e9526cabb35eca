/* SPDX-License-Identifier: MIT */
/* agenda.c - any bytes as an agenda: what is refused is refused with a reason, and what is taken is
 * written into a session folder and read back alike. */
#include "fuzz/memory_file.h"

#include <locale.h>
#include <string.h>

#include "agenda/agenda.h"
#include "base/memory.h"
#include "text/text.h"

static struct memory_file input, plan, people;

int LLVMFuzzerInitialize(int *argc, char ***argv)
{
	(void)argc;
	(void)argv;
	setlocale(LC_ALL, "C.UTF-8");
	input = memory_file_new();
	plan = memory_file_new();
	people = memory_file_new();
	return 0;
}

/* Each says something, in order, and there are no more than may be. */
static void look_at_problems(const struct problems *p, bool good)
{
	MUST(good == (p->errors == 0));
	MUST(p->count <= 20);
	for (size_t i = 0; i < p->count; i++) {
		const struct problem *it = &p->items[i];

		MUST(it->text && *it->text);
		MUST(!i || p->items[i - 1].place.line <= it->place.line);
	}
}

static void look_at_agenda(const struct agenda *a)
{
	MUST(a->title && text_is_clean(a->title, strlen(a->title)));
	MUST(a->zone && zone_is_known(a->zone));
	MUST(date_is_real(a->date));
	for (size_t i = 0; i < a->theme_count; i++) {
		MUST(text_is_id(a->themes[i].id) && agenda_theme(a, a->themes[i].id) == i);
		MUST(a->themes[i].parent == NONE || a->themes[i].parent < a->theme_count);
		MUST(a->themes[i].priority == NONE || a->themes[i].priority < a->priority_count);
	}
	for (size_t i = 0; i < a->item_count; i++) {
		MUST(text_is_id(a->items[i].id) && agenda_item(a, a->items[i].id) == i);
		MUST(a->items[i].minutes >= 0 && a->items[i].minutes <= ITEM_MINUTES_MOST);
		MUST(a->items[i].lead == NONE || a->items[i].lead < a->people.count);
	}
}

/* A parent of a parent … ends. */
static void look_at_parents(const struct agenda *a)
{
	for (size_t i = 0; i < a->theme_count; i++) {
		size_t steps = 0;

		for (size_t at = i; at != NONE; at = a->themes[at].parent)
			MUST(steps++ <= a->theme_count);
	}
}

static void write_both(struct buffer *out, struct buffer *who, const struct agenda *a)
{
	buffer_reset(out);
	buffer_reset(who);
	agenda_write(out, a);
	agenda_write_people(who, a);
}

/* Written and read back, it is written the same. */
static void come_back(struct agenda *a)
{
	struct buffer first = BUFFER_EMPTY, first_who = BUFFER_EMPTY;
	struct buffer again = BUFFER_EMPTY, again_who = BUFFER_EMPTY;
	struct problems problems = {0};
	struct agenda back;

	mem_replace(&a->session, "0123456789abcdef");
	write_both(&first, &first_who, a);
	memory_file_set(&plan, first.bytes, first.len);
	memory_file_set(&people, first_who.bytes, first_who.len);
	bool good = agenda_read_session(&back, plan.path, people.path, &problems);
	if (!good)
		problems_print(&problems, stderr);
	MUST(good);
	write_both(&again, &again_who, &back);
	MUST(strcmp(first.bytes, again.bytes) == 0);
	MUST(strcmp(first_who.bytes, again_who.bytes) == 0);
	agenda_release(&back);
	problems_release(&problems);
	buffer_release(&first);
	buffer_release(&first_who);
	buffer_release(&again);
	buffer_release(&again_who);
}

int LLVMFuzzerTestOneInput(const uint8_t *bytes, size_t len)
{
	struct problems problems = {0};
	struct agenda agenda;

	memory_file_set(&input, bytes, len);
	bool good = agenda_read(&agenda, input.path, (struct date){2026, 4, 16}, &problems);
	look_at_problems(&problems, good);
	if (good) {
		look_at_agenda(&agenda);
		look_at_parents(&agenda);
		come_back(&agenda);
		agenda_release(&agenda);
	}
	problems_release(&problems);
	return 0;
}
