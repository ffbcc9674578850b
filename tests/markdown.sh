#!/bin/sh
# SPDX-License-Identifier: GPL-3.0-or-later
# Markdown read by GitHub's own parser: what it shows is what was typed, and nothing of it became markup or a link.

srcdir=${srcdir:-.}
# shellcheck source=tests/tap.sh
. "$srcdir/tests/tap.sh"

command -v cmark-gfm >/dev/null || skip_all 'no cmark-gfm (of the package cmark-gfm)'

# rendered NAME: the page that comes of tests/scripts/NAME.md, without what parts mentions from their sign.
rendered() {
	cmark-gfm -e table -e autolink -e strikethrough -e tasklist -e footnotes "$srcdir/tests/scripts/$1.md" |
		sed 's/<!-- raw HTML omitted -->//g'
}

# elements FILE: which there are, in one line.
elements() {
	grep -o '<[a-z][a-z0-9]*' "$1" | sort -u | tr -d '<' | paste -sd ' ' -
}

# shown DESCRIPTION TEXT FILE: the text can be read there.
shown() {
	shown_want=$(printf '%s\n' "$2" | sed 's/&/\&amp;/g; s/</\&lt;/g; s/>/\&gt;/g; s/"/\&quot;/g')
	ok "$1" grep -qF -e "$shown_want" "$3"
}

rendered hostile >"$TMPDIR/page" || exit 99
is 'nothing became a link, an image or anything else' "$(elements "$TMPDIR/page")" \
	'br code h1 h2 h3 input li p strong table tbody td th thead tr ul'
while IFS= read -r text; do
	shown "as it was typed: $text" "$text" "$TMPDIR/page"
done <<'END'
<title>&amp;</title> "Day" | *1*
</style><script>alert(0)</script>, 2026-05-01
Robin [Vale](javascript:alert(1))
`All` <of> it
# no heading <img src=x onerror=alert(2)>
1. no list: `code` <!-- comment -->
</p></div><h1>a</h1>
[link](https://x.example) ![i](x)
- no item, ~~not gone~~, **not bold**
| a | b |
https://x.example www.x.example a@x.example @someone #1
> quote
Texts ]]> --> *x* _y_
"Two" | _b_
Side | of
**n**
</table>
[x]: http://x.example
_Last_ \ one
We <b>decide</b> | *this*
Call @ada about #12 & <b>
# A note [ ] with `ticks` ]]>
1. parked ~~text~~
END

# A whole day: each word of the text can be read.
for name in day two-hours; do
	rendered "$name" >"$TMPDIR/page" || exit 99
	is "$name: parts of a report, and nothing else" "$(elements "$TMPDIR/page" | sed 's/table.* tr //')" \
		'br code h1 h2 h3 input li p strong ul'
	sed 's/<[^>]*>/ /g' "$TMPDIR/page" >"$TMPDIR/shown"
	sed 's/&/\&amp;/g; s/"/\&quot;/g' "$srcdir/tests/scripts/$name.txt" | tr -s ' ' '\n' |
		sed 's/:$//' | grep -v -e '^[-=─·●•]*$' -e '^\[x*]*$' -e '^]$' | sort -u |
		while IFS= read -r word; do
			grep -qF -e "$word" "$TMPDIR/shown" || printf '%s\n' "$word"
		done >"$TMPDIR/missing"
	is "$name: all words of the text are in it" "$(cat "$TMPDIR/missing")" ''
done
tap_end
