/* SPDX-License-Identifier: MIT */
/* test_agenda_read.c - an agenda a row: what was read of it, or what was wrong and where. */
#include "unit/cases.h"

#include "unit/agenda_show.h"

#define HEAD "roundtable: agenda/1\ntitle: T\n"

/* Problems as LINE:COL TEXT, warnings with ~ before; of an agenda, what is not as by default. */
static const struct row {
	const char *name;
	const char *yaml;
	const char *expected;
} rows[] = {
	{"the_smallest_agenda",
		HEAD,
		"T 2026-04-01"},
	{"no_version",
		"title: T\n",
		"1:1 an agenda needs the key 'roundtable'"},
	{"no_title",
		"roundtable: agenda/1\n",
		"1:1 an agenda needs the key 'title'"},
	{"a_later_version",
		"roundtable: agenda/2\ntitle: T\n",
		"1:13 roundtable must be agenda/1, the version this program knows, not 'agenda/2'"},
	{"another_kind_of_file",
		"roundtable: people/1\ntitle: T\n",
		"1:13 roundtable must be agenda/1, not 'people/1'"},
	{"an_empty_title",
		"roundtable: agenda/1\ntitle: \"\"\n",
		"2:8 title must be a text, not empty"},
	{"a_title_of_nothing",
		"roundtable: agenda/1\ntitle:\n",
		"2:7 title must be a text, not empty"},
	{"a_title_that_is_a_list",
		"roundtable: agenda/1\ntitle: [a]\n",
		"2:8 title must be a text, not a list"},
	{"a_title_over_two_lines",
		"roundtable: agenda/1\ntitle: >\n  one\n  two\n",
		"one two 2026-04-01"},
	{"a_title_of_digits",
		"roundtable: agenda/1\ntitle: 2026\n",
		"2026 2026-04-01"},
	{"an_unknown_key",
		HEAD "titel: x\n",
		"3:1 unknown key 'titel', did you mean 'title'?"},
	{"an_unknown_key_near_nothing",
		HEAD "whatever: x\n",
		"3:1 unknown key 'whatever', an agenda has roundtable, title, date, starts, "
		"timezone, place, rule, podium, seal, list, framework, themes, participants, "
		"participants-from, items, abbreviations"},
	{"the_date",
		HEAD "date: 2027-02-28\n",
		"T 2027-02-28"},
	{"a_day_that_is_not",
		HEAD "date: 2026-02-29\n",
		"3:7 date must be a day as YYYY-MM-DD, not '2026-02-29'"},
	{"the_time_it_starts",
		HEAD "starts: \"10:05\"\n",
		"T 2026-04-01 at 605"},
	{"a_time_without_quotes",
		HEAD "starts: 9:30\n",
		"T 2026-04-01 at 570"},
	{"a_time_that_is_not",
		HEAD "starts: \"25:00\"\n",
		"3:9 starts must be a time of day as 10:00, not '25:00'"},
	{"the_timezone",
		HEAD "timezone: America/New_York\n",
		"T 2026-04-01 America/New_York"},
	{"a_timezone_that_is_not",
		HEAD "timezone: New York\n",
		"3:11 timezone must be an IANA name such as America/New_York, not 'New York'"},
	{"the_place",
		HEAD "place: Geneva\n",
		"T 2026-04-01 in Geneva"},
	{"a_place_of_nothing",
		HEAD "place: ~\n",
		"3:8 place must be a text, not empty"},
	{"the_rule_open",
		HEAD "rule: open\n",
		"T 2026-04-01 open"},
	{"the_rule_closed",
		HEAD "rule: closed\n",
		"T 2026-04-01 closed"},
	{"a_rule_misspelt",
		HEAD "rule: chatam-house\n",
		"3:7 unknown rule 'chatam-house', did you mean 'chatham-house'?"},
	{"a_rule_near_nothing",
		HEAD "rule: secret\n",
		"3:7 rule must be one of chatham-house, open, closed, not 'secret'"},
	{"the_podium_without_names",
		HEAD "podium: {names: false}\n",
		"T 2026-04-01 nameless"},
	{"the_podium_with_a_wrong_truth",
		HEAD "podium: {names: yes}\n",
		"3:17 names must be true or false, not 'yes'"},
	{"the_podium_as_a_word",
		HEAD "podium: false\n",
		"3:9 podium must be a mapping of keys and values, not a text"},
	{"an_unknown_key_of_the_podium",
		HEAD "podium: {name: true}\n",
		"3:10 unknown key 'name', did you mean 'names'?"},
	{"no_seal",
		HEAD "seal: false\n",
		"T 2026-04-01"},
	{"a_seal",
		HEAD "seal: true\n",
		"3:7 sealed sessions are not available yet: leave 'seal' out, or 'seal: false', "
		"not 'true'"},
	{"a_wrong_seal",
		HEAD "seal: maybe\n",
		"3:7 sealed sessions are not available yet: leave 'seal' out, or 'seal: false', "
		"not 'maybe'"},
	{"a_seal_of_nothing",
		HEAD "seal:\n",
		"3:6 seal must be a text, not empty"},
	{"a_seal_that_is_a_list",
		HEAD "seal: [true]\n",
		"3:7 seal must be a text, not a list"},
	{"a_k",
		HEAD "k: 5\n",
		"3:1 figures about groups are not available yet: leave 'k' out"},
	{"the_usual_k",
		HEAD "k: 3\n",
		"3:1 figures about groups are not available yet: leave 'k' out"},
	{"a_k_of_nothing",
		HEAD "k:\n",
		"3:1 figures about groups are not available yet: leave 'k' out"},
	{"a_k_that_is_a_mapping",
		HEAD "k: {}\n",
		"3:1 figures about groups are not available yet: leave 'k' out"},
	{"a_key_near_k",
		HEAD "K: 3\n",
		"3:1 unknown key 'K', an agenda has roundtable, title, date, starts, timezone, "
		"place, rule, podium, seal, list, framework, themes, participants, "
		"participants-from, items, abbreviations"},
	{"every_key_of_the_list",
		HEAD "list:\n  limit: 2m\n  warn: 10s\n  rights-of-reply: 1\n  budget: 10m\n"
		"  policy: balance\n  balance-by: region\n  point-of-order: ends\n",
		"T 2026-04-01 limit=2m warn=10s rights=1 budget=10m balance by=region order-ends"},
	{"the_list_as_a_list",
		HEAD "list: [3m]\n",
		"3:7 list must be a mapping of keys and values, not a list"},
	{"an_unknown_key_of_the_list",
		HEAD "list: {limt: 3m}\n",
		"3:8 unknown key 'limt', did you mean 'limit'?"},
	{"a_limit_in_bare_minutes",
		HEAD "list: {limit: 4}\n",
		"T 2026-04-01 limit=4m"},
	{"a_limit_that_is_no_duration",
		HEAD "list: {limit: three}\n",
		"3:15 limit must be a duration such as 90s, 3m or 1h30m, not 'three'"},
	{"a_warning_that_is_no_duration",
		HEAD "list: {warn: -5}\n",
		"3:14 warn must be a duration such as 90s, 3m or 1h30m, not '-5'"},
	{"limits_of_every_kind",
		HEAD "list: {limits: {order: 1m, question: 90s, reply: 2m, statement: 5m, "
		"right-of-reply: [10m, 5m]}}\n",
		"T 2026-04-01 order=1m question=1m30s reply=2m statement=5m right-of-reply=10m,5m"},
	{"limits_of_an_unknown_kind",
		HEAD "list: {limits: {ordre: 1m}}\n",
		"3:17 unknown key 'ordre', did you mean 'order'?"},
	{"limits_of_a_kind_near_nothing",
		HEAD "list: {limits: {song: 1m}}\n",
		"3:17 unknown key 'song', limits are for order, question, reply, statement and "
		"right-of-reply"},
	{"limits_of_too_many",
		HEAD "list: {limits: {reply: [1, 1, 1, 1, 1, 1, 1, 1, 1]}}\n",
		"3:24 reply must be a duration, or a list of 1 to 8 of them"},
	{"limits_of_none",
		HEAD "list: {limits: {reply: []}}\n",
		"3:24 reply must be a duration, or a list of 1 to 8 of them"},
	{"limits_with_a_wrong_one",
		HEAD "list: {limits: {reply: [1m, x]}}\n",
		"3:29 each of reply must be a duration such as 90s, 3m or 1h30m, not 'x'"},
	{"no_rights_of_reply",
		HEAD "list: {rights-of-reply: 0}\n",
		"T 2026-04-01 rights=0"},
	{"too_many_rights_of_reply",
		HEAD "list: {rights-of-reply: 21}\n",
		"3:25 rights-of-reply must be a whole number from 0 to 20, not '21'"},
	{"a_budget_that_is_off",
		HEAD "list: {budget: off}\n",
		"T 2026-04-01"},
	{"a_budget_that_is_no_duration",
		HEAD "list: {budget: lots}\n",
		"3:16 budget must be a duration such as 90s, 3m or 1h30m, not 'lots'"},
	{"precedence_in_full",
		HEAD "list: {precedence: [right-of-reply, statement, reply, question, order]}\n",
		"T 2026-04-01 right-of-reply>statement>reply>question>order"},
	{"precedence_of_one_the_others_follow",
		HEAD "list: {precedence: [reply]}\n",
		"T 2026-04-01 reply>order>question>statement>right-of-reply"},
	{"precedence_with_one_twice",
		HEAD "list: {precedence: [reply, reply]}\n",
		"3:28 'reply' stands twice in precedence, once is enough"},
	{"precedence_with_an_unknown_one",
		HEAD "list: {precedence: [answer]}\n",
		"3:21 each of precedence must be one of order, question, reply, statement, "
		"right-of-reply, not 'answer'"},
	{"precedence_that_is_a_word",
		HEAD "list: {precedence: reply}\n",
		"3:20 precedence must be a list, not a text"},
	{"policy_first_timers",
		HEAD "list: {policy: first-timers}\n",
		"T 2026-04-01 first-timers"},
	{"an_unknown_policy",
		HEAD "list: {policy: fair}\n",
		"3:16 policy must be one of arrival, first-timers, balance, not 'fair'"},
	{"balance_by_delegation",
		HEAD "list: {balance-by: delegation}\n",
		"T 2026-04-01"},
	{"balance_by_an_attribute_nobody_has",
		HEAD "list: {balance-by: regoin}\n"
		"participants: [{id: a, name: A, attributes: {region: x}}]\n",
		"3:20 balance-by 'regoin' is no attribute of any participant; nearest is 'region'"},
	{"point_of_order_pauses",
		HEAD "list: {point-of-order: pauses}\n",
		"T 2026-04-01"},
	{"point_of_order_otherwise",
		HEAD "list: {point-of-order: stops}\n",
		"3:24 point-of-order must be one of pauses, ends, not 'stops'"},
	{"a_framework",
		HEAD "framework:\n  title: Plan\n  priorities:\n    - {id: ready, label: "
		"Readiness}\n",
		"T 2026-04-01 framework=Plan [ready=Readiness]"},
	{"a_framework_without_a_title",
		HEAD "framework: {priorities: []}\n",
		"3:12 framework needs the key 'title'"},
	{"a_priority_without_a_label",
		HEAD "framework: {title: P, priorities: [{id: a}]}\n",
		"3:36 a priority needs the key 'label'"},
	{"a_priority_twice",
		HEAD "framework: {title: P, priorities: [{id: a, label: A}, {id: a, label: B}]}\n",
		"3:60 priority id 'a' is used twice, first on line 3"},
	{"a_priority_that_is_a_word",
		HEAD "framework: {title: P, priorities: [ready]}\n",
		"3:36 each of priorities must be a mapping of keys and values, not a text"},
	{"every_key_of_a_theme",
		HEAD "framework: {title: P, priorities: [{id: ready, label: R}]}\nthemes:\n"
		"  - id: gov\n    label: Governance\n    keywords: [mandate]\n  - id: dec\n"
		"    label: Decisions\n    about: How long it takes\n"
		"    keywords: [approval, sign-off]\n    parent: gov\n    priority: ready\n",
		"T 2026-04-01 framework=P [ready=R] #gov=Governance{mandate} #dec=Decisions "
		"about=How long it takes{approval|sign-off}<gov^ready"},
	{"a_parent_that_stands_below",
		HEAD "themes:\n  - {id: a, label: A, keywords: [x], parent: b}\n"
		"  - {id: b, label: B, keywords: [y]}\n",
		"T 2026-04-01 #a=A{x}<b #b=B{y}"},
	{"a_theme_without_id_and_label",
		HEAD "themes: [{keywords: [x]}]\n",
		"3:10 a theme needs the key 'id'\n3:10 a theme needs the key 'label'"},
	{"a_theme_without_keywords",
		HEAD "themes: [{id: a, label: A}]\n",
		"T 2026-04-01 #a=A\n~3:10 theme 'a' has no keywords, it will never be suggested"},
	{"keywords_that_are_a_word",
		HEAD "themes: [{id: a, label: A, keywords: x}]\n",
		"3:38 keywords must be a list, not a text"},
	{"a_keyword_that_is_a_list",
		HEAD "themes: [{id: a, label: A, keywords: [[x]]}]\n",
		"3:39 each of keywords must be a text, not a list"},
	{"an_empty_keyword",
		HEAD "themes: [{id: a, label: A, keywords: [\"\"]}]\n",
		"3:39 each of keywords must be a text, not empty"},
	{"a_theme_in_capitals",
		HEAD "themes: [{id: Gov, label: A, keywords: [x]}]\n",
		"3:15 theme id must be a small letter, then at most 31 small letters, digits or "
		"'-', not 'Gov'"},
	{"a_theme_id_of_33_letters",
		HEAD "themes: [{id: abcdefghijklmnopqrstuvwxyzabcdefg, label: A, keywords: [x]}]\n",
		"3:15 theme id must be a small letter, then at most 31 small letters, digits or "
		"'-', not 'abcdefghijklmnopqrstuvwxyzabcdefg'"},
	{"a_theme_id_used_twice",
		HEAD "themes:\n  - {id: a, label: A, keywords: [x]}\n"
		"  - {id: a, label: B, keywords: [x]}\n",
		"5:10 theme id 'a' is used twice, first on line 4"},
	{"a_theme_called_as_people_are",
		HEAD "themes: [{id: p12, label: A, keywords: [x]}]\n",
		"3:15 theme id 'p12' is kept for numbers (p1, d2, p-…, d-…), choose another"},
	{"a_theme_called_as_delegations_are",
		HEAD "themes: [{id: d-1, label: A, keywords: [x]}]\n",
		"3:15 theme id 'd-1' is kept for numbers (p1, d2, p-…, d-…), choose another"},
	{"a_theme_called_as_a_word_of_item",
		HEAD "themes: [{id: next, label: A, keywords: [x]}]\n",
		"3:15 theme id 'next' is a word of /item, choose another"},
	{"ids_that_only_look_like_numbers",
		HEAD "themes: [{id: p, label: A, keywords: [x]}, {id: p1a, label: B, keywords: "
		"[x]}, "
		"{id: dp, label: C, keywords: [x]}]\n",
		"T 2026-04-01 #p=A{x} #p1a=B{x} #dp=C{x}"},
	{"a_parent_misspelt",
		HEAD "themes: [{id: governance, label: A, keywords: [x]}, {id: b, label: B, "
		"keywords: "
		"[x], parent: governence}]\n",
		"3:94 parent 'governence' is not in themes; nearest is 'governance'"},
	{"a_parent_that_is_nothing",
		HEAD "themes: [{id: a, label: A, keywords: [x], parent: zzzz}]\n",
		"3:51 parent 'zzzz' is not in themes, name an id from there"},
	{"a_theme_above_itself",
		HEAD "themes: [{id: a, label: A, keywords: [x], parent: a}]\n",
		"3:51 parent 'a' makes a ring, a theme cannot stand above itself"},
	{"a_ring_of_three_is_said_once",
		HEAD "themes:\n  - {id: a, label: A, keywords: [x], parent: b}\n"
		"  - {id: b, label: B, keywords: [x], parent: c}\n"
		"  - {id: c, label: C, keywords: [x], parent: a}\n",
		"4:46 parent 'b' makes a ring, a theme cannot stand above itself"},
	{"a_priority_misspelt",
		HEAD "framework: {title: P, priorities: [{id: readiness, label: R}]}\n"
		"themes: [{id: a, label: A, keywords: [x], priority: readyness}]\n",
		"4:53 priority 'readyness' is not in framework.priorities; nearest is 'readiness'"},
	{"a_digit_is_not_given_by_hand",
		HEAD "themes: [{id: a, label: A, keywords: [x], digit: 3}]\n",
		"3:43 unknown key 'digit', a theme has id, label, about, keywords, parent, "
		"priority"},
	{"the_tenth_theme_has_no_digit",
		HEAD "themes: [{id: a, label: L, keywords: [x]}, {id: b, label: L, keywords: [x]}, "
		"{id: c, label: L, keywords: [x]}, {id: e, label: L, keywords: [x]}, {id: f, "
		"label: L, keywords: [x]}, {id: g, label: L, keywords: [x]}, {id: h, label: L, "
		"keywords: [x]}, {id: i, label: L, keywords: [x]}, {id: j, label: L, keywords: "
		"[x]}, {id: k, label: L, keywords: [x]}]\n",
		"T 2026-04-01 #a=L{x} #b=L{x} #c=L{x} #e=L{x} #f=L{x} #g=L{x} #h=L{x} #i=L{x} "
		"#j=L{x} #k=L digit=0{x}"},
	{"every_key_of_a_participant",
		HEAD "participants:\n  - id: usg\n    name: Ann Example\n    title: Chief\n"
		"    affiliation: Department\n    delegation: DPO\n    role: briefer\n"
		"    aliases: [USG, Head]\n    rank: 4\n    public: the Chief\n"
		"    attributes: {region: here, gender: f}\n",
		"T 2026-04-01 p1=usg=Ann Example;Chief of Department d1=DPO briefer{USG|Head} "
		"rank=4 public=the Chief region:here gender:f"},
	{"delegation_by_affiliation",
		HEAD "participants:\n  - {id: a, name: A, affiliation: Uruguay}\n"
		"  - {id: b, name: B, delegation: URUGUAY}\n",
		"T 2026-04-01 p1=a=A of Uruguay d1=Uruguay p2=b=B d1=Uruguay"},
	{"a_participant_without_anything",
		HEAD "participants: [{}]\n",
		"3:16 a participant needs the key 'id'\n3:16 a participant needs the key 'name'"},
	{"a_participant_that_is_a_word",
		HEAD "participants: [Ann]\n",
		"3:16 each of participants must be a mapping of keys and values, not a text"},
	{"an_unknown_role",
		HEAD "participants: [{id: a, name: A, role: speaker}]\n",
		"3:39 role must be one of participant, chair, facilitator, rapporteur, briefer, "
		"observer, not 'speaker'"},
	{"a_role_misspelt",
		HEAD "participants: [{id: a, name: A, role: raporteur}]\n",
		"3:39 unknown role 'raporteur', did you mean 'rapporteur'?"},
	{"a_rank_of_none",
		HEAD "participants: [{id: a, name: A, rank: 0}]\n",
		"3:39 rank must be a whole number from 1 to 9999, not '0'"},
	{"aliases_that_are_a_word",
		HEAD "participants: [{id: a, name: A, aliases: X}]\n",
		"3:42 aliases must be a list, not a text"},
	{"attributes_that_are_a_list",
		HEAD "participants: [{id: a, name: A, attributes: [x]}]\n",
		"3:45 attributes must be a mapping of keys and values, not a list"},
	{"an_attribute_of_nothing",
		HEAD "participants: [{id: a, name: A, attributes: {region: }}]\n",
		"3:54 region must be a text, not empty"},
	{"a_participant_used_twice",
		HEAD "participants:\n  - {id: a, name: A}\n  - {id: a, name: B}\n",
		"5:10 participant id 'a' is used twice, first on line 4"},
	{"a_participant_reserved",
		HEAD "participants: [{id: p-x, name: A}]\n",
		"3:21 participant id 'p-x' is kept for numbers (p1, d2, p-…, d-…), choose another"},
	{"a_surname_that_is_a_word",
		HEAD "participants: [{id: a, name: Ann Price}]\n",
		"T 2026-04-01 p1=a=Ann Price\n"
		"~3:30 the surname of 'Ann Price' is also an ordinary word, give an alias to call "
		"them by"},
	{"a_surname_that_is_a_word_with_an_alias",
		HEAD "participants: [{id: a, name: Ann Price, aliases: [AP]}]\n",
		"T 2026-04-01 p1=a=Ann Price{AP}"},
	{"a_surname_before_jr",
		HEAD "participants: [{id: a, name: \"Ann Stone, Jr.\"}]\n",
		"T 2026-04-01 p1=a=Ann Stone, Jr.\n"
		"~3:30 the surname of 'Ann Stone, Jr.' is also an ordinary word, give an alias to "
		"call them by"},
	{"a_first_name_that_is_a_word",
		HEAD "participants: [{id: a, name: Rose Example}]\n",
		"T 2026-04-01 p1=a=Rose Example"},
	{"every_key_of_an_item",
		HEAD "themes: [{id: x, label: X, keywords: [k]}]\nparticipants: [{id: a, name: "
		"A}]\n"
		"items:\n  - id: brief\n    title: Briefing\n    kind: briefing\n    minutes: 15\n"
		"    lead: a\n    limit: 2m\n    rule: open\n    themes: [x]\n"
		"    questions: [\"Why?\"]\n    cue: Be kind\n",
		"T 2026-04-01 #x=X{k} p1=a=A /brief=Briefing 15m briefing lead=a limit=2m open #x "
		"{Why?} cue=Be kind"},
	{"items_without_ids",
		HEAD "items:\n  - {title: One, minutes: 5}\n  - {title: Two, minutes: 5}\n",
		"T 2026-04-01 /item-1=One 5m /item-2=Two 5m"},
	{"an_id_that_another_has_by_default",
		HEAD "items:\n  - {title: One, minutes: 5}\n  - {id: item-1, title: Two, minutes: "
		"5}\n",
		"5:10 item id 'item-1' is used twice, first on line 4"},
	{"an_item_without_minutes",
		HEAD "items: [{title: One}]\n",
		"3:9 an item needs the key 'minutes'"},
	{"minutes_that_are_no_number",
		HEAD "items: [{title: One, minutes: ten}]\n",
		"3:31 minutes must be a whole number from 1 to 480, not 'ten'"},
	{"minutes_as_a_duration",
		HEAD "items: [{title: One, minutes: 10m}]\n",
		"3:31 minutes must be a whole number from 1 to 480, not '10m'"},
	{"minutes_beyond_a_day",
		HEAD "items: [{title: One, minutes: 481}]\n",
		"3:31 minutes must be a whole number from 1 to 480, not '481'"},
	{"minutes_of_none",
		HEAD "items: [{title: One, minutes: 0}]\n",
		"3:31 minutes must be a whole number from 1 to 480, not '0'"},
	{"a_key_of_an_item_misspelt",
		HEAD "items: [{title: One, minuts: 10}]\n",
		"3:22 unknown key 'minuts', did you mean 'minutes'?"},
	{"an_unknown_kind",
		HEAD "items: [{title: One, minutes: 5, kind: breifing}]\n",
		"3:40 unknown kind 'breifing', did you mean 'briefing'?"},
	{"an_item_called_next",
		HEAD "items: [{id: next, title: One, minutes: 5}]\n",
		"3:14 item id 'next' is a word of /item, choose another"},
	{"a_lead_who_is_nobody",
		HEAD "participants: [{id: ury, name: U}]\n"
		"items: [{title: One, minutes: 5, lead: uri}]\n",
		"4:40 lead 'uri' is not in participants; nearest is 'ury'"},
	{"a_wrong_limit_and_rule",
		HEAD "items: [{title: One, minutes: 5, limit: x, rule: y}]\n",
		"3:41 limit must be a duration such as 90s, 3m or 1h30m, not 'x'\n"
		"3:50 rule must be one of chatham-house, open, closed, not 'y'"},
	{"a_theme_that_is_nothing",
		HEAD "themes: [{id: governance, label: G, keywords: [k]}]\n"
		"items: [{title: One, minutes: 5, themes: [governance, goverance]}]\n",
		"4:55 theme 'goverance' is not in themes; nearest is 'governance'"},
	{"a_theme_expected_twice_counts_once",
		HEAD "themes: [{id: g, label: G, keywords: [k]}]\n"
		"items: [{title: One, minutes: 5, themes: [g, g]}]\n",
		"T 2026-04-01 #g=G{k} /item-1=One 5m #g"},
	{"questions_that_are_a_word",
		HEAD "items: [{title: One, minutes: 5, questions: Why}]\n",
		"3:45 questions must be a list, not a text"},
	{"a_tour_de_table_that_does_not_fit",
		HEAD "participants: [{id: a, name: A}, {id: b, name: B}, {id: c, name: C, role: "
		"chair}]\nitems: [{title: One, minutes: 5, kind: tour-de-table}]\n",
		"T 2026-04-01 p1=a=A p2=b=B p3=c=C chair /item-1=One 5m tour-de-table\n"
		"~4:31 2 participants at 3m each need 6m, the tour-de-table has 5m; a limit of "
		"2m30s would fit"},
	{"a_tour_de_table_that_just_fits",
		HEAD "participants: [{id: a, name: A}, {id: b, name: B}]\n"
		"items: [{title: One, minutes: 6, kind: tour-de-table}]\n",
		"T 2026-04-01 p1=a=A p2=b=B /item-1=One 6m tour-de-table"},
	{"a_tour_de_table_by_its_own_limit",
		HEAD "participants: [{id: a, name: A}, {id: b, name: B}]\n"
		"items: [{title: One, minutes: 5, kind: tour-de-table, limit: 4m}]\n",
		"T 2026-04-01 p1=a=A p2=b=B /item-1=One 5m tour-de-table limit=4m\n"
		"~4:31 2 participants at 4m each need 8m, the tour-de-table has 5m; a limit of "
		"2m30s would fit"},
	{"a_tour_de_table_by_the_limit_of_statements",
		HEAD "list: {limits: {statement: 1m}}\n"
		"participants: [{id: a, name: A}, {id: b, name: B}]\n"
		"items: [{title: One, minutes: 1, kind: tour-de-table}]\n",
		"T 2026-04-01 statement=1m p1=a=A p2=b=B /item-1=One 1m tour-de-table\n"
		"~5:31 2 participants at 1m each need 2m, the tour-de-table has 1m; a limit of "
		"30s would fit"},
	{"abbreviations",
		HEAD "abbreviations: {tcc: troop-contributing country, pcc: police}\n",
		"T 2026-04-01 tcc=troop-contributing country pcc=police"},
	{"an_abbreviation_of_two_words",
		HEAD "abbreviations: {t cc: x}\n",
		"3:17 an abbreviation must be one word without spaces, not 't cc'"},
	{"an_abbreviation_of_nothing",
		HEAD "abbreviations: {tcc: }\n",
		"3:22 tcc must be a text, not empty"},
	{"abbreviations_that_are_a_list",
		HEAD "abbreviations: [tcc]\n",
		"3:16 abbreviations must be a mapping of keys and values, not a list"},
	{"nothing_at_all",
		"",
		"1:1 nothing in it, an agenda begins with 'roundtable: agenda/1'"},
	{"a_word_instead",
		"hello\n",
		"1:1 the file must be a mapping of keys and values, not a text"},
	{"a_key_twice",
		HEAD "place: a\nplace: b\n",
		"4:1 key 'place' is given twice, first on line 3"},
	{"a_key_twice_inside",
		HEAD "items: [{title: One, minutes: 5, title: Two}]\n",
		"3:34 key 'title' is given twice, first on line 3"},
	{"an_anchor",
		HEAD "place: &here a\n",
		"3:8 anchor '&here' is not read, write the value out where it is wanted"},
	{"an_alias",
		HEAD "place: *here\n",
		"3:8 alias '*here' is not read, write the value out"},
	{"a_tag",
		HEAD "place: !!str a\n",
		"3:8 a tag ('!…') is not read, leave it out"},
	{"a_tag_on_a_list",
		HEAD "items: !x []\n",
		"3:8 a tag ('!…') is not read, leave it out"},
	{"a_merge_key",
		HEAD "<<: {place: x}\n",
		"3:1 unknown key '<<': merge keys are not read, write the keys out"},
	{"a_directive",
		"%YAML 1.1\n---\nroundtable: agenda/1\ntitle: T\n",
		"1:1 directives (%YAML, %TAG) are not read, leave them out"},
	{"a_second_document",
		HEAD "---\nplace: x\n",
		"3:1 a second document begins here, an agenda is one"},
	{"a_control_character",
		HEAD "place: \"a\\x07b\"\n",
		"3:8 control character in a value, write text only"},
	{"a_control_character_past_ascii",
		HEAD "place: \"a\\x9Bb\"\n",
		"3:8 control character in a value, write text only"},
	{"a_control_character_in_a_key",
		HEAD "abbreviations: {\"a\\x1Bb\": x}\n",
		"3:17 control character in a key, write text only"},
	{"a_newline_is_a_space",
		HEAD "place: \"a\\nb\"\n",
		"T 2026-04-01 in a b"},
	{"a_list_as_a_key",
		HEAD "? [a]\n: b\n",
		"3:3 a key must be a word, not a list"},
	{"sixteen_levels_are_no_error_of_depth",
		HEAD "x: [[[[[[[[[[[[[[[]]]]]]]]]]]]]]]\n",
		"3:1 unknown key 'x', an agenda has roundtable, title, date, starts, timezone, "
		"place, rule, podium, seal, list, framework, themes, participants, "
		"participants-from, items, abbreviations"},
	{"seventeen_levels",
		HEAD "x: [[[[[[[[[[[[[[[[]]]]]]]]]]]]]]]]\n",
		"3:19 nested too deep, at most 16 levels"},
	{"yaml_that_does_not_close",
		HEAD "items: [a\n",
		"4:1 not YAML: while parsing a flow sequence, did not find expected ',' or ']'"},
	{"an_indent_by_tab",
		HEAD "list:\n\tlimit: 3m\n",
		"4:1 not YAML: while scanning for the next token, found character that cannot "
		"start any token; indent with spaces, not with tabs"},
	{"a_value_that_begins_with_at",
		HEAD "place: @home\n",
		"3:8 not YAML: while scanning for the next token, found character that cannot "
		"start any token; put the value in quotes"},
	{"two_and_twenty_mistakes_are_cut_to_twenty",
		HEAD "items:\n  - {title: One, minutes: x0}\n  - {title: One, minutes: x1}\n"
		"  - {title: One, minutes: x2}\n  - {title: One, minutes: x3}\n"
		"  - {title: One, minutes: x4}\n  - {title: One, minutes: x5}\n"
		"  - {title: One, minutes: x6}\n  - {title: One, minutes: x7}\n"
		"  - {title: One, minutes: x8}\n  - {title: One, minutes: x9}\n"
		"  - {title: One, minutes: x10}\n  - {title: One, minutes: x11}\n"
		"  - {title: One, minutes: x12}\n  - {title: One, minutes: x13}\n"
		"  - {title: One, minutes: x14}\n  - {title: One, minutes: x15}\n"
		"  - {title: One, minutes: x16}\n  - {title: One, minutes: x17}\n"
		"  - {title: One, minutes: x18}\n  - {title: One, minutes: x19}\n"
		"  - {title: One, minutes: x20}\n  - {title: One, minutes: x21}\n",
		"4:27 minutes must be a whole number from 1 to 480, not 'x0'\n"
		"5:27 minutes must be a whole number from 1 to 480, not 'x1'\n"
		"6:27 minutes must be a whole number from 1 to 480, not 'x2'\n"
		"7:27 minutes must be a whole number from 1 to 480, not 'x3'\n"
		"8:27 minutes must be a whole number from 1 to 480, not 'x4'\n"
		"9:27 minutes must be a whole number from 1 to 480, not 'x5'\n"
		"10:27 minutes must be a whole number from 1 to 480, not 'x6'\n"
		"11:27 minutes must be a whole number from 1 to 480, not 'x7'\n"
		"12:27 minutes must be a whole number from 1 to 480, not 'x8'\n"
		"13:27 minutes must be a whole number from 1 to 480, not 'x9'\n"
		"14:27 minutes must be a whole number from 1 to 480, not 'x10'\n"
		"15:27 minutes must be a whole number from 1 to 480, not 'x11'\n"
		"16:27 minutes must be a whole number from 1 to 480, not 'x12'\n"
		"17:27 minutes must be a whole number from 1 to 480, not 'x13'\n"
		"18:27 minutes must be a whole number from 1 to 480, not 'x14'\n"
		"19:27 minutes must be a whole number from 1 to 480, not 'x15'\n"
		"20:27 minutes must be a whole number from 1 to 480, not 'x16'\n"
		"21:27 minutes must be a whole number from 1 to 480, not 'x17'\n"
		"22:27 minutes must be a whole number from 1 to 480, not 'x18'\n"
		"23:27 minutes must be a whole number from 1 to 480, not 'x19'"},
	{"mistakes_of_all_kinds_stand_in_order",
		HEAD "themes: [{id: a, label: A, keywords: [x], parent: zz}]\nplace: *x\nnope: 1\n"
		"rule: x\n",
		"3:51 parent 'zz' is not in themes, name an id from there\n"
		"4:8 alias '*x' is not read, write the value out\n"
		"5:1 unknown key 'nope', an agenda has roundtable, title, date, starts, timezone, "
		"place, rule, podium, seal, list, framework, themes, participants, "
		"participants-from, items, abbreviations\n"
		"6:7 rule must be one of chatham-house, open, closed, not 'x'"},
};

static void read_it(void **state)
{
	const struct row *row = *state;
	struct buffer out = BUFFER_EMPTY;
	char got[4096];
	char *path = file_with("read.yaml", row->yaml, strlen(row->yaml));

	show_file(&out, path, strstr(row->yaml, "timezone:") != NULL);
	unlink(path);
	free(path);
	snprintf(got, sizeof got, "%s", out.bytes);
	buffer_release(&out);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, read_it)
