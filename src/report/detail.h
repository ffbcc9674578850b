/* SPDX-License-Identifier: GPL-3.0-or-later */
/* How much a summary tells. */
#ifndef ACCORD_REPORT_DETAIL_H
#define ACCORD_REPORT_DETAIL_H

/* For those who were not there: a few lines for each question. Or all that the screens of the workshop say. */
enum detail { DETAIL_SHORT, DETAIL_FULL };

#endif
