# Manual pages. The keys in accord.1 come from the program's own table.

dist_man_MANS += man/accord.1 man/accord-bank.5 man/accord-config.5 man/accord-json.5
EXTRA_DIST += man/insert-keys

noinst_PROGRAMS = tests/print-keys
tests_print_keys_SOURCES = tests/print-keys.c
tests_print_keys_LDADD = src/libaccord.a $(accord_libs)

# Run it when the table of actions has changed (src/view/action-table.c).
update-manual: tests/print-keys$(EXEEXT)
	$(srcdir)/man/insert-keys $(srcdir)/man/accord.1 tests/print-keys$(EXEEXT) >accord.1-t && \
		cat accord.1-t >$(srcdir)/man/accord.1 && rm accord.1-t

.PHONY: update-manual
