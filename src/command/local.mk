# Level 6: the subcommands, linked into the program alone.
accord_SOURCES += \
	src/command/actions.c \
	src/command/bank.c \
	src/command/call.c \
	src/command/command.c src/command/command.h \
	src/command/compare.c \
	src/command/complete.c src/command/complete.h \
	src/command/completion.c \
	src/command/delete.c \
	src/command/demo.c \
	src/command/done.c \
	src/command/export.c \
	src/command/handout.c \
	src/command/help.c \
	src/command/import-list.c src/command/import-list.h \
	src/command/import.c \
	src/command/keys.c \
	src/command/list.c \
	src/command/new.c \
	src/command/present.c \
	src/command/run.c \
	src/command/search.c \
	src/command/show.c \
	src/command/version.c \
	src/command/vote.c
