# Tests of report; the head of tests/local.mk says how to add one.
check_PROGRAMS += tests/test-compare tests/test-html tests/test-markdown tests/test-report

tests_test_compare_SOURCES = tests/test-compare.c
tests_test_html_SOURCES = tests/test-html.c
tests_test_markdown_SOURCES = tests/test-markdown.c
tests_test_report_SOURCES = tests/test-report.c

dist_check_SCRIPTS += tests/markdown.sh

# The page for the browser in a browser: not part of make check, as few machines have one.
EXTRA_DIST += tests/browser.py tests/browser.sh
check-browser: src/accord$(EXEEXT)
	@$(AM_TESTS_ENVIRONMENT) unset HARNESS_ACTIVE; "$$srcdir/tests/browser.sh"

.PHONY: check-browser
