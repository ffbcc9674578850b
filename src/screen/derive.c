/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Works out what lists show of sessions, once these have changed. */
#include "screen/derive.h"

#include "bank/load.h"
#include "base/date.h"
#include "report/harmony.h"
#include "store/search.h"
#include "store/store.h"

int derive_session(struct store *store, const struct session *session, struct err *err)
{
	struct derived derived = { .harmony_low = -1, .harmony_high = -1 };
	struct harmony harmony;
	int result;

	if (session->halt != HALT_CANCELLED && harmony_measure(session, &harmony) && harmony.state == HARMONY_SHOWN) {
		derived.harmony_low = harmony.low.bound;
		derived.harmony_high = harmony.high.bound;
	}
	mentions_of_session(session, &derived.mentions);
	result = store_keep_derived(store, session, &derived, err);
	mentions_release(&derived.mentions);
	return result;
}

/* As one, so that nobody changes it meanwhile. */
static int derive_next(struct store *store, struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];
	struct session *session = NULL;
	int got;

	if (store_begin(store, __func__, err) != 0)
		return -1;
	got = store_stale(store, id, err);
	if (got == 1) {
		session = store_load(store, id, bank_parse, err);
		/* One that is damaged says so itself when it is opened; the others are not to wait for it. */
		if (!session && err->code == ERR_INPUT)
			got = store_skip_derived(store, id, err) == 0 ? 1 : -1;
		else if (!session || derive_session(store, session, err) != 0)
			got = -1;
		session_free(session);
	}
	if (got == 1)
		return store_commit(store, __func__, err) == 0 ? 1 : -1;
	store_rollback(store, __func__);
	return got;
}

int derive_stale(struct store *store, int64_t milliseconds, struct err *err)
{
	struct err own = { 0 };
	int64_t start = clock_ticks();
	int got;

	err = err ? err : &own;
	do {
		got = derive_next(store, err);
		/* A damaged index of the search is made anew, once. */
		if (got < 0 && store_heal_search(store, NULL) == 1)
			got = 1;
	} while (got == 1 && clock_ticks() - start < milliseconds);
	return got < 0 ? -1 : got == 0;
}
