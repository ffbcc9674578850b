# Tests of screen and instrument; the head of tests/local.mk says how to add one.

# Instruments and screens over a store in memory, under keys by chance.
check_LIBRARIES += tests/libroom.a
tests_libroom_a_SOURCES = tests/room.c tests/room.h
tests_libroom_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_libroom_a_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)

check_PROGRAMS += tests/test-analyses tests/test-instrument tests/test-instrument-draft tests/test-screen-drafts \
	tests/test-screen-keys tests/test-screen-settings
tests_test_screen_settings_SOURCES = tests/test-screen-settings.c
tests_test_analyses_SOURCES = tests/test-analyses.c
tests_test_analyses_LDADD = tests/libroom.a $(LDADD)
tests_test_instrument_SOURCES = tests/test-instrument.c
tests_test_instrument_LDADD = tests/libroom.a $(LDADD)
check_PROGRAMS += tests/test-present
tests_test_present_SOURCES = tests/test-present.c
tests_test_present_LDADD = tests/libroom.a $(LDADD)
check_PROGRAMS += tests/test-instrument-votes
tests_test_instrument_votes_SOURCES = tests/test-instrument-votes.c
tests_test_instrument_votes_LDADD = tests/libroom.a $(LDADD)
check_PROGRAMS += tests/test-demo
tests_test_demo_SOURCES = tests/test-demo.c tests/store-fixture.c tests/store-fixture.h
tests_test_demo_LDADD = tests/libroom.a $(LDADD)
tests_test_screen_drafts_SOURCES = tests/test-screen-drafts.c tests/store-fixture.c tests/store-fixture.h
tests_test_screen_drafts_LDADD = tests/libroom.a $(LDADD)
tests_test_instrument_draft_SOURCES = tests/test-instrument-draft.c
tests_test_instrument_draft_LDADD = tests/libroom.a $(LDADD)
tests_test_screen_keys_SOURCES = tests/test-screen-keys.c tests/kept.c tests/kept.h tests/store-fixture.c \
	tests/store-fixture.h
tests_test_screen_keys_LDADD = tests/libroom.a $(LDADD)

# Ten thousand keys on every screen, rather than some of them; at its best in a build with sanitizers.
check-storm:
	STORM_KEYS=10000 $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/test-screen-keys

.PHONY: check-storm

# Scripts of keys with their screens beside them.
dist_check_SCRIPTS += tests/scripts.sh tests/sides.sh tests/key-names.sh
EXTRA_DIST += tests/play tests/update-scripts \
	tests/scripts/actions.script tests/scripts/agenda.script \
	tests/scripts/anonymous.script \
	tests/scripts/bands.script tests/scripts/carried.script \
	tests/scripts/charter.script \
	tests/scripts/clock.script \
	tests/scripts/compare.script \
	tests/scripts/day.md tests/scripts/day.people tests/scripts/day.script tests/scripts/day.txt \
	tests/scripts/decisions.script \
	tests/scripts/draft.script tests/scripts/drop.script \
	tests/scripts/export.script \
	tests/scripts/filter.script \
	tests/scripts/follow-many.script \
	tests/scripts/follow.script \
	tests/scripts/gaps.people tests/scripts/gaps.script \
	tests/scripts/halt.script tests/scripts/halt.txt \
	tests/scripts/hidden.script \
	tests/scripts/home.script \
	tests/scripts/hostile.md tests/scripts/hostile.script tests/scripts/hostile.txt \
	tests/scripts/items.script \
	tests/scripts/last-time.script \
	tests/scripts/late.script \
	tests/scripts/links.script \
	tests/scripts/models.script \
	tests/scripts/mouse.script \
	tests/scripts/narrow.script \
	tests/scripts/offered.script \
	tests/scripts/pairs.script \
	tests/scripts/pass.script \
	tests/scripts/peek.script tests/scripts/preview.csv tests/scripts/preview.script \
	tests/scripts/people.script \
	tests/scripts/plan.script tests/scripts/plan.txt \
	tests/scripts/present-asking.keys tests/scripts/present-asking.script \
	tests/scripts/present-closing.keys tests/scripts/present-closing.script \
	tests/scripts/present-register.keys tests/scripts/present-register.script \
	tests/scripts/present-result.keys tests/scripts/present-result.script \
	tests/scripts/present-waiting.script \
	tests/scripts/private.script \
	tests/scripts/prompt.script \
	tests/scripts/rank.script \
	tests/scripts/rebound.script tests/scripts/retract.script tests/scripts/rounds.script \
	tests/scripts/register.script \
	tests/scripts/rollcall.script \
	tests/scripts/sales-engineering.script tests/scripts/sales-engineering.txt \
	tests/scripts/search-within.script \
	tests/scripts/search.script \
	tests/scripts/seat.keys tests/scripts/seat.people tests/scripts/seat.script \
	tests/scripts/setup.script \
	tests/scripts/sizes.people tests/scripts/sizes.script \
	tests/scripts/sleep.script \
	tests/scripts/stakes.script tests/scripts/stakes.txt \
	tests/scripts/summary.script \
	tests/scripts/tally.script \
	tests/scripts/two-hours.md tests/scripts/two-hours.script tests/scripts/two-hours.txt \
	tests/scripts/unanswered.script \
	tests/scripts/undo.keys tests/scripts/undo.script \
	tests/scripts/vendors.script \
	tests/scripts/ways.script \
	tests/scripts/wide.script
