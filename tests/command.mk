# Tests of command; the head of tests/local.mk says how to add one.
dist_check_SCRIPTS += \
	tests/bell.sh \
	tests/command-actions.sh \
	tests/command-compare.sh \
	tests/command-bank.sh \
	tests/command-completion.sh \
	tests/command-csv.sh \
	tests/command-database.sh \
	tests/command-export.sh \
	tests/command-follow.sh \
	tests/command-handout.sh \
	tests/command-ics.sh \
	tests/command-import-list.sh \
	tests/command-import.sh \
	tests/command-keys.sh \
	tests/command-present.sh \
	tests/command-search.sh \
	tests/command-session.sh \
	tests/command-terminal.sh \
	tests/command-usage.sh \
	tests/command-vote.sh \
	tests/keystrokes.sh \
	tests/manual.sh

EXTRA_DIST += tests/call.sh tests/ics-check.py
