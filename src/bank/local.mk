# Sources of src/bank: libaccord_a_SOURCES += src/bank/x.c src/bank/x.h
