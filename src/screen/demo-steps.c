/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What people who were made up answer, step by step. */
#include "screen/demo-parts.h"

#include "base/date.h"
#include "base/mem.h"
#include "instrument/analysis.h"
#include "instrument/instrument.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static const char *const vendors[] = {
	"Northwind Mail", "NORTHWIND MAIL Inc.", "Cloudrow", "Cloud Row Ltd", "Metrica", "DataHill", "PostPilot",
	"Brightlane", "Kite Analytics", "Kite Analytics GmbH", "Foxglove Search", "Tidewater Hosting",
};

static const char *const categories[] = { "e-mail", "hosting", "analytics", "search" };

static const char *const measures[][5] = {
	{ "revenue", "margin", "visits", "basket size", "campaign lift" },
	{ "uptime", "cost of running", "projects on plan", "tickets closed", "bandwidth" },
};

static const char *const skills[] = { "customer analytics", "campaign planning", "data modelling", "security",
				      "interface design", "story-telling" };

static const char *const places[] = { "Web pages", "Shops", "E-mail", "Telephone", "Fairs", "Letters" };

static const char *const requests[] = { "landing page", "data feed", "new report" };

static const char *const reasons[] = { "waited for a decision", "more work than thought", "was in a queue" };

static const char *const initiatives[] = { "one customer account", "mobile app", "new web shop", "loyalty card" };

static const char *const clauses[] = {
	"One page for all requests, with the day on which they are needed.",
	"Whoever pays decides, after hearing the other side.",
	"Nobody signs for the other side without asking.",
	"Faults are told on the day, to one person of each side.",
};

static const char *const words[] = { "hopeful", "tired", "curious", "clearer", "surprised", "relieved" };

/* Answers lean to one end on one side and to the other on the other, more or less. */
static int leaning(struct demo *demo, int points, int side, int lean)
{
	int middle = side == 0 ? lean : points + 1 - lean;
	int value = middle + (int)demo_below(demo, 3) - 1;

	return value < 1 ? 1 : value > points ? points : value;
}

static void answer_text(struct demo *demo, const struct step *step, int side, int lean, char out[64])
{
	int count = (int)step->option_count;

	if (strcmp(step->kind, "scale") == 0) {
		snprintf(out, 64, "%d", leaning(demo, step->points, side, lean));
	} else if (strcmp(step->kind, "choice") == 0) {
		snprintf(out, 64, "%s", step->options[leaning(demo, count, side, lean % count + 1) - 1].id);
	} else if (strcmp(step->kind, "checklist") == 0) {
		int first = (int)demo_below(demo, step->option_count);

		snprintf(out, 64, "%s", step->options[first].id);
	} else if (strcmp(step->kind, "rank") == 0) {
		/* A single dot is always allowed. */
		snprintf(out, 64, "%s", step->options[leaning(demo, count, side, lean % count + 1) - 1].id);
	} else if (step->part_count > 0) {
		for (size_t i = 0; i < step->part_count && i < 63; i++, out[i] = '\0')
			out[i] = (char)('0' + leaning(demo, (int)step->model_count, side,
						lean % (int)step->model_count + 1));
	} else if (strcmp(step->kind, "number") == 0) {
		long range = step->highest - step->lowest;
		long part = step->role && strcmp(step->role, "saving-high") == 0 ? 12 : 4;

		snprintf(out, 64, "%ld", step->lowest + (range < 100 ? range / 2 : part + (long)demo_below(demo, 5)));
	} else {
		snprintf(out, 64, "%s", DEMO_PICK(demo, words));
	}
}

static void answer_step(struct demo *demo, const struct step *step)
{
	int lean = 1 + (int)demo_below(demo, 4);
	char answer[64];

	if (step->by != BY_PERSON) {
		int answerers = step->by == BY_ROOM ? 1 : SIDES;

		for (int i = 0; i < answerers; i++) {
			answer_text(demo, step, i, lean, answer);
			change_ballot(&demo->changes, step->key, step->by == BY_ROOM ? ANSWERER_ROOM : ANSWERER_SIDE(i),
				OWN, answer);
		}
		return;
	}
	for (size_t i = 0; i < demo->session->person_count; i++) {
		const struct person *person = &demo->session->people[i];

		if (demo_below(demo, 20) == 0 && step->part_count == 0)
			strcpy(answer, ANSWER_CANT_SAY);
		else
			answer_text(demo, step, person->side, lean, answer);
		change_ballot(&demo->changes, step->key, person->id, OWN, answer);
		if (!step->predict)
			continue;
		answer_text(demo, step, demo_below(demo, 3) ? person->side : 1 - person->side, lean, answer);
		change_ballot(&demo->changes, step->key, person->id, PREDICTION, answer);
	}
}

static void set_cell(struct demo *demo, const struct step *step, const char *column, const char *value)
{
	if (step_column(step, column))
		change_cell(&demo->changes, demo->next_row, column, value);
}

static void set_number(struct demo *demo, const struct step *step, const char *column, int number)
{
	char text[16];

	snprintf(text, sizeof text, "%d", number);
	set_cell(demo, step, column, text);
}

static void set_day(struct demo *demo, const struct step *step, const char *column, int days)
{
	char text[11];

	date_format(demo->session->date + days, text);
	set_cell(demo, step, column, text);
}

static void add_row(struct demo *demo, const struct step *step, int side, const char *name_column, const char *name)
{
	change_row_add(&demo->changes, step->key, demo->next_row, -1);
	set_cell(demo, step, name_column, name);
	set_cell(demo, step, "side", demo->session->bank->sides[side].id);
}

static void fill_vendors(struct demo *demo, const struct step *step)
{
	size_t first = demo_below(demo, COUNT_OF(vendors));

	for (size_t i = 0; i < 7; i++, demo->next_row++) {
		add_row(demo, step, (int)(i % SIDES), "vendor", vendors[(first + i) % COUNT_OF(vendors)]);
		set_cell(demo, step, "category", DEMO_PICK(demo, categories));
		set_number(demo, step, "spend", 10000 * (1 + (int)demo_below(demo, 25)));
		set_day(demo, step, "ends", 30 + (int)demo_below(demo, 400));
		set_number(demo, step, "notice", 30 * (1 + (int)demo_below(demo, 3)));
		set_cell(demo, step, "renews", demo_below(demo, 2) ? "yes" : "no");
	}
}

static void fill_skills(struct demo *demo, const struct step *step)
{
	for (size_t i = 0; i < COUNT_OF(skills); i++, demo->next_row++) {
		add_row(demo, step, (int)(i % SIDES), "skill", skills[i]);
		set_number(demo, step, "needed", 2 + (int)demo_below(demo, 3));
		set_number(demo, step, "weight", 1 + (int)demo_below(demo, 3));
		set_number(demo, step, "heads", 1 + (int)demo_below(demo, 2));
		set_number(demo, step, "within", (int)demo_below(demo, 12));
		for (size_t p = 0; step->people && p < demo->session->person_count; p++) {
			char column[16], level[16];
			int own = demo->session->people[p].side == (int)(i % SIDES);

			snprintf(column, sizeof column, "@%d", demo->session->people[p].id);
			snprintf(level, sizeof level, "%d", (int)demo_below(demo, own ? 5 : 3));
			change_cell(&demo->changes, demo->next_row, column, level);
		}
	}
}

static void fill_measures(struct demo *demo, const struct step *step)
{
	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < 3 + demo_below(demo, 2); i++, demo->next_row++) {
			add_row(demo, step, side, "measure", measures[side][i]);
			set_number(demo, step, "weight", 1 + (int)demo_below(demo, 3));
			set_number(demo, step, "first-drives", (int)demo_below(demo, 3));
			set_number(demo, step, "second-drives", (int)demo_below(demo, 3));
		}
	}
}

static void fill_shared(struct demo *demo, const struct step *step)
{
	add_row(demo, step, 0, "measure", measures[0][demo_below(demo, 5)]);
	set_cell(demo, step, "definition", "as both sides count it");
	set_cell(demo, step, "baseline", "today's figure");
	set_day(demo, step, "baseline-date", -10);
	set_cell(demo, step, "target", "a tenth better");
	set_day(demo, step, "target-date", 180);
	set_day(demo, step, "review", 60);
	demo->next_row++;
}

static void fill_requests(struct demo *demo, const struct step *step)
{
	for (size_t i = 0; i < 9; i++, demo->next_row++) {
		int asked = 1 + (int)demo_below(demo, 10), delivered = 1 + (int)demo_below(demo, 3 * (size_t)asked);

		add_row(demo, step, (int)demo_below(demo, SIDES), "kind", DEMO_PICK(demo, requests));
		set_number(demo, step, "asked", asked);
		set_number(demo, step, "delivered", delivered);
		if (delivered > asked)
			set_cell(demo, step, "reason", DEMO_PICK(demo, reasons));
	}
}

static void fill_initiatives(struct demo *demo, const struct step *step)
{
	for (size_t i = 0; i < COUNT_OF(initiatives); i++, demo->next_row++) {
		add_row(demo, step, 0, "initiative", initiatives[i]);
		set_number(demo, step, "first-budget", 10000 * (int)demo_below(demo, 20));
		set_number(demo, step, "second-budget", 10000 * (1 + (int)demo_below(demo, 20)));
		set_number(demo, step, "first-risk", 10 * (int)demo_below(demo, 11));
		set_number(demo, step, "first-reward", 10 * (int)demo_below(demo, 11));
	}
}

/* A register of which nothing is known but its columns; the first one of text is the name. */
static void fill_rows(struct demo *demo, const struct step *step)
{
	for (size_t i = 0; i < COUNT_OF(places); i++, demo->next_row++) {
		bool named = false;

		change_row_add(&demo->changes, step->key, demo->next_row, -1);
		for (size_t c = 0; c < step->column_count; c++) {
			const struct column *column = &step->columns[c];

			if (column->type == COLUMN_TEXT && !named)
				set_cell(demo, step, column->id, places[i]);
			else if (column->type == COLUMN_SIDE)
				set_cell(demo, step, column->id, demo->session->bank->sides[i % SIDES].id);
			else if (column->type == COLUMN_CHOICE)
				set_cell(demo, step, column->id,
					column->options[demo_below(demo, column->option_count)].id);
			named = named || column->type == COLUMN_TEXT;
		}
	}
}

void demo_fill_register(struct demo *demo, const struct step *step)
{
	const char *analysis = step->analysis ? step->analysis : "";

	if (strcmp(analysis, "overlap") == 0)
		fill_vendors(demo, step);
	else if (strcmp(analysis, "gaps") == 0)
		fill_skills(demo, step);
	else if (strcmp(analysis, "shared") == 0)
		fill_shared(demo, step);
	else if (strcmp(analysis, "speed") == 0)
		fill_requests(demo, step);
	else if (strcmp(analysis, "skin") == 0)
		fill_initiatives(demo, step);
	else if (step_column(step, "measure"))
		fill_measures(demo, step);
	else if (!step->analysis)
		fill_rows(demo, step);
}

static void rate_pairs(struct demo *demo, const struct step *step)
{
	struct pair_matrix matrix;

	pair_matrix_init(&matrix, demo->session, step);
	for (size_t a = 0; a < matrix.counts[0]; a++) {
		for (size_t b = 0; b < matrix.counts[1]; b++) {
			for (int side = 0; side < SIDES; side++) {
				char value[16];

				snprintf(value, sizeof value, "%d", (int)demo_below(demo, 3) - 1);
				change_rating(&demo->changes, step->key, matrix.rows[0][a]->id,
					matrix.rows[1][b]->id, side, value);
			}
		}
	}
	pair_matrix_release(&matrix);
}

static void link_rows(struct demo *demo, const struct step *step)
{
	const struct row **rows = mem_zalloc(demo->session->row_count, sizeof *rows);
	size_t count = session_rows(demo->session, step->of, rows);

	for (size_t a = 0; a < count; a++)
		for (size_t b = a + 1; b < count; b++)
			if (demo_below(demo, 4) == 0)
				change_rating(&demo->changes, step->key, rows[a]->id, rows[b]->id, SIDES, "1");
	free(rows);
}

/* All but the last clause are written, and nearly all of them accepted. */
static void write_clauses(struct demo *demo, const struct step *step)
{
	for (size_t i = 0; i + 1 < step->clause_count; i++, demo->next_row++) {
		change_row_add(&demo->changes, step->key, demo->next_row, -1);
		set_cell(demo, step, "clause", step->clauses[i].id);
		set_cell(demo, step, "text", DEMO_PICK(demo, clauses));
		for (size_t p = 0; p < demo->session->person_count; p++) {
			char column[16], vote[16];

			snprintf(column, sizeof column, "@%d", demo->session->people[p].id);
			snprintf(vote, sizeof vote, "%d", 3 + (int)demo_below(demo, 3) - (demo_below(demo, 40) == 0));
			change_cell(&demo->changes, demo->next_row, column, vote);
		}
	}
}

void demo_answer(struct demo *demo, const struct step *step)
{
	if (instrument_find(step->kind)->answering)
		answer_step(demo, step);
	else if (strcmp(step->kind, "pairs") == 0)
		rate_pairs(demo, step);
	else if (strcmp(step->kind, "links") == 0)
		link_rows(demo, step);
	else if (strcmp(step->kind, "draft") == 0)
		write_clauses(demo, step);
}
