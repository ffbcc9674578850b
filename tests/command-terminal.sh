#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests what needs a terminal where there is none, or one that cannot do it.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

call new --title T

for term in xterm-256color xterm dumb unknown ''; do
	for command in '' run 'run last'; do
		TERM=$term
		export TERM
		# shellcheck disable=SC2086
		refuses "no terminal: TERM=$term accord $command" 2 'this needs a terminal: *' $command
	done
done
unset TERM
refuses 'no terminal, and no TERM' 2 'this needs a terminal: *' run
prints 'what needs none' '*planned*T' list

# The script stands in for a terminal.
printf 'size 80x24\nshow\n' >"$work/script"
prints 'a script needs none' 'size 80x24*show*|*' run --script "$work/script"
harmless 'what it shows is text' "$work/out"
refuses 'a script that is not there' 1 "cannot open '$work/none': *" run --script "$work/none"

# Terminals that are there, but cannot do it.
if ! command -v tmux >/dev/null; then
	skip 'terminals of other kinds' 'tmux is not installed'
	tap_end
fi
# A socket's name must be short.
sockets=$(mktemp -d /tmp/accord.XXXXXX) || exit 99
trap 'for socket in "$sockets"/*; do tmux -S "$socket" kill-server 2>/dev/null; done; rm -rf "$sockets" "$work"' EXIT

# in_terminal HOW: what accord run says in a terminal after HOW, and its exit status. Each has a server of its own: the
# last one may still be on its way out.
in_terminal() {
	rm -f "$work/done"
	socket=$(mktemp -u "$sockets/XXXXXX")
	cat >"$work/inner" <<END
$1
'$ACCORD' run 2>'$work/said'
echo "status \$?" >>'$work/said'
mv '$work/said' '$work/done'
END
	tmux -S "$socket" -f /dev/null new-session -d -x 80 -y 24 "sh '$work/inner'" 2>"$work/said" ||
		mv "$work/said" "$work/done"
	deadline=$(($(date +%s) + 20))
	while [ ! -e "$work/done" ] && [ "$(date +%s)" -lt "$deadline" ]; do
		sleep 0.1
	done
	cat "$work/done"
}

like 'TERM is not set' "$(in_terminal 'unset TERM')" 'accord: TERM is not set: *
status 2'
like 'TERM is unknown' "$(in_terminal 'TERM=no-such-terminal')" "accord: the terminal 'no-such-terminal' is unknown *
status 2"
like 'standard output is a file' "$(in_terminal "exec >'$work/file'")" 'accord: this needs a terminal: *
status 2'
is 'and nothing was written to it' "$(cat "$work/file")" ''
like 'standard input is a file' "$(in_terminal 'exec </dev/null')" 'accord: this needs a terminal: *
status 2'

tap_end
