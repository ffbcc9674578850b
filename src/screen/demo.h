/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fictional sessions, filled by the same changes that the screens make. */
#ifndef ACCORD_SCREEN_DEMO_H
#define ACCORD_SCREEN_DEMO_H

#include "store/store.h"

struct demo_plan {
	int sessions, people; /* how many, and how many in each */
	uint64_t seed;        /* the same seed makes the same sessions */
	const char *banks;    /* folder of --banks, or NULL */
};

/* Called after each session; may be NULL. */
typedef void demo_progress(void *data, int made, int of);

/* 0 or -1 with err set. */
int demo_fill(struct store *store, const struct demo_plan *plan, demo_progress *progress, void *data,
	struct err *err);

#endif
