/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line of a screen: what it is about at the left, and at the right what fits of several parts. */
#ifndef ACCORD_VIEW_HEADER_H
#define ACCORD_VIEW_HEADER_H

#include "view/grid.h"

/*
 * Tabs part the right side, and each stands for a space. A part may begin with marks: where there is little space the
 * spare ones go first, the last of them before the others; then the parts go from the left.
 */
#define HEADER_SPARE "\1"
#define HEADER_WARN "\2"
#define HEADER_ALERT "\3"

void header_draw(struct grid *grid, const char *left, const char *right);

#endif
