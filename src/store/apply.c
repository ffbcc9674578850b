/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to a session's head, people and modules; and the table of all kinds. */
#include "store/apply.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/apply-field.h"
#include "store/database.h"

#include <stdlib.h>
#include <string.h>

const struct step *apply_step(const struct session *session, const char *key, struct err *err)
{
	const struct step *step = key ? bank_step(session->bank, key, NULL) : NULL;

	if (!step)
		err_set(err, ERR_INPUT, _("no step '%s' in the bank: give it as 'module/step'"),
			key ? key : "");
	return step;
}

/* Without white space at both ends; within, line breaks may matter. */
static char *trimmed(char *text)
{
	size_t from = strspn(text, " \n"), to = strlen(text);

	while (to > from && (text[to - 1] == ' ' || text[to - 1] == '\n'))
		to--;
	memmove(text, text + from, to - from);
	text[to - from] = '\0';
	return text;
}

static char *limited(const char *what, char *text, size_t limit, struct err *err)
{
	if (strlen(text) <= limit)
		return text;
	err_set(err, ERR_INPUT,
		P_("'%s' is longer than %zu byte: shorten it",
			"'%s' is longer than %zu bytes: shorten it", limit),
		what, limit);
	free(text);
	return NULL;
}

int apply_day(int day, struct err *err)
{
	if (day == DAY_NONE ||
	    (day >= date_from_civil(1900, 1, 1) && day <= date_from_civil(2999, 12, 31)))
		return 0;
	return err_set(err, ERR_INPUT, _("a date must be in the years 1900 to 2999"));
}

char *apply_name(const char *what, const char *text, struct err *err)
{
	char *visible = text_visible(text ? text : "", false);
	char *name = text_tidy(visible);

	free(visible);
	return limited(what, name, CHANGE_NAME_MOST, err);
}

char *apply_text(const char *what, const char *text, struct err *err)
{
	return limited(what, trimmed(text_visible(text ? text : "", true)), CHANGE_TEXT_MOST, err);
}

/* The minutes with which the session begins, for comparing; once it goes on again they stay. */
static int keep_plan(struct store *store, const struct session *session, struct err *err)
{
	struct query query = query_session(store, SQL_MODULE_PLAN, session->id, err);

	return query_run(&query) < 0 ? -1 : 0;
}

static int apply_session(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	const struct field *field = apply_field_find(change, err);

	if (!field)
		return -1;
	/* What was asked in one way is not to be read in another. */
	if ((field->sql == SQL_SESSION_ENTRY || field->sql == SQL_SESSION_NAMING) &&
	    apply_fix_begun(store, session, NULL, err) != 0)
		return -1;
	if (apply_field_set(store, session, change, NULL, err) < 0)
		return -1;
	return field->sql == SQL_SESSION_STATE && strcmp(change->value, session_state_name(SESSION_RUNNING)) == 0
		       ? keep_plan(store, session, err)
		       : 0;
}

/* People. */

static int no_person(int id, struct err *err)
{
	return err_set(err, ERR_INPUT, _("no person %d in the session"), id);
}

static int person_id(struct store *store, const struct session *session, int wanted, int64_t *id,
	struct err *err)
{
	struct query query;
	int64_t taken;

	if (wanted < 0)
		return err_set(err, ERR_INPUT, _("a person's number cannot be %d"), wanted);
	if (wanted == 0) {
		query = query_session(store, SQL_PERSON_NEXT, session->id, err);
		return query_value(&query, 1, id);
	}
	*id = wanted;
	query = query_session(store, SQL_PERSON_TAKEN, session->id, err);
	query_int(&query, ":id", wanted);
	if (query_value(&query, 0, &taken) != 0)
		return -1;
	return taken ? err_set(err, ERR_INPUT, _("person %d is in the session already"), wanted) :
		       0;
}

static int apply_person_add(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	char *name = apply_name("name", change->value, err), *role = NULL;
	struct query query;
	int64_t id;
	int result = -1;

	if (!name || !(role = apply_name("role", change->role, err)))
		goto out;
	if (!name[0]) {
		err_set(err, ERR_INPUT, _("'%s' is empty: enter something"), "name");
		goto out;
	}
	if (change->side < 0 || change->side >= SIDES) {
		err_set(err, ERR_INPUT, _("'%s' belongs to neither side: say which one"), name);
		goto out;
	}
	if (person_id(store, session, change->id, &id, err) != 0)
		goto out;
	query = query_session(store, SQL_PERSON_ADD, session->id, err);
	query_int(&query, ":id", id);
	query_text(&query, ":name", name);
	query_text(&query, ":role", role);
	query_int(&query, ":side", change->side);
	result = query_run(&query) < 0 ? -1 : 0;
out:
	free(name);
	free(role);
	return result;
}

/* Who said yes to a decision is named there anew. */
static int rename_yes(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	static const enum sql sides[SIDES] = { SQL_ITEM_RENAME_YES_0, SQL_ITEM_RENAME_YES_1 };
	char *name = apply_name("name", change->value, err);
	int changed = name ? 0 : -1;

	for (int side = 0; changed >= 0 && side < SIDES && name[0]; side++) {
		struct query query = query_session(store, sides[side], session->id, err);

		query_int(&query, ":id", change->id);
		query_text(&query, ":value", name);
		changed = query_run(&query);
	}
	free(name);
	return changed < 0 ? -1 : 0;
}

static int apply_person_set(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	struct query query;
	int changed;

	if (change->field && strcmp(change->field, "name") == 0 &&
	    rename_yes(store, session, change, err) != 0)
		return -1;
	changed = apply_field_set(store, session, change, ":id", err);
	if (changed < 1)
		return changed < 0 ? -1 : no_person(change->id, err);
	if (strcmp(change->field, "side") != 0)
		return 0;
	/* Named answers go along; anonymous ones cannot. */
	query = query_session(store, SQL_PERSON_BALLOTS_SIDE, session->id, err);
	query_int(&query, ":id", change->id);
	query_int(&query, ":side", atoi(change->value));
	return query_run(&query) < 0 ? -1 : 0;
}

/* Empties the cells of columns of people that name a person. */
static int forget_person(struct store *store, const struct session *session,
	const struct step *step, const char *id, struct err *err)
{
	for (size_t i = 0; i < step->column_count; i++) {
		struct query query;

		if (step->columns[i].type != COLUMN_PERSON)
			continue;
		query = query_session(store, SQL_PERSON_CELLS_REMOVE, session->id, err);
		query_text(&query, ":step", step->key);
		query_text(&query, ":column", step->columns[i].id);
		query_text(&query, ":value", id);
		if (query_run(&query) < 0)
			return -1;
	}
	return 0;
}

static int apply_person_remove(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	static const enum sql steps[] = { SQL_PERSON_BALLOTS_REMOVE, SQL_PERSON_LEVELS_REMOVE,
		SQL_PERSON_REMOVE };
	char *id = mem_printf("%d", change->id);
	int changed = 0;

	for (size_t i = 0; changed >= 0 && i < session->bank->module_count; i++) {
		const struct module *module = &session->bank->modules[i];

		for (size_t j = 0; changed >= 0 && j < module->step_count; j++)
			changed = forget_person(store, session, &module->steps[j], id, err);
	}
	free(id);
	for (size_t i = 0; changed >= 0 && i < COUNT_OF(steps); i++) {
		struct query query = query_session(store, steps[i], session->id, err);

		query_int(&query, ":id", change->id);
		changed = query_run(&query);
	}
	if (changed == 0)
		return no_person(change->id, err);
	return changed < 0 ? -1 : 0;
}

/* Modules. */

struct order {
	char **ids;
	size_t count, capacity;
};

static int read_order(struct store *store, const char *session, struct order *order,
	struct err *err)
{
	struct query query = query_session(store, SQL_MODULE_IDS, session, err);
	int got;

	while ((got = query_next(&query)) == 1) {
		order->ids = mem_grow(order->ids, &order->capacity, order->count,
			sizeof *order->ids);
		order->ids[order->count++] = mem_strdup(query_peek(&query, 0));
	}
	return got;
}

static bool move(struct order *order, const char *id, size_t to)
{
	for (size_t from = 0; from < order->count; from++) {
		char *moved = order->ids[from];

		if (strcmp(moved, id) != 0)
			continue;
		to = to < order->count ? to : order->count - 1;
		for (; from > to; from--)
			order->ids[from] = order->ids[from - 1];
		for (; from < to; from++)
			order->ids[from] = order->ids[from + 1];
		order->ids[to] = moved;
		return true;
	}
	return false;
}

/* Puts the module at a place among the others, and numbers them all anew. */
static int set_position(struct store *store, const struct session *session, const char *module, int to,
	struct err *err)
{
	struct order order = { 0 };
	int result = read_order(store, session->id, &order, err);

	if (result == 0)
		move(&order, module, (size_t)to);
	for (size_t i = 0; i < order.count; i++) {
		struct query query;

		if (result == 0) {
			query = query_session(store, SQL_MODULE_SET_POSITION, session->id, err);
			query_text(&query, ":module", order.ids[i]);
			query_int(&query, ":value", (int64_t)i);
			result = query_run(&query) < 0 ? -1 : 0;
		}
		free(order.ids[i]);
	}
	free(order.ids);
	return result;
}

/* The module of a change; NULL with err set where the bank does not have it. */
static const struct module *find_module(const struct session *session, const struct change *change, struct err *err)
{
	const struct module *module = change->step ? bank_module(session->bank, change->step) : NULL;

	if (!module)
		err_set(err, ERR_INPUT, _("no module '%s' in the bank"), change->step ? change->step : "");
	return module;
}

static int is_on_agenda(struct store *store, const struct session *session, const struct module *module, bool *there,
	struct err *err)
{
	struct query query = query_session(store, SQL_MODULE_GET, session->id, err);
	int64_t found;

	query_text(&query, ":module", module->id);
	if (query_value(&query, 0, &found) != 0)
		return -1;
	*there = found != 0;
	return 0;
}

static int apply_module_add(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	static const struct field field = { CHANGE_MODULE_ADD, "minutes", VALUE_NUMBER, .highest = 1440 };
	const struct module *module = find_module(session, change, err);
	struct value value = { 0 };
	struct query query;
	bool there;

	if (!module || is_on_agenda(store, session, module, &there, err) != 0)
		return -1;
	if (there)
		return err_set(err, ERR_INPUT, _("module '%s' is on the agenda already"), module->id);
	value.number = bank_minutes(session->bank, session->agenda, module);
	if (change->value && apply_field_read(&field, change->value, &value, err) != 0)
		return -1;
	query = query_session(store, SQL_MODULE_ADD, session->id, err);
	query_text(&query, ":module", module->id);
	query_int(&query, ":minutes", value.number);
	if (query_run(&query) < 0)
		return -1;
	return change->number < 0 ? 0 : set_position(store, session, module->id, change->number, err);
}

static int apply_module_set(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	const struct module *module = find_module(session, change, err);
	const struct field *field = module ? apply_field_find(change, err) : NULL;
	struct value value;
	bool there;

	if (!field || is_on_agenda(store, session, module, &there, err) != 0)
		return -1;
	if (!there)
		return err_set(err, ERR_INPUT, _("module '%s' is not on the agenda: add it first"), module->id);
	if (field->sql != SQL_MODULE_SET_POSITION)
		return apply_field_set(store, session, change, ":module", err) < 0 ? -1 : 0;
	if (apply_field_read(field, change->value, &value, err) != 0)
		return -1;
	return set_position(store, session, module->id, value.number, err);
}

static apply_change *const kinds[] = {
	[CHANGE_SESSION] = apply_session,
	[CHANGE_PERSON_ADD] = apply_person_add,
	[CHANGE_PERSON_SET] = apply_person_set,
	[CHANGE_PERSON_REMOVE] = apply_person_remove,
	[CHANGE_MODULE_ADD] = apply_module_add,
	[CHANGE_MODULE_SET] = apply_module_set,
	[CHANGE_STEP_STATE] = apply_step_state,
	[CHANGE_STEP_ENTRY] = apply_step_entry,
	[CHANGE_STEP_NAMING] = apply_step_naming,
	[CHANGE_STEP_REOPEN] = apply_step_reopen,
	[CHANGE_STEP_HIDE] = apply_step_hide,
	[CHANGE_BALLOT] = apply_ballot,
	[CHANGE_TALLY] = apply_tally,
	[CHANGE_ROW_ADD] = apply_row_add,
	[CHANGE_ROW_REMOVE] = apply_row_remove,
	[CHANGE_CELL] = apply_cell,
	[CHANGE_RATING] = apply_rating,
	[CHANGE_MERGE] = apply_merge,
	[CHANGE_ITEM_ADD] = apply_item_add,
	[CHANGE_ITEM_SET] = apply_item_set,
	[CHANGE_ITEM_REMOVE] = apply_item_remove,
};

apply_change *apply_find(enum change_kind kind)
{
	return (size_t)kind < COUNT_OF(kinds) ? kinds[kind] : NULL;
}
