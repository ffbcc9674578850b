-- SPDX-License-Identifier: GPL-3.0-or-later
-- Tables of one connection, in memory: what must not reach the file.

-- Images of the rows that the set of changes at hand has touched so far.
CREATE TEMP TABLE pending (
	n INTEGER PRIMARY KEY,
	session TEXT NOT NULL,
	target TEXT NOT NULL,
	before TEXT,
	after TEXT
) STRICT;

-- Whose an anonymous ballot is, so that a slip can be corrected while we run.
CREATE TEMP TABLE link (
	session TEXT NOT NULL,
	step TEXT NOT NULL,
	round INTEGER NOT NULL,
	person INTEGER NOT NULL,
	ballot TEXT NOT NULL,
	PRIMARY KEY (session, step, round, person)
) STRICT, WITHOUT ROWID;

-- Like change and journal, for whatever touched an anonymous answer.
CREATE TEMP TABLE secret_change (
	session TEXT NOT NULL,
	seq INTEGER NOT NULL,
	label TEXT NOT NULL,
	state TEXT NOT NULL DEFAULT 'done',
	PRIMARY KEY (session, seq)
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE secret_journal (
	session TEXT NOT NULL,
	seq INTEGER NOT NULL,
	n INTEGER NOT NULL,
	target TEXT NOT NULL,
	before TEXT,
	after TEXT,
	PRIMARY KEY (session, seq, n),
	FOREIGN KEY (session, seq) REFERENCES secret_change (session, seq) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

-- Where anonymous rows wait while they are written anew in the order of their keys.
CREATE TEMP TABLE shuffled_ballot (
	session TEXT NOT NULL,
	step TEXT NOT NULL,
	round INTEGER NOT NULL,
	id TEXT NOT NULL,
	side INTEGER,
	own TEXT,
	prediction TEXT,
	PRIMARY KEY (id)
) STRICT, WITHOUT ROWID;

CREATE TEMP TABLE shuffled_voted (
	session TEXT NOT NULL,
	step TEXT NOT NULL,
	round INTEGER NOT NULL,
	person INTEGER NOT NULL,
	own INTEGER NOT NULL,
	prediction INTEGER NOT NULL,
	PRIMARY KEY (person)
) STRICT, WITHOUT ROWID;
