# Level 1: banks and sessions, and what can be done to them.
libaccord_a_SOURCES += \
	src/model/archive-tidy.c \
	src/model/archive.c src/model/archive.h \
	src/model/action-head.c src/model/action-head.h \
	src/model/bank.c src/model/bank.h \
	src/model/change.c src/model/change.h \
	src/model/clock.c src/model/clock.h \
	src/model/decision.c src/model/decision.h \
	src/model/fate.c src/model/fate.h \
	src/model/follow.c src/model/follow.h \
	src/model/hide.c src/model/hide.h \
	src/model/meeting.c src/model/meeting.h \
	src/model/hit.c src/model/hit.h \
	src/model/mention.c src/model/mention.h \
	src/model/outlook.c src/model/outlook.h \
	src/model/people.c src/model/people.h \
	src/model/plan.c src/model/plan.h \
	src/model/session.c src/model/session.h \
	src/model/wording.c src/model/wording.h
