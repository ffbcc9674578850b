/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Finding words in text as people type them. */
#include "base/match.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/* Where in a text each byte of its folded form comes from. */
struct origin {
	size_t *at;
	size_t count, capacity;
};

static void add(struct str *out, struct origin *origin, const char *folded, size_t length, size_t from)
{
	str_addn(out, folded, length);
	for (size_t i = 0; origin && i < length; i++) {
		origin->at = mem_grow(origin->at, &origin->capacity, origin->count, sizeof *origin->at);
		origin->at[origin->count++] = from;
	}
}

/* Marks on letters go; what is left of a character that is one is nothing. */
static void add_bare(struct str *out, struct origin *origin, const uint8_t *folded, size_t length, size_t from)
{
	ucs4_t c;

	for (size_t i = 0; i < length;) {
		int bytes = u8_mbtouc(&c, folded + i, length - i);

		if (!uc_is_general_category(c, UC_CATEGORY_Mn))
			add(out, origin, (const char *)folded + i, (size_t)bytes, from);
		i += (size_t)bytes;
	}
}

/* Character by character, so that it is known where each comes from. */
static char *fold(const char *text, struct origin *origin)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; text[i];) {
		const uint8_t *at = (const uint8_t *)text + i;
		uint8_t buffer[64], *folded;
		size_t length = sizeof buffer;
		ucs4_t c;
		int bytes;

		if (*at < 0x80) {
			char low = *at >= 'A' && *at <= 'Z' ? (char)(*at - 'A' + 'a') : (char)*at;

			add(&out, origin, &low, 1, i++);
			continue;
		}
		bytes = u8_mbtouc(&c, at, strlen(text + i));
		folded = u8_casefold(at, (size_t)bytes, NULL, UNINORM_NFKD, buffer, &length);
		if (folded)
			add_bare(&out, origin, folded, length, i);
		else
			add(&out, origin, text + i, (size_t)bytes, i);
		if (folded != buffer)
			free(folded);
		i += (size_t)bytes;
	}
	return out.data;
}

char *match_fold(const char *text)
{
	return fold(text, NULL);
}

void match_init(struct match *match, const char *typed)
{
	char *rest = NULL;

	*match = (struct match){ .folded = match_fold(typed) };
	for (char *word = strtok_r(match->folded, " ", &rest); word && match->count < MATCH_WORDS;
	     word = strtok_r(NULL, " ", &rest))
		match->words[match->count++] = word;
}

void match_release(struct match *match)
{
	free(match->folded);
	*match = (struct match){ 0 };
}

bool match_finds(const struct match *match, const char *folded)
{
	for (size_t i = 0; i < match->count; i++)
		if (!strstr(folded, match->words[i]))
			return false;
	return true;
}

void match_mark(const struct match *match, const char *text, bool *hits)
{
	size_t length = strlen(text);
	struct origin origin = { 0 };
	char *folded = fold(text, &origin);

	memset(hits, 0, length);
	for (size_t i = 0; i < match->count; i++) {
		size_t bytes = strlen(match->words[i]);

		for (const char *at = folded; (at = strstr(at, match->words[i])); at += bytes) {
			size_t first = (size_t)(at - folded), end = first + bytes, to;

			/* Up to where the next character begins: with all of the last one, and the marks on it. */
			while (end < origin.count && origin.at[end] == origin.at[end - 1])
				end++;
			to = end < origin.count ? origin.at[end] : length;
			memset(hits + origin.at[first], true, to - origin.at[first]);
		}
	}
	free(origin.at);
	free(folded);
}
