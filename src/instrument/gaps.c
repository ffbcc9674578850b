/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Talent: who can what, what is missing, and what to do about it. */
#include "instrument/analysis.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/cell.h"
#include "measure/talent.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define PEOPLE_BESIDE 8 /* as many fit on a line of 72 columns */

struct gaps {
	const struct session *session;
	const struct step *step;
	const struct row **rows;
	size_t row_count;
	const struct person **people; /* those of side 0 first */
	struct talent_skill *skills;
	int *sides, *levels;
	struct talent_input input;
	struct talent result;
};

static int level_of(const struct row *row, int person)
{
	char column[16];

	snprintf(column, sizeof column, "@%d", person);
	return cell_int(row, column, TALENT_NO_LEVEL);
}

static void gaps_init(struct gaps *gaps, const struct session *session, const struct step *step)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t count = session_rows(session, step->key, rows), people = 0;

	*gaps = (struct gaps){ .session = session, .step = step, .rows = rows };
	for (size_t i = 0; i < count; i++)
		if (row_value(rows[i], "skill")[0] && row_side(session, rows[i]) != SIDE_NONE)
			rows[gaps->row_count++] = rows[i];
	gaps->people = mem_zalloc(session->person_count, sizeof *gaps->people);
	gaps->sides = mem_zalloc(session->person_count, sizeof *gaps->sides);
	gaps->skills = mem_zalloc(gaps->row_count, sizeof *gaps->skills);
	gaps->levels = mem_zalloc(gaps->row_count * session->person_count, sizeof *gaps->levels);
	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < session->person_count; i++) {
			if (session->people[i].side != side)
				continue;
			gaps->sides[people] = side;
			gaps->people[people++] = &session->people[i];
		}
	}
	for (size_t r = 0; r < gaps->row_count; r++) {
		const struct row *row = rows[r];

		gaps->skills[r] = (struct talent_skill){
			.side = row_side(session, row),
			.level = cell_int(row, "needed", 3),
			.weight = cell_int(row, "weight", 1),
			.heads = cell_int(row, "heads", 1),
			.months_until = cell_int(row, "within", TALENT_UNKNOWN_MONTHS),
			.months_lasting = cell_int(row, "lasts", TALENT_UNKNOWN_MONTHS),
		};
		for (size_t p = 0; p < people; p++)
			gaps->levels[r * people + p] = level_of(row, gaps->people[p]->id);
	}
	gaps->input = (struct talent_input){ gaps->skills, gaps->row_count, gaps->sides, people, gaps->levels };
	talent_of(&gaps->input, &gaps->result);
}

static void gaps_release(struct gaps *gaps)
{
	talent_release(&gaps->result);
	free(gaps->rows);
	free(gaps->people);
	free(gaps->sides);
	free(gaps->skills);
	free(gaps->levels);
}

/* First names do in a room; two who share one get the beginning of what follows, too. */
static char *short_name(const struct gaps *gaps, size_t person)
{
	const char *name = gaps->people[person]->name;
	size_t first = strcspn(name, " ");
	char *shorter;

	for (size_t i = 0; i < gaps->input.people_count; i++) {
		const char *other = gaps->people[i]->name;

		if (i != person && strncmp(name, other, first) == 0 && strcspn(other, " ") == first && name[first])
			return mem_printf("%.*s %.*s", (int)first, name,
				(int)text_cluster(name + first + 1).length, name + first + 1);
	}
	shorter = mem_strndup(name, first);
	return shorter;
}

static enum style style_of_level(int level, int needed)
{
	if (level < 0)
		return STYLE_DIM;
	return level >= needed ? STYLE_GOOD : level + 1 == needed ? STYLE_NORMAL : STYLE_DIM;
}

static void write_level(int level, int needed, struct doc *doc)
{
	char *spoken = level < 0 ? mem_strdup(_("not given"))
				 : mem_printf(level >= needed ? _("%d, enough") : "%d", level);

	if (level < 0)
		doc_cell(doc, STYLE_DIM, "\xc2\xb7");
	else
		doc_cell_printf(doc, style_of_level(level, needed), level >= needed ? "%d \xe2\x97\x8f" : "%d", level);
	doc_spoken(doc, spoken);
	free(spoken);
}

/* A part of the people beside each other. */
static void write_heat_map(const struct gaps *gaps, struct doc *doc, size_t from, size_t to)
{
	const char *titles[PEOPLE_BESIDE + 2] = { _("Skill"), _(">needs") };
	char *names[PEOPLE_BESIDE] = { 0 };

	for (size_t p = from; p < to; p++) {
		names[p - from] = short_name(gaps, p);
		titles[p - from + 2] = names[p - from];
	}
	doc_gap(doc);
	doc_table(doc, to - from + 2, titles);
	for (size_t r = 0; r < gaps->row_count; r++) {
		doc_cell(doc, style_of_side(gaps->skills[r].side), row_value(gaps->rows[r], "skill"));
		doc_cell_printf(doc, STYLE_NORMAL, "%d", gaps->skills[r].level);
		for (size_t p = from; p < to; p++) {
			write_level(gaps->levels[r * gaps->input.people_count + p], gaps->skills[r].level, doc);
		}
	}
	for (size_t p = from; p < to; p++)
		free(names[p - from]);
}

static const char *advice_text(enum talent_advice advice)
{
	switch (advice) {
	case ADVICE_KEEP:
		return _("keep");
	case ADVICE_BRIDGE_PAIR:
		return _("bridge: pair somebody up with the only one who can");
	case ADVICE_BRIDGE_ACROSS:
		return _("bridge: the other side has it");
	case ADVICE_BUILD:
		return _("build: train those who are one level short");
	case ADVICE_BORROW:
		return _("borrow: for a while, from outside or another team");
	case ADVICE_BUY:
		return _("buy: hire");
	default:
		return _("no level was given");
	}
}

static void write_advice(const struct gaps *gaps, struct doc *doc)
{
	const char *const titles[] = { _("Skill"), _("Needed by"), _(">Can"), _(">Wanted"), _("What to do") };

	doc_gap(doc);
	doc_heading(doc, 3, _("What to do, the largest gap first"));
	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < gaps->row_count; i++) {
		size_t at = gaps->result.order[i];
		const struct talent_skill_result *skill = &gaps->result.skills[at];
		bool short_of = skill->breadth_gap > 0 || skill->depth_gap > 0;

		doc_cell(doc, short_of ? STYLE_STRONG : STYLE_NORMAL, row_value(gaps->rows[at], "skill"));
		doc_cell(doc, style_of_side(gaps->skills[at].side),
			gaps->session->bank->sides[gaps->skills[at].side].name);
		doc_cell_printf(doc, STYLE_NORMAL, "%d", skill->coverage[0] + skill->coverage[1]);
		doc_cell_printf(doc, STYLE_NORMAL, "%d", gaps->skills[at].heads);
		doc_cell(doc, short_of ? STYLE_STRONG : STYLE_NORMAL, advice_text(skill->advice));
	}
}

/* Names in a row, for free(). */
static char *names_of(const struct gaps *gaps, bool (*wanted)(const struct talent_person_result *person))
{
	struct str names;

	str_init(&names);
	for (size_t p = 0; p < gaps->input.people_count; p++)
		if (wanted(&gaps->result.people[p]))
			str_printf(&names, "%s%s", names.length ? ", " : "", gaps->people[p]->name);
	return names.data;
}

static bool is_double_deep(const struct talent_person_result *person)
{
	return person->double_deep;
}

static bool is_sole(const struct talent_person_result *person)
{
	return person->sole_of > 0;
}

static void write_people(const struct gaps *gaps, struct doc *doc)
{
	char *deep = names_of(gaps, is_double_deep), *sole = names_of(gaps, is_sole);

	if (deep[0])
		doc_printf(doc, STYLE_STRONG, _("At home on both sides (works alone in skills of each): %s."), deep);
	else
		doc_text(doc, STYLE_STRONG, _("Nobody works alone in skills of both sides yet."));
	if (gaps->result.covered == 0)
		doc_text(doc, STYLE_WARN, _("No skill is covered at the level that is needed."));
	else if (gaps->result.bus_factor == 1)
		doc_printf(doc, STYLE_WARN, _("Some skill hangs on one person: %s."), sole);
	else
		doc_printf(doc, STYLE_GOOD,
			P_("Every covered skill has at least %d person who can do it.",
			   "Every covered skill has at least %d people who can do it.", gaps->result.bus_factor),
			gaps->result.bus_factor);
	if (gaps->result.missing)
		doc_printf(doc, STYLE_DIM,
			P_("%d level was not given and counts as none.", "%d levels were not given and count as none.",
			   gaps->result.missing),
			gaps->result.missing);
	free(deep);
	free(sole);
}

static void gaps_summarise(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct gaps gaps;

	(void)today;
	gaps_init(&gaps, session, step);
	if (gaps.row_count == 0) {
		doc_text(doc, STYLE_DIM, _("No skills were listed."));
	} else {
		write_people(&gaps, doc);
		write_advice(&gaps, doc);
		for (size_t from = 0; from < gaps.input.people_count; from += PEOPLE_BESIDE)
			write_heat_map(&gaps, doc, from,
				from + PEOPLE_BESIDE < gaps.input.people_count ? from + PEOPLE_BESIDE
									       : gaps.input.people_count);
		doc_text(doc, STYLE_DIM,
			_("\xe2\x97\x8f at the level needed or above \xc2\xb7 a dot alone: no level given"));
		doc_spoken(doc, "");
	}
	gaps_release(&gaps);
}

static bool is_short(const struct gaps *gaps, size_t skill)
{
	const struct talent_skill_result *result = &gaps->result.skills[skill];

	return result->breadth_gap > 0 || result->depth_gap > 0 || result->advice != ADVICE_KEEP;
}

/* The skills that are short with the same advice: "build the app (1 of 3), ...", for free(). */
static char *skills_text(const struct gaps *gaps, enum talent_advice advice, bool is_kept)
{
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < gaps->row_count; i++) {
		size_t at = gaps->result.order[i];
		const struct talent_skill_result *skill = &gaps->result.skills[at];

		if (is_short(gaps, at) == is_kept || (!is_kept && skill->advice != advice))
			continue;
		str_printf(&text, "%s%s", text.length ? ", " : "", row_value(gaps->rows[at], "skill"));
		if (!is_kept)
			/* TRANSLATORS: how many people can do it, and how many are wanted. */
			str_printf(&text, _(" (%d of %d)"), skill->coverage[0] + skill->coverage[1],
				gaps->skills[at].heads);
	}
	return text.data;
}

/* What to do about skills that are short, and which the others are. Levels of persons stay in the room. */
static void gaps_digest(const struct session *session, const struct step *step, int today, struct doc *doc)
{
	struct gaps gaps;
	char *kept;

	(void)today;
	gaps_init(&gaps, session, step);
	if (gaps.row_count == 0)
		doc_text(doc, STYLE_DIM, _("No skills were listed."));
	else
		write_people(&gaps, doc);
	for (int advice = 0; advice < ADVICE_COUNT; advice++) {
		char *skills = skills_text(&gaps, (enum talent_advice)advice, false);
		char *text = mem_printf("%s: %s", advice_text((enum talent_advice)advice), skills);

		if (skills[0])
			doc_bullet(doc, STYLE_NORMAL, text);
		free(text);
		free(skills);
	}
	kept = skills_text(&gaps, ADVICE_KEEP, true);
	if (kept[0])
		doc_printf(doc, STYLE_NORMAL, _("Enough people have the others: %s."), kept);
	free(kept);
	gaps_release(&gaps);
}

static char *gaps_place(const struct session *session, const struct step *step)
{
	struct gaps gaps;
	size_t lacking = 0;
	char *text = NULL;

	gaps_init(&gaps, session, step);
	for (size_t i = 0; i < gaps.row_count; i++)
		lacking += gaps.result.skills[i].breadth_gap > 0 || gaps.result.skills[i].depth_gap > 0;
	if (gaps.row_count > 0)
		text = mem_printf(P_("%zu of %zu skill short", "%zu of %zu skills short", gaps.row_count), lacking,
			gaps.row_count);
	gaps_release(&gaps);
	return text;
}

const struct analysis analysis_gaps = {
	.name = "gaps",
	.place = gaps_place,
	.summarise = gaps_summarise,
	.digest = gaps_digest,
};
