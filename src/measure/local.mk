libaccord_a_SOURCES += \
	src/measure/coorientation.c src/measure/coorientation.h \
	src/measure/disclosure.c src/measure/disclosure.h \
	src/measure/namekey.c src/measure/namekey.h \
	src/measure/ratio.c src/measure/ratio.h \
	src/measure/similarity.c src/measure/similarity.h \
	src/measure/togetherness.c src/measure/togetherness.h \
	src/measure/wide.c src/measure/wide.h
