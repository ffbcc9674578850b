/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two banks ask the same question. */
#include "model/wording.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

/* White space apart; NULL is the same as "". */
static bool same_text(const char *a, const char *b)
{
	char *x = text_tidy(a ? a : ""), *y = text_tidy(b ? b : "");
	bool same = strcmp(x, y) == 0;

	free(x);
	free(y);
	return same;
}

/* An id or key, of which no character is alike. */
static bool same_id(const char *a, const char *b)
{
	return strcmp(a ? a : "", b ? b : "") == 0;
}

static bool same_options(const struct option *a, size_t a_count, const struct option *b, size_t b_count)
{
	if (a_count != b_count)
		return false;
	for (size_t i = 0; i < a_count; i++)
		if (!same_id(a[i].id, b[i].id) || !same_text(a[i].text, b[i].text))
			return false;
	return true;
}

static bool same_bands(const struct step *a, const struct step *b)
{
	if (a->band_count != b->band_count)
		return false;
	for (size_t i = 0; i < a->band_count; i++)
		if (a->bands[i].from != b->bands[i].from || !same_text(a->bands[i].text, b->bands[i].text))
			return false;
	return true;
}

static bool same_part(const struct part *a, const struct part *b)
{
	if (!same_id(a->id, b->id) || !same_text(a->text, b->text) || a->option_count != b->option_count)
		return false;
	for (size_t i = 0; i < a->option_count; i++)
		if (a->seconds[i] != b->seconds[i] || !same_text(a->options[i], b->options[i]))
			return false;
	return true;
}

static bool same_parts(const struct step *a, const struct step *b)
{
	if (a->part_count != b->part_count ||
	    !same_options(a->models, a->model_count, b->models, b->model_count))
		return false;
	for (size_t i = 0; i < a->part_count; i++)
		if (!same_part(&a->parts[i], &b->parts[i]))
			return false;
	return true;
}

static bool same_column(const struct column *a, const struct column *b)
{
	return same_id(a->id, b->id) && same_text(a->title, b->title) && a->type == b->type &&
	       a->lowest == b->lowest && a->highest == b->highest &&
	       same_options(a->options, a->option_count, b->options, b->option_count);
}

static bool same_columns(const struct step *a, const struct step *b)
{
	if (a->column_count != b->column_count || !same_text(a->people, b->people) ||
	    !same_options(a->levels, a->level_count, b->levels, b->level_count) ||
	    !same_id(a->analysis, b->analysis))
		return false;
	for (size_t i = 0; i < a->column_count; i++)
		if (!same_column(&a->columns[i], &b->columns[i]))
			return false;
	return true;
}

static bool same_clauses(const struct step *a, const struct step *b)
{
	if (a->clause_count != b->clause_count)
		return false;
	for (size_t i = 0; i < a->clause_count; i++)
		if (!same_id(a->clauses[i].id, b->clauses[i].id) || !same_text(a->clauses[i].text, b->clauses[i].text))
			return false;
	return true;
}

unsigned wording_differs(const struct step *a, const struct step *b)
{
	unsigned differs = 0;

	differs |= same_id(a->kind, b->kind) ? 0 : WORDING_KIND;
	differs |= same_text(a->prompt, b->prompt) ? 0 : WORDING_PROMPT;
	differs |= a->by == b->by ? 0 : WORDING_ANSWERER;
	differs |= a->points == b->points && same_text(a->low, b->low) && same_text(a->high, b->high) ? 0 : WORDING_SCALE;
	differs |= same_options(a->options, a->option_count, b->options, b->option_count) && a->most == b->most &&
				   a->pick == b->pick && same_bands(a, b)
			   ? 0
			   : WORDING_OPTIONS;
	differs |= same_text(a->unit, b->unit) ? 0 : WORDING_UNIT;
	differs |= same_parts(a, b) ? 0 : WORDING_PARTS;
	differs |= same_columns(a, b) ? 0 : WORDING_COLUMNS;
	differs |= same_clauses(a, b) ? 0 : WORDING_CLAUSES;
	differs |= same_id(a->of, b->of) && same_id(a->role, b->role) ? 0 : WORDING_SOURCE;
	return differs;
}

static const struct {
	enum wording wording;
	const char *words;
} words[] = {
	{ WORDING_KIND, N_("the kind of question") },
	{ WORDING_PROMPT, N_("the question") },
	{ WORDING_ANSWERER, N_("who answers it") },
	{ WORDING_SCALE, N_("the scale") },
	{ WORDING_OPTIONS, N_("the options") },
	{ WORDING_UNIT, N_("the unit") },
	{ WORDING_PARTS, N_("the parts") },
	{ WORDING_COLUMNS, N_("the columns") },
	{ WORDING_CLAUSES, N_("the clauses") },
	{ WORDING_SOURCE, N_("what it is about") },
};

char *wording_text(unsigned differs)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < COUNT_OF(words); i++)
		if (differs & (unsigned)words[i].wording)
			str_printf(&out, "%s%s", out.length ? ", " : "", _(words[i].words));
	return out.data;
}
