# Level 4: reports.
libaccord_a_SOURCES += \
	src/report/actions-json.c src/report/actions-json.h \
	src/report/compare-head.c src/report/compare-trend.c \
	src/report/compare-format.c src/report/compare-format.h \
	src/report/compare-json.c src/report/compare-json.h \
	src/report/compare.c src/report/compare.h src/report/compare-parts.h \
	src/report/archive-check.c \
	src/report/archive-json.c src/report/archive-json.h \
	src/report/archive-read.c \
	src/report/archive-shape.c src/report/archive-shape.h \
	src/report/archive-withhold.c \
	src/report/csv.c src/report/csv.h \
	src/report/csv-ballots.c src/report/csv-items.c src/report/csv-parts.h \
	src/report/csv-registers.c \
	src/report/detail.h \
	src/report/format.c src/report/format.h \
	src/report/follow.c src/report/follow.h \
	src/report/gaps.c src/report/gaps.h \
	src/report/handout.c src/report/handout.h \
	src/report/harmony.c src/report/harmony.h \
	src/report/html.c src/report/html.h src/report/html-parts.h \
	src/report/html-chart.c src/report/html-table.c \
	src/report/ics.c src/report/ics.h \
	src/report/items.c src/report/items.h \
	src/report/json.c src/report/json.h \
	src/report/markdown.c src/report/markdown.h \
	src/report/list-json.c src/report/list-json.h \
	src/report/search-json.c src/report/search-json.h \
	src/report/summary.c src/report/summary.h \
	src/report/title.c src/report/title.h \
	src/report/unreached.c src/report/unreached.h \
	src/report/withheld.c src/report/withheld.h
