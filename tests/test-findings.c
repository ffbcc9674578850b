/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the questions of a session came to, in which order, in which words, and what was done about them. */
#include "instrument/findings.h"
#include "instrument/instrument.h"

#include "base/date.h"
#include "base/mem.h"
#include "model/fate.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A session of one module whose steps are those of a question each. */
struct question {
	const char *id, *kind;
	enum step_by by;
	bool anonymous;
	int points;         /* of a scale; else 0 */
	const char *own[SIDES], *guesses[SIDES]; /* answers with spaces between; "_" for none */
	bool hidden;
};

static const char *const option_ids[] = { "a", "b", "c", "d" };

static void add_options(struct step *step)
{
	step->option_count = COUNT_OF(option_ids);
	step->options = mem_zalloc(step->option_count, sizeof *step->options);
	for (size_t i = 0; i < step->option_count; i++) {
		step->options[i].id = mem_strdup(option_ids[i]);
		step->options[i].text = mem_printf("Option %s", option_ids[i]);
	}
}

static struct session *make(const struct question *questions, size_t count, int n_min)
{
	struct session *session = session_new();
	struct bank *bank = mem_zalloc(1, sizeof *bank);
	struct module *module;

	bank->sides[0] = (struct side){ mem_strdup("sales"), mem_strdup("Sales") };
	bank->sides[1] = (struct side){ mem_strdup("works"), mem_strdup("Works") };
	bank->module_count = 1;
	module = bank->modules = mem_zalloc(1, sizeof *bank->modules);
	module->id = mem_strdup("m");
	module->title = mem_strdup("Module");
	module->step_count = count;
	module->steps = mem_zalloc(count, sizeof *module->steps);
	for (size_t i = 0; i < count; i++) {
		struct step *step = &module->steps[i];

		step->id = mem_strdup(questions[i].id);
		step->key = mem_printf("m/%s", questions[i].id);
		step->kind = mem_strdup(questions[i].kind);
		step->prompt = mem_printf("Prompt %s", questions[i].id);
		step->by = questions[i].by;
		step->anonymous = questions[i].anonymous;
		step->points = questions[i].points;
		if (!questions[i].points && strcmp(questions[i].kind, "number") != 0)
			add_options(step);
	}
	session->bank = bank;
	session->n_min = n_min;
	session->modules = mem_zalloc(1, sizeof *session->modules);
	session->modules[0].module = module;
	session->module_count = session->module_capacity = 1;
	session_lay_out(session);
	return session;
}

/* The nth of words with spaces between, for free(); NULL for "_" and past the end. */
static char *word_at(const char *words, int n)
{
	size_t length;

	if (!words)
		return NULL;
	for (; n > 0 && *words; n--) {
		words += strcspn(words, " ");
		words += *words == ' ';
	}
	length = strcspn(words, " ");
	return length == 0 || strncmp(words, "_", length) == 0 ? NULL : mem_strndup(words, length);
}

static int words_in(const char *words)
{
	int count = words && *words ? 1 : 0;

	for (; words && *words; words++)
		count += *words == ' ';
	return count;
}

static void answer(struct session *session, const struct question *questions, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct progress *progress = &session->steps[i];

		progress->state = questions[i].hidden ? STEP_COLLECTING : STEP_REVEALED;
		for (int side = 0; side < SIDES; side++)
			for (int n = 0; n < words_in(questions[i].own[side]); n++) {
				struct ballot *ballot;

				progress->ballots = mem_grow(progress->ballots, &progress->ballot_capacity,
					progress->ballot_count, sizeof *progress->ballots);
				ballot = &progress->ballots[progress->ballot_count++];
				*ballot = (struct ballot){ .side = side };
				ballot->answers[OWN] = word_at(questions[i].own[side], n);
				ballot->answers[PREDICTION] = word_at(questions[i].guesses[side], n);
			}
	}
}

static struct session *room_of(const struct question *questions, size_t count, int n_min)
{
	struct session *session = make(questions, count, n_min);

	answer(session, questions, count);
	return session;
}

static void add_item(struct session *session, enum item_kind kind, const char *step, const char *text)
{
	session->items = mem_grow(session->items, &session->item_capacity, session->item_count, sizeof *session->items);
	session->items[session->item_count] = (struct item){ .id = (int)session->item_count + 1, .kind = kind,
		.step = mem_strdup(step), .text = mem_strdup(text), .owner = mem_strdup(""), .due = DAY_NONE,
		.yes = { mem_strdup(""), mem_strdup("") }, .dissent = mem_strdup("") };
	session->item_count++;
}

static const struct question all[] = {
	{ "alike", "scale", BY_PERSON, false, 5, { "4 4 5", "4 5 4" }, { "4 4 4", "4 4 4" }, false },
	{ "low", "scale", BY_PERSON, false, 5, { "2 2 2", "2 2 1" }, { "2 2 2", "2 2 2" }, false },
	{ "apart", "scale", BY_PERSON, false, 5, { "2 1 2", "4 4 5" }, { "4 5 4", "2 2 1" }, false },
	{ "believed", "scale", BY_PERSON, false, 5, { "2 2 2", "4 5 4" }, { "2 3 2", "4 4 4" }, false },
	{ "half-believed", "scale", BY_PERSON, false, 5, { "2 2 1", "4 4 5" }, { "2 2 2", "1 2 2" }, false },
	{ "doubted", "scale", BY_PERSON, false, 5, { "4 4 5", "4 4 5" }, { "2 1 2", "2 2 3" }, false },
	{ "camps", "scale", BY_PERSON, false, 5, { "3 3 3", "1 1 5 5" }, { "3 3 3", "3 3 3 3" }, false },
	{ "spread", "scale", BY_PERSON, false, 5, { "1 2 3 4 5 5", "5 5 4 3 2 1" }, { NULL, NULL }, false },
	{ "empty", "scale", BY_PERSON, false, 5, { "3 ? -", "? ? -" }, { NULL, NULL }, false },
	{ "hidden", "scale", BY_PERSON, false, 5, { "1 1 1", "5 5 5" }, { NULL, NULL }, true },
	{ "room", "scale", BY_ROOM, false, 5, { "1", "5" }, { NULL, NULL }, false },
	{ "pick", "choice", BY_PERSON, false, 0, { "a a a b", "b b b b" }, { NULL, NULL }, false },
	{ "pick-most", "choice", BY_PERSON, false, 0, { "a a a", "b c d" }, { NULL, NULL }, false },
	{ "pick-split", "choice", BY_PERSON, false, 0, { "a a b b", "b b b b" }, { NULL, NULL }, false },
	{ "pick-same", "choice", BY_PERSON, false, 0, { "c c c", "c c ?" }, { NULL, NULL }, false },
	{ "pick-misread", "choice", BY_PERSON, false, 0, { "c c c", "c c c" }, { "a b c", "c c c" }, false },
	{ "pick-sides", "choice", BY_SIDE, false, 0, { "a", "b" }, { NULL, NULL }, false },
	{ "ticks", "checklist", BY_PERSON, false, 0, { "a,b a a a", "b c , d" }, { NULL, NULL }, false },
	{ "ticks-side", "checklist", BY_SIDE, false, 0, { "a,b,d", "a,b" }, { NULL, NULL }, false },
	{ "days", "number", BY_PERSON, false, 0, { "3 4 5", "9 10 30" }, { NULL, NULL }, false },
	{ "days-guess", "number", BY_PERSON, false, 0, { "10 10", "10 12" }, { "30 40", "10 10" }, false },
};

/* In the order of the list. */
static const struct {
	const char *id;
	enum verdict_kind kind;
	const char *sentence;
} expected[] = {
	/* 1 twice, 7/8, 3/4, 2/3 twice, 3/5, 7/12, 1/3; splits 1, 2/3, 1/2; the misread ones are all 2/3 */
	{ "pick-most", VERDICT_GAP, "Most of Sales say: Option a. Most of Works do not." },
	{ "pick-sides", VERDICT_GAP, "Sales: Option a. Works: Option b." },
	{ "ticks", VERDICT_GAP, "Most of Sales tick: Option a. Most of Works do not." },
	{ "pick", VERDICT_GAP, "Sales: Option a. Works: Option b." },
	{ "apart", VERDICT_GAP, "The sides are 2.7 steps apart." },
	{ "half-believed", VERDICT_GAP, "The sides are 2.7 steps apart; Sales believes that they agree." },
	{ "days", VERDICT_GAP, "The middle answer of Sales is 4, that of Works 10." },
	{ "believed", VERDICT_GAP, "The sides are 2.3 steps apart and believe that they agree." },
	{ "ticks-side", VERDICT_GAP, "Sales ticks: Option d. Works does not." },
	{ "camps", VERDICT_SPLIT, "Works is split within itself." },
	{ "spread", VERDICT_SPLIT,
	  "People differ, but not by side: 1.7 steps between the sides, no less within them." },
	{ "pick-split", VERDICT_SPLIT, "Sales is split within itself." },
	{ "low", VERDICT_WEAKNESS, "Both see it low: together at 1.8 of 5." },
	{ "doubted", VERDICT_MISREAD, "The sides agree, and neither expects it." },
	{ "pick-misread", VERDICT_MISREAD, "The sides agree, and Sales does not expect it." },
	{ "days-guess", VERDICT_MISREAD, "The sides agree, and Sales does not expect it." },
	{ "alike", VERDICT_AGREEMENT, "The sides see it alike." },
	{ "pick-same", VERDICT_AGREEMENT, "Most on both sides say: Option c" },
	{ "empty", VERDICT_NONE, "Too little was answered, or may be shown, to say." },
};

START_TEST(finds_what_deserves_time)
{
	struct session *session = room_of(all, COUNT_OF(all), 1);
	struct findings findings;

	findings_init(&findings, session);
	for (size_t i = 0; i < findings.count && i < COUNT_OF(expected); i++) {
		const struct finding *finding = &findings.items[i];

		ck_assert_str_eq(finding->progress->step->id, expected[i].id);
		ck_assert_msg(finding->verdict.kind == expected[i].kind, "%s: %d",
			expected[i].id, finding->verdict.kind);
		ck_assert_str_eq(finding->sentence, expected[i].sentence);
		ck_assert_ptr_null(finding->fate);
		ck_assert_int_eq(finding_is_open(finding), i < 16);
	}
	ck_assert_uint_eq(findings.count, COUNT_OF(expected));
	ck_assert_int_eq(findings_open(&findings), 16);
	ck_assert_int_eq(findings_of(&findings, VERDICT_SPLIT), 3);
	findings_release(&findings);
	session_free(session);
}
END_TEST

/* Of a side with too few answers nothing is concluded, and of the other nothing in comparison. */
static const struct {
	const char *kind;
	int points;
	const char *own[SIDES], *guesses[SIDES];
	int n_min;
	enum verdict_kind kept, named; /* the same answers, anonymous and not */
} secrets[] = {
	{ "scale", 5, { "1 1 1", "5 5" }, { NULL, NULL }, 3, VERDICT_NONE, VERDICT_GAP },
	{ "scale", 5, { "1 1 1", "5 5 5" }, { NULL, NULL }, 3, VERDICT_GAP, VERDICT_GAP },
	{ "scale", 5, { "1 1 1", "5 5 5" }, { NULL, NULL }, 5, VERDICT_NONE, VERDICT_GAP },
	{ "scale", 5, { "1 1 1", "5 5 ?" }, { NULL, NULL }, 3, VERDICT_NONE, VERDICT_GAP },
	{ "scale", 5, { "1 1 5 5", "5 5" }, { NULL, NULL }, 3, VERDICT_NONE, VERDICT_SPLIT },
	/* One guess among three answers would tell whose it is. */
	{ "scale", 5, { "4 4 4", "4 4 4" }, { "1 _ _", "4 4 4" }, 3, VERDICT_AGREEMENT, VERDICT_MISREAD },
	{ "scale", 5, { "4 4 4", "4 4 4" }, { "1 1 1", "4 4 4" }, 3, VERDICT_MISREAD, VERDICT_MISREAD },
	{ "choice", 0, { "a a a", "b b" }, { NULL, NULL }, 3, VERDICT_NONE, VERDICT_GAP },
	{ "choice", 0, { "a a a", "a a a" }, { "b _ _", "a a a" }, 3, VERDICT_AGREEMENT, VERDICT_MISREAD },
	{ "checklist", 0, { "a a a", "b b" }, { NULL, NULL }, 3, VERDICT_NONE, VERDICT_GAP },
	{ "number", 0, { "1 1 1", "9 9" }, { NULL, NULL }, 3, VERDICT_NONE, VERDICT_GAP },
	{ "number", 0, { "9 9 9", "9 9 9" }, { "1 _ _", "9 9 9" }, 3, VERDICT_AGREEMENT, VERDICT_MISREAD },
};

START_TEST(concludes_nothing_that_is_not_shown)
{
	for (int anonymous = 0; anonymous < 2; anonymous++) {
		struct question question = { "q", secrets[_i].kind, BY_PERSON, anonymous, secrets[_i].points,
					     { secrets[_i].own[0], secrets[_i].own[1] },
					     { secrets[_i].guesses[0], secrets[_i].guesses[1] }, false };
		struct session *session = room_of(&question, 1, secrets[_i].n_min);
		struct findings findings;

		findings_init(&findings, session);
		ck_assert_uint_eq(findings.count, 1);
		ck_assert_int_eq(findings.items[0].verdict.kind, anonymous ? secrets[_i].kept : secrets[_i].named);
		findings_release(&findings);
		session_free(session);
	}
}
END_TEST

/* A list of bad signs with bands is weighed by how much is ticked. */
static const struct {
	const char *own[SIDES];
	enum verdict_kind kind;
	const char *sentence;
} signs[] = {
	{ { "a", "b" }, VERDICT_AGREEMENT, "The sides see it alike." },
	{ { "a,b", "c" }, VERDICT_GAP, "Sales ticks 2: talk. Works ticks 1: watch." },
	{ { "a,b,c", "b,d" }, VERDICT_WEAKNESS, "Sales ticks 3: talk. Works ticks 2: talk." },
	{ { "a,b,c", "a,b,c,d" }, VERDICT_WEAKNESS, "Sales ticks 3: talk. Works ticks 4: act." },
	{ { ",", "," }, VERDICT_AGREEMENT, "The sides see it alike." },
	{ { "a,b,c", "?" }, VERDICT_NONE, "Too little was answered, or may be shown, to say." },
};

/* Where only so many may be ticked, a tick that is missing says nothing. */
START_TEST(compares_no_wishes)
{
	const struct question question = { "q", "checklist", BY_PERSON, false, 0, { "a a a", "b b b" },
					   { NULL, NULL }, false };
	struct session *session = room_of(&question, 1, 3);
	struct step *step = (struct step *)session->bank->modules[0].steps;
	struct findings findings;

	step->most = _i;
	findings_init(&findings, session);
	ck_assert_int_eq(findings.items[0].verdict.kind, _i ? VERDICT_NONE : VERDICT_GAP);
	findings_release(&findings);
	session_free(session);
}
END_TEST

START_TEST(weighs_signs_by_their_bands)
{
	static const struct band bands[] = { { 0, NULL }, { 2, NULL }, { 4, NULL } };
	static const char *const texts[] = { "watch", "talk", "act" };
	const struct question question = { "q", "checklist", BY_SIDE, false, 0,
					   { signs[_i].own[0], signs[_i].own[1] }, { NULL, NULL }, false };
	struct session *session = make(&question, 1, 3);
	struct step *step = session->bank->modules[0].steps;
	struct findings findings;

	step->band_count = COUNT_OF(bands);
	step->bands = mem_zalloc(step->band_count, sizeof *step->bands);
	for (size_t i = 0; i < step->band_count; i++)
		step->bands[i] = (struct band){ bands[i].from, mem_strdup(texts[i]) };
	answer(session, &question, 1);
	findings_init(&findings, session);
	ck_assert_int_eq(findings.items[0].verdict.kind, signs[_i].kind);
	ck_assert_str_eq(findings.items[0].sentence, signs[_i].sentence);
	findings_release(&findings);
	session_free(session);
}
END_TEST

START_TEST(has_the_fate_that_says_most)
{
	struct session *session = room_of(all, COUNT_OF(all), 1);
	struct findings findings;

	add_item(session, ITEM_NOTE, "m/low", "note");
	ck_assert_ptr_null(fate_of(session, "m/low"));
	add_item(session, ITEM_DIFFER, "m/low", "differ");
	ck_assert_str_eq(fate_of(session, "m/low")->text, "differ");
	add_item(session, ITEM_PARKED, "m/low", "parked");
	ck_assert_str_eq(fate_of(session, "m/low")->text, "parked");
	add_item(session, ITEM_ACTION, "m/low", "first action");
	add_item(session, ITEM_ACTION, "m/low", "second action");
	ck_assert_str_eq(fate_of(session, "m/low")->text, "first action");
	add_item(session, ITEM_DECISION, "m/apart", "elsewhere");
	add_item(session, ITEM_DECISION, "", "nowhere");
	ck_assert_str_eq(fate_of(session, "m/low")->text, "first action");
	add_item(session, ITEM_DECISION, "m/low", "decision");
	ck_assert_str_eq(fate_of(session, "m/low")->text, "decision");
	ck_assert_ptr_null(fate_of(session, "m/alike"));

	add_item(session, ITEM_DECISION, "m/alike", "on an agreement");
	findings_init(&findings, session);
	ck_assert_int_eq(findings_open(&findings), 14);
	for (size_t i = 0; i < findings.count; i++)
		ck_assert_ptr_eq(findings.items[i].fate, fate_of(session, findings.items[i].progress->step->key));
	findings_release(&findings);
	session_free(session);
}
END_TEST

/* Of three tellings, two may be unclear to both sides without anything being the matter. */
START_TEST(finds_no_weakness_in_a_telling)
{
	static const struct question questions[] = {
		{ "low", "scale", BY_PERSON, false, 5, { "2 2 2", "2 2 1" }, { NULL, NULL }, false },
		{ "apart", "scale", BY_PERSON, false, 5, { "2 1 2", "4 4 5" }, { NULL, NULL }, false },
	};
	struct session *session = room_of(questions, COUNT_OF(questions), 1);
	struct findings findings;

	for (size_t i = 0; i < COUNT_OF(questions); i++)
		session->bank->modules[0].steps[i].of = mem_strdup("m/text");
	findings_init(&findings, session);
	ck_assert_uint_eq(findings.count, 2);
	ck_assert_int_eq(findings.items[0].verdict.kind, VERDICT_GAP);
	ck_assert_int_eq(findings.items[1].verdict.kind, VERDICT_AGREEMENT);
	ck_assert_str_eq(findings.items[1].sentence, "The sides see it alike.");
	findings_release(&findings);
	session_free(session);
}
END_TEST

/* A brief that shows gaps names those that are open, and says so when there are none. */
START_TEST(a_brief_lists_what_is_open)
{
	static const char listed[] = "Read.\n\n"
				     "Gaps still open\n"
				     "  \xe2\x80\xa2 Prompt apart \xc2\xb7 Gap\n"
				     "  \xe2\x80\xa2 Prompt low \xc2\xb7 Weakness\n";
	static const char none[] = "Read.\n\n"
				   "Gaps still open\n"
				   "none\n";
	char text[] = "Read.";
	struct step step = { .text = text, .shows = 1u << ITEM_KINDS };
	struct progress progress = { .step = &step };
	struct session *session = room_of(all, 3, 1);
	struct doc doc = { 0 };
	struct layout layout;
	struct str out;

	if (_i) {
		add_item(session, ITEM_DIFFER, "m/low", "as it is");
		add_item(session, ITEM_PARKED, "m/apart", "later");
	}
	instrument_find("brief")->summarise(session, &progress, 1, &doc);
	layout_init(&layout, &doc, 76);
	str_init(&out);
	layout_text(&layout, &out);
	ck_assert_str_eq(out.data, _i ? none : listed);
	str_release(&out);
	layout_release(&layout);
	doc_release(&doc);
	session_free(session);
}
END_TEST

START_TEST(tells_scales_of_texts_apart)
{
	static const struct question questions[] = {
		{ "text", "text", BY_ROOM, false, 0, { NULL, NULL }, { NULL, NULL }, false },
		{ "scale", "scale", BY_PERSON, false, 5, { "4", "4" }, { NULL, NULL }, false },
	};
	struct session *session = room_of(questions, COUNT_OF(questions), 1);
	struct progress *text = &session->steps[0];
	struct findings findings;

	session->bank->modules[0].steps[1].of = mem_strdup("m/text");
	findings_init(&findings, session);
	ck_assert_str_eq(findings.items[0].question, "Prompt scale");
	findings_release(&findings);
	text->ballots = mem_grow(text->ballots, &text->ballot_capacity, 0, sizeof *text->ballots);
	text->ballots[text->ballot_count++] = (struct ballot){ .person = ANSWERER_ROOM, .side = SIDE_NONE,
		.answers = { mem_strdup("It lets us try in a week what took years on a wing") } };
	findings_init(&findings, session);
	ck_assert_str_eq(findings.items[0].question,
		"Prompt scale \xe2\x80\x9cIt lets us try in a week what took year\xe2\x80\xa6\xe2\x80\x9d");
	findings_release(&findings);
	session_free(session);
}
END_TEST

static void check_words(struct item *item, const char *word, const char *text, bool settled)
{
	char *whole = fate_text(item);

	ck_assert_str_eq(fate_word(item), word);
	ck_assert_str_eq(whole, text);
	ck_assert_int_eq(fate_is_settled(item), settled);
	free(whole);
}

START_TEST(tells_what_was_done)
{
	struct session *session = make(NULL, 0, 3);

	ck_assert_str_eq(fate_word(NULL), "open");
	ck_assert_ptr_null(fate_text(NULL));
	ck_assert(!fate_is_settled(NULL));
	add_item(session, ITEM_DECISION, "m/a", "we will");
	check_words(&session->items[0], "proposed", "Proposed: we will", false);
	mem_set(&session->items[0].yes[0], "Ana");
	check_words(&session->items[0], "proposed", "Proposed: we will", false);
	mem_set(&session->items[0].yes[1], "Dev");
	check_words(&session->items[0], "decided", "Decided: we will", true);
	add_item(session, ITEM_ACTION, "m/a", "count");
	check_words(&session->items[1], "action", "Action: count (nobody yet)", true);
	mem_set(&session->items[1].owner, "Ben");
	session->items[1].done = true;
	check_words(&session->items[1], "done", "Action: count (Ben)", true);
	add_item(session, ITEM_PARKED, "m/a", "later");
	check_words(&session->items[2], "parked", "Parked: later", true);
	add_item(session, ITEM_DIFFER, "m/a", "as it is");
	check_words(&session->items[3], "differ", "Agreed to differ: as it is", true);
	session_free(session);
}
END_TEST

START_TEST(has_words_for_everything)
{
	struct session *session = make(NULL, 0, 3);
	struct findings findings;

	for (int kind = 0; kind < VERDICT_KINDS; kind++) {
		ck_assert(verdict_name((enum verdict_kind)kind)[0] != '\0');
		ck_assert(verdict_word((enum verdict_kind)kind)[0] != '\0');
	}
	findings_init(&findings, session);
	ck_assert_uint_eq(findings.count, 0);
	ck_assert_int_eq(findings_open(&findings), 0);
	findings_release(&findings);
	session_free(session);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("findings");
	TCase *tc = tcase_create("findings");

	tcase_add_test(tc, finds_what_deserves_time);
	tcase_add_loop_test(tc, concludes_nothing_that_is_not_shown, 0, (int)COUNT_OF(secrets));
	tcase_add_loop_test(tc, weighs_signs_by_their_bands, 0, (int)COUNT_OF(signs));
	tcase_add_loop_test(tc, compares_no_wishes, 0, 2);
	tcase_add_test(tc, has_the_fate_that_says_most);
	tcase_add_test(tc, finds_no_weakness_in_a_telling);
	tcase_add_loop_test(tc, a_brief_lists_what_is_open, 0, 2);
	tcase_add_test(tc, tells_scales_of_texts_apart);
	tcase_add_test(tc, tells_what_was_done);
	tcase_add_test(tc, has_words_for_everything);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
