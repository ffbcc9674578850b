# Tests of view; the head of tests/local.mk says how to add one.
check_PROGRAMS += \
	tests/test-view-field \
	tests/test-view-grid \
	tests/test-view-header \
	tests/test-view-key \
	tests/test-view-layout

tests_test_view_field_SOURCES = tests/test-view-field.c
tests_test_view_grid_SOURCES = tests/test-view-grid.c
tests_test_view_header_SOURCES = tests/test-view-header.c
tests_test_view_key_SOURCES = tests/test-view-key.c
tests_test_view_layout_SOURCES = tests/test-view-layout.c
