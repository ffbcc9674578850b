/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Skills needed and skills there: gaps, who must not be ill, and what to do. */
#ifndef ACCORD_MEASURE_TALENT_H
#define ACCORD_MEASURE_TALENT_H

#include <stdbool.h>
#include <stddef.h>

/* Levels: 0 none, 1 aware, 2 with help, 3 alone, 4 teaches. */
enum {
	TALENT_NO_LEVEL = -1,
	TALENT_UNKNOWN_MONTHS = -1,
	TALENT_HIGHEST_LEVEL = 4,
	TALENT_HIGHEST_WEIGHT = 3,
	TALENT_MOST_HEADS = 1000
};

/* Level, weight and heads outside their bounds are brought to the nearest. */
struct talent_skill {
	int side;           /* 0 or 1: the side that needs it */
	int level;          /* needed, 1 to 4 */
	int weight;         /* importance, 1 to 3 */
	int heads;          /* how many people at that level are needed, 1 or more */
	int months_until;   /* until it is needed; negative where unknown, which means no hurry */
	int months_lasting; /* negative where unknown, which means for good */
};

struct talent_input {
	const struct talent_skill *skills;
	size_t skill_count;
	const int *sides; /* 0 or 1, of each person */
	size_t people_count;
	/* levels[skill * people_count + person]; TALENT_NO_LEVEL where not given, counts as 0 */
	const int *levels;
};

enum talent_advice {
	ADVICE_NONE, /* nobody has given a level for this skill */
	ADVICE_KEEP,
	ADVICE_BRIDGE_PAIR,   /* enough people, but only one of them: pair somebody with them */
	ADVICE_BRIDGE_ACROSS, /* the other side has it */
	ADVICE_BUILD,         /* train */
	ADVICE_BORROW,
	ADVICE_BUY,           /* hire */
	ADVICE_COUNT
};

struct talent_skill_result {
	int coverage[2]; /* people of each side at the needed level or above */
	int bus_factor;  /* all of them: so many away, and nobody can do it; two is wanted */
	int sole;        /* the only one who can, or -1 */
	int best;        /* the highest level there is */
	int depth_gap;   /* levels that the best lacks */
	int breadth_gap; /* people that are missing */
	int weighted_depth, weighted_breadth;
	int missing;     /* levels not given */
	enum talent_advice advice;
};

struct talent_person_result {
	int best[2];      /* highest level in skills that side 0 needs, that side 1 needs */
	bool double_deep; /* works alone in skills of both sides */
	int sole_of;      /* skills that nobody else covers */
};

struct talent {
	struct talent_skill_result *skills;  /* skill_count */
	struct talent_person_result *people; /* people_count */
	/*
	 * Skills, the largest gap first: by weighted breadth, then weighted depth, then as given.
	 */
	size_t *order;
	int bus_factor; /* the lowest of the covered skills; 0 when none is covered */
	size_t covered, double_deep;
	int missing;
};

/*
 * A skill inventory with the bus factor of software teams (also truck number; Coplien & Harrison
 * 2004) and build, borrow or buy from human resource planning, to which bridging between the two
 * sides is added.
 */
void talent_of(const struct talent_input *input, struct talent *out);
void talent_release(struct talent *talent);

/* "keep", "bridge-pair", "bridge-across", "build", "borrow", "buy"; "" for none. */
const char *talent_advice_name(enum talent_advice advice);

#endif
