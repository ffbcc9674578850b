/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Undo: sets of images, kept, put back, and put back again. */
#include "store/journal.h"

#include "base/mem.h"
#include "model/session.h"
#include "store/carry.h"
#include "store/database.h"
#include "store/retract.h"
#include "store/statement.h"

#include <stdlib.h>

static int run(struct store *store, enum sql sql, struct err *err)
{
	struct query query = query_start(store, sql, err);

	return query_run(&query) < 0 ? -1 : 0;
}

static int run_session(struct store *store, enum sql sql, const char *session, struct err *err)
{
	struct query query = query_session(store, sql, session, err);

	return query_run(&query) < 0 ? -1 : 0;
}

static int run_seq(struct store *store, enum sql sql, const char *session, int64_t seq,
	struct err *err)
{
	struct query query = query_session(store, sql, session, err);

	query_int(&query, ":seq", seq);
	return query_run(&query) < 0 ? -1 : 0;
}

static int is_any(struct store *store, enum sql sql, bool *any, struct err *err)
{
	struct query query = query_start(store, sql, err);
	int64_t value;

	if (query_value(&query, 0, &value) != 0)
		return -1;
	*any = value != 0;
	return 0;
}

/* Writing a round anew: within a page of the file, rows lie in the order of their writing. */

struct round {
	char *step;
	int64_t number;
};

static int run_round(struct store *store, enum sql sql, const char *session,
	const struct round *round, struct err *err)
{
	struct query query = query_session(store, sql, session, err);

	query_text(&query, ":step", round->step);
	query_int(&query, ":round", round->number);
	return query_run(&query) < 0 ? -1 : 0;
}

static int shuffle_round(struct store *store, const char *session, const struct round *round,
	struct err *err)
{
	if (run_round(store, SQL_SHUFFLE_BALLOTS_OUT, session, round, err) != 0 ||
	    run_round(store, SQL_SHUFFLE_BALLOTS_REMOVE, session, round, err) != 0 ||
	    run(store, SQL_SHUFFLE_BALLOTS_IN, err) != 0 ||
	    run_round(store, SQL_SHUFFLE_BALLOTS_COVER, session, round, err) != 0 ||
	    run_round(store, SQL_SHUFFLE_BALLOTS_UNCOVER, session, round, err) != 0 ||
	    run(store, SQL_SHUFFLE_BALLOTS_CLEAR, err) != 0)
		return -1;
	if (run_round(store, SQL_SHUFFLE_VOTED_OUT, session, round, err) != 0 ||
		run_round(store, SQL_SHUFFLE_VOTED_REMOVE, session, round, err) != 0 ||
		run(store, SQL_SHUFFLE_VOTED_IN, err) != 0 ||
		run_round(store, SQL_SHUFFLE_VOTED_COVER, session, round, err) != 0 ||
		run_round(store, SQL_SHUFFLE_VOTED_UNCOVER, session, round, err) != 0 ||
		run(store, SQL_SHUFFLE_VOTED_CLEAR, err) != 0)
		return -1;
	return 0;
}

static int shuffle(struct store *store, const char *session, struct err *err)
{
	struct query query = query_start(store, SQL_PENDING_ROUNDS, err);
	struct round *rounds = NULL;
	size_t count = 0, capacity = 0;
	int got;

	while ((got = query_next(&query)) == 1) {
		rounds = mem_grow(rounds, &capacity, count, sizeof *rounds);
		rounds[count].step = mem_strdup(query_peek(&query, 0));
		rounds[count++].number = query_get(&query, 1, 1, INT32_MAX);
	}
	for (size_t i = 0; i < count; i++) {
		if (got == 0)
			got = shuffle_round(store, session, &rounds[i], err);
		free(rounds[i].step);
	}
	free(rounds);
	return got;
}

int journal_skip(struct store *store, struct err *err)
{
	return run(store, SQL_PENDING_CLEAR, err);
}

/* Which of the twin journals a set goes to. */
static const struct {
	enum sql add, keep, limit, state, back, forth;
} twins[] = {
	{ SQL_CHANGE_ADD, SQL_CHANGE_KEEP, SQL_CHANGE_LIMIT, SQL_CHANGE_STATE, SQL_JOURNAL_BACK,
	  SQL_JOURNAL_FORTH },
	{ SQL_SECRET_ADD, SQL_SECRET_KEEP, SQL_SECRET_LIMIT, SQL_SECRET_STATE, SQL_SECRET_BACK,
	  SQL_SECRET_FORTH },
};

static int keep(struct store *store, const char *session, const char *label, bool secret,
	struct err *err)
{
	struct query query;
	int64_t seq;

	if (run_session(store, SQL_CHANGE_DROP_UNDONE, session, err) != 0 ||
	    run_session(store, SQL_SECRET_DROP_UNDONE, session, err) != 0)
		return -1;
	query = query_session(store, SQL_CHANGE_NEXT, session, err);
	if (query_value(&query, 1, &seq) != 0)
		return -1;
	query = query_session(store, twins[secret].add, session, err);
	query_int(&query, ":seq", seq);
	query_text(&query, ":label", label);
	if (query_run(&query) < 0 || run_seq(store, twins[secret].keep, session, seq, err) != 0)
		return -1;
	for (size_t i = 0; i < COUNT_OF(twins); i++)
		if (run_seq(store, twins[i].limit, session, seq - JOURNAL_CHANGES, err) != 0)
			return -1;
	return 0;
}

int journal_keep(struct store *store, const char *session, const char *label, bool *kept,
	bool *secret, struct err *err)
{
	*secret = false;
	if (is_any(store, SQL_PENDING_ANY, kept, err) != 0)
		return -1;
	if (!*kept)
		return 0;
	if (is_any(store, SQL_PENDING_SECRET, secret, err) != 0 ||
	    keep(store, session, label, *secret, err) != 0)
		return -1;
	if (*secret && shuffle(store, session, err) != 0)
		return -1;
	return journal_skip(store, err);
}

int journal_pass(struct store *store, const char *session, bool *secret, struct err *err)
{
	if (is_any(store, SQL_PENDING_SECRET, secret, err) != 0 ||
	    (*secret && shuffle(store, session, err) != 0))
		return -1;
	return journal_skip(store, err);
}

int journal_even(struct store *store, const char *session, bool *secret, struct err *err)
{
	struct query query = query_session(store, SQL_VOTED_EVEN, session, err);
	int changed = query_run(&query);

	if (changed <= 0)
		return changed;
	*secret = true;
	/* Which rows were written is as good as what was in them. */
	if (shuffle(store, session, err) != 0)
		return -1;
	return journal_skip(store, err);
}

static int put_all_back(struct store *store, const char *session, enum sql sql, int64_t seq,
	struct err *err)
{
	struct query query = query_session(store, sql, session, err);
	int got;

	query_int(&query, ":seq", seq);
	while ((got = query_next(&query)) == 1) {
		char *image = query_get_raw(&query, 1), *other = query_get_raw(&query, 2);

		got = journal_put_back(store, session, query_peek(&query, 0), image, other, err);
		free(image);
		free(other);
		if (got < 0) {
			query_end(&query);
			return -1;
		}
	}
	return got;
}

int journal_undo(struct store *store, const struct session *of, bool again, char **label, bool *secret,
	struct err *err)
{
	const char *session = of->id;
	struct query query = query_session(store, again ? SQL_CHANGE_UNDONE : SQL_CHANGE_NEWEST,
		session, err);
	int got = query_next(&query);
	int64_t seq;

	*label = NULL;
	if (got < 1)
		return got;
	seq = query_get(&query, 0, INT64_MIN, INT64_MAX);
	*label = query_get_line(&query, 1);
	*secret = query_get(&query, 2, 0, 1) == 1;
	query_end(&query);
	store->left = 0;
	if (put_all_back(store, session, again ? twins[*secret].forth : twins[*secret].back, seq,
		    err) != 0 ||
	    retract_check(store, of, err) != 0 || retract_note(store, of, err) != 0 || carry_check_pending(store, err) != 0)
		return -1;
	query = query_session(store, twins[*secret].state, session, err);
	query_int(&query, ":seq", seq);
	query_text(&query, ":value", again ? "done" : "undone");
	/* What is in memory alone may be gone, and with it that a step was begun: its answers still say so. */
	if (query_run(&query) < 0 || run_session(store, SQL_STEPS_ANSWERED_ADD, session, err) != 0 ||
	    run_session(store, SQL_STEPS_ANSWERED, session, err) != 0 || (*secret && shuffle(store, session, err) != 0) ||
	    journal_skip(store, err) != 0)
		return -1;
	return 1;
}

int journal_forget(struct store *store, const char *session, struct err *err)
{
	if (run_session(store, SQL_SECRET_FORGET, session, err) != 0)
		return -1;
	if (run_session(store, SQL_LINK_FORGET, session, err) != 0)
		return -1;
	/* The next set of changes is not to hold it. */
	return journal_skip(store, err);
}
