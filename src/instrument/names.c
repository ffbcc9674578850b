/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Which spellings of vendors may be one. A person confirms each; nothing is merged behind anybody's back. */
#include "instrument/analysis.h"

#include "base/text.h"
#include "measure/namekey.h"

#include <stdlib.h>
#include <string.h>

struct spelling {
	const char *name;
	char *fold, *key;
};

static bool is_known(const struct spelling *spellings, size_t count, const char *fold)
{
	for (size_t i = 0; i < count; i++)
		if (strcmp(spellings[i].fold, fold) == 0)
			return true;
	return false;
}

static const struct merge *find_merge(const struct session *session, const char *step, const char *a, const char *b)
{
	for (size_t i = 0; i < session->merge_count; i++) {
		const struct merge *merge = &session->merges[i];

		if (strcmp(merge->step, step) == 0 && strcmp(merge->a, a) == 0 && strcmp(merge->b, b) == 0)
			return merge;
	}
	return NULL;
}

static void add_pair(struct name_pairs *pairs, const struct session *session, const char *step,
	const struct spelling *x, const struct spelling *y)
{
	bool swapped = strcmp(x->fold, y->fold) > 0;
	const struct spelling *a = swapped ? y : x, *b = swapped ? x : y;
	const struct merge *merge = find_merge(session, step, a->fold, b->fold);
	enum same_vendor alike = same_vendor(a->key, b->key);

	if (!merge && alike == VENDOR_DIFFERENT)
		return;
	pairs->items = mem_grow(pairs->items, &pairs->capacity, pairs->count, sizeof *pairs->items);
	pairs->items[pairs->count++] = (struct name_pair){
		.a = a->name,
		.b = b->name,
		.fold_a = mem_strdup(a->fold),
		.fold_b = mem_strdup(b->fold),
		.alike = alike,
		.settled = merge != NULL,
		.same = merge ? merge->same : alike == VENDOR_EQUAL_KEY,
	};
	pairs->open += !merge;
}

void name_pairs_init(struct name_pairs *pairs, const struct session *session, const struct step *step)
{
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t row_count = session_rows(session, step->key, rows), count = 0;
	struct spelling *spellings = mem_zalloc(row_count, sizeof *spellings);

	*pairs = (struct name_pairs){ 0 };
	for (size_t i = 0; i < row_count; i++) {
		const char *name = row_value(rows[i], "vendor");
		char *fold = text_fold(name);

		if (!name[0] || is_known(spellings, count, fold)) {
			free(fold);
			continue;
		}
		spellings[count++] = (struct spelling){ name, fold, namekey_of(name) };
	}
	for (size_t i = 0; i < count; i++)
		for (size_t j = i + 1; j < count; j++)
			add_pair(pairs, session, step->key, &spellings[i], &spellings[j]);
	for (size_t i = 0; i < count; i++) {
		free(spellings[i].fold);
		free(spellings[i].key);
	}
	free(spellings);
	free(rows);
}

void name_pairs_release(struct name_pairs *pairs)
{
	for (size_t i = 0; i < pairs->count; i++) {
		free(pairs->items[i].fold_a);
		free(pairs->items[i].fold_b);
	}
	free(pairs->items);
	*pairs = (struct name_pairs){ 0 };
}
