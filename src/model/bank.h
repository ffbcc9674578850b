/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A bank: the modules, steps and agendas of a workshop, as its author wrote them. */
#ifndef ACCORD_MODEL_BANK_H
#define ACCORD_MODEL_BANK_H

#include "base/err.h"

#include <stdbool.h>
#include <stddef.h>

#define SIDES 2
#define SIDE_NONE (-1)
#define MINUTES_USUAL 15 /* of a module that no agenda lists */

struct side {
	char *id, *name;
};

/* Where a figure comes from. */
struct source {
	char *id, *title, *population, *year, *seen_in; /* all but id and title may be NULL */
};

struct benchmark {
	char *text;                  /* a whole sentence that holds the figure; NULL where there is no benchmark */
	long value;                  /* the figure by itself, for charts */
	char *unit;                  /* "percent", or NULL */
	const struct source *source; /* in the bank */
};

#define OPTION_DAYS 3

struct option {
	char *id, *text;
	int days[OPTION_DAYS]; /* choice of the room: after how many days it comes back, where one says so; 0 for none */
};

/* From how many ticks on a checklist is called something. */
struct band {
	int from;
	char *text;
};

/* One question of a step that has several, answered by one of its options. */
struct part {
	char *id, *text;
	char **options;   /* one for each of the step's models, in their order */
	int *seconds;     /* the model that each option speaks for as well, an index; -1 for none */
	size_t option_count;
};

/* A line of a charter, to be written and voted on. */
struct clause {
	char *id, *text;
	char *hint; /* may be NULL */
};

enum column_type {
	COLUMN_TEXT,
	COLUMN_SIDE,
	COLUMN_PERSON,
	COLUMN_CHOICE,
	COLUMN_LEVEL,
	COLUMN_NUMBER,
	COLUMN_MONEY,
	COLUMN_DATE,
	COLUMN_YES_NO
};

/* "text", "side", ... and back; -1 for a name that is none. */
const char *column_type_name(enum column_type type);
int column_type_parse(const char *name);

struct column {
	char *id, *title;
	char *hint; /* what to enter, for the status line; may be NULL */
	enum column_type type;
	bool required;
	long lowest, highest; /* of a level, number or money */
	struct option *options; /* of a choice: what may be chosen; of a level: words for lowest, lowest + 1, ... */
	size_t option_count;
};

/* Who answers a step: each person, each side once, or the room once. */
enum step_by { BY_PERSON, BY_SIDE, BY_ROOM };

struct step {
	char *id;         /* unique within its module */
	char *key;        /* "module/id": unique in the bank */
	char *kind;       /* names the instrument */
	char *prompt;
	char *text;       /* brief: what it says */
	char *coach;      /* for the facilitator; may be NULL */
	char *proposal;   /* a decision to begin with; may be NULL */
	struct benchmark benchmark;

	enum step_by by;  /* who answers */
	bool predict;     /* each side also predicts the other */
	bool anonymous;   /* only where each person answers */
	bool hideable;    /* whether a session may ask it without names, or with them, whatever anonymous says */
	unsigned shows;   /* brief: which items it lists, a bit (1 << enum item_kind) each; then one for gaps */
	int points;       /* scale: 1..points */
	char *low, *high; /* scale: what the ends mean */
	struct option *options; /* choice, checklist */
	size_t option_count;
	int most;         /* checklist: how many may be ticked; 0 for all */
	char *unit;       /* number */
	long lowest, highest; /* number */
	struct column *columns; /* register; draft, which sets them itself */
	size_t column_count;
	char *people;     /* register: title of the levels that each person gets; NULL for none */
	struct option *levels; /* register with people: words for 0, 1, 2, ... */
	size_t level_count;
	char *analysis;   /* register, pairs: what is worked out; NULL for nothing */
	char *of;         /* the key of another step. pairs, links: the register whose rows are joined; register with
	                     the analysis shared: the pairs; number with a role: the register that it belongs to;
	                     scale: the text that is rated; rank: the checklist whose options are voted on */
	char *role;       /* number: what the step that it is of takes it for: saving-low, saving-high, guess-days */
	char *level;      /* scale: the id of the module whose standing it tells; NULL for none */
	bool lint;        /* text: what an outsider may not understand is pointed at */
	struct band *bands; /* checklist of a side: what how many ticks mean, the lowest first */
	size_t band_count;
	int pick;         /* rank: how many are named first */
	struct option *models; /* models: what is told apart */
	size_t model_count;
	struct part *parts; /* models: the questions */
	size_t part_count;
	char *then;       /* models: the key of the earlier step that it is compared with; NULL for none */
	struct clause *clauses; /* draft */
	size_t clause_count;
};

struct module {
	char *id, *title, *purpose, *brief; /* purpose and brief may be NULL */
	int weight; /* its share in how the two sides stand, against those of the others */
	bool keep;  /* no time is taken from it when the workshop runs late: the close */
	bool aside; /* an opening or a break: it has no number, and no result is missed */
	struct step *steps;
	size_t step_count;
};

struct agenda_entry {
	const struct module *module;
	int minutes;
};

struct agenda {
	char *id, *title;
	int length; /* minutes in all, slack included; 0 where it is not said */
	int slack;  /* minutes that no module has */
	struct agenda_entry *entries;
	size_t entry_count;
};

struct bank {
	unsigned shares; /* how many others hold it beside the first, see bank_share */
	char *id, *version, *title, *language;
	struct side sides[SIDES];
	struct source *sources;
	size_t source_count;
	struct agenda *agendas;
	size_t agenda_count;
	struct module *modules;
	size_t module_count;
};

void bank_free(struct bank *bank); /* NULL is fine; a bank that others still hold stays */
/* The same bank for somebody else to hold, who gives it to bank_free as well. */
struct bank *bank_share(struct bank *bank);
const struct module *bank_module(const struct bank *bank, const char *id);
const struct agenda *bank_agenda(const struct bank *bank, const char *id);
/*
 * The agenda of an id, or of a beginning of one that no other has; for "" the usual one, or else the bank's first. NULL
 * with err set, which tells which agendas there are.
 */
const struct agenda *bank_choose_agenda(const struct bank *bank, const char *name, struct err *err);
/* The minutes that this agenda gives a module; else the first one that has it; else MINUTES_USUAL. */
int bank_minutes(const struct bank *bank, const char *agenda, const struct module *module);
/* How long an agenda is, its slack included. */
int agenda_minutes(const struct agenda *agenda);
/* The step of a key "module/step", and its module where that is wanted; NULL where there is none. */
const struct step *bank_step(const struct bank *bank, const char *key, const struct module **module);
/* The scale that tells where a module stands; NULL where there is none. */
const struct step *bank_level(const struct bank *bank, const struct module *module);
const struct column *step_column(const struct step *step, const char *id);
/* What the rows of a register are called: its first column of text; NULL where there is none. */
const struct column *step_name_column(const struct step *step);
/* An option's place; -1 where there is none of that id. */
int option_find(const struct option *options, size_t count, const char *id);
/* 0 or 1; SIDE_NONE where the text is neither a side's id nor its name (case does not matter). */
int bank_side(const struct bank *bank, const char *text);
/* How a benchmark is shown: its sentence and, in brackets, source, population and year. For free(). */
char *benchmark_text(const struct benchmark *benchmark);

#endif
