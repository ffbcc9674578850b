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
tap_end
