/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions: made, found, deleted. */
#include "store/store.h"

#include "base/date.h"
#include "base/i18n.h"
#include "store/apply.h"
#include "store/carry.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/search-index.h"
#include "store/sessions.h"
#include "store/statement.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define ID_TRIES 1000

/* FNV-1a: it only finds the bank; the texts themselves are compared. */
static int64_t hash(const char *text)
{
	uint64_t value = 0xcbf29ce484222325u;

	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * 0x100000001b3u;
	return (int64_t)(value >> 1);
}

int sessions_keep_bank(struct store *store, const char *title, const char *text, int64_t *number, struct err *err)
{
	for (int i = 0; i < 2; i++) {
		struct query query = query_start(store, SQL_BANK_FIND, err);

		query_int(&query, ":hash", hash(text));
		query_text(&query, ":text", text);
		if (query_value(&query, 0, number) != 0)
			return -1;
		if (*number > 0)
			return 0;
		query = query_start(store, SQL_BANK_ADD, err);
		query_int(&query, ":hash", hash(text));
		query_text(&query, ":title", title);
		query_text(&query, ":text", text);
		if (query_run(&query) < 0)
			return -1;
	}
	return store_damaged(store, err);
}

int sessions_free_id(struct store *store, struct rng *rng, char *id, struct err *err)
{
	int64_t taken = 1;

	for (int i = 0; taken && i < ID_TRIES; i++) {
		random_id(rng, id, SESSION_ID_LENGTH);
		if (load_exists(store, id, &taken, err) != 0)
			return -1;
	}
	return taken ? err_set(err, ERR_FAILED, _("no session id is free")) : 0;
}

static int add_module(struct store *store, const char *id, const struct module *module, int minutes,
	struct err *err)
{
	struct query query = query_session(store, SQL_MODULE_ADD, id, err);

	query_text(&query, ":module", module->id);
	query_int(&query, ":minutes", minutes);
	return query_run(&query) < 0 ? -1 : 0;
}

/* The agenda's modules; all of the bank's where it has no agenda. */
static int add_modules(struct store *store, const char *id, const struct bank *bank,
	const struct agenda *agenda, struct err *err)
{
	size_t count = agenda ? agenda->entry_count : bank->module_count;

	for (size_t i = 0; i < count; i++) {
		const struct module *module = agenda ? agenda->entries[i].module :
						       &bank->modules[i];
		int minutes = agenda ? agenda->entries[i].minutes : MINUTES_USUAL;

		if (add_module(store, id, module, minutes, err) != 0)
			return -1;
	}
	return 0;
}

static int add_session(struct store *store, const struct session_plan *plan,
	const struct agenda *agenda, char *const names[3], const char *id, struct err *err)
{
	struct query query;
	int64_t bank;

	if (sessions_keep_bank(store, plan->bank->title, plan->bank_text, &bank, err) != 0)
		return -1;
	query = query_session(store, SQL_SESSION_ADD, id, err);
	query_int(&query, ":bank", bank);
	query_text(&query, ":title", names[0]);
	query_text(&query, ":organisation", names[1]);
	query_text(&query, ":facilitator", names[2]);
	query_text(&query, ":agenda", agenda ? agenda->id : "");
	query_day(&query, ":date", plan->date);
	query_text(&query, ":follows", plan->follows ? plan->follows : "");
	query_int(&query, ":now", plan->created ? plan->created : clock_now());
	if (query_run(&query) < 0 || apply_sitting(store, id, err) != 0 || add_modules(store, id, plan->bank, agenda, err) != 0)
		return -1;
	if (plan->n_min > 0) {
		query = query_session(store, SQL_SESSION_N_MIN, id, err);
		query_int(&query, ":value", plan->n_min);
		if (query_run(&query) < 0)
			return -1;
	}
	return journal_skip(store, err);
}

/* The plan's agenda, or the bank's first; NULL, with err set where the plan's is not there. */
static const struct agenda *find_agenda(const struct session_plan *plan, struct err *err)
{
	const struct agenda *agenda;

	if (!plan->agenda || !plan->agenda[0])
		return plan->bank->agenda_count ? &plan->bank->agendas[0] : NULL;
	agenda = bank_agenda(plan->bank, plan->agenda);
	if (!agenda)
		err_set(err, ERR_INPUT,
			_("the bank has no agenda '%s': 'accord bank show %s' lists them"),
			plan->agenda, plan->bank->id);
	return agenda;
}

int store_create(struct store *store, const struct session_plan *plan,
	char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	const char *raw[3] = { plan->title, plan->organisation, plan->facilitator };
	static const char *const what[3] = { "title", "organisation", "facilitator" };
	const struct agenda *agenda = find_agenda(plan, err);
	char *names[3] = { NULL, NULL, NULL };
	int result = -1;

	id[0] = '\0';
	if (!agenda && plan->agenda && plan->agenda[0])
		return -1;
	if (apply_day(plan->date, err) != 0)
		return -1;
	for (int i = 0; i < 3; i++)
		if (!(names[i] = apply_name(what[i], raw[i], err)))
			goto out;
	if (!names[0][0]) {
		err_set(err, ERR_INPUT, _("a session needs a title"));
		goto out;
	}
	if (store_begin(store, __func__, err) != 0)
		goto out;
	result = sessions_free_id(store, plan->rng, id, err);
	if (result == 0)
		result = add_session(store, plan, agenda, names, id, err);
	result = transaction_end(store, __func__, result, err);
out:
	for (int i = 0; i < 3; i++)
		free(names[i]);
	return result;
}

static int delete(struct store *store, const char *id, struct err *err)
{
	struct query query;
	int removed;

	if (carry_let_go(store, id, err) != 0)
		return -1;
	if (search_forget(store, id, err) != 0)
		return -1;
	query = query_session(store, SQL_SESSION_REMOVE, id, err);
	removed = query_run(&query);
	if (removed < 1)
		return removed < 0 ? -1 : load_none(id, err);
	if (search_wipe(store, err) != 0)
		return -1;
	query = query_start(store, SQL_BANK_SWEEP, err);
	if (query_run(&query) < 0 || journal_forget(store, id, err) != 0)
		return -1;
	return journal_skip(store, err);
}

int store_delete(struct store *store, const char *id, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (transaction_end(store, __func__, delete(store, id, err), err) != 0)
		return -1;
	/* The log would go on holding what is gone. */
	store_checkpoint(store);
	return 0;
}

/* Finding. */

static int first_id(struct store *store, enum sql sql, char *id, struct err *err)
{
	struct query query = query_start(store, sql, err);
	int got = query_next(&query);

	id[0] = '\0';
	if (got == 1) {
		strncat(id, query_peek(&query, 0), SESSION_ID_LENGTH);
		query_end(&query);
	}
	return got;
}

static int find_prefix(struct store *store, const char *name, char *id, struct err *err)
{
	struct query query = query_start(store, SQL_SESSION_PREFIX, err);
	int got;

	query_text(&query, ":name", name);
	got = query_next(&query);
	if (got < 1)
		return got < 0 ? -1 : load_none(name, err);
	strncat(id, query_peek(&query, 0), SESSION_ID_LENGTH);
	got = query_next(&query);
	if (got == 1)
		got = err_set(err, ERR_FAILED,
			_("'%s' may be session '%s' or '%s': write more of it"), name, id,
			query_peek(&query, 0));
	query_end(&query);
	return got;
}

int store_resolve(struct store *store, const char *name, char id[SESSION_ID_LENGTH + 1],
	struct err *err)
{
	char low[SESSION_ID_LENGTH + 1] = "";
	size_t length = strlen(name);
	int got;

	id[0] = '\0';
	if (strcmp(name, "last") == 0) {
		got = first_id(store, SQL_SESSION_LAST, id, err);
		if (got == 0)
			return err_set(err, ERR_FAILED,
				_("there is no session yet: 'accord new' makes one"));
		return got < 0 ? -1 : 0;
	}
	if (length == 0 || length > SESSION_ID_LENGTH)
		return load_none(name, err);
	for (size_t i = 0; i < length; i++)
		low[i] = (char)tolower((unsigned char)name[i]);
	return find_prefix(store, low, id, err);
}

int store_unfinished(struct store *store, char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	return first_id(store, SQL_SESSION_UNFINISHED, id, err) == 1 ? 0 : -1;
}
