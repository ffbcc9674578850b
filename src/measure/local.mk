libaccord_a_SOURCES += \
	src/measure/candidates.c src/measure/candidates.h \
	src/measure/concentration.c src/measure/concentration.h \
	src/measure/coorientation.c src/measure/coorientation.h \
	src/measure/disclosure.c src/measure/disclosure.h \
	src/measure/dots.c src/measure/dots.h \
	src/measure/fist.c src/measure/fist.h \
	src/measure/links.c src/measure/links.h \
	src/measure/metrics.c src/measure/metrics.h \
	src/measure/models.c src/measure/models.h \
	src/measure/namekey.c src/measure/namekey.h \
	src/measure/ratio.c src/measure/ratio.h \
	src/measure/shared.c src/measure/shared.h \
	src/measure/similarity.c src/measure/similarity.h \
	src/measure/talent.c src/measure/talent.h \
	src/measure/togetherness.c src/measure/togetherness.h \
	src/measure/vendors.c src/measure/vendors.h \
	src/measure/wide.c src/measure/wide.h
