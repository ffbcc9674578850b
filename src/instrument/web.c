/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is linked: the rows of a register that have a name, and the pairs of them that the room ticked. */
#include "instrument/web.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

bool web_has(const struct web *web, int a, int b)
{
	return web->linked[(size_t)a * web->count + (size_t)b];
}

/* Where a row stands among the things; count where it does not. */
static size_t web_find(const struct web *web, int row)
{
	size_t at = 0;

	while (at < web->count && web->rows[at]->id != row)
		at++;
	return at;
}

static void add_things(struct web *web, const struct session *session, const struct step *with)
{
	const struct column *column = with ? step_name_column(with) : NULL;
	size_t count = column ? session_rows(session, with->key, web->rows) : 0;

	web->names = mem_zalloc(count, sizeof *web->names);
	for (size_t i = 0; i < count; i++) {
		const char *name = row_value(web->rows[i], column->id);

		if (!name[0])
			continue;
		web->names[web->count] = name;
		web->rows[web->count++] = web->rows[i];
	}
}

static void add_links(struct web *web, const struct session *session, const struct step *step)
{
	struct links_pair *pairs = mem_zalloc(session->rating_count, sizeof *pairs);
	size_t count = 0;

	web->linked = mem_zalloc(web->count * web->count, sizeof *web->linked);
	for (size_t i = 0; i < session->rating_count; i++) {
		const struct rating *rating = &session->ratings[i];
		size_t a, b;

		if (strcmp(rating->step, step->key) != 0 || rating->side != SIDES || rating->value != 1)
			continue;
		a = web_find(web, rating->row_a);
		b = web_find(web, rating->row_b);
		if (a == web->count || b == web->count || a == b)
			continue;
		web->linked[a * web->count + b] = web->linked[b * web->count + a] = true;
		pairs[count++] = (struct links_pair){ a, b };
	}
	links_of(web->count, pairs, count, &web->links);
	free(pairs);
}

void web_init(struct web *web, const struct session *session, const struct step *step)
{
	*web = (struct web){ .rows = mem_zalloc(session->row_count, sizeof *web->rows) };
	add_things(web, session, step->of ? bank_step(session->bank, step->of, NULL) : NULL);
	add_links(web, session, step);
}

void web_release(struct web *web)
{
	links_release(&web->links);
	free(web->linked);
	free(web->names);
	free(web->rows);
}

size_t web_possible(const struct web *web)
{
	return web->count * (web->count - 1) / 2;
}
