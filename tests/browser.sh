#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# The page for the browser in a browser: a whole day, a session of thirty people, an empty one, and one of texts that
# would be markup. BROWSER_FULL=1 looks at the full accounts as well. Pictures and printed pages stay in $TMPDIR.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

for program in chromium chromium-browser google-chrome; do
	browser=$(command -v $program) && break
done
[ -n "$browser" ] || skip_all 'no chromium'
command -v python3 >/dev/null || skip_all 'no python3'
command -v pdftotext >/dev/null || skip_all 'no pdftotext (of the package poppler-utils)'

: "${ACCORD:=src/accord}" "${ACCORD_BANKS:=$srcdir/data/banks}" "${TMPDIR:=/tmp}"
export ACCORD ACCORD_BANKS
set --

# page NAME ARG...: the page of the last session in the database, into NAME.html.
page() {
	page_name=$1
	shift
	"$ACCORD" export last --format html "$@" >"$TMPDIR/$page_name.html" 2>/dev/null || exit 99
}

for name in day hostile; do
	"$srcdir/tests/play" "$srcdir/tests/scripts/$name.script" "$TMPDIR/$name" >/dev/null || exit 99
	export ACCORD_DATABASE="$TMPDIR/$name/accord.db"
	page "$name"
	set -- "$@" "$TMPDIR/$name.html"
	[ -z "${BROWSER_FULL:-}" ] || {
		page "$name-full" --full
		set -- "$@" "$TMPDIR/$name-full.html"
	}
done
ACCORD_DATABASE=$TMPDIR/others.db
"$ACCORD" new --title Empty >/dev/null || exit 99
page empty
"$ACCORD" demo --people 30 --seed 5 >/dev/null || exit 99
page thirty
set -- "$@" "$TMPDIR/empty.html" "$TMPDIR/thirty.html"
[ -z "${BROWSER_FULL:-}" ] || {
	page thirty-full --full
	set -- "$@" "$TMPDIR/thirty-full.html"
}

# What it says on standard error is in browser.log.
HOME=$TMPDIR python3 "$srcdir/tests/browser.py" "$browser" "$TMPDIR" "$@"
