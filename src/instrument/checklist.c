/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A list of which everything is ticked that is true. */
#include "instrument/paper.h"
#include "instrument/pose.h"
#include "instrument/instrument.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/result.h"
#include "instrument/spec.h"
#include "measure/bands.h"
#include "measure/verdict.h"
#include "view/spot.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#define OPTIONS_MOST 20

#define BANDS_LIMIT 9

static const char *const keys[] = { "options", "most", "anonymous", "bands" };

/* before: where the band before begins, -1 for the first. */
static void read_band(struct reader *outer, const struct node *node, size_t number, long most, int before,
	struct band *band)
{
	static const char *const band_keys[] = { "from", "text" };
	struct reader reader = reader_enter(outer, _("band"), node, number);
	const struct node *from = node_get(node, "from");

	band->from = -1;
	if (reader_keys(&reader, node, band_keys, COUNT_OF(band_keys))) {
		band->from = (int)reader_number(&reader, node, "from", true, 0, most, -1);
		band->text = reader_line(&reader, node, "text", true, SPEC_LABEL);
	}
	band->text = spec_text(band->text);
	if (band->from > 0 && before < 0)
		reader_fail(&reader, from, _("the first band must begin at 0"));
	else if (band->from >= 0 && band->from <= before)
		reader_fail(&reader, from, _("'from' must be more than that of the band before, which is %d"), before);
	else if (band->from < 0)
		band->from = before < 0 ? 0 : before;
}

static void read_bands(struct reader *reader, const struct node *node, struct step *step)
{
	const struct node *list = reader_list(reader, node, "bands", false, BANDS_LIMIT);
	long most = step->option_count ? (long)step->option_count : OPTIONS_MOST;

	if (!list)
		return;
	if (list->count == 0)
		reader_fail(reader, list, _("'%s' is empty"), "bands");
	step->bands = mem_zalloc(list->count, sizeof *step->bands);
	step->band_count = list->count;
	for (size_t i = 0; i < list->count; i++)
		read_band(reader, list->items[i], i + 1, most, i ? step->bands[i - 1].from : -1, &step->bands[i]);
}

static void check(struct reader *reader, const struct node *node, struct step *step)
{
	step->option_count = spec_options(reader, node, "options", 1, OPTIONS_MOST, &step->options);
	/* A checklist without usable options has its finding already. */
	step->most = (int)reader_number(reader, node, "most", false, 1,
		step->option_count ? (long)step->option_count : OPTIONS_MOST, 0);
	step->anonymous = reader_flag(reader, node, "anonymous", false);
	read_bands(reader, node, step);
}

static void check_links(struct reader *reader, const struct node *node, const struct bank *bank,
	const struct module *module, struct step *step)
{
	(void)bank;
	(void)module;
	if (step->band_count > 0 && step->by != BY_SIDE)
		reader_fail(reader, node_get(node, "bands"),
			_("'bands' say what a side's ticks mean: 'by' must be side"));
}

/* Asking */

/* "1 4 7" or "1,4,7" to the ids of these options, in the list's order; "0" for none of them. */
static char *by_text(const struct stage *stage, const char *text, struct err *err)
{
	const struct step *step = stage->progress->step;
	bool ticks[OPTIONS_MOST] = { false };
	int count = 0;
	struct str out;

	while (*text) {
		char *end;
		long number;

		text += strspn(text, " ,;");
		if (!*text)
			break;
		number = isdigit((unsigned char)*text) ? strtol(text, &end, 10) : -1;
		if (number < 0 || (size_t)number > step->option_count) {
			/* What was typed is never quoted: everybody reads along. */
			err_set(err, ERR_INPUT, _("type numbers from 1 to %zu, such as 1 3; 0 for none"),
				step->option_count);
			return NULL;
		}
		if (number > 0 && !ticks[number - 1]) {
			ticks[number - 1] = true;
			count++;
		}
		text = end;
	}
	if (step->most && count > step->most) {
		err_set(err, ERR_INPUT, P_("only %d may be ticked", "only %d may be ticked", step->most), step->most);
		return NULL;
	}
	str_init(&out);
	for (size_t i = 0; i < step->option_count; i++)
		if (ticks[i])
			str_printf(&out, "%s%s", out.length ? "," : "", step->options[i].id);
	/* A comma alone stands for "none of them", which is an answer too. */
	if (!out.length)
		str_add(&out, ",");
	return out.data;
}

static char *show(const struct step *step, const char *answer)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < step->option_count; i++) {
		const char *id = step->options[i].id, *at = strstr(answer, id);
		size_t length = strlen(id);

		if (at && (at == answer || at[-1] == ',') && (!at[length] || at[length] == ','))
			str_printf(&out, "%s%s", out.length ? "; " : "", step->options[i].text);
	}
	if (!out.length)
		str_add(&out, _("none of them"));
	return out.data;
}

static int legend(const struct stage *stage, struct grid *grid, struct rect rect)
{
	const struct step *step = stage->progress->step;
	bool two = (rect.width >= 64 && step->option_count > 4 && !grid->linear) || (int)step->option_count > rect.height;
	int columns = two ? 2 : 1, width = rect.width / columns;
	int lines = ((int)step->option_count + columns - 1) / columns;

	for (int i = 0; i < (int)step->option_count; i++) {
		int x = rect.x + i / lines * width, y = rect.y + i % lines;

		if (y >= rect.y + rect.height)
			continue;
		spot_type(grid, (struct rect){ x, y, width - 1, 1 }, "%d ", i + 1);
		grid_printf(grid, x, y, 3, STYLE_KEY, "%2d", i + 1);
		grid_text_cut(grid, x + 3, y, width - 4, STYLE_NORMAL, step->options[i].text);
	}
	return lines < rect.height ? lines : rect.height;
}

static void paper(const struct session *session, const struct step *step, const char *other, struct doc *doc)
{
	(void)session;
	(void)other;
	if (step->most)
		doc_printf(doc, STYLE_NORMAL, P_("Tick one.", "Tick up to %d.", step->most), step->most);
	else
		doc_text(doc, STYLE_NORMAL, _("Tick all that hold."));
	for (size_t i = 0; i < step->option_count; i++)
		paper_write_option(i + 1, &step->options[i], "[ ] ", doc);
}

static void pose(const struct session *session, const struct progress *progress, struct doc *doc)
{
	(void)session;
	for (size_t i = 0; i < progress->step->option_count; i++)
		pose_write_option(i + 1, progress->step->options[i].text, doc);
}

static const struct answering answering = {
	.by_text = by_text,
	.starts = "123456789",
	.hides_length = true,
	.show = show,
	.legend = legend,
	.paper = paper,
};

/* The result */

/* What each side ticked, where its answer says something; NULL otherwise. */
static const char *ticks_of(const struct progress *progress, int side)
{
	const struct ballot *ballot = progress_ballot(progress, ANSWERER_SIDE(side));

	return ballot && result_answers(progress, side, OWN) > 0 ? ballot->answers[OWN] : NULL;
}

static int count_ticks(const struct step *step, const char *ticks)
{
	int count = 0;

	for (size_t i = 0; i < step->option_count; i++)
		count += result_ticks(ticks, step->options[i].id);
	return count;
}

/* The place of the band that so many ticks fall into. */
static int band_of(const struct step *step, int ticked)
{
	int64_t from[BANDS_LIMIT];

	for (size_t i = 0; i < step->band_count; i++)
		from[i] = step->bands[i].from;
	return bands_of(from, step->band_count, ticked);
}

/* How many are ticked, and what that means. */
static void write_band(const struct session *session, const struct progress *progress, int side, struct doc *doc)
{
	const struct step *step = progress->step;
	const char *name = session->bank->sides[side].name, *ticks = ticks_of(progress, side);
	int count = ticks ? count_ticks(step, ticks) : 0;
	char *text;

	if (ticks)
		/* TRANSLATORS: a side, how many of how many it ticked, and what that means. */
		text = mem_printf(_("%s ticked %d of %zu: %s"), name, count, step->option_count,
			step->bands[band_of(step, count)].text);
	else
		text = mem_printf(result_count(progress, side, OWN, ANSWER_CANT_SAY) ? _("%s can't say.")
										       : _("%s has not answered."),
			name);
	doc_line(doc, ticks ? STYLE_STRONG : STYLE_DIM, text);
	free(text);
}

/* What a side ticked and the other did, or did not, below a title; nothing where there is none. */
static void write_ticked(const struct step *step, const char *ticks, const char *other, bool both, enum style style,
	const char *title, struct doc *doc)
{
	bool any = false;

	for (size_t i = 0; i < step->option_count; i++) {
		const struct option *option = &step->options[i];

		if (!result_ticks(ticks, option->id) || result_ticks(other, option->id) != both)
			continue;
		if (!any)
			doc_gap(doc);
		if (!any)
			doc_text(doc, style, title);
		doc_bullet(doc, STYLE_NORMAL, option->text);
		any = true;
	}
}

static void write_bands(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const char *ticks[SIDES] = { ticks_of(progress, 0), ticks_of(progress, 1) };

	for (int side = 0; side < SIDES; side++)
		write_band(session, progress, side, doc);
	if (ticks[0] && ticks[1])
		write_ticked(progress->step, ticks[0], ticks[1], true, STYLE_STRONG, _("Both sides ticked:"), doc);
	for (int side = 0; side < SIDES; side++) {
		const char *other = ticks[1 - side];
		char *title;

		if (!ticks[side])
			continue;
		title = mem_printf(other ? _("Only %s ticked:") : _("%s ticked:"), session->bank->sides[side].name);
		write_ticked(progress->step, ticks[side], other ? other : "", false, style_of_side(side), title, doc);
		free(title);
	}
	doc_gap(doc);
}

static void summarise(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	const struct step *step = progress->step;

	(void)today;
	if (step->band_count > 0) {
		write_bands(session, progress, doc);
		result_write_rest(session, progress, doc);
		return;
	}
	if (step->by != BY_PERSON) {
		result_write_named(session, progress, show, doc);
		result_write_rest(session, progress, doc);
		return;
	}
	doc_bars(doc, session->bank->sides[0].name, session->bank->sides[1].name);
	for (size_t i = 0; i < step->option_count; i++) {
		int counts[SIDES];

		for (int side = 0; side < SIDES; side++)
			counts[side] = result_allowed(session, progress, side, OWN)
					       ? result_count_ticked(progress, side, step->options[i].id)
					       : -1;
		doc_bar(doc, step->options[i].text, counts[0], counts[1]);
	}
	doc_gap(doc);
	result_write_withheld(session, progress, doc);
	result_write_rest(session, progress, doc);
}

/* What a side ticked and the other did, or did not, on a line; nothing where there is none. */
static void write_ticked_line(const struct step *step, const char *ticks, const char *other, bool both,
	const char *title, struct doc *doc)
{
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < step->option_count; i++)
		if (result_ticks(ticks, step->options[i].id) && result_ticks(other, step->options[i].id) == both)
			str_printf(&list, "%s%s", list.length ? "; " : "", step->options[i].text);
	if (list.length)
		doc_marked(doc, STYLE_NORMAL, title, list.data);
	str_release(&list);
}

static void digest_bands(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const char *ticks[SIDES] = { ticks_of(progress, 0), ticks_of(progress, 1) };

	for (int side = 0; side < SIDES; side++)
		write_band(session, progress, side, doc);
	if (ticks[0] && ticks[1])
		write_ticked_line(progress->step, ticks[0], ticks[1], true, _("Both sides:"), doc);
	for (int side = 0; side < SIDES; side++) {
		const char *other = ticks[1 - side];
		char *title = mem_printf(other ? _("Only %s:") : "%s:", session->bank->sides[side].name);

		if (ticks[side])
			write_ticked_line(progress->step, ticks[side], other ? other : "", false, title, doc);
		free(title);
	}
}

static void digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	(void)today;
	if (progress->step->band_count > 0)
		digest_bands(session, progress, doc);
	else if (progress->step->by != BY_PERSON)
		result_write_named(session, progress, show, doc);
	else
		result_write_options(session, progress, result_count_ticked, doc);
	result_write_outcome(session, progress, doc);
}

/* Then and now */

/* Whether most of a side, or the one that answers for all, ticked it. */
static bool is_ticked(const struct progress *progress, int side, const char *option)
{
	return 2 * result_count_ticked(progress, side, option) > result_answers(progress, side, OWN);
}

static bool can_tell(const struct moment *moment, int side)
{
	return result_answers(moment->progress, side, OWN) > 0 &&
	       result_allowed(moment->session, moment->progress, side, OWN);
}

/* How much of a list of signs a side ticked. */
static bool place(const struct session *session, const struct progress *progress, int side, struct place *out)
{
	const struct step *step = progress->step;
	const char *ticks = step->band_count > 0 && side != SIDE_NONE ? ticks_of(progress, side) : NULL;
	int count;

	if (!ticks || !result_allowed(session, progress, side, OWN))
		return false;
	count = count_ticks(step, ticks);
	out->value = ratio_of(count, 1);
	out->text = mem_printf(_("%d of %zu ticked"), count, step->option_count);
	return true;
}

/* What was not ticked in one of them and is in the other, for free(); NULL where there is nothing. */
static char *ticked_anew(const struct moment *from, int from_side, const struct moment *to, int to_side)
{
	const struct step *step = to->progress->step;
	struct str list;

	str_init(&list);
	for (size_t i = 0; i < step->option_count; i++)
		if (is_ticked(to->progress, to_side, step->options[i].id) &&
			!is_ticked(from->progress, from_side, step->options[i].id))
			str_printf(&list, "%s%s", list.length ? "; " : "", step->options[i].text);
	if (list.length)
		return list.data;
	str_release(&list);
	return NULL;
}

static struct str *next_sentence(struct str *out)
{
	str_add(out, out->length ? " " : "");
	return out;
}

/* What a side ticks now and did not, and the other way round, in sentences of their own. */
static void add_ticks(const struct compared *compared, int side, struct str *out, bool *moved)
{
	const struct moment *then = &compared->then, *now = &compared->now;
	int was = side == SIDE_NONE ? side : compared->side[side];
	char *more = ticked_anew(then, was, now, side), *fewer = ticked_anew(now, side, then, was);
	const char *name = side == SIDE_NONE ? _("The room") : now->session->bank->sides[side].name;
	bool most = now->progress->step->by == BY_PERSON;

	if (more)
		str_printf(next_sentence(out), most ? _("New for most of %s: %s.") : _("New for %s: %s."), name, more);
	if (fewer)
		str_printf(next_sentence(out), most ? _("No longer for most of %s: %s.") : _("No longer for %s: %s."),
			name, fewer);
	if (!more && !fewer)
		str_printf(next_sentence(out), most ? _("Most of %s tick the same as before.") : _("%s ticks the same as before."), name);
	*moved = *moved || more || fewer;
	free(more);
	free(fewer);
}

static char *shift(const struct compared *compared, bool *told, bool *moved)
{
	struct str out;

	str_init(&out);
	for (int side = SIDE_NONE; side < SIDES; side++) {
		if (!can_tell(&compared->then, side == SIDE_NONE ? side : compared->side[side]) ||
			!can_tell(&compared->now, side))
			continue;
		add_ticks(compared, side, &out, moved);
		*told = true;
	}
	if (out.length)
		return out.data;
	str_release(&out);
	return NULL;
}

static void compare(const struct compared *compared, struct doc *doc)
{
	if (compared->now.progress->step->by == BY_PERSON)
		compared_write_options(compared, result_count_ticked, doc);
}

/* What it came to */

static char *bands_verdict(const struct session *session, const struct step *step, int ticks[SIDES][OPTIONS_MOST],
	struct verdict *out)
{
	const struct side *sides = session->bank->sides;
	int ticked[SIDES] = { 0 }, band[SIDES];

	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < step->option_count; i++)
			ticked[side] += ticks[side][i];
		band[side] = band_of(step, ticked[side]);
	}
	verdict_bands((int)step->option_count, ticked, band, out);
	if (out->kind == VERDICT_AGREEMENT)
		return result_sentence(session, out);
	return mem_printf(_("%s ticks %d: %s. %s ticks %d: %s."), sides[0].name, ticked[0],
		step->bands[band[0]].text, sides[1].name, ticked[1], step->bands[band[1]].text);
}

static char *gap_sentence(const struct session *session, const struct step *step, int option, int side)
{
	const struct side *sides = session->bank->sides;

	if (step->by == BY_SIDE)
		return mem_printf(_("%s ticks: %s. %s does not."), sides[side].name, step->options[option].text,
			sides[1 - side].name);
	return mem_printf(_("Most of %s tick: %s. Most of %s do not."), sides[side].name, step->options[option].text,
		sides[1 - side].name);
}

static char *verdict(const struct session *session, const struct progress *progress, struct verdict *out)
{
	const struct step *step = progress->step;
	int ticks[SIDES][OPTIONS_MOST], n[SIDES], option, side;
	const int *const both[SIDES] = { ticks[0], ticks[1] };

	*out = verdict_none();
	/* Where only so many may be ticked, what was left out may be true as well. */
	if (step->most > 0)
		return NULL;
	for (side = 0; side < SIDES; side++) {
		n[side] = result_answers(progress, side, OWN);
		for (size_t i = 0; i < step->option_count; i++)
			ticks[side][i] = result_count_ticked(progress, side, step->options[i].id);
	}
	if (n[0] == 0 || n[1] == 0 || !result_comparable(session, progress))
		return NULL;
	if (step->band_count > 0 && step->by == BY_SIDE)
		return bands_verdict(session, step, ticks, out);
	verdict_ticks(step->option_count, both, n, out);
	option = verdict_tick_gap(step->option_count, both, n, &side);
	return option >= 0 ? gap_sentence(session, step, option, side) : result_sentence(session, out);
}

const struct instrument instrument_checklist = {
	.kind = "checklist",
	.keys = keys,
	.key_count = COUNT_OF(keys),
	.check = check,
	.check_links = check_links,
	.answering = &answering,
	.pose = pose,
	.summarise = summarise,
	.digest = digest,
	.verdict = verdict,
	.place = place,
	.shift = shift,
	.compare = compare,
	.reveals = true,
};
