#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the tables of CSV: they are read back by SQLite's own shell and compared with what the database holds.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# restored EXPRESSION: the SQL of a cell's text without the apostrophe that keeps spreadsheets from running it.
restored() {
	echo "CASE WHEN $1 LIKE '''%' AND (instr('=+-@＝＋－＠' || char(9, 10, 13), substr(ltrim($1, ''''), 1, 1)) > 0 AND
		ltrim($1, '''') <> '') THEN substr($1, 2) ELSE $1 END"
}

# Reads all tables of a folder into one of cells: got (file, row, column, value).
gather() {
	echo "CREATE TABLE got (file, line, column, value);"
	for file in "$1"/*.csv; do
		name=$(basename "$file" .csv)
		cat <<END
.import --csv $file $name
.once $work/gather.sql
SELECT printf('INSERT INTO got SELECT ''%q'', rowid, ''%q'', "%w" FROM "%w";', '$name', name, name, '$name')
	FROM pragma_table_info('$name');
.read $work/gather.sql
END
	done
}

# What differs between the tables in $work/tables and session $2 of the database $1, a line each.
differences() {
	{
		gather "$work/tables"
		cat <<END
ATTACH '$1' AS accord;
CREATE TABLE s AS SELECT id, n_min FROM accord.session WHERE id = '$2';

-- Registers, cell by cell.
CREATE TABLE register AS
	SELECT g.file, n.value AS row, coalesce('@' || p.id, g.column) AS column, $(restored g.value) AS value
	FROM got g JOIN got n ON n.file = g.file AND n.line = g.line AND n.column = '#'
	LEFT JOIN accord.person p ON p.session = (SELECT id FROM s) AND p.name = $(restored g.column)
		AND NOT EXISTS (SELECT 1 FROM accord.cell c WHERE c.column = g.column
			AND g.file = (SELECT replace(step, '/', '-') FROM accord.row r WHERE r.session = c.session AND r.id = c.row))
	WHERE g.column <> '#';
-- Owners stand there by name.
UPDATE register SET value = coalesce((SELECT CAST(id AS TEXT) FROM accord.person
	WHERE session = (SELECT id FROM s) AND name = value), value) WHERE column IN ('first-owner', 'second-owner');
CREATE TABLE cells AS
	SELECT replace(r.step, '/', '-') AS file, CAST(r.id AS TEXT) AS row, c.column, c.value
	FROM accord.row r LEFT JOIN accord.cell c ON c.session = r.session AND c.row = r.id
	WHERE r.session = (SELECT id FROM s);
SELECT 'not in the table', * FROM (SELECT * FROM cells WHERE column IS NOT NULL EXCEPT SELECT * FROM register);
SELECT 'not in the database', * FROM (SELECT * FROM register WHERE value <> '' EXCEPT SELECT * FROM cells);
SELECT 'rows', * FROM (SELECT DISTINCT file, row FROM cells EXCEPT SELECT DISTINCT file, row FROM register);
SELECT 'rows too many', * FROM (SELECT DISTINCT file, row FROM register EXCEPT SELECT DISTINCT file, row FROM cells);

-- Answers: the first and the last round of what is revealed.
CREATE TABLE side AS SELECT 0 AS number, 'marketing' AS id UNION SELECT 1, 'it';
CREATE TABLE told AS
	SELECT b.step, b.round, b.side, b.person, nullif(b.own, '-') AS own, nullif(b.prediction, '-') AS guess
	FROM accord.ballot b LEFT JOIN accord.step t ON t.session = b.session AND t.step = b.step
	WHERE b.session = (SELECT id FROM s) AND b.round IN (1, coalesce(t.round, 1))
		AND (coalesce(t.state, '') IN ('revealed', 'settled') OR b.person = -3);
CREATE TABLE named AS
	SELECT step, CAST(round AS TEXT) AS round, coalesce(d.id, '') AS side, iif(person > 0, CAST(person AS TEXT), '') AS number,
		coalesce(own, '') AS own, coalesce(guess, '') AS guess
	FROM told LEFT JOIN side d ON d.number = side
	WHERE person IS NOT NULL AND coalesce(own, guess) IS NOT NULL;
CREATE TABLE single AS
	SELECT step, round, side, 'own' AS which, own AS answer FROM told WHERE person IS NULL AND own IS NOT NULL
	UNION ALL SELECT step, round, side, 'guess', guess FROM told WHERE person IS NULL AND guess IS NOT NULL;
CREATE TABLE nameless AS
	SELECT step, CAST(round AS TEXT) AS round, d.id AS side, which, answer, count(*) AS times
	FROM single o JOIN side d ON d.number = o.side
	WHERE (SELECT count(*) FROM single n WHERE n.step = o.step AND n.round = o.round AND n.side = o.side
		AND n.which = o.which AND n.answer <> '?') >= (SELECT n_min FROM s)
	GROUP BY 1, 2, 3, 4, 5;
CREATE TABLE ballot AS
	SELECT step, round, side, number, $(restored own) AS own, $(restored guess) AS guess, nameless FROM (
		SELECT *, number = '' AND EXISTS (SELECT 1 FROM single o WHERE o.step = b.step AND o.round = b.round)
		AS nameless FROM ballots b);
SELECT 'not among the ballots', * FROM (SELECT * FROM named
	EXCEPT SELECT step, round, side, number, own, guess FROM ballot WHERE NOT nameless);
SELECT 'no ballot', * FROM (SELECT step, round, side, number, own, guess FROM ballot WHERE NOT nameless
	EXCEPT SELECT * FROM named);
CREATE TABLE counted AS
	SELECT step, round, side, iif(own <> '', 'own', 'guess') AS which, iif(own <> '', own, guess) AS answer,
		count(*) AS times
	FROM ballot WHERE nameless GROUP BY 1, 2, 3, 4, 5;
SELECT 'not counted', * FROM (SELECT * FROM nameless EXCEPT SELECT * FROM counted);
SELECT 'counted too often', * FROM (SELECT * FROM counted EXCEPT SELECT * FROM nameless);
SELECT 'own beside a guess', step FROM ballot WHERE nameless AND own <> '' AND guess <> '';

-- What was kept, and who was there.
CREATE TABLE kept AS
	SELECT number, $(restored action) AS text, $(restored owner) AS owner, due, state FROM actions
	UNION ALL SELECT number, $(restored decision), '', '', '' FROM decisions
	UNION ALL SELECT number, $(restored text), '', '', '' FROM notes;
CREATE TABLE items AS
	SELECT CAST(id AS TEXT), text, owner, coalesce(date(due * 86400, 'unixepoch'), ''),
		iif(kind <> 'action', '', iif(dropped <> '', 'dropped', iif(done, 'done', 'open')))
	FROM accord.item WHERE session = (SELECT id FROM s) AND private = 0;
SELECT 'not kept', * FROM (SELECT * FROM items EXCEPT SELECT * FROM kept);
SELECT 'kept too much', * FROM (SELECT * FROM kept EXCEPT SELECT * FROM items);
SELECT 'nobody', * FROM (SELECT CAST(p.id AS TEXT), name, role, d.id, presence FROM accord.person p
	JOIN side d ON d.number = side WHERE session = (SELECT id FROM s)
	EXCEPT SELECT number, $(restored name), $(restored role), side, presence FROM people);
SELECT 'pairs', * FROM (SELECT CAST(row_a AS TEXT), CAST(row_b AS TEXT), CAST(value AS TEXT) FROM accord.rating
	WHERE session = (SELECT id FROM s)
	AND step IN (SELECT step FROM accord.step WHERE session = (SELECT id FROM s) AND state IN ('revealed', 'settled'))
	EXCEPT SELECT row_a, row_b, rating FROM pairs);
END
	} >"$work/compare.sql"
	sqlite3 -batch :memory: <"$work/compare.sql" 2>&1
}

# compared DESCRIPTION DATABASE SESSION
compared() {
	rm -rf "$work/tables"
	call export "$3" --database "$2" --format csv --output "$work/tables"
	is "$1: written" "$status:$out:$(sed '/^accord: left out: /d' "$work/errors")" 0::
	if [ ! -f "$work/tables/pairs.csv" ]; then
		echo step,row_a,name_a,row_b,name_b,side,rating >"$work/tables/pairs.csv"
	fi
	is "$1: the same in the database" "$(differences "$2" "$3")" ''
	if LC_ALL=C grep -q -v "$(printf '\r')\$" "$work/tables/session.csv"; then
		tap_result 1 "$1: lines end in CR LF"
	else
		tap_result 0 "$1: lines end in CR LF"
	fi
}

call demo --sessions 2
refuses 'no folder' 2 'this format is several files: say with --output=FOLDER where they go' export last --format csv
refuses 'standard output' 2 'this format is several files: *' export last --format csv
refuses 'the same by name' 2 'this format is several files: *' export last --format csv --output -
prints 'a folder' '' export last --format csv --output "$work/a/b"
refuses 'nothing is overwritten' 1 "'$work/a/b/ballots.csv' exists already: choose another name or use --force" \
	export last --format csv --output "$work/a/b"
rm "$work/a/b/session.csv" "$work/a/b/ballots.csv"
refuses 'whatever is there' 1 "'$work/a/b/*.csv' exists already: *" export last --format csv --output "$work/a/b"
absent 'and nothing is written' "$work/a/b/session.csv" "$work/a/b/ballots.csv"
prints 'with --force it is' '' export last --format csv --output "$work/a/b" --force
call export last --format csv --output "$work/again"
ok 'the tables are the same each time' diff -r "$work/a/b" "$work/again"
echo >"$work/file"
refuses 'a file instead of a folder' 1 "*'$work/file'*" export last --format csv --output "$work/file"

echo a,b >"$work/file"
if ! command -v sqlite3 >/dev/null || ! sqlite3 :memory: ".import --csv $work/file t" >/dev/null 2>&1; then
	skip 'the tables are read by another program' 'there is no sqlite3, or one from before its --csv'
	tap_end
fi


call demo --sessions 6 --people 12 --seed 5 --database "$work/demo.db"
for id in $("$ACCORD" list --database "$work/demo.db" | sed 1d | cut -d ' ' -f 1); do
	compared "demo session $id" "$work/demo.db" "$id"
done

for script in two-hours day anonymous; do
	"$srcdir/tests/play" "$srcdir/tests/scripts/$script.script" "$work/$script" >"$work/played" 2>&1
	# shellcheck disable=SC2046
	for id in $("$ACCORD" list --database "$work/$script/accord.db" | sed 1d | cut -d ' ' -f 1); do
		compared "$script" "$work/$script/accord.db" "$id"
	done
done

# What spreadsheets would run, and what separates cells.
cat >"$work/people" <<'END'
=HYPERLINK("http://example.org"); +1; it
@Ana "the" O'Brien; -2; marketing
'''=Ben; head of "A, B"; it
Dömötör 佐藤 👩‍🔧; x; marketing
vendor; ; it
END
id=$("$ACCORD" new --title '=1+1' --organisation '@SUM(A1)' --facilitator "'+x" --people "$work/people" --agenda day)
sqlite3 "$ACCORD_DATABASE" <<END
INSERT INTO row VALUES ('$id', 1, 'vendors/contracts', 1), ('$id', 2, 'vendors/contracts', 2),
	('$id', 3, 'vendors/contracts', 3), ('$id', 4, 'talent/skills', 1);
INSERT INTO cell SELECT '$id', column1, column2, column3 FROM (VALUES
	(1, 'vendor', '=cmd|'' /C calc''!A0'), (1, 'spend', '-5'), (1, 'category', '-5'), (1, 'owner', '"quoted", and more'),
	(2, 'vendor', '''=already'''), (2, 'spend', '=1+1'), (2, 'owner', '👩‍🔧 漢字'),
	(3, 'vendor', '''''@'), (3, 'category', ' blanks '),
	(4, 'skill', '+skill'), (4, '@1', '0'), (4, '@2', '1'), (4, '@3', '2'), (4, '@4', '3'), (4, '@5', '4'));
INSERT INTO item (session, id, kind, step, text, owner, due, done, created, private) VALUES
	('$id', 1, 'action', '', '=2+2' || char(10) || 'two "lines"', '+Ana', 20000, 0, 1, 0),
	('$id', 2, 'note', 'pulse/alignment', '-3', '', NULL, 0, 1, 0),
	('$id', 3, 'decision', 'none/here', '＝1', '', NULL, 0, 1, 0),
	('$id', 4, 'note', '', '''', '', NULL, 0, 1, 0),
	('$id', 5, 'note', '', 'for me alone', '', NULL, 0, 1, 1);
END
compared 'hostile cells' "$ACCORD_DATABASE" "$id"
is 'a number below 0 stays one' "$(grep -c ',-5,' "$work/tables/vendors-contracts.csv")" 1
is 'a text of the same digits does not' "$(grep -c ",'-5," "$work/tables/vendors-contracts.csv")" 1
is 'no cell opens a formula' "$(LC_ALL=C grep -E -c '(^|,)"?([=+@]|-[^0-9])' "$work"/tables/*.csv | grep -v ':0$')" ''
is 'a private note is left out' "$(cat "$work"/tables/*.csv | grep -c 'for me alone')" 0
like 'and that is said' "$(cat "$work/tables/session.csv")" '*,1,0*'
call export "$id" --format csv --output "$work/private" --private
is 'with --private it is there' "$(cat "$work"/private/*.csv | grep -c 'for me alone')" 1

tap_end
