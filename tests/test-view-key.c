/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys, the table of what they do, and lists that they move in. */
#include "base/mem.h"
#include "base/random.h"
#include "base/text.h"
#include "run.h"
#include "view/footer.h"
#include "view/key.h"
#include "view/list.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* Keys. */

static const char *const key_names[] = {
	"a", "Z", "0", "?", "+", "-", ",", "C-a", "C-z", "Space", "Enter", "Esc", "Tab", "BackTab", "BSpace", "Insert",
	"Up", "Down", "Left", "Right", "Home", "End", "PgUp", "PgDn", "F1", "F2", "F9", "F10", "F12", "\xc3\xa9", "\xe6\x97\xa5",
	"\xf0\x9f\x98\x80", "e\xcc\x81", "C",
};

START_TEST(keys_have_names)
{
	struct key key, again;
	char name[16];

	ck_assert(key_parse(key_names[_i], &key));
	key_text(&key, name);
	ck_assert_str_eq(name, key_names[_i]);
	ck_assert(key_parse(name, &again));
	ck_assert(key_equal(&key, &again));
	for (size_t i = 0; i < COUNT_OF(key_names); i++) {
		ck_assert(key_parse(key_names[i], &again));
		ck_assert_int_eq(key_equal(&key, &again), i == (size_t)_i);
	}
}
END_TEST

static const char *const no_keys[] = {
	"", "ab", "enter", "ENTER", "C-", "C-A", "C-1", "C-ab", "c-a", "\x1b", "\x07", "\x7f", "\t", "\x9b", "\xc2\x9b",
	"\xe2\x80\xae", "\xe6\x97", "\xe6\x97\xa5\xe6\x9c\xac", "\xc3\xa9\x62", "F0", "F13", "F01", "Spac", "Space ", "PgUpp",
};

START_TEST(not_everything_is_a_key)
{
	struct key key;

	ck_assert(!key_parse(no_keys[_i], &key));
}
END_TEST

START_TEST(keys_are_compared)
{
	struct key a, b, mouse = { .code = K_MOUSE, .x = 1 }, other = { .code = K_MOUSE, .x = 2 };
	char name[16] = "x";

	ck_assert(key_parse("r", &a) && key_parse("C-r", &b));
	ck_assert(!key_equal(&a, &b));
	ck_assert(key_is(&a, 'r') && !key_is(&b, 'r') && !key_is(&a, 'R'));
	ck_assert(key_equal(&mouse, &other));
	ck_assert(!key_equal(&mouse, &a));
	key_text(&mouse, name);
	ck_assert_str_eq(name, "");
	for (int i = 0; i < 10; i++) {
		char digit[2] = { (char)('0' + i), '\0' };

		ck_assert(key_parse(digit, &a));
		ck_assert_int_eq(key_digit(&a), i);
	}
	for (size_t i = 0; i < COUNT_OF(key_names); i++) {
		ck_assert(key_parse(key_names[i], &a));
		ck_assert_int_eq(key_digit(&a), strcmp(key_names[i], "0") == 0 ? 0 : -1);
		ck_assert_int_eq(key_is(&a, 'C'), strcmp(key_names[i], "C") == 0);
	}
	ck_assert(key_parse("5", &a));
	a.ctrl = true;
	ck_assert_int_eq(key_digit(&a), -1);
	ck_assert(key_parse("e\xcc\x81", &a));
	ck_assert(!key_is(&a, 'e'));
}
END_TEST

/* The table. */

static const struct action_entry *table(size_t *count)
{
	return action_table(count);
}

START_TEST(entries_are_complete)
{
	size_t count;
	const struct action_entry *entries = table(&count);

	for (size_t i = 0; i < count; i++) {
		const struct action_entry *entry = &entries[i];
		struct key key;

		ck_assert_int_ne(entry->action, ACT_NONE);
		ck_assert_uint_ne(entry->contexts, 0);
		ck_assert_uint_eq(entry->contexts >> CONTEXTS, 0);
		ck_assert_msg(entry->help && entry->help[0], "'%s' has help", entry->name);
		ck_assert_msg(entry->label && entry->label[0], "'%s' has a label", entry->name);
		ck_assert_int_ge(entry->footer, 0);
		ck_assert_int_le(entry->footer, 9);
		ck_assert(entry->footer || (!entry->quiet && !entry->both));
		ck_assert(!entry->both || (i > 0 && entries[i - 1].contexts == entry->contexts));
		ck_assert_int_eq(text_find_control(entry->help, false), -1);
		/* Help is no sentence, and neither is a label. */
		ck_assert_int_ne(entry->help[strlen(entry->help) - 1], '.');
		ck_assert_uint_eq(strspn(entry->name, "abcdefghijklmnopqrstuvwxyz-"), strlen(entry->name));
		ck_assert_ptr_nonnull(entry->keys[0]);
		for (size_t k = 0; k < COUNT_OF(entry->keys) && entry->keys[k]; k++)
			ck_assert_msg(key_parse(entry->keys[k], &key), "'%s' is a key", entry->keys[k]);
		for (size_t j = 0; j < i; j++)
			ck_assert_str_ne(entry->name, entries[j].name);
	}
}
END_TEST

/* Of every context: no key is bound twice, and it has a title. */
START_TEST(no_key_is_bound_twice)
{
	context_set context = CONTEXT_BIT(_i);
	size_t count, bound = 0;
	const struct action_entry *entries = table(&count);
	const char *keys[500];

	for (size_t i = 0; i < count; i++) {
		if (!(entries[i].contexts & context))
			continue;
		for (size_t k = 0; k < COUNT_OF(entries[i].keys) && entries[i].keys[k]; k++) {
			struct key key;

			for (size_t j = 0; j < bound; j++)
				ck_assert_msg(strcmp(keys[j], entries[i].keys[k]) != 0, "'%s' of '%s' is free in '%s'",
					keys[j], entries[i].name, context_title(context));
			keys[bound++] = entries[i].keys[k];
			ck_assert(key_parse(entries[i].keys[k], &key));
			ck_assert_int_eq(action_find(context, &key), entries[i].action);
			ck_assert_int_eq(action_find(0, &key), ACT_NONE);
			ck_assert_int_eq(action_find(~context, &key),
				action_find(~context & (CONTEXT_BIT(CONTEXTS) - 1), &key));
		}
	}
	/* A bit that is free yet has neither. */
	ck_assert_int_eq(bound > 0, context_title(context)[0] != '\0');
	for (int other = 0; bound > 0 && other < _i; other++)
		ck_assert_str_ne(context_title(context), context_title(CONTEXT_BIT(other)));
}
END_TEST

START_TEST(what_is_no_context_has_no_title)
{
	ck_assert_str_eq(context_title(0), "");
	ck_assert_str_eq(context_title(CONTEXT_ANY | CONTEXT_MOVE), "");
	ck_assert_str_eq(context_title(CONTEXT_BIT(CONTEXTS)), "");
}
END_TEST

#define WORKSHOP (CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY)
#define LISTED (CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY)

/*
 * Where a key means two things in contexts that hold together, the one of the narrower context wins: moving is wider
 * than a screen's own keys, what the first screen or a session brings along is wider, and what holds everywhere is the
 * widest.
 */
static int breadth(context_set contexts, context_set active)
{
	context_set held = contexts & active;

	if (held & ~(CONTEXT_MOVE | CONTEXT_SESSION | CONTEXT_FIRST | CONTEXT_ANY))
		return 0;
	if (held & CONTEXT_MOVE)
		return 1;
	return held & (CONTEXT_SESSION | CONTEXT_FIRST) ? 2 : 3;
}

START_TEST(narrow_contexts_win)
{
	size_t sets;
	context_set active = action_together(&sets)[_i];
	size_t count;
	const struct action_entry *entries = table(&count);

	for (size_t i = 0; i < count; i++) {
		for (size_t k = 0; k < COUNT_OF(entries[i].keys) && entries[i].keys[k]; k++) {
			const struct action_entry *best = NULL;
			struct key key;

			if (!(entries[i].contexts & active))
				continue;
			ck_assert(key_parse(entries[i].keys[k], &key));
			for (size_t j = 0; j < count; j++) {
				bool same = false;

				for (size_t l = 0; l < COUNT_OF(entries[j].keys) && entries[j].keys[l]; l++)
					same = same || strcmp(entries[j].keys[l], entries[i].keys[k]) == 0;
				if (!same || !(entries[j].contexts & active))
					continue;
				if (!best || breadth(entries[j].contexts, active) < breadth(best->contexts, active))
					best = &entries[j];
				/* Two that are as narrow would leave it to the order of the table. */
				else if (breadth(entries[j].contexts, active) == breadth(best->contexts, active))
					ck_assert_msg(best->action == entries[j].action, "'%s' is '%s' and '%s'",
						entries[i].keys[k], best->name, entries[j].name);
			}
			ck_assert_ptr_nonnull(best);
			ck_assert_msg(action_find(active, &key) == best->action, "'%s' is '%s'", entries[i].keys[k],
				best->name);
		}
	}
}
END_TEST

static const struct {
	context_set contexts;
	const char *key;
	enum action action;
} found[] = {
	{ WORKSHOP, "n", ACT_NEXT },
	{ WORKSHOP | CONTEXT_ASK, "Del", ACT_DELETE },
	{ WORKSHOP | CONTEXT_REVEAL, "r", ACT_REVEAL },
	{ WORKSHOP, "r", ACT_NONE },
	{ WORKSHOP, "u", ACT_UNDO },
	{ WORKSHOP, "C-r", ACT_REDO },
	{ WORKSHOP, "Esc", ACT_BACK },
	{ WORKSHOP, "j", ACT_DOWN },
	{ CONTEXT_TABLE, "j", ACT_NONE },
	{ CONTEXT_TABLE, "n", ACT_NONE },
	{ CONTEXT_TABLE, "q", ACT_NONE },
	{ CONTEXT_TABLE, "?", ACT_NONE },
	{ CONTEXT_TABLE, "F1", ACT_HELP },
	{ CONTEXT_TABLE, "Esc", ACT_BACK },
	{ CONTEXT_EDIT, "q", ACT_NONE },
	{ CONTEXT_EDIT, "Enter", ACT_SAVE },
	{ CONTEXT_EDIT, "C-s", ACT_NONE },
	{ CONTEXT_FORM, "Down", ACT_NEXT_CELL },
	{ CONTEXT_FORM, "C-s", ACT_SUBMIT },
	{ CONTEXT_FORM | CONTEXT_EDIT, "C-s", ACT_SUBMIT },
	{ CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_ANY, "n", ACT_NEW },
	{ CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY, "q", ACT_QUIT },
	{ CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY, "Esc", ACT_BACK },
	{ WORKSHOP | CONTEXT_FIRST, "q", ACT_QUIT },
	{ WORKSHOP | CONTEXT_VOTE | CONTEXT_FIRST, "q", ACT_BACK },
	{ CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_ANY, "u", ACT_NONE },
	{ CONTEXT_AGENDA | LISTED, "Left", ACT_SHORTER },
	{ CONTEXT_ITEMS | LISTED, "Left", ACT_LEFT },
	{ CONTEXT_CONFIRM, "q", ACT_NO },
	{ CONTEXT_CONFIRM, "Enter", ACT_NONE },
};

START_TEST(finds_actions)
{
	struct key key;

	ck_assert(key_parse(found[_i].key, &key));
	ck_assert_int_eq(action_find(found[_i].contexts, &key), found[_i].action);
}
END_TEST

/* The footer of a width, and what is drawn past it. */
static char *footer(context_set contexts, int x, int width)
{
	struct grid grid;
	struct str out;
	char *line;

	grid_init(&grid, 220, 3);
	grid_text(&grid, x + width, 1, 1, STYLE_NORMAL, "#");
	footer_draw(NULL, contexts, &grid, x, 1, width);
	str_init(&out);
	grid_dump(&grid, false, &out);
	ck_assert_int_eq(out.data[0], '\n');
	line = mem_strndup(out.data + 1, strcspn(out.data + 1, "\n"));
	ck_assert_str_eq(out.data + 1 + strlen(line), "\n\n");
	/* What stood beside the footer stands there still. */
	ck_assert_int_eq(line[strlen(line) - 1], '#');
	line[text_fit(line, x + width)] = '\0';
	str_release(&out);
	grid_release(&grid);
	return line;
}

START_TEST(footers_fit)
{
	size_t sets;
	context_set active = action_together(&sets)[_i];

	for (int width = 1; width <= 200; width++) {
		char *line = footer(active, 1, width), *again = footer(active, 1, width);

		ck_assert_str_eq(line, again);
		ck_assert_int_le(text_width(line), width + 1);
		free(line);
		free(again);
	}
}
END_TEST

/* Whether the footer says one thing of an entry and the one before it. */
static bool is_second(context_set active, const struct action_entry *entry)
{
	return entry->both && keymap_key(NULL, active, entry) && keymap_key(NULL, active, entry - 1);
}

static char *hint(context_set active, const struct action_entry *entry)
{
	size_t count;
	const struct action_entry *entries = table(&count);
	char key[KEY_LABEL], second[KEY_LABEL];

	key_label(keymap_key(NULL, active, entry), key);
	if (entry + 1 == entries + count || !is_second(active, entry + 1))
		return mem_printf("%s %s", key, entry->label);
	key_label(keymap_key(NULL, active, entry + 1), second);
	return mem_printf("%s %s %s", key, second, entry[1].both);
}

/* Where it comes in the footer; 0 for nowhere. */
static int weight(context_set active, const struct action_entry *entry)
{
	if (!entry->footer || !keymap_key(NULL, active, entry) || is_second(active, entry))
		return 0;
	return entry->footer + (entry->quiet & active ? 3 : 0);
}

static int entry_width(context_set active, const struct action_entry *entry)
{
	char *text = hint(active, entry);
	int width = text_width(text);

	free(text);
	return width;
}

static bool is_shown(const char *line, context_set active, const struct action_entry *entry)
{
	char *text;
	bool shown;

	if (!weight(active, entry))
		return false;
	text = hint(active, entry);
	shown = strstr(line, text) != NULL;
	free(text);
	return shown;
}

/* The columns that the footer takes with an entry that it lacks, but without what matters less. */
static int before(const char *line, context_set active, const struct action_entry *entry)
{
	size_t count;
	const struct action_entry *entries = table(&count);
	int width = entry_width(active, entry);

	for (size_t i = 0; i < count; i++) {
		int by = weight(active, &entries[i]) - weight(active, entry);

		if (is_shown(line, active, &entries[i]) &&
		    (entries[i].contexts & CONTEXT_ANY || by < 0 || (by == 0 && &entries[i] < entry)))
			width += 2 + entry_width(active, &entries[i]);
	}
	return width;
}

/* What leaves for want of room never makes room for what matters less; help has a place of its own. */
START_TEST(footers_keep_what_matters)
{
	size_t sets;
	context_set active = action_together(&sets)[_i];
	size_t count;
	const struct action_entry *entries = table(&count);

	for (int width = 40; width <= 200; width++) {
		char *line = footer(active, 0, width);

		for (size_t i = 0; i < count; i++)
			if (weight(active, &entries[i]) && !is_shown(line, active, &entries[i]) &&
			    !strstr(line, entries[i].label))
				ck_assert_msg(before(line, active, &entries[i]) > width, "'%s' has room for '%s'",
					line, entries[i].name);
		/* Help shows all the others, so it is never left out. */
		if (active & CONTEXT_ANY)
			ck_assert_msg(strstr(line, "? help") != NULL, "'%s' is without help", line);
		free(line);
	}
}
END_TEST

/* Where there is room for all, all are there, the most important ones first. */
START_TEST(footers_are_whole)
{
	char *line = footer(CONTEXT_CONFIRM, 0, 60);

	ck_assert_ptr_eq(strstr(line, "y yes  n no"), line);
	free(line);
	line = footer(0, 0, 60);
	ck_assert_uint_eq(strspn(line, " "), strlen(line));
	free(line);
}
END_TEST

/* Lists. */

static const struct {
	enum action action;
	int cursor; /* of ten lines, four of them shown, from the sixth */
} moves[] = {
	{ ACT_UP, 4 }, { ACT_DOWN, 6 }, { ACT_PAGE_UP, 2 }, { ACT_PAGE_DOWN, 8 }, { ACT_FIRST, 0 }, { ACT_LAST, 9 },
	{ ACT_ENTER, -1 }, { ACT_NONE, -1 }, { ACT_LEFT, -1 },
};

START_TEST(lists_move)
{
	struct list list = { .cursor = 5 };

	list_count(&list, 10);
	list_scroll(&list, 4);
	ck_assert_int_eq(list_act(&list, moves[_i].action), moves[_i].cursor >= 0);
	ck_assert_int_eq(list.cursor, moves[_i].cursor >= 0 ? moves[_i].cursor : 5);
}
END_TEST

START_TEST(lists_scroll_at_random)
{
	static const enum action actions[] = { ACT_UP, ACT_DOWN, ACT_PAGE_UP, ACT_PAGE_DOWN, ACT_FIRST, ACT_LAST };
	struct list list = { 0 };
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	for (int round = 0; round < 3000; round++) {
		int height = (int)rng_below(&rng, 12) - 1, top;
		int shown = height < 1 ? 1 : height, before = list.top;

		if (rng_below(&rng, 4) == 0)
			list_count(&list, (int)rng_below(&rng, 30) - (int)rng_below(&rng, 2));
		list_act(&list, actions[rng_below(&rng, COUNT_OF(actions))]);
		top = list_scroll(&list, height);
		if (list.cursor < 0 || (list.count > 0 && list.cursor >= list.count))
			ck_abort_msg("the cursor is at %d of %d", list.cursor, list.count);
		if (top != list.top || top < 0 || list.cursor < top || list.cursor >= top + shown)
			ck_abort_msg("%d is not seen from %d, %d high", list.cursor, top, shown);
		if (top > 0 && top + shown > list.count)
			ck_abort_msg("lines are wasted: %d of %d, %d high", top, list.count, shown);
		/* It does not move without need. */
		if (list.cursor >= before && list.cursor < before + shown && before + shown <= list.count)
			ck_assert_int_eq(top, before);
		if (list_scroll(&list, height) != top)
			ck_abort_msg("scrolling twice goes on");
	}
}
END_TEST

START_TEST(empty_lists_stay_empty)
{
	struct list list = { .cursor = 7, .top = 5 };

	list_count(&list, 0);
	ck_assert_int_eq(list.cursor, 0);
	ck_assert(list_act(&list, ACT_DOWN) && list_act(&list, ACT_LAST) && list_act(&list, ACT_PAGE_DOWN));
	ck_assert_int_eq(list.cursor, 0);
	ck_assert_int_eq(list_scroll(&list, 0), 0);
	ck_assert_int_eq(list_scroll(&list, -3), 0);
}
END_TEST

static size_t index_of(const char *name)
{
	size_t count;
	const struct action_entry *entries = table(&count), *entry = keymap_by_name(NULL, CONTEXT_ALL, name);

	return (size_t)(entry - entries);
}

/* The key that a sentence names is the one that works where it is said. */
START_TEST(sentences_name_keys)
{
	static const char *const undo[] = { "F8" }, *const shrink[] = { "?", "F7" },
			  *const leave[] = { "F9", "q", "Esc" };
	struct keymap *map = keymap_new();

	ck_assert_str_eq(keymap_show(NULL, CONTEXT_STEP | CONTEXT_SESSION, "undo").text, "u");
	ck_assert_str_eq(keymap_show(NULL, CONTEXT_TABLE, "undo-in-table").text, "Ctrl-U");
	keymap_bind(map, index_of("undo"), undo, COUNT_OF(undo));
	ck_assert_str_eq(keymap_show(map, CONTEXT_STEP | CONTEXT_SESSION, "undo").text, "F8");
	/* About another screen, and where nothing is known of contexts. */
	ck_assert_str_eq(keymap_show(map, CONTEXT_TABLE, "undo").text, "F8");
	ck_assert_str_eq(keymap_show(map, 0, "reveal").text, "r");
	/* A narrower entry has taken the first one. */
	keymap_bind(map, index_of("shrink"), shrink, COUNT_OF(shrink));
	ck_assert_str_eq(keymap_show(map, CONTEXT_TIME | CONTEXT_ANY, "help").text, "F1");
	ck_assert_str_eq(keymap_show(map, CONTEXT_STEP | CONTEXT_ANY, "help").text, "?");
	/* It has taken all of them, and another entry does the same. */
	keymap_bind(map, index_of("leave-gaps"), leave, COUNT_OF(leave));
	ck_assert_str_eq(keymap_show(map, CONTEXT_GAPS | CONTEXT_ANY, "back").text, "F9");
	keymap_free(map);
}
END_TEST

int main(void)
{
	size_t sets;
	Suite *suite = suite_create("view/key");
	TCase *keys = tcase_create("key"), *actions = tcase_create("action"), *lists = tcase_create("list");

	tcase_add_loop_test(keys, keys_have_names, 0, (int)COUNT_OF(key_names));
	tcase_add_loop_test(keys, not_everything_is_a_key, 0, (int)COUNT_OF(no_keys));
	tcase_add_test(keys, keys_are_compared);
	suite_add_tcase(suite, keys);

	action_together(&sets);
	tcase_set_timeout(actions, 60);
	tcase_add_test(actions, entries_are_complete);
	tcase_add_loop_test(actions, no_key_is_bound_twice, 0, CONTEXTS);
	tcase_add_test(actions, what_is_no_context_has_no_title);
	tcase_add_loop_test(actions, narrow_contexts_win, 0, (int)sets);
	tcase_add_loop_test(actions, finds_actions, 0, (int)COUNT_OF(found));
	tcase_add_loop_test(actions, footers_fit, 0, (int)sets);
	tcase_add_loop_test(actions, footers_keep_what_matters, 0, (int)sets);
	tcase_add_test(actions, footers_are_whole);
	tcase_add_test(actions, sentences_name_keys);
	suite_add_tcase(suite, actions);

	tcase_add_loop_test(lists, lists_move, 0, (int)COUNT_OF(moves));
	tcase_add_loop_test(lists, lists_scroll_at_random, 0, 5);
	tcase_add_test(lists, empty_lists_stay_empty);
	suite_add_tcase(suite, lists);
	return run_suite(suite);
}
