# Level 4: sessions in SQLite; the only sqlite3.h.
libaccord_a_SOURCES += \
	src/store/actions.c \
	src/store/apply-answer.c \
	src/store/apply-field.c src/store/apply-field.h \
	src/store/apply-item.c \
	src/store/apply-register.c \
	src/store/apply-step.c \
	src/store/apply.c src/store/apply.h \
	src/store/archive.c \
	src/store/aside.c \
	src/store/carry.c src/store/carry.h \
	src/store/change.c \
	src/store/clock.c src/store/clock.h \
	src/store/copy.c \
	src/store/database.c src/store/database.h \
	src/store/derived.c \
	src/store/drafts.c \
	src/store/fill.c \
	src/store/follow.c \
	src/store/forget.c \
	src/store/glance.c \
	src/store/heads.c \
	src/store/journal-images.c src/store/journal.c src/store/journal.h \
	src/store/load.c src/store/load.h \
	src/store/migrate.c src/store/migrate.h \
	src/store/newest.c \
	src/store/place.c \
	src/store/restore.c \
	src/store/retract.c src/store/retract.h \
	src/store/search-find.c src/store/search.h \
	src/store/search-index.c src/store/search-index.h \
	src/store/search-text.c src/store/search-text.h \
	src/store/sessions.c src/store/sessions.h \
	src/store/sitting.c \
	src/store/standing.h \
	src/store/statement-table.c \
	src/store/statement.c src/store/statement.h \
	src/store/store.h \
	src/store/times.c \
	src/store/watch.c \
	src/store/write.c src/store/write.h
store_sql += src/store/schema-1.sql src/store/schema-2.sql src/store/schema-3.sql src/store/schema-4.sql src/store/search.sql \
	src/store/temporary.sql
