/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Text as the index of the search has it, and what people type as FTS5 reads it. */
#include "store/search-text.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unictype.h>
#include <unistr.h>
#include <uniwbrk.h>

#define ZERO_WIDTH_SPACE "\xe2\x80\x8b"
#define WORDS 16 /* of a query; more would only make it slow */

static size_t decode(const char *text, ucs4_t *c)
{
	return (size_t)u8_mbtouc(c, (const uint8_t *)text, strnlen(text, 4));
}

static bool is_mark(ucs4_t c)
{
	return uc_is_general_category_withtable(c, UC_CATEGORY_MASK_M);
}

/* Whether no spaces part the words of its script; pictures stand for themselves as well. */
static bool stands_alone(ucs4_t c)
{
	static const char *const scripts[] = { "Han", "Hiragana", "Katakana", "Bopomofo", "Thai", "Lao", "Khmer",
					       "Myanmar" };
	const uc_script_t *script;

	if (c < 0x80)
		return false;
	if (uc_is_general_category_withtable(c, UC_CATEGORY_MASK_So) || uc_wordbreak_property(c) == WBP_KATAKANA)
		return true;
	script = uc_script(c);
	for (size_t i = 0; script && i < COUNT_OF(scripts); i++)
		if (strcmp(script->name, scripts[i]) == 0)
			return true;
	return false;
}

/* Whether the tokenizer takes it for a part of a word: see the table search. */
static bool is_of_word(ucs4_t c)
{
	return uc_is_general_category_withtable(c,
		UC_CATEGORY_MASK_L | UC_CATEGORY_MASK_N | UC_CATEGORY_MASK_Co | UC_CATEGORY_MASK_So);
}

static void part(struct str *out, const char *text, size_t length)
{
	bool before = false; /* whether the last character that is no mark stands alone */

	for (size_t at = 0; at < length;) {
		ucs4_t c;
		size_t size = decode(text + at, &c);

		if (!is_mark(c)) {
			bool alone = stands_alone(c);

			if (at > 0 && (alone || before))
				str_add(out, ZERO_WIDTH_SPACE);
			before = alone;
		}
		str_addn(out, text + at, size);
		at += size;
	}
}

char *search_part(const char *text)
{
	struct str out;

	str_init(&out);
	part(&out, text, strlen(text));
	return out.data;
}

/* Appends a piece without what search_part added. */
static void add_piece(struct str *out, const char *text, size_t length)
{
	struct str piece;
	char *safe;

	str_init(&piece);
	for (size_t at = 0; at < length; at++) {
		if (length - at >= 3 && memcmp(text + at, ZERO_WIDTH_SPACE, 3) == 0)
			at += 2;
		else
			str_addc(&piece, text[at]);
	}
	/* The file may be somebody else's. */
	safe = text_visible(piece.data, true);
	str_add(out, safe);
	free(safe);
	str_release(&piece);
}

void search_read(const char *text, struct marked *out)
{
	static const char marks[] = { SEARCH_OPENS, SEARCH_CLOSES, '\0' };
	struct str plain;
	bool open = false;

	*out = (struct marked){ 0 };
	str_init(&plain);
	for (;;) {
		size_t length = strcspn(text, marks), start = plain.length;

		add_piece(&plain, text, length);
		if (open && plain.length > start)
			marked_add(out, start, plain.length - start);
		if (!text[length])
			break;
		open = text[length] == SEARCH_OPENS;
		text += length + 1;
	}
	out->text = plain.data;
}

static bool has_word(const char *text, size_t length)
{
	for (size_t at = 0; at < length;) {
		ucs4_t c;

		at += decode(text + at, &c);
		if (is_of_word(c))
			return true;
	}
	return false;
}

/* The blank at text: its bytes, or 0 where there is none. */
static size_t blank(const char *text)
{
	ucs4_t c;
	size_t size = decode(text, &c);

	return c <= ' ' || c == 0x3000 || c == 0xa0 ? size : 0;
}

static size_t word_length(const char *text)
{
	size_t length = 0;

	while (text[length] && text[length] != '"' && blank(text + length) == 0) {
		ucs4_t c;

		length += decode(text + length, &c);
	}
	return length;
}

/* Appends what stands between quotes; there are none in it. */
static void add_term(struct str *query, const char *text, size_t length, bool begun)
{
	str_add(query, query->length ? " AND \"" : "\"");
	part(query, text, length);
	str_add(query, begun ? "\" *" : "\"");
}

/* The next word or phrase, which is added where there is something in it. Returns what was read. */
static size_t read_term(struct str *query, const char *typed, int *words)
{
	bool quoted = *typed == '"', closed;
	const char *term = typed + quoted;
	size_t length = quoted ? strcspn(term, "\"") : word_length(term);

	closed = quoted && term[length] == '"';
	if (has_word(term, length)) {
		add_term(query, term, length, !closed);
		++*words;
	}
	return (size_t)quoted + length + (size_t)closed;
}

char *search_query(const char *typed)
{
	char *safe = text_visible(typed, false);
	const char *rest = safe;
	struct str query;
	int words = 0;

	str_init(&query);
	while (*rest && words < WORDS) {
		size_t gap = blank(rest);

		rest += gap > 0 ? gap : read_term(&query, rest, &words);
	}
	free(safe);
	if (words > 0)
		return query.data;
	str_release(&query);
	return NULL;
}
