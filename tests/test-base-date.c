/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Days, months and the clock. */
#include "base/date.h"
#include "base/mem.h"
#include "run.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>

static int day_of(const char *text)
{
	int day = date_parse(text);

	ck_assert_msg(day != DAY_NONE, "'%s' is a date", text);
	return day;
}

/* Every day is the one after the day before, by a calendar that counts on its fingers. */
START_TEST(all_days)
{
	static const int lengths[] = { 31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31 };
	int date = date_from_civil(1900, 1, 1);

	for (int year = 1900; year <= 2999; year++) {
		bool leap = (year % 4 == 0 && year % 100 != 0) || year % 400 == 0;

		for (int month = 1; month <= 12; month++) {
			int days = lengths[month - 1] + (month == 2 && leap);

			for (int day = 1; day <= days; day++, date++) {
				char text[11], expected[32];
				int y, m, d;

				snprintf(expected, sizeof expected, "%d-%02d-%02d", year, month, day);
				date_format(date, text);
				date_to_civil(date, &y, &m, &d);
				/* An assertion that holds costs a write to Check's pipe. */
				if (strcmp(text, expected) != 0 || date_parse(text) != date ||
				    date_from_civil(year, month, day) != date || y != year || m != month ||
				    d != day)
					ck_abort_msg("%s is %s, %d-%d-%d", expected, text, y, m, d);
			}
			for (int day = days + 1; day <= 32; day++) {
				char text[32];

				snprintf(text, sizeof text, "%d-%02d-%02d", year, month, day);
				ck_assert_int_eq(date_parse(text), DAY_NONE);
			}
		}
	}
	ck_assert_int_eq(date, date_from_civil(3000, 1, 1));
}
END_TEST

static const struct {
	int year, month, day, date;
} civil[] = {
	{ 1970, 1, 1, 0 },	  { 1969, 12, 31, -1 },	      { 2000, 3, 1, 11017 },
	{ 2026, 11, 22, 20779 },  { 1, 1, 1, -719162 },	      { 0, 3, 1, -719468 },
	{ 0, 2, 29, -719469 },	  { -400, 3, 1, -865565 },    { 9999, 12, 31, 2932896 },
};

START_TEST(civil_days)
{
	int year, month, day;

	ck_assert_int_eq(date_from_civil(civil[_i].year, civil[_i].month, civil[_i].day),
		civil[_i].date);
	date_to_civil(civil[_i].date, &year, &month, &day);
	ck_assert_int_eq(year, civil[_i].year);
	ck_assert_int_eq(month, civil[_i].month);
	ck_assert_int_eq(day, civil[_i].day);
}
END_TEST

static const char *const nonsense[] = {
	"", " ", "-", "2026", "2026-12", "2026-12-", "2026-13-01", "2026-00-01", "2026-01-00",
	"2026-02-29", "2100-02-29", "1900-02-29", "2026-04-31", "1899-12-31", "3000-01-01",
	"26-12-24", "0026-12-24", "12026-12-24", "2026-12-24 ", " 2026-12-24", "2026-12-24x",
	"2026/12/24", "24.12.2026", "2026-1x-01", "2026-+1-01", "2026- 1-01", "2026-01-+1",
	"2026--1-01", "2026-1--1", "+2026-1-1", "-2026-1-1", "2026-012-1", "2026-12-024",
	"2026-12-24-", "20261224", "2026\xe2\x80\x93\x31\x32-24", "2026-12\n-1", "99999999999999",
};

START_TEST(no_dates)
{
	ck_assert_int_eq(date_parse(nonsense[_i]), DAY_NONE);
	ck_assert_int_eq(date_parse_near(nonsense[_i], 0), DAY_NONE);
}
END_TEST

static const struct {
	const char *today, *text, *expected; /* NULL where it is no date */
} near[] = {
	{ "2026-11-22", "today", "2026-11-22" },
	{ "2026-12-31", "tomorrow", "2027-01-01" },
	{ "2028-02-28", "tomorrow", "2028-02-29" },
	{ "2026-11-22", "2024-02-29", "2024-02-29" },
	{ "2026-11-22", "2026-2-3", "2026-02-03" },
	{ "2026-11-22", "+0", "2026-11-22" },
	{ "2026-11-22", "+14", "2026-12-06" },
	{ "2026-11-22", "+14d", "2026-12-06" },
	{ "2026-11-22", "+2w", "2026-12-06" },
	{ "2026-11-22", "+007", "2026-11-29" },
	{ "2026-11-22", "+3650", "2036-11-19" },
	{ "2026-11-22", "+0m", "2026-11-22" },
	{ "2026-11-22", "+1m", "2026-12-22" },
	{ "2026-11-22", "+2m", "2027-01-22" },
	{ "2026-12-31", "+1m", "2027-01-31" },
	{ "2026-12-31", "+2m", "2027-02-28" },
	{ "2027-12-31", "+2m", "2028-02-29" },
	{ "2026-01-31", "+1m", "2026-02-28" },
	{ "2028-01-29", "+1m", "2028-02-29" },
	{ "2027-01-29", "+1m", "2027-02-28" },
	{ "2026-03-31", "+1m", "2026-04-30" },
	{ "2026-05-30", "+1m", "2026-06-30" },
	{ "2028-02-29", "+12m", "2029-02-28" },
	{ "2028-02-29", "+48m", "2032-02-29" },
	{ "2026-11-30", "+120m", "2036-11-30" },
	{ "2026-11-30", "+13m", "2027-12-30" },
	{ "2026-11-22", "+121m", NULL },
	{ "2026-11-22", "+3651", NULL },
	{ "2026-11-22", "+3651w", NULL },
	{ "2026-11-22", "+99999999999999999999", NULL },
	{ "2026-11-22", "+", NULL },
	{ "2026-11-22", "+w", NULL },
	{ "2026-11-22", "+ 2w", NULL },
	{ "2026-11-22", "++2", NULL },
	{ "2026-11-22", "+-2", NULL },
	{ "2026-11-22", "+2y", NULL },
	{ "2026-11-22", "+2ww", NULL },
	{ "2026-11-22", "+2 w", NULL },
	{ "2026-11-22", "+1.5w", NULL },
	{ "2026-11-22", "-14", NULL },
	{ "2026-11-22", "yesterday", NULL },
	{ "2026-11-22", "Today", NULL },
	{ "2026-11-22", "today ", NULL },
};

START_TEST(near_dates)
{
	int date = date_parse_near(near[_i].text, day_of(near[_i].today));

	ck_assert_int_eq(date, near[_i].expected ? day_of(near[_i].expected) : DAY_NONE);
}
END_TEST

/* A month on is the same day of the next month, or that month's last one. */
START_TEST(months_on)
{
	for (int date = day_of("2023-01-01"); date < day_of("2029-01-01"); date++) {
		int year, month, day, y, m, d;
		int next = date_parse_near("+1m", date);

		date_to_civil(date, &year, &month, &day);
		date_to_civil(next, &y, &m, &d);
		ck_assert_int_eq(y * 12 + m, year * 12 + month + 1);
		if (d != day) {
			ck_assert_int_lt(d, day);
			date_to_civil(next + 1, &y, &m, &d);
			ck_assert_int_eq(d, 1);
		}
	}
}
END_TEST

START_TEST(no_day_is_nothing)
{
	char text[11] = "xxxxxxxxxx";

	date_format(DAY_NONE, text);
	ck_assert_str_eq(text, "");
	/* Days that no date_parse gives are not shown well, but within their room. */
	date_format(2146000000, text);
	ck_assert_uint_le(strlen(text), 10);
	date_format(-2146000000, text);
	ck_assert_uint_le(strlen(text), 10);
}
END_TEST

static const struct {
	const char *text;
	int64_t now; /* -1 where the clock runs */
} nows[] = {
	{ "2026-11-22T09:41:07", 1795340467 },
	{ "2026-11-22T09:41", 1795340460 },
	{ "2026-11-22", 1795305600 },
	{ "1970-01-01", 0 },
	{ "0", 0 },
	{ "1795340467", 1795340467 },
	{ "32503679999", 32503679999 },
	{ "", -1 },
	{ "-5", -1 },
	{ "now", -1 },
	{ "17953x", -1 },
	{ "9223372036854775807", -1 },
	{ "99999999999999999999999", -1 },
};

START_TEST(fixed_clock)
{
	int64_t before = (int64_t)time(NULL), now;

	setenv("ACCORD_NOW", nows[_i].text, 1);
	now = clock_now();
	if (nows[_i].now >= 0) {
		ck_assert_int_eq(now, nows[_i].now);
		ck_assert_int_eq(clock_ticks(), nows[_i].now * 1000);
		ck_assert_int_eq(clock_today(), nows[_i].now / 86400);
		clock_advance(3600);
		ck_assert_int_eq(clock_now(), nows[_i].now < 32503676400 ? nows[_i].now + 3600 :
									   clock_now());
	} else {
		ck_assert_int_ge(now, before);
		clock_advance(100000);
		ck_assert_str_eq(getenv("ACCORD_NOW"), nows[_i].text);
		ck_assert_int_lt(clock_now(), before + 1000);
	}
	unsetenv("ACCORD_NOW");
}
END_TEST

START_TEST(running_clock)
{
	int64_t first, second;

	unsetenv("ACCORD_NOW");
	clock_advance(100000);
	ck_assert_ptr_null(getenv("ACCORD_NOW"));
	first = clock_ticks();
	second = clock_ticks();
	ck_assert_int_ge(second, first);
	ck_assert_int_ge(clock_today(), day_of("2024-01-01"));
}
END_TEST

static const struct {
	const char *zone;
	int64_t seconds;
	const char *time, *today;
} zones[] = {
	{ "UTC", 1795340467, "09:41", "2026-11-22" },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", 1795340467, "10:41", "2026-11-22" },
	{ "CET-1CEST,M3.5.0,M10.5.0/3", 1782864000, "02:00", "2026-07-01" },
	{ "JST-9", 1795363200, "01:00", "2026-11-23" },
	{ "PST8", 1795305600, "16:00", "2026-11-21" },
	{ "UTC", 0, "00:00", "1970-01-01" },
	{ "UTC", 86399, "23:59", "1970-01-01" },
};

START_TEST(local_time)
{
	char text[6], now[24];

	setenv("TZ", zones[_i].zone, 1);
	tzset();
	clock_time(zones[_i].seconds, text);
	ck_assert_str_eq(text, zones[_i].time);
	snprintf(now, sizeof now, "%lld", (long long)zones[_i].seconds);
	setenv("ACCORD_NOW", now, 1);
	ck_assert_int_eq(clock_today(), day_of(zones[_i].today));
	unsetenv("ACCORD_NOW");
	setenv("TZ", "UTC", 1);
	tzset();
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("base/date");
	TCase *tcase = tcase_create("date");

	tcase_set_timeout(tcase, 60);
	tcase_add_test(tcase, all_days);
	tcase_add_loop_test(tcase, civil_days, 0, (int)COUNT_OF(civil));
	tcase_add_loop_test(tcase, no_dates, 0, (int)COUNT_OF(nonsense));
	tcase_add_loop_test(tcase, near_dates, 0, (int)COUNT_OF(near));
	tcase_add_test(tcase, months_on);
	tcase_add_test(tcase, no_day_is_nothing);
	tcase_add_loop_test(tcase, fixed_clock, 0, (int)COUNT_OF(nows));
	tcase_add_test(tcase, running_clock);
	tcase_add_loop_test(tcase, local_time, 0, (int)COUNT_OF(zones));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
