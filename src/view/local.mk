# Sources of src/view: libaccord_a_SOURCES += src/view/x.c src/view/x.h
