#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# A real terminal: accord in a tmux of its own, by keys, looked at as text.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

command -v tmux >/dev/null || skip_all 'tmux is not installed'

# A socket's name must be short.
sockets=$(mktemp -d /tmp/accord.XXXXXX) || exit 99
work=$(mktemp -d "$TMPDIR/tmux.XXXXXX") || exit 99
tm() { tmux -S "$sockets/s" -f /dev/null "$@"; }
trap 'tm kill-server 2>/dev/null; rm -rf "$sockets" "$work"' EXIT
unset TMUX

screen() { tm capture-pane -p -t w; }

# sees TEXT: the text comes to the screen, soon enough for a slow machine.
sees() {
	sees_until=$(($(date +%s) + 20))
	until screen | grep -qF -- "$1"; do
		if [ "$(date +%s)" -ge "$sees_until" ]; then
			screen | diag
			return 1
		fi
		sleep 0.05
	done
}

# fills COLUMNS: the rule under the header comes to be as wide as that, and keys stand at the bottom.
fills() {
	fills_rule=$(printf "%${1}s" '' | sed 's/ /─/g')
	fills_until=$(($(date +%s) + 20))
	until [ "$(screen | sed -n 2p)" = "$fills_rule" ] && lowest | grep -qE '^ (n next|r reveal|Enter edit)'; do
		if [ "$(date +%s)" -ge "$fills_until" ]; then
			screen | diag
			return 1
		fi
		sleep 0.05
	done
}

# misses TEXT: the text goes from the screen.
misses() {
	misses_until=$(($(date +%s) + 20))
	while screen | grep -qF -- "$1"; do
		if [ "$(date +%s)" -ge "$misses_until" ]; then
			screen | diag
			return 1
		fi
		sleep 0.05
	done
}

keys() { tm send-keys -t w "$@"; }
types() { tm send-keys -t w -l -- "$1"; }
pane() { tm display-message -p -t w "$1"; }

# paste TEXT: as a terminal pastes where it was asked to mark it.
paste() {
	printf '%b' "$1" | tm load-buffer -b p -
	tm paste-buffer -p -b p -t w
}

# size COLUMNS LINES: makes the window so large, and waits until it is.
size() {
	tm resize-window -t w -x "$1" -y "$2"
	ok "the window is $1x$2" test "$(pane '#{pane_width}x#{pane_height}')" = "$1x$2"
}

# gone PID: no such process.
gone() { ! kill -0 "$1" 2>/dev/null; }

# lowest: the last line of the screen.
lowest() { screen | tail -n 1; }

# begin COLUMNS LINES: a shell in a window of that size.
begin() {
	tm kill-server 2>/dev/null
	rm -rf "${work:?}/home"
	mkdir "$work/home"
	# A plain prompt, and job control.
	tm new-session -d -s w -x "$1" -y "$2" "env HOME='$work/home' ACCORD='$ACCORD' ACCORD_BANKS='$ACCORD_BANKS' \
		ACCORD_DATABASE='$work/home/a.db' LC_ALL=C.UTF-8 PS1='ready> ' sh -im"
	tm set-option -g status off
	tm resize-window -t w -x "$1" -y "$2"
	ok "$1x$2: a shell" sees 'ready>'
}

# run COMMAND: types it into the shell.
run() {
	types "$1"
	keys Enter
}

# settings FILE: the modes of the line, as the shell has them.
settings() {
	run "stty -a | sed 's/rows.*columns [0-9]*;//' >'$work/$1'; echo 'modes' 'written'"
	sees 'modes written' && run clear && misses 'modes written'
}

# as_before SIZE WHEN: the terminal is as it was before the program.
as_before() {
	ok "$1: the alternate screen is left $2" test "$(pane '#{alternate_on}')" = 0
	ok "$1: the mouse is the shell's $2" test "$(pane '#{mouse_any_flag}')" = 0
	ok "$1: the cursor shows $2" test "$(pane '#{cursor_flag}')" = 1
	settings after
	is "$1: the modes are as before $2" "$(cat "$work/after")" "$(cat "$work/before")"
}

cat >"$work/people" <<'END'
Ana Alvarez, brand, Marketing
Zoë Müller, content, Marketing
山田 太郎, network, IT
Eve 🦊 Okafor, data, IT
END

for columns in 80 120; do
	lines=$((columns == 80 ? 24 : 40))
	at=${columns}x$lines
	begin $columns $lines
	settings before

	# From nothing, over a demo.
	run "\$ACCORD"
	ok "$at: welcome" sees 'Welcome. accord walks a room'
	ok "$at: the alternate screen" test "$(pane '#{alternate_on}')" = 1
	ok "$at: the mouse" test "$(pane '#{mouse_any_flag}#{mouse_sgr_flag}')" = 11
	keys D
	ok "$at: a demo" sees 'a fictional session was made; Enter opens it'
	keys Enter
	ok "$at: it opens" sees 'step 1 of 2'
	keys n n n
	ok "$at: it goes on" sees 'step 2 of 13'
	ok "$at: its answers are revealed" sees 'own '
	keys '?'
	ok "$at: help" sees 'go to the next step'
	keys q
	ok "$at: back from help" sees 'step 2 of 13'
	keys q
	ok "$at: back at home" sees '1 session'
	keys q
	ok "$at: back in the shell" sees 'ready>'
	as_before $at 'after q'

	# A workshop of its own.
	run "\$ACCORD new --title 'Gemeinsam ünterwegs' --people '$work/people' && \$ACCORD run last"
	ok "$at: the first step" sees 'step 1 of 2'
	keys n n
	ok "$at: the first module with a result" sees 'step 1 of 13'
	keys n
	ok "$at: Japanese" sees '山田 太郎'
	ok "$at: an emoji" sees 'Eve 🦊 Okafor'
	types 3423
	ok "$at: a roll call" sees '●  ●'

	# Home, End and others as a terminal of another name sends them neither answer nor leave.
	tm send-keys -t w -H 1b 5b 31 7e 1b 5b 34 7e 1b 5b 31 3b 32 50 1b 5b 49 1b 4f 48
	keys o
	types two
	tm send-keys -t w -H 1b 5b 31 7e
	types 'one, '
	tm send-keys -t w -H 1b 5b 38 7e
	types ', three'
	ok "$at: an unknown key is no escape" sees 'one, two, three'
	keys Escape
	ok "$at: Escape is one" misses 'one, two, three'
	ok "$at: and no answer" test "$(screen | grep -o '●' | wc -l)" = 4

	# What the shell says, and comes back to.
	keys C-z
	ok "$at: Ctrl-Z stops it" sees 'ready>'
	as_before $at 'after Ctrl-Z'
	tm resize-window -t w -x $((columns - 10)) -y $lines
	run fg
	ok "$at: fg goes on" sees '山田 太郎'
	ok "$at: it has heard of the new size" fills $((columns - 10))
	tm resize-window -t w -x $columns -y $lines
	ok "$at: the window as before" fills $columns
	types 1222
	ok "$at: everybody" sees 'everybody has answered: r reveals'

	# Small and large again.
	size 10 3
	ok "$at: too small a window says so" sees 'accord'
	size 33 10
	ok "$at: with more room, all of it" sees 'larger'
	size $columns $lines
	ok "$at: and back" fills $columns
	ok "$at: with everything in it" sees 'Eve 🦊 Okafor'
	keys r
	ok "$at: reveal" sees 'Guesses: Marketing is 2.0 steps off'

	# A window that is dragged wildly in the middle of a word: nothing of it is left on the screen, or lost.
	keys o
	ok "$at: another note" sees 'A note'
	for i in 1 2 3 4 5 6 7 8 9; do
		tm resize-window -t w -x $((i * i * 3)) -y $((50 - i * 5)) \; send-keys -t w -l "$i" \; \
			resize-window -t w -x $((300 - i * 30)) -y $((i * 11)) \; send-keys -t w -l -- - \; \
			resize-window -t w -x 1 -y 1
	done
	tm resize-window -t w -x $columns -y $lines
	ok "$at: a word over a storm of sizes" sees '1-2-3-4-5-6-7-8-9-'
	ok "$at: and the keys at the bottom" sees 'Enter save'
	screen >"$work/storm"
	keys C-l
	types '.'
	ok "$at: drawn anew" sees '1-2-3-4-5-6-7-8-9-.'
	is "$at: it is the same screen" "$(screen | sed 's/-\.$/-/')" "$(cat "$work/storm")"
	keys Escape
	ok "$at: the storm is over" misses 'A note'

	# Somebody else writes on the screen.
	tm display-message -p -t w '#{pane_tty}' >"$work/tty"
	printf '\033[20;5HSCRIBBLE' >"$(cat "$work/tty")"
	ok "$at: a scribble" sees SCRIBBLE
	keys C-l
	ok "$at: Ctrl-L wipes it" misses SCRIBBLE
	ok "$at: and shows the step" sees 'Guesses: Marketing is 2.0 steps off'

	keys o
	ok "$at: a note" sees 'A note'
	paste 'pasted: q\nsecond line 山田'
	ok "$at: a note takes a paste as text" sees 'pasted: q second line 山田'
	keys Enter
	ok "$at: it is kept" sees 'kept: pasted: q second line 山田'

	# A register; the map leads there.
	keys m
	ok "$at: the map" sees 'Same suppliers'
	keys Down Down Enter n n
	ok "$at: a module" sees 'step 3 of 7'
	ok "$at: its register" sees 'Which suppliers does your side pay'
	paste 'Cloudrow\tMarketing\tstorage\t120000\t2027-03-31\t90\n山田メール\tIT\temail 🦊\t80000\t2027-05-31\t60\n'
	ok "$at: pasted lines are rows" sees '山田メール'
	ok "$at: both" sees 'Cloudrow'
	size 60 14
	ok "$at: a smaller window" fills 60
	ok "$at: the table in it" sees 'Cloudrow'
	size $columns $lines
	ok "$at: a larger one" fills $columns
	ok "$at: the table in that" sees '山田メール'
	keys C-c
	ok "$at: Ctrl-C ends it" sees 'ended by a signal; everything that was entered is saved'
	ok "$at: and the shell is there" sees 'ready>'
	run "clear; \$ACCORD show last | grep Marketing"
	as_before $at 'after Ctrl-C'

	# The pane is closed in the middle.
	run "\$ACCORD run last; echo gone"
	ok "$at: where it was left" sees '山田メール'
	pid=$(ps -o pid= -o args= -t "$(cat "$work/tty")" | awk '$2 ~ /accord$/ && $3 == "run" { print $1 }')
	ok "$at: the process is known" test -n "$pid"
	tm kill-pane -t w
	until=$(($(date +%s) + 3))
	until gone "$pid" || [ "$(date +%s)" -ge "$until" ]; do
		sleep 0.05
	done
	ok "$at: no process is left when the pane is gone" gone "$pid"
	like "$at: all is kept" "$("$ACCORD" --database="$work/home/a.db" export --full last 2>&1)" '*山田メール*'
done
tap_end
