/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to what the room keeps: its decisions, actions and other items. */
#include "store/apply.h"

#include "base/date.h"
#include "base/i18n.h"
#include "store/apply-field.h"
#include "store/carry.h"
#include "store/database.h"

#include <stdlib.h>

/* The id that is wanted, where it is free; for 0 the next one. */
static int item_id(struct store *store, const struct session *session, int wanted, int64_t *id, struct err *err)
{
	struct query query = query_session(store, wanted ? SQL_ITEM_KIND : SQL_ITEM_NEXT, session->id, err);
	int got;

	if (!wanted)
		return query_value(&query, 1, id);
	if (wanted < 0)
		return err_set(err, ERR_INPUT, _("an item's number cannot be %d"), wanted);
	*id = wanted;
	query_int(&query, ":id", wanted);
	got = query_next(&query);
	if (got < 1)
		return got;
	query_end(&query);
	return err_set(err, ERR_INPUT, _("item %d is in the session already"), wanted);
}

int apply_item_add(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	bool action = change->number == ITEM_ACTION;
	char *text = apply_text("text", change->value, err), *owner = NULL;
	struct carry carry = { .session = action ? change->field : NULL, .item = change->other };
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
	if (carry_check(store, session, &carry, err) != 0 || item_id(store, session, change->id, &id, err) != 0)
		goto out;
	query = query_session(store, SQL_ITEM_ADD, session->id, err);
	query_int(&query, ":id", id);
	query_text(&query, ":kind", item_kind_name((enum item_kind)change->number));
	query_text(&query, ":step", change->step ? change->step : "");
	query_text(&query, ":text", text);
	query_text(&query, ":owner", owner);
	query_day(&query, ":due", action ? change->due : DAY_NONE);
	query_int(&query, ":private", change->number == ITEM_NOTE && change->other == 1);
	query_int(&query, ":now", clock_now());
	query_text(&query, ":from", carry.session ? carry.session : "");
	query_int(&query, ":item", carry.session ? carry.item : 0);
	query_int(&query, ":carried", carry.times);
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

/* What is done cannot be dropped any more. */
static int check_dropped(struct store *store, const struct session *session, const struct change *change, struct err *err)
{
	struct query query = query_session(store, SQL_ITEM_IS_DONE, session->id, err);
	char *reason;
	int64_t done;
	bool drops;

	query_int(&query, ":id", change->id);
	if (query_value(&query, 0, &done) != 0)
		return -1;
	reason = apply_text("dropped", change->value, err);
	if (!reason)
		return -1;
	drops = reason[0];
	free(reason);
	if (done && drops)
		return err_set(err, ERR_INPUT, _("action %d is done: take that back before you drop it"), change->id);
	return 0;
}

int apply_item_set(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	int kind = item_kind(store, session, change->id, err);
	const struct field *field = kind < 0 ? NULL : apply_field_find(change, err);
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
		(field->sql == SQL_ITEM_SET_OWNER || field->sql == SQL_ITEM_SET_DUE ||
		 field->sql == SQL_ITEM_SET_DROPPED))
		return err_set(err, ERR_INPUT, _("item %d is no action: only those have '%s'"),
			change->id, field->name);
	if (kind != ITEM_ACTION && kind != ITEM_PARKED && field->sql == SQL_ITEM_SET_DONE)
		return err_set(err, ERR_INPUT, _("item %d is nothing that can be done"),
			change->id);
	if (kind != ITEM_NOTE && field->sql == SQL_ITEM_SET_PRIVATE)
		return err_set(err, ERR_INPUT, _("item %d is no note: only those can be private"),
			change->id);
	if (field->sql == SQL_ITEM_SET_DROPPED && check_dropped(store, session, change, err) != 0)
		return -1;
	return apply_field_set(store, session, change, ":id", err) < 0 ? -1 : 0;
}

int apply_item_remove(struct store *store, const struct session *session,
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
