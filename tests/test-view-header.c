/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The first line of a screen: what goes where there is little space, and what stays. */
#include "run.h"

#include "view/header.h"

#include <string.h>

#define CLOCK "\t  06:12 of 16:00\t  09:41"
#define LATE "\t" HEADER_SPARE "  +4 min\t" HEADER_SPARE "  ends 11:04"
#define SHORT "\t" HEADER_WARN HEADER_SPARE "  13:30 of 16:00\t" HEADER_WARN "  3 min left\t  09:41"

static const struct line {
	int width;
	const char *left, *right;
	const char *text, *styles;
} lines[] = {
	{ 30, "Title", "", " Title", " ttttt" },
	{ 30, "A title that is long", "12 sessions", " A title that i\xe2\x80\xa6  12 sessions",
	  " ttttttttttttttt  bbbbbbbbbbb" },
	{ 96, "Title", "Trust 2/5" CLOCK LATE,
	  " Title                                 Trust 2/5   06:12 of 16:00   09:41   +4 min   ends 11:04", NULL },
	{ 80, "Title", "Trust 2/5" CLOCK LATE,
	  " Title                              Trust 2/5   06:12 of 16:00   09:41   +4 min", NULL },
	{ 64, "Title", "Trust 2/5" CLOCK LATE, " Title                       Trust 2/5   06:12 of 16:00   09:41", NULL },
	{ 40, "Title", "Trust 2/5" CLOCK LATE, " Title           06:12 of 16:00   09:41", NULL },
	{ 30, "Title", "Trust 2/5" CLOCK LATE, " Title                  09:41", NULL },
	{ 6, "Title", "Trust 2/5" CLOCK LATE, "  09\xe2\x80\xa6", NULL },
	{ 1, "Title", "Trust 2/5" CLOCK, "", NULL },
	{ 80, "T", "Trust 2/5" SHORT LATE,
	  " T                              Trust 2/5   13:30 of 16:00   3 min left   09:41",
	  " t                              bbbbbbbbb wwwwwwwwwwwwwwww wwwwwwwwwwww bbbbbbb" },
	{ 60, "T", "Trust 2/5" SHORT LATE, " T                           Trust 2/5   3 min left   09:41", NULL },
	{ 40, "T", "Trust 2/5" SHORT LATE, " T                   3 min left   09:41", NULL },
	/* Texts are wide, and may be anybody's. */
	{ 40, "\xe6\x9d\xb1\xe4\xba\xac", "\xe6\x9d\xb1\xe4\xba\xac\t  09:41",
	  " \xe6\x9d\xb1\xe4\xba\xac                      \xe6\x9d\xb1\xe4\xba\xac   09:41", NULL },
	{ 40, "T", "1\t2\t3\t4\t5\t6\t7\t8\t9\ta\tb\tc\td", " T            1 2 3 4 5 6 7 8 9 a b c d", NULL },
};

START_TEST(what_fits)
{
	const struct line *line = &lines[_i];
	struct grid grid;
	struct str dump;
	char *end, *styles;

	str_init(&dump);
	grid_init(&grid, line->width, 1);
	grid_clear(&grid);
	header_draw(&grid, line->left, line->right);
	grid_dump(&grid, true, &dump);
	end = strchr(dump.data, '\n');
	*end = '\0';
	/* At the right edge there is a margin of a column. */
	ck_assert_str_eq(dump.data, line->text);
	styles = end + 1;
	styles[strcspn(styles, "\n")] = '\0';
	if (line->styles)
		ck_assert_str_eq(styles, line->styles);
	grid_release(&grid);
	str_release(&dump);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("view-header");
	TCase *tcase = tcase_create("header");

	tcase_add_loop_test(tcase, what_fits, 0, (int)COUNT_OF(lines));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
