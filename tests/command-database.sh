#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the databases that cannot be used, and where the usual one is.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# patch FILE OFFSET: a copy of the database with 0x63 in those four bytes' last one.
patch() {
	cp "$ACCORD_DATABASE" "$1"
	printf '\143' | dd of="$1" bs=1 seek=$(($2 + 3)) conv=notrunc 2>/dev/null
}

# untouched DESCRIPTION FILE STATUS PATTERN: every command refuses the file, and leaves it as it is.
untouched() {
	cp "$2" "$work/before"
	for words in list 'show last' 'export last' 'delete --yes last' run demo 'new --title T'; do
		# shellcheck disable=SC2086
		refuses "$1: $words" "$3" "cannot open '$2': $4" --database "$2" $words
	done
	ok "$1: nothing has changed" cmp "$work/before" "$2"
	absent "$1: nothing stands beside it" "$2-wal" "$2-shm" "$2-journal"
}

call demo
patch "$work/newer.db" 60
untouched 'a newer accord' "$work/newer.db" 3 'it has schema 99 and this accord knows [0-9]*: use the newer accord'
patch "$work/other.db" 68
untouched 'another application' "$work/other.db" 3 'it belongs to another application: name another file'
echo 'Dear diary' >"$work/diary"
untouched 'a short text' "$work/diary" 3 'it is no database: name another file'
cat "$srcdir/data/banks/joint-workshop.yaml" >"$work/long.db"
untouched 'a long text' "$work/long.db" 3 'it is no database: name another file'

head -c 20000 "$ACCORD_DATABASE" >"$work/short.db"
refuses 'half a database' 3 "cannot * '$work/short.db': it is damaged: *" export last --database "$work/short.db"
refuses 'a folder' 1 "cannot open '$work': it is a folder: name a file" list --database "$work"
refuses 'a file in place of a folder' 1 "cannot * '$work/diary*': Not a directory" list --database "$work/diary/x.db"
refuses 'a device' 1 "cannot open '/dev/null': it is not a regular file*" list --database /dev/null

# A limit on the size of files is a disk that is full.
got=$( (ulimit -f 40 && "$ACCORD" new --title T --database "$work/full.db") 2>&1; echo "status $?")
like 'a full disk' "$got" "accord: cannot * '$work/full.db': the disk *
status 1"
call list --database "$work/full.db"
is 'the database is fine all the same' "$status:$out" 0:

# Nobody may write there; root may write everywhere.
mkdir "$work/closed"
cp "$ACCORD_DATABASE" "$work/closed/accord.db"
chmod 444 "$work/closed/accord.db"
chmod 555 "$work/closed"
closed() {
	refuses 'a folder that may not be written to' 1 "cannot open '$work/closed/x.db': Permission denied" \
		list --database "$work/closed/x.db"
	refuses 'a file that may not be written to' 1 "cannot open '$work/closed/accord.db': no permission *" \
		list --database "$work/closed/accord.db"
}
nobody() {
	setpriv --reuid=65534 --regid=65534 --clear-groups "$@"
}
if ! touch "$work/closed/try" 2>/dev/null; then
	closed
elif command -v setpriv >/dev/null && chmod 711 "$work" && nobody "$ACCORD" --version >/dev/null 2>&1 &&
	nobody ls "$work/closed" >/dev/null 2>&1; then
	rm "$work/closed/try"
	program=$ACCORD
	ACCORD="$work/as-nobody"
	printf '#!/bin/sh\nexec setpriv --reuid=65534 --regid=65534 --clear-groups "%s" "$@"\n' \
		"$program" >"$ACCORD"
	chmod 755 "$ACCORD"
	closed
	ACCORD=$program
else
	skip 'what may not be written to' 'this user may write everywhere'
fi
chmod 755 "$work/closed"

# Where it is, if nobody says. For the user alone.
unset ACCORD_DATABASE
XDG_DATA_HOME=$work/data
export XDG_DATA_HOME
prints 'XDG_DATA_HOME' '????????' new --title There
ok 'the database is there' test -f "$work/data/accord/accord.db"
is 'for the user alone' "$(find "$work/data/accord" -perm 700 -name accord) $(find "$work/data/accord" \
	-perm 600 -name accord.db)" "$work/data/accord $work/data/accord/accord.db"
XDG_DATA_HOME=relative
HOME=$work/home
export HOME
prints 'a relative XDG_DATA_HOME does not count' '????????' new --title There
ok 'HOME does' test -f "$work/home/.local/share/accord/accord.db"
unset HOME XDG_DATA_HOME
refuses 'neither' 1 'HOME is not set: say with --database where sessions are kept' list
prints 'what needs no database' '*joint-workshop *' bank list
ACCORD_DATABASE=
export ACCORD_DATABASE
refuses 'an empty ACCORD_DATABASE does not count' 1 'HOME is not set: *' list
ACCORD_DATABASE=$work/mine.db
prints 'ACCORD_DATABASE does' '????????' new --title Here
prints '--database counts more' '????????' new --title There --database "$work/theirs.db"
prints 'the one' '*Here' list
prints 'the other' '*There' list --database "$work/theirs.db"

tap_end
