/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord done: marks actions as done, or drops them. */
#include "command/command.h"

#include "bank/load.h"
#include "base/i18n.h"
#include "base/text.h"
#include "model/action-head.h"
#include "model/change.h"
#include "screen/item-form.h"
#include "store/store.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { OPTION_DROP, OPTION_UNDO };

/* An action that is named, in one of the sessions. */
struct target {
	size_t session;
	int item;
};

struct targets {
	struct session **sessions;
	size_t session_count, session_capacity;
	struct target *items;
	size_t count, capacity;
};

static void targets_release(struct targets *targets)
{
	for (size_t i = 0; i < targets->session_count; i++)
		session_free(targets->sessions[i]);
	free(targets->sessions);
	free(targets->items);
}

/* The place of a session, which is loaded where it is new; -1 with err set. */
static int find_session(struct store *store, const char *id, struct targets *targets, size_t *at, struct err *err)
{
	struct session *session;

	for (*at = 0; *at < targets->session_count; (*at)++)
		if (strcmp(targets->sessions[*at]->id, id) == 0)
			return 0;
	session = store_load(store, id, bank_parse, err);
	if (!session)
		return -1;
	targets->sessions = mem_grow(targets->sessions, &targets->session_capacity, targets->session_count,
		sizeof *targets->sessions);
	targets->sessions[targets->session_count++] = session;
	return 0;
}

/* Whether it can become what the call wants. */
static int check(const struct call *call, const char *ref, const struct item *item, struct err *err)
{
	bool undo = call->values[OPTION_UNDO], drop = call->values[OPTION_DROP];
	char *taker;

	switch (item_state(item)) {
	case ACTION_CARRIED:
		taker = item_taker(item);
		err_set(err, ERR_FAILED, _("'%s' was carried into '%s': name that one"), ref, taker);
		free(taker);
		return -1;
	case ACTION_DONE:
		if (drop)
			return err_set(err, ERR_FAILED, _("'%s' is done: --undo opens it again"), ref);
		return undo ? 0 : err_set(err, ERR_FAILED, _("'%s' is done already"), ref);
	case ACTION_DROPPED:
		return drop ? err_set(err, ERR_FAILED, _("'%s' is dropped already: %s"), ref, item->dropped) : 0;
	default:
		return undo ? err_set(err, ERR_FAILED, _("'%s' is open: there is nothing to take back"), ref) : 0;
	}
}

static int add_target(const struct call *call, struct store *store, const char *ref, struct targets *targets,
	struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];
	struct target target;
	const struct item *item;

	if (store_action_ref(store, ref, id, &target.item, err) != 0 ||
		find_session(store, id, targets, &target.session, err) != 0)
		return -1;
	item = item_find(targets->sessions[target.session], target.item);
	if (!item || item->kind != ITEM_ACTION)
		return err_set(err, ERR_FAILED,
			_("session '%s' has no action %d: 'accord actions --all --session %s' lists them"), id, target.item, id);
	for (size_t i = 0; i < targets->count; i++)
		if (targets->items[i].session == target.session && targets->items[i].item == target.item)
			return err_set(err, ERR_USAGE, _("'%s' is named twice"), ref);
	if (check(call, ref, item, err) != 0)
		return -1;
	targets->items = mem_grow(targets->items, &targets->capacity, targets->count, sizeof *targets->items);
	targets->items[targets->count++] = target;
	return 0;
}

/* All that is wrong is said before anything is changed. */
static int find_all(const struct call *call, struct store *store, struct targets *targets, struct err *err)
{
	int bad = 0;

	for (int i = 0; i < call->argument_count; i++) {
		char *safe;

		if (add_target(call, store, call->arguments[i], targets, err) == 0)
			continue;
		if (call->argument_count == 1)
			return -1;
		safe = text_visible(err->message, false);
		fprintf(stderr, "accord: %s\n", safe);
		free(safe);
		bad++;
	}
	return bad ? err_set(err, err->code, "%s", _("nothing was changed")) : 0;
}

static void add_change(const struct call *call, const struct item *item, struct changes *changes)
{
	const char *reason = call->values[OPTION_DROP];

	if (reason)
		change_item_set(changes, item->id, "dropped", reason);
	else if (!call->values[OPTION_UNDO])
		change_item_set(changes, item->id, "done", "yes");
	else
		change_item_set(changes, item->id, item->done ? "done" : "dropped", item->done ? "no" : "");
}

static int change_all(const struct call *call, struct store *store, struct targets *targets, struct err *err)
{
	const char *label = call->values[OPTION_DROP]   ? N_("dropping an action")
			    : call->values[OPTION_UNDO] ? N_("opening an action again")
							: N_("marking as done");

	for (size_t s = 0; s < targets->session_count; s++) {
		struct session *session = targets->sessions[s];
		struct changes changes = { 0 };
		int result;

		changes_label(&changes, label);
		for (size_t i = 0; i < targets->count; i++)
			if (targets->items[i].session == s)
				add_change(call, item_find(session, targets->items[i].item), &changes);
		result = changes.count ? store_apply(store, session, &changes, err) : 0;
		changes_release(&changes);
		if (result != 0)
			return -1;
	}
	return 0;
}

static void print(const struct call *call, const struct targets *targets)
{
	const char *what = call->values[OPTION_DROP]   ? _("dropped")
			   : call->values[OPTION_UNDO] ? _("open again")
						       : _("done");

	for (size_t i = 0; i < targets->count; i++) {
		const struct session *session = targets->sessions[targets->items[i].session];
		const struct item *item = item_find(session, targets->items[i].item);
		char *text = text_tidy(item->text), *safe = text_visible(text, false);

		printf("%s/%d  %s: %s\n", session->id, item->id, what, safe);
		free(safe);
		free(text);
	}
}

static int read_options(const struct call *call, struct err *err)
{
	const char *reason = call->values[OPTION_DROP];
	char *tidy = text_tidy(reason ? reason : "-");
	bool empty = !tidy[0];

	free(tidy);
	if (empty)
		return err_set(err, ERR_USAGE, _("--drop needs a reason, which stands with the action"));
	if (reason && call->values[OPTION_UNDO])
		return err_set(err, ERR_USAGE, _("--drop and --undo exclude each other: choose one"));
	return 0;
}

/* All of them or none. */
static int change(const struct call *call, struct store *store, struct targets *targets, struct err *err)
{
	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (find_all(call, store, targets, err) == 0 && change_all(call, store, targets, err) == 0)
		return store_commit(store, __func__, err);
	store_rollback(store, __func__);
	return -1;
}

static int run(const struct call *call, struct err *err)
{
	struct targets targets = { 0 };
	struct store *store = NULL;
	int status = 0;

	if (read_options(call, err) != 0 || !(store = call_open(call, err)) ||
		change(call, store, &targets, err) != 0)
		status = (int)err->code;
	else
		print(call, &targets);
	targets_release(&targets);
	store_close(store);
	return status;
}

const struct command command_done = {
	.name = "done",
	.synopsis = "ACTION...",
	.summary = N_("Mark actions as done, or drop them"),
	.details = N_("An ACTION is SESSION/NUMBER, as 'accord actions' lists it; a unique beginning\n"
		      "of the session's id will do, and 'last/3' is one of the session changed last.\n"
		      "Where one of several cannot be done, none is."),
	.least = 1,
	.most = INT_MAX,
	.options = {
		[OPTION_DROP] = { "drop", "REASON", N_("they will not be done, and why"), NULL },
		[OPTION_UNDO] = { "undo", NULL, N_("they are open again"), NULL },
	},
	.run = run,
};
