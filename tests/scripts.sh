#!/bin/sh
# Scripts of keys with their screens beside them: played, and compared line by line. SCRIPTS names some of them, if all
# would take too long.
. "$srcdir/tests/tap.sh"

play=$srcdir/tests/play

for script in "$srcdir"/tests/scripts/*.script; do
	name=$(basename "$script" .script)
	case " ${SCRIPTS:-$name} " in
	*" $name "*) ;;
	*) continue ;;
	esac
	out=$TMPDIR/$name.out
	"$play" "$script" "$TMPDIR/$name" >"$out" 2>"$TMPDIR/$name.err"
	is "$name: exit status" "$?" 0
	is "$name: no complaint" "$(cat "$TMPDIR/$name.err")" ""
	if ! diff -u "$script" "$out" >"$TMPDIR/$name.diff"; then
		head -60 "$TMPDIR/$name.diff" | sed 's/^/# /'
		echo "# to take it over, after reading it: tests/update-scripts $name"
	fi
	ok "$name: the screens are as written down" test ! -s "$TMPDIR/$name.diff"
	for kind in txt md; do
		golden=$srcdir/tests/scripts/$name.$kind
		[ -f "$golden" ] || continue
		diff -u "$golden" "$TMPDIR/$name/export.$kind" >"$TMPDIR/$name.diff" || {
			head -60 "$TMPDIR/$name.diff" | sed 's/^/# /'
			echo "# to take it over, after reading it: tests/update-scripts $name"
		}
		ok "$name: the summary ($kind) is as written down" test ! -s "$TMPDIR/$name.diff"
	done
done
tap_end
