/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to a session's head, people, modules and items; and the table of all kinds. */
#include "store/apply.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/database.h"

#include <errno.h>
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
	return limited(what, name, NAME_LIMIT, err);
}

char *apply_text(const char *what, const char *text, struct err *err)
{
	return limited(what, trimmed(text_visible(text ? text : "", true)), TEXT_LIMIT, err);
}

/* Fields: which there are, what may be in them, and which statement sets them. */

enum value_type {
	VALUE_NAME,
	VALUE_TEXT,
	VALUE_DATE,
	VALUE_NUMBER,
	VALUE_FLAG,
	VALUE_WORD,
};

struct field {
	enum change_kind kind;
	const char *name;
	enum value_type type;
	bool required;
	int lowest, highest;              /* of a number */
	int (*parse)(const char *word);   /* of a word */
	enum sql sql;
};

static const struct field fields[] = {
	{ CHANGE_SESSION, "title", VALUE_NAME, .required = true, .sql = SQL_SESSION_TITLE },
	{ CHANGE_SESSION, "organisation", VALUE_NAME, .sql = SQL_SESSION_ORGANISATION },
	{ CHANGE_SESSION, "facilitator", VALUE_NAME, .sql = SQL_SESSION_FACILITATOR },
	{ CHANGE_SESSION, "date", VALUE_DATE, .sql = SQL_SESSION_DATE },
	{ CHANGE_SESSION, "state", VALUE_WORD, .parse = session_state_parse,
		.sql = SQL_SESSION_STATE },
	{ CHANGE_SESSION, "halted", VALUE_WORD, .parse = session_halt_parse, .sql = SQL_SESSION_HALT },
	{ CHANGE_SESSION, "n_min", VALUE_NUMBER, .lowest = 1, .highest = 50,
		.sql = SQL_SESSION_N_MIN },
	{ CHANGE_PERSON_SET, "name", VALUE_NAME, .required = true, .sql = SQL_PERSON_SET_NAME },
	{ CHANGE_PERSON_SET, "role", VALUE_NAME, .sql = SQL_PERSON_SET_ROLE },
	{ CHANGE_PERSON_SET, "side", VALUE_NUMBER, .highest = SIDES - 1,
		.sql = SQL_PERSON_SET_SIDE },
	{ CHANGE_PERSON_SET, "presence", VALUE_WORD, .parse = presence_parse,
		.sql = SQL_PERSON_SET_PRESENCE },
	{ CHANGE_MODULE_SET, "minutes", VALUE_NUMBER, .highest = 1440,
		.sql = SQL_MODULE_SET_MINUTES },
	{ CHANGE_MODULE_SET, "dropped", VALUE_FLAG, .sql = SQL_MODULE_SET_DROPPED },
	{ CHANGE_MODULE_SET, "position", VALUE_NUMBER, .highest = 10000,
		.sql = SQL_MODULE_SET_POSITION },
	{ CHANGE_ITEM_SET, "text", VALUE_TEXT, .required = true, .sql = SQL_ITEM_SET_TEXT },
	{ CHANGE_ITEM_SET, "owner", VALUE_NAME, .sql = SQL_ITEM_SET_OWNER },
	{ CHANGE_ITEM_SET, "due", VALUE_DATE, .sql = SQL_ITEM_SET_DUE },
	{ CHANGE_ITEM_SET, "done", VALUE_FLAG, .sql = SQL_ITEM_SET_DONE },
	{ CHANGE_ITEM_SET, "yes-0", VALUE_NAME, .sql = SQL_ITEM_SET_YES_0 },
	{ CHANGE_ITEM_SET, "yes-1", VALUE_NAME, .sql = SQL_ITEM_SET_YES_1 },
	{ CHANGE_ITEM_SET, "dissent", VALUE_TEXT, .sql = SQL_ITEM_SET_DISSENT },
};

static const struct field *find_field(const struct change *change, struct err *err)
{
	for (size_t i = 0; i < COUNT_OF(fields); i++)
		if (fields[i].kind == change->kind && change->field &&
		    strcmp(fields[i].name, change->field) == 0)
			return &fields[i];
	err_set(err, ERR_INPUT, _("unknown field '%s'"), change->field ? change->field : "");
	return NULL;
}

static int bad_value(const struct field *field, const char *value, struct err *err)
{
	if (field->type == VALUE_DATE)
		return err_set(err, ERR_INPUT, _("'%s' is no date: write it like 2026-12-24"),
			value);
	if (field->type == VALUE_NUMBER)
		return err_set(err, ERR_INPUT, _("'%s' must be a number from %d to %d, not '%s'"),
			field->name, field->lowest, field->highest, value);
	return err_set(err, ERR_INPUT, _("'%s' cannot be '%s'"), field->name, value);
}

static bool parse_number(const char *text, int lowest, int highest, int *number)
{
	char *end;
	long value;

	errno = 0;
	value = strtol(text, &end, 10);
	if (end == text || *end || errno || value < lowest || value > highest)
		return false;
	*number = (int)value;
	return true;
}

static int parse_flag(const char *value)
{
	if (strcmp(value, "1") == 0 || strcmp(value, "yes") == 0)
		return 1;
	return strcmp(value, "0") == 0 || strcmp(value, "no") == 0 ? 0 : -1;
}

/* A field's value as it is stored: a text for free(), or else a number (DAY_NONE for null). */
struct value {
	char *text;
	int number;
};

static int read_value(const struct field *field, const char *raw, struct value *value,
	struct err *err)
{
	const char *text = raw ? raw : "";

	*value = (struct value){ 0 };
	switch (field->type) {
	case VALUE_NAME:
	case VALUE_TEXT:
		value->text = field->type == VALUE_NAME ? apply_name(field->name, text, err) :
							  apply_text(field->name, text, err);
		if (!value->text)
			return -1;
		if (field->required && !value->text[0])
			return err_set(err, ERR_INPUT, _("'%s' is empty: enter something"),
				field->name);
		return 0;
	case VALUE_DATE:
		value->number = text[0] ? date_parse(text) : DAY_NONE;
		return text[0] && value->number == DAY_NONE ? bad_value(field, text, err) : 0;
	case VALUE_NUMBER:
		if (!parse_number(text, field->lowest, field->highest, &value->number))
			return bad_value(field, text, err);
		return 0;
	case VALUE_FLAG:
		value->number = parse_flag(text);
		return value->number < 0 ? bad_value(field, text, err) : 0;
	case VALUE_WORD:
		if (field->parse(text) < 0)
			return bad_value(field, text, err);
		value->text = mem_strdup(text);
		return 0;
	}
	return -1;
}

static void bind_value(struct query *query, const struct field *field, const struct value *value)
{
	if (value->text)
		query_text(query, ":value", value->text);
	else if (field->type == VALUE_DATE)
		query_day(query, ":value", value->number);
	else
		query_int(query, ":value", value->number);
}

/* Sets the field of what the parameter names. How many rows: 0 where there is no such thing. */
static int set_field(struct store *store, const struct session *session,
	const struct change *change, const char *parameter, struct err *err)
{
	const struct field *field = find_field(change, err);
	struct value value;
	int changed = -1;

	if (!field)
		return -1;
	if (read_value(field, change->value, &value, err) == 0) {
		struct query query = query_session(store, field->sql, session->id, err);

		if (parameter && change->kind == CHANGE_MODULE_SET)
			query_text(&query, parameter, change->step);
		else if (parameter)
			query_int(&query, parameter, change->id);
		bind_value(&query, field, &value);
		changed = query_run(&query);
	}
	free(value.text);
	return changed;
}

static int apply_session(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	return set_field(store, session, change, NULL, err) < 0 ? -1 : 0;
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
	changed = set_field(store, session, change, ":id", err);
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
	if (change->value && read_value(&field, change->value, &value, err) != 0)
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
	const struct field *field = module ? find_field(change, err) : NULL;
	struct value value;
	bool there;

	if (!field || is_on_agenda(store, session, module, &there, err) != 0)
		return -1;
	if (!there)
		return err_set(err, ERR_INPUT, _("module '%s' is not on the agenda: add it first"), module->id);
	if (field->sql != SQL_MODULE_SET_POSITION)
		return set_field(store, session, change, ":module", err) < 0 ? -1 : 0;
	if (read_value(field, change->value, &value, err) != 0)
		return -1;
	return set_position(store, session, module->id, value.number, err);
}

/* Items. */

static int apply_item_add(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	bool action = change->number == ITEM_ACTION;
	char *text = apply_text("text", change->value, err), *owner = NULL;
	struct query query;
	int64_t id;
	int result = -1;

	if (!text || !(owner = apply_name("owner", action ? change->owner : NULL, err)))
		goto out;
	if (!text[0]) {
		err_set(err, ERR_INPUT, _("'%s' is empty: enter something"), "text");
		goto out;
	}
	if (change->number < 0 || change->number >= ITEM_KINDS) {
		err_set(err, ERR_INPUT, _("unknown kind of item: %d"), change->number);
		goto out;
	}
	if (change->step && change->step[0] && !apply_step(session, change->step, err))
		goto out;
	if (action && apply_day(change->due, err) != 0)
		goto out;
	query = query_session(store, SQL_ITEM_NEXT, session->id, err);
	if (query_value(&query, 1, &id) != 0)
		goto out;
	query = query_session(store, SQL_ITEM_ADD, session->id, err);
	query_int(&query, ":id", id);
	query_text(&query, ":kind", item_kind_name((enum item_kind)change->number));
	query_text(&query, ":step", change->step ? change->step : "");
	query_text(&query, ":text", text);
	query_text(&query, ":owner", owner);
	query_day(&query, ":due", action ? change->due : DAY_NONE);
	query_int(&query, ":now", clock_now());
	result = query_run(&query) < 0 ? -1 : 0;
out:
	free(text);
	free(owner);
	return result;
}

static int no_item(int id, struct err *err)
{
	return err_set(err, ERR_INPUT, _("no item %d in the session"), id);
}

/* The item's kind; -1 with err set where there is no such item. */
static int item_kind(struct store *store, const struct session *session, int id, struct err *err)
{
	struct query query = query_session(store, SQL_ITEM_KIND, session->id, err);
	int got, kind;

	query_int(&query, ":id", id);
	got = query_next(&query);
	if (got < 1)
		return got < 0 ? -1 : no_item(id, err);
	kind = query_get_name(&query, 0, item_kind_parse);
	query_end(&query);
	return kind;
}

/* Whether a field is what only decisions have; *side gets whose yes it is, or SIDE_NONE. */
static bool is_of_decision(const struct field *field, int *side)
{
	*side = field->sql == SQL_ITEM_SET_YES_0 ? 0 : field->sql == SQL_ITEM_SET_YES_1 ? 1 : SIDE_NONE;
	return *side != SIDE_NONE || field->sql == SQL_ITEM_SET_DISSENT;
}

/* A yes is said by one of the people of that side; nobody's takes it back. */
static int check_yes(struct store *store, const struct session *session, int side, const char *value,
	struct err *err)
{
	char *name = apply_name("yes", value, err);
	int result = name ? 0 : -1;

	if (name && name[0]) {
		struct query query = query_session(store, SQL_PERSON_OF_SIDE, session->id, err);
		int64_t found;

		query_int(&query, ":side", side);
		query_text(&query, ":value", name);
		result = query_value(&query, 0, &found);
		if (result == 0 && !found)
			result = err_set(err, ERR_INPUT, _("'%s' is nobody of %s"), name,
				session->bank->sides[side].name);
	}
	free(name);
	return result;
}

static int apply_item_set(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	int kind = item_kind(store, session, change->id, err);
	const struct field *field = kind < 0 ? NULL : find_field(change, err);
	int side;

	if (!field)
		return -1;
	if (is_of_decision(field, &side)) {
		if (kind != ITEM_DECISION)
			return err_set(err, ERR_INPUT,
				_("item %d is no decision: only those have '%s'"), change->id,
				field->name);
		if (side != SIDE_NONE &&
		    check_yes(store, session, side, change->value, err) != 0)
			return -1;
	}
	if (kind != ITEM_ACTION &&
		(field->sql == SQL_ITEM_SET_OWNER || field->sql == SQL_ITEM_SET_DUE))
		return err_set(err, ERR_INPUT, _("item %d is no action: only those have '%s'"),
			change->id, field->name);
	if (kind != ITEM_ACTION && kind != ITEM_PARKED && field->sql == SQL_ITEM_SET_DONE)
		return err_set(err, ERR_INPUT, _("item %d is nothing that can be done"),
			change->id);
	return set_field(store, session, change, ":id", err) < 0 ? -1 : 0;
}

static int apply_item_remove(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	struct query query = query_session(store, SQL_ITEM_REMOVE, session->id, err);
	int changed;

	query_int(&query, ":id", change->id);
	changed = query_run(&query);
	if (changed == 0)
		return no_item(change->id, err);
	return changed < 0 ? -1 : 0;
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
	[CHANGE_STEP_REOPEN] = apply_step_reopen,
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
