#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the summary as a file, and the fictional sessions that have something to sum up.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# all_exports DATABASE FILE: the summaries of all its sessions, one after the other.
# shellcheck disable=SC2317
all_exports() {
	"$ACCORD" list --database "$1" | sed 1d | cut -d ' ' -f 1 >"$work/ids"
	while read -r id; do
		"$ACCORD" export "$id" --database "$1" || return 1
	done <"$work/ids" >"$2"
}

refuses 'no sessions at all' 2 "--sessions: '0' is not a number from 1 to 100000" demo --sessions 0
refuses 'a number that is none' 2 "--people: 'few' is not a number from 2 to 200" demo --people few
refuses 'too few people' 2 "--people: '1' is not a number *" demo --people 1
refuses 'an empty number' 2 "--seed: '' is not a number *" demo --seed ''
refuses 'a number with something behind it' 2 "--seed: '7x' is not a number *" demo --seed 7x
absent 'and no database comes of it' "$ACCORD_DATABASE"

prints 'a fictional session' "made 1 session: *" demo
"$ACCORD" export last >"$work/one"
harmless 'its summary' "$work/one"
like 'has all its parts' "$(cat "$work/one")" '*What was decided*Who does what, by when*Who took part*'
call demo --seed 1 --database "$work/same.db"
"$ACCORD" export last --database "$work/same.db" >"$work/two"
ok 'the same seed makes the same session' cmp "$work/one" "$work/two"
call demo --seed 2 --database "$work/other.db"
"$ACCORD" export last --database "$work/other.db" >"$work/two"
if cmp -s "$work/one" "$work/two"; then
	tap_result 1 'another seed makes another'
else
	tap_result 0 'another seed makes another'
fi

"$ACCORD" export last >"$work/two"
ok 'a summary is the same each time' cmp "$work/one" "$work/two"
ACCORD_NOW=2027-03-01T18:30:00 TZ=Asia/Tokyo "$ACCORD" export last >"$work/two"
ok 'also at another time, elsewhere' cmp "$work/one" "$work/two"
LC_ALL=C "$ACCORD" export last >"$work/two"
ok 'also where the locale has no UTF-8' cmp "$work/one" "$work/two"
call export last --output -
is '--output - is standard output' "$status:$out" "0:$(cat "$work/one")"
"$ACCORD" export last --full >"$work/two"
harmless 'the full account' "$work/two"
ok 'it is longer' test "$(wc -l <"$work/two")" -gt "$(wc -l <"$work/one")"
like 'it tells what each side guessed' "$(cat "$work/two")" '*guess  *'
prints 'text is a format' '*' export --format=text last
refuses 'others are not' 2 "--format: 'word' is not known: there is text, *" export --format word last

# Files.
prints 'into a file' '' export last --output "$work/file"
ok 'it is the same' cmp "$work/one" "$work/file"
echo mine >"$work/file"
refuses 'a file is not overwritten' 1 "'$work/file' exists already: choose another name or use --force" \
	export last --output "$work/file"
is 'it is as it was' "$(cat "$work/file")" mine
ln -s "$work/nowhere" "$work/link"
refuses 'nor a link that leads nowhere' 1 "'$work/link' exists already: *" export last --output "$work/link"
prints 'with --force it is' '' export last --output "$work/file" --force
ok 'as a whole' cmp "$work/one" "$work/file"
refuses 'an empty name' 2 '--output needs the name of a file' export last --output ''
mkdir "$work/folder"
refuses 'a folder' 1 "cannot write '$work/folder': it is a folder: name a file" export last --force --output "$work/folder"
refuses 'no folder' 1 "cannot write *$work/none/file*: No such file or directory" \
	export last --output "$work/none/file"
refuses 'a device' 1 "cannot write '/dev/null': it is not a regular file: *" \
	export last --force --output /dev/null
ok 'it is still a device' test -c /dev/null

# The format, by its name or by that of the file.
formats=$("$ACCORD" export --format word last 2>&1 | sed 's/.*there is //; s/,//g')
is 'these are the formats' "$formats" 'text markdown html csv ics json'
call export --help
for format in $formats; do
	like "$format is in the help" "$out" "*--format*$format*"
done
for pair in 'txt:*==' 'md:# *## ' 'html:<!DOCTYPE html>*</html>' 'HTML:<!DOCTYPE html>*' 'json:{*}' 'ics:BEGIN:VCALENDAR*'; do
	prints "written to a .${pair%%:*}" '' export last --output "$work/by-name.${pair%%:*}"
	like 'it is of that format' "$(cat "$work/by-name.${pair%%:*}")" "${pair#*:}*"
done
prints 'a format that is named comes first' '' export last --format text --output "$work/named.html"
ok 'it is text' cmp "$work/one" "$work/named.html"
prints 'a name without an end is text' '' export last --output "$work/summary"
ok 'as without a name' cmp "$work/one" "$work/summary"
prints 'tables go into a folder' '' export last --output "$work/tables.csv"
is 'which is for the user alone' "$(find "$work/tables.csv" -prune -perm 0700)" "$work/tables.csv"

# What is left out: said in the report and beside it, and there where it is asked for.
for script in anonymous private; do
	"$srcdir/tests/play" "$srcdir/tests/scripts/$script.script" "$work/$script" >/dev/null
done
small=$work/anonymous/accord.db
call export last --database "$small"
is 'a small group is left out' "$errors" 'accord: left out: the answers of 2 groups that are too small'
like 'which the text says' "$out" '*Left out: the answers of 2 groups that are too small.'
for format in markdown html; do
	call export last --database "$small" --format "$format"
	like "and $format" "$out" '*Left out: the answers of 2 groups that are too small.*'
done
prints 'with --small-groups nothing is' '*' export last --database "$small" --small-groups
case $out in
*'Left out'* | *'too few'*) tap_result 1 'and all is shown' ;;
*) tap_result 0 'and all is shown' ;;
esac
call export last --database "$small" --format json
is 'JSON lacks it, and counts alike where it was asked twice' "$errors" \
	'accord: left out: the answers of 2 groups that are too small'
call export last --database "$small" --format json --small-groups
case $errors in
*'too small'*) tap_result 1 'and has it with --small-groups' ;;
*) tap_result 0 'and has it with --small-groups' ;;
esac
call export last --database "$work/private/accord.db"
like 'a private note is left out' "$errors" 'accord: left out: 1 private note*'
call export last --database "$work/private/accord.db" --private
case $errors in
*private*) tap_result 1 'not with --private' ;;
*) tap_result 0 'not with --private' ;;
esac
call export last --database "$work/private/accord.db" --private --format json
like 'JSON has it as it is' "$out" '*"private": true*'
is 'a calendar leaves nothing out' "$("$ACCORD" export last --database "$small" --format ics 2>&1 >/dev/null)" ''

# A limit on the size of files is a disk that is full; two thousand people do not fit.
seq 1 2000 | sed 's/.*/Robin Vale number &, manager of channels and data, it/' >"$work/people"
call new --title Crowd --people "$work/people"
mkdir "$work/full"
echo mine >"$work/full/file"
for option in --output="$work/full/new" "--force --output=$work/full/file"; do
	# shellcheck disable=SC2086
	got=$( (ulimit -f 72 && "$ACCORD" export last $option) 2>&1; echo "status $?")
	like 'a file that does not fit' "$got" "accord: cannot write '$work/full/*': *
status 1"
done
is 'leaves the old one and no half one' "$(ls "$work/full"):$(head -n 1 "$work/full/file")" 'file:mine'

(ulimit -f 72 && exec "$ACCORD" export last --format csv --output "$work/no-tables") >"$work/out" 2>&1
like 'tables that do not fit' "$?:$(cat "$work/out")" "1:accord: cannot write '$work/no-tables/*"
absent 'leave nothing behind' "$work/no-tables"
mkdir "$work/tables"
echo mine >"$work/tables/ballots.csv"
(ulimit -f 72 && exec "$ACCORD" export last --format csv --force --output "$work/tables") >/dev/null 2>&1
is 'nor where there are older ones' "$(ls "$work/tables"):$(cat "$work/tables/ballots.csv")" ballots.csv:mine

# Many sessions of many people.
prints 'fifty sessions of thirty people' 'made 50 sessions: *' \
	demo --sessions 50 --people 30 --database "$work/many.db"
ok 'all have a summary' all_exports "$work/many.db" "$work/all"
harmless 'which is harmless' "$work/all"
is 'there are fifty' "$(wc -l <"$work/ids" | tr -d ' ')" 50
call demo --sessions 50 --people 30 --database "$work/again.db"
ok 'once more' all_exports "$work/again.db" "$work/all-again"
ok 'they are the same' cmp "$work/all" "$work/all-again"
if [ "$(printf '\346\274\242\303\244' | wc -L 2>/dev/null)" = 3 ]; then
	ok 'no line is wider than 72 columns' test "$(wc -L <"$work/all")" -le 72
else
	skip 'no line is wider than 72 columns' 'this wc cannot tell how wide a line is'
fi
is 'no line ends in white space' "$(grep -c '[[:space:]]$' "$work/all")" 0

# A name that says something else is no text.
for name in x.odd a.b/x.2; do
	refuses "a name like $name" 2 "'$work/$name': end the name in .txt, .md, .html, .csv, .ics or .json, or say --format" \
		export last --output "$work/$name"
done
refuses 'a PDF' 2 "'$work/x.PDF': accord writes no PDF: write .html, and print that from a browser" \
	export last --output "$work/x.PDF"
for name in x.docx x.y.xls; do
	refuses "a name like $name" 2 "'$work/$name': accord writes no office files: write .html and open that there" \
		export last --output "$work/$name"
done
call export last --output "$work/x.2" --format text
is 'unless the format is said' "$status:$(head -c 3 "$work/x.2" | wc -c)" 0:3
mkdir -p "$work/a.b"
call export last --output "$work/a.b/.x"
is 'nor has a hidden file an end' "$status:$(test -s "$work/a.b/.x" && echo there)" 0:there

tap_end
