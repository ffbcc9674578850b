/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A table that the room fills in, and what is worked out from it. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "instrument/analysis.h"
#include "instrument/cell.h"
#include "instrument/column.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "instrument/table.h"
#include "measure/matching.h"

#include <stdlib.h>
#include <string.h>

#define KEY_LIMIT 81 /* two ids and a slash */
#define NAMES_TOLD 8 /* rows that have come, or gone, before the others are counted */

static const char *const keys[] = { "columns", "people", "levels", "analysis", "of" };

static const struct need overlap[] = {
	{ .id = "vendor", .type = COLUMN_TEXT },
	{ .id = "side", .type = COLUMN_SIDE },
	{ .id = "category", .type = COLUMN_TEXT },
	{ .id = "spend", .type = COLUMN_MONEY },
	{ .id = "ends", .type = COLUMN_DATE },
	{ .id = "notice", .type = COLUMN_NUMBER, .optional = true },
	{ .id = "renews", .type = COLUMN_YES_NO, .optional = true },
	{ .id = "owner", .type = COLUMN_TEXT, .or_person = true, .optional = true },
};

static const struct need gaps[] = {
	{ .id = "skill", .type = COLUMN_TEXT },
	{ .id = "side", .type = COLUMN_SIDE },
	{ .id = "needed", .type = COLUMN_LEVEL },
	{ .id = "weight", .type = COLUMN_LEVEL },
	{ .id = "heads", .type = COLUMN_NUMBER },
	{ .id = "within", .type = COLUMN_NUMBER, .optional = true },
	{ .id = "lasts", .type = COLUMN_NUMBER, .optional = true },
};

static const struct need shared[] = {
	{ .id = "measure", .type = COLUMN_TEXT },
	{ .id = "definition", .type = COLUMN_TEXT },
	{ .id = "source", .type = COLUMN_TEXT },
	{ .id = "baseline", .type = COLUMN_TEXT },
	{ .id = "baseline-date", .type = COLUMN_DATE },
	{ .id = "target", .type = COLUMN_TEXT },
	{ .id = "target-date", .type = COLUMN_DATE },
	{ .id = "first-owner", .type = COLUMN_TEXT, .or_person = true },
	{ .id = "second-owner", .type = COLUMN_TEXT, .or_person = true },
	{ .id = "review", .type = COLUMN_DATE },
	{ .id = "rewarded", .type = COLUMN_YES_NO },
};

static const struct need skin[] = {
	{ .id = "initiative", .type = COLUMN_TEXT },
	{ .id = "first-budget", .type = COLUMN_MONEY },
	{ .id = "second-budget", .type = COLUMN_MONEY },
	{ .id = "first-risk", .type = COLUMN_NUMBER, .highest = 100 },
	{ .id = "first-reward", .type = COLUMN_NUMBER, .highest = 100 },
};

static const struct need speed[] = {
	{ .id = "kind", .type = COLUMN_TEXT },
	{ .id = "asked", .type = COLUMN_NUMBER },
	{ .id = "delivered", .type = COLUMN_NUMBER },
	{ .id = "side", .type = COLUMN_SIDE, .optional = true },
	{ .id = "reason", .type = COLUMN_TEXT, .optional = true },
};

enum { OVERLAP, GAPS, SHARED, SKIN, SPEED };

static const char *const analyses[] = {
	[OVERLAP] = "overlap",
	[GAPS] = "gaps",
	[SHARED] = "shared",
	[SKIN] = "skin",
	[SPEED] = "speed",
};

static const struct {
	const struct need *needs;
	size_t count;
} needed[] = {
	[OVERLAP] = { overlap, COUNT_OF(overlap) },
	[GAPS] = { gaps, COUNT_OF(gaps) },
	[SHARED] = { shared, COUNT_OF(shared) },
	[SKIN] = { skin, COUNT_OF(skin) },
	[SPEED] = { speed, COUNT_OF(speed) },
};

static void check_analysis(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *at = node_get(node, "analysis"), *of = node_get(node, "of");
	int index = reader_choice(reader, node, "analysis", false, analyses, COUNT_OF(analyses));

	step->of = reader_line(reader, node, "of", index == SHARED, KEY_LIMIT);
	if (of && index != SHARED && (!at || index >= 0))
		reader_fail(reader, of, _("'of' is only for the analysis 'shared'"));
	if (index < 0)
		return;
	step->analysis = mem_strdup(analyses[index]);
	if (index == GAPS && !node_get(node, "people"))
		reader_fail(reader, at,
			_("the analysis 'gaps' needs the keys 'people' and 'levels'"));
	if (step->column_count > 0)
		spec_needs(reader, at, analyses[index], step, needed[index].needs,
			needed[index].count);
}

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *people = node_get(node, "people"), *levels = node_get(node, "levels");

	step->column_count = columns_read(reader, node, &step->columns);
	step->people = reader_line(reader, node, "people", false, SPEC_LABEL);
	step->level_count = spec_levels(reader, node, "levels", 0, &step->levels);
	if (people && !levels)
		reader_fail(reader, people,
			_("'people' needs 'levels' beside it, the words for 0, 1, 2 ..."));
	if (levels && !people)
		reader_fail(reader, levels,
			_("'levels' needs 'people' beside it, the title of what they rate"));
	check_analysis(reader, node, step);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	if (step->analysis && strcmp(step->analysis, analyses[SHARED]) == 0)
		spec_link(reader, node, bank, module, step, "pairs");
}

/* The result */

/* Which columns have anything in them. */
static size_t used_columns(const struct step *step, const struct row **rows, size_t count,
	const struct column **columns)
{
	size_t used = 0;

	for (size_t c = 0; c < step->column_count; c++)
		for (size_t r = 0; r < count; r++) {
			if (!row_value(rows[r], step->columns[c].id)[0])
				continue;
			columns[used++] = &step->columns[c];
			break;
		}
	return used;
}

/* What a column is called in records, for free(). */
static char *record_title(const struct column *column)
{
	const char *mark = column->type == COLUMN_SIDE                                          ? "="
			   : column->type == COLUMN_MONEY || column->type == COLUMN_NUMBER ? ">"
											 : "";

	return mem_printf("%s%s", mark, column->title);
}

static void write_records(const struct session *session, const struct row **rows, size_t count,
	const struct column **columns, size_t used, struct doc *doc)
{
	char **titles = mem_zalloc(used, sizeof *titles);

	for (size_t c = 0; c < used; c++)
		titles[c] = record_title(columns[c]);
	doc_records(doc, used, (const char *const *)titles);
	for (size_t r = 0; r < count; r++) {
		for (size_t c = 0; c < used; c++) {
			char *words = cell_words(session, rows[r], columns[c]->id);

			doc_cell(doc,
				columns[c]->type == COLUMN_SIDE ? style_of_side(row_side(session, rows[r]))
								: STYLE_NORMAL,
				words);
			free(words);
		}
	}
	for (size_t c = 0; c < used; c++)
		free(titles[c]);
	free(titles);
}

static bool has_rows(const struct session *session, const struct step *step)
{
	for (size_t i = 0; i < session->row_count; i++)
		if (strcmp(session->rows[i].step, step->key) == 0)
			return true;
	return false;
}

static void write_rows(const struct session *session, const struct step *step, struct doc *doc)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	const struct column **columns = mem_zalloc(step->column_count, sizeof *columns);
	size_t count = session_rows(session, step->key, rows);
	size_t used = used_columns(step, rows, count, columns);

	if (used == 0)
		doc_text(doc, STYLE_DIM, _("Nothing was entered."));
	else
		write_records(session, rows, count, columns, used, doc);
	free(rows);
	free(columns);
}

/* The table as far as it is filled in. */
static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	if (has_rows(session, progress->step))
		write_rows(session, progress->step, doc);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct analysis *analysis = analysis_find(progress->step->analysis);

	if (analysis)
		analysis->summarise(session, progress->step, today, doc);
	/* Shared measures are told one by one by their analysis already, and that nothing is there by each. */
	if (analysis && analysis != &analysis_shared && has_rows(session, progress->step)) {
		doc_gap(doc);
		doc_heading(doc, 3, _("The table"));
		write_rows(session, progress->step, doc);
	} else if (!analysis) {
		write_rows(session, progress->step, doc);
	}
}

/* Then and now */

static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	const struct analysis *analysis = analysis_find(progress->step->analysis);

	out->text = side == SIDE_NONE && analysis && analysis->place ? analysis->place(session, progress->step) : NULL;
	return out->text != NULL;
}

/* What the rows are called, and whose they are by the sides of now; for free(). Those without a name are left out. */
static struct matching_name *row_names(const struct compared *compared, const struct moment *moment, size_t *count)
{
	const struct session *session = moment->session;
	const struct column *column = step_name_column(moment->progress->step);
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	struct matching_name *names = mem_zalloc(session->row_count, sizeof *names);
	size_t all = column ? session_rows(session, moment->progress->step->key, rows) : 0;

	*count = 0;
	for (size_t i = 0; i < all; i++) {
		int side = row_side(session, rows[i]);

		if (moment == &compared->then)
			side = side == compared->side[0] ? 0 : side == compared->side[1] ? 1 : SIDE_NONE;
		if (row_value(rows[i], column->id)[0])
			names[(*count)++] = (struct matching_name){ row_value(rows[i], column->id), side };
	}
	free(rows);
	return names;
}

/* A name that has gone from one side and come to the other one is told with its side. */
static void add_name(struct str *list, size_t *told, const struct matching_name *name, const struct bank *bank, bool turned)
{
	if ((*told)++ >= NAMES_TOLD)
		return;
	str_add(list, list->length ? "; " : "");
	if (turned && name->group != SIDE_NONE)
		str_printf(list, _("%s (%s)"), name->text, bank->sides[name->group].name);
	else
		str_add(list, name->text);
}

/* Whether another list has the name as well, be it on another side. */
static bool has_name(const struct matching_name *names, size_t count, const struct matching_name *name)
{
	struct matching_name one = { name->text, SIDE_NONE };
	bool found = false;

	for (size_t i = 0; i < count && !found; i++) {
		struct matching_name other = { names[i].text, SIDE_NONE };
		size_t partner;

		found = matching_of(&one, 1, &other, 1, &partner) == 1;
	}
	return found;
}

/* "New: A; B, and 3 more." */
static void add_names(struct str *out, const char *title, const struct str *list, size_t told)
{
	struct str all;

	if (told == 0)
		return;
	str_init(&all);
	str_add(&all, list->data);
	if (told > NAMES_TOLD)
		str_printf(&all, P_("; and %zu more", "; and %zu more", told - NAMES_TOLD), told - NAMES_TOLD);
	str_printf(out, "%s%s %s.", out->length ? " " : "", title, all.data);
	str_release(&all);
}

/* Which rows have come and which have gone, by their names. */
static char *shift(const struct compared *compared, bool *told, bool *moved)
{
	const struct bank *bank = compared->now.session->bank;
	size_t then_count, now_count, gone = 0, new = 0;
	struct matching_name *then = row_names(compared, &compared->then, &then_count);
	struct matching_name *now = row_names(compared, &compared->now, &now_count);
	size_t *partners = mem_zalloc(then_count, sizeof *partners);
	bool *kept = mem_zalloc(now_count, sizeof *kept);
	struct str came, went, out;

	str_init(&came);
	str_init(&went);
	str_init(&out);
	matching_of(then, then_count, now, now_count, partners);
	for (size_t i = 0; i < then_count; i++) {
		if (partners[i] == MATCHING_NONE)
			add_name(&went, &gone, &then[i], bank,
				gone < NAMES_TOLD && has_name(now, now_count, &then[i]));
		else
			kept[partners[i]] = true;
	}
	for (size_t i = 0; i < now_count; i++)
		if (!kept[i])
			add_name(&came, &new, &now[i], bank, new < NAMES_TOLD && has_name(then, then_count, &now[i]));
	add_names(&out, _("New in the table:"), &came, new);
	add_names(&out, _("No longer in it:"), &went, gone);
	if (then_count > 0 && now_count > 0 && new == 0 && gone == 0)
		str_add(&out, _("The table lists the same as before."));
	*told = *told || then_count > 0 || now_count > 0;
	*moved = *moved || new > 0 || gone > 0;
	str_release(&came);
	str_release(&went);
	free(then);
	free(now);
	free(partners);
	free(kept);
	if (out.length)
		return out.data;
	str_release(&out);
	return NULL;
}

/* Where an analysis says what matters, the table stays behind. */
static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct analysis *analysis = analysis_find(progress->step->analysis);

	if (analysis)
		analysis_digest(analysis, session, progress->step, today, doc);
	else
		write_rows(session, progress->step, doc);
}

const struct instrument instrument_register = {
	.kind = "register",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.draw = table_draw,
	.pose = pose,
	.key = table_key,
	.contexts = table_contexts,
	.draft = table_draft,
	.restore = table_restore,
	.summarise = summarise,
	.digest = digest,
	.place = place,
	.shift = shift,
	.reveals = true,
	.reopens_freely = true,
};
