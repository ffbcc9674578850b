/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Looking for banks by id. */
#include "bank/find.h"

#include "base/file.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <dirent.h>
#include <errno.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define SUFFIX ".yaml"
#define DATA_DIRS "/usr/local/share:/usr/share" /* says the XDG specification */

struct folders {
	char **paths;
	size_t count, capacity;
};

struct listing {
	struct bank_entry *entries;
	size_t count, capacity;
};

/* Takes the path over; NULL is no folder. */
static void folders_add(struct folders *folders, char *path)
{
	if (!path)
		return;
	folders->paths = mem_grow(folders->paths, &folders->capacity, folders->count,
		sizeof *folders->paths);
	folders->paths[folders->count++] = path;
}

static void folders_release(struct folders *folders)
{
	for (size_t i = 0; i < folders->count; i++)
		free(folders->paths[i]);
	free(folders->paths);
}

/* Each folder of a list like PATH; relative ones do not count. */
static void add_data_dirs(struct folders *folders, const char *list)
{
	while (*list) {
		size_t length = strcspn(list, ":");

		if (list[0] == '/')
			folders_add(folders, mem_printf("%.*s/accord/banks", (int)length, list));
		list += length + (list[length] == ':');
	}
}

static struct folders search_path(const char *folder)
{
	struct folders folders = { 0 };
	const char *banks = getenv("ACCORD_BANKS"), *data = getenv("XDG_DATA_DIRS");

	if (folder)
		folders_add(&folders, mem_strdup(folder));
	if (banks && banks[0])
		folders_add(&folders, mem_strdup(banks));
	folders_add(&folders, file_data_home("accord/banks"));
	add_data_dirs(&folders, data && data[0] ? data : DATA_DIRS);
	folders_add(&folders, mem_strdup(ACCORD_PKGDATADIR "/banks"));
	return folders;
}

static bool has_suffix(const char *name, const char *suffix)
{
	size_t length = strlen(name), end = strlen(suffix);

	return length > end && strcmp(name + length - end, suffix) == 0;
}

static bool is_listed(const struct listing *listing, const char *id)
{
	for (size_t i = 0; i < listing->count; i++)
		if (strcmp(listing->entries[i].id, id) == 0)
			return true;
	return false;
}

/* Lists the banks of one folder that are not listed yet; a file whose name is no id is none. */
static int list_folder(const char *path, struct listing *listing)
{
	const char *letters = "abcdefghijklmnopqrstuvwxyz0123456789-";
	DIR *folder = opendir(path);
	const struct dirent *file;

	if (!folder)
		return -1;
	while ((file = readdir(folder))) {
		char *id;

		if (!has_suffix(file->d_name, SUFFIX))
			continue;
		id = mem_strndup(file->d_name, strlen(file->d_name) - strlen(SUFFIX));
		if (id[strspn(id, letters)] || id[0] == '-' || is_listed(listing, id)) {
			free(id);
			continue;
		}
		listing->entries = mem_grow(listing->entries, &listing->capacity, listing->count,
			sizeof *listing->entries);
		listing->entries[listing->count++] = (struct bank_entry){
			.id = id,
			.path = mem_printf("%s/%s", path, file->d_name),
		};
	}
	closedir(folder);
	return 0;
}

static int compare(const void *a, const void *b)
{
	const struct bank_entry *first = a, *second = b;

	return strcmp(first->id, second->id);
}

int bank_list(const char *folder, struct bank_entry **entries, size_t *count, struct err *err)
{
	struct folders folders = search_path(folder);
	struct listing listing = { 0 };
	int result = 0;

	for (size_t i = 0; i < folders.count && result == 0; i++)
		if (list_folder(folders.paths[i], &listing) != 0 && folder && i == 0)
			result = err_set(err, ERR_FAILED, _("cannot read the folder '%s': %s"),
				folder, strerror(errno));
	folders_release(&folders);
	if (result != 0) {
		bank_entries_free(listing.entries, listing.count);
		return -1;
	}
	if (listing.count > 0)
		qsort(listing.entries, listing.count, sizeof *listing.entries, compare);
	*entries = listing.entries;
	*count = listing.count;
	return 0;
}

void bank_entries_free(struct bank_entry *entries, size_t count)
{
	for (size_t i = 0; i < count; i++) {
		free(entries[i].id);
		free(entries[i].path);
	}
	free(entries);
}

/* Says that there is no bank of that id, and which there are. */
static void not_found(const char *id, const char *folder, struct err *err)
{
	struct bank_entry *entries;
	const char **ids, *meant;
	struct str known;
	size_t count;

	if (bank_list(folder, &entries, &count, err) != 0)
		return;
	ids = mem_zalloc(count, sizeof *ids);
	str_init(&known);
	for (size_t i = 0; i < count; i++) {
		ids[i] = entries[i].id;
		str_printf(&known, "%s%s", i ? ", " : "", entries[i].id);
	}
	meant = text_nearest(id, ids, count);
	if (count == 0)
		err_set(err, ERR_FAILED,
			_("there is no bank '%s', nor any other: name a file or use --banks"), id);
	else if (meant)
		err_set(err, ERR_FAILED,
			_("there is no bank '%s' (did you mean '%s'?); there are: %s"), id, meant,
			known.data);
	else
		err_set(err, ERR_FAILED, _("there is no bank '%s'; there are: %s"), id, known.data);
	str_release(&known);
	free(ids);
	bank_entries_free(entries, count);
}

char *bank_find(const char *name_or_path, const char *folder, struct err *err)
{
	bool is_file = has_suffix(name_or_path, SUFFIX) || has_suffix(name_or_path, ".yml") ||
		       has_suffix(name_or_path, ".json");
	struct folders folders;
	char *found = NULL;

	if (strchr(name_or_path, '/') || (is_file && file_exists(name_or_path))) {
		if (file_exists(name_or_path))
			return mem_strdup(name_or_path);
		err_set(err, ERR_FAILED, _("there is no file '%s'"), name_or_path);
		return NULL;
	}
	folders = search_path(folder);
	for (size_t i = 0; i < folders.count && !found; i++) {
		char *path = mem_printf("%s/%s" SUFFIX, folders.paths[i], name_or_path);

		if (file_exists(path))
			found = path;
		else
			free(path);
	}
	folders_release(&folders);
	if (!found)
		not_found(name_or_path, folder, err);
	return found;
}
