/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What an outsider may not understand: figures, acronyms, and a sentence that does not end. */
#include "instrument/outsider.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "measure/plain.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define WORDS_SHOWN 4

/* Names and ids of the sides; ids as acronyms, too. */
struct known {
	char *ids[SIDES];
	const char *words[3 * SIDES];
};

static void known_init(struct known *known, const struct bank *bank)
{
	size_t count = 0;

	for (int side = 0; side < SIDES; side++) {
		known->ids[side] = mem_strdup(bank->sides[side].id);
		for (char *c = known->ids[side]; *c; c++)
			*c = (char)toupper((unsigned char)*c);
		known->words[count++] = bank->sides[side].name;
		known->words[count++] = bank->sides[side].id;
		known->words[count++] = known->ids[side];
	}
}

static void known_release(struct known *known)
{
	for (int side = 0; side < SIDES; side++)
		free(known->ids[side]);
}

static bool is_same(const char *text, const struct plain_span *a, const struct plain_span *b)
{
	return a->length == b->length && memcmp(text + a->at, text + b->at, a->length) == 0;
}

/* "'GFLOPS', '357' and '2U'" for free(); each word once. count gets how many are named. */
static char *words_text(const char *text, const struct plain *plain, size_t *count)
{
	char *words[WORDS_SHOWN] = { NULL }, *all;
	bool more = false;
	struct str line;

	*count = 0;
	for (size_t i = 0; i < plain->count; i++) {
		bool again = false;

		for (size_t j = 0; j < i; j++)
			again = again || is_same(text, &plain->spans[i], &plain->spans[j]);
		if (again)
			continue;
		more = *count == WORDS_SHOWN;
		if (more)
			break;
		words[(*count)++] = mem_strndup(text + plain->spans[i].at, plain->spans[i].length);
	}
	str_init(&line);
	for (size_t i = 0; i + 1 < *count; i++)
		str_printf(&line, "%s'%s'", i ? ", " : "", words[i]);
	if (*count == 1)
		str_printf(&line, "'%s'", words[0]);
	if (more)
		all = mem_printf(_("%s, '%s' and others"), line.data, words[*count - 1]);
	else if (*count > 1)
		all = mem_printf(_("%s and '%s'"), line.data, words[*count - 1]);
	else
		all = mem_strdup(line.data);
	for (size_t i = 0; i < *count; i++)
		free(words[i]);
	str_release(&line);
	return all;
}

char *outsider_text(const struct bank *bank, const char *text)
{
	struct known known;
	struct plain plain;
	char *words, *out = NULL;
	size_t count;

	known_init(&known, bank);
	plain_of(text, known.words, COUNT_OF(known.words), &plain);
	words = words_text(text, &plain, &count);
	if (count && plain.too_long)
		out = mem_printf(P_("For an outsider: %s needs explaining; %zu words, %d are enough.",
					 "For an outsider: %s need explaining; %zu words, %d are enough.", count),
			words, plain.words, PLAIN_MOST_WORDS);
	else if (count)
		out = mem_printf(P_("For an outsider: %s needs explaining.",
				    "For an outsider: %s need explaining.", count),
			words);
	else if (plain.too_long)
		out = mem_printf(_("For an outsider: %zu words, %d are enough."), plain.words, PLAIN_MOST_WORDS);
	free(words);
	plain_release(&plain);
	known_release(&known);
	return out;
}
