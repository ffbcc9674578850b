/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Steps on paper: where somebody writes an answer by hand. */
#include "instrument/paper.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>

void paper_write_blanks(const struct step *step, const char *other, const char *blank, struct doc *doc)
{
	static const char *const titles[] = { "", "" };

	doc_table(doc, COUNT_OF(titles), titles);
	doc_cell(doc, STYLE_NORMAL, _("Your answer"));
	doc_cell(doc, STYLE_NORMAL, blank);
	if (!step->predict)
		return;
	doc_cell_printf(doc, STYLE_NORMAL, _("What will most of %s say?"), other);
	doc_cell(doc, STYLE_NORMAL, blank);
}

void paper_write_option(size_t number, const struct option *option, const char *mark, struct doc *doc)
{
	char *digit = mem_printf("%s%2zu ", mark, number);

	doc_marked(doc, STYLE_NORMAL, digit, option->text);
	free(digit);
}
