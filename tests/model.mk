# Tests of model; the head of tests/local.mk says how to add one.
check_PROGRAMS += tests/test-session

tests_test_session_SOURCES = tests/test-session.c
