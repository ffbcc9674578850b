# Level 0: what everything stands on.
libaccord_a_SOURCES += \
	src/base/csv.c src/base/csv-read.c src/base/csv.h \
	src/base/date.c src/base/date.h \
	src/base/err.c src/base/err.h \
	src/base/file.c src/base/file.h \
	src/base/habit.c src/base/habit.h \
	src/base/match.c src/base/match.h \
	src/base/mem.c src/base/mem.h \
	src/base/node.c src/base/node.h \
	src/base/random.c src/base/random.h \
	src/base/roster.c src/base/roster.h \
	src/base/marked.c src/base/marked.h \
	src/base/str.c src/base/str.h \
	src/base/text.c src/base/text.h
