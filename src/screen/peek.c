/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The named answers of the step that is asked. */
#include "screen/peek.h"

#include "base/i18n.h"
#include "instrument/answerers.h"
#include "instrument/instrument.h"
#include "view/doc.h"

#include <stdlib.h>
#include <string.h>

const char *peek_refusal(const struct progress *progress)
{
	const struct answering *answering = instrument_find(progress->step->kind)->answering;

	if (progress->anonymous)
		return _("this step is anonymous: nobody can look at who answered what");
	if (!answering || progress->step->by == BY_ROOM)
		return _("nothing is hidden at this step");
	if (progress->entry == ENTRY_TALLY && answering->tally_count)
		return _("a tally keeps no names");
	return NULL;
}

/* An answer in words, for free(). */
static char *words(const struct progress *progress, const char *answer)
{
	if (strcmp(answer, ANSWER_CANT_SAY) == 0)
		return mem_strdup(_("can't say"));
	if (strcmp(answer, ANSWER_NOT_HERE) == 0)
		return mem_strdup(_("not here"));
	return instrument_find(progress->step->kind)->answering->show(progress->step, answer);
}

static void add_answer(const struct progress *progress, const struct answerer *answerer, struct str *out)
{
	const struct ballot *ballot = progress_ballot(progress, answerer->id);
	char *own, *guess;

	if (!ballot)
		return;
	own = ballot->answers[OWN] ? words(progress, ballot->answers[OWN]) : mem_strdup("\xc2\xb7");
	guess = ballot->answers[PREDICTION] ? words(progress, ballot->answers[PREDICTION]) : NULL;
	str_add(out, out->length ? "; " : "");
	if (progress->step->by == BY_PERSON)
		str_printf(out, "%s ", answerer->name);
	str_add(out, own);
	if (guess)
		str_printf(out, _(" (guess %s)"), guess);
	free(own);
	free(guess);
}

static void write_answers(const struct session *session, const struct progress *progress, const char *key,
	struct doc *doc)
{
	struct answerers answerers;

	/* TRANSLATORS: %s is a key. */
	doc_printf(doc, STYLE_WARN, _("Answers are in sight on this screen: %s hides them."), key);
	answerers_init(&answerers, session, progress->step);
	for (int side = 0; side < SIDES; side++) {
		char *mark = mem_printf("%s:", session->bank->sides[side].name);
		struct str line;

		str_init(&line);
		for (int i = 0; i < answerers.count; i++)
			if (answerers.items[i].side == side)
				add_answer(progress, &answerers.items[i], &line);
		doc_marked(doc, style_of_side(side), mark, line.length ? line.data : "\xc2\xb7");
		str_release(&line);
		free(mark);
	}
	answerers_release(&answerers);
}

int peek_draw(const struct session *session, const struct progress *progress, struct grid *grid, struct rect rect)
{
	struct layout layout;
	struct doc doc = { 0 };
	int lines;

	write_answers(session, progress, keymap_show(grid->keys, grid->contexts, "peek").text, &doc);
	layout_init(&layout, &doc, rect.width);
	lines = (int)layout.count < rect.height / 2 ? (int)layout.count : rect.height / 2;
	layout_draw(&layout, grid, (struct rect){ rect.x, rect.y + rect.height - lines, rect.width, lines }, 0);
	if (lines > 0 && lines < (int)layout.count)
		grid_text_right(grid, rect.x, rect.y + rect.height - 1, rect.width, STYLE_KEY, "\xe2\x80\xa6");
	layout_release(&layout);
	doc_release(&doc);
	return lines;
}
