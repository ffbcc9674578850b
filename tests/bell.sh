#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The bell rings when a module's time runs short, is nearly out, and is out; only for those who asked for it.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

XDG_CONFIG_HOME=$work/config
export XDG_CONFIG_HOME
mkdir -p "$XDG_CONFIG_HOME/accord"

# rings SECONDS: how often, in a fresh session that waits so long in a module of seven minutes.
rings() {
	rm -f "$work"/accord.db*
	call new --title Bell --agenda two-hours
	printf 'wait %d\n' "$1" >"$work/script"
	"$ACCORD" run --script "$work/script" | grep -c '^! the bell rings'
}

is 'nobody asked for it: silence' "$(rings 600)" 0
printf 'sound: true\n' >"$XDG_CONFIG_HOME/accord/config.yaml"
is 'there is enough time: silence' "$(rings 300)" 0
is 'a fifth is left' "$(rings 340)" 1
is 'a twentieth is left' "$(rings 410)" 2
is 'it is over, and that is not said again' "$(rings 1200)" 3
tap_end
