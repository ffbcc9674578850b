/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Names of which each is kept once, however often it comes, and that know their place among each other. */
#ifndef ACCORD_BASE_ROSTER_H
#define ACCORD_BASE_ROSTER_H

#include <stddef.h>

struct name {
	char *folded; /* see match_fold */
	int place;    /* in their order; "" comes last. As of roster_settle */
};

/* One of zeros is empty. */
struct roster {
	struct name **items; /* in the order of their bytes */
	size_t count, capacity;
};

void roster_release(struct roster *names);
/* The name, which stays where it is until roster_release; names that are the same when folded are one. */
const struct name *roster_add(struct roster *names, const char *text);
/* Tells each its place. */
void roster_settle(struct roster *names);

#endif
