/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What stands in a register's cells. */
#include "instrument/cell.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"
#include "instrument/spec.h"

#include <ctype.h>
#include <errno.h>
#include <inttypes.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define MONEY_MOST 10000000000000LL

struct table_column *table_columns(const struct session *session, const struct step *step, size_t *count)
{
	size_t people = step->people ? session->person_count : 0;
	struct table_column *columns = mem_zalloc(step->column_count + people, sizeof *columns);

	*count = 0;
	for (size_t i = 0; i < step->column_count; i++) {
		struct table_column *column = &columns[(*count)++];

		column->column = &step->columns[i];
		column->title = step->columns[i].title;
		snprintf(column->id, sizeof column->id, "%s", step->columns[i].id);
	}
	for (int side = 0; side < SIDES; side++) {
		for (size_t i = 0; i < people; i++) {
			struct table_column *column = &columns[*count];

			if (session->people[i].side != side)
				continue;
			column->person = &session->people[i];
			column->title = session->people[i].name;
			snprintf(column->id, sizeof column->id, "@%d", session->people[i].id);
			(*count)++;
		}
	}
	return columns;
}

/* Names of which one is chosen by its beginning. */
struct choice {
	const char *value, *name;
};

#define CHOICE_NONE (-1)
#define CHOICE_SEVERAL (-2)

/* The one of which the text is the value or the name. */
static int choose_whole(const struct choice *choices, size_t count, const char *folded,
	const char *text)
{
	int found = CHOICE_NONE;

	for (size_t i = 0; i < count; i++) {
		char *name = text_fold(choices[i].name);
		bool same = strcmp(name, folded) == 0;

		free(name);
		if (strcmp(choices[i].value, text) == 0)
			return (int)i;
		if (same)
			found = found == CHOICE_NONE ? (int)i : CHOICE_SEVERAL;
	}
	return found;
}

/* The one whose value or name the text is, or else whose name begins with it. */
static int choose(const struct choice *choices, size_t count, const char *text)
{
	char *folded = text_fold(text);
	int found = choose_whole(choices, count, folded, text);
	bool whole = found != CHOICE_NONE;

	for (size_t i = 0; i < count && !whole; i++) {
		char *name = text_fold(choices[i].name);

		if (strncmp(name, folded, strlen(folded)) == 0)
			found = found == CHOICE_NONE ? (int)i : CHOICE_SEVERAL;
		free(name);
	}
	free(folded);
	return found;
}

static char *parse_choice(const struct choice *choices, size_t count, const char *text, struct err *err)
{
	int found = choose(choices, count, text);
	struct str names;

	if (found >= 0)
		return mem_strdup(choices[found].value);
	str_init(&names);
	for (size_t i = 0; i < count && i < 8; i++)
		str_printf(&names, "%s%s", i ? ", " : "", choices[i].name);
	if (found == CHOICE_SEVERAL)
		err_set(err, ERR_INPUT, _("'%s' could be several of: %s"), text, names.data);
	else
		err_set(err, ERR_INPUT, _("'%s' is none of: %s"), text, names.data);
	str_release(&names);
	return NULL;
}

static char *parse_side(const struct session *session, const char *text, struct err *err)
{
	struct choice choices[SIDES];

	for (int i = 0; i < SIDES; i++)
		choices[i] = (struct choice){ session->bank->sides[i].id, session->bank->sides[i].name };
	return parse_choice(choices, SIDES, text, err);
}

static char *parse_person(const struct session *session, const char *text, struct err *err)
{
	struct choice *choices = mem_zalloc(session->person_count, sizeof *choices);
	char (*ids)[12] = mem_zalloc(session->person_count, sizeof *ids);
	char *value;

	for (size_t i = 0; i < session->person_count; i++) {
		snprintf(ids[i], sizeof ids[i], "%d", session->people[i].id);
		choices[i] = (struct choice){ ids[i], session->people[i].name };
	}
	value = parse_choice(choices, session->person_count, text, err);
	free(choices);
	free(ids);
	return value;
}

/* By text or by number; a text that is a number goes first, so that what is shown can be typed. */
static char *parse_option(const struct option *options, size_t count, const char *text,
	struct err *err)
{
	struct choice *choices = mem_zalloc(count, sizeof *choices);
	char *value, *end, *folded = text_fold(text);
	long number = isdigit((unsigned char)text[0]) ? strtol(text, &end, 10) : 0;

	for (size_t i = 0; i < count; i++)
		choices[i] = (struct choice){ options[i].id, options[i].text };
	if (number >= 1 && (size_t)number <= count && !*end &&
	    choose_whole(choices, count, folded, text) == CHOICE_NONE)
		value = mem_strdup(options[number - 1].id);
	else
		value = parse_choice(choices, count, text, err);
	free(folded);
	free(choices);
	return value;
}

static char *parse_number(const char *text, long long lowest, long long highest, struct err *err)
{
	char *end;
	long long number;

	errno = 0;
	number = strtoll(text, &end, 10);
	if (*end || end == text || errno) {
		err_set(err, ERR_INPUT, _("'%s' is not a whole number"), text);
		return NULL;
	}
	if (number < lowest || number > highest) {
		err_set(err, ERR_INPUT, _("%lld is not from %lld to %lld"), number, lowest, highest);
		return NULL;
	}
	return mem_printf("%lld", number);
}

/* Digits at *at, and groups of three of them; false where a group is not of three. */
static bool read_whole(const char **at, long long *whole)
{
	int length = 0;
	bool grouped = false;

	for (;; (*at)++) {
		if (isdigit((unsigned char)**at)) {
			if (*whole < MONEY_MOST)
				*whole = *whole * 10 + (**at - '0');
			length++;
		} else if (**at && strchr(",' ", **at) && isdigit((unsigned char)(*at)[1])) {
			if (length > 3 || length == 0 || (grouped && length != 3))
				return false;
			grouped = true;
			length = 0;
		} else {
			return !grouped || length == 3;
		}
	}
}

/* Up to six digits behind a point, in millionths. */
static int read_fraction(const char **at, long long *part)
{
	int length = 0;

	for (long long digit = 100000; digit > 0 && isdigit((unsigned char)**at); digit /= 10) {
		*part += digit * (*(*at)++ - '0');
		length++;
	}
	return length;
}

/*
 * Where the number begins behind a currency, which is the room's business; with the point of ".5m",
 * but not with that of "Fr.5".
 */
static const char *skip_currency(const char *text)
{
	const char *at = text;

	while (*at && !isdigit((unsigned char)*at) && *at != '-') {
		if ((*at == '.' || *at == ',') && isdigit((unsigned char)at[1]) &&
		    (at == text || !isalpha((unsigned char)at[-1])))
			break;
		at++;
	}
	return at;
}

/* "120k", "1.2m", "12,500", "EUR 300", "€ 40" to whole money. */
static bool read_money(const char *text, long long *amount)
{
	long long whole = 0, scale = 1, part = 0;
	const char *at = skip_currency(text);
	bool negative = *at == '-', digits;
	int fraction = 0;

	at += negative;
	digits = isdigit((unsigned char)*at);
	if (!read_whole(&at, &whole))
		return false;
	if (*at == '.') {
		at++;
		fraction = read_fraction(&at, &part);
	}
	at += *at == ' ';
	if (*at == 'k' || *at == 'K')
		scale = 1000;
	else if (*at == 'm' || *at == 'M')
		scale = 1000000;
	at += scale > 1;
	/* 12.500 is twelve and a half to some and many thousands to others. */
	if ((!digits && fraction == 0) || *at || (fraction == 3 && scale == 1))
		return false;
	if (whole > MONEY_MOST / scale)
		return false;
	*amount = whole * scale + (part * scale + 500000) / 1000000;
	if (negative)
		*amount = -*amount;
	return true;
}

static char *parse_money(const struct column *spec, const char *text, struct err *err)
{
	long long amount, highest = spec->highest < SPEC_NUMBER_MOST ? spec->highest : MONEY_MOST;

	if (!read_money(text, &amount)) {
		err_set(err, ERR_INPUT, _("'%s' is no amount of money; type 120000, 120k or 1.2m"), text);
		return NULL;
	}
	if (amount < spec->lowest || amount > highest) {
		err_set(err, ERR_INPUT, _("%lld is not from %lld to %lld"), amount,
			(long long)spec->lowest, highest);
		return NULL;
	}
	return mem_printf("%lld", amount);
}

static char *parse_date(const char *text, int today, struct err *err)
{
	int day = date_parse_near(text, today);
	char iso[11];

	if (day == DAY_NONE) {
		err_set(err, ERR_INPUT, _("'%s' is no date; type 2026-12-31, +14, +2w or +3m"), text);
		return NULL;
	}
	date_format(day, iso);
	return mem_strdup(iso);
}

static char *parse_yes_no(const char *text, struct err *err)
{
	const struct choice choices[] = { { "yes", _("yes") }, { "no", _("no") } };

	return parse_choice(choices, COUNT_OF(choices), text, err);
}

static char *parse_level(const struct option *options, size_t count, long lowest, long highest, const char *text,
	struct err *err)
{
	if (count > 0 && !isdigit((unsigned char)text[0])) {
		char *id = parse_option(options, count, text, err), *value;

		if (!id)
			return NULL;
		value = mem_printf("%ld", lowest + option_find(options, count, id));
		free(id);
		return value;
	}
	return parse_number(text, lowest, highest, err);
}

char *cell_parse(const struct session *session, const struct step *step, const struct table_column *column,
	const char *text, int today, struct err *err)
{
	const struct column *spec = column->column;
	char *raw = text_tidy(text), *tidy = text_visible(raw, false), *value = NULL;

	free(raw);
	if (!tidy[0])
		return tidy;
	if (!spec) {
		value = parse_level(step->levels, step->level_count, 0, (long)step->level_count - 1, tidy, err);
		free(tidy);
		return value;
	}
	switch (spec->type) {
	case COLUMN_TEXT:
		return tidy;
	case COLUMN_SIDE:
		value = parse_side(session, tidy, err);
		break;
	case COLUMN_PERSON:
		value = parse_person(session, tidy, err);
		break;
	case COLUMN_CHOICE:
		value = parse_option(spec->options, spec->option_count, tidy, err);
		break;
	case COLUMN_LEVEL:
		value = parse_level(spec->options, spec->option_count, spec->lowest, spec->highest, tidy, err);
		break;
	case COLUMN_NUMBER:
		value = parse_number(tidy, spec->lowest, spec->highest, err);
		break;
	case COLUMN_MONEY:
		value = parse_money(spec, tidy, err);
		break;
	case COLUMN_DATE:
		value = parse_date(tidy, today, err);
		break;
	case COLUMN_YES_NO:
		value = parse_yes_no(tidy, err);
		break;
	}
	free(tidy);
	return value;
}

char *money_text(int64_t amount)
{
	char digits[24];
	struct str out;
	size_t length;

	snprintf(digits, sizeof digits, "%" PRIu64, amount < 0 ? -(uint64_t)amount : (uint64_t)amount);
	length = strlen(digits);
	str_init(&out);
	if (amount < 0)
		str_addc(&out, '-');
	for (size_t i = 0; i < length; i++) {
		if (i > 0 && (length - i) % 3 == 0)
			str_addc(&out, ',');
		str_addc(&out, digits[i]);
	}
	return out.data;
}

static const char *option_text(const struct option *options, size_t count, const char *id)
{
	int at = option_find(options, count, id);

	return at < 0 ? id : options[at].text;
}

static char *show_spec(const struct session *session, const struct column *spec, const char *value)
{
	const struct person *person;
	int side;

	switch (spec->type) {
	case COLUMN_SIDE:
		side = bank_side(session->bank, value);
		return mem_strdup(side < 0 ? value : session->bank->sides[side].name);
	case COLUMN_PERSON:
		person = session_person(session, (int)strtol(value, NULL, 10));
		return mem_strdup(person ? person->name : _("(no longer here)"));
	case COLUMN_CHOICE:
		return mem_strdup(option_text(spec->options, spec->option_count, value));
	case COLUMN_MONEY:
		return money_text(strtoll(value, NULL, 10));
	case COLUMN_YES_NO:
		return mem_strdup(strcmp(value, "yes") == 0 ? _("yes") : _("no"));
	default:
		return mem_strdup(value);
	}
}

char *cell_show(const struct session *session, const struct step *step, const struct table_column *column,
	const char *value)
{
	(void)step;
	if (!value[0] || !column->column)
		return mem_strdup(value);
	return show_spec(session, column->column, value);
}

char *cell_words(const struct session *session, const struct row *row, const char *column)
{
	const struct step *step = bank_step(session->bank, row->step, NULL);
	const struct column *spec = step ? step_column(step, column) : NULL;
	const char *value = row_value(row, column);

	return spec && value[0] ? show_spec(session, spec, value) : mem_strdup(value);
}

int64_t cell_number(const struct row *row, const char *column, int64_t fallback)
{
	const char *value = row_value(row, column);
	char *end;
	long long number = strtoll(value, &end, 10);

	return !value[0] || *end || number > MONEY_MOST || number < -MONEY_MOST ? fallback : (int64_t)number;
}

int cell_int(const struct row *row, const char *column, int fallback)
{
	int64_t number = cell_number(row, column, fallback);

	return number > SPEC_NUMBER_MOST || number < -SPEC_NUMBER_MOST ? fallback : (int)number;
}

int cell_day(const struct row *row, const char *column)
{
	return date_parse(row_value(row, column));
}
