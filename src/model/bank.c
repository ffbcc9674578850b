/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Banks: finding things in them, and taking them apart. */
#include "model/bank.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

static const char *const column_types[] = {
	[COLUMN_TEXT] = "text",
	[COLUMN_SIDE] = "side",
	[COLUMN_PERSON] = "person",
	[COLUMN_CHOICE] = "choice",
	[COLUMN_LEVEL] = "level",
	[COLUMN_NUMBER] = "number",
	[COLUMN_MONEY] = "money",
	[COLUMN_DATE] = "date",
	[COLUMN_YES_NO] = "yes-no",
};

const char *column_type_name(enum column_type type)
{
	return column_types[type];
}

int column_type_parse(const char *name)
{
	for (size_t i = 0; i < COUNT_OF(column_types); i++)
		if (strcmp(name, column_types[i]) == 0)
			return (int)i;
	return -1;
}

static void options_free(struct option *options, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(options[i].id);
		free(options[i].text);
	}
	free(options);
}

static void column_release(struct column *column)
{
	free(column->id);
	free(column->title);
	free(column->hint);
	options_free(column->options, column->option_count);
}

static void part_release(struct part *part)
{
	free(part->id);
	free(part->text);
	for (size_t i = 0; i < part->option_count; i++)
		free(part->options[i]);
	free(part->options);
	free(part->seconds);
}

static void step_release(struct step *step)
{
	char *const texts[] = {
		step->id, step->key, step->kind, step->prompt, step->text, step->coach, step->proposal,
		step->benchmark.text, step->benchmark.unit, step->low, step->high, step->unit,
		step->people, step->analysis, step->of, step->role, step->level, step->then,
	};

	for (size_t i = 0; i < COUNT_OF(texts); i++)
		free(texts[i]);
	options_free(step->options, step->option_count);
	options_free(step->levels, step->level_count);
	for (size_t i = 0; i < step->column_count; i++)
		column_release(&step->columns[i]);
	free(step->columns);
	for (size_t i = 0; i < step->band_count; i++)
		free(step->bands[i].text);
	free(step->bands);
	options_free(step->models, step->model_count);
	for (size_t i = 0; i < step->part_count; i++)
		part_release(&step->parts[i]);
	free(step->parts);
	for (size_t i = 0; i < step->clause_count; i++) {
		free(step->clauses[i].id);
		free(step->clauses[i].text);
		free(step->clauses[i].hint);
	}
	free(step->clauses);
}

static void module_release(struct module *module)
{
	free(module->id);
	free(module->title);
	free(module->purpose);
	free(module->brief);
	for (size_t i = 0; i < module->step_count; i++)
		step_release(&module->steps[i]);
	free(module->steps);
}

static void source_release(struct source *source)
{
	free(source->id);
	free(source->title);
	free(source->population);
	free(source->year);
	free(source->seen_in);
}

struct bank *bank_share(struct bank *bank)
{
	bank->shares++;
	return bank;
}

void bank_free(struct bank *bank)
{
	if (!bank)
		return;
	if (bank->shares > 0) {
		bank->shares--;
		return;
	}
	free(bank->id);
	free(bank->version);
	free(bank->title);
	free(bank->language);
	for (size_t i = 0; i < SIDES; i++) {
		free(bank->sides[i].id);
		free(bank->sides[i].name);
	}
	for (size_t i = 0; i < bank->source_count; i++)
		source_release(&bank->sources[i]);
	free(bank->sources);
	for (size_t i = 0; i < bank->agenda_count; i++) {
		free(bank->agendas[i].id);
		free(bank->agendas[i].title);
		free(bank->agendas[i].entries);
	}
	free(bank->agendas);
	for (size_t i = 0; i < bank->module_count; i++)
		module_release(&bank->modules[i]);
	free(bank->modules);
	free(bank);
}

const struct module *bank_module(const struct bank *bank, const char *id)
{
	for (size_t i = 0; i < bank->module_count; i++)
		if (strcmp(bank->modules[i].id, id) == 0)
			return &bank->modules[i];
	return NULL;
}

const struct agenda *bank_agenda(const struct bank *bank, const char *id)
{
	for (size_t i = 0; i < bank->agenda_count; i++)
		if (strcmp(bank->agendas[i].id, id) == 0)
			return &bank->agendas[i];
	return NULL;
}

#define USUAL_AGENDA "two-hours"

static const struct agenda *no_agenda(const struct bank *bank, const char *name, struct err *err)
{
	struct str names;

	str_init(&names);
	for (size_t i = 0; i < bank->agenda_count; i++)
		str_printf(&names, "%s%s", i ? ", " : "", bank->agendas[i].id);
	err_set(err, ERR_INPUT, _("no agenda '%s' in this bank; it has: %s"), name, names.data);
	str_release(&names);
	return NULL;
}

const struct agenda *bank_choose_agenda(const struct bank *bank, const char *name, struct err *err)
{
	const struct agenda *found = bank_agenda(bank, name[0] ? name : USUAL_AGENDA);

	if (!found && !name[0] && bank->agenda_count > 0)
		found = &bank->agendas[0];
	if (found)
		return found;
	for (size_t i = 0; name[0] && i < bank->agenda_count; i++) {
		const struct agenda *agenda = &bank->agendas[i];

		if (strncmp(agenda->id, name, strlen(name)) != 0)
			continue;
		if (found) {
			err_set(err, ERR_INPUT, _("'%s' may be agenda '%s' or '%s': write more of it"), name, found->id,
				agenda->id);
			return NULL;
		}
		found = agenda;
	}
	return found ? found : no_agenda(bank, name, err);
}

/* -1 where the agenda does not have the module. */
static int minutes_in(const struct agenda *agenda, const struct module *module)
{
	for (size_t i = 0; i < agenda->entry_count; i++)
		if (agenda->entries[i].module == module)
			return agenda->entries[i].minutes;
	return -1;
}

int bank_minutes(const struct bank *bank, const char *agenda, const struct module *module)
{
	const struct agenda *own = bank_agenda(bank, agenda);
	int minutes = own ? minutes_in(own, module) : -1;

	for (size_t i = 0; minutes < 0 && i < bank->agenda_count; i++)
		minutes = minutes_in(&bank->agendas[i], module);
	return minutes < 0 ? MINUTES_USUAL : minutes;
}

int agenda_minutes(const struct agenda *agenda)
{
	int minutes = 0;

	for (size_t i = 0; i < agenda->entry_count; i++)
		minutes += agenda->entries[i].minutes;
	return agenda->length > 0 ? agenda->length : minutes;
}

const struct step *bank_step(const struct bank *bank, const char *key, const struct module **module)
{
	for (size_t i = 0; i < bank->module_count; i++) {
		const struct module *owner = &bank->modules[i];

		for (size_t j = 0; j < owner->step_count; j++) {
			if (strcmp(owner->steps[j].key, key) != 0)
				continue;
			if (module)
				*module = owner;
			return &owner->steps[j];
		}
	}
	return NULL;
}

const struct step *bank_level(const struct bank *bank, const struct module *module)
{
	for (size_t i = 0; i < bank->module_count; i++)
		for (size_t j = 0; j < bank->modules[i].step_count; j++) {
			const struct step *step = &bank->modules[i].steps[j];

			if (step->level && strcmp(step->level, module->id) == 0)
				return step;
		}
	return NULL;
}

const struct column *step_column(const struct step *step, const char *id)
{
	for (size_t i = 0; i < step->column_count; i++)
		if (strcmp(step->columns[i].id, id) == 0)
			return &step->columns[i];
	return NULL;
}

const struct column *step_name_column(const struct step *step)
{
	for (size_t i = 0; i < step->column_count; i++)
		if (step->columns[i].type == COLUMN_TEXT)
			return &step->columns[i];
	return NULL;
}

int option_find(const struct option *options, size_t count, const char *id)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(options[i].id, id) == 0)
			return (int)i;
	return -1;
}

/* What is compared of a name: case and spaces at its ends do not matter. For free(). */
static char *compared(const char *text)
{
	char *tidy = text_tidy(text), *folded = text_fold(tidy);

	free(tidy);
	return folded;
}

static bool same_name(const char *folded, const char *name)
{
	char *other = compared(name);
	bool same = strcmp(folded, other) == 0;

	free(other);
	return same;
}

int bank_side(const struct bank *bank, const char *text)
{
	char *folded = compared(text);
	int side = SIDE_NONE;

	for (int i = 0; i < SIDES && side == SIDE_NONE; i++)
		if (same_name(folded, bank->sides[i].id) || same_name(folded, bank->sides[i].name))
			side = i;
	free(folded);
	return side;
}

char *benchmark_text(const struct benchmark *benchmark)
{
	const struct source *source = benchmark->source;
	struct str cited;
	char *text;

	if (!source)
		return mem_strdup(benchmark->text);
	str_init(&cited);
	str_add(&cited, source->title);
	if (source->population)
		str_printf(&cited, ", %s", source->population);
	if (source->year)
		str_printf(&cited, ", %s", source->year);
	if (source->seen_in) {
		str_add(&cited, "; ");
		str_printf(&cited, _("seen in “%s”"), source->seen_in);
	}
	/* TRANSLATORS: a sentence with a figure, and where it comes from. */
	text = mem_printf(_("%s (%s)"), benchmark->text, cited.data);
	str_release(&cited);
	return text;
}
