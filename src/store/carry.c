/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions that a session takes up from the one that it follows. Nothing is written there but how many are open. */
#include "store/carry.h"

#include "base/i18n.h"
#include "model/session.h"
#include "store/statement.h"

/* Whether somebody else has taken it up, or we have. */
static int check_free(struct store *store, const struct session *session, const struct carry *carry, struct err *err)
{
	struct query query = query_session(store, SQL_ITEM_TAKEN_UP, session->id, err);
	int got;

	query_text(&query, ":from", carry->session);
	query_int(&query, ":item", carry->item);
	got = query_next(&query);
	if (got < 1)
		return got;
	if (query_get(&query, 1, 0, 1) == 1)
		got = err_set(err, ERR_FAILED, _("action %s/%d is settled here already"), carry->session, carry->item);
	else
		got = err_set(err, ERR_FAILED,
			_("action %s/%d has been taken up by session '%s': cancel or delete that one first"),
			carry->session, carry->item, query_peek(&query, 0));
	query_end(&query);
	return got;
}

int carry_check(struct store *store, const struct session *session, struct carry *carry, struct err *err)
{
	struct query query;
	bool open;
	int got;

	carry->times = 0;
	if (!carry->session)
		return 0;
	query = query_session(store, SQL_ITEM_CARRIED, session->id, err);
	query_text(&query, ":from", carry->session);
	query_int(&query, ":item", carry->item);
	got = query_next(&query);
	if (got < 0)
		return -1;
	if (got == 0)
		return err_set(err, ERR_INPUT, _("no action %s/%d in a session that this one follows"), carry->session,
			carry->item);
	carry->times = (int)query_get(&query, 0, 0, INT32_MAX - 1) + 1;
	open = query_get(&query, 1, 0, 1) == 1;
	query_end(&query);
	if (!open)
		return err_set(err, ERR_FAILED, _("action %s/%d is not open any more"), carry->session, carry->item);
	return check_free(store, session, carry, err);
}

int carry_check_pending(struct store *store, struct err *err)
{
	struct query query = query_start(store, SQL_PENDING_TAKEN_UP, err);
	int got = query_next(&query);

	if (got < 1)
		return got;
	err_set(err, ERR_FAILED, _("session '%s' has taken this action up meanwhile: '%s'"), query_peek(&query, 0),
		query_peek(&query, 1));
	query_end(&query);
	return -1;
}

int carry_recount(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_RECOUNT, id, err);

	return query_run(&query) < 0 ? -1 : 0;
}

int carry_let_go(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_SET_CANCELLED, id, err);

	return query_run(&query) < 0 ? -1 : carry_recount(store, id, err);
}
