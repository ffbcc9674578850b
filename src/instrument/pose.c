/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the audience sees of a step that is open. */
#include "instrument/pose.h"

#include <stdio.h>

void pose_write_option(size_t number, const char *text, struct doc *doc)
{
	char mark[24];

	snprintf(mark, sizeof mark, "%2zu", number);
	doc_marked(doc, STYLE_NORMAL, mark, text);
}
