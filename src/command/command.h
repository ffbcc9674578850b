/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A subcommand of the program; each file of this folder ends in one such table. */
#ifndef ACCORD_COMMAND_COMMAND_H
#define ACCORD_COMMAND_COMMAND_H

#include "base/err.h"
#include "base/str.h"
#include "term/term.h"

#include <stdbool.h>
#include <stddef.h>

struct app;
struct bank;
struct session;
struct settings;
struct store;

#define COMMAND_OPTIONS 12

struct command_option {
	const char *name;     /* without the hyphens */
	const char *argument; /* what it takes, such as FILE; NULL for nothing */
	const char *help;
	const char *words;    /* what the argument may be, parted by spaces; NULL where argument says it */
};

/* A call as the user made it. */
struct call {
	const char *database, *banks, *script;
	bool plain; /* line by line */
	enum color color;
	const char *values[COMMAND_OPTIONS]; /* of the command's options; "" for one without argument, or NULL */
	char **arguments;                    /* what is no option */
	int argument_count;
};

struct command {
	const char *name;
	const char *synopsis; /* what follows the name */
	const char *summary;  /* a line for the list of commands */
	const char *details;  /* more for its own help; may be NULL */
	int least, most;      /* how many arguments */
	struct command_option options[COMMAND_OPTIONS];
	/* An exit status; on failure err says why. */
	int (*run)(const struct call *call, struct err *err);
};

extern const struct command command_home, command_new, command_run, command_present, command_list, command_show,
	command_delete, command_export, command_handout, command_bank, command_demo, command_keys, command_help,
	command_version, command_vote, command_completion, command_compare, command_actions, command_done,
	command_search, command_import;

/* All of them; the first one runs where no command is named, and has no name. */
const struct command *const *command_table(size_t *count);
/* The options that every command takes. */
const struct command_option *command_common(size_t *count);
/* The command of that name; NULL with err set, and with the one that may have been meant. */
const struct command *command_find(const char *name, struct err *err);
/* "accord show SESSION"; for free(). */
char *command_usage(const struct command *command);
/* What --help shows. */
void command_print_help(const struct command *command);

/* Reads the command line, runs the command and says what went wrong. Returns the exit status. */
int command_main(int argc, char **argv);

/* The file of the call's database, for free(), whether it is there or not; NULL with err set. */
char *call_database(const struct call *call, struct err *err);
/* The database of the call, opened; NULL with err set. */
struct store *call_open(const struct call *call, struct err *err);
/*
 * Closes what the screens used, once they have gone; a signal that ended them ends us as it would have, now that the
 * terminal is back. Returns the exit status.
 */
int call_after(struct app *app);
/* The terminal or script of the call; NULL with err set. */
struct terminal *call_terminal(const struct call *call, enum theme theme, struct err *err);
/*
 * Reads a bank's file and says on stderr all that is wrong with it. Appends its text to text where that is not NULL.
 * NULL with err set.
 */
struct bank *call_bank(const char *path, struct str *text, struct err *err);
/* Says on stderr all that is wrong with a file, and releases it. */
void call_print_findings(struct diags *diags);
/*
 * The id of the session that the call names first, or else of the newest one that is not finished, set aside or
 * cancelled. 0 or -1.
 */
int call_choose(const struct call *call, struct store *store, char *id, struct err *err);
/* The settings, for settings_release. Says on stderr all that is wrong with their file; returns how many things. */
size_t call_settings(struct settings *settings);
/*
 * Writes a text to the file of an option, or to standard output where that is NULL or "-". Without force a file that is
 * there stays. 0 or -1.
 */
int call_write(const char *output, bool force, const struct str *text, struct err *err);
/* A session by its id, a beginning of it, or "last"; NULL with err set. */
struct session *call_session(struct store *store, const char *name, struct err *err);

#endif
