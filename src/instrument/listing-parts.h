/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the files about lists share. */
#ifndef ACCORD_INSTRUMENT_LISTING_PARTS_H
#define ACCORD_INSTRUMENT_LISTING_PARTS_H

#include "instrument/listing.h"

enum { PERSON_NAME, PERSON_ROLE, PERSON_SIDE, PERSON_FIRST, PERSON_LAST, PERSON_FIELDS };

/* A cell as it is kept, without the apostrophe that guards it in our own exports; for free(). */
char *listing_clean(const char *cell);
/* Works out what comes of each line. */
void listing_work_out(struct listing *listing);

#endif
