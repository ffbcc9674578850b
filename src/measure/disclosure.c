/* SPDX-License-Identifier: GPL-3.0-or-later */
/* When the result of an anonymous question may be shown without giving somebody's answer away. */
#include "measure/disclosure.h"

bool disclosure_allowed(int n, int n_min)
{
	return n > 0 && n >= n_min;
}

struct disclosure disclosure_of(const int n[2], int n_min)
{
	struct disclosure out;

	for (int i = 0; i < 2; i++)
		out.side[i] = disclosure_allowed(n[i], n_min);
	out.pooled = out.side[0] && out.side[1];
	return out;
}
