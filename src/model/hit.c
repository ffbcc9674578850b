/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search has found. */
#include "model/hit.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>

void hit_release(struct hit *hit)
{
	free(hit->step);
	marked_release(&hit->words);
	marked_release(&hit->more);
	session_head_release(&hit->head);
}

void hits_release(struct hits *hits)
{
	for (size_t i = 0; i < hits->count; i++)
		hit_release(&hits->items[i]);
	free(hits->items);
	*hits = (struct hits){ 0 };
}

char *hit_kind(const struct hit *hit)
{
	if (hit->dropped)
		return mem_strdup(_("action, dropped"));
	if (hit->carried)
		return mem_strdup(_("action, carried"));
	if (hit->done && hit->kind == MENTION_ACTION)
		return mem_strdup(_("action, done"));
	if (hit->done)
		return mem_strdup(_("parked, done"));
	return mem_strdup(mention_kind_words(hit->kind));
}
