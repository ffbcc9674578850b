/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the search share. */
#ifndef ACCORD_SCREEN_SEARCH_PARTS_H
#define ACCORD_SCREEN_SEARCH_PARTS_H

#include "screen/app.h"
#include "store/search.h"
#include "view/field.h"
#include "view/list.h"

struct search {
	struct screen screen;
	struct field field;
	struct hits hits;    /* of what stands in the field */
	struct list list;
	bool opened;         /* the session that is open is one that was found, and not the one we came from */
	bool listened;       /* read aloud: the results of what stands in the field have been heard */
	int typed;           /* how often something else was looked for */
	bool fresh;          /* whether the index has all sessions as they are */
	int64_t stale;       /* or else how many it has not, when that was last counted */
};

/* In search-draw.c: the header and the body. */
void search_header(struct app *app, struct screen *screen, struct str *left, struct str *right);
void search_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

/* In search-go.c: goes to where something was found. */
void search_go(struct app *app, struct search *search, const struct hit *hit);

#endif
