/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Replays files to a fuzzer, where it was not built to search by itself. */
#include "replay.h"

#include "base/err.h"
#include "base/file.h"
#include "base/str.h"

#include <stdio.h>

#ifndef ACCORD_LIBFUZZER
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct str text;
		struct err err;

		str_init(&text);
		if (file_read(argv[i], FUZZ_LIMIT, &text, &err) != 0) {
			fprintf(stderr, "%s: %s\n", argv[0], err.message);
			str_release(&text);
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)text.data, text.length);
		str_release(&text);
	}
	return 0;
}
#endif
