/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skin in the game: whether both sides pay for an initiative, bear its risk, and get its reward alike. */
#include "instrument/analysis.h"

#include "base/i18n.h"
#include "instrument/cell.h"
#include "measure/skin.h"

#include <stdlib.h>

struct skins {
	const struct session *session;
	const struct row **rows; /* those with a name */
	size_t count;
	struct skin_initiative *initiatives;
	struct skin *results;
	size_t counted; /* of how many the skin is known */
};

static int points_of(const struct row *row, const char *column)
{
	int points = cell_int(row, column, SKIN_UNKNOWN);

	return points > SKIN_POINTS ? SKIN_UNKNOWN : points;
}

static void skins_init(struct skins *skins, const struct session *session, const struct step *step)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows);

	*skins = (struct skins){ .session = session, .rows = rows };
	for (size_t i = 0; i < count; i++)
		if (row_value(rows[i], "initiative")[0])
			rows[skins->count++] = rows[i];
	skins->initiatives = mem_zalloc(skins->count, sizeof *skins->initiatives);
	skins->results = mem_zalloc(skins->count, sizeof *skins->results);
	for (size_t i = 0; i < skins->count; i++) {
		skins->initiatives[i] = (struct skin_initiative){
			.budget = { cell_number(rows[i], "first-budget", SKIN_UNKNOWN),
				    cell_number(rows[i], "second-budget", SKIN_UNKNOWN) },
			.risk = points_of(rows[i], "first-risk"),
			.reward = points_of(rows[i], "first-reward"),
		};
		skins->results[i] = skin_of(&skins->initiatives[i]);
		skins->counted += ratio_is_defined(skins->results[i].skin);
	}
}

static void skins_release(struct skins *skins)
{
	free(skins->rows);
	free(skins->initiatives);
	free(skins->results);
}

static void write_portfolio(const struct skins *skins, struct doc *doc)
{
	struct ratio portfolio = skin_portfolio(skins->initiatives, skins->count);

	if (!ratio_is_defined(portfolio))
		doc_text(doc, STYLE_DIM,
			_("For an overall figure, money, risk and reward of an initiative are needed."));
	else
		doc_printf(doc, STYLE_STRONG, _("Skin in the game: %d %% overall, weighted by budget."),
			(int)ratio_percent(portfolio));
	if (ratio_is_defined(portfolio) && skins->counted < skins->count)
		doc_printf(doc, STYLE_DIM,
			P_("%zu of %zu initiatives does not count: a figure is missing, or nobody pays.",
			   "%zu of %zu initiatives do not count: a figure is missing, or nobody pays.",
			   skins->count - skins->counted),
			skins->count - skins->counted, skins->count);
}

/* Who gets more of the reward than they bear of the risk, the side that does first. */
static void write_unfair(const struct skins *skins, struct doc *doc)
{
	const struct side *sides = skins->session->bank->sides;
	size_t known = 0, unfair = 0;

	for (size_t i = 0; i < skins->count; i++) {
		const struct skin_initiative *initiative = &skins->initiatives[i];
		struct ratio unfairness = skins->results[i].unfairness;
		int order = ratio_is_defined(unfairness) ? ratio_compare_to(unfairness, 0, 1) : 0;
		int gains = order > 0 ? 0 : 1;
		int reward[SIDES] = { initiative->reward, SKIN_POINTS - initiative->reward };
		int risk[SIDES] = { initiative->risk, SKIN_POINTS - initiative->risk };
		char *text;

		known += ratio_is_defined(unfairness);
		if (order == 0)
			continue;
		unfair++;
		text = mem_printf(_("%s: %s gets %d\xc2\xa0%% of the reward for %d\xc2\xa0%% of the risk; "
				    "%s gets %d\xc2\xa0%% for %d\xc2\xa0%%."),
			row_value(skins->rows[i], "initiative"), sides[gains].name, reward[gains], risk[gains],
			sides[1 - gains].name, reward[1 - gains], risk[1 - gains]);
		doc_bullet(doc, STYLE_WARN, text);
		free(text);
	}
	if (known == skins->count && unfair == 0)
		doc_text(doc, STYLE_GOOD, _("Each side gets as much of the reward as it bears of the risk."));
}

static bool is_known(const struct skin_initiative *initiative, enum skin_part part)
{
	if (part == SKIN_BUDGET)
		return initiative->budget[0] >= 0 && initiative->budget[1] >= 0;
	return (part == SKIN_RISK ? initiative->risk : initiative->reward) >= 0;
}

static void write_balance(const struct skin_initiative *initiative, const struct skin *skin, enum skin_part part,
	struct doc *doc)
{
	if (ratio_is_defined(skin->balance[part]))
		doc_cell_printf(doc, part == skin->least ? STYLE_STRONG : STYLE_NORMAL, "%d %%",
			(int)ratio_percent(skin->balance[part]));
	else if (is_known(initiative, part))
		doc_cell(doc, STYLE_DIM, _("- nobody pays"));
	else
		doc_cell(doc, STYLE_DIM, _("- not said"));
}

static void write_table(const struct skins *skins, struct doc *doc)
{
	const char *const titles[] = { _("How even it is"), _(">Money"), _(">Risk"), _(">Reward"), _(">Skin") };

	doc_gap(doc);
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < skins->count; i++) {
		const struct skin *skin = &skins->results[i];

		doc_cell(doc, STYLE_NORMAL, row_value(skins->rows[i], "initiative"));
		for (int part = 0; part < SKIN_PARTS; part++)
			write_balance(&skins->initiatives[i], skin, (enum skin_part)part, doc);
		if (ratio_is_defined(skin->skin))
			doc_cell_printf(doc, STYLE_STRONG, "%d %%", (int)ratio_percent(skin->skin));
		else
			doc_cell(doc, STYLE_DIM, "-");
	}
	doc_text(doc, STYLE_DIM,
		_("100 %: both sides have the same share; 0 %: one side has it all. "
		  "Skin is the least even of the three."));
}

static void skin_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct skins skins;

	(void)today;
	skins_init(&skins, session, step);
	if (skins.count == 0) {
		doc_text(doc, STYLE_DIM, _("No initiatives were listed."));
	} else {
		write_portfolio(&skins, doc);
		write_unfair(&skins, doc);
		write_table(&skins, doc);
	}
	skins_release(&skins);
}

/* Each initiative's figure, the least even first: "returns 40 %, card 60 %". */
static void write_skins(const struct skins *skins, struct doc *doc)
{
	bool *told = mem_zalloc(skins->count, sizeof *told);
	struct str text;

	str_init(&text);
	for (size_t n = 0; n < skins->count; n++) {
		size_t least = skins->count;

		for (size_t i = 0; i < skins->count; i++)
			if (!told[i] && ratio_is_defined(skins->results[i].skin) &&
			    (least == skins->count ||
			     ratio_compare(skins->results[i].skin, skins->results[least].skin) < 0))
				least = i;
		if (least == skins->count)
			break;
		told[least] = true;
		str_printf(&text, "%s%s %d\xc2\xa0%%", text.length ? "; " : "",
			row_value(skins->rows[least], "initiative"), (int)ratio_percent(skins->results[least].skin));
	}
	if (text.length)
		doc_printf(doc, STYLE_NORMAL, _("The least even first: %s."), text.data);
	str_release(&text);
	free(told);
}

static void skin_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct skins skins;

	(void)today;
	skins_init(&skins, session, step);
	if (skins.count == 0) {
		doc_text(doc, STYLE_DIM, _("No initiatives were listed."));
	} else {
		write_portfolio(&skins, doc);
		write_skins(&skins, doc);
		write_unfair(&skins, doc);
	}
	skins_release(&skins);
}

static char *skin_place(const struct session *session, const struct step *step)
{
	struct skins skins;
	struct ratio portfolio;

	skins_init(&skins, session, step);
	portfolio = skin_portfolio(skins.initiatives, skins.count);
	skins_release(&skins);
	return ratio_is_defined(portfolio) ? mem_printf(_("%d %% overall"), (int)ratio_percent(portfolio)) : NULL;
}

const struct analysis analysis_skin = {
	.name = "skin",
	.place = skin_place,
	.summarise = skin_summarise,
	.digest = skin_digest,
};
