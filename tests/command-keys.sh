#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests of accord keys, and of the settings file beside the other commands.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

XDG_CONFIG_HOME=$work/config
export XDG_CONFIG_HOME
file=$XDG_CONFIG_HOME/accord/config.yaml
mkdir -p "${file%/*}"

# line NAME: what accord keys has printed about it first.
line() {
	grep -m 1 "^[ *] $1 " "$work/out"
}

call keys
is 'without a file it is done' "$status:$errors" 0:
is 'a line' "$(line next)" '  next              n                 go to the next step'
like 'where the file would stand' "$out" "*
Settings would stand in $file"
is 'each name has a line' "$(grep -c '^[ *] ' "$work/out")" "$(grep -c '^  [a-z]' "$work/out")"
ok 'no line has a mark' test -z "$(grep '^\*' "$work/out")"

echo '# nothing' >"$file"
prints 'a file that says nothing' "*Settings: $file" keys

cat >"$file" <<'END'
n_min: 4
keys:
  next: [n, F5]
  previous: p
  undo: C-g
END
call keys
is 'a right file is right' "$status:$errors" 0:
is 'what it binds is marked' "$(line next)" '* next              n F5              go to the next step (usually n)'
is 'as often as it stands there' "$(grep -c '^\*' "$work/out")" 3
is 'what it leaves as it is is not' "$(line previous)" \
	'  previous          p                 go back to the previous step'
like 'how many' "$out" "*
Settings: $file (2 actions have other keys, with a ? above)"
prints 'a session' '????????' new --title T
sqlite=$(command -v sqlite3)
if [ -n "$sqlite" ]; then
	is 'has the smallest group of the settings' "$(sqlite3 "$ACCORD_DATABASE" 'SELECT n_min FROM session')" 4
else
	skip 'has the smallest group of the settings' 'sqlite3 is not installed'
fi

cat >"$file" <<'END'
n_min: many
keys:
  nxt: N
  note: n
  undo: C-g
END
call keys
is 'a wrong file is input that is wrong' "$status" 3
is 'all that is wrong is said' "$errors" "$file:1:8: 'n_min' must be a whole number from 1 to 50, not 'many'
$file:3:3: unknown key 'nxt' (did you mean 'next'?)
$file:4:9: key for 'note': key 'n' is 'next' there already (Workshop)
accord: 3 things in the settings file are wrong and left out"
is 'what is right holds' "$(line undo)" '* undo              C-g               take the last change back (usually u)'
is 'what is wrong does not' "$(line note)" '  note              o                 write a note'
call new --title U
is 'a session is made all the same' "$status" 0
like 'and says what is wrong' "$errors" "$file:1:8: *"
cat >"$work/keys" <<'END'
show
keys q
END
call run last --script "$work/keys"
is 'the workshop starts all the same' "$status" 0
like 'and says what is wrong, too' "$errors" "$file:1:8: *"
like 'the screen begins with it' "$out" "*
| config.yaml:1:8: 'n_min' must be a whole number from 1 to 50, not 'many' (and
| 2 more: 'accord keys' tells)
*"
call list
is 'what does without settings does not read them' "$status:$errors" 0:
printf 'keys:\n  note: "\033[31m"\n' >"$file"
call keys
is 'an escape is an error' "$status" 3
harmless 'that does not reach the terminal' "$work/errors"
rm "$file"
mkdir "$file"
call keys
is 'a folder is an error' "$status" 3
rmdir "$file"
chmod 0 "${file%/*}"
call keys
is 'a folder that cannot be looked into is as good as none' "$status:$errors" 0:
chmod 700 "${file%/*}"

tap_end
