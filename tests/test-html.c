/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The page for the browser: whatever a text holds stays text, and each part is told in words. */
#include "report/html.h"

#include "base/mem.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

#define EVIL "<script>alert(\"1\")</script> & 'x' ]]> --> </title>\njavascript:x"
#define TAMED "&lt;script&gt;alert(&quot;1&quot;)&lt;/script&gt; &amp; &#39;x&#39; ]]&gt; --&gt; &lt;/title&gt;"
#define FLAT TAMED " javascript:x"

/* The page from its body on. */
static char *page_of(struct doc *doc, const char *language)
{
	struct str out;

	str_init(&out);
	html_write(doc, language, &out);
	doc_release(doc);
	return out.data;
}

static void has(const char *page, const char *part)
{
	ck_assert_msg(strstr(page, part) != NULL, "'%s' is not in:\n%s", part, strstr(page, "<body>"));
}

static int times(const char *page, const char *part)
{
	int count = 0;

	for (page = strstr(page, part); page; page = strstr(page + 1, part))
		count++;
	return count;
}

/* The evil text wherever a document takes one. */
static void write_evil(struct doc *doc)
{
	doc_heading(doc, 1, EVIL);
	doc_text(doc, STYLE_NORMAL, EVIL);
	doc_divider(doc, EVIL);
	doc_number(doc, EVIL);
	doc_bullet(doc, STYLE_NORMAL, EVIL);
	doc_marked(doc, STYLE_NORMAL, EVIL, EVIL);
	doc_heading(doc, 3, EVIL);
	doc_table(doc, 5, (const char *const[]){ EVIL, EVIL, "", "", "" });
	for (int i = 0; i < 5; i++)
		doc_cell(doc, STYLE_NORMAL, EVIL);
	doc_spoken(doc, EVIL);
	doc_dots(doc, 2, EVIL, EVIL);
	doc_dots_row(doc, 0, EVIL, EVIL, (const int[]){ 1, 0 });
	doc_dots_row(doc, 1, EVIL, EVIL, NULL);
	doc_dots(doc, 2, EVIL, EVIL);
	doc_dots_row(doc, 1, EVIL, "", (const int[]){ 1, 0 });
	doc_dots_line(doc, EVIL, EVIL);
	doc_bars(doc, EVIL, EVIL);
	doc_bar(doc, EVIL, 1, 21);
	doc_range(doc, 30, 45, (const char *const[]){ EVIL, EVIL }, 2);
}

START_TEST(keeps_text_text)
{
	struct doc doc = { 0 };
	char *page;

	write_evil(&doc);
	page = page_of(&doc, "en\"><script>");
	ck_assert_int_eq(times(page, "<script"), 0);
	ck_assert_int_eq(times(page, "</title>\n"), 1);
	has(page, "<html lang=\"en&quot;&gt;&lt;script&gt;\">");
	has(page, "<title>" FLAT "</title>");
	has(page, "<h1>" FLAT "</h1>");
	has(page, "<p>" TAMED "<br>javascript:x</p>");
	has(page, "aria-label=\"" FLAT "\"");
	ck_assert_int_eq(times(page, "javascript:x"), times(page, TAMED "<br>javascript:x") + times(page, FLAT));
	free(page);
}
END_TEST

START_TEST(tells_charts_in_words)
{
	struct doc doc = { 0 };
	char *page;

	doc_heading(&doc, 3, "Same planet?");
	doc_dots(&doc, 3, "no", "yes");
	doc_dots_row(&doc, 0, "Sales (3)", "own", (const int[]){ 2, 0, 1 });
	doc_dots_row(&doc, 0, "Sales (3)", "guess", (const int[]){ 0, 0, 0 });
	doc_dots_row(&doc, 1, "IT (1)", "own: too few to show", NULL);
	doc_bars(&doc, "Sales", "IT");
	doc_bar(&doc, "Speed", 2, -1);
	doc_range(&doc, 30, 45, (const char *const[]){ "apart", "joined" }, 2);
	page = page_of(&doc, NULL);
	has(page, "<html lang=\"en\">");
	has(page, "<title>Sales (3): Same planet?</title>"
		  "<desc>own: 2 at 1, 1 at 3; guess: none; 1 no, 3 yes</desc>");
	has(page, "<span class=\"none\">own: too few to show</span>");
	has(page, "<title>Speed</title><desc>Sales 2, IT not shown</desc>");
	has(page, "<desc>30\xe2\x80\x93" "45 / 100</desc>");
	/* A dot for each answer: filled for what was said, and in the keys of both sides and both charts. */
	ck_assert_int_eq(times(page, "<circle class=\"a\""), 3 + 2 + 2);
	ck_assert_int_eq(times(page, "<path class=\"b\""), 2);
	free(page);
}
END_TEST

START_TEST(has_contents_and_tasks)
{
	struct doc doc = { 0 };
	char *page;

	doc_heading(&doc, 1, "A day");
	doc_text(&doc, STYLE_NORMAL, "Acme");
	for (int i = 0; i < 4; i++)
		doc_heading(&doc, 2, "Part");
	doc_marked(&doc, STYLE_NORMAL, "[x]", "Call Ada");
	doc_marked(&doc, STYLE_NORMAL, "[-]", "Call Cy");
	doc_marked(&doc, STYLE_NORMAL, "[>]", "Call Di");
	doc_marked(&doc, STYLE_NORMAL, "[ ]", "Call Bo");
	doc_marked(&doc, STYLE_DIM, " ", "soon");
	page = page_of(&doc, "he-IL");
	has(page, "<html lang=\"he-IL\" dir=\"rtl\">");
	has(page, "<a href=\"#s4\">Part</a>");
	has(page, "<h2 id=\"s4\">Part</h2>");
	has(page, "aria-label=\"done\"");
	has(page, "aria-label=\"dropped\"");
	has(page, "aria-label=\"carried\"");
	ck_assert_int_eq(times(page, "<li class=\"task\">"), 4);
	has(page, "Call Bo</div><div class=\"dim\">soon</div></li>\n</ul>");
	ck_assert_int_eq(times(page, "<section"), 4);
	ck_assert_int_eq(times(page, "</section>"), 4);
	free(page);
}
END_TEST

START_TEST(keeps_short_cells_whole)
{
	struct doc doc = { 0 };
	char *page;

	doc_table(&doc, 3, (const char *const[]){ "Date", ">People", "What was said beside it" });
	doc_cell(&doc, STYLE_STRONG, "2026-10-23");
	doc_cell(&doc, STYLE_NORMAL, "12");
	doc_cell(&doc, STYLE_NORMAL, "28 of 28 questions");
	page = page_of(&doc, "en");
	has(page, "<th scope=\"col\" class=\"n\">Date</th><th scope=\"col\" class=\"r n\">People</th>");
	has(page, "<td class=\"strong n\">2026-10-23</td><td class=\"r n\">12</td><td>28 of 28 questions</td>");
	free(page);
}
END_TEST

START_TEST(may_be_empty)
{
	struct doc doc = { 0 };
	char *page = page_of(&doc, "en");

	has(page, "<title>accord</title>");
	has(page, "</main>\n</body>\n</html>\n");
	ck_assert_int_eq(times(page, "<nav"), 0);
	free(page);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("html");
	TCase *tc = tcase_create("html");

	tcase_add_test(tc, keeps_text_text);
	tcase_add_test(tc, tells_charts_in_words);
	tcase_add_test(tc, has_contents_and_tasks);
	tcase_add_test(tc, keeps_short_cells_whole);
	tcase_add_test(tc, may_be_empty);
	suite_add_tcase(suite, tc);
	return run_suite(suite);
}
