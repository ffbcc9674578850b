/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What keys do where: looking actions up, which contexts hold together, and what those are called. */
#include "view/action.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

const struct action_entry *action_entry_named(context_set contexts, const char *name)
{
	size_t count;
	const struct action_entry *table = action_table(&count);

	/* The table stands in the order of narrowness, so the first match is the one that is meant. */
	for (size_t i = 0; i < count; i++)
		for (size_t k = 0; table[i].contexts & contexts && k < ACTION_KEYS && table[i].keys[k]; k++)
			if (table[i].keys[k][0] == name[0] && strcmp(table[i].keys[k], name) == 0)
				return &table[i];
	return NULL;
}

const struct action_entry *action_entry_find(context_set contexts, const struct key *key)
{
	char name[KEY_NAME];

	key_text(key, name);
	return action_entry_named(contexts, name);
}

enum action action_find(context_set contexts, const struct key *key)
{
	const struct action_entry *entry = action_entry_find(contexts, key);

	return entry ? entry->action : ACT_NONE;
}

#define LISTED (CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY)
#define WORKSHOP (CONTEXT_STEP | LISTED)
/* The workshop is the first screen for those who start with it, and the second one for those who come from home. */
#define BOTH(contexts) (contexts), (contexts) | CONTEXT_FIRST

const context_set *action_together(size_t *count)
{
	static const context_set together[] = {
		CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY,
		CONTEXT_WELCOME | CONTEXT_FIRST | CONTEXT_ANY,
		BOTH(CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_ANY),
		BOTH(WORKSHOP),
		BOTH(WORKSHOP | CONTEXT_ASK),
		BOTH(WORKSHOP | CONTEXT_ASK | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_TALLY | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_RESULT),
		BOTH(WORKSHOP | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_REVEAL | CONTEXT_ROWS),
		BOTH(WORKSHOP | CONTEXT_REGISTER | CONTEXT_REVEAL | CONTEXT_ROWS),
		BOTH(WORKSHOP | CONTEXT_SAYS),
		BOTH(WORKSHOP | CONTEXT_SAYS | CONTEXT_REGISTER),
		BOTH(WORKSHOP | CONTEXT_DRAFT | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_VOTE | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_LINKS | CONTEXT_REVEAL),
		CONTEXT_FILTER,
		CONTEXT_ACTIONS | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_SEARCH,
		CONTEXT_TABLE,
		CONTEXT_EDIT,
		CONTEXT_FORM,
		CONTEXT_FORM | CONTEXT_EDIT,
		CONTEXT_CONFIRM,
		CONTEXT_PEOPLE | LISTED,
		CONTEXT_AGENDA | LISTED,
		CONTEXT_MODULES | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_TIME | LISTED,
		CONTEXT_WAYS | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_ITEMS | LISTED,
		CONTEXT_GAPS | LISTED,
		BOTH(CONTEXT_FOLLOW | LISTED),
		CONTEXT_SESSION | CONTEXT_ANY,
		CONTEXT_MERGE | LISTED,
		CONTEXT_PREVIEW | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_READ | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_COMPARE | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_PRESENT | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY,
		CONTEXT_SEAT | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY,
		CONTEXT_MOVE | CONTEXT_ANY,
	};

	*count = COUNT_OF(together);
	return together;
}

const char *context_title(context_set context)
{
	switch (context) {
	case CONTEXT_ANY:
		return _("Everywhere");
	case CONTEXT_MOVE:
		return _("Moving");
	case CONTEXT_HOME:
		return _("Home");
	case CONTEXT_WELCOME:
		return _("Home without a session");
	case CONTEXT_ACTIONS:
		return _("Actions of all sessions");
	case CONTEXT_FILTER:
		return _("Typing the filter");
	case CONTEXT_STEP:
		return _("Workshop");
	case CONTEXT_ASK:
		return _("Taking answers");
	case CONTEXT_RESULT:
		return _("After the reveal");
	case CONTEXT_TABLE:
		return _("Within a register");
	case CONTEXT_EDIT:
		return _("Typing");
	case CONTEXT_PEOPLE:
		return _("People");
	case CONTEXT_AGENDA:
		return _("Agenda");
	case CONTEXT_TIME:
		return _("Time");
	case CONTEXT_MODULES:
		return _("Modules of the bank");
	case CONTEXT_ITEMS:
		return _("Notes, decisions, actions, parking lot");
	case CONTEXT_FOLLOW:
		return _("What was open in the session before");
	case CONTEXT_GAPS:
		return _("Gaps");
	case CONTEXT_MERGE:
		return _("Which names are one supplier");
	case CONTEXT_FORM:
		return _("Forms");
	case CONTEXT_CONFIRM:
		return _("Questions");
	case CONTEXT_COMPARE:
		return _("Comparing sessions");
	case CONTEXT_READ:
		return _("Reading");
	case CONTEXT_PREVIEW:
		return _("A list from a file");
	case CONTEXT_ROWS:
		return _("At a register that is filled in");
	case CONTEXT_REGISTER:
		return _("At a register");
	case CONTEXT_REVEAL:
		return _("At a step with a result");
	case CONTEXT_WAYS:
		return _("Choosing how a step is answered");
	case CONTEXT_TALLY:
		return _("Taking a tally");
	case CONTEXT_SAYS:
		return _("At what a register says");
	case CONTEXT_DRAFT:
		return _("At clauses");
	case CONTEXT_VOTE:
		return _("Voting on a clause");
	case CONTEXT_LINKS:
		return _("At links");
	case CONTEXT_FIRST:
		return _("On the first screen");
	case CONTEXT_PRESENT:
		return _("The audience's screen");
	case CONTEXT_SEARCH:
		return _("Search");
	case CONTEXT_SEAT:
		return _("At a seat");
	case CONTEXT_SESSION:
		return _("In a session");
	default:
		return "";
	}
}
