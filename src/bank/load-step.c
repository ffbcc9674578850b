/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A step of a bank: what all have, and what its instrument reads of it. */
#include "bank/load-step.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "instrument/spec.h"

#include <stdlib.h>
#include <string.h>

#define PROMPT_LIMIT 200
#define COACH_LIMIT 2000
#define UNIT_LIMIT 20

const char *load_nearest(const struct bank *bank, const char *id, size_t count,
	const char *(*id_at)(const struct bank *bank, size_t at))
{
	const char **ids = mem_zalloc(count, sizeof *ids);
	const char *nearest;

	for (size_t i = 0; i < count; i++)
		ids[i] = id_at(bank, i);
	nearest = text_nearest(id, ids, count);
	free(ids);
	return nearest;
}

static const char *source_id(const struct bank *bank, size_t at)
{
	return bank->sources[at].id;
}

/* The source of an id; reports one that is not there. */
static const struct source *find_source(struct reader *reader, const struct bank *bank,
	const struct node *at, const char *id)
{
	const char *meant;

	for (size_t i = 0; i < bank->source_count; i++)
		if (strcmp(bank->sources[i].id, id) == 0)
			return &bank->sources[i];
	meant = load_nearest(bank, id, bank->source_count, source_id);
	if (meant)
		reader_fail(reader, at, _("there is no source '%s' (did you mean '%s'?)"), id,
			meant);
	else
		reader_fail(reader, at, _("there is no source '%s': describe it in 'sources'"), id);
	return NULL;
}

static void load_benchmark(struct loader *loader, struct reader *reader, const struct node *node,
	struct benchmark *benchmark)
{
	static const char *const keys[] = { "value", "unit", "text", "source" };
	struct reader inner = *reader;
	char *source;

	if (!node || !reader_keys(&inner, node, keys, COUNT_OF(keys)))
		return;
	benchmark->unit = reader_line(&inner, node, "unit", false, UNIT_LIMIT);
	/* A finding in words needs no figure; a unit does. */
	benchmark->value = reader_number(&inner, node, "value", node_get(node, "unit") != NULL,
		-SPEC_NUMBER_MOST, SPEC_NUMBER_MOST, 0);
	benchmark->text = reader_line(&inner, node, "text", true, SENTENCE_LIMIT);
	source = reader_id(&inner, node, "source", true);
	if (source)
		benchmark->source =
			find_source(&inner, loader->bank, node_get(node, "source"), source);
	free(source);
}

static bool has_key(const char *const *keys, size_t count, const char *key)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(keys[i], key) == 0)
			return true;
	return false;
}

/*
 * Whether all keys are known: the common ones, and the instrument's own; those of all where it is
 * not known.
 */
static void check_keys(struct reader *reader, const struct node *node,
	const struct instrument *instrument)
{
	static const char *const common[] = { "id", "kind", "prompt", "proposal", "coach", "benchmark",
		"by" };
	const struct instrument *const *all = instruments();
	const char **keys = NULL;
	size_t count = 0, capacity = 0;

	for (size_t i = 0; i < COUNT_OF(common); i++) {
		keys = mem_grow(keys, &capacity, count, sizeof *keys);
		keys[count++] = common[i];
	}
	for (size_t i = 0; all[i]; i++) {
		for (size_t j = 0; (!instrument || instrument == all[i]) && j < all[i]->key_count;
			j++) {
			if (has_key(keys, count, all[i]->keys[j]))
				continue;
			keys = mem_grow(keys, &capacity, count, sizeof *keys);
			keys[count++] = all[i]->keys[j];
		}
	}
	reader_keys(reader, node, keys, count);
	free(keys);
}

static const struct instrument *load_kind(struct reader *reader, const struct node *node)
{
	const struct instrument *const *all = instruments();
	const struct instrument *instrument;
	const char **kinds;
	size_t count = 0;
	int kind;

	while (all[count])
		count++;
	kinds = mem_zalloc(count, sizeof *kinds);
	for (size_t i = 0; i < count; i++)
		kinds[i] = all[i]->kind;
	kind = reader_choice(reader, node, "kind", true, kinds, count);
	instrument = kind >= 0 ? all[kind] : NULL;
	free(kinds);
	return instrument;
}

static bool has_days(const struct step *step)
{
	for (size_t i = 0; i < step->option_count; i++)
		if (step->options[i].days[0] > 0)
			return true;
	return false;
}

/* Who answers, and what that rules out. */
static void check_by(struct reader *reader, const struct node *node, struct step *step)
{
	static const char *const names[] = {
		[BY_PERSON] = "person",
		[BY_SIDE] = "side",
		[BY_ROOM] = "room",
	};
	int by = reader_choice(reader, node, "by", false, names, COUNT_OF(names));

	step->by = by < 0 ? BY_PERSON : (enum step_by)by;
	if (step->by == BY_ROOM && step->predict)
		reader_fail(reader, node_get(node, "predict"),
			_("the room cannot predict: 'by' must be person or side"));
	if (step->by != BY_ROOM && has_days(step))
		reader_fail(reader, node_get(node, "options"),
			_("only the room says when it comes back: with 'days', 'by' must be room"));
	if (step->by != BY_PERSON && step->anonymous)
		reader_fail(reader, node_get(node, "anonymous"),
			_("only where each person answers can it be anonymous: 'by' must be "
			  "person"));
}

static void load_step_keys(struct loader *loader, struct reader *reader, const struct node *node,
	struct step *step)
{
	const struct instrument *instrument = load_kind(reader, node);
	const struct node *benchmark = node_get(node, "benchmark");

	step->id = reader_id(reader, node, "id", true);
	if (step->id && strcmp(step->id, "brief") == 0)
		reader_fail(reader, node_get(node, "id"),
			_("the id 'brief' is kept for the module's own brief"));
	step->prompt = reader_line(reader, node, "prompt", true, PROMPT_LIMIT);
	step->proposal = reader_line(reader, node, "proposal", false, PROMPT_LIMIT);
	step->coach = reader_text(reader, node, "coach", false, COACH_LIMIT);
	load_benchmark(loader, reader, benchmark, &step->benchmark);
	check_keys(reader, node, instrument);
	if (!instrument)
		return;
	step->kind = mem_strdup(instrument->kind);
	instrument->check(reader, node, step);
	check_by(reader, node, step);
	step->hideable = step->by == BY_PERSON && !step->role &&
		has_key(instrument->keys, instrument->key_count, "anonymous");
}

struct reader load_step_reader(struct loader *loader, const struct reader *module,
	const struct node *node, size_t number)
{
	return reader_enter(node_id(node) ? &loader->reader : module, _("step"), node, number);
}

void load_step(struct loader *loader, struct reader *outer, const struct node *node,
	size_t number, const struct module *module, struct step *step)
{
	struct reader reader = load_step_reader(loader, outer, node, number);

	if (node->kind == NODE_MAP)
		load_step_keys(loader, &reader, node, step);
	else
		reader_keys(&reader, node, NULL, 0);
	step->id = spec_text(step->id);
	step->kind = spec_text(step->kind);
	step->key = mem_printf("%s/%s", module->id, step->id);
}
