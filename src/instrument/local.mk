# Level 3: a file for each kind of step, and what several of them share.
libaccord_a_SOURCES += \
	src/instrument/answerers.c src/instrument/answerers.h \
	src/instrument/cell.c src/instrument/cell.h \
	src/instrument/clause.c src/instrument/clause.h \
	src/instrument/column.c src/instrument/column.h \
	src/instrument/comparison.c src/instrument/comparison.h src/instrument/shift.c \
	src/instrument/findings.c src/instrument/findings.h \
	src/instrument/instrument.c src/instrument/instrument.h \
	src/instrument/listing-parts.h src/instrument/listing-rows.c \
	src/instrument/listing.c src/instrument/listing.h \
	src/instrument/outsider.c src/instrument/outsider.h \
	src/instrument/paper.c src/instrument/paper.h \
	src/instrument/result.c src/instrument/result.h \
	src/instrument/rollcall-draw.c src/instrument/rollcall-parts.h src/instrument/rollcall-words.c \
	src/instrument/rollcall.c src/instrument/rollcall.h \
	src/instrument/rounds.c src/instrument/rounds.h \
	src/instrument/sealed-draw.c src/instrument/sealed.c src/instrument/sealed.h \
	src/instrument/spec.c src/instrument/spec.h \
	src/instrument/stage.c \
	src/instrument/table-draw.c src/instrument/table-words.c \
	src/instrument/table.c src/instrument/table.h \
	src/instrument/tally.c \
	src/instrument/way.c src/instrument/way.h \
	src/instrument/web.c src/instrument/web.h

# The instruments
libaccord_a_SOURCES += \
	src/instrument/brief.c \
	src/instrument/checklist.c \
	src/instrument/choice.c \
	src/instrument/draft-draw.c src/instrument/draft-keys.c \
	src/instrument/draft.c src/instrument/draft.h \
	src/instrument/links-draw.c \
	src/instrument/links.c src/instrument/links.h \
	src/instrument/models-result.c src/instrument/models-result.h \
	src/instrument/models.c \
	src/instrument/number.c \
	src/instrument/pairs-draw.c src/instrument/pairs.c src/instrument/pairs.h \
	src/instrument/pose.c src/instrument/pose.h \
	src/instrument/rank.c \
	src/instrument/register.c \
	src/instrument/scale-compare.c src/instrument/scale-digest.c src/instrument/scale-result.c \
	src/instrument/scale.c src/instrument/scale.h src/instrument/scale-parts.h \
	src/instrument/text.c

# The analyses
libaccord_a_SOURCES += \
	src/instrument/analysis.c src/instrument/analysis.h \
	src/instrument/conflicts.c \
	src/instrument/gaps.c \
	src/instrument/ladder.c src/instrument/ladder.h \
	src/instrument/names.c \
	src/instrument/overlap.c \
	src/instrument/skin.c \
	src/instrument/speed.c
