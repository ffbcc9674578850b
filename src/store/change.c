/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes of a session, and undoing them. */
#include "store/store.h"

#include "base/date.h"
#include "base/i18n.h"
#include "store/apply.h"
#include "store/carry.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/retract.h"
#include "store/statement.h"

#include <stdlib.h>
#include <string.h>

/* Keeps the time of the change, what the list of sessions shows, and that this run of the program changed it. */
static int touch(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_TOUCH, id, err);
	int changed;

	query_int(&query, ":now", clock_now());
	changed = query_run(&query);
	if (changed == 0)
		return load_none(id, err);
	return changed < 0 || carry_recount(store, id, err) != 0 ? -1 : apply_sitting(store, id, err);
}

/* Touches and reads the session anew, commits, and only then gives the caller what was read. */
static int conclude(struct store *store, const char *opener, struct session *session, bool secret,
	struct err *err)
{
	struct session *fresh = NULL;

	if (touch(store, session->id, err) == 0 && journal_even(store, session->id, &secret, err) == 0)
		fresh = load_fresh(store, session, err);
	if (transaction_end(store, opener, fresh ? 0 : -1, err) != 0) {
		load_drop(fresh);
		return -1;
	}
	load_take(session, fresh);
	if (secret)
		store_checkpoint(store);
	return 0;
}

/* What is set aside is not gone on with by the way, and what is cancelled stays as it was. */
static int check_halted(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	bool head = change->kind == CHANGE_SESSION;
	bool goes_on = change_is_answer(change) || (head && change->field && strcmp(change->field, "state") == 0);
	struct query query;
	int halt;

	if (head && !goes_on)
		return 0;
	query = query_session(store, SQL_SESSION_HALTED, session->id, err);
	if (query_next(&query) < 1)
		return -1;
	halt = query_get_name(&query, 0, session_halt_parse);
	query_end(&query);
	if (halt == HALT_CANCELLED)
		return err_set(err, ERR_FAILED, _("the session is cancelled: take that back before you change it"));
	if (halt == HALT_SET_ASIDE && goes_on)
		return err_set(err, ERR_FAILED, _("the session is set aside: go on with it first"));
	return 0;
}

static int apply_all(struct store *store, const struct session *session, const struct changes *changes,
	struct err *err)
{
	for (size_t i = 0; i < changes->count; i++) {
		apply_change *apply = apply_find(changes->items[i].kind);

		if (!apply)
			return err_set(err, ERR_INPUT, _("unknown kind of change: %d"),
				(int)changes->items[i].kind);
		if (check_halted(store, session, &changes->items[i], err) != 0 ||
		    apply(store, session, &changes->items[i], err) != 0)
			return -1;
	}
	return retract_note(store, session, err);
}

static int apply(struct store *store, struct session *session, const struct changes *changes, bool aside,
	struct err *err)
{
	const char *label = changes->label ? changes->label : "";
	bool secret = false, kept;
	int64_t found;
	int result;

	if (store_begin(store, __func__, err) != 0)
		return -1;
	result = load_exists(store, session->id, &found, err);
	/* Said plainly, before a foreign key says it. */
	if (result == 0 && !found)
		result = load_none(session->id, err);
	if (result == 0)
		result = apply_all(store, session, changes, err);
	/* Whoever leads may take back what else the step is, but not how these were asked. */
	for (size_t i = 0; aside && result == 0 && i < changes->count; i++)
		if (changes->items[i].kind == CHANGE_BALLOT)
			result = apply_fix_begun(store, session, changes->items[i].step, err);
	if (result == 0)
		result = aside ? journal_pass(store, session->id, &secret, err) :
				 journal_keep(store, session->id, label, &kept, &secret, err);
	if (result == 0)
		return conclude(store, __func__, session, secret, err);
	store_rollback(store, __func__);
	return -1;
}

int store_apply(struct store *store, struct session *session, const struct changes *changes,
	struct err *err)
{
	return apply(store, session, changes, false, err);
}

int store_apply_aside(struct store *store, struct session *session, const struct changes *changes,
	struct err *err)
{
	return apply(store, session, changes, true, err);
}

static int undo(struct store *store, struct session *session, bool again, char **label,
	struct err *err)
{
	bool secret = false;
	int got;

	*label = NULL;
	if (store_begin(store, __func__, err) != 0)
		return -1;
	got = journal_undo(store, session, again, label, &secret, err);
	if (got < 1)
		store_rollback(store, __func__);
	else if (conclude(store, __func__, session, secret, err) != 0)
		got = -1;
	if (got < 1) {
		free(*label);
		*label = NULL;
	}
	return got;
}

int store_undo(struct store *store, struct session *session, char **label, struct err *err)
{
	return undo(store, session, false, label, err);
}

int store_redo(struct store *store, struct session *session, char **label, struct err *err)
{
	return undo(store, session, true, label, err);
}
