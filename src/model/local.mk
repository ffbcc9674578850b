# Sources of src/model: libaccord_a_SOURCES += src/model/x.c src/model/x.h
