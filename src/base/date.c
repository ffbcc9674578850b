/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Calendar days and the clock. */
#include "base/date.h"

#include <ctype.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

/* Howard Hinnant's algorithms on the proleptic Gregorian calendar. */
int date_from_civil(int year, int month, int day)
{
	int y = month <= 2 ? year - 1 : year;
	int era = (y >= 0 ? y : y - 399) / 400;
	int yoe = y - era * 400;
	int doy = (153 * (month + (month > 2 ? -3 : 9)) + 2) / 5 + day - 1;
	int doe = yoe * 365 + yoe / 4 - yoe / 100 + doy;

	return era * 146097 + doe - 719468;
}

void date_to_civil(int date, int *year, int *month, int *day)
{
	int z = date + 719468;
	int era = (z >= 0 ? z : z - 146096) / 146097;
	int doe = z - era * 146097;
	int yoe = (doe - doe / 1460 + doe / 36524 - doe / 146096) / 365;
	int doy = doe - (365 * yoe + yoe / 4 - yoe / 100);
	int mp = (5 * doy + 2) / 153;

	*day = doy - (153 * mp + 2) / 5 + 1;
	*month = mp < 10 ? mp + 3 : mp - 9;
	*year = yoe + era * 400 + (*month <= 2);
}

int date_parse(const char *text)
{
	int year, month, day, y, m, d, date, end = 0;

	/* sscanf would take spaces and signs before each number. */
	if (strlen(text) > 10 || text[strspn(text, "0123456789-")] ||
	    sscanf(text, "%4d-%2d-%2d%n", &year, &month, &day, &end) != 3 || text[end])
		return DAY_NONE;
	if (year < 1900 || year > 2999 || month < 1 || month > 12 || day < 1 || day > 31)
		return DAY_NONE;
	date = date_from_civil(year, month, day);
	date_to_civil(date, &y, &m, &d);
	return y == year && m == month && d == day ? date : DAY_NONE;
}

static int plus_months(int date, int months)
{
	int year, month, day, result;

	date_to_civil(date, &year, &month, &day);
	month += months;
	year += (month - 1) / 12;
	month = (month - 1) % 12 + 1;
	/* The last day of a shorter month stands in for a day that it does not have. */
	for (result = date_from_civil(year, month, day); day > 28; result = date_from_civil(year, month, --day)) {
		int y, m, d;

		date_to_civil(result, &y, &m, &d);
		if (m == month)
			break;
	}
	return result;
}

int date_parse_near(const char *text, int today)
{
	char *end;
	long number;

	if (strcmp(text, "today") == 0)
		return today;
	if (strcmp(text, "tomorrow") == 0)
		return today + 1;
	if (text[0] != '+')
		return date_parse(text);
	if (!isdigit((unsigned char)text[1]))
		return DAY_NONE;
	number = strtol(text + 1, &end, 10);
	if (number > 3650)
		return DAY_NONE;
	if (!end[0] || strcmp(end, "d") == 0)
		return today + (int)number;
	if (strcmp(end, "w") == 0)
		return today + 7 * (int)number;
	if (strcmp(end, "m") == 0 && number <= 120)
		return plus_months(today, (int)number);
	return DAY_NONE;
}

void date_format(int date, char out[11])
{
	int year, month, day;

	out[0] = '\0';
	if (date == DAY_NONE)
		return;
	date_to_civil(date, &year, &month, &day);
	snprintf(out, 11, "%04u-%02u-%02u", (unsigned)year % 10000, (unsigned)month % 100, (unsigned)day % 100);
}

/* The end of the year 2999, as far as dates go. */
#define LATEST 32503679999LL

/* The time that ACCORD_NOW gives, or -1. */
static int64_t fixed_now(void)
{
	const char *text = getenv("ACCORD_NOW");
	int year, month, day, hour = 0, minute = 0, second = 0;
	char *end;
	long long number;

	if (!text || !text[0])
		return -1;
	if (sscanf(text, "%4d-%2d-%2dT%2d:%2d:%2d", &year, &month, &day, &hour, &minute, &second) >= 3)
		return (int64_t)date_from_civil(year, month, day) * 86400 + hour * 3600 + minute * 60 + second;
	number = strtoll(text, &end, 10);
	return *end || number < 0 || number > LATEST ? -1 : (int64_t)number;
}

int64_t clock_now(void)
{
	int64_t fixed = fixed_now();

	return fixed >= 0 ? fixed : (int64_t)time(NULL);
}

void clock_advance(int64_t seconds)
{
	int64_t fixed = fixed_now();
	char text[24];

	if (fixed < 0)
		return;
	snprintf(text, sizeof text, "%lld", (long long)(fixed + seconds));
	setenv("ACCORD_NOW", text, 1);
}

/* On Linux the monotonic clock stands while the machine sleeps. */
#ifdef CLOCK_BOOTTIME
#define CLOCK_TICKS CLOCK_BOOTTIME
#else
#define CLOCK_TICKS CLOCK_MONOTONIC
#endif

int64_t clock_ticks(void)
{
	struct timespec now;

	if (fixed_now() >= 0)
		return clock_now() * 1000;
	clock_gettime(CLOCK_TICKS, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int64_t clock_wall(void)
{
	struct timespec now;

	if (fixed_now() >= 0)
		return clock_now() * 1000;
	clock_gettime(CLOCK_REALTIME, &now);
	return (int64_t)now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

int clock_today(void)
{
	time_t now = (time_t)clock_now();
	struct tm local;

	if (!localtime_r(&now, &local))
		return (int)(now / 86400);
	return date_from_civil(local.tm_year + 1900, local.tm_mon + 1, local.tm_mday);
}

void clock_time(int64_t seconds, char out[6])
{
	time_t when = (time_t)seconds;
	struct tm local;

	if (!localtime_r(&when, &local))
		local = (struct tm){ 0 };
	snprintf(out, 6, "%02u:%02u", (unsigned)local.tm_hour % 100, (unsigned)local.tm_min % 100);
}
