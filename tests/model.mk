# Tests of model; the head of tests/local.mk says how to add one.
check_PROGRAMS += tests/test-archive tests/test-plan tests/test-session

tests_test_archive_SOURCES = tests/test-archive.c
tests_test_plan_SOURCES = tests/test-plan.c
tests_test_session_SOURCES = tests/test-session.c
