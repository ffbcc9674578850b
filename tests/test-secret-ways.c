/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A raw look at the file after an anonymous step, answered in each way by keys through the program: whoever reads all
 * tables and all bytes sees the same, whoever said what and in which order. After a named step they see it.
 */
#include "run.h"

#include "base/file.h"
#include "base/mem.h"
#include "base/str.h"

#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#define PEOPLE 9
#define FIRST_SIDE 4 /* people of it */
#define ID 16        /* characters of a ballot's id */
#define PAGE 4096
#define RUNS 6       /* of each way and order */

/* In which order people answer, and who says what: a person's answer is the one at their index. */
struct order {
	int turns[PEOPLE], answers[PEOPLE];
};

static const struct order orders[] = {
	{ { 0, 1, 2, 3, 4, 5, 6, 7, 8 }, { 0, 1, 2, 3, 4, 5, 6, 7, 8 } },
	{ { 8, 7, 6, 5, 4, 3, 2, 1, 0 }, { 3, 2, 1, 0, 8, 7, 6, 5, 4 } },
	{ { 4, 0, 8, 1, 7, 3, 6, 2, 5 }, { 1, 3, 0, 2, 6, 4, 8, 5, 7 } },
};

/* Everybody says something else, and guesses something else. */
static int own(int answer)
{
	return answer + 1;
}

static int guess(int answer)
{
	return 9 - answer;
}

/* Keys */

/* Down, from one who has not answered to another, as often as there are such between. */
static void go_down(struct str *keys, const bool done[PEOPLE], int from, int to)
{
	for (int at = from; at != to; at = (at + 1) % PEOPLE)
		if (!done[at])
			str_add(keys, " Down");
}

static int next_open(const bool done[PEOPLE], int after)
{
	for (int i = 1; i <= PEOPLE; i++)
		if (!done[(after + i) % PEOPLE])
			return (after + i) % PEOPLE;
	return 0;
}

static void one_by_one(struct str *keys, const struct order *order, bool passes)
{
	bool done[PEOPLE] = { false }, none[PEOPLE] = { false };
	int at = 0;

	str_add(keys, passes ? " Enter" : "");
	for (int i = 0; i < PEOPLE; i++) {
		int person = order->turns[i], answer = order->answers[person];

		/* Roll call goes past everybody, the keyboard only to those who have not answered. */
		go_down(keys, passes ? done : none, at, person);
		str_printf(keys, passes ? " Enter %d %d Enter" : " %d %d", own(answer), guess(answer));
		done[person] = true;
		at = next_open(done, person);
	}
}

static void by_roll_call(struct str *keys, const struct order *order)
{
	one_by_one(keys, order, false);
}

static void by_passing(struct str *keys, const struct order *order)
{
	one_by_one(keys, order, true);
}

/* A side's people in the order of their turns. */
static void type_row(struct str *keys, const struct order *order, bool first, int (*say)(int answer))
{
	for (int i = 0; i < PEOPLE; i++)
		if ((order->turns[i] < FIRST_SIDE) == first)
			str_printf(keys, " %d", say(order->answers[order->turns[i]]));
}

static void in_rows(struct str *keys, const struct order *order)
{
	bool first = order->turns[0] < FIRST_SIDE;

	str_add(keys, first ? "" : " Down Down");
	for (int i = 0; i < 2; i++, first = !first) {
		type_row(keys, order, first, own);
		type_row(keys, order, first, guess);
	}
}

/* Each answer was given once; the sides are counted in the order of their first turns. */
static void by_hands(struct str *keys, const struct order *order)
{
	bool first = order->turns[0] < FIRST_SIDE;

	str_add(keys, first ? "" : " Right Right");
	for (int i = 0; i < 2; i++, first = !first)
		str_add(keys, first ? " 1 1 1 1 0 0 0 0 0 1 1 1 1" : " 0 0 0 0 1 1 1 1 1 1 1 1 1 1");
}

static const struct way {
	const char *key;
	void (*type)(struct str *keys, const struct order *order);
	bool knows_who; /* answered: it is kept who has */
} ways[] = {
	{ "1", by_roll_call, true },
	{ "2", by_hands, false },
	{ "3", in_rows, false },
	{ "5", by_passing, true },
};

/* The program */

static void write_file(const char *name, const char *text)
{
	FILE *file = fopen(name, "w");

	ck_assert_ptr_nonnull(file);
	fputs(text, file);
	ck_assert_int_eq(fclose(file), 0);
}

static void call(const char *arguments)
{
	const char *program = getenv("ACCORD"), *top = getenv("srcdir");
	char *command = mem_printf("ACCORD_NOW=2026-11-22T09:00:00 '%s' --database=a.db --banks='%s/tests/banks' %s >out",
		program ? program : "src/accord", top ? top : ".", arguments);

	ck_assert_msg(system(command) == 0, "%s", command);
	free(command);
}

/* Plays an order in a new file; which of the two steps it is. */
static void play(const struct way *way, const struct order *order, bool anonymous)
{
	struct str keys;

	ck_assert(system("rm -f a.db*") == 0);
	write_file("people", "Ada,Marketing\nBea,Marketing\nCleo,Marketing\nDora,Marketing\n"
			     "Emil,IT\nFred,IT\nGus,IT\nHans,IT\nIvo,IT\n");
	str_init(&keys);
	str_printf(&keys, "size 80x24\nkeys%s\nkeys w %s\nwait 2\nkeys", anonymous ? " n" : "", way->key);
	way->type(&keys, order);
	str_add(&keys, "\nwait 3\nshow\nkeys q\n");
	write_file("keys.script", keys.data);
	str_release(&keys);
	call("new --title=T --bank=secret --people=people");
	call("run last --script=keys.script");
}

/* Looking */

/* All tables, a line a row, sorted; what is random has no name of its own. */
static char *dump(sqlite3 *db, const char *session)
{
	sqlite3_stmt *tables, *rows;
	struct str out, sql;

	str_init(&sql);
	str_init(&out);
	str_addc(&out, '\n');
	ck_assert_int_eq(sqlite3_prepare_v2(db, "SELECT name FROM sqlite_schema WHERE type = 'table' ORDER BY name", -1,
				 &tables, NULL), SQLITE_OK);
	while (sqlite3_step(tables) == SQLITE_ROW) {
		const char *table = (const char *)sqlite3_column_text(tables, 0);

		str_clear(&sql);
		str_printf(&sql, "SELECT * FROM \"%s\" ORDER BY %s", table,
			strcmp(table, "ballot") == 0    ? "step, person, side, own, prediction"
			: strcmp(table, "sitting") == 0 ? "session, changes"
							: "1, 2");
		ck_assert_int_eq(sqlite3_prepare_v2(db, sql.data, -1, &rows, NULL), SQLITE_OK);
		while (sqlite3_step(rows) == SQLITE_ROW) {
			str_add(&out, table);
			for (int i = 0; i < sqlite3_column_count(rows); i++) {
				const char *value = (const char *)sqlite3_column_text(rows, i);
				const char *name = sqlite3_column_name(rows, i);
				bool random = (strcmp(table, "ballot") == 0 && strcmp(name, "id") == 0) ||
					      (strcmp(table, "sitting") == 0 && strcmp(name, "token") == 0);

				value = !value ? "null" : random || strcmp(value, session) == 0 ? "some" : value;
				str_printf(&out, " %s=%s", name, value);
			}
			str_addc(&out, '\n');
		}
		sqlite3_finalize(rows);
	}
	sqlite3_finalize(tables);
	str_release(&sql);
	return out.data;
}

static size_t find(const struct str *bytes, const char *what, size_t from)
{
	size_t length = strlen(what);

	for (size_t i = from; i + length <= bytes->length; i++)
		if (memcmp(bytes->data + i, what, length) == 0)
			return i;
	return bytes->length;
}

static void blank(struct str *bytes, const char *what)
{
	for (size_t at = find(bytes, what, 0); at < bytes->length; at = find(bytes, what, at))
		memset(bytes->data + at, '.', strlen(what));
}

/* Takes out the page of the runs of the program, which lies by their random tokens; the tables tell the rest of it. */
static void take_out_sittings(struct str *bytes, sqlite3 *db)
{
	sqlite3_stmt *tokens;
	size_t at = 0;

	ck_assert_int_eq(sqlite3_prepare_v2(db, "SELECT token FROM sitting", -1, &tokens, NULL), SQLITE_OK);
	while (sqlite3_step(tokens) == SQLITE_ROW) {
		size_t found = find(bytes, (const char *)sqlite3_column_text(tokens, 0), 0) / PAGE;

		ck_assert_msg(at == 0 || found == at, "tokens lie on pages %zu and %zu", at, found);
		at = found;
	}
	sqlite3_finalize(tokens);
	ck_assert_uint_lt(at * PAGE, bytes->length);
	memset(bytes->data + at * PAGE, '.', PAGE);
}

/* What one look at the file gives. */
struct look {
	char *tables;     /* everything that SQL tells */
	struct str bytes; /* everything else, without what is random and without the ballots */
	int first;        /* where among the ballots, in the order of the file, that of the first turn lies */
};

/* Takes the ballots, which lie by their random keys, out of the bytes; says where one of them lies. */
static void take_out_ballots(struct look *look, sqlite3 *db, const char *step, int first)
{
	size_t last = 0, start;
	sqlite3_stmt *ballots;
	int up = 0, down = 0, count = 0;

	ck_assert_int_eq(sqlite3_prepare_v2(db, "SELECT id, coalesce(own, '') FROM ballot ORDER BY id", -1, &ballots, NULL),
		SQLITE_OK);
	look->first = -1;
	for (; sqlite3_step(ballots) == SQLITE_ROW; count++) {
		const char *id = (const char *)sqlite3_column_text(ballots, 0);
		size_t at = find(&look->bytes, id, 0);

		ck_assert_msg(at < look->bytes.length, "no ballot '%s' in the file", id);
		ck_assert_msg(find(&look->bytes, id, at + 1) == look->bytes.length, "ballot '%s' twice in the file", id);
		*(at > last ? &up : &down) += last > 0;
		last = at;
		if (atoi((const char *)sqlite3_column_text(ballots, 1)) == first)
			look->first = count;
		/* Before it: head of the record, session, step; behind it: the answers. */
		start = at - strlen(step) - 8 - 10;
		memset(look->bytes.data + start, '.', at + ID + 2 - start);
	}
	sqlite3_finalize(ballots);
	ck_assert_msg(up == 0 || down == 0, "ballots lie in no order of their keys: %d up, %d down", up, down);
}

/* first: what was said first, where that is secret; 0 for a step with names. */
static void look_at(struct look *look, int first)
{
	struct err err = { 0 };
	sqlite3_stmt *found;
	struct stat status;
	sqlite3 *db;
	char session[20];

	/* Nothing is left in the log: it has gone. */
	ck_assert_int_ne(stat("a.db-wal", &status), 0);
	str_init(&look->bytes);
	ck_assert_msg(file_read("a.db", 1 << 22, &look->bytes, &err) == 0, "%s", err.message);
	ck_assert_int_eq(sqlite3_open_v2("a.db", &db, SQLITE_OPEN_READONLY, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_prepare_v2(db, "SELECT id FROM session", -1, &found, NULL), SQLITE_OK);
	ck_assert_int_eq(sqlite3_step(found), SQLITE_ROW);
	snprintf(session, sizeof session, "%s", (const char *)sqlite3_column_text(found, 0));
	sqlite3_finalize(found);
	look->tables = dump(db, session);
	if (first)
		take_out_ballots(look, db, "asked/anonymous", first);
	take_out_sittings(&look->bytes, db);
	blank(&look->bytes, session);
	sqlite3_close(db);
}

static void look_release(struct look *look)
{
	free(look->tables);
	str_release(&look->bytes);
}

static int occurrences(const char *text, const char *what)
{
	int count = 0;

	for (const char *at = text; (at = strstr(at, what)); at++)
		count++;
	return count;
}

static void enter_folder(void)
{
	const char *folder = getenv("TMPDIR");

	ck_assert_int_eq(chdir(folder ? folder : "/tmp"), 0);
}

static void check_same(const struct look *one, const struct look *other, const char *way)
{
	ck_assert_msg(strcmp(one->tables, other->tables) == 0, "way %s: the tables differ:\n%s\n%s", way, one->tables,
		other->tables);
	ck_assert_uint_eq(one->bytes.length, other->bytes.length);
	for (size_t i = 0; i < one->bytes.length; i++)
		ck_assert_msg(one->bytes.data[i] == other->bytes.data[i], "way %s: byte %zu differs (%02x, %02x)", way, i,
			(unsigned char)one->bytes.data[i], (unsigned char)other->bytes.data[i]);
}

START_TEST(the_file_is_the_same_whoever_said_what)
{
	const struct way *way = &ways[_i];
	double sum = 0;
	int runs = 0;
	struct look kept;

	for (size_t o = 0; o < COUNT_OF(orders); o++) {
		for (int run = 0; run < RUNS; run++) {
			struct look look;

			play(way, &orders[o], true);
			look_at(&look, own(orders[o].answers[orders[o].turns[0]]));
			ck_assert_int_ge(look.first, 0);
			sum += look.first;
			if (runs++ == 0) {
				kept = look;
				continue;
			}
			check_same(&kept, &look, way->key);
			look_release(&look);
		}
	}
	ck_assert_int_eq(occurrences(kept.tables, "\nballot "), way->knows_who || _i == 2 ? PEOPLE : 2 * PEOPLE);
	ck_assert_int_eq(occurrences(kept.tables, "\nvoted "), way->knows_who ? PEOPLE : 0);
	ck_assert_int_eq(occurrences(kept.tables, "person=null"), occurrences(kept.tables, "\nballot "));
	/* Whoever was first lies anywhere: in the middle on average, but for a chance of one in a million. */
	if (_i != 1)
		ck_assert_msg(sum / runs > 4 - 3.1 && sum / runs < 4 + 3.1, "the first one is the %.1f. on average", sum / runs);
	look_release(&kept);
}
END_TEST

/* The same look, after the same keys, where names are kept: it tells who said what, and in which order. */
START_TEST(where_there_are_names_the_look_tells)
{
	static const char *const names[] = { "own=1", "own=2", "own=3", "own=4", "own=5", "own=6", "own=7", "own=8",
		"own=9" };
	struct look looks[COUNT_OF(orders)];

	for (size_t o = 0; o < COUNT_OF(orders); o++) {
		play(&ways[0], &orders[o], false);
		look_at(&looks[o], 0);
		for (int person = 0; person < PEOPLE; person++) {
			char *line = mem_printf("person=%d %s prediction=%d", person + 1,
				names[orders[o].answers[person]], guess(orders[o].answers[person]));

			ck_assert_msg(strstr(looks[o].tables, line), "no '%s' in:\n%s", line, looks[o].tables);
			free(line);
		}
	}
	ck_assert_str_ne(looks[0].tables, looks[1].tables);
	ck_assert_str_ne(looks[1].tables, looks[2].tables);
	ck_assert_int_gt(occurrences(looks[0].tables, "\njournal "), PEOPLE);
	ck_assert(memcmp(looks[0].bytes.data, looks[1].bytes.data, looks[0].bytes.length) != 0);
	for (size_t o = 0; o < COUNT_OF(orders); o++)
		look_release(&looks[o]);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("secret-ways");
	TCase *tcase = tcase_create("look");

	tcase_add_checked_fixture(tcase, enter_folder, NULL);
	tcase_add_loop_test(tcase, the_file_is_the_same_whoever_said_what, 0, (int)COUNT_OF(ways));
	tcase_add_test(tcase, where_there_are_names_the_look_tells);
	tcase_set_timeout(tcase, 300);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
