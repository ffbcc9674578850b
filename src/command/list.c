/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord list: all sessions, a line each. */
#include "command/command.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>

static void print_head(const struct session_head *head)
{
	char date[11], *title = text_visible(head->title, false);
	char *organisation = text_visible(head->organisation, false);

	date_format(head->date, date);
	printf("%-8s  %-10s  %-9s  %6d  %4d%c  ", head->id, date, session_state_words(head->state, head->halt),
		head->people, head->actions_open, head->actions_overdue ? '!' : ' ');
	printf(organisation[0] ? "%s, %s\n" : "%s%s\n", title, organisation);
	free(title);
	free(organisation);
}

static int run(const struct call *call, struct err *err)
{
	struct store *store = call_open(call, err);
	struct session_head *heads = NULL;
	size_t count = 0;
	int status;

	if (!store)
		return (int)err->code;
	status = store_heads(store, clock_today(), &heads, &count, err) == 0 ? 0 : (int)err->code;
	if (status == 0 && count > 0)
		printf("%-8s  %-10s  %-9s  %6s  %4s   %s\n", _("id"), _("date"), _("state"), _("people"), _("open"),
			_("title, organisation"));
	else if (status == 0)
		fprintf(stderr, "accord: %s\n",
			_("no sessions yet: 'accord new' makes one, 'accord demo' a fictional one"));
	for (size_t i = 0; i < count; i++) {
		print_head(&heads[i]);
		session_head_release(&heads[i]);
	}
	free(heads);
	store_close(store);
	return status;
}

const struct command command_list = {
	.name = "list",
	.synopsis = "",
	.summary = N_("List the sessions, newest first"),
	.details = N_("A line has id, date, state, how many people and open actions ('!' where one\n"
		      "is overdue), title and organisation."),
	.run = run,
};
