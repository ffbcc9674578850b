# Level 1: what is drawn, and keys.
libaccord_a_SOURCES += \
	src/view/action-table.c src/view/action.c src/view/action.h src/view/context.h \
	src/view/digits.c src/view/digits.h \
	src/view/doc.c src/view/doc.h src/view/doc-words.c src/view/layout.c \
	src/view/field.c src/view/field.h \
	src/view/footer.c src/view/footer.h \
	src/view/grid.c src/view/grid.h \
	src/view/header.c src/view/header.h \
	src/view/key.c src/view/key.h \
	src/view/keymap.c src/view/keymap.h src/view/keymap-check.c \
	src/view/list.c src/view/list.h \
	src/view/scroll.c src/view/scroll.h \
	src/view/spot.c src/view/spot.h \
	src/view/style.c src/view/style.h
