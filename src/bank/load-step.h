/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is read of a bank's steps. For the loader's own files. */
#ifndef ACCORD_BANK_LOAD_STEP_H
#define ACCORD_BANK_LOAD_STEP_H

#include "base/node.h"
#include "model/bank.h"

#define SENTENCE_LIMIT 300 /* characters of a sentence, also of a benchmark's */

struct loader {
	struct reader reader; /* for entries; without a subject */
	struct bank *bank;
	const struct node *root;
	const struct node *modules; /* the list; NULL where there is none that could be read */
};

/* A reader for a step: named by its id alone, or by its module and number. */
struct reader load_step_reader(struct loader *loader, const struct reader *module, const struct node *node,
	size_t number);
/* Reads a step, whose strings are then there whatever was reported. outer is the module's reader. */
void load_step(struct loader *loader, struct reader *outer, const struct node *node, size_t number,
	const struct module *module, struct step *step);
/* The id nearest to one that is not there, among count of the bank's that id_at gives; NULL for none. */
const char *load_nearest(const struct bank *bank, const char *id, size_t count,
	const char *(*id_at)(const struct bank *bank, size_t at));

#endif
