# The test suite: automake's parallel harness, every test speaking TAP.
#
# Each folder has its fragment, tests/FOLDER.mk. A C test, which builds a Suite and ends in
# `return run_suite(suite)` from "run.h":
#	check_PROGRAMS += tests/test-x
#	tests_test_x_SOURCES = tests/test-x.c
# A script, executable, that sources "$srcdir/tests/tap.sh" and ends in tap_end:
#	dist_check_SCRIPTS += tests/x.sh
# Files that tests read:
#	EXTRA_DIST += tests/golden/x.txt
#
# A test is started in the top of the build tree. It finds in its environment
#	srcdir, builddir   absolute
#	ACCORD             the program just built
#	ACCORD_BANKS       the shipped banks
#	TMPDIR, HOME       a fresh, empty folder of its own; the XDG folders lie in it
# with LC_ALL=C.UTF-8 and TZ=UTC.

TEST_EXTENSIONS = .sh
LOG_DRIVER = env AM_TAP_AWK='$(AWK)' $(SHELL) $(top_srcdir)/build-aux/tap-driver.sh
SH_LOG_DRIVER = $(LOG_DRIVER)
TESTS = $(check_PROGRAMS) $(dist_check_SCRIPTS)

# HARNESS_ACTIVE is what prove sets as well: results are read from the TAP, not the exit status.
AM_TESTS_ENVIRONMENT = \
	srcdir='$(abs_srcdir)'; builddir='$(abs_builddir)'; \
	TMPDIR='$(abs_builddir)/tests/tmp/$(@F:.log=)'; HOME=$$TMPDIR/home; \
	rm -rf "$$TMPDIR" && mkdir -p "$$HOME" || exit 99; \
	XDG_DATA_HOME=$$HOME/data; XDG_CONFIG_HOME=$$HOME/config; \
	XDG_STATE_HOME=$$HOME/state; XDG_CACHE_HOME=$$HOME/cache; \
	XDG_DATA_DIRS=$$HOME/share; XDG_RUNTIME_DIR=$$HOME/run; \
	ACCORD='$(abs_builddir)/src/accord$(EXEEXT)'; \
	ACCORD_BANKS='$(abs_srcdir)/data/banks'; \
	LC_ALL=C.UTF-8; TZ=UTC; HARNESS_ACTIVE=1; \
	export srcdir builddir TMPDIR HOME XDG_DATA_HOME XDG_CONFIG_HOME XDG_STATE_HOME \
		XDG_CACHE_HOME XDG_DATA_DIRS XDG_RUNTIME_DIR ACCORD ACCORD_BANKS LC_ALL TZ \
		HARNESS_ACTIVE; \
	unset ACCORD_DATABASE ACCORD_NOW LANGUAGE NO_COLOR COLUMNS LINES;

check_LIBRARIES += tests/librun.a
tests_librun_a_SOURCES = tests/run.c tests/run.h
tests_librun_a_CPPFLAGS = $(AM_CPPFLAGS) -I$(top_srcdir)/tests
tests_librun_a_CFLAGS = $(AM_CFLAGS) $(CHECK_CFLAGS)

# What every C test links, being the default for programs without an LDADD of their own.
LDADD = tests/librun.a src/libaccord.a $(CHECK_LIBS) $(accord_libs)

EXTRA_DIST += tests/tap.sh tests/check-layers
dist_check_SCRIPTS += tests/check-layers.sh tests/check-potfiles.sh tests/bootstrap.sh

include tests/base.mk
include tests/model.mk
include tests/view.mk
include tests/measure.mk
include tests/instrument.mk
include tests/bank.mk
include tests/store.mk
include tests/report.mk
include tests/screen.mk
include tests/command.mk
include tests/fuzz.mk
include tests/terminal.mk

# The C tests once more, under valgrind; one process each, so that a leak cannot hide in a child. Those on a terminal
# only look on: in their place the scripts of keys are played.
valgrind = $(VALGRIND) -q --error-exitcode=99 $(valgrind_leaks)
valgrind_leaks = --leak-check=full --show-leak-kinds=definite,indirect,possible \
	--errors-for-leak-kinds=definite,indirect,possible

valgrind_tests = $(check_PROGRAMS)

# A sample that takes minutes rather than a quarter of an hour: what has most to do with memory, and a whole workshop.
# The sanitizers look on in all tests.
valgrind_sample = \
	tests/test-analyses \
	tests/test-bank \
	tests/test-findings \
	tests/test-instrument-draft \
	tests/test-instrument-votes \
	tests/test-report \
	tests/test-session \
	tests/test-store-open \
	tests/test-store-session \
	tests/test-view-layout

check-valgrind-sample:
	SCRIPTS=two-hours $(MAKE) $(AM_MAKEFLAGS) check-valgrind valgrind_tests='$(valgrind_sample)'

check-valgrind: $(check_LIBRARIES) $(check_PROGRAMS) src/accord$(EXEEXT)
if SANITIZE
	@echo "check-valgrind: valgrind cannot run a build with sanitizers" >&2; exit 1
else
	@test -n '$(VALGRIND)' || \
		{ echo "check-valgrind: configure has not found valgrind" >&2; exit 1; }
	$(AM_V_at)tests=; for test in $(valgrind_tests); do \
		case $$test in tests/test-terminal-*) ;; *) tests="$$tests $$test" ;; esac; \
	done; \
	CK_FORK=no TEST_SLOWNESS=20 $(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS="$$tests" \
		TEST_SUITE_LOG=check-valgrind.log LOG_COMPILER='$(VALGRIND)' \
		AM_LOG_FLAGS='-q --error-exitcode=99 $(valgrind_leaks)'
	$(AM_V_at)WRAP='$(valgrind)' $(MAKE) $(AM_MAKEFLAGS) check-TESTS TESTS=tests/scripts.sh \
		TEST_SUITE_LOG=check-valgrind-scripts.log
endif

CLEANFILES += check-valgrind.log check-valgrind-scripts.log

clean-local:
	rm -rf tests/tmp

.PHONY: check-valgrind check-valgrind-sample
