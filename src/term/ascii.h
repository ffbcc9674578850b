/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stand-ins for what a terminal cannot show. */
#ifndef ACCORD_TERM_ASCII_H
#define ACCORD_TERM_ASCII_H

#include <stdbool.h>

/* An ASCII sign for one of the signs that we draw, such as '*' for a dot; 0 for what is none of them. */
char ascii_sign(const char *cluster);
/* An ASCII character for any cluster: such a sign, a letter without its accent, or '?'. */
char ascii_of(const char *cluster);
/* Whether the fonts of a text console, which have some 256 characters, lack the sign. */
bool ascii_console_lacks(const char *cluster);

#endif
