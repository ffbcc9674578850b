#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the calendar of what is due: it is read by python3-icalendar and compared with what the database holds.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

python=
for name in python3 /usr/bin/python3; do
	if [ -z "$python" ] && "$name" -c 'import icalendar, sqlite3' 2>/dev/null; then
		python=$name
	fi
done

# compared DESCRIPTION DATABASE SESSION
compared() {
	call export "$3" --database "$2" --format ics --output "$work/calendar.ics" --force
	is "$1: written" "$status:$out:$errors" 0::
	if [ -n "$python" ]; then
		got=$("$python" "$srcdir/tests/ics-check.py" "$2" "$3" "$work/calendar.ics" 2>&1)
		is "$1: what a calendar reads is what is due" "$got" ''
	else
		skip "$1: what a calendar reads is what is due" 'no python3 with icalendar (python3-icalendar) here'
	fi
}

call demo --sessions 6 --people 8
for id in $("$ACCORD" list | sed 1d | cut -d ' ' -f 1); do
	compared "demo session $id" "$ACCORD_DATABASE" "$id"
done

for script in two-hours day; do
	"$srcdir/tests/play" "$srcdir/tests/scripts/$script.script" "$work/$script" >"$work/played" 2>&1
	for id in $("$ACCORD" list --database "$work/$script/accord.db" | sed 1d | cut -d ' ' -f 1); do
		compared "$script" "$work/$script/accord.db" "$id"
	done
done

# The room comes back in 30 days and in 90; how often it was exported changes nothing.
"$ACCORD" export last --database "$work/day/accord.db" --format ics >"$work/day.ics"
like 'when the room comes back' "$(cat "$work/day.ics")" '*DTSTART;VALUE=DATE:20261224*SUMMARY:Follow-up: One customer*'
like 'and when again' "$(cat "$work/day.ics")" '*DTSTART;VALUE=DATE:20270222*SUMMARY:Follow-up: One customer*'
printf 'keys f\nshow\n' >"$work/follow"
for day in 2026-12-01=2026-12-24 2026-12-25=2027-02-22 2027-02-22=2027-02-22 2027-03-01=2027-03-01; do
	like "what is proposed on ${day%=*}" "$(ACCORD_NOW=${day%=*}T10:00:00 "$ACCORD" --database "$work/day/accord.db" \
		--script "$work/follow")" "*| Date  *  ${day#*=}*"
done

# A session that is ahead is in its own calendar.
id=$("$ACCORD" new --title 'Ahead; of, us \ "now"' --organisation '漢字 株式会社' --facilitator 'Rosa' --date 2027-02-28)
compared 'a session that is ahead' "$ACCORD_DATABASE" "$id"
"$ACCORD" export "$id" --format ics >"$work/one"
ACCORD_NOW=2029-01-01T10:00:00 TZ=Asia/Tokyo "$ACCORD" export "$id" --format ics >"$work/two"
ok 'it is the same at another time, elsewhere' cmp "$work/one" "$work/two"
like 'the day is that of the session' "$(cat "$work/one")" '*DTSTART;VALUE=DATE:20270228*DTEND;VALUE=DATE:20270301*'

if command -v sqlite3 >/dev/null; then
	sqlite3 "$ACCORD_DATABASE" <<END
INSERT INTO item (session, id, kind, step, text, owner, due, done, created, dropped) VALUES
	('$id', 1, 'action', 'pulse/alignment', 'first, second; third \\x \\ "x"' || char(10) || 'END:VCALENDAR', 'Ana: B', 21000, 0, 1, ''),
	('$id', 2, 'action', '', '漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字漢字👩‍🔧👩‍🔧👩‍🔧👩‍🔧👩‍🔧👩‍🔧👩‍🔧👩‍🔧', '佐藤', 21001, 0, 1, ''),
	('$id', 3, 'action', '', 'done', 'x', 21000, 1, 1, ''),
	('$id', 4, 'action', '', 'dropped', 'x', 21000, 0, 1, 'no time'),
	('$id', 5, 'action', '', 'whenever', '', NULL, 0, 1, ''),
	('$id', 6, 'action', 'none/here', 'x', '', 21000, 0, 1, '');
INSERT INTO item (session, id, kind, step, text, owner, due, done, created)
	SELECT '$id', value, 'action', '', substr(replace(hex(zeroblob(200)), '00', 'ä'), 1, value), '', 21000 + value, 0, 1
	FROM (WITH RECURSIVE n (value) AS (VALUES (7) UNION ALL SELECT value + 1 FROM n WHERE value < 160) SELECT value FROM n);
END
	compared 'hostile actions' "$ACCORD_DATABASE" "$id"
	# What a later session took up is due there, and no longer here.
	later=$("$ACCORD" new --title Later --date 2027-05-28 --follows "$id")
	sqlite3 "$ACCORD_DATABASE" "INSERT INTO item (session, id, kind, step, text, owner, due, done, created,
		carried_session, carried_item, carried) VALUES ('$later', 1, 'action', '', 'again', '', 21400, 0, 1, '$id', 1, 1)"
	call export "$id" --format ics
	case $out in *"UID:$id-1@"*) tap_result 1 'taken up later' ;; *) tap_result 0 'taken up later' ;; esac
	like 'the others stay' "$out" "*UID:$id-2@*"
	like 'it is due there' "$("$ACCORD" export "$later" --format ics)" "*UID:$later-1@*"
	"$ACCORD" delete --yes "$later"
	sqlite3 "$ACCORD_DATABASE" "DELETE FROM item WHERE due IS NOT NULL; UPDATE session SET state = 'finished'"
	refuses 'nothing that is due' 1 'there is nothing for a calendar: no open action has a date, and no day is set to come back' \
		export "$id" --format ics
else
	skip 'hostile actions' 'no sqlite3 here'
fi

tap_end
