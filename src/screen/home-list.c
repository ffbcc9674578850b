/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sessions of home: read, kept up to date, filtered and sorted. */
#include "screen/home-parts.h"

#include "base/date.h"
#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

static void free_entry(struct home_entry *entry)
{
	session_head_release(&entry->head);
	free(entry->organisation);
	free(entry->key);
	free(entry);
}

/* Takes the head, and works out once what each key of the filter needs. */
static void set_head(struct home_entry *entry, struct session_head *head)
{
	char date[11], *text;

	session_head_release(&entry->head);
	free(entry->organisation);
	free(entry->key);
	entry->head = *head;
	*head = (struct session_head){ 0 };
	date_format(entry->head.date, date);
	text = mem_printf("%s\n%s\n%s\n%s\n%s\n%s\n%s", entry->head.organisation, entry->head.title, date,
		session_state_words(entry->head.state, entry->head.halt), entry->head.facilitator,
		entry->head.bank_title, entry->head.id);
	entry->key = match_fold(text);
	entry->organisation = match_fold(entry->head.organisation);
	free(text);
}

/* Sorting: whatever comes first, then the newest first. */

static int by_date(const struct session_head *a, const struct session_head *b)
{
	if (a->date != b->date)
		return a->date < b->date ? 1 : -1;
	return a->number == b->number ? 0 : a->number < b->number ? 1 : -1;
}

static int compare_dates(const void *one, const void *other)
{
	const struct home_entry *const *a = one, *const *b = other;

	return by_date(&(*a)->head, &(*b)->head);
}

static int compare_organisations(const void *one, const void *other)
{
	const struct home_entry *const *a = one, *const *b = other;
	int order = strcmp((*a)->organisation, (*b)->organisation);

	return order ? order : compare_dates(one, other);
}

/* What goes on, or is still to come, before what is over. */
static int state_order(const struct session_head *head)
{
	static const int orders[SESSION_STATES] = {
		[SESSION_RUNNING] = 0, [SESSION_PLANNED] = 1, [SESSION_FINISHED] = 3,
	};

	if (head->halt == HALT_CANCELLED)
		return 4;
	return head->halt == HALT_SET_ASIDE ? 2 : orders[head->state];
}

static int compare_states(const void *one, const void *other)
{
	const struct home_entry *const *a = one, *const *b = other;
	int order = state_order(&(*a)->head) - state_order(&(*b)->head);

	return order ? order : compare_dates(one, other);
}

static int (*const compare[HOME_SORTS])(const void *one, const void *other) = {
	[HOME_BY_DATE] = compare_dates,
	[HOME_BY_ORGANISATION] = compare_organisations,
	[HOME_BY_STATE] = compare_states,
};

struct home_entry *home_chosen(const struct home *home)
{
	return home->shown_count ? home->shown[home->list.cursor] : NULL;
}

/* Shows what the filter lets through; the cursor stays on the entry, at its line of the screen, where that is shown. */
static void show(struct home *home, const struct home_entry *chosen)
{
	int line = home->list.cursor - home->list.top;

	free(home->shown);
	home->shown = mem_zalloc(home->count + 1, sizeof *home->shown);
	home->shown_count = 0;
	for (size_t i = 0; i < home->count; i++) {
		struct home_entry *entry = home->entries[i];

		if (!match_finds(&home->filter.match, entry->key))
			continue;
		if (entry == chosen) {
			home->list.cursor = (int)home->shown_count;
			home->list.top = home->list.cursor > line ? home->list.cursor - line : 0;
			chosen = NULL;
		}
		home->shown[home->shown_count++] = entry;
	}
	/* It is not among them. */
	if (chosen)
		home->list.cursor = home->list.top = 0;
	list_count(&home->list, (int)home->shown_count);
}

static void sort(struct home *home)
{
	if (home->count > 0)
		qsort(home->entries, home->count, sizeof *home->entries, compare[home->sort]);
}

void home_sort_by(struct home *home, enum home_sort by)
{
	const struct home_entry *chosen = home_chosen(home);

	home->sort = by;
	home->arranged++;
	sort(home);
	show(home, chosen);
}

void home_filter(struct home *home)
{
	const struct home_entry *chosen = home_chosen(home);

	home->arranged++;
	show(home, chosen);
}

void home_filter_clear(struct home *home)
{
	filter_clear(&home->filter);
	home_filter(home);
}

static struct home_entry *find(const struct home *home, const char *id)
{
	for (size_t i = 0; i < home->count; i++)
		if (strcmp(home->entries[i]->head.id, id) == 0)
			return home->entries[i];
	return NULL;
}

void home_choose(struct home *home, const char *id)
{
	const struct home_entry *entry = find(home, id);

	if (!entry)
		return;
	if (!match_finds(&home->filter.match, entry->key))
		home_filter_clear(home);
	for (size_t i = 0; i < home->shown_count; i++)
		if (home->shown[i] == entry)
			home->list.cursor = (int)i;
}

static struct home_entry *add(struct home *home)
{
	home->entries = mem_grow(home->entries, &home->capacity, home->count, sizeof *home->entries);
	return home->entries[home->count++] = mem_zalloc(1, sizeof **home->entries);
}

/* Takes those away that are gone; the next one takes the place of the one at the cursor. */
static void sweep(struct home *home)
{
	size_t kept = 0;

	for (size_t i = 0; i < home->shown_count; i++)
		if (!home->shown[i]->gone)
			home->shown[kept++] = home->shown[i];
	home->shown_count = kept;
	list_count(&home->list, (int)kept);
	kept = 0;
	for (size_t i = 0; i < home->count; i++) {
		if (home->entries[i]->gone)
			free_entry(home->entries[i]);
		else
			home->entries[kept++] = home->entries[i];
	}
	home->count = kept;
}

/* By their ids, so that those that are known already are found in no time. */
static int compare_ids(const void *one, const void *other)
{
	const struct home_entry *const *a = one, *const *b = other;

	return strcmp((*a)->head.id, (*b)->head.id);
}

static void take(struct home *home, struct session_head *heads, size_t count)
{
	struct home_entry *chosen = home_chosen(home);
	size_t known = home->count;

	if (known > 0)
		qsort(home->entries, known, sizeof *home->entries, compare_ids);
	for (size_t i = 0; i < count; i++) {
		struct home_entry wanted = { .head.id = heads[i].id }, *key = &wanted, **found = NULL;
		struct home_entry *entry;

		if (known > 0)
			found = bsearch(&key, home->entries, known, sizeof *home->entries, compare_ids);
		entry = found ? *found : add(home);
		set_head(entry, &heads[i]);
		entry->gone = false;
	}
	free(heads);
	if (chosen && chosen->gone)
		chosen = NULL;
	sweep(home);
	sort(home);
	show(home, chosen ? chosen : home_chosen(home));
	home_forget_glance(home);
}

void home_load(struct app *app, struct home *home)
{
	int64_t now = clock_now();
	struct session_head *heads;
	struct err err = { 0 };
	size_t count;

	if (store_heads(app->store, clock_today(), &heads, &count, &err) != 0) {
		app_fail(app, &err);
		return;
	}
	home->today = clock_today();
	home->since = now;
	home->outdated = false;
	for (size_t i = 0; i < home->count; i++)
		home->entries[i]->gone = true;
	take(home, heads, count);
}

void home_refresh(struct app *app, struct home *home, int64_t since, const char *id)
{
	int64_t now = clock_now();
	struct home_entry *entry;
	struct session_head *heads;
	struct err err = { 0 };
	size_t count;

	if (store_heads_changed(app->store, clock_today(), since, id, &heads, &count, &err) != 0) {
		app_fail(app, &err);
		return;
	}
	if (since <= home->since)
		home->since = now;
	entry = id ? find(home, id) : NULL;
	if (entry)
		entry->gone = true;
	take(home, heads, count);
}

void home_release(struct home *home)
{
	for (size_t i = 0; i < home->count; i++)
		free_entry(home->entries[i]);
	free(home->entries);
	free(home->shown);
	filter_release(&home->filter);
	home_forget_glance(home);
}
