/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is said in a session, and can be searched. */
#include "model/mention.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"

#include <stdlib.h>
#include <string.h>

#define BETWEEN " \xc2\xb7 "

static const struct {
	const char *name, *words;
} kinds[MENTION_KINDS] = {
	[MENTION_SESSION] = { "session", N_("session") },
	[MENTION_DECISION] = { "decision", N_("decision") },
	[MENTION_ACTION] = { "action", N_("action") },
	[MENTION_DIFFER] = { "differ", N_("agreed to differ") },
	[MENTION_PARKED] = { "parked", N_("parked") },
	[MENTION_NOTE] = { "note", N_("note") },
	[MENTION_ROW] = { "row", N_("register") },
	[MENTION_PERSON] = { "person", N_("person") },
	[MENTION_PROMPT] = { "prompt", N_("question") },
};

/* By enum item_kind. */
static const enum mention_kind of_items[ITEM_KINDS] = {
	[ITEM_NOTE] = MENTION_NOTE,	[ITEM_DECISION] = MENTION_DECISION, [ITEM_ACTION] = MENTION_ACTION,
	[ITEM_PARKED] = MENTION_PARKED, [ITEM_DIFFER] = MENTION_DIFFER,
};

const char *mention_kind_name(enum mention_kind kind)
{
	return kinds[kind].name;
}

int mention_kind_parse(const char *name)
{
	for (int i = 0; i < MENTION_KINDS; i++)
		if (strcmp(kinds[i].name, name) == 0)
			return i;
	return -1;
}

const char *mention_kind_words(enum mention_kind kind)
{
	return _(kinds[kind].words);
}

void mention_release(struct mention *mention)
{
	free(mention->step);
	free(mention->words);
	free(mention->more);
	*mention = (struct mention){ 0 };
}

void mentions_release(struct mentions *mentions)
{
	for (size_t i = 0; i < mentions->count; i++)
		mention_release(&mentions->items[i]);
	free(mentions->items);
	*mentions = (struct mentions){ 0 };
}

/* more is taken over. */
static void add(struct mentions *mentions, enum mention_kind kind, int ref, const char *step, const char *words,
	char *more)
{
	mentions->items = mem_grow(mentions->items, &mentions->capacity, mentions->count, sizeof *mentions->items);
	mentions->items[mentions->count++] = (struct mention){ .kind = kind, .ref = ref, .step = mem_strdup(step),
							       .words = mem_strdup(words), .more = more };
}

/* What is there of some texts, parted; for free(). */
static char *join(const char *const *texts, size_t count)
{
	struct str out;

	str_init(&out);
	for (size_t i = 0; i < count; i++) {
		if (!texts[i] || !texts[i][0])
			continue;
		if (out.length)
			str_add(&out, BETWEEN);
		str_add(&out, texts[i]);
	}
	return out.data;
}

static char *more_of_item(const struct item *item)
{
	const char *texts[] = { item->owner, item->yes[0], item->yes[1], item->dissent, item->dropped };

	return join(texts, COUNT_OF(texts));
}

static void add_items(const struct session *session, enum mention_kind kind, struct mentions *mentions)
{
	for (size_t i = 0; i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		if (of_items[item->kind] == kind && !item->private)
			add(mentions, kind, item->id, item->step, item->text, more_of_item(item));
	}
}

/* What a cell says in words; NULL for figures, dates, and what says the same in most rows. */
static const char *words_of_cell(const struct session *session, const struct column *column, const char *value)
{
	const struct person *person;
	int option;

	switch (column->type) {
	case COLUMN_TEXT:
		return value;
	case COLUMN_PERSON:
		person = session_person(session, atoi(value));
		return person ? person->name : NULL;
	case COLUMN_CHOICE:
		option = option_find(column->options, column->option_count, value);
		return option >= 0 ? column->options[option].text : NULL;
	default:
		return NULL;
	}
}

/* The name of a row stands first, whichever its column is. */
static void add_row(const struct session *session, const struct step *step, const struct row *row,
	struct mentions *mentions)
{
	const struct column *name = step_name_column(step);
	const char *first = name ? row_value(row, name->id) : "";
	struct str more;

	str_init(&more);
	for (size_t i = 0; i < step->column_count; i++) {
		const struct column *column = &step->columns[i];
		const char *value = row_value(row, column->id), *words;

		words = column != name && value[0] ? words_of_cell(session, column, value) : NULL;
		if (!words || !words[0])
			continue;
		if (more.length)
			str_add(&more, BETWEEN);
		str_add(&more, words);
	}
	if (first[0] || more.length)
		add(mentions, MENTION_ROW, row->id, step->key, first[0] ? first : more.data,
			mem_strdup(first[0] ? more.data : ""));
	str_release(&more);
}

/* Rows of a module that was left out cannot be gone to. */
static void add_rows(const struct session *session, struct mentions *mentions)
{
	for (size_t i = 0; i < session->row_count; i++) {
		int at = session_step(session, session->rows[i].step);

		if (at >= 0)
			add_row(session, session->steps[at].step, &session->rows[i], mentions);
	}
}

void mentions_of_session(const struct session *session, struct mentions *mentions)
{
	const char *head[] = { session->organisation, session->facilitator };

	add(mentions, MENTION_SESSION, 0, "", session->title, join(head, COUNT_OF(head)));
	for (enum mention_kind kind = MENTION_DECISION; kind <= MENTION_NOTE; kind++)
		add_items(session, kind, mentions);
	add_rows(session, mentions);
	for (size_t i = 0; i < session->person_count; i++)
		add(mentions, MENTION_PERSON, session->people[i].id, "", session->people[i].name,
			mem_strdup(session->people[i].role));
}

void mentions_of_bank(const struct bank *bank, struct mentions *mentions)
{
	for (size_t i = 0; i < bank->module_count; i++) {
		const struct module *module = &bank->modules[i];

		for (size_t j = 0; j < module->step_count; j++) {
			const struct step *step = &module->steps[j];

			/* What is only to be read may have no other title. */
			add(mentions, MENTION_PROMPT, 0, step->key, step->prompt,
				mem_strdup(strcmp(step->prompt, module->title) == 0 ? "" : module->title));
		}
	}
}
