# Tests of report; the head of tests/local.mk says how to add one.
check_PROGRAMS += tests/test-compare tests/test-html tests/test-markdown tests/test-report

tests_test_compare_SOURCES = tests/test-compare.c
tests_test_html_SOURCES = tests/test-html.c
tests_test_markdown_SOURCES = tests/test-markdown.c
tests_test_report_SOURCES = tests/test-report.c

dist_check_SCRIPTS += tests/browser.sh tests/markdown.sh
EXTRA_DIST += tests/browser.py

# The pages for the browser in a browser, the full accounts as well.
check-browser: src/accord$(EXEEXT)
	BROWSER_FULL=1 $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/browser.sh

.PHONY: check-browser
