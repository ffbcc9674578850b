# Sources of src/term: libaccord_a_SOURCES += src/term/x.c src/term/x.h
