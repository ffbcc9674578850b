-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 2.

-- A draft may belong to no session: what is typed before there is one. Made anew, as a key column holds no null.
ALTER TABLE draft RENAME TO draft_1;

-- Texts that are being typed. The one that was saved last has the largest time.
CREATE TABLE draft (
	session TEXT REFERENCES session (id) ON DELETE CASCADE,
	field TEXT NOT NULL,
	text TEXT NOT NULL,
	saved INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX draft_field ON draft (coalesce(session, ''), field);

INSERT INTO draft (session, field, text, saved) SELECT session, field, text, saved FROM draft_1;
DROP TABLE draft_1;

-- A decision is proposed until somebody of each side says yes: by name, which stays when the person goes. What the room
-- agrees to differ on is a kind of its own. Made anew, as a check cannot be changed.
ALTER TABLE item RENAME TO item_1;

CREATE TABLE item (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	id INTEGER NOT NULL CHECK (id > 0),
	kind TEXT NOT NULL CHECK (kind IN ('note', 'decision', 'action', 'parked', 'differ')),
	step TEXT NOT NULL,
	text TEXT NOT NULL CHECK (text <> ''),
	owner TEXT NOT NULL CHECK (owner = '' OR kind = 'action'),
	due INTEGER CHECK (due IS NULL OR kind = 'action'),
	done INTEGER NOT NULL DEFAULT 0
		CHECK (done IN (0, 1) AND (done = 0 OR kind IN ('action', 'parked'))),
	created INTEGER NOT NULL,
	yes_0 TEXT NOT NULL DEFAULT '' CHECK (yes_0 = '' OR kind = 'decision'),
	yes_1 TEXT NOT NULL DEFAULT '' CHECK (yes_1 = '' OR kind = 'decision'),
	dissent TEXT NOT NULL DEFAULT '' CHECK (dissent = '' OR kind = 'decision'),
	PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;

INSERT INTO item (session, id, kind, step, text, owner, due, done, created)
	SELECT session, id, kind, step, text, owner, due, done, created FROM item_1;
DROP TABLE item_1;
CREATE INDEX item_open ON item (due, session) WHERE kind = 'action' AND done = 0;

-- The images of items get the same, so that what was done before can still be taken back. What is no image stays: undo
-- says so.
UPDATE journal SET before = json_set(before, '$.yes_0', '', '$.yes_1', '', '$.dissent', '')
	WHERE target = 'item' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.yes_0', '', '$.yes_1', '', '$.dissent', '')
	WHERE target = 'item' AND json_valid(after);

-- A session can be set aside, or cancelled, in whatever state it is; going on with it returns to that.
ALTER TABLE session ADD COLUMN halted TEXT NOT NULL DEFAULT '' CHECK (halted IN ('', 'set-aside', 'cancelled'));
UPDATE journal SET before = json_set(before, '$.halted', '') WHERE target = 'session' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.halted', '') WHERE target = 'session' AND json_valid(after);
