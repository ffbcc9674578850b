/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A question that is answered in words. */
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "instrument/result.h"

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	(void)reader;
	(void)node;
	(void)step;
}

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

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	grid_text(grid, rect.x, rect.y, rect.width, STYLE_DIM,
		stage->progress->step->by == BY_PERSON
			? _("Enter, then type; Enter goes on to the next one, Esc ends.")
			: _("Enter, then type; Enter keeps it."));
	return 1;
}

static const struct answering answering = {
	.by_text = by_text,
	.shows_typing = true,
	.show = show,
	.legend = legend,
};

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	(void)today;
	result_write_named(session, progress, show, doc);
	result_write_rest(session, progress, doc);
}

const struct instrument instrument_text = {
	.kind = "text",
	.check = check,
	.answering = &answering,
	.summarise = summarise,
	.reveals = true,
};
