/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What may follow on a command line that is being typed, from the same tables as the help. */
#ifndef ACCORD_COMMAND_COMPLETE_H
#define ACCORD_COMMAND_COMPLETE_H

#include "base/str.h"

/*
 * Appends a line for each word that may stand in place of the last of words (which may be "", and is what has been typed
 * of it): the word, a tab, what it means. What is a file's name is left to the shell: ":files" or ":folders". words are
 * without the program's name; a shell may have split "--x=y" into three.
 */
void complete_words(char *const *words, size_t count, struct str *out);

#endif
