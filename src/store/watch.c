/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Hearing of what others write to the database, without asking all the time. */
#include <config.h>

#include "store/database.h"
#include "store/store.h"

#include <fcntl.h>
#include <sqlite3.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#ifdef HAVE_SYS_INOTIFY_H
#include <sys/inotify.h>
#endif

#define LOG_PAGES 1000 /* how long the log may become, as is SQLite's own custom */

/*
 * Called after each commit, once others can read it. That a file was written can be heard before its commit is there, and
 * never again; so whoever commits touches the database's file, which is what the others listen to.
 */
static int committed(void *data, sqlite3 *db, const char *name, int pages)
{
	const struct store *store = data;

	(void)utimensat(AT_FDCWD, store->path, NULL, 0);
	/* SQLite has one such hook, and checkpoints in it where it is its own. */
	if (pages >= LOG_PAGES)
		sqlite3_wal_checkpoint_v2(db, name, SQLITE_CHECKPOINT_PASSIVE, NULL, NULL);
	return SQLITE_OK;
}

void watch_start(struct store *store)
{
	struct err err = { 0 };
	struct stat file;

	if (stat(store->path, &file) == 0) {
		store->device = file.st_dev;
		store->inode = file.st_ino;
	}
	/* What is there now is no news to whoever reads it from here on. */
	(void)store_version(store, &store->seen, &err);
	sqlite3_wal_hook(store->db, committed, store);
}

void watch_end(struct store *store)
{
	if (store->watch >= 0)
		close(store->watch);
	store->watch = -1;
}

int store_watch(struct store *store)
{
	if (store->watch >= 0 || strcmp(store->path, ":memory:") == 0)
		return store->watch;
#ifdef HAVE_SYS_INOTIFY_H
	store->watch = inotify_init1(IN_NONBLOCK | IN_CLOEXEC);
	if (store->watch >= 0 && inotify_add_watch(store->watch, store->path, IN_ATTRIB | IN_MOVE_SELF) < 0)
		watch_end(store);
#endif
	return store->watch;
}

bool store_changed(struct store *store)
{
	int64_t version = store->seen;
	struct err err = { 0 };
	char events[4096];

	while (store->watch >= 0 && read(store->watch, events, sizeof events) > 0)
		continue;
	if (store_version(store, &version, &err) != 0 || version == store->seen)
		return false;
	store->seen = version;
	return true;
}

bool store_gone(const struct store *store)
{
	struct stat file;

	if (strcmp(store->path, ":memory:") == 0)
		return false;
	return stat(store->path, &file) != 0 || file.st_dev != store->device || file.st_ino != store->inode;
}
