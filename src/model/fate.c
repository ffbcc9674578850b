/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room did about a question. */
#include "model/fate.h"

#include "base/mem.h"
#include "model/action-head.h"

#include <string.h>

static const enum item_kind order[] = { ITEM_DECISION, ITEM_ACTION, ITEM_PARKED, ITEM_DIFFER };

bool fate_is_dropped(const struct item *item)
{
	return item->kind == ITEM_ACTION && item_state(item) == ACTION_DROPPED;
}

const struct item *fate_of(const struct session *session, const char *step)
{
	const struct item *dropped = NULL;

	for (size_t k = 0; k < COUNT_OF(order); k++)
		for (size_t i = 0; i < session->item_count; i++) {
			const struct item *item = &session->items[i];

			if (item->kind != order[k] || strcmp(item->step, step) != 0 || item_is_past(item))
				continue;
			if (!fate_is_dropped(item))
				return item;
			dropped = dropped ? dropped : item;
		}
	return dropped;
}
