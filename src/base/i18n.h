/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Messages in the user's language, through gettext where the build has it. */
#ifndef ACCORD_BASE_I18N_H
#define ACCORD_BASE_I18N_H

/*
 * _(s)                     the message in the user's language
 * N_(s)                    marks a message for translation where only a constant may stand (tables)
 * P_(singular, plural, n)  the form that the number n asks for; n is an integer and not negative
 */
#define N_(s) s

#ifdef ACCORD_NLS
#include <libintl.h>
#define _(s) gettext(s)
#define P_(singular, plural, n) ngettext(singular, plural, (unsigned long)(n))
#else
#define _(s) (s)
#define P_(singular, plural, n) ((unsigned long)(n) == 1 ? (singular) : (plural))
#endif

#endif
