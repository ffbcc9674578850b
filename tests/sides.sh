#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Nothing but a bank knows the two sides: with a bank of two others not a word of the usual ones is said, on no screen
# that a whole workshop passes, in no summary and in no message.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

bank=$srcdir/tests/banks/sales-engineering.yaml

# The titles and prompts of a bank, one a line, without blanks, so that it does not matter where a line was broken.
texts_of() {
	"$ACCORD" bank show "$1" | sed -n -e 's/^  [^ ]* *[^ ]* *\(.*\)/\1/p' -e 's/^[^ ]*: \(.*\)/\1/p' | squeeze |
		sort -u
}

squeeze() {
	tr -d ' "' | sed 's/^|//'
}

# Titles of one short word say little: two banks may have them, and the program, too.
for shipped in "$srcdir"/data/banks/*.yaml; do
	texts_of "$shipped"
done | sort -u | awk 'length > 9' >"$work/usual"
texts_of "$bank" >"$work/own"
comm -23 "$work/usual" "$work/own" >"$work/texts"
ok 'the shipped banks have texts of their own' test "$(wc -l <"$work/texts")" -gt 50

# strange FILE: what is of the usual sides or the shipped banks in it.
strange() {
	LC_ALL=C.UTF-8 grep -inE 'marketing|marketer|campaign|brand|martech|same planet' "$1"
	LC_ALL=C.UTF-8 grep -nwE 'ITs?' "$1"
	squeeze <"$1" | tr -d '\n' | grep -oF -f "$work/texts" | sort | uniq -c
}

# native DESCRIPTION FILE: there is something in it, and nothing strange.
native() {
	strange "$2" >"$work/strange"
	if [ -s "$2" ] && [ ! -s "$work/strange" ]; then
		tap_result 0 "$1"
	else
		tap_result 1 "$1" || head -20 "$work/strange" | diag
	fi
}

# finds DESCRIPTION TEXT: it is strange.
finds() {
	printf '%b\n' "$2" >"$work/found"
	finds_what=$1
	like "$finds_what" "$(strange "$work/found")" '*?*'
}

# The search finds what is there to be found, and no more.
finds 'a side' '| Guesses: marketing is off'
finds 'the other side' "| IT's owner"
finds 'and its people' '| Joint\n| ITs'
finds 'a word of one side' 'Whether a Campaign may go live'
finds 'a prompt across two lines' '| Marketing\n| and IT pull in the same\n| direction.'
finds 'one that names no side' '| We ask each other early enough\n| to change  the plan.'
native 'it and sites are words of nobody' "$bank"
printf '| Press it. WITH, SPLIT, UNITS\n| Sales and engineering want\n| the same products.\n' >"$work/harmless"
native 'nor are parts of words' "$work/harmless"

# every_key SCRIPT: it with a screen after every single key.
every_key() {
	awk '
		/^#/ { print; next }
		/^\|/ || /^show/ { next }
		/^keys / { for (i = 2; i <= NF; i++) print "keys " $i "\nshow"; next }
		{ print }
		/^(type|paste|wait) / { print "show" }
	' "$1"
}

script=$srcdir/tests/scripts/sales-engineering.script
every_key "$script" >"$work/every.script"
for size in 80x24 40x12 120x40; do
	sed "s/^size .*/size $size/" "$work/every.script" >"$work/$size.script"
	"$srcdir/tests/play" "$work/$size.script" "$work/$size" >"$work/$size.screens" 2>"$work/$size.errors"
	is "at $size it is played without a complaint" \
		"$?:$(cat "$work/$size.errors"):$(grep '^!' "$work/$size.screens")" '0::'
	ok "at $size it comes to its end" grep -q '^ *\[ \] 2026-05-18: Agree' "$work/$size/export.txt"
	native "at $size nothing strange is on its screens" "$work/$size.screens"
	native "at $size nothing strange is in its summary" "$work/$size/export.txt"
done
call export last --full --database "$work/80x24/accord.db"
like 'the full account tells more' "$status:$errors:$out" '0::*own *guess *Both sides know that they agree*'
native 'nothing strange is in it' "$work/out"

# Through all steps once more, before anything was answered, with all that can be asked for there.
printf 'Ana, Sales\nBen, seller, Sales\nDev, Engineering\n' >"$work/people"
call new --title 'Empty' --bank "$bank" --people "$work/people"
is 'a session of that bank' "$status:$errors" '0:'
{
	printf 'size 80x24\n'
	for step in $("$ACCORD" bank show "$bank" | sed -n 's/^  \([^ ]*\).*/\1/p'); do
		printf '# %s\nshow\n' "$step"
		printf 'keys %s\nshow\n' c '?' PgDn PgDn q w Esc r r '?' q R n
	done
} >"$work/steps.script"
call run last --script "$work/steps.script"
is 'all steps come up without a complaint' "$status:$errors:$(grep '^!' "$work/out")" '0::'
like 'the last of them as well' "$out" '*this was the last step: *'
native 'nothing strange is on their screens' "$work/out"

# The lists beside the steps, empty, and how they are filled.
call new --title 'Short' --bank "$bank" --agenda short
{
	printf 'size 80x24\n'
	printf 'keys %s\nshow\n' P '?' q + F1 q Esc f Esc q m '?' q a '?' q Enter q i '?' q o Esc d Esc D Esc a F1 q Esc x \
		Esc y q g '?' q q s '?' q End q e F1 q Esc F '?'
} >"$work/lists.script"
call run last --script "$work/lists.script"
is 'the lists come up without a complaint' "$status:$errors:$(grep '^!' "$work/out")" '0::'
like 'the last of them is the help' "$(tail -25 "$work/out")" '*| Keys*| Workshop*'
like 'a module was added' "$out" '*| Add a module: Sales and Engineering*'
native 'nothing strange is on them' "$work/out"

# What commands say of it, of a mistake, and what they offer.
{
	"$ACCORD" bank check "$bank"
	"$ACCORD" bank show "$bank"
	"$ACCORD" list
	"$ACCORD" show last
	"$ACCORD" export last
	for command in '' new run list show delete export bank demo help version; do
		"$ACCORD" help ${command:+"$command"}
	done
	printf 'Ana, Sails\n' | "$ACCORD" new --title T --bank "$bank" --people -
	printf 'Ana\n' | "$ACCORD" new --title T --bank "$bank" --people -
	"$ACCORD" new --title T --bank "$bank" --agenda two-hours
	"$ACCORD" delete last --yes
} >"$work/said" 2>&1
like 'commands say something' "$(cat "$work/said")" '*Sides: Sales, Engineering*'
native 'and nothing strange' "$work/said"

# In what the program is made from.
grep -rniE 'marketing|martech' "$srcdir/src" >"$work/strange"
grep -rnwE 'IT' "$srcdir/src" >>"$work/strange"
is 'nothing in C knows the two usual sides' "$(cat "$work/strange")" ''
tap_end
