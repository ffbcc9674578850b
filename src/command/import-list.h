/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord import --people and --register: lists out of spreadsheets. */
#ifndef ACCORD_COMMAND_IMPORT_LIST_H
#define ACCORD_COMMAND_IMPORT_LIST_H

#include "command/command.h"

/*
 * Shows what the columns of the list call->arguments[1] are taken for and what comes of it, and adds that to the session
 * call->arguments[0] as one change: people, or rows of a register where one is named. yes: without asking; trial: not at
 * all. 0, or -1 with err set.
 */
int import_list(const struct call *call, const char *reg, bool yes, bool trial, struct err *err);

#endif
