/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of banks that are right: what stands in the file arrives in the bank. */
#include "bank/load.h"
#include "base/mem.h"
#include "base/str.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define SMALL \
	"accord: 1\nid: b\nversion: 1.0\ntitle: B\nlanguage: en\n" \
	"sides: [{id: m, name: M}, {id: t, name: T}]\n" \
	"agendas: [{id: a, title: A, modules: [{id: x, minutes: 5}]}]\n" \
	"modules: [{id: x, title: X, brief: B}]\n"

/* Where the first finding about a text is; "" when all is well. */
static void expect(const char *text, const char *place)
{
	struct diags diags = { 0 };
	char got[40] = "";

	bank_free(bank_read("f", text, strlen(text), &diags));
	if (diags.count > 0)
		snprintf(got, sizeof got, "%d:%d", diags.items[0].line, diags.items[0].column);
	ck_assert_str_eq(got, place);
	diags_release(&diags);
}

START_TEST(test_encodings)
{
	expect(SMALL, "");
	expect("\xef\xbb\xbf" SMALL, "");
	expect("\xef\xbb\xbf"
	       "accord: 3\n",
		"1:9");
	expect("# line ends\r\n\r\naccord: 3\r\n", "3:9");
}
END_TEST

/* Paths of the banks that stand beside the tests. */
static char *file_of(const char *name)
{
	const char *srcdir = getenv("srcdir");

	return mem_printf("%s/tests/banks/%s", srcdir ? srcdir : ".", name);
}

static struct bank *load(const char *name)
{
	char *path = file_of(name);
	struct diags diags = { 0 };
	struct err err = { 0 };
	struct str text;
	struct bank *bank;

	str_init(&text);
	bank = bank_load_file(path, &text, &diags, &err);
	ck_assert_msg(bank != NULL, "%s: %s", err.message,
		diags.count ? diags.items[0].message : "");
	ck_assert_uint_eq(diags.count, 0);
	ck_assert_uint_gt(text.length, 1000);
	str_release(&text);
	free(path);
	return bank;
}

static const char *shown(const char *text)
{
	return text ? text : "-";
}

static void dump_options(struct str *out, const char *what, const struct option *options,
	size_t count)
{
	if (count > 0)
		str_printf(out, " %s:", what);
	for (size_t i = 0; i < count; i++)
		str_printf(out, " %s=%s", options[i].id, options[i].text);
}

static void dump_part(struct str *out, const struct part *part)
{
	str_printf(out, "  %s '%s'", part->id, part->text);
	for (size_t i = 0; i < part->option_count; i++) {
		str_printf(out, " '%s'", part->options[i]);
		if (part->seconds[i] >= 0)
			str_printf(out, " also %d", part->seconds[i]);
	}
	str_add(out, "\n");
}

static void dump_step(struct str *out, const struct step *step)
{
	str_printf(out, "%s %s/%d '%s'", step->key, step->kind, (int)step->by, step->prompt);
	if (step->predict)
		str_add(out, " predict");
	if (step->anonymous)
		str_add(out, " anonymous");
	if (step->text)
		str_printf(out, " text '%s'", step->text);
	if (step->coach)
		str_printf(out, " coach '%s'", step->coach);
	if (step->benchmark.text)
		str_printf(out, " benchmark %ld %s '%s' %s", step->benchmark.value,
			shown(step->benchmark.unit), step->benchmark.text,
			step->benchmark.source->id);
	if (step->points)
		str_printf(out, " points %d '%s' '%s'", step->points, step->low, step->high);
	if (step->level)
		str_printf(out, " level %s", step->level);
	if (step->shows)
		str_printf(out, " shows %u", step->shows);
	if (step->most)
		str_printf(out, " most %d", step->most);
	for (size_t i = 0; i < step->band_count; i++)
		str_printf(out, " from %d '%s'", step->bands[i].from, step->bands[i].text);
	if (step->pick)
		str_printf(out, " pick %d", step->pick);
	if (step->lowest || step->highest)
		str_printf(out, " %ld to %ld %s", step->lowest, step->highest, shown(step->unit));
	if (step->of)
		str_printf(out, " of %s", step->of);
	if (step->role)
		str_printf(out, " role %s", step->role);
	if (step->analysis)
		str_printf(out, " analysis %s", step->analysis);
	if (step->lint)
		str_add(out, " lint");
	dump_options(out, "options", step->options, step->option_count);
	if (step->people)
		str_printf(out, " people '%s'", step->people);
	dump_options(out, "levels", step->levels, step->level_count);
	dump_options(out, "models", step->models, step->model_count);
	if (step->then)
		str_printf(out, " then %s", step->then);
	str_add(out, "\n");
	for (size_t i = 0; i < step->part_count; i++)
		dump_part(out, &step->parts[i]);
	for (size_t i = 0; i < step->column_count; i++) {
		const struct column *column = &step->columns[i];

		str_printf(out, "  %s%s %s '%s'", column->id, column->required ? "!" : "",
			column_type_name(column->type), column->title);
		if (column->hint)
			str_printf(out, " hint '%s'", column->hint);
		if (column->lowest || column->highest)
			str_printf(out, " %ld to %ld", column->lowest, column->highest);
		dump_options(out, "options", column->options, column->option_count);
		str_add(out, "\n");
	}
	for (size_t i = 0; i < step->clause_count; i++) {
		str_printf(out, "  %s '%s'", step->clauses[i].id, step->clauses[i].text);
		if (step->clauses[i].hint)
			str_printf(out, " hint '%s'", step->clauses[i].hint);
		str_add(out, "\n");
	}
}

static char *dump(const struct bank *bank)
{
	struct str out;

	str_init(&out);
	str_printf(&out, "%s %s '%s' %s\n", bank->id, bank->version, bank->title, bank->language);
	for (size_t i = 0; i < SIDES; i++)
		str_printf(&out, "side %s '%s'\n", bank->sides[i].id, bank->sides[i].name);
	for (size_t i = 0; i < bank->source_count; i++)
		str_printf(&out, "source %s '%s' %s, %s, %s\n", bank->sources[i].id,
			bank->sources[i].title, shown(bank->sources[i].population),
			shown(bank->sources[i].year), shown(bank->sources[i].seen_in));
	for (size_t i = 0; i < bank->agenda_count; i++) {
		const struct agenda *agenda = &bank->agendas[i];

		str_printf(&out, "agenda %s '%s'", agenda->id, agenda->title);
		for (size_t j = 0; j < agenda->entry_count; j++)
			str_printf(&out, " %s:%d", agenda->entries[j].module->id,
				agenda->entries[j].minutes);
		if (agenda->length)
			str_printf(&out, " %d with %d slack", agenda->length, agenda->slack);
		str_add(&out, "\n");
	}
	for (size_t i = 0; i < bank->module_count; i++) {
		const struct module *module = &bank->modules[i];

		str_printf(&out, "module %s '%s' %s, %s\n", module->id, module->title,
			shown(module->purpose), shown(module->brief));
		if (module->weight != 10 || module->aside || module->keep)
			str_printf(&out, "weighs %d%s%s\n", module->weight, module->aside ? ", aside" : "",
				module->keep ? ", kept" : "");
		for (size_t j = 0; j < module->step_count; j++)
			dump_step(&out, &module->steps[j]);
	}
	return out.data;
}

static const char full[] =
	"full 2.0.1 'Every key' de-AT\n"
	"side shop 'Läden'\n"
	"side web 'Web'\n"
	"source survey 'A survey' 40 heads of shops, 2012, A magazine\n"
	"source bare 'A bare source' -, -, -\n"
	"agenda short 'Short' talk:600\n"
	"agenda long 'Long' rows:20 talk:1 pause:15 40 with 4 slack\n"
	"module talk 'Talk' To say it., First line.\n"
	"\n"
	"Second   paragraph.\n"
	"weighs 15, aside, kept\n"
	"talk/brief brief/0 'Talk' text 'First line.\n"
	"\n"
	"Second   paragraph.'\n"
	"talk/trust scale/0 'We keep our promises.' predict anonymous coach 'Let the two furthest "
	"apart speak first.\n"
	"Then the others.' benchmark 12 percent '12 % did.' survey points 9 'not at all' 'fully'\n"
	"talk/plain scale/0 'A prompt on two lines.' benchmark 0 - 'Most did not.' bare points 5 "
	"'0' 'null values are texts too' level talk\n"
	"talk/word choice/1 'Who decides?' predict options: no=no both=Both: together\n"
	"talk/signs checklist/0 'What do you see?' anonymous most 2 options: a=A b=B c=C\n"
	"talk/signs-again checklist/0 'What do they see?' options: a=A b=B c=C\n"
	"talk/warnings checklist/1 'What do both see?' from 0 'watch' from 2 'act, now' options: a=A b=B c=C\n"
	"talk/dots rank/0 'What first?' anonymous pick 2 options: a=A b=B c=C\n"
	"talk/more-dots rank/0 'And then?' pick 3 of talk/signs options: a=A b=B c=C\n"
	"talk/today models/0 'How is it?' models: one=One two=Two three=Three\n"
	"  money 'Whose money?' 'Theirs' 'Ours, too' also 2 'No one's' also 0\n"
	"  tools 'Whose tools?' 'T1' 'T2' 'T3'\n"
	"talk/wanted models/0 'How should it be?' models: one=One two=Two three=Three then talk/today\n"
	"  money 'Whose money?' 'Theirs' 'Ours, too' also 2 'No one's' also 0\n"
	"  tools 'Whose tools?' 'T1' 'T2' 'T3'\n"
	"talk/days number/0 'How many days?' predict anonymous -5 to 90 days\n"
	"talk/open text/2 'What else?' lint\n"
	"talk/clear scale/0 'Clear?' points 5 'dark' 'bright' of talk/open\n"
	"talk/clearer scale/0 'Clearer?' points 5 'dark' 'bright' of talk/open\n"
	"talk/sum text/0 'In short?' analysis ladder\n"
	"talk/list brief/0 'What we keep' text 'Read it.' shows 63\n"
	"module rows 'Rows' -, -\n"
	"rows/contracts register/0 'Which suppliers?' analysis overlap\n"
	"  vendor! text 'Vendor' hint 'The name on the invoice'\n"
	"  side! side 'Side'\n"
	"  category text 'For'\n"
	"  spend money 'A year' 1 to 1000000\n"
	"  ends date 'Ends'\n"
	"  notice number 'Notice' 0 to 1000000000\n"
	"  renews yes-no 'Renews'\n"
	"  owner person 'Owner'\n"
	"  state choice 'State' options: new=New old=Old\n"
	"rows/low number/2 'Saved at least?' 0 to 1000000000 - of rows/contracts role saving-low\n"
	"rows/high number/2 'Saved at most?' 0 to 1000000000 - of rows/contracts role saving-high\n"
	"rows/skills register/0 'Which skills?' analysis gaps people 'What each one can' levels: "
	"0=none 1=aware 2=with help 3=alone 4=teaches\n"
	"  skill text 'Skill'\n"
	"  side side 'Side'\n"
	"  needed level 'Needed' 0 to 4 options: 0=none 1=aware 2=with help 3=alone 4=teaches\n"
	"  weight level 'Weight' 1 to 3\n"
	"  heads number 'Heads' 0 to 1000000000\n"
	"  within number 'Within' 0 to 1000000000\n"
	"  lasts number 'Lasts' 0 to 1000000000\n"
	"rows/shared register/0 'What do we share?' of rows/clashes analysis shared\n"
	"  measure text 'Measure'\n"
	"  definition text 'Definition'\n"
	"  source text 'Source'\n"
	"  baseline text 'Baseline'\n"
	"  baseline-date date 'Of'\n"
	"  target text 'Target'\n"
	"  target-date date 'By'\n"
	"  first-owner person 'Owner 1'\n"
	"  second-owner text 'Owner 2'\n"
	"  review date 'Review'\n"
	"  rewarded yes-no 'Rewarded'\n"
	"rows/measures register/0 'What are you measured by?'\n"
	"  measure text 'Measure'\n"
	"  side side 'Side'\n"
	"  weight level 'Weight' 1 to 3 options: 1=some 2=much 3=most\n"
	"  direction choice 'Wanted' options: up=more down=less\n"
	"  first-drives level 'Shops drive' 0 to 2\n"
	"  second-drives level 'Web drives' 0 to 2 options: none=not some=a little much=much\n"
	"rows/clashes pairs/0 'Do these help?' of rows/measures analysis conflicts\n"
	"rows/simple pairs/0 'And these?' of rows/contracts\n"
	"rows/linked links/0 'Which are linked?' of rows/skills\n"
	"rows/charter draft/0 'What do we agree on?'\n"
	"  clause! text 'Clause'\n"
	"  text! text 'Text'\n"
	"  ask 'How we ask' hint 'Where, and how early'\n"
	"  wait 'How long: in days'\n"
	"rows/guess number/0 'How long?' 0 to 1000000000 - of rows/requests role guess-days\n"
	"rows/requests register/0 'What took how long?' analysis speed\n"
	"  kind text 'Kind'\n"
	"  asked number 'Asked' 0 to 1000000000\n"
	"  delivered number 'Took' 0 to 1000000000\n"
	"  side side 'By'\n"
	"  reason text 'Why'\n"
	"rows/stakes register/0 'Who puts in what?' analysis skin\n"
	"  initiative text 'Initiative'\n"
	"  first-budget money 'Shops pay' 0 to 1000000000\n"
	"  second-budget money 'Web pays' 0 to 1000000000\n"
	"  first-risk number 'Risk' 0 to 100\n"
	"  first-reward number 'Reward' 0 to 100\n"
	"module pause 'Break' -, Coffee is outside.\n"
	"pause/brief brief/0 'Break' text 'Coffee is outside.'\n";

START_TEST(test_full)
{
	struct bank *bank = load("full.yaml");
	char *got = dump(bank);

	ck_assert_str_eq(got, full);
	free(got);
	bank_free(bank);
}
END_TEST

START_TEST(test_json)
{
	struct bank *bank = load("full.json");
	char *got = dump(bank);

	ck_assert_str_eq(got, full);
	free(got);
	bank_free(bank);
}
END_TEST

START_TEST(test_parse)
{
	const char *text = SMALL;
	struct err err = { 0 };
	struct bank *bank = bank_parse(text, strlen(text), &err);

	ck_assert_ptr_nonnull(bank);
	ck_assert_int_eq(err.code, ERR_NONE);
	bank_free(bank);
	ck_assert_ptr_null(bank_parse("accord: 2\nid: B\n", 16, &err));
	ck_assert_int_eq(err.code, ERR_INPUT);
	ck_assert_str_eq(err.message,
		"bank:1:9: bank: format 2 is not known here: this bank needs a newer accord");
	ck_assert_ptr_null(bank_parse("", 0, NULL));
}
END_TEST

START_TEST(test_findings_append)
{
	struct diags diags = { 0 };

	ck_assert_ptr_null(bank_read("z", "", 0, &diags));
	ck_assert_ptr_null(bank_read("a", "- x\n", 4, &diags));
	ck_assert_uint_eq(diags.count, 2);
	ck_assert_str_eq(diags.items[0].file, "z");
	ck_assert_str_eq(diags.items[1].file, "a");
	diags_release(&diags);
}
END_TEST

START_TEST(test_unreadable)
{
	struct diags diags = { 0 };
	struct err err = { 0 };
	struct str text;

	str_init(&text);
	ck_assert_ptr_null(bank_load_file("/nowhere/x.yaml", &text, &diags, &err));
	ck_assert_int_eq(err.code, ERR_FAILED);
	ck_assert_str_eq(err.message, "cannot open '/nowhere/x.yaml': No such file or directory");
	ck_assert_uint_eq(diags.count, 0);
	str_release(&text);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("bank");
	TCase *tests = tcase_create("good");

	tcase_add_test(tests, test_encodings);
	tcase_add_test(tests, test_full);
	tcase_add_test(tests, test_json);
	tcase_add_test(tests, test_parse);
	tcase_add_test(tests, test_findings_append);
	tcase_add_test(tests, test_unreadable);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
