# Tests of terminal; the head of tests/local.mk says how to add one.
check_PROGRAMS += \
	tests/test-term-looks \
	tests/test-terminal-delay \
	tests/test-terminal-end \
	tests/test-terminal-full \
	tests/test-terminal-kinds \
	tests/test-terminal-many \
	tests/test-terminal-room \
	tests/test-terminal-mouse \
	tests/test-terminal-plain \
	tests/test-terminal-storm
dist_check_SCRIPTS += tests/plain.sh tests/terminal-tmux.sh
EXTRA_DIST += tests/plain/workshop.heard tests/plain/workshop.typed

tests_test_term_looks_LDADD = $(LDADD) -lm

# accord on a terminal of its own, and a session to hold there.
pty_cppflags = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
check_LIBRARIES += tests/libpty.a
tests_libpty_a_SOURCES = \
	tests/terminal/emulator.c tests/terminal/emulator.h \
	tests/terminal/pty.c tests/terminal/pty.h \
	tests/terminal/room.c tests/terminal/room.h \
	tests/terminal/held.c tests/terminal/held.h
tests_libpty_a_CPPFLAGS = $(pty_cppflags)
tests_libpty_a_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)

tests_test_terminal_end_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_end_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_full_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_full_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_kinds_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_kinds_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_many_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_many_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_mouse_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_mouse_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_storm_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_storm_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_plain_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_plain_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_room_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_room_LDADD = tests/libpty.a $(LDADD)
tests_test_terminal_delay_CPPFLAGS = $(pty_cppflags)
tests_test_terminal_delay_LDADD = tests/libpty.a $(LDADD)

# How long a change takes to the audience's screen, and what waiting costs.
benchmark-live: src/accord$(EXEEXT) tests/test-terminal-delay$(EXEEXT)
	@ACCORD_CHANGES=200 ACCORD_IDLE=5 $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/test-terminal-delay >benchmark.out || \
		{ cat benchmark.out; exit 1; }
	@grep '^# .* ms\|^# wake-ups' tests/test-terminal-delay.log
CLEANFILES += benchmark.out

# How long a key takes with ten thousand sessions: at home, in the search, in the list of actions.
benchmark-many: src/accord$(EXEEXT) tests/test-terminal-many$(EXEEXT)
	@ACCORD_SESSIONS=10000 $(MAKE) $(AM_MAKEFLAGS) check TESTS=tests/test-terminal-many >benchmark.out; \
		status=$$?; grep '^# .* ms' tests/test-terminal-many.log || cat benchmark.out; exit $$status

.PHONY: benchmark-live benchmark-many
