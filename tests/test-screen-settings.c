/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings file: what it says, each thing that is wrong with it in full, and keys that are bound by chance. */
#include "screen/settings.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/random.h"
#include "base/str.h"
#include "run.h"
#include "view/footer.h"

#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* All findings, a line each, for free(); the settings are for settings_release. */
static char *parse(const char *text, struct settings *settings)
{
	struct diags diags = { 0 };
	struct str out;

	str_init(&out);
	settings_parse("f", text, strlen(text), settings, &diags);
	for (size_t i = 0; i < diags.count; i++) {
		char *line = diag_text(&diags.items[i]);

		str_printf(&out, "%s\n", line);
		free(line);
	}
	diags_release(&diags);
	return out.data;
}

struct bad {
	const char *name, *text, *expected;
};

#define K "keys:\n"

static const struct bad bad[] = {
	{ "nothing", "", "" },
	{ "comments", "# keys:\n\n  # x\n", "" },
	{ "all of it", "theme: light\nn_min: 5\nsound: true\nkeys: {next: Space2}\n",
		"f:4:14: key for 'next': 'Space2' is no key (did you mean 'Space'?)\n" },
	{ "no YAML", "keys: [a\n", "f:1:7: this bracket is not closed, or a comma is missing: noticed in line 2, column 1\n" },
	{ "no map", "dark\n", "f:1:1: must be a map of keys and values, not a text\n" },
	{ "an unknown key", "themes: dark\n", "f:1:1: unknown key 'themes' (did you mean 'theme'?)\n" },
	{ "a key twice", "n_min: 4\nn_min: 5\n", "f:2:1: key 'n_min' stands twice, first in line 1\n" },
	{ "an unknown theme", "theme: blue\n", "f:1:8: unknown theme 'blue': known here are auto, dark, light\n" },
	{ "a group of none", "n_min: 0\n", "f:1:8: 'n_min' must be a whole number from 1 to 50, not '0'\n" },
	{ "a group of too many", "n_min: 51\n", "f:1:8: 'n_min' must be a whole number from 1 to 50, not '51'\n" },
	{ "a loud no", "sound: no\n", "f:1:8: 'sound' must be true or false, not 'no'\n" },
	{ "keys without names", "keys: x\n", "f:1:7: 'keys' must be a map of names and their keys, not a text\n" },
	{ "an unknown name", K "  nxt: n\n", "f:2:3: unknown key 'nxt' (did you mean 'next'?)\n" },
	{ "no key", K "  next: C-\n", "f:2:9: key for 'next': 'C-' is no key: one is a character such as x, C- and a "
		"letter, F1 to F12, or a name such as Space\n" },
	{ "a capital after Ctrl", K "  undo: C-U\n", "f:2:9: key for 'undo': 'C-U' is no key (did you mean 'C-u'?)\n" },
	{ "as the foot of the screen has it", K "  undo: Ctrl-G\n",
		"f:2:9: key for 'undo': 'Ctrl-G' is no key (did you mean 'C-g'?)\n" },
	{ "as the manual has it", K "  undo: Backspace\n",
		"f:2:9: key for 'undo': 'Backspace' is no key (did you mean 'BSpace'?)\n" },
	{ "a control character", K "  undo: \"\\a\"\n", "f:2:9: key for 'undo': '\xe2\x90\x87' is no key: one is a character such as x, C- and a letter, F1 to F12, or a "
		"name such as Space\n" },
	{ "none", K "  undo: []\n", "f:2:9: key for 'undo': must be a key, or a list of 1 to 3 keys\n" },
	{ "too many", K "  undo: [F2, F3, F4, F5]\n",
		"f:2:9: key for 'undo': must be a key, or a list of 1 to 3 keys\n" },
	{ "one twice", K "  undo: [F2, F2]\n", "f:2:14: key for 'undo': key 'F2' stands twice\n" },
	{ "a list in a list", K "  undo: [F2, [F3]]\n", "f:2:14: key for 'undo': a key must be a text, not a list\n" },
	{ "a digit that answers", K "  note: 3\n", "f:2:9: key for 'note': '3' answers questions in the workshop\n" },
	{ "a sign that answers", K "  help: \"+\"\n", "f:2:9: key for 'help': '+' answers questions in the workshop\n" },
	{ "a digit where nothing is asked", K "  demo: 3\n", "" },
	{ "its own digit", K "  cant-say: [0, F4]\n", "" },
	{ "text", K "  save: s\n", "f:2:9: key for 'save': 's' is text where text is typed: take Ctrl and a letter, "
		"such as C-o, or a key such as F2\n" },
	{ "what changes text", K "  submit: C-w\n",
		"f:2:11: key for 'submit': 'C-w' changes the text where text is typed\n" },
	{ "what is another key", K "  undo: C-m\n",
		"f:2:9: key for 'undo': a terminal sends the same for 'C-m' as for 'Enter'\n" },
	{ "what suspends", K "  undo: C-z\n", "f:2:9: key for 'undo': 'C-z' suspends the program\n" },
	{ "what ends", K "  undo: C-c\n", "f:2:9: key for 'undo': 'C-c' ends the program\n" },
	{ "another's key", K "  note: n\n", "f:2:9: key for 'note': key 'n' is 'next' there already (Workshop)\n" },
	{ "two swapped", K "  next: p\n  previous: n\n", "" },
	{ "two that want one", K "  note: [o, F5]\n  action: F5\n",
		"f:3:11: key for 'action': key 'F5' is 'note' there already (Workshop)\n" },
	{ "the first in the file has it", K "  action: F5\n  note: [o, F5]\n",
		"f:3:9: key for 'note': key 'F5' is 'action' there already (Workshop)\n" },
	{ "half of a swap", K "  next: p\n  previous: 7\n",
		"f:2:9: key for 'next': key 'p' is 'previous' there already (Workshop)\n"
		"f:3:13: key for 'previous': '7' answers questions in the workshop\n" },
	{ "the last key of another", K "  note: u\n",
		"f:2:9: key for 'note': key 'u' is the only one for 'undo' (In a session): give that another one as well\n" },
	{ "one of two keys of another", K "  note: j\n", "" },
	{ "the last one, which has another", K "  note: u\n  undo: F5\n", "" },
	{ "help hidden", K "  help: o\n", "f:2:9: key for 'help': key 'o' is 'sort' there already (Home)\n" },
	{ "help moved", K "  help: [F2, \"?\"]\n", "" },
	{ "the way out hidden", K "  back: x\n", "f:2:9: key for 'back': key 'x' is 'park' there already (Workshop)\n" },
	{ "the way out taken", K "  note: [q]\n",
		"f:2:9: key for 'note': key 'q' is 'leave-vote' there already (Voting on a clause)\n" },
	{ "the way out taken by what is wide", K "  undo: q\n",
		"f:2:9: key for 'undo': key 'q' is 'quit' there already (On the first screen)\n" },
	{ "Esc ends nothing", K "  quit: Esc\n",
		"f:2:9: key for 'quit': key 'Esc' is 'stay' there already (On the first screen)\n" },
};

START_TEST(says_what_is_wrong)
{
	struct settings settings;
	char *got = parse(bad[_i].text, &settings);

	ck_assert_msg(strcmp(got, bad[_i].expected) == 0, "%s: got\n%sbut expected\n%s", bad[_i].name, got,
		bad[_i].expected);
	free(got);
	settings_release(&settings);
}
END_TEST

static enum action pressed(const struct settings *settings, context_set contexts, const char *name)
{
	const struct action_entry *entry;
	struct key key;

	ck_assert(key_parse(name, &key));
	entry = keymap_find(settings->keys, contexts, &key);
	return entry ? entry->action : ACT_NONE;
}

/* What is right holds, whatever else stands there. */
START_TEST(takes_what_is_right)
{
	static const context_set step = CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY;
	struct settings settings;
	struct grid grid;
	struct str foot;
	char *got = parse("theme: dark\nn_min: x\nsound: true\nkeys:\n  next: [N, F2]\n  undo: 1\n  note: C-o\n", &settings);

	ck_assert_str_ne(got, "");
	free(got);
	ck_assert_int_eq(settings.theme, THEME_DARK);
	ck_assert_int_eq(settings.n_min, 0);
	ck_assert(settings.sound);
	ck_assert_int_eq(pressed(&settings, step, "N"), ACT_NEXT);
	ck_assert_int_eq(pressed(&settings, step, "F2"), ACT_NEXT);
	ck_assert_int_eq(pressed(&settings, step, "n"), ACT_NONE);
	ck_assert_int_eq(pressed(&settings, step, "u"), ACT_UNDO);
	ck_assert_int_eq(pressed(&settings, step, "o"), ACT_NONE);
	ck_assert_int_eq(pressed(&settings, CONTEXT_HOME, "n"), ACT_NEW);
	grid_init(&grid, 60, 1);
	footer_draw(settings.keys, step, &grid, 0, 0, 60);
	str_init(&foot);
	grid_dump(&grid, false, &foot);
	ck_assert_ptr_eq(strstr(foot.data, "N next  Ctrl-O note  d decision"), foot.data);
	str_release(&foot);
	grid_release(&grid);
	settings_release(&settings);
	ck_assert_ptr_null(settings.keys);
}
END_TEST

START_TEST(reads_a_file)
{
	struct settings settings;
	struct diags diags = { 0 };
	struct err err = { 0 };
	const char *folder = getenv("TMPDIR") ? getenv("TMPDIR") : "/tmp";
	char *path = mem_printf("%s/config.yaml", folder);
	static const char text[] = "theme: x\nn_min: 0\nsound: 1\n";

	settings_load(path, &settings, &diags);
	ck_assert_uint_eq(diags.count, 0);
	ck_assert_ptr_null(settings.complaint);
	settings_release(&settings);
	ck_assert_int_eq(file_write(path, text, sizeof text - 1, true, &err), 0);
	settings_load(path, &settings, &diags);
	ck_assert_uint_eq(diags.count, 3);
	ck_assert_str_eq(settings.complaint, "config.yaml:1:8: unknown theme 'x': known here are auto, dark, light (and 2 "
					     "more: 'accord keys' tells)");
	settings_release(&settings);
	diags_release(&diags);
	ck_assert_int_eq(remove(path), 0);
	free(path);
	/* A folder is no file. */
	settings_load(folder, &settings, &diags);
	ck_assert_uint_eq(diags.count, 1);
	ck_assert_ptr_nonnull(settings.complaint);
	settings_release(&settings);
	diags_release(&diags);
}
END_TEST

/* By chance. */

static const char *const keys[] = { "n", "p", "q", "u", "j", "x", "?", "d", "N", "Space", "Enter", "Esc", "Tab", "C-u",
	"C-r", "C-o", "F1", "F2", "F12", "Up", "Del", "0", "5", "+", "-", "\"\\xe9\"", "C-z", "Ctrl-B", "~" };

static void add_binding(struct rng *rng, struct str *text)
{
	size_t count;
	const struct action_entry *table = action_table(&count);
	uint32_t most = 1 + rng_below(rng, 4);

	str_printf(text, "  %s: [", table[rng_below(rng, (uint32_t)count)].name);
	for (uint32_t i = 0; i < most; i++) {
		const char *key = keys[rng_below(rng, COUNT_OF(keys))];

		str_printf(text, key[0] == '"' ? "%s%s" : "%s'%s'", i ? ", " : "", key);
	}
	str_add(text, "]\n");
}

static bool can(const struct keymap *map, context_set active, enum action action)
{
	size_t count;
	const struct action_entry *table = keymap_table(map, &count);

	for (size_t i = 0; i < count; i++)
		if (table[i].action == action && keymap_key(map, active, &table[i]))
			return true;
	return false;
}

/* Whatever stands in the file: all that keys can do in a place they still can. */
START_TEST(leaves_a_way_to_everything)
{
	size_t count, sets;
	const struct action_entry *table = action_table(&count);
	const context_set *together = action_together(&sets);
	struct rng rng;

	rng_seed(&rng, (uint64_t)_i);
	for (int round = 0; round < 10; round++) {
		struct settings settings;
		struct str text;
		uint32_t bindings = rng_below(&rng, 40);
		char *got;

		str_init(&text);
		str_add(&text, "keys:\n  undo: [u]\n");
		for (uint32_t i = 0; i < bindings; i++)
			add_binding(&rng, &text);
		got = parse(text.data, &settings);
		for (size_t i = 0; i < sets; i++)
			for (size_t j = 0; j < count; j++)
				if (can(NULL, together[i], table[j].action) &&
				    !can(settings.keys, together[i], table[j].action))
					ck_abort_msg("0x%" PRIx64 ": no key for '%s' with\n%s\n%s", together[i], table[j].name,
						text.data, got);
		free(got);
		str_release(&text);
		settings_release(&settings);
	}
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("settings");
	TCase *tc = tcase_create("settings");

	tcase_set_timeout(tc, 120);
	tcase_add_loop_test(tc, says_what_is_wrong, 0, (int)COUNT_OF(bad));
	tcase_add_test(tc, takes_what_is_right);
	tcase_add_test(tc, reads_a_file);
	tcase_add_loop_test(tc, leaves_a_way_to_everything, 0, 5);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
