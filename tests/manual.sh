#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Tests that the manual pages say what the program does.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"
# shellcheck source=tests/call.sh
. "$srcdir/tests/call.sh"

page=$srcdir/man/accord.1
bank_page=$srcdir/man/accord-bank.5
config_page=$srcdir/man/accord-config.5
json_page=$srcdir/man/accord-json.5

# plain FILE: a page's source without what only roff reads.
plain() {
	sed -e 's/\\-/-/g' -e 's/\\f[BIPR]//g' -e 's/\\&//g' "$1"
}

# names FILE WORD: whether the word stands there by itself.
# shellcheck disable=SC2317
names() {
	grep -q -E -e "(^|[^a-z_-])$2([^a-z_-]|\$)" "$1"
}

# The keys.
"$srcdir/man/insert-keys" "$page" "${builddir:-.}/tests/print-keys" >"$work/page" || exit 99
if cmp -s "$page" "$work/page"; then
	tap_result 0 'the keys are those of the program'
else
	tap_result 1 'the keys are those of the program' || {
		diff "$page" "$work/page"
		echo "'make update-manual' brings the page up to date"
	} | diag
fi
ok 'there are keys' test "$(grep -c '^\.TP' "$work/page")" -gt 60

# Commands and options.
plain "$page" >"$work/plain"
call --help
for command in $(echo "$out" | sed -n '/^Commands:/,/^$/s/^  \([a-z]*\) .*/\1/p'); do
	# Its sections, which are several for "bank".
	awk -v head="^[.]SS \"accord $command[ \"]" '/^\.S/ { here = $0 ~ head } here' \
		"$work/plain" >"$work/section"
	ok "$command is described" test -s "$work/section"
	call "$command" --help
	for option in $(echo "$out" | sed -n '/^Options:/,/^$/s/^  \(--[a-z-]*\).*/\1/p'); do
		ok "$command $option is described" grep -q -e "^\.B.* $option\([ =]\|\$\)" "$work/section"
	done
done
sed -n '/^\.SH COMMON OPTIONS/,/^\.SH/p' "$work/plain" >"$work/section"
for option in $(echo "$out" | sed -n '/^Common options:/,/^$/s/^  \(--[a-z-]*\).*/\1/p'); do
	ok "$option is described" grep -q -e "^\.B.* $option\([ =]\|\$\)" "$work/section"
done

# Variables.
sed -n '/^\.SH ENVIRONMENT/,/^\.SH/p' "$work/plain" >"$work/section"
# shellcheck disable=SC2013
for name in $(cat "$srcdir"/src/*/*.c | sed -n 's/.*getenv("\([A-Z_]*\)").*/\1/p' | sort -u); do
	ok "$name is described" names "$work/section" "$name"
done

# The bank: the test bank has every key that there is.
plain "$bank_page" >"$work/plain"
for key in $(grep -o '[a-z_]*: ' "$srcdir/tests/banks/full.yaml" | tr -d ': ' | sort -u); do
	ok "the key $key is described" names "$work/plain" "$key"
done
# shellcheck disable=SC2013
for word in $(sed -n 's/.*\(kind\|type\|analysis\|role\|by\): \([a-z-]*\).*/\2/p' \
	"$srcdir/tests/banks/full.yaml" | sort -u); do
	ok "the word $word is described" names "$work/plain" "$word"
done
sed -n '/^\.\\" example begin/,/^\.\\" example end/p' "$work/plain" | grep -v '^\.' >"$work/example.yaml"
prints 'the example is a bank' '*: fine' bank check "$work/example.yaml"
for id in $("$ACCORD" bank show "$work/example.yaml" | sed -n 's/^Agenda \([a-z-]*\):.*/\1/p'); do
	prints "its agenda $id can be held" '????????' new --title T --bank "$work/example.yaml" --agenda "$id"
done

# The settings: every key of the file, and an example that is right.
plain "$config_page" >"$work/plain"
for key in $(sed -n 's/.*names\[\] = { \(.*n_min.*\) };/\1/p' "$srcdir/src/screen/settings.c" | tr -d '",'); do
	ok "the setting $key is described" grep -q "^\.BR* $key " "$work/plain"
done
mkdir -p "$XDG_CONFIG_HOME/accord"
sed -n '/^\.\\" example begin/,/^\.\\" example end/p' "$work/plain" | grep -v '^\.' \
	>"$XDG_CONFIG_HOME/accord/config.yaml"
prints 'its example is right' '*(5 actions have other keys*' keys
rm "$XDG_CONFIG_HOME/accord/config.yaml"

# JSON: every member that the program knows.
plain "$json_page" >"$work/plain"
# shellcheck disable=SC2013
for name in $(sed -n 's/^	{ "\([a-z_]*\)", MEMBER_.*/\1/p' "$srcdir/src/report/archive-shape.c" | sort -u); do
	ok "the member $name is described" names "$work/plain" "$name"
done

# What roff thinks of them.
for file in "$page" "$bank_page" "$config_page" "$json_page"; do
	if command -v groff >/dev/null; then
		got=$(groff -man -Tutf8 -Kutf8 -ww -z "$file" 2>&1)
		is "${file##*/} has no mistake" "$got" ''
	else
		skip "${file##*/} has no mistake" 'groff is not installed'
	fi
done

tap_end
