/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of the banks that are shipped: nothing that a room or its facilitator needs is missing. */
#include "bank/find.h"
#include "bank/load.h"
#include "base/mem.h"
#include "instrument/instrument.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

#define PROMPT_MOST 99

static struct bank *load(const char *path)
{
	struct diags diags = { 0 };
	struct err err = { 0 };
	struct str text;
	struct bank *bank;

	str_init(&text);
	bank = bank_load_file(path, &text, &diags, &err);
	ck_assert_msg(bank != NULL, "%s: %s: %s", path, err.message, diags.count ? diags.items[0].message : "");
	diags_release(&diags);
	str_release(&text);
	return bank;
}

/* A bank of the folder that the tests are given. */
static struct bank *shipped(const char *id)
{
	struct err err = { 0 };
	char *path = bank_find(id, NULL, &err);
	struct bank *bank;

	ck_assert_msg(path != NULL, "%s", err.message);
	bank = load(path);
	free(path);
	return bank;
}

static bool is_brief(const struct step *step)
{
	return strcmp(step->id, "brief") == 0;
}

static void check_step(const struct step *step)
{
	const struct source *source = step->benchmark.source;

	ck_assert_msg(is_brief(step) || step->coach != NULL, "%s has no coaching", step->key);
	ck_assert_msg(strlen(step->prompt) <= PROMPT_MOST, "%s has a long prompt", step->key);
	if (!step->benchmark.text)
		return;
	ck_assert_msg(source != NULL, "%s has a figure from nowhere", step->key);
	ck_assert_msg(source->population && source->year, "%s: who was asked, and when?", step->key);
}

static bool is_held(const struct bank *bank, const struct module *module)
{
	for (size_t i = 0; i < bank->agenda_count; i++)
		for (size_t j = 0; j < bank->agendas[i].entry_count; j++)
			if (bank->agendas[i].entries[j].module == module)
				return bank->agendas[i].entries[j].minutes > 0;
	return false;
}

static void check_module(const struct bank *bank, const struct module *module)
{
	ck_assert_msg(module->brief != NULL, "%s has no brief", module->id);
	ck_assert_msg(module->aside || module->purpose, "%s has no purpose", module->id);
	ck_assert_msg(is_held(bank, module), "%s has no minutes in any agenda", module->id);
	for (size_t i = 0; i < module->step_count; i++)
		check_step(&module->steps[i]);
}

static void check_agenda(const struct agenda *agenda)
{
	int minutes = agenda->slack;

	for (size_t i = 0; i < agenda->entry_count; i++)
		minutes += agenda->entries[i].minutes;
	ck_assert_msg(agenda->length > 0, "%s has no length", agenda->id);
	ck_assert_msg(agenda->slack > 0, "%s has no slack", agenda->id);
	ck_assert_int_eq(minutes, agenda->length);
	ck_assert_msg(strcmp(agenda->entries[agenda->entry_count - 1].module->id, "close") == 0, "%s does not close",
		agenda->id);
}

START_TEST(test_complete)
{
	struct err err = { 0 };
	struct bank_entry *entries;
	size_t count;

	ck_assert_int_eq(bank_list(NULL, &entries, &count, &err), 0);
	ck_assert_uint_ge(count, 2);
	for (size_t i = 0; i < count; i++) {
		struct bank *bank = load(entries[i].path);

		ck_assert_str_eq(bank->id, entries[i].id);
		for (size_t j = 0; j < bank->agenda_count; j++)
			check_agenda(&bank->agendas[j]);
		for (size_t j = 0; j < bank->module_count; j++)
			check_module(bank, &bank->modules[j]);
		bank_free(bank);
	}
	bank_entries_free(entries, count);
}
END_TEST

START_TEST(test_agendas)
{
	static const struct {
		const char *id;
		int length;
	} agendas[] = {
		{ "two-hours", 120 },
		{ "ninety-minutes", 90 },
		{ "half-day", 240 },
		{ "day", 480 },
	};
	struct bank *bank = shipped("joint-workshop");

	ck_assert_uint_eq(bank->agenda_count, COUNT_OF(agendas));
	for (size_t i = 0; i < COUNT_OF(agendas); i++) {
		ck_assert_str_eq(bank->agendas[i].id, agendas[i].id);
		ck_assert_int_eq(bank->agendas[i].length, agendas[i].length);
	}
	/* The day holds all that there is. */
	ck_assert_uint_eq(bank->agendas[3].entry_count, bank->module_count);
	bank_free(bank);
}
END_TEST

START_TEST(test_levels)
{
	static const struct {
		const char *module;
		int weight;
	} levels[] = {
		{ "purpose", 10 },
		{ "metrics", 15 },
		{ "speed", 10 },
		{ "risk", 15 },
		{ "vendors", 10 },
		{ "talent", 10 },
		{ "channels", 10 },
		{ "ownership", 10 },
		{ "charter", 10 },
	};
	struct bank *bank = shipped("joint-workshop");
	size_t found = 0;

	for (size_t i = 0; i < COUNT_OF(levels); i++) {
		const struct module *module = bank_module(bank, levels[i].module);
		const struct step *level;

		ck_assert_msg(module != NULL, "there is no module %s", levels[i].module);
		ck_assert_int_eq(module->weight, levels[i].weight);
		level = bank_level(bank, module);
		ck_assert_msg(level != NULL, "%s has no level", module->id);
		ck_assert_int_eq(level->points, 5);
		ck_assert(level->predict);
		ck_assert_str_eq(level->low, "not at all");
		ck_assert_str_eq(level->high, "fully");
	}
	for (size_t i = 0; i < bank->module_count; i++)
		found += bank_level(bank, &bank->modules[i]) != NULL;
	ck_assert_uint_eq(found, COUNT_OF(levels));
	bank_free(bank);
}
END_TEST

static void expect_same(const struct step *step, const struct step *other)
{
	ck_assert_str_eq(step->key, other->key);
	ck_assert_str_eq(step->kind, other->kind);
	ck_assert_str_eq(step->prompt, other->prompt);
	ck_assert_int_eq(step->points, other->points);
	ck_assert_int_eq(step->by, other->by);
	ck_assert_int_eq(step->predict, other->predict);
	ck_assert_int_eq(step->anonymous, other->anonymous);
	if (step->low)
		ck_assert_str_eq(step->low, other->low);
	if (step->high)
		ck_assert_str_eq(step->high, other->high);
}

START_TEST(test_comparable)
{
	struct bank *workshop = shipped("joint-workshop"), *check_in = shipped("check-in");
	const struct module *core = bank_module(workshop, "pulse"), *again = bank_module(check_in, "pulse");

	ck_assert_uint_eq(core->step_count, 1 + 12);
	ck_assert_uint_eq(again->step_count, core->step_count);
	for (size_t i = 1; i < core->step_count; i++)
		expect_same(&core->steps[i], &again->steps[i]);
	expect_same(bank_step(workshop, "close/confidence", NULL), bank_step(check_in, "close/confidence", NULL));
	expect_same(bank_step(workshop, "close/one-word", NULL), bank_step(check_in, "close/one-word", NULL));
	bank_free(workshop);
	bank_free(check_in);
}
END_TEST

/* Voted on and written are the same clauses. */
START_TEST(test_clauses)
{
	struct bank *bank = shipped("joint-workshop");
	const struct step *first = bank_step(bank, "charter/first-clauses", NULL);
	const struct step *text = bank_step(bank, "charter/text", NULL);

	ck_assert_uint_eq(first->option_count, 10);
	ck_assert_uint_eq(text->clause_count, 10);
	for (size_t i = 0; i < 10; i++) {
		ck_assert_str_eq(first->options[i].id, text->clauses[i].id);
		ck_assert_str_eq(first->options[i].text, text->clauses[i].text);
	}
	bank_free(bank);
}
END_TEST

/* Which options speak for a second model as well, and for which one. */
START_TEST(test_ownership)
{
	static const int second[10][5] = {
		[0] = { [1] = 3 }, [2] = { [1] = 2 }, [3] = { [1] = 3 }, [7] = { [3] = 4 }, [8] = { [1] = 3 },
	};
	static const char *const models[] = {
		"parental-control", "friends-with-benefits", "joint-custody", "limited-visiting-rights",
		"runaway-child",
	};
	struct bank *bank = shipped("joint-workshop");
	const struct step *today = bank_step(bank, "ownership/today", NULL);
	const struct step *wanted = bank_step(bank, "ownership/wanted", NULL);

	ck_assert_uint_eq(today->model_count, COUNT_OF(models));
	for (size_t i = 0; i < COUNT_OF(models); i++)
		ck_assert_str_eq(today->models[i].id, models[i]);
	ck_assert_uint_eq(today->part_count, COUNT_OF(second));
	ck_assert_uint_eq(wanted->part_count, COUNT_OF(second));
	ck_assert_str_eq(wanted->then, today->key);
	for (size_t i = 0; i < COUNT_OF(second); i++) {
		for (size_t j = 0; j < COUNT_OF(models); j++) {
			ck_assert_int_eq(today->parts[i].seconds[j], second[i][j] ? second[i][j] : -1);
			ck_assert_int_eq(wanted->parts[i].seconds[j], today->parts[i].seconds[j]);
			ck_assert_uint_le(strlen(today->parts[i].options[j]), 40);
		}
	}
	bank_free(bank);
}
END_TEST

/* Whether some step of the bank is of the kind, or has the analysis. */
static bool has(const struct bank *bank, const char *kind, const char *analysis)
{
	for (size_t i = 0; i < bank->module_count; i++)
		for (size_t j = 0; j < bank->modules[i].step_count; j++) {
			const struct step *step = &bank->modules[i].steps[j];

			if ((kind && strcmp(step->kind, kind) == 0) ||
				(analysis && step->analysis && strcmp(step->analysis, analysis) == 0))
				return true;
		}
	return false;
}

/* A bank of two other sides, for the scripts: it leaves out nothing, and speaks of nobody else. */
START_TEST(test_other_sides)
{
	static const char *const analyses[] = {
		"overlap", "gaps", "conflicts", "shared", "speed", "skin", "ladder",
	};
	const char *srcdir = getenv("srcdir");
	char *path = mem_printf("%s/tests/banks/sales-engineering.yaml", srcdir ? srcdir : ".");
	const struct instrument *const *all = instruments();
	struct diags diags = { 0 };
	struct err err = { 0 };
	struct str text;
	struct bank *bank;

	str_init(&text);
	bank = bank_load_file(path, &text, &diags, &err);
	ck_assert_msg(bank != NULL, "%s", err.message);
	for (size_t i = 0; all[i]; i++)
		ck_assert_msg(has(bank, all[i]->kind, NULL), "no step is a %s", all[i]->kind);
	for (size_t i = 0; i < COUNT_OF(analyses); i++)
		ck_assert_msg(has(bank, NULL, analyses[i]), "no step has the analysis %s", analyses[i]);
	ck_assert_ptr_null(strstr(text.data, "arketing"));
	ck_assert_ptr_null(strstr(text.data, " IT"));
	bank_free(bank);
	str_release(&text);
	free(path);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("bank/shipped");
	TCase *tcase = tcase_create("shipped");

	tcase_add_test(tcase, test_complete);
	tcase_add_test(tcase, test_agendas);
	tcase_add_test(tcase, test_levels);
	tcase_add_test(tcase, test_comparable);
	tcase_add_test(tcase, test_clauses);
	tcase_add_test(tcase, test_ownership);
	tcase_add_test(tcase, test_other_sides);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
