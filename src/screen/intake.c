/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Takes sessions out of files into the database. */
#include "screen/intake.h"

#include "bank/load.h"
#include "base/date.h"
#include "base/i18n.h"
#include "report/archive-json.h"

#include <stdlib.h>
#include <string.h>

static const char *const conflict_names[CONFLICTS_COUNT] = {
	[CONFLICTS_REFUSE] = "",
	[CONFLICTS_KEEP_OURS] = "keep-ours",
	[CONFLICTS_TAKE_THEIRS] = "take-theirs",
	[CONFLICTS_KEEP_BOTH] = "keep-both",
};

const char *intake_conflicts_name(int conflicts)
{
	return conflict_names[conflicts];
}

const char *intake_words(const struct intake *intake)
{
	static const char *const words[] = {
		[INTAKE_NEW] = N_("new"),
		[INTAKE_SAME] = N_("the same as here"),
		[INTAKE_NEWER] = N_("newer: takes the place of what is here, and of its undo"),
		[INTAKE_OLDER] = N_("older than here: what is here stays"),
		[INTAKE_CONFLICT] = N_("conflict: both were changed"),
		[INTAKE_KEPT] = N_("conflict: what is here stays"),
		[INTAKE_TAKEN] = N_("conflict: takes the place of what is here, and of its undo"),
		[INTAKE_BOTH] = N_("conflict: goes beside what is here, with a new id"),
	};

	if (intake->fate == INTAKE_CONFLICT && intake->partial)
		return _("conflict: newer, but parts of it are left out");
	return _(words[intake->fate]);
}

void intakes_release(struct intakes *intakes)
{
	for (size_t i = 0; i < intakes->count; i++) {
		free(intakes->items[i].id);
		free(intakes->items[i].title);
		free(intakes->items[i].organisation);
	}
	free(intakes->items);
	*intakes = (struct intakes){ 0 };
}

static bool is_alike(const struct archive *a, const struct archive *b, const struct bank *bank)
{
	struct str left, right;
	bool alike;

	if (strcmp(a->bank_text, b->bank_text) != 0)
		return false;
	str_init(&left);
	str_init(&right);
	archive_json_write(a, bank, &left);
	archive_json_write(b, bank, &right);
	alike = strcmp(left.data, right.data) == 0;
	str_release(&left);
	str_release(&right);
	return alike;
}

/* Beside who changed what, it matters which of the two has all of it. */
static enum intake_fate judge(const struct archive *ours, const struct archive *theirs, bool *partial)
{
	enum archive_order order = archive_compare(ours, theirs);
	bool lacks = theirs->withheld[0] && strcmp(theirs->withheld, ours->withheld) != 0;

	*partial = false;
	switch (order) {
	case ARCHIVE_NEWER:
		*partial = lacks;
		return lacks ? INTAKE_CONFLICT : INTAKE_NEWER;
	case ARCHIVE_OLDER:
		return INTAKE_OLDER;
	case ARCHIVE_SAME:
		if (!theirs->withheld[0] && ours->withheld[0])
			return INTAKE_NEWER;
		return lacks && !ours->withheld[0] ? INTAKE_OLDER : INTAKE_CONFLICT;
	case ARCHIVE_CONFLICT:
		break;
	}
	return INTAKE_CONFLICT;
}

/* What they are to each other; INTAKE_NEW where there is none here. -1 with err set. */
static int compare(struct store *store, const struct archive *theirs, const struct bank *bank, struct intake *intake,
	struct err *err)
{
	char id[SESSION_ID_LENGTH + 1];
	struct session *session;
	struct archive *ours;
	struct err none = { 0 };

	intake->fate = INTAKE_NEW;
	if (store_resolve(store, theirs->id, id, &none) != 0)
		return 0;
	session = store_load(store, id, bank_parse, err);
	ours = session ? store_archive(store, session, err) : NULL;
	if (ours)
		intake->fate = is_alike(ours, theirs, bank) ? INTAKE_SAME : judge(ours, theirs, &intake->partial);
	session_free(session);
	archive_free(ours);
	return ours ? 0 : -1;
}

static enum intake_fate settle(enum intake_fate fate, enum intake_conflicts conflicts)
{
	static const enum intake_fate fates[CONFLICTS_COUNT] = {
		[CONFLICTS_REFUSE] = INTAKE_CONFLICT,
		[CONFLICTS_KEEP_OURS] = INTAKE_KEPT,
		[CONFLICTS_TAKE_THEIRS] = INTAKE_TAKEN,
		[CONFLICTS_KEEP_BOTH] = INTAKE_BOTH,
	};

	return fate == INTAKE_CONFLICT ? fates[conflicts] : fate;
}

static bool is_written(enum intake_fate fate)
{
	return fate == INTAKE_NEW || fate == INTAKE_NEWER || fate == INTAKE_TAKEN || fate == INTAKE_BOTH;
}

/* Writes it, and opens it once, as whoever comes next will. */
static int write_archive(struct store *store, const struct archive *archive, const struct bank *bank, struct err *err)
{
	struct session *session;

	if (store_restore(store, archive, bank, err) != 0)
		return -1;
	session = store_load(store, archive->id, bank_parse, err);
	session_free(session);
	return session ? 0 : -1;
}

static int take(struct store *store, struct archive *archive, const struct bank *bank, enum intake_conflicts conflicts,
	struct intakes *intakes, struct err *err)
{
	struct intake *intake;

	intakes->items = mem_grow(intakes->items, &intakes->capacity, intakes->count, sizeof *intakes->items);
	intake = &intakes->items[intakes->count++];
	*intake = (struct intake){ .id = mem_strdup(archive->id), .title = mem_strdup(archive->title),
				   .organisation = mem_strdup(archive->organisation), .date = archive->date };
	archive_tidy(archive, bank);
	if (compare(store, archive, bank, intake, err) != 0)
		return -1;
	intake->fate = settle(intake->fate, conflicts);
	if (intake->fate == INTAKE_BOTH) {
		if (store_new_id(store, intake->new_id, err) != 0)
			return -1;
		mem_set(&archive->id, intake->new_id);
	}
	return is_written(intake->fate) ? write_archive(store, archive, bank, err) : 0;
}

static int refuse(const char *file, struct err *err)
{
	return err_set(err, ERR_INPUT, _("nothing was taken in from '%s': mend it, or export it anew"), file);
}

/* Says where a bank within the file is wrong: its lines are those of its text. */
static struct bank *read_bank(const char *file, const struct archive *archive, struct diags *diags)
{
	struct diags found = { 0 };
	struct bank *bank = bank_read(file, archive->bank_text, strlen(archive->bank_text), &found);

	for (size_t i = 0; i < found.count; i++)
		diags_add(diags, file, 0, 0, _("bank.text: line %d, column %d: %s"), found.items[i].line,
			found.items[i].column, found.items[i].message);
	diags_release(&found);
	return bank;
}

int intake_json(struct store *store, const char *file, const char *text, size_t length, enum intake_conflicts conflicts,
	struct intakes *intakes, struct diags *diags, struct err *err)
{
	struct archive *archive = archive_json_read(file, text, length, diags);
	struct bank *bank = archive ? read_bank(file, archive, diags) : NULL;
	int result;

	if (bank && archive_check(file, archive, bank, diags))
		result = take(store, archive, bank, conflicts, intakes, err);
	else
		result = refuse(file, err);
	bank_free(bank);
	archive_free(archive);
	return result;
}

/* One session of a database. */
static int take_session(struct store *store, struct store *other, const char *path, const char *id,
	enum intake_conflicts conflicts, struct intakes *intakes, struct diags *diags, struct err *err)
{
	struct session *session = store_load(other, id, bank_parse, err);
	struct archive *archive = session ? store_archive(other, session, err) : NULL;
	char *name = mem_printf(_("%s: session %s"), path, id);
	int result = -1;

	if (archive && !archive_check(name, archive, session->bank, diags))
		refuse(path, err);
	else if (archive)
		result = take(store, archive, session->bank, conflicts, intakes, err);
	free(name);
	archive_free(archive);
	session_free(session);
	return result;
}

int intake_database(struct store *store, const char *path, enum intake_conflicts conflicts, struct intakes *intakes,
	struct diags *diags, struct err *err)
{
	struct store *other = store_open_copy(path, err);
	struct session_head *heads = NULL;
	size_t count = 0;
	int result = other ? store_heads(other, clock_today(), &heads, &count, err) : -1;

	/* Heads come newest first; here the oldest comes first, so that what is made later is later. */
	for (size_t i = count; i > 0; i--) {
		if (result == 0)
			result = take_session(store, other, path, heads[i - 1].id, conflicts, intakes, diags, err);
		session_head_release(&heads[i - 1]);
	}
	free(heads);
	store_close(other);
	return result;
}
