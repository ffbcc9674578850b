/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The settings file. */
#include "screen/settings.h"

#include "bank/yaml.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/node.h"
#include "base/text.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define N_MIN_MOST 50

static const char *const themes[] = { [THEME_AUTO] = "auto", [THEME_DARK] = "dark", [THEME_LIGHT] = "light" };

char *settings_path(void)
{
	char *folder = file_config_home("accord"), *path = folder ? mem_printf("%s/config.yaml", folder) : NULL;

	free(folder);
	return path;
}

static bool check_key(struct reader *reader, const struct node *node, size_t at)
{
	char *refusal;
	struct key key;

	if (node->kind != NODE_SCALAR) {
		reader_fail(reader, node, _("a key must be a text, not %s"), node_kind_name(node->kind));
		return false;
	}
	if (!key_parse(node->text, &key)) {
		char meant[KEY_NAME];

		if (key_nearest(node->text, meant))
			reader_fail(reader, node, _("'%s' is no key (did you mean '%s'?)"),
				node_shown(node->text).text, meant);
		else
			reader_fail(reader, node,
				_("'%s' is no key: one is a character such as x, C- and a letter, F1 to F12, or a "
				  "name such as Space"), node_shown(node->text).text);
		return false;
	}
	refusal = keymap_refusal(at, node->text);
	if (refusal)
		reader_fail(reader, node, "%s", refusal);
	free(refusal);
	return !refusal;
}

/* One key, or a list of them; false where anything about it is reported. */
static bool read_keys(struct reader *reader, const struct node *value, size_t at, const char **keys, size_t *count)
{
	size_t most = value->kind == NODE_LIST ? value->count : 1;

	*count = 0;
	if (most == 0 || most > ACTION_KEYS || value->kind == NODE_MAP) {
		reader_fail(reader, value, _("must be a key, or a list of 1 to %d keys"), ACTION_KEYS);
		return false;
	}
	for (size_t i = 0; i < most; i++) {
		const struct node *node = value->kind == NODE_LIST ? value->items[i] : value;

		if (!check_key(reader, node, at))
			return false;
		for (size_t j = 0; j < *count; j++)
			if (strcmp(keys[j], node->text) == 0) {
				reader_fail(reader, node, _("key '%s' stands twice"), node->text);
				return false;
			}
		keys[(*count)++] = node->text;
	}
	return true;
}

static struct reader enter(const struct reader *outer, const char *name)
{
	struct reader inner = *outer;

	snprintf(inner.subject, sizeof inner.subject, _("key for '%s'"), name);
	return inner;
}

/* Binds what is right by itself, and then takes back what is not right beside the rest. */
static void load_keys(struct reader *reader, const struct node *map, struct settings *settings)
{
	size_t count;
	const struct action_entry *table = action_table(&count);
	const char **names = mem_zalloc(count, sizeof *names);
	char *why = NULL;

	for (size_t i = 0; i < count; i++)
		names[i] = table[i].name;
	if (map->kind != NODE_MAP || !reader_keys(reader, map, names, count)) {
		if (map->kind != NODE_MAP)
			reader_fail(reader, map, _("'%s' must be a map of names and their keys, not %s"), "keys",
				node_kind_name(map->kind));
		free(names);
		return;
	}
	free(names);
	settings->keys = keymap_new();
	/* In the order of the file: of two that want one key the first has it. */
	for (size_t i = 0; i + 1 < map->count; i += 2) {
		const struct action_entry *entry = keymap_by_name(NULL, ~0u, map->items[i]->text);
		struct reader inner = enter(reader, map->items[i]->text);
		const char *keys[ACTION_KEYS];
		size_t at, bound;

		/* Of a name that stands twice, which is reported, the first one holds. */
		if (!entry || node_get(map, entry->name) != map->items[i + 1])
			continue;
		at = (size_t)(entry - table);
		if (read_keys(&inner, map->items[i + 1], at, keys, &bound))
			keymap_bind(settings->keys, at, keys, bound);
	}
	for (int at; (at = keymap_settle(settings->keys, &why)) >= 0; free(why)) {
		struct reader inner = enter(reader, table[at].name);

		reader_fail(&inner, node_get(map, table[at].name), "%s", why);
	}
}

static void load(struct reader *reader, const struct node *root, struct settings *settings)
{
	static const char *const names[] = { "theme", "n_min", "sound", "keys" };
	const struct node *keys = node_get(root, "keys");
	int theme;

	if (!reader_keys(reader, root, names, COUNT_OF(names)))
		return;
	theme = reader_choice(reader, root, "theme", false, themes, COUNT_OF(themes));
	settings->theme = theme < 0 ? THEME_AUTO : (enum theme)theme;
	settings->n_min = (int)reader_number(reader, root, "n_min", false, 1, N_MIN_MOST, 0);
	settings->sound = reader_flag(reader, root, "sound", false);
	if (keys)
		load_keys(reader, keys, settings);
}

/* A file of comments says nothing, and so nothing that is wrong. */
static bool says_nothing(const char *text)
{
	while (*text) {
		text += strspn(text, " \t\r\n");
		if (*text && *text != '#')
			return false;
		text += strcspn(text, "\n");
	}
	return true;
}

void settings_parse(const char *name, const char *text, size_t length, struct settings *settings, struct diags *diags)
{
	struct reader reader = { .diags = diags, .file = name };
	struct node *root;

	*settings = (struct settings){ 0 };
	if (strlen(text) == length && says_nothing(text))
		return;
	root = yaml_read(name, text, length, diags);
	if (root)
		load(&reader, root, settings);
	node_free(root);
	diags_sort(diags);
}

/* "config.yaml:4:10: ..." and how many more there are. */
static char *complaint(const struct diags *diags)
{
	const struct diag *first = &diags->items[0];
	char *line = diag_text(first), *safe = text_visible(line, false), *out;
	const char *name = strrchr(first->file, '/');
	size_t skip = name ? (size_t)(name + 1 - first->file) : 0, more = diags->count - 1;

	/* The folder is long and known. */
	if (strlen(safe) > skip && strncmp(safe, first->file, skip) == 0)
		memmove(safe, safe + skip, strlen(safe + skip) + 1);
	if (more > 0)
		out = mem_printf(P_("%s (and %zu more: 'accord keys' tells)", "%s (and %zu more: 'accord keys' tells)",
			more), safe, more);
	else
		out = mem_strdup(safe);
	free(safe);
	free(line);
	return out;
}

void settings_load(const char *path, struct settings *settings, struct diags *diags)
{
	struct err err = { 0 };
	struct str text;

	*settings = (struct settings){ 0 };
	if (!path || !file_exists(path))
		return;
	str_init(&text);
	if (file_read(path, YAML_BYTES, &text, &err) == 0)
		settings_parse(path, text.data, text.length, settings, diags);
	else
		diags_add(diags, path, 0, 0, "%s", err.message);
	if (diags->count > 0)
		settings->complaint = complaint(diags);
	str_release(&text);
}

void settings_release(struct settings *settings)
{
	keymap_free(settings->keys);
	free(settings->complaint);
	*settings = (struct settings){ 0 };
}
