/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where a session stands, which is no change of it: the step, the blank screen, the time that was spent. */
#include "store/store.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "store/apply.h"
#include "store/clock.h"
#include "store/database.h"
#include "store/load.h"
#include "store/statement.h"

#include <string.h>

static int place(struct store *store, struct session *session, const char *step, struct err *err)
{
	struct query query;

	if (clock_leave_place(store, session, step, clock_wall(), err) != 0)
		return -1;
	query = query_session(store, SQL_SESSION_PLACE, session->id, err);
	query_text(&query, ":step", step);
	query_int(&query, ":now", clock_now());
	return query_run(&query) < 0 ? -1 : 0;
}

int store_place(struct store *store, struct session *session, const char *step, struct err *err)
{
	if (step[0] && !apply_step(session, step, err))
		return -1;
	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (transaction_end(store, __func__, place(store, session, step, err), err) != 0)
		return -1;
	mem_set(&session->place, step);
	return 0;
}

int store_blank(struct store *store, struct session *session, bool blank, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_BLANK, session->id, err);
	int changed;

	query_int(&query, ":value", blank);
	changed = query_run(&query);
	if (changed < 1)
		return changed < 0 ? -1 : load_none(session->id, err);
	session->blank = blank;
	return 0;
}

int store_spend(struct store *store, struct session *session, const char *module, int64_t seconds,
	struct err *err)
{
	struct query query;
	int changed;

	if (seconds < 0)
		return err_set(err, ERR_INPUT, _("time cannot be taken back from '%s'"), module);
	query = query_session(store, SQL_MODULE_SPEND, session->id, err);
	query_text(&query, ":module", module);
	query_int(&query, ":seconds", seconds);
	changed = query_run(&query);
	if (changed < 1)
		return changed < 0 ?
			-1 :
			err_set(err, ERR_INPUT, _("no module '%s' in the session"), module);
	for (size_t i = 0; i < session->module_count; i++)
		if (strcmp(session->modules[i].module->id, module) == 0)
			session->modules[i].seconds += seconds;
	return 0;
}
