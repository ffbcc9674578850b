/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the agenda comes to: time boxes that run out, what is late, when it ends. */
#include "run.h"

#include "base/mem.h"
#include "model/plan.h"

#include <string.h>

static const struct state {
	int64_t seconds;
	int minutes;
	enum box box;
	const char *words;
} states[] = {
	{ 0, 10, BOX_ENOUGH, "" },
	{ 479, 10, BOX_ENOUGH, "" },
	{ 480, 10, BOX_SHORT, "2 min left" },
	{ 481, 10, BOX_SHORT, "2 min left" },
	{ 540, 10, BOX_SHORT, "1 min left" },
	{ 569, 10, BOX_SHORT, "1 min left" },
	{ 570, 10, BOX_LAST, "wrap up" },
	{ 600, 10, BOX_LAST, "wrap up" },
	{ 601, 10, BOX_OVER, "over 00:01" },
	{ 730, 10, BOX_OVER, "over 02:10" },
	{ 600 + 6000, 10, BOX_OVER, "over 100:00" },
	{ 48, 1, BOX_SHORT, "1 min left" },
	{ 0, 0, BOX_LAST, "wrap up" },
	{ 1, 0, BOX_OVER, "over 00:01" },
	{ 1440 * 60 * 4 / 5, 1440, BOX_SHORT, "288 min left" },
};

START_TEST(words_of_a_time_box)
{
	struct str out;

	str_init(&out);
	ck_assert_int_eq(box_state(states[_i].seconds, states[_i].minutes), states[_i].box);
	box_words(states[_i].seconds, states[_i].minutes, &out);
	ck_assert_str_eq(out.data, states[_i].words);
	str_release(&out);
}
END_TEST

#define MODULES 4

static struct step steps[MODULES][1] = {
	{ { .key = (char[]){ "a/s" } } }, { { .key = (char[]){ "b/s" } } }, { { .key = (char[]){ "c/s" } } },
	{ { .key = (char[]){ "d/s" } } },
};
static struct module modules[MODULES] = {
	{ .id = (char[]){ "a" }, .steps = steps[0], .step_count = 1 },
	{ .id = (char[]){ "b" }, .steps = steps[1], .step_count = 1 },
	{ .id = (char[]){ "c" }, .steps = steps[2], .step_count = 1 },
	{ .id = (char[]){ "d" }, .steps = steps[3], .step_count = 1 },
};
static struct bank bank = { .modules = modules, .module_count = MODULES };

static const struct day {
	const char *place;
	int64_t running;
	struct {
		int minutes, planned;
		int64_t seconds;
		bool dropped;
	} modules[MODULES];
	int minutes, spent, left, late;
} days[] = {
	/* Before it begins. */
	{ "", 0, { { 10, -1, 0, 0 }, { 20, -1, 0, 0 }, { 5, -1, 0, 0 }, { 5, -1, 0, 1 } }, 35, 0, 35, 0 },
	/* The first took two minutes more, the second is not over. */
	{ "b/s", 60, { { 10, 10, 720, 0 }, { 20, 20, 0, 0 }, { 5, 5, 0, 0 }, { 5, 5, 0, 0 } }, 40, 13, 29, 2 },
	/* The second is over its box by three. */
	{ "b/s", 80, { { 10, 10, 600, 0 }, { 20, 20, 1300, 0 }, { 5, 5, 0, 0 }, { 5, 5, 0, 0 } }, 40, 33, 10, 3 },
	/* The first took less. */
	{ "b/s", 0, { { 10, 10, 300, 0 }, { 20, 20, 0, 0 }, { 5, 5, 0, 0 }, { 5, 5, 0, 0 } }, 40, 5, 30, -5 },
	/* A module that was left out: what it took counts all the same. */
	{ "c/s", 0, { { 10, 10, 600, 0 }, { 20, 20, 240, 1 }, { 5, 5, 0, 0 }, { 5, 5, 0, 0 } }, 20, 10, 10, -16 },
	/* One that came later, and one that was made longer. */
	{ "a/s", 0, { { 15, 10, 0, 0 }, { 20, 20, 0, 0 }, { 5, 5, 0, 0 }, { 5, -1, 0, 0 } }, 45, 0, 45, 10 },
	/* Passed over for now, it is still to come. */
	{ "c/s", 30, { { 10, 10, 600, 0 }, { 20, 20, 0, 0 }, { 5, 5, 0, 0 }, { 5, 5, 0, 0 } }, 40, 10, 30, 0 },
};

START_TEST(how_the_agenda_stands)
{
	const struct day *day = &days[_i];
	struct session *session = session_new();
	struct plan plan;

	session->bank = &bank;
	session->agenda = mem_strdup("");
	session->modules = mem_zalloc(MODULES, sizeof *session->modules);
	session->module_count = MODULES;
	for (int i = 0; i < MODULES; i++)
		session->modules[i] = (struct session_module){ &modules[i], day->modules[i].minutes,
			day->modules[i].planned, day->modules[i].dropped, day->modules[i].seconds };
	session_lay_out(session);
	mem_set(&session->place, day->place);
	plan_init(&plan, session, day->running);
	ck_assert_int_eq(plan.minutes, day->minutes);
	ck_assert_int_eq(plan.spent, day->spent);
	ck_assert_int_eq(plan.left, day->left);
	ck_assert_int_eq(plan.late, day->late);
	session->bank = NULL;
	session_free(session);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("plan");
	TCase *tcase = tcase_create("plan");

	tcase_add_loop_test(tcase, words_of_a_time_box, 0, (int)COUNT_OF(states));
	tcase_add_loop_test(tcase, how_the_agenda_stands, 0, (int)COUNT_OF(days));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
