# Tests of report; the head of tests/local.mk says how to add one.
check_PROGRAMS += tests/test-compare tests/test-html tests/test-markdown tests/test-report

tests_test_compare_SOURCES = tests/test-compare.c
tests_test_html_SOURCES = tests/test-html.c
tests_test_markdown_SOURCES = tests/test-markdown.c
tests_test_report_SOURCES = tests/test-report.c
