/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the parts of the audience's screen share. */
#ifndef ACCORD_SCREEN_PRESENT_PARTS_H
#define ACCORD_SCREEN_PRESENT_PARTS_H

#include "instrument/instrument.h"
#include "screen/app.h"

struct present {
	struct screen screen;
	bool named;  /* whether it stays with its session */
	char *id;    /* the session's; it may be gone */
	char *step;  /* the key of the step that was drawn last */
	int top;     /* the first line that shows of what is longer than the screen */
	bool paged;  /* whether somebody has chosen it */
	int lines, room; /* as drawn last */
};

/* Who has answered, of those who are to: of each side, and of both. */
struct heard {
	int done[SIDES], of[SIDES];
	int done_all, of_all;
	bool counts; /* whether there is anything to count: the room's own word is no matter of heads */
};

/* In present-doc.c: what stands on it. */
void present_count(const struct session *session, const struct progress *progress, struct heard *heard);
/* Whether the result shows rather than the asking. */
bool present_shows_result(const struct progress *progress);
void present_write_step(const struct session *session, const struct progress *progress, int width, struct doc *doc);
void present_write_agenda(const struct session *session, const struct module *here, struct doc *doc);
void present_write_waiting(const struct session *session, struct doc *doc);
void present_write_closing(const struct session *session, struct doc *doc);

/* In present-draw.c: where it stands. */
/* Whether somebody counts the time. */
bool present_clock_runs(const struct session *session);
void present_draw(struct app *app, struct screen *screen, struct grid *grid, struct rect body);

#endif
