/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds any bytes to the reader of lists, takes its columns this way and that, and what comes of it into a session in
 * memory. 'make fuzz FUZZ=listing' builds it with clang so that it searches by itself; built plainly it replays the files
 * that it is given.
 */
#include "replay.h"

#include "bank/load.h"
#include "base/text.h"
#include "instrument/listing.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define TODAY 20000
#define APPLIED_MOST 40 /* lines: more would only be slow */

static const char bank_text[] =
	"accord: 1\nid: b\nversion: 1.0.0\ntitle: B\nlanguage: en\n"
	"sides: [{id: marketing, name: Marketing}, {id: it, name: IT}]\n"
	"agendas: [{id: a, title: A, modules: [{id: x, minutes: 5}]}]\n"
	"modules:\n- id: x\n  title: X\n  steps:\n  - id: reg\n    kind: register\n    prompt: P\n"
	"    people: Level\n    levels: [none, some, good]\n    columns:\n"
	"    - {id: vendor, title: Supplier, type: text, required: true}\n"
	"    - {id: side, title: Side, type: side}\n    - {id: spend, title: A year, type: money}\n"
	"    - {id: count, title: Heads, type: number}\n    - {id: level, title: How, type: level, highest: 4}\n"
	"    - {id: ends, title: Ends on, type: date}\n    - {id: renews, title: Renews, type: yes-no}\n"
	"    - {id: kind, title: For, type: choice, options: [{id: mail, text: E-mail}, {id: web, text: Hosting}]}\n"
	"    - {id: owner, title: Owner, type: person}\n";

static struct store *store;
static struct session *session;

static void check(bool good, const char *what)
{
	if (!good) {
		fprintf(stderr, "fuzz-listing: %s\n", what);
		abort();
	}
}

static void set_up(void)
{
	struct err err = { 0 };
	struct bank *bank = bank_parse(bank_text, sizeof bank_text - 1, &err);
	struct session_plan plan = { .title = "T", .organisation = "", .facilitator = "", .date = TODAY, .bank_text = bank_text,
				     .bank = bank, .agenda = "a" };
	struct changes changes = { 0 };
	char id[SESSION_ID_LENGTH + 1];

	check(bank != NULL, err.message);
	store = store_open(":memory:", &err);
	check(store && store_create(store, &plan, id, &err) == 0, err.message);
	session = store_load(store, id, bank_parse, &err);
	check(session != NULL, err.message);
	bank_free(bank);
	change_person_add(&changes, "Ann Lee", "", 0);
	change_person_add(&changes, "Bo", "head", 1);
	changes_label(&changes, "people");
	check(store_apply(store, session, &changes, &err) == 0, err.message);
	changes_release(&changes);
}

static void check_text(const char *text)
{
	check(text_is_utf8(text, strlen(text)) && text_find_control(text, false) < 0, "a text is not harmless");
}

static void look_at(const struct listing *listing)
{
	size_t taken = 0;

	for (size_t c = 0; c < listing->column_count; c++) {
		char *name = listing_column_name(listing, c), *sample = listing_sample(listing, c);

		check_text(name);
		check_text(sample);
		free(name);
		free(sample);
	}
	for (size_t i = 0; i < listing->row_count; i++) {
		taken += !listing->rows[i].skipped;
		for (size_t f = 0; f < listing->field_count; f++) {
			char *shown = listing->rows[i].values[f] ? listing_show(listing, f, listing->rows[i].values[f]) : NULL;

			if (shown)
				check_text(shown);
			free(shown);
		}
	}
	check(taken == listing->taken_rows, "lines are counted wrong");
	for (size_t i = 0; i < listing->problems.count; i++)
		check_text(listing->problems.items[i].message);
}

/* What is taken can be applied, all of it, and taken back. */
static void apply(const struct listing *listing)
{
	size_t people = session->person_count, rows = session->row_count;
	struct changes changes = { 0 };
	struct err err = { 0 };
	char *label = NULL;

	listing_add(listing, (int)rows, &changes);
	changes_label(&changes, "list");
	if (changes.count > 0) {
		check(store_apply(store, session, &changes, &err) == 0, err.message);
		check(session->person_count + session->row_count == people + rows + listing->taken_rows,
			"something is missing");
		check(store_undo(store, session, &label, &err) == 1, "it cannot be taken back");
		check(session->person_count == people && session->row_count == rows, "something stayed");
	}
	free(label);
	changes_release(&changes);
}

static void try_list(const struct step *step, const char *text, size_t length, unsigned turns)
{
	struct listing listing;
	struct err err = { 0 };

	if (listing_init(&listing, session, step, text, length, TODAY, &err) == 0) {
		look_at(&listing);
		for (; turns > 0; turns /= 4) {
			listing_turn(&listing, turns % 4 / 2, turns % 2 ? 1 : -1);
			look_at(&listing);
		}
		if (listing.row_count <= APPLIED_MOST)
			apply(&listing);
	} else {
		check(err.message[0], "an error without words");
	}
	listing_release(&listing);
}

/* The first byte says how columns are turned, and what the list is of. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	if (!session)
		set_up();
	if (size < 1)
		return 0;
	try_list(data[0] & 1 ? NULL : &session->bank->modules[0].steps[0], (const char *)data + 1, size - 1, data[0] / 2u);
	return 0;
}
