# Sources of src/instrument: libaccord_a_SOURCES += src/instrument/x.c src/instrument/x.h
