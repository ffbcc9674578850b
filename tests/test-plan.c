/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the agenda comes to: time boxes that run out, what is late, when it ends. */
#include "run.h"

#include "base/mem.h"
#include "base/random.h"
#include "model/outlook.h"
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

/* A session of such a day; only the modules' own structs are shared. */
static struct session *session_of(const struct day *day)
{
	struct session *session = session_new();

	session->bank = &bank;
	session->agenda = mem_strdup("");
	session->modules = mem_zalloc(MODULES, sizeof *session->modules);
	session->module_count = MODULES;
	for (int i = 0; i < MODULES; i++)
		session->modules[i] = (struct session_module){ &modules[i], day->modules[i].minutes,
			day->modules[i].planned, day->modules[i].dropped, day->modules[i].seconds };
	session_lay_out(session);
	mem_set(&session->place, day->place);
	return session;
}

static void session_drop(struct session *session)
{
	session->bank = NULL;
	session_free(session);
}

START_TEST(how_the_agenda_stands)
{
	const struct day *day = &days[_i];
	struct session *session = session_of(day);
	struct outlook outlook;
	struct plan plan;

	plan_init(&plan, session, day->running);
	ck_assert_int_eq(plan.minutes, day->minutes);
	ck_assert_int_eq(plan.spent, day->spent);
	ck_assert_int_eq(plan.left, day->left);
	ck_assert_int_eq(plan.late, day->late);
	outlook_init(&outlook, session, day->running);
	ck_assert_int_eq((outlook.left + 59) / 60, day->left);
	outlook_release(&outlook);
	session_drop(session);
}
END_TEST

/* The agenda is 40 minutes long, as planned. shrunk: 0 for a module that is left out. */
static const struct late {
	const char *kept; /* a letter for each module with keep */
	const char *aside;
	struct day day;
	int over, shrinks, shrunk[MODULES];
} lates[] = {
	{ "", "", { "a/s", 0, { { 10, 10, 0, 0 }, { 15, 15, 0, 0 }, { 10, 10, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  0, 0, { 10, 15, 10, 5 } },
	/* Six minutes over, in parts of 10 and 5 of what can be given. */
	{ "", "", { "a/s", 360, { { 10, 10, 600, 0 }, { 15, 15, 0, 0 }, { 10, 10, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  6, 6, { 10, 11, 8, 5 } },
	/* A second is a minute; it comes from the longest. */
	{ "", "", { "a/s", 1, { { 10, 10, 600, 0 }, { 15, 15, 0, 0 }, { 10, 10, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  1, 1, { 10, 14, 10, 5 } },
	/* More than they can give. */
	{ "", "", { "a/s", 1200, { { 10, 10, 600, 0 }, { 15, 15, 0, 0 }, { 10, 10, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  20, 15, { 10, 5, 5, 5 } },
	/* A break gives nothing by itself, and the close never does. */
	{ "", "b", { "a/s", 1200, { { 10, 10, 600, 0 }, { 15, 15, 0, 0 }, { 10, 10, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  20, 5, { 10, 15, 5, 5 } },
	{ "c", "", { "a/s", 1200, { { 10, 10, 600, 0 }, { 10, 10, 0, 0 }, { 10, 10, 0, 0 }, { 10, 10, 0, 0 } }, 0, 0, 0, 0 },
	  20, 10, { 10, 5, 10, 5 } },
	/* The close may stand before an epilogue that stands aside. */
	{ "", "d", { "a/s", 1200, { { 10, 10, 600, 0 }, { 10, 10, 0, 0 }, { 10, 10, 0, 0 }, { 10, 10, 0, 0 } }, 0, 0, 0, 0 },
	  20, 5, { 10, 5, 10, 10 } },
	/* What is being held, or was, is not cut; what is left out gives nothing more. */
	{ "", "", { "b/s", 0, { { 10, 10, 1500, 0 }, { 15, 15, 60, 0 }, { 10, 10, 0, 1 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  5, 0, { 10, 15, 0, 5 } },
	/* Slack: a module took four minutes less. */
	{ "", "", { "b/s", 0, { { 10, 10, 350, 0 }, { 15, 15, 0, 0 }, { 10, 10, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  -4, 0, { 10, 15, 10, 5 } },
	/* Shorter than the least that a module is cut to. */
	{ "", "", { "a/s", 600, { { 10, 10, 600, 0 }, { 4, 4, 0, 0 }, { 21, 21, 0, 0 }, { 5, 5, 0, 0 } }, 0, 0, 0, 0 },
	  10, 10, { 10, 4, 11, 5 } },
};

static void set_flags(const char *kept, const char *aside)
{
	for (int i = 0; i < MODULES; i++) {
		modules[i].keep = strchr(kept, modules[i].id[0]);
		modules[i].aside = strchr(aside, modules[i].id[0]);
	}
}

START_TEST(who_would_have_to_be_shorter)
{
	const struct late *late = &lates[_i];
	struct session *session = session_of(&late->day);
	struct outlook outlook;
	size_t at = 0;

	set_flags(late->kept, late->aside);
	outlook_init(&outlook, session, late->day.running);
	ck_assert_int_eq(outlook.length, 40);
	ck_assert_int_eq(outlook.over, late->over);
	ck_assert_int_eq(outlook.shrinks, late->shrinks);
	for (int i = 0; i < MODULES; i++)
		if (!session->modules[i].dropped)
			ck_assert_int_eq(outlook.modules[at++].shrunk, late->shrunk[i]);
	ck_assert_uint_eq(at, outlook.count);
	set_flags("", "");
	outlook_release(&outlook);
	session_drop(session);
}
END_TEST

/* What holds on any day. */
static void check(const struct session *session, const struct outlook *outlook)
{
	int shrinks = 0, can = 0;
	int64_t left = 0;

	for (size_t i = 0; i < outlook->count; i++) {
		const struct outlook_module *module = &outlook->modules[i];

		ck_assert(!module->entry->dropped);
		ck_assert_int_le(module->shrunk, module->minutes);
		ck_assert_int_ge(module->shrunk, module->minutes < OUTLOOK_FLOOR ? module->minutes : OUTLOOK_FLOOR);
		if (!module->later || module->kept || module->entry->module->aside)
			ck_assert_int_eq(module->shrunk, module->minutes);
		else
			can += module->most;
		ck_assert(module->kept == module_is_kept(session, module->entry));
		ck_assert_int_ge(module->left, 0);
		left += module->left;
		shrinks += module->minutes - module->shrunk;
	}
	ck_assert_int_eq(left, outlook->left);
	ck_assert_int_eq(shrinks, outlook->shrinks);
	ck_assert_int_eq(shrinks, outlook->over <= 0 ? 0 : outlook->over < can ? outlook->over : can);
	/* The end of the agenda, and what is behind it, is where the rest of the modules ends; to a minute. */
	ck_assert_int_ge((int64_t)(outlook->length + outlook->over) * 60, outlook->spent + outlook->left);
	ck_assert_int_lt((int64_t)(outlook->length + outlook->over - 1) * 60, outlook->spent + outlook->left);
}

START_TEST(whatever_the_day)
{
	static const char *const places[] = { "", "a/s", "b/s", "c/s", "d/s" };
	struct outlook outlook, tried;
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	for (int round = 0; round < 300; round++) {
		struct day day = { .place = places[rng_below(&rng, COUNT_OF(places))],
			.running = rng_below(&rng, 3) ? 0 : rng_below(&rng, 2000) };
		struct session *session;
		int64_t left;

		for (int i = 0; i < MODULES; i++) {
			day.modules[i].minutes = (int)rng_below(&rng, rng_below(&rng, 2) ? 8 : 60);
			day.modules[i].planned = (int)rng_below(&rng, 60) - 1;
			day.modules[i].seconds = rng_below(&rng, 2) ? 0 : rng_below(&rng, 4000);
			day.modules[i].dropped = rng_below(&rng, 5) == 0;
			modules[i].aside = rng_below(&rng, 4) == 0;
			modules[i].keep = rng_below(&rng, 6) == 0;
		}
		session = session_of(&day);
		outlook_init(&outlook, session, day.running);
		check(session, &outlook);
		/* Done as proposed, what is over is less by just that, and nothing more is asked for. */
		outlook_copy(&tried, &outlook);
		for (size_t i = 0; i < tried.count; i++)
			tried.modules[i].minutes = tried.modules[i].shrunk;
		left = outlook.left;
		outlook_work_out(&tried);
		check(session, &tried);
		ck_assert_int_eq(tried.left, left - outlook.shrinks * 60);
		ck_assert_int_eq(tried.over, outlook.over - outlook.shrinks);
		ck_assert_int_eq(tried.shrinks, 0);
		outlook_release(&tried);
		outlook_release(&outlook);
		session_drop(session);
	}
	set_flags("", "");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("plan");
	TCase *tcase = tcase_create("plan");

	tcase_add_loop_test(tcase, words_of_a_time_box, 0, (int)COUNT_OF(states));
	tcase_add_loop_test(tcase, how_the_agenda_stands, 0, (int)COUNT_OF(days));
	tcase_add_loop_test(tcase, who_would_have_to_be_shorter, 0, (int)COUNT_OF(lates));
	tcase_add_loop_test(tcase, whatever_the_day, 0, 10);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
