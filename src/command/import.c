/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord import: sessions from exports as JSON, and from databases of others. */
#include "command/command.h"
#include "command/import-list.h"

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "report/archive-json.h"
#include "screen/intake.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

enum { OPTION_CONFLICTS, OPTION_DRY_RUN, OPTION_PEOPLE, OPTION_REGISTER, OPTION_YES };

#define DATABASE_HEAD "SQLite format 3"

/* Columns of what a session is called, and of its organisation within it. */
#define NAME_WIDTH         50
#define ORGANISATION_WIDTH 20

static int read_conflicts(const struct call *call, enum intake_conflicts *conflicts, struct err *err)
{
	const char *name = call->values[OPTION_CONFLICTS];

	*conflicts = CONFLICTS_REFUSE;
	if (!name)
		return 0;
	for (int i = CONFLICTS_REFUSE + 1; i < CONFLICTS_COUNT; i++)
		if (strcmp(intake_conflicts_name(i), name) == 0)
			*conflicts = (enum intake_conflicts)i;
	return *conflicts != CONFLICTS_REFUSE ? 0 :
						err_set(err, ERR_USAGE,
							_("--conflicts: '%s' is none of: keep-ours, take-theirs, keep-both"), name);
}

/* The first bytes tell a database, which may be larger than any text. */
static bool is_database(const char *path)
{
	char head[sizeof DATABASE_HEAD] = "";
	struct stat status;
	/* What is read from a pipe is not there a second time. */
	FILE *file = stat(path, &status) == 0 && S_ISREG(status.st_mode) ? fopen(path, "rb") : NULL;
	bool is = file && fread(head, 1, sizeof head, file) == sizeof head && memcmp(head, DATABASE_HEAD, sizeof head) == 0;

	if (file)
		fclose(file);
	return is;
}

static int take_file(struct store *store, const char *path, enum intake_conflicts conflicts, struct intakes *intakes,
	struct diags *diags, struct err *err)
{
	struct str text;
	int result;

	if (is_database(path))
		return intake_database(store, path, conflicts, intakes, diags, err);
	str_init(&text);
	result = file_read(path, ARCHIVE_FILE_LIMIT, &text, err);
	if (result == 0 && !archive_json_looks(text.data, text.length))
		result = err_set(err, ERR_INPUT,
			_("'%s' is neither a session as JSON nor a database of accord: name a file of 'accord export --format json', "
			  "or another database"), path);
	else if (result == 0)
		result = intake_json(store, path, text.data, text.length, conflicts, intakes, diags, err);
	str_release(&text);
	return result;
}

/* "Title, Organisation": of both as much as tells them apart; for free(). */
static char *intake_name(const struct intake *intake)
{
	char *title = text_visible(intake->title, false), *organisation = text_visible(intake->organisation, false);
	char *of = text_ellipsize(organisation, ORGANISATION_WIDTH);
	char *called = text_ellipsize(title, of[0] ? NAME_WIDTH - text_width(of) - 2 : NAME_WIDTH);
	char *name = of[0] ? mem_printf("%s, %s", called, of) : mem_strdup(called);

	free(title);
	free(organisation);
	free(of);
	free(called);
	return name;
}

static void print_intakes(const struct intakes *intakes)
{
	int width = 0;

	for (size_t i = 0; i < intakes->count; i++) {
		char *name = intake_name(&intakes->items[i]);

		width = text_width(name) > width ? text_width(name) : width;
		free(name);
	}
	for (size_t i = 0; i < intakes->count; i++) {
		const struct intake *intake = &intakes->items[i];
		char date[11], *name = intake_name(intake);

		date_format(intake->date, date);
		printf("%-8s  %-10s  %s%*s  %s", intake->id, date, name, width - text_width(name), "", intake_words(intake));
		printf(intake->fate == INTAKE_BOTH ? ": %s\n" : "%s\n", intake->new_id);
		free(name);
	}
}

static int count_conflicts(const struct intakes *intakes)
{
	int count = 0;

	for (size_t i = 0; i < intakes->count; i++)
		count += intakes->items[i].fate == INTAKE_CONFLICT;
	return count;
}

static int refuse_conflicts(int count, struct err *err)
{
	return err_set(err, ERR_FAILED,
		P_("nothing was taken in: of %d session, copies were changed in both places; say with --conflicts=keep-ours, "
		   "take-theirs or keep-both what to do with it",
		   "nothing was taken in: of %d sessions, copies were changed in both places; say with --conflicts=keep-ours, "
		   "take-theirs or keep-both what to do with them", count),
		count);
}

/* All files as one: a trial ends like an error, but for the error. */
static int take_all(const struct call *call, struct store *store, enum intake_conflicts conflicts, struct diags *diags,
	struct err *err)
{
	bool trial = call->values[OPTION_DRY_RUN] != NULL;
	struct intakes intakes = { 0 };
	bool refused = false;
	int result = 0;

	if (store_begin(store, __func__, err) != 0)
		return -1;
	for (int i = 0; result == 0 && i < call->argument_count; i++)
		result = take_file(store, call->arguments[i], conflicts, &intakes, diags, err);
	if (result == 0 && !trial && count_conflicts(&intakes) > 0) {
		result = refuse_conflicts(count_conflicts(&intakes), err);
		refused = true;
	}
	if (result == 0 && !trial)
		result = store_commit(store, __func__, err);
	else
		store_rollback(store, __func__);
	/* Only now it is so. */
	if (result == 0 || refused)
		print_intakes(&intakes);
	if (result == 0 && trial)
		fprintf(stderr, "accord: %s\n", _("this was a trial: nothing was taken in"));
	intakes_release(&intakes);
	return result;
}

static int run(const struct call *call, struct err *err)
{
	enum intake_conflicts conflicts;
	struct diags diags = { 0 };
	struct store *store;
	int result = -1;

	if (call->values[OPTION_PEOPLE] && call->values[OPTION_REGISTER])
		return (err_set(err, ERR_USAGE, "%s", _("--people and --register are two lists: take in one after the other")),
			(int)err->code);
	if (call->values[OPTION_PEOPLE] || call->values[OPTION_REGISTER])
		return import_list(call, call->values[OPTION_REGISTER], call->values[OPTION_YES], call->values[OPTION_DRY_RUN],
			       err) == 0 ? 0 : (int)err->code;
	if (read_conflicts(call, &conflicts, err) != 0)
		return (int)err->code;
	store = call_open(call, err);
	if (store)
		result = take_all(call, store, conflicts, &diags, err);
	store_close(store);
	call_print_findings(&diags);
	return result == 0 ? 0 : (int)err->code;
}

const struct command command_import = {
	.name = "import",
	.synopsis = "FILE... | --people|--register=STEP SESSION FILE",
	.summary = N_("Take in sessions from JSON or another database, or a list into one"),
	.details = N_("A session keeps its id. One that is here already is replaced where the file\n"
		      "has all the changes of it, and more; all files are taken in, or none. A list\n"
		      "has tabs, semicolons or commas, and titles above its columns, or else their\n"
		      "usual order; it is shown how they are understood before anything is added."),
	.least = 1,
	.most = 1000,
	.options = {
		[OPTION_CONFLICTS] = { "conflicts", "WHAT",
				       N_("where both were changed: keep-ours, take-theirs or keep-both"),
				       .words = "keep-ours take-theirs keep-both" },
		[OPTION_DRY_RUN] = { "dry-run", NULL, N_("only say what would become of it"), NULL },
		[OPTION_PEOPLE] = { "people", NULL, N_("a list of people: name, role, side"), NULL },
		[OPTION_REGISTER] = { "register", "STEP", N_("a list of rows for a register, such as vendors/contracts"), NULL },
		[OPTION_YES] = { "yes", NULL, N_("add a list without asking; needed where there is no terminal"), NULL },
	},
	.run = run,
};
