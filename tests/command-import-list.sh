#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests lists of people and of a register's rows from the command line.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

cd "$work" || exit 99
call new --title T
printf 'Name\tTeam\tx\nAna\tMarketing\t1\nBo\tIT\t2\nX\tnope\t3\n' >people
printf 'Supplier;Seite;Side;A year;Ends\r\nNorthwind Mail;x;marketing;1.234,50 EUR;31.12.2026\r\n"Kite; Inc.";x;IT;12.500;01.02.2027\r\n;;;;\r\nMetrica;x;Sales;80 Mio;soon\r\n' >rows

call import --people last people
is 'nothing is added without --yes' "$status:$(tail -n 1 "$work/errors")" '2:accord: nothing was added: --yes adds these lines'
is 'it is shown how columns are understood' "$out" 'Column                    such as                   is taken for
Name                      Ana                       Name
Team                      Marketing                 Side
x                         1                         nothing

line 2: Ana · Marketing
line 3: Bo · IT
1 line is left out'
like 'and why a line is left out' "$errors" "people:4:2: 'nope' is no side; write Marketing or IT*"
call import --people last people --dry-run --yes
is 'a trial adds nothing' "$status:$("$ACCORD" show last | grep -c -E '^(Marketing|IT) +0')" 0:2
call import --people last people --yes
is 'with --yes they are added' "$status:$("$ACCORD" show last | grep -c -E '^(Marketing|IT) +1')" 0:2
call import --people last people --yes
is 'they are not added twice' "$status:$(tail -n 1 "$work/errors")" "3:accord: 'people' has nothing that could be added"
"$ACCORD" import --people last - --yes <people >out 2>&1
is 'also not from standard input' "$?" 3

call import --register contracts last rows
is 'rows are shown as they would be kept' "$(echo "$out" | sed -n '/^line/p')" \
	'line 2: Northwind Mail · Marketing · 1,235 · 2026-12-31
line 3: Kite; Inc. · IT · 12,500 · 2027-02-01
line 5: Metrica'
like 'and what is wrong with a cell' "$errors" "rows:5:3: Side: 'Sales' is none of: Marketing, IT
rows:5:4: A year: '80 Mio' is no amount of money; *
rows:5:5: Ends: 'soon' is no date; *"
call import --register vendors/contracts last rows --yes
is 'they are added' "$status:$(tail -n 1 "$work/errors")" '0:accord: 3 rows added'
"$ACCORD" export last --format csv --output tables
is 'as they were shown' "$(tr -d '\r' <tables/vendors-contracts.csv | cut -d , -f 2-6)" 'vendor,side,category,spend,ends
Northwind Mail,marketing,,1235,2026-12-31
"Kite; Inc.",it,,12500,2027-02-01
Metrica,,,,'

# What was exported can be taken in again, elsewhere.
call demo --database demo.db
"$ACCORD" export last --database demo.db --format csv --output demo
call import --people last demo/people.csv --yes
is 'people of an export' "$status" 0
for file in demo/*-*.csv; do
	name=$(basename "$file" .csv)
	call new --title "$name" --agenda day
	id=$out
	call import --people "$id" demo/people.csv --yes
	call import --register "${name%%-*}/${name#*-}" "$id" "$file" --yes
	is "$name of an export: without a problem" "$status:$(echo "$errors" | grep -v added)" 0:
	"$ACCORD" export "$id" --format csv --output "again-$name"
	is "$name comes out as it was" "$(cut -d , -f 2- "again-$name/$name.csv")" "$(cut -d , -f 2- "$file")"
done

refuses 'no register' 2 "--register: 'pulse' is no register of this session: name one of *vendors/contracts*" \
	import --register pulse last rows
refuses 'two lists' 2 '--people and --register are two lists: take in one after the other' \
	import --people --register contracts last rows
refuses 'no file' 2 'a list needs a session and a file: *' import --people last
refuses 'a file that is not there' 1 "*none*" import --people last none
printf 'M\374ller;it\n' >latin
refuses 'Latin-1' 3 'latin: line 1 is not UTF-8: in the spreadsheet, save it as "CSV UTF-8" and try again' \
	import --people last latin
printf '"open;it\nBo;it\n' >open
refuses 'a quote that stays open' 3 'open: line 1: a quote is opened there and never closed' import --people last open
: >empty
call import --people last empty --yes
is 'nothing' "$status:$(tail -n 1 "$work/errors")" "3:accord: 'empty' has nothing that could be added"
printf '\033[31mAnn, it\n' >hostile
call import --people last hostile --dry-run
echo "$out" >shown
harmless 'what is shown of a hostile list' shown

tap_end
