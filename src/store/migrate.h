/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Schemas and how one becomes the next. For the store's own files. */
#ifndef ACCORD_STORE_MIGRATE_H
#define ACCORD_STORE_MIGRATE_H

#include "base/err.h"

#include <stddef.h>

struct store;

/* Makes the schema of this version out of the one before; the first makes it out of nothing. */
struct migration {
	int version;
	const char *sql;
};

extern const struct migration store_migrations[];
extern const size_t store_migration_count;

/*
 * Brings the database to the last version, in one transaction. An older one is copied to
 * FILE.backup-vN first; a newer one is refused. 0 or -1.
 */
int migrate(struct store *store, const struct migration *migrations, size_t count, struct err *err);

#endif
