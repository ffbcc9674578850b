/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the tests of the store share. */
#include "store-fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/database.h"

#include <check.h>
#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define WORDS 8

/* The bank. */

static struct module *add_module(struct bank *bank, const char *id, size_t steps)
{
	struct module *module;

	bank->modules = mem_realloc(bank->modules, bank->module_count + 1, sizeof *bank->modules);
	module = &bank->modules[bank->module_count++];
	*module = (struct module){ .id = mem_strdup(id), .title = mem_strdup(id) };
	module->steps = mem_zalloc(steps, sizeof *module->steps);
	return module;
}

static struct step *add_step(struct module *module, const char *id, const char *kind)
{
	struct step *step = &module->steps[module->step_count++];

	step->id = mem_strdup(id);
	step->key = mem_printf("%s/%s", module->id, id);
	step->kind = mem_strdup(kind);
	step->hideable = strcmp(kind, "scale") == 0;
	step->prompt = mem_strdup(id);
	return step;
}

static void add_column(struct step *step, const char *id, enum column_type type)
{
	struct column *column;

	step->columns = mem_realloc(step->columns, step->column_count + 1, sizeof *step->columns);
	column = &step->columns[step->column_count++];
	*column = (struct column){ .id = mem_strdup(id), .title = mem_strdup(id), .type = type };
}

static void add_agenda(struct bank *bank)
{
	struct agenda *agenda = bank->agendas = mem_zalloc(1, sizeof *bank->agendas);

	bank->agenda_count = 1;
	agenda->id = mem_strdup("short");
	agenda->title = mem_strdup("Short");
	agenda->entry_count = 2;
	agenda->entries = mem_zalloc(2, sizeof *agenda->entries);
	agenda->entries[0] = (struct agenda_entry){ &bank->modules[0], 28 };
	agenda->entries[1] = (struct agenda_entry){ &bank->modules[1], 20 };
}

struct bank *fixture_bank(void)
{
	struct bank *bank = mem_zalloc(1, sizeof *bank);
	struct module *module;
	struct step *step;

	bank->id = mem_strdup("fixture");
	bank->version = mem_strdup("1.0.0");
	bank->title = mem_strdup("Fixture");
	bank->language = mem_strdup("en");
	bank->sides[0] = (struct side){ mem_strdup("marketing"), mem_strdup("Marketing") };
	bank->sides[1] = (struct side){ mem_strdup("it"), mem_strdup("IT") };
	module = add_module(bank, "alpha", 5);
	add_step(module, "scale", "scale")->predict = true;
	step = add_step(module, "secret", "scale");
	step->predict = step->anonymous = true;
	add_step(module, "quiet", "scale")->anonymous = true;
	add_step(module, "side", "text")->by = BY_SIDE;
	add_step(module, "room", "text")->by = BY_ROOM;
	module = add_module(bank, "beta", 2);
	step = add_step(module, "reg", "register");
	step->people = mem_strdup("Level");
	add_column(step, "vendor", COLUMN_TEXT);
	add_column(step, "side", COLUMN_SIDE);
	add_column(step, "owner", COLUMN_PERSON);
	add_step(module, "pairs", "pairs")->of = mem_strdup("beta/reg");
	add_step(add_module(bank, "gamma", 1), "last", "text");
	add_agenda(bank);
	return bank;
}

struct bank *fixture_parse(const char *text, size_t length, struct err *err)
{
	if (length != strlen(FIXTURE_BANK_TEXT) || strcmp(text, FIXTURE_BANK_TEXT) != 0) {
		err_set(err, ERR_INPUT, "not the fixture's bank: '%s'", text);
		return NULL;
	}
	return fixture_bank();
}

/* Files. One test at a time runs in a process. */

static char folder[256], path[512];

void fixture_set_up(void)
{
	const char *temporary = getenv("TMPDIR");

	snprintf(folder, sizeof folder, "%s/store.XXXXXX", temporary ? temporary : "/tmp");
	ck_assert_ptr_nonnull(mkdtemp(folder));
	setenv("ACCORD_NOW", "2026-11-22T09:00:00", 1);
}

static void sweep(const char *in)
{
	DIR *directory = opendir(in);
	struct dirent *entry;

	while (directory && (entry = readdir(directory))) {
		char *name = mem_printf("%s/%s", in, entry->d_name);

		if (strcmp(entry->d_name, ".") != 0 && strcmp(entry->d_name, "..") != 0 &&
			unlink(name) != 0) {
			chmod(name, 0700);
			sweep(name);
		}
		free(name);
	}
	if (directory)
		closedir(directory);
	rmdir(in);
}

void fixture_sweep(void)
{
	chmod(folder, 0700);
	sweep(folder);
}

const char *fixture_path(const char *name)
{
	snprintf(path, sizeof path, "%s%s%s", folder, name[0] ? "/" : "", name);
	return path;
}

struct store *fixture_open(const char *name)
{
	struct err err = { 0 };
	struct store *store = store_open(name, &err);

	ck_assert_msg(store != NULL, "%s", err.message);
	return store;
}

static struct session *make_session(struct store *store, const char *follows, int date)
{
	struct session_plan plan = {
		.title = "Joint workshop",
		.organisation = "Acme",
		.facilitator = "Fay",
		.date = date,
		.follows = follows,
		.bank_text = FIXTURE_BANK_TEXT,
		.bank = fixture_bank(),
	};
	char id[SESSION_ID_LENGTH + 1];
	struct session *session;
	struct err err = { 0 };

	ck_assert_msg(store_create(store, &plan, id, &err) == 0, "%s", err.message);
	bank_free((struct bank *)(uintptr_t)plan.bank);
	session = store_load(store, id, fixture_parse, &err);
	ck_assert_msg(session != NULL, "%s", err.message);
	return session;
}

struct session *fixture_follow_up(struct store *store, const char *follows)
{
	return make_session(store, follows, date_from_civil(2027, 2, 24));
}

struct session *fixture_session(struct store *store)
{
	struct session *session = make_session(store, NULL, date_from_civil(2026, 11, 24));

	fixture_apply(store, session,
		"person-add Ana Head 0 0; person-add Ben '' 0 0; person-add Caz '' 1 0; person-add"
		" Dev '' 1 0");
	return session;
}

/* Changes as text. */

struct words {
	char *word[WORDS]; /* NULL for "-" and beyond the last */
};

static int number(const struct words *words, int at)
{
	return words->word[at] ? atoi(words->word[at]) : 0;
}

static void split(char *line, struct words *words)
{
	char *rest = NULL;
	int count = 0;

	*words = (struct words){ { NULL } };
	for (char *word = strtok_r(line, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		ck_assert_int_lt(count, WORDS);
		for (char *c = word; *c; c++)
			*c = *c == '_' && strcmp(word, "n_min") != 0 ? ' ' : *c;
		if (strcmp(word, "''") == 0)
			*word = '\0';
		words->word[count++] = strcmp(word, "-") == 0 ? NULL : word;
	}
}

static enum which which(const char *word)
{
	return strcmp(word, "own") == 0		? OWN :
		strcmp(word, "prediction") == 0 ? PREDICTION :
						  WHICH_COUNT;
}

static void add(struct changes *changes, const struct words *w)
{
	char *const *a = w->word;
	struct change *last;

	if (strcmp(a[0], "session") == 0) {
		change_session(changes, a[1], a[2]);
	} else if (strcmp(a[0], "person-add") == 0) {
		change_person_add(changes, a[1], a[2], number(w, 3));
		changes->items[changes->count - 1].id = number(w, 4);
	} else if (strcmp(a[0], "person-set") == 0) {
		change_person_set(changes, number(w, 1), a[2], a[3]);
	} else if (strcmp(a[0], "person-remove") == 0) {
		change_person_remove(changes, number(w, 1));
	} else if (strcmp(a[0], "module-add") == 0) {
		change_module_add(changes, a[1], number(w, 2), number(w, 3));
	} else if (strcmp(a[0], "module") == 0) {
		change_module_set(changes, a[1], a[2], a[3]);
	} else if (strcmp(a[0], "state") == 0) {
		change_step_state(changes, a[1], STEP_WAITING);
		mem_set(&changes->items[changes->count - 1].value, a[2]);
	} else if (strcmp(a[0], "entry") == 0) {
		change_step_entry(changes, a[1], ENTRY_TALLY);
		mem_set(&changes->items[changes->count - 1].value, a[2]);
	} else if (strcmp(a[0], "naming") == 0) {
		change_step_naming(changes, a[1], NAMING_STEP);
		mem_set(&changes->items[changes->count - 1].value, a[2]);
	} else if (strcmp(a[0], "reopen") == 0) {
		change_step_reopen(changes, a[1]);
	} else if (strcmp(a[0], "hide") == 0) {
		change_step_hide(changes, a[1]);
	} else if (strcmp(a[0], "ballot") == 0) {
		change_ballot(changes, a[1], number(w, 2), which(a[3]), a[4]);
	} else if (strcmp(a[0], "tally") == 0) {
		change_tally(changes, a[1], number(w, 2), which(a[3]), a[4], number(w, 5));
	} else if (strcmp(a[0], "row-add") == 0) {
		change_row_add(changes, a[1], number(w, 2), number(w, 3));
	} else if (strcmp(a[0], "row-remove") == 0) {
		change_row_remove(changes, number(w, 1));
	} else if (strcmp(a[0], "cell") == 0) {
		change_cell(changes, number(w, 1), a[2], a[3]);
	} else if (strcmp(a[0], "rating") == 0) {
		change_rating(changes, a[1], number(w, 2), number(w, 3), number(w, 4), a[5]);
	} else if (strcmp(a[0], "merge") == 0) {
		change_merge(changes, a[1], a[2], a[3], number(w, 4));
	} else if (strcmp(a[0], "item") == 0) {
		change_item_add(
			changes, ITEM_NOTE, a[2], a[3], a[4], a[5] ? date_parse(a[5]) : DAY_NONE);
		last = &changes->items[changes->count - 1];
		last->number = item_kind_parse(a[1]);
	} else if (strcmp(a[0], "carry") == 0) {
		change_action_carry(changes, number(w, 6), "", a[3], a[4], a[5] ? date_parse(a[5]) : DAY_NONE, a[1],
			number(w, 2));
	} else if (strcmp(a[0], "item-set") == 0) {
		change_item_set(changes, number(w, 1), a[2], a[3]);
	} else if (strcmp(a[0], "item-remove") == 0) {
		change_item_remove(changes, number(w, 1));
	} else {
		ck_abort_msg("no change is called '%s'", a[0]);
	}
}

void fixture_changes(struct changes *changes, const char *script)
{
	char *copy = mem_strdup(script), *rest = NULL;

	for (char *line = strtok_r(copy, ";", &rest); line; line = strtok_r(NULL, ";", &rest)) {
		struct words words;

		split(line, &words);
		if (words.word[0])
			add(changes, &words);
	}
	changes_label(changes, script);
	free(copy);
}

int fixture_try(struct store *store, struct session *session, const char *script, struct err *err)
{
	struct changes changes = { 0 };
	int result;

	fixture_changes(&changes, script);
	result = store_apply(store, session, &changes, err);
	changes_release(&changes);
	return result;
}

void fixture_apply(struct store *store, struct session *session, const char *script)
{
	struct err err = { 0 };

	ck_assert_msg(
		fixture_try(store, session, script, &err) == 0, "%s: %s", script, err.message);
}

/* Dumps. */

static const char *const tables[][2] = {
	{ "session", "id" },
	{ "person", "session" },
	{ "module", "session" },
	{ "step", "session" },
	{ "ballot", "session" },
	{ "voted", "session" },
	{ "row", "session" },
	{ "cell", "session" },
	{ "rating", "session" },
	{ "merge", "session" },
	{ "item", "session" },
	{ "draft", "session" },
};

char *fixture_dump(struct store *store, const char *session)
{
	struct str dump;

	str_init(&dump);
	for (size_t i = 0; i < COUNT_OF(tables); i++) {
		char *sql = mem_printf(
			"SELECT * FROM %s WHERE %s = '%s'", tables[i][0], tables[i][1], session);
		sqlite3_stmt *statement;

		ck_assert_int_eq(
			sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL), SQLITE_OK);
		while (sqlite3_step(statement) == SQLITE_ROW) {
			str_add(&dump, tables[i][0]);
			for (int j = 0; j < sqlite3_column_count(statement); j++) {
				const void *text = sqlite3_column_text(statement, j);

				str_printf(&dump, "|%s", text ? (const char *)text : "NULL");
			}
			str_addc(&dump, '\n');
		}
		sqlite3_finalize(statement);
		free(sql);
	}
	return dump.data;
}

static void image_steps(struct str *out, const struct session *session)
{
	for (size_t i = 0; i < session->step_count; i++) {
		const struct progress *p = &session->steps[i];

		str_printf(out, "step %s %s %s %d:", p->step->key, step_state_name(p->state),
			entry_name(p->entry), p->round);
		for (size_t j = 0; j < p->ballot_count; j++)
			str_printf(out, " %d/%d/%s/%s", p->ballots[j].person, p->ballots[j].side,
				p->ballots[j].answers[OWN] ? p->ballots[j].answers[OWN] : "",
				p->ballots[j].answers[PREDICTION] ?
					p->ballots[j].answers[PREDICTION] :
					"");
		for (size_t j = 0; j < p->voted_count; j++)
			str_printf(out, " v%d:%d%d", p->voted[j].person, p->voted[j].gave[OWN],
				p->voted[j].gave[PREDICTION]);
		str_addc(out, '\n');
	}
}

static void image_register(struct str *out, const struct session *session)
{
	for (size_t i = 0; i < session->row_count; i++) {
		const struct row *row = &session->rows[i];

		str_printf(out, "row %d %s:", row->id, row->step);
		for (size_t j = 0; j < row->cell_count; j++)
			str_printf(out, " %s=%s", row->cells[j].column, row->cells[j].value);
		str_addc(out, '\n');
	}
	for (size_t i = 0; i < session->rating_count; i++)
		str_printf(out, "rating %s %d %d %d: %d\n", session->ratings[i].step,
			session->ratings[i].row_a, session->ratings[i].row_b,
			session->ratings[i].side, session->ratings[i].value);
	for (size_t i = 0; i < session->merge_count; i++)
		str_printf(out, "merge %s %s %s: %d\n", session->merges[i].step,
			session->merges[i].a, session->merges[i].b, session->merges[i].same);
}

char *fixture_image(const struct session *session)
{
	struct str out;
	char day[11];

	str_init(&out);
	date_format(session->date, day);
	str_printf(&out, "session %s|%s|%s|%s|%s|%s%s%s|%d|%s\n", session->title, session->organisation,
		session->facilitator, session->agenda, day, session_state_name(session->state),
		session->halt == HALT_NONE ? "" : " ", session_halt_name(session->halt), session->n_min,
		session->place);
	for (size_t i = 0; i < session->person_count; i++)
		str_printf(&out, "person %d %s|%s %d %s\n", session->people[i].id,
			session->people[i].name, session->people[i].role, session->people[i].side,
			presence_name(session->people[i].presence));
	for (size_t i = 0; i < session->module_count; i++)
		str_printf(&out, "module %s %d%s %lld\n", session->modules[i].module->id,
			session->modules[i].minutes, session->modules[i].dropped ? " dropped" : "",
			(long long)session->modules[i].seconds);
	image_steps(&out, session);
	image_register(&out, session);
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		date_format(item->due, day);
		str_printf(&out, "item %d %s %s|%s|%s|%s%s", item->id, item_kind_name(item->kind),
			item->step, item->text, item->owner, day, item->done ? " done" : "");
		if (item->carried)
			str_printf(&out, " carried %d from %s/%d", item->carried, item->carried_session, item->carried_item);
		if (item->dropped[0])
			str_printf(&out, " dropped %s", item->dropped);
		if (item->yes[0][0] || item->yes[1][0])
			str_printf(&out, " yes %s/%s", item->yes[0], item->yes[1]);
		if (item->dissent[0])
			str_printf(&out, " but %s", item->dissent);
		str_addc(&out, '\n');
	}
	return out.data;
}

long long fixture_number(struct store *store, const char *sql)
{
	sqlite3_stmt *statement;
	long long value = -1;

	ck_assert_msg(sqlite3_prepare_v2(store->db, sql, -1, &statement, NULL) == SQLITE_OK,
		"%s: %s", sql, sqlite3_errmsg(store->db));
	if (sqlite3_step(statement) == SQLITE_ROW)
		value = sqlite3_column_int64(statement, 0);
	sqlite3_finalize(statement);
	return value;
}
