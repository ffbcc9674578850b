/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names of one list stand in another one as well. */
#ifndef ACCORD_MEASURE_MATCHING_H
#define ACCORD_MEASURE_MATCHING_H

#include <stddef.h>

#define MATCHING_NONE ((size_t)-1)

/* A name, and a group within which alone it is the same, such as a side. */
struct matching_name {
	const char *text;
	int group;
};

/*
 * partners[i] gets the place in now of the name then[i], or MATCHING_NONE; there is room for then_count. Each name has one
 * partner at most: first the one that is the same but for case and white space, then one with the same name key (see
 * namekey_of). Names without any letter have none by their key. Returns how many have a partner.
 */
size_t matching_of(const struct matching_name *then, size_t then_count, const struct matching_name *now, size_t now_count,
	size_t *partners);

#endif
