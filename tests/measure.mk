# Tests of measure; the head of tests/local.mk says how to add one.
