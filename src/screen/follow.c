/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Making a session that follows another one. */
#include "screen/follow.h"

#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

#define CHAIN_LIMIT 100

struct session *follow_load(struct store *store, const char *id, struct err *err)
{
	struct session *session = store_load(store, id, bank_parse, err);

	if (!session || session->halt != HALT_CANCELLED)
		return session;
	err_set(err, ERR_FAILED, _("session '%s' is cancelled: take that back before you follow it up"), session->id);
	session_free(session);
	return NULL;
}

char *follow_already(struct store *store, const char *id)
{
	struct session_link *links;
	char *words = NULL, date[11];
	size_t count;

	if (store_followers(store, id, &links, &count, NULL) != 0)
		return NULL;
	for (size_t i = 0; i < count; i++) {
		if (links[i].halt != HALT_CANCELLED) {
			date_format(links[i].date, date);
			free(words);
			words = mem_printf(_("session %s of %s follows it already"), links[i].id, date);
		}
		free(links[i].title);
	}
	free(links);
	return words;
}

static void set_ways(const struct follow_takes *takes, struct changes *changes)
{
	if (takes->entry != ENTRY_ROLL_CALL)
		change_session(changes, "entry", entry_name(takes->entry));
	if (takes->naming != NAMING_STEP)
		change_session(changes, "naming", naming_name(takes->naming));
}

static int take_over(struct store *store, const char *id, const struct session *before, const struct follow_takes *takes,
	struct err *err)
{
	struct session *session = store_load(store, id, bank_parse, err);
	struct changes changes = { 0 };
	int result = -1;

	if (session) {
		changes_label(&changes, N_("what is taken over from the session before"));
		if (takes->agenda)
			follow_agenda(session, before, &changes);
		if (takes->people)
			follow_people(session, before, &changes);
		set_ways(takes, &changes);
		result = changes.count ? store_apply(store, session, &changes, err) : 0;
	}
	changes_release(&changes);
	session_free(session);
	return result;
}

int follow_create(struct store *store, struct session_plan *plan, const struct session *before,
	const struct follow_takes *takes, char id[SESSION_ID_LENGTH + 1], struct err *err)
{
	plan->follows = before->id;
	if (store_begin(store, __func__, err) != 0)
		return -1;
	if (store_create(store, plan, id, err) != 0 || take_over(store, id, before, takes, err) != 0) {
		store_rollback(store, __func__);
		return -1;
	}
	return store_commit(store, __func__, err);
}

static bool is_in(const struct follow_chain *chain, const struct session *session, const char *id)
{
	bool found = strcmp(session->id, id) == 0;

	for (size_t i = 0; i < chain->count; i++)
		found = found || strcmp(chain->sessions[i]->id, id) == 0;
	return found;
}

int follow_chain_load(struct store *store, const struct session *session, struct follow_chain *chain, struct err *err)
{
	const struct session *last = session;
	char id[SESSION_ID_LENGTH + 1];

	*chain = (struct follow_chain){ 0 };
	/* The title is empty where it is not in this database. A file from elsewhere may lead round in a ring. */
	while (last->follows_title[0] && chain->count < CHAIN_LIMIT && !is_in(chain, session, last->follows)) {
		struct session *before;

		id[0] = '\0';
		strncat(id, last->follows, SESSION_ID_LENGTH);
		before = store_load(store, id, bank_parse, err);
		if (!before)
			return -1;
		chain->sessions = mem_grow(chain->sessions, &chain->capacity, chain->count, sizeof *chain->sessions);
		chain->sessions[chain->count++] = before;
		last = before;
	}
	return 0;
}
