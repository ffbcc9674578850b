/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord list: all sessions, a line each. */
#include "command/command.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/match.h"
#include "base/mem.h"
#include "base/text.h"
#include "report/list-json.h"
#include "screen/derive.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

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

enum { OPTION_STATE, OPTION_ORGANISATION, OPTION_FORMAT };

#define LONG 2000 /* milliseconds after which it is said why it takes long */

/* Which of them are listed. */
struct wanted {
	const char *state;  /* NULL for any */
	char *organisation; /* folded; NULL for any */
	bool json;
};

/* "running", "set-aside": a halt goes before the state that it interrupts. */
static const char *state_of(const struct session_head *head)
{
	return head->halt == HALT_NONE ? session_state_name(head->state) : session_halt_name(head->halt);
}

static int read_options(const struct call *call, struct wanted *wanted, struct err *err)
{
	const char *state = call->values[OPTION_STATE], *format = call->values[OPTION_FORMAT];
	const char *organisation = call->values[OPTION_ORGANISATION];

	*wanted = (struct wanted){ .state = state };
	if (state && (!state[0] || (session_state_parse(state) < 0 && session_halt_parse(state) < 0)))
		return err_set(err, ERR_USAGE,
			_("--state: '%s' is none of: planned, running, finished, set-aside, cancelled"), state);
	if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
		return err_set(err, ERR_USAGE, _("--format: '%s' is none of: text, json"), format);
	wanted->json = format && strcmp(format, "json") == 0;
	wanted->organisation = organisation ? match_fold(organisation) : NULL;
	return 0;
}

static bool is_wanted(const struct wanted *wanted, const struct session_head *head)
{
	char *folded;
	bool found;

	if (wanted->state && strcmp(wanted->state, state_of(head)) != 0)
		return false;
	if (!wanted->organisation)
		return true;
	folded = match_fold(head->organisation);
	found = strstr(folded, wanted->organisation);
	free(folded);
	return found;
}

/* What has changed since its harmony was worked out is worked out anew first. */
static int derive_all(struct store *store, struct err *err)
{
	int done = derive_stale(store, LONG, err);

	if (done == 0)
		fprintf(stderr, "accord: %s\n", _("working out the harmony of sessions that have changed ..."));
	while (done == 0)
		done = derive_stale(store, LONG, err);
	return done < 0 ? -1 : 0;
}

static void print_json(const struct session_head *const *heads, size_t count)
{
	struct str out;

	str_init(&out);
	list_json(heads, count, &out);
	fputs(out.data, stdout);
	str_release(&out);
}

static void print_text(const struct session_head *const *heads, size_t count, bool any)
{
	if (count > 0)
		printf("%-8s  %-10s  %-9s  %6s  %4s   %s\n", _("id"), _("date"), _("state"), _("people"), _("open"),
			_("title, organisation"));
	else if (any)
		fprintf(stderr, "accord: %s\n", _("no such session: 'accord list' shows all"));
	else
		fprintf(stderr, "accord: %s\n",
			_("no sessions yet: 'accord new' makes one, 'accord demo' a fictional one"));
	for (size_t i = 0; i < count; i++)
		print_head(heads[i]);
}

static int list(struct store *store, const struct wanted *wanted, struct err *err)
{
	const struct session_head **chosen;
	struct session_head *heads = NULL;
	size_t count = 0, kept = 0;

	/* The text says nothing of it. */
	if (wanted->json && derive_all(store, err) != 0)
		return -1;
	if (store_heads(store, clock_today(), &heads, &count, err) != 0)
		return -1;
	chosen = mem_zalloc(count + 1, sizeof *chosen);
	for (size_t i = 0; i < count; i++)
		if (is_wanted(wanted, &heads[i]))
			chosen[kept++] = &heads[i];
	if (wanted->json)
		print_json(chosen, kept);
	else
		print_text(chosen, kept, count > 0);
	for (size_t i = 0; i < count; i++)
		session_head_release(&heads[i]);
	free(heads);
	free(chosen);
	return 0;
}

static int run(const struct call *call, struct err *err)
{
	struct wanted wanted;
	struct store *store;
	int status;

	if (read_options(call, &wanted, err) != 0)
		return (int)err->code;
	store = call_open(call, err);
	status = store && list(store, &wanted, err) == 0 ? 0 : (int)err->code;
	store_close(store);
	free(wanted.organisation);
	return status;
}

const struct command command_list = {
	.name = "list",
	.synopsis = "",
	.summary = N_("List the sessions, newest first"),
	.details = N_("A line has id, date, state, how many people and open actions ('!' where one\n"
		      "is overdue), title and organisation. As JSON each also has its harmony; see\n"
		      "accord-json(5)."),
	.options = {
		[OPTION_STATE] = { "state", "STATE",
			N_("only planned, running, finished, set-aside or cancelled ones"),
			"planned running finished set-aside cancelled" },
		[OPTION_ORGANISATION] = { "organisation", "O", N_("only those of an organisation, or a part of its name"), NULL },
		[OPTION_FORMAT] = { "format", "FORMAT", N_("text or json"), "text json" },
	},
	.run = run,
};
