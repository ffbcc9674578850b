/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The index of the search: whose its rows are, and how they follow the sessions. */
#include "store/search-index.h"

#include "base/date.h"
#include "store/database.h"
#include "store/search-text.h"
#include "store/search.h"
#include "store/statement.h"

#include <sqlite3.h>
#include <stdlib.h>
#include <string.h>

#define KIND_SHIFT SEARCH_REF_BITS
#define KINDS 15
#define SESSION_SHIFT 20
#define SESSIONS 8388607
#define DAY_SHIFT 43

extern const char store_sql_search[];

/* A row that is to be there. */
struct entry_row {
	int64_t row;
	char *words, *more;
	const char *step;
	bool there; /* just so already */
};

int search_failed(struct store *store)
{
	int code = sqlite3_errcode(store->db) & 0xff;

	/* FTS5 says the latter of tables of its own that are not there. A query of ours that is wrong is none of these. */
	if (code == SQLITE_CORRUPT || (code == SQLITE_ERROR && strncmp(sqlite3_errmsg(store->db), "fts5: ", 6) != 0))
		store->search_failed = true;
	return -1;
}

/* Rows. */

struct search_range search_of_bank(int64_t bank)
{
	int64_t first = (SESSIONS - bank) << SEARCH_REF_BITS;

	return (struct search_range){ .low = -(first + SEARCH_REFS), .high = -(first + 1) };
}

enum mention_kind search_kind(int64_t row)
{
	return row < 0 ? MENTION_PROMPT : (enum mention_kind)(KINDS - ((row >> KIND_SHIFT) & KINDS));
}

int search_ref(int64_t row)
{
	return row < 0 ? 0 : (int)(SEARCH_REFS - (row & SEARCH_REFS));
}

int64_t search_bank(int64_t row)
{
	return SESSIONS - ((-row - 1) >> SEARCH_REF_BITS);
}

static struct search_range range_from(int64_t low)
{
	return (struct search_range){ .low = low, .high = low | ((INT64_C(1) << SESSION_SHIFT) - 1) };
}

/* What is in the session's own row about its place. */
struct place {
	int64_t bank;
	int64_t now;  /* where its rows are to begin */
	int64_t kept; /* where they do; 0 for nowhere */
};

static int read_place(struct store *store, const char *session, struct place *place, struct err *err)
{
	struct query query = query_session(store, SQL_SEARCH_PLACE, session, err);
	int got = query_next(&query), day;

	*place = (struct place){ 0 };
	if (got < 1)
		return got;
	day = query_get_day(&query, 1);
	place->now = (day == DAY_NONE ? 0 : (int64_t)(day - date_from_civil(1900, 1, 1) + 1) << DAY_SHIFT) |
		     query_get(&query, 0, 1, SESSIONS) << SESSION_SHIFT;
	place->bank = query_get(&query, 2, 1, SESSIONS);
	place->kept = query_get(&query, 3, 0, INT64_MAX);
	query_end(&query);
	return 0;
}

int search_range(struct store *store, const char *session, struct search_range *range, struct err *err)
{
	struct place place;

	*range = (struct search_range){ 0 };
	if (read_place(store, session, &place, err) != 0)
		return -1;
	if (place.kept)
		*range = range_from(place.kept);
	return 0;
}

static int64_t row_of(const struct mention *mention, int64_t low)
{
	return low | (int64_t)(KINDS - (int)mention->kind) << KIND_SHIFT | (SEARCH_REFS - mention->ref);
}

static int compare(const void *a, const void *b)
{
	const struct entry_row *x = a, *y = b;

	return (x->row > y->row) - (x->row < y->row);
}

/* In the order of their numbers, for drop_rows. */
static struct entry_row *rows_of(const struct mentions *mentions, int64_t low, size_t *count)
{
	struct entry_row *rows = mem_zalloc(mentions->count, sizeof *rows);

	*count = 0;
	for (size_t i = 0; i < mentions->count; i++) {
		const struct mention *mention = &mentions->items[i];

		/* Nobody has so many. */
		if (mention->ref < 0 || mention->ref > SEARCH_REFS)
			continue;
		rows[(*count)++] = (struct entry_row){
			.row = low < 0 ? low + SEARCH_REFS - 1 - (int64_t)i : row_of(mention, low),
			.words = search_part(mention->words),
			.more = search_part(mention->more),
			.step = mention->step,
		};
	}
	qsort(rows, *count, sizeof *rows, compare);
	return rows;
}

static void drop_rows(struct entry_row *rows, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(rows[i].words);
		free(rows[i].more);
	}
	free(rows);
}

/* Writing. */

static int remove_range(struct store *store, struct search_range range, struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_REMOVE, err);

	query_int(&query, ":low", range.low);
	query_int(&query, ":high", range.high);
	return query_run(&query) < 0 ? search_failed(store) : 0;
}

static int add_row(struct store *store, const struct entry_row *row, struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_ADD, err);

	query_int(&query, ":row", row->row);
	query_text(&query, ":words", row->words);
	query_text(&query, ":more", row->more);
	query_text(&query, ":step", row->step);
	return query_run(&query) < 0 ? search_failed(store) : 0;
}

/* Rows that are to go, by number. */
struct numbers {
	int64_t *items;
	size_t count, capacity;
};

/* Which rows are there just as they should be, and which have to go. Both lists are in the order of their numbers. */
static int compare_rows(struct store *store, struct search_range range, struct entry_row *rows, size_t count,
	struct numbers *gone, struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_ROWS, err);
	size_t at = 0;
	int got;

	query_int(&query, ":low", range.low);
	query_int(&query, ":high", range.high);
	while ((got = query_next(&query)) == 1) {
		int64_t number = query_get(&query, 0, INT64_MIN, INT64_MAX);

		while (at < count && rows[at].row < number)
			at++;
		if (at < count && rows[at].row == number && strcmp(rows[at].words, query_peek(&query, 1)) == 0 &&
		    strcmp(rows[at].more, query_peek(&query, 2)) == 0 &&
		    strcmp(rows[at].step, query_peek(&query, 3)) == 0) {
			rows[at].there = true;
			continue;
		}
		gone->items = mem_grow(gone->items, &gone->capacity, gone->count, sizeof *gone->items);
		gone->items[gone->count++] = number;
	}
	return got < 0 ? search_failed(store) : 0;
}

static int write_rows(struct store *store, struct search_range range, const struct mentions *mentions, struct err *err)
{
	struct numbers gone = { 0 };
	size_t count;
	struct entry_row *rows = rows_of(mentions, range.low, &count);
	int result = compare_rows(store, range, rows, count, &gone, err);

	for (size_t i = 0; result == 0 && i < gone.count; i++)
		result = remove_range(store, (struct search_range){ gone.items[i], gone.items[i] }, err);
	for (size_t i = 0; result == 0 && i < count; i++)
		if (!rows[i].there)
			result = add_row(store, &rows[i], err);
	drop_rows(rows, count);
	free(gone.items);
	return result;
}

static int keep_bank(struct store *store, const struct bank *bank, int64_t number, struct err *err)
{
	struct search_range range = search_of_bank(number);
	struct query query = query_start(store, SQL_SEARCH_ANY, err);
	struct mentions mentions = { 0 };
	int64_t any;
	int result;

	query_int(&query, ":low", range.low);
	query_int(&query, ":high", range.high);
	if (query_value(&query, 0, &any) != 0)
		return search_failed(store);
	if (any)
		return 0;
	mentions_of_bank(bank, &mentions);
	result = write_rows(store, range, &mentions, err);
	mentions_release(&mentions);
	return result;
}

int search_keep(struct store *store, const struct session *session, const struct mentions *mentions, struct err *err)
{
	struct place place;
	struct query query;

	if (read_place(store, session->id, &place, err) != 0)
		return -1;
	if (place.kept != place.now) {
		/* It lies elsewhere on another day. */
		if (place.kept && remove_range(store, range_from(place.kept), err) != 0)
			return -1;
		query = query_session(store, SQL_SEARCH_PLACED, session->id, err);
		query_int(&query, ":low", place.now);
		if (query_run(&query) < 0)
			return -1;
	}
	if (write_rows(store, range_from(place.now), mentions, err) != 0)
		return -1;
	return keep_bank(store, session->bank, place.bank, err);
}

/* A damaged index is no reason to keep a session: it is made anew, which leaves nothing of it, either. */
static int unless_damaged(struct store *store, int result, struct err *err)
{
	return result != 0 && store->search_failed ? search_renew(store, err) : result;
}

int search_forget(struct store *store, const char *session, struct err *err)
{
	struct search_range range;

	if (search_range(store, session, &range, err) != 0)
		return -1;
	return range.low ? unless_damaged(store, remove_range(store, range, err), err) : 0;
}

static int remove_banks(struct store *store, struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_BANKS_UNUSED, err);
	struct numbers unused = { 0 };
	int got;

	while ((got = query_next(&query)) == 1) {
		unused.items = mem_grow(unused.items, &unused.capacity, unused.count, sizeof *unused.items);
		unused.items[unused.count++] = query_get(&query, 0, 1, SESSIONS);
	}
	for (size_t i = 0; got == 0 && i < unused.count; i++)
		got = remove_range(store, search_of_bank(unused.items[i]), err);
	free(unused.items);
	return got;
}

static int optimize(struct store *store, struct err *err)
{
	struct query query = query_start(store, SQL_SEARCH_OPTIMIZE, err);

	return query_run(&query) < 0 ? search_failed(store) : 0;
}

int search_forget_banks(struct store *store, struct err *err)
{
	return unless_damaged(store, remove_banks(store, err), err);
}

int search_wipe(struct store *store, struct err *err)
{
	int result = remove_banks(store, err);

	if (result == 0)
		result = optimize(store, err);
	return unless_damaged(store, result, err);
}

/* Making it anew. */

/*
 * FTS5 lets no table be dropped of whose own tables it can make nothing, and we let nobody write to these: so for a moment
 * they become those of a table that is empty. Where that fails, dropping says why.
 */
static void make_droppable(struct store *store)
{
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 0, NULL);
	sqlite3_exec(store->db,
		"DELETE FROM search_data; DELETE FROM search_idx;"
		"INSERT INTO search_data (id, block) VALUES (1, x''), (10, x'00000000000000');"
		"INSERT OR REPLACE INTO search_config (k, v) VALUES ('version', 4);",
		NULL, NULL, NULL);
	sqlite3_db_config(store->db, SQLITE_DBCONFIG_DEFENSIVE, 1, NULL);
}

int search_renew(struct store *store, struct err *err)
{
	struct query query;

	store->search_failed = false;
	make_droppable(store);
	if (store_execute(store, "DROP TABLE IF EXISTS search", err) != 0 ||
	    store_execute(store, store_sql_search, err) != 0)
		return -1;
	query = query_start(store, SQL_SESSIONS_STALE, err);
	return query_run(&query) < 0 ? -1 : 0;
}

int store_heal_search(struct store *store, struct err *err)
{
	if (!store->search_failed || store->search_renewed)
		return 0;
	store->search_renewed = true;
	if (store_begin(store, __func__, err) != 0)
		return -1;
	return transaction_end(store, __func__, search_renew(store, err) == 0 ? 1 : -1, err);
}
