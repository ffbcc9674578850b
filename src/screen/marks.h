/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which step an undo changed: each is marked before, and looked at again after. */
#ifndef ACCORD_SCREEN_MARKS_H
#define ACCORD_SCREEN_MARKS_H

#include "model/session.h"

#include <stdint.h>

/* A number for each step that changes when its answers or its state do. Zeroed at first. */
struct marks {
	uint64_t *items;
	size_t count;
	int taken_back; /* how often a reveal was, in all */
};

void marks_take(struct marks *marks, const struct session *session);
void marks_release(struct marks *marks);
/* The index of the first step that is another one since; that of here if it is one of them, and -1 where none is. */
int marks_changed(const struct marks *marks, const struct session *session, int here);
/* Whether a reveal was taken back since. */
bool marks_hid(const struct marks *marks, const struct session *session);

#endif
