-- SPDX-License-Identifier: GPL-3.0-or-later
-- Schema 1. Days are counted from 1970-01-01, times are seconds since then (UTC). Kinds and states
-- are stored by name. Persons, rows and items have small numbers, each session its own.

-- Banks that sessions carry; sessions of the same text share it.
CREATE TABLE bank (
	number INTEGER PRIMARY KEY,
	hash INTEGER NOT NULL,
	title TEXT NOT NULL,
	text TEXT NOT NULL
) STRICT;
CREATE INDEX bank_hash ON bank (hash);

CREATE TABLE session (
	number INTEGER PRIMARY KEY,
	id TEXT NOT NULL UNIQUE CHECK (length(id) = 8),
	bank INTEGER NOT NULL REFERENCES bank (number),
	title TEXT NOT NULL CHECK (title <> ''),
	organisation TEXT NOT NULL,
	facilitator TEXT NOT NULL,
	agenda TEXT NOT NULL,
	date INTEGER,
	state TEXT NOT NULL DEFAULT 'planned' CHECK (state IN ('planned', 'running', 'finished')),
	n_min INTEGER NOT NULL DEFAULT 3 CHECK (n_min BETWEEN 1 AND 50),
	place TEXT NOT NULL DEFAULT '',
	created INTEGER NOT NULL,
	changed INTEGER NOT NULL,
	-- Counted with each change, for the list of all sessions.
	people INTEGER NOT NULL DEFAULT 0,
	actions INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX session_bank ON session (bank);
CREATE INDEX session_changed ON session (changed);
CREATE INDEX session_date ON session (date);

CREATE TABLE person (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	id INTEGER NOT NULL CHECK (id > 0),
	name TEXT NOT NULL CHECK (name <> ''),
	role TEXT NOT NULL,
	side INTEGER NOT NULL CHECK (side IN (0, 1)),
	presence TEXT NOT NULL DEFAULT 'present' CHECK (presence IN ('present', 'away')),
	PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE module (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	id TEXT NOT NULL,
	position INTEGER NOT NULL,
	minutes INTEGER NOT NULL CHECK (minutes BETWEEN 0 AND 1440),
	dropped INTEGER NOT NULL DEFAULT 0 CHECK (dropped IN (0, 1)),
	seconds INTEGER NOT NULL DEFAULT 0 CHECK (seconds >= 0),
	PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;

-- Steps that something has happened to; the others are waiting.
CREATE TABLE step (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	step TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'waiting'
		CHECK (state IN ('waiting', 'collecting', 'revealed', 'settled')),
	entry TEXT NOT NULL DEFAULT 'roll-call' CHECK (entry IN ('roll-call', 'tally')),
	round INTEGER NOT NULL DEFAULT 1 CHECK (round > 0),
	PRIMARY KEY (session, step)
) STRICT, WITHOUT ROWID;

-- The id is random: what carries no person is kept in no order that tells anything. A person below 0
-- answers for a side (-1, -2) or the room (-3), which has no side.
CREATE TABLE ballot (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	step TEXT NOT NULL,
	round INTEGER NOT NULL CHECK (round > 0),
	id TEXT NOT NULL,
	side INTEGER CHECK (side IN (0, 1)),
	person INTEGER CHECK (person <> 0 AND person >= -3),
	own TEXT,
	prediction TEXT,
	PRIMARY KEY (session, step, round, id),
	CHECK (own IS NOT NULL OR prediction IS NOT NULL)
) STRICT, WITHOUT ROWID;
CREATE UNIQUE INDEX ballot_person ON ballot (session, step, round, person) WHERE person IS NOT NULL;

-- Who has answered an anonymous step, and whether for themselves and for the other side. Outlives a person, who may
-- come back by undo.
CREATE TABLE voted (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	step TEXT NOT NULL,
	round INTEGER NOT NULL,
	person INTEGER NOT NULL,
	own INTEGER NOT NULL CHECK (own IN (0, 1)),
	prediction INTEGER NOT NULL CHECK (prediction IN (0, 1)),
	PRIMARY KEY (session, step, round, person)
) STRICT, WITHOUT ROWID;

-- Rows of registers. A cell's column "@7" is the level of person 7.
CREATE TABLE row (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	id INTEGER NOT NULL CHECK (id > 0),
	step TEXT NOT NULL,
	position INTEGER NOT NULL,
	PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;

CREATE TABLE cell (
	session TEXT NOT NULL,
	row INTEGER NOT NULL,
	column TEXT NOT NULL,
	value TEXT NOT NULL CHECK (value <> ''),
	PRIMARY KEY (session, row, column),
	FOREIGN KEY (session, row) REFERENCES row (session, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Side 2 is what the room agreed on.
CREATE TABLE rating (
	session TEXT NOT NULL,
	step TEXT NOT NULL,
	row_a INTEGER NOT NULL,
	row_b INTEGER NOT NULL,
	side INTEGER NOT NULL CHECK (side IN (0, 1, 2)),
	value INTEGER NOT NULL CHECK (value IN (-1, 0, 1)),
	PRIMARY KEY (session, step, row_a, row_b, side),
	FOREIGN KEY (session, row_a) REFERENCES row (session, id) ON DELETE CASCADE,
	FOREIGN KEY (session, row_b) REFERENCES row (session, id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
CREATE INDEX rating_row_a ON rating (session, row_a);
CREATE INDEX rating_row_b ON rating (session, row_b);

-- Two names that are, or are not, one vendor.
CREATE TABLE merge (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	step TEXT NOT NULL,
	a TEXT NOT NULL,
	b TEXT NOT NULL,
	same INTEGER NOT NULL CHECK (same IN (0, 1)),
	PRIMARY KEY (session, step, a, b),
	CHECK (a < b)
) STRICT, WITHOUT ROWID;

CREATE TABLE item (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	id INTEGER NOT NULL CHECK (id > 0),
	kind TEXT NOT NULL CHECK (kind IN ('note', 'decision', 'action', 'parked')),
	step TEXT NOT NULL,
	text TEXT NOT NULL CHECK (text <> ''),
	owner TEXT NOT NULL CHECK (owner = '' OR kind = 'action'),
	due INTEGER CHECK (due IS NULL OR kind = 'action'),
	done INTEGER NOT NULL DEFAULT 0
		CHECK (done IN (0, 1) AND (done = 0 OR kind IN ('action', 'parked'))),
	created INTEGER NOT NULL,
	PRIMARY KEY (session, id)
) STRICT, WITHOUT ROWID;
CREATE INDEX item_open ON item (due, session) WHERE kind = 'action' AND done = 0;

-- Texts that are being typed. The one that was saved last has the largest time.
CREATE TABLE draft (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	field TEXT NOT NULL,
	text TEXT NOT NULL,
	saved INTEGER NOT NULL,
	PRIMARY KEY (session, field)
) STRICT, WITHOUT ROWID;

-- What can be undone: for each set of changes the images (JSON) of the rows that it touched.
CREATE TABLE change (
	session TEXT NOT NULL REFERENCES session (id) ON DELETE CASCADE,
	seq INTEGER NOT NULL,
	label TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'done' CHECK (state IN ('done', 'undone')),
	PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TABLE journal (
	session TEXT NOT NULL,
	seq INTEGER NOT NULL,
	n INTEGER NOT NULL,
	target TEXT NOT NULL,
	before TEXT,
	after TEXT,
	PRIMARY KEY (session, seq, n),
	FOREIGN KEY (session, seq) REFERENCES change (session, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;
