-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 4.

-- The session that this one follows, whose open actions it takes up; '' for none. It may be in another database.
ALTER TABLE session ADD COLUMN follows TEXT NOT NULL DEFAULT '';
CREATE INDEX session_follows ON session (follows) WHERE follows <> '';

-- What was left out of the file that the session came from (JSON, as in exports); '' where nothing was.
ALTER TABLE session ADD COLUMN withheld TEXT NOT NULL DEFAULT '';

-- What is worked out of a session for the list of all and for search, once it has changed: whether that is still to
-- be done, and the bounds of its harmony, null where there is none.
ALTER TABLE session ADD COLUMN stale INTEGER NOT NULL DEFAULT 1 CHECK (stale IN (0, 1));
ALTER TABLE session ADD COLUMN harmony_low INTEGER CHECK (harmony_low BETWEEN 0 AND 100);
ALTER TABLE session ADD COLUMN harmony_high INTEGER CHECK (harmony_high BETWEEN harmony_low AND 100);
CREATE INDEX session_stale ON session (changed) WHERE stale = 1;

-- Where what can be searched of a session begins in the table of search.sql; 0 where nothing is there yet. The newest
-- session of a bank is the one that is shown with a question.
ALTER TABLE session ADD COLUMN search_from INTEGER NOT NULL DEFAULT 0 CHECK (search_from >= 0);
DROP INDEX session_bank;
CREATE INDEX session_bank ON session (bank, date);

-- How often each run of the program changed a session. Of two copies, the one that has all that the other has is the
-- newer one; where each has something of its own, both were changed.
CREATE TABLE sitting (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	token TEXT NOT NULL CHECK (length(token) = 16),
	changes INTEGER NOT NULL CHECK (changes > 0),
	PRIMARY KEY (session, token)
) STRICT, WITHOUT ROWID;

-- An action may be dropped, with a reason. One that an earlier session had is taken up anew by one that follows it: where
-- it stood there, and for the how manyth time it is carried over. That makes the earlier one no longer open.
ALTER TABLE item ADD COLUMN dropped TEXT NOT NULL DEFAULT '' CHECK (dropped = '' OR (kind = 'action' AND done = 0));
ALTER TABLE item ADD COLUMN carried_session TEXT NOT NULL DEFAULT '' CHECK (carried_session = '' OR kind = 'action');
ALTER TABLE item ADD COLUMN carried_item INTEGER NOT NULL DEFAULT 0
	CHECK ((carried_item = 0) = (carried_session = '') AND carried_item >= 0);
ALTER TABLE item ADD COLUMN carried INTEGER NOT NULL DEFAULT 0
	CHECK ((carried = 0) = (carried_session = '') AND carried >= 0);
UPDATE journal SET before = json_set(before, '$.dropped', '', '$.carried_session', '', '$.carried_item', 0, '$.carried', 0)
	WHERE target = 'item' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.dropped', '', '$.carried_session', '', '$.carried_item', 0, '$.carried', 0)
	WHERE target = 'item' AND json_valid(after);
DROP INDEX item_open;
CREATE INDEX item_open ON item (due, session) WHERE kind = 'action' AND done = 0 AND dropped = '';
CREATE INDEX item_carried ON item (carried_session, carried_item) WHERE carried_session <> '';
