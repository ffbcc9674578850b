/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What makes a statement hard to understand. */
#include "measure/plain.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>

/* A run of letters and digits, and what was seen while reading it. */
struct word {
	size_t at, length;
	int capitals;
	bool digits;
	bool side_by_side;           /* two capitals, with digits between them perhaps */
	bool capital, before_capital; /* the last letter, and the one before it */
	bool plural;                 /* the last letter is an s */
	int since_dot;               /* characters */
};

/* The character at an offset and its bytes; 0 at the end of the text. */
static ucs4_t character(const char *text, size_t *length)
{
	ucs4_t out;

	if (!text[0]) {
		*length = 0;
		return 0;
	}
	*length = (size_t)u8_mbtouc(&out, (const uint8_t *)text, strnlen(text, 4));
	return out;
}

static bool is_capital(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_Lu) ||
	       uc_is_general_category(c, UC_CATEGORY_Lt);
}

static bool is_digit(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_N);
}

static bool is_mark(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_M);
}

static bool is_of_word(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_L) || is_digit(c) || is_mark(c);
}

/* Whether a character between two others joins them: R&D, U.S, 1,000, 24/7. */
static bool joins(const struct word *word, ucs4_t before, ucs4_t c, ucs4_t after)
{
	if (c == '&')
		return is_capital(before) && is_capital(after);
	if (c == '.' && is_capital(before) && is_capital(after))
		return word->since_dot == 1;
	if (c == '.' || c == ',' || c == ':' || c == '/' || c == '\'' || c == 0x2019)
		return is_digit(before) && is_digit(after);
	return false;
}

static void take(struct word *word, ucs4_t c)
{
	bool capital = is_capital(c);

	if (is_mark(c))
		return;
	word->since_dot++;
	if (is_digit(c)) {
		word->digits = true;
		return;
	}
	if (!uc_is_general_category(c, UC_CATEGORY_L)) {
		word->since_dot = 0;
		return;
	}
	word->capitals += capital;
	word->side_by_side = word->side_by_side || (capital && word->capital);
	word->before_capital = word->capital;
	word->capital = capital;
	word->plural = c == 's';
}

/* The next word from *at on, which is moved behind it; false at the end. */
static bool next_word(const char *text, size_t *at, struct word *out)
{
	size_t length;
	ucs4_t c = character(text + *at, &length), before = 0;

	while (length && !is_of_word(c)) {
		*at += length;
		c = character(text + *at, &length);
	}
	*out = (struct word){ .at = *at };
	while (length) {
		size_t more;
		ucs4_t after = character(text + *at + length, &more);

		if (!is_of_word(c) && !joins(out, before, c, after))
			break;
		take(out, c);
		if (!is_mark(c))
			before = c;
		*at += length;
		c = after;
		length = more;
	}
	out->length = *at - out->at;
	return out->length > 0;
}

static bool is_acronym(const struct word *word)
{
	bool last = word->capital || (word->plural && word->before_capital);

	return word->capitals >= 2 && (word->side_by_side || last);
}

/* With an acronym its plural is allowed too. */
static bool is_same(const char *text, const struct word *word, const char *other,
		    const struct word *allowed)
{
	bool plural = word->plural && is_acronym(word) && word->length == allowed->length + 1;

	return (word->length == allowed->length || plural) &&
	       memcmp(text + word->at, other + allowed->at, allowed->length) == 0;
}

static bool is_allowed(const char *text, const struct word *word, const char *const *allowed,
		       size_t count)
{
	for (size_t i = 0; i < count; i++) {
		struct word other;
		size_t at = 0;

		while (next_word(allowed[i], &at, &other)) {
			if (is_same(text, word, allowed[i], &other))
				return true;
		}
	}
	return false;
}

static bool separates(ucs4_t c)
{
	return uc_is_property_white_space(c) || c == 0x2013 || c == 0x2014;
}

static void count_words(const char *text, struct plain *out)
{
	size_t at = 0, length, begin = 0;
	bool within = false, counted = false;

	out->long_at = strlen(text);
	for (ucs4_t c; c = character(text + at, &length), length > 0; at += length) {
		if (separates(c)) {
			within = counted = false;
			continue;
		}
		if (!within)
			begin = at;
		within = true;
		if (counted || !is_of_word(c))
			continue;
		counted = true;
		if (++out->words == PLAIN_MOST_WORDS + 1)
			out->long_at = begin;
	}
	out->too_long = out->words > PLAIN_MOST_WORDS;
}

void plain_of(const char *text, const char *const *allowed, size_t allowed_count,
	      struct plain *out)
{
	size_t capacity = 0, at = 0;
	struct word word;

	*out = (struct plain){ 0 };
	count_words(text, out);
	while (next_word(text, &at, &word)) {
		bool acronym = is_acronym(&word);

		if ((!acronym && !word.digits) || is_allowed(text, &word, allowed, allowed_count))
			continue;
		out->spans = mem_grow(out->spans, &capacity, out->count, sizeof *out->spans);
		out->spans[out->count++] = (struct plain_span){
			.kind = acronym ? PLAIN_ACRONYM : PLAIN_DIGITS,
			.at = word.at,
			.length = word.length,
		};
		out->acronyms += acronym;
		out->digits += !acronym;
	}
}

void plain_release(struct plain *plain)
{
	free(plain->spans);
	*plain = (struct plain){ 0 };
}

bool plain_is_clean(const struct plain *plain)
{
	return plain->count == 0 && !plain->too_long;
}

const char *plain_kind_name(enum plain_kind kind)
{
	static const char *const names[] = {
		[PLAIN_DIGITS] = "digits",
		[PLAIN_ACRONYM] = "acronym",
	};

	return names[kind];
}
