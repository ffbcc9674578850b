/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A figure that is estimated, or entered for a register that works with it. */
#include "instrument/paper.h"
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "instrument/cell.h"
#include "instrument/result.h"
#include "instrument/rounds.h"
#include "instrument/spec.h"
#include "measure/verdict.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define UNIT_LIMIT 20
#define KEY_LIMIT 81 /* two ids and a slash */

static const char *const keys[] = { "unit", "lowest", "highest", "predict", "anonymous", "of",
	"role" };

enum { SAVING_LOW, SAVING_HIGH, GUESS_DAYS };

static const char *const roles[] = {
	[SAVING_LOW] = "saving-low",
	[SAVING_HIGH] = "saving-high",
	[GUESS_DAYS] = "guess-days",
};

/* The analysis that makes something of it. */
static const char *const analyses[] = {
	[SAVING_LOW] = "overlap",
	[SAVING_HIGH] = "overlap",
	[GUESS_DAYS] = "speed",
};

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *of = node_get(node, "of"), *role = node_get(node, "role");
	int index;

	step->unit = reader_line(reader, node, "unit", false, UNIT_LIMIT);
	spec_range(reader, node, -SPEC_NUMBER_MOST, SPEC_NUMBER_MOST, &step->lowest,
		&step->highest);
	step->predict = reader_flag(reader, node, "predict", false);
	step->anonymous = reader_flag(reader, node, "anonymous", false);
	step->of = reader_line(reader, node, "of", false, KEY_LIMIT);
	index = reader_choice(reader, node, "role", false, roles, COUNT_OF(roles));
	if (index >= 0)
		step->role = mem_strdup(roles[index]);
	if (of && !role)
		reader_fail(reader, of, _("'of' needs a 'role' beside it"));
	if (role && !of)
		reader_fail(reader, role,
			_("'role' needs an 'of' beside it, the register that it is for"));
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	const struct step *target = spec_link(reader, node, bank, module, step, "register");
	int role = -1;

	for (int i = 0; step->role && i < (int)COUNT_OF(roles); i++)
		if (strcmp(step->role, roles[i]) == 0)
			role = i;
	if (role < 0)
		return;
	if (target && (!target->analysis || strcmp(target->analysis, analyses[role]) != 0))
		reader_fail(reader, node_get(node, "of"), _("'%s' is for a register with the analysis '%s'"),
			roles[role], analyses[role]);
	if (role == GUESS_DAYS && step->by == BY_ROOM)
		reader_fail(reader, node_get(node, "by"),
			_("the room cannot guess against itself: 'by' must be person or side"));
}

/* Asking */

/* What was typed is not said again: it is an answer, and the others see the screen. */
static char *by_text(const struct stage *stage, const char *text, struct err *err)
{
	const struct step *step = stage->progress->step;
	char *end;
	long number;

	errno = 0;
	number = strtol(text, &end, 10);
	if (end == text || *end || errno) {
		err_set(err, ERR_INPUT, _("this is not a whole number"));
		return NULL;
	}
	if (number < step->lowest || number > step->highest) {
		err_set(err, ERR_INPUT, _("this is not a number from %ld to %ld"), step->lowest, step->highest);
		return NULL;
	}
	return mem_printf("%ld", number);
}

static char *show(const struct step *step, const char *answer)
{
	char *number = money_text(strtoll(answer, NULL, 10));
	char *text = step->unit ? mem_printf("%s %s", number, step->unit) : mem_strdup(number);

	free(number);
	return text;
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	const struct key_shown save = stage_show_key(stage, "save");
	/* Who passes the keyboard round has this key from the grid, although Enter is fixed there. */
	const struct key_shown cannot = keymap_show(grid->keys, grid->contexts,
		grid->contexts & CONTEXT_SEAT ? "cannot-say" : "cant-say");

	if (step->unit)
		/* TRANSLATORS: the first %s is a unit, the second one a key. */
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("A number (%s), then %s."), step->unit,
			save.text);
	else
		/* TRANSLATORS: %s is a key. */
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("A number, then %s."), save.text);
	if (rect.height > 1 && step->lowest <= 0 && step->highest >= 0)
		grid_printf(grid, rect.x, rect.y + 1, rect.width, STYLE_DIM,
			/* TRANSLATORS: both %s are keys; the 0 at the end is typed. */
			_("%s: can't say. For zero: %s, 0."), cannot.text, stage_show_key(stage, "enter").text);
	else if (rect.height > 1)
		/* TRANSLATORS: %s is a key. */
		grid_printf(grid, rect.x, rect.y + 1, rect.width, STYLE_DIM, _("%s: can't say."), cannot.text);
	return rect.height > 1 ? 2 : 1;
}

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	char *blank = mem_printf("__________ %s", step->unit ? step->unit : "");

	(void)session;
	paper_write_blanks(step, other, blank, doc);
	free(blank);
}

static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	(void)session;
	if (progress->step->unit)
		doc_printf(doc, STYLE_NORMAL, _("A number (%s)."), progress->step->unit);
}

static const struct answering answering = {
	.by_text = by_text,
	.starts = "123456789",
	.hides_length = true,
	.show = show,
	.legend = legend,
	.paper = paper,
};

/* The result */

static int compare(const void *a, const void *b)
{
	long x = *(const long *)a, y = *(const long *)b;

	return x < y ? -1 : x > y;
}

/* A side's numbers, the smallest first, for free(). */
static long *numbers_of(const struct progress *progress, int side, enum which which, size_t *count)
{
	long *numbers = mem_zalloc(progress->ballot_count, sizeof *numbers);

	*count = 0;
	for (size_t i = 0; i < progress->ballot_count; i++) {
		const char *answer = progress->ballots[i].answers[which];

		if (progress->ballots[i].side == side && answer && strcmp(answer, ANSWER_CANT_SAY) != 0 &&
		    strcmp(answer, ANSWER_NOT_HERE) != 0)
			numbers[(*count)++] = strtol(answer, NULL, 10);
	}
	qsort(numbers, *count, sizeof *numbers, compare);
	return numbers;
}

/* Lowest, middle and highest of a side; one figure where they are the same. */
static void write_side(const struct session *session, const struct progress *progress, int side, enum which which,
	struct doc *doc)
{
	size_t count;
	long *numbers = numbers_of(progress, side, which, &count);
	char *unit = progress->step->unit ? mem_printf(" %s", progress->step->unit) : mem_strdup("");
	const char *name = session->bank->sides[side].name;

	if (count > 0 && numbers[0] == numbers[count - 1])
		doc_printf(doc, style_of_side(side),
			which == OWN ? _("%s (%zu): %ld%s.") : _("%s (%zu) guessed %ld%s."), name, count, numbers[0],
			unit);
	else if (count > 0)
		doc_printf(doc, style_of_side(side),
			which == OWN ? _("%s (%zu): from %ld to %ld%s, the middle answer is %ld.")
				     : _("%s (%zu) guessed from %ld to %ld%s, the middle guess is %ld."),
			name, count, numbers[0], numbers[count - 1], unit, numbers[(count - 1) / 2]);
	free(unit);
	free(numbers);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;

	(void)today;
	if (step->by != BY_PERSON) {
		result_write_named(session, progress, show, doc);
	} else {
		for (int which = 0; which < (step->predict ? WHICH_COUNT : 1); which++)
			for (int side = 0; side < SIDES; side++)
				if (result_allowed(session, progress, side, (enum which)which))
					write_side(session, progress, side, (enum which)which, doc);
		result_write_withheld(session, progress, doc);
	}
	result_write_rest(session, progress, doc);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	summarise(session, progress, today, doc);
	result_write_outcome(session, progress, doc);
}

/* What it came to */

static struct verdict_amount middle_of(const struct session *session, const struct progress *progress, int side,
	enum which which)
{
	struct verdict_amount out = { 0 };
	size_t count;
	long *numbers = numbers_of(progress, side, which, &count);

	if (count > 0 && result_allowed(session, progress, side, which))
		out = (struct verdict_amount){ true, numbers[(count - 1) / 2] };
	free(numbers);
	return out;
}

static char *number_text(const struct step *step, int64_t value)
{
	char number[24];

	snprintf(number, sizeof number, "%lld", (long long)value);
	return show(step, number);
}

static char *middle_text(const struct session *session, const struct progress *progress, int side)
{
	struct verdict_amount middle = middle_of(session, progress, side, OWN);

	return middle.given ? number_text(progress->step, middle.value) : NULL;
}

static void moved(const struct session *session, const struct progress *progress, const struct progress *first,
	struct doc *doc)
{
	for (int side = 0; progress->step->by == BY_PERSON && side < SIDES; side++) {
		char *from = middle_text(session, first, side), *to = middle_text(session, progress, side);

		rounds_write_move(session->bank->sides[side].name, from, to, doc);
		free(from);
		free(to);
	}
}

static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	struct verdict_amount middle = { 0 };

	if (progress->step->by == BY_ROOM ? side == SIDE_NONE : side != SIDE_NONE)
		middle = middle_of(session, progress, side, OWN);
	if (!middle.given)
		return false;
	out->value = ratio_of(middle.value, 1);
	out->text = number_text(progress->step, middle.value);
	return true;
}

/* The range and the middle of each side at one of the times. */
static void write_moment(const struct compared *compared, const struct moment *moment, const char *when, struct doc *doc)
{
	doc_text(doc, STYLE_DIM, when);
	for (int side = 0; side < SIDES; side++) {
		int at = moment == &compared->now ? side : compared->side[side];

		if (result_allowed(moment->session, moment->progress, at, OWN))
			write_side(moment->session, moment->progress, at, OWN, doc);
	}
}

static void compare_both(const struct compared *compared, struct doc *doc)
{
	if (compared->now.progress->step->by != BY_PERSON)
		return;
	write_moment(compared, &compared->then, _("Then:"), doc);
	write_moment(compared, &compared->now, _("Now:"), doc);
}

static char *gap_sentence(const struct session *session, const struct step *step,
	const struct verdict_amount own[SIDES])
{
	const struct side *sides = session->bank->sides;
	char *shown[SIDES], *text;

	for (int side = 0; side < SIDES; side++)
		shown[side] = number_text(step, own[side].value);
	text = mem_printf(_("The middle answer of %s is %s, that of %s %s."), sides[0].name, shown[0], sides[1].name,
		shown[1]);
	free(shown[0]);
	free(shown[1]);
	return text;
}

static char *verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	struct verdict_amount own[SIDES], guesses[SIDES];

	*out = verdict_none();
	if (!result_comparable(session, progress))
		return NULL;
	for (int side = 0; side < SIDES; side++) {
		own[side] = middle_of(session, progress, side, OWN);
		guesses[side] = middle_of(session, progress, side, PREDICTION);
	}
	verdict_amounts(own, guesses, out);
	return out->kind == VERDICT_GAP ? gap_sentence(session, progress->step, own) : result_sentence(session, out);
}

const struct instrument instrument_number = {
	.kind = "number",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.pose = pose,
	.summarise = summarise,
	.digest = digest,
	.moved = moved,
	.verdict = verdict,
	.place = place,
	.compare = compare_both,
	.reveals = true,
};
