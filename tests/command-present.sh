#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the audience's screen as a command: which session it shows, and that nothing private gets there.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

printf 'size 80x24\nshow\n' >"$work/show"

# holds SESSION LINE...: the workshop, under these lines of a script.
holds() {
	holds_session=$1
	shift
	printf '%s\n' 'size 80x24' "$@" >"$work/keys"
	call run "$holds_session" --script "$work/keys"
}

prints 'it waits where there is no session' '*nothing to show*' present --script "$work/show"
refuses 'a session that is not there' 1 "no session 'none'*" present none --script "$work/show"
call new --title 'First one'
first=$out
prints 'a session that is planned' '*First one*' present --script "$work/show"
TERM=xterm
export TERM
refuses 'no terminal' 2 'this needs a terminal: *' present
refuses 'too many sessions' 2 '*' present one two

holds last 'keys n n P' 'paste Ana, Marketing\nDev, IT\n' 'keys q n 4 2 O' 'type sesame' 'keys Enter'
prints 'the question, and who has answered' '*Marketing and IT pull*1 of 2 have answered*' present --script "$work/show"
is 'nothing of the private note' "$(grep -c sesame "$work/out")" 0
prints 'nor of the guess' '*Marketing   ●   1 of 1*' present last --script "$work/show"
harmless 'what it shows is text' "$work/out"
call export last
is 'no private note in the summary' "$(grep -c sesame "$work/out")" 0
call export last --private
like 'unless it is asked for' "$status:$out" '0:*sesame (private)*'
is 'what is left out is said beside it' "$errors" 'accord: left out: 1 question that was answered, and not revealed'

call new --title 'Second one'
prints 'the newest one' '*Second one*' present --script "$work/show"
prints 'the one that is named' '*Marketing and IT pull*' present "$first" --script "$work/show"

holds "$first" 'keys b'
call present "$first" --script "$work/show"
is 'blank from the start' "$(sed '1,2d; s/^| *$//' "$work/out" | tr -d '\n')" ''
tap_end
