/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord show: a session at a glance. */
#include "command/command.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/instrument.h"
#include "model/decision.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>

/* Blanks behind a label; printf counts bytes, which are not what one sees. */
static int padding(const char *label)
{
	int width = text_width(label);

	return width < 14 ? 14 - width : 0;
}

/* Session texts are made harmless before they reach a terminal. */
static void print_line(const char *label, const char *text)
{
	char *safe = text_visible(text, false);

	if (safe[0])
		printf("%s%*s %s\n", label, padding(label), "", safe);
	free(safe);
}

static void print_count(const char *label, int count)
{
	printf("%s%*s %d\n", label, padding(label), "", count);
}

static void print_module(const struct session *session, const struct session_module *entry)
{
	int all = 0, done = 0;
	char *title = text_visible(entry->module->title, false);

	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *progress = &session->steps[i];

		if (progress->module != entry->module || !instrument_find(progress->step->kind)->reveals)
			continue;
		all++;
		done += step_has_result(session, progress);
	}
	printf("  %s: ", title);
	if (entry->dropped)
		printf("%s", _("left out"));
	else if (entry->module->aside && all == 0)
		printf(_("%d of %d minutes"), (int)(entry->seconds / 60), entry->minutes);
	else
		printf(_("%d of %d steps done, %d of %d minutes"), done, all, (int)(entry->seconds / 60),
			entry->minutes);
	if (entry->planned >= 0 && entry->planned != entry->minutes)
		printf(_(" (%d planned)"), entry->planned);
	putchar('\n');
	free(title);
}

/* A session before or after it: "k3f9a2bc, 2026-11-22, finished, Joint workshop". */
static void print_link(const char *label, const char *id, int day, const char *state, const char *title)
{
	char date[11], *text;

	date_format(day, date);
	text = mem_printf("%s, %s, %s%s%s", id, date[0] ? date : "-", state ? state : "", state ? ", " : "", title);
	print_line(label, text);
	free(text);
}

static int print_links(struct store *store, const struct session *session, struct err *err)
{
	struct session_link *links;
	size_t count;

	if (session->follows[0] && !session->follows_title[0]) {
		char *text = mem_printf(_("%s, which is not in this database"), session->follows);

		print_line(_("Follows"), text);
		free(text);
	} else if (session->follows[0]) {
		print_link(_("Follows"), session->follows, session->follows_date, NULL, session->follows_title);
	}
	if (store_followers(store, session->id, &links, &count, err) != 0)
		return -1;
	for (size_t i = 0; i < count; i++) {
		print_link(_("Followed by"), links[i].id, links[i].date, session_state_words(links[i].state, links[i].halt),
			links[i].title);
		free(links[i].title);
	}
	free(links);
	return 0;
}

static void print_counts(const struct session *session)
{
	int open = 0, decided = 0, proposed = 0;

	for (int side = 0; side < SIDES; side++)
		print_count(session->bank->sides[side].name, session_people_of(session, side));
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		decided += item->kind == ITEM_DECISION && decision_confirmed(item);
		proposed += item->kind == ITEM_DECISION && !decision_confirmed(item);
		open += action_is_open(item) && session->halt != HALT_CANCELLED;
	}
	print_count(_("Decided"), decided);
	print_count(_("Proposed"), proposed);
	print_count(_("Open actions"), open);
}

static int run(const struct call *call, struct err *err)
{
	struct store *store = call_open(call, err);
	struct session *session = store ? call_session(store, call->arguments[0], err) : NULL;
	char date[11];
	int status;

	if (!session) {
		store_close(store);
		return (int)err->code;
	}
	date_format(session->date, date);
	print_line(_("Session"), session->id);
	print_line(_("Title"), session->title);
	print_line(_("Organisation"), session->organisation);
	print_line(_("Facilitator"), session->facilitator);
	print_line(_("Date"), date);
	print_line(_("State"), session_state_words(session->state, session->halt));
	status = print_links(store, session, err) == 0 ? 0 : (int)err->code;
	print_counts(session);
	printf("%s\n", _("Agenda"));
	for (size_t i = 0; i < session->module_count; i++)
		print_module(session, &session->modules[i]);
	session_free(session);
	store_close(store);
	return status;
}

const struct command command_show = {
	.name = "show",
	.synopsis = "SESSION",
	.summary = N_("Show a session at a glance"),
	.least = 1,
	.most = 1,
	.run = run,
};
