#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Counts the keys that a scale step takes with ten people who answer and guess: asked, revealed, and a decision
# proposed on it. At most 2.3 for each person's pair of answers.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# count FILE: how many keys its lines of keys and of typed text press.
count() {
	sed -n 's/^keys //p' "$1" | wc -w
}

# play NAME KEYS: a fresh session whose first question is asked; leaves the last screen in $work/screen.
play() {
	rm -f "$work"/accord.db*
	printf '%s\n' 'Ada, a, Marketing' 'Bo, b, Marketing' 'Cy, c, Marketing' 'Di, d, Marketing' 'Ed, e, Marketing' \
		'Flo, f, IT' 'Gus, g, IT' 'Hal, h, IT' 'Ida, i, IT' 'Jo, j, IT' >"$work/people"
	"$ACCORD" new --title Ten --agenda two-hours --people "$work/people" >/dev/null
	# The brief comes first, and is not what is counted.
	while ! "$ACCORD" run --script "$work/look" | grep -q 'goals this year'; do
		printf 'keys n\n' >"$work/step"
		"$ACCORD" run --script "$work/step" >/dev/null
	done
	"$ACCORD" run --script "$1" >"$work/screen"
}
printf 'show\n' >"$work/look"

cat >"$work/roll-call" <<'END'
keys 4 3 3 3 4 2 5 3 2 4
keys 2 4 3 4 2 3 2 4 1 5
keys r
keys d Enter
show
END
play "$work/roll-call"
screen=$(grep '^|' "$work/screen")
like 'the step is revealed' "$screen" '*Marketing (5)*IT (5)*'
like 'and something is proposed' "$screen" '*proposed, y names who says yes: From next quarter on*'
keys=$(count "$work/roll-call")
diag "roll call: $keys keys for 10 pairs of answers, the reveal and a decision proposed"
like 'in at most 2.3 keys for each pair of answers' "$((keys <= 23))" 1

# By name of both sides it takes five more, which those two press, or dictate.
cat >"$work/agreed" <<'END'
keys y A Tab F C-s
show
END
"$ACCORD" run --script "$work/agreed" >"$work/screen"
like 'the two sides say yes' "$("$ACCORD" export last)" '*From next quarter on*Ada*Flo*'
diag "and $(count "$work/agreed") more for the names of those who say yes"
tap_end
