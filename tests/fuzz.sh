#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Replays what the fuzzers begin with, and some of what they once found.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

for file in "$srcdir"/tests/fuzz/json/*; do
	ok "${file##*/}" "${builddir:-.}/tests/fuzz-json" "$file"
done
for file in "$srcdir"/tests/fuzz/listing/*; do
	ok "list: ${file##*/}" "${builddir:-.}/tests/fuzz-listing" "$file"
done
for file in "$srcdir"/data/banks/*.yaml "$srcdir"/tests/banks/*.yaml; do
	ok "bank: ${file##*/}" "${builddir:-.}/tests/fuzz-bank" "$file"
done
tap_end
