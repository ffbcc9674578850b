# Level 5: the screens and the loop that runs them.
libaccord_a_SOURCES += \
	src/screen/actions.c src/screen/actions.h src/screen/actions-parts.h \
	src/screen/actions-change.c \
	src/screen/actions-draw.c \
	src/screen/actions-list.c \
	src/screen/actions-origin.c \
	src/screen/agenda.c src/screen/agenda.h \
	src/screen/app.c src/screen/app.h src/screen/app-clock.c \
	src/screen/compare.c src/screen/compare.h \
	src/screen/confirm.c src/screen/confirm.h \
	src/screen/demo.c src/screen/demo.h src/screen/demo-parts.h \
	src/screen/demo-steps.c src/screen/demo-take.c \
	src/screen/derive.c src/screen/derive.h \
	src/screen/drafts.c src/screen/drafts.h \
	src/screen/earlier.c src/screen/earlier.h \
	src/screen/export.c src/screen/export.h \
	src/screen/filter.c src/screen/filter.h \
	src/screen/follow.c src/screen/follow.h \
	src/screen/form.c src/screen/form.h \
	src/screen/gaps.c src/screen/gaps.h \
	src/screen/halt.c src/screen/halt.h \
	src/screen/home-draw.c src/screen/home-glance.c src/screen/home-list.c src/screen/home-parts.h \
	src/screen/home.c src/screen/home.h \
	src/screen/item-drop.c \
	src/screen/intake.c src/screen/intake.h \
	src/screen/item-form.c src/screen/item-form.h \
	src/screen/items.c src/screen/items.h \
	src/screen/marks.c src/screen/marks.h \
	src/screen/merge.c src/screen/merge.h \
	src/screen/modules.c src/screen/modules.h \
	src/screen/mouse.c src/screen/mouse.h \
	src/screen/pass-draw.c src/screen/pass.c src/screen/pass.h src/screen/pass-parts.h \
	src/screen/peek.c src/screen/peek.h \
	src/screen/people.c src/screen/people.h \
	src/screen/present.c src/screen/present.h src/screen/present-parts.h \
	src/screen/present-doc.c src/screen/present-draw.c \
	src/screen/produce.c src/screen/produce.h \
	src/screen/preview.c src/screen/preview.h \
	src/screen/prompt.c src/screen/prompt.h src/screen/prompt-parts.h src/screen/prompt-commands.c \
	src/screen/read.c src/screen/read.h \
	src/screen/review.c src/screen/review.h src/screen/review-parts.h \
	src/screen/review-draw.c src/screen/review-forms.c \
	src/screen/search.c src/screen/search.h src/screen/search-parts.h \
	src/screen/search-draw.c src/screen/search-go.c \
	src/screen/seat.c src/screen/seat.h src/screen/seat-parts.h \
	src/screen/seat-draw.c src/screen/seat-undo.c \
	src/screen/settings.c src/screen/settings.h \
	src/screen/setup.c src/screen/setup.h \
	src/screen/ways.c src/screen/ways.h \
	src/screen/timing.c src/screen/timing.h src/screen/timing-parts.h \
	src/screen/timing-draw.c src/screen/timing-header.c \
	src/screen/workshop.c src/screen/workshop.h src/screen/workshop-parts.h \
	src/screen/workshop-dispatch.c src/screen/workshop-draw.c src/screen/workshop-keys.c src/screen/workshop-typing.c
