#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the commands that make, list, show and delete sessions.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# count: how many sessions there are.
count() {
	"$ACCORD" list 2>/dev/null | sed 1d | wc -l | tr -d ' '
}

call list
is 'no sessions yet' "$status:$out:$errors" \
	"0::accord: no sessions yet: 'accord new' makes one, 'accord demo' a fictional one"
for command in show export delete; do
	refuses "$command last, without any" 1 "there is no session yet: 'accord new' makes one" "$command" last
done
refuses 'run, without any' 1 'no session is unfinished: *' run

# What is asked for in a wrong way makes nothing.
refuses 'no title' 2 "--title is needed: *" new
refuses 'an empty title' 2 "--title is needed: *" new --title ''
refuses 'a blank title' 2 "--title is needed: *" new --title '  '
refuses 'a title that is too long' 3 "*'title' is longer than *" new --title "$(printf '%0300d' 0)"
refuses 'a date that is none' 2 "--date: 'soon' is no date; write it as 2026-12-31" new --title T --date soon
refuses 'a day that is none' 2 "--date: '2026-02-30' is no date; *" new --title T --date 2026-02-30
refuses 'an agenda that could be two' 2 "--agenda: 'h' may be agenda 'hour' or 'half-day': write more of it" \
	new --title T --bank "$srcdir/tests/banks/breaks.yaml" --agenda h
refuses 'an unknown agenda' 2 "--agenda: no agenda 'noon' in this bank; it has: two-hours*" new --title T --agenda noon
refuses 'no file of people' 1 "cannot open '$work/none': No such file *" new --title T --people "$work/none"
refuses 'a folder of people' 1 "cannot read '$work': *" new --title T --people "$work"
printf 'Ada, Analyst, marketing\n\n# away\nBob, Developer, legal\n' >"$work/people"
refuses 'people of no side' 3 "$work/people: line 4: 'legal' is no side; write Marketing or IT" \
	new --title T --people "$work/people"
printf 'Ada\n' >"$work/people"
refuses 'people without a side' 3 "$work/people: line 1: 'Ada' has no side; *" \
	new --title T --people "$work/people"
printf ', Analyst, IT\n' >"$work/people"
refuses 'people without a name' 3 "$work/people: line 1: the name is missing; *" \
	new --title T --people "$work/people"
is 'nothing is left of all this' "$(count)" 0

printf 'Ada Hill, Analyst, Marketing\r\nBob; IT\n\nZo\303\253\tArchitect\tit' >"$work/people"
prints 'a whole session' '????????' new --title 'Joint workshop' --organisation Acme \
	--facilitator 'Robin Vale' --date 2026-12-31 --agenda two --people "$work/people"
id=$out
call list
is 'the list' "$out" "id        date        state      people  open   title, organisation
$id  2026-12-31  planned         3     0   Joint workshop, Acme"
call show "$id"
like 'a look at it' "$out" "Session        $id
Title          Joint workshop
Organisation   Acme
Facilitator    Robin Vale
Date           2026-12-31
State          planned
Marketing      1
IT             2
Decided        0
Proposed       0
Open actions   0
Agenda
  *: 0 of * steps done, 0 of * minutes*"
shown=$out
call show "$(echo "$id" | tr '[:lower:]' '[:upper:]')"
is 'its id in capitals' "$out" "$shown"
call show "${id%??}"
is 'the beginning of its id' "$out" "$shown"
call show last
is 'the last one' "$out" "$shown"

got=$(printf 'Ada, IT\n' | "$ACCORD" new --title Second --date +14 --people -)
like 'people from the standard input' "$got" '????????'
like 'fourteen days from now' "$("$ACCORD" show "$got")" '*Date           2026-12-06*'
call list
like 'the newest date stands first' "$out" '*Joint workshop*Second*'

# What came from outside steers no terminal.
printf 'A\033[31mda, Ana\001lyst, marketing\nB\342\200\256ob\302\233, IT\n' >"$work/people"
prints 'a hostile session' '????????' new --title "$(printf 'Ev\033[31mil\177\001\342\200\256')" \
	--organisation "$(printf 'Or\tg\nx\302\233')" --facilitator "$(printf 'x\377\033]0;y\007')" \
	--people "$work/people"
for words in list 'show last' 'export last'; do
	# shellcheck disable=SC2086
	"$ACCORD" $words >"$work/shown"
	harmless "accord $words is harmless" "$work/shown"
done

refuses 'an unknown session' 1 "no session 'zzzzzzzz': 'accord list' shows what there is" show zzzzzzzz
refuses 'an id that is too long' 1 "no session 'zzzzzzzzz': *" show zzzzzzzzz
refuses 'an empty id' 1 "no session '': *" show ''
refuses 'a wildcard' 1 "no session '%': *" show %

# Deleting.
refuses 'deleting needs a terminal or --yes' 2 "there is no terminal to ask at: --yes deletes '$id'" delete "$id"
is 'nothing was deleted' "$(count)" 3
prints 'deleting' '' delete --yes "$id"
refuses 'it is gone' 1 "no session '$id': *" delete --yes "$id"
is 'the others are not' "$(count)" 2

# Some of them, and as JSON.
call new --title 'A day' --organisation 'Café Nord' --date 2027-02-01
is 'those that are planned' "$("$ACCORD" list --state planned --organisation 'cafe nord' | sed 1d | wc -l | tr -d ' ')" \
	"$("$ACCORD" list --organisation 'CAFÉ' | sed 1d | wc -l | tr -d ' ')"
prints 'as JSON' '*"title": "A day",*"state": "planned",
    "halted": null,*"open": 0,
    "overdue": 0,
    "harmony": null*' list --format json --organisation cafe
prints 'none as JSON' '[]' list --format json --state cancelled
refuses 'a state that is none' 2 "--state: 'runing' is none of: planned, running, finished, set-aside, cancelled" \
	list --state runing
refuses 'a format that is none' 2 "--format: 'xml' is none of: text, json" list --format xml
is 'it can be deleted' "$("$ACCORD" delete --yes "$("$ACCORD" list --organisation cafe | sed -n 2p | cut -c 1-8)")" ''

# Thirty letters begin an id: of fifty sessions some begin alike.
call demo --sessions 50
letter=$("$ACCORD" list | sed 1d | cut -c 1 | sort | uniq -d | head -n 1)
for command in show export run 'delete --yes'; do
	# shellcheck disable=SC2086
	refuses "$command of two that begin alike" 1 \
		"'$letter' may be session '$letter???????' or '$letter???????': write more of it" $command "$letter"
done
is 'none of the two was deleted' "$(count)" 52

tap_end
