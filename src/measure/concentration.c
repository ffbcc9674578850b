/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether spend is spread over many suppliers or rests on few. */
#include "measure/concentration.h"

#include "measure/wide.h"

#include <assert.h>

struct concentration concentration_of(const int64_t *spends, size_t count)
{
	struct concentration out = { 0 };
	struct wide squares = { 0, 0 }, whole;
	uint64_t total = 0;

	for (size_t i = 0; i < count; i++) {
		uint64_t spend = (uint64_t)spends[i];

		assert(spends[i] >= 0);
		squares = wide_add(squares, wide_mul(spend, spend));
		total += spend;
	}
	if (total == 0)
		return out;
	whole = wide_mul(total, total);
	out.hhi = 10000 * wide_value(squares) / wide_value(whole);
	out.effective = wide_value(whole) / wide_value(squares);
	/* 10000 * squares / whole against 1000 and 1800 */
	if (wide_compare(wide_scale(squares, 10), whole) < 0)
		out.word = CONCENTRATION_LOW;
	else if (wide_compare(wide_scale(squares, 50), wide_scale(whole, 9)) <= 0)
		out.word = CONCENTRATION_MODERATE;
	else
		out.word = CONCENTRATION_HIGH;
	return out;
}

const char *concentration_word_name(enum concentration_word word)
{
	static const char *const names[] = {
		[CONCENTRATION_NONE] = "",
		[CONCENTRATION_LOW] = "low",
		[CONCENTRATION_MODERATE] = "moderate",
		[CONCENTRATION_HIGH] = "high",
	};

	return names[word];
}
