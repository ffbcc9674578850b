-- SPDX-License-Identifier: GPL-3.0-or-later
-- Words to be searched: what stands somewhere, and who or what for. search-index.c says which row is whose. Characters of
-- scripts that part no words, and pictures, are parted by zero-width spaces.
CREATE VIRTUAL TABLE search USING fts5 (
	words, more, step UNINDEXED,
	tokenize = "unicode61 remove_diacritics 2 categories 'L* N* Co So'", prefix = '1 2 3', columnsize = 0
);
