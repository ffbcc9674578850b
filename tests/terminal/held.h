/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A session of four people in a database of its own, to be looked at from outside while it is held. */
#ifndef ACCORD_TESTS_TERMINAL_HELD_H
#define ACCORD_TESTS_TERMINAL_HELD_H

#include "terminal/pty.h"

/* Before and after each test. ACCORD_DATABASE names the database. */
void held_set_up(void);
void held_tear_down(void);
/* Where accord run begins: a step's key. */
void held_go_to(const char *step);
/* accord run on a terminal of 80x24, where a screen with this text is waited for. */
void held_start(struct pty *pty, const char *const *settings, const char *text);
/* The same of accord alone, which begins with the list of sessions. */
void held_start_home(struct pty *pty, const char *text);
/* Waits until this text is the draft that the database holds of the session; "" for none. */
void held_wait_for_draft(const char *text);
/* The same of what belongs to no session. */
void held_wait_for_draft_apart(const char *text);
/* Place, answers, rows and entries as text for free(); checks that the database is sound. */
char *held_image(void);
/* A path in the folder of the test, until the next call. */
const char *held_path(const char *name);

#endif
