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
