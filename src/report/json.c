/* SPDX-License-Identifier: GPL-3.0-or-later */
/* JSON as all of accord writes it. */
#include "report/json.h"

#include <stdlib.h>

static int add(const char *text, size_t length, void *data)
{
	str_addn(data, text, length);
	return 0;
}

void json_text(json_t *value, struct str *out)
{
	/* Nothing but a lack of memory makes it fail, as all texts of ours are UTF-8. */
	if (!value || json_dump_callback(value, add, out, JSON_INDENT(2)) != 0)
		abort();
	json_decref(value);
	str_addc(out, '\n');
}
