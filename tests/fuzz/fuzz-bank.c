/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds any bytes to the bank loader. 'make fuzz FUZZ=bank' builds it with clang so that it searches by itself; built
 * plainly it replays the files that it is given.
 */
#include "replay.h"

#include "bank/load.h"

#include <stdlib.h>

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
