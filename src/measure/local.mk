# Sources of src/measure: libaccord_a_SOURCES += src/measure/x.c src/measure/x.h
