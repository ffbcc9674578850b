/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Several questions whose answers speak for one of a few models each: which one do the two sides live by? */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/answerers.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "measure/models.h"

#include <assert.h>
#include <ctype.h>
#include <stdlib.h>
#include <string.h>

static_assert(PART_OPEN != MODELS_CANT_SAY && (PART_OPEN < '1' || PART_OPEN > '6'), "an open part is no answer");

#define MODELS_LEAST 2
#define TEXT_LIMIT 100
#define KEY_LIMIT 81 /* two ids and a slash */
/* Two pictures are nearly one up to a fifth of the way, and alike in part up to the half. */
#define NEAR 5
#define HALF 2
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
	int count = (int)part->option_count, columns = legend_columns(part, rect);
	int lines = (count + columns - 1) / columns, width = rect.width / columns;

	for (int i = 0; i < count; i++) {
		int x = rect.x + i / lines * width, y = i % lines;

		if (y >= rect.height)
			continue;
		grid_printf(grid, x, rect.y + y, 2, STYLE_KEY, "%d", i + 1);
		grid_text_cut(grid, x + 2, rect.y + y, width - 3, STYLE_NORMAL, part->options[i]);
	}
	return lines < rect.height ? lines : rect.height;
}

/* While somebody's answers to all questions are typed at once no single question matters. */
static int draw_row_rule(const struct step *step, struct grid *grid, struct rect rect)
{
	if (rect.width >= WIDE)
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			_("All %zu answers in a row: digits or letters, 0 for can't say; then Enter."),
			step->part_count);
	else
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("All %zu in a row, then Enter. Esc ends."),
			step->part_count);
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
		return draw_row_rule(step, grid, rect);
	grid_printf(grid, rect.x, rect.y, PLACE - 1, STYLE_DIM, "%d/%zu", stage->column + 1, step->part_count);
	if (most == 1)
		lines = grid_text_cut(grid, text.x, text.y, text.width, STYLE_STRONG, part->text) > 0;
	else
		lines = grid_wrap(grid, text, STYLE_STRONG, part->text);
	lines = lines < 1 ? 1 : lines > most ? most : lines;
	below.y += lines;
	below.height -= lines;
	lines += draw_options(part, grid, below);
	if (rect.width >= WIDE && rect.height >= ROOMY)
		grid_text_cut(grid, rect.x, rect.y + lines++, rect.width, STYLE_DIM,
			_("From paper: Enter, then a person's answers to all questions."));
	return lines;
}

static const struct answering answering = {
	.by_key = by_key,
	.by_text = by_text,
	.show = show,
	.legend = legend,
};

/* The result */

struct picture {
	struct models_sum sums[SIDES];
	struct models_result results[SIDES];
	int answered[SIDES], cant_say[SIDES]; /* items of all people */
};

static void picture_of(const struct progress *progress, struct picture *out)
{
	const struct step *step = progress->step;
	struct models_item items[MODELS_MOST_ITEMS];
	struct models_set set = { .models = (int)step->model_count, .items = items, .item_count = step->part_count };

	*out = (struct picture){ .answered = { 0 } };
	for (size_t i = 0; i < step->part_count; i++)
		for (size_t option = 0; option < step->model_count; option++)
			items[i].second[option] = step->parts[i].seconds[option];
	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		struct models_points points;

		if (ballot->side == SIDE_NONE || !ballot->answers[OWN] ||
		    strcmp(ballot->answers[OWN], ANSWER_NOT_HERE) == 0)
			continue;
		models_points_of(&set, ballot->answers[OWN], &points);
		models_add(&out->sums[ballot->side], &points);
		out->answered[ballot->side] += points.answered;
		out->cant_say[ballot->side] += points.cant_say;
	}
	for (int side = 0; side < SIDES; side++)
		out->results[side] = models_result_of(&out->sums[side], (int)step->model_count);
}

/* A side's model, or models, in words; for free(). */
static char *result_text(const struct step *step, const struct models_result *result)
{
	switch (result->verdict) {
	case MODELS_ONE:
		return mem_strdup(step->models[result->first].text);
	case MODELS_TIE:
		return mem_printf("%s / %s", step->models[result->first].text, step->models[result->second].text);
	case MODELS_NO_CLEAR:
		return mem_strdup(_("no clear model"));
	default:
		return mem_strdup(_("too few answers"));
	}
}

static void write_models(const struct session *session, const struct step *step, const struct picture *picture,
	struct doc *doc)
{
	for (int side = 0; side < SIDES; side++) {
		char *text = result_text(step, &picture->results[side]);

		/* TRANSLATORS: a side, how many of its people count, and by which model it lives. */
		doc_printf(doc, style_of_side(side), _("%s (%d): %s"), session->bank->sides[side].name,
			picture->sums[side].people, text);
		free(text);
	}
}

static void write_too_few(const struct session *session, const struct step *step, const struct picture *picture,
	struct doc *doc)
{
	int needed = models_needed(step->part_count);

	for (int side = 0; side < SIDES; side++)
		if (picture->sums[side].too_few > 0)
			doc_printf(doc, STYLE_DIM,
				P_("%s: %d person answered fewer than %d of the %zu questions and is not counted.",
				   "%s: %d people answered fewer than %d of the %zu questions and are not counted.",
				   picture->sums[side].too_few),
				session->bank->sides[side].name, picture->sums[side].too_few, needed, step->part_count);
}

static void write_shares(const struct session *session, const struct step *step, const struct picture *picture,
	struct doc *doc)
{
	if (picture->sums[0].people + picture->sums[1].people == 0)
		return;
	doc_gap(doc);
	doc_bars(doc, session->bank->sides[0].name, session->bank->sides[1].name);
	for (size_t i = 0; i < step->model_count; i++) {
		int tenths[SIDES] = { -1, -1 };

		for (int side = 0; side < SIDES; side++)
			if (picture->sums[side].people > 0)
				tenths[side] = (int)ratio_tenths(models_score(&picture->sums[side], (int)i));
		doc_bar(doc, step->models[i].text, tenths[0], tenths[1]);
	}
	doc_text(doc, STYLE_DIM, _("Each dot is a tenth of the side's answers."));
	doc_gap(doc);
}

static struct ratio distance_of(const struct step *step, const struct picture *picture)
{
	return models_distance(&picture->sums[0], &picture->sums[1], (int)step->model_count);
}

/* How far the sides are from each other, in words and as a figure; nothing where it is not defined. */
static void write_apart(const struct step *step, const struct picture *picture, const struct picture *today,
	struct doc *doc)
{
	struct ratio distance = distance_of(step, picture);
	int percent;

	if (!ratio_is_defined(distance))
		return;
	percent = (int)ratio_percent(distance);
	if (ratio_compare_to(distance, 1, NEAR) <= 0)
		doc_printf(doc, STYLE_GOOD,
			_("The two sides give nearly the same picture: they are %d %% apart."), percent);
	else if (ratio_compare_to(distance, 1, HALF) <= 0)
		doc_printf(doc, STYLE_WARN, _("The two sides agree in part: they are %d %% apart."), percent);
	else
		doc_printf(doc, STYLE_ALERT,
			_("The two sides give different pictures: they are %d %% apart."), percent);
	if (today && ratio_is_defined(distance_of(step, today)))
		doc_printf(doc, STYLE_NORMAL, _("About today they are %d %% apart."),
			(int)ratio_percent(distance_of(step, today)));
}

static void write_distance(const struct step *step, const struct picture *picture, const struct picture *today,
	struct doc *doc)
{
	write_apart(step, picture, today, doc);
	if (ratio_is_defined(distance_of(step, picture)))
		doc_text(doc, STYLE_DIM, _("0 % is alike, 100 % has nothing in common."));
}

/* The step that comes before, where its answers may be seen. */
static const struct progress *before_of(const struct session *session, const struct step *step)
{
	int at = step->then ? session_step(session, step->then) : -1;

	return at >= 0 && step_has_result(session, &session->steps[at]) ? &session->steps[at] : NULL;
}

/* From today to what is wanted, by side. */
static void write_way(const struct session *session, const struct step *step, const struct picture *today,
	const struct picture *wanted, struct doc *doc)
{
	const char *const titles[] = { "", _("Today"), _("Wanted"), _(">Change") };

	doc_table(doc, COUNT_OF(titles), titles);
	for (int side = 0; side < SIDES; side++) {
		struct ratio way = models_distance(&today->sums[side], &wanted->sums[side], (int)step->model_count);
		char *from = result_text(step, &today->results[side]), *to = result_text(step, &wanted->results[side]);

		doc_cell(doc, style_of_side(side), session->bank->sides[side].name);
		doc_cell(doc, STYLE_NORMAL, from);
		doc_cell(doc, STYLE_STRONG, to);
		if (ratio_is_defined(way))
			doc_cell_printf(doc, STYLE_NORMAL, "%d %%", (int)ratio_percent(way));
		else
			doc_cell(doc, STYLE_DIM, "-");
		free(from);
		free(to);
	}
	doc_gap(doc);
}

static bool is_clear(const struct models_result *result)
{
	return result->verdict == MODELS_ONE || result->verdict == MODELS_TIE;
}

static void write_wanted(const struct session *session, const struct step *step, const struct picture *wanted,
	struct doc *doc)
{
	const struct models_result *results = wanted->results;
	char *texts[SIDES] = { result_text(step, &results[0]), result_text(step, &results[1]) };

	if (is_clear(&results[0]) && is_clear(&results[1])) {
		if (strcmp(texts[0], texts[1]) == 0)
			doc_printf(doc, STYLE_STRONG, _("Both sides want the same: %s."), texts[0]);
		else
			doc_printf(doc, STYLE_STRONG,
				_("%s wants: %s. %s wants: %s."),
				session->bank->sides[0].name, texts[0], session->bank->sides[1].name, texts[1]);
	}
	free(texts[0]);
	free(texts[1]);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;
	const struct progress *before = before_of(session, step);
	struct picture picture, then;

	(void)today;
	picture_of(progress, &picture);
	if (before) {
		picture_of(before, &then);
		write_way(session, step, &then, &picture, doc);
		write_wanted(session, step, &picture, doc);
	} else {
		write_models(session, step, &picture, doc);
	}
	write_too_few(session, step, &picture, doc);
	write_shares(session, step, &picture, doc);
	write_distance(step, &picture, before ? &then : NULL, doc);
	for (int side = 0; side < SIDES; side++)
		if (3 * picture.cant_say[side] > picture.cant_say[side] + picture.answered[side])
			doc_printf(doc, STYLE_WARN,
				_("%s can't say in more than a third of its answers. (knowledge gap)"),
				session->bank->sides[side].name);
	if (step->then && !before)
		doc_printf(doc, STYLE_DIM, _("How far that is from today shows once this is revealed: %s"),
			bank_step(session->bank, step->then, NULL)->prompt);
	result_write_rest(session, progress, doc);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;
	const struct progress *before = before_of(session, step);
	struct picture picture, then;

	(void)today;
	picture_of(progress, &picture);
	if (before) {
		picture_of(before, &then);
		write_way(session, step, &then, &picture, doc);
	} else {
		write_models(session, step, &picture, doc);
	}
	write_too_few(session, step, &picture, doc);
	write_apart(step, &picture, before ? &then : NULL, doc);
	result_write_outcome(session, progress, doc);
}

/*
 * What it came to: a gap where the sides' pictures are further apart than alike; agreement where
 * they nearly are one.
 */
static char *verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	const struct step *step = progress->step;
	const struct side *sides = session->bank->sides;
	struct picture picture;
	struct ratio distance;
	char *texts[SIDES], *sentence;

	*out = verdict_none();
	picture_of(progress, &picture);
	distance = distance_of(step, &picture);
	if (!ratio_is_defined(distance))
		return NULL;
	if (ratio_compare_to(distance, 1, NEAR) <= 0) {
		out->kind = VERDICT_AGREEMENT;
		return result_sentence(session, out);
	}
	if (ratio_compare_to(distance, 1, HALF) <= 0)
		return NULL;
	out->kind = VERDICT_GAP;
	out->size = distance;
	for (int side = 0; side < SIDES; side++)
		texts[side] = result_text(step, &picture.results[side]);
	sentence = mem_printf(_("%s: %s. %s: %s."), sides[0].name, texts[0], sides[1].name, texts[1]);
	free(texts[0]);
	free(texts[1]);
	return sentence;
}

const struct instrument instrument_models = {
	.kind = "models",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.summarise = summarise,
	.digest = digest,
	.verdict = verdict,
	.reveals = true,
};
