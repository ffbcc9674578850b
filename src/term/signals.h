/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Signals, which are let in only while we wait for input. */
#ifndef ACCORD_TERM_SIGNALS_H
#define ACCORD_TERM_SIGNALS_H

#include <signal.h>
#include <stdbool.h>

/* From here on signals are held back; waiting is the mask for while we wait. term_signal tells one that ends us. */
void signals_take(sigset_t *waiting);
/*
 * Whether there is input on the descriptor, after at most so many milliseconds (-1 for ever). A signal ends the wait,
 * and those that came while we worked are let in. What can be read from watched (-1 for none) ends it as well, and sets
 * *woken, which may be NULL.
 */
bool signals_wait(const sigset_t *waiting, int fd, int watched, int milliseconds, bool *woken);
/* We are to end as if that signal had come. */
void signals_end(int signal);
/* Whether we were asked to stop, or were stopped and go on. */
bool signals_pausing(void);
/* Stops as the shell expects it, with the terminal given back by then; returns when the shell goes on with us. */
void signals_pause(const sigset_t *waiting);

#endif
