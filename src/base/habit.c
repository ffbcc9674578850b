/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Amounts and dates as they are written here and there. */
#include "base/habit.h"

#include "base/date.h"
#include "base/mem.h"
#include "base/str.h"

#include <ctype.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

/* Amounts */

/* Spaces and apostrophes that group digits. */
static const char *const groupers[] = { " ", "'", "\xc2\xa0", "\xe2\x80\xaf", "\xe2\x80\x99" };

struct amount {
	char body[64]; /* digits, points and commas */
	bool negative;
	int points, commas;
	const char *last; /* the last point or comma in the body; NULL for none */
};

static size_t grouper_length(const char *text)
{
	for (size_t i = 0; i < COUNT_OF(groupers); i++)
		if (strncmp(text, groupers[i], strlen(groupers[i])) == 0)
			return strlen(groupers[i]);
	return 0;
}

/* A code such as EUR, or one of the words that stand in their place; not "Mio" or "thousand", which are figures. */
static bool is_currency_word(const char *word, size_t length)
{
	static const char *const words[] = { "Euro", "euro", "euros", "Euros", "kr", "Kr", "Fr", "SFr", "dollars", "pounds" };
	static const char *const figures[] = { "MIO", "TSD", "MRD", "BIO" };
	bool code = length == 3;

	for (size_t i = 0; i < length; i++)
		code = code && isupper((unsigned char)word[i]);
	for (size_t i = 0; i < COUNT_OF(figures); i++)
		code = code && strncmp(word, figures[i], 3) != 0;
	for (size_t i = 0; i < COUNT_OF(words) && !code; i++)
		code = strlen(words[i]) == length && strncmp(word, words[i], length) == 0;
	return code;
}

/* Whether what follows the digits is no more than a currency, or the dash of "100,-". */
static bool is_currency(const char *text)
{
	size_t length = 0;

	text += strspn(text, " ,.-");
	while (isalpha((unsigned char)text[length]))
		length++;
	if (length > 0)
		return is_currency_word(text, length) && !text[length + strspn(text + length, " .")];
	return !text[strcspn(text, "0123456789,.%()-")] && strlen(text) <= 4;
}

static bool split_amount(const char *text, struct amount *out)
{
	const char *at = text + strcspn(text, "0123456789");
	size_t length = 0;

	*out = (struct amount){ .negative = text[0] == '-' || (at > text && at[-1] == '-') };
	if (!*at || (at > text && (at[-1] == '.' || at[-1] == ',')))
		return false;
	while (*at) {
		size_t grouper = grouper_length(at);

		if (grouper > 0 && isdigit((unsigned char)at[grouper])) {
			at += grouper;
			continue;
		}
		if (!isdigit((unsigned char)*at) && !(strchr(".,", *at) && isdigit((unsigned char)at[1])))
			break;
		if (length + 1 == sizeof out->body)
			return false;
		out->points += *at == '.';
		out->commas += *at == ',';
		if (!isdigit((unsigned char)*at))
			out->last = &out->body[length];
		out->body[length++] = *at++;
	}
	return is_currency(at);
}

static enum decimal decimal_of(const struct amount *amount)
{
	char other = amount->points ? '.' : ',';

	if (amount->points + amount->commas == 0)
		return DECIMAL_UNKNOWN;
	if (amount->points > 0 && amount->commas > 0)
		return *amount->last == '.' ? DECIMAL_POINT : DECIMAL_COMMA;
	if (amount->points + amount->commas > 1)
		return other == '.' ? DECIMAL_COMMA : DECIMAL_POINT;
	if (strlen(amount->last + 1) == 3)
		return DECIMAL_UNKNOWN;
	return other == '.' ? DECIMAL_POINT : DECIMAL_COMMA;
}

enum decimal amount_decimal(const char *text)
{
	struct amount amount;

	return split_amount(text, &amount) ? decimal_of(&amount) : DECIMAL_UNKNOWN;
}

/* Whether all groups but the first one have three digits, up to the end or a fraction. */
static bool groups_well(const char *body, char group, char point)
{
	const char *end = body + strcspn(body, (char[]){ point, '\0' });

	if (*end && strchr(end + 1, point))
		return false;
	if (memchr(end, group, strlen(end)))
		return false;
	for (const char *at = memchr(body, group, (size_t)(end - body)); at;) {
		const char *next = memchr(at + 1, group, (size_t)(end - at - 1));

		if ((next ? next : end) - at != 4 || at - body < 1)
			return false;
		at = next;
	}
	return true;
}

char *amount_plain(const char *text, enum decimal decimal)
{
	struct amount amount;
	enum decimal own;
	char point, group;
	struct str out;

	if (!split_amount(text, &amount))
		return mem_strdup(text);
	own = decimal_of(&amount);
	if (own == DECIMAL_UNKNOWN)
		own = decimal;
	if (own == DECIMAL_UNKNOWN && amount.points == 1)
		return mem_strdup(text);
	point = own == DECIMAL_COMMA ? ',' : '.';
	group = own == DECIMAL_COMMA ? '.' : ',';
	if (!groups_well(amount.body, group, point))
		return mem_strdup(text);
	str_init(&out);
	if (amount.negative)
		str_addc(&out, '-');
	for (const char *c = amount.body; *c; c++)
		if (*c != group)
			str_addc(&out, *c == point ? '.' : *c);
	/* Three digits behind a point could mean thousands, to whoever reads this next. */
	if (strchr(out.data, '.') && strlen(strchr(out.data, '.')) == 4)
		str_addc(&out, '0');
	return out.data;
}

/* Dates */

#define PARTS 3

struct parts {
	int numbers[PARTS];
	size_t digits[PARTS];
	int month;      /* where it was named: 1 to 12; 0 for none */
	int month_at;   /* which part that is */
	char separator; /* '.', '/', '-' or ' ' */
};

static int month_of(const char *word, size_t length)
{
	static const char *const months[] = { "january", "february", "march", "april", "may", "june", "july", "august",
		"september", "october", "november", "december" };

	for (int i = 0; length >= 3 && i < 12; i++) {
		size_t at = 0;

		while (at < length && at < strlen(months[i]) && tolower((unsigned char)word[at]) == months[i][at])
			at++;
		if (at == length)
			return i + 1;
	}
	return 0;
}

/* Steps over what parts two parts; the two are parted alike. */
static bool step_over(const char **at, struct parts *parts, int part)
{
	size_t length = strspn(*at, "., /-");
	char separator = length == 0 ? '\0' : strchr("/-", **at) ? **at : **at == '.' ? '.' : ' ';

	if (!separator || (part > 0 && separator != parts->separator && !parts->month))
		return false;
	parts->separator = separator;
	*at += length;
	return true;
}

/* Whether what follows a date is a midnight, as spreadsheets add. */
static bool is_midnight(const char *text)
{
	text += strspn(text, " T");
	text += strspn(text, "0:.");
	return !*text || strcmp(text, "Z") == 0;
}

static bool split_date(const char *text, struct parts *out)
{
	*out = (struct parts){ .month_at = -1 };
	text += strspn(text, " ");
	for (int part = 0; part < PARTS; part++) {
		size_t length = strspn(text, "0123456789");

		if (part > 0 && (!step_over(&text, out, part - 1)))
			return false;
		length = strspn(text, "0123456789");
		if (length > 4)
			return false;
		if (length > 0) {
			out->numbers[part] = atoi(text);
			out->digits[part] = length;
		} else {
			while (isalpha((unsigned char)text[length]))
				length++;
			if (out->month || !(out->month = month_of(text, length)))
				return false;
			out->month_at = part;
		}
		text += length;
	}
	return is_midnight(text);
}

static int day_of(int year, int month, int day)
{
	char *iso;
	int date;

	if (year < 1000 || year > 9999 || month < 1 || month > 12 || day < 1 || day > 31)
		return DAY_NONE;
	iso = mem_printf("%04d-%02d-%02d", year, month, day);
	date = date_parse(iso);
	free(iso);
	return date;
}

static enum date_order order_of(const struct parts *parts)
{
	if (parts->month || parts->digits[2] != 4 || parts->separator == '.' || parts->separator == ' ')
		return ORDER_UNKNOWN;
	if (parts->numbers[0] > 12 && parts->numbers[1] <= 12)
		return ORDER_DAY_FIRST;
	return parts->numbers[1] > 12 && parts->numbers[0] <= 12 ? ORDER_MONTH_FIRST : ORDER_UNKNOWN;
}

enum date_order date_order_of(const char *text)
{
	struct parts parts;

	return split_date(text, &parts) ? order_of(&parts) : ORDER_UNKNOWN;
}

/* "31 Dec 2026", "Dec 31, 2026" and "2026 Dec 31" */
static int with_name(const struct parts *parts)
{
	int year = parts->digits[0] == 4 ? 0 : 2, day = parts->month_at == 0 ? 1 : year == 0 ? 2 : 0;

	if (parts->digits[year] != 4 || parts->month_at == year || parts->month_at == day)
		return DAY_NONE;
	return day_of(parts->numbers[year], parts->month, parts->numbers[day]);
}

int date_read(const char *text, enum date_order order)
{
	struct parts parts;
	const int *n = parts.numbers;
	enum date_order own;

	if (!split_date(text, &parts))
		return DAY_NONE;
	if (parts.month)
		return with_name(&parts);
	if (parts.digits[0] == 4)
		return day_of(n[0], n[1], n[2]);
	if (parts.digits[2] != 4)
		return DAY_NONE;
	own = parts.separator == '.' ? ORDER_DAY_FIRST : order_of(&parts);
	if (own == ORDER_UNKNOWN && n[0] != n[1])
		own = order;
	if (own == ORDER_UNKNOWN && n[0] != n[1])
		return day_of(n[2], n[1], n[0]) == DAY_NONE ? DAY_NONE : DATE_UNCLEAR;
	return own == ORDER_MONTH_FIRST ? day_of(n[2], n[0], n[1]) : day_of(n[2], n[1], n[0]);
}
