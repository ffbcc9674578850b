/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether spend is spread over many suppliers or rests on few. */
#include "measure/concentration.h"

#include <assert.h>
#include <gmp.h>

struct concentration concentration_of(const int64_t *spends, size_t count)
{
	struct concentration out = { 0 };
	mpz_t spend, total;
	mpq_t hhi;

	mpz_inits(spend, total, NULL);
	mpq_init(hhi);
	for (size_t i = 0; i < count; i++) {
		assert(spends[i] >= 0);
		mpz_import(spend, 1, -1, sizeof *spends, 0, 0, &spends[i]);
		mpz_addmul(mpq_numref(hhi), spend, spend);
		mpz_add(total, total, spend);
	}
	if (mpz_sgn(total) > 0) {
		mpz_mul_ui(mpq_numref(hhi), mpq_numref(hhi), 10000);
		mpz_mul(mpq_denref(hhi), total, total);
		mpq_canonicalize(hhi);
		out.hhi = mpq_get_d(hhi);
		out.effective = 10000 * mpz_get_d(mpq_denref(hhi)) / mpz_get_d(mpq_numref(hhi));
		if (mpq_cmp_ui(hhi, 1000, 1) < 0)
			out.word = CONCENTRATION_LOW;
		else if (mpq_cmp_ui(hhi, 1800, 1) <= 0)
			out.word = CONCENTRATION_MODERATE;
		else
			out.word = CONCENTRATION_HIGH;
	}
	mpq_clear(hhi);
	mpz_clears(spend, total, NULL);
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
