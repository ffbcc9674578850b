# Tests of base, and of people read from lines; the head of tests/local.mk says how to add one.
check_PROGRAMS += \
	tests/test-base-date \
	tests/test-base-file \
	tests/test-base-match \
	tests/test-base-mem \
	tests/test-base-text \
	tests/test-people

tests_test_base_date_SOURCES = tests/test-base-date.c
tests_test_base_file_SOURCES = tests/test-base-file.c
tests_test_base_match_SOURCES = tests/test-base-match.c
tests_test_base_mem_SOURCES = tests/test-base-mem.c
tests_test_base_text_SOURCES = tests/test-base-text.c
tests_test_people_SOURCES = tests/test-people.c
