/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord actions: what is to be done, of all sessions. */
#include "command/command.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/actions-json.h"
#include "store/store.h"

#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum {
	OPTION_OPEN,
	OPTION_OVERDUE,
	OPTION_ALL,
	OPTION_OWNER,
	OPTION_ORGANISATION,
	OPTION_SESSION,
	OPTION_UNTIL,
	OPTION_FORMAT
};

#define OWNER_WIDTH 20 /* columns for a name; a longer one is cut, but in JSON */

/* Which of them are listed. */
struct wanted {
	char *owner, *organisation; /* folded; NULL for any */
	bool nobody;                /* those that nobody owns */
	bool overdue, json;
	int today, until;          /* DAY_NONE: whenever */
	char session[SESSION_ID_LENGTH + 1]; /* "" for all */
};

static int read_options(const struct call *call, struct wanted *wanted, struct err *err)
{
	const char *due = call->values[OPTION_UNTIL], *format = call->values[OPTION_FORMAT];
	const char *owner = call->values[OPTION_OWNER], *organisation = call->values[OPTION_ORGANISATION];

	if (!!call->values[OPTION_OPEN] + !!call->values[OPTION_OVERDUE] + !!call->values[OPTION_ALL] > 1)
		return err_set(err, ERR_USAGE, _("--open, --overdue and --all exclude each other: choose one"));
	wanted->overdue = call->values[OPTION_OVERDUE];
	wanted->today = clock_today();
	wanted->until = due ? date_parse_near(due, wanted->today) : DAY_NONE;
	if (due && wanted->until == DAY_NONE)
		return err_set(err, ERR_USAGE, _("--until: '%s' is no date; write it as 2026-12-31, or +14, +2w, +3m"), due);
	if (format && strcmp(format, "text") != 0 && strcmp(format, "json") != 0)
		return err_set(err, ERR_USAGE, _("--format: '%s' is none of: text, json"), format);
	wanted->json = format && strcmp(format, "json") == 0;
	wanted->nobody = owner && strcmp(owner, "-") == 0;
	wanted->owner = owner && !wanted->nobody ? text_fold(owner) : NULL;
	wanted->organisation = organisation ? text_fold(organisation) : NULL;
	return 0;
}

/* Whether a text has a part, whatever the case. */
static bool has(const char *text, const char *part)
{
	char *folded = text_fold(text);
	bool found = strstr(folded, part);

	free(folded);
	return found;
}

static bool is_wanted(const struct wanted *wanted, const struct action_head *head)
{
	if (wanted->overdue && !action_is_overdue(head, wanted->today))
		return false;
	if (wanted->until != DAY_NONE && (head->due == DAY_NONE || head->due > wanted->until))
		return false;
	if ((wanted->nobody && head->owner[0]) || (wanted->owner && !has(head->owner, wanted->owner)))
		return false;
	return !wanted->organisation || has(head->session->organisation, wanted->organisation);
}

/* By due date, those without one last; on one day the older session first. */
static int compare(const void *a, const void *b)
{
	const struct action_head *x = *(const struct action_head *const *)a, *y = *(const struct action_head *const *)b;
	int due_x = x->due == DAY_NONE ? INT_MAX : x->due, due_y = y->due == DAY_NONE ? INT_MAX : y->due, order;

	if (due_x != due_y)
		return due_x < due_y ? -1 : 1;
	if (x->session->date != y->session->date)
		return x->session->date < y->session->date ? -1 : 1;
	order = strcmp(x->session->id, y->session->id);
	return order ? order : x->item < y->item ? -1 : x->item > y->item;
}

/* In one line, and harmless. For free(). */
static char *in_line(const char *text)
{
	char *copy = mem_strdup(text), *line;

	for (char *c = copy; (c = strchr(c, '\n'));)
		*c = ' ';
	line = text_visible(copy, false);
	free(copy);
	return line;
}

static void print_column(const char *text, int width)
{
	char *cut = text_ellipsize(text, width);
	int used = text_width(cut);

	printf("%s%*s", cut, (width > used ? width - used : 0) + 2, "");
	free(cut);
}

static void print_text(const struct action_head *head, int today)
{
	char date[11], *ref = action_ref(head), *when = action_due_words(head, today), *words = action_state_words(head);
	char *text = in_line(head->text), *owner = in_line(head->owner[0] ? head->owner : "-");
	char *from = in_line(head->session->organisation[0] ? head->session->organisation : head->session->title);
	char *carried = action_carried_words(head);

	date_format(head->due, date);
	print_column(ref, SESSION_ID_LENGTH + 4);
	print_column(date[0] ? date : "-", 10);
	print_column(head->state == ACTION_OPEN && strcmp(when, date) == 0 ? _("open") : when, 15);
	print_column(owner, OWNER_WIDTH);
	printf("%s (%s)", text, from);
	if (carried[0])
		printf(", %s", carried);
	if (head->state == ACTION_DROPPED || head->state == ACTION_CARRIED) {
		char *line = in_line(words);

		printf(", %s", line);
		free(line);
	}
	putchar('\n');
	free(carried);
	free(from);
	free(owner);
	free(text);
	free(words);
	free(when);
	free(ref);
}

static void print(const struct action_head *const *heads, size_t count, const struct wanted *wanted)
{
	struct str out;

	if (wanted->json) {
		str_init(&out);
		actions_json(heads, count, wanted->today, &out);
		fwrite(out.data, 1, out.length, stdout);
		str_release(&out);
		return;
	}
	for (size_t i = 0; i < count; i++)
		print_text(heads[i], wanted->today);
}

static int list(const struct call *call, struct store *store, struct wanted *wanted, struct err *err)
{
	struct action_filter filter = { .all = call->values[OPTION_ALL] };
	struct action_list actions = { 0 };
	const struct action_head **chosen;
	size_t count = 0;

	if (call->values[OPTION_SESSION]) {
		if (store_resolve(store, call->values[OPTION_SESSION], wanted->session, err) != 0)
			return -1;
		filter.session = wanted->session;
	}
	if (store_actions(store, &filter, &actions, err) != 0) {
		action_list_release(&actions);
		return -1;
	}
	chosen = mem_zalloc(actions.count, sizeof *chosen);
	for (size_t i = 0; i < actions.count; i++)
		if (is_wanted(wanted, &actions.items[i]))
			chosen[count++] = &actions.items[i];
	if (count > 1)
		qsort(chosen, count, sizeof *chosen, compare);
	print(chosen, count, wanted);
	if (count == 0 && !wanted->json)
		fprintf(stderr, "accord: %s\n", actions.count == 0 && !filter.all ? _("no action is open") : _("no such action"));
	free(chosen);
	action_list_release(&actions);
	return 0;
}

static int run(const struct call *call, struct err *err)
{
	struct wanted wanted = { 0 };
	struct store *store = NULL;
	int status = 0;

	if (read_options(call, &wanted, err) != 0 || !(store = call_open(call, err)) ||
		list(call, store, &wanted, err) != 0)
		status = (int)err->code;
	free(wanted.owner);
	free(wanted.organisation);
	store_close(store);
	return status;
}

const struct command command_actions = {
	.name = "actions",
	.synopsis = "[OPTION]...",
	.summary = N_("List what is to be done, of all sessions"),
	.details = N_("A line has SESSION/NUMBER, as 'accord done' takes it, the due date, how far\n"
		      "that is, who sees to it, what it is, and where it was agreed. By due date;\n"
		      "without any option those that are open. Those of sessions that are cancelled\n"
		      "are left out."),
	.options = {
		[OPTION_OPEN] = { "open", NULL, N_("those that are open, as without any option"), NULL },
		[OPTION_OVERDUE] = { "overdue", NULL, N_("those that are open and late"), NULL },
		[OPTION_ALL] = { "all", NULL, N_("done, dropped and carried ones as well"), NULL },
		[OPTION_OWNER] = { "owner", "NAME", N_("of whoever's name has that in it, in any case; - for nobody"), NULL },
		[OPTION_ORGANISATION] = { "organisation", "NAME", N_("of organisations whose name has that in it"), NULL },
		[OPTION_SESSION] = { "session", "SESSION", N_("of one session"), NULL },
		[OPTION_UNTIL] = { "until", "DATE", N_("due on that day or before, such as +2w"), NULL },
		[OPTION_FORMAT] = { "format", "FORMAT", N_("text or json"), "text json" },
	},
	.run = run,
};
