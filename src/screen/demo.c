/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fictional sessions. Whoever is named here was made up. */
#include "screen/demo.h"

#include "bank/find.h"
#include "bank/load.h"
#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"
#include "instrument/instrument.h"
#include "screen/demo-parts.h"
#include "screen/derive.h"

#include <stdlib.h>
#include <string.h>

#define DEMO_BANK "joint-workshop"
#define DEMO_BATCH 100
#define DEMO_LONG_AGO 200 /* days */
#define DEMO_DAYS 2922 /* eight years; where there are more sessions than fill them, several are held in a week */

static const char *const organisations[] = {
	"Alder Foods", "Birch & Bay", "Corvid Travel", "Dune Retail", "Elm Street Bank", "Fjord Energy",
	"Gannet Air", "Heron Health", "Ibis Insurance", "Juniper Homes", "Kestrel Sports", "Linden Media",
};

static const char *const first_names[] = {
	"Ana", "Ben", "Caz", "Dev", "Eve", "Fay", "Gil", "Hana", "Ivo", "Jun", "Kaja", "Lou", "Mei", "Noor", "Ola",
	"Pia", "Quinn", "Rui", "Siri", "Taro", "Uma", "Vera", "Wim", "Xenia", "Yara", "Zoe",
};

static const char *const last_names[] = {
	"Aho", "Berg", "Costa", "Dahl", "Eriksen", "Fabre", "Garc\xc3\xad" "a", "Horn", "Ito", "Jansen",
	"Kov\xc3\xa1" "cs",
	"Lund", "Moreau", "Novak", "Okafor", "Patel", "Quist", "Rossi", "Sato", "Tamm", "Ueda", "Vogel", "Weiss",
	"Xu", "Young", "Zeman",
};

static const char *const roles[] = { "lead", "manager", "analyst", "planner", "specialist", "architect" };

static const char *const decisions[] = {
	"Both sides look at supplier contracts together before they renew.",
	"Requests name the day on which they are needed and what depends on it.",
	"One shared measure goes into both sides' goals from the next quarter.",
};

/* In the words of whoever sees a decision otherwise. */
static const char *const dissents[] = {
	"We tried that two years ago, and nobody kept to it.",
	"One number cannot stand for what both of us do.",
	"This will slow us down where we have to be fast.",
};

static const char *const differences[] = {
	"Whether a campaign may go live with known faults.",
	"Who should have the last word on a new tool.",
};

static const char *const actions[] = {
	"List all contracts that end this year", "Agree on how visits are counted",
	"Sit in on each other's weekly meeting", "Draft the page on how to ask for data",
};

uint32_t demo_below(struct demo *demo, size_t count)
{
	return rng_below(&demo->rng, (uint32_t)count);
}

static void add_people(struct demo *demo, int count)
{
	for (int i = 0; i < count; i++) {
		char *name = mem_printf("%s %s", first_names[(size_t)i % COUNT_OF(first_names)],
			last_names[((size_t)i * 7 + demo_below(demo, 3)) % COUNT_OF(last_names)]);

		change_person_add(&demo->changes, name, DEMO_PICK(demo, roles), i % SIDES);
		free(name);
	}
}

static void add_items(struct demo *demo)
{
	const struct session *session = demo->session;
	const char *step = session->step_count ? session->steps[session->step_count - 1].step->key : "";
	size_t first = demo_below(demo, COUNT_OF(decisions));

	for (size_t i = 0; i < 2; i++)
		change_item_add(&demo->changes, ITEM_DECISION, step, decisions[(first + i) % COUNT_OF(decisions)], "",
			DAY_NONE);
	for (size_t i = 0; i < COUNT_OF(actions); i++) {
		const struct person *owner = &session->people[demo_below(demo, session->person_count)];

		change_item_add(&demo->changes, ITEM_ACTION, step, actions[i], owner->name,
			session->date + 14 + 7 * (int)demo_below(demo, 12));
	}
	change_item_add(&demo->changes, ITEM_DIFFER, step, DEMO_PICK(demo, differences), "", DAY_NONE);
	change_item_add(&demo->changes, ITEM_PARKED, step, "Who looks after the old web shop?", "", DAY_NONE);
}

/* Of those of long ago most are done; not by chance, so that what else is made up stays the same. */
static void do_actions(struct demo *demo)
{
	const struct session *session = demo->session;

	for (size_t i = 0; i < session->item_count; i++)
		if (session->items[i].kind == ITEM_ACTION && clock_today() - session->date > DEMO_LONG_AGO &&
		    (demo->made + (int)i) % 11 != 0)
			change_item_set(&demo->changes, session->items[i].id, "done", "1");
}

static const struct person *somebody_of(struct demo *demo, int side)
{
	const struct session *session = demo->session;
	int count = session_people_of(session, side), at = count > 0 ? (int)demo_below(demo, (size_t)count) : 0;

	for (size_t i = 0; i < session->person_count; i++)
		if (session->people[i].side == side && at-- == 0)
			return &session->people[i];
	return NULL;
}

/* Both sides say yes to most decisions, one side to a few, and now and then somebody sees it otherwise. */
static void confirm_decisions(struct demo *demo)
{
	static const char *const fields[SIDES] = { "yes-0", "yes-1" };

	for (size_t i = 0; i < demo->session->item_count; i++) {
		const struct item *item = &demo->session->items[i];
		int silent = demo_below(demo, 4) == 0 ? (int)demo_below(demo, SIDES) : SIDE_NONE;

		if (item->kind != ITEM_DECISION)
			continue;
		for (int side = 0; side < SIDES; side++) {
			const struct person *person = somebody_of(demo, side);

			if (person && side != silent)
				change_item_set(&demo->changes, item->id, fields[side], person->name);
		}
		if (demo_below(demo, 3) == 0)
			change_item_set(&demo->changes, item->id, "dissent", DEMO_PICK(demo, dissents));
	}
}

/* People and rows first, as answers, levels and pairs are about them. */
static void fill(struct demo *demo, int people)
{
	const struct session *session = demo->session;

	add_people(demo, people);
	demo_take(demo);
	demo->next_row = session_next_row(session);
	for (size_t i = 0; i < session->step_count; i++)
		if (strcmp(session->steps[i].step->kind, "register") == 0)
			demo_fill_register(demo, session->steps[i].step);
	demo_take(demo);
	for (size_t i = 0; i < session->step_count; i++) {
		const struct step *step = session->steps[i].step;

		demo_answer(demo, step);
		if (instrument_find(step->kind)->reveals)
			change_step_state(&demo->changes, step->key, STEP_REVEALED);
	}
	add_items(demo);
	demo_take(demo);
	confirm_decisions(demo);
	do_actions(demo);
	change_session(&demo->changes, "state", session_state_name(SESSION_FINISHED));
	demo_take(demo);
	demo_seal(demo);
}

static int make_session(struct demo *demo, const struct demo_plan *plan, const struct bank *bank,
	const char *text, int number, struct err *err)
{
	int today = clock_today();
	char id[SESSION_ID_LENGTH + 1];
	struct session_plan session = {
		.title = bank->title,
		.organisation = DEMO_PICK(demo, organisations),
		.facilitator = "Robin Vale",
		.agenda = bank->agendas[0].id,
		.date = today - 7 - (int)demo_below(demo, 30) - number * 3 % DEMO_DAYS,
		.bank_text = text,
		.bank = bank,
		.rng = &demo->rng,
	};
	int result = -1;

	session.created = (int64_t)session.date * 86400 + 9 * 3600;
	if (store_create(demo->store, &session, id, err) != 0)
		return -1;
	demo->session = store_load(demo->store, id, bank_parse, err);
	if (demo->session) {
		fill(demo, plan->people);
		result = store_fill(demo->store, demo->session, err);
	}
	if (result == 0)
		result = derive_session(demo->store, demo->session, err);
	session_free(demo->session);
	demo->session = NULL;
	return result;
}

/* Some sessions in one transaction; nobody else who writes is to wait for all of them. */
static int make_batch(struct demo *demo, const struct demo_plan *plan, const struct bank *bank, const char *text,
	struct err *err)
{
	int result = store_begin(demo->store, __func__, err);

	if (result != 0)
		return -1;
	for (int i = 0; result == 0 && i < DEMO_BATCH && demo->made < plan->sessions; i++)
		result = make_session(demo, plan, bank, text, demo->made++, err);
	if (result == 0)
		return store_commit(demo->store, __func__, err);
	store_rollback(demo->store, __func__);
	return -1;
}

int demo_fill(struct store *store, const struct demo_plan *plan, demo_progress *progress, void *data,
	struct err *err)
{
	struct demo demo = { .store = store };
	struct diags diags = { 0 };
	struct bank *bank = NULL;
	struct str text;
	char *path = bank_find(DEMO_BANK, plan->banks, err);
	int result = -1;

	str_init(&text);
	rng_seed(&demo.rng, plan->seed);
	if (!path)
		goto out;
	bank = bank_load_file(path, &text, &diags, err);
	if (!bank)
		goto out;
	if (store_past(store, false, err) != 0)
		goto out;
	result = 0;
	while (result == 0 && demo.made < plan->sessions) {
		result = make_batch(&demo, plan, bank, text.data, err);
		if (result == 0 && progress)
			progress(data, demo.made, plan->sessions);
	}
	if (store_past(store, true, result == 0 ? err : NULL) != 0)
		result = -1;
out:
	changes_release(&demo.changes);
	diags_release(&diags);
	bank_free(bank);
	str_release(&text);
	free(path);
	return result;
}
