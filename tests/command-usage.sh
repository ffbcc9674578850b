#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests how the command line is read: help, options, mistakes.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

prints 'help' 'Usage: accord \[COMMAND\]*Commands:*Common options:*Exit status: 0*' --help
whole=$out
prints 'help, in short' '*' -h
is '-h says the same' "$out" "$whole"
prints 'help, as a command' '*' help
is 'and so does the command' "$out" "$whole"
prints 'the version' 'accord [0-9]*.*' --version
version=$out
prints 'the version, as a command' "$version" version
prints 'the version of a command' "$version" list --version

for name in $(echo "$whole" | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	prints "help of $name" "Usage: accord $name*Common options:*--version*" "$name" --help
	own=$out
	prints "accord help $name" '*' help "$name"
	is "accord help $name says what $name --help says" "$out" "$own"
	like "$name is summarised" "$own" "*
[A-Z]*[a-z]
*"
done
for line in "$whole" "$own"; do
	is 'no line of a help is too wide' "$(echo "$line" | awk 'length($0) > 79')" ''
done

refuses 'an unknown command' 2 "unknown command 'frobnicate': 'accord --help' shows *" frobnicate
refuses 'one that was nearly right' 2 "unknown command 'lst' (did you mean 'list'?)" lst
refuses 'help for an unknown one' 2 "unknown command 'nwe' (did you mean 'new'?)" help nwe
refuses 'an empty one' 2 'the command is empty: *' ''
refuses 'an unknown option' 2 "unknown option '--frobnicate': --help *" list --frobnicate
refuses 'one that was nearly right' 2 "unknown option '--titel' (did you mean '--title'?)" new --titel=x
refuses 'an option of another command' 2 "unknown option '--yes': *" list --yes
refuses 'an unknown letter' 2 "unknown option '-x': *" list -x
refuses 'an unknown letter among known ones' 2 "unknown option '-x': *" list -xh
refuses 'half an option' 2 "option '--da' could be '--database' or '--date': *" new --da x
refuses 'an option without its argument' 2 "option '--title' needs an argument" new --title
refuses 'an argument that an option does not take' 2 "option '--yes' takes no argument" delete last --yes=1
refuses 'an argument too few' 2 "'show' needs to know more; usage: accord show SESSION" show
refuses 'an argument too many' 2 "'x' is one argument too many; usage: accord list" list x
refuses 'an unknown colour' 2 "--color: 'pink' is none of: auto, always, never" list --color=pink
refuses 'an option after --' 2 "'--help' is one argument too many; usage: accord list" list -- --help
refuses 'an argument after --' 1 "no session '-x': *" show -- -x
refuses 'an escape in an argument' 2 "unknown command '*': *" "$(printf 'a\033[31mb')"
harmless 'it does not reach the terminal' "$work/errors"

# Options may stand anywhere, also before the command and shortened.
prints 'a session' '????????' new --title One
for option in --database --data; do
	prints "$option before the command" '*One' "$option" "$ACCORD_DATABASE" list
	prints "$option=" '*One' "$option=$ACCORD_DATABASE" list
	prints "$option after it" '*One' list "$option" "$ACCORD_DATABASE"
done
prints 'a command after --' '*One' -- list

if [ -w /dev/full ]; then
	for words in --help version list 'show last' 'export last' 'bank list'; do
		# shellcheck disable=SC2086
		got=$("$ACCORD" $words 2>&1 >/dev/full; echo "status $?")
		is "a full disk under accord $words" "$got" \
			'accord: cannot write the output: is the disk full?
status 1'
	done
else
	skip 'a full disk under the output' 'there is no /dev/full'
fi
got=$("$ACCORD" list 2>&1 >&-; echo "status $?")
is 'a closed output' "$got" 'accord: cannot write the output: is the disk full?
status 1'

tap_end
