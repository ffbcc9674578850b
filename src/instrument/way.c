/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Ways to answer. */
#include "instrument/way.h"

#include "base/i18n.h"
#include "instrument/instrument.h"

static const struct {
	const char *name, *help;
} ways[ENTRIES] = {
	[ENTRY_ROLL_CALL] = { N_("roll call"), N_("one person after the other, a key each") },
	[ENTRY_TALLY] = { N_("tally"), N_("a show of hands: how many gave which answer") },
	[ENTRY_SEALED] = { N_("sealed rows"), N_("each side types a row of answers that nobody sees") },
	[ENTRY_SEATS] = { N_("seats"), N_("each at a terminal of their own: accord vote") },
	[ENTRY_PASS] = { N_("pass round"), N_("the keyboard goes from one to the next") },
	[ENTRY_PAPER] = { N_("paper"), N_("typed from the ballots that accord handout prints") },
};

const char *way_name(enum entry way)
{
	return _(ways[way].name);
}

const char *way_help(enum entry way)
{
	return _(ways[way].help);
}

static const struct answering *answering_of(const struct step *step)
{
	return instrument_find(step->kind)->answering;
}

/* Whether one key is a whole answer. */
static bool has_keys(const struct step *step)
{
	return answering_of(step)->by_key && step->part_count == 0;
}

const char *way_hindrance(const struct step *step, enum entry way)
{
	const struct answering *answering = answering_of(step);

	if (!answering)
		return _("this step takes no answers one by one");
	if (way == ENTRY_ROLL_CALL)
		return NULL;
	if (step->by == BY_ROOM)
		return _("the room answers this step as one");
	if (step->by == BY_SIDE)
		return _("each side answers this step as one");
	if (way == ENTRY_TALLY && !answering->tally_count)
		return _("answers to this step cannot be counted by hands");
	if (way == ENTRY_SEALED && !has_keys(step))
		return _("an answer to this step is more than a key");
	return NULL;
}

const char *way_hindrance_now(const struct progress *progress, enum entry way)
{
	bool named = progress->voted_count > 0;

	for (size_t i = 0; i < progress->ballot_count; i++)
		named = named || progress->ballots[i].person;
	if (way != ENTRY_TALLY || way_of(progress) == ENTRY_TALLY || !named)
		return NULL;
	return _("some have answered already: take that back (Del) before a tally, or go on one by one");
}

enum entry way_of(const struct progress *progress)
{
	return way_hindrance(progress->step, progress->entry) ? ENTRY_ROLL_CALL : progress->entry;
}

bool way_has_rows(const struct progress *progress)
{
	enum entry way = way_of(progress);

	return way == ENTRY_SEALED || (way == ENTRY_PAPER && progress->anonymous && has_keys(progress->step));
}

const char *naming_words(enum naming naming, bool of_session)
{
	switch (naming) {
	case NAMING_NAMED:
		return _("by name");
	case NAMING_ANONYMOUS:
		return _("anonymous");
	default:
		return of_session ? _("as each question says") : _("as the session says");
	}
}
