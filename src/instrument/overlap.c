/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Vendors: what both sides pay, until when something can be done about it, and what to talk about. */
#include "instrument/analysis.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/cell.h"
#include "measure/vendors.h"

#include <stdlib.h>
#include <string.h>

struct overlap {
	const struct session *session;
	const struct step *step;
	const struct row **rows; /* those with a vendor and a side */
	size_t row_count;
	char **folds;            /* of each row's vendor */
	const char **vendors;    /* names, by vendor */
	const char **categories;
	struct vendors_row *inputs;
	struct vendors_input input;
	struct vendors result;
};

/* Vendors begin as spellings; a merge makes two of them one. */
static size_t root(const size_t *parents, size_t at)
{
	while (parents[at] != at)
		at = parents[at];
	return at;
}

static void join(const struct overlap *overlap, size_t *parents, const char *a, const char *b)
{
	size_t first = overlap->row_count, second = overlap->row_count;

	for (size_t i = 0; i < overlap->row_count; i++) {
		if (strcmp(overlap->folds[i], a) == 0 && first == overlap->row_count)
			first = root(parents, i);
		if (strcmp(overlap->folds[i], b) == 0 && second == overlap->row_count)
			second = root(parents, i);
	}
	if (first == overlap->row_count || second == overlap->row_count || first == second)
		return;
	/* The one that was written first names the vendor. */
	if (first < second)
		parents[second] = first;
	else
		parents[first] = second;
}

static void number_vendors(struct overlap *overlap)
{
	size_t *parents = mem_zalloc(overlap->row_count, sizeof *parents);
	size_t *numbers = mem_zalloc(overlap->row_count, sizeof *numbers);

	for (size_t i = 0; i < overlap->row_count; i++) {
		parents[i] = i;
		for (size_t j = 0; j < i; j++)
			if (parents[i] == i && strcmp(overlap->folds[i], overlap->folds[j]) == 0)
				parents[i] = j;
	}
	for (size_t i = 0; i < overlap->session->merge_count; i++) {
		const struct merge *merge = &overlap->session->merges[i];

		if (merge->same && strcmp(merge->step, overlap->step->key) == 0)
			join(overlap, parents, merge->a, merge->b);
	}
	for (size_t i = 0; i < overlap->row_count; i++) {
		size_t vendor = root(parents, i);

		if (vendor == i) {
			numbers[i] = overlap->input.vendor_count;
			overlap->vendors[overlap->input.vendor_count++] = row_value(overlap->rows[i], "vendor");
		}
		overlap->inputs[i].vendor = numbers[vendor];
	}
	free(parents);
	free(numbers);
}

static int category_of(struct overlap *overlap, const char *name)
{
	char *fold = text_fold(name);
	int found = VENDORS_NO_CATEGORY;

	for (size_t i = 0; fold[0] && i < overlap->input.category_count && found < 0; i++) {
		char *other = text_fold(overlap->categories[i]);

		if (strcmp(fold, other) == 0)
			found = (int)i;
		free(other);
	}
	if (fold[0] && found < 0) {
		found = (int)overlap->input.category_count;
		overlap->categories[overlap->input.category_count++] = name;
	}
	free(fold);
	return found;
}

static void overlap_init(struct overlap *overlap, const struct session *session, const struct step *step, int today)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows);

	*overlap = (struct overlap){ .session = session, .step = step, .rows = rows };
	for (size_t i = 0; i < count; i++)
		if (row_value(rows[i], "vendor")[0] && row_side(session, rows[i]) != SIDE_NONE)
			rows[overlap->row_count++] = rows[i];
	overlap->folds = mem_zalloc(overlap->row_count, sizeof *overlap->folds);
	overlap->vendors = mem_zalloc(overlap->row_count, sizeof *overlap->vendors);
	overlap->categories = mem_zalloc(overlap->row_count, sizeof *overlap->categories);
	overlap->inputs = mem_zalloc(overlap->row_count, sizeof *overlap->inputs);
	for (size_t i = 0; i < overlap->row_count; i++) {
		const struct row *row = rows[i];

		overlap->folds[i] = text_fold(row_value(row, "vendor"));
		overlap->inputs[i] = (struct vendors_row){
			.side = row_side(session, row),
			.category = category_of(overlap, row_value(row, "category")),
			.spend = cell_number(row, "spend", VENDORS_NO_SPEND),
			.end = cell_day(row, "ends"),
			.notice = cell_int(row, "notice", VENDORS_NO_NOTICE),
			.auto_renew = strcmp(row_value(row, "renews"), "yes") == 0,
		};
	}
	number_vendors(overlap);
	overlap->input.rows = overlap->inputs;
	overlap->input.row_count = overlap->row_count;
	overlap->input.today = today;
	vendors_of(&overlap->input, &overlap->result);
}

static void overlap_release(struct overlap *overlap)
{
	vendors_release(&overlap->result);
	for (size_t i = 0; i < overlap->row_count; i++)
		free(overlap->folds[i]);
	free(overlap->folds);
	free(overlap->rows);
	free(overlap->vendors);
	free(overlap->categories);
	free(overlap->inputs);
}

static void cell_money(struct doc *doc, int64_t amount)
{
	char *text = money_text(amount);

	doc_cell(doc, STYLE_NORMAL, text);
	free(text);
}

static void write_totals(const struct overlap *overlap, struct doc *doc)
{
	const struct vendors *result = &overlap->result;
	char *total = money_text(result->total), *shared = money_text(result->shared_spend);

	doc_printf(doc, STYLE_STRONG, P_("%zu supplier, %s a year.", "%zu suppliers, %s a year.", result->vendor_count),
		result->vendor_count, total);
	if (result->shared_count)
		doc_printf(doc, STYLE_STRONG,
			P_("%zu of them is paid by both sides: %s of %s.",
			   "%zu of them are paid by both sides: %s of %s.",
			   result->shared_count),
			result->shared_count, shared, total);
	else
		doc_text(doc, STYLE_NORMAL, _("None of them is paid by both sides, as far as the names tell."));
	if (result->unpriced)
		doc_printf(doc, STYLE_WARN,
			P_("%zu line has no figure and counts as nothing.",
			   "%zu lines have no figure and count as nothing.",
			   result->unpriced),
			result->unpriced);
	free(total);
	free(shared);
}

static void write_open_names(const struct overlap *overlap, struct doc *doc)
{
	struct name_pairs pairs;

	name_pairs_init(&pairs, overlap->session, overlap->step);
	if (pairs.open)
		doc_printf(doc, STYLE_WARN,
			P_("%zu pair of names may be one supplier, and nobody has said yet.",
			   "%zu pairs of names may be one supplier, and nobody has said yet.", pairs.open),
			pairs.open);
	name_pairs_release(&pairs);
}

static const char *ends_text(enum vendors_ends ends)
{
	switch (ends) {
	case ENDS_UNKNOWN:
		return _("ends not known");
	case ENDS_APART:
		return _("ends far apart");
	case ENDS_CLOSE:
		return _("ends close together");
	default:
		return "";
	}
}

static void write_shared(const struct overlap *overlap, struct doc *doc)
{
	const struct bank *bank = overlap->session->bank;
	char *titles_owned[2] = { mem_printf(">%s", bank->sides[0].name), mem_printf(">%s", bank->sides[1].name) };
	const char *const titles[] = { _("Paid by both"), titles_owned[0], titles_owned[1], _("Evenness"),
				       _("Contracts") };

	doc_gap(doc);
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < overlap->input.vendor_count; i++) {
		const struct vendors_vendor *vendor = &overlap->result.vendors[i];

		if (!vendor->shared)
			continue;
		doc_cell(doc, STYLE_STRONG, overlap->vendors[i]);
		cell_money(doc, vendor->spend[0]);
		cell_money(doc, vendor->spend[1]);
		if (ratio_is_defined(vendor->balance))
			doc_cell_printf(doc, STYLE_NORMAL, "%d %%", (int)ratio_percent(vendor->balance));
		else
			doc_cell(doc, STYLE_DIM, "-");
		doc_cell(doc, STYLE_NORMAL, ends_text(vendor->ends));
	}
	free(titles_owned[0]);
	free(titles_owned[1]);
}

#define NAMES_SHOWN 4

/* The different vendors of a candidate's rows; of many only the first. */
static void add_names(const struct overlap *overlap, const struct vendors_candidate *candidate, struct str *names)
{
	size_t shown[NAMES_SHOWN], count = 0, more = 0;

	for (size_t i = 0; i < candidate->row_count; i++) {
		size_t vendor = overlap->inputs[candidate->rows[i]].vendor, at = 0;

		while (at < count && shown[at] != vendor)
			at++;
		if (at < count)
			continue;
		if (count < NAMES_SHOWN) {
			shown[count++] = vendor;
			str_printf(names, "%s%s", names->length ? ", " : "", overlap->vendors[vendor]);
		} else {
			more++;
		}
	}
	if (more)
		str_add(names, _(" and others"));
}

/* What it costs, in brackets; nothing where nobody gave a figure. For free(). */
static char *cost_text(int64_t money)
{
	char *amount = money_text(money), *text = money ? mem_printf(" (%s)", amount) : mem_strdup("");

	free(amount);
	return text;
}

static void write_candidate(const struct overlap *overlap, const struct vendors_candidate *candidate,
	struct doc *doc)
{
	char *money = cost_text(candidate->money), by[11], *text = NULL;
	struct str names;

	str_init(&names);
	add_names(overlap, candidate, &names);
	if (candidate->kind == CANDIDATE_ONE_CONTRACT)
		text = mem_printf(_("%s: both sides pay it, and the contracts end close together. One contract?%s"),
			names.data, money);
	else if (candidate->kind == CANDIDATE_CHOOSE)
		text = mem_printf(_("%s: each side has its own (%s). Choose one?%s"),
			overlap->categories[candidate->category], names.data, money);
	else if (candidate->vendor >= 0)
		text = mem_printf(_("%s: %s pays it more than once. Put together?%s"), names.data,
			overlap->session->bank->sides[candidate->side].name, money);
	else
		text = mem_printf(_("%s: %s pays several (%s). Need them all?%s"),
			overlap->categories[candidate->category],
			overlap->session->bank->sides[candidate->side].name, names.data, money);
	if (candidate->notice_by != DAY_NONE) {
		char *whole;

		date_format(candidate->notice_by, by);
		whole = mem_printf(_("%s Give notice by %s."), text, by);
		free(text);
		text = whole;
	}
	doc_bullet(doc, STYLE_NORMAL, text);
	free(text);
	free(money);
	str_release(&names);
}

/* The room's own percentages; none ships. */
static int saving_percent(const struct overlap *overlap, const char *role)
{
	for (size_t i = 0; i < overlap->session->step_count; i++) {
		const struct progress *progress = &overlap->session->steps[i];
		const struct ballot *ballot;

		if (!progress->step->of || !progress->step->role || strcmp(progress->step->role, role) != 0 ||
		    strcmp(progress->step->of, overlap->step->key) != 0)
			continue;
		ballot = progress_ballot(progress, ANSWERER_ROOM);
		if (ballot && ballot->answers[OWN] && strcmp(ballot->answers[OWN], ANSWER_CANT_SAY) != 0)
			return (int)strtol(ballot->answers[OWN], NULL, 10);
	}
	return -1;
}

/* What the room expects to save; nothing where it did not say, or there is nothing to save on. */
static void write_saving(const struct overlap *overlap, struct doc *doc)
{
	int low = saving_percent(overlap, "saving-low"), high = saving_percent(overlap, "saving-high");
	char *from, *to, *money;

	if (!overlap->result.candidate_count || low < 0 || high < low)
		return;
	from = money_text(vendors_saving(overlap->result.addressable, low));
	to = money_text(vendors_saving(overlap->result.addressable, high));
	money = money_text(overlap->result.addressable);
	doc_printf(doc, STYLE_STRONG, _("The room expects to save %d %% to %d %% of %s: %s to %s a year."), low, high,
		money, from, to);
	free(money);
	free(from);
	free(to);
}

static void write_candidates(const struct overlap *overlap, struct doc *doc)
{
	if (!overlap->result.candidate_count)
		return;
	doc_gap(doc);
	doc_heading(doc, 3, _("To talk about, the most money first"));
	for (size_t i = 0; i < overlap->result.candidate_count; i++)
		write_candidate(overlap, &overlap->result.candidates[i], doc);
	write_saving(overlap, doc);
}

struct due {
	size_t row;
	int by;
};

static int compare_due(const void *a, const void *b)
{
	const struct due *x = a, *y = b;

	if (x->by != y->by)
		return x->by < y->by ? -1 : 1;
	return x->row < y->row ? -1 : 1;
}

static void write_days(struct doc *doc, const struct vendors_notice *notice)
{
	if (notice->state == NOTICE_MISSED && notice->renewed)
		doc_cell(doc, STYLE_WARN, _("missed, has renewed itself"));
	else if (notice->state == NOTICE_MISSED)
		doc_cell(doc, STYLE_WARN, _("missed"));
	else if (notice->state == NOTICE_TODAY)
		doc_cell(doc, STYLE_ALERT, _("today"));
	else
		doc_cell_printf(doc, notice->days_left <= 30 ? STYLE_WARN : STYLE_NORMAL,
			P_("in %d day", "in %d days", notice->days_left), notice->days_left);
}

static void write_calendar(const struct overlap *overlap, struct doc *doc)
{
	const char *const titles[] = { _("Give notice by"), _("Supplier"), _("Side"), _("Contract ends"), "" };
	struct due *dues = mem_zalloc(overlap->row_count, sizeof *dues);
	size_t count = 0;

	for (size_t i = 0; i < overlap->row_count; i++)
		if (overlap->result.notices[i].state != NOTICE_NONE)
			dues[count++] = (struct due){ i, overlap->result.notices[i].by };
	qsort(dues, count, sizeof *dues, compare_due);
	if (count > 0) {
		doc_gap(doc);
		doc_heading(doc, 3, _("Renewals"));
		doc_table(doc, COUNT_OF(titles), titles);
	}
	for (size_t i = 0; i < count; i++) {
		const struct vendors_notice *notice = &overlap->result.notices[dues[i].row];
		const struct vendors_row *row = &overlap->inputs[dues[i].row];
		char day[11];

		date_format(notice->by, day);
		doc_cell_printf(doc, STYLE_NORMAL, notice->by_end ? "%s*" : "%s", day);
		doc_cell(doc, STYLE_NORMAL, overlap->vendors[row->vendor]);
		doc_cell(doc, style_of_side(row->side), overlap->session->bank->sides[row->side].name);
		date_format(row->end, day);
		doc_cell(doc, STYLE_NORMAL, day);
		write_days(doc, notice);
	}
	for (size_t i = 0; i < count; i++) {
		if (!overlap->result.notices[dues[i].row].by_end)
			continue;
		doc_text(doc, STYLE_DIM, _("* No notice period is known: the day may be earlier."));
		break;
	}
	free(dues);
}

static void write_spread(const struct overlap *overlap, struct doc *doc)
{
	const char *const titles[] = { _("For"), _(">Suppliers"), _(">A year"), _("Most goes to"),
				       _(">To the others") };
	const struct concentration *all = &overlap->result.concentration;

	doc_gap(doc);
	doc_heading(doc, 3, _("How the money is spread"));
	if (overlap->result.vendor_count == 1)
		doc_text(doc, STYLE_NORMAL, _("All of it goes to one supplier."));
	else if (all->word == CONCENTRATION_HIGH)
		doc_printf(doc, STYLE_NORMAL,
			_("Concentration is high (HHI %.0f, as if %.1f suppliers shared it evenly): "
			  "you depend on few."),
			all->hhi, all->effective);
	else if (all->word == CONCENTRATION_MODERATE)
		doc_printf(doc, STYLE_NORMAL,
			_("Concentration is moderate (HHI %.0f, as if %.1f suppliers shared it evenly)."), all->hhi,
			all->effective);
	else if (all->word == CONCENTRATION_LOW)
		doc_printf(doc, STYLE_NORMAL,
			_("Concentration is low (HHI %.0f, as if %.1f suppliers shared it evenly): "
			  "much is spread thin."),
			all->hhi, all->effective);
	if (!overlap->input.category_count)
		return;
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < overlap->input.category_count; i++) {
		const struct vendors_category *category = &overlap->result.categories[i];

		doc_cell(doc, STYLE_NORMAL, overlap->categories[i]);
		doc_cell_printf(doc, STYLE_NORMAL, "%zu", category->vendors);
		cell_money(doc, category->total);
		doc_cell(doc, STYLE_NORMAL, category->vendors ? overlap->vendors[category->largest] : "-");
		cell_money(doc, category->fragmented);
	}
}

static void overlap_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct overlap overlap;

	overlap_init(&overlap, session, step, today);
	if (overlap.row_count == 0) {
		doc_text(doc, STYLE_DIM, _("No suppliers were listed."));
	} else {
		write_totals(&overlap, doc);
		write_open_names(&overlap, doc);
		if (overlap.result.shared_count)
			write_shared(&overlap, doc);
		write_candidates(&overlap, doc);
		write_calendar(&overlap, doc);
		write_spread(&overlap, doc);
	}
	overlap_release(&overlap);
}

/* What could be done about it, in a line. */
static void digest_candidate(const struct overlap *overlap, const struct vendors_candidate *candidate, struct doc *doc)
{
	char *money = cost_text(candidate->money), *text;
	struct str names, line;

	str_init(&names);
	str_init(&line);
	add_names(overlap, candidate, &names);
	if (candidate->kind == CANDIDATE_ONE_CONTRACT)
		text = mem_printf(_("%s: one contract?%s"), names.data, money);
	else if (candidate->kind == CANDIDATE_CHOOSE)
		text = mem_printf(_("%s: one of %s?%s"), overlap->categories[candidate->category], names.data, money);
	else if (candidate->vendor >= 0)
		text = mem_printf(_("%s: put together?%s"), names.data, money);
	else
		text = mem_printf(_("%s: all of %s?%s"), overlap->categories[candidate->category], names.data, money);
	str_add(&line, text);
	if (candidate->notice_by != DAY_NONE) {
		char by[11];

		date_format(candidate->notice_by, by);
		str_printf(&line, _(" Notice by %s."), by);
	}
	doc_bullet(doc, STYLE_NORMAL, line.data);
	free(text);
	free(money);
	str_release(&names);
	str_release(&line);
}

static void overlap_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct overlap overlap;

	overlap_init(&overlap, session, step, today);
	if (overlap.row_count == 0) {
		doc_text(doc, STYLE_DIM, _("No suppliers were listed."));
	} else {
		write_totals(&overlap, doc);
		write_open_names(&overlap, doc);
		for (size_t i = 0; i < overlap.result.candidate_count; i++)
			digest_candidate(&overlap, &overlap.result.candidates[i], doc);
		write_saving(&overlap, doc);
	}
	overlap_release(&overlap);
}

static char *overlap_place(const struct session *session, const struct step *step)
{
	struct overlap overlap;
	char *total, *shared, *text = NULL;

	overlap_init(&overlap, session, step, session->date);
	total = money_text(overlap.result.total);
	shared = money_text(overlap.result.shared_spend);
	if (overlap.row_count > 0 && overlap.result.shared_count == 0)
		/* TRANSLATORS: how many suppliers, how much they cost; no supplier is paid by both sides. */
		text = mem_printf(P_("%zu supplier, %s a year; none paid by both",
				     "%zu suppliers, %s a year; none paid by both", overlap.result.vendor_count),
			overlap.result.vendor_count, total);
	else if (overlap.row_count > 0)
		/* TRANSLATORS: how many suppliers, how much they cost; of these how many both sides pay, and how much. */
		text = mem_printf(P_("%zu supplier, %s a year; paid by both: %zu, %s",
				     "%zu suppliers, %s a year; paid by both: %zu, %s", overlap.result.vendor_count),
			overlap.result.vendor_count, total, overlap.result.shared_count, shared);
	free(total);
	free(shared);
	overlap_release(&overlap);
	return text;
}

const struct analysis analysis_overlap = {
	.name = "overlap",
	.place = overlap_place,
	.summarise = overlap_summarise,
	.digest = overlap_digest,
};
