/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Dots given to options: what the room takes up first. */
#include "instrument/paper.h"
#include "instrument/pose.h"
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "measure/dots.h"
#include "view/spot.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define OPTIONS_LEAST 2
#define OPTIONS_MOST 20
#define PICK_USUAL 3
#define KEY_LIMIT 81 /* two ids and a slash */

static const char *const keys[] = { "options", "of", "pick", "anonymous" };

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *options = node_get(node, "options"), *of = node_get(node, "of");
	size_t most;

	if (options)
		step->option_count = spec_options(reader, node, "options", OPTIONS_LEAST, OPTIONS_MOST, &step->options);
	step->of = reader_line(reader, node, "of", false, KEY_LIMIT);
	if (options && of)
		reader_fail(reader, of, _("'of' brings its own options: leave 'options' out, or 'of'"));
	else if (!options && !of)
		reader_fail(reader, node, _("key 'options' is missing, or 'of' in its place"));
	most = step->option_count ? step->option_count : OPTIONS_MOST;
	step->pick = (int)reader_number(reader, node, "pick", false, 1, (long)most,
		most < PICK_USUAL ? (long)most : PICK_USUAL);
	step->anonymous = reader_flag(reader, node, "anonymous", false);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	const struct step *list = spec_link(reader, node, bank, module, step, "checklist");

	if (step->by != BY_PERSON)
		reader_fail(reader, node_get(node, "by"), _("each person gives dots: 'by' must be person"));
	if (!list || step->options)
		return;
	if (list->option_count == 1)
		reader_fail(reader, node_get(node, "of"),
			_("'%s' has a single option: there is nothing to choose from"), node_shown(list->id).text);
	step->options = mem_zalloc(list->option_count, sizeof *step->options);
	step->option_count = list->option_count;
	for (size_t i = 0; i < list->option_count; i++) {
		step->options[i].id = mem_strdup(list->options[i].id);
		step->options[i].text = mem_strdup(list->options[i].text);
	}
}

/* The checklist's answers, where they may be seen; NULL otherwise. */
static const struct progress *ticks_of(const struct session *session, const struct step *step)
{
	int at = step->of ? session_step(session, step->of) : -1;
	const struct progress *ticks = at < 0 ? NULL : &session->steps[at];

	return ticks && step_has_result(session, ticks) && result_comparable(session, ticks) ? ticks : NULL;
}

static bool is_ticked(const struct progress *ticks, const struct option *option)
{
	for (size_t i = 0; i < ticks->ballot_count; i++)
		if (ticks->ballots[i].answers[OWN] && result_ticks(ticks->ballots[i].answers[OWN], option->id))
			return true;
	return false;
}

/* What dots can be given to: all options, or those of a checklist that somebody has ticked. Returns how many. */
static size_t choices(const struct session *session, const struct step *step, const struct option *out[OPTIONS_MOST])
{
	const struct progress *ticks = ticks_of(session, step);
	size_t count = 0;

	for (size_t i = 0; ticks && i < step->option_count; i++)
		if (is_ticked(ticks, &step->options[i]))
			out[count++] = &step->options[i];
	if (count >= OPTIONS_LEAST)
		return count;
	for (size_t i = 0; i < step->option_count; i++)
		out[i] = &step->options[i];
	return step->option_count;
}

/* How many dots an answer, the options' ids with commas between, has on an option. */
static int dots_on(const char *answer, const char *option)
{
	size_t length = strlen(option);
	int dots = 0;

	while (*answer) {
		size_t part = strcspn(answer, ",");

		dots += part == length && strncmp(answer, option, length) == 0;
		answer += part + (answer[part] == ',');
	}
	return dots;
}

/* Asking */

/* What was typed is never quoted: everybody reads along. */
static bool read_dots(const char *text, size_t count, int dots[OPTIONS_MOST], struct err *err)
{
	while (*(text += strspn(text, " ,;"))) {
		char *end = NULL;
		long number = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : -1;

		if (number < 0 || (size_t)number > count) {
			err_set(err, ERR_INPUT, _("type a number from 1 to %zu for each dot; 0 for none"), count);
			return false;
		}
		if (number > 0)
			dots[number - 1]++;
		text = end;
	}
	return true;
}

/* "3 3 7" to ids, that of the third option twice; "0" for no dot at all. */
static char *by_text(const struct stage *stage, const char *text, struct err *err)
{
	const struct option *options[OPTIONS_MOST];
	size_t count = choices(stage->session, stage->progress->step, options);
	int dots[OPTIONS_MOST] = { 0 }, each = dots_per_person(count);
	struct str out;

	if (!read_dots(text, count, dots, err))
		return NULL;
	switch (dots_check(dots, count).fault) {
	case DOTS_TOO_MANY_ON_ONE:
		err_set(err, ERR_INPUT, _("at most %d dots may be on one"), DOTS_MOST_ON_ONE);
		return NULL;
	case DOTS_TOO_MANY:
		err_set(err, ERR_INPUT, P_("each person has only %d dot", "each person has only %d dots", each), each);
		return NULL;
	default:
		break;
	}
	str_init(&out);
	for (size_t i = 0; i < count; i++)
		for (int dot = 0; dot < dots[i]; dot++)
			str_printf(&out, "%s%s", out.length ? "," : "", options[i]->id);
	/* A comma alone stands for no dot, which is an answer too. */
	if (!out.length)
		str_add(&out, ",");
	return out.data;
}

static int dots_in(const struct step *step, const char *answer)
{
	int dots = 0;

	for (size_t i = 0; i < step->option_count; i++)
		dots += dots_on(answer, step->options[i].id);
	return dots;
}

static char *remark(const struct stage *stage, const char *answer)
{
	const struct option *options[OPTIONS_MOST];
	size_t count = choices(stage->session, stage->progress->step, options);
	int left = dots_per_person(count) - dots_in(stage->progress->step, answer);

	if (left <= 0)
		return NULL;
	return mem_printf(P_("kept; %d dot was not given, which is allowed",
			     "kept; %d dots were not given, which is allowed", left), left);
}

static char *show(const struct step *step, const char *answer)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < step->option_count; i++) {
		int dots = dots_on(answer, step->options[i].id);

		if (dots > 0)
			str_printf(&out, "%s%s (%d)", out.length ? "; " : "", step->options[i].text, dots);
	}
	if (!out.length)
		str_add(&out, _("no dots"));
	return out.data;
}

static void draw_rule(struct grid *grid, struct rect rect, int each, const char *key)
{
	bool wide = rect.width >= 64;

	if (each == 1)
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			/* TRANSLATORS: %s is a key. */
			wide ? _("Each person has one dot: a number, then %s.")
			     : _("One dot each: a number, %s"), key);
	else if (each == 2)
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			/* TRANSLATORS: %s is a key. */
			wide ? _("Each person has two dots: two numbers, such as 1 3 or 1 1, then %s.")
			     : _("Two dots each: such as 1 3, %s"), key);
	else
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			/* TRANSLATORS: %s is a key. */
			wide ? _("Each person has %d dots: a number for each, such as 1 1 3, then %s.")
			     : _("%d dots each: such as 1 1 3, %s"), each, key);
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct option *options[OPTIONS_MOST];
	int count = (int)choices(stage->session, stage->progress->step, options);
	bool two = (rect.width >= 64 && count > 4 && !grid->linear) || count > rect.height - 1;
	int each = dots_per_person((size_t)count), columns = two ? 2 : 1, width = rect.width / columns;
	int lines = (count + columns - 1) / columns;
	/* Where there is room for the options alone, they are what matters. */
	int rule = lines < rect.height;

	if (rule)
		draw_rule(grid, rect, each, stage_show_key(stage, "save").text);
	for (int i = 0; i < count; i++) {
		int x = rect.x + i / lines * width, y = rect.y + rule + i % lines;

		if (y >= rect.y + rect.height)
			continue;
		spot_type(grid, (struct rect){ x, y, width - 1, 1 }, "%d ", i + 1);
		grid_printf(grid, x, y, 3, STYLE_KEY, "%2d", i + 1);
		grid_text_cut(grid, x + 3, y, width - 4, STYLE_NORMAL, options[i]->text);
	}
	return lines + rule < rect.height ? lines + rule : rect.height;
}

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	const struct option *options[OPTIONS_MOST];
	size_t count = choices(session, step, options);
	int each = dots_per_person(count);

	(void)other;
	if (step->of && !ticks_of(session, step))
		doc_text(doc, STYLE_NORMAL, _("Which of these can be chosen, and how many dots you have, is said then."));
	else
		doc_printf(doc, STYLE_NORMAL, P_("You have one dot.", "You have %d dots, at most 3 for one.", each), each);
	for (size_t i = 0; i < count; i++)
		paper_write_option(i + 1, options[i], "____ ", doc);
}

static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct option *options[OPTIONS_MOST];
	size_t count = choices(session, progress->step, options);
	int each = dots_per_person(count);

	doc_printf(doc, STYLE_DIM, P_("You have one dot.", "You have %d dots, at most 3 for one.", each), each);
	doc_gap(doc);
	for (size_t i = 0; i < count; i++)
		pose_write_option(i + 1, options[i]->text, doc);
}

static const struct answering answering = {
	.by_text = by_text,
	.remark = remark,
	.starts = "123456789",
	.hides_length = true,
	.show = show,
	.legend = legend,
	.paper = paper,
};

/* The result */

struct votes {
	const struct option *options[OPTIONS_MOST];
	struct dots_item items[OPTIONS_MOST];
	size_t count;
	int given, had; /* dots of all */
};

static bool has_dots(const struct progress *progress, const struct option *option)
{
	for (size_t i = 0; i < progress->ballot_count; i++)
		if (progress->ballots[i].answers[OWN] && dots_on(progress->ballots[i].answers[OWN], option->id))
			return true;
	return false;
}

/* The options that can be voted on, and those that could when somebody did. */
static void find_options(const struct session *session, const struct progress *progress, struct votes *votes)
{
	const struct step *step = progress->step;
	const struct option *open[OPTIONS_MOST];
	size_t count = choices(session, step, open), at = 0;

	for (size_t i = 0; i < step->option_count; i++) {
		bool is_open = at < count && open[at] == &step->options[i];

		at += is_open;
		if (is_open || has_dots(progress, &step->options[i]))
			votes->options[votes->count++] = &step->options[i];
	}
}

static void count_votes(const struct session *session, const struct progress *progress, struct votes *votes)
{
	const struct option *open[OPTIONS_MOST];
	int each = dots_per_person(choices(session, progress->step, open));

	*votes = (struct votes){ .count = 0 };
	find_options(session, progress, votes);
	for (size_t i = 0; i < progress->ballot_count; i++) {
		const struct ballot *ballot = &progress->ballots[i];
		const char *answer = ballot->answers[OWN];
		int dots[OPTIONS_MOST];

		if (ballot->side == SIDE_NONE || !answer || strcmp(answer, ANSWER_CANT_SAY) == 0 ||
		    strcmp(answer, ANSWER_NOT_HERE) == 0)
			continue;
		for (size_t o = 0; o < votes->count; o++)
			votes->given += dots[o] = dots_on(answer, votes->options[o]->id);
		dots_add(votes->items, votes->count, ballot->side, dots);
		votes->had += each;
	}
}

/* Options in the room's order, with their places. */
static void write_order(const struct session *session, const struct votes *votes, const size_t *order, struct doc *doc)
{
	size_t places[OPTIONS_MOST];

	dots_rank(votes->items, votes->count, NULL, places);
	doc_bars(doc, session->bank->sides[0].name, session->bank->sides[1].name);
	for (size_t i = 0; i < votes->count; i++) {
		const struct dots_item *item = &votes->items[order[i]];
		const char *text = votes->options[order[i]]->text;
		char *label = dots_total(item) ? mem_printf("%zu. %s", places[order[i]], text) : mem_strdup(text);

		doc_bar(doc, label, (int)item->side[0], (int)item->side[1]);
		free(label);
	}
}

/* Options as they stand, without an order: it would tell of a side that is not shown. */
static void write_allowed(const struct session *session, const struct progress *progress, const struct votes *votes,
	struct doc *doc)
{
	doc_bars(doc, session->bank->sides[0].name, session->bank->sides[1].name);
	for (size_t i = 0; i < votes->count; i++) {
		int counts[SIDES];

		for (int side = 0; side < SIDES; side++)
			counts[side] = result_allowed(session, progress, side, OWN) ? (int)votes->items[i].side[side]
										    : -1;
		doc_bar(doc, votes->options[i]->text, counts[0], counts[1]);
	}
}

/* "Speed; Data", for free(). */
static char *list(const struct votes *votes, const size_t *order, size_t count)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < count; i++)
		str_printf(&out, "%s%s", i ? "; " : "", votes->options[order[i]]->text);
	return out.data;
}

static void write_picked(const struct votes *votes, const size_t *order, size_t pick, struct doc *doc)
{
	struct dots_pick picked = dots_pick(votes->items, votes->count, pick);
	char *sure = list(votes, order, picked.sure), *tied = list(votes, order + picked.sure, picked.tied);
	size_t left = pick - picked.sure;

	if (picked.sure + picked.tied == 0)
		doc_text(doc, STYLE_STRONG, _("Nobody gave a dot."));
	if (picked.sure > 0)
		doc_printf(doc, STYLE_STRONG, _("The room puts first: %s"), sure);
	if (picked.tied > 0 && picked.sure > 0)
		doc_printf(doc, STYLE_WARN, P_("Tied for %zu more place: %s", "Tied for %zu more places: %s", left),
			left, tied);
	else if (picked.tied > 0)
		doc_printf(doc, STYLE_WARN,
			P_("Tied for %zu first place: %s", "Tied for %zu first places: %s", left), left, tied);
	free(sure);
	free(tied);
}

/* A side's options with the most dots, into order; returns how many: several where they are tied. */
static size_t favourites(const struct votes *votes, int side, size_t order[OPTIONS_MOST])
{
	size_t count = 0;
	int64_t most = 1;

	for (size_t i = 0; i < votes->count; i++) {
		int64_t dots = votes->items[i].side[side];

		if (dots > most)
			count = 0;
		if (dots >= most) {
			order[count++] = i;
			most = dots;
		}
	}
	return count;
}

static void write_favourites(const struct session *session, const struct votes *votes, struct doc *doc)
{
	const struct side *sides = session->bank->sides;
	size_t order[SIDES][OPTIONS_MOST], counts[SIDES];
	bool same;

	for (int side = 0; side < SIDES; side++)
		counts[side] = favourites(votes, side, order[side]);
	if (counts[0] == 0 || counts[1] == 0)
		return;
	same = counts[0] == counts[1] && memcmp(order[0], order[1], counts[0] * sizeof *order[0]) == 0;
	for (int side = 0; side < SIDES; side++) {
		char *text = list(votes, order[side], counts[side]);

		if (same && side == 0)
			doc_printf(doc, STYLE_GOOD, _("Both sides gave the most dots to: %s"), text);
		else if (!same)
			doc_printf(doc, style_of_side(side), _("%s gave the most dots to: %s"), sides[side].name, text);
		free(text);
	}
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	size_t order[OPTIONS_MOST];
	struct votes votes;

	(void)today;
	count_votes(session, progress, &votes);
	dots_rank(votes.items, votes.count, order, NULL);
	if (result_comparable(session, progress))
		write_order(session, &votes, order, doc);
	else
		write_allowed(session, progress, &votes, doc);
	doc_gap(doc);
	result_write_withheld(session, progress, doc);
	if (result_comparable(session, progress)) {
		write_picked(&votes, order, (size_t)progress->step->pick, doc);
		write_favourites(session, &votes, doc);
		if (votes.given < votes.had)
			doc_printf(doc, STYLE_DIM, _("Dots not given: %d of %d."), votes.had - votes.given, votes.had);
	}
	result_write_rest(session, progress, doc);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	size_t order[OPTIONS_MOST];
	struct votes votes;

	(void)today;
	count_votes(session, progress, &votes);
	dots_rank(votes.items, votes.count, order, NULL);
	result_write_withheld(session, progress, doc);
	if (!result_comparable(session, progress))
		return;
	write_picked(&votes, order, (size_t)progress->step->pick, doc);
}

/* Then and now */

/* What the room puts first, those that are tied for the last places among them. */
static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	size_t order[OPTIONS_MOST];
	struct dots_pick picked;
	struct votes votes;

	if (side != SIDE_NONE || !result_comparable(session, progress))
		return false;
	count_votes(session, progress, &votes);
	dots_rank(votes.items, votes.count, order, NULL);
	picked = dots_pick(votes.items, votes.count, (size_t)progress->step->pick);
	if (picked.sure + picked.tied == 0)
		return false;
	out->text = list(&votes, order, picked.sure + picked.tied);
	return true;
}

/* An option's place and its dots, "2. (5 dots)". */
static void cell_place(const struct votes *votes, const size_t *places, const struct option *option, struct doc *doc)
{
	for (size_t i = 0; i < votes->count; i++) {
		int dots = (int)dots_total(&votes->items[i]);

		if (strcmp(votes->options[i]->id, option->id) != 0)
			continue;
		if (dots > 0)
			doc_cell_printf(doc, STYLE_NORMAL, P_("%zu. (%d dot)", "%zu. (%d dots)", dots), places[i], dots);
		else
			doc_cell(doc, STYLE_DIM, _("no dots"));
		return;
	}
	doc_cell(doc, STYLE_DIM, _("not offered"));
}

/* Places then and now, in the order of now. */
static void compare(const struct compared *compared, struct doc *doc)
{
	const struct moment *then = &compared->then, *now = &compared->now;
	const char *const titles[] = { "", _("Then"), _("Now") };
	size_t order[OPTIONS_MOST], before[OPTIONS_MOST], after[OPTIONS_MOST];
	struct votes was, is;

	if (!result_comparable(then->session, then->progress) || !result_comparable(now->session, now->progress))
		return;
	count_votes(then->session, then->progress, &was);
	count_votes(now->session, now->progress, &is);
	dots_rank(was.items, was.count, NULL, before);
	dots_rank(is.items, is.count, order, after);
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < is.count; i++) {
		doc_cell(doc, STYLE_NORMAL, is.options[order[i]]->text);
		cell_place(&was, before, is.options[order[i]], doc);
		cell_place(&is, after, is.options[order[i]], doc);
	}
}

const struct instrument instrument_rank = {
	.kind = "rank",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.pose = pose,
	.summarise = summarise,
	.digest = digest,
	.place = place,
	.compare = compare,
	.reveals = true,
};
