/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions: made, found, changed, undone, deleted; and what is kept of them besides. */
#include "store/store.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "store/apply.h"
#include "store/clock.h"
#include "store/database.h"
#include "store/journal.h"
#include "store/load.h"
#include "store/retract.h"
#include "store/statement.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define ID_TRIES 1000
#define DRAFT_LIMIT (16 * TEXT_LIMIT) /* a form has several fields */

/* Ends the transaction by the result. */
static int finish(struct store *store, const char *opener, int result, struct err *err)
{
	if (result == 0)
		return store_commit(store, opener, err);
	store_rollback(store, opener);
	return -1;
}

/* FNV-1a: it only finds the bank; the texts themselves are compared. */
static int64_t hash(const char *text)
{
	uint64_t value = 0xcbf29ce484222325u;

	for (; *text; text++)
		value = (value ^ (unsigned char)*text) * 0x100000001b3u;
	return (int64_t)(value >> 1);
}

/* The number of the bank with this text, which is stored where it is new. */
static int keep_bank(struct store *store, const struct session_plan *plan, int64_t *number,
	struct err *err)
{
	for (int i = 0; i < 2; i++) {
		struct query query = query_start(store, SQL_BANK_FIND, err);

		query_int(&query, ":hash", hash(plan->bank_text));
		query_text(&query, ":text", plan->bank_text);
		if (query_value(&query, 0, number) != 0)
			return -1;
		if (*number > 0)
			return 0;
		query = query_start(store, SQL_BANK_ADD, err);
		query_int(&query, ":hash", hash(plan->bank_text));
		query_text(&query, ":title", plan->bank->title);
		query_text(&query, ":text", plan->bank_text);
		if (query_run(&query) < 0)
			return -1;
	}
	return store_damaged(store, err);
}

static int exists(struct store *store, const char *id, int64_t *found, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_EXISTS, id, err);

	return query_value(&query, 0, found);
}

static int free_id(struct store *store, struct rng *rng, char *id, struct err *err)
{
	int64_t taken = 1;

	for (int i = 0; taken && i < ID_TRIES; i++) {
		random_id(rng, id, SESSION_ID_LENGTH);
		if (exists(store, id, &taken, err) != 0)
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

	if (keep_bank(store, plan, &bank, err) != 0)
		return -1;
	query = query_session(store, SQL_SESSION_ADD, id, err);
	query_int(&query, ":bank", bank);
	query_text(&query, ":title", names[0]);
	query_text(&query, ":organisation", names[1]);
	query_text(&query, ":facilitator", names[2]);
	query_text(&query, ":agenda", agenda ? agenda->id : "");
	query_day(&query, ":date", plan->date);
	query_int(&query, ":now", plan->created ? plan->created : clock_now());
	if (query_run(&query) < 0 || add_modules(store, id, plan->bank, agenda, err) != 0)
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
	result = free_id(store, plan->rng, id, err);
	if (result == 0)
		result = add_session(store, plan, agenda, names, id, err);
	result = finish(store, __func__, result, err);
out:
	for (int i = 0; i < 3; i++)
		free(names[i]);
	return result;
}

static int delete(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_REMOVE, id, err);
	int removed = query_run(&query);

	if (removed < 1)
		return removed < 0 ? -1 : load_none(id, err);
	query = query_start(store, SQL_BANK_SWEEP, err);
	if (query_run(&query) < 0 || journal_forget(store, id, err) != 0)
		return -1;
	return journal_skip(store, err);
}

int store_delete(struct store *store, const char *id, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (finish(store, __func__, delete(store, id, err), err) != 0)
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

/* Changing. */

/* Keeps the time of the change, and what the list of sessions shows. */
static int touch(struct store *store, const char *id, struct err *err)
{
	struct query query = query_session(store, SQL_SESSION_TOUCH, id, err);
	int changed;

	query_int(&query, ":now", clock_now());
	changed = query_run(&query);
	if (changed == 0)
		return load_none(id, err);
	return changed < 0 ? -1 : 0;
}

/* Touches and reads the session anew, commits, and only then gives the caller what was read. */
static int conclude(struct store *store, const char *opener, struct session *session, bool secret,
	struct err *err)
{
	struct session *fresh = NULL;

	if (touch(store, session->id, err) == 0)
		fresh = load_fresh(store, session, err);
	if (finish(store, opener, fresh ? 0 : -1, err) != 0) {
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
	result = exists(store, session->id, &found, err);
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

/* What is no change. */

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
	if (finish(store, __func__, place(store, session, step, err), err) != 0)
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

int store_draft_save(struct store *store, const char *session, const char *field, const char *text,
	struct err *err)
{
	bool empty = !text || !text[0];
	struct query query;

	if (!empty && strlen(text) > DRAFT_LIMIT)
		return err_set(err, ERR_INPUT, _("'%s' is too long: shorten it"), field);
	query = query_session(store, empty ? SQL_DRAFT_REMOVE : SQL_DRAFT_SET, session, err);
	query_text(&query, ":field", field);
	if (!empty) {
		query_text(&query, ":text", text);
		query_int(&query, ":now", clock_now());
	}
	return query_run(&query) < 0 ? -1 : 0;
}

int store_draft_load(struct store *store, const char *session, const char *field, char **text,
	struct err *err)
{
	struct query query = query_session(store, SQL_DRAFT_GET, session, err);
	int got;

	*text = NULL;
	query_text(&query, ":field", field);
	got = query_next(&query);
	if (got < 1)
		return got;
	*text = query_get_text(&query, 0);
	query_end(&query);
	return 1;
}

int store_draft_fields(struct store *store, const char *session, char ***fields, size_t *count,
	struct err *err)
{
	struct query query = query_session(store, SQL_DRAFT_FIELDS, session, err);
	size_t capacity = 0;
	int got;

	*fields = NULL;
	*count = 0;
	while ((got = query_next(&query)) == 1) {
		*fields = mem_grow(*fields, &capacity, *count, sizeof **fields);
		(*fields)[(*count)++] = query_get_line(&query, 0);
	}
	if (got == 0)
		return 0;
	for (size_t i = 0; i < *count; i++)
		free((*fields)[i]);
	free(*fields);
	*fields = NULL;
	*count = 0;
	return -1;
}
