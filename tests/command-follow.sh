#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests what 'accord new --follows' takes over, and who says that a session follows another.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

ACCORD_NOW=2026-08-22T09:00:00
LC_ALL=C.UTF-8 TZ=UTC
export LC_ALL TZ

# keys SESSION LINE...: a script of keys in the workshop.
keys() {
	session=$1
	shift
	printf '%s\n' "$@" >"$work/keys"
	"$ACCORD" run "$session" --script "$work/keys" >"$work/screens" 2>&1
}

printf 'Ada Hill, Analyst, Sales\nBob, , Engineering\nZo\303\253, Architect, Engineering\n' >"$work/people"
first=$("$ACCORD" new --title 'Summer workshop' --organisation Acme --facilitator Fay \
	--bank "$srcdir/tests/banks/breaks.yaml" --people "$work/people")
# Two actions, and one that is done. A module that is left out, or longer, once it has begun changes no plan.
keys "$first" 'keys m Down Down Space Down + + + q' 'keys a' 'type Weekly numbers' 'keys Enter' 'type Ada' 'keys C-s' \
	'keys a' 'type One list' 'keys C-s' 'keys a' 'type Buy cake' 'keys C-s' 'keys F q'
"$ACCORD" done "$first/3"

ACCORD_NOW=2026-11-22T09:00:00
prints 'a follow-up' '????????' new --follows "$first"
second=$out
is 'it says nothing else' "$errors" ''
call show "$second"
like 'it is as the one before, but for the day' "$out" "Session        $second
Title          Summer workshop
Organisation   Acme
Facilitator    Fay
Date           2026-11-22
State          planned
Follows        $first, 2026-08-22, Summer workshop
Sales          1
Engineering    2
*Open actions   0
*"
like 'and its agenda as that was planned' "$out" '*Break: 0 of 10 minutes*Handover: * of 15 minutes*'
like 'the one before tells it, too' "$("$ACCORD" show "$first")" "*Followed by    $second, 2026-11-22, planned, Summer workshop
*Open actions   2
*"

# What options say goes before.
printf 'Eve, , Marketing\n' >"$work/others"
prints 'another follow-up' '????????' new --follows last --title Winter --organisation Other --date 2026-12-24 \
	--people "$work/others" --bank check-in
third=$out
call show "$third"
like 'with a bank and people of its own' "$out" "*Winter
Organisation   Other
Facilitator    Fay
Date           2026-12-24
State          planned
Follows        $second, 2026-11-22, Summer workshop
*"

call new --follows "$first" --title Again
is 'following it again is told' "$status:$errors" "0:accord: session $second of 2026-11-22 follows it already"

call new --follows "$first" --people "$work/none"
is 'people that cannot be read' "$status" 1
is 'leave nothing behind' "$("$ACCORD" list | sed 1d | wc -l | tr -d ' ')" 4
refuses 'an unknown session' 1 "no session 'zzzzzzzz': *" new --follows zzzzzzzz
refuses 'an empty title' 2 "--title is needed: *" new --follows "$first" --title ''
refuses 'an agenda of another bank' 2 "--agenda: no agenda 'noon' in this bank*" new --follows "$first" --agenda noon

printf 'keys Home Down C y q\nshow\n' >"$work/keys"
"$ACCORD" --script "$work/keys" >"$work/screens"
cancelled=$("$ACCORD" list | sed -n 's/ .*cancelled.*//p')
refuses 'one that is cancelled' 1 "session '$cancelled' is cancelled: take that back before you follow it up" \
	new --follows "$cancelled"

# What was being typed when it ended is there again, for the action that it was about.
keys "$second" 'keys Down x' 'type The room is' ''
keys "$second" show 'type  taken' 'keys Enter Down' show 'keys u'
like 'a reason that was begun' "$(cat "$work/screens")" '*Drop the action*One list*| The room is
*1 of 2 left*\[ \] Weekly numbers*\[-\] One list*dropped: The room is taken*'
printf '%s\n' 'keys Down Down Down f' 'type Autumn' '' >"$work/keys"
"$ACCORD" --script "$work/keys" >"$work/screens"
printf '%s\n' show 'keys Esc' >"$work/keys"
"$ACCORD" --script "$work/keys" >"$work/screens"
like 'a follow-up that was begun' "$(cat "$work/screens")" '*New session that follows *Title         Autumn*'

# Line by line as well.
printf 'd\nu\nquit\n' | "$ACCORD" --plain run "$second" >"$work/heard"
like 'what is heard' "$(cat "$work/heard")" '*
What was open on 2026-08-22, 2 of 2 left
open: Weekly numbers, Ada, no date, *
open: One list, nobody yet, no date
*1 of 2 left
Weekly numbers, Ada, no date, done
*'
harmless 'it is text and newlines' "$work/heard"

# A workshop that follows another one begins with what was open there; everything counts where it stands.
keys "$second" show 'keys d c' 'type 2027-01-31' 'keys C-s Enter' show q
like 'it begins with what was open' "$(cat "$work/screens")" '*What was open on 2026-08-22*2 of 2 left*Weekly numbers*'
like 'and goes on from there' "$(cat "$work/screens")" '*Summer workshop*step 1 of 1*'
like 'nothing is open any more where it was' "$("$ACCORD" show "$first")" '*Open actions   0*'
call export "$second"
like 'the summary says what became of it' "$out" '*What became of the actions of 2026-08-22
----------------------------------------
2 actions were open: 1 done, 1 carried over, 0 dropped.*'
like 'and the actions how often they were carried over' "$out" '*2027-01-31: *, carried over once)*'
call export "$first"
like 'the summary before tells it, too' "$out" '*done in the follow-up of 2026-11-22*'

# Taken elsewhere, in whichever order, it counts the same.
for name in first second; do
	eval "id=\$$name"
	"$ACCORD" export "$id" --format json --output "$work/$name.json"
done
for order in 'first second' 'second first'; do
	for name in $order; do
		"$ACCORD" --database "$work/elsewhere.db" import "$work/$name.json" >"$work/shown"
	done
	like "elsewhere, $order" "$("$ACCORD" --database "$work/elsewhere.db" list)" "*$second * 3     1 *
$first * 3     0 *"
	rm -f "$work"/elsewhere.db*
done

"$ACCORD" delete --yes "$second"
like 'without the follow-up they are open again' "$("$ACCORD" show "$first")" '*Open actions   2*'
like 'whose own follow-up says what it misses' "$("$ACCORD" show "$third")" \
	"*Follows        $second, which is not in this database*"
keys "$third" show 'keys q'
like 'as the workshop does' "$(cat "$work/screens")" "*the session before, $second, is not in this database*"

# All at once goes to one day, but nothing is due earlier than was promised.
fourth=$("$ACCORD" new --title Winter --date 2026-11-22 --bank "$srcdir/tests/banks/breaks.yaml")
keys "$fourth" 'keys a' 'type Far away' 'keys Enter Enter' 'type 2028-02-29' 'keys C-s' 'keys a' 'type Soon' \
	'keys Enter Enter' 'type 2026-11-23' 'keys C-s' 'keys F q'
fifth=$("$ACCORD" new --follows "$fourth" --date 2026-12-22)
keys "$fifth" 'keys A' 'type 2027-01-05' 'keys Enter' q
like 'each has its day' "$("$ACCORD" actions --session "$fifth")" '*2027-01-05 *Soon*2028-02-29 *Far away*'

tap_end
