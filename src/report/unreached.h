/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What was planned and not reached, in a summary. */
#ifndef ACCORD_REPORT_UNREACHED_H
#define ACCORD_REPORT_UNREACHED_H

#include "model/session.h"
#include "report/detail.h"
#include "view/doc.h"

/* Whether something of a module has a result. */
bool report_module_has_result(const struct session *session, const struct module *module);
/* Modules and questions without a result, so that nothing disappears because time ran out. */
void unreached_write(const struct session *session, enum detail detail, struct doc *doc);

#endif
