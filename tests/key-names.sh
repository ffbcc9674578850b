#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# What is said names the keys that hold: where the settings have other ones, no screen names an old one.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

# named KEY...: the lines of the screens on which one of the keys stands as a word of its own.
named() {
	sed -n "s/['’]s\\>//g; s/^| //p" "$TMPDIR/screens" | grep -wE "$(echo "$@" | tr ' ' '|')"
}

"$srcdir/tests/play" "$srcdir/tests/scripts/rebound.script" "$TMPDIR/rebound" >"$TMPDIR/screens" 2>"$TMPDIR/errors"
is 'it is played' "$?:$(cat "$TMPDIR/errors")" 0:
is 'no old key is named' "$(named n p r u s m y P F)" ''
for key in F2 F3 F4 F5 F6 F7 F8 F9 F10 F11 F12; do
	ok "$key is named" test -n "$(named $key)"
done

# The same screens with the usual keys name them, so that they would have been found.
sed '/^# settings: /d; /^keys /{
	s/\<F4\>/p/g; s/\<F5\>/r/g; s/\<F6\>/n/g; s/\<F7\>/s/g; s/\<F8\>/u/g; s/\<F9\>/m/g
	s/\<F10\>/y/g; s/\<F11\>/F/g; s/\<F12\>/P/g; s/\<F2\>/y/g; s/\<F3\>/n/g
}' "$srcdir/tests/scripts/rebound.script" >"$TMPDIR/usual.script"
"$srcdir/tests/play" "$TMPDIR/usual.script" "$TMPDIR/usual" >"$TMPDIR/screens" 2>"$TMPDIR/errors"
is 'it is played with the usual keys' "$?:$(cat "$TMPDIR/errors")" 0:
for key in n p r u s m y P F; do
	ok "$key is named then" test -n "$(named $key)"
done
tap_end
