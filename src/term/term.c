/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The terminal's face, whichever kind it is. */
#include "term/term.h"

void term_size(struct terminal *term, int *width, int *height)
{
	term->ops->size(term, width, height);
}

void term_paint(struct terminal *term, const struct grid *grid, bool anew)
{
	term->ops->paint(term, grid, anew);
}

void term_read(struct terminal *term, struct key *key, int timeout)
{
	term->ops->read(term, key, timeout);
}

void term_watch(struct terminal *term, int descriptor)
{
	if (term->ops->watch)
		term->ops->watch(term, descriptor);
}

void term_bell(struct terminal *term)
{
	if (term->ops->bell)
		term->ops->bell(term);
}

void term_close(struct terminal *term)
{
	if (term)
		term->ops->close(term);
}
