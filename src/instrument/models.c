/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several questions whose answers speak for one of a few models each: which one do the two sides live by? */
#include "instrument/models-result.h"
#include "instrument/pose.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/answerers.h"
#include "instrument/instrument.h"
#include "instrument/spec.h"
#include "measure/models.h"
#include "view/spot.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static_assert(PART_OPEN != MODELS_CANT_SAY && (PART_OPEN < '1' || PART_OPEN > '6'), "an open part is no answer");

#define MODELS_LEAST 2
#define TEXT_LIMIT 100
#define KEY_LIMIT 81 /* two ids and a slash */
#define WIDE 64      /* columns from which there is room for two columns, and for whole sentences */
#define ROOMY 12     /* lines from which there is room for more than the question */
#define PLACE 6      /* columns of which of how many questions it is */

static const char *const keys[] = { "models", "items", "then" };
static const char *const numbers[MODELS_MOST] = { "1", "2", "3", "4", "5", "6" };

static void read_seconds(struct reader *reader, const struct node *node, const struct step *step, struct part *part)
{
	const struct node *map = node_get(node, "second");

	part->seconds = mem_zalloc(part->option_count, sizeof *part->seconds);
	for (size_t i = 0; i < part->option_count; i++)
		part->seconds[i] = MODELS_NONE;
	/* Without options there is nothing that they could speak for. */
	if (!map || part->option_count == 0 || !reader_keys(reader, map, numbers, part->option_count))
		return;
	for (size_t i = 0; i < part->option_count; i++) {
		char *id = reader_id(reader, map, numbers[i], false);

		if (id) {
			part->seconds[i] = option_find(step->models, step->model_count, id);
			if (part->seconds[i] < 0)
				reader_fail(reader, node_get(map, numbers[i]), _("there is no model '%s'"), id);
			else if (part->seconds[i] == (int)i)
				reader_fail(reader, node_get(map, numbers[i]),
					_("the option speaks for '%s' already: name another model"), id);
		}
		free(id);
	}
}

static void read_part(struct reader *outer, const struct node *node, size_t number, const struct step *step,
	struct part *part)
{
	static const char *const part_keys[] = { "id", "text", "options", "second" };
	struct reader reader = reader_enter(outer, _("item"), node, number);
	const struct node *list;

	if (reader_keys(&reader, node, part_keys, COUNT_OF(part_keys))) {
		part->id = reader_id(&reader, node, "id", true);
		part->text = reader_line(&reader, node, "text", true, TEXT_LIMIT);
		list = reader_list(&reader, node, "options", true, MODELS_MOST);
		/* Models that are wrong have their finding already. */
		if (list && step->model_count > 0 && list->count != step->model_count)
			reader_fail(&reader, list,
				P_("'options' must be one for each model: %zu, not %zu",
					"'options' must be one for each model: %zu, not %zu", step->model_count),
				step->model_count, list->count);
		/* More than there may be have their finding, too. */
		if (list && list->count == step->model_count && list->count <= MODELS_MOST)
			part->option_count = list->count;
		part->options = mem_zalloc(part->option_count, sizeof *part->options);
		for (size_t i = 0; i < part->option_count; i++)
			part->options[i] =
				spec_text(reader_line_entry(&reader, list->items[i], "options", TEXT_LIMIT));
		read_seconds(&reader, node, step, part);
	}
	part->id = spec_text(part->id);
	part->text = spec_text(part->text);
}

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *list;

	step->model_count = spec_options(reader, node, "models", MODELS_LEAST, MODELS_MOST, &step->models);
	list = reader_list(reader, node, "items", true, MODELS_MOST_ITEMS);
	step->part_count = list ? list->count : 0;
	step->parts = mem_zalloc(step->part_count, sizeof *step->parts);
	for (size_t i = 0; i < step->part_count; i++)
		read_part(reader, list->items[i], i + 1, step, &step->parts[i]);
	reader_unique(reader, list, "items");
	step->then = reader_line(reader, node, "then", false, KEY_LIMIT);
}

static bool same_models(const struct step *a, const struct step *b)
{
	if (a->model_count != b->model_count)
		return false;
	for (size_t i = 0; i < a->model_count; i++)
		if (strcmp(a->models[i].id, b->models[i].id) != 0)
			return false;
	return true;
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	const struct node *at = node_get(node, "then");
	const struct step *then = spec_link_at(reader, node, bank, module, "then", &step->then, "models");

	if (step->by != BY_PERSON)
		reader_fail(reader, node_get(node, "by"), _("each person answers the items: 'by' must be person"));
	if (then == step)
		reader_fail(reader, at, _("a step cannot be compared with itself: 'then' names an earlier one"));
	else if (then && then->then && strcmp(then->then, step->key) == 0)
		reader_fail(reader, at, _("'%s' is compared with this step already: 'then' belongs to the later one"),
			then->id);
	else if (then && !same_models(then, step))
		reader_fail(reader, at, _("'%s' has other models: they must be the same, in the same order"), then->id);
}

/* Asking */

static bool by_key(const struct step *step, const struct key *key, char out[64])
{
	int digit = key_digit(key);

	if (digit < 1 || (size_t)digit > step->model_count)
		return false;
	out[0] = (char)('0' + digit);
	out[1] = '\0';
	return true;
}

/* The answer to a part as it may stand on paper: a digit or a letter for the option; a sign where nothing is said. */
static char read_answer(const struct step *step, char typed)
{
	int option = typed >= '1' && typed <= '9' ? typed - '1' : tolower((unsigned char)typed) - 'a';

	if (strchr("0?-", typed))
		return MODELS_CANT_SAY;
	return option >= 0 && (size_t)option < step->model_count ? (char)('1' + option) : '\0';
}

/* What was typed is never quoted: everybody reads along. */
static char *by_text(const struct stage *stage, const char *text, struct err *err)
{
	const struct step *step = stage->progress->step;
	struct str out;

	str_init(&out);
	for (; *text; text++) {
		char answer;

		if (*text == ' ')
			continue;
		answer = read_answer(step, *text);
		if (!answer) {
			err_set(err, ERR_INPUT, _("type a number from 1 to %zu for each question; 0 for can't say"),
				step->model_count);
			str_release(&out);
			return NULL;
		}
		str_addc(&out, answer);
	}
	if (out.length != step->part_count) {
		err_set(err, ERR_INPUT,
			P_("%zu answers for %zu question: a digit for each, 0 for can't say",
				"%zu answers for %zu questions: a digit for each, 0 for can't say", step->part_count),
			out.length, step->part_count);
		str_release(&out);
		return NULL;
	}
	return out.data;
}

/* The options that were chosen, in the order of the items. */
static char *show(const struct step *step, const char *answer)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < step->part_count && answer[i]; i++) {
		int option = answer[i] - '1';
		const struct part *part = &step->parts[i];

		str_printf(&out, "%s%s", i ? "; " : "",
			option >= 0 && (size_t)option < part->option_count ? part->options[option]
			: answer[i] == MODELS_CANT_SAY			   ? _("can't say")
									   : "-");
	}
	if (!out.length)
		str_add(&out, "-");
	return out.data;
}

/* In how many columns the options stand: as few as fit, but two where there is ample width. */
static int legend_columns(const struct part *part, struct rect rect)
{
	int count = (int)part->option_count, columns = 1;
	bool fits = rect.width >= WIDE && count > 2;

	for (int i = 0; i < count; i++)
		fits = fits && text_width(part->options[i]) <= rect.width / 2 - 4;
	if (fits)
		return 2;
	while (columns < 3 && (count + columns - 1) / columns > rect.height)
		columns++;
	return columns;
}

/* The options with their digits; returns the lines that they took. */
static int draw_options(const struct part *part, struct grid *grid, struct rect rect)
{
	int count = (int)part->option_count, columns = grid->linear ? 1 : legend_columns(part, rect);
	int lines = (count + columns - 1) / columns, width = rect.width / columns;

	for (int i = 0; i < count; i++) {
		int x = rect.x + i / lines * width, y = i % lines;

		if (y >= rect.height)
			continue;
		spot_type(grid, (struct rect){ x, rect.y + y, width - 1, 1 }, "%d", i + 1);
		grid_printf(grid, x, rect.y + y, 2, STYLE_KEY, "%d", i + 1);
		grid_text_cut(grid, x + 2, rect.y + y, width - 3, STYLE_NORMAL, part->options[i]);
	}
	return lines < rect.height ? lines : rect.height;
}

/* While somebody's answers to all questions are typed at once no single question matters. */
static int draw_row_rule(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;

	if (rect.width >= WIDE)
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			/* TRANSLATORS: %s is a key. */
			_("All %zu answers in a row: digits or letters, 0 for can't say; then %s."),
			step->part_count, stage_show_key(stage, "save").text);
	else
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			/* TRANSLATORS: both %s are keys. */
			_("All %zu in a row, then %s. %s ends."), step->part_count,
			stage_show_key(stage, "save").text, stage_show_key(stage, "cancel").text);
	return 1;
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	const struct part *part = &step->parts[stage->column];
	/* A long question takes a second line where that costs none of the options. */
	int most = rect.height > (int)part->option_count + 1 ? 2 : 1, lines;
	struct rect text = { rect.x + PLACE, rect.y, rect.width - PLACE, most }, below = rect;

	if (stage->editing)
		return draw_row_rule(stage, grid, rect);
	grid_printf(grid, rect.x, rect.y, PLACE - 1, STYLE_DIM, "%d/%zu", stage->column + 1, step->part_count);
	if (most == 1)
		lines = grid_text_cut(grid, text.x, text.y, text.width, STYLE_STRONG, part->text) > 0;
	else
		lines = grid_wrap(grid, text, STYLE_STRONG, part->text);
	lines = lines < 1 ? 1 : lines > most ? most : lines;
	below.y += lines;
	below.height -= lines;
	lines += draw_options(part, grid, below);
	if (!stage->only && rect.width >= WIDE && rect.height >= ROOMY)
		grid_printf(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM,
			/* TRANSLATORS: %s is a key. */
			_("From paper: %s, then a person's answers to all questions."),
			stage_show_key(stage, "enter").text);
	return lines;
}

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	(void)session;
	(void)other;
	doc_text(doc, STYLE_NORMAL, _("Write one number for each."));
	for (size_t p = 0; p < step->part_count; p++) {
		const struct part *part = &step->parts[p];
		char *mark = mem_printf("%2zu ", p + 1), *text = mem_printf("%s  ____", part->text);

		doc_marked(doc, STYLE_NORMAL, mark, text);
		free(mark);
		free(text);
		for (size_t o = 0; o < part->option_count; o++) {
			mark = mem_printf("      %zu ", o + 1);
			doc_marked(doc, STYLE_NORMAL, mark, part->options[o]);
			free(mark);
		}
	}
}

/* The question that is asked: the first one that not everybody has answered. */
static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct step *step = progress->step;
	struct answerers answerers;
	int row = -1, at = 0;
	bool open;

	answerers_init(&answerers, session, step);
	open = answerers_next_part(&answerers, progress, false, &row, &at);
	answerers_release(&answerers);
	if (!open)
		return;
	doc_printf(doc, STYLE_DIM, _("Question %d of %zu"), at + 1, step->part_count);
	doc_gap(doc);
	doc_text(doc, STYLE_STRONG, step->parts[at].text);
	doc_gap(doc);
	for (size_t i = 0; i < step->parts[at].option_count; i++)
		pose_write_option(i + 1, step->parts[at].options[i], doc);
}

static const struct answering answering = {
	.by_key = by_key,
	.by_text = by_text,
	.show = show,
	.legend = legend,
	.paper = paper,
};
const struct instrument instrument_models = {
	.kind = "models",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.pose = pose,
	.summarise = models_summarise,
	.digest = models_digest,
	.verdict = models_tell_verdict,
	.place = models_place,
	.shift = models_shift,
	.apart = models_apart,
	.reveals = true,
};
