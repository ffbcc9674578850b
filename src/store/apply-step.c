/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Changes to steps: their life, how they are answered, and whether by name. */
#include "store/apply.h"

#include "base/i18n.h"
#include "store/database.h"
#include "store/standing.h"

#include <stdlib.h>
#include <string.h>

/* A step's own naming, which is stored as nothing where it has none; -1 for a name that is none. */
static int parse_own_naming(const char *name)
{
	return name[0] ? naming_parse(name) : NAMING_STEP;
}

int standing_read(struct store *store, const struct session *session, const char *step,
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

	if (standing_read(store, session, step, &standing, err) != 0)
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
	if (standing_read(store, session, change->step, &standing, err) != 0)
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

struct query standing_query(struct store *store, enum sql sql, const struct standing *standing,
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
	if (standing_read(store, session, step->key, &standing, err) != 0)
		return -1;
	if (standing.state >= STEP_REVEALED)
		return err_set(err, ERR_FAILED, _("step '%s' is revealed: reopen it"), step->key);
	/* The first round's result is shown beside the next one's, by the same rules. */
	if (standing.round > 1)
		return err_set(err, ERR_FAILED,
			_("step '%s' was answered in an earlier round: it stays as it was asked there"), step->key);
	query = standing_query(store, SQL_BALLOT_ANY, &standing, err);
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
	struct query query = standing_query(store, sql, standing, err);

	return query_run(&query) < 0 ? -1 : 0;
}

int apply_step_reopen(struct store *store, const struct session *session,
	const struct change *change, struct err *err)
{
	struct standing standing, next;

	if (standing_read(store, session, change->step, &standing, err) != 0)
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

	if (standing_read(store, session, change->step, &standing, err) != 0)
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
	query = standing_query(store, SQL_RETRACTION_GET, standing, err);
	if (query_value(&query, 0, &times) != 0)
		return -1;
	return times == 0 ? 0 :
		err_set(err, ERR_FAILED,
			_("the answers to '%s' carry no names and were seen: they stay until it is asked again"),
			standing->step);
}

int standing_open(struct store *store, const struct session *session, const char *step,
	bool answered, struct standing *standing, struct err *err)
{
	if (standing_read(store, session, step, standing, err) != 0)
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
