#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The whole workshop line by line, through pipes: what is typed is in tests/plain/workshop.typed, and what is heard
# beside it. With UPDATE=1 it is written there anew: read the difference before you commit it.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

case $ACCORD in /*) ;; *) ACCORD=$PWD/$ACCORD ;; esac
case $ACCORD_BANKS in /*) ;; *) ACCORD_BANKS=$PWD/$ACCORD_BANKS ;; esac
typed=$(cd "$srcdir/tests/plain" && pwd)/workshop.typed
heard=$(cd "$srcdir/tests/plain" && pwd)/workshop.heard
ACCORD_NOW=2026-05-01T09:00:00
LC_ALL=C.UTF-8 TZ=UTC
export LC_ALL TZ

# plain NAME ARG...: accord --plain in a folder of its own, typed to on standard input; sets $status.
plain() {
	plain_name=$1
	shift
	mkdir -p "$work/$plain_name"
	status=0
	(cd "$work/$plain_name" && "$ACCORD" --plain "$@" >heard 2>errors) || status=$?
}

plain workshop <"$typed"
is 'the workshop: exit status' "$status" 0
is 'the workshop: no complaint' "$(cat "$work/workshop/errors")" ''
[ -z "${UPDATE-}" ] || cp "$work/workshop/heard" "$heard"
if ! diff -u "$heard" "$work/workshop/heard" >"$work/diff"; then
	head -60 "$work/diff" | diag
	echo "# to take it over, after reading it: UPDATE=1 make check TESTS=tests/plain.sh"
fi
ok 'the workshop: it is heard as written down' test ! -s "$work/diff"
harmless 'what is heard is text and newlines' "$work/workshop/heard"
# Nothing is told by signs alone.
is 'no dots, arrows and rules' "$(grep -n -e '●' -e '▸' -e '·' -e '─' -e '→' -e '↓' "$work/workshop/heard")" ''
is 'the export' "$(sed -n 's/^1\.1  *//p' "$work/workshop/joint-workshop-2026-05-01.txt" | head -n 1)" \
	'Marketing and IT pull in the same direction.'

# The same answers as on a full screen come to the same summary.
"$ACCORD" export last >"$work/plain.txt"
is 'as many answers as on the screen' \
	"$(grep -c -e ' apart: ' -e 'alike' "$work/plain.txt")" "$(grep -c -e ' apart: ' -e 'alike' "$srcdir/tests/scripts/two-hours.txt")"

# Without UTF-8 it is ASCII.
ACCORD_DATABASE=$work/ascii.db
LC_ALL=C plain ascii <"$typed"
is 'without UTF-8: exit status' "$status" 0
is 'without UTF-8: every byte is ASCII' "$(LC_ALL=C grep -c -e '[^ -~]' "$work/ascii/heard")" 0

# What is not understood, and what is typed where text is.
ACCORD_DATABASE=$work/small.db
call new --title Small --people - <<'END'
END
small=$out
printf 'wat\n42\nquit\n' | plain unknown run
like 'an unknown word' "$(cat "$work/unknown/heard")" "*'wat' means nothing here; 'keys' tells what does*"
is 'an unknown word: exit status' "$status" 0
printf 'note\n::a colon\ni\n' | plain colon run
like 'two colons are one in a text' "$(cat "$work/colon/heard")" '*:a colon:'
printf 'note\n:esc\nundo\n' | plain escape run
like 'a command where text is typed' "$(cat "$work/escape/heard")" '*A note*n next:*undone: *'
printf 'note\nno end of line' | plain last run
printf 'i\n' | plain list run
like 'a last line without its end' "$(cat "$work/list/heard")" '*no end of line*'
printf 'note\n\377\376\n:esc\n' | plain bytes run
harmless 'bytes that are no text do no harm' "$work/bytes/heard"
printf 'note\n\033[31mred\a\nall\n' | plain controls run
harmless 'control characters do no harm' "$work/controls/heard"
plain nothing run </dev/null
is 'no input: exit status' "$status" 0

# Nobody listens any more.
mkfifo "$work/pipe"
head -n 1 "$work/pipe" >"$work/first" &
reader=$!
yes n | head -n 2000 | "$ACCORD" --plain run >"$work/pipe" 2>"$work/errors"
status=$?
wait "$reader"
is 'a pipe that was closed: exit status' "$status" 0
is 'a pipe that was closed: no complaint' "$(cat "$work/errors")" ''
if [ -c /dev/full ]; then
	status=0
	"$ACCORD" --plain run </dev/null >/dev/full 2>"$work/errors" || status=$?
	like 'a full disk' "$status:$(cat "$work/errors")" '1:accord: cannot write the output: *'
fi

# A seat, and the audience's screen, which tells nothing by signs either.
printf 'Ana, Marketing\nBen, IT\n' | "$ACCORD" new --title Seats --people - >/dev/null
printf 'n n n n\nw 4\n' | plain seats run
printf '2\n3\nall\n' | (plain seat vote last --as Ben)
like 'a seat asks its own person' "$(cat "$work/seat/heard")" '*Ben (IT), own answer:*Ben (IT), guess of*Answered; waiting*'
is 'and nobody else' "$(grep -c Ana "$work/seat/heard")" 0
plain audience present </dev/null
like 'the audience hears how many have answered' "$(cat "$work/audience/heard")" '*Marketing: 0 of 1*IT: 1 of 1*1 of 2 have*'
is 'no dots for the audience' "$(grep -n -e '●' -e '·' -e '█' "$work/audience/heard")" ''

# What the filter lets through is told although each session was told before, and so is another order.
ACCORD_DATABASE=$work/home.db
for name in Ash Birch Birchwood; do
	"$ACCORD" new --title "$name" >/dev/null
done
printf '/\nbirch\nquit\n' | plain filter
is 'the filter tells what it lets through' "$(sed -n '/^filter: birch/,$p' "$work/filter/heard" | grep -c -e 'Birch.*, planned$')" 2
printf '/\nbirch\n:esc\nquit\n' | plain unfilter
is 'and without it all are told' "$(sed -n '/^filter: birch/,$p' "$work/unfilter/heard" | grep -c -e 'Ash, planned$')" 1
printf 'o\nquit\n' | plain order
is 'another order is told' "$(sed -n '/by organisation/,$p' "$work/order/heard" | grep -c -e 'planned$')" 3
# The same in the search, and in the list of actions.
printf 'S\nb\nbirch\n:esc\nquit\n' | plain search
is 'what was found before is told again' \
	"$(sed -n '/^search for .birch./,$p' "$work/search/heard" | grep -c '^session: Birch.*[0-9]$')" 2
ACCORD_DATABASE=$work/actions.db
"$ACCORD" demo --sessions 2 >/dev/null
printf 'a\no\n/\nweekly\nquit\nquit\n' | plain actions
is 'so are actions in another order, and of some words' "$(grep -c '^Sit in on .*, Caz Quist, ' "$work/actions/heard")" 3
is 'and no others of these' "$(grep -c '^Agree on .*, Dev Weiss, ' "$work/actions/heard")" 2
ACCORD_DATABASE=$work/small.db

# What somebody else changes is told, once.
mkfifo "$work/keys"
"$ACCORD" --plain run "$small" <"$work/keys" >"$work/live" 2>&1 &
listener=$!
exec 9>"$work/keys"
wait_for() {
	deadline=$(($(date +%s) + 20))
	while ! grep -q -e "$1" "$work/live" && [ "$(date +%s)" -lt "$deadline" ]; do
		sleep 0.05
	done
}
echo i >&9
wait_for '^Notes'
printf 'note\nfrom elsewhere\n' | plain other run "$small"
wait_for 'from elsewhere'
exec 9>&-
ok 'it ends when its input does' wait "$listener"
is 'what somebody else changed is told once' "$(grep -c 'from elsewhere' "$work/live")" 1

tap_end
