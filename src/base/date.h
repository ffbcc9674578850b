/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days and the clock. A day is the number of days since 1970-01-01. */
#ifndef ACCORD_BASE_DATE_H
#define ACCORD_BASE_DATE_H

#include <limits.h>
#include <stdbool.h>
#include <stdint.h>

#define DAY_NONE INT_MIN

int date_from_civil(int year, int month, int day);
void date_to_civil(int date, int *year, int *month, int *day);

/* "2026-12-24" to a day; DAY_NONE when it is no date of the years 1900 to 2999. */
int date_parse(const char *text);
/*
 * The same, and also "+14" (days), "+2w", "+3m", "today", "tomorrow", from today on.
 */
int date_parse_near(const char *text, int today);
/* Writes "2026-12-24", or "" for DAY_NONE. */
void date_format(int date, char out[11]);

/* Seconds since 1970 (UTC); ACCORD_NOW (the same, or 2026-12-24T09:00:00) fixes it where it is set. */
int64_t clock_now(void);
/* Moves a clock that ACCORD_NOW has fixed; does nothing to a running one. For scripts. */
void clock_advance(int64_t seconds);
/* Milliseconds on a clock that never jumps, and goes on while the machine sleeps where the system has such a one. */
int64_t clock_ticks(void);
/* Milliseconds since 1970, as somebody may have set it: for comparing with what another program wrote. */
int64_t clock_wall(void);
/* The local day, and the local time of day "09:41". */
int clock_today(void);
void clock_time(int64_t seconds, char out[6]);

#endif
