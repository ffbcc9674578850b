# The library that program and tests share, and the program.
#
# A source of FOLDER is named in src/FOLDER/local.mk:
#	libaccord_a_SOURCES += src/FOLDER/x.c src/FOLDER/x.h
# A subcommand, linked into the program alone, in src/command/local.mk:
#	accord_SOURCES += src/command/x.c src/command/x.h
#
# SQL: src/store/local.mk appends to store_sql, in any order:
#	store_sql += src/store/schema.sql src/store/002-seats.sql
# src/embed turns all of them into one generated src/store/sql.c in the build tree, where each file
# is a string, the dashes of its name underscores:
#	extern const char store_sql_schema[], store_sql_002_seats[];
# The store's own header declares them. In the same way src/bank/example.c holds the bank that
# "accord bank new" writes, src/command/scripts.c what "accord completion" does, and src/report/style.c
# how reports in HTML look.

noinst_LIBRARIES += src/libaccord.a
bin_PROGRAMS += src/accord

libaccord_a_SOURCES = src/base/i18n.h
accord_SOURCES = src/main.c
store_sql =

include src/base/local.mk
include src/model/local.mk
include src/view/local.mk
include src/measure/local.mk
include src/instrument/local.mk
include src/term/local.mk
include src/bank/local.mk
include src/store/local.mk
include src/report/local.mk
include src/screen/local.mk
include src/command/local.mk

accord_libs = $(NCURSES_LIBS) $(YAML_LIBS) $(SQLITE_LIBS) $(UNISTRING_LIBS) $(GMP_LIBS) $(JANSSON_LIBS) \
	$(LIBINTL)

src_libaccord_a_SOURCES = $(libaccord_a_SOURCES)
nodist_src_libaccord_a_SOURCES = src/store/sql.c src/bank/example.c src/report/style.c
src_accord_SOURCES = $(accord_SOURCES)
nodist_src_accord_SOURCES = src/command/scripts.c
src_accord_LDADD = src/libaccord.a $(accord_libs)

EXTRA_DIST += src/embed $(store_sql) data/example.yaml src/report/style.css $(completion_files)
CLEANFILES += src/store/sql.c src/bank/example.c src/report/style.c src/command/scripts.c

src/store/sql.c: src/embed $(store_sql) Makefile
	$(AM_V_GEN)$(MKDIR_P) src/store && \
	(cd $(srcdir) && $(SHELL) src/embed store_sql $(store_sql)) >$@-t && mv $@-t $@

src/bank/example.c: src/embed data/example.yaml Makefile
	$(AM_V_GEN)$(MKDIR_P) src/bank && \
	(cd $(srcdir) && $(SHELL) src/embed bank data/example.yaml) >$@-t && mv $@-t $@

src/report/style.c: src/embed src/report/style.css Makefile
	$(AM_V_GEN)$(MKDIR_P) src/report && \
	(cd $(srcdir) && $(SHELL) src/embed report src/report/style.css) >$@-t && mv $@-t $@

src/command/scripts.c: src/embed $(completion_files) Makefile
	$(AM_V_GEN)$(MKDIR_P) src/command && \
	(cd $(srcdir) && $(SHELL) src/embed completion $(completion_files)) >$@-t && mv $@-t $@

# The program alone, for those who only want to start it.
program: config.h src/accord$(EXEEXT)

.PHONY: program
