#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the commands about banks, and what happens to sessions when a bank goes.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

shipped=$srcdir/data/banks/joint-workshop.yaml
banks=$work/banks
mkdir -p "$banks/folder.yaml"
cp "$shipped" "$banks/mine.yaml"

prints 'a bank without errors' "$shipped: fine" bank check "$shipped"
for bank in "$srcdir"/data/banks/*.yaml; do
	prints "${bank##*/} is fine" '*: fine' bank check "$bank"
done
prints 'the shipped bank is found' '*joint-workshop *' bank list
prints 'banks of a folder of mine' "*mine *$banks/mine.yaml*" bank list --banks "$banks"
prints 'what is in a bank' 'Joint marketing and IT workshop (joint-workshop *Sides: Marketing, IT*Agenda two-hours: *' \
	bank show joint-workshop
prints 'what is in a file' 'Joint marketing and IT workshop (joint-workshop *' bank show "$banks/mine.yaml"

refuses 'which verb' 2 "'bank' needs to know more; usage: accord bank check FILE... *" bank
refuses 'an unknown verb' 2 "unknown command 'bank frobnicate': there are check, list, show and new" bank frobnicate
refuses 'one that was nearly right' 2 "unknown command 'bank chekc' (did you mean 'bank check'?)" bank chekc
refuses 'which file' 2 "'bank check' needs to know more; usage: accord bank check FILE..." bank check
refuses 'which bank' 2 "'bank show' needs to know more; usage: accord bank show BANK" bank show
refuses 'one too many' 2 "'b' is one argument too many; usage: accord bank show BANK" bank show a b
refuses 'list takes none' 2 "'x' is one argument too many; usage: accord bank list" bank list x
refuses 'a folder that is not there' 1 "cannot read the folder '$work/none': *" bank list --banks "$work/none"
refuses 'an unknown bank' 1 "there is no bank 'nope'; there are: *joint-workshop*" new --title T --bank nope
refuses 'one that was nearly right' 1 "*(did you mean 'joint-workshop'?)*" new --title T --bank joint-workshp
refuses 'a file that is not there' 1 "there is no file './none.yaml'" new --title T --bank ./none.yaml
refuses 'no file to check' 1 "cannot open '$work/none': No such file *" bank check "$work/none"

# A bank to begin with. Every step of it comes up, and what it gives can be exported.
mkdir "$work/new"
prints 'a bank to begin with' "*/two-teams.yaml: written.*accord bank check */two-teams.yaml*" \
	bank new "$work/new/two-teams.yaml"
prints 'is fine as it is' '*: fine' bank check "$work/new/two-teams.yaml"
is 'its id is its name' "$(grep '^id:' "$work/new/two-teams.yaml")" 'id: two-teams'
prints 'and it is found by that' '*' new --database "$work/new.db" --title T --bank two-teams \
	--banks "$work/new"
{
	printf 'size 100 40\n'
	steps=$(grep -c '^      - id:' "$work/new/two-teams.yaml")
	while [ "$steps" -gt 0 ]; do
		printf 'keys n\n'
		steps=$((steps - 1))
	done
} >"$work/walk.script"
prints 'it can be held' '*' run --database "$work/new.db" last --script "$work/walk.script"
prints 'and summed up' '*T
=*' export --database "$work/new.db" last
refuses 'a bank of that name' 1 "'*/two-teams.yaml' exists already: *" bank new "$work/new/two-teams.yaml"
prints 'which is overwritten if wanted' '*written*' bank new --force "$work/new/two-teams.yaml"
prints 'a name that needs quotes' "'*/Two teams.yaml': written.*" bank new "$work/new/Two teams.yaml"
is 'whose id needs none' "$(grep '^id:' "$work/new/Two teams.yaml")" 'id: two-teams'
refuses 'a name without an id' 2 "'*' gives the bank no id: *" bank new "$work/new/山田.yaml"
refuses 'a folder that is not there' 1 "cannot write '$work/none/a.yaml': *" bank new "$work/none/a.yaml"
refuses 'nothing to overwrite' 2 "'--force' goes with 'bank new' alone" bank list --force
absent 'nothing is left of those' "$work/new/山田.yaml" "$work/none"

# Files that are no bank.
for name in folder "$banks/folder.yaml"; do
	refuses "a folder in place of a bank: $name" 1 "cannot read '$banks/folder.yaml': *" \
		new --title T --bank "$name" --banks "$banks"
done
refuses 'a folder to check' 1 "cannot read '$banks/folder.yaml': *" bank check "$banks/folder.yaml"
head -c 5000000 /dev/zero | tr '\0' a >"$work/big.yaml"
refuses 'five megabytes' 3 "'$work/big.yaml' is larger than *" bank check "$work/big.yaml"
: >"$work/empty.yaml"
refuses 'nothing' 3 '*' bank check "$work/empty.yaml"
printf 'accord: 1\nid: \377\n' >"$work/bytes.yaml"
refuses 'bytes that are no text' 3 '*' bank check "$work/bytes.yaml"
began=$(date +%s)
refuses 'a billion laughs' 3 "the bank '*laughs.yaml' has 1 error" bank check "$srcdir/tests/banks/laughs.yaml"
like 'with its place' "$errors" '*/laughs.yaml:*:*: *'
ok 'that was quick' test $(($(date +%s) - began)) -lt 5

# Mistakes, with their place.
sed 's/kind: scale/kind: scal/' "$shipped" >"$work/wrong.yaml"
call bank check "$work/wrong.yaml" "$shipped"
is 'a wrong bank and a right one' "$status:$out" "3:$shipped: fine"
like 'the mistake' "$errors" "$work/wrong.yaml:*:*: step '*': unknown kind 'scal' (did you mean 'scale'?)*
accord: the bank '$work/wrong.yaml' has * errors"
call new --title T --bank "$work/wrong.yaml"
like 'no session comes of it' "$status:$out:$errors" "3::$work/wrong.yaml:*:*: *accord: the bank *"
call bank show "$work/wrong.yaml"
like 'nor can it be shown' "$status:$out:$errors" "3::$work/wrong.yaml:*:*: *accord: the bank *"
absent 'nor is a database made for it' "$ACCORD_DATABASE"
printf 'accord: 1\nid: "a\\eb"\n"\\e[31mkey": x\n' >"$work/escape.yaml"
call bank check "$work/escape.yaml"
like 'escapes in a bank' "$status:$out:$errors" "3::*U+001B*unknown key*"
harmless 'do not reach the terminal' "$work/errors"
evil=$work/$(printf 'e\033[31m.yaml')
cp "$work/wrong.yaml" "$evil"
call bank check "$evil"
harmless 'nor do those in the name of a file' "$work/errors"

# A session carries its bank.
prints 'a session of my bank' '????????' new --title Mine --bank mine --banks "$banks"
call export last
before=$out
rm "$banks/mine.yaml"
refuses 'the bank is gone' 1 "there is no bank 'mine'; *" new --title Next --bank mine --banks "$banks"
prints 'the session still opens' 'Session*Mine*' show last --banks "$banks"
call export last
is 'and its summary is the same' "$out" "$before"

# Without permission; root may read everything.
cp "$shipped" "$work/secret.yaml"
chmod 0 "$work/secret.yaml"
if cat "$work/secret.yaml" >/dev/null 2>&1; then
	skip 'a bank that may not be read' 'this user may read everything'
else
	refuses 'a bank that may not be read' 1 "cannot open '$work/secret.yaml': Permission denied" \
		bank check "$work/secret.yaml"
fi

tap_end
