#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests the layers of the real sources, and check-layers itself on trees made to fail.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

check=$srcdir/tests/check-layers
tree=$(mktemp -d "${TMPDIR:-/tmp}/layers.XXXXXX") || exit 99
trap 'rm -rf "$tree"' EXIT

# plant FILE INCLUDE...: a tree with one file that has those lines after its first.
plant() {
	rm -rf "$tree/src"
	mkdir -p "$(dirname "$tree/src/$1")"
	file=$tree/src/$1
	shift
	{
		echo '/* SPDX */'
		printf '%s\n' "$@"
	} >"$file"
}

# passes FILE INCLUDE...
passes() {
	plant "$@"
	is "$1 may have $2" "$("$check" "$tree/src" 2>&1; echo "status $?")" 'status 0'
}

# fails WHY FILE INCLUDE: WHY is what the message must say.
fails() {
	why=$1
	shift
	plant "$@"
	shown=${2#*include}
	is "$1 may not have $2" "$("$check" "$tree/src" 2>&1; echo "status $?")" \
		"$1:2: ${shown# }: $why
status 1"
}

got=$("$check" "$srcdir/src" 2>&1; echo "status $?")
is 'the sources keep to their layers' "$got" 'status 0'

passes main.c '#include "command/new.h"'
passes main.c '#include "base/err.h"'
passes command/new.c '#include "screen/home.h"'
passes command/new.c '#include "command/command.h"'
passes screen/home.c '#include "store/db.h"'
passes term/paint.c '#include "view/grid.h"'
passes term/paint.c '#include <curses.h>'
passes term/paint.c '#include <ncursesw/curses.h>'
passes store/db.c '#include <sqlite3.h>'
passes store/db.c '#include "measure/gap.h"'
passes bank/parse.c '#include <yaml.h>'
passes bank/parse.c '#include "instrument/scale.h"'
passes report/text.c '#include "instrument/scale.h"'
passes instrument/scale.c '#include "measure/gap.h"'
passes measure/gap.c '#include "model/session.h"'
passes measure/gap.c '#include <gmp.h>'
passes view/grid.c '#include "base/text.h"'
passes base/text.c '#include "base/mem.h"'
passes base/text.c '#include <config.h>'
passes base/text.c '#include <sys/stat.h>'
passes base/text.c '/* #include "store/db.h" */'
passes base/text.c '/*' '#include "store/db.h"' '*/'

up() {
	fails "$1 (level $2) points up to $3 (level $4)" "$1/a.c" "#include \"$3/b.h\""
}
up base 0 model 1
up base 0 command 6
up model 1 measure 2
up view 1 instrument 3
up measure 2 store 4
up instrument 3 term 4
up store 4 screen 5
up screen 5 command 6

aside() {
	fails "$1 points sideways to $2 (both level $3)" "$1/a.c" "#include \"$2/b.h\""
}
aside model view 1
aside view model 1
aside store bank 4
aside report store 4
aside term report 4

reach() {
	fails "$1 may include up to level $2, but $3 is level $4" "$1/a.c" "#include \"$3/b.h\""
}
reach term 1 measure 2
reach term 1 instrument 3
reach store 2 instrument 3

fails 'only src/term may include curses.h' screen/a.c '#include <curses.h>'
fails 'only src/term may include ncurses.h' view/a.h '#include <ncursesw/ncurses.h>'
fails 'only src/term may include curses.h' main.c '#include "curses.h"'
fails 'only src/store may include sqlite3.h' command/a.c '#include <sqlite3.h>'
fails 'only src/store may include sqlite3.h' bank/a.c '#  include <sqlite3.h>'
fails 'only src/bank may include yaml.h' store/a.c '#include <yaml.h>'
fails 'only src/measure may include gmp.h' instrument/a.c '#include <gmp.h>'

fails 'names no folder' store/a.c '#include "db.h"'
fails 'names no folder' base/a.c '#include "config.h"'
fails 'names no folder' main.c '#include "main.h"'
fails 'does not start with a folder of src' base/a.c '#include "../store/db.h"'
fails 'does not start with a folder of src' base/a.c '#include "base/../store/db.h"'
fails 'does not start with a folder of src' store/a.c '#include "util/db.h"'
fails 'does not start with a folder of src' main.c '#include "src/base/mem.h"'
fails 'base (level 0) points up to store (level 4)' base/a.c '#include <store/db.h>'
fails 'base (level 0) points up to store (level 4)' base/a.c '	# include "store/db.h"'
fails 'an include is spelt out, not made by a macro' base/a.c '#include HEADER'

plant base/a.c '/* a comment' '*/ #include "store/db.h"'
is 'a line behind a comment counts' "$("$check" "$tree/src" 2>&1; echo "status $?")" \
	'base/a.c:3: "store/db.h": base (level 0) points up to store (level 4)
status 1'

plant base/a.c '#include "store/db.h"' '#include "base/mem.h"' '#include "view/grid.h"'
is 'every offender is named' "$("$check" "$tree/src" 2>&1; echo "status $?")" \
	'base/a.c:2: "store/db.h": base (level 0) points up to store (level 4)
base/a.c:4: "view/grid.h": base (level 0) points up to view (level 1)
status 1'

plant extra/a.c 'int x;'
like 'an unknown folder fails' "$("$check" "$tree/src" 2>&1; echo "status $?")" \
	'extra/a.c:1: *known folders*status 1'

plant util.c 'int x;'
like 'a file beside main.c fails' "$("$check" "$tree/src" 2>&1; echo "status $?")" \
	'util.c:1: *known folders*status 1'

rm -rf "$tree/src"
mkdir "$tree/src"
like 'an empty tree is an error' "$("$check" "$tree/src" 2>&1; echo "status $?")" '*no C source*status 2'
like 'no folder at all is an error' "$("$check" "$tree/none" 2>&1; echo "status $?")" 'usage*status 2'

tap_end
