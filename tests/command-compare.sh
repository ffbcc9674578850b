#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the command that compares sessions: which ones, in which order, in which formats.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

ACCORD_NOW=2026-11-22T09:00:00
export ACCORD_NOW

refuses 'no session at all' 2 "'compare' needs to know more; *" compare
prints 'a session' '????????' new --title 'Spring' --date 2026-05-04 --bank "$srcdir/tests/banks/rounds.yaml"
spring=$out
prints 'another one' '????????' new --title "Autumn <blink>*x*</blink>" --date 2026-11-02 --bank "$srcdir/tests/banks/rounds.yaml"
autumn=$out
refuses 'one session' 2 "'compare' needs to know more; *" compare "$spring"
refuses 'the same one twice' 2 "'$spring' and '$spring' are the same session: *" compare "$spring" "$spring"
refuses 'the same one under two names' 2 "* are the same session: *" compare "$spring" "$(echo "$spring" | cut -c1-7)"
refuses 'one that is not there' 1 "no session 'nothing': *" compare "$spring" nothing
refuses 'another format' 2 "--format: 'pdf' is none of: text, markdown, html, json" compare --format pdf "$spring" "$autumn"

# fill SESSION PEOPLE KEYS: answers the first question.
fill() {
	printf 'keys P\npaste %s\nkeys q %s r\n' "$2" "$3" >"$work/script"
	"$ACCORD" run "$1" --script "$work/script" >/dev/null || exit 99
}
fill "$spring" 'Ana, Shops\nBen, Shops\nDev, Web\n' '1 2 2 2 5 4'
fill "$autumn" 'Ana, Shops\nCaz, Shops\nDEV, Web\n' '3 2 3 2 5 4'

call compare "$spring" "$autumn"
forward=$out
is 'compares' "$status:$errors" '0:'
like 'says how far' "$out" '*6 of 6 questions unchanged, 2 of 4 people the same.*'
like 'says what moved' "$(echo "$out" | tr -s '\n ' '  ')" '*Shops moved up by 1.5, from 1.5 to 3. Web as before: 5.*'
prints 'in the order of the dates, however they are named' "$forward" compare "$autumn" "$spring"

call compare --full "$spring" "$autumn"
like 'in full with the dots' "$out" '*then *now *1 not at all*'
call compare --format markdown "$spring" "$autumn"
like 'as Markdown' "$out" '# What moved*Autumn \\<blink>\\*x\\*\\</blink>*'
call compare --format html "$spring" "$autumn"
like 'as a page' "$out" '<!DOCTYPE html>*'
case $out in *'<blink>'*) tap_result 1 'without markup from outside' ;; *) tap_result 0 'without markup from outside' ;; esac
call compare --format json "$spring" "$autumn"
is 'as JSON' "$status:$errors" '0:'
if command -v jq >/dev/null; then
	printf '%s' "$out" >"$work/json"
	json() {
		jq -c "$1" "$work/json"
	}
	is 'the pair' "$(json '.pairs[0] | [.people, .asked, .compared]')" \
		'[{"all":4,"same":2},{"all":6,"unchanged":6},{"all":1,"moved":1}]'
	is 'the sessions by their dates' "$(json '[.sessions[].date]')" '["2026-05-04","2026-11-02"]'
	is 'where the sides stood' "$(json '.pairs[0].questions[0].places')" \
		'[{"side":"shop","then":"1.5","now":"3"},{"side":"web","then":"5","now":"5"}]'
	is 'and why not' "$(json '[.pairs[0].questions[].state] | unique')" '["compared","no-result"]'
else
	skip 'the members of JSON' 'jq is not installed'
fi

prints 'a third one' '????????' new --title 'Later' --date 2026-11-20 --bank "$srcdir/tests/banks/rounds.yaml"
later=$out
fill "$later" 'Ana, Shops\nCaz, Shops\nDev, Web\n' '4 2 4 2 4 4'
call compare "$later" "$spring" "$autumn"
like 'three in a row' "$out" '*2026-05-04  2026-11-02  2026-11-20*Shops  1.5 *3 *4*Web    5 *5 *4*'
like 'each beside the last' "$out" '*2026-05-04 *6 of 6 *2 of 4*2026-11-02 *6 of 6 *3 of 3*2026-11-20 *'
case $out in *armony*) tap_result 1 'without a column of nothing' ;; *) tap_result 0 'without a column of nothing' ;; esac

# A row that went from one side to the other has come and gone under one name.
cat >"$work/bank.yaml" <<'END'
accord: 1
id: paid
version: 1.0.0
title: Paid
language: en
sides: [{id: shop, name: Shops}, {id: web, name: Web}]
agendas: [{id: short, title: Short, modules: [{id: m, minutes: 5}]}]
modules:
  - id: m
    title: M
    steps:
      - id: r
        kind: register
        prompt: What do you pay?
        columns: [{id: name, title: Name, type: text, required: true}, {id: side, title: Side, type: side}]
END
printf 'keys r\n' >"$work/reveal"
paid() {
	id=$("$ACCORD" new --title "$1" --date "$1" --bank "$work/bank.yaml")
	printf '%b' "$2" >"$work/rows.csv"
	"$ACCORD" import --register m/r --yes "$id" "$work/rows.csv" >"$work/said" 2>&1 || cat "$work/said" >&2
	"$ACCORD" run "$id" --script "$work/reveal" >/dev/null
	echo "$id"
}
then=$(paid 2026-05-05 'Name,Side\nMail,Shops\nHost,Web\nOld,Web\n')
now=$(paid 2026-11-05 'Name,Side\nmail,Web\nHost,Web\nNew,Web\n')
call compare "$then" "$now"
like 'a row that changed sides' "$(echo "$out" | tr -s '\n ' '  ')" \
	'*New in the table: mail (Web); New. No longer in it: Mail (Shops); Old.*'

# What is nowhere is said in words.
cat >"$work/bank.yaml" <<'END'
accord: 1
id: suppliers
version: 1.0.0
title: Suppliers
language: en
sides: [{id: shop, name: Shops}, {id: web, name: Web}]
agendas: [{id: short, title: Short, modules: [{id: m, minutes: 5}]}]
modules:
  - id: m
    title: M
    steps:
      - id: r
        kind: register
        prompt: What do you pay?
        analysis: overlap
        columns:
          - {id: vendor, title: Name, type: text, required: true}
          - {id: side, title: Side, type: side, required: true}
          - {id: category, title: For, type: text, required: true}
          - {id: spend, title: A year, type: money, lowest: 0}
          - {id: ends, title: Ends, type: date}
          - {id: notice, title: Notice, type: number, lowest: 0}
          - {id: renews, title: Renews, type: yes-no}
          - {id: owner, title: Owner, type: text}
END
then=$(paid 2026-05-06 'Name,Side,For,A year\nMail,Shops,Post,100\nHost,Web,Sites,200\n')
now=$(paid 2026-11-06 'Name,Side,For,A year\nMail,Shops,Post,100\nMail,Web,Post,50\n')
call compare "$then" "$now"
like 'what both sides pay, or that they pay nothing' "$(echo "$out" | tr -s '\n ' '  ')" \
	'*Then: 2 suppliers, 300 a year; none paid by both; now: 1 supplier, 150 a year; paid by both: 1, 150.*'

call compare "$spring" "$autumn" --output "$work/file"
is 'into a file' "$status:$(cat "$work/file")" "0:$forward"
call compare "$spring" "$autumn" --output "$work/by-name.MD"
is 'a name says the format' "$status:$(head -n 1 "$work/by-name.MD")" '0:# What moved'
call compare "$spring" "$autumn" --output "$work/named.md" --format text
is 'a format that is named comes first' "$status:$(cat "$work/named.md")" "0:$forward"
refuses 'a name that is of no format' 2 "'$work/x.odd': end the name in .txt, .md, .html or .json, or say --format" \
	compare "$spring" "$autumn" --output "$work/x.odd"
refuses 'a PDF' 2 "'$work/x.pdf': accord writes no PDF: *" compare "$spring" "$autumn" --output "$work/x.pdf"
refuses 'a file that is there' 1 "'$work/file' *" compare "$spring" "$autumn" --output "$work/file"

tap_end
