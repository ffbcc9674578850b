/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to registers: rows, cells, ratings of pairs, and names that mean one vendor. */
#include "store/apply.h"

#include "base/i18n.h"
#include "store/database.h"

#include <stdlib.h>
#include <string.h>

/* The key of the register of a row, for free(); NULL with err set where there is no such row. */
static char *row_step(struct store *store, const struct session *session, int row, struct err *err)
{
	struct query query = query_session(store, SQL_ROW_GET, session->id, err);
	char *step = NULL;
	int got;

	query_int(&query, ":id", row);
	got = query_next(&query);
	if (got == 1)
		step = query_get_raw(&query, 0);
	query_end(&query);
	if (got == 0)
		err_set(err, ERR_INPUT, _("no row %d in the session"), row);
	return step;
}

/* The position for a new row at a place, where those from there on make room; or at the end. */
static int make_room(struct store *store, const struct session *session, const char *step,
	int place, int64_t *position, struct err *err)
{
	struct query query;

	if (place >= 0) {
		query = query_session(store, SQL_ROW_AT, session->id, err);
		query_text(&query, ":step", step);
		query_int(&query, ":place", place);
		if (query_value(&query, -1, position) != 0)
			return -1;
	}
	if (place < 0 || *position < 0) {
		query = query_session(store, SQL_ROW_LAST, session->id, err);
		query_text(&query, ":step", step);
		return query_value(&query, 0, position);
	}
	query = query_session(store, SQL_ROW_SHIFT, session->id, err);
	query_text(&query, ":step", step);
	query_int(&query, ":position", *position);
	return query_run(&query) < 0 ? -1 : 0;
}

static int row_id(struct store *store, const struct session *session, int wanted, int64_t *id,
	struct err *err)
{
	struct query query;
	char *step;

	if (wanted < 0)
		return err_set(err, ERR_INPUT, _("a row's number cannot be %d"), wanted);
	if (wanted == 0) {
		query = query_session(store, SQL_ROW_NEXT, session->id, err);
		return query_value(&query, 1, id);
	}
	*id = wanted;
	step = row_step(store, session, wanted, NULL);
	if (!step)
		return 0;
	err_set(err, ERR_INPUT, _("row %d is in '%s' already"), wanted, step);
	free(step);
	return -1;
}

int apply_row_add(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	struct query query;
	int64_t id, position;

	if (!apply_step(session, change->step, err) ||
		row_id(store, session, change->id, &id, err) != 0 ||
		make_room(store, session, change->step, change->number, &position, err) != 0)
		return -1;
	query = query_session(store, SQL_ROW_ADD, session->id, err);
	query_int(&query, ":id", id);
	query_text(&query, ":step", change->step);
	query_int(&query, ":position", position);
	return query_run(&query) < 0 ? -1 : 0;
}

int apply_row_remove(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	/* One after the other, so that undo makes the row before what belongs to it. */
	static const enum sql statements[] = { SQL_ROW_RATINGS_REMOVE, SQL_ROW_CELLS_REMOVE,
		SQL_ROW_REMOVE };
	char *step = row_step(store, session, change->id, err);
	int result = step ? 0 : -1;

	free(step);
	for (size_t i = 0; result >= 0 && i < COUNT_OF(statements); i++) {
		struct query query = query_session(store, statements[i], session->id, err);

		query_int(&query, ":id", change->id);
		result = query_run(&query);
	}
	return result < 0 ? -1 : 0;
}

/* A column of the register, or "@7" for the level of a person. */
static int check_column(struct store *store, const struct session *session, const struct step *step,
	const char *column, struct err *err)
{
	struct query query;
	char *end;
	long person;
	int64_t side;

	if (!column || (column[0] != '@' && !step_column(step, column)))
		return err_set(err, ERR_INPUT, _("step '%s' has no column '%s'"), step->key,
			column ? column : "");
	if (column[0] != '@')
		return 0;
	person = strtol(column + 1, &end, 10);
	if (column[1] < '1' || column[1] > '9' || *end || person > INT32_MAX)
		return err_set(err, ERR_INPUT, _("step '%s' has no column '%s'"), step->key,
			column);
	query = query_session(store, SQL_PERSON_SIDE, session->id, err);
	query_int(&query, ":id", person);
	if (query_value(&query, SIDE_NONE, &side) != 0)
		return -1;
	return side == SIDE_NONE ?
		err_set(err, ERR_INPUT, _("no person %d in the session"), (int)person) :
		0;
}

static int set_cell(struct store *store, const struct session *session, const struct change *change,
	const char *value, struct err *err)
{
	struct query query = query_session(store, value[0] ? SQL_CELL_SET : SQL_CELL_REMOVE,
		session->id, err);

	query_int(&query, ":id", change->id);
	query_text(&query, ":column", change->field);
	if (value[0])
		query_text(&query, ":value", value);
	return query_run(&query) < 0 ? -1 : 0;
}

int apply_cell(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	char *key = row_step(store, session, change->id, err), *value = NULL;
	const struct step *step = key ? apply_step(session, key, err) : NULL;
	int result = -1;

	if (step && check_column(store, session, step, change->field, err) == 0 &&
	    (value = apply_text(change->field, change->value, err)))
		result = set_cell(store, session, change, value, err);
	free(key);
	free(value);
	return result;
}

static int check_row(struct store *store, const struct session *session, int row, struct err *err)
{
	char *step = row_step(store, session, row, err);

	free(step);
	return step ? 0 : -1;
}

int apply_rating(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	static const char *const values[] = { "-1", "0", "1" };
	bool empty = !change->value || !change->value[0];
	struct query query;
	int value = -2;

	for (int i = 0; !empty && i < (int)COUNT_OF(values); i++)
		if (strcmp(values[i], change->value) == 0)
			value = i - 1;
	if (!apply_step(session, change->step, err) ||
		check_row(store, session, change->id, err) != 0 ||
		check_row(store, session, change->other, err) != 0)
		return -1;
	if (change->side < 0 || change->side > SIDES)
		return err_set(err, ERR_INPUT, _("step '%s': a rating needs a side"), change->step);
	if (!empty && value < -1)
		return err_set(err, ERR_INPUT, _("a rating is -1, 0 or 1, not '%s'"),
			change->value);
	query = query_session(store, empty ? SQL_RATING_REMOVE : SQL_RATING_SET, session->id, err);
	query_text(&query, ":step", change->step);
	query_int(&query, ":a", change->id);
	query_int(&query, ":b", change->other);
	query_int(&query, ":side", change->side);
	if (!empty)
		query_int(&query, ":value", value);
	return query_run(&query) < 0 ? -1 : 0;
}

int apply_merge(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	char *a = apply_name("name", change->field, err);
	char *b = a ? apply_name("name", change->value, err) : NULL;
	bool swapped = b && strcmp(a, b) > 0;
	struct query query;
	int result = -1;

	if (!b || !apply_step(session, change->step, err))
		goto out;
	if (!a[0] || !b[0] || strcmp(a, b) == 0) {
		err_set(err, ERR_INPUT, _("'%s' and '%s' are not two names"), a, b);
		goto out;
	}
	query = query_session(store, change->number < 0 ? SQL_MERGE_REMOVE : SQL_MERGE_SET,
		session->id, err);
	query_text(&query, ":step", change->step);
	query_text(&query, ":a", swapped ? b : a);
	query_text(&query, ":b", swapped ? a : b);
	if (change->number >= 0)
		query_int(&query, ":same", change->number > 0);
	result = query_run(&query) < 0 ? -1 : 0;
out:
	free(a);
	free(b);
	return result;
}
