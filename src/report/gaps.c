/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the answers came to, and what was done about it. */
#include "report/gaps.h"

#include "base/i18n.h"
#include "instrument/findings.h"
#include "instrument/instrument.h"

#include <stdlib.h>

static void write_finding(const struct finding *finding, enum detail detail, struct doc *doc)
{
	char *mark = mem_printf("%s:", verdict_word(finding->verdict.kind)), *done = fate_text(finding->fate);
	/*
	 * What it came to says why it is open; once it is not, what became of it is more, though in a short account
	 * that stands above already.
	 */
	char *text = mem_printf(done && detail == DETAIL_SHORT ? "%s (%s)" : "%s %s", finding->question,
		!done ? finding->sentence : detail == DETAIL_SHORT ? fate_word(finding->fate) : done);

	doc_marked(doc, STYLE_NORMAL, mark, text);
	free(text);
	free(done);
	free(mark);
}

enum which_findings { FINDINGS_OPEN, FINDINGS_SETTLED, FINDINGS_UNTOLD };

/* Whether a finding belongs to those: what is untold has been settled, and no question of a digest says so. */
static bool belongs(const struct session *session, const struct finding *finding, enum which_findings those)
{
	if (!verdict_asks(finding->verdict.kind) || finding_is_open(finding) != (those == FINDINGS_OPEN))
		return false;
	return those != FINDINGS_UNTOLD || step_is_taken_up(session, finding->progress->step);
}

static void write_those(const struct session *session, const struct findings *findings, enum which_findings those,
	enum detail detail, const char *intro, struct doc *doc)
{
	bool any = false;

	for (size_t i = 0; i < findings->count; i++) {
		if (!belongs(session, &findings->items[i], those))
			continue;
		if (!any)
			doc_text(doc, STYLE_STRONG, intro);
		any = true;
		write_finding(&findings->items[i], detail, doc);
	}
	if (any)
		doc_gap(doc);
}

static int settled(const struct session *session, const struct findings *findings)
{
	int count = 0;

	for (size_t i = 0; i < findings->count; i++)
		count += belongs(session, &findings->items[i], FINDINGS_SETTLED) &&
			 !belongs(session, &findings->items[i], FINDINGS_UNTOLD);
	return count;
}

static void write_found(const struct session *session, const struct findings *findings, enum detail detail,
	struct doc *doc)
{
	int clear = (int)findings->count - findings_of(findings, VERDICT_NONE);
	int alike = findings_of(findings, VERDICT_AGREEMENT), below = settled(session, findings);
	size_t before = doc->count;

	write_those(session, findings, FINDINGS_OPEN, detail, _("Nothing was agreed about these yet:"), doc);
	write_those(session, findings, detail == DETAIL_FULL ? FINDINGS_SETTLED : FINDINGS_UNTOLD,
		detail, _("What became of these:"), doc);
	if (detail == DETAIL_SHORT && below > 0 && doc->count == before)
		doc_printf(doc, STYLE_NORMAL,
			P_("What became of %d question stands with it below.",
			   "What became of %d questions stands with each of them below.", below), below);
	else if (detail == DETAIL_SHORT && below > 0)
		doc_printf(doc, STYLE_NORMAL,
			P_("What became of %d other question stands with it below.",
			   "What became of %d other questions stands with each of them below.", below), below);
	if (alike > 0)
		doc_printf(doc, STYLE_NORMAL,
			P_("On %d of %d question the sides agree, and nothing needs to be done.",
			   "On %d of %d questions the sides agree, and nothing needs to be done.", clear),
			alike, clear);
	doc_gap(doc);
}

void gaps_write(const struct session *session, enum detail detail, struct doc *doc)
{
	struct findings findings;

	findings_init(&findings, session);
	if ((int)findings.count > findings_of(&findings, VERDICT_NONE)) {
		doc_heading(doc, 2, _("What the answers say"));
		write_found(session, &findings, detail, doc);
	}
	findings_release(&findings);
}
