/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a scale came to, in a few lines. */
#include "instrument/scale-parts.h"

#include "base/i18n.h"
#include "base/text.h"
#include "instrument/findings.h"
#include "instrument/result.h"
#include "measure/togetherness.h"
#include "model/fate.h"

#include <stdlib.h>

#define DOTS_MOST 9 /* of one point; beyond, a number stands before one dot */

/* How many are at each point: ". o oo o .", for free(). */
static char *dots_text(const struct progress *progress, int side)
{
	int counts[SCALE_POINTS_MOST];
	struct str out;

	scale_count_points(progress, side, OWN, counts);
	str_init(&out);
	for (int point = 0; point < progress->step->points; point++) {
		if (point > 0)
			str_add(&out, " ");
		if (counts[point] == 0)
			str_add(&out, "\xc2\xb7");
		else if (counts[point] > DOTS_MOST)
			str_printf(&out, "%d\xe2\x97\x8f", counts[point]);
		else
			str_repeat(&out, "\xe2\x97\x8f", (size_t)counts[point]);
	}
	return out.data;
}

/* A side's name and dots, as wide as if all of them stood apart; for free(). */
static char *side_text(const struct session *session, const struct progress *progress, int side)
{
	char *dots = result_allowed(session, progress, side, OWN) ? dots_text(progress, side)
								  : mem_strdup(_("too few answers to show"));
	int width = session_people_of(session, side) + 2 * progress->step->points - 2;
	struct str out;

	str_init(&out);
	str_printf(&out, "%s  %s", session->bank->sides[side].name, dots);
	if (text_width(dots) < width)
		str_repeat(&out, " ", (size_t)(width - text_width(dots)));
	free(dots);
	return out.data;
}

/* What it came to in a word or two, for free(). */
static char *label(const struct session *session, const struct progress *progress, const struct verdict *found)
{
	struct scale_answers answers;
	struct coorientation result;
	int64_t tenths;

	switch (found->kind) {
	case VERDICT_GAP:
		tenths = scale_measure(session, progress, &result) ? ratio_tenths(result.agreement) : 0;
		return mem_printf(_("%d.%d apart"), (int)(tenths / 10), (int)(tenths % 10));
	case VERDICT_SPLIT:
		if (scale_measure(session, progress, &result) && scale_is_within(&result))
			return mem_strdup(_("not by side"));
		return found->side[0] && found->side[1]
			       ? mem_strdup(_("both split"))
			       : mem_printf(_("%s split"), session->bank->sides[found->side[0] ? 0 : 1].name);
	case VERDICT_WEAKNESS:
		scale_answers_init(&answers, session, progress);
		tenths = ratio_tenths(verdict_standing(answers.sides));
		scale_answers_release(&answers);
		return mem_printf(_("low (%d.%d)"), (int)(tenths / 10), (int)(tenths % 10));
	case VERDICT_MISREAD:
	case VERDICT_AGREEMENT:
		return mem_strdup(_("alike"));
	default:
		return mem_strdup("");
	}
}

/* The same in words: how many at which point. For free(). */
static char *spoken_text(const struct session *session, const struct progress *progress, int side)
{
	const char *name = session->bank->sides[side].name;
	int counts[SCALE_POINTS_MOST];
	struct str out;
	char *text;

	if (!result_allowed(session, progress, side, OWN))
		return mem_printf("%s: %s", name, _("too few answers to show"));
	scale_count_points(progress, side, OWN, counts);
	str_init(&out);
	for (int point = 0; point < progress->step->points; point++) {
		if (counts[point] == 0)
			continue;
		str_add(&out, out.length ? ", " : "");
		str_printf(&out, _("%d at %d"), counts[point], point + 1);
	}
	text = mem_printf("%s: %s", name, out.length ? out.data : _("none"));
	str_release(&out);
	return text;
}

/* The dots themselves, for what can draw them. */
static void write_dots(const struct session *session, const struct progress *progress, struct doc *doc)
{
	const struct step *step = progress->step;
	int counts[SCALE_POINTS_MOST];

	doc_dots(doc, step->points, step->low, step->high);
	for (int side = 0; side < SIDES; side++) {
		const char *name = session->bank->sides[side].name;

		scale_count_points(progress, side, OWN, counts);
		if (result_allowed(session, progress, side, OWN))
			doc_dots_row(doc, side, name, "", counts);
		else
			doc_dots_row(doc, side, name, _("too few answers to show"), NULL);
	}
}

/* Both sides and what it came to on a line, with what was done; the same places for all scales of as many points. */
static void write_line(const struct session *session, const struct progress *progress, const struct verdict *found,
	struct doc *doc)
{
	char *words = label(session, progress, found);
	struct str line, spoken, caption;

	str_init(&line);
	str_init(&spoken);
	str_init(&caption);
	for (int side = 0; side < SIDES; side++) {
		char *text = side_text(session, progress, side), *said = spoken_text(session, progress, side);

		str_printf(&line, "%s%s", text, side == 0 ? "   " : "  ");
		str_printf(&spoken, "%s; ", said);
		free(said);
		free(text);
	}
	str_add(&caption, words);
	if (verdict_asks(found->kind))
		str_printf(&caption, ": %s", fate_word(fate_of(session, progress->step->key)));
	str_add(&line, caption.data);
	str_add(&spoken, caption.data);
	write_dots(session, progress, doc);
	doc_dots_line(doc, line.data, caption.data);
	doc_spoken(doc, spoken.data);
	str_release(&line);
	str_release(&spoken);
	str_release(&caption);
	free(words);
}

static bool has_lone_voice(const struct session *session, const struct progress *progress, int side)
{
	struct togetherness result;
	int counts[SCALE_POINTS_MOST];

	if (!result_allowed(session, progress, side, OWN))
		return false;
	scale_count_points(progress, side, OWN, counts);
	togetherness_of(counts, progress->step->points, &result);
	return result.lone_voice;
}

/* Room for one more sentence. */
static struct str *next_sentence(struct str *text)
{
	str_add(text, text->length ? " " : "");
	return text;
}

/* Who is wrong about the other side. */
static void add_mistakes(const struct session *session, const struct progress *progress, const struct verdict *found,
	struct str *out)
{
	const struct side *sides = session->bank->sides;
	struct coorientation result;
	bool wrong[SIDES];

	/* A side that is split within itself has no one view of the other. */
	if (found->kind == VERDICT_SPLIT || !scale_measure(session, progress, &result))
		return;
	for (int side = 0; side < SIDES; side++)
		wrong[side] = found->kind == VERDICT_MISREAD ? found->side[side]
							     : result.side[side].state == STATE_FALSE_CONSENSUS;
	if (found->kind == VERDICT_MISREAD && wrong[0] && wrong[1])
		str_add(next_sentence(out), _("Neither side expects it."));
	else if (found->kind == VERDICT_MISREAD)
		str_printf(next_sentence(out), _("%s does not expect it."), sides[wrong[0] ? 0 : 1].name);
	else if (wrong[0] && wrong[1])
		str_add(next_sentence(out), _("Both believe that they agree."));
	else if (wrong[0] || wrong[1])
		str_printf(next_sentence(out), _("%s believes that they agree."), sides[wrong[0] ? 0 : 1].name);
	for (int side = 0; side < SIDES; side++)
		if (result.side[side].misread)
			str_printf(next_sentence(out), _("%s expects %s on the wrong side of itself."),
				sides[side].name, sides[1 - side].name);
}

/* What is worth a word beside what it came to. */
static void add_remarks(const struct session *session, const struct progress *progress, struct str *out)
{
	char *cant_say = result_cant_say(session, progress);

	for (int side = 0; side < SIDES; side++)
		if (has_lone_voice(session, progress, side))
			str_printf(next_sentence(out), _("In %s somebody stands far from the others."),
				session->bank->sides[side].name);
	if (cant_say)
		str_add(next_sentence(out), cant_say);
	free(cant_say);
}

void scale_digest(const struct session *session, const struct progress *progress, int today, struct doc *doc)
{
	struct verdict found;
	struct str remarks;

	(void)today;
	str_init(&remarks);
	free(scale_verdict(session, progress, &found));
	write_line(session, progress, &found, doc);
	if (!scales_are_alike(session->bank)) {
		char *ends = scale_ends(progress->step);

		doc_text(doc, STYLE_DIM, ends);
		free(ends);
	}
	add_mistakes(session, progress, &found, &remarks);
	add_remarks(session, progress, &remarks);
	if (remarks.length)
		doc_text(doc, STYLE_NORMAL, remarks.data);
	str_release(&remarks);
}
