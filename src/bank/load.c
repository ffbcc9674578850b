/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Nodes to a bank; load-step.c reads its steps. */
#include "bank/load.h"

#include "bank/load-step.h"
#include "bank/yaml.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/node.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "instrument/spec.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define FORMAT_VERSION 1

#define SOURCES_MOST 100
#define AGENDAS_MOST 20
#define MODULES_MOST 40
#define STEPS_MOST 60
#define MINUTES_MOST 600
#define LENGTH_MOST 1440
#define WEIGHT_USUAL 10
#define WEIGHT_MOST 100

#define TITLE_LIMIT 100
#define BRIEF_LIMIT 4000
#define NAME_LIMIT 40
#define YEAR_LIMIT 20

/* A list's entries as an array of structs; count gets how many. */
static void *entries(const struct node *list, size_t size, size_t *count)
{
	*count = list ? list->count : 0;
	return list ? mem_zalloc(list->count, size) : NULL;
}

static void load_side(struct loader *loader, const struct node *node, size_t number,
	struct side *side)
{
	static const char *const keys[] = { "id", "name" };
	struct reader reader = reader_enter(&loader->reader, _("side"), node, number);

	if (!reader_keys(&reader, node, keys, COUNT_OF(keys)))
		return;
	side->id = reader_id(&reader, node, "id", true);
	side->name = reader_line(&reader, node, "name", true, NAME_LIMIT);
}

static bool same_name(const char *a, const char *b)
{
	char *folded = text_fold(a), *other = text_fold(b);
	bool same = strcmp(folded, other) == 0;

	free(folded);
	free(other);
	return same;
}

/* A name typed for a person's side must mean one side. */
static void check_side_names(struct reader *reader, const struct node *list,
	const struct side sides[SIDES])
{
	const struct side *first = &sides[0], *second = &sides[1];

	if (!first->id || !first->name || !second->id || !second->name)
		return;
	/* One id twice is another finding. */
	if (strcmp(first->id, second->id) == 0)
		return;
	if (same_name(first->name, second->name) || same_name(first->id, second->name))
		reader_fail(reader, node_get(list->items[1], "name"),
			_("'%s' could mean either side"), second->name);
	else if (same_name(first->name, second->id))
		reader_fail(reader, node_get(list->items[1], "id"),
			_("'%s' could mean either side"), second->id);
}

static void load_sides(struct loader *loader, struct reader *top)
{
	const struct node *list = reader_list(top, loader->root, "sides", true, SIZE_MAX);
	struct side *sides = loader->bank->sides;

	if (!list || list->count == 0)
		return;
	if (list->count != SIDES) {
		reader_fail(top, list, _("'sides' must be exactly two, not %zu"), list->count);
		return;
	}
	for (size_t i = 0; i < SIDES; i++)
		load_side(loader, list->items[i], i + 1, &sides[i]);
	reader_unique(top, list, "sides");
	check_side_names(top, list, sides);
}

static void load_source(struct loader *loader, const struct node *node, size_t number,
	struct source *source)
{
	static const char *const keys[] = { "id", "title", "population", "year", "seen_in" };
	struct reader reader = reader_enter(&loader->reader, _("source"), node, number);

	if (reader_keys(&reader, node, keys, COUNT_OF(keys))) {
		source->id = reader_id(&reader, node, "id", true);
		source->title = reader_line(&reader, node, "title", true, SENTENCE_LIMIT);
		source->population =
			reader_line(&reader, node, "population", false, SENTENCE_LIMIT);
		source->year = reader_line(&reader, node, "year", false, YEAR_LIMIT);
		source->seen_in = reader_line(&reader, node, "seen_in", false, SENTENCE_LIMIT);
	}
	source->id = spec_text(source->id);
}

static void load_sources(struct loader *loader, struct reader *top)
{
	const struct node *list = reader_list(top, loader->root, "sources", false, SOURCES_MOST);
	struct bank *bank = loader->bank;

	bank->sources = entries(list, sizeof *bank->sources, &bank->source_count);
	for (size_t i = 0; i < bank->source_count; i++)
		load_source(loader, list->items[i], i + 1, &bank->sources[i]);
	reader_unique(top, list, "sources");
}

/* What the facilitator says first is a step like any other. */
static void make_brief(const struct module *module, struct step *step)
{
	step->id = mem_strdup("brief");
	step->kind = mem_strdup("brief");
	step->key = mem_printf("%s/brief", module->id);
	step->prompt = mem_strdup(module->title ? module->title : "");
	step->text = mem_strdup(module->brief);
}

static void load_module(struct loader *loader, const struct node *node, size_t number,
	struct module *module)
{
	static const char *const keys[] = {
		"id", "title", "purpose", "brief", "weight", "aside", "keep", "steps",
	};
	struct reader reader = reader_enter(&loader->reader, _("module"), node, number);
	const struct node *list;
	size_t first;

	if (!reader_keys(&reader, node, keys, COUNT_OF(keys))) {
		module->id = spec_text(NULL);
		return;
	}
	module->id = spec_text(reader_id(&reader, node, "id", true));
	module->title = reader_line(&reader, node, "title", true, TITLE_LIMIT);
	module->purpose = reader_line(&reader, node, "purpose", false, SENTENCE_LIMIT);
	module->brief = reader_text(&reader, node, "brief", false, BRIEF_LIMIT);
	module->weight = (int)reader_number(&reader, node, "weight", false, 1, WEIGHT_MOST, WEIGHT_USUAL);
	module->aside = reader_flag(&reader, node, "aside", false);
	module->keep = reader_flag(&reader, node, "keep", false);
	list = reader_list(&reader, node, "steps", !node_get(node, "brief"), STEPS_MOST);
	first = module->brief != NULL;
	module->step_count = first + (list ? list->count : 0);
	module->steps = mem_zalloc(module->step_count, sizeof *module->steps);
	if (first)
		make_brief(module, &module->steps[0]);
	for (size_t i = 0; list && i < list->count; i++)
		load_step(loader, &reader, list->items[i], i + 1, module,
			&module->steps[first + i]);
	reader_unique(&reader, list, "steps");
}

static void load_modules(struct loader *loader, struct reader *top)
{
	const struct node *list = reader_list(top, loader->root, "modules", true, MODULES_MOST);
	struct bank *bank = loader->bank;

	loader->modules = list;
	bank->modules = entries(list, sizeof *bank->modules, &bank->module_count);
	for (size_t i = 0; i < bank->module_count; i++)
		load_module(loader, list->items[i], i + 1, &bank->modules[i]);
	reader_unique(top, list, "modules");
}

static const char *module_id(const struct bank *bank, size_t at)
{
	return bank->modules[at].id;
}

/* The module of an id; reports one that is not there. */
static const struct module *find_module(struct loader *loader, struct reader *reader,
	const struct node *at, const char *id)
{
	const struct bank *bank = loader->bank;
	const struct module *module = bank_module(bank, id);
	const char *meant;

	/* Without modules, that is the finding. */
	if (module || bank->module_count == 0)
		return module;
	meant = load_nearest(bank, id, bank->module_count, module_id);
	if (meant)
		reader_fail(reader, at, _("there is no module '%s' (did you mean '%s'?)"), id,
			meant);
	else
		reader_fail(reader, at, _("there is no module '%s'"), id);
	return NULL;
}

/* A module's standing is told by one scale at most. */
static void link_level(struct loader *loader, struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *at = node_get(node, "level");
	const struct module *module;
	const struct step *first;

	if (!step->level)
		return;
	module = find_module(loader, reader, at, step->level);
	if (!module) {
		mem_set(&step->level, NULL);
		return;
	}
	first = bank_level(loader->bank, module);
	if (first != step)
		reader_fail(reader, at, _("the step '%s' tells already where the module '%s' stands"), first->key,
			step->level);
}

/* What can only be checked once all steps are read. */
static void link_module(struct loader *loader, const struct node *node, size_t number,
	struct module *module)
{
	struct reader reader = reader_enter(&loader->reader, _("module"), node, number);
	const struct node *list = node_get(node, "steps");
	size_t count = list && list->kind == NODE_LIST ? list->count : 0;

	for (size_t i = 0; i < count; i++) {
		struct step *step = &module->steps[module->step_count - count + i];
		const struct instrument *instrument = instrument_find(step->kind);
		struct reader inner = load_step_reader(loader, &reader, list->items[i], i + 1);

		if (instrument && instrument->check_links)
			instrument->check_links(&inner, list->items[i], loader->bank, module, step);
		link_level(loader, &inner, list->items[i], step);
	}
}

static void load_entry(struct loader *loader, struct reader *outer, const struct node *node,
	size_t number, struct agenda_entry *entry)
{
	static const char *const keys[] = { "id", "minutes" };
	struct reader reader = reader_enter(outer, _("module"), node, number);
	char *id;

	if (!reader_keys(&reader, node, keys, COUNT_OF(keys)))
		return;
	id = reader_id(&reader, node, "id", true);
	if (id)
		entry->module = find_module(loader, outer, node_get(node, "id"), id);
	entry->minutes = (int)reader_number(&reader, node, "minutes", true, 1, MINUTES_MOST, 1);
	free(id);
}

static void load_agenda(struct loader *loader, const struct node *node, size_t number,
	struct agenda *agenda)
{
	static const char *const keys[] = { "id", "title", "length", "slack", "modules" };
	struct reader reader = reader_enter(&loader->reader, _("agenda"), node, number);
	const struct node *list;
	int minutes;

	if (!reader_keys(&reader, node, keys, COUNT_OF(keys)))
		return;
	agenda->id = reader_id(&reader, node, "id", true);
	agenda->title = reader_line(&reader, node, "title", true, TITLE_LIMIT);
	list = reader_list(&reader, node, "modules", true, MODULES_MOST);
	agenda->entries = entries(list, sizeof *agenda->entries, &agenda->entry_count);
	for (size_t i = 0; i < agenda->entry_count; i++)
		load_entry(loader, &reader, list->items[i], i + 1, &agenda->entries[i]);
	reader_unique(&reader, list, "modules");
	agenda->length = (int)reader_number(&reader, node, "length", false, 1, LENGTH_MOST, 0);
	agenda->slack = (int)reader_number(&reader, node, "slack", false, 0, LENGTH_MOST, 0);
	minutes = agenda->slack;
	for (size_t i = 0; i < agenda->entry_count; i++)
		minutes += agenda->entries[i].minutes;
	if (agenda->length && minutes != agenda->length)
		reader_fail(&reader, node_get(node, "length"),
			_("modules and slack are %d minutes, and 'length' says %d"), minutes, agenda->length);
}

static void load_agendas(struct loader *loader, struct reader *top)
{
	const struct node *list = reader_list(top, loader->root, "agendas", true, AGENDAS_MOST);
	struct bank *bank = loader->bank;

	bank->agendas = entries(list, sizeof *bank->agendas, &bank->agenda_count);
	for (size_t i = 0; i < bank->agenda_count; i++)
		load_agenda(loader, list->items[i], i + 1, &bank->agendas[i]);
	reader_unique(top, list, "agendas");
}

/* Whether the bank is of a later format, which is reported. */
static bool is_newer(struct reader *top, const struct node *root)
{
	const struct node *accord = node_get(root, "accord");

	if (!accord || accord->kind != NODE_SCALAR ||
		accord->text[strspn(accord->text, "0123456789")] ||
		strtol(accord->text, NULL, 10) <= FORMAT_VERSION)
		return false;
	reader_fail(top, accord, _("format %s is not known here: this bank needs a newer accord"),
		node_shown(accord->text).text);
	return true;
}

/* A tag such as "en" or "pt-BR". */
static char *load_language(struct reader *top, const struct node *root)
{
	const char *letters = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-";
	char *language = reader_line(top, root, "language", true, NAME_LIMIT);
	size_t first;

	if (!language)
		return NULL;
	first = strcspn(language, "-");
	if (first < 2 || first > 8 || language[strspn(language, letters)])
		reader_fail(top, node_get(root, "language"),
			_("'language' must be a code such as 'en', not '%s'"),
			node_shown(language).text);
	return language;
}

static void load_root(struct loader *loader)
{
	static const char *const keys[] = {
		"accord",
		"id",
		"version",
		"title",
		"language",
		"sides",
		"sources",
		"agendas",
		"modules",
	};
	struct reader top = loader->reader;
	const struct node *root = loader->root;
	struct bank *bank = loader->bank;

	snprintf(top.subject, sizeof top.subject, "%s", _("bank"));
	if (is_newer(&top, root) || !reader_keys(&top, root, keys, COUNT_OF(keys)))
		return;
	reader_number(&top, root, "accord", true, FORMAT_VERSION, FORMAT_VERSION, FORMAT_VERSION);
	bank->id = reader_id(&top, root, "id", true);
	bank->version = reader_line(&top, root, "version", true, NAME_LIMIT);
	bank->title = reader_line(&top, root, "title", true, TITLE_LIMIT);
	bank->language = load_language(&top, root);
	load_sides(loader, &top);
	load_sources(loader, &top);
	load_modules(loader, &top);
	for (size_t i = 0; i < bank->module_count; i++)
		link_module(loader, loader->modules->items[i], i + 1, &bank->modules[i]);
	load_agendas(loader, &top);
}

/* What stands in an anchored node is found once more for each of its aliases. */
static void remove_repeated(struct diags *diags)
{
	size_t kept = 0;

	for (size_t i = 0; i < diags->count; i++) {
		struct diag *diag = &diags->items[i];
		bool repeated = false;

		for (size_t j = kept; j > 0 && !repeated; j--) {
			const struct diag *other = &diags->items[j - 1];

			if (other->line != diag->line || other->column != diag->column)
				break;
			repeated = strcmp(other->message, diag->message) == 0;
		}
		if (repeated) {
			free(diag->file);
			free(diag->message);
		} else {
			diags->items[kept++] = *diag;
		}
	}
	diags->count = kept;
}

/* Moves findings to the end of others. */
static void append(struct diags *diags, const struct diags *more)
{
	for (size_t i = 0; i < more->count; i++)
		diags_add(diags, more->items[i].file, more->items[i].line, more->items[i].column,
			"%s", more->items[i].message);
}

struct bank *bank_read(const char *name, const char *text, size_t length, struct diags *diags)
{
	struct diags found = { 0 };
	struct loader loader = { .reader = { .diags = &found, .file = name } };
	struct node *root = yaml_read(name, text, length, &found);

	if (root) {
		loader.root = root;
		loader.bank = mem_zalloc(1, sizeof *loader.bank);
		load_root(&loader);
	}
	if (found.count > 0) {
		bank_free(loader.bank);
		loader.bank = NULL;
	}
	diags_sort(&found);
	remove_repeated(&found);
	append(diags, &found);
	diags_release(&found);
	node_free(root);
	return loader.bank;
}

struct bank *bank_parse(const char *text, size_t length, struct err *err)
{
	struct diags diags = { 0 };
	struct bank *bank = bank_read(_("bank"), text, length, &diags);
	char *first;

	if (!bank) {
		first = diag_text(&diags.items[0]);
		err_set(err, ERR_INPUT, "%s", first);
		free(first);
	}
	diags_release(&diags);
	return bank;
}

struct bank *bank_load_file(const char *path, struct str *text, struct diags *diags,
	struct err *err)
{
	size_t before = text->length, known = diags->count;
	struct bank *bank;

	if (file_read(path, YAML_BYTES, text, err) != 0)
		return NULL;
	bank = bank_read(path, text->data + before, text->length - before, diags);
	if (!bank)
		err_set(err, ERR_INPUT,
			P_("the bank '%s' has %zu error", "the bank '%s' has %zu errors",
				diags->count - known),
			path, diags->count - known);
	return bank;
}
