/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What becomes of the agenda from here. */
#include "model/outlook.h"

#include "base/mem.h"

#include <stdlib.h>
#include <string.h>

bool module_is_kept(const struct session *session, const struct session_module *entry)
{
	const struct session_module *last = NULL;
	bool said = false;

	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *other = &session->modules[i];

		if (other->dropped)
			continue;
		said = said || other->module->keep;
		last = other->module->aside ? last : other;
	}
	return !entry->dropped && (said ? entry->module->keep : entry == last);
}

static bool is_begun(const struct session *session, const struct session_module *entry)
{
	for (size_t i = 0; i < session->step_count; i++)
		if (session->steps[i].module == entry->module && session->steps[i].state != STEP_WAITING)
			return true;
	return entry->seconds > 0;
}

static int length_of(const struct session *session)
{
	const struct agenda *agenda = bank_agenda(session->bank, session->agenda);
	int planned = 0, minutes = 0;

	if (agenda && agenda->length > 0)
		return agenda->length;
	for (size_t i = 0; i < session->module_count; i++) {
		planned += session->modules[i].planned > 0 ? session->modules[i].planned : 0;
		minutes += session->modules[i].dropped ? 0 : session->modules[i].minutes;
	}
	return planned > 0 ? planned : minutes;
}

void outlook_init(struct outlook *outlook, const struct session *session, int64_t running)
{
	const struct module *here = NULL;
	bool behind = false;

	bank_step(session->bank, session->place, &here);
	*outlook = (struct outlook){ .here = -1, .length = length_of(session) };
	outlook->modules = mem_zalloc(session->module_count, sizeof *outlook->modules);
	/* Before the first step everything is still to come. */
	for (size_t i = 0; i < session->module_count; i++)
		behind = behind || session->modules[i].module == here;
	for (size_t i = 0; i < session->module_count; i++) {
		const struct session_module *entry = &session->modules[i];
		int64_t seconds = entry->seconds + (entry->module == here ? running : 0);
		struct outlook_module *module = &outlook->modules[outlook->count];

		outlook->spent += seconds;
		if (entry->module == here)
			behind = false;
		if (entry->dropped)
			continue;
		if (entry->module == here)
			outlook->here = (int)outlook->count;
		*module = (struct outlook_module){ .entry = entry, .minutes = entry->minutes, .seconds = seconds,
			.kept = module_is_kept(session, entry) };
		module->later = entry->module != here && !is_begun(session, entry);
		/* What was begun and left is over, however long it took. */
		module->done = behind && !module->later;
		outlook->count++;
	}
	outlook_work_out(outlook);
}

void outlook_release(struct outlook *outlook)
{
	free(outlook->modules);
	*outlook = (struct outlook){ 0 };
}

void outlook_copy(struct outlook *copy, const struct outlook *outlook)
{
	*copy = *outlook;
	copy->modules = mem_zalloc(outlook->count, sizeof *copy->modules);
	if (outlook->count > 0)
		memcpy(copy->modules, outlook->modules, outlook->count * sizeof *copy->modules);
}

/* Parts what is over among the modules that can give something, each by how much that is; whole minutes, and all of it. */
static void shrink(struct outlook *outlook)
{
	int all = 0, wanted, given = 0;

	for (size_t i = 0; i < outlook->count; i++)
		all += outlook->modules[i].entry->module->aside ? 0 : outlook->modules[i].most;
	wanted = outlook->over < 0 ? 0 : outlook->over < all ? outlook->over : all;
	for (size_t i = 0; i < outlook->count; i++) {
		struct outlook_module *module = &outlook->modules[i];
		int share = all > 0 && !module->entry->module->aside ? wanted * module->most / all : 0;

		module->shrunk = module->minutes - share;
		given += share;
	}
	/* The minutes that rounding left over come from the longest. */
	while (given < wanted) {
		struct outlook_module *longest = NULL;

		for (size_t i = 0; i < outlook->count; i++) {
			struct outlook_module *module = &outlook->modules[i];

			if (module->entry->module->aside || module->minutes - module->shrunk >= module->most)
				continue;
			if (!longest || module->shrunk > longest->shrunk)
				longest = module;
		}
		if (!longest)
			break;
		longest->shrunk--;
		given++;
	}
	outlook->shrinks = given;
}

void outlook_work_out(struct outlook *outlook)
{
	int64_t over;

	outlook->left = 0;
	for (size_t i = 0; i < outlook->count; i++) {
		struct outlook_module *module = &outlook->modules[i];
		int64_t box = (int64_t)module->minutes * 60;

		module->most = module->later && !module->kept && module->minutes > OUTLOOK_FLOOR
				       ? module->minutes - OUTLOOK_FLOOR : 0;
		module->left = !module->done && box > module->seconds ? box - module->seconds : 0;
		outlook->left += module->left;
	}
	over = outlook->spent + outlook->left - (int64_t)outlook->length * 60;
	/* Rounded up, also below 0. */
	outlook->over = (int)(over > 0 ? (over + 59) / 60 : -(-over / 60));
	shrink(outlook);
}
