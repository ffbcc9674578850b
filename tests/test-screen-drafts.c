/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whatever form is half filled in when the program ends: it is there again, and leads to where it came from. */
#include "screen/app.h"
#include "screen/home.h"
#include "screen/people.h"
#include "screen/workshop.h"

#include "base/str.h"
#include "base/text.h"
#include "room.h"
#include "run.h"
#include "store-fixture.h"
#include "store/database.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

/* What stands in the last fields of a new session. */
#define WAYS "/roll call/as each question says"

/* The program without its loop: screens are drawn when we ask, and a second passes when we say so. */
static struct app app;
static struct room room;

static void set_up(void)
{
	room_open(&room, 4, false);
	app = (struct app){ .store = room.store };
}

/* As a signal would end it, after the last tick, or a power cut without one. */
static void end(void)
{
	while (app.screen_count > 0) {
		struct screen *top = app.screens[--app.screen_count];

		top->ops->free(&app, top);
	}
	app_close_session(&app);
}

static void tear_down(void)
{
	end();
	room_close(&room);
}

static struct screen *top(void)
{
	return app.screens[app.screen_count - 1];
}

static void start_workshop(void)
{
	ck_assert_msg(app_open(&app, room.session->id), "%s", app.status);
	app_push(&app, workshop_new(&app));
}

static void start_home(void)
{
	app_push(&app, home_new(&app));
}

static void tick(void)
{
	for (int i = 0; i < app.screen_count; i++)
		if (app.screens[i]->ops->tick)
			app.screens[i]->ops->tick(&app, app.screens[i]);
}

static void press(const struct key *key)
{
	struct screen *screen = top();
	enum action action = action_find(screen->ops->contexts(screen), key);
	struct grid grid;

	/* Lists learn when they are drawn how long they are. */
	grid_init(&grid, 80, 24);
	app_draw(&app, &grid);
	grid_release(&grid);
	app.status[0] = '\0';
	if (!screen->ops->key(&app, screen, action, key) && action == ACT_BACK)
		app_pop(&app);
}

/* Words between spaces: names of keys, and else text, in which "_" is a space. */
static void type(const char *keys)
{
	char *words = mem_strdup(keys), *rest = NULL;

	for (char *word = strtok_r(words, " ", &rest); word; word = strtok_r(NULL, " ", &rest)) {
		struct key key;

		if (key_parse(word, &key)) {
			press(&key);
			continue;
		}
		for (size_t length; (length = text_cluster(word).length); word += length) {
			key = (struct key){ .code = K_CHAR };
			memcpy(key.text, *word == '_' ? " " : word, length);
			press(&key);
		}
	}
	free(words);
}

/* The screen with its cursor, without what was said at the bottom; for free(). */
static char *shown(void)
{
	struct grid grid;
	struct str out;

	app.status[0] = '\0';
	grid_init(&grid, 80, 24);
	app_draw(&app, &grid);
	str_init(&out);
	str_printf(&out, "cursor at %d, %d\n", grid.cursor_x, grid.cursor_y);
	grid_dump(&grid, true, &out);
	grid_release(&grid);
	return out.data;
}

/*
 * What the store holds of the session, or of none: "NAME=TEXT", a line each, newlines in the text as "/";
 * for free().
 */
static char *kept(const char *session)
{
	struct str out;
	char **fields;
	size_t count;

	str_init(&out);
	ck_assert_int_eq(store_draft_fields(room.store, session, &fields, &count, NULL), 0);
	for (size_t i = 0; i < count; i++) {
		char *text;

		ck_assert_int_eq(store_draft_load(room.store, session, fields[i], &text, NULL), 1);
		for (char *c = text; (c = strchr(c, '\n'));)
			*c = '/';
		str_printf(&out, "%s%s=%s", i ? "\n" : "", fields[i], text);
		free(text);
		free(fields[i]);
	}
	free(fields);
	return out.data;
}

static void check_kept(const char *session, const char *expected)
{
	char *got = kept(session);

	ck_assert_str_eq(got, expected);
	free(got);
}

static void keep(const char *session, const char *name, const char *text)
{
	ck_assert_int_eq(store_draft_save(room.store, session, name, text, NULL), 0);
}

static void go_to(const char *step)
{
	ck_assert_int_eq(store_place(room.store, room.session, step, NULL), 0);
}

/* Every form that there is. */
static const struct form_case {
	const char *step;   /* where the workshop is; NULL for home */
	const char *before; /* keys that make what is changed then */
	const char *open;   /* keys into the form, from there */
	const char *keys;   /* what is half filled in */
	const char *kept;
	const char *below;  /* the screen to come back to */
} forms[] = {
	{ "pulse/goals", "", "o", "Half_a_note", "note:pulse/goals=Half a note", "workshop" },
	{ "pulse/goals", "", "d", "Half_a_decision", "decision:pulse/goals=Half a decision", "workshop" },
	{ "pulse/goals", "", "x", "Half_a_plan", "parked:pulse/goals=Half a plan", "workshop" },
	{ "pulse/goals", "", "a", "Ask_the_bo", "action:pulse/goals=Ask the bo///0", "workshop" },
	{ "pulse/goals", "", "a", "Ask_the_board Enter Be", "action:pulse/goals=Ask the board/Be//1", "workshop" },
	{ "pulse/goals", "", "a", "Tab Tab +1", "action:pulse/goals=//+1/2", "workshop" },
	{ "pulse/goals", "", "a", "Ask Tab Ben Tab +1 BackTab BackTab", "action:pulse/goals=Ask/Ben/+1/0", "workshop" },
	{ "pulse/goals", "o One Enter o Two Enter", "i Down Enter", "_more", "edit:2=Two more", "items" },
	{ "pulse/goals", "a Ask Enter Ben C-s", "i Enter", "Tab C-u", "edit:1=Ask///1", "items" },
	{ "pulse/goals", "", "D", "Half_a_differ", "differ:pulse/goals=Half a differ", "workshop" },
	{ "pulse/goals", "d One Enter d Two Enter", "i Down y", "An Tab Ta Tab Not_so", "agree:2=An/Ta/Not so/2",
	  "items" },
	{ "pulse/goals", "d One Enter D Two Enter", "y", "Tab Tab No", "agree:1=//No/2", "items" },
	{ "pulse/goals", "", "P +", "Eve,_da", "person:new=Eve, da", "people" },
	{ "pulse/goals", "", "P f", "people.tx", "list:=people.tx", "people" },
	{ "pulse/goals", "", "P Down Down Enter", "_Senior Tab lead", "person:3=Person 2 Senior/rolelead/Marketing/1",
	  "people" },
	{ "vendors/contracts", "", "M +", "North Tab Northw", "alias:vendors/contracts=North/Northw/1", "merge" },
	{ "pulse/goals", "", "e", "C-u minutes.t", "export=minutes.t", "workshop" },
	{ NULL, "", "n", "C-u Quarter Enter \xe5\xb1\xb1 Enter Enter C-u +7 Enter C-u oth",
	  "session:new=Quarter/\xe5\xb1\xb1//+7/oth/" WAYS "/4", "home" },
	{ NULL, "", "n", "Quarter", "session:new=Quarter///2026-11-22/joint-workshop/" WAYS "/0", "home" },
	{ NULL, "", "n", "Tab BackTab Quarter", "session:new=Quarter///2026-11-22/joint-workshop/" WAYS "/0", "home" },
	{ NULL, "", "n", "End _2", "session:new=Joint workshop 2///2026-11-22/joint-workshop/" WAYS "/0", "home" },
	{ NULL, "", "n", "Home A_ End", "session:new=A Joint workshop///2026-11-22/joint-workshop/" WAYS "/0", "home" },
	{ NULL, "", "n", "BSpace BSpace BSpace BSpace day", "session:new=Joint workday///2026-11-22/joint-workshop/" WAYS "/0",
	  "home" },
	{ "pulse/goals", "", "e", "x", "export=room-2026-11-22.txtx", "workshop" },
	{ NULL, "", "n", "Tab Acme", "session:new=Joint workshop/Acme//2026-11-22/joint-workshop/" WAYS "/1", "home" },
};

static void start(const struct form_case *form)
{
	if (form->step)
		start_workshop();
	else
		start_home();
}

START_TEST(comes_back)
{
	const struct form_case *form = &forms[_i];
	const char *session = form->step ? room.session->id : NULL;
	char *typed, *left, *got;

	if (form->step)
		go_to(form->step);
	start(form);
	type(form->before);
	/* Where one gets by Esc, without an accident. */
	type(form->open);
	type(form->keys);
	type("Esc");
	ck_assert_str_eq(top()->ops->name, form->below);
	left = shown();
	end();

	start(form);
	type(form->open);
	type(form->keys);
	ck_assert_str_eq(top()->ops->name, "form");
	typed = shown();
	tick();
	check_kept(session, form->kept);
	for (int i = 0; i < 2; i++) {
		end();
		start(form);
		ck_assert_ptr_nonnull(strstr(app.status, "this was not finished last time: "));
		ck_assert_ptr_nonnull(strstr(app.status, " keeps it, Esc drops it"));
		got = shown();
		ck_assert_str_eq(got, typed);
		free(got);
		tick();
		check_kept(session, form->kept);
	}
	type("Esc");
	got = shown();
	ck_assert_str_eq(got, left);
	check_kept(session, "");
	tick();
	check_kept(session, "");
	end();
	start(form);
	ck_assert_str_eq(app.status, "");
	ck_assert_str_ne(top()->ops->name, "form");
	free(got);
	free(left);
	free(typed);
}
END_TEST

/* Opening a form, looking at its fields and taking back what was typed leaves nothing. */
START_TEST(saves_what_was_typed_only)
{
	const struct form_case *form = &forms[_i];
	const char *session = form->step ? room.session->id : NULL;
	char *got;

	if (form->step)
		go_to(form->step);
	start(form);
	type(form->before);
	type(form->open);
	ck_assert_str_eq(top()->ops->name, "form");
	tick();
	type("Tab Tab Home");
	tick();
	check_kept(session, "");
	type("z");
	tick();
	got = kept(session);
	ck_assert_str_ne(got, "");
	type("BSpace");
	tick();
	check_kept(session, "");
	free(got);
}
END_TEST

/* What schema 1 kept: the text of the first field, and nothing else. */
static const struct {
	const char *name, *text, *kept;
} former[] = {
	{ "note:pulse/goals", "Half a", "note:pulse/goals=Half azz" },
	{ "note:pulse/goals", "Half\na", "note:pulse/goals=Half azz" },
	{ "note:pulse/goals", "Half a\n0", "note:pulse/goals=Half a 0zz" },
	{ "action:pulse/goals", "Ask the bo", "action:pulse/goals=Ask the bozz///0" },
	/* Lines that are no form's. */
	{ "action:pulse/goals", "Ask\nthe\nbo", "action:pulse/goals=Ask the bozz///0" },
	{ "action:pulse/goals", "Ask\nthe\nbo\n3", "action:pulse/goals=Ask the bo 3zz///0" },
	{ "action:pulse/goals", "Ask\nthe\nbo\n-1", "action:pulse/goals=Ask the bo -1zz///0" },
	{ "action:pulse/goals", "Ask\nthe\nbo\n", "action:pulse/goals=Ask the bo zz///0" },
	{ "action:pulse/goals", "Ask\nthe\nbo\nat\n1", "action:pulse/goals=Ask the bo at 1zz///0" },
	{ "action:pulse/goals", "Ask\nthe\nbo\n1", "action:pulse/goals=Ask/thezz/bo/1" },
	{ "edit:1", "Ask the", "edit:1=Ask thezz/Ben/2026-12-06/0" },
	{ "person:new", "Eve, it", "person:new=Eve, itzz" },
	/* Somebody else may have written it. */
	{ "action:pulse/goals", "\x1b[2J\n\xff\n\x07\n1",
	  "action:pulse/goals=\xe2\x90\x9b[2J/\xef\xbf\xbdzz/\xe2\x90\x87/1" },
};

START_TEST(former_drafts)
{
	go_to("pulse/goals");
	start_workshop();
	type("a Ask Enter Ben Enter +14 C-s");
	end();
	keep(room.session->id, former[_i].name, former[_i].text);
	start_workshop();
	ck_assert_str_eq(top()->ops->name, "form");
	type("zz");
	tick();
	check_kept(room.session->id, former[_i].kept);
}
END_TEST

/* What a draft was about has gone, or never was. */
static const char *const astray[] = {
	"edit:7", "agree:7", "agree:", "edit:", "person:9", "person:", "person", "alias:pulse/goals",
	"alias:nowhere", "alias:metrics/table", "session:new", "export2", "notes:pulse/goals", ":", "",
};

START_TEST(drafts_astray)
{
	keep(room.session->id, astray[_i], "text");
	start_workshop();
	ck_assert_str_eq(top()->ops->name, "workshop");
	check_kept(room.session->id, "");
}
END_TEST

static const char *const astray_at_home[] = { "edit:1", "person:1", "person:new", "alias:vendors/contracts", "export",
	"note:pulse/goals", "typing:pulse/goals:1" };

START_TEST(drafts_astray_at_home)
{
	keep(NULL, astray_at_home[_i], "text");
	start_home();
	ck_assert_str_eq(top()->ops->name, "home");
	check_kept(NULL, "");
}
END_TEST

START_TEST(person_who_has_gone)
{
	start_workshop();
	type("P Enter _Senior");
	tick();
	check_kept(room.session->id, "person:1=Person 0 Senior/role/Marketing/0");
	end();
	start_workshop();
	end();
	ck_assert_int_eq(store_reload(room.store, room.session, NULL), 0);
	{
		struct changes changes = { 0 };

		change_person_remove(&changes, 1);
		ck_assert_int_eq(store_apply(room.store, room.session, &changes, NULL), 0);
		changes_release(&changes);
	}
	start_workshop();
	ck_assert_str_eq(top()->ops->name, "workshop");
	check_kept(room.session->id, "");
}
END_TEST

/* Two that were left one after the other both come back, the later one first. */
START_TEST(several)
{
	go_to("pulse/goals");
	keep(room.session->id, "note:pulse/goals", "Half a note");
	keep(room.session->id, "alias:vendors/contracts", "North\nNorthw\n1");
	keep(room.session->id, "export", "minutes.t");
	start_workshop();
	ck_assert_int_eq(app.screen_count, 5);
	type("xt Esc");
	ck_assert_str_eq(top()->ops->name, "form");
	check_kept(room.session->id, "note:pulse/goals=Half a note\nalias:vendors/contracts=North/Northw/1");
	type("Esc");
	ck_assert_str_eq(top()->ops->name, "merge");
	type("q");
	type("C-e ! Enter");
	ck_assert_str_eq(app.status, "kept: Half a note!");
	ck_assert_str_eq(top()->ops->name, "workshop");
	check_kept(room.session->id, "");
}
END_TEST

/* More than there can be screens are not lost. */
START_TEST(very_many)
{
	for (int i = 0; i < 40; i++) {
		char name[24];

		snprintf(name, sizeof name, "note:%d", i);
		keep(room.session->id, name, "Half a note");
	}
	keep(room.session->id, "alias:vendors/contracts", "North\nNorthw\n1");
	start_workshop();
	for (int left = 41; app.screen_count > 1; left--) {
		char **fields;
		size_t count;

		ck_assert_int_eq(store_draft_fields(room.store, room.session->id, &fields, &count, NULL), 0);
		ck_assert_int_eq((int)count, left);
		for (size_t i = 0; i < count; i++)
			free(fields[i]);
		free(fields);
		type("Esc");
	}
}
END_TEST

/* The summary that is written from home: it comes back there, and in the workshop. */
START_TEST(export_from_home)
{
	start_home();
	type("e C-u minutes.t");
	tick();
	check_kept(room.session->id, "export=minutes.t");
	check_kept(NULL, "");
	end();
	start_home();
	ck_assert_str_eq(top()->ops->name, "home");
	type("e");
	ck_assert_str_eq(app.status, "this was not finished last time: Enter keeps it, Esc drops it");
	type("x");
	tick();
	check_kept(room.session->id, "export=minutes.tx");
	end();
	start_home();
	type("Enter");
	ck_assert_str_eq(top()->ops->name, "form");
	type("C-u");
	type("minutes.txt");
	unlink("minutes.txt");
	type("Enter");
	ck_assert_str_eq(app.status, "written to 'minutes.txt'");
	ck_assert_str_eq(top()->ops->name, "workshop");
	ck_assert_int_eq(unlink("minutes.txt"), 0);
	check_kept(room.session->id, "");
}
END_TEST

/* Each of them from the first field on. */
static const struct {
	const char *step, *keys, *said;
} saved[] = {
	{ "pulse/goals", "a Ask_the_board C-s", "kept: Ask the board" },
	{ "pulse/goals", "a Ask_the_board Tab Ben C-s", "kept: Ask the board" },
	{ "pulse/goals", "a Tab Tab +7 C-s", "'What' is needed" },
	{ "pulse/goals", "a Ask Tab Tab soon BackTab C-s", "'soon' is no date; type 2026-12-31, +14, +2w or +3m" },
	{ "pulse/goals", "P Enter _Senior C-s", "" },
	{ "pulse/goals", "o Half C-s", "kept: Half" },
	{ NULL, "n C-s", "" },
};

START_TEST(saves_from_any_field)
{
	if (saved[_i].step) {
		go_to(saved[_i].step);
		start_workshop();
	} else {
		start_home();
	}
	type(saved[_i].keys);
	ck_assert_str_eq(app.status, saved[_i].said);
	tick();
	if (strncmp(saved[_i].said, "kept", 4) == 0) {
		ck_assert_uint_eq(app.session->item_count, 1);
		check_kept(room.session->id, "");
	}
}
END_TEST

/* A form of one field has Enter for it, and says no other; the key of longer forms saves it nevertheless. */
START_TEST(one_field_needs_no_other_key)
{
	char *screen;

	go_to("pulse/goals");
	start_workshop();
	type("o Half");
	screen = shown();
	ck_assert_ptr_null(strstr(screen, "Ctrl-S"));
	free(screen);
	type("C-s");
	ck_assert_str_eq(top()->ops->name, "workshop");
	ck_assert_uint_eq(app.session->item_count, 1);
	ck_assert_str_eq(app.session->items[0].text, "Half");
	check_kept(room.session->id, "");
	type("a Ask");
	screen = shown();
	ck_assert_ptr_nonnull(strstr(screen, "Enter next  Ctrl-S save  Esc cancel"));
	free(screen);
	type("Tab Tab");
	screen = shown();
	ck_assert_ptr_nonnull(strstr(screen, "Enter save  Esc cancel"));
	free(screen);
}
END_TEST

START_TEST(new_session_keeps_and_drops)
{
	struct session_head *heads;
	size_t count;

	start_home();
	type("n C-u Quarter_start");
	tick();
	check_kept(NULL, "session:new=Quarter start///2026-11-22/joint-workshop/" WAYS "/0");
	/* What is open in a session meanwhile has nothing to do with it. */
	end();
	start_workshop();
	ck_assert_str_eq(top()->ops->name, "workshop");
	end();
	start_home();
	type("C-s");
	ck_assert_str_eq(top()->ops->name, "people");
	check_kept(NULL, "");
	end();
	ck_assert_int_eq(store_heads(room.store, 0, &heads, &count, NULL), 0);
	ck_assert_uint_eq(count, 2);
	ck_assert_str_eq(heads[0].title, "Quarter start");
	for (size_t i = 0; i < count; i++)
		session_head_release(&heads[i]);
	free(heads);
}
END_TEST

/* As much as the fields take is kept. */
START_TEST(full_fields)
{
	struct str text;

	go_to("pulse/goals");
	start_workshop();
	str_init(&text);
	str_repeat(&text, "x", 4000);
	type("a");
	for (int i = 0; i < 3; i++) {
		press(&(struct key){ .code = K_PASTE, .paste = text.data });
		type("Tab");
	}
	tick();
	ck_assert_str_eq(app.status, "");
	str_release(&text);
	{
		char *got = kept(room.session->id);

		ck_assert_uint_eq(strlen(got), strlen("action:pulse/goals=///0") + 3 * 4000);
		free(got);
	}
}
END_TEST

/* Pasted lines are one line of a field, so that they cannot be taken for fields. */
START_TEST(pasted_lines)
{
	char lines[] = "Ask\nthe\r\nboard\n1";

	go_to("pulse/goals");
	start_workshop();
	type("a");
	press(&(struct key){ .code = K_PASTE, .paste = lines });
	tick();
	check_kept(room.session->id, "action:pulse/goals=Ask the board 1///0");
}
END_TEST

/* What is typed into a step is gone from the drafts with the key that takes or leaves it. */
START_TEST(typing_into_a_step)
{
	go_to("vendors/contracts");
	start_workshop();
	type("Enter Cloudr");
	tick();
	check_kept(room.session->id, "typing:vendors/contracts:1:vendor=Cloudr");
	end();
	start_workshop();
	ck_assert_str_eq(app.status, "this was not finished last time: Enter keeps it, Esc drops it");
	type("Esc");
	check_kept(room.session->id, "");
	type("Esc");
	end();
	/* One of another step waits. */
	keep(room.session->id, "typing:pulse/goals:1", "x");
	start_workshop();
	ck_assert_str_eq(app.status, "");
	check_kept(room.session->id, "typing:pulse/goals:1=x");
}
END_TEST

static int count_commit(void *commits)
{
	++*(int *)commits;
	return 0;
}

/* Between the two a power cut would offer again what was kept, and it would be there twice. */
START_TEST(keeping_and_forgetting_are_one)
{
	static const struct {
		const char *step, *open, *draft, *keep;
	} cases[] = {
		{ "pulse/alignment", "o Hm", "note:pulse/alignment=Hm", "Enter" },
		{ "pulse/alignment", "a Ring Tab Ana", NULL, "C-s" },
		{ "vendors/contracts", "Enter Cloudr", "typing:vendors/contracts:1:vendor=Cloudr", "Enter" },
	};
	char *before, *after;
	int commits = 0;

	go_to(cases[_i].step);
	start_workshop();
	type(cases[_i].open);
	tick();
	if (cases[_i].draft)
		check_kept(room.session->id, cases[_i].draft);
	before = fixture_dump(room.store, room.session->id);
	sqlite3_commit_hook(room.store->db, count_commit, &commits);
	type(cases[_i].keep);
	sqlite3_commit_hook(room.store->db, NULL, NULL);
	ck_assert_int_eq(commits, 1);
	check_kept(room.session->id, "");
	after = fixture_dump(room.store, room.session->id);
	ck_assert_str_ne(after, before);
	free(before);
	free(after);
}
END_TEST

/* Nobody is to see a number before the reveal, in the database neither. */
START_TEST(hidden_answers)
{
	go_to("vendors/saving-low");
	start_workshop();
	type("Enter 1 2");
	tick();
	check_kept(room.session->id, "");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("drafts");
	TCase *tc = tcase_create("drafts");

	tcase_add_checked_fixture(tc, set_up, tear_down);
	tcase_set_timeout(tc, 60);
	tcase_add_loop_test(tc, comes_back, 0, (int)COUNT_OF(forms));
	tcase_add_loop_test(tc, saves_what_was_typed_only, 0, (int)COUNT_OF(forms));
	tcase_add_loop_test(tc, former_drafts, 0, (int)COUNT_OF(former));
	tcase_add_loop_test(tc, drafts_astray, 0, (int)COUNT_OF(astray));
	tcase_add_loop_test(tc, drafts_astray_at_home, 0, (int)COUNT_OF(astray_at_home));
	tcase_add_test(tc, person_who_has_gone);
	tcase_add_test(tc, several);
	tcase_add_test(tc, very_many);
	tcase_add_test(tc, export_from_home);
	tcase_add_loop_test(tc, saves_from_any_field, 0, (int)COUNT_OF(saved));
	tcase_add_test(tc, one_field_needs_no_other_key);
	tcase_add_test(tc, new_session_keeps_and_drops);
	tcase_add_test(tc, full_fields);
	tcase_add_test(tc, pasted_lines);
	tcase_add_test(tc, typing_into_a_step);
	tcase_add_loop_test(tc, keeping_and_forgetting_are_one, 0, 3);
	tcase_add_test(tc, hidden_answers);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
