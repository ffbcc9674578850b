/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to steps: their life, and the ballots, named, anonymous or counted. */
#include "store/apply.h"

#include "base/i18n.h"
#include "base/random.h"
#include "store/database.h"

#include <stdlib.h>
#include <string.h>

#define BALLOT_ID_LENGTH 16
#define TALLY_LIMIT 500

/* Where a step stands. */
struct standing {
	const char *session, *step;
	enum step_state state;
	int round;
	bool anonymous;
};

/* A step's own naming, which is stored as nothing where it has none; -1 for a name that is none. */
static int parse_own_naming(const char *name)
{
	return name[0] ? naming_parse(name) : NAMING_STEP;
}

static int read_standing(struct store *store, const struct session *session, const char *step,
	struct standing *standing, struct err *err)
{
	struct query query;
	const struct step *asked = apply_step(session, step, err);
	enum naming own;
	int got;

	*standing = (struct standing){ .session = session->id, .step = step, .round = 1 };
	if (!asked)
		return -1;
	query = query_session(store, SQL_STEP_GET, session->id, err);
	query_text(&query, ":step", step);
	got = query_next(&query);
	if (got < 1)
		return got;
	standing->state = (enum step_state)query_get_name(&query, 0, step_state_parse);
	standing->round = (int)query_get(&query, 1, 1, INT32_MAX - 1);
	own = (enum naming)query_get_name(&query, 2, parse_own_naming);
	standing->anonymous = step_is_anonymous(asked, own,
		(enum naming)query_get_name(&query, 3, naming_parse));
	return query_next(&query);
}

int apply_is_anonymous(struct store *store, const struct session *session, const char *step, bool *anonymous,
	struct err *err)
{
	struct standing standing;

	if (read_standing(store, session, step, &standing, err) != 0)
		return -1;
	*anonymous = standing.anonymous;
	return 0;
}

static int set_word(struct store *store, enum sql sql, const struct session *session,
	const char *step, const char *word, struct err *err)
{
	struct query query = query_session(store, sql, session->id, err);

	query_text(&query, ":step", step);
	query_text(&query, ":value", word);
	return query_run(&query) < 0 ? -1 : 0;
}

int apply_step_state(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	int state = change->value ? step_state_parse(change->value) : -1;
	struct standing standing;

	if (state < 0)
		return err_set(err, ERR_INPUT, _("a step cannot be '%s'"),
			change->value ? change->value : "");
	if (read_standing(store, session, change->step, &standing, err) != 0)
		return -1;
	if (standing.state >= STEP_REVEALED && state < STEP_REVEALED)
		return err_set(err, ERR_FAILED, _("step '%s' is revealed: reopen it"),
			change->step);
	return set_word(store, SQL_STEP_SET_STATE, session, change->step, change->value, err);
}

int apply_step_entry(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	const char *value = change->value ? change->value : "";

	if (value[0] && entry_parse(value) < 0)
		return err_set(err, ERR_INPUT, _("answers cannot be entered by '%s'"), value);
	if (!apply_step(session, change->step, err))
		return -1;
	return set_word(store, SQL_STEP_SET_ENTRY, session, change->step, value, err);
}

/* A query about one round of a step. */
static struct query round_query(struct store *store, enum sql sql, const struct standing *standing,
	struct err *err)
{
	struct query query = query_session(store, sql, standing->session, err);

	query_text(&query, ":step", standing->step);
	query_int(&query, ":round", standing->round);
	return query;
}

/* Named answers would become nobody's, or the others somebody's. */
int apply_step_naming(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	const struct step *step = apply_step(session, change->step, err);
	int naming = change->value ? naming_parse(change->value) : -1;
	struct standing standing;
	struct query query;
	int64_t any;

	if (!step)
		return -1;
	if (naming < 0)
		return err_set(err, ERR_INPUT, _("answers cannot be '%s'"),
			change->value ? change->value : "");
	if (!step->hideable)
		return err_set(err, ERR_FAILED, _("step '%s' needs the names of those who answer"),
			step->key);
	if (read_standing(store, session, step->key, &standing, err) != 0)
		return -1;
	if (standing.state >= STEP_REVEALED)
		return err_set(err, ERR_FAILED, _("step '%s' is revealed: reopen it"), step->key);
	/* The first round's result is shown beside the next one's, by the same rules. */
	if (standing.round > 1)
		return err_set(err, ERR_FAILED,
			_("step '%s' was answered in an earlier round: it stays as it was asked there"), step->key);
	query = round_query(store, SQL_BALLOT_ANY, &standing, err);
	if (query_value(&query, 0, &any) != 0)
		return -1;
	if (any)
		return err_set(err, ERR_FAILED,
			_("some have answered '%s' already: take that back first"), step->key);
	return set_word(store, SQL_STEP_SET_NAMING, session, step->key,
		naming == NAMING_STEP ? "" : naming_name((enum naming)naming), err);
}

/* A step that goes by the session in part, and what that comes to. */
struct begun {
	char *key, *entry;
	const char *naming;
};

static int read_begun(struct store *store, const struct session *session, struct begun **begun,
	size_t *count, struct err *err)
{
	struct query query = query_session(store, SQL_STEPS_BEGUN, session->id, err);
	size_t capacity = 0;
	int got;

	while ((got = query_next(&query)) == 1) {
		const struct step *step = bank_step(session->bank, query_peek(&query, 0), NULL);
		enum naming own, above;

		if (!step) {
			query.damaged = true;
			continue;
		}
		own = (enum naming)query_get_name(&query, 2, parse_own_naming);
		above = (enum naming)query_get_name(&query, 4, naming_parse);
		*begun = mem_grow(*begun, &capacity, *count, sizeof **begun);
		(*begun)[(*count)++] = (struct begun){
			.key = mem_strdup(step->key),
			.entry = query_get_line(&query, query_peek(&query, 1)[0] ? 1 : 3),
			.naming = naming_name(step_is_anonymous(step, own, above) ?
						      NAMING_ANONYMOUS : NAMING_NAMED),
		};
	}
	return got;
}

int apply_fix_begun(struct store *store, const struct session *session, const char *step, struct err *err)
{
	struct begun *begun = NULL;
	size_t count = 0;
	int result = read_begun(store, session, &begun, &count, err);

	for (size_t i = 0; i < count; i++) {
		struct query query = query_session(store, SQL_STEP_FIX, session->id, err);

		query_text(&query, ":step", begun[i].key);
		query_text(&query, ":entry", begun[i].entry);
		query_text(&query, ":naming", begun[i].naming);
		if (result == 0 && (!step || strcmp(begun[i].key, step) == 0))
			result = query_run(&query) < 0 ? -1 : 0;
		else
			query_end(&query);
		free(begun[i].key);
		free(begun[i].entry);
	}
	free(begun);
	return result;
}

static int run_round(struct store *store, enum sql sql, const struct standing *standing,
	struct err *err)
{
	struct query query = round_query(store, sql, standing, err);

	return query_run(&query) < 0 ? -1 : 0;
}

int apply_step_reopen(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	struct standing standing, next;

	if (read_standing(store, session, change->step, &standing, err) != 0)
		return -1;
	if (standing.state < STEP_REVEALED)
		return err_set(err, ERR_FAILED, _("step '%s' is not revealed yet: go on answering"),
			change->step);
	next = standing;
	next.round++;
	/* Nothing of an earlier attempt is to count. */
	if (run_round(store, SQL_BALLOT_ROUND_REMOVE, &next, err) != 0 ||
	    run_round(store, SQL_VOTED_ROUND_REMOVE, &next, err) != 0 ||
	    run_round(store, SQL_BALLOT_CARRY_OVER, &standing, err) != 0)
		return -1;
	return run_round(store, SQL_STEP_SET_ROUND, &next, err);
}

/* Back to before the reveal. Whoever looks at what was decided is to find what it was decided on. */
int apply_step_hide(struct store *store, const struct session *session, const struct change *change,
	struct err *err)
{
	struct standing standing;
	struct query query;
	int64_t decided;

	if (read_standing(store, session, change->step, &standing, err) != 0)
		return -1;
	if (standing.state < STEP_REVEALED)
		return err_set(err, ERR_FAILED, _("step '%s' is not revealed"), change->step);
	query = query_session(store, SQL_STEP_DECIDED, session->id, err);
	query_text(&query, ":step", change->step);
	if (query_value(&query, 0, &decided) != 0)
		return -1;
	if (decided)
		return err_set(err, ERR_FAILED,
			_("something was decided on '%s': remove that first, or ask again in a new round"),
			change->step);
	return set_word(store, SQL_STEP_SET_STATE, session, change->step,
		step_state_name(STEP_COLLECTING), err);
}

/* What was seen of answers without names: the next picture of them would tell who changed one, or was late. */
static int check_frozen(struct store *store, const struct standing *standing, struct err *err)
{
	struct query query;
	int64_t times;

	if (!standing->anonymous)
		return 0;
	query = round_query(store, SQL_RETRACTION_GET, standing, err);
	if (query_value(&query, 0, &times) != 0)
		return -1;
	return times == 0 ? 0 :
		err_set(err, ERR_FAILED,
			_("the answers to '%s' carry no names and were seen: they stay until it is asked again"),
			standing->step);
}

/* Answers may change until they are revealed. The first one opens the step. */
static int open_step(struct store *store, const struct session *session, const char *step,
	bool answered, struct standing *standing, struct err *err)
{
	if (read_standing(store, session, step, standing, err) != 0)
		return -1;
	if (standing->state >= STEP_REVEALED)
		return err_set(err, ERR_FAILED,
			_("step '%s' is revealed: reopen it to change an answer"), step);
	if (check_frozen(store, standing, err) != 0)
		return -1;
	if (standing->state == STEP_COLLECTING || !answered)
		return 0;
	return set_word(store, SQL_STEP_SET_STATE, session, step, step_state_name(STEP_COLLECTING),
		err);
}

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
	struct query query = round_query(store, sql, standing, err);
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
	struct query query = round_query(store, SQL_BALLOT_ADD, standing, err);

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
	query = round_query(store, empty ? SQL_BALLOT_REMOVE : SQL_BALLOT_SET, standing, err);
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
	struct query query = round_query(store, sql, standing, err);

	query_int(&query, ":person", person);
	if (ballot)
		query_text(&query, ":id", ballot);
	return query_run(&query) < 0 ? -1 : 0;
}

/* Finds a person's anonymous slip by the link in memory. taken: an answer that is to be taken back. */
static int find_secret(struct store *store, const struct standing *standing, int person,
	bool taken, struct slip *slip, struct err *err)
{
	struct query query = round_query(store, SQL_VOTED_GET, standing, err);
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
		struct query query = round_query(store, SQL_VOTED_ADD, standing, err);

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
	struct query query = round_query(store,
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
	    open_step(store, session, step->key, value[0] != '\0', &standing, err) != 0 ||
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
	struct query query = round_query(store, sql, standing, err);

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
	if (open_step(store, session, step->key, change->number > 0, &standing, err) != 0)
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
