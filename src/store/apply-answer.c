/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to answers: ballots, named, anonymous or counted. */
#include "store/apply.h"

#include "base/i18n.h"
#include "base/random.h"
#include "store/database.h"
#include "store/standing.h"

#include <stdlib.h>
#include <string.h>

#define BALLOT_ID_LENGTH 16
#define TALLY_LIMIT 500

/* A ballot as it is stored. */
struct slip {
	char id[BALLOT_ID_LENGTH + 1];
	bool stored;
	int side, person; /* SIDE_NONE; 0 for nobody */
	char *answers[WHICH_COUNT];
};

static int find_slip(struct store *store, enum sql sql, const struct standing *standing, int person,
	struct slip *slip, struct err *err)
{
	struct query query = standing_query(store, sql, standing, err);
	int got;

	query_int(&query, ":person", person);
	got = query_next(&query);
	if (got < 0)
		return -1;
	slip->stored = got == 1;
	if (!slip->stored) {
		random_id(NULL, slip->id, BALLOT_ID_LENGTH);
		return 0;
	}
	slip->id[0] = '\0';
	strncat(slip->id, query_peek(&query, 0), BALLOT_ID_LENGTH);
	for (int which = 0; which < WHICH_COUNT; which++)
		slip->answers[which] = query_get_raw(&query, 1 + which);
	query_end(&query);
	return 0;
}

static void bind_answers(struct query *query, const struct slip *slip)
{
	query_text(query, ":id", slip->id);
	query_text(query, ":own", slip->answers[OWN]);
	query_text(query, ":prediction", slip->answers[PREDICTION]);
}

static int add_slip(struct store *store, const struct standing *standing, const struct slip *slip,
	struct err *err)
{
	struct query query = standing_query(store, SQL_BALLOT_ADD, standing, err);

	bind_answers(&query, slip);
	if (slip->side != SIDE_NONE)
		query_int(&query, ":side", slip->side);
	if (slip->person)
		query_int(&query, ":person", slip->person);
	return query_run(&query) < 0 ? -1 : 0;
}

/* Stores a slip, or removes one that has become empty. */
static int keep_slip(struct store *store, const struct standing *standing, const struct slip *slip,
	struct err *err)
{
	bool empty = !slip->answers[OWN] && !slip->answers[PREDICTION];
	struct query query;

	if (!slip->stored)
		return empty ? 0 : add_slip(store, standing, slip, err);
	query = standing_query(store, empty ? SQL_BALLOT_REMOVE : SQL_BALLOT_SET, standing, err);
	if (empty)
		query_text(&query, ":id", slip->id);
	else
		bind_answers(&query, slip);
	return query_run(&query) < 0 ? -1 : 0;
}

/* Whether it stands for a place in a row of anonymous answers. */
static bool is_cell(int person)
{
	return person <= ANSWERER_CELLS;
}

/* The side that a person (or a side, or the room) answers for. */
static int find_side(struct store *store, const struct session *session, const struct step *step,
	bool anonymous, int person, int *side, struct err *err)
{
	struct query query;
	int64_t value;

	if (anonymous ? person <= 0 && !is_cell(person) : is_cell(person))
		return err_set(err, ERR_INPUT,
			anonymous ? _("step '%s' is anonymous: each person answers it") :
				    _("step '%s' is answered by name"),
			step->key);
	if (is_cell(person)) {
		*side = ANSWERER_CELL_SIDE(person);
		return 0;
	}
	*side = person == ANSWERER_ROOM ? SIDE_NONE : -1 - person;
	if (person >= ANSWERER_ROOM && person < 0)
		return 0;
	query = query_session(store, SQL_PERSON_SIDE, session->id, err);
	query_int(&query, ":id", person);
	if (query_value(&query, SIDE_NONE, &value) != 0)
		return -1;
	*side = (int)value;
	return value == SIDE_NONE ?
		err_set(err, ERR_INPUT, _("no person %d in the session"), person) :
		0;
}

static int mark_person(struct store *store, enum sql sql, const struct standing *standing,
	int person, const char *ballot, struct err *err)
{
	struct query query = standing_query(store, sql, standing, err);

	query_int(&query, ":person", person);
	if (ballot)
		query_text(&query, ":id", ballot);
	return query_run(&query) < 0 ? -1 : 0;
}

/* Finds a person's anonymous slip by the link in memory. taken: an answer that is to be taken back. */
static int find_secret(struct store *store, const struct standing *standing, int person,
	bool taken, struct slip *slip, struct err *err)
{
	struct query query = standing_query(store, SQL_VOTED_GET, standing, err);
	int64_t voted;

	query_int(&query, ":person", person);
	if (query_value(&query, 0, &voted) != 0 ||
	    find_slip(store, SQL_BALLOT_OF_LINK, standing, person, slip, err) != 0)
		return -1;
	if (is_cell(person) && taken && !slip->stored)
		return err_set(err, ERR_FAILED,
			_("what was typed for '%s' before cannot be told apart any more"),
			standing->step);
	if (voted && !slip->stored)
		return err_set(err, ERR_FAILED,
			_("the answer of person %d to '%s' is anonymous and cannot be told apart"
				" any more"),
			person, standing->step);
	return 0;
}

/* Marks who has answered and links the slip for the time being, or takes both back. */
static int mark_secret(struct store *store, const struct standing *standing, int person,
	const struct slip *slip, struct err *err)
{
	bool empty = !slip->answers[OWN] && !slip->answers[PREDICTION];

	if (empty && !slip->stored)
		return 0;
	if (is_cell(person) && (slip->stored || empty))
		return empty ? mark_person(store, SQL_LINK_REMOVE, standing, person, NULL, err) : 0;
	if (is_cell(person))
		return mark_person(store, SQL_LINK_ADD, standing, person, slip->id, err);
	if (!empty) {
		struct query query = standing_query(store, SQL_VOTED_ADD, standing, err);

		query_int(&query, ":person", person);
		query_int(&query, ":own", slip->answers[OWN] != NULL);
		query_int(&query, ":prediction", slip->answers[PREDICTION] != NULL);
		if (query_run(&query) < 0)
			return -1;
		return slip->stored ? 0 : mark_person(store, SQL_LINK_ADD, standing, person, slip->id, err);
	}
	if (mark_person(store, SQL_VOTED_REMOVE, standing, person, NULL, err) != 0)
		return -1;
	return mark_person(store, SQL_LINK_REMOVE, standing, person, NULL, err);
}

static int check_which(const struct step *step, enum which which, struct err *err)
{
	if ((int)which < 0 || which >= WHICH_COUNT)
		return err_set(err, ERR_INPUT, _("step '%s': no such answer"), step->key);
	if (which == PREDICTION && !step->predict)
		return err_set(err, ERR_INPUT, _("step '%s' asks for no prediction"), step->key);
	return 0;
}

/* Answers that are nobody's may be those of people who are asked now: together they are not more than the side. */
static int check_sum(struct store *store, const struct standing *standing, int side, enum which which,
	struct err *err)
{
	struct query query = standing_query(store,
		which == OWN ? SQL_SIDE_OVERFULL_OWN : SQL_SIDE_OVERFULL_PREDICTION, standing, err);
	int64_t overfull;

	query_int(&query, ":side", side);
	if (query_value(&query, 0, &overfull) != 0)
		return -1;
	return overfull ? err_set(err, ERR_FAILED,
				  _("there is an answer to '%s' for everybody of this side already"),
				  standing->step) :
			  0;
}

/* Whoever was told that no name is kept does not answer by name because somebody has changed that meanwhile. */
static int check_promise(const struct session *session, const struct standing *standing, struct err *err)
{
	int at = session_step(session, standing->step);

	return at >= 0 && session->steps[at].anonymous && !standing->anonymous ?
		err_set(err, ERR_FAILED, _("step '%s' is answered by name now: the answer was not taken"),
			standing->step) :
		0;
}

int apply_ballot(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	const struct step *step = apply_step(session, change->step, err);
	char *value = step ? apply_text("answer", change->value, err) : NULL;
	struct slip slip = { .person = 0 };
	struct standing standing;
	bool adds;
	int result = -1;

	if (!value || check_which(step, change->which, err) != 0 ||
	    standing_open(store, session, step->key, value[0] != '\0', &standing, err) != 0 ||
	    check_promise(session, &standing, err) != 0 ||
	    find_side(store, session, step, standing.anonymous, change->id, &slip.side, err) != 0)
		goto out;
	if (standing.anonymous)
		result = find_secret(store, &standing, change->id, !value[0], &slip, err);
	else
		result = find_slip(store, SQL_BALLOT_OF_PERSON, &standing, change->id, &slip, err);
	if (result != 0)
		goto out;
	adds = value[0] && !slip.answers[change->which];
	mem_set(&slip.answers[change->which], value[0] ? value : NULL);
	slip.person = standing.anonymous ? 0 : change->id;
	result = keep_slip(store, &standing, &slip, err);
	if (result == 0 && standing.anonymous)
		result = mark_secret(store, &standing, change->id, &slip, err);
	if (result == 0 && adds && (change->id > 0 || is_cell(change->id)))
		result = check_sum(store, &standing, slip.side, change->which, err);
out:
	for (int which = 0; which < WHICH_COUNT; which++)
		free(slip.answers[which]);
	free(value);
	return result;
}

/* Tallies: so many of a side said it, whoever they are. */

static struct query tally_query(struct store *store, enum sql sql, const struct standing *standing,
	int side, const char *value, struct err *err)
{
	struct query query = standing_query(store, sql, standing, err);

	query_int(&query, ":side", side);
	query_text(&query, ":value", value);
	return query;
}

static int raise_tally(struct store *store, const struct standing *standing,
	const struct change *change, char *value, int64_t number, struct err *err)
{
	struct slip slip = { .side = change->side };

	slip.answers[change->which] = value;
	for (; number > 0; number--) {
		random_id(NULL, slip.id, BALLOT_ID_LENGTH);
		if (add_slip(store, standing, &slip, err) != 0)
			return -1;
	}
	return 0;
}

static int lower_tally(struct store *store, const struct standing *standing,
	const struct change *change, const char *value, int64_t number, struct err *err)
{
	enum sql sql = change->which == OWN ? SQL_TALLY_LOWER_OWN : SQL_TALLY_LOWER_PREDICTION;
	struct query query = tally_query(store, sql, standing, change->side, value, err);
	int removed;

	query_int(&query, ":number", number);
	removed = query_run(&query);
	if (removed < 0 || removed == number)
		return removed < 0 ? -1 : 0;
	return err_set(err, ERR_FAILED,
		_("some of the answers '%s' to '%s' were given by a person: change them there"),
		value, standing->step);
}

int apply_tally(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	const struct step *step = apply_step(session, change->step, err);
	char *value = step ? apply_text("answer", change->value, err) : NULL;
	struct standing standing;
	struct query query;
	int64_t count;
	int result = -1;

	if (!value || check_which(step, change->which, err) != 0)
		goto out;
	if (!value[0] || change->side < 0 || change->side >= SIDES || change->number < 0 ||
	    change->number > TALLY_LIMIT) {
		err_set(err, ERR_INPUT,
			_("step '%s': a count needs an answer, a side and a number up to %d"),
			step->key, TALLY_LIMIT);
		goto out;
	}
	if (standing_open(store, session, step->key, change->number > 0, &standing, err) != 0)
		goto out;
	query = tally_query(store,
		change->which == OWN ? SQL_TALLY_COUNT_OWN : SQL_TALLY_COUNT_PREDICTION, &standing,
		change->side, value, err);
	if (query_value(&query, 0, &count) != 0)
		goto out;
	if (change->number >= count)
		result = raise_tally(store, &standing, change, value, change->number - count, err);
	else
		result = lower_tally(store, &standing, change, value, count - change->number, err);
out:
	free(value);
	return result;
}
