/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which rows of a register the room linked with each other. */
#ifndef ACCORD_INSTRUMENT_WEB_H
#define ACCORD_INSTRUMENT_WEB_H

#include "measure/links.h"
#include "model/session.h"

#include <stdbool.h>
#include <stddef.h>

/* Marks of two that are linked, and of two that are not. */
#define WEB_LINKED "\xe2\x97\x8f"
#define WEB_OPEN "\xc2\xb7"

/* What is linked: the rows that have a name, and which pairs of them the room ticked. */
struct web {
	const struct row **rows;
	const char **names;
	size_t count;
	bool *linked; /* count * count, both ways round */
	struct links links;
};

/* Of a step of the kind links. */
void web_init(struct web *web, const struct session *session, const struct step *step);
void web_release(struct web *web);
/* Whether two things are linked; each is below count. */
bool web_has(const struct web *web, int a, int b);
/* How many links there could be. */
size_t web_possible(const struct web *web);

#endif
