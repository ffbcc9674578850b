/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Every kind of change: done, undone, done again; and what is refused. */
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "base/str.h"
#include "store/database.h"
#include "store/statement.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* What a change does, by lines that the session's image gets or loses. */
static const struct vector {
	const char *before; /* changes to start from */
	const char *script;
	const char *with, *without;
} vectors[] = {
	{ "", "session title A_better_one",
		"session A better one|Acme|Fay|short|2026-11-24|planned|3|", NULL },
	{ "", "session title __A__b_", "session A b|", NULL },
	{ "", "session organisation -", "session Joint workshop||Fay", NULL },
	{ "", "session facilitator Gus", "|Acme|Gus|", NULL },
	{ "", "session date 2026-12-24", "|2026-12-24|", NULL },
	{ "", "session date ''", "|short||planned", NULL },
	{ "", "session state running", "|running|3|", NULL },
	{ "", "session halted set-aside", "|planned set-aside|3|", NULL },
	{ "session state running; session halted set-aside", "session halted ''", "|running|3|", NULL },
	{ "session state running", "session halted cancelled", "|running cancelled|3|", NULL },
	{ "session halted set-aside", "session halted cancelled", "|planned cancelled|3|", NULL },
	/* What was prepared and noted may still change while it is set aside. */
	{ "session halted set-aside", "module alpha minutes 5; item note - Hm - -; person-add Eve - 1 0",
		"module alpha 5 0\n", NULL },
	{ "session halted cancelled", "session halted ''; ballot alpha/scale 1 own 4", " 1/0/4/\n", NULL },
	{ "session halted cancelled", "session title Never", "session Never|", NULL },
	{ "", "session n_min 5", "|planned|5|", NULL },
	{ "", "person-add Eve Analyst 1 0", "person 5 Eve|Analyst 1 present\n", NULL },
	{ "", "person-add Eve - 1 9; person-add Fay - 0 0",
		"person 9 Eve| 1 present\nperson 10 Fay| 0", NULL },
	{ "", "person-set 2 name Benno", "person 2 Benno|", "Ben|" },
	{ "", "person-set 2 role Data", "person 2 Ben|Data 0", NULL },
	{ "", "person-set 2 presence away", "person 2 Ben| 0 away\n", NULL },
	{ "ballot alpha/scale 2 own 4", "person-set 2 side 1", " 2/1/4/\n", " 2/0/4/" },
	{ "ballot alpha/scale 2 own 4; row-add beta/reg 1 -1; cell 1 @2 3; cell 1 owner 2; cell 1"
		" vendor 2",
		"person-remove 2", "row 1 beta/reg: vendor=2\n", "person 2" },
	{ "", "module alpha minutes 40", "module alpha 40 0\n", NULL },
	{ "", "module alpha dropped 1", "module alpha 28 dropped 0\n", "step alpha" },
	{ "module alpha dropped yes", "module alpha dropped no", "module alpha 28 0\n", NULL },
	{ "", "module beta position 0", "module beta 20 0\nmodule alpha 28 0\n", NULL },
	{ "", "module alpha position 9", "module beta 20 0\nmodule alpha 28 0\n", NULL },
	{ "", "module-add gamma 10 -1", "module beta 20 0\nmodule gamma 10 0\nstep", NULL },
	{ "", "module-add gamma -1 1", "alpha 28 0\nmodule gamma 15 0\nmodule beta 20 0\n", NULL },
	{ "", "module-add gamma 0 99; module gamma minutes 5", "module beta 20 0\nmodule gamma 5 0\n",
		NULL },
	{ "module-add gamma -1 0", "module alpha position 0",
		"module alpha 28 0\nmodule gamma 15 0\nmodule beta 20 0\n", NULL },
	{ "module beta dropped 1; module-add gamma 7 1", "module beta dropped 0; module gamma dropped 1",
		"module alpha 28 0\nmodule gamma 7 dropped 0\nmodule beta 20 0\n", "beta 20 dropped" },
	{ "", "state alpha/scale collecting", "step alpha/scale collecting roll-call 1:\n", NULL },
	{ "", "entry alpha/scale tally", "step alpha/scale waiting tally 1:\n", NULL },
	{ "ballot alpha/scale 1 own 4; state alpha/scale revealed", "state alpha/scale settled",
		"step alpha/scale settled roll-call 1: 1/0/4/\n", NULL },
	{ "ballot alpha/scale 1 own 4; tally alpha/scale 0 own 5 1; state alpha/scale revealed",
		"reopen alpha/scale", "step alpha/scale collecting roll-call 2: 1/0/4/\n", NULL },
	{ "ballot alpha/secret 1 own 4; state alpha/secret revealed", "reopen alpha/secret",
		"step alpha/secret collecting roll-call 2:\n", "v1" },
	{ "", "ballot alpha/scale 3 own 4; ballot alpha/scale 1 prediction 2; ballot alpha/scale 1"
		" own 1",
		"step alpha/scale collecting roll-call 1: 1/0/1/2 3/1/4/\n", NULL },
	{ "ballot alpha/scale 1 own 4", "ballot alpha/scale 1 own 5", " 1/0/5/\n", "1/0/4" },
	{ "ballot alpha/scale 1 own 4; ballot alpha/scale 1 prediction 3",
		"ballot alpha/scale 1 own -", "alpha/scale collecting roll-call 1: 1/0//3\n",
		NULL },
	{ "ballot alpha/scale 1 own 4", "ballot alpha/scale 1 own ''", "collecting roll-call 1:\n",
		"1/0" },
	{ "", "ballot alpha/side -2 own Fast; ballot alpha/side -1 own Slow_and_sure",
		"step alpha/side collecting roll-call 1: -1/0/Slow and sure/ -2/1/Fast/\n", NULL },
	{ "", "ballot alpha/room -3 own Together",
		"alpha/room collecting roll-call 1: -3/-1/Together/\n", NULL },
	{ "", "ballot alpha/secret 4 own 2; ballot alpha/secret 1 own 3; ballot alpha/secret 1"
		" prediction 5",
		"step alpha/secret collecting roll-call 1: 0/0/3/5 0/1/2/ v1:11 v4:10\n", NULL },
	{ "ballot alpha/secret 1 own 3", "ballot alpha/secret 1 own 4", "roll-call 1: 0/0/4/ v1:10\n",
		"/3/" },
	{ "ballot alpha/secret 1 own 3", "ballot alpha/secret 1 own -",
		"secret collecting roll-call 1:\n", "v1" },
	{ "", "tally alpha/scale 0 own 4 3; tally alpha/scale 0 prediction 4 1; tally alpha/scale"
		" 1 own 2 1",
		"step alpha/scale collecting roll-call 1: 0/0//4 0/0/4/ 0/0/4/ 0/0/4/ 0/1/2/\n",
		NULL },
	{ "tally alpha/scale 0 own 4 3", "tally alpha/scale 0 own 4 1", "roll-call 1: 0/0/4/\n",
		NULL },
	{ "tally alpha/scale 0 own 4 3", "tally alpha/scale 0 own 4 0",
		"scale collecting roll-call 1:\n", NULL },
	{ "ballot alpha/scale 1 own 4", "tally alpha/scale 0 own 4 2", ": 1/0/4/ 0/0/4/\n", NULL },
	{ "", "row-add beta/reg 0 -1; row-add beta/reg 0 -1", "row 1 beta/reg:\nrow 2 beta/reg:\n",
		NULL },
	{ "row-add beta/reg 1 -1; row-add beta/reg 2 -1", "row-add beta/reg 3 1",
		"row 1 beta/reg:\nrow 3 beta/reg:\nrow 2 beta/reg:\n", NULL },
	{ "row-add beta/reg 1 -1", "row-add beta/reg 7 0; row-add beta/reg 8 99",
		"row 7 beta/reg:\nrow 1 beta/reg:\nrow 8 beta/reg:\n", NULL },
	{ "row-add beta/reg 1 -1; row-add beta/reg 2 -1; cell 1 vendor X; rating beta/pairs 1 2 0"
		" 1",
		"row-remove 1", "row 2 beta/reg:\nitem", "rating" },
	{ "row-add beta/reg 1 -1", "cell 1 vendor Acme_Ltd; cell 1 @3 2",
		"row 1 beta/reg: @3=2 vendor=Acme Ltd\n", NULL },
	{ "row-add beta/reg 1 -1; cell 1 vendor X", "cell 1 vendor -", "row 1 beta/reg:\n",
		"vendor" },
	{ "row-add beta/reg 1 -1; row-add beta/reg 2 -1", "rating beta/pairs 1 2 2 -1",
		"rating beta/pairs 1 2 2: -1\n", NULL },
	{ "row-add beta/reg 1 -1; row-add beta/reg 2 -1; rating beta/pairs 1 2 0 1",
		"rating beta/pairs 1 2 0 ''", "row 2", "rating" },
	{ "", "merge beta/reg ZED ACE 1", "merge beta/reg ACE ZED: 1\n", NULL },
	{ "merge beta/reg ACE ZED 1", "merge beta/reg ACE ZED 0", "merge beta/reg ACE ZED: 0\n",
		"ZED: 1" },
	{ "merge beta/reg ACE ZED 1", "merge beta/reg ZED ACE -1", "session", "merge" },
	{ "", "item action alpha/scale Call_them Ana 2026-12-01; item note - Hm - -",
		"item 2 action alpha/scale|Call them|Ana|2026-12-01\nitem 3 note |Hm||\n", NULL },
	{ "item action - Call Ana 2026-12-01", "item-set 2 done 1",
		"item 2 action |Call|Ana|2026-12-01 done\n", NULL },
	{ "item action - Call Ana 2026-12-01",
		"item-set 2 due ''; item-set 2 owner Ben; item-set 2 text Ring",
		"item 2 action |Ring|Ben|\n", "Call" },
	{ "item action - Call Ana -", "item-set 2 dropped __Too_dear_", "|Call|Ana| dropped Too dear\n", NULL },
	{ "item action - Call Ana -; item-set 2 dropped Too_dear", "item-set 2 dropped _", "|Call|Ana|\n", "dropped" },
	/* It was done all the same. */
	{ "item action - Call Ana -; item-set 2 dropped Too_dear", "item-set 2 done 1", "|Call|Ana| done\n",
		"dropped" },
	{ "item parked - Later - -", "item-set 2 done yes", "item 2 parked |Later|| done\n", NULL },
	{ "", "item differ alpha/scale Who_pays - -", "item 2 differ alpha/scale|Who pays||\n", NULL },
	{ "", "item-set 1 yes-0 Ben", "|We stay|| yes Ben/\n", NULL },
	{ "", "item-set 1 yes-0 Ana; item-set 1 yes-1 _Dev_; item-set 1 dissent Too_fast",
		"|We stay|| yes Ana/Dev but Too fast\n", NULL },
	{ "item-set 1 yes-0 Ana; item-set 1 yes-1 Dev", "item-set 1 yes-0 -", " yes /Dev\n", "Ana/" },
	{ "item-set 1 dissent Too_fast", "item-set 1 dissent ''", "|We stay||\n", "Too fast" },
	/* Another text is another decision; what somebody said of it stays. */
	{ "item-set 1 yes-0 Ana; item-set 1 yes-1 Dev; item-set 1 dissent Hm", "item-set 1 text We_go",
		"|We go|| but Hm\n", "yes" },
	{ "item-set 1 yes-0 Ana; item-set 1 yes-1 Dev",
		"item-set 1 text _We_stay; item-set 1 dissent Hm", " yes Ana/Dev but Hm\n", NULL },
	{ "item-set 1 yes-0 Ana; item-set 1 yes-1 Dev", "item-set 1 text Go; item-set 1 yes-1 Caz",
		"|Go|| yes /Caz\n", "Ana/" },
	/* Whoever said yes is named as they are called now, and as they were where they are gone. */
	{ "item-set 1 yes-0 Ana; item-set 1 yes-1 Dev", "person-set 1 name _Ann_Lee",
		" yes Ann Lee/Dev\n", "Ana" },
	{ "item-set 1 yes-1 Dev; person-set 1 name Dev", "person-set 1 name Ana", " yes /Dev\n", NULL },
	{ "item-set 1 yes-1 Dev; person-set 3 name Dev", "person-set 3 name Dev_Lee", " yes /Dev\n", NULL },
	{ "item-set 1 yes-0 Ana", "person-remove 1", " yes Ana/\n", "person 1 " },
	{ "item-set 1 yes-0 Ana", "person-set 1 side 1", " yes Ana/\n", NULL },
	{ "item-set 1 yes-0 Ana; person-remove 1", "item-set 1 yes-0 Ben", " yes Ben/\n", "Ana" },
	{ "", "item-remove 1", "session", "item" },
};

/* Ids of anonymous ballots are random, so each session is compared only with itself. */
START_TEST(each_change)
{
	const struct vector *vector = &vectors[_i];
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store), *again;
	char *before, *after, *now, *image, *label;

	fixture_apply(store, session, "item decision alpha/scale We_stay - -");
	fixture_apply(store, session, vector->before);
	before = fixture_dump(store, session->id);
	fixture_apply(store, session, vector->script);
	after = fixture_dump(store, session->id);
	image = fixture_image(session);
	ck_assert_str_ne(before, after);
	ck_assert_msg(strstr(image, vector->with) != NULL, "no '%s' in:\n%s", vector->with, image);
	ck_assert_msg(!vector->without || !strstr(image, vector->without), "'%s' in:\n%s",
		vector->without, image);

	again = store_load(store, session->id, fixture_parse, NULL);
	ck_assert_ptr_nonnull(again);
	now = fixture_image(again);
	ck_assert_str_eq(image, now);
	free(now);

	for (int round = 0; round < 2; round++) {
		ck_assert_int_eq(store_undo(store, session, &label, NULL), 1);
		ck_assert_str_eq(label, vector->script);
		free(label);
		now = fixture_dump(store, session->id);
		ck_assert_str_eq(now, before);
		free(now);
		ck_assert_int_eq(store_redo(store, session, &label, NULL), 1);
		free(label);
		now = fixture_dump(store, session->id);
		ck_assert_str_eq(now, after);
		free(now);
	}
	now = fixture_image(session);
	ck_assert_str_eq(image, now);
	free(now);
	free(image);
	free(before);
	free(after);
	session_free(again);
	session_free(session);
	store_close(store);
}
END_TEST

static const struct refusal {
	const char *before, *script, *message;
	enum err_code code;
} refusals[] = {
	{ "", "session colour red", "unknown field 'colour'", ERR_INPUT },
	{ "", "session - red", "unknown field ''", ERR_INPUT },
	{ "", "session id xxxxxxxx", "unknown field 'id'", ERR_INPUT },
	{ "", "session title _", "'title' is empty: enter something", ERR_INPUT },
	{ "", "session date tomorrow", "'tomorrow' is no date: write it like 2026-12-24",
		ERR_INPUT },
	{ "", "session state open", "'state' cannot be 'open'", ERR_INPUT },
	{ "", "session n_min 0", "'n_min' must be a number from 1 to 50, not '0'", ERR_INPUT },
	{ "", "session n_min 3x", "'n_min' must be a number from 1 to 50, not '3x'", ERR_INPUT },
	{ "", "person-add '' - 0 0", "'name' is empty", ERR_INPUT },
	{ "", "person-add Eve - 2 0", "'Eve' belongs to neither side", ERR_INPUT },
	{ "", "person-add Eve - -1 0", "'Eve' belongs to neither side", ERR_INPUT },
	{ "", "person-add Eve - 1 4", "person 4 is in the session already", ERR_INPUT },
	{ "", "person-add Eve - 1 -4", "a person's number cannot be -4", ERR_INPUT },
	{ "", "person-set 9 name Eve", "no person 9 in the session", ERR_INPUT },
	{ "", "person-set 1 side 2", "'side' must be a number from 0 to 1", ERR_INPUT },
	{ "", "person-set 1 presence late", "'presence' cannot be 'late'", ERR_INPUT },
	{ "", "person-set 1 id 7", "unknown field 'id'", ERR_INPUT },
	{ "", "person-remove 9", "no person 9 in the session", ERR_INPUT },
	{ "", "module delta minutes 5", "no module 'delta' in the bank", ERR_INPUT },
	{ "", "session halted finished", "'halted' cannot be 'finished'", ERR_INPUT },
	{ "session halted set-aside", "ballot alpha/scale 1 own 4",
		"the session is set aside: go on with it first", ERR_FAILED },
	{ "session halted set-aside", "state alpha/scale revealed", "the session is set aside", ERR_FAILED },
	{ "session halted set-aside", "session state finished", "the session is set aside", ERR_FAILED },
	{ "session halted set-aside", "row-add beta/reg 0 -1", "the session is set aside", ERR_FAILED },
	{ "session halted cancelled", "item note - Hm - -",
		"the session is cancelled: take that back before you change it", ERR_FAILED },
	{ "session halted cancelled", "module alpha minutes 5", "the session is cancelled", ERR_FAILED },
	{ "session halted cancelled", "session state running", "the session is cancelled", ERR_FAILED },
	{ "", "ballot alpha/scale 1 own 4; session halted cancelled; ballot alpha/scale 2 own 4",
		"the session is cancelled", ERR_FAILED },
	{ "", "module gamma minutes 5", "module 'gamma' is not on the agenda: add it first", ERR_INPUT },
	{ "", "module-add delta -1 -1", "no module 'delta' in the bank", ERR_INPUT },
	{ "", "module-add beta -1 -1", "module 'beta' is on the agenda already", ERR_INPUT },
	{ "module beta dropped 1", "module-add beta -1 -1", "module 'beta' is on the agenda already",
		ERR_INPUT },
	{ "", "module-add gamma 1441 -1", "'minutes' must be a number from 0 to 1440", ERR_INPUT },
	{ "", "module alpha minutes -5", "'minutes' must be a number from 0 to 1440", ERR_INPUT },
	{ "", "module alpha dropped maybe", "'dropped' cannot be 'maybe'", ERR_INPUT },
	{ "", "module alpha position x", "'position' must be a number", ERR_INPUT },
	{ "", "module alpha seconds 5", "unknown field 'seconds'", ERR_INPUT },
	{ "", "state alpha/none revealed", "no step 'alpha/none' in the bank", ERR_INPUT },
	{ "", "state alpha/scale open", "a step cannot be 'open'", ERR_INPUT },
	{ "state alpha/scale revealed", "state alpha/scale collecting", "is revealed: reopen it",
		ERR_FAILED },
	{ "", "entry alpha/scale shout", "answers cannot be entered by 'shout'", ERR_INPUT },
	{ "", "entry alpha/none tally", "no step 'alpha/none' in the bank", ERR_INPUT },
	{ "", "reopen alpha/scale", "is not revealed yet", ERR_FAILED },
	{ "", "reopen alpha/none", "no step 'alpha/none' in the bank", ERR_INPUT },
	{ "", "ballot alpha/none 1 own 4", "no step 'alpha/none' in the bank", ERR_INPUT },
	{ "", "ballot alpha/scale 9 own 4", "no person 9 in the session", ERR_INPUT },
	{ "", "ballot alpha/scale 0 own 4", "no person 0 in the session", ERR_INPUT },
	{ "", "ballot alpha/scale -4 own 4", "no person -4 in the session", ERR_INPUT },
	{ "", "ballot alpha/scale 1 both 4", "no such answer", ERR_INPUT },
	{ "", "ballot alpha/quiet 1 prediction 4", "asks for no prediction", ERR_INPUT },
	{ "", "ballot alpha/secret -1 own 4", "is anonymous: each person answers it", ERR_INPUT },
	{ "ballot alpha/scale 1 own 4; state alpha/scale revealed", "ballot alpha/scale 1 own 5",
		"is revealed: reopen it to change an answer", ERR_FAILED },
	{ "state alpha/scale settled", "tally alpha/scale 0 own 5 1", "is revealed: reopen it",
		ERR_FAILED },
	{ "", "tally alpha/scale 2 own 5 1", "a count needs an answer, a side and a number",
		ERR_INPUT },
	{ "", "tally alpha/scale 0 own - 1", "a count needs an answer, a side and a number",
		ERR_INPUT },
	{ "", "tally alpha/scale 0 own 5 501", "a number up to 500", ERR_INPUT },
	{ "", "tally alpha/quiet 0 prediction 5 1", "asks for no prediction", ERR_INPUT },
	{ "ballot alpha/scale 1 own 4; tally alpha/scale 0 own 4 2", "tally alpha/scale 0 own 4 0",
		"were given by a person: change them there", ERR_FAILED },
	{ "ballot alpha/quiet 1 own 4; tally alpha/quiet 0 own 4 2", "tally alpha/quiet 0 own 4 0",
		"were given by a person: change them there", ERR_FAILED },
	{ "", "row-add beta/none 0 -1", "no step 'beta/none' in the bank", ERR_INPUT },
	{ "row-add beta/reg 3 -1", "row-add beta/reg 3 -1", "row 3 is in 'beta/reg' already",
		ERR_INPUT },
	{ "", "row-add beta/reg -3 -1", "a row's number cannot be -3", ERR_INPUT },
	{ "", "row-remove 3", "no row 3 in the session", ERR_INPUT },
	{ "", "cell 3 vendor X", "no row 3 in the session", ERR_INPUT },
	{ "row-add beta/reg 1 -1", "cell 1 colour X", "step 'beta/reg' has no column 'colour'",
		ERR_INPUT },
	{ "row-add beta/reg 1 -1", "cell 1 @ 1", "step 'beta/reg' has no column '@'", ERR_INPUT },
	{ "row-add beta/reg 1 -1", "cell 1 @1x 1", "step 'beta/reg' has no column '@1x'",
		ERR_INPUT },
	{ "row-add beta/reg 1 -1", "cell 1 @9 1", "no person 9 in the session", ERR_INPUT },
	{ "row-add beta/reg 1 -1", "rating beta/pairs 1 2 0 1", "no row 2 in the session",
		ERR_INPUT },
	{ "row-add beta/reg 1 -1; row-add beta/reg 2 -1", "rating beta/pairs 1 2 3 1",
		"needs a side", ERR_INPUT },
	{ "row-add beta/reg 1 -1; row-add beta/reg 2 -1", "rating beta/pairs 1 2 0 2",
		"a rating is -1, 0 or 1, not '2'", ERR_INPUT },
	{ "", "merge beta/reg ACE ACE 1", "'ACE' and 'ACE' are not two names", ERR_INPUT },
	{ "", "merge beta/reg ACE '' 1", "are not two names", ERR_INPUT },
	{ "", "item note - '' - -", "'text' is empty", ERR_INPUT },
	{ "", "item note - _ - -", "'text' is empty", ERR_INPUT },
	{ "", "item idea - Hm - -", "unknown kind of item", ERR_INPUT },
	{ "", "item note beta/none Hm - -", "no step 'beta/none' in the bank", ERR_INPUT },
	{ "item decision - Hm - -", "item-set 1 yes-0 Dev", "'Dev' is nobody of Marketing", ERR_INPUT },
	{ "item decision - Hm - -", "item-set 1 yes-1 An", "'An' is nobody of IT", ERR_INPUT },
	{ "item decision - Hm - -; item-set 1 yes-0 Ana; person-remove 1", "item-set 1 yes-0 Ana",
		"'Ana' is nobody of Marketing", ERR_INPUT },
	{ "item differ - Hm - -", "item-set 1 yes-0 Ana", "only those have 'yes-0'", ERR_INPUT },
	{ "item action - Hm - -", "item-set 1 dissent No", "only those have 'dissent'", ERR_INPUT },
	{ "item differ - Hm - -", "item-set 1 owner Ana", "only those have 'owner'", ERR_INPUT },
	{ "item differ - Hm - -", "item-set 1 done 1", "item 1 is nothing that can be done", ERR_INPUT },
	{ "item decision - Hm - -", "item-set 1 yes-2 Ana", "unknown field 'yes-2'", ERR_INPUT },
	{ "", "item-set 9 text Hm", "no item 9 in the session", ERR_INPUT },
	{ "item note - Hm - -", "item-set 1 owner Ana", "only those have 'owner'", ERR_INPUT },
	{ "item note - Hm - -", "item-set 1 due 2026-12-24", "only those have 'due'", ERR_INPUT },
	{ "item parked - Hm - -", "item-set 1 dropped No", "only those have 'dropped'", ERR_INPUT },
	{ "item action - Hm - -; item-set 1 done 1", "item-set 1 dropped No", "action 1 is done: take that back",
		ERR_INPUT },
	{ "item note - Hm - -", "item-set 1 done 1", "item 1 is nothing that can be done",
		ERR_INPUT },
	{ "item note - Hm - -", "item-set 1 text _", "'text' is empty", ERR_INPUT },
	{ "", "item-remove 9", "no item 9 in the session", ERR_INPUT },
};

/* What stands before the refused change in its set is not done either. */
START_TEST(each_refusal)
{
	const struct refusal *refusal = &refusals[_i];
	char *script = mem_printf(
		"person-add Zoe - 0 0; ballot alpha/quiet 2 own 1; %s", refusal->script);
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	char *before, *after, *image, *image_after;
	struct err err = { 0 };
	long long changes;

	fixture_apply(store, session, refusal->before);
	before = fixture_dump(store, session->id);
	image = fixture_image(session);
	changes = fixture_number(store, "SELECT count(*) FROM change");
	ck_assert_int_eq(fixture_try(store, session, script, &err), -1);
	ck_assert_msg(strstr(err.message, refusal->message) != NULL, "%s", err.message);
	ck_assert_int_eq(err.code, refusal->code);
	after = fixture_dump(store, session->id);
	image_after = fixture_image(session);
	ck_assert_str_eq(before, after);
	ck_assert_str_eq(image, image_after);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM change"), changes);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM pending"), 0);
	ck_assert_int_eq(store->depth, 0);
	free(before);
	free(after);
	free(image);
	free(image_after);
	free(script);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(statements_prepare)
{
	struct store *store = fixture_open(":memory:");
	struct err err = { 0 };

	ck_assert_msg(statements_check(store, &err) == 0, "%s", err.message);
	for (int i = 0; i < SQL_COUNT; i++)
		ck_assert_ptr_nonnull(sql_text((enum sql)i));
	store_close(store);
}
END_TEST

START_TEST(texts_are_made_harmless_and_limited)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct changes changes = { 0 };
	struct str text;
	struct err err = { 0 };

	change_item_add(&changes, ITEM_NOTE, NULL, " one\n\x1b[2Jtwo \n", NULL, DAY_NONE);
	change_person_set(&changes, 1, "name", " A\x1b\tna\n ");
	ck_assert_int_eq(store_apply(store, session, &changes, &err), 0);
	ck_assert_str_eq(session->items[0].text, "one\n\xe2\x90\x9b[2Jtwo");
	ck_assert_ptr_null(strchr(session->people[0].name, '\x1b'));
	changes_release(&changes);

	str_init(&text);
	str_repeat(&text, "x", 4000);
	change_item_set(&changes, 1, "text", text.data);
	ck_assert_int_eq(store_apply(store, session, &changes, &err), 0);
	changes_release(&changes);
	str_addc(&text, 'x');
	change_item_set(&changes, 1, "text", text.data);
	ck_assert_int_eq(store_apply(store, session, &changes, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "'text' is longer than 4000 bytes"));
	changes_release(&changes);
	str_cut(&text, 201);
	change_person_set(&changes, 1, "name", text.data);
	ck_assert_int_eq(store_apply(store, session, &changes, &err), -1);
	ck_assert_ptr_nonnull(strstr(err.message, "'name' is longer than 200 bytes"));
	changes_release(&changes);
	str_release(&text);
	session_free(session);
	store_close(store);
}
END_TEST

/* The database of somebody else may hold what we would never have stored. */
START_TEST(what_was_stored_by_others_is_checked)
{
	static const char *const bad[] = {
		"PRAGMA ignore_check_constraints = ON; UPDATE person SET side = 7 WHERE id = 1",
		"PRAGMA ignore_check_constraints = ON; UPDATE step SET state = 'lost'",
		"PRAGMA ignore_check_constraints = ON; UPDATE ballot SET side = -9",
		"PRAGMA ignore_check_constraints = ON; UPDATE item SET kind = 'idea'",
		"PRAGMA ignore_check_constraints = ON; UPDATE session SET state = ''",
		"UPDATE module SET id = 'elsewhere' WHERE id = 'alpha'",
		"UPDATE item SET due = 9999999999",
		"UPDATE step SET round = 99999999999",
	};

	for (size_t i = 0; i < COUNT_OF(bad); i++) {
		struct store *store = fixture_open(":memory:");
		struct session *session = fixture_session(store);
		struct err err = { 0 };

		fixture_apply(
			store, session, "ballot alpha/scale 1 own 4; item action - Call Ana -");
		ck_assert_int_eq(store_execute(store, bad[i], &err), 0);
		ck_assert_msg(store_reload(store, session, &err) == -1, "%s", bad[i]);
		ck_assert_int_eq(err.code, ERR_INPUT);
		ck_assert_str_eq(session->people[0].name, "Ana");
		session_free(session);
		store_close(store);
	}
}
END_TEST

START_TEST(stored_controls_do_not_come_out)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct session_head *heads;
	size_t count;

	ck_assert_int_eq(
		store_execute(store, "UPDATE session SET title = 'a' || char(27) || 'b'", NULL), 0);
	ck_assert_int_eq(store_reload(store, session, NULL), 0);
	ck_assert_str_eq(session->title, "a\xe2\x90\x9b" "b");
	ck_assert_int_eq(store_heads(store, 0, &heads, &count, NULL), 0);
	ck_assert_str_eq(heads[0].title, "a\xe2\x90\x9b" "b");
	session_head_release(&heads[0]);
	free(heads);
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-change");
	TCase *tcase = tcase_create("change");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_loop_test(tcase, each_change, 0, (int)COUNT_OF(vectors));
	tcase_add_loop_test(tcase, each_refusal, 0, (int)COUNT_OF(refusals));
	tcase_add_test(tcase, statements_prepare);
	tcase_add_test(tcase, texts_are_made_harmless_and_limited);
	tcase_add_test(tcase, what_was_stored_by_others_is_checked);
	tcase_add_test(tcase, stored_controls_do_not_come_out);
	tcase_set_timeout(tcase, 60);
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
