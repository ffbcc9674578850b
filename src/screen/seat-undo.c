/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was answered at a seat, taken back there; whoever leads has no part in it. */
#include "screen/seat-parts.h"

#include "base/i18n.h"

#include <stdlib.h>
#include <string.h>

static bool same(const char *a, const char *b)
{
	return a && b ? strcmp(a, b) == 0 : a == b;
}

static struct given *last(const struct seat *seat)
{
	return seat->given_count > 0 ? &seat->given[seat->given_count - 1] : NULL;
}

static void drop_last(struct seat *seat)
{
	struct given *given = last(seat);

	free(given->step);
	free(given->before);
	free(given->after);
	seat->given_count--;
}

void seat_remember(struct seat *seat, const struct progress *progress, const struct changes *changes)
{
	int set = seat->given_count > 0 ? last(seat)->set + 1 : 1;

	for (size_t i = 0; i < changes->count; i++) {
		const struct change *change = &changes->items[i];

		if (change->kind != CHANGE_BALLOT)
			continue;
		seat->given = mem_grow(seat->given, &seat->given_capacity, seat->given_count, sizeof *seat->given);
		seat->given[seat->given_count++] = (struct given){
			.step = mem_strdup(progress->step->key),
			.round = progress->round,
			.set = set,
			.which = change->which,
			.before = seat->answers[change->which] ? mem_strdup(seat->answers[change->which]) : NULL,
			.after = change->value && change->value[0] ? mem_strdup(change->value) : NULL,
		};
	}
}

void seat_forget_last(struct seat *seat)
{
	int set = seat->given_count > 0 ? last(seat)->set : 0;

	while (seat->given_count > 0 && last(seat)->set == set)
		drop_last(seat);
}

/* Whether it can be taken back, and still is what was answered here. */
static bool still_stands(const struct seat *seat, const struct given *given)
{
	const struct progress *progress = seat->stage.progress;

	return strcmp(given->step, seat->step) == 0 && given->round == progress->round &&
	       same(seat->answers[given->which], given->after);
}

void seat_undo(struct app *app, struct seat *seat)
{
	struct changes changes = { 0 };
	int set = seat->given_count > 0 ? last(seat)->set : 0;
	bool stands = set > 0;

	for (size_t i = seat->given_count; i > 0 && seat->given[i - 1].set == set; i--) {
		const struct given *given = &seat->given[i - 1];

		stands = stands && still_stands(seat, given);
		change_ballot(&changes, given->step, seat->person, given->which, given->before);
	}
	if (!stands) {
		changes_release(&changes);
		app_say(app, "%s", set > 0 && strcmp(last(seat)->step, seat->step) == 0
					   ? _("your answer was changed elsewhere since; it stays as it is")
					   : _("nothing to undo at this step"));
		return;
	}
	changes_label(&changes, N_("taking an answer back"));
	if (!seat_apply(app, seat, &changes))
		return;
	seat_forget_last(seat);
	stage_undone(&seat->stage);
	app_say(app, "%s", _("taken back: it is as before your last answer"));
}

void seat_release_given(struct seat *seat)
{
	while (seat->given_count > 0)
		drop_last(seat);
	free(seat->given);
	seat->given = NULL;
	seat->given_capacity = 0;
}
