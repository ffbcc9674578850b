#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the commands that list actions, and mark them as done.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

ACCORD_NOW=2026-11-22T09:00:00
export ACCORD_NOW

# keys SESSION KEY...: presses keys in a session.
keys() {
	keys_session=$1
	shift
	printf '%s\n' "$@" >"$work/script"
	"$ACCORD" run "$keys_session" --script "$work/script" >/dev/null || exit 99
}

call actions
is 'there is none yet' "$status:$out:$errors" '0::accord: no action is open'
refuses 'done, without any session' 1 "there is no session yet: *" 'done' last/1

prints 'a session' '????????' new --title 'Quarter start' --organisation 'Acme Ltd' --date 2026-11-02
first=$out
prints 'another one' '????????' new --title 'Quarter end' --organisation 'Heron Health' --date 2026-11-03
second=$out
keys "$first" 'keys n n a' 'type Write to the agency' 'keys Enter' 'type Ada Hill' 'keys Enter' 'type 2026-11-10' \
	'keys Enter a' 'type Count visits alike' 'keys Enter' 'type Bob' 'keys Enter' 'type +3' 'keys Enter a' \
	'type Buy a plant' 'keys C-s o' 'type a note' 'keys Enter'
keys "$second" 'keys n n a' 'type Sit in on meetings' 'keys Enter' "type Adam" 'keys Enter' 'type 2027-03-01' 'keys Enter'
prints 'all that is open, by date' "$first/1    2026-11-10  12 days late     Ada Hill              Write to the agency (Acme Ltd)
$first/2    2026-11-25  due in 3 days    Bob                   Count visits alike (Acme Ltd)
$second/1    2027-03-01  open             Adam                  Sit in on meetings (Heron Health)
$first/3    -           no date          -                     Buy a plant (Acme Ltd)" actions
listed=$out
prints '--open says the same' "$listed" actions --open
prints 'those that are late' "$first/1 *(Acme Ltd)" actions --overdue
is 'and no other' "$(echo "$out" | wc -l | tr -d ' ')" 1
# which ARG...: the numbers of the actions that are listed, in order.
which() {
	"$ACCORD" actions "$@" 2>/dev/null | sed "s|^$first/|1/|; s|^$second/|2/|; s/ .*//" | tr '\n' ' '
}
is 'of whoever is called so' "$(which --owner ADA)" '1/1 2/1 '
is 'of nobody' "$(which --owner -)" '1/3 '
is 'of nobody here' "$(which --owner Zoe)" ''
is 'of an organisation' "$(which --organisation heron)" '2/1 '
is 'of a session' "$(which --session "$second")" '2/1 '
is 'until a day' "$(which --until 2026-11-25)" '1/1 1/2 '
is 'until a day from now' "$(which --until +1w --owner ada)" '1/1 '
refuses 'two that exclude each other' 2 '--open, --overdue and --all exclude each other: choose one' actions --open --all
refuses 'an unknown format' 2 "--format: 'yaml' is none of: text, json" actions --format yaml
refuses 'a day that is none' 2 "--until: 'soon' is no date; *" actions --until soon
refuses 'an unknown session' 1 "*'nosuch'*" actions --session nosuch

# What is done.
prints 'done' "$first/1  done: Write to the agency" 'done' "$first/1"
refuses 'done already' 1 "'$first/1' is done already" 'done' "$first/1"
refuses 'what is done is not dropped' 1 "'$first/1' is done: --undo opens it again" 'done' --drop why "$first/1"
refuses 'what is open' 1 "'$first/2' is open: there is nothing to take back" 'done' --undo "$first/2"
refuses 'no reason' 2 '--drop needs a reason, *' 'done' --drop ' ' "$first/2"
refuses 'both' 2 '--drop and --undo exclude each other: choose one' 'done' --drop why --undo "$first/2"
refuses 'no name' 2 "'done' needs to know more; *" 'done'
refuses 'no number' 2 "'$first' names no action: *" 'done' "$first"
refuses 'a number that is none' 2 "'$first/x' names no action: *" 'done' "$first/x"
refuses 'a number of nothing' 1 "session '$first' has no action 9: *" 'done' "$first/9"
refuses 'a note' 1 "session '$first' has no action 4: *" 'done' "$first/4"
refuses 'an unknown session' 1 "*'zzzz'*" 'done' zzzz/1
refuses 'twice' 2 'nothing was changed' 'done' "$first/2" "$first/2"
call 'done' "$first/2" "$first/1" "$second/9" "$second/1"
is 'one that cannot be: none is, and all is said' "$status:$out:$errors" "1::accord: '$first/1' is done already
accord: session '$second' has no action 9: 'accord actions --all --session $second' lists them
accord: nothing was changed"
is 'nothing is done' "$(which)" '1/2 2/1 1/3 '
prints 'several of several sessions' "$first/2  done: Count visits alike
$second/1  done: Sit in on meetings" 'done' "$first/2" "$second/1"
is 'they are' "$(which)" '1/3 '
prints 'taken back' "$first/2  open again: Count visits alike" 'done' --undo "$first/2"
prints 'by a beginning of the id' "$first/2  done: *" 'done' "$(echo "$first" | cut -c1-7)/2"
prints 'of the last one' "$second/1  open again: *" 'done' --undo last/1
prints 'and done again' "$second/1  done: *" 'done' last/1
prints 'by the id in capitals' "$first/2  open again: *" 'done' --undo "$(echo "$first" | tr '[:lower:]' '[:upper:]')/2"
prints 'dropped' "$first/3  dropped: Buy a plant" 'done' --drop 'no window there' "$first/3"
refuses 'dropped already' 1 "'$first/3' is dropped already: no window there" 'done' --drop why "$first/3"
is 'what is open now' "$(which)" '1/2 '
is 'what there is' "$(which --all)" '1/1 1/2 2/1 1/3 '
prints 'with what became of them' "*$first/3 * dropped * Buy a plant (Acme Ltd), dropped: no window there" actions --all
call show "$first"
like 'show counts what is open' "$out" '*Open actions   1
*'
call list
like 'and so does the list' "$out" "*$first * 1 *Quarter start, Acme Ltd"
call export "$first"
like 'the summary tells them' "$out" '*  \[x\] 2026-11-10: Write to the agency (Ada Hill)
  \[ \] 2026-11-25: Count visits alike (Bob)
  \[-\] no date: Buy a plant (nobody yet)
      dropped: no window there
*'

# Several at once, each in a program of its own: none is lost.
for n in 1 2 3; do
	"$ACCORD" 'done' --undo "$first/$n" >/dev/null 2>&1
done
for n in 1 2 3; do
	"$ACCORD" 'done' "$first/$n" >"$work/done$n" 2>&1 &
done
wait
is 'all are done' "$(cat "$work/done1" "$work/done2" "$work/done3" | sed 's/ *done:.*//' | tr '\n' ' ')" \
	"$first/1 $first/2 $first/3 "
is 'nothing is left open' "$(which)" ''
"$ACCORD" 'done' --undo "$first/2" "$first/3" >/dev/null
"$ACCORD" 'done' --drop 'no window there' "$first/3" >/dev/null

# JSON
call actions --all --format json
echo "$out" >"$work/json"
if command -v jq >/dev/null; then
	is 'as JSON' "$(jq -c '.[] | [.ref, .text, .owner, .due, .state, .overdue, .dropped, .session.title]' <"$work/json")" \
"[\"$first/1\",\"Write to the agency\",\"Ada Hill\",\"2026-11-10\",\"done\",false,null,\"Quarter start\"]
[\"$first/2\",\"Count visits alike\",\"Bob\",\"2026-11-25\",\"open\",false,null,\"Quarter start\"]
[\"$second/1\",\"Sit in on meetings\",\"Adam\",\"2027-03-01\",\"done\",false,null,\"Quarter end\"]
[\"$first/3\",\"Buy a plant\",\"\",null,\"dropped\",false,\"no window there\",\"Quarter start\"]"
else
	skip 'as JSON' 'there is no jq'
fi
prints 'nothing, as JSON' '\[\]' actions --owner Zoe --format json

# A session that is cancelled.
keys "$second" 'keys m C y'
is 'it has none' "$(which --all)" '1/1 1/2 1/3 '
refuses 'and takes none' 1 'the session is cancelled: *' 'done' --undo "$second/1"

# Too many for one key: those that are due first are there at once.
if command -v sqlite3 >/dev/null; then
	many=$work/many.db
	for title in One Two; do
		id=$("$ACCORD" new --title "$title" --date 2026-11-04 --database "$many")
		sqlite3 "$many" "WITH RECURSIVE n (value) AS (VALUES (1) UNION ALL SELECT value + 1 FROM n WHERE value < 900)
			INSERT INTO item (session, id, kind, step, text, owner, due, created)
			SELECT '$id', value, 'action', '', '$title ' || value, '', iif(value % 9, 21100 - value, NULL), 1 FROM n;
			UPDATE session SET actions = 900 WHERE id = '$id'"
	done
	printf 'size 60x16\nkeys a\nshow\nkeys Down\nwait 1\nshow\nkeys End\nshow\nkeys q a Down\nwait 1\nkeys Enter\nshow\n' >"$work/script"
	"$ACCORD" --database "$many" --script "$work/script" >"$work/screens"
	like 'the first of many' "$(head -n 8 "$work/screens")" '*reading them all*| Late (…)
| \[ \] One 899 *
| \[ \] Two 899 *'
	like 'then all' "$(cat "$work/screens")" '* 1028 late, 1800 open*| Late (1028)
| \[ \] One 899 *
| \[ \] Two 899 *| \[ \] Two 900 * no date*'
	like 'and one is where one was' "$(tail -n 16 "$work/screens")" '* Two *'
else
	skip 'the first of many' 'there is no sqlite3'
fi

# What steers a terminal does not reach it.
prints 'an ugly session' '????????' new --title "$(printf 'T\033[2J\302\233')" --date 2026-11-04
ugly=$out
keys "$ugly" 'keys n n a' 'type 長い日本語の行動 🎉' 'keys Enter' "type $(printf 'Z\342\200\256oe')" 'keys Enter Enter'
call actions
harmless 'actions' "$work/out"
like 'its width is what one sees' "$out" "*$ugly/1    -           no date          Z*oe                  長い日本語の行動 🎉 (*"
call 'done' "$ugly/1"
harmless 'what is done' "$work/out"
call actions --all --format json
harmless 'actions as JSON' "$work/out"
call actions --owner "Nobody of that name"
is 'nor one of theirs' "$status:$out:$errors" '0::accord: no such action'

tap_end
