/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers came to, and what was done about it. */
#include "report/gaps.h"

#include "base/i18n.h"
#include "instrument/findings.h"

#include <stdlib.h>

static void write_finding(const struct finding *finding, struct doc *doc)
{
	char *mark = mem_printf("%s:", verdict_word(finding->verdict.kind)), *done = fate_text(finding->fate);
	/* What it came to says why it is open; once it is not, what became of it is more. */
	char *text = mem_printf("%s %s", finding->question, done ? done : finding->sentence);

	doc_marked(doc, STYLE_NORMAL, mark, text);
	free(text);
	free(done);
	free(mark);
}

static void write_those(const struct findings *findings, bool open, const char *intro, struct doc *doc)
{
	bool any = false;

	for (size_t i = 0; i < findings->count; i++) {
		const struct finding *finding = &findings->items[i];

		if (!verdict_asks(finding->verdict.kind) || finding_is_open(finding) != open)
			continue;
		if (!any)
			doc_text(doc, STYLE_STRONG, intro);
		any = true;
		write_finding(finding, doc);
	}
	if (any)
		doc_gap(doc);
}

void gaps_write(const struct session *session, struct doc *doc)
{
	struct findings findings;
	int clear, alike;

	findings_init(&findings, session);
	clear = (int)findings.count - findings_of(&findings, VERDICT_NONE);
	alike = findings_of(&findings, VERDICT_AGREEMENT);
	if (clear > 0) {
		doc_heading(doc, 2, _("What the answers say"));
		write_those(&findings, true, _("Nothing was agreed about these yet:"), doc);
		write_those(&findings, false, _("What became of these:"), doc);
		if (alike > 0)
			doc_printf(doc, STYLE_NORMAL,
				P_("On %d of %d question the sides agree, and nothing needs to be done.",
				   "On %d of %d questions the sides agree, and nothing needs to be done.", clear),
				alike, clear);
		doc_gap(doc);
	}
	findings_release(&findings);
}
