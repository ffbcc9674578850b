/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the audience sees of a step that is open. */
#ifndef ACCORD_INSTRUMENT_POSE_H
#define ACCORD_INSTRUMENT_POSE_H

#include "view/doc.h"

/* An option with the number by which people name it. */
void pose_write_option(size_t number, const char *text, struct doc *doc);

#endif
