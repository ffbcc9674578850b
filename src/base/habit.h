/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts and dates as they are written here and there, read where they can mean one thing only. */
#ifndef ACCORD_BASE_HABIT_H
#define ACCORD_BASE_HABIT_H

/* What stands before a fraction where somebody comes from. */
enum decimal { DECIMAL_UNKNOWN, DECIMAL_POINT, DECIMAL_COMMA };

/* What an amount tells: "1.234,50" a comma, "12.500" nothing. */
enum decimal amount_decimal(const char *text);
/*
 * "1.234,50 EUR" as "1234.50", for free(); the text as it is where that is no amount, or not a clear one even with what
 * the rest of its column tells. A comma before three digits groups them where nothing tells otherwise.
 */
char *amount_plain(const char *text, enum decimal decimal);

enum date_order { ORDER_UNKNOWN, ORDER_DAY_FIRST, ORDER_MONTH_FIRST };

/* What a date with slashes or hyphens tells: "31/12/2026" that the day comes first, "03/04/2026" nothing. */
enum date_order date_order_of(const char *text);
/*
 * "31.12.2026", "2026/12/31", "31 Dec 2026", "Dec 31, 2026", and with slashes or hyphens where the order is clear, also
 * with a time of midnight behind it. DAY_NONE for what is no date of these; DATE_UNCLEAR where it could be two.
 */
int date_read(const char *text, enum date_order order);

#define DATE_UNCLEAR (-0x7fffffff)

#endif
