# Level 4: the only <yaml.h>; banks, found and read.
libaccord_a_SOURCES += \
	src/bank/example.h \
	src/bank/find.c src/bank/find.h \
	src/bank/load-step.c src/bank/load-step.h \
	src/bank/load.c src/bank/load.h \
	src/bank/yaml.c src/bank/yaml.h
