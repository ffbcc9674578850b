#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests seats: who sits there, what they see while the workshop goes on, and many at once.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# seat NAME LINE...: what a seat shows to these lines of a script.
seat() {
	seat_name=$1
	shift
	printf '%s\n' 'size 80x24' "$@" >"$work/seat"
	"$ACCORD" vote last --as "$seat_name" --script "$work/seat" 2>&1
}

# lead LINE...: what the facilitator does, and sees.
lead() {
	printf '%s\n' 'size 80x24' "$@" >"$work/lead"
	"$ACCORD" run last --script "$work/lead" 2>&1
}

refuses 'no session at all' 1 'no session is unfinished: *' vote --as Ana
call new --title Empty
refuses 'nobody is named, and nobody is there' 2 '--as is needed, and the session has no people yet' vote last
refuses 'somebody is named, and nobody is there' 1 "'Ana' is nobody here: the session has no people yet" vote last --as Ana

printf '%s\n' 'Ana Alvarez, brand, Marketing' 'Anabel Ruiz, content, Marketing' 'Ben, ops, IT' 'Ben, web, IT' >"$work/people"
call new --title Spring --people "$work/people"
all='1 Ana Alvarez, 2 Anabel Ruiz, 3 Ben, 4 Ben'
refuses 'nobody is named' 2 "--as is needed, with one of these or the number: $all" vote last
refuses 'an empty name' 2 "--as is needed, with *: $all" vote last --as=
refuses 'a name that is nobody' 1 "'Zoe' is nobody here: name one of these, or the number: $all" vote last --as Zoe
refuses 'a number that is nobody' 1 "'9' is nobody here: *: $all" vote last --as 9
refuses 'the beginning of two' 1 "'ana' could be several: *: $all" vote last --as ana
refuses 'a name of two' 1 "'Ben' could be several: *: $all" vote last --as Ben
refuses 'a session that is not there' 1 "no session 'zzzz'*" vote zzzz --as Ana
refuses 'an argument too many' 2 "'x' is one argument too many; usage: accord vote *" vote last x --as Ana
refuses 'no terminal' 2 'this needs a terminal: *' vote last --as 1
like 'a whole name' "$(seat 'Ana Alvarez' show)" '*Ana Alvarez · Marketing*'
like 'however it is written' "$(seat ' ANA  alvarez' show)" '*Ana Alvarez · Marketing*'
like 'a beginning' "$(seat anab show)" '*Anabel Ruiz · Marketing*'
like 'a number' "$(seat 4 show)" '*Ben · IT*'
prints 'without a session it is the unfinished one' '*Ana Alvarez*' vote --as 1 --script "$work/seat"

# It follows the facilitator, whatever is there.
like 'before it begins' "$(seat 1 show)" '*The workshop has not begun yet.*'
lead show >/dev/null
like 'at what is no question' "$(seat 1 show)" '*the room works on this together*'
lead 'keys n n n' >/dev/null
like 'at a question' "$(seat 1 show)" '*pull in the same direction*1 not at all*▸ Ana Alvarez *·  ·*0 of 4 have answered.*'
out=$(seat 1 show)
is 'nobody else is there' "$(echo "$out" | grep -c 'Ben\|Anabel')" 0
out=$(seat 1 'keys 4 2' show)
like 'an answer and a guess' "$out" '*●  ●*Answered; waiting for the others (1 of 4).*'
is 'are masked' "$(echo "$out" | grep -c 'You said')" 0
like 'and shown with a key' "$(seat 1 'keys Tab' show)" '*You said: 4. Your guess: 2*'
like 'may be changed' "$(seat 1 'keys 5 Tab' show)" '*You said: 5. Your guess: 2*'
like 'and taken back' "$(seat 1 'keys 1 1 Tab u u' show)" '*You said: 5. Your guess: 2*taken back*'
like 'that is all' "$(seat 1 'keys u' show)" '*nothing to undo at this step*'
like 'the facilitator sees who has answered' "$(lead show)" '*Ana Alvarez *●  ●*Anabel Ruiz *·  ·*'
out=$(lead 'keys u' show)
like 'and cannot undo it' "$out" '*Ana Alvarez *●  ●*'
lead 'keys P Down Space q' >/dev/null
like 'whoever is away can sit there' "$(seat 2 show)" '*▸ Anabel Ruiz *·  ·*1 of 4 have answered.*'
seat 2 'keys 3 3' >/dev/null
like 'and is here with the first answer' "$(lead 'keys P' show)" '*Marketing 2 · IT 2*Anabel Ruiz*'
is 'and not away' "$(lead 'keys P' show | grep -c away)" 1
seat 3 'keys 0 0' >/dev/null
seat 4 'keys 2 2' >/dev/null
like 'everybody has answered' "$(seat 4 show)" '*Answered; so has everybody (4 of 4).*'
lead 'keys r' show >"$work/result"
like 'the reveal' "$(cat "$work/result")" '*Marketing (2)*'
out=$(seat 1 'keys 1 Tab u' show)
is 'is the same at a seat' "$(echo "$out" | sed -n '/Marketing (2)/,/^| *$/p')" \
	"$(sed -n '/Marketing (2)/,/^| *$/p' "$work/result")"
lead 'keys b' >/dev/null
out=$(seat 1 show)
like 'nothing of it shows while the audience sees nothing' "$out" '*The screen in front is blank for now.*'
is 'really nothing' "$(echo "$out" | grep -c 'Marketing (2)')" 0
lead 'keys b' >/dev/null

# What is the room's.
lead 'keys n w 2' show >"$work/tally"
like 'a tally' "$(cat "$work/tally")" '*tally*'
like 'a tally has no seats' "$(seat 1 'keys 4' show)" '*the room answers this in another way*'
lead 'keys w 3' >/dev/null
like 'nor have sealed rows' "$(seat 1 'keys 4' show)" '*the room answers this in another way*'
lead 'keys w 4' >/dev/null
like 'the way that is called so has' "$(seat 1 'keys 4' show)" '*●  ·*0 of 4 have answered.*'
is 'and does not tell them how to join' "$(seat 1 show | grep -c 'To join')" 0
lead 'keys w 1' >/dev/null
like 'a roll call has' "$(seat 1 'keys 4' show)" '*●  ●*1 of 4*'
lead 'keys F' >/dev/null
like 'the session is finished' "$(seat 1 'keys 3' show)" '*Thank you for taking part*'
lead 'keys F m A q' >/dev/null
like 'the session is set aside' "$(seat 1 show)" '*The session is set aside.*'
like 'which no seat takes back' "$(seat 1 'keys u C-r u' show)" '*The session is set aside.*'
is 'and u is not offered there' "$(seat 1 show | grep -c 'u undo')" 0

# Ten at once: nothing is lost, named or not.
for i in 1 2 3 4 5 6 7 8 9 10; do
	echo "Person $i, role, $(test $((i % 2)) = 0 && echo IT || echo Marketing)"
done >"$work/people"
printf '%s\n' 'size 80x24' 'keys n n n' >"$work/go"
call new --title Ten --people "$work/people"
"$ACCORD" run last --script "$work/go" >/dev/null
at_once() {
	printf '%s\n' 'size 80x24' 'keys 2 3 4' >"$work/ten"
	pids=
	for i in 1 2 3 4 5 6 7 8 9 10; do
		"$ACCORD" vote last --as "$i" --script "$work/ten" >"$work/ten.$i" 2>&1 &
		pids="$pids $!"
	done
	for pid in $pids; do
		wait "$pid" || echo "seat failed"
	done
}
is 'ten at once' "$(at_once)" ''
like 'ten answers' "$(seat 1 show)" '*(10 of 10)*'
lead 'keys n n n n n n' show >"$work/anonymous"
like 'an anonymous step' "$(cat "$work/anonymous")" '*Anonymous: no name is kept*'
is 'ten at once, without names' "$(at_once)" ''
like 'ten anonymous answers' "$(seat 1 show)" '*Your answer is in; it is anonymous and cannot be changed from here any more.*'
like 'each counts' "$(lead 'keys r' show)" '*Marketing (5)*IT (5)*'

tap_end
