/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The tables of a session's folder; each appends its files. */
#ifndef ACCORD_REPORT_CSV_PARTS_H
#define ACCORD_REPORT_CSV_PARTS_H

#include "base/csv.h"
#include "report/format.h"

/* A new file that begins with a row of names. */
struct csv_writer csv_begin(struct report_output *output, const char *name, const char *const *columns, size_t count);
/* Two cells about a step: its key, and its prompt; empty for one that the bank does not have. */
void csv_step(struct csv_writer *writer, const struct session *session, const char *key);

void csv_write_ballots(const struct session *session, struct report_output *output);
void csv_write_registers(const struct session *session, struct report_output *output);
void csv_write_pairs(const struct session *session, struct report_output *output);
void csv_write_actions(const struct session *session, struct report_output *output);
void csv_write_decisions(const struct session *session, struct report_output *output);
void csv_write_notes(const struct session *session, struct report_output *output);

#endif
