/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is left of a supplier's name when spelling and legal form are taken away. */
#include "measure/namekey.h"

#include "base/mem.h"

#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <uninorm.h>
#include <unistr.h>

/*
 * A word is a piece of the normalised name; a joined one is its single letters with the blanks
 * between them.
 */
struct word {
	char *text;
	bool single; /* one letter */
};

struct words {
	struct word *items;
	size_t count, capacity;
};

static const char *const legal_forms[] = {
	"INC", "INCORPORATED", "CORP", "CORPORATION", "CO", "COMPANY", "LTD", "LIMITED", "LLC",
	"LLP", "LP", "PLC", "GMBH", "AG", "KG", "SA", "SAS", "SE", "SARL", "SRL", "SPA", "BV",
	"NV", "AB", "AS", "OY", "PTY", "PTE", "HOLDINGS", "GROUP", "AND",
};

/* Characters of the name; what is no UTF-8 becomes U+FFFD, which separates words. For free(). */
static ucs4_t *decode(const char *name, size_t *length)
{
	const uint8_t *at = (const uint8_t *)name;
	size_t left = strlen(name);
	ucs4_t *out = mem_zalloc(left + 1, sizeof *out);

	*length = 0;
	while (left > 0) {
		int taken = u8_mbtouc(&out[*length], at, left);

		++*length;
		at += taken;
		left -= (size_t)taken;
	}
	return out;
}

/*
 * Takes the place of text, which is freed; libunistring's only failure here is to be out of
 * memory.
 */
static ucs4_t *replace(ucs4_t *text, ucs4_t *with)
{
	free(text);
	if (!with)
		abort();
	return with;
}

/*
 * An accent is a mark that no script has for itself, as opposed to the vowels of Devanagari or
 * Thai. The voicing marks of kana look like accents and are none: without them it is another
 * letter.
 */
static bool is_accent(ucs4_t c)
{
	const uc_script_t *script;

	if (!uc_is_general_category(c, UC_CATEGORY_M) || c == 0x3099 || c == 0x309a)
		return false;
	script = uc_script(c);
	return script && strcmp(script->name, "Inherited") == 0;
}

static bool is_apostrophe(ucs4_t c)
{
	static const ucs4_t list[] = {
		'\'', '`', 0xb4, 0x2bb, 0x2bc, 0x2018, 0x2019, 0x201b, 0x2032, 0xff07,
	};

	for (size_t i = 0; i < COUNT_OF(list); i++) {
		if (list[i] == c)
			return true;
	}
	return false;
}

static bool is_letter(ucs4_t c)
{
	return uc_is_general_category(c, UC_CATEGORY_L);
}

static bool is_of_word(ucs4_t c)
{
	return is_letter(c) || uc_is_general_category(c, UC_CATEGORY_N) ||
	       uc_is_general_category(c, UC_CATEGORY_M);
}

/* The name in upper case without accents. For free(). */
static ucs4_t *normalise(const char *name, size_t *length)
{
	ucs4_t *text = decode(name, length);
	size_t kept = 0;

	text = replace(text, u32_normalize(UNINORM_NFD, text, *length, NULL, length));
	for (size_t i = 0; i < *length; i++) {
		if (!is_accent(text[i]))
			text[kept++] = text[i];
	}
	*length = kept;
	return replace(text, u32_toupper(text, *length, NULL, UNINORM_NFC, NULL, length));
}

static void add_word(struct words *words, const ucs4_t *text, size_t length)
{
	uint8_t *utf8;
	size_t bytes;

	if (length == 0)
		return;
	words->items = mem_grow(words->items, &words->capacity, words->count, sizeof *words->items);
	utf8 = u32_to_u8(text, length, NULL, &bytes);
	if (!utf8)
		abort();
	words->items[words->count].text = mem_strndup((const char *)utf8, bytes);
	words->items[words->count].single = length == 1 && is_letter(text[0]);
	words->count++;
	free(utf8);
}

static void cut_into_words(ucs4_t *text, size_t length, struct words *words)
{
	static const ucs4_t and[] = { 'A', 'N', 'D' };
	size_t used = 0;

	/* The word grows in place at the front of what has been read. */
	for (size_t i = 0; i < length; i++) {
		ucs4_t c = text[i];

		if (is_apostrophe(c))
			continue;
		if (is_of_word(c)) {
			text[used++] = c;
			continue;
		}
		add_word(words, text, used);
		used = 0;
		if (c == '&' || c == 0xff06)
			add_word(words, and, COUNT_OF(and));
	}
	add_word(words, text, used);
}

static bool is_legal_form(const char *word)
{
	for (size_t i = 0; i < COUNT_OF(legal_forms); i++) {
		if (strcmp(word, legal_forms[i]) == 0)
			return true;
	}
	return false;
}

static char *join(const struct words *words)
{
	size_t bytes = 1;
	char *out, *end;

	for (size_t i = 0; i < words->count; i++)
		bytes += strlen(words->items[i].text) + 1;
	out = end = mem_zalloc(bytes, 1);
	for (size_t i = 0; i < words->count; i++) {
		const struct word *word = &words->items[i];
		size_t length = strlen(word->text);

		if (i > 0 && !(word->single && words->items[i - 1].single))
			*end++ = ' ';
		memcpy(end, word->text, length);
		end += length;
	}
	return out;
}

/* Cuts THE from the beginning, then legal forms from the end, of words that one blank separates. */
static void drop_forms(char *key)
{
	char *space;

	while (strncmp(key, "THE ", 4) == 0)
		memmove(key, key + 4, strlen(key + 4) + 1);
	while ((space = strrchr(key, ' ')) && is_legal_form(space + 1))
		*space = '\0';
}

char *namekey_of(const char *name)
{
	struct words words = { 0 };
	size_t length;
	ucs4_t *text = normalise(name, &length);
	char *key;

	cut_into_words(text, length, &words);
	key = join(&words);
	drop_forms(key);
	for (size_t i = 0; i < words.count; i++)
		free(words.items[i].text);
	free(words.items);
	free(text);
	return key;
}
