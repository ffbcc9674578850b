/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: what was said in all sessions, by its words. */
#include "base/date.h"
#include "store/database.h"
#include "store/search-index.h"
#include "store/search-text.h"
#include "store/search.h"
#include "store/statement.h"

#include <stdlib.h>
#include <string.h>

/* One question for every four others. */
#define PROMPTS(limit) ((limit) / 4 + 1)

static struct hit *add_hit(struct hits *hits, struct query *query)
{
	int64_t row = query_get(query, 0, INT64_MIN, INT64_MAX);
	struct hit *hit;

	hits->items = mem_grow(hits->items, &hits->capacity, hits->count, sizeof *hits->items);
	hit = &hits->items[hits->count++];
	*hit = (struct hit){ .kind = search_kind(row), .ref = search_ref(row), .step = query_get_line(query, 3) };
	/* There are no others, unless somebody else has written them. */
	if (hit->kind > MENTION_PROMPT)
		query->damaged = query->store->search_failed = true;
	if (hit->kind == MENTION_PROMPT)
		hit->bank = search_bank(row);
	search_read(query_peek(query, 1), &hit->words);
	search_read(query_peek(query, 2), &hit->more);
	return hit;
}

/* From a column on. */
static void read_head(struct query *query, int column, struct session_head *head)
{
	head->id = query_get_line(query, column);
	head->title = query_get_line(query, column + 1);
	head->organisation = query_get_line(query, column + 2);
	head->date = query_get_day(query, column + 3);
	head->state = (enum session_state)query_get_name(query, column + 4, session_state_parse);
	head->halt = (enum session_halt)query_get_name(query, column + 5, session_halt_parse);
}

static struct query start(struct store *store, enum sql sql, const char *words, struct search_range range, size_t limit,
	struct err *err)
{
	struct query query = query_start(store, sql, err);

	query_text(&query, ":words", words);
	query_int(&query, ":low", range.low);
	query_int(&query, ":high", range.high);
	query_int(&query, ":limit", (int64_t)limit);
	return query;
}

static int find_mentions(struct store *store, const char *words, struct search_range range, size_t limit,
	struct hits *hits, struct err *err)
{
	struct query query = start(store, SQL_SEARCH_MENTIONS, words, range, limit + 1, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		struct hit *hit;

		if (hits->count == limit) {
			hits->more = true;
			query_end(&query);
			return 0;
		}
		hit = add_hit(hits, &query);
		read_head(&query, 4, &hit->head);
		hit->done = (hit->kind == MENTION_ACTION || hit->kind == MENTION_PARKED) && query_get(&query, 10, 0, 1);
		hit->dropped = hit->kind == MENTION_ACTION && query_get(&query, 11, 0, 1);
		hit->carried = hit->kind == MENTION_ACTION && query_get(&query, 12, 0, 1);
	}
	return got < 0 ? search_failed(store) : 0;
}

static void bind_asked(struct query *query, const struct hit *hit, char **module)
{
	*module = mem_strndup(hit->step, strcspn(hit->step, "/"));
	query_int(query, ":bank", hit->bank);
	query_text(query, ":module", *module);
}

static void copy_head(struct session_head *head, const struct session_head *other)
{
	head->id = mem_strdup(other->id);
	head->title = mem_strdup(other->title);
	head->organisation = mem_strdup(other->organisation);
	head->date = other->date;
	head->state = other->state;
	head->halt = other->halt;
}

static int find_asked(struct store *store, struct hit *hit, struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_ASKED_LATELY, err);
	char *module;
	int got;

	bind_asked(&query, hit, &module);
	got = query_next(&query);
	if (got == 1) {
		read_head(&query, 0, &hit->head);
		query_end(&query);
	} else if (got == 0) {
		hit->head.id = mem_strdup("");
		hit->head.title = mem_strdup("");
		hit->head.organisation = mem_strdup("");
		hit->head.date = DAY_NONE;
	}
	free(module);
	return got < 0 ? -1 : 0;
}

/* Banks of several versions have most questions in common. */
static bool is_known(const struct hits *hits, size_t from, const struct hit *hit)
{
	for (size_t i = from; i < hits->count; i++)
		if (&hits->items[i] != hit && strcmp(hits->items[i].step, hit->step) == 0 &&
		    strcmp(hits->items[i].words.text, hit->words.text) == 0)
			return true;
	return false;
}

/* Those that were not asked lately come after the others. */
static void put_asked_first(struct hits *hits, size_t from)
{
	for (size_t i = from; i < hits->count; i++) {
		struct hit hit = hits->items[i];
		size_t at = i;

		for (; hit.head.id[0] && at > from && !hits->items[at - 1].head.id[0]; at--)
			hits->items[at] = hits->items[at - 1];
		hits->items[at] = hit;
	}
}

static int find_prompts(struct store *store, const char *words, struct search_range range, size_t limit,
	struct hits *hits, struct err *err)
{
	struct query query = start(store, SQL_SEARCH_PROMPTS, words, range, PROMPTS(limit) * 2, err);
	size_t from = hits->count;
	int got;

	while ((got = query_next(&query)) == 1) {
		struct hit *hit = add_hit(hits, &query);

		if (is_known(hits, from, hit)) {
			hit_release(hit);
			hits->count--;
		} else if (hits->count - from > PROMPTS(limit)) {
			hit_release(hit);
			hits->count--;
			hits->more = true;
			query_end(&query);
			got = 0;
			break;
		}
	}
	if (got < 0)
		return search_failed(store);
	for (size_t i = from; i < hits->count; i++) {
		size_t same = hits_same_module(hits, from, i);

		/* The questions of a module are asked together. */
		if (same < i)
			copy_head(&hits->items[i].head, &hits->items[same].head);
		else if (find_asked(store, &hits->items[i], err) != 0)
			return -1;
	}
	put_asked_first(hits, from);
	return 0;
}

static int find(struct store *store, const char *words, const char *session, size_t limit, struct hits *hits,
	struct err *err)
{
	struct search_range range = { 1, INT64_MAX };

	if (session && search_range(store, session, &range, err) != 0)
		return -1;
	if (find_mentions(store, words, range, limit, hits, err) != 0)
		return -1;
	if (session)
		return 0;
	return find_prompts(store, words, (struct search_range){ INT64_MIN, -1 }, limit, hits, err);
}

int store_search(struct store *store, const char *typed, const char *session, size_t limit, struct hits *hits,
	struct err *err)
{
	char *words = search_query(typed);
	struct err failure = { 0 };
	int result;

	*hits = (struct hits){ 0 };
	if (!words)
		return 0;
	if (transaction_read(store, __func__, err) != 0) {
		free(words);
		return -1;
	}
	result = find(store, words, session, limit, hits, &failure);
	store_rollback(store, __func__);
	free(words);
	if (result == 0)
		return 0;
	hits_release(hits);
	result = store_heal_search(store, err);
	hits->renewed = result == 1;
	if (result == 0)
		return err_set(err, failure.code, "%s", failure.message);
	return result < 0 ? -1 : 0;
}

int store_asked(struct store *store, const struct hit *hit, char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_ASKED, err);
	char *module;
	int got;

	id[0] = '\0';
	bind_asked(&query, hit, &module);
	got = query_next(&query);
	if (got == 1) {
		strncat(id, query_peek(&query, 0), SESSION_ID_LENGTH);
		query_end(&query);
	}
	free(module);
	return got;
}
