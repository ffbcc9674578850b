/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A line above a list in which words are typed that narrow it at once. */
#include "screen/filter.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdlib.h>
#include <string.h>

#define LIMIT 200 /* bytes */

void filter_init(struct filter *filter)
{
	*filter = (struct filter){ 0 };
	field_init(&filter->field, "");
	filter->field.limit = LIMIT;
	match_init(&filter->match, "");
}

void filter_release(struct filter *filter)
{
	field_release(&filter->field);
	match_release(&filter->match);
}

static void read(struct filter *filter)
{
	match_release(&filter->match);
	match_init(&filter->match, filter->field.text.data);
}

void filter_clear(struct filter *filter)
{
	field_set(&filter->field, "");
	filter->typing = false;
	read(filter);
}

enum filter_did filter_key(struct filter *filter, struct list *list, enum action action, const struct key *key)
{
	if (action == ACT_BACK) {
		filter_clear(filter);
		return FILTER_CHANGED;
	}
	/* Nothing left to take away: out, as it was opened by one key. */
	if (action == ACT_ENTER || (key->code == K_BACKSPACE && filter->field.text.length == 0)) {
		filter->typing = false;
		return FILTER_USED;
	}
	if (list_act(list, action))
		return FILTER_USED;
	if (action != ACT_NONE || !field_key(&filter->field, key))
		return FILTER_UNUSED;
	read(filter);
	return FILTER_CHANGED;
}

bool filter_shows(const struct filter *filter)
{
	return filter->typing || filter->match.count > 0;
}

void filter_draw(struct filter *filter, struct grid *grid, struct rect line)
{
	struct key key;
	int label;

	if (!filter->typing) {
		grid_printf(grid, line.x, line.y, line.width, STYLE_DIM, "%s %s", _("filter:"), filter->field.text.data);
		if (key_parse("/", &key))
			spot_key(grid, line, &key);
		return;
	}
	label = grid_text(grid, line.x, line.y, line.width, STYLE_KEY, _("filter:")) + 1;
	field_draw(&filter->field, grid, (struct rect){ line.x + label, line.y, line.width - label, 1 });
	if (grid->linear)
		grid->answers = "";
}

void filter_text(const struct filter *filter, struct grid *grid, struct rect rect, enum style style, const char *text)
{
	bool *hits;
	char *cut;
	int x = rect.x;

	grid_text_cut(grid, rect.x, rect.y, rect.width, style, text);
	if (filter->match.count == 0)
		return;
	hits = mem_zalloc(strlen(text) + 1, sizeof *hits);
	match_mark(&filter->match, text, hits);
	cut = text_ellipsize(text, rect.width);
	/* Up to where it was cut. */
	for (size_t i = 0; cut[i] && cut[i] == text[i];) {
		struct cluster cluster = text_cluster(cut + i);

		if (hits[i])
			grid_paint(grid, (struct rect){ x, rect.y, cluster.width, 1 }, STYLE_MATCH);
		x += cluster.width;
		i += cluster.length;
	}
	free(cut);
	free(hits);
}
