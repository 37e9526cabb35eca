/* SPDX-License-Identifier: MIT */
/* test_report_views.c - the shapes of show --json, the record and the views for people, exactly. */
#include "unit/cases.h"
#include "unit/meeting.h"

#include "report/report.h"

#define AGENDA                                                                                     \
	"roundtable: agenda/1\ntitle: Test\ntimezone: UTC\n"                                       \
	"framework: {title: The plan, priorities: [{id: ready, label: Be ready}]}\n"               \
	"themes:\n"                                                                                \
	"  - {id: money, label: Money, keywords: [purse], priority: ready}\n"                      \
	"  - {id: hours, label: Hours, keywords: [clock], parent: money}\n"                        \
	"participants:\n"                                                                          \
	"  - {id: ann, name: Ann Olsen, title: Clerk, affiliation: Registry, role: chair,\n"       \
	"     attributes: {region: north}}\n"                                                      \
	"  - {id: bob, name: Bob Birch, affiliation: Harbour, attributes: {region: south}}\n"      \
	"items:\n"                                                                                 \
	"  - {id: talk, title: Talk, minutes: 10}\n"                                               \
	"  - {id: rest, title: Rest, kind: break, minutes: 5}\n"

/* Notes and action points of every kind. */
#define NOTES                                                                                      \
	"/item talk\n/floor ann\nIt takes long, @bob says #money #hours\n:support Yes #money\n"    \
	"~ Between us\nDropped\n/drop rapporteur-7\n"                                              \
	"! Publish it @bob due:2026-05-01 pri:high #hours\n/action rapporteur-4 Speed up\n"        \
	"/edit rapporteur-5 Yes, yes\n/confirm rapporteur-9"

/* A list, a floor and an interrupted speech. */
#define FLOOR                                                                                      \
	"/item talk\n/speak ann, bob\n/next\n/speak bob as order\n/next\n"                       \
	"/speak ann as reply about rice"

/* Two who speak, within a budget. */
#define FAIR                                                                                       \
	"roundtable: agenda/1\ntitle: Test\ntimezone: UTC\nlist: {budget: 5s}\n"                   \
	"participants:\n"                                                                          \
	"  - {id: bob, name: Bob Birch, affiliation: Harbour}\n"                                   \
	"  - {id: cyd, name: Cyd Carr, affiliation: Forest}\n"                                     \
	"items:\n"                                                                                 \
	"  - {id: talk, title: Talk, minutes: 10}\n"

struct row {
	const char *name;
	const char *agenda;
	const char *lines;
	int view;          /* enum view; TEXT + a view: for people; VIEWS: the record */
	const char *expected;
};

enum { TEXT = 100 };

static const struct row rows[] = {
	{"summary_before_anything", AGENDA, "", VIEW_SUMMARY,
		"{\"title\":\"Test\",\"rule\":\"chatham-house\",\"state\":\"open\",\"item\":null,"
		"\"notes\":0,\"actions\":0,\"agreed\":0,\"conflicts\":0,\"seats\":[]}\n"},
	{"summary", AGENDA, NOTES, VIEW_SUMMARY,
		"{\"title\":\"Test\",\"rule\":\"chatham-house\",\"state\":\"open\","
		"\"item\":\"talk\",\"notes\":3,\"actions\":2,\"agreed\":0,\"conflicts\":0,"
		"\"seats\":[\"rapporteur\"]}\n"},
	{"agenda", AGENDA, "/item talk\n/item rest\n/theme late Late", VIEW_AGENDA,
		"{\"title\":\"Test\",\"items\":[{\"id\":\"talk\",\"title\":\"Talk\","
		"\"kind\":\"discussion\",\"minutes\":10,\"state\":\"done\"},{\"id\":\"rest\","
		"\"title\":\"Rest\",\"kind\":\"break\",\"minutes\":5,\"state\":\"now\"}],"
		"\"themes\":[{\"id\":\"money\",\"label\":\"Money\",\"parent\":null,"
		"\"priority\":\"ready\"},{\"id\":\"hours\",\"label\":\"Hours\","
		"\"parent\":\"money\",\"priority\":null},{\"id\":\"late\",\"label\":\"Late\","
		"\"parent\":null,\"priority\":null}],\"framework\":{\"title\":\"The plan\","
		"\"priorities\":[{\"id\":\"ready\",\"label\":\"Be ready\"}]}}\n"},
	{"floor_before_anything", AGENDA, "", VIEW_FLOOR,
		"{\"item\":null,\"list_closed\":false,\"policy\":\"arrival\",\"floor\":null,"
		"\"paused\":[],\"list\":[],"
		"\"figures\":{\"waiting\":0,\"needs_ms\":0,\"left_ms\":null,"
		"\"fits_ms\":null,\"more\":0,\"close_by\":null,\"item_end\":null,"
		"\"meeting_end\":null,\"drift_ms\":null},\"suggestion\":null}\n"},
	{"floor_with_an_interrupted_speech", AGENDA, FLOOR, VIEW_FLOOR,
		"{\"item\":\"talk\",\"list_closed\":false,\"policy\":\"arrival\","
		"\"floor\":{\"who\":\"bob\",\"kind\":\"order\",\"state\":\"speaking\","
		"\"elapsed_ms\":10000,\"limit_ms\":180000},\"paused\":[{\"who\":\"ann\","
		"\"kind\":\"statement\",\"state\":\"paused\",\"elapsed_ms\":20000,"
		"\"limit_ms\":180000}],\"list\":[{\"who\":\"ann\",\"kind\":\"reply\","
		"\"why\":\"reply to bob\",\"turns\":1,\"spoken_ms\":20000,\"about\":\"rice\"},"
		"{\"who\":\"bob\",\"kind\":\"statement\",\"why\":\"asked 14:00\",\"turns\":1,"
		"\"spoken_ms\":10000}],\"figures\":{\"waiting\":2,\"needs_ms\":690000,"
		"\"left_ms\":550000,\"fits_ms\":40000,\"more\":0,"
		"\"close_by\":\"2026-04-16T13:58:40.000Z\","
		"\"item_end\":\"2026-04-16T14:12:30.000Z\",\"meeting_end\":null,"
		"\"drift_ms\":null},\"suggestion\":null}\n"},
	{"floor_of_somebody_not_yet_named", AGENDA, "/floor ?\n/list close", VIEW_FLOOR,
		"{\"item\":null,\"list_closed\":true,\"policy\":\"arrival\","
		"\"floor\":{\"who\":null,\"kind\":\"statement\",\"state\":\"speaking\","
		"\"elapsed_ms\":10000,\"limit_ms\":180000},\"paused\":[],\"list\":[],"
		"\"figures\":{\"waiting\":0,\"needs_ms\":170000,\"left_ms\":null,"
		"\"fits_ms\":null,\"more\":0,\"close_by\":null,\"item_end\":null,"
		"\"meeting_end\":null,\"drift_ms\":null},\"suggestion\":null}\n"},
	{"floor_balanced", AGENDA, "/policy balance region", VIEW_FLOOR,
		"{\"item\":null,\"list_closed\":false,\"policy\":\"balance\","
		"\"balance_by\":\"region\",\"floor\":null,\"paused\":[],\"list\":[],"
		"\"figures\":{\"waiting\":0,\"needs_ms\":0,\"left_ms\":null,"
		"\"fits_ms\":null,\"more\":0,\"close_by\":null,\"item_end\":null,"
		"\"meeting_end\":null,\"drift_ms\":null},\"suggestion\":null}\n"},
	{"floor_with_a_suggestion", FAIR, "/item talk\n/floor bob\n/end\n/speak bob, cyd",
		VIEW_FLOOR,
		"{\"item\":\"talk\",\"list_closed\":false,\"policy\":\"arrival\",\"floor\":null,"
		"\"paused\":[],\"list\":[{\"who\":\"bob\",\"kind\":\"statement\",\"why\":\"asked "
		"14:00\",\"turns\":1,\"spoken_ms\":10000},{\"who\":\"cyd\",\"kind\":\"statement\","
		"\"why\":\"asked 14:00\",\"turns\":0,\"spoken_ms\":0}],\"figures\":{\"waiting\":2,"
		"\"needs_ms\":360000,\"left_ms\":570000,\"fits_ms\":285000,\"more\":1,"
		"\"close_by\":\"2026-04-16T14:04:10.000Z\","
		"\"item_end\":\"2026-04-16T14:10:10.000Z\","
		"\"meeting_end\":null,\"drift_ms\":null},\"suggestion\":{\"who\":\"cyd\","
		"\"reason\":\"not heard yet; the first on the list 0:10 in 1 turn\"}}\n"},
	{"floor_with_a_fairer_one_called", FAIR,
		"/item talk\n/floor bob\n/end\n/speak bob, cyd\n/next cyd", VIEW_FLOOR,
		"{\"item\":\"talk\",\"list_closed\":false,\"policy\":\"arrival\",\"floor\":{"
		"\"who\":\"cyd\","
		"\"kind\":\"statement\",\"state\":\"speaking\",\"elapsed_ms\":0,"
		"\"limit_ms\":180000,"
		"\"reason\":\"not heard yet; the first on the list 0:10 in 1 turn\"},"
		"\"paused\":[],\"list\":[{\"who\":\"bob\",\"kind\":\"statement\",\"why\":\"asked "
		"14:00\",\"turns\":1,\"spoken_ms\":10000}],\"figures\":{\"waiting\":1,"
		"\"needs_ms\":360000,\"left_ms\":560000,\"fits_ms\":380000,\"more\":1,"
		"\"close_by\":\"2026-04-16T14:04:10.000Z\","
		"\"item_end\":\"2026-04-16T14:10:10.000Z\","
		"\"meeting_end\":null,\"drift_ms\":null},\"suggestion\":null}\n"},
	{"floor_with_a_question_whose_speech_is_over", FAIR,
		"/item talk\n/floor bob\n/speak cyd as question\n/end", VIEW_FLOOR,
		"{\"item\":\"talk\",\"list_closed\":false,\"policy\":\"arrival\",\"floor\":null,"
		"\"paused\":[],\"list\":[{\"who\":\"cyd\",\"kind\":\"question\",\"why\":\"question "
		"to bob\",\"turns\":0,\"spoken_ms\":0,\"parked\":true}],\"figures\":{\"waiting\":1,"
		"\"needs_ms\":180000,\"left_ms\":570000,\"fits_ms\":null,\"more\":2,"
		"\"close_by\":\"2026-04-16T14:07:10.000Z\","
		"\"item_end\":\"2026-04-16T14:10:10.000Z\","
		"\"meeting_end\":null,\"drift_ms\":null},\"suggestion\":null}\n"},
	{"time_with_a_budget", FAIR, "/item talk\n/floor bob\n/end", VIEW_TIME,
		"{\"items\":[{\"id\":\"talk\",\"planned_ms\":600000,\"used_ms\":20000}],"
		"\"people\":[{\"who\":\"bob\",\"turns\":1,\"spoken_ms\":10000},{\"who\":\"cyd\","
		"\"turns\":0,\"spoken_ms\":0}],\"delegations\":[{\"name\":\"Harbour\","
		"\"turns\":1,\"spoken_ms\":10000,\"rights_of_reply\":{},\"budget_left_ms\":-5000},"
		"{\"name\":\"Forest\",\"turns\":0,\"spoken_ms\":0,\"rights_of_reply\":{},"
		"\"budget_left_ms\":5000}],\"chair\":{\"turns\":0,\"spoken_ms\":0},"
		"\"attributes\":{}}\n"},
	{"notes", AGENDA, NOTES, VIEW_NOTES,
		"[{\"id\":\"rapporteur-4\",\"kind\":\"point\",\"text\":\"It takes long,"
		" @bob says\",\"themes\":[\"money\",\"hours\"],\"by\":\"bob\",\"item\":\"talk\","
		"\"at\":\"2026-04-16T14:00:30.000Z\",\"seat\":\"rapporteur\","
		"\"off_record\":false,\"edited\":false},{\"id\":\"rapporteur-5\","
		"\"kind\":\"support\",\"text\":\"Yes, yes\",\"themes\":[\"money\"],"
		"\"by\":\"ann\",\"item\":\"talk\",\"at\":\"2026-04-16T14:00:40.000Z\","
		"\"seat\":\"rapporteur\",\"off_record\":false,\"edited\":true},"
		"{\"id\":\"rapporteur-6\",\"kind\":\"point\",\"text\":\"Between us\","
		"\"themes\":[],\"by\":\"ann\",\"item\":\"talk\","
		"\"at\":\"2026-04-16T14:00:50.000Z\",\"seat\":\"rapporteur\",\"off_record\":true,"
		"\"edited\":false}]\n"},
	{"notes_of_none", AGENDA, "", VIEW_NOTES,
		"[]\n"},
	{"a_note_with_hostile_text", AGENDA, "A \"quote\" and a \\ and é", VIEW_NOTES,
		"[{\"id\":\"rapporteur-2\",\"kind\":\"point\","
		"\"text\":\"A \\\"quote\\\" and a \\\\ and é\",\"themes\":[],\"by\":null,"
		"\"item\":null,\"at\":\"2026-04-16T14:00:10.000Z\",\"seat\":\"rapporteur\","
		"\"off_record\":false,\"edited\":false}]\n"},
	{"actions", AGENDA, NOTES, VIEW_ACTIONS,
		"[{\"id\":\"rapporteur-9\",\"text\":\"Publish it\",\"owners\":[\"bob\"],"
		"\"due\":\"2026-05-01\",\"priority\":\"high\",\"status\":\"open\","
		"\"themes\":[\"hours\"],\"item\":\"talk\",\"at\":\"2026-04-16T14:01:20.000Z\","
		"\"source\":null,\"confirmed\":true,\"missing\":[],\"off_record\":false},"
		"{\"id\":\"rapporteur-10\",\"text\":\"Speed up\",\"owners\":[],\"due\":null,"
		"\"priority\":\"normal\",\"status\":\"open\",\"themes\":[\"money\",\"hours\"],"
		"\"item\":\"talk\",\"at\":\"2026-04-16T14:01:30.000Z\","
		"\"source\":\"rapporteur-4\",\"confirmed\":false,\"missing\":[\"owner\",\"due\"],"
		"\"off_record\":false}]\n"},
	{"themes", AGENDA, NOTES "\n/digit 7 hours\nNew #pay-day", VIEW_THEMES,
		"[{\"id\":\"money\",\"label\":\"Money\",\"digit\":1,\"new\":false,\"notes\":2,"
		"\"actions\":1,\"speakers\":2,\"spoken_ms\":110000,\"items\":[\"talk\"],"
		"\"last\":\"2026-04-16T14:01:30.000Z\",\"stance\":{\"support\":1,\"concern\":0,"
		"\"reservation\":0,\"agreed\":0}},{\"id\":\"hours\",\"label\":\"Hours\","
		"\"digit\":7,\"new\":false,\"notes\":1,\"actions\":2,\"speakers\":2,"
		"\"spoken_ms\":110000,\"items\":[\"talk\"],\"last\":\"2026-04-16T14:01:30.000Z\","
		"\"stance\":{\"support\":0,\"concern\":0,\"reservation\":0,\"agreed\":0}},"
		"{\"id\":\"pay-day\",\"label\":\"pay-day\",\"digit\":2,\"new\":true,\"notes\":1,"
		"\"actions\":0,\"speakers\":1,\"spoken_ms\":110000,\"items\":[\"talk\"],"
		"\"last\":\"2026-04-16T14:02:10.000Z\",\"stance\":{\"support\":0,\"concern\":0,"
		"\"reservation\":0,\"agreed\":0}}]\n"},
	{"merged_themes", AGENDA, "A #money\nB #hours\n/merge hours money", VIEW_THEMES,
		"[{\"id\":\"money\",\"label\":\"Money\",\"digit\":1,\"new\":false,\"notes\":2,"
		"\"actions\":0,\"speakers\":0,\"spoken_ms\":0,\"items\":[],"
		"\"last\":\"2026-04-16T14:00:20.000Z\",\"stance\":{\"support\":0,\"concern\":0,"
		"\"reservation\":0,\"agreed\":0}}]\n"},
	{"people", AGENDA, "/away bob\n/person cat Cat Cole; Cook; Galley", VIEW_PEOPLE,
		"[{\"id\":\"ann\",\"number\":\"p1\",\"name\":\"Ann Olsen\",\"title\":\"Clerk\","
		"\"affiliation\":\"Registry\",\"delegation\":\"Registry\",\"role\":\"chair\","
		"\"here\":true,\"attributes\":{\"region\":\"north\"}},{\"id\":\"bob\","
		"\"number\":\"p2\",\"name\":\"Bob Birch\",\"title\":null,"
		"\"affiliation\":\"Harbour\",\"delegation\":\"Harbour\",\"role\":\"participant\","
		"\"here\":false,\"attributes\":{\"region\":\"south\"}},{\"id\":\"cat\","
		"\"number\":\"p-rapporteur-3\",\"name\":\"Cat Cole\",\"title\":\"Cook\","
		"\"affiliation\":\"Galley\",\"delegation\":\"Galley\",\"role\":\"participant\","
		"\"here\":true,\"attributes\":{}}]\n"},
	{"somebody_undone_is_not_there", AGENDA, "/person cat Cat Cole\n/undo\nSaid @ann so",
		VIEW_PEOPLE,
		"[{\"id\":\"ann\",\"number\":\"p1\",\"name\":\"Ann Olsen\",\"title\":\"Clerk\","
		"\"affiliation\":\"Registry\",\"delegation\":\"Registry\",\"role\":\"chair\","
		"\"here\":true,\"attributes\":{\"region\":\"north\"}},{\"id\":\"bob\","
		"\"number\":\"p2\",\"name\":\"Bob Birch\",\"title\":null,"
		"\"affiliation\":\"Harbour\",\"delegation\":\"Harbour\",\"role\":\"participant\","
		"\"here\":true,\"attributes\":{\"region\":\"south\"}}]\n"},
	{"time", AGENDA, FLOOR, VIEW_TIME,
		"{\"items\":[{\"id\":\"talk\",\"planned_ms\":600000,\"used_ms\":50000},"
		"{\"id\":\"rest\",\"planned_ms\":300000,\"used_ms\":0}],"
		"\"people\":[{\"who\":\"ann\",\"turns\":1,\"spoken_ms\":20000},{\"who\":\"bob\","
		"\"turns\":1,\"spoken_ms\":10000}],\"delegations\":[{\"name\":\"Registry\","
		"\"turns\":0,\"spoken_ms\":0,\"rights_of_reply\":{}},{\"name\":\"Harbour\","
		"\"turns\":1,\"spoken_ms\":10000,\"rights_of_reply\":{}}],"
		"\"chair\":{\"turns\":1,\"spoken_ms\":20000},"
		"\"attributes\":{\"region\":[{\"value\":\"south\",\"turns\":1,"
		"\"spoken_ms\":10000}]}}\n"},
	{"record_before_anything", AGENDA, "", VIEWS,
		"roundtable: record/1\n"
		"summary:\n"
		"  title: \"Test\"\n"
		"  rule: \"chatham-house\"\n"
		"  state: \"open\"\n"
		"  item: null\n"
		"  notes: 0\n"
		"  actions: 0\n"
		"  agreed: 0\n"
		"  conflicts: 0\n"
		"  seats: []\n"
		"agenda:\n"
		"  title: \"Test\"\n"
		"  items:\n"
		"  - {id: \"talk\", title: \"Talk\", kind: \"discussion\", minutes: 10,"
		" state: \"ahead\"}\n"
		"  - {id: \"rest\", title: \"Rest\", kind: \"break\", minutes: 5,"
		" state: \"ahead\"}\n"
		"  themes:\n"
		"  - {id: \"money\", label: \"Money\", parent: null, priority: \"ready\"}\n"
		"  - {id: \"hours\", label: \"Hours\", parent: \"money\", priority: null}\n"
		"  framework: {title: \"The plan\", priorities: [{id: \"ready\","
		" label: \"Be ready\"}]}\n"
		"floor:\n"
		"  item: null\n"
		"  list_closed: false\n"
		"  policy: \"arrival\"\n"
		"  floor: null\n"
		"  paused: []\n"
		"  list: []\n"
		"notes: []\n"
		"actions: []\n"
		"themes:\n"
		"- {id: \"money\", label: \"Money\", digit: 1, new: false, notes: 0, actions: 0,"
		" speakers: 0, spoken_ms: 0, items: [], last: null, stance: {support: 0,"
		" concern: 0, reservation: 0, agreed: 0}}\n"
		"- {id: \"hours\", label: \"Hours\", digit: 2, new: false, notes: 0, actions: 0,"
		" speakers: 0, spoken_ms: 0, items: [], last: null, stance: {support: 0,"
		" concern: 0, reservation: 0, agreed: 0}}\n"
		"time:\n"
		"  items:\n"
		"  - {id: \"talk\", planned_ms: 600000, used_ms: 0}\n"
		"  - {id: \"rest\", planned_ms: 300000, used_ms: 0}\n"
		"  people:\n"
		"  - {who: \"p1\", turns: 0, spoken_ms: 0}\n"
		"  - {who: \"p2\", turns: 0, spoken_ms: 0}\n"
		"  delegations:\n"
		"  - {name: \"d1\", turns: 0, spoken_ms: 0, rights_of_reply: {}}\n"
		"  - {name: \"d2\", turns: 0, spoken_ms: 0, rights_of_reply: {}}\n"
		"  chair: {turns: 0, spoken_ms: 0}\n"
		"  attributes: {}\n"},
	{"record", AGENDA, FLOOR "\nIt takes long, @bob says #money\n! Publish @ann", VIEWS,
		"roundtable: record/1\n"
		"summary:\n"
		"  title: \"Test\"\n"
		"  rule: \"chatham-house\"\n"
		"  state: \"open\"\n"
		"  item: \"talk\"\n"
		"  notes: 1\n"
		"  actions: 1\n"
		"  agreed: 0\n"
		"  conflicts: 0\n"
		"  seats:\n"
		"  - \"rapporteur\"\n"
		"agenda:\n"
		"  title: \"Test\"\n"
		"  items:\n"
		"  - {id: \"talk\", title: \"Talk\", kind: \"discussion\", minutes: 10,"
		" state: \"now\"}\n"
		"  - {id: \"rest\", title: \"Rest\", kind: \"break\", minutes: 5,"
		" state: \"ahead\"}\n"
		"  themes:\n"
		"  - {id: \"money\", label: \"Money\", parent: null, priority: \"ready\"}\n"
		"  - {id: \"hours\", label: \"Hours\", parent: \"money\", priority: null}\n"
		"  framework: {title: \"The plan\", priorities: [{id: \"ready\","
		" label: \"Be ready\"}]}\n"
		"floor:\n"
		"  item: \"talk\"\n"
		"  list_closed: false\n"
		"  policy: \"arrival\"\n"
		"  floor: {who: \"p2\", kind: \"order\", state: \"speaking\", elapsed_ms: 30000,"
		" limit_ms: 180000}\n"
		"  paused:\n"
		"  - {who: \"p1\", kind: \"statement\", state: \"paused\", elapsed_ms: 20000,"
		" limit_ms: 180000}\n"
		"  list:\n"
		"  - {who: \"p1\", kind: \"reply\", why: \"reply to p2\", turns: 1,"
		" spoken_ms: 20000, about: \"rice\"}\n"
		"  - {who: \"p2\", kind: \"statement\", why: \"asked 14:00\", turns: 1,"
		" spoken_ms: 30000}\n"
		"notes:\n"
		"- {id: \"rapporteur-9\", kind: \"point\", text: \"It takes long, {p2} says\","
		" themes: [\"money\"], by: \"p2\", item: \"talk\","
		" at: \"2026-04-16T14:01:10.000Z\", seat: \"rapporteur\", off_record: false,"
		" edited: false}\n"
		"actions:\n"
		"- {id: \"rapporteur-10\", text: \"Publish\", owners: [\"p1\"], due: null,"
		" priority: \"normal\", status: \"open\", themes: [], item: \"talk\","
		" at: \"2026-04-16T14:01:20.000Z\", source: null, confirmed: false,"
		" missing: [\"due\"], off_record: false}\n"
		"themes:\n"
		"- {id: \"money\", label: \"Money\", digit: 1, new: false, notes: 1, actions: 0,"
		" speakers: 1, spoken_ms: 30000, items: [\"talk\"],"
		" last: \"2026-04-16T14:01:10.000Z\", stance: {support: 0, concern: 0,"
		" reservation: 0, agreed: 0}}\n"
		"- {id: \"hours\", label: \"Hours\", digit: 2, new: false, notes: 0, actions: 0,"
		" speakers: 0, spoken_ms: 0, items: [], last: null, stance: {support: 0,"
		" concern: 0, reservation: 0, agreed: 0}}\n"
		"time:\n"
		"  items:\n"
		"  - {id: \"talk\", planned_ms: 600000, used_ms: 70000}\n"
		"  - {id: \"rest\", planned_ms: 300000, used_ms: 0}\n"
		"  people:\n"
		"  - {who: \"p1\", turns: 1, spoken_ms: 20000}\n"
		"  - {who: \"p2\", turns: 1, spoken_ms: 30000}\n"
		"  delegations:\n"
		"  - {name: \"d1\", turns: 0, spoken_ms: 0, rights_of_reply: {}}\n"
		"  - {name: \"d2\", turns: 1, spoken_ms: 30000, rights_of_reply: {}}\n"
		"  chair: {turns: 1, spoken_ms: 20000}\n"
		"  attributes: {}\n"},
	{"summary_for_people", AGENDA, NOTES, TEXT + VIEW_SUMMARY,
		"Title          Test\n"
		"Rule           chatham-house\n"
		"State          open\n"
		"Item           Talk\n"
		"Notes          3, 0 of them agreed\n"
		"Action points  2, 2 of them open\n"
		"Seats          rapporteur\n"},
	{"agenda_for_people", AGENDA, "/item talk", TEXT + VIEW_AGENDA,
		"now  talk  discussion  10 min  Talk\n"
		"     rest  break        5 min  Rest\n"},
	{"floor_for_people", AGENDA, FLOOR, TEXT + VIEW_FLOOR,
		"Item   talk\n"
		"List   open, arrival\n"
		"Floor  bob  order      0:10 of 3:00\n"
		"Waits  ann  statement  0:20 of 3:00, paused\n"
		"  1  ann  reply      reply to bob\n"
		"  2  bob  statement  asked 14:00\n"
		"Time   2 waiting, needed 11:30, left 9:10, /limit 0:40 would fit, the item ends"
		" 14:12\n"},
	{"floor_free_for_people", AGENDA, "", TEXT + VIEW_FLOOR,
		"Item   none runs\n"
		"List   open, arrival\n"
		"Floor  free\n"},
	{"floor_with_a_suggestion_for_people", FAIR,
		"/item talk\n/floor bob\n/end\n/speak bob, cyd", TEXT + VIEW_FLOOR,
		"Item   talk\n"
		"List   open, arrival\n"
		"Floor  free\n"
		"  1  bob  statement  asked 14:00\n"
		"  2  cyd  statement  asked 14:00\n"
		"Time   2 waiting, needed 6:00, left 9:30, close the list by 14:04,"
		" the item ends 14:10\n"
		"Fairer cyd, not heard yet; the first on the list 0:10 in 1 turn\n"},
	{"floor_with_a_question_whose_speech_is_over_for_people", FAIR,
		"/item talk\n/floor bob\n/speak cyd as question\n/end", TEXT + VIEW_FLOOR,
		"Item   talk\n"
		"List   open, arrival\n"
		"Floor  free\n"
		"  1  cyd  question  question to bob, whose speech is over\n"
		"Time   1 waiting, needed 3:00, left 9:30, close the list by 14:07,"
		" the item ends 14:10\n"},
	{"floor_balanced_for_people", AGENDA, "/policy balance region", TEXT + VIEW_FLOOR,
		"Item   none runs\n"
		"List   open, balance by region\n"
		"Floor  free\n"},
	{"floor_balanced_by_delegation_for_people", AGENDA, "/policy balance",
		TEXT + VIEW_FLOOR,
		"Item   none runs\n"
		"List   open, balance by delegation\n"
		"Floor  free\n"},
	{"notes_for_people", AGENDA, NOTES, TEXT + VIEW_NOTES,
		"14:00  rapporteur-4  point    bob  talk  #money #hours  It takes long,"
		" @bob says\n"
		"14:00  rapporteur-5  support  ann  talk  #money         Yes, yes (edited)\n"
		"14:00  rapporteur-6  point    ann  talk                 [off the record] Between"
		" us\n"},
	{"actions_for_people", AGENDA, NOTES, TEXT + VIEW_ACTIONS,
		"rapporteur-9   open  2026-05-01   high  confirmed  bob            #hours        "
		" Publish it\n"
		"rapporteur-10  open  due missing                   owner missing  #money #hours "
		" Speed up\n"},
	{"themes_for_people", AGENDA, NOTES, TEXT + VIEW_THEMES,
		"   theme  notes  actions  speakers  time  last   label\n"
		"1  money      2        1         2  1:30  14:01  Money\n"
		"2  hours      1        2         2  1:30  14:01  Hours\n"},
	{"people_for_people", AGENDA, "/away bob", TEXT + VIEW_PEOPLE,
		"ann  chair        here  Ann Olsen  Clerk  Registry\n"
		"bob  participant  away  Bob Birch         Harbour\n"},
	{"time_for_people", AGENDA, FLOOR, TEXT + VIEW_TIME,
		"Items\n"
		"  talk  0:50  of 10:00\n"
		"  rest  0:00  of 5:00\n"
		"People, turns and time\n"
		"  ann  1  0:20\n"
		"  bob  1  0:10\n"
		"Delegations\n"
		"  Harbour  1  0:10\n"
		"Counted apart\n"
		"  chair  1  0:20\n"
		"By region\n"
		"  south  1  0:10\n"},
};

static void put(struct buffer *out, const struct session *s, int view)
{
	if (view == VIEWS)
		record_write(out, s);
	else if (view >= TEXT)
		view_write_text(out, s, (enum view)(view - TEXT), NO_TIME);
	else
		view_write_json(out, s, (enum view)view, NO_TIME);
}

static void shows(void **state)
{
	const struct row *row = *state;
	struct meeting m;
	struct buffer out = BUFFER_EMPTY;
	static char got[16384];
	char *lines = mem_text(row->lines), *rest = lines;

	meeting_open(&m, row->agenda);
	for (char *line = strtok_r(rest, "\n", &rest); line; line = strtok_r(NULL, "\n", &rest))
		meeting_do(&m, "rapporteur", line);
	put(&out, &m.session, row->view);
	snprintf(got, sizeof got, "%s", out.bytes);
	meeting_close(&m);
	buffer_release(&out);
	free(lines);
	assert_string_equal(got, row->expected);
}

CASES_MAIN(rows, shows)
