#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests what bootstrap does before it builds anything, in trees and with a PATH of our making.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

work=$(mktemp -d "${TMPDIR:-/tmp}/bootstrap.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT

# tree NAME: a folder that looks like a clone to bootstrap.
tree() {
	mkdir -p "$work/$1/.git" "$work/$1/src"
	cp "$srcdir/bootstrap" "$work/$1/bootstrap"
	: >"$work/$1/configure.ac"
}

# start NAME ARG...: what bootstrap says there, and its exit status.
start() {
	start_in=$1
	shift
	"$work/$start_in/bootstrap" "$@" 2>&1
	echo "status $?"
}

# tool NAME BODY: a command on the made PATH.
tool() {
	printf '#!/bin/sh\n%s\n' "$2" >"$work/bin/$1"
	chmod +x "$work/bin/$1"
}

tree clone
like 'help' "$(start clone --help)" 'Usage: ./bootstrap *status 0'
like 'an unknown word' "$(start clone walk)" "*'walk' is unknown*status 2"
like 'one word too many' "$(start clone check twice)" "*'twice'*too many*status 2"

tree 'two words'
like 'a space in the path' "$(start 'two words')" '*has a space*status 1'

rm "$work/clone/configure.ac"
like 'not a source tree' "$(start clone)" "*is not accord's source tree*status 1"

# A machine that has next to nothing.
tree bare
mkdir "$work/bin"
for name in sh cat dirname env; do
	ln -s "$(command -v $name)" "$work/bin/$name"
done
bare() {
	PATH=$work/bin CC='' "$work/bare/bootstrap" "$@" 2>&1
	echo "status $?"
}

got=$(bare)
like 'no apt-get: the packages are named' "$got" \
	'*missing: autoconf automake autopoint gettext make gcc *pkg-config*libgmp-dev libjansson-dev check (*status 1'
case $got in
*tmux* | *valgrind*) tap_result 1 'what only tests need is not asked for' ;;
*) tap_result 0 'what only tests need is not asked for' ;;
esac
like 'the tests need more' "$(bare check)" '*missing: *tmux valgrind*status 1'

tool apt-get 'echo "apt-get $*"; exit 1'
tool id 'echo 1000'
like 'neither root nor sudo' "$(bare)" '*missing: *as root*status 1'

tool sudo 'echo "sudo $*"; exec "$@"'
like 'sudo is used' "$(bare)" '*sudo apt-get update*status 1'

tool id 'echo 0'
got=$(bare)
like 'a failing update is named' "$got" "*'apt-get update' failed*status 1"
case $got in
*sudo*) tap_result 1 'root needs no sudo' ;;
*) tap_result 0 'root needs no sudo' ;;
esac

# shellcheck disable=SC2016
tool apt-get 'case $1 in update) exit 0 ;; *) exit 100 ;; esac'
like 'a failing installation is named' "$(bare)" "*'apt-get install autoconf *' failed*status 1"

tool apt-get 'exit 0'
like 'an installation that brings nothing' "$(bare)" '*still missing*autoconf*status 1'

like 'an unknown compiler' "$(CC=no-such-compiler start bare)" "*'no-such-compiler'*not installed*status 1"

tap_end
