/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Two sides' suppliers: what is paid twice, how it is spread, and until when something can be
 * done.
 */
#ifndef ACCORD_MEASURE_VENDORS_H
#define ACCORD_MEASURE_VENDORS_H

#include "measure/concentration.h"
#include "measure/ratio.h"

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#define VENDORS_MOST_SPEND INT64_C(10000000000000)

enum {
	VENDORS_MOST_ROWS = 100000,
	VENDORS_NO_SPEND = -1,
	VENDORS_NO_NOTICE = -1,
	VENDORS_NO_CATEGORY = -1,
	VENDORS_DAYS_APART = 120 /* contracts that end this near to each other can become one */
};

/* A contract. */
struct vendors_row {
	size_t vendor;  /* after merging names that mean the same supplier */
	int side;       /* 0 or 1 */
	int category;   /* VENDORS_NO_CATEGORY where none is given */
	int64_t spend;  /* whole money a year, at most VENDORS_MOST_SPEND; negative: unknown */
	int end;        /* last day, or DAY_NONE */
	int notice;     /* days before the end; negative where none is given */
	bool auto_renew;
};

struct vendors_input {
	const struct vendors_row *rows;
	size_t row_count; /* at most VENDORS_MOST_ROWS */
	size_t vendor_count, category_count;
	int today;
};

/* How the ends of a vendor's contracts on the two sides lie. */
enum vendors_ends {
	ENDS_ONE_SIDED, /* there are not two sides */
	ENDS_UNKNOWN,   /* no two ends can be compared: ask for the dates */
	ENDS_APART,     /* more than VENDORS_DAYS_APART days: align them at the next renewal */
	ENDS_CLOSE
};

struct vendors_vendor {
	int64_t spend[2];
	int rows[2];
	bool shared;
	struct ratio balance; /* see ratio_balance() */
	enum vendors_ends ends;
};

struct vendors_category {
	int64_t total;
	size_t vendors;       /* how many different ones */
	size_t largest;       /* the (first) vendor that gets most; 0 where vendors is 0 */
	int64_t fragmented;   /* what goes to the others */
	struct concentration concentration;
};

enum vendors_notice_state { NOTICE_NONE, NOTICE_MISSED, NOTICE_TODAY, NOTICE_DUE };

struct vendors_notice {
	enum vendors_notice_state state; /* NOTICE_NONE where no end is given */
	int by;           /* the last day for notice; the end where no notice period is given */
	int days_left;    /* below 0 when missed */
	bool by_end;      /* no notice period is given: the real day may be earlier */
	bool renewed;     /* missed, and the contract renews itself */
};

enum vendors_kind {
	CANDIDATE_ONE_CONTRACT = 1, /* one vendor on both sides, with ends close to each other */
	CANDIDATE_CHOOSE = 2,       /* one category, different vendors on the two sides */
	CANDIDATE_DUPLICATE = 3     /* one side, a vendor twice, or two vendors for a category */
};

/* Something to talk about with suppliers. */
struct vendors_candidate {
	enum vendors_kind kind;
	int vendor;       /* -1 where the candidate is about a category */
	int category;     /* -1 where it is about a vendor */
	int side;         /* of a duplicate; -1 otherwise */
	int64_t money;    /* what its rows cost a year */
	size_t unpriced;  /* how many of them have no figure */
	int notice_by;    /* the next last day for notice among them that is not over; DAY_NONE */
	const size_t *rows;
	size_t row_count;
};

struct vendors {
	int64_t total;
	size_t unpriced;       /* rows without a figure */
	size_t uncategorised;  /* rows without a category */
	size_t vendor_count;   /* vendors that have a row */
	size_t shared_count;
	int64_t shared_spend;
	int64_t fragmented;    /* over all categories */
	struct concentration concentration;
	int64_t addressable;   /* what the rows cost that are in a candidate, each counted once */
	struct vendors_vendor *vendors;      /* vendor_count of the input */
	struct vendors_category *categories; /* category_count */
	struct vendors_notice *notices;      /* row_count */
	struct vendors_candidate *candidates; /* by money, then by notice */
	size_t candidate_count;
	size_t *candidate_rows; /* what the candidates' rows point into */
};

/* What a row adds to sums: 0 where the spend is unknown. */
int64_t vendors_spend(const struct vendors_row *row);

/* Overlap of the two sides' suppliers (spend analysis); concentration by Herfindahl-Hirschman. */
void vendors_of(const struct vendors_input *input, struct vendors *out);
void vendors_release(struct vendors *vendors);

/*
 * A percentage of money, which must be 0 or more; a half is rounded up. The room says the
 * percentage.
 */
int64_t vendors_saving(int64_t money, int percent);

/* "one-contract", "choose", "duplicate". */
const char *vendors_kind_name(enum vendors_kind kind);
/* "missed", "today", "due"; "" for none. */
const char *vendors_notice_name(enum vendors_notice_state state);

#endif
