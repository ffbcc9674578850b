/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Where banks are found. */
#ifndef ACCORD_BANK_FIND_H
#define ACCORD_BANK_FIND_H

#include "base/err.h"

#include <stddef.h>

struct bank_entry {
	char *id; /* the file's name without .yaml; what stands in the file is not looked at */
	char *path;
};

/*
 * The file of a bank, for free(): a path (with a '/', or the name of a .yaml, .yml or .json file
 * that exists), or an id. ID.yaml is looked for in the folder (of --banks; NULL for none),
 * $ACCORD_BANKS, $XDG_DATA_HOME/accord/banks, each $XDG_DATA_DIRS/accord/banks and where accord is
 * installed. NULL with err set, which tells which banks there are.
 */
char *bank_find(const char *name_or_path, const char *folder, struct err *err);

/*
 * All banks in these folders, sorted by id, for bank_entries_free(); of several with one id the one
 * that bank_find finds. 0, or -1 with err set where the folder that was given cannot be read.
 */
int bank_list(const char *folder, struct bank_entry **entries, size_t *count, struct err *err);
void bank_entries_free(struct bank_entry *entries, size_t count);

#endif
