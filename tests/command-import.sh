#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests sessions as JSON and back: the same bytes, which copy is the newer one, other databases, and files that are wrong.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

ACCORD=$(cd "$(dirname "$ACCORD")" && pwd)/$(basename "$ACCORD")
case $srcdir in /*) ;; *) srcdir=$PWD/$srcdir ACCORD_BANKS=$(cd "$ACCORD_BANKS" && pwd) ;; esac
export ACCORD srcdir ACCORD_BANKS

json() { "$ACCORD" export "$1" --format json --database "$2" 2>/dev/null; }
complete() { "$ACCORD" export "$1" --format json --complete --database "$2" 2>/dev/null; }
text() { "$ACCORD" export "$1" --full --database "$2" 2>/dev/null; }
ids() { "$ACCORD" list --database "$1" 2>/dev/null | sed 1d | cut -d ' ' -f 1; }

# there_and_back DATABASE ID: what differs once the session was in a file, and is in another database.
there_and_back() {
	rm -f "$work"/all.db* "$work"/some.db*
	complete "$2" "$1" >"$work/all.json"
	json "$2" "$1" >"$work/some.json"
	text "$2" "$1" >"$work/all.txt"
	"$ACCORD" import "$work/all.json" --database "$work/all.db" 2>&1 | grep -v '  new$'
	"$ACCORD" import "$work/some.json" --database "$work/some.db" 2>&1 | grep -v '  new$'
	complete "$2" "$work/all.db" | cmp - "$work/all.json" || echo "$2: not the same whole"
	json "$2" "$work/all.db" | cmp - "$work/some.json" || echo "$2: not the same part of the whole"
	json "$2" "$work/some.db" | cmp - "$work/some.json" || echo "$2: not the same part"
	text "$2" "$work/all.db" | cmp - "$work/all.txt" || echo "$2: not the same text"
	text "$2" "$work/some.db" >/dev/null || echo "$2: no text of the part"
	if command -v jq >/dev/null && ! jq . "$work/all.json" | cmp - "$work/all.json" >/dev/null; then
		jq . "$work/all.json" >/dev/null || echo "$2: jq does not read it"
	fi
}

# returns DESCRIPTION DATABASE COUNT: each of so many sessions comes back as it was; so does the database as a whole.
returns() {
	returns_ids=$(ids "$2")
	is "$1: how many" "$(echo "$returns_ids" | wc -w | tr -d ' ')" "$3"
	is "$1: there and back" "$(for id in $returns_ids; do there_and_back "$2" "$id"; done 2>&1)" ''
	rm -f "$work"/merged.db*
	call import "$2" --database "$work/merged.db"
	is "$1: as a database" "$status:$errors" 0:
	is "$1: the same" "$(for id in $returns_ids; do
		complete "$id" "$2" >"$work/one"
		complete "$id" "$work/merged.db" | cmp - "$work/one"
	done 2>&1)" ''
}

for size in 2 9 30; do
	for seed in 1 7; do
		call demo --sessions 2 --people "$size" --seed "$seed" --database "$work/demo-$size-$seed.db"
		returns "fictional sessions of $size, seed $seed" "$work/demo-$size-$seed.db" 2
	done
done
for script in day:1 anonymous:1 tally:1 rounds:1 retract:1 halt:2 private:1 pass:1 seat:1 vendors:1 register:1; do
	name=${script%:*}
	"$srcdir/tests/play" "$srcdir/tests/scripts/$name.script" "$work/$name" >/dev/null 2>&1
	returns "the script $name" "$work/$name/accord.db" "${script#*:}"
done

# Ugly ones.
call new --title '新年度 🎉 "Kick\off" ça </script>' --organisation 'Ünïcode 株式会社' --facilitator "O'Brien"
ugly=$out
printf '%s\n' '山田太郎, 企画, Marketing' '👩‍💻 Zoë, dev, IT' 'Max "the axe" \ Back, , IT' 'Anna,,marketing' >"$work/people"
call new --title 'People' --people "$work/people"
printf '%s\n' 'size 80x24' 'keys n n 1 2 3 4 2 3' 'keys o' 'type 全部 🎉 "so" \ it is' 'keys Enter d' 'type Löschen' 'keys Enter' >"$work/keys"
"$ACCORD" run last --script "$work/keys" >/dev/null 2>&1
returns 'ugly ones' "$ACCORD_DATABASE" 2

# Sessions of one title are told apart.
twins=$work/twins.db
call new --title Twins --organisation 'Elm Street Bank' --date 2026-05-04 --database "$twins"
one=$out
call new --title Twins --organisation "$(printf '%025d' 0)" --date 2026-11-04 --database "$twins"
two=$out
call new --title "$(printf '%060d' 1)" --organisation 'Gannet Air' --date 2026-11-05 --database "$twins"
call import "$twins" --dry-run --database "$work/none.db"
is 'one title' "$status:$(echo "$out" | grep Twins | sort -k 2)" "0:$one  2026-05-04  Twins, Elm Street Bank$(printf '%28s' '')  new
$two  2026-11-04  Twins, 0000000000000000000…$(printf '%23s' '')  new"
like 'a long one' "$out" '*  2026-11-05  0000000000*…, Gannet Air  new*'

# What is left out is said.
"$srcdir/tests/play" "$srcdir/tests/scripts/private.script" "$work/private" >/dev/null 2>&1
call export last --format json --database "$work/private/accord.db"
like 'what is left out is said' "$errors" 'accord: *left out*1 private note*'
like 'in the file as well' "$out" '*"left_out": {*"private_notes": 1,*'
case $out in
*'Ben hesitates'*) tap_result 1 'and it is left out' ;;
*) tap_result 0 'and it is left out' ;;
esac
call export last --format json --complete --database "$work/private/accord.db"
like 'not with --complete' "$errors:$out" ':*"left_out": null,*Ben hesitates*'

# Copies that were changed.
first=$work/first.db second=$work/second.db
call new --title Copies --database "$first"
id=$out
complete "$id" "$first" >"$work/base.json"
# change DATABASE NAME...: adds people by keys.
change() {
	change_database=$1
	shift
	printf '%s\n' 'size 80x24' 'keys P' "$(for name in "$@"; do printf 'paste %s, Marketing\\n\n' "$name"; done)" 'keys q q' >"$work/keys"
	"$ACCORD" run "$id" --script "$work/keys" --database "$change_database" >/dev/null 2>&1
}
people() { complete "$id" "$1" | sed -n 's/^      "name": "\(.*\)",$/\1/p' | grep -v '^Marketing$\|^IT$' | tr '\n' ' '; }
prints 'a new one' "$id *  new" import "$work/base.json" --database "$second"
prints 'the same' "$id *the same as here" import "$work/base.json" --database "$second"
change "$first" Ana
complete "$id" "$first" >"$work/newer.json"
is 'it was changed' "$(people "$first")" 'Ana '
call import "$work/newer.json" --dry-run --database "$second"
like 'a trial of a newer one' "$status:$errors:$out" "0:accord: this was a trial: *:$id *newer: *"
is 'does nothing' "$(people "$second")" ''
prints 'a newer one' "$id *newer: takes the place*" import "$work/newer.json" --database "$second"
is 'takes the place' "$(people "$second")" 'Ana '
prints 'an older one' "$id *older than here: *" import "$work/base.json" --database "$second"
is 'does nothing' "$(people "$second")" 'Ana '
change "$first" Ben
change "$second" Caz
complete "$id" "$first" >"$work/theirs.json"
call import "$work/theirs.json" --database "$second"
like 'a conflict is refused' "$status:$errors:$out" \
	"1:accord: nothing was taken in: of 1 session, *--conflicts=keep-ours, take-theirs or keep-both*:$id *conflict: both were changed"
is 'and nothing is done' "$(people "$second")" 'Ana Caz '
call import "$work/theirs.json" "$work/all.json" --database "$second"
is 'nor anything else' "$status:$(ids "$second")" "1:$id"
refuses 'a word that is none' 2 "--conflicts: 'both' is none of: *" import --conflicts both "$work/theirs.json"
prints 'ours stays' "$id *conflict: what is here stays" import --conflicts keep-ours "$work/theirs.json" --database "$second"
is 'as it was' "$(people "$second")" 'Ana Caz '
call import --conflicts keep-both "$work/theirs.json" --database "$second"
like 'both' "$status:$out" "0:$id *conflict: goes beside what is here, with a new id: ????????"
is 'ours is as it was' "$(people "$second")" 'Ana Caz '
copy=${out##* }
is 'theirs is beside it' "$(complete "$copy" "$second" | sed "s/$copy/$id/" | cmp - "$work/theirs.json" 2>&1)" ''
prints 'theirs' "$id *conflict: takes the place*" import --conflicts take-theirs "$work/theirs.json" --database "$second"
is 'takes the place' "$(people "$second")" 'Ana Ben '

# A part of a newer one does not take away what it lacks.
cp "$work/private/accord.db" "$work/mine.db"
json last "$work/private/accord.db" >"$work/part.json"
id=$(ids "$work/mine.db")
prints 'a part of what is here' "$id *older than here: *" import "$work/part.json" --database "$work/mine.db"
change "$work/private/accord.db" Zoe
json last "$work/private/accord.db" >"$work/part.json"
call import "$work/part.json" --database "$work/mine.db"
like 'a newer part' "$status:$out" "1:$id *conflict: newer, but parts of it are left out"
call import "$work/part.json" --database "$work/parts.db"
complete last "$work/private/accord.db" >"$work/whole.json"
prints 'the whole of what was a part' "$id *newer: *" import "$work/whole.json" --database "$work/parts.db"
is 'is whole' "$(complete last "$work/parts.db" | cmp - "$work/whole.json" 2>&1)" ''

# Another database stays as it is, and so does its folder.
mkdir "$work/theirs"
cp "$work/demo-9-1.db" "$work/theirs/accord.db"
before=$(cksum <"$work/theirs/accord.db")
chmod 500 "$work/theirs"
call import "$work/theirs/accord.db" --database "$work/fresh.db"
is 'another database' "$status:$errors:$(echo "$out" | grep -c '  new$')" 0::2
is 'is not touched' "$(ls -A "$work/theirs"):$(cksum <"$work/theirs/accord.db")" "accord.db:$before"
chmod 700 "$work/theirs"
printf 'SQLite format 3\000and nothing else' >"$work/broken.db"
refuses 'a broken one' 3 "cannot open '$work/broken.db': it is no database: *" import "$work/broken.db"
head -c 20000 "$work/demo-9-1.db" >"$work/half.db"
refuses 'half of one' 3 "cannot open '$work/half.db': it is damaged: *" import "$work/half.db"
if command -v sqlite3 >/dev/null; then
	cp "$work/demo-9-1.db" "$work/trigger.db"
	sqlite3 "$work/trigger.db" 'CREATE TRIGGER t AFTER INSERT ON person BEGIN DELETE FROM session; END'
	refuses 'one with triggers' 3 "cannot open '$work/trigger.db': it holds triggers *" import "$work/trigger.db"
	sqlite3 "$work/foreign.db" 'CREATE TABLE t (a)'
	refuses 'somebody else'"'"'s' 3 "cannot open '$work/foreign.db': it belongs to another application: *" import "$work/foreign.db"
	cp "$work/demo-9-1.db" "$work/newer.db"
	sqlite3 "$work/newer.db" 'PRAGMA user_version = 99'
	refuses 'a newer one' 3 "cannot open '$work/newer.db': it has schema 99 *" import "$work/newer.db"
else
	skip 'databases that are refused' 'no sqlite3 here'
fi
is 'no copy is left' "$(ls -d "${TMPDIR:-/tmp}"/accord-?????? 2>/dev/null)" ''

# Files that are wrong. each SED-COMMAND is what was done to a good one; the first finding is like the pattern.
good=$work/good.json
complete last "$work/anonymous/accord.db" >"$good"
wrong() {
	sed "$2" "$good" >"$work/wrong.json"
	if cmp -s "$good" "$work/wrong.json"; then
		tap_result 1 "$1: nothing was changed"
		return
	fi
	call import "$work/wrong.json" --database "$work/wrong.db"
	like "$1" "$status:$out:$errors" "3::*$work/wrong.json$3*accord: nothing was taken in from '$work/wrong.json': *"
}
wrong 'an unknown member' 's/^    "title": /    "titel": "x",&/' ": session: has no member 'titel' (did you mean 'title'[?])"
wrong 'a member that is missing' '/^    "n_min"/d' ': session.n_min: is missing'
wrong 'a member twice' 's/^    "n_min".*/&&/' ':[0-9]*:[0-9]*: a member stands here twice: *'
wrong 'a text for a number' 's/^    "n_min".*/"n_min": "3",/' ': session.n_min: must be a whole number from 1 to 50'
wrong 'a number that is too large' 's/^    "n_min".*/"n_min": 51,/' ': session.n_min: must be a whole number *'
wrong 'a number larger than any' 's/^    "n_min".*/"n_min": 99999999999999999999,/' ':*: this number is too large'
wrong 'a fraction' 's/^    "n_min".*/"n_min": 3.0,/' ': session.n_min: must be a whole number *'
wrong 'a word that is none' 's/"state": "running"/"state": "walking"/' ': session.state: must be one of: "planned", "running", "finished"'
wrong 'a date that is none' 's/^    "date".*/"date": "2026-13-01",/' ': session.date: must be a day like *'
wrong 'a time that is none' 's/^    "created".*/"created": "2026-12-01T24:00:00Z",/' ': session.created: must be a time in UTC *'
wrong 'a control character' 's/^    "title".*/"title": "a\\u001b[31mb",/' ': session.title: holds a character that is no text*'
wrong 'an override of direction' 's/^    "title".*/"title": "a\\u202eb",/' ': session.title: holds a character that is no text*'
wrong 'a zero byte' 's/^    "title".*/"title": "a\\u0000b",/' ':*: a text holds a zero byte: *'
wrong 'half a surrogate' 's/^    "title".*/"title": "a\\ud800b",/' ':*: this is no JSON*'
wrong 'no UTF-8' "s/^    \"title\".*/\"title\": \"a$(printf '\377')b\",/" ':*: this is no UTF-8: *'
wrong 'an empty title' 's/^    "title".*/"title": "",/' ': session.title: is empty: *'
wrong 'a long title' "s/^    \"title\".*/\"title\": \"$(printf '%0201d' 0)\",/" ': session.title: is longer than 200 bytes: *'
wrong 'an id that is none' 's|^    "id": "[a-z0-9]*",|"id": "../../x",|' ': session.id: must be 8 small letters and digits'
wrong 'a session that follows itself' "s/^    \"follows\".*/\"follows\": \"$(ids "$work/anonymous/accord.db")\",/" ': session.follows: a session cannot follow itself'
wrong 'a place that is none' 's/^    "place".*/"place": "a\/b",/' ": session.place: the bank has no step 'a/b'"
wrong 'a side that is none' 's/^      "side": "marketing"/"side": "sales"/' ": people\\[0\\].side: must be the id of a side: 'marketing' or 'it'"
wrong 'sides that are turned' 's/^      "id": "marketing"/"id": "X"/;s/^      "id": "it"/"id": "marketing"/;s/^"id": "X"/"id": "it"/' ": sides: side 1 is 'it', but the bank has 'marketing' there"
wrong 'a person twice' 's/^      "id": 2,/"id": 1,/' ': people: number 1 stands there twice'
wrong 'a number that leaves no room' 's/^      "id": 2,/"id": 2147483647,/' ': people\[1\].id: must be a whole number from 1 to 1000000000'
wrong 'a step that is none' '/^  "steps"/,/^      "step"/s/^      "step".*/"step": "x\/y",/' ": steps\\[[0-9]*\\].step: the bank has no step 'x/y'"
wrong 'the room where people answer' '/"by": "nobody"/{s/nobody/room/;n;d;}' ': steps*: each person answers this step: *'
wrong 'a form of the future' 's/^  "accord": 1/  "accord": 2/;s/^  "left_out"/  "omitted"/' ': accord: this accord reads form 1: use the newer accord'
is 'and nothing else is told of that' "$(printf '%s\n' "$errors" | wc -l | tr -d ' ')" 2
wrong 'a bank that is broken' 's/^    "text": "/&\\t: [/' ': bank.text: line *'
wrong 'something behind the end' '$s/$/{}/' ':*: something stands behind the end: *'
wrong 'two things' 's/^    "n_min".*/"n_min": 0,/;s/^    "blank".*/"blank": 1,/' ": session.n_min: *
$work/wrong.json: session.blank: must be true or false"
complete last "$work/private/accord.db" >"$good"
wrong 'somebody who is not there' 's/"person": 1,/"person": 77,/' ': steps\[*\].rounds\[0\].*: there is no person 77'
wrong 'somebody who answers twice' 's/"person": 1,/"person": 2,/' ': steps\[*\].rounds\[0\].answers: number 2 stands there twice'
wrong 'what a note does not have' 's/^      "private": true/&, "owner": "Ana"/' ": items\\[*\\]: has no member 'owner'*"
is 'nothing came of them' "$(ids "$work/wrong.db")" ''
size=$(wc -c <"$good")
for part in 1 100 1000 $((size / 2)) $((size - 3)); do
	head -c "$part" "$good" >"$work/cut.json"
	call import "$work/cut.json" --database "$work/wrong.db"
	like "the first $part bytes" "$status:$out:$errors" "3::*$work/cut.json:*: *"
done
: >"$work/empty"
refuses 'an empty file' 3 "'$work/empty' is neither a session as JSON nor a database of accord: *" import "$work/empty"
echo '{"people": []}' >"$work/other.json"
call import "$work/other.json"
like 'some other JSON' "$status:$errors" "3:$work/other.json: this is no session of accord: *"
echo '[1]' >"$work/list.json"
refuses 'a list' 3 "'$work/list.json' is neither *" import "$work/list.json"
mkfifo "$work/pipe"
cat "$work/base.json" >"$work/pipe" &
prints 'a pipe' '* *' import "$work/pipe" --database "$work/piped.db"
wait
is 'all of it is read' "$(ids "$work/piped.db" | wc -l | tr -d ' ')" 1
refuses 'no such file' 1 '*: No such file or directory' import "$work/none.json"
refuses 'a folder' 1 '*' import "$work"
{
	printf '{"accord":'
	head -c 100000 /dev/zero | tr '\0' '['
} >"$work/deep.json"
call import "$work/deep.json"
like 'brackets without end' "$status:$errors" "3:$work/deep.json:1:*: this is nested too deeply*"

tap_end
