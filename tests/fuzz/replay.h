/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What every fuzzer has: a function that takes any bytes, which libFuzzer calls, or else replay.c with those of files. */
#ifndef ACCORD_TESTS_FUZZ_REPLAY_H
#define ACCORD_TESTS_FUZZ_REPLAY_H

#include <stddef.h>
#include <stdint.h>

#define FUZZ_LIMIT (4 * 1024 * 1024) /* bytes of a file */

/* Aborts where anything is wrong; always 0. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

#endif
