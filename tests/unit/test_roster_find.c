/* SPDX-License-Identifier: MIT */
/* test_roster_find.c - which texts name a participant, a row each. */
#include "unit/cases.h"

#include <stdio.h>
#include <stdlib.h>

#include "base/memory.h"
#include "roster/roster.h"

static const struct {
	const char *id, *name, *title, *affiliation, *delegation, *alias, *label;
} persons[] = {
	{"gha", "Kwame Nkansah-Boateng", "Military Adviser to the Council", "Ghana", NULL, "Akan", NULL},
	{"per", "Will Grant", NULL, "Peru", NULL, "PE", NULL},
	{"civ", "Delegate of Côte d'Ivoire", "Ambassador", "Permanent Mission of Côte d'Ivoire",
		"Côte d'Ivoire", NULL, "a West African mission"},
	{"usg-dpo", "Jean-Pierre de la Croix", "Under-Secretary-General for Peace Operations",
		"United Nations Department of Peace Operations", "DPO", "USG", NULL},
	{"chn", "王毅", NULL, "中国", NULL, NULL, NULL},
	{"ukr", "Олена Шевченко", NULL, "Україна", NULL, NULL, NULL},
	{"egy", "محمد العلي", NULL, "مصر", NULL, NULL, NULL},
	{"ury", "Permanent Representative of Uruguay to the United Nations", NULL, NULL, NULL, NULL,
		NULL},
	{"irn", "Delegate", NULL, "Iran (Islamic Republic of)", NULL, NULL, NULL},
	{"rus", "Delegate", NULL, "Russian Federation", NULL, NULL, NULL},
	{"kor", "Delegate", NULL, "Republic of Korea", NULL, NULL, NULL},
	{"cod", "Delegate", NULL, "Democratic Republic of the Congo", NULL, NULL, NULL},
	{"bih", "Delegate", NULL, "Bosnia and Herzegovina", NULL, NULL, NULL},
	{"usa", "Delegate", NULL, "United States of America", NULL, "US", NULL},
	{"can", "Delegate", NULL, "Canada", NULL, NULL, NULL},
	{"mli", "Delegate", NULL, "Mali", NULL, NULL, NULL},
	{"mul", "Karl Müller", NULL, NULL, NULL, NULL, NULL},
	{"man", "Jo Manda", NULL, NULL, NULL, NULL, NULL},
	{"van", "Li Vance", NULL, NULL, NULL, NULL, NULL},
	{"dos", "Department of Operational Support", NULL, "Mission permanente de la Mauritanie",
		NULL, NULL, NULL},
};

static void fill(struct people *p)
{
	for (size_t i = 0; i < sizeof persons / sizeof *persons; i++) {
		struct person person = {.id = mem_text(persons[i].id),
			.name = mem_text(persons[i].name),
			.title = mem_text(persons[i].title),
			.affiliation = mem_text(persons[i].affiliation),
			.label = mem_text(persons[i].label)};

		const char *delegation =
			persons[i].delegation ? persons[i].delegation : persons[i].affiliation;
		person.delegation =
			delegation ? people_delegation(p, delegation, NULL, false) : NONE;
		if (persons[i].alias) {
			person.aliases = mem_new(1, sizeof *person.aliases);
			person.aliases[person.alias_count++] = mem_text(persons[i].alias);
		}
		people_add(p, &person);
	}
	people_alias(p, "rapporteur-9", "p1", "The Volta group");
}

static const struct row {
	const char *name;
	const char *text;
	const char *found; /* "" none */
} rows[] = {
	{"nothing", "Approval takes ninety days", ""},
	{"empty", "", ""},
	{"surname", "The Boateng idea", "Boateng"},
	{"surname_small", "boateng", "boateng"},
	{"surname_of_two_parts", "nkansah boateng line", "nkansah"},
	{"surname_plural", "Boatengs", "Boateng"},
	{"genitive", "Boateng's proposal", "Boateng"},
	{"genitive_typographic", "Boateng’s proposal", "Boateng"},
	{"first_and_last_put_together", "KwameNkansahBoateng", "KwameNkansahBoateng"},
	{"put_together_small", "kwamenkansahboateng", "kwamenkansahboateng"},
	{"camel_case", "pointOfKwame", "Kwame"},
	{"hyphens", "ghana-position", "ghana"},
	{"underscores", "position_of_ghana_now", "ghana"},
	{"put_before_a_word", "ghanaposition", "ghana"},
	{"put_after_a_word", "positionghana", "ghana"},
	{"adjective", "The Ghanaian idea", "Ghana"},
	{"id", "gha-position", "gha"},
	{"id_in_capitals", "GHAPosition", "GHA"},
	{"id_with_a_digit", "gha2", "gha"},
	{"id_after_an_at", "@per said so", "per"},
	{"id_inside_a_word", "nghat", ""},
	{"id_that_is_a_word", "Cost per mission", ""},
	{"id_that_is_a_word_first", "Per diem rates", ""},
	{"id_that_is_a_word_in_capitals", "PER line", "PER"},
	{"id_that_is_a_word_alone", "per", "per"},
	{"alias_of_two_letters", "The PE view", "PE"},
	{"alias_of_two_letters_small", "the pe teacher", ""},
	{"alias_live", "volta group", ""},
	{"alias_live_whole", "the-volta-group", "the-volta-group"},
	{"ordinary_surname_small", "a grant for it", ""},
	{"ordinary_surname_as_a_name", "What Grant said", "Grant"},
	{"ordinary_surname_inside_a_word", "migrants", ""},
	{"ordinary_surname_alone", "grants", "grant"},
	{"ordinary_given_name_first", "Will to act", ""},
	{"ordinary_given_name_inside", "Ask Will about it", "Will"},
	{"full_name_with_ordinary_parts", "will grant", "will grant"},
	{"accents", "Cote d'Ivoire first", "Cote d'Ivoire"},
	{"accents_put_together", "coteDIvoire", "coteDIvoire"},
	{"accents_apart", "Co\xcc\x82te d’Ivoire", "Co\xcc\x82te d’Ivoire"},
	{"name_of_an_office_is_none", "Delegate training", ""},
	{"title_of_one_word_is_none", "Ambassador dinner", ""},
	{"title", "line of the under-secretary-general for peace operations",
		"under-secretary-general for peace operations"},
	{"affiliation", "UnitedNationsDepartmentOfPeaceOperations",
		"UnitedNationsDepartmentOfPeaceOperations"},
	{"part_of_an_affiliation", "Peace operations", ""},
	{"delegation_acronym", "DPO reform", "DPO"},
	{"particle", "Point de la situation", ""},
	{"parts_of_a_particle_name", "Croix", "Croix"},
	{"whom_a_designation_speaks_for", "What Uruguay wants", "Uruguay"},
	{"whom_an_affiliation_speaks_for", "la Mauritanie", "Mauritanie"},
	{"words_of_an_institution", "Operational support and supply", ""},
	{"an_institution", "Department of operational support", "Department of operational support"},
	{"official_name_in_brackets", "iran-position", "iran"},
	{"official_name_adjective", "russian-position", "russian"},
	{"official_name_republic", "Korea-position", "Korea"},
	{"official_name_long", "congo paper", "congo"},
	{"official_name_of_two", "herzegovina-line", "herzegovina"},
	{"official_name_united", "united-states", "united-states"},
	{"state_glued", "maliposition", "mali"},
	{"state_adjective", "malian-position", "mali"},
	{"state_that_begins_another_word", "malicious acts", ""},
	{"id_glued_capitals", "GHAposition", "GHA"},
	{"id_glued", "ghaproposal", "gha"},
	{"ordinary_id_beside", "can-position", "can"},
	{"ordinary_id_in_a_sentence", "can-do", ""},
	{"ordinary_id_before_a_word", "We can plan", ""},
	{"alias_beside", "us-position", "us"},
	{"umlaut_as_two_letters", "mueller-plan", "mueller"},
	{"umlaut_left_out", "muller-plan", "muller"},
	{"surname_that_begins_a_word", "mandate", ""},
	{"surname_that_ends_a_word", "relevance and surveillance", ""},
	{"surname_glued", "mandaplan", "manda"},
	{"without_united_nations", "Department-of-Peace-Operations",
		"Department-of-Peace-Operations"},
	{"arabic_with_and", "موقف ومصر", "مصر"},
	{"cyrillic_case", "позиція України", "Україн"},
	{"public_label", "a West African mission", "a West African mission"},
	{"full_width", "Ｇｈａｎａ", "Ｇｈａｎａ"},
	{"invisible_inside", "Gha\xe2\x80\x8bna", "Gha\xe2\x80\x8bna"},
	{"soft_hyphen_inside", "Gha\xc2\xadna", "Gha\xc2\xadna"},
	{"chinese", "关于王毅的立场", "王毅"},
	{"chinese_state", "中国立场", "中国"},
	{"cyrillic", "позиция ШЕВЧЕНКО", "ШЕВЧЕНКО"},
	{"arabic", "رأي العلي", "العلي"},
	{"late_in_a_text", "As was said before by many of us, and then Kwame", "Kwame"},
};

static void finds(void **state)
{
	const struct row *row = *state;
	struct people people = {0};
	struct roster_hit hit = {0};
	char found[256] = "";

	fill(&people);
	struct roster *roster = roster_new(&people);
	if (roster_find(roster, row->text, 0, &hit))
		snprintf(found, sizeof found, "%.*s", (int)(hit.end - hit.start),
			row->text + hit.start);
	roster_free(roster);
	people_release(&people);
	assert_string_equal(found, row->found);
}

CASES_MAIN(rows, finds)
