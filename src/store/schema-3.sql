-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 3.

-- A session says how answers are taken, and whether by name; blank: the audience's screen shows nothing. Whose clock
-- runs, and when (milliseconds since 1970) it was last written down; null where none runs.
ALTER TABLE session ADD COLUMN entry TEXT NOT NULL DEFAULT 'roll-call'
	CHECK (entry IN ('roll-call', 'tally', 'sealed', 'seats', 'pass', 'paper'));
ALTER TABLE session ADD COLUMN naming TEXT NOT NULL DEFAULT 'step' CHECK (naming IN ('step', 'named', 'anonymous'));
ALTER TABLE session ADD COLUMN blank INTEGER NOT NULL DEFAULT 0 CHECK (blank IN (0, 1));
ALTER TABLE session ADD COLUMN clock_owner TEXT NOT NULL DEFAULT '';
ALTER TABLE session ADD COLUMN clock_at INTEGER;
UPDATE journal SET before = json_set(before, '$.entry', 'roll-call', '$.naming', 'step')
	WHERE target = 'session' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.entry', 'roll-call', '$.naming', 'step')
	WHERE target = 'session' AND json_valid(after);

-- A step may have a way of its own, and names or none of its own; else it goes by the session. Made anew, as a check
-- cannot be changed.
ALTER TABLE step RENAME TO step_2;

-- Steps that something has happened to; the others are waiting.
CREATE TABLE step (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	step TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'waiting'
		CHECK (state IN ('waiting', 'collecting', 'revealed', 'settled')),
	entry TEXT NOT NULL DEFAULT ''
		CHECK (entry IN ('', 'roll-call', 'tally', 'sealed', 'seats', 'pass', 'paper')),
	round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
	naming TEXT NOT NULL DEFAULT '' CHECK (naming IN ('', 'named', 'anonymous')),
	PRIMARY KEY (session, step)
) STRICT, WITHOUT ROWID;

INSERT INTO step (session, step, state, entry, round)
	SELECT session, step, state, iif(entry = 'roll-call', '', entry), round FROM step_2;
DROP TABLE step_2;
UPDATE journal SET before = json_set(before, '$.naming', '',
		'$.entry', iif(before ->> '$.entry' = 'roll-call', '', before ->> '$.entry'))
	WHERE target = 'step' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.naming', '',
		'$.entry', iif(after ->> '$.entry' = 'roll-call', '', after ->> '$.entry'))
	WHERE target = 'step' AND json_valid(after);

-- How often the reveal of a step's round was taken back. That it was outlives its undo.
CREATE TABLE retraction (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	step TEXT NOT NULL,
	round INTEGER NOT NULL CHECK (round > 0),
	times INTEGER NOT NULL CHECK (times > 0),
	PRIMARY KEY (session, step, round)
) STRICT, WITHOUT ROWID;

-- A module's minutes when the session began; null for one that came later, or before it began.
ALTER TABLE module ADD COLUMN planned INTEGER CHECK (planned BETWEEN 0 AND 1440);
UPDATE journal SET before = json_set(before, '$.planned', NULL) WHERE target = 'module' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.planned', NULL) WHERE target = 'module' AND json_valid(after);

-- A private note is for the facilitator: not for the audience's screen, and in a report only where asked for.
ALTER TABLE item ADD COLUMN private INTEGER NOT NULL DEFAULT 0
	CHECK (private IN (0, 1) AND (private = 0 OR kind = 'note'));
UPDATE journal SET before = json_set(before, '$.private', 0) WHERE target = 'item' AND json_valid(before);
UPDATE journal SET after = json_set(after, '$.private', 0) WHERE target = 'item' AND json_valid(after);
