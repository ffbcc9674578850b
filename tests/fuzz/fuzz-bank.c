/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds any bytes to the bank loader. Built with clang -fsanitize=fuzzer,address -DACCORD_LIBFUZZER
 * it searches by itself; built plainly it replays the files that it is given.
 */
#include "bank/load.h"
#include "base/file.h"

#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>

#define LIMIT (2 * 1024 * 1024)

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* There is a bank or a finding, never both, and every finding has a text. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diags diags = { 0 };
	struct bank *bank = bank_read("fuzz", (const char *)data, size, &diags);

	if ((bank != NULL) != (diags.count == 0))
		abort();
	for (size_t i = 0; i < diags.count; i++)
		free(diag_text(&diags.items[i]));
	for (size_t i = 0; bank && i < bank->module_count; i++)
		for (size_t j = 0; j < bank->modules[i].step_count; j++)
			if (bank->modules[i].steps[j].benchmark.text)
				free(benchmark_text(&bank->modules[i].steps[j].benchmark));
	bank_free(bank);
	diags_release(&diags);
	return 0;
}

#ifndef ACCORD_LIBFUZZER
int main(int argc, char **argv)
{
	for (int i = 1; i < argc; i++) {
		struct str text;
		struct err err;

		str_init(&text);
		if (file_read(argv[i], LIMIT, &text, &err) != 0) {
			fprintf(stderr, "fuzz-bank: %s\n", err.message);
			str_release(&text);
			return 1;
		}
		LLVMFuzzerTestOneInput((const uint8_t *)text.data, text.length);
		str_release(&text);
	}
	return 0;
}
#endif
