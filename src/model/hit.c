/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a search has found. */
#include "model/hit.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

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

size_t hits_same_module(const struct hits *hits, size_t from, size_t i)
{
	const struct hit *hit = &hits->items[i];
	size_t length = strcspn(hit->step, "/");

	for (; from < i; from++) {
		const struct hit *other = &hits->items[from];

		if (other->kind == MENTION_PROMPT && other->bank == hit->bank && strcspn(other->step, "/") == length &&
		    strncmp(other->step, hit->step, length) == 0)
			break;
	}
	return from;
}
