# Tests of screen; the head of tests/local.mk says how to add one.

# Scripts of keys with their screens beside them.
dist_check_SCRIPTS += tests/scripts.sh
EXTRA_DIST += tests/play tests/update-scripts tests/scripts/two-hours.script tests/scripts/two-hours.txt
