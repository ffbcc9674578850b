/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What has become of a decision, in words. */
#include "model/decision.h"

#include "base/i18n.h"
#include "base/mem.h"

bool decision_confirmed(const struct item *item)
{
	for (int side = 0; side < SIDES; side++)
		if (!item->yes[side][0])
			return false;
	return true;
}

char *decision_status(const struct session *session, const struct item *item)
{
	if (decision_confirmed(item))
		return mem_printf(_("decided: %s, %s"), item->yes[0], item->yes[1]);
	for (int side = 0; side < SIDES; side++)
		if (item->yes[side][0])
			return mem_printf(_("proposed; %s says yes: %s"), session->bank->sides[side].name,
				item->yes[side]);
	return mem_strdup(_("proposed"));
}

char *decision_dissent(const struct item *item)
{
	return item->dissent[0] ? mem_printf(_("Seen otherwise: \xe2\x80\x9c%s\xe2\x80\x9d"), item->dissent) : NULL;
}
