/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What moved in a question between two sessions, in sentences and side by side. */
#include "instrument/comparison.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "instrument/cell.h"
#include "instrument/instrument.h"
#include "instrument/result.h"

#include <stdlib.h>
#include <string.h>

bool step_place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	const struct instrument *instrument = instrument_find(progress->step->kind);

	*out = (struct place){ .value = ratio_none() };
	return instrument->place && instrument->place(session, progress, side, out);
}

/* By how much: "1", "0.5", "1 500"; for free(). What is shown is what is subtracted, so that it adds up for the reader. */
static char *amount(const struct place *then, const struct place *now)
{
	int64_t tenths = ratio_tenths(now->value) - ratio_tenths(then->value);

	if (tenths < 0)
		tenths = -tenths;
	if (tenths % 10)
		return mem_printf("%d.%d", (int)(tenths / 10), (int)(tenths % 10));
	return money_text(tenths / 10);
}

/* Of something that can be more or less. */
static char *measured_sentence(const char *name, const struct place *then, const struct place *now)
{
	bool up = ratio_compare(now->value, then->value) > 0;
	char *by = amount(then, now), *text;

	if (name)
		text = mem_printf(up ? _("%s moved up by %s, from %s to %s.") : _("%s moved down by %s, from %s to %s."),
			name, by, then->text, now->text);
	else
		text = mem_printf(up ? _("Up by %s, from %s to %s.") : _("Down by %s, from %s to %s."), by, then->text,
			now->text);
	free(by);
	return text;
}

char *shift_sentence(const char *name, const struct place *then, const struct place *now, bool *moved)
{
	if (strcmp(then->text, now->text) == 0)
		return name ? mem_printf(_("%s as before: %s."), name, now->text)
			    : mem_printf(_("As before: %s."), now->text);
	*moved = true;
	if (ratio_is_defined(then->value) && ratio_is_defined(now->value) &&
		ratio_tenths(then->value) != ratio_tenths(now->value))
		return measured_sentence(name, then, now);
	return name ? mem_printf(_("%s then: %s; now: %s."), name, then->text, now->text)
		    : mem_printf(_("Then: %s; now: %s."), then->text, now->text);
}

static void add_sentence(struct str *out, const char *sentence)
{
	str_printf(out, "%s%s", out->length ? " " : "", sentence);
}

/* That one side has too few answers, where the other one is told. */
static void add_withheld(const struct compared *compared, int side, struct str *out)
{
	const struct moment *then = &compared->then, *now = &compared->now;
	bool was = result_allowed(then->session, then->progress, compared->side[side], OWN);
	bool is = result_allowed(now->session, now->progress, side, OWN);
	const char *name = now->session->bank->sides[side].name;
	char *text;

	if (was && is)
		return;
	text = mem_printf(was ? _("%s: too few answers to show now.")
			  : is ? _("%s: too few answers to show then.")
			       : _("%s: too few answers to show both times."), name);
	add_sentence(out, text);
	free(text);
}

/* Of a side, or with SIDE_NONE of the room; whether there is something to tell. */
static bool add_place(const struct compared *compared, int side, struct str *out, bool *moved)
{
	const struct moment *then = &compared->then, *now = &compared->now;
	struct place was, is;
	bool had = step_place(then->session, then->progress, side == SIDE_NONE ? side : compared->side[side], &was);
	bool has = step_place(now->session, now->progress, side, &is);

	if (had && has) {
		char *text = shift_sentence(side == SIDE_NONE ? NULL : now->session->bank->sides[side].name, &was, &is,
			moved);

		add_sentence(out, text);
		free(text);
	} else if (side != SIDE_NONE) {
		add_withheld(compared, side, out);
	}
	free(was.text);
	free(is.text);
	return had && has;
}

char *compared_shift(const struct compared *compared, enum shift *shift)
{
	const struct instrument *instrument;
	bool told = false, moved = false;
	struct str out;

	*shift = SHIFT_NONE;
	if (compared->state != COMPARED)
		return NULL;
	instrument = instrument_find(compared->now.progress->step->kind);
	str_init(&out);
	for (int side = SIDE_NONE; side < SIDES; side++)
		told = add_place(compared, side, &out, &moved) || told;
	if (instrument->shift) {
		char *text = instrument->shift(compared, &told, &moved);

		if (text)
			add_sentence(&out, text);
		free(text);
	}
	if (told)
		*shift = moved ? SHIFT_MOVED : SHIFT_SAME;
	if (out.length)
		return out.data;
	str_release(&out);
	return NULL;
}

/* Side by side */

/* Which round it is that is compared. */
static void write_rounds(const struct compared *compared, struct doc *doc)
{
	if (compared->then.progress->round > 1)
		doc_printf(doc, STYLE_DIM, _("It was asked again then: round %d counts."),
			compared->then.progress->round);
	if (compared->now.progress->round > 1)
		doc_printf(doc, STYLE_DIM, _("It was asked again now: round %d counts."), compared->now.progress->round);
}

void compared_write(const struct compared *compared, struct doc *doc)
{
	const struct instrument *instrument = instrument_find(compared->now.progress->step->kind);
	size_t before = doc->count;
	enum shift shift;
	char *text = compared_shift(compared, &shift);

	if (instrument->compare)
		instrument->compare(compared, doc);
	if (doc->count > before)
		doc_gap(doc);
	if (text)
		doc_text(doc, shift == SHIFT_MOVED ? STYLE_STRONG : STYLE_NORMAL, text);
	if (!text && !instrument->compare)
		doc_text(doc, STYLE_DIM, _("Answered both times; there is no figure to compare."));
	write_rounds(compared, doc);
	free(text);
}

static void cell_count(const struct moment *moment, int side, const char *option, option_counter *count, struct doc *doc)
{
	if (result_allowed(moment->session, moment->progress, side, OWN))
		doc_cell_printf(doc, STYLE_NORMAL, "%d", count(moment->progress, side, option));
	else
		doc_cell(doc, STYLE_DIM, "-");
}

void compared_write_options(const struct compared *compared, option_counter *count, struct doc *doc)
{
	const struct side *sides = compared->now.session->bank->sides;
	const struct step *step = compared->now.progress->step;
	char *names[SIDES] = { mem_printf(_(">%s then"), sides[0].name), mem_printf(_(">%s then"), sides[1].name) };
	const char *titles[] = { "", names[0], _(">now"), names[1], _(">now") };

	doc_table(doc, COUNT_OF(titles), titles);
	for (size_t i = 0; i < step->option_count; i++) {
		doc_cell(doc, STYLE_NORMAL, step->options[i].text);
		for (int side = 0; side < SIDES; side++) {
			cell_count(&compared->then, compared->side[side], step->options[i].id, count, doc);
			cell_count(&compared->now, side, step->options[i].id, count, doc);
		}
	}
	free(names[0]);
	free(names[1]);
}
