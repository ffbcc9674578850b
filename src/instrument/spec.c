/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Options, ranges, links between steps, and the columns that analyses need. */
#include "instrument/spec.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "instrument/instrument.h"

#include <stdlib.h>
#include <string.h>

static bool has_unknown(const struct step *step)
{
	for (size_t i = 0; i < step->column_count; i++)
		if (step->columns[i].type == COLUMN_UNKNOWN)
			return true;
	return false;
}

void spec_names(struct reader *reader, const struct node *at, const struct step *with)
{
	if (with->column_count > 0 && !step_name_column(with) && !has_unknown(with))
		reader_fail(reader, at, _("the register needs a column of the type 'text'"));
}

char *spec_text(char *text)
{
	return text ? text : mem_strdup("");
}

static void read_days(struct reader *reader, const struct node *node, struct option *option)
{
	const struct node *list = reader_list(reader, node, "days", false, OPTION_DAYS);

	for (size_t i = 0; list && i < list->count && i < OPTION_DAYS; i++)
		option->days[i] = (int)reader_number_entry(reader, list->items[i], "days", 1, SPEC_DAYS_MOST, 0);
}

static void read_option(struct reader *outer, const struct node *node, size_t number, bool dated,
	struct option *option)
{
	static const char *const keys[] = { "id", "text", "days" };
	struct reader reader = reader_enter(outer, _("option"), node, number);

	if (reader_keys(&reader, node, keys, COUNT_OF(keys) - !dated)) {
		option->id = reader_id(&reader, node, "id", true);
		option->text = reader_line(&reader, node, "text", true, SPEC_OPTION_TEXT);
		read_days(&reader, node, option);
	}
	option->id = spec_text(option->id);
	option->text = spec_text(option->text);
}

static void check_least(struct reader *reader, const struct node *list, const char *key,
	size_t least)
{
	if (list->count > 0 && list->count < least)
		reader_fail(reader, list,
			P_("'%s' is too short: %zu of at least %zu entry",
				"'%s' is too short: %zu of at least %zu entries", least),
			key, list->count, least);
}

static size_t read_options(struct reader *reader, const struct node *node, const char *key, size_t least,
	size_t most, bool dated, struct option **options)
{
	const struct node *list = reader_list(reader, node, key, true, most);

	if (!list)
		return 0;
	check_least(reader, list, key, least);
	*options = mem_zalloc(list->count, sizeof **options);
	for (size_t i = 0; i < list->count; i++)
		read_option(reader, list->items[i], i + 1, dated, &(*options)[i]);
	reader_unique(reader, list, key);
	return list->count;
}

size_t spec_options(struct reader *reader, const struct node *node, const char *key, size_t least,
	size_t most, struct option **options)
{
	return read_options(reader, node, key, least, most, false, options);
}

size_t spec_dated_options(struct reader *reader, const struct node *node, const char *key, size_t least,
	size_t most, struct option **options)
{
	return read_options(reader, node, key, least, most, true, options);
}

size_t spec_levels(struct reader *reader, const struct node *node, const char *key, long lowest,
	struct option **options)
{
	const struct node *list =
		reader_list(reader, node, key, false, (size_t)(SPEC_LEVEL_MOST + 1 - lowest));

	if (!list)
		return 0;
	if (list->count == 0)
		reader_fail(reader, list, _("'%s' is empty"), key);
	check_least(reader, list, key, 2);
	*options = mem_zalloc(list->count, sizeof **options);
	for (size_t i = 0; i < list->count; i++) {
		struct option *option = &(*options)[i];

		if (list->items[i]->kind == NODE_SCALAR) {
			option->id = mem_printf("%ld", lowest + (long)i);
			option->text = spec_text(
				reader_line_entry(reader, list->items[i], key, SPEC_LABEL));
		} else {
			read_option(reader, list->items[i], i + 1, false, option);
		}
	}
	reader_unique(reader, list, key);
	return list->count;
}

void spec_range(struct reader *reader, const struct node *node, long least, long most, long *lowest,
	long *highest)
{
	*lowest = reader_number(reader, node, "lowest", false, least, most, least < 0 ? 0 : least);
	*highest = reader_number(reader, node, "highest", false, least, most, most);
	if (*lowest >= *highest)
		reader_fail(reader,
			node_get(node, node_get(node, "highest") ? "highest" : "lowest"),
			_("'highest' must be more than 'lowest', which is %ld"), *lowest);
}

/*
 * The name nearest to what was meant: among the module's steps, or all of the bank where a module
 * is named.
 */
static const char *nearest_step(const struct bank *bank, const struct module *module,
	const char *of)
{
	const char **names = NULL;
	const char *nearest;
	size_t count = 0, capacity = 0;
	bool whole = strchr(of, '/') != NULL;

	for (size_t i = 0; i < bank->module_count; i++) {
		const struct module *other = &bank->modules[i];

		for (size_t j = 0; (whole || other == module) && j < other->step_count; j++) {
			names = mem_grow(names, &capacity, count, sizeof *names);
			names[count++] = whole ? other->steps[j].key : other->steps[j].id;
		}
	}
	nearest = text_nearest(of, names, count);
	free(names);
	return nearest;
}

const struct step *spec_link_at(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, const char *name, char **value, const char *kind)
{
	const struct node *at = node_get(node, name);
	const struct step *target;
	const char *meant;
	char *key;

	if (!*value)
		return NULL;
	key = strchr(*value, '/') ? mem_strdup(*value) : mem_printf("%s/%s", module->id, *value);
	target = bank_step(bank, key, NULL);
	if (!target) {
		meant = nearest_step(bank, module, *value);
		if (meant)
			reader_fail(reader, at, _("there is no step '%s' (did you mean '%s'?)"),
				node_shown(*value).text, meant);
		else
			reader_fail(reader, at,
				_("there is no step '%s': name one of this module, or MODULE/STEP"),
				node_shown(*value).text);
	} else if (strcmp(target->kind, kind) != 0) {
		if (instrument_find(target->kind))
			reader_fail(reader, at,
				_("'%s' must name a step of the kind '%s', and '%s' is of the kind "
				  "'%s'"),
				name, kind, node_shown(*value).text, target->kind);
		target = NULL;
	}
	if (target)
		mem_set(value, target->key);
	free(key);
	return target;
}

const struct step *spec_link(struct reader *reader, const struct node *node,
	const struct bank *bank, const struct module *module, struct step *step, const char *kind)
{
	return spec_link_at(reader, node, bank, module, "of", &step->of, kind);
}

static bool fits(const struct need *need, const struct column *column)
{
	return column->type == need->type || (need->or_person && column->type == COLUMN_PERSON);
}

/* The column that is nearly called what an analysis needs, and is nothing else that it needs; or NULL. */
static const char *nearest_column(const struct step *with, const char *id, const struct need *needs, size_t count)
{
	const char **names = mem_zalloc(with->column_count, sizeof *names);
	const char *nearest;
	size_t left = 0;

	for (size_t i = 0; i < with->column_count; i++) {
		bool needed = false;

		for (size_t n = 0; n < count && !needed; n++)
			needed = strcmp(with->columns[i].id, needs[n].id) == 0;
		if (!needed)
			names[left++] = with->columns[i].id;
	}
	nearest = text_nearest(id, names, left);
	free(names);
	return nearest;
}

void spec_needs(struct reader *reader, const struct node *at, const char *analysis,
	const struct step *with, const struct need *needs, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		const struct need *need = &needs[i];
		const struct column *column = step_column(with, need->id);
		const char *type = column_type_name(need->type);

		if (!column && !need->optional) {
			const char *near = nearest_column(with, need->id, needs, count);

			if (near)
				reader_fail(reader, at,
					_("the analysis '%s' needs a column '%s' of the type '%s' (is it '%s'?)"),
					analysis, need->id, type, near);
			else
				reader_fail(reader, at,
					_("the analysis '%s' needs a column '%s' of the type '%s'"),
					analysis, need->id, type);
		}
		if (!column || column->type == COLUMN_UNKNOWN)
			continue;
		if (!fits(need, column) && need->or_person)
			reader_fail(reader, at,
				_("the analysis '%s' needs the column '%s' to be of the type '%s' "
				  "or 'person'"),
				analysis, need->id, type);
		else if (!fits(need, column))
			reader_fail(reader, at,
				_("the analysis '%s' needs the column '%s' to be of the type '%s'"),
				analysis, need->id, type);
		else if (need->highest > 0 &&
			 (column->lowest != 0 || column->highest != need->highest))
			reader_fail(reader, at,
				_("the analysis '%s' needs the column '%s' to go from 0 to %ld"),
				analysis, need->id, need->highest);
	}
}
