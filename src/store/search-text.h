/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as the index of the search has it, and what people type as FTS5 reads it. For the store's own files. */
#ifndef ACCORD_STORE_SEARCH_TEXT_H
#define ACCORD_STORE_SEARCH_TEXT_H

#include "base/marked.h"

/* What highlight() puts around a place. No text of ours holds them. */
#define SEARCH_OPENS '\x02'
#define SEARCH_CLOSES '\x03'

/*
 * With zero-width spaces around each character of a script that parts no words, and each picture, so that every one is a
 * word by itself; for free().
 */
char *search_part(const char *text);
/* The text again as it was, harmless, and the places that highlight() has marked. */
void search_read(const char *text, struct marked *out);
/*
 * A query of FTS5 for what somebody typed: all of the words, each of them, or a beginning of it; what stands in quotes as
 * it stands, the last word of it perhaps begun where the quote is not closed. Nothing else has a meaning. For free(); NULL
 * where there is nothing to look for.
 */
char *search_query(const char *typed);

#endif
