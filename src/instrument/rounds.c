/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is kept of a step beside its last result. */
#include "instrument/rounds.h"

#include "base/i18n.h"
#include "instrument/instrument.h"

#include <stdlib.h>
#include <string.h>

#define ROOMY 10 /* lines from which there is room to say more than what is asked */

/* That somebody saw the answers, and they may have changed since. */
static void write_taken_back(const struct progress *progress, struct doc *doc)
{
	if (progress->first_taken_back > 0)
		doc_printf(doc, STYLE_DIM,
			P_("In the first round the reveal was taken back once.",
			   "In the first round the reveal was taken back %d times.", progress->first_taken_back),
			progress->first_taken_back);
	if (progress->taken_back > 0)
		doc_printf(doc, STYLE_DIM,
			P_("The reveal was taken back once before this result.",
			   "The reveal was taken back %d times before this result.", progress->taken_back),
			progress->taken_back);
}

/* Whether there is a first result to be told. A table has no rounds. */
static bool has_first(const struct progress *progress)
{
	return !progress->past && progress->round > 1 && progress->first_count > 0;
}

static void write_first(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	struct progress first = progress_first(progress);

	doc_text(doc, STYLE_STRONG, _("The first round:"));
	(instrument->digest ? instrument->digest : instrument->summarise)(session, &first, today, doc);
}

/* Whether there was anything to say. */
static bool write_moved(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);
	struct progress first = progress_first(progress);
	size_t before = doc->count;

	if (instrument->moved)
		instrument->moved(session, progress, &first, doc);
	return doc->count > before;
}

void rounds_summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	if (has_first(progress) && !instrument_find(progress->step->kind)->shows_first) {
		doc_gap(doc);
		write_first(session, progress, today, doc);
	}
	if (has_first(progress))
		write_moved(session, progress, doc);
	write_taken_back(progress, doc);
}

void rounds_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	if (has_first(progress) && !write_moved(session, progress, doc))
		write_first(session, progress, today, doc);
	write_taken_back(progress, doc);
}

void rounds_write_move(const char *name, const char *from, const char *to, struct doc *doc)
{
	if (!from || !to)
		return;
	if (strcmp(from, to) == 0)
		doc_printf(doc, STYLE_NORMAL, _("The middle answer of %s stayed at %s."), name, to);
	else
		doc_printf(doc, STYLE_NORMAL, _("The middle answer of %s went from %s to %s."), name, from, to);
}

int rounds_draw(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct progress *progress = stage->progress;
	/* Answers without names were done away with, and counts are counted again. */
	bool keeps = !progress->anonymous && progress->entry != ENTRY_TALLY;
	char *text = NULL;
	int lines;

	if (rect.height < ROOMY)
		return 0;
	if (progress_is_frozen(progress))
		/* TRANSLATORS: both %s are keys. */
		text = mem_printf(_("These answers carry no names and were seen, so they stay: %s shows them again, "
				    "then %s asks anew."),
			stage_show_key(stage, "reveal").text, stage_show_key(stage, "reopen").text);
	else if (has_first(progress))
		text = mem_printf(keeps ? _("Round %d. An answer stays until it is given anew; the first result is kept.")
					: _("Round %d. The first result is kept, and shown after the reveal."),
			progress->round);
	if (!text)
		return 0;
	rect.height /= 3;
	lines = grid_wrap(grid, rect, STYLE_WARN, text);
	free(text);
	return lines < rect.height ? lines + 1 : lines;
}
