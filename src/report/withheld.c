/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What a report leaves out of a session, so that it can say so. */
#include "report/withheld.h"

#include "base/i18n.h"
#include "instrument/instrument.h"
#include "instrument/result.h"
#include "measure/disclosure.h"
#include "model/hide.h"
#include "report/json.h"

#include <limits.h>
#include <stdlib.h>
#include <string.h>

/* Whether some answers of a side, which are there, are not shown. */
static bool hides_side(const struct session *session, const struct progress *progress, int side)
{
	for (int which = 0; which < WHICH_COUNT; which++)
		if (result_answers(progress, side, (enum which)which) > 0 &&
		    !result_allowed(session, progress, side, (enum which)which))
			return true;
	return false;
}

/* Sides with too few answers, in the round at hand where it has a result, or in the first one. */
static int small_groups(const struct session *session, const struct progress *progress, bool has_result)
{
	int count = 0;

	for (int side = 0; side < SIDES; side++) {
		bool hides = has_result && hides_side(session, progress, side);

		if (!hides && progress->first_count > 0) {
			struct progress first = progress_first(progress);

			hides = hides_side(session, &first, side);
		}
		count += hides;
	}
	return count;
}

static void count_step(const struct session *session, const struct progress *progress, struct withheld *out)
{
	bool has_result;

	if (!instrument_find(progress->step->kind)->reveals)
		return;
	has_result = step_has_result(session, progress);
	out->groups += small_groups(session, progress, has_result);
	out->unrevealed += !has_result && step_is_answered(session, progress);
}

void withheld_count(const struct session *session, struct withheld *out)
{
	*out = (struct withheld){ .notes = session_private_notes(session) };
	/* The report of one that was cancelled says in its first lines that it has no results. */
	for (size_t i = 0; session->halt != HALT_CANCELLED && i < session->step_count; i++)
		count_step(session, &session->steps[i], out);
	withheld_add(out, session->withheld);
}

void session_show_small(struct session *session)
{
	session->n_min = DISCLOSURE_NAMED;
}

static void add_part(struct str *text, int count, const char *part)
{
	if (count > 0) {
		str_add(text, text->length ? "; " : "");
		str_add(text, part);
	}
}

char *withheld_text(const struct withheld *withheld)
{
	char *parts[] = {
		mem_printf(P_("%d private note", "%d private notes", withheld->notes), withheld->notes),
		mem_printf(P_("the answers of %d group that is too small", "the answers of %d groups that are too small",
				   withheld->groups), withheld->groups),
		mem_printf(P_("%d question that was answered, and not revealed",
				   "%d questions that were answered, and not revealed", withheld->unrevealed),
			withheld->unrevealed),
	};
	const int counts[] = { withheld->notes, withheld->groups, withheld->unrevealed };
	struct str text;

	str_init(&text);
	for (size_t i = 0; i < COUNT_OF(parts); i++) {
		add_part(&text, counts[i], parts[i]);
		free(parts[i]);
	}
	if (text.length)
		return text.data;
	str_release(&text);
	return NULL;
}

void withheld_write(const struct session *session, struct doc *doc)
{
	struct withheld withheld;
	char *text;

	withheld_count(session, &withheld);
	text = withheld_text(&withheld);
	if (!text)
		return;
	doc_gap(doc);
	doc_printf(doc, STYLE_DIM, _("Left out: %s."), text);
	free(text);
}

char *withheld_json(const struct withheld *withheld)
{
	struct str text;

	str_init(&text);
	if (withheld->notes || withheld->groups || withheld->unrevealed)
		json_text(json_pack("{s:i, s:i, s:i}", "private_notes", withheld->notes, "small_groups",
				  withheld->groups, "unrevealed", withheld->unrevealed), &text);
	return text.data;
}

/* A whole number from 0 on that an int holds together with what is there. */
static void add_member(json_t *object, const char *name, int *count)
{
	json_t *value = json_object_get(object, name);
	json_int_t number = json_is_integer(value) ? json_integer_value(value) : 0;

	if (number > 0 && number <= INT_MAX - *count)
		*count += (int)number;
}

void withheld_add(struct withheld *withheld, const char *json)
{
	json_t *object = json[0] ? json_loads(json, JSON_REJECT_DUPLICATES, NULL) : NULL;

	add_member(object, "private_notes", &withheld->notes);
	add_member(object, "small_groups", &withheld->groups);
	add_member(object, "unrevealed", &withheld->unrevealed);
	json_decref(object);
}
