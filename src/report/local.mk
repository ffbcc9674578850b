# Sources of src/report: libaccord_a_SOURCES += src/report/x.c src/report/x.h
