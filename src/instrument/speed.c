/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Speed: how long each kind of request takes, against what was asked, and against what each side guessed. */
#include "instrument/analysis.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/cell.h"
#include "instrument/result.h"
#include "measure/median.h"
#include "measure/speed.h"

#include <stdlib.h>
#include <string.h>

/* The requests of one kind. */
struct kind {
	const char *name; /* as it was first written; the session's */
	char *fold;
	struct speed_request *requests;
	size_t count, capacity;
	struct speed result;
};

struct kinds {
	struct kind *items; /* what takes longest against what was asked first */
	size_t count, capacity;
	struct kind all, of_side[SIDES]; /* of everybody, and what each side asked for */
};

static void add_request(struct kind *kind, struct speed_request request)
{
	kind->requests = mem_grow(kind->requests, &kind->capacity, kind->count, sizeof *kind->requests);
	kind->requests[kind->count++] = request;
}

/* Takes the folded name. */
static struct kind *kind_of(struct kinds *kinds, const char *name, char *fold)
{
	struct kind *kind;

	for (size_t i = 0; i < kinds->count; i++) {
		if (strcmp(kinds->items[i].fold, fold) != 0)
			continue;
		free(fold);
		return &kinds->items[i];
	}
	kinds->items = mem_grow(kinds->items, &kinds->capacity, kinds->count, sizeof *kinds->items);
	kind = &kinds->items[kinds->count++];
	*kind = (struct kind){ .name = name, .fold = fold };
	return kind;
}

static void measure(struct kind *kind)
{
	speed_of(kind->requests, kind->count, &kind->result);
}

/* Whether a takes longer than b, against what was asked; what cannot be compared comes last. */
static bool is_slower(const struct kind *a, const struct kind *b)
{
	if (!ratio_is_defined(a->result.stretch) || !ratio_is_defined(b->result.stretch))
		return ratio_is_defined(a->result.stretch) && !ratio_is_defined(b->result.stretch);
	return ratio_compare(a->result.stretch, b->result.stretch) > 0;
}

/* Kinds that take as long stay in the order in which they were written. */
static void sort(struct kinds *kinds)
{
	for (size_t i = 1; i < kinds->count; i++) {
		struct kind kind = kinds->items[i];
		size_t at = i;

		for (; at > 0 && is_slower(&kind, &kinds->items[at - 1]); at--)
			kinds->items[at] = kinds->items[at - 1];
		kinds->items[at] = kind;
	}
}

static void kinds_init(struct kinds *kinds, const struct session *session, const struct step *step)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows);

	*kinds = (struct kinds){ 0 };
	for (size_t i = 0; i < count; i++) {
		const char *name = row_value(rows[i], "kind");
		int side = row_side(session, rows[i]);
		struct speed_request request = {
			.asked = cell_int(rows[i], "asked", SPEED_UNKNOWN),
			.delivered = cell_int(rows[i], "delivered", SPEED_UNKNOWN),
		};

		if (!name[0])
			continue;
		add_request(kind_of(kinds, name, text_fold(name)), request);
		add_request(&kinds->all, request);
		if (side != SIDE_NONE)
			add_request(&kinds->of_side[side], request);
	}
	for (size_t i = 0; i < kinds->count; i++)
		measure(&kinds->items[i]);
	measure(&kinds->all);
	for (int side = 0; side < SIDES; side++)
		measure(&kinds->of_side[side]);
	sort(kinds);
	free(rows);
}

static void kinds_release(struct kinds *kinds)
{
	for (size_t i = 0; i < kinds->count; i++) {
		free(kinds->items[i].fold);
		free(kinds->items[i].requests);
	}
	free(kinds->items);
	free(kinds->all.requests);
	for (int side = 0; side < SIDES; side++)
		free(kinds->of_side[side].requests);
}

/* Figures as text, for free() */

/* "2.5", "3.0" */
static char *times_text(struct ratio times)
{
	int64_t tenths = ratio_tenths(times);

	return mem_printf("%d.%d", (int)(tenths / 10), (int)(tenths % 10));
}

/* "5", "4.5"; "-" where it is not known. */
static char *days_text(struct ratio days)
{
	int64_t tenths = ratio_is_defined(days) ? ratio_tenths(days) : 0;

	if (!ratio_is_defined(days))
		return mem_strdup("-");
	return tenths % 10 ? times_text(days) : mem_printf("%d", (int)(tenths / 10));
}

static char *range_text(const struct speed *speed)
{
	if (speed->shortest == speed->longest)
		return mem_printf(P_("%d day", "%d days", speed->longest), speed->longest);
	return mem_printf(P_("%d to %d day", "%d to %d days", speed->longest), speed->shortest, speed->longest);
}

static struct ratio days_asked(const struct kind *kind)
{
	int64_t *days = mem_zalloc(kind->count, sizeof *days);
	size_t count = 0;
	struct ratio middle;

	for (size_t i = 0; i < kind->count; i++)
		if (kind->requests[i].asked >= 0)
			days[count++] = kind->requests[i].asked < SPEED_MOST_DAYS ? kind->requests[i].asked
										  : SPEED_MOST_DAYS;
	middle = median_of_numbers(days, count);
	free(days);
	return middle;
}

/* How many requests the stretch is the middle of: of nothing nothing can be made longer. */
static size_t stretched(const struct kind *kind)
{
	size_t count = 0;

	for (size_t i = 0; i < kind->count; i++)
		count += kind->requests[i].asked > 0 && kind->requests[i].delivered >= 0;
	return count;
}

/* Sentences */

static char *kind_text(const struct kind *kind)
{
	const struct speed *speed = &kind->result;
	char *range, *times, *text;

	if (speed->delivered == 0)
		return mem_printf(_("%s: nobody says yet how long it took."), kind->name);
	range = range_text(speed);
	times = ratio_is_defined(speed->stretch) ? times_text(speed->stretch) : NULL;
	if (kind->count == 1 && speed->compared == 1)
		text = mem_printf(_("%s: one case, %s; %d asked for."), kind->name, range, kind->requests[0].asked);
	else if (speed->compared == 0)
		text = mem_printf(_("%s: %s; nobody says how long was asked for."), kind->name, range);
	else if (!times)
		text = mem_printf(_("%s: %zu of %zu on time; %s."), kind->name, speed->on_time, speed->compared, range);
	else if (ratio_compare_to(speed->stretch, 1, 1) == 0)
		text = mem_printf(_("%s: takes as long as was asked (middle of %zu); %zu of %zu on time; %s."),
			kind->name, stretched(kind), speed->on_time, speed->compared, range);
	else
		text = mem_printf(_("%s: takes %s times what was asked (middle of %zu); %zu of %zu on time; %s."),
			kind->name, times, stretched(kind), speed->on_time, speed->compared, range);
	free(range);
	free(times);
	return text;
}

static void write_kinds(const struct kinds *kinds, struct doc *doc)
{
	for (size_t i = 0; i < kinds->count; i++) {
		const struct speed *speed = &kinds->items[i].result;
		char *text = kind_text(&kinds->items[i]);

		doc_bullet(doc, speed->on_time < speed->compared ? STYLE_WARN : STYLE_NORMAL, text);
		free(text);
	}
}

/* Only where both sides ask something of each other is there something to compare. */
static void write_sides(const struct session *session, const struct kinds *kinds, struct doc *doc)
{
	const struct speed *speeds[SIDES] = { &kinds->of_side[0].result, &kinds->of_side[1].result };

	if (speeds[0]->compared == 0 || speeds[1]->compared == 0)
		return;
	doc_printf(doc, STYLE_STRONG, _("On time: %zu of %zu that %s asked for, %zu of %zu that %s asked for."),
		speeds[0]->on_time, speeds[0]->compared, session->bank->sides[0].name, speeds[1]->on_time,
		speeds[1]->compared, session->bank->sides[1].name);
}

/* Guesses */

static int guess_of(const struct progress *progress, int side)
{
	int *days = mem_zalloc(progress->ballot_count, sizeof *days), middle;
	size_t count = 0;

	for (size_t i = 0; i < progress->ballot_count; i++) {
		const char *answer = progress->ballots[i].answers[OWN];

		if (progress->ballots[i].side == side && answer && strcmp(answer, ANSWER_CANT_SAY) != 0 &&
		    strcmp(answer, ANSWER_NOT_HERE) != 0)
			days[count++] = (int)strtol(answer, NULL, 10);
	}
	middle = speed_guess(days, count);
	free(days);
	return middle;
}

static void write_guess(const struct session *session, const struct progress *progress, struct ratio typical,
	struct doc *doc)
{
	const struct side *sides = session->bank->sides;
	int guesses[SIDES];
	char *taken = days_text(typical);

	for (int side = 0; side < SIDES; side++)
		guesses[side] = result_allowed(session, progress, side, OWN) ? guess_of(progress, side) : SPEED_UNKNOWN;
	if (guesses[0] >= 0 && guesses[1] >= 0)
		doc_printf(doc, STYLE_STRONG, _("Days guessed before: %s %d, %s %d. Days taken: %s in the middle."),
			sides[0].name, guesses[0], sides[1].name, guesses[1], taken);
	else if (guesses[0] >= 0 || guesses[1] >= 0)
		doc_printf(doc, STYLE_STRONG, _("Days guessed before: %s %d. Days taken: %s in the middle."),
			sides[guesses[0] >= 0 ? 0 : 1].name, guesses[0] >= 0 ? guesses[0] : guesses[1], taken);
	free(taken);
}

/* A guess is nobody's business before its own reveal. */
static void write_guesses(const struct session *session, const struct step *step, struct ratio typical,
	struct doc *doc)
{
	for (size_t i = 0; i < session->step_count && ratio_is_defined(typical); i++) {
		const struct progress *progress = &session->steps[i];
		const char *role = progress->step->role;

		if (role && strcmp(role, "guess-days") == 0 && strcmp(progress->step->of, step->key) == 0 &&
		    progress_is_revealed(progress))
			write_guess(session, progress, typical, doc);
	}
}

/* The table */

static void cell_days(struct doc *doc, struct ratio days)
{
	char *text = days_text(days);

	doc_cell(doc, STYLE_NORMAL, text);
	free(text);
}

/* Whether something of it is shown from so many cases on only. */
static bool write_table(const struct kinds *kinds, struct doc *doc)
{
	const char *const titles[] = { _("Days, in the middle"), _(">Cases"), _(">Asked"), _(">Taken"),
				       _(">85 % within") };
	bool many = false, few = false;

	for (size_t i = 0; i < kinds->count; i++) {
		many = many || kinds->items[i].result.most >= 0;
		few = few || kinds->items[i].result.most < 0;
	}
	doc_gap(doc);
	doc_table(doc, many ? COUNT_OF(titles) : COUNT_OF(titles) - 1, titles);
	for (size_t i = 0; i < kinds->count; i++) {
		const struct kind *kind = &kinds->items[i];

		doc_cell(doc, STYLE_NORMAL, kind->name);
		doc_cell_printf(doc, STYLE_NORMAL, "%zu", kind->count);
		cell_days(doc, days_asked(kind));
		cell_days(doc, kind->result.typical);
		if (kind->result.most >= 0)
			doc_cell_printf(doc, STYLE_NORMAL, "%d", kind->result.most);
		else if (many)
			doc_cell(doc, STYLE_DIM, "-");
	}
	return many && few;
}

static void write_legend(struct doc *doc)
{
	doc_printf(doc, STYLE_DIM, _("Within how many days 85 %% of the cases were done is shown from %d cases on."),
			SPEED_PERCENTILE_FROM);
}

/* In full, or in short for a summary. */
static void write_all(const struct session *session, const struct step *step, bool full, struct doc *doc)
{
	struct kinds kinds;

	kinds_init(&kinds, session, step);
	if (kinds.count == 0) {
		doc_text(doc, STYLE_DIM, _("No requests were listed."));
	} else {
		write_sides(session, &kinds, doc);
		write_guesses(session, step, kinds.all.result.typical, doc);
		if (full)
			write_kinds(&kinds, doc);
		if (write_table(&kinds, doc) && full)
			write_legend(doc);
	}
	kinds_release(&kinds);
}

static void speed_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	(void)today;
	write_all(session, step, true, doc);
}

static void speed_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	(void)today;
	write_all(session, step, false, doc);
}

static char *speed_place(const struct session *session, const struct step *step)
{
	struct kinds kinds;
	char *times, *text = NULL;

	kinds_init(&kinds, session, step);
	if (ratio_is_defined(kinds.all.result.stretch)) {
		times = times_text(kinds.all.result.stretch);
		text = mem_printf(_("%s times as long as asked"), times);
		free(times);
	}
	kinds_release(&kinds);
	return text;
}

const struct analysis analysis_speed = {
	.name = "speed",
	.place = speed_place,
	.summarise = speed_summarise,
	.digest = speed_digest,
};
