/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord: a workbook in the terminal for a workshop of two sides. */
#include <config.h>

#include "base/i18n.h"
#include "command/command.h"

#include <locale.h>

int main(int argc, char **argv)
{
	setlocale(LC_ALL, "");
#ifdef ACCORD_NLS
	bindtextdomain(PACKAGE, ACCORD_LOCALEDIR);
	bind_textdomain_codeset(PACKAGE, "UTF-8");
	textdomain(PACKAGE);
#endif
	return command_main(argc, argv);
}
