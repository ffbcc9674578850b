/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions compared: which questions and people are the same, what moved, and what must not be told. */
#include "instrument/comparison.h"
#include "measure/matching.h"
#include "model/wording.h"
#include "report/compare.h"
#include "report/summary.h"

#include "base/date.h"
#include "base/random.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define POINTS 5

/* A question of a module; its answers are digits, one a person, '-' for none. */
struct question {
	const char *id, *kind;
	bool anonymous;
	const char *own[SIDES], *guesses[SIDES];
	bool hidden;
	const char *prompt; /* NULL for "Prompt ID" */
};

static void set_step(struct step *step, const struct question *question)
{
	step->id = mem_strdup(question->id);
	step->key = mem_printf("m/%s", question->id);
	step->kind = mem_strdup(question->kind);
	step->prompt = question->prompt ? mem_strdup(question->prompt) : mem_printf("Prompt %s", question->id);
	step->anonymous = question->anonymous;
	step->predict = question->guesses[0] != NULL;
	if (strcmp(question->kind, "scale") == 0) {
		step->points = POINTS;
		step->low = mem_strdup("low");
		step->high = mem_strdup("high");
	}
	if (strcmp(question->kind, "choice") != 0 && strcmp(question->kind, "checklist") != 0)
		return;
	step->option_count = POINTS;
	step->options = mem_zalloc(POINTS, sizeof *step->options);
	for (int i = 0; i < POINTS; i++)
		step->options[i] = (struct option){ .id = mem_printf("%d", i + 1), .text = mem_printf("Option %d", i + 1) };
}

static void add_person(struct session *session, const char *name, int side)
{
	struct person *person;

	session->people = mem_grow(session->people, &session->person_capacity, session->person_count,
		sizeof *session->people);
	person = &session->people[session->person_count];
	*person = (struct person){ .id = (int)++session->person_count, .side = side, .name = mem_strdup(name),
				   .role = mem_strdup("") };
}

static char *answer_of(const char *answers, size_t at)
{
	char answer[2] = { answers && at < strlen(answers) ? answers[at] : '-', '\0' };

	return answer[0] == '-' ? NULL : mem_strdup(answer);
}

static void add_answers(struct progress *progress, const struct question *question)
{
	for (int side = 0; side < SIDES; side++)
		for (size_t i = 0; question->own[side] && question->own[side][i]; i++) {
			struct ballot *ballot;

			progress->ballots = mem_grow(progress->ballots, &progress->ballot_capacity,
				progress->ballot_count, sizeof *progress->ballots);
			ballot = &progress->ballots[progress->ballot_count++];
			*ballot = (struct ballot){ .person = question->anonymous ? 0 : (int)(10 * side) + (int)i + 1,
						   .side = side };
			ballot->answers[OWN] = answer_of(question->own[side], i);
			ballot->answers[PREDICTION] = answer_of(question->guesses[side], i);
		}
}

/* A finished session of one module. People: names with commas between, those of a side each. */
static struct session *make(const char *id, const char *date, const struct question *questions, size_t count,
	const char *const people[SIDES])
{
	struct session *session = session_new();
	struct bank *bank = mem_zalloc(1, sizeof *bank);
	struct module *module = bank->modules = mem_zalloc(1, sizeof *bank->modules);

	bank->module_count = 1;
	bank->id = mem_strdup("bank");
	bank->title = mem_strdup("Bank");
	bank->version = mem_strdup("1");
	bank->sides[0] = (struct side){ mem_strdup("sales"), mem_strdup("Sales") };
	bank->sides[1] = (struct side){ mem_strdup("works"), mem_strdup("Works") };
	module->id = mem_strdup("m");
	module->title = mem_strdup("Module");
	module->weight = 10;
	module->step_count = count;
	module->steps = mem_zalloc(count, sizeof *module->steps);
	for (size_t i = 0; i < count; i++)
		set_step(&module->steps[i], &questions[i]);
	session->bank = bank;
	session->n_min = 3;
	mem_set(&session->id, id);
	mem_set(&session->title, "Session");
	mem_set(&session->organisation, "");
	mem_set(&session->facilitator, "");
	mem_set(&session->agenda, "all");
	session->date = date_parse(date);
	session->state = SESSION_FINISHED;
	session->modules = mem_zalloc(1, sizeof *session->modules);
	session->module_count = session->module_capacity = 1;
	session->modules[0].module = module;
	for (int side = 0; side < SIDES; side++) {
		char *names = mem_strdup(people[side]), *rest = names;

		for (char *name; (name = strtok_r(rest, ",", &rest));)
			add_person(session, name, side);
		free(names);
	}
	session_lay_out(session);
	for (size_t i = 0; i < count; i++) {
		session->steps[i].anonymous = questions[i].anonymous;
		session->steps[i].state = questions[i].hidden ? STEP_COLLECTING : STEP_REVEALED;
		add_answers(&session->steps[i], &questions[i]);
	}
	return session;
}

static const char *const five[SIDES] = { "Ana Berg,Ben Cho,Caz Diaz", "Dev Ek,Eve Fox" };

static char *text_of(struct session *then, struct session *now, enum detail detail)
{
	struct str text;

	str_init(&text);
	compare_text((const struct session *const[]){ then, now }, 2, detail, &text);
	return text.data;
}

/* As one line, so that it does not matter where it is broken. */
static char *line_of(struct session *then, struct session *now, enum detail detail)
{
	char *text = text_of(then, now, detail), *line;

	for (char *at = text; *at; at++)
		*at = *at == '\n' ? ' ' : *at;
	line = mem_zalloc(strlen(text) + 1, 1);
	for (char *at = text, *end = line; *at; at++)
		if (*at != ' ' || (end > line && end[-1] != ' '))
			*end++ = *at;
	free(text);
	return line;
}

static void has(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) != NULL, "'%s' is not in:\n%s", part, text);
}

static void has_not(const char *text, const char *part)
{
	ck_assert_msg(strstr(text, part) == NULL, "'%s' is in:\n%s", part, text);
}

/* Wording */

static void prompt(struct step *step) { mem_set(&step->prompt, "Another"); }
static void blanks(struct step *step) { mem_set(&step->prompt, "  Prompt \n q "); }
static void kind(struct step *step) { mem_set(&step->kind, "number"); }
static void points(struct step *step) { step->points = 7; }
static void end(struct step *step) { mem_set(&step->high, "higher"); }
static void option(struct step *step) { mem_set(&step->options[2].text, "Another"); }
static void option_id(struct step *step) { mem_set(&step->options[2].id, "x"); }
static void most(struct step *step) { step->most = 2; }
static void unit(struct step *step) { step->unit = mem_strdup("days"); }
static void by_side(struct step *step) { step->by = BY_SIDE; }
static void source(struct step *step) { step->of = mem_strdup("m/other"); }
static void analysis(struct step *step) { step->analysis = mem_strdup("overlap"); }
static void coach(struct step *step) { step->coach = mem_strdup("Ask them."); }
static void naming(struct step *step) { step->anonymous = true; }
static void guessing(struct step *step) { step->predict = true; }

static const struct {
	const char *kind;
	void (*change)(struct step *step);
	unsigned differs;
} wordings[] = {
	{ "scale", prompt, WORDING_PROMPT },
	{ "scale", blanks, 0 },
	{ "scale", kind, WORDING_KIND },
	{ "scale", points, WORDING_SCALE },
	{ "scale", end, WORDING_SCALE },
	{ "choice", option, WORDING_OPTIONS },
	{ "choice", option_id, WORDING_OPTIONS },
	{ "checklist", most, WORDING_OPTIONS },
	{ "number", unit, WORDING_UNIT },
	{ "scale", by_side, WORDING_ANSWERER },
	{ "scale", source, WORDING_SOURCE },
	{ "register", analysis, WORDING_COLUMNS },
	{ "scale", coach, 0 },
	{ "scale", naming, 0 },
	{ "scale", guessing, 0 },
};

START_TEST(wording_is_told_apart)
{
	const struct question question = { .id = "q", .kind = wordings[_i].kind };
	struct session *then = make("a", "2026-05-01", &question, 1, five);
	struct session *now = make("b", "2026-11-01", &question, 1, five);
	struct step *step = &now->bank->modules[0].steps[0];
	char *words;

	ck_assert_uint_eq(wording_differs(then->steps[0].step, step), 0);
	wordings[_i].change(step);
	ck_assert_uint_eq(wording_differs(then->steps[0].step, step), wordings[_i].differs);
	ck_assert_uint_eq(wording_differs(step, then->steps[0].step), wordings[_i].differs);
	words = wording_text(wordings[_i].differs);
	ck_assert_int_eq(words[0] != '\0', wordings[_i].differs != 0);
	free(words);
	session_free(then);
	session_free(now);
}
END_TEST

/* Names */

static const struct {
	const char *then[4], *now[4];
	size_t same;
} names[] = {
	{ { "Ana", "Ben" }, { "Ben", "Ana" }, 2 },
	{ { "Ana" }, { "ANA " }, 1 },
	{ { "Zo\xc3\xab M\xc3\xbcller" }, { "Zoe Muller" }, 1 },
	{ { "O'Neil, Pat" }, { "ONeil Pat" }, 1 },
	{ { "Kim Co", "Kim" }, { "Kim" }, 1 },
	{ { "Kim", "Kim" }, { "Kim" }, 1 },
	{ { "Kim" }, { "Kim", "Kim" }, 1 },
	{ { "\xe4\xbd\x90\xe8\x97\xa4" }, { "\xe4\xbd\x90\xe8\x97\xa4" }, 1 },
	{ { "\xe4\xbd\x90\xe8\x97\xa4" }, { "\xe9\x88\xb4\xe6\x9c\xa8" }, 0 },
	{ { "\xf0\x9f\x98\x80" }, { "\xf0\x9f\x98\x81" }, 0 },
	{ { "\xf0\x9f\x98\x80" }, { "\xf0\x9f\x98\x80" }, 1 },
	{ { "" }, { "" }, 0 },
	{ { NULL }, { "Ana" }, 0 },
};

static size_t fill(const char *const from[4], struct matching_name to[4])
{
	size_t count = 0;

	while (count < 4 && from[count]) {
		to[count] = (struct matching_name){ from[count], 0 };
		count++;
	}
	return count;
}

START_TEST(names_are_matched)
{
	struct matching_name then[4], now[4];
	size_t before = fill(names[_i].then, then), after = fill(names[_i].now, now), partners[4];

	ck_assert_uint_eq(matching_of(then, before, now, after, partners), names[_i].same);
	ck_assert_uint_eq(matching_of(now, after, then, before, partners), names[_i].same);
	for (size_t i = 0; i < after; i++)
		now[i].group = 1;
	ck_assert_uint_eq(matching_of(then, before, now, after, partners), 0);
}
END_TEST

/* "Kim" is Kim, and "Kim Co" is left over, whichever comes first. */
START_TEST(spelling_comes_before_the_key)
{
	const struct matching_name then[] = { { "Kim Co", 0 }, { "Kim", 0 } }, now[] = { { "Kim", 0 } };
	size_t partners[2];

	ck_assert_uint_eq(matching_of(then, 2, now, 1, partners), 1);
	ck_assert_uint_eq(partners[0], MATCHING_NONE);
	ck_assert_uint_eq(partners[1], 0);
}
END_TEST

/* How comparable */

START_TEST(says_how_comparable)
{
	const struct question then_asks[] = {
		{ .id = "a", .kind = "scale", .own = { "445", "44" } },
		{ .id = "b", .kind = "scale", .own = { "445", "44" } },
		{ .id = "c", .kind = "scale", .own = { "445", "44" } },
		{ .id = "d", .kind = "scale", .own = { "445", "44" }, .hidden = true },
	};
	const struct question now_asks[] = {
		{ .id = "a", .kind = "scale", .own = { "445", "44" } },
		{ .id = "b", .kind = "scale", .own = { "445", "44" }, .prompt = "Worded anew" },
		{ .id = "d", .kind = "scale", .own = { "445", "44" } },
		{ .id = "e", .kind = "choice", .own = { "445", "44" } },
	};
	const char *const people[SIDES] = { "Ana Berg,Dev Ek,New One", "Eve Fox" };
	struct session *then = make("a", "2026-05-01", then_asks, 4, five);
	struct session *now = make("b", "2026-11-01", now_asks, 4, people);
	struct comparison comparison;
	char *text = line_of(then, now, DETAIL_SHORT);

	comparison_init(&comparison, then, now);
	/* a, b, c, d, e: a and d are unchanged. Ana, Dev and Eve were there both times; with Ben, Caz and the new one six. */
	ck_assert_uint_eq(comparison.count, 5);
	ck_assert_int_eq(comparison.unchanged, 2);
	ck_assert_int_eq(comparison.people, 6);
	ck_assert_int_eq(comparison.same, 3);
	ck_assert_int_eq(comparison.other_side, 1);
	ck_assert_int_eq(comparison_of(&comparison, COMPARED), 1);
	ck_assert_int_eq(comparison_of(&comparison, COMPARED_REWORDED), 1);
	ck_assert_int_eq(comparison_of(&comparison, COMPARED_NOT_THEN), 1);
	ck_assert_int_eq(comparison_of(&comparison, COMPARED_ONLY_THEN), 1);
	ck_assert_int_eq(comparison_of(&comparison, COMPARED_ONLY_NOW), 1);
	comparison_release(&comparison);
	has(text, "2 of 5 questions unchanged, 3 of 6 people the same.");
	has(text, "1 of the same people was on the other side then.");
	has(text, "Something moved in 0 of 1 question that can be compared.");
	has(text, "Not compared: Worded anew (worded otherwise: the question)");
	has(text, "Not compared: Prompt c (asked only then");
	has(text, "Not compared: Prompt d (without a result then)");
	has(text, "Not compared: Prompt e (asked only now)");
	has(text, "As before: Prompt a");
	free(text);
	session_free(then);
	session_free(now);
}
END_TEST

/* What moved, worked out by hand */

static const struct {
	const char *kind;
	const char *then[SIDES], *now[SIDES];
	enum shift shift;
	const char *text;
} shifts[] = {
	/* Medians 2 and 2.5; 3 and 2.5. Distances of 1 2 3 to 2 3: 1 2 0 1 1 0, 5/6; of 3 3 4 to 2 3: 1 0 1 0 2 1, 5/6. */
	{ "scale", { "123", "23" }, { "334", "23" }, SHIFT_MOVED,
	  "Sales moved up by 1, from 2 to 3. Works as before: 2.5. The sides are as far apart as before: 0.8 steps." },
	/* 1 1 1 to 5 5: 4; 3 3 3 to 5 4: 2 1 2 1 2 1, 1.5. */
	{ "scale", { "111", "55" }, { "333", "54" }, SHIFT_MOVED,
	  "Sales moved up by 2, from 1 to 3. Works moved down by 0.5, from 5 to 4.5. The sides are 2.5 steps closer: "
	  "4.0 steps apart then, 1.5 steps now." },
	{ "scale", { "333", "44" }, { "333", "44" }, SHIFT_SAME,
	  "Sales as before: 3. Works as before: 4. The sides are as far apart as before: 1.0 step." },
	/* Nobody of Works says anything now but that they can't say. */
	{ "scale", { "333", "44" }, { "222", "??" }, SHIFT_MOVED, "Sales moved down by 1, from 3 to 2." },
	{ "choice", { "112", "33" }, { "222", "33" }, SHIFT_MOVED,
	  "Sales then: Option 1; now: Option 2. Works as before: Option 3." },
	{ "choice", { "123", "33" }, { "321", "33" }, SHIFT_SAME,
	  "Sales as before: no majority. Works as before: Option 3." },
	{ "checklist", { "112", "33" }, { "222", "33" }, SHIFT_MOVED,
	  "New for most of Sales: Option 2. No longer for most of Sales: Option 1. Most of Works tick the same as before." },
	/* Lower medians, as numbers have them everywhere. */
	{ "number", { "125", "37" }, { "567", "37" }, SHIFT_MOVED,
	  "Sales moved up by 4, from 2 to 6. Works as before: 3." },
	{ "text", { "123", "23" }, { "321", "23" }, SHIFT_NONE, NULL },
};

static void shift_of(const struct session *then, const struct session *now, enum shift shift, const char *text)
{
	struct comparison comparison;
	enum shift got;
	char *told;

	comparison_init(&comparison, then, now);
	told = compared_shift(&comparison.questions[0], &got);
	ck_assert_int_eq(got, shift);
	if (text)
		ck_assert_str_eq(told, text);
	else
		ck_assert_ptr_null(told);
	free(told);
	comparison_release(&comparison);
}

START_TEST(tells_what_moved)
{
	const struct question before = { .id = "q", .kind = shifts[_i].kind, .own = { shifts[_i].then[0],
							shifts[_i].then[1] } };
	const struct question after = { .id = "q", .kind = shifts[_i].kind, .own = { shifts[_i].now[0],
						       shifts[_i].now[1] } };
	struct session *then = make("a", "2026-05-01", &before, 1, five);
	struct session *now = make("b", "2026-11-01", &after, 1, five);

	shift_of(then, now, shifts[_i].shift, shifts[_i].text);
	session_free(then);
	session_free(now);
}
END_TEST

/* Whatever moved up moves down by as much when the sessions change places. */
START_TEST(the_other_way_round_is_the_opposite)
{
	const struct question before = { .id = "q", .kind = "scale", .own = { "123", "45" } };
	const struct question after = { .id = "q", .kind = "scale", .own = { "344", "11" } };
	struct session *then = make("a", "2026-05-01", &before, 1, five);
	struct session *now = make("b", "2026-11-01", &after, 1, five);

	/* 1 2 3 to 4 5: 3 4 2 3 1 2, 2.5; 3 4 4 to 1 1: 2 3 3, 8/3. */
	shift_of(then, now, SHIFT_MOVED,
		"Sales moved up by 2, from 2 to 4. Works moved down by 3.5, from 4.5 to 1. The sides are 0.2 steps further "
		"apart: 2.5 steps then, 2.7 steps now.");
	shift_of(now, then, SHIFT_MOVED,
		"Sales moved down by 2, from 4 to 2. Works moved up by 3.5, from 1 to 4.5. The sides are 0.2 steps closer: "
		"2.7 steps apart then, 2.5 steps now.");
	session_free(then);
	session_free(now);
}
END_TEST

START_TEST(nothing_moves_from_a_session_to_itself)
{
	const struct question asks[] = {
		{ .id = "a", .kind = "scale", .own = { "123", "45" }, .guesses = { "222", "33" } },
		{ .id = "b", .kind = "choice", .own = { "112", "45" } },
		{ .id = "c", .kind = "checklist", .own = { "1-2", "45" } },
		{ .id = "d", .kind = "number", .own = { "123", "45" } },
		{ .id = "e", .kind = "text", .own = { "123", "45" } },
		{ .id = "f", .kind = "scale", .own = { "123", "45" }, .anonymous = true },
	};
	struct session *then = make("a", "2026-05-01", asks, COUNT_OF(asks), five);
	struct session *now = make("b", "2026-11-01", asks, COUNT_OF(asks), five);
	char *text = line_of(then, now, DETAIL_FULL);

	has(text, "6 of 6 questions unchanged, 5 of 5 people the same.");
	has(text, "Something moved in 0 of 6 questions that can be compared.");
	has_not(text, "moved up");
	has_not(text, "moved down");
	has_not(text, "closer");
	has_not(text, "further");
	has_not(text, "Closed:");
	has_not(text, "New:");
	free(text);
	session_free(then);
	session_free(now);
}
END_TEST

/* Beside them, by brute force */

static int compare_ints(const void *a, const void *b)
{
	return *(const int *)a - *(const int *)b;
}

/* Twice the middle of digits. */
static int twice_middle(const char *digits)
{
	int values[16], count = 0;

	for (; *digits; digits++)
		values[count++] = *digits - '0';
	qsort(values, (size_t)count, sizeof *values, compare_ints);
	return values[(count - 1) / 2] + values[count / 2];
}

/* Tenths of the mean distance, a half rounded up. */
static int tenths_apart(const char *a, const char *b)
{
	int sum = 0, pairs = 0;

	for (const char *x = a; *x; x++)
		for (const char *y = b; *y; y++, pairs++)
			sum += abs(*x - *y);
	return (20 * sum + pairs) / (2 * pairs);
}

static void halves(char out[8], int twice)
{
	snprintf(out, 8, twice % 2 ? "%d.5" : "%d", twice / 2);
}

static void digits_at_random(struct rng *rng, char out[16], int least)
{
	int count = least + (int)rng_below(rng, 5);

	for (int i = 0; i < count; i++)
		out[i] = (char)('1' + rng_below(rng, POINTS));
	out[count] = '\0';
}

START_TEST(agrees_with_brute_force)
{
	struct rng rng;

	rng_seed(&rng, 20261122);
	for (int round = 0; round < 300; round++) {
		char then[SIDES][16], now[SIDES][16], from[8], to[8], by[8];
		struct question before = { .id = "q", .kind = "scale", .own = { then[0], then[1] } };
		struct question after = { .id = "q", .kind = "scale", .own = { now[0], now[1] } };
		struct session *a, *b;
		struct comparison comparison;
		enum shift shift;
		char *text, *wanted;
		bool moved = false;
		int was, is;

		for (int side = 0; side < SIDES; side++) {
			digits_at_random(&rng, then[side], 1);
			digits_at_random(&rng, now[side], 1);
		}
		a = make("a", "2026-05-01", &before, 1, five);
		b = make("b", "2026-11-01", &after, 1, five);
		comparison_init(&comparison, a, b);
		text = compared_shift(&comparison.questions[0], &shift);
		for (int side = 0; side < SIDES; side++) {
			const char *name = side ? "Works" : "Sales";

			was = twice_middle(then[side]);
			is = twice_middle(now[side]);
			halves(from, was);
			halves(to, is);
			halves(by, abs(is - was));
			wanted = was == is ? mem_printf("%s as before: %s.", name, to)
					   : mem_printf("%s moved %s by %s, from %s to %s.", name, is > was ? "up" : "down",
						     by, from, to);
			has(text, wanted);
			free(wanted);
			moved = moved || was != is;
		}
		ck_assert_int_eq(shift, moved ? SHIFT_MOVED : SHIFT_SAME);
		was = tenths_apart(then[0], then[1]);
		is = tenths_apart(now[0], now[1]);
		wanted = was == is ? mem_strdup("as far apart as before")
				   : mem_printf("%d.%d step%s %s", abs(is - was) / 10, abs(is - was) % 10,
					     abs(is - was) == 10 ? "" : "s", is < was ? "closer" : "further apart");
		has(text, wanted);
		free(wanted);
		free(text);
		comparison_release(&comparison);
		session_free(a);
		session_free(b);
	}
}
END_TEST

/* What must not be told */

static const struct {
	const char *what;
	struct question then, now, other_now; /* now and other_now differ in what no summary shows */
} secrets[] = {
	{ "too few of both sides", { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "12", "34" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "55", "11" } } },
	/* One person of Sales has left: what is left of them is not shown, and neither is the difference. */
	{ "too few of one side", { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "12", "345" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "45", "345" } } },
	{ "too few guesses", { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" }, .guesses = { "111", "222" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" }, .guesses = { "11-", "222" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" }, .guesses = { "55-", "222" } } },
	{ "a choice of too few", { .id = "q", .kind = "choice", .anonymous = true, .own = { "111", "333" } },
	  { .id = "q", .kind = "choice", .anonymous = true, .own = { "11", "333" } },
	  { .id = "q", .kind = "choice", .anonymous = true, .own = { "55", "333" } } },
	{ "a list of too few", { .id = "q", .kind = "checklist", .anonymous = true, .own = { "111", "333" } },
	  { .id = "q", .kind = "checklist", .anonymous = true, .own = { "11", "333" } },
	  { .id = "q", .kind = "checklist", .anonymous = true, .own = { "55", "333" } } },
	{ "a figure of too few", { .id = "q", .kind = "number", .anonymous = true, .own = { "111", "333" } },
	  { .id = "q", .kind = "number", .anonymous = true, .own = { "11", "333" } },
	  { .id = "q", .kind = "number", .anonymous = true, .own = { "55", "333" } } },
	{ "not revealed", { .id = "q", .kind = "scale", .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .own = { "123", "345" }, .hidden = true },
	  { .id = "q", .kind = "scale", .own = { "555", "111" }, .hidden = true } },
	{ "reworded", { .id = "q", .kind = "scale", .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .own = { "123", "345" }, .hidden = true, .prompt = "Else" },
	  { .id = "q", .kind = "scale", .own = { "555", "111" }, .hidden = true, .prompt = "Else" } },
	/* Who of a side said what without a name. */
	{ "whose answer it is", { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "1234", "345" } },
	  { .id = "q", .kind = "scale", .anonymous = true, .own = { "4321", "543" } } },
	/* Even by name: that somebody said it is told by the summary, not by a comparison. */
	{ "named answers", { .id = "q", .kind = "scale", .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .own = { "123", "345" } },
	  { .id = "q", .kind = "scale", .own = { "321", "453" } } },
};

static char *summary_of(const struct session *session)
{
	struct str text;

	str_init(&text);
	summary_text(session, NULL, DETAIL_FULL, &text);
	return text.data;
}

/* What differs only in what the summary does not show is compared alike, in every way and in both directions. */
START_TEST(tells_no_more_than_the_summaries)
{
	const char *const people[SIDES] = { "Ana,Ben,Caz,Dee", "Eve,Fay,Gus" };
	struct session *then = make("a", "2026-05-01", &secrets[_i].then, 1, people);
	struct session *now = make("b", "2026-11-01", &secrets[_i].now, 1, people);
	struct session *other = make("b", "2026-11-01", &secrets[_i].other_now, 1, people);
	char *summary = summary_of(now), *other_summary = summary_of(other);

	ck_assert_str_eq(summary, other_summary);
	for (int detail = DETAIL_SHORT; detail <= DETAIL_FULL; detail++) {
		const struct session *const three[] = { then, now, then }, *const others[] = { then, other, then };
		char *text = text_of(then, now, (enum detail)detail), *same = text_of(then, other, (enum detail)detail);
		struct str trend, same_trend;

		ck_assert_msg(strcmp(text, same) == 0, "%s:\n%s", secrets[_i].what, same);
		free(text);
		free(same);
		text = text_of(now, then, (enum detail)detail);
		same = text_of(other, then, (enum detail)detail);
		ck_assert_msg(strcmp(text, same) == 0, "%s, the other way round:\n%s", secrets[_i].what, same);
		free(text);
		free(same);
		str_init(&trend);
		str_init(&same_trend);
		compare_text(three, 3, (enum detail)detail, &trend);
		compare_text(others, 3, (enum detail)detail, &same_trend);
		ck_assert_msg(strcmp(trend.data, same_trend.data) == 0, "%s, in a row:\n%s", secrets[_i].what,
			same_trend.data);
		str_release(&trend);
		str_release(&same_trend);
	}
	free(summary);
	free(other_summary);
	session_free(then);
	session_free(now);
	session_free(other);
}
END_TEST

START_TEST(says_what_is_withheld)
{
	const struct question before = { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" } };
	const struct question after = { .id = "q", .kind = "scale", .anonymous = true, .own = { "12", "445" } };
	struct session *then = make("a", "2026-05-01", &before, 1, five);
	struct session *now = make("b", "2026-11-01", &after, 1, five);
	char *text = line_of(then, now, DETAIL_FULL);

	has(text, "1 question has a side with too few answers to show, then or now.");
	has(text, "Sales: too few answers to show now. Works as before: 4.");
	has(text, "now: too few to show");
	has_not(text, "The sides are");
	has_not(text, "guesses");
	free(text);
	session_free(then);
	session_free(now);
}
END_TEST

/* Warnings */

START_TEST(warns)
{
	const struct question before = { .id = "q", .kind = "scale", .anonymous = true, .own = { "123", "345" } };
	const struct question after = { .id = "q", .kind = "scale", .own = { "123", "345" } };
	struct session *then = make("a", "2026-05-01", &before, 1, five);
	struct session *now = make("b", "2026-11-01", &after, 1, five);
	char *text;

	mem_set(&now->bank->version, "2");
	now->state = SESSION_RUNNING;
	now->steps[0].taken_back = 1;
	then->steps[0].round = 2;
	text = line_of(then, now, DETAIL_FULL);
	has(text, "The session of 2026-11-01 is not finished.");
	has(text, "another version of the bank: 1 then, 2 now.");
	has(text, "1 question was answered without names then and by name now");
	has(text, "1 question was asked more than once in a session: the last round counts.");
	has(text, "Of 1 question the reveal was taken back at least once");
	has(text, "It was asked again then: round 2 counts.");
	free(text);
	mem_set(&now->bank->id, "else");
	mem_set(&now->bank->title, "Else");
	then->halt = HALT_CANCELLED;
	text = line_of(then, now, DETAIL_SHORT);
	has(text, "another bank: Bank then, Else now.");
	has(text, "The session of 2026-05-01 was cancelled: nothing of it counts.");
	has(text, "Not compared: Prompt q (without a result then)");
	free(text);
	session_free(then);
	session_free(now);
}
END_TEST

/* The same sides the other way round are compared as they are called; others are not compared at all. */
START_TEST(sides_are_matched)
{
	const struct question before = { .id = "q", .kind = "scale", .own = { "111", "55" } };
	const struct question after = { .id = "q", .kind = "scale", .own = { "44", "222" } };
	struct session *then = make("a", "2026-05-01", &before, 1, five);
	struct session *now = make("b", "2026-11-01", &after, 1, five);
	struct side side = now->bank->sides[0];
	char *text;

	now->bank->sides[0] = now->bank->sides[1];
	now->bank->sides[1] = side;
	shift_of(then, now, SHIFT_MOVED,
		"Works moved down by 1, from 5 to 4. Sales moved up by 1, from 1 to 2. The sides are 2.0 steps closer: "
		"4.0 steps apart then, 2.0 steps now.");
	mem_set(&now->bank->sides[0].id, "legal");
	mem_set(&now->bank->sides[0].name, "Legal");
	shift_of(then, now, SHIFT_NONE, NULL);
	text = line_of(then, now, DETAIL_SHORT);
	has(text, "The sides are others, so that no answers are compared: Sales and Works then, Legal and Sales now.");
	has(text, "(asked between other sides");
	free(text);
	session_free(then);
	session_free(now);
}
END_TEST

/* Gaps */

static const struct {
	const char *then[SIDES], *now[SIDES];
	const char *text;
} gaps[] = {
	{ { "111", "55" }, { "444", "44" }, "Closed: Gap then, Agreement now." },
	{ { "444", "44" }, { "111", "55" }, "New: Agreement then, Gap now." },
	{ { "111", "55" }, { "222", "55" }, "Still there: Gap then, Gap now." },
	{ { "111", "55" }, { "222", "22" }, "Still there: Gap then, Weakness now." },
};

START_TEST(tells_what_became_of_gaps)
{
	const struct question before = { .id = "q", .kind = "scale", .own = { gaps[_i].then[0], gaps[_i].then[1] } };
	const struct question after = { .id = "q", .kind = "scale", .own = { gaps[_i].now[0], gaps[_i].now[1] } };
	struct session *then = make("a", "2026-05-01", &before, 1, five);
	struct session *now = make("b", "2026-11-01", &after, 1, five);
	char *text = line_of(then, now, DETAIL_SHORT), *full = line_of(then, now, DETAIL_FULL);

	has(text, gaps[_i].text);
	has(full, gaps[_i].text);
	free(text);
	free(full);
	session_free(then);
	session_free(now);
}
END_TEST

/* Series */

START_TEST(a_series_draws_no_line_where_there_is_none)
{
	const struct question asks[] = { { .id = "q", .kind = "scale", .own = { "111", "55" } },
					 { .id = "r", .kind = "scale", .own = { "111", "55" } } };
	const struct question worded[] = { { .id = "q", .kind = "scale", .own = { "222", "44" }, .prompt = "Else" } };
	const struct question last[] = { { .id = "q", .kind = "scale", .own = { "333", "43" } } };
	struct session *first = make("a", "2026-02-01", asks, 2, five);
	struct session *second = make("b", "2026-05-01", worded, 1, five);
	struct session *third = make("c", "2026-05-01", asks, 2, five);
	struct session *fourth = make("d", "2026-11-01", last, 1, five);
	const struct session *sessions[] = { fourth, third, second, first };
	struct str text;

	str_init(&text);
	qsort(sessions, 4, sizeof *sessions, compare_by_date);
	ck_assert_str_eq(sessions[0]->id, "a");
	ck_assert_str_eq(sessions[1]->id, "b");
	ck_assert_str_eq(sessions[3]->id, "d");
	compare_text(sessions, 4, DETAIL_SHORT, &text);
	has(text.data, "Prompt q\n"
		       "       2026-02-01  2026-05-01  2026-05-01/2  2026-11-01\n"
		       "\xe2\x94\x80");
	has(text.data, "Sales  1           reworded    1             3\n"
		       "Works  5           reworded    5             3.5\n"
		       "Apart  4.0 steps   reworded    4.0 steps     0.5 steps\n");
	/* What the last one does not ask has no line. */
	has_not(text.data, "Prompt r");
	has(text.data, "2026-05-01    Session       5  0 of 1          5 of 5\n"
		       "2026-05-01/2  Session       5  1 of 2          5 of 5\n"
		       "2026-11-01    Session       5\n");
	/* Nor is there a column, or a word, of what none of them has. */
	has_not(text.data, "armony");
	str_clear(&text);
	compare_text(sessions, 4, DETAIL_FULL, &text);
	has(text.data, "2026-05-01: reworded");
	str_release(&text);
	session_free(first);
	session_free(second);
	session_free(third);
	session_free(fourth);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("compare");
	TCase *core = tcase_create("core"), *moved = tcase_create("moved"), *secret = tcase_create("secret");

	tcase_add_loop_test(core, wording_is_told_apart, 0, (int)COUNT_OF(wordings));
	tcase_add_loop_test(core, names_are_matched, 0, (int)COUNT_OF(names));
	tcase_add_test(core, spelling_comes_before_the_key);
	tcase_add_test(core, says_how_comparable);
	tcase_add_test(core, sides_are_matched);
	suite_add_tcase(suite, core);

	tcase_add_loop_test(moved, tells_what_moved, 0, (int)COUNT_OF(shifts));
	tcase_add_test(moved, the_other_way_round_is_the_opposite);
	tcase_add_test(moved, nothing_moves_from_a_session_to_itself);
	tcase_add_test(moved, agrees_with_brute_force);
	tcase_add_loop_test(moved, tells_what_became_of_gaps, 0, (int)COUNT_OF(gaps));
	tcase_add_test(moved, warns);
	tcase_add_test(moved, a_series_draws_no_line_where_there_is_none);
	suite_add_tcase(suite, moved);

	tcase_add_loop_test(secret, tells_no_more_than_the_summaries, 0, (int)COUNT_OF(secrets));
	tcase_add_test(secret, says_what_is_withheld);
	suite_add_tcase(suite, secret);
	return run_suite(suite);
}
