#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests accord search.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

refuses 'no words' 2 "'search' needs to know more; usage: *" search
refuses 'a format that is none' 2 "--format: 'csv' is none of: text, json" search --format csv x
for limit in 0 -1 x 1x 10001 ''; do
	refuses "a limit of '$limit'" 2 "--limit: '$limit' is no number from 1 to 10000" search "--limit=$limit" x
done
refuses 'no session at all' 1 "nothing was found for 'loyalty': *" search loyalty

# The newest comes first, whichever was made last.
printf 'Zo\303\253 Quist, planner, marketing\nDev Young, architect, it\n' >"$work/people"
new=$("$ACCORD" new --title 'Loyalty data' --organisation 'Acme Retail' --date 2026-11-20 --people "$work/people")
old=$("$ACCORD" new --title 'Loyalty' --organisation "$(printf '\351\241\247\345\256\242')" --date 2026-01-05)
prints 'titles' "$new  2026-11-20  Acme Retail*
  session          Loyalty data *
$old  2026-01-05  *
  session          Loyalty *" search loyal
prints 'all of the words' "$new *session          Loyalty data *" search data loyal
like 'and no others' "$out" "*data*"
refuses 'not in another order as they stand' 1 "nothing was found for '\"data loyalty\"': *" search 'data loyalty'
prints 'as they stand' "$new *" search 'loyalty data'
prints 'without its accents' "*  person           Zo*Quist*planner" search ZOE
prints 'one ideograph of two' "$old *" search "$(printf '\345\256\242')"
prints 'nothing that is typed is a word of the index' "$new *" search loyalty-data
for word in 'loyalty AND data' 'loyal NOT zzz' 'zzz OR loyal' 'NEAR(loyalty data)' '(' '"' '*' 'words:loyal' '^' "'" '--'; do
	call search -- "$word"
	is "'$word' is looked for, not done" "$status:$out" '1:'
done
prints 'questions' "Questions
*question  *" search supplier

# What stands in the file is text, whoever wrote it.
call search --format json loyal
is 'JSON' "$status:$errors" '0:'
if command -v jq >/dev/null; then
	is 'the sessions of JSON' "$(jq -c '[.results[].session.id]' "$work/out")" "[\"$new\",\"$old\"]"
	is 'its places are in characters' \
		"$("$ACCORD" search --format json "$(printf '\345\256\242')" | jq -c '.results[0] | [.more, .more_places]')" \
		"[\"$(printf '\351\241\247\345\256\242')\",[[1,1]]]"
	call search --format json nowhere
	is 'no results are a list, and an error' "$status:$(jq -c . "$work/out")" \
		'1:{"query":"nowhere","complete":true,"results":[]}'
else
	skip 'the members of JSON' 'needs jq'
fi
call search --limit 1 loyal
is 'there is more' "$status:$errors" '0:accord: there is more: write more words, or raise --limit'

# It fits into any width, and what is found is bold where that is asked for.
COLUMNS=40 call search quist
ok 'no line is wider than it should be' test "$(wc -L <"$work/out")" -le 40
call search --color always quist
like 'what was found is bold' "$out" "*$(printf '\033')\\[1mQuist$(printf '\033')\\[0m*"
call search quist
harmless 'but not in a file' "$work/out"

# A session that is gone is found no longer, nor is any of it in the file.
ok 'it is deleted' "$ACCORD" delete --yes "$new"
refuses 'what is deleted' 1 "nothing was found for 'quist': *" search quist
ok 'no byte of it is left' sh -c "! grep -qi 'quist' '$ACCORD_DATABASE'"

# Many at once: it says what it waits for, and what it finds then is all there.
call demo --sessions 30
is 'fictional sessions' "$status" 0
is 'each has its list of contracts' "$("$ACCORD" search list contracts 2>/dev/null | grep -c '^  action')" 30

# A damaged index is made anew.
if command -v sqlite3 >/dev/null; then
	sqlite3 "$ACCORD_DATABASE" "UPDATE search_data SET block = x'00' WHERE id > 10"
	call search list contracts
	like 'a damaged index is said' "$status:$errors" "0:*the index of the search was damaged, and is made anew*"
	is 'and made anew' "$(grep -c '^  action' "$work/out")" 30
else
	skip 'a damaged index' 'needs sqlite3'
fi

tap_end
