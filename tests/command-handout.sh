#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the handout: ballots for those who are there, in the order in which they are entered.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# lines PATTERN: how many lines of the handout it matches.
lines() {
	grep -c "$1" "$work/handout"
}

printf '%s\n' 'Anna, brand, Marketing' 'Ben, ops, IT' 'Caro, crm, Marketing' 'Dev, data, IT' 'Eve, web, IT' >"$work/people"
call new --title 'Autumn' --organisation Acme --agenda day --people "$work/people"
"$ACCORD" handout last >"$work/handout"
harmless 'the handout' "$work/handout"
like 'begins with a briefing' "$(cat "$work/handout")" 'Autumn
======
Acme, *How you answer*What we do*Who has which number*Marketing: 1 Anna; 3 Caro*IT: 2 Ben; 4 Dev; 5 Eve*'
like 'has a sheet for each, one side after the other' "$(grep '^[1-9]  ' "$work/handout" | tr '\n' ' ')" \
	'1  Anna 3  Caro 2  Ben 4  Dev 5  Eve '
like 'guesses the other side' "$(grep -c 'What will most of Marketing say' "$work/handout")" \
	"$(($(lines 'What will most of IT say') / 2 * 3))"
anonymous=$(lines 'anonymous: no name, no number')
like 'has as many slips as there are people' "$((anonymous % 5)) $((anonymous > 0))" '0 1'
like 'names nobody on them' \
	"$(sed -n '/anonymous: no name/,/^- - -/p' "$work/handout" | grep -c 'Anna\|Ben\|Caro\|Dev\|Eve')" 0
like 'asks anonymously only there' "$(sed -n '/anonymous: no name/,/^- - -/p' "$work/handout" |
	grep -c 'trust each other') $(lines 'trust each other')" '5 5'
like 'ends its sheets by lines to cut along' "$(lines '^- - - ')" "$((1 + 5 + anonymous))"
"$ACCORD" handout last --pages >"$work/pages"
feeds=$(tr -cd '\f' <"$work/pages" | wc -c | tr -d ' ')
like 'or by form feeds' "$((feeds > 1 + 5 + anonymous))" 1
like 'of pages that a printer holds' "$(awk 'BEGIN { RS = "\f" } { n = gsub("\n", ""); if (n > 66) long++ } END { print long + 0 }' "$work/pages")" 0
like 'whose sheets bear the number again' "$(($(grep -c '^.\{0,1\}1  Anna$' "$work/pages") > 1))" 1

prints 'a session full of answers' "made 1 session: *" demo
"$ACCORD" handout last --output "$work/filled"
like 'no answer is in it' "$(grep -c 'Cloudrow\|own  *[0-9o●]\|decided' "$work/filled")" 0
refuses 'a file that is there' 1 "*exists*" handout last --output "$work/filled"
refuses 'no session' 1 "*no session 'nothing'*" handout nothing
refuses 'no argument' 2 '*SESSION*' handout

call new --title 'Nobody'
like 'nobody there: says what to do' "$("$ACCORD" handout last)" '*Nobody is in the session yet: add people*'
like 'a handout goes by the naming of the session' "$("$ACCORD" handout last | grep -c 'Slips without a name')" 1
tap_end
