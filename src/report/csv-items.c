/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the room kept, as tables. */
#include "report/csv-parts.h"

#include "base/date.h"
#include "model/decision.h"

#include <stdlib.h>

void csv_write_actions(const struct session *session, struct report_output *output)
{
	static const char *const columns[] = { "number", "action", "owner", "due", "state", "reason", "step", "prompt",
		"carried", "carried_session", "carried_number" };
	struct csv_writer writer = csv_begin(output, "actions.csv", columns, COUNT_OF(columns));

	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];
		char due[11];

		if (item->kind != ITEM_ACTION)
			continue;
		date_format(item->due, due);
		csv_number(&writer, item->id);
		csv_text(&writer, item->text);
		csv_text(&writer, item->owner);
		csv_value(&writer, due);
		csv_value(&writer, item->dropped[0] ? "dropped" : item->done ? "done" : "open");
		csv_text(&writer, item->dropped);
		csv_step(&writer, session, item->step);
		csv_number(&writer, item->carried);
		csv_value(&writer, item->carried_session);
		if (item->carried_session[0])
			csv_number(&writer, item->carried_item);
		else
			csv_value(&writer, "");
		csv_end(&writer);
	}
}

void csv_write_decisions(const struct session *session, struct report_output *output)
{
	const struct side *sides = session->bank->sides;
	char *yes[SIDES] = { mem_printf("yes_%s", sides[0].id), mem_printf("yes_%s", sides[1].id) };
	const char *const columns[] = { "number", "decision", "state", yes[0], yes[1], "dissent", "step", "prompt" };
	struct csv_writer writer = csv_begin(output, "decisions.csv", columns, COUNT_OF(columns));

	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		if (item->kind != ITEM_DECISION)
			continue;
		csv_number(&writer, item->id);
		csv_text(&writer, item->text);
		csv_value(&writer, decision_confirmed(item) ? "decided" : "proposed");
		for (int side = 0; side < SIDES; side++)
			csv_text(&writer, item->yes[side]);
		csv_text(&writer, item->dissent);
		csv_step(&writer, session, item->step);
		csv_end(&writer);
	}
	for (int side = 0; side < SIDES; side++)
		free(yes[side]);
}

void csv_write_notes(const struct session *session, struct report_output *output)
{
	static const char *const columns[] = { "number", "kind", "text", "done", "step", "prompt" };
	struct csv_writer writer = csv_begin(output, "notes.csv", columns, COUNT_OF(columns));

	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		if (item->private || item->kind == ITEM_ACTION || item->kind == ITEM_DECISION)
			continue;
		csv_number(&writer, item->id);
		csv_value(&writer, item_kind_name(item->kind));
		csv_text(&writer, item->text);
		csv_value(&writer, item->kind != ITEM_PARKED ? "" : item->done ? "yes" : "no");
		csv_step(&writer, session, item->step);
		csv_end(&writer);
	}
}
