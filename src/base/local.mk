# Sources of src/base: libaccord_a_SOURCES += src/base/x.c src/base/x.h
