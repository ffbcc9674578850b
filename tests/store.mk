# Tests of store; the head of tests/local.mk says how to add one.
check_PROGRAMS += \
	tests/test-store-actions \
	tests/test-store-archive \
	tests/test-store-change \
	tests/test-store-clock \
	tests/test-store-crash \
	tests/test-store-follow \
	tests/test-store-live \
	tests/test-store-open \
	tests/test-store-retract \
	tests/test-store-search \
	tests/test-store-seats \
	tests/test-secret-ways \
	tests/test-store-secret \
	tests/test-store-session \
	tests/test-store-undo

store_fixture = tests/store-fixture.c tests/store-fixture.h

tests_test_store_actions_SOURCES = tests/test-store-actions.c $(store_fixture)
tests_test_store_archive_SOURCES = tests/test-store-archive.c $(store_fixture)
tests_test_store_change_SOURCES = tests/test-store-change.c $(store_fixture)
tests_test_store_clock_SOURCES = tests/test-store-clock.c $(store_fixture)
tests_test_store_crash_SOURCES = tests/test-store-crash.c $(store_fixture)
tests_test_store_follow_SOURCES = tests/test-store-follow.c $(store_fixture)
tests_test_store_live_SOURCES = tests/test-store-live.c $(store_fixture)
tests_test_store_open_SOURCES = tests/test-store-open.c $(store_fixture)
tests_test_store_retract_SOURCES = tests/test-store-retract.c $(store_fixture)
tests_test_store_search_SOURCES = tests/test-store-search.c $(store_fixture)
tests_test_store_seats_SOURCES = tests/test-store-seats.c $(store_fixture)
tests_test_secret_ways_SOURCES = tests/test-secret-ways.c
tests_test_store_secret_SOURCES = tests/test-store-secret.c $(store_fixture)
tests_test_store_session_SOURCES = tests/test-store-session.c $(store_fixture)
tests_test_store_undo_SOURCES = tests/test-store-undo.c $(store_fixture)
