#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests that translators are shown every message: po/POTFILES.in lists each source that has one.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

is 'po/POTFILES.in is up to date; make update-potfiles writes it' \
	"$(LC_ALL=C sort "$srcdir/po/POTFILES.in")" "$("$srcdir/po/update-potfiles" "$srcdir")"

tree=$(mktemp -d "${TMPDIR:-/tmp}/potfiles.XXXXXX") || exit 99
trap 'rm -rf "$tree"' EXIT
mkdir -p "$tree/src/base" "$tree/src/view"
echo '#define _(s) gettext(s)' >"$tree/src/base/i18n.h"
echo '	puts(_("a"));' >"$tree/src/view/plain.c"
echo '	puts(P_("a", "b", n));' >"$tree/src/view/plural.c"
echo '	.help = N_("a"),' >"$tree/src/view/marked.h"
echo '	sound_(LOUD_("a"));' >"$tree/src/view/none.c"
is 'sources with messages are found, others are not' "$("$srcdir/po/update-potfiles" "$tree")" \
	"src/view/marked.h
src/view/plain.c
src/view/plural.c"

tap_end
