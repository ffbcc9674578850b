/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room did about a question. */
#include "model/fate.h"

#include "base/mem.h"

#include <string.h>

static const enum item_kind order[] = { ITEM_DECISION, ITEM_ACTION, ITEM_PARKED, ITEM_DIFFER };

const struct item *fate_of(const struct session *session, const char *step)
{
	for (size_t k = 0; k < COUNT_OF(order); k++)
		for (size_t i = 0; i < session->item_count; i++)
			if (session->items[i].kind == order[k] && strcmp(session->items[i].step, step) == 0)
				return &session->items[i];
	return NULL;
}
