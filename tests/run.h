/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the suite of one test program. */
#ifndef ACCORD_TESTS_RUN_H
#define ACCORD_TESTS_RUN_H

#include <check.h>

/*
 * Runs the suite and frees it; prints TAP to stdout. Returns what main returns: 1 if a test failed,
 * but 0 under a harness, which counts the failures itself. CK_FORK=no keeps it in one process.
 */
int run_suite(Suite *s);

#endif
