# Sources of src/screen: libaccord_a_SOURCES += src/screen/x.c src/screen/x.h
