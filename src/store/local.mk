# Sources of src/store: libaccord_a_SOURCES += src/store/x.c src/store/x.h
