/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The program's entry. */
#include <config.h>

#include <locale.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/i18n.h"

static int finish(int status)
{
	if (fflush(stdout) != 0 || ferror(stdout)) {
		perror("accord");
		return 1;
	}
	return status;
}

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
#ifdef ACCORD_NLS
	bindtextdomain(PACKAGE, ACCORD_LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
#endif

	if (argc == 2 && strcmp(argv[1], "--version") == 0) {
		puts(PACKAGE_STRING);
		return finish(EXIT_SUCCESS);
	}
	if (argc == 2 && strcmp(argv[1], "--help") == 0) {
		puts(_("Usage: accord [--help | --version]"));
		return finish(EXIT_SUCCESS);
	}
	fputs(_("accord: usage: try 'accord --help'\n"), stderr);
	return 2;
}
