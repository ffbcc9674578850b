/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The bank that is written for those who begin one of their own. */
#ifndef ACCORD_BANK_EXAMPLE_H
#define ACCORD_BANK_EXAMPLE_H

/* data/example.yaml, with its comments; has the line "id: example". */
extern const char bank_example[];

#endif
