/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The text of every SQL statement. */
#include "store/statement.h"

#include "model/session.h"
#include "store/search-index.h"

/* One round of one step. */
#define ROUND "session = :session AND step = :step AND round = :round"
/* Ballots of a side that hold only this one answer and may be anybody's. */
#define BARE(own, other) \
	ROUND " AND side = :side AND person IS NULL AND " own " = :value AND " other " IS NULL" \
	" AND id NOT IN (SELECT ballot FROM link WHERE " ROUND ")"
/*
 * Whether a side has more answers than people, and some are nobody's. Those who are gone have left theirs, it is not
 * known on which side.
 */
#define OVERFULL(which) \
	"SELECT (SELECT count(*) FROM ballot WHERE " ROUND " AND side = :side AND " which " IS NOT NULL)" \
	" > (SELECT count(*) FROM person WHERE session = :session AND side = :side)" \
	" + (SELECT count(*) FROM voted WHERE " ROUND " AND " which " = 1" \
	" AND person NOT IN (SELECT id FROM person WHERE session = :session))" \
	" AND (SELECT count(*) FROM ballot WHERE " ROUND " AND person IS NULL AND " which " IS NOT NULL)" \
	" > (SELECT count(*) FROM voted WHERE " ROUND " AND " which " = 1)"
/* The name of a person of that side; null where somebody else of the side has it, too. */
#define NAME_ALONE(side) \
	"(SELECT max(name) FROM person WHERE session = :session AND side = " side \
	" AND name = (SELECT name FROM person WHERE session = :session AND id = :id AND side = " side ")" \
	" HAVING count(*) = 1)"

/* Whether a session that is not cancelled, and is another one, has taken up the action i. */
#define TAKEN_UP \
	"EXISTS (SELECT 1 FROM item t JOIN session ts ON ts.id = t.session WHERE t.carried_session = i.session" \
	" AND t.carried_item = i.id AND t.carried_session <> '' AND t.session <> i.session AND ts.halted <> 'cancelled')"
/* Whether the item i is an action that somebody still has to see to. Nothing is open in a session that is cancelled. */
#define OPEN_ACTION "i.kind = 'action' AND i.done = 0 AND i.dropped = '' AND NOT " TAKEN_UP
/* The action of a later session that takes up the action i, such as "k3f9a2bc/4"; "" where there is none. */
#define TAKER \
	"coalesce((SELECT t.session || '/' || t.id FROM item t JOIN session ts ON ts.id = t.session" \
	" WHERE t.carried_session = i.session AND t.carried_item = i.id AND t.carried_session <> ''" \
	" AND t.session <> i.session AND ts.halted <> 'cancelled' ORDER BY ts.date DESC, ts.number DESC LIMIT 1), '')"
/* An action as lists across sessions show it; the sessions in their order, or the items. */
#define ACTION_HEADS(taker, tables) \
	"SELECT i.session, s.title, s.organisation, s.date, s.state, i.id, i.text, i.owner, i.due, i.done, i.dropped," \
	" i.step, i.carried, iif(i.carried = 0, '', i.carried_session || '/' || i.carried_item)," \
	" " taker ", i.created, s.number FROM " tables " WHERE s.halted <> 'cancelled' AND "
#define BY_SESSION "session s CROSS JOIN item i ON i.session = s.id"
#define BY_ITEM "item i CROSS JOIN session s ON s.id = i.session"
/* Heads of sessions. */
#define HEADS \
	"SELECT s.id, s.title, s.organisation, s.facilitator, b.title, s.date, s.state, s.people," \
	" iif(s.halted = 'cancelled', 0, s.actions), iif(s.halted = 'cancelled', 0," \
	" (SELECT count(*) FROM item i WHERE i.session = s.id AND i.due < :today AND " OPEN_ACTION "))," \
	" s.changed, s.halted, s.follows, s.harmony_low, s.harmony_high, s.stale, s.number" \
	" FROM session s JOIN bank b ON b.number = s.bank"
/* The sessions that one follows, one after the other. */
#define CHAIN \
	"WITH RECURSIVE chain (id) AS (SELECT follows FROM session WHERE id = :session UNION" \
	" SELECT s.follows FROM session s JOIN chain c ON s.id = c.id)"
/* A column of what was found, with marks around the places. */
#define MARKED(column) "highlight(search, " #column ", char(2), char(3))"
/* The newest session of a bank that has a module on its agenda, of those that are only planned or of the others. */
#define ASKED_OF(columns, is_planned) \
	"SELECT " columns " FROM session s CROSS JOIN module m ON m.session = s.id AND m.id = :module AND m.dropped = 0" \
	" WHERE s.bank = :bank AND s.halted <> 'cancelled' AND s.state " is_planned " 'planned'" \
	" ORDER BY s.date DESC, s.number DESC LIMIT 1"

static const char *const table[SQL_COUNT] = {
	[SQL_BEGIN_READ] = "BEGIN",
	[SQL_BEGIN_WRITE] = "BEGIN IMMEDIATE",
	[SQL_COMMIT] = "COMMIT",
	[SQL_ROLLBACK] = "ROLLBACK",
	[SQL_SAVEPOINT] = "SAVEPOINT nested",
	[SQL_RELEASE] = "RELEASE nested",
	[SQL_ROLLBACK_TO] = "ROLLBACK TO nested",
	[SQL_DATA_VERSION] = "PRAGMA data_version",

	[SQL_BANK_FIND] = "SELECT number FROM bank WHERE hash = :hash AND text = :text",
	[SQL_BANK_ADD] = "INSERT INTO bank (hash, title, text) VALUES (:hash, :title, :text)",
	[SQL_BANK_SWEEP] = "DELETE FROM bank WHERE number NOT IN (SELECT bank FROM session)",
	[SQL_SESSION_ADD] =
		"INSERT INTO session (id, bank, title, organisation, facilitator, agenda, date,"
		" created, changed, follows)"
		" VALUES (:session, :bank, :title, :organisation, :facilitator, :agenda, :date,"
		" :now, :now, :follows)",
	[SQL_SESSION_REMOVE] = "DELETE FROM session WHERE id = :session",
	[SQL_SESSION_TOUCH] =
		"UPDATE session SET changed = :now,"
		" stale = 1, people = (SELECT count(*) FROM person WHERE session = :session),"
		" actions = (SELECT count(*) FROM item i WHERE i.session = :session AND " OPEN_ACTION ")"
		" WHERE id = :session",
	/* What it takes up, or no longer does, is open no longer, or again, where it came from. */
	[SQL_SESSION_RECOUNT] =
		CHAIN " UPDATE session SET actions ="
		" (SELECT count(*) FROM item i WHERE i.session = session.id AND " OPEN_ACTION ")"
		" WHERE id <> :session AND id IN (SELECT id FROM chain UNION"
		" SELECT carried_session FROM item WHERE session = :session AND carried_session <> '')",
	[SQL_SESSION_SET_CANCELLED] = "UPDATE session SET halted = 'cancelled' WHERE id = :session",
	[SQL_SITTING_ADD] =
		"INSERT INTO sitting (session, token, changes) VALUES (:session, :token, 1)"
		" ON CONFLICT (session, token) DO UPDATE SET changes = changes + 1",
	[SQL_SESSION_STALE] = "SELECT id FROM session WHERE stale = 1 ORDER BY changed DESC LIMIT 1",
	[SQL_SESSION_DERIVED] =
		"UPDATE session SET stale = 0, harmony_low = :low, harmony_high = :high WHERE id = :session",
	[SQL_SESSIONS_STALE] = "UPDATE session SET stale = 1, search_from = 0",
	[SQL_SESSIONS_COUNT_STALE] = "SELECT count(*) FROM session WHERE stale = 1",
	[SQL_SESSION_PLACE] =
		"UPDATE session SET place = :step, changed = :now WHERE id = :session",
	[SQL_SESSION_EXISTS] = "SELECT 1 FROM session WHERE id = :session",
	[SQL_SESSION_LAST] = "SELECT id FROM session ORDER BY changed DESC, number DESC LIMIT 1",
	[SQL_SESSION_PREFIX] =
		"SELECT id FROM session WHERE id >= :name AND id < :name || '~'"
		" ORDER BY id LIMIT 2",
	[SQL_SESSION_UNFINISHED] =
		"SELECT id FROM session WHERE state <> 'finished' AND halted = ''"
		" ORDER BY changed DESC, number DESC LIMIT 1",
	[SQL_SESSION_HEADS] = HEADS " ORDER BY s.date DESC, s.number DESC",
	/* What has changed since, one by its id, and those that they follow, whose actions they may have taken up. */
	[SQL_SESSION_HEADS_CHANGED] =
		"WITH RECURSIVE touched (id) AS (SELECT id FROM session WHERE changed >= :since"
		" UNION SELECT :session UNION SELECT s.follows FROM session s JOIN touched t ON t.id = s.id"
		" WHERE s.follows <> '') "
		HEADS " WHERE s.id IN (SELECT id FROM touched) ORDER BY s.date DESC, s.number DESC",
	[SQL_GLANCE_MODULES] =
		"SELECT id, minutes FROM module WHERE session = :session AND dropped = 0 ORDER BY position, id",
	[SQL_GLANCE_ACTIONS] =
		"SELECT i.id, i.text, i.owner, i.due FROM item i JOIN session s ON s.id = i.session"
		" WHERE i.session = :session AND s.halted <> 'cancelled' AND " OPEN_ACTION
		" ORDER BY i.due IS NULL, i.due, i.id",
	[SQL_GLANCE_FOLLOWED] =
		"SELECT e.title, e.date FROM session s JOIN session e ON e.id = s.follows"
		" WHERE s.id = :session AND s.follows <> ''",
	[SQL_SESSION_FOLLOWERS] =
		"SELECT id, title, date, state, halted FROM session WHERE follows = :session AND follows <> ''"
		" ORDER BY date, number",
	[SQL_SESSION_TITLE] = "UPDATE session SET title = :value WHERE id = :session",
	[SQL_SESSION_ORGANISATION] = "UPDATE session SET organisation = :value WHERE id = :session",
	[SQL_SESSION_FACILITATOR] = "UPDATE session SET facilitator = :value WHERE id = :session",
	[SQL_SESSION_DATE] = "UPDATE session SET date = :value WHERE id = :session",
	[SQL_SESSION_STATE] = "UPDATE session SET state = :value WHERE id = :session",
	[SQL_SESSION_HALT] = "UPDATE session SET halted = :value WHERE id = :session",
	[SQL_SESSION_HALTED] = "SELECT halted FROM session WHERE id = :session",
	[SQL_SESSION_N_MIN] = "UPDATE session SET n_min = :value WHERE id = :session",
	[SQL_SESSION_ENTRY] = "UPDATE session SET entry = :value WHERE id = :session",
	[SQL_SESSION_NAMING] = "UPDATE session SET naming = :value WHERE id = :session",
	[SQL_SESSION_BLANK] = "UPDATE session SET blank = :value WHERE id = :session",
	[SQL_CLOCK_GET] = "SELECT clock_owner, clock_at, place FROM session WHERE id = :session",
	[SQL_CLOCK_SET] = "UPDATE session SET clock_owner = :owner, clock_at = :at WHERE id = :session",

	[SQL_LOAD_SESSION] =
		"SELECT title, organisation, facilitator, agenda, date, state, n_min, place,"
		" halted, entry, naming, blank, clock_owner, clock_at, follows, withheld, changed FROM session WHERE id = :session",
	[SQL_LOAD_BANK] =
		"SELECT b.text FROM session s JOIN bank b ON b.number = s.bank"
		" WHERE s.id = :session",
	[SQL_LOAD_PEOPLE] =
		"SELECT id, name, role, side, presence FROM person WHERE session = :session"
		" ORDER BY id",
	[SQL_LOAD_MODULES] =
		"SELECT id, minutes, dropped, seconds, planned FROM module WHERE session = :session"
		" ORDER BY position, id",
	[SQL_LOAD_STEPS] =
		"SELECT step, state, entry, round, naming FROM step WHERE session = :session",
	/* Named ballots by person, then sides and room; the anonymous by their content. */
	[SQL_LOAD_BALLOTS] =
		"SELECT b.step, b.person, b.side, b.own, b.prediction, b.round < coalesce(s.round, 1)"
		" FROM ballot b LEFT JOIN step s ON s.session = b.session AND s.step = b.step"
		" WHERE b.session = :session AND b.round IN (1, coalesce(s.round, 1))"
		" ORDER BY b.step, b.person IS NULL, b.person < 0, abs(b.person), b.side, b.own,"
		" b.prediction",
	[SQL_LOAD_RETRACTIONS] =
		"SELECT r.step, r.times, r.round < coalesce(s.round, 1) FROM retraction r"
		" LEFT JOIN step s ON s.session = r.session AND s.step = r.step"
		" WHERE r.session = :session AND r.round IN (1, coalesce(s.round, 1)) ORDER BY r.step, r.round",
	[SQL_LOAD_VOTED] =
		"SELECT v.step, v.person, v.own, v.prediction FROM voted v"
		" LEFT JOIN step s ON s.session = v.session AND s.step = v.step"
		" WHERE v.session = :session AND v.round = coalesce(s.round, 1)"
		" ORDER BY v.step, v.person",
	[SQL_LOAD_ROWS] =
		"SELECT id, step FROM row WHERE session = :session ORDER BY step, position, id",
	[SQL_LOAD_CELLS] =
		"SELECT row, column, value FROM cell WHERE session = :session ORDER BY row, column",
	[SQL_LOAD_RATINGS] =
		"SELECT step, row_a, row_b, side, value FROM rating WHERE session = :session"
		" ORDER BY step, row_a, row_b, side",
	[SQL_LOAD_MERGES] =
		"SELECT step, a, b, same FROM merge WHERE session = :session ORDER BY step, a, b",
	[SQL_LOAD_ITEMS] =
		"SELECT id, kind, step, text, owner, due, done, created, yes_0, yes_1, dissent, private,"
		" dropped, carried_session, carried_item, carried"
		" FROM item"
		" WHERE session = :session ORDER BY id",
	/* The session that this one follows, and those that it took actions up from, and these as they were there. */
	[SQL_LOAD_FOLLOWS] =
		"SELECT 0, e.title, e.date, NULL FROM session s JOIN session e ON e.id = s.follows WHERE s.id = :session"
		" UNION ALL SELECT t.id, '', e.date, f.due FROM item t JOIN session e ON e.id = t.carried_session"
		" LEFT JOIN item f ON f.session = t.carried_session AND f.id = t.carried_item"
		" WHERE t.session = :session AND t.carried_session <> ''",
	/* Where the actions were taken up, and again, the last one at the end. However they refer to each other, it ends. */
	[SQL_LOAD_LATER] =
		"WITH RECURSIVE later (first, depth, session, item) AS ("
		"SELECT t.carried_item, 1, t.session, t.id FROM item t JOIN session ts ON ts.id = t.session"
		" WHERE t.carried_session = :session AND t.carried_session <> '' AND t.session <> :session"
		" AND ts.halted <> 'cancelled'"
		" UNION ALL SELECT l.first, l.depth + 1, t.session, t.id FROM later l"
		" JOIN item t ON t.carried_session = l.session AND t.carried_item = l.item AND t.carried_session <> ''"
		" AND t.session <> l.session JOIN session ts ON ts.id = t.session WHERE ts.halted <> 'cancelled'"
		" AND l.depth < 1000 LIMIT 10000)"
		" SELECT l.first, l.session, l.item, s.date, i.due, i.done, i.dropped FROM later l"
		" JOIN session s ON s.id = l.session JOIN item i ON i.session = l.session AND i.id = l.item"
		" ORDER BY l.first, l.depth, s.number",

	/* What a session in memory does not have. */
	[SQL_ARCHIVE_SESSION] =
		"SELECT s.created, s.changed, s.follows, s.withheld, b.text FROM session s"
		" JOIN bank b ON b.number = s.bank WHERE s.id = :session",
	[SQL_ARCHIVE_BALLOTS] =
		"SELECT step, round, person, side, own, prediction FROM ballot WHERE session = :session"
		" ORDER BY step, round",
	[SQL_ARCHIVE_VOTED] =
		"SELECT step, round, person, own, prediction FROM voted WHERE session = :session ORDER BY step, round",
	[SQL_ARCHIVE_RETRACTIONS] =
		"SELECT step, round, times FROM retraction WHERE session = :session ORDER BY step, round",
	[SQL_ARCHIVE_SITTINGS] = "SELECT token, changes FROM sitting WHERE session = :session",
	[SQL_RESTORE_SESSION] =
		"INSERT INTO session (id, bank, title, organisation, facilitator, agenda, created, changed)"
		" VALUES (:session, :bank, '-', '', '', '', 0, 0)",
	[SQL_RESTORE_HEAD] =
		"UPDATE session SET bank = :bank, title = :title, organisation = :organisation,"
		" facilitator = :facilitator, agenda = :agenda, date = :date, state = :state, halted = :halted,"
		" entry = :entry, naming = :naming, n_min = :n_min, blank = :blank, place = :place, follows = :follows,"
		" withheld = :withheld, created = :created, clock_owner = '', clock_at = NULL WHERE id = :session",
	[SQL_RESTORE_PERSON] =
		"INSERT INTO person (session, id, name, role, side, presence)"
		" VALUES (:session, :id, :name, :role, :side, :presence)",
	[SQL_RESTORE_MODULE] =
		"INSERT INTO module (session, id, position, minutes, dropped, seconds, planned)"
		" VALUES (:session, :module, :position, :minutes, :dropped, :seconds, :planned)",
	[SQL_RESTORE_STEP] =
		"INSERT INTO step (session, step, state, entry, round, naming)"
		" VALUES (:session, :step, :state, :entry, :round, :naming)",
	[SQL_RESTORE_RETRACTION] =
		"INSERT INTO retraction (session, step, round, times) VALUES (:session, :step, :round, :times)",
	[SQL_RESTORE_ITEM] =
		"INSERT INTO item (session, id, kind, step, text, owner, due, done, created, yes_0, yes_1, dissent,"
		" private, dropped, carried_session, carried_item, carried)"
		" VALUES (:session, :id, :kind, :step, :text, :owner, :due, :done, :created, :yes_0, :yes_1, :dissent,"
		" :private, :dropped, :carried_session, :carried_item, :carried)",
	[SQL_RESTORE_SITTING] =
		"INSERT INTO sitting (session, token, changes) VALUES (:session, :token, :changes)",
	[SQL_CLEAR_PEOPLE] = "DELETE FROM person WHERE session = :session",
	[SQL_CLEAR_MODULES] = "DELETE FROM module WHERE session = :session",
	[SQL_CLEAR_STEPS] = "DELETE FROM step WHERE session = :session",
	[SQL_CLEAR_BALLOTS] = "DELETE FROM ballot WHERE session = :session",
	[SQL_CLEAR_VOTED] = "DELETE FROM voted WHERE session = :session",
	[SQL_CLEAR_RETRACTIONS] = "DELETE FROM retraction WHERE session = :session",
	[SQL_CLEAR_RATINGS] = "DELETE FROM rating WHERE session = :session",
	[SQL_CLEAR_CELLS] = "DELETE FROM cell WHERE session = :session",
	[SQL_CLEAR_ROWS] = "DELETE FROM row WHERE session = :session",
	[SQL_CLEAR_MERGES] = "DELETE FROM merge WHERE session = :session",
	[SQL_CLEAR_ITEMS] = "DELETE FROM item WHERE session = :session",
	[SQL_CLEAR_SITTINGS] = "DELETE FROM sitting WHERE session = :session",
	[SQL_CLEAR_CHANGES] = "DELETE FROM change WHERE session = :session",

	/* A number that has voted is not given to somebody else. */
	[SQL_PERSON_NEXT] =
		"SELECT 1 + max("
		"(SELECT coalesce(max(id), 0) FROM person WHERE session = :session),"
		" (SELECT coalesce(max(person), 0) FROM voted WHERE session = :session))",
	[SQL_PERSON_TAKEN] =
		"SELECT 1 WHERE"
		" EXISTS (SELECT 1 FROM person WHERE session = :session AND id = :id)"
		" OR EXISTS (SELECT 1 FROM voted WHERE session = :session AND person = :id)",
	[SQL_PERSON_ADD] =
		"INSERT INTO person (session, id, name, role, side)"
		" VALUES (:session, :id, :name, :role, :side)",
	[SQL_PERSON_SIDE] = "SELECT side FROM person WHERE session = :session AND id = :id",
	[SQL_PERSON_OF_SIDE] =
		"SELECT 1 FROM person WHERE session = :session AND side = :side AND name = :value"
		" LIMIT 1",
	[SQL_PERSON_SET_NAME] =
		"UPDATE person SET name = :value WHERE session = :session AND id = :id",
	[SQL_PERSON_SET_ROLE] =
		"UPDATE person SET role = :value WHERE session = :session AND id = :id",
	[SQL_PERSON_SET_SIDE] =
		"UPDATE person SET side = :value WHERE session = :session AND id = :id",
	[SQL_PERSON_SET_PRESENCE] =
		"UPDATE person SET presence = :value WHERE session = :session AND id = :id",
	[SQL_PERSON_BALLOTS_SIDE] =
		"UPDATE ballot SET side = :side WHERE session = :session AND person = :id",
	[SQL_PERSON_BALLOTS_REMOVE] =
		"DELETE FROM ballot WHERE session = :session AND person = :id",
	[SQL_PERSON_LEVELS_REMOVE] =
		"DELETE FROM cell WHERE session = :session AND column = '@' || :id",
	[SQL_PERSON_CELLS_REMOVE] =
		"DELETE FROM cell WHERE session = :session AND column = :column AND value = :value"
		" AND row IN (SELECT id FROM row WHERE session = :session AND step = :step)",
	[SQL_PERSON_REMOVE] = "DELETE FROM person WHERE session = :session AND id = :id",

	[SQL_MODULE_ADD] =
		"INSERT INTO module (session, id, position, minutes)"
		" SELECT :session, :module, coalesce(max(position) + 1, 0), :minutes"
		" FROM module WHERE session = :session",
	[SQL_MODULE_GET] = "SELECT 1 FROM module WHERE session = :session AND id = :module",
	[SQL_MODULE_IDS] = "SELECT id FROM module WHERE session = :session ORDER BY position, id",
	[SQL_MODULE_SET_MINUTES] =
		"UPDATE module SET minutes = :value WHERE session = :session AND id = :module",
	[SQL_MODULE_SET_DROPPED] =
		"UPDATE module SET dropped = :value WHERE session = :session AND id = :module",
	[SQL_MODULE_SET_POSITION] =
		"UPDATE module SET position = :value WHERE session = :session AND id = :module",
	[SQL_MODULE_SPEND] =
		"UPDATE module SET seconds = seconds + :seconds"
		" WHERE session = :session AND id = :module",

	/* Once: what was planned stays, whatever the agenda becomes. */
	[SQL_MODULE_PLAN] =
		"UPDATE module SET planned = minutes WHERE session = :session AND dropped = 0"
		" AND NOT EXISTS (SELECT 1 FROM module WHERE session = :session AND planned IS NOT NULL)",

	/* The median of what modules took in other finished sessions with a bank of that title, and the same agenda. */
	[SQL_MODULE_TIMES] =
		"WITH took AS (SELECT m.id, m.seconds,"
		" row_number() OVER (PARTITION BY m.id ORDER BY m.seconds) AS place,"
		" count(*) OVER (PARTITION BY m.id) AS all_of"
		" FROM session here JOIN bank mine ON mine.number = here.bank"
		" JOIN bank b ON b.title = mine.title"
		" JOIN session s ON s.bank = b.number AND s.agenda = here.agenda AND s.id <> here.id"
		" JOIN module m ON m.session = s.id"
		" WHERE here.id = :session AND s.state = 'finished' AND s.halted = '' AND m.dropped = 0"
		" AND m.seconds >= 60)"
		" SELECT id, CAST(avg(seconds) AS INTEGER), all_of FROM took"
		" WHERE place IN ((all_of + 1) / 2, (all_of + 2) / 2) GROUP BY id ORDER BY id",

	/* A step to which nothing has happened goes by the session. */
	[SQL_STEP_GET] =
		"SELECT coalesce(p.state, 'waiting'), coalesce(p.round, 1), coalesce(p.naming, ''), s.naming"
		" FROM session s LEFT JOIN step p ON p.session = s.id AND p.step = :step"
		" WHERE s.id = :session",
	[SQL_STEP_SET_STATE] =
		"INSERT INTO step (session, step, state) VALUES (:session, :step, :value)"
		" ON CONFLICT (session, step) DO UPDATE SET state = excluded.state",
	[SQL_STEP_SET_ENTRY] =
		"INSERT INTO step (session, step, entry) VALUES (:session, :step, :value)"
		" ON CONFLICT (session, step) DO UPDATE SET entry = excluded.entry",
	[SQL_STEP_SET_NAMING] =
		"INSERT INTO step (session, step, naming) VALUES (:session, :step, :value)"
		" ON CONFLICT (session, step) DO UPDATE SET naming = excluded.naming",
	[SQL_STEPS_BEGUN] =
		"SELECT p.step, p.entry, p.naming, s.entry, s.naming FROM step p JOIN session s ON s.id = p.session"
		" WHERE p.session = :session AND p.state <> 'waiting' AND (p.entry = '' OR p.naming = '')",
	[SQL_STEPS_ANSWERED_ADD] =
		"INSERT INTO step (session, step, round) SELECT session, step, max(round) FROM ballot"
		" WHERE session = :session GROUP BY step ON CONFLICT DO NOTHING",
	[SQL_STEPS_ANSWERED] =
		"UPDATE step SET state = 'collecting' WHERE session = :session AND state = 'waiting'"
		" AND EXISTS (SELECT * FROM ballot b WHERE b.session = step.session AND b.step = step.step"
		" AND b.round = step.round)",
	[SQL_STEP_FIX] =
		"UPDATE step SET entry = :entry, naming = :naming WHERE session = :session AND step = :step",
	[SQL_STEP_SET_ROUND] =
		"UPDATE step SET round = :round, state = 'collecting'"
		" WHERE session = :session AND step = :step",

	/* Decided, agreed to differ, or to be done, on what the step came to; not what was promised in a session before. */
	[SQL_STEP_DECIDED] =
		"SELECT 1 FROM item WHERE session = :session AND step = :step"
		" AND kind IN ('decision', 'differ', 'action') AND carried = 0 LIMIT 1",
	[SQL_RETRACTION_ADD] =
		"INSERT INTO retraction (session, step, round, times) VALUES (:session, :step, :round, 1)"
		" ON CONFLICT (session, step, round) DO UPDATE SET times = times + 1",
	[SQL_RETRACTION_GET] = "SELECT times FROM retraction WHERE " ROUND,
	/* The most answers of one kind that a side gave, and the smallest group that is shown. */
	[SQL_ROUND_ANSWERS] =
		"SELECT coalesce(max(n), 0), (SELECT n_min FROM session WHERE id = :session) FROM"
		" (SELECT count(*) AS n FROM ballot WHERE " ROUND
		" AND own NOT IN ('" ANSWER_CANT_SAY "', '" ANSWER_NOT_HERE "') GROUP BY side"
		" UNION ALL SELECT count(*) FROM ballot WHERE " ROUND
		" AND prediction NOT IN ('" ANSWER_CANT_SAY "', '" ANSWER_NOT_HERE "') GROUP BY side)",
	[SQL_BALLOT_ANY] = "SELECT 1 FROM ballot WHERE " ROUND " LIMIT 1",
	[SQL_BALLOT_LOOSE] =
		"SELECT 1 FROM ballot WHERE session = :session AND person IS NULL"
		" AND id NOT IN (SELECT ballot FROM link WHERE session = :session) LIMIT 1",
	[SQL_BALLOT_OF_PERSON] =
		"SELECT id, own, prediction FROM ballot WHERE " ROUND " AND person = :person",
	[SQL_BALLOT_OF_LINK] =
		"SELECT id, own, prediction FROM ballot"
		" WHERE " ROUND " AND id = (SELECT ballot FROM link WHERE " ROUND
		" AND person = :person)",
	[SQL_BALLOT_ADD] =
		"INSERT INTO ballot (session, step, round, id, side, person, own, prediction)"
		" VALUES (:session, :step, :round, :id, :side, :person, :own, :prediction)",
	[SQL_BALLOT_SET] =
		"UPDATE ballot SET own = :own, prediction = :prediction"
		" WHERE " ROUND " AND id = :id",
	[SQL_BALLOT_REMOVE] = "DELETE FROM ballot WHERE " ROUND " AND id = :id",
	[SQL_BALLOT_CARRY_OVER] =
		"INSERT INTO ballot (session, step, round, id, side, person, own, prediction)"
		" SELECT session, step, round + 1, lower(hex(randomblob(8))), side, person, own,"
		" prediction FROM ballot WHERE " ROUND " AND person IS NOT NULL",
	[SQL_BALLOT_ROUND_REMOVE] = "DELETE FROM ballot WHERE " ROUND,
	[SQL_VOTED_GET] = "SELECT 1 FROM voted WHERE " ROUND " AND person = :person",
	[SQL_VOTED_ADD] =
		"INSERT INTO voted (session, step, round, person, own, prediction)"
		" VALUES (:session, :step, :round, :person, :own, :prediction)"
		" ON CONFLICT (session, step, round, person)"
		" DO UPDATE SET own = :own, prediction = :prediction",
	[SQL_VOTED_REMOVE] = "DELETE FROM voted WHERE " ROUND " AND person = :person",
	[SQL_VOTED_ROUND_REMOVE] = "DELETE FROM voted WHERE " ROUND,
	/* Once a round is over nobody is told apart by having given a guess or none. */
	[SQL_VOTED_EVEN] =
		"UPDATE voted SET own = 1, prediction = 1 WHERE session = :session AND (own = 0 OR prediction = 0)"
		" AND EXISTS (SELECT 1 FROM step p WHERE p.session = voted.session AND p.step = voted.step"
		" AND (p.round > voted.round OR p.state IN ('revealed', 'settled')))",
	[SQL_LINK_ADD] =
		"INSERT INTO link (session, step, round, person, ballot)"
		" VALUES (:session, :step, :round, :person, :id)"
		" ON CONFLICT (session, step, round, person) DO UPDATE SET ballot = :id",
	[SQL_SIDE_OVERFULL_OWN] = OVERFULL("own"),
	[SQL_SIDE_OVERFULL_PREDICTION] = OVERFULL("prediction"),
	[SQL_LINK_REMOVE] = "DELETE FROM link WHERE " ROUND " AND person = :person",
	[SQL_TALLY_COUNT_OWN] =
		"SELECT count(*) FROM ballot WHERE " ROUND " AND side = :side AND own = :value",
	[SQL_TALLY_COUNT_PREDICTION] =
		"SELECT count(*) FROM ballot"
		" WHERE " ROUND " AND side = :side AND prediction = :value",
	[SQL_TALLY_LOWER_OWN] =
		"DELETE FROM ballot WHERE " ROUND
		" AND id IN (SELECT id FROM ballot WHERE " BARE("own", "prediction") " ORDER BY id"
		" LIMIT :number)",
	[SQL_TALLY_LOWER_PREDICTION] =
		"DELETE FROM ballot WHERE " ROUND
		" AND id IN (SELECT id FROM ballot WHERE " BARE("prediction", "own") " ORDER BY id"
		" LIMIT :number)",

	[SQL_ROW_NEXT] = "SELECT coalesce(max(id), 0) + 1 FROM row WHERE session = :session",
	[SQL_ROW_GET] = "SELECT step FROM row WHERE session = :session AND id = :id",
	[SQL_ROW_LAST] =
		"SELECT coalesce(max(position) + 1, 0) FROM row"
		" WHERE session = :session AND step = :step",
	[SQL_ROW_AT] =
		"SELECT position FROM row WHERE session = :session AND step = :step"
		" ORDER BY position, id LIMIT 1 OFFSET :place",
	[SQL_ROW_SHIFT] =
		"UPDATE row SET position = position + 1"
		" WHERE session = :session AND step = :step AND position >= :position",
	[SQL_ROW_ADD] =
		"INSERT INTO row (session, id, step, position)"
		" VALUES (:session, :id, :step, :position)",
	[SQL_ROW_CELLS_REMOVE] = "DELETE FROM cell WHERE session = :session AND row = :id",
	[SQL_ROW_RATINGS_REMOVE] =
		"DELETE FROM rating WHERE session = :session AND (row_a = :id OR row_b = :id)",
	[SQL_ROW_REMOVE] = "DELETE FROM row WHERE session = :session AND id = :id",
	[SQL_CELL_SET] =
		"INSERT INTO cell (session, row, column, value)"
		" VALUES (:session, :id, :column, :value)"
		" ON CONFLICT (session, row, column) DO UPDATE SET value = excluded.value",
	[SQL_CELL_REMOVE] =
		"DELETE FROM cell WHERE session = :session AND row = :id AND column = :column",
	[SQL_RATING_SET] =
		"INSERT INTO rating (session, step, row_a, row_b, side, value)"
		" VALUES (:session, :step, :a, :b, :side, :value)"
		" ON CONFLICT (session, step, row_a, row_b, side)"
		" DO UPDATE SET value = excluded.value",
	[SQL_RATING_REMOVE] =
		"DELETE FROM rating"
		" WHERE session = :session AND step = :step AND row_a = :a AND row_b = :b"
		" AND side = :side",
	[SQL_MERGE_SET] =
		"INSERT INTO merge (session, step, a, b, same)"
		" VALUES (:session, :step, :a, :b, :same)"
		" ON CONFLICT (session, step, a, b) DO UPDATE SET same = excluded.same",
	[SQL_MERGE_REMOVE] =
		"DELETE FROM merge WHERE session = :session AND step = :step AND a = :a AND b = :b",

	[SQL_ITEM_NEXT] = "SELECT coalesce(max(id), 0) + 1 FROM item WHERE session = :session",
	[SQL_ITEM_KIND] = "SELECT kind FROM item WHERE session = :session AND id = :id",
	[SQL_ITEM_ADD] =
		"INSERT INTO item (session, id, kind, step, text, owner, due, private, created, carried_session,"
		" carried_item, carried)"
		" VALUES (:session, :id, :kind, :step, :text, :owner, :due, :private, :now, :from, :item, :carried)",
	/* An item of a session before: how often it was carried over, and whether it is open. */
	[SQL_ITEM_CARRIED] =
		CHAIN " SELECT i.carried, s.halted <> 'cancelled' AND i.kind = 'action' AND i.done = 0"
		" AND i.dropped = '' FROM item i JOIN session s ON s.id = i.session"
		" WHERE i.session = :from AND i.id = :item AND i.session <> :session AND i.session IN (SELECT id FROM chain)",
	[SQL_ITEM_TAKEN_UP] =
		"SELECT t.session, t.session = :session FROM item t JOIN session s ON s.id = t.session"
		" WHERE t.carried_session = :from AND t.carried_item = :item AND t.carried_session <> ''"
		" AND (t.session = :session OR s.halted <> 'cancelled') ORDER BY s.number LIMIT 1",
	[SQL_ACTIONS_UNSETTLED] =
		CHAIN " SELECT count(*) FROM chain c JOIN session s ON s.id = c.id JOIN item i ON i.session = s.id"
		" WHERE s.halted <> 'cancelled' AND s.id <> :session AND " OPEN_ACTION,
	/* Who said yes to a decision did not say it to another text. */
	[SQL_ITEM_SET_TEXT] =
		"UPDATE item SET text = :value, yes_0 = iif(text = :value, yes_0, ''),"
		" yes_1 = iif(text = :value, yes_1, '') WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_OWNER] =
		"UPDATE item SET owner = :value WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_DUE] = "UPDATE item SET due = :value WHERE session = :session AND id = :id",
	/* What was dropped may get done all the same. */
	[SQL_ITEM_SET_DONE] =
		"UPDATE item SET done = :value, dropped = iif(:value, '', dropped)"
		" WHERE session = :session AND id = :id",
	[SQL_ITEM_IS_DONE] = "SELECT done FROM item WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_DROPPED] =
		"UPDATE item SET dropped = :value WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_YES_0] =
		"UPDATE item SET yes_0 = :value WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_YES_1] =
		"UPDATE item SET yes_1 = :value WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_DISSENT] =
		"UPDATE item SET dissent = :value WHERE session = :session AND id = :id",
	[SQL_ITEM_SET_PRIVATE] =
		"UPDATE item SET private = :value WHERE session = :session AND id = :id",
	[SQL_ITEM_RENAME_YES_0] =
		"UPDATE item SET yes_0 = :value WHERE session = :session AND yes_0 = " NAME_ALONE("0"),
	[SQL_ITEM_RENAME_YES_1] =
		"UPDATE item SET yes_1 = :value WHERE session = :session AND yes_1 = " NAME_ALONE("1"),
	[SQL_ITEM_REMOVE] = "DELETE FROM item WHERE session = :session AND id = :id",

	/* Where a session has none that is open, its items are not looked at. */
	[SQL_ACTIONS_OPEN] =
		ACTION_HEADS("''", BY_SESSION) "s.number > :after AND s.actions > 0 AND " OPEN_ACTION " ORDER BY s.number",
	[SQL_ACTIONS_ALL] = ACTION_HEADS(TAKER, BY_SESSION) "s.number > :after AND i.kind = 'action' ORDER BY s.number",
	[SQL_ACTIONS_OF] = ACTION_HEADS(TAKER, BY_SESSION) "s.id = :session AND i.kind = 'action'",
	[SQL_ACTIONS_DUE] =
		ACTION_HEADS("''", BY_ITEM) "i.due IS NOT NULL AND " OPEN_ACTION " ORDER BY i.due, s.date, s.number, i.id LIMIT :limit",
	[SQL_SEARCH_PLACE] = "SELECT number, date, bank, search_from FROM session WHERE id = :session",
	[SQL_SEARCH_PLACED] = "UPDATE session SET search_from = :low WHERE id = :session",
	[SQL_SEARCH_ROWS] =
		"SELECT rowid, words, more, step FROM search WHERE rowid BETWEEN :low AND :high ORDER BY rowid",
	[SQL_SEARCH_ANY] = "SELECT 1 FROM search WHERE rowid BETWEEN :low AND :high LIMIT 1",
	[SQL_SEARCH_ADD] = "INSERT INTO search (rowid, words, more, step) VALUES (:row, :words, :more, :step)",
	[SQL_SEARCH_REMOVE] = "DELETE FROM search WHERE rowid BETWEEN :low AND :high",
	[SQL_SEARCH_OPTIMIZE] = "INSERT INTO search (search) VALUES ('optimize')",
	[SQL_SEARCH_BANKS_UNUSED] = "SELECT number FROM bank WHERE number NOT IN (SELECT bank FROM session)",
	[SQL_SEARCH_MENTIONS] =
		"SELECT search.rowid, " MARKED(0) ", " MARKED(1) ", search.step, s.id, s.title, s.organisation, s.date,"
		" s.state, s.halted, coalesce(i.done, 0), coalesce(i.dropped, '') <> '',"
		" i.id IS NOT NULL AND " TAKEN_UP
		" FROM search CROSS JOIN session s ON s.number = " SEARCH_SESSION("search.rowid")
		" LEFT JOIN item i ON i.session = s.id AND i.id = " SEARCH_REF("search.rowid")
		" WHERE search MATCH :words AND search.rowid BETWEEN :low AND :high"
		" ORDER BY search.rowid DESC LIMIT :limit",
	[SQL_SEARCH_PROMPTS] =
		"SELECT search.rowid, " MARKED(0) ", " MARKED(1) ", search.step FROM search"
		" WHERE search MATCH :words AND search.rowid BETWEEN :low AND :high"
		" ORDER BY search.rowid DESC LIMIT :limit",
	/* Of the last hundred only: a list of what was found has to be there at once. */
	[SQL_SEARCH_ASKED_LATELY] =
		"SELECT s.id, s.title, s.organisation, s.date, s.state, s.halted"
		" FROM (SELECT id, title, organisation, date, state, halted, number FROM session WHERE bank = :bank"
		" ORDER BY date DESC, number DESC LIMIT 100) s"
		" CROSS JOIN module m ON m.session = s.id AND m.id = :module AND m.dropped = 0"
		" WHERE s.halted <> 'cancelled' ORDER BY s.state = 'planned', s.date DESC, s.number DESC LIMIT 1",
	/* Each part ends with the first one, as there is an index by date. */
	[SQL_SEARCH_ASKED] =
		"SELECT id FROM (" ASKED_OF("s.id", "<>") ") UNION ALL SELECT id FROM (" ASKED_OF("s.id", "=") ") LIMIT 1",

	[SQL_DRAFT_SET] =
		"INSERT INTO draft (session, field, text, saved)"
		" SELECT :session, :field, :text, max(:now, coalesce(max(saved), 0) + 1)"
		" FROM draft WHERE session IS :session ON CONFLICT (coalesce(session, ''), field)"
		" DO UPDATE SET text = excluded.text, saved = excluded.saved",
	[SQL_DRAFT_REMOVE] = 
		"DELETE FROM draft WHERE session IS :session AND field = :field",
	[SQL_DRAFT_GET] = "SELECT text FROM draft WHERE session IS :session AND field = :field",
	[SQL_DRAFT_FIELDS] = "SELECT field FROM draft WHERE session IS :session ORDER BY saved",

	[SQL_PENDING_ANY] = "SELECT 1 FROM pending LIMIT 1",
	[SQL_PENDING_SECRET] =
		"SELECT 1 FROM pending WHERE target IN ('voted', 'link') OR (target = 'ballot'"
		" AND json_extract(coalesce(before, after), '$.person') IS NULL) LIMIT 1",
	[SQL_PENDING_ROUNDS] =
		"SELECT DISTINCT json_extract(coalesce(before, after), '$.step'),"
		" json_extract(coalesce(before, after), '$.round') FROM pending"
		" WHERE target IN ('voted', 'ballot')",
	/* Steps whose reveal is taken back. */
	[SQL_PENDING_HIDDEN] =
		"SELECT before ->> '$.step', before ->> '$.round' FROM pending"
		" WHERE target = 'step' AND before ->> '$.state' IN ('revealed', 'settled')"
		" AND (after IS NULL OR (after ->> '$.state' IN ('waiting', 'collecting')"
		" AND after ->> '$.round' = before ->> '$.round'))",
	/* Steps with answers, touched, of a round whose reveal was taken back. */
	[SQL_PENDING_FROZEN] =
		"SELECT DISTINCT r.step FROM pending p JOIN retraction r ON r.session = p.session"
		" AND r.step = coalesce(p.before, p.after) ->> '$.step'"
		" AND r.round = coalesce(p.before, p.after) ->> '$.round'"
		" WHERE p.session = :session AND (p.target = 'voted' OR (p.target = 'ballot'"
		" AND coalesce(p.before, p.after) ->> '$.person' IS NULL))",
	/* Steps whose new round is taken back although somebody answered in it. */
	[SQL_PENDING_REOPENED] =
		"SELECT p.before ->> '$.step' FROM pending p"
		" WHERE p.target = 'step' AND p.before ->> '$.round' > p.after ->> '$.round'"
		" AND EXISTS (SELECT 1 FROM ballot b WHERE b.session = p.session"
		" AND b.step = p.before ->> '$.step' AND b.round = p.before ->> '$.round')",
	/* Actions taken up again by a redo that somebody else has taken up meanwhile. */
	[SQL_PENDING_TAKEN_UP] =
		"SELECT t.session, t.text FROM pending p"
		" JOIN item t ON t.carried_session = p.after ->> '$.carried_session' AND t.carried_session <> ''"
		" AND t.carried_item = p.after ->> '$.carried_item' AND t.session <> p.session"
		" JOIN session s ON s.id = t.session"
		" WHERE p.target = 'item' AND p.before IS NULL AND s.halted <> 'cancelled' LIMIT 1",
	[SQL_PENDING_CLEAR] = "DELETE FROM pending",
	[SQL_CHANGE_DROP_UNDONE] =
		"DELETE FROM change WHERE session = :session AND state = 'undone'",
	[SQL_CHANGE_NEXT] =
		"SELECT 1 + max("
		"(SELECT coalesce(max(seq), 0) FROM change WHERE session = :session),"
		" (SELECT coalesce(max(seq), 0) FROM secret_change WHERE session = :session))",
	[SQL_CHANGE_ADD] =
		"INSERT INTO change (session, seq, label) VALUES (:session, :seq, :label)",
	[SQL_CHANGE_KEEP] =
		"INSERT INTO journal (session, seq, n, target, before, after)"
		" SELECT :session, :seq, n, target, before, after FROM pending",
	[SQL_CHANGE_LIMIT] = "DELETE FROM change WHERE session = :session AND seq <= :seq",
	[SQL_CHANGE_NEWEST] =
		"SELECT seq, label, 0 FROM change WHERE session = :session AND state = 'done'"
		" UNION ALL SELECT seq, label, 1 FROM secret_change"
		" WHERE session = :session AND state = 'done' ORDER BY seq DESC LIMIT 1",
	[SQL_CHANGE_UNDONE] =
		"SELECT seq, label, 0 FROM change WHERE session = :session AND state = 'undone'"
		" UNION ALL SELECT seq, label, 1 FROM secret_change"
		" WHERE session = :session AND state = 'undone' ORDER BY seq LIMIT 1",
	[SQL_CHANGE_STATE] =
		"UPDATE change SET state = :value WHERE session = :session AND seq = :seq",
	[SQL_JOURNAL_BACK] =
		"SELECT target, before, after FROM journal WHERE session = :session AND seq = :seq"
		" ORDER BY n DESC",
	[SQL_JOURNAL_FORTH] =
		"SELECT target, after, before FROM journal WHERE session = :session AND seq = :seq"
		" ORDER BY n",
	[SQL_SECRET_DROP_UNDONE] =
		"DELETE FROM secret_change WHERE session = :session AND state = 'undone'",
	[SQL_SECRET_ADD] =
		"INSERT INTO secret_change (session, seq, label) VALUES (:session, :seq, :label)",
	[SQL_SECRET_KEEP] =
		"INSERT INTO secret_journal (session, seq, n, target, before, after)"
		" SELECT :session, :seq, n, target, before, after FROM pending",
	[SQL_SECRET_LIMIT] = "DELETE FROM secret_change WHERE session = :session AND seq <= :seq",
	[SQL_SECRET_STATE] =
		"UPDATE secret_change SET state = :value WHERE session = :session AND seq = :seq",
	[SQL_SECRET_BACK] =
		"SELECT target, before, after FROM secret_journal"
		" WHERE session = :session AND seq = :seq ORDER BY n DESC",
	[SQL_SECRET_FORTH] =
		"SELECT target, after, before FROM secret_journal"
		" WHERE session = :session AND seq = :seq ORDER BY n",
	[SQL_SECRET_FORGET] = "DELETE FROM secret_change WHERE session = :session",
	[SQL_LINK_FORGET] = "DELETE FROM link WHERE session = :session",
	[SQL_SHUFFLE_BALLOTS_OUT] =
		"INSERT INTO shuffled_ballot"
		" SELECT session, step, round, id, side, own, prediction FROM ballot"
		" WHERE " ROUND " AND person IS NULL",
	[SQL_SHUFFLE_BALLOTS_REMOVE] = "DELETE FROM ballot WHERE " ROUND " AND person IS NULL",
	[SQL_SHUFFLE_BALLOTS_IN] =
		"INSERT INTO ballot (session, step, round, id, side, own, prediction)"
		" SELECT session, step, round, id, side, own, prediction FROM shuffled_ballot"
		" ORDER BY id",
	/*
	 * Where the newest row lay before, SQLite leaves a mark in the free space below the others: how much was free
	 * when it went, which tells its place among them. A long row that comes and goes covers that.
	 */
	[SQL_SHUFFLE_BALLOTS_COVER] =
		"INSERT INTO ballot (session, step, round, id, own)"
		" VALUES (:session, :step, :round, '', printf('%400s', ''))",
	[SQL_SHUFFLE_BALLOTS_UNCOVER] = "DELETE FROM ballot WHERE " ROUND " AND id = ''",
	[SQL_SHUFFLE_BALLOTS_CLEAR] = "DELETE FROM shuffled_ballot",
	[SQL_SHUFFLE_VOTED_OUT] =
		"INSERT INTO shuffled_voted"
		" SELECT session, step, round, person, own, prediction FROM voted"
		" WHERE " ROUND,
	[SQL_SHUFFLE_VOTED_REMOVE] = "DELETE FROM voted WHERE " ROUND,
	[SQL_SHUFFLE_VOTED_IN] =
		"INSERT INTO voted (session, step, round, person, own, prediction)"
		" SELECT session, step, round, person, own, prediction FROM shuffled_voted"
		" ORDER BY person",
	[SQL_SHUFFLE_VOTED_COVER] =
		"INSERT INTO voted (session, step, round, person, own, prediction)"
		" VALUES (:session, :step || printf('%400s', ''), :round, 0, 0, 0)",
	[SQL_SHUFFLE_VOTED_UNCOVER] =
		"DELETE FROM voted WHERE session = :session AND step = :step || printf('%400s', '')"
		" AND round = :round AND person = 0",
	[SQL_SHUFFLE_VOTED_CLEAR] = "DELETE FROM shuffled_voted",
};

const char *sql_text(enum sql sql)
{
	return table[sql];
}
