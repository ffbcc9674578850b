# Level 4: reports.
libaccord_a_SOURCES += \
	src/report/items.c src/report/items.h \
	src/report/summary.c src/report/summary.h
