/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord demo: fictional sessions to look round in. */
#include "command/command.h"

#include "base/i18n.h"
#include "screen/demo.h"
#include "store/store.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <unistd.h>

enum { OPTION_SESSIONS, OPTION_PEOPLE, OPTION_SEED };

static int read_number(const struct call *call, int option, const char *name, long lowest, long highest,
	long fallback, long *number, struct err *err)
{
	const char *text = call->values[option];
	char *end;

	*number = fallback;
	if (!text)
		return 0;
	errno = 0;
	*number = strtol(text, &end, 10);
	if (!text[0] || *end || errno || *number < lowest || *number > highest)
		return err_set(err, ERR_USAGE, _("--%s: '%s' is not a number from %ld to %ld"), name, text, lowest,
			highest);
	return 0;
}

static void tell(void *data, int made, int of)
{
	(void)data;
	if (of > 1 && isatty(STDERR_FILENO))
		fprintf(stderr, made < of ? "\r%d/%d" : "\r%d/%d\n", made, of);
}

static int run(const struct call *call, struct err *err)
{
	long sessions, people, seed;
	struct demo_plan plan = { .banks = call->banks };
	struct store *store;
	int status;

	if (read_number(call, OPTION_SESSIONS, "sessions", 1, 100000, 1, &sessions, err) != 0 ||
	    read_number(call, OPTION_PEOPLE, "people", 2, 200, 9, &people, err) != 0 ||
	    read_number(call, OPTION_SEED, "seed", 0, 1000000000, 1, &seed, err) != 0)
		return (int)err->code;
	plan.sessions = (int)sessions;
	plan.people = (int)people;
	plan.seed = (uint64_t)seed;
	store = call_open(call, err);
	if (!store)
		return (int)err->code;
	status = demo_fill(store, &plan, tell, NULL, err) == 0 ? 0 : (int)err->code;
	store_close(store);
	if (status == 0)
		printf(P_("made %d session: 'accord' or 'accord list' shows it\n",
			   "made %d sessions: 'accord' or 'accord list' shows them\n", sessions),
			plan.sessions);
	return status;
}

const struct command command_demo = {
	.name = "demo",
	.synopsis = "",
	.summary = N_("Make fictional finished sessions to look round in"),
	.options = {
		[OPTION_SESSIONS] = { "sessions", "N", N_("how many (1)"), NULL },
		[OPTION_PEOPLE] = { "people", "N", N_("how many people in each (9)"), NULL },
		[OPTION_SEED] = { "seed", "S", N_("the same seed makes the same sessions (1)"), NULL },
	},
	.run = run,
};
