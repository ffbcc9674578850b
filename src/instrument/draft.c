/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A charter's clauses: the room writes each and accepts it with a fist of five, shown openly. */
#include "instrument/draft.h"

#include "base/i18n.h"
#include "instrument/spec.h"

#include <stdio.h>
#include <stdlib.h>

#define CLAUSES_MOST 20
#define HINT_LIMIT 200

static const char *const keys[] = { "clauses" };

/* Its rows are kept as those of a register with these columns. */
static void set_columns(struct step *step)
{
	static const char *const ids[] = { CLAUSE_ID, CLAUSE_TEXT };
	const char *const titles[] = { _("Clause"), _("Text") };

	step->column_count = COUNT_OF(ids);
	step->columns = mem_zalloc(COUNT_OF(ids), sizeof *step->columns);
	for (size_t i = 0; i < COUNT_OF(ids); i++) {
		step->columns[i].id = mem_strdup(ids[i]);
		step->columns[i].title = mem_strdup(titles[i]);
		step->columns[i].type = COLUMN_TEXT;
		step->columns[i].required = true;
	}
}

static void check_clause(struct reader *outer, const struct node *node, size_t number, struct clause *clause)
{
	static const char *const clause_keys[] = { "id", "text", "hint" };
	struct reader reader = reader_enter(outer, _("clause"), node, number);

	if (reader_keys(&reader, node, clause_keys, COUNT_OF(clause_keys))) {
		clause->id = reader_id(&reader, node, "id", true);
		clause->text = reader_line(&reader, node, "text", true, SPEC_LABEL);
		clause->hint = reader_line(&reader, node, "hint", false, HINT_LIMIT);
	}
	clause->id = spec_text(clause->id);
	clause->text = spec_text(clause->text);
}

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *list = reader_list(reader, node, "clauses", true, CLAUSES_MOST);

	set_columns(step);
	step->clause_count = list ? list->count : 0;
	step->clauses = mem_zalloc(step->clause_count, sizeof *step->clauses);
	for (size_t i = 0; i < step->clause_count; i++)
		check_clause(reader, list->items[i], i + 1, &step->clauses[i]);
	reader_unique(reader, list, "clauses");
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	(void)bank;
	(void)module;
	if (step->by != BY_PERSON)
		reader_fail(reader, node_get(node, "by"), _("each person votes: 'by' must be person"));
}

/* People who are here and were not asked about a clause that the others have voted on. */
static int missing(const struct session *session, const struct progress *progress)
{
	size_t clauses = progress->step->clause_count;
	struct standing *standings = mem_zalloc(clauses, sizeof *standings);
	int count = 0;

	for (size_t i = 0; i < clauses; i++)
		standing_of(session, progress->step, i, NULL, &standings[i]);
	for (size_t p = 0; p < session->person_count; p++) {
		const struct person *person = &session->people[p];
		bool asked = true;

		for (size_t i = 0; i < clauses && person->presence != AWAY; i++)
			if (standings[i].fist.votes > 0 && clause_vote(standings[i].row, person->id) == FIST_NO_VOTE)
				asked = false;
		count += !asked;
	}
	free(standings);
	return count;
}

static char *missing_text(int missing, const char *key)
{
	/* TRANSLATORS: %s is a key. */
	return mem_printf(P_("%d has not voted on all clauses yet: %s again reveals all the same",
			     "%d have not voted on all clauses yet: %s again reveals all the same", missing),
		missing, key);
}

/* The result */

static void write_completeness(const struct session *session, const struct step *step, struct doc *doc)
{
	struct charter charter = charter_of(session, step);

	if (charter.filled == 0)
		doc_text(doc, STYLE_DIM, _("No clause is written yet."));
	else if (charter.passed == charter.clauses)
		doc_printf(doc, STYLE_GOOD,
			P_("The one clause is written and accepted.", "All %zu clauses are written and accepted.",
			   charter.clauses), charter.clauses);
	else
		doc_printf(doc, STYLE_STRONG,
			P_("%zu of %zu clause is written (%d %%); accepted: %zu.",
			   "%zu of %zu clauses are written (%d %%); accepted: %zu.", charter.clauses),
			charter.filled, charter.clauses, (int)ratio_percent(charter_completeness(&charter)),
			charter.passed);
}

static void write_clause(const struct session *session, const struct standing *standing, struct doc *doc)
{
	char *sentence = standing_sentence(session, standing);

	doc_gap(doc);
	doc_marked(doc, STYLE_STRONG, clause_mark(standing->state), standing->clause->text);
	doc_marked(doc, STYLE_NORMAL, " ", standing->text);
	doc_marked(doc, clause_style(standing->state), " ", sentence);
	free(sentence);
}

static void write_empty(const struct session *session, const struct step *step, struct doc *doc)
{
	struct str empty;

	str_init(&empty);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		if (standing.state == CLAUSE_EMPTY)
			str_printf(&empty, "%s%s", empty.length ? "; " : "", standing.clause->text);
	}
	if (empty.length)
		doc_printf(doc, STYLE_WARN, _("Still empty: %s."), empty.data);
	str_release(&empty);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;
	struct charter charter = charter_of(session, step);

	(void)today;
	write_completeness(session, step, doc);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		if (standing.state != CLAUSE_EMPTY)
			write_clause(session, &standing, doc);
	}
	if (charter.filled < charter.clauses)
		doc_gap(doc);
	write_empty(session, step, doc);
}

static bool figure(const struct session *session, const struct progress *progress, struct figure *out)
{
	struct charter charter = charter_of(session, progress->step);

	snprintf(out->value, sizeof out->value, "%zu/%zu", charter.passed, charter.clauses);
	snprintf(out->words, sizeof out->words, P_("clause accepted", "clauses accepted", charter.clauses));
	return charter.clauses > 0;
}

/* Clauses are written and voted on in sight of all. */
static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	summarise(session, progress, 0, doc);
}

/* A clause in one paragraph; how it stands is said of those that not everybody accepts. */
static void digest_clause(const struct session *session, const struct standing *standing, struct doc *doc)
{
	char *sentence = standing->state == CLAUSE_PASSES ? mem_strdup("") : standing_sentence(session, standing);
	char *text = mem_printf("%s: %s%s%s", standing->clause->text, standing->text, sentence[0] ? " " : "", sentence);

	doc_marked(doc, STYLE_NORMAL, clause_mark(standing->state), text);
	free(text);
	free(sentence);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;

	(void)today;
	write_completeness(session, step, doc);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing standing;

		standing_of(session, step, i, NULL, &standing);
		if (standing.state != CLAUSE_EMPTY)
			digest_clause(session, &standing, doc);
	}
	write_empty(session, step, doc);
}

/* Then and now */

static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	struct charter charter = charter_of(session, progress->step);

	if (side != SIDE_NONE || charter.clauses == 0)
		return false;
	out->value = ratio_of((int64_t)charter.passed, 1);
	out->text = mem_printf(P_("%zu of %zu clause accepted", "%zu of %zu clauses accepted", charter.clauses),
		charter.passed, charter.clauses);
	return true;
}

static const char *state_word(enum clause_state state)
{
	static const char *const words[] = {
		[CLAUSE_EMPTY] = N_("empty"),
		[CLAUSE_WRITTEN] = N_("written"),
		[CLAUSE_VOTING] = N_("written"),
		[CLAUSE_PASSES] = N_("accepted"),
		[CLAUSE_SPEAKS] = N_("not accepted"),
		[CLAUSE_BLOCKED] = N_("blocked"),
	};

	return _(words[state]);
}

/* How each clause stood and stands. Who voted how is not told. */
static void compare(const struct compared *compared, struct doc *doc)
{
	const struct step *step = compared->now.progress->step;
	const char *const titles[] = { _("Clause"), _("Then"), _("Now") };

	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < step->clause_count; i++) {
		struct standing then, now;

		standing_of(compared->then.session, compared->then.progress->step, i, NULL, &then);
		standing_of(compared->now.session, step, i, NULL, &now);
		doc_cell(doc, STYLE_NORMAL, step->clauses[i].text);
		doc_cell(doc, clause_style(then.state), state_word(then.state));
		doc_cell(doc, clause_style(now.state), state_word(now.state));
	}
}

const struct instrument instrument_draft = {
	.kind = "draft",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.enter = draft_enter,
	.undone = draft_undone,
	.draw = draft_draw,
	.pose = pose,
	.key = draft_key,
	.contexts = draft_contexts,
	.draft = draft_typed,
	.restore = draft_restore,
	.summarise = summarise,
	.digest = digest,
	.figure = figure,
	.place = place,
	.compare = compare,
	.reveals = true,
	.reopens_freely = true,
	.missing = missing,
	.missing_text = missing_text,
};
