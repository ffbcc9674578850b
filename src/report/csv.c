/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session as a folder of tables: what it is, and who was there. */
#include "report/csv.h"

#include "base/date.h"
#include "base/i18n.h"
#include "report/csv-parts.h"
#include "report/withheld.h"

struct csv_writer csv_begin(struct report_output *output, const char *name, const char *const *columns, size_t count)
{
	struct csv_writer writer = { .out = report_output_add(output, name) };

	for (size_t i = 0; i < count; i++)
		csv_text(&writer, columns[i]);
	csv_end(&writer);
	return writer;
}

void csv_step(struct csv_writer *writer, const struct session *session, const char *key)
{
	const struct step *step = bank_step(session->bank, key, NULL);

	csv_value(writer, key);
	csv_text(writer, step ? step->prompt : "");
}

static void write_people(const struct session *session, struct report_output *output)
{
	static const char *const columns[] = { "number", "name", "role", "side", "presence" };
	struct csv_writer writer = csv_begin(output, "people.csv", columns, COUNT_OF(columns));

	for (size_t i = 0; i < session->person_count; i++) {
		const struct person *person = &session->people[i];

		csv_number(&writer, person->id);
		csv_text(&writer, person->name);
		csv_text(&writer, person->role);
		csv_value(&writer, session->bank->sides[person->side].id);
		csv_value(&writer, presence_name(person->presence));
		csv_end(&writer);
	}
}

static void write_session(const struct session *session, struct report_output *output)
{
	static const char *const columns[] = { "session", "title", "organisation", "facilitator", "date", "state",
		"halted", "bank", "version", "follows", "private_notes_left_out", "small_groups_left_out",
		"unrevealed_left_out" };
	struct csv_writer writer = csv_begin(output, "session.csv", columns, COUNT_OF(columns));
	struct withheld withheld;
	char date[11];

	withheld_count(session, &withheld);
	date_format(session->date, date);
	csv_value(&writer, session->id);
	csv_text(&writer, session->title);
	csv_text(&writer, session->organisation);
	csv_text(&writer, session->facilitator);
	csv_value(&writer, date);
	csv_value(&writer, session_state_name(session->state));
	csv_value(&writer, session_halt_name(session->halt));
	csv_value(&writer, session->bank->id);
	csv_value(&writer, session->bank->version);
	csv_value(&writer, session->follows);
	csv_number(&writer, withheld.notes);
	csv_number(&writer, withheld.groups);
	csv_number(&writer, withheld.unrevealed);
	csv_end(&writer);
}

static int write_csv(const struct report_input *input, struct report_output *output, struct err *err)
{
	const struct session *session = input->session;

	(void)err;
	csv_write_ballots(session, output);
	csv_write_pairs(session, output);
	csv_write_registers(session, output);
	csv_write_actions(session, output);
	csv_write_decisions(session, output);
	csv_write_notes(session, output);
	write_people(session, output);
	write_session(session, output);
	return 0;
}

const struct format format_csv = {
	.name = "csv",
	.extension = "csv",
	.title = N_("CSV, a folder of tables for a spreadsheet"),
	.several = true,
	.write = write_csv,
};
