/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs the suite of one test program. */
#include "run.h"

#include <stdlib.h>

int run_suite(Suite *s)
{
	SRunner *sr = srunner_create(s);
	int failed;

	srunner_set_tap(sr, "-");
	srunner_run_all(sr, CK_SILENT);
	failed = srunner_ntests_failed(sr);
	srunner_free(sr);
	return failed > 0 && !getenv("HARNESS_ACTIVE");
}
