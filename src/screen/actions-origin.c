/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where an action came from: the question at which it was agreed, and what the answers to that came to. */
#include "screen/actions-parts.h"

#include "bank/load.h"
#include "base/i18n.h"
#include "instrument/findings.h"
#include "screen/item-form.h"

#include <stdlib.h>
#include <string.h>

#define CHAIN 100 /* sessions that an action is followed through */

void actions_forget_origin(struct actions *actions)
{
	free(actions->known);
	free(actions->question);
	free(actions->finding);
	actions->known = actions->question = actions->finding = NULL;
}

bool actions_wants_origin(const struct actions *actions)
{
	const struct actions_row *row = actions_chosen(actions);
	char *ref;
	bool known;

	if (!row || !row->head->step[0])
		return false;
	ref = action_ref(row->head);
	known = actions->known && strcmp(actions->known, ref) == 0;
	free(ref);
	return !known;
}

static void tell(struct actions *actions, const struct session *session, const char *key)
{
	const struct module *module = NULL;
	const struct step *step = bank_step(session->bank, key, &module);
	struct findings findings;

	findings_init(&findings, session);
	for (size_t i = 0; i < findings.count; i++) {
		const struct finding *finding = &findings.items[i];

		if (strcmp(finding->progress->step->key, key) != 0)
			continue;
		actions->question = mem_strdup(finding->question);
		actions->finding = mem_printf("%s: %s", verdict_word(finding->verdict.kind), finding->sentence);
	}
	findings_release(&findings);
	/* A question that compares nothing, or was not revealed; or what a module begins with. */
	if (!actions->question && step)
		actions->question = mem_strdup(step->prompt && step->prompt[0] ? step->prompt : module->title);
}

/* The session in which an action was agreed first, as far as it is in this database; NULL where none can be read. */
static struct session *first_of(struct app *app, const struct action_head *head)
{
	struct err err = { 0 };
	struct session *session = store_load(app->store, head->session->id, bank_parse, &err);
	int id = head->item;

	for (int i = 0; session && i < CHAIN; i++) {
		const struct item *item = item_find(session, id);
		struct session *before = item && item->carried_session[0]
			? store_load(app->store, item->carried_session, bank_parse, &err) : NULL;

		if (!before)
			break;
		id = item->carried_item;
		session_free(session);
		session = before;
	}
	return session;
}

void actions_read_origin(struct app *app, struct actions *actions)
{
	const struct action_head *head = actions_chosen(actions)->head;
	struct session *session = first_of(app, head);

	actions_forget_origin(actions);
	actions->known = action_ref(head);
	/* Whoever goes there is told why it cannot be read. */
	if (session)
		tell(actions, session, head->step);
	session_free(session);
}
