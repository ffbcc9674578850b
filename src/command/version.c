/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord version: which one it is. */
#include <config.h>

#include "command/command.h"

#include "base/i18n.h"

#include <stdio.h>

static int run(const struct call *call, struct err *err)
{
	(void)call;
	(void)err;
	printf("%s\n", PACKAGE_STRING);
	return 0;
}

const struct command command_version = {
	.name = "version",
	.synopsis = "",
	.summary = N_("Show the version"),
	.run = run,
};
