/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Sessions beside the one that is open. */
#include "screen/earlier.h"

#include "bank/load.h"
#include "base/date.h"
#include "base/mem.h"
#include "report/compare.h"
#include "store/store.h"

#include <stdlib.h>

int earlier_load(struct store *store, const struct session *session, struct session **earlier, struct err *err)
{
	*earlier = NULL;
	/* Its day is known only where it is here. */
	if (!session->follows[0] || session->follows_date == DAY_NONE)
		return 0;
	*earlier = store_load(store, session->follows, bank_parse, err);
	return *earlier ? 0 : -1;
}

struct session **sessions_load(struct store *store, const char *const *ids, size_t count, struct err *err)
{
	struct session **sessions = mem_zalloc(count, sizeof *sessions);

	for (size_t i = 0; i < count; i++) {
		sessions[i] = store_load(store, ids[i], bank_parse, err);
		if (sessions[i])
			continue;
		sessions_free(sessions, i);
		return NULL;
	}
	qsort(sessions, count, sizeof *sessions, compare_by_date);
	return sessions;
}

void sessions_free(struct session **sessions, size_t count)
{
	for (size_t i = 0; sessions && i < count; i++)
		session_free(sessions[i]);
	free(sessions);
}
