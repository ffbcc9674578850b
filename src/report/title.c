/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How every report begins. */
#include "report/title.h"

#include "base/date.h"
#include "base/i18n.h"

void report_title(const struct session *session, struct doc *doc)
{
	char date[11];

	doc_heading(doc, 1, session->title);
	date_format(session->date, date);
	if (session->organisation[0])
		doc_printf(doc, STYLE_NORMAL, "%s, %s", session->organisation, date);
	else
		doc_text(doc, STYLE_NORMAL, date);
	if (session->facilitator[0])
		doc_printf(doc, STYLE_NORMAL, _("Facilitated by %s"), session->facilitator);
}
