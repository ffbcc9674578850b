/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What is due, for a calendar. */
#ifndef ACCORD_REPORT_ICS_H
#define ACCORD_REPORT_ICS_H

#include "report/format.h"

/*
 * iCalendar (RFC 5545): an event of a whole day, which leaves one free, for each open action that has a date, and for the
 * session itself as long as it is not finished. Their ids stay, so that a calendar that takes it in again updates them.
 */
extern const struct format format_ics;

#endif
