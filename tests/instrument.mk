# Tests of instrument; the head of tests/local.mk says how to add one.
check_PROGRAMS += tests/test-cell
tests_test_cell_SOURCES = tests/test-cell.c

check_PROGRAMS += tests/test-listing
tests_test_listing_SOURCES = tests/test-listing.c

check_PROGRAMS += tests/test-findings
tests_test_findings_SOURCES = tests/test-findings.c
