/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord import --people and --register: lists out of spreadsheets. */
#include "command/import-list.h"

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/listing.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#define WIDTH 26      /* columns of a cell */
#define ROWS_SHOWN 5

/* Prints a text and fills up to the width. */
static void print_cell(const char *text)
{
	char *cut = text_ellipsize(text, WIDTH - 2);

	printf("%s%*s", cut, WIDTH - text_width(cut), "");
	free(cut);
}

static void print_columns(const struct listing *listing)
{
	print_cell(_("Column"));
	print_cell(_("such as"));
	printf("%s\n", _("is taken for"));
	for (size_t i = 0; i < listing->column_count; i++) {
		char *name = listing_column_name(listing, i), *sample = listing_sample(listing, i);
		int field = listing->taken[i];

		print_cell(name);
		print_cell(sample);
		printf("%s\n", field == LISTING_NONE ? _("nothing") : listing->fields[field].title);
		free(sample);
		free(name);
	}
}

static void print_row(const struct listing *listing, const struct listing_row *row)
{
	bool any = false;

	printf(_("line %d: "), row->line);
	for (size_t f = 0; f < listing->field_count; f++) {
		char *shown = row->values[f] && row->values[f][0] ? listing_show(listing, f, row->values[f]) : NULL;

		if (shown)
			printf("%s%s", any ? " \xc2\xb7 " : "", shown);
		any = any || shown;
		free(shown);
	}
	putchar('\n');
}

static void print_preview(const struct listing *listing)
{
	size_t shown = 0, skipped = listing->row_count - listing->taken_rows;

	print_columns(listing);
	putchar('\n');
	for (size_t i = 0; i < listing->row_count && shown < ROWS_SHOWN; i++) {
		if (listing->rows[i].skipped)
			continue;
		print_row(listing, &listing->rows[i]);
		shown++;
	}
	if (listing->taken_rows > shown)
		printf(P_("and %zu more line\n", "and %zu more lines\n", listing->taken_rows - shown),
			listing->taken_rows - shown);
	if (skipped > 0)
		printf(P_("%zu line is left out\n", "%zu lines are left out\n", skipped), skipped);
	fflush(stdout);
}

/* Why lines are left out, and cells stay empty. */
static void print_problems(struct listing *listing, const char *path)
{
	for (size_t i = 0; i < listing->problems.count; i++) {
		free(listing->problems.items[i].file);
		listing->problems.items[i].file = mem_strdup(path);
	}
	call_print_findings(&listing->problems);
}

/* Whether the user means it; a wrong answer is a no. */
static bool is_meant(void)
{
	char answer[16] = "";

	fprintf(stderr, "%s", _("Add these? Type yes: "));
	fflush(stderr);
	return fgets(answer, sizeof answer, stdin) && strcmp(answer, "yes\n") == 0;
}

static int agree(const char *path, bool yes, struct err *err)
{
	if (yes)
		return 0;
	if (strcmp(path, "-") == 0 || !isatty(STDIN_FILENO))
		return err_set(err, ERR_USAGE, "%s", _("nothing was added: --yes adds these lines"));
	return is_meant() ? 0 : err_set(err, ERR_FAILED, "%s", _("nothing was added"));
}

static int add(struct store *store, struct session *session, const struct listing *listing, struct err *err)
{
	struct changes changes = { 0 };
	const struct row **rows = mem_zalloc(session->row_count, sizeof *rows);
	size_t place = listing->step ? session_rows(session, listing->step->key, rows) : 0, count = listing->taken_rows;
	int result;

	free(rows);
	listing_add(listing, (int)place, &changes);
	changes_label(&changes, listing->step ? N_("rows from a list") : N_("people from a list"));
	result = store_apply(store, session, &changes, err);
	changes_release(&changes);
	if (result == 0 && listing->step)
		fprintf(stderr, P_("accord: %zu row added\n", "accord: %zu rows added\n", count), count);
	else if (result == 0)
		fprintf(stderr, P_("accord: %zu person added\n", "accord: %zu people added\n", count), count);
	return result;
}

static int take(struct store *store, struct session *session, const struct step *step, const char *path, bool yes,
	bool trial, struct err *err)
{
	struct listing listing = { 0 };
	struct err found = { 0 };
	struct str text;
	int result;

	str_init(&text);
	result = file_read(path, LISTING_BYTES_MOST, &text, err);
	if (result == 0 && listing_init(&listing, session, step, text.data, text.length, clock_today(), &found) != 0)
		result = err_set(err, found.code, "%s: %s", path, found.message);
	if (result == 0) {
		print_preview(&listing);
		print_problems(&listing, path);
	}
	if (result == 0 && listing.taken_rows == 0)
		result = err_set(err, ERR_INPUT, _("'%s' has nothing that could be added"), path);
	else if (result == 0 && !trial && (result = agree(path, yes, err)) == 0)
		result = add(store, session, &listing, err);
	listing_release(&listing);
	str_release(&text);
	return result;
}

/* The register of a key, or of a step's id that no other register has; NULL with err set, and with all there are. */
static const struct step *find_register(const struct bank *bank, const char *name, struct err *err)
{
	const struct step *found = NULL;
	struct str keys;
	int count = 0;

	str_init(&keys);
	for (size_t m = 0; m < bank->module_count; m++)
		for (size_t s = 0; s < bank->modules[m].step_count; s++) {
			const struct step *step = &bank->modules[m].steps[s];

			if (strcmp(step->kind, "register") != 0)
				continue;
			str_printf(&keys, "%s%s", keys.length ? ", " : "", step->key);
			if (strcmp(step->key, name) != 0 && strcmp(step->id, name) != 0)
				continue;
			found = step;
			count++;
		}
	if (count != 1)
		err_set(err, ERR_USAGE, _("--register: '%s' is no register of this session: name one of %s"), name, keys.data);
	str_release(&keys);
	return count == 1 ? found : NULL;
}

int import_list(const struct call *call, const char *reg, bool yes, bool trial, struct err *err)
{
	struct store *store;
	struct session *session;
	const struct step *step = NULL;
	int result = -1;

	if (call->argument_count != 2)
		return err_set(err, ERR_USAGE, "%s", _("a list needs a session and a file: accord import --people SESSION FILE"));
	store = call_open(call, err);
	session = store ? call_session(store, call->arguments[0], err) : NULL;
	if (session && (!reg || (step = find_register(session->bank, reg, err))))
		result = take(store, session, step, call->arguments[1], yes, trial, err);
	session_free(session);
	store_close(store);
	return result;
}
