# Level 4: the terminal, and the script that stands in for it.
libaccord_a_SOURCES += \
	src/term/ascii.c src/term/ascii.h \
	src/term/crash.c src/term/crash.h \
	src/term/curses.c \
	src/term/curses-keys.c src/term/curses-keys.h \
	src/term/known.c src/term/known.h \
	src/term/palette.c src/term/palette.h \
	src/term/plain-say.c src/term/plain-say.h src/term/plain-told.c \
	src/term/plain-type.c src/term/plain-type.h \
	src/term/plain.c \
	src/term/script.c \
	src/term/signals.c src/term/signals.h \
	src/term/term.c src/term/term.h
