/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The summary: where the sides stand, what the answers say, what was not reached. */
#include "report/gaps.h"
#include "report/harmony.h"
#include "report/summary.h"

#include "base/date.h"
#include "base/mem.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* A module with one scale that tells where it stands. */
struct topic {
	int weight;
	const char *own[SIDES]; /* a digit each, persons in the same order; '-' for no answer */
	bool open;              /* not revealed */
	bool anonymous;
};

static void set_step(struct step *step, const char *module, const char *id, const char *kind)
{
	step->id = mem_strdup(id);
	step->key = mem_printf("%s/%s", module, id);
	step->kind = mem_strdup(kind);
	step->prompt = mem_printf("Prompt %s/%s", module, id);
}

static void set_module(struct module *module, const char *id, const char *title, size_t steps)
{
	module->id = mem_strdup(id);
	module->title = mem_strdup(title);
	module->weight = 10;
	module->step_count = steps;
	module->steps = mem_zalloc(steps, sizeof *module->steps);
}

static struct session *make(size_t modules)
{
	struct session *session = session_new();
	struct bank *bank = mem_zalloc(1, sizeof *bank);

	bank->title = mem_strdup("Bank");
	bank->version = mem_strdup("1");
	bank->sides[0] = (struct side){ mem_strdup("sales"), mem_strdup("Sales") };
	bank->sides[1] = (struct side){ mem_strdup("works"), mem_strdup("Works") };
	bank->modules = mem_zalloc(modules, sizeof *bank->modules);
	bank->module_count = modules;
	session->bank = bank;
	session->n_min = 3;
	mem_set(&session->title, "Session");
	mem_set(&session->organisation, "");
	mem_set(&session->facilitator, "");
	mem_set(&session->agenda, "all");
	session->date = date_parse("2026-05-01");
	session->modules = mem_zalloc(modules, sizeof *session->modules);
	session->module_count = session->module_capacity = modules;
	for (size_t i = 0; i < modules; i++)
		session->modules[i].module = &bank->modules[i];
	return session;
}

static void add_ballot(struct progress *progress, int person, int side, const char *own, const char *guess)
{
	struct ballot *ballot;

	progress->ballots = mem_grow(progress->ballots, &progress->ballot_capacity, progress->ballot_count,
		sizeof *progress->ballots);
	ballot = &progress->ballots[progress->ballot_count++];
	*ballot = (struct ballot){ .person = person, .side = side };
	ballot->answers[OWN] = mem_strdup(own);
	ballot->answers[PREDICTION] = guess ? mem_strdup(guess) : NULL;
}

static void add_answers(struct progress *progress, const char *const own[SIDES])
{
	for (int side = 0; side < SIDES; side++)
		for (int i = 0; own[side] && own[side][i]; i++) {
			char answer[2] = { own[side][i], '\0' };

			if (answer[0] != '-')
				add_ballot(progress, progress->step->anonymous ? 0 : 10 * side + i + 1, side, answer,
					NULL);
		}
}

static struct session *make_topics(const struct topic *topics, size_t count)
{
	struct session *session = make(count);

	for (size_t i = 0; i < count; i++) {
		struct module *module = &session->bank->modules[i];
		char id[8] = { (char)('a' + i), '\0' };

		set_module(module, id, id, 1);
		module->weight = topics[i].weight;
		set_step(module->steps, id, "level", "scale");
		module->steps->points = 5;
		module->steps->low = mem_strdup("low");
		module->steps->high = mem_strdup("high");
		module->steps->level = mem_strdup(id);
		module->steps->anonymous = topics[i].anonymous;
	}
	session_lay_out(session);
	for (size_t i = 0; i < count; i++) {
		session->steps[i].state = topics[i].open ? STEP_COLLECTING : STEP_REVEALED;
		add_answers(&session->steps[i], topics[i].own);
	}
	return session;
}

static char *text_of(const struct session *session, void (*write)(const struct session *session, struct doc *doc))
{
	struct doc doc = { 0 };
	struct layout layout;
	struct str text;

	str_init(&text);
	write(session, &doc);
	layout_init(&layout, &doc, 200);
	layout_text(&layout, &text);
	layout_release(&layout);
	doc_release(&doc);
	return text.data;
}

static void has(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "'%s' is not in:\n%s", part, text);
}

static void has_not(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) == NULL, "'%s' is in:\n%s", part, text);
}

/*
 * Seven modules and two that nobody reached: weight 80 of 100, 35.4 from 32.1 to 38.8. The sides are 3, 4, 5, 5, 6, 6
 * and 18 ninths of a step apart.
 */
#define EXAMPLE \
	{ 15, { "223", "233" }, false, false }, { 10, { "212", "322" }, false, false }, \
		{ 10, { "332", "323" }, false, false }, { 10, { "121", "343" }, false, false }, \
		{ 15, { "222", "122" }, false, false }, { 10, { "323", "232" }, false, false }, \
		{ 10, { "434", "333" }, false, false }
static const struct topic example[] = {
	EXAMPLE, { 10, { NULL, NULL }, true, false }, { 10, { NULL, NULL }, true, false },
};
/* The same with what nobody may see yet, or ever: it changes nothing. */
static const struct topic more[] = {
	EXAMPLE, { 10, { "555", "555" }, true, false }, { 10, { "555", "55" }, false, true },
};
/* All of one mind: the range is a point on the border of two bands, 40. */
static const struct topic alike[] = {
	{ 20, { "333", "333" }, false, false }, { 20, { "333", "333" }, false, false },
	{ 20, { "333", "333" }, false, false }, { 20, { "333", "333" }, false, false },
	{ 20, { "111", "111" }, false, false },
};
static const struct topic few[] = { { 90, { "222", "222" }, false, false }, { 10, { "222", "222" }, false, false } };
static const struct topic light[] = {
	{ 10, { "222", "222" }, false, false }, { 10, { "222", "222" }, false, false },
	{ 10, { "222", "222" }, false, false }, { 10, { "222", "222" }, false, false },
	{ 10, { "222", "222" }, false, false }, { 50, { NULL, NULL }, true, false },
};
static const struct topic even[] = {
	{ 10, { "333", "333" }, false, false }, { 10, { "333", "333" }, false, false },
	{ 10, { "333", "333" }, false, false }, { 10, { "333", "333" }, false, false },
	{ 10, { "333", "333" }, false, false },
};
static const struct topic thin[] = {
	{ 10, { "22", "222" }, false, false }, { 10, { "22", "222" }, false, false },
	{ 10, { "22", "222" }, false, false }, { 10, { "22", "222" }, false, false },
	{ 10, { "22", "222" }, false, false },
};

static const struct {
	const struct topic *topics;
	size_t count;
	enum harmony_state state;
	const char *sentence;
} standings[] = {
	{ example, COUNT_OF(example), HARMONY_SHOWN,
	  "Harmony: 30 to 40 of 100, wary. It moves with one person or one topic.\n"
	  "On a typical one of these questions the sides are 0.6 steps apart.\n" },
	{ more, COUNT_OF(more), HARMONY_SHOWN,
	  "Harmony: 30 to 40 of 100, wary. It moves with one person or one topic.\n"
	  "On a typical one of these questions the sides are 0.6 steps apart.\n" },
	/* One topic left out: 37.5 or 50. */
	{ alike, COUNT_OF(alike), HARMONY_SHOWN, "Harmony: 35 to 50 of 100, from wary to dealing." },
	{ even, COUNT_OF(even), HARMONY_SHOWN,
	  "Harmony: 50 to 50 of 100, dealing. No one person and no one topic moves it.\n" },
	{ few, COUNT_OF(few), HARMONY_FEW_MODULES,
	  "Harmony is not shown: fewer than 5 topics were answered by both sides." },
	{ light, COUNT_OF(light), HARMONY_LITTLE_WEIGHT,
	  "Harmony is not shown: the topics that weigh most were not answered by both sides." },
	{ thin, COUNT_OF(thin), HARMONY_FEW_PEOPLE,
	  "Harmony is not shown: it needs 3 people of Sales and as many of Works." },
};

START_TEST(tells_where_the_sides_stand)
{
	struct session *session = make_topics(standings[_i].topics, standings[_i].count);
	char *text = text_of(session, harmony_write);
	struct harmony found;

	ck_assert(harmony_measure(session, &found));
	ck_assert_int_eq(found.state, standings[_i].state);
	has(text, "Where the two sides stand");
	has(text, standings[_i].sentence);
	free(text);
	session_free(session);
}
END_TEST

START_TEST(tells_nothing_where_nothing_is_asked)
{
	struct session *session = make_topics(example, COUNT_OF(example));
	struct harmony found;
	char *text;

	for (size_t i = 0; i < session->bank->module_count; i++)
		mem_set(&session->bank->modules[i].steps->level, NULL);
	ck_assert(!harmony_measure(session, &found));
	text = text_of(session, harmony_write);
	ck_assert_str_eq(text, "");
	free(text);
	session_free(session);
}
END_TEST

/* The medians beside it: dA of 2 and guesses that are 3 and 0 steps off. */
START_TEST(sets_the_distances_beside_it)
{
	struct session *session = make_topics(alike, COUNT_OF(alike));
	char *text;

	for (size_t i = 0; i < session->step_count; i++) {
		struct progress *progress = &session->steps[i];

		for (size_t b = 0; b < progress->ballot_count; b++) {
			struct ballot *ballot = &progress->ballots[b];

			mem_set(&ballot->answers[OWN], ballot->side ? "3" : "1");
			mem_set(&ballot->answers[PREDICTION], ballot->side ? "4" : "3");
		}
	}
	text = text_of(session, harmony_write);
	has(text, "the sides are 2.0 steps apart, and their guesses 1.5 steps off.");
	free(text);
	session_free(session);
}
END_TEST

static void add_item(struct session *session, enum item_kind kind, const char *step, const char *text)
{
	session->items = mem_grow(session->items, &session->item_capacity, session->item_count, sizeof *session->items);
	session->items[session->item_count] = (struct item){ .id = (int)session->item_count + 1, .kind = kind,
		.step = mem_strdup(step), .text = mem_strdup(text), .owner = mem_strdup(""), .due = DAY_NONE,
		.yes = { mem_strdup(""), mem_strdup("") }, .dissent = mem_strdup("") };
	session->item_count++;
}

static void write_gaps(const struct session *session, struct doc *doc)
{
	gaps_write(session, DETAIL_FULL, doc);
}

START_TEST(names_what_is_open_first)
{
	static const struct topic topics[] = {
		{ 10, { "444", "444" }, false, false }, { 10, { "333", "555" }, false, false },
		{ 10, { "111", "555" }, false, false }, { 10, { "111", "111" }, false, false },
		{ 10, { "111", "555" }, true, false },
	};
	struct session *session = make_topics(topics, COUNT_OF(topics));
	char *text;

	add_item(session, ITEM_PARKED, "c/level", "a later day");
	text = text_of(session, write_gaps);
	ck_assert_str_eq(text,
		"What the answers say\n"
		"--------------------\n"
		"Nothing was agreed about these yet:\n"
		"  Gap: Prompt b/level The sides are 2.0 steps apart.\n"
		"  Weakness: Prompt d/level Both see it low: together at 1.0 of 5.\n"
		"\n"
		"What became of these:\n"
		"  Gap: Prompt c/level Parked: a later day\n"
		"\n"
		"On 1 of 4 questions the sides agree, and nothing needs to be done.\n\n");
	free(text);
	session_free(session);
}
END_TEST

/* The short account says with each question what became of it. */
START_TEST(says_below_what_became_of_it)
{
	static const struct topic topics[] = {
		{ 10, { "444", "444" }, false, false }, { 10, { "333", "555" }, false, false },
		{ 10, { "111", "555" }, false, false }, { 10, { "111", "222" }, false, false },
	};
	struct session *session = make_topics(topics, COUNT_OF(topics));
	struct str text;

	str_init(&text);
	add_item(session, ITEM_PARKED, "c/level", "a later day");
	add_item(session, ITEM_DIFFER, "d/level", "as it is");
	summary_text(session, NULL, DETAIL_SHORT, &text);
	has(text.data, "Nothing was agreed about these yet:\n"
		       "  Gap: Prompt b/level The sides are 2.0 steps apart.\n"
		       "\n"
		       "What became of 2 other questions stands with each of them below.\n"
		       "On 1 of 4 questions the sides agree");
	has(text.data, "1.1  Prompt a/level\n"
		       "     Sales  \xc2\xb7 \xc2\xb7 \xc2\xb7 \xe2\x97\x8f\xe2\x97\x8f\xe2\x97\x8f \xc2\xb7   Works  "
		       "\xc2\xb7 \xc2\xb7 \xc2\xb7 \xe2\x97\x8f\xe2\x97\x8f\xe2\x97\x8f \xc2\xb7  alike\n");
	has(text.data, " 2.0 apart: open\n");
	has(text.data, " 4.0 apart: parked\n");
	has(text.data, " low (1.5): differ\n");
	str_release(&text);
	session_free(session);
}
END_TEST

START_TEST(says_nothing_before_a_reveal)
{
	static const struct topic topics[] = { { 10, { "111", "555" }, true, false } };
	struct session *session = make_topics(topics, 1);
	char *text = text_of(session, write_gaps);

	ck_assert_str_eq(text, "");
	free(text);
	session_free(session);
}
END_TEST

/*
 * A day that stopped half-way: an opening, a module that is through, one that was begun, one that was not, one left
 * out, a lunch, a talk in which nothing is asked that was held, and one that was not.
 */
static struct session *half_way(void)
{
	static const char *const titles[] = { "Opening", "Through", "Begun", "Waiting", "Dropped", "Lunch", "Held",
					      "Unheld" };
	struct session *session = make(COUNT_OF(titles));

	for (size_t i = 0; i < COUNT_OF(titles); i++) {
		struct module *module = &session->bank->modules[i];
		bool asks = i >= 1 && i <= 4;

		set_module(module, titles[i], titles[i], i == 5 ? 0 : asks ? 3 : 1);
		module->aside = i == 0 || i == 5;
		for (size_t s = 0; s < module->step_count; s++) {
			const char *const ids[] = { "one", "two", "three" };

			set_step(&module->steps[s], titles[i], ids[s], asks && s > 0 ? "scale" : "brief");
			module->steps[s].text = mem_strdup("Text");
			module->steps[s].points = asks && s > 0 ? 5 : 0;
			module->steps[s].low = mem_strdup("low");
			module->steps[s].high = mem_strdup("high");
		}
	}
	session->modules[4].dropped = true;
	session->modules[6].seconds = 600;
	session_lay_out(session);
	return session;
}

static void reveal(struct session *session, const char *step)
{
	struct progress *progress = &session->steps[session_step(session, step)];

	add_answers(progress, (const char *const[]){ "444", "444" });
	progress->state = STEP_REVEALED;
}

START_TEST(names_what_was_not_reached)
{
	struct session *session = half_way();
	struct str text;
	char *unreached, *end;

	reveal(session, "Through/two");
	reveal(session, "Through/three");
	reveal(session, "Begun/two");
	add_answers(&session->steps[session_step(session, "Begun/three")], (const char *const[]){ "4", "" });
	str_init(&text);
	summary_text(session, NULL, DETAIL_FULL, &text);
	unreached = strstr(text.data, "What was not reached");
	ck_assert_ptr_nonnull(unreached);
	end = strstr(unreached, "\nTime\n");
	ck_assert_ptr_nonnull(end);
	*end = '\0';
	has(unreached, "\n"
		"  \xe2\x80\xa2 Waiting (the whole module)\n"
		"  \xe2\x80\xa2 Dropped (left out of the agenda)\n"
		"  \xe2\x80\xa2 Unheld (the whole module)\n"
		"  \xe2\x80\xa2 Begun: Prompt Begun/three (answered, not revealed)\n");
	has_not(unreached, "Opening");
	has_not(unreached, "Lunch");
	has_not(unreached, "Held (");
	has_not(unreached, "Through:");
	has_not(unreached, "one");
	has(text.data, "1  Through\n");
	has(text.data, "2  Begun\n");
	has_not(text.data, "\n3  ");
	str_release(&text);
	session_free(session);
}
END_TEST

/* Where time ran out before the reveal, the room was there all the same. */
START_TEST(names_what_was_answered_in_a_module_without_a_result)
{
	struct session *session = half_way();
	struct str text;

	add_answers(&session->steps[session_step(session, "Waiting/two")], (const char *const[]){ "4", "" });
	str_init(&text);
	summary_text(session, NULL, DETAIL_SHORT, &text);
	has(text.data, "  \xe2\x80\xa2 Waiting (the whole module: 1 question was answered, and not\n    revealed)\n");
	has(text.data, "  \xe2\x80\xa2 Begun (the whole module)\n");
	str_release(&text);
	session_free(session);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("report");
	TCase *tc = tcase_create("report");

	tcase_add_loop_test(tc, tells_where_the_sides_stand, 0, (int)COUNT_OF(standings));
	tcase_add_test(tc, tells_nothing_where_nothing_is_asked);
	tcase_add_test(tc, sets_the_distances_beside_it);
	tcase_add_test(tc, names_what_is_open_first);
	tcase_add_test(tc, says_below_what_became_of_it);
	tcase_add_test(tc, says_nothing_before_a_reveal);
	tcase_add_test(tc, names_what_was_not_reached);
	tcase_add_test(tc, names_what_was_answered_in_a_module_without_a_result);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
