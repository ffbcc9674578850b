/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Stand-ins for what a terminal cannot show. */
#include "term/ascii.h"

#include "base/mem.h"

#include <string.h>
#include <uninorm.h>
#include <unistr.h>

static const struct {
	ucs4_t from;
	char to;
	bool console; /* a text console has it */
} signs[] = {
	{ 0x00a0, ' ', true },  { 0x00ab, '"', true },  { 0x00b7, '.', true },  { 0x00bb, '"', true },
	{ 0x00d7, 'x', true },  { 0x2010, '-', false }, { 0x2011, '-', false }, { 0x2012, '-', false },
	{ 0x2013, '-', false }, { 0x2014, '-', false }, { 0x2015, '-', false }, { 0x2018, '\'', false },
	{ 0x2019, '\'', false }, { 0x201a, ',', false }, { 0x201c, '"', false }, { 0x201d, '"', false },
	{ 0x201e, '"', false }, { 0x2022, '*', false }, { 0x2026, '~', false }, { 0x20ac, 'E', true },
	{ 0x2190, '<', false },
	{ 0x2191, '^', false }, { 0x2192, '>', false }, { 0x2193, 'v', false }, { 0x2212, '-', false },
	{ 0x2264, '<', false }, { 0x2265, '>', false }, { 0x2500, '-', true },  { 0x2502, '|', true },
	{ 0x2588, '#', true },  { 0x2591, ':', true },  { 0x2592, ':', true },  { 0x25a0, '#', false },
	{ 0x25a1, 'o', false }, { 0x25b6, '>', false }, { 0x25b8, '>', false }, { 0x25cb, 'o', false },
	{ 0x25cf, '*', false }, { 0x2713, 'x', false }, { 0x2717, '-', false },
};

/* Letters that are no other letter with something added. */
static const struct {
	ucs4_t from;
	char to;
} letters[] = {
	{ 0x00c6, 'A' }, { 0x00d0, 'D' }, { 0x00d8, 'O' }, { 0x00de, 'T' }, { 0x00df, 's' }, { 0x00e6, 'a' },
	{ 0x00f0, 'd' }, { 0x00f8, 'o' }, { 0x00fe, 't' }, { 0x0110, 'D' }, { 0x0111, 'd' }, { 0x0126, 'H' },
	{ 0x0127, 'h' }, { 0x0131, 'i' }, { 0x0138, 'k' }, { 0x0141, 'L' }, { 0x0142, 'l' }, { 0x014a, 'N' },
	{ 0x014b, 'n' }, { 0x0152, 'O' }, { 0x0153, 'o' }, { 0x0166, 'T' }, { 0x0167, 't' }, { 0x018f, 'E' },
	{ 0x0259, 'e' }, { 0x1e9e, 'S' },
};

static ucs4_t first_of(const char *cluster)
{
	ucs4_t c = 0;

	return u8_strmbtouc(&c, (const uint8_t *)cluster) > 0 ? c : 0;
}

char ascii_sign(const char *cluster)
{
	ucs4_t c = first_of(cluster);

	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].from == c)
			return signs[i].to;
	return 0;
}

char ascii_of(const char *cluster)
{
	ucs4_t c = first_of(cluster), parts[UC_DECOMPOSITION_MAX_LENGTH];

	if (c >= 0x20 && c < 0x7f)
		return (char)c;
	if (ascii_sign(cluster))
		return ascii_sign(cluster);
	for (size_t i = 0; i < COUNT_OF(letters); i++)
		if (letters[i].from == c)
			return letters[i].to;
	/* Several times: a letter may have two accents. */
	for (int i = 0; i < 4 && uc_canonical_decomposition(c, parts) > 0; i++)
		c = parts[0];
	return c >= 0x20 && c < 0x7f ? (char)c : '?';
}

bool ascii_console_lacks(const char *cluster)
{
	ucs4_t c = first_of(cluster);

	for (size_t i = 0; i < COUNT_OF(signs); i++)
		if (signs[i].from == c)
			return !signs[i].console;
	return false;
}
