# Tests of bank, and of the nodes and the model that it fills.
check_PROGRAMS += \
	tests/test-bank \
	tests/test-bank-bad \
	tests/test-bank-find \
	tests/test-bank-shipped \
	tests/test-node

tests_test_bank_SOURCES = tests/test-bank.c
tests_test_bank_bad_SOURCES = tests/test-bank-bad.c
tests_test_bank_find_SOURCES = tests/test-bank-find.c
tests_test_bank_shipped_SOURCES = tests/test-bank-shipped.c
tests_test_node_SOURCES = tests/test-node.c

EXTRA_DIST += \
	tests/banks/breaks.yaml \
	tests/banks/charter.yaml \
	tests/banks/full.json \
	tests/banks/full.yaml \
	tests/banks/hidden.yaml \
	tests/banks/hostile.yaml \
	tests/banks/laughs.yaml \
	tests/banks/many.yaml \
	tests/banks/rounds.yaml \
	tests/banks/sales-engineering.yaml \
	tests/banks/stakes.yaml \
	tests/banks/unclosed.yaml \
	tests/banks/secret.yaml \
	tests/banks/votes.yaml
