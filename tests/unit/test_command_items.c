/* SPDX-License-Identifier: MIT */
/* test_command_items.c - moving through the agenda and changing it, a row each. */
#include "unit/cases.h"

#include "unit/command_room.h"

static const struct row {
	const char *name;
	const char *lines;
	const char *expected;
} rows[] = {
	{"next_at_the_beginning", "/item next",
		"item item=\"opening\" | item 1 of 3: Opening, 5 min (/floor usg gives "
		"Under-Secretary the floor) [opening* dialogue closing; -]"},
	{"next_and_its_lead", "/item next\n/item next",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [(opening) "
		"dialogue* closing; -]"},
	{"next_after_the_last", "/item closing\n/item next",
		"! closing is the last item: /item end ends it [opening dialogue closing*; -]"},
	{"next_after_the_last_has_ended", "/item closing\n/item end\n/item next",
		"! the last item is over: /item ID goes to another, /close ends the session "
		"[opening dialogue (closing); -]"},
	{"next_after_an_end", "/item opening\n/item end\n/item next",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [(opening) "
		"dialogue* closing; -]"},
	{"back", "/item dialogue\n/item back",
		"item item=\"opening\" | item 1 of 3: Opening, 5 min (/floor usg gives "
		"Under-Secretary the floor) [opening* (dialogue) closing; -]"},
	{"back_after_an_end", "/item dialogue\n/item end\n/item back",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [opening "
		"dialogue* closing; -]"},
	{"back_at_the_beginning", "/item back",
		"! there is no item before this one [opening dialogue closing; -]"},
	{"back_from_the_first", "/item opening\n/item back",
		"! there is no item before this one [opening* dialogue closing; -]"},
	{"by_number", "/item 3",
		"item item=\"closing\" | item 3 of 3: Closing, 10 min [opening dialogue "
		"closing*; -]"},
	{"by_a_number_too_many", "/item 4",
		"! the agenda has 3 items: there is no item 4 [opening dialogue closing; -]"},
	{"by_number_nought", "/item 0",
		"! there is no item '0': next, back, end, its number or its id [opening "
		"dialogue closing; -]"},
	{"by_id", "/item dialogue",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [opening "
		"dialogue* closing; -]"},
	{"by_prefix_of_an_id", "/item dia",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [opening "
		"dialogue* closing; -]"},
	{"by_a_misspelt_id", "/item dialoge",
		"! there is no item 'dialoge', did you mean dialogue? [opening dialogue "
		"closing; -]"},
	{"by_a_misspelt_word", "/item nxt",
		"! there is no item 'nxt', did you mean /item next? [opening dialogue closing; "
		"-]"},
	{"by_nothing_known", "/item zzz",
		"! there is no item 'zzz': next, back, end, its number or its id [opening "
		"dialogue closing; -]"},
	{"nowhere", "/item",
		"! where to? /item next, back, end, its number or its id [opening dialogue "
		"closing; -]"},
	{"the_one_that_runs", "/item dialogue\n/item dialogue",
		"- item dialogue runs already [opening dialogue* closing; -]"},
	{"ends_the_speech", "/item opening\n/floor ury\n/item next",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [(opening) "
		"dialogue* closing; -]"},
	{"ends_paused_speeches_too", "/item opening\n/floor ury\n/floor gha as order\n/item next",
		"item item=\"dialogue\" | item 2 of 3: Open dialogue, 25 min [(opening) "
		"dialogue* closing; -]"},
	{"asks_about_those_who_wait", "/item opening\n/speak ury, gha\n/item next",
		"? 2 still wait: carry them over, clear the list, or keep them for this item? "
		"(/item next carry) | c=/item next carry | x=/item next clear | k=/item next "
		"keep [opening* dialogue closing; - | ury gha]"},
	{"asks_about_the_only_one_who_waits", "/item opening\n/speak ury\n/item end",
		"? 1 still waits: carry them over, clear the list, or keep them for this item? "
		"(/item end carry) | c=/item end carry | x=/item end clear | k=/item end keep "
		"[opening* dialogue closing; - | ury]"},
	{"carries", "/item opening\n/speak ury\n/item next carry",
		"item item=\"dialogue\" waiting=\"carry\" | item 2 of 3: Open dialogue, 25 min "
		"[(opening) dialogue* closing; - | ury]"},
	{"clears", "/item opening\n/speak ury\n/item dialogue clear",
		"item item=\"dialogue\" waiting=\"clear\" | item 2 of 3: Open dialogue, 25 min "
		"[(opening) dialogue* closing; -]"},
	{"keeps", "/item opening\n/speak ury\n/item 2 keep",
		"item item=\"dialogue\" waiting=\"keep\" | item 2 of 3: Open dialogue, 25 min "
		"[(opening) dialogue* closing; -]"},
	{"kept_ones_come_back", "/item opening\n/speak ury\n/item 2 keep\n/item back",
		"item item=\"opening\" | item 1 of 3: Opening, 5 min (/floor usg gives "
		"Under-Secretary the floor) [opening* (dialogue) closing; - | ury]"},
	{"an_unknown_word_at_the_end", "/item next later",
		"! carry, clear or keep was expected at the end, not 'later' [opening dialogue "
		"closing; -]"},
	{"too_many_words_at_the_end", "/item next carry on",
		"! carry, clear or keep was expected at the end, not 'on' [opening dialogue "
		"closing; -]"},
	{"end", "/item opening\n/item end",
		"item-end | item opening has ended, 0:10 of 5:00 [(opening) dialogue closing; "
		"-]"},
	{"end_of_nothing", "/item end",
		"! no item runs: /item next begins one [opening dialogue closing; -]"},
	{"add", "/item add Any other business 10",
		"item-add item=\"any-other-business\" title=\"Any other business\" minutes=10 | "
		"item any-other-business added at the end: Any other business, 10 min; the items "
		"have 50 min in all [opening dialogue closing any-other-business; -]"},
	{"add_quoted", "/item add \"Any other business\" 10",
		"item-add item=\"any-other-business\" title=\"Any other business\" minutes=10 | "
		"item any-other-business added at the end: Any other business, 10 min; the items "
		"have 50 min in all [opening dialogue closing any-other-business; -]"},
	{"add_with_a_unit", "/item add Lunch 1h30m",
		"item-add item=\"lunch\" title=\"Lunch\" minutes=90 | item lunch added at the "
		"end: Lunch, 90 min; the items have 130 min in all [opening dialogue closing "
		"lunch; -]"},
	{"add_a_title_that_is_there", "/item add Dialogue 10",
		"item-add item=\"item-rapporteur-2\" title=\"Dialogue\" minutes=10 | item "
		"item-rapporteur-2 added at the end: Dialogue, 10 min; the items have 50 min in "
		"all [opening dialogue closing item-rapporteur-2; -]"},
	{"add_a_title_without_latin_letters", "/item add Разное 5",
		"item-add item=\"item-rapporteur-2\" title=\"Разное\" minutes=5 | item "
		"item-rapporteur-2 added at the end: Разное, 5 min; the items have 45 min in all "
		"[opening dialogue closing item-rapporteur-2; -]"},
	{"add_a_title_that_is_a_word", "/item add Next 5",
		"item-add item=\"item-rapporteur-2\" title=\"Next\" minutes=5 | item "
		"item-rapporteur-2 added at the end: Next, 5 min; the items have 45 min in all "
		"[opening dialogue closing item-rapporteur-2; -]"},
	{"add_without_minutes", "/item add Any other business",
		"! a title and its minutes (1 to 480) were expected, as in /item add Any other "
		"business 10 [opening dialogue closing; -]"},
	{"add_without_a_title", "/item add 10",
		"! a title and its minutes (1 to 480) were expected, as in /item add Any other "
		"business 10 [opening dialogue closing; -]"},
	{"add_too_long", "/item add Lunch 481",
		"! a title and its minutes (1 to 480) were expected, as in /item add Any other "
		"business 10 [opening dialogue closing; -]"},
	{"added_item_is_the_last", "/item add Lunch 30\n/item 4",
		"item item=\"lunch\" | item 4 of 4: Lunch, 30 min [opening dialogue closing "
		"lunch*; -]"},
	{"minutes", "/item dialogue\n/item minutes 10",
		"item-minutes item=\"dialogue\" minutes=10 | item dialogue has 10 min; the items "
		"have 25 min in all [opening dialogue* closing; -]"},
	{"minutes_of_nothing", "/item minutes 10",
		"! no item runs whose minutes could change: /item next begins one [opening "
		"dialogue closing; -]"},
	{"minutes_nought", "/item dialogue\n/item minutes 0",
		"! minutes from 1 to 480 were expected, not '0' [opening dialogue* closing; -]"},
	{"minutes_and_more", "/item dialogue\n/item minutes 10 20",
		"! nothing was expected after /item next|back|N|ID|end [carry|clear|keep]: not "
		"'20' [opening dialogue* closing; -]"},
	{"move", "/item move closing before dialogue",
		"item-move item=\"closing\" before=\"dialogue\" | item closing goes before "
		"dialogue [opening closing dialogue; -]"},
	{"moved_items_have_new_numbers", "/item move closing before dialogue\n/item 2",
		"item item=\"closing\" | item 2 of 3: Closing, 10 min [opening closing* "
		"dialogue; -]"},
	{"move_by_numbers", "/item move 3 before 1",
		"item-move item=\"closing\" before=\"opening\" | item closing goes before "
		"opening [closing opening dialogue; -]"},
	{"move_before_itself", "/item move closing before closing",
		"! closing cannot go before itself [opening dialogue closing; -]"},
	{"move_nowhere", "/item move closing",
		"! two items were expected, as in /item move tour before dialogue [opening "
		"dialogue closing; -]"},
	{"move_before_nothing_known", "/item move closing before dialoge",
		"! there is no item 'dialoge', did you mean dialogue? [opening dialogue "
		"closing; -]"},
	{"undo_an_item", "/item opening\n/floor ury\n/item next\n/undo",
		"undo undoes=4 | undone: item rapporteur-4, dialogue [opening* dialogue closing; ury]"},
	{"holder_only", "<facilitator>/speak ury\n<script>/item next",
		"! the list and the floor are with the seat facilitator: /take list really "
		"takes them over [opening dialogue closing; - | ury]"},
};

/* "opening dialogue* closing": what runs is marked, what is over in brackets. */
static void show_order(struct buffer *out, const struct session *s)
{
	for (size_t i = 0; i < s->item_count; i++) {
		const struct item *item = &s->items[s->item_order[i]];

		buffer_text(out, i ? " " : "");
		switch (item->state) {
		case ITEM_AHEAD: buffer_text(out, item->id); break;
		case ITEM_NOW: buffer_format(out, "%s*", item->id); break;
		case ITEM_DONE: buffer_format(out, "(%s)", item->id); break;
		}
	}
}

static void run(void **state)
{
	const struct row *row = *state;
	struct room room;
	struct buffer out = BUFFER_EMPTY;

	room_init(&room, room_agenda);
	room_lines(&room, row->lines, &out);
	buffer_text(&out, " [");
	show_order(&out, &room.session);
	buffer_text(&out, "; ");
	room_show_list(&out, &room);
	buffer_char(&out, ']');
	room_release(&room);
	char *shown = buffer_take(&out);
	if (getenv("SHOW"))
		printf("ROW\t%s\t%s\n", row->name, shown);
	assert_string_equal(shown, row->expected);
	free(shown);
}

CASES_MAIN(rows, run)
