# Tests of base; the head of tests/local.mk says how to add one.
