/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which names of one list stand in another one as well. */
#include "measure/matching.h"

#include "base/mem.h"
#include "base/text.h"
#include "measure/namekey.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

typedef char *folder(const char *name);

/* The same but for case and white space. */
static char *spelling_of(const char *name)
{
	char *tidy = text_tidy(name), *fold = text_fold(tidy);

	free(tidy);
	return fold;
}

static char **fold_all(const struct matching_name *names, size_t count, folder *fold)
{
	char **folds = mem_zalloc(count, sizeof *folds);

	for (size_t i = 0; i < count; i++)
		folds[i] = fold(names[i].text);
	return folds;
}

static void free_all(char **folds, size_t count)
{
	for (size_t i = 0; i < count; i++)
		free(folds[i]);
	free(folds);
}

/* The first name of now that is free yet and folds to the same; MATCHING_NONE where there is none. */
static size_t find(const char *fold, int group, const struct matching_name *now, char *const *folds, size_t count,
	const bool *taken)
{
	for (size_t i = 0; fold[0] && i < count; i++)
		if (!taken[i] && now[i].group == group && strcmp(folds[i], fold) == 0)
			return i;
	return MATCHING_NONE;
}

size_t matching_of(const struct matching_name *then, size_t then_count, const struct matching_name *now, size_t now_count,
	size_t *partners)
{
	static folder *const folders[] = { spelling_of, namekey_of };
	bool *taken = mem_zalloc(now_count, sizeof *taken);
	size_t found = 0;

	for (size_t i = 0; i < then_count; i++)
		partners[i] = MATCHING_NONE;
	for (size_t f = 0; f < COUNT_OF(folders); f++) {
		char **then_folds = fold_all(then, then_count, folders[f]);
		char **now_folds = fold_all(now, now_count, folders[f]);

		for (size_t i = 0; i < then_count; i++) {
			if (partners[i] != MATCHING_NONE)
				continue;
			partners[i] = find(then_folds[i], then[i].group, now, now_folds, now_count, taken);
			if (partners[i] == MATCHING_NONE)
				continue;
			taken[partners[i]] = true;
			found++;
		}
		free_all(then_folds, then_count);
		free_all(now_folds, now_count);
	}
	free(taken);
	return found;
}
