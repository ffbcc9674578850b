#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests what shells complete: what accord says may follow, and what bash and fish make of it.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

# offers DESCRIPTION WANT WORD...: the words that may follow, without what they mean, in a line.
offers() {
	offers_what=$1
	offers_want=$2
	shift 2
	call completion words -- "$@"
	is "$offers_what" "$status:$errors:$(echo "$out" | cut -f 1 | tr '\n' ' ')" "0::$offers_want "
}

offers 'no session where there is no database' 'last' show ''
absent 'and none is made' "$ACCORD_DATABASE"
"$ACCORD" new --title 'Über uns' --organisation "$(printf 'A\033[31m')" --date 2026-12-24 >"$work/id"
id=$(cat "$work/id")

offers 'a command by its beginning' 'export' ex
call completion words -- export --fo
is 'options of the command' "$(echo "$out" | cut -f 1 | tr '\n' ' ')" '--format= --force '
offers 'a common option' '--color=' list --col
offers 'before the command as well' '--database=' --dat
offers 'formats, in one word' '--format=text' export --format=te
offers 'in three, as bash parts them' 'text' export --format = te
offers 'in two' 'text' export --format te
offers 'after the sign of equality alone' 'always' list --color = al
offers 'colours' 'auto always never' --color ''
offers 'a shortened option' 'never' list --col n
offers 'sessions' "last $id" show ''
offers 'by the beginning of their id' "$id" show "$(echo "$id" | cut -c 1-3)"
offers 'not as a second argument' '' show last ''
offers 'past an option and its argument' "last $id" show --color always ''
offers 'after the end of options' "last $id" show -- ''
offers 'no option there' '' show -- --
offers 'in another database none' 'last' --database "$work/none.db" show ''
offers 'in another database none, in one word' 'last' --database="$work/none.db" show ''
offers 'where a synopsis has brackets' "last $id" run ''
offers 'banks, and files' 'check-in joint-workshop :files' new --bank ''
offers 'what bank can do' 'check list show new' bank ''
offers 'what goes with it' 'joint-workshop :files' bank show jo
offers 'files as often as one likes' ':files' bank check a b ''
offers 'nothing after what takes nothing' '' bank list ''
offers 'files for an option' ':files' export --output ''
offers 'folders' ':folders' --banks ''
offers 'commands for help' 'delete demo' help de
offers 'the formats that a command knows' 'text json' actions --format ''
"$ACCORD" demo >"$work/demo"
action=$("$ACCORD" actions | awk 'NR == 1 { print $1 }')
like 'there is an action' "$action" '????????/*'
offers 'an open action' "$action" 'done' "$action"
"$ACCORD" 'done' "$action" >"$work/done"
offers 'but none that is done' '' 'done' "$action"
"$ACCORD" delete --yes "${action%/*}" 2>"$work/deleted"
offers 'shells' 'bash zsh fish' completion ''
offers 'nothing for what is unknown' '' frobnicate ''
offers 'nothing for an unknown option' '' show --frobnicate=
offers 'nothing for what is free' '' new --title ''
call completion words --
is 'no word, no answer' "$status:$errors:$out" '0::'

call completion words -- show ''
like 'a session is told' "$out" "*$id	2026-12-24 A* · Über uns, planned"
harmless 'harmlessly' "$work/out"

# Each command and each of its options, as their tables have them.
"$ACCORD" --help | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p' >"$work/commands"
"$ACCORD" completion words -- '' | cut -f 1 >"$work/out"
ok 'all commands' cmp "$work/commands" "$work/out"
while read -r name; do
	"$ACCORD" "$name" --help | sed -n 's/^  \(--[a-z-]*=\{0,1\}\).*/\1/p' >"$work/options"
	"$ACCORD" completion words -- "$name" - | cut -f 1 >"$work/out"
	ok "all options of $name" cmp "$work/options" "$work/out"
done <"$work/commands"

refuses 'an unknown shell' 2 "no completion for 'tcsh': there is bash, zsh and fish" completion tcsh
refuses 'a word too many' 2 "'x' is one argument too many; usage: accord completion bash" completion bash x

# The shells themselves.
mkdir "$work/bin"
ln -s "$(command -v "$ACCORD" || echo "$PWD/$ACCORD")" "$work/bin/accord"
PATH=$work/bin:$PATH
: >"$work/report.txt"
cat >"$work/try.bash" <<'END'
source <(accord completion bash)
compopt() { :; }
try() {
	COMP_WORDS=("$@")
	COMP_CWORD=$(($# - 1))
	_accord
	printf '<%s>' "${COMPREPLY[@]}"
	echo
}
END
bash_says() {
	bash_what=$1
	bash_want=$2
	shift 2
	is "$bash_what" "$(cd "$work" && bash -c '. ./try.bash && try "$@"' bash "$@" 2>&1)" "$bash_want"
}
if command -v bash >/dev/null; then
	bash_says 'bash: a command' '<export>' accord ex
	bash_says 'bash: an option' '<--format=><--force>' accord export --fo
	bash_says 'bash: its argument' '<text>' accord export --format = te
	bash_says 'bash: behind the sign of equality' '<auto><always><never>' accord list --color =
	bash_says 'bash: a session' "<last><$id>" accord show ''
	bash_says 'bash: a file' '<report.txt>' accord export --output rep
else
	skip 'bash completes' 'no bash here'
fi
if command -v fish >/dev/null; then
	got=$(cd "$work" && fish -c 'accord completion fish | source
		complete -C "accord ex"; complete -C "accord export --format="; complete -C "accord show "
		complete -C "accord export --output rep"' 2>&1 | cut -f 1 | tr '\n' ' ')
	like 'fish completes' "$got" "export --format=text *last $id report.txt "
else
	skip 'fish completes' 'no fish here'
fi
if command -v zsh >/dev/null; then
	ok 'zsh can read its script' sh -c 'accord completion zsh >"$1" && zsh -n "$1"' sh "$work/zsh"
else
	skip 'zsh can read its script' 'no zsh here'
fi

tap_end
