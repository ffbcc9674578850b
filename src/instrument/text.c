/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that is answered in words. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "instrument/analysis.h"
#include "instrument/answerers.h"
#include "instrument/ladder.h"
#include "instrument/outsider.h"
#include "instrument/result.h"

#include <stdlib.h>
#include <string.h>

#define PAPER_LINES 2

static const char *const keys[] = { "lint", "analysis" };
static const char *const analyses[] = { "ladder" };

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	int index = reader_choice(reader, node, "analysis", false, analyses, COUNT_OF(analyses));

	step->lint = reader_flag(reader, node, "lint", false);
	if (index >= 0)
		step->analysis = mem_strdup(analyses[index]);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	(void)bank;
	ladder_check(reader, node, module, step);
}

/* Asking */

static char *by_text(const struct stage *stage, const char *text, struct err *err)
{
	(void)stage;
	(void)err;
	return mem_strdup(text);
}

static char *show(const struct step *step, const char *answer)
{
	(void)step;
	return mem_strdup(answer);
}

static char *remark(const struct stage *stage, const char *answer)
{
	return stage->progress->step->lint ? outsider_text(stage->session->bank, answer) : NULL;
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct key_shown enter = stage_show_key(stage, "enter"), save = stage_show_key(stage, "save");

	if (stage->progress->step->by == BY_PERSON && !stage->only)
		/* TRANSLATORS: each %s is a key. */
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM,
			_("%s, then type; %s goes on to the next one, %s ends."), enter.text, save.text,
			stage_show_key(stage, "cancel").text);
	else
		/* TRANSLATORS: both %s are keys. */
		grid_printf(grid, rect.x, rect.y, rect.width, STYLE_DIM, _("%s, then type; %s keeps it."), enter.text,
			save.text);
	return 1;
}

/* What was rated already stands beside what is to be written. */
static int above(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;

	return step->analysis ? ladder_draw(stage->session, step, grid, rect) : 0;
}

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	(void)session;
	(void)step;
	(void)other;
	for (int line = 0; line < PAPER_LINES; line++)
		doc_line(doc, STYLE_NORMAL, "__________________________________________________________");
}

static const struct answering answering = {
	.by_text = by_text,
	.shows_typing = true,
	.show = show,
	.remark = remark,
	.legend = legend,
	.paper = paper,
};

/* The result */

static void write_remark(const struct session *session, const struct progress *progress,
	const struct answerer *answerer, struct doc *doc)
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);
	const char *answer = ballot ? ballot->answers[OWN] : NULL;
	char *text;

	if (!answer || strcmp(answer, ANSWER_CANT_SAY) == 0 || strcmp(answer, ANSWER_NOT_HERE) == 0)
		return;
	text = outsider_text(session->bank, answer);
	if (text && answerer->side == SIDE_NONE) {
		doc_text(doc, STYLE_DIM, text);
	} else if (text) {
		char *mark = mem_printf("%s:", answerer->name);

		doc_marked(doc, STYLE_DIM, mark, text);
		free(mark);
	}
	free(text);
}

static void write_remarks(const struct session *session, const struct progress *progress, struct doc *doc)
{
	struct answerers answerers;

	answerers_init(&answerers, session, progress->step);
	for (int i = 0; i < answerers.count; i++)
		write_remark(session, progress, &answerers.items[i], doc);
	answerers_release(&answerers);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct analysis *analysis = analysis_find(progress->step->analysis);

	result_write_named(session, progress, show, doc);
	if (progress->step->lint)
		write_remarks(session, progress, doc);
	if (analysis) {
		doc_gap(doc);
		analysis->summarise(session, progress->step, today, doc);
	}
	result_write_rest(session, progress, doc);
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct analysis *analysis = analysis_find(progress->step->analysis);

	if (progress->step->by == BY_PERSON)
		result_write_names(session, progress, show, doc);
	else
		result_write_named(session, progress, show, doc);
	/* Nothing is to run on from the room's own words. */
	if (analysis && !progress->past)
		analysis_digest(analysis, session, progress->step, today, doc);
}

/* What people said in their own words is for them to lay beside each other. */
static void compare(const struct compared *compared, struct doc *doc)
{
	(void)compared;
	doc_text(doc, STYLE_DIM, _("Answered in words both times: each report has them."));
}

const struct instrument instrument_text = {
	.kind = "text",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.above = above,
	.summarise = summarise,
	.digest = digest,
	.compare = compare,
	.reveals = true,
};
