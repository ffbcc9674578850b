/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The columns of a register, as a bank describes them. */
#ifndef ACCORD_INSTRUMENT_COLUMN_H
#define ACCORD_INSTRUMENT_COLUMN_H

#include "base/node.h"
#include "model/bank.h"

/*
 * Reads the required columns of a register's node, at most 20, and reports what is wrong. Returns
 * how many.
 */
size_t columns_read(struct reader *reader, const struct node *node, struct column **columns);

#endif
