# Sources of src/command, linked into the program: accord_SOURCES += src/command/x.c src/command/x.h
