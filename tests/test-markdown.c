/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Markdown: whatever a text holds stays text, and each kind of block reads well. */
#include "report/markdown.h"

#include "base/mem.h"
#include "run.h"

#include <stdlib.h>

#define SEAM "<!-- -->"

static const struct {
	const char *text;
	bool line;
	const char *want;
} escapes[] = {
	{ "plain words, 2.5 of 5 - fine!", true, "plain words, 2.5 of 5 - fine!" },
	{ "<script>alert(1)</script>", true, "\\<script>alert(1)\\</script>" },
	{ "*a* _b_ `c` ~d~ [e](f) ![g](h)", true, "\\*a\\* \\_b\\_ \\`c\\` \\~d\\~ \\[e\\](f) !\\[g\\](h)" },
	{ "snake_case_name", true, "snake_case_name" },
	{ "a\\b", true, "a\\\\b" },
	{ "a | b", false, "a \\| b" },
	{ "# no heading", true, "\\# no heading" },
	{ "no # heading", true, "no # heading" },
	{ "# no heading", false, "# no heading" },
	{ "> no quote", true, "\\> no quote" },
	{ "- no item", true, "\\- no item" },
	{ "+ no item", true, "\\+ no item" },
	{ "=== no rule", true, "\\=== no rule" },
	{ "12. no item", true, "12\\. no item" },
	{ "12) no item", true, "12\\) no item" },
	{ "12.5 days", false, "12.5 days" },
	{ "    no code", true, "no code" },
	{ "&lt; AT&T, R & D, &#60;", true, "\\&lt; AT\\&T, R & D, \\&#" SEAM "60;" },
	{ "http://x.example www.x.example", true, "http\\://x.example www\\.x.example" },
	{ "ada@x.example asks @bo about #12", true,
	  "ada@" SEAM "x.example asks @" SEAM "bo about #" SEAM "12" },
	{ "costs $5 or $6$", true, "costs \\$5 or \\$6\\$" },
	{ "one\n# two\n3. three", true, "one\n\\# two\n3\\. three" },
	{ "高橋 健_x_", true, "高橋 健_x\\_" },
	{ "", true, "" },
};

START_TEST(escapes_what_would_be_markup)
{
	struct str out;

	str_init(&out);
	markdown_escape(escapes[_i].text, escapes[_i].line, &out);
	ck_assert_str_eq(out.data, escapes[_i].want);
	str_release(&out);
}
END_TEST

static void is(struct doc *doc, const char *want)
{
	struct str out;

	str_init(&out);
	markdown_write(doc, &out);
	ck_assert_str_eq(out.data, want);
	str_release(&out);
	doc_release(doc);
}

START_TEST(writes_headings_and_paragraphs)
{
	struct doc doc = { 0 };

	doc_heading(&doc, 1, "A day *off*");
	doc_text(&doc, STYLE_NORMAL, "1. one\n# two\n\nthree");
	doc_gap(&doc);
	doc_divider(&doc, "Same planet? ##");
	doc_number(&doc, "2");
	doc_text(&doc, STYLE_STRONG, "Bold_ words\nhere ");
	doc_line(&doc, STYLE_NORMAL, "- a line");
	is(&doc, "# A day \\*off\\*\n\n"
		 "1\\. one\\\n\\# two\n\nthree\n\n"
		 "## 2  Same planet? #\\#\n\n"
		 "**Bold\\_ words here**\n\n"
		 "\\- a line\n");
}
END_TEST

START_TEST(writes_lists)
{
	struct doc doc = { 0 };

	doc_bullet(&doc, STYLE_NORMAL, "one\n- more of it\n\nand more");
	doc_marked(&doc, STYLE_DIM, " ", "below it");
	doc_marked(&doc, STYLE_NORMAL, "[x]", "done");
	doc_marked(&doc, STYLE_NORMAL, "[ ]", "to do");
	doc_marked(&doc, STYLE_NORMAL, "Note*:", "1. kept");
	doc_gap(&doc);
	doc_text(&doc, STYLE_NORMAL, "end");
	is(&doc, "- one\\\n  \\- more of it\n\n  and more\\\n  below it\n"
		 "- [x] done\n- [ ] to do\n"
		 "- **Note\\*:** 1. kept\n\nend\n");
}
END_TEST

START_TEST(writes_tables)
{
	struct doc doc = { 0 };

	doc_table(&doc, 2, (const char *const[]){ "Na|me", ">Days" });
	doc_cell(&doc, STYLE_NORMAL, "a | b\nc");
	doc_cell(&doc, STYLE_NORMAL, "-");
	doc_cell(&doc, STYLE_STRONG, "most");
	doc_cell(&doc, STYLE_NORMAL, "");
	is(&doc, "| Na\\|me | Days |\n| --- | ---: |\n| a \\| b<br>c | - |\n| **most** |  |\n");
}
END_TEST

START_TEST(writes_charts)
{
	struct doc doc = { 0 };

	doc_dots(&doc, 3, "no", "yes");
	doc_dots_row(&doc, 0, "A|B (15)", "own", (const int[]){ 2, 0, 13 });
	doc_dots_row(&doc, 1, "IT (1)", "own: too few to show", NULL);
	doc_bars(&doc, "A|B", "IT");
	doc_bar(&doc, "1. *x*", 2, -1);
	doc_bar(&doc, "y", 0, 20);
	is(&doc, "| | 1 | 2 | 3 |\n| --- | :---: | :---: | :---: |\n"
		 "| A\\|B (15), own | ●● | · | 13● |\n"
		 "| IT (1), own: too few to show |  |  |  |\n\n1 no · 3 yes\n\n"
		 "| | A\\|B | IT |\n| --- | --- | --- |\n"
		 "| 1. \\*x\\* | 2 ●● | not shown |\n| y | 0 | 20● |\n");
}
END_TEST

START_TEST(writes_small_charts_in_a_line)
{
	struct doc doc = { 0 };

	doc_dots(&doc, 3, "no", "yes");
	doc_dots_row(&doc, 0, "- A", "", (const int[]){ 2, 0, 1 });
	doc_dots_row(&doc, 1, "IT", "too few", NULL);
	doc_dots_line(&doc, "what a screen shows", "2.1 apart: open");
	is(&doc, "\\- A `●● · ●`; IT too few; **2.1 apart: open**\n");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("markdown");
	TCase *tc = tcase_create("markdown");

	tcase_add_loop_test(tc, escapes_what_would_be_markup, 0, (int)COUNT_OF(escapes));
	tcase_add_test(tc, writes_headings_and_paragraphs);
	tcase_add_test(tc, writes_lists);
	tcase_add_test(tc, writes_tables);
	tcase_add_test(tc, writes_charts);
	tcase_add_test(tc, writes_small_charts_in_a_line);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
