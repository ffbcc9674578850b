# Tests of store; the head of tests/local.mk says how to add one.
