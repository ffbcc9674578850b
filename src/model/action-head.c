/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Actions, in their session and across all of them. */
#include "model/action-head.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"

#include <stdlib.h>

#define NEAR 60 /* days from today within which they are counted */

const char *action_state_name(enum action_state state)
{
	static const char *const names[ACTION_STATES] = {
		[ACTION_OPEN] = "open",
		[ACTION_CARRIED] = "carried",
		[ACTION_DONE] = "done",
		[ACTION_DROPPED] = "dropped",
	};

	return names[state];
}

const char *action_mark(enum action_state state)
{
	static const char *const marks[ACTION_STATES] = {
		[ACTION_OPEN] = "[ ]",
		[ACTION_CARRIED] = "[>]",
		[ACTION_DONE] = "[x]",
		[ACTION_DROPPED] = "[-]",
	};

	return marks[state];
}

static bool is_set(const char *text)
{
	return text && text[0];
}

enum action_state item_state(const struct item *item)
{
	if (item->done)
		return ACTION_DONE;
	if (is_set(item->dropped))
		return ACTION_DROPPED;
	return item->later.session ? ACTION_CARRIED : ACTION_OPEN;
}

static char *state_words(enum action_state state, const char *dropped, const char *into)
{
	switch (state) {
	case ACTION_DONE:
		return mem_strdup(_("done"));
	case ACTION_DROPPED:
		return mem_printf(_("dropped: %s"), dropped);
	case ACTION_CARRIED:
		/* TRANSLATORS: %s names the action of a later session, such as k3f9a2bc/4. */
		return mem_printf(_("carried into %s"), into);
	default:
		return mem_strdup("");
	}
}

char *item_taker(const struct item *item)
{
	return mem_printf("%s/%d", item->later.session ? item->later.session : "", item->later.item);
}

/* What became of it in the session that has taken it up, or the last one of those that have. */
static char *later_words(const struct later *later)
{
	char date[11], due[11];

	date_format(later->date, date);
	date_format(later->due, due);
	if (later->done)
		return mem_printf(_("done in the follow-up of %s"), date);
	if (is_set(later->dropped))
		return mem_printf(_("dropped in the follow-up of %s: %s"), date, later->dropped);
	if (!due[0])
		return mem_printf(_("carried over in the follow-up of %s, no date"), date);
	return mem_printf(_("carried over in the follow-up of %s, to %s"), date, due);
}

char *item_state_words(const struct item *item)
{
	enum action_state state = item_state(item);

	return state == ACTION_CARRIED ? later_words(&item->later) : state_words(state, item->dropped, "");
}

const char *item_mark(const struct item *item)
{
	if (item->kind == ITEM_ACTION && item_state(item) == ACTION_CARRIED && item->later.done)
		return action_mark(ACTION_DONE);
	if (item->kind == ITEM_ACTION && item_state(item) == ACTION_CARRIED && is_set(item->later.dropped))
		return action_mark(ACTION_DROPPED);
	return action_mark(item_state(item));
}

/* What was done or dropped was not carried over for that last time. */
static char *carried_words(int carried, bool past)
{
	int times = past ? carried - 1 : carried;

	if (times < 1)
		return mem_strdup("");
	return times == 1 ? mem_strdup(_("carried over once"))
			  : mem_printf(P_("carried over %d time", "carried over %d times", times), times);
}

char *item_carried_words(const struct item *item)
{
	return carried_words(item->carried, item_is_past(item));
}

char *action_carried_words(const struct action_head *head)
{
	return carried_words(head->carried, head->state == ACTION_DONE || head->state == ACTION_DROPPED);
}

bool item_is_past(const struct item *item)
{
	return item->carried > 0 && (item->done || is_set(item->dropped));
}

char *action_state_words(const struct action_head *head)
{
	return state_words(head->state, head->dropped, head->into);
}

void action_head_release(struct action_head *head)
{
	free(head->text);
	free(head->owner);
	free(head->dropped);
	free(head->step);
	free(head->from);
	free(head->into);
	*head = (struct action_head){ 0 };
}

void action_list_release(struct action_list *list)
{
	for (size_t i = 0; i < list->count; i++)
		action_head_release(&list->items[i]);
	for (size_t i = 0; i < list->session_count; i++) {
		free(list->sessions[i]->id);
		free(list->sessions[i]->title);
		free(list->sessions[i]->organisation);
		free(list->sessions[i]);
	}
	free(list->items);
	free(list->sessions);
	*list = (struct action_list){ 0 };
}

char *action_ref(const struct action_head *head)
{
	return mem_printf("%s/%d", head->session->id, head->item);
}

bool action_is_overdue(const struct action_head *head, int today)
{
	return head->state == ACTION_OPEN && head->due != DAY_NONE && head->due < today;
}

char *action_due_words(const struct action_head *head, int today)
{
	char date[11];
	int days;

	if (head->state == ACTION_DONE)
		return mem_strdup(_("done"));
	if (head->state == ACTION_DROPPED)
		return mem_strdup(_("dropped"));
	if (head->state == ACTION_CARRIED)
		return mem_strdup(_("carried"));
	if (head->due == DAY_NONE)
		return mem_strdup(_("no date"));
	days = head->due - today;
	if (days < 0)
		return mem_printf(P_("%d day late", "%d days late", -days), -days);
	if (days == 0)
		return mem_strdup(_("due today"));
	if (days <= NEAR)
		return mem_printf(P_("due in %d day", "due in %d days", days), days);
	date_format(head->due, date);
	return mem_strdup(date);
}
