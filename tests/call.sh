# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# Calling accord in tests of the command line: source it after tap.sh.

: "${ACCORD:=src/accord}" "${ACCORD_BANKS:=$srcdir/data/banks}"
export ACCORD_BANKS
ACCORD_NOW=2026-11-22T09:00:00
export ACCORD_NOW

work=$(mktemp -d "${TMPDIR:-/tmp}/call.XXXXXX") || exit 99
trap 'rm -rf "$work"' EXIT
ACCORD_DATABASE=$work/accord.db
export ACCORD_DATABASE

# call ARG...: runs accord without a terminal; sets $status, $out and $errors.
call() {
	status=0
	"$ACCORD" "$@" >"$work/out" 2>"$work/errors" </dev/null || status=$?
	out=$(cat "$work/out")
	errors=$(cat "$work/errors")
}

# prints DESCRIPTION PATTERN ARG...: it is done, and standard output is like the pattern.
prints() {
	prints_what=$1
	prints_like=$2
	shift 2
	call "$@"
	like "$prints_what" "$status:$errors:$out" "0::$prints_like"
}

# refuses DESCRIPTION STATUS PATTERN ARG...: it ends with that status; standard output is empty, and
# the last line on standard error is "accord: " and something like the pattern.
refuses() {
	refuses_what=$1
	refuses_want=$2
	refuses_like=$3
	shift 3
	call "$@"
	like "$refuses_what" "$status:$out:$(tail -n 1 "$work/errors")" "$refuses_want::accord: $refuses_like"
}

# harmless DESCRIPTION FILE: no byte of it can steer a terminal: no C0 but newline, no DEL, no C1, no
# override of the direction of writing.
harmless() {
	if [ -s "$2" ] && ! LC_ALL=C grep -q -e "$(printf '[\001-\010\013-\037\177]')" \
		-e "$(printf '\302[\200-\237]')" -e "$(printf '\342\200[\216\217\252-\256]')" "$2"; then
		tap_result 0 "$1"
	else
		tap_result 1 "$1" || diag <"$2"
	fi
}

# absent DESCRIPTION PATH...: there is no such file.
absent() {
	absent_what=$1
	shift
	absent_found=
	for path in "$@"; do
		if [ -e "$path" ]; then
			absent_found="$absent_found $path"
		fi
	done
	is "$absent_what" "$absent_found" ''
}
