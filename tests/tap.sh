# SPDX-License-Identifier: GPL-3.0-or-later
# shellcheck shell=sh
# TAP for test scripts: source it, call ok, is and skip, end in tap_end.

tap_count=0
tap_failed=0

# tap_result STATUS DESCRIPTION: one test, which passed if STATUS is 0; returns STATUS.
tap_result() {
	tap_count=$((tap_count + 1))
	if [ "$1" -eq 0 ]; then
		echo "ok $tap_count - $2"
	else
		tap_failed=$((tap_failed + 1))
		echo "not ok $tap_count - $2"
	fi
	return "$1"
}

# diag: shows its input in the log.
diag() {
	sed 's/^/# /'
}

# ok DESCRIPTION COMMAND...: the command succeeds.
ok() {
	tap_what=$1
	shift
	if "$@"; then
		tap_result 0 "$tap_what"
	else
		tap_status=$?
		tap_result 1 "$tap_what" || echo "status $tap_status: $*" | diag
	fi
}

# is DESCRIPTION GOT WANT: two texts are the same.
is() {
	if [ "$2" = "$3" ]; then
		tap_result 0 "$1"
	else
		tap_result 1 "$1" || {
			echo "got:"
			echo "$2"
			echo "want:"
			echo "$3"
		} | diag
	fi
}

# like DESCRIPTION GOT PATTERN: a text matches a pattern of the shell.
like() {
	# shellcheck disable=SC2254
	case $2 in
	$3) tap_result 0 "$1" ;;
	*)
		tap_result 1 "$1" || {
			echo "got:"
			echo "$2"
			echo "want: $3"
		} | diag
		;;
	esac
}

# exits DESCRIPTION STATUS COMMAND...: the command ends with that exit status.
exits() {
	tap_what=$1
	tap_want=$2
	shift 2
	tap_status=0
	"$@" || tap_status=$?
	is "$tap_what" "$tap_status" "$tap_want"
}

# skip DESCRIPTION REASON: one test that cannot run here.
skip() {
	tap_count=$((tap_count + 1))
	echo "ok $tap_count - $1 # SKIP $2"
}

# skip_all REASON: ends a script none of whose tests can run here.
skip_all() {
	echo "1..0 # SKIP $1"
	exit 0
}

# tap_end: the last line of every script.
tap_end() {
	echo "1..$tap_count"
	if [ "$tap_failed" -gt 0 ] && [ -z "${HARNESS_ACTIVE:-}" ]; then
		exit 1
	fi
	exit 0
}
