/* SPDX-License-Identifier: GPL-3.0-or-later */
/* UTF-8 text, by libunistring. */
#include "base/text.h"

#include "base/mem.h"
#include "base/str.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unicase.h>
#include <unictype.h>
#include <unilbrk.h>
#include <uninorm.h>
#include <unistr.h>
#include <uniwidth.h>

#define REPLACEMENT "\xef\xbf\xbd"

static const uint8_t *bytes(const char *text)
{
	return (const uint8_t *)text;
}

/* The character at text and its bytes; 0xfffd and 1 where it is no UTF-8. Must not be called at the end. */
static size_t decode(const char *text, ucs4_t *out)
{
	if ((unsigned char)text[0] < 0x80) {
		*out = (ucs4_t)(unsigned char)text[0];
		return 1;
	}
	return (size_t)u8_mbtouc(out, bytes(text), strnlen(text, 4));
}

static int width_of(ucs4_t c)
{
	int width;

	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return 1;
	width = uc_width(c, "UTF-8");
	return width < 0 ? 0 : width;
}

struct cluster text_cluster(const char *text)
{
	struct cluster cluster = { 0, 0 };
	ucs4_t c;

	if (!text[0])
		return cluster;
	cluster.length = decode(text, &c);
	cluster.width = width_of(c);
	if (c < 0x80 && (unsigned char)text[1] < 0x80)
		return cluster;
	while (text[cluster.length]) {
		size_t more = decode(text + cluster.length, &c);

		if (width_of(c) != 0)
			break;
		cluster.length += more;
	}
	return cluster;
}

size_t text_cluster_before(const char *text, size_t at)
{
	size_t start = 0, next = 0;

	while (next < at && text[next]) {
		start = next;
		next += text_cluster(text + next).length;
	}
	return start;
}

int text_width(const char *text)
{
	int width = 0;

	while (*text) {
		struct cluster cluster = text_cluster(text);

		width += cluster.width;
		text += cluster.length;
	}
	return width;
}

size_t text_fit(const char *text, int width)
{
	size_t at = 0;

	while (text[at]) {
		struct cluster cluster = text_cluster(text + at);

		if (cluster.width > width)
			break;
		width -= cluster.width;
		at += cluster.length;
	}
	return at;
}

char *text_ellipsize(const char *text, int width)
{
	struct str out;

	if (width <= 0)
		return mem_strdup("");
	if (text_width(text) <= width)
		return mem_strdup(text);
	str_init(&out);
	str_addn(&out, text, text_fit(text, width - 1));
	str_add(&out, "\xe2\x80\xa6");
	return out.data;
}

/* Trailing spaces of a line are not shown. */
static size_t without_spaces(const char *text, size_t length)
{
	while (length > 0 && text[length - 1] == ' ')
		length--;
	return length;
}

size_t text_wrap(const char *text, int width, size_t *length)
{
	size_t size = strcspn(text, "\n"), fit, at;
	char *breaks;

	fit = text_fit(text, width < 1 ? 1 : width);
	if (fit >= size) {
		*length = without_spaces(text, size);
		return text[size] ? size + 1 : size;
	}
	/* The rest of the paragraph has to be seen: whether a break is allowed depends on what follows. */
	breaks = mem_zalloc(size, 1);
	u8_possible_linebreaks(bytes(text), size, "UTF-8", breaks);
	at = fit;
	if (text[at] != ' ')
		while (at > 0 && breaks[at] != UC_BREAK_POSSIBLE)
			at--;
	free(breaks);
	if (at == 0)
		at = fit ? fit : text_cluster(text).length;
	*length = without_spaces(text, at);
	while (text[at] == ' ')
		at++;
	if (text[at] == '\n')
		at++;
	return at;
}

/* As many columns of ideographs, which have no spaces between words, stay together, so that a name does. */
#define NAME_WIDTH 8

int text_word_width(const char *text)
{
	size_t size = strlen(text);
	char *breaks = mem_zalloc(size + 1, 1);
	int most = 0, word = 0, piece = 0, before = 0;

	u8_possible_linebreaks(bytes(text), size, "UTF-8", breaks);
	for (size_t at = 0; at < size;) {
		struct cluster cluster = text_cluster(text + at);

		if (text[at] == ' ' || text[at] == '\n')
			word = piece = cluster.width = 0;
		else if (word + cluster.width > NAME_WIDTH && breaks[at] == UC_BREAK_POSSIBLE &&
			 (before > 1 || cluster.width > 1))
			piece = 0;
		word += cluster.width;
		piece += cluster.width;
		most = piece > most ? piece : most;
		before = cluster.width;
		at += cluster.length;
	}
	free(breaks);
	return most;
}

void text_cut_whole(char *text)
{
	size_t length = strlen(text), at = length;

	while (at > 0 && length - at < 4 && ((unsigned char)text[at - 1] & 0xc0) == 0x80)
		at--;
	if (at > 0 && (unsigned char)text[at - 1] >= 0xc0 &&
	    !text_is_utf8(text + at - 1, length - at + 1))
		text[at - 1] = '\0';
}

bool text_is_utf8(const char *text, size_t length)
{
	return u8_check(bytes(text), length) == NULL;
}

/* Characters that steer a terminal or reorder what stands around them, or that cannot be seen. */
static bool is_control(ucs4_t c, bool newlines_allowed)
{
	if (c == '\n')
		return !newlines_allowed;
	if (c < 0x20 || (c >= 0x7f && c < 0xa0))
		return true;
	if (c == 0x061c || c == 0x200e || c == 0x200f || c == 0xfeff)
		return true;
	if ((c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069))
		return true;
	return c == 0x2028 || c == 0x2029 || c == 0x200b || (c >= 0xfff9 && c <= 0xfffb) || c >= 0xe0000;
}

/* Whether decode() has made the replacement character of bytes that are no UTF-8. */
static bool is_broken(ucs4_t c, const char *text, size_t length)
{
	return c == 0xfffd && (length != 3 || memcmp(text, REPLACEMENT, 3) != 0);
}

long text_find_control(const char *text, bool newlines_allowed)
{
	size_t at = 0;

	while (text[at]) {
		ucs4_t c;
		size_t length = decode(text + at, &c);

		if (is_control(c, newlines_allowed) || is_broken(c, text + at, length))
			return (long)at;
		at += length;
	}
	return -1;
}

/* NFC, for free(); the text as it is where it cannot be normalised. */
static char *normalised(char *text)
{
	size_t length = 0;
	uint8_t *nfc = u8_normalize(UNINORM_NFC, bytes(text), strlen(text) + 1, NULL, &length);

	if (!nfc)
		return text;
	free(text);
	return (char *)nfc;
}

char *text_visible(const char *text, bool newlines_allowed)
{
	struct str out;
	bool plain = true;

	str_init(&out);
	while (*text) {
		ucs4_t c;
		size_t length = decode(text, &c);

		plain = plain && c < 0x80;
		if (c == '\t')
			str_addc(&out, ' ');
		else if (c == '\r' && text[1] == '\n' && newlines_allowed)
			;
		else if (c < 0x20 && is_control(c, newlines_allowed))
			str_printf(&out, "\xe2\x90%c", (int)(0x80 + c));
		else if (c == 0x7f)
			str_add(&out, "\xe2\x90\xa1");
		else if (c == 0xfffd || is_control(c, newlines_allowed))
			str_add(&out, REPLACEMENT);
		else
			str_addn(&out, text, length);
		text += length;
	}
	return plain ? out.data : normalised(out.data);
}

static bool is_space(ucs4_t c)
{
	return c == ' ' || c == '\t' || c == '\n' || c == '\r' || c == 0xa0 || c == 0x3000 || c == 0x202f ||
	       (c >= 0x2000 && c <= 0x200a);
}

char *text_tidy(const char *text)
{
	struct str out;
	bool gap = false;

	str_init(&out);
	while (*text) {
		ucs4_t c;
		size_t length = decode(text, &c);

		if (is_space(c)) {
			gap = out.length > 0;
		} else {
			if (gap)
				str_addc(&out, ' ');
			gap = false;
			str_addn(&out, text, length);
		}
		text += length;
	}
	return out.data;
}

char *text_fold(const char *text)
{
	size_t length = 0;
	uint8_t *folded = u8_casefold(bytes(text), strlen(text) + 1, NULL, UNINORM_NFC, NULL, &length);

	return folded ? (char *)folded : mem_strdup(text);
}

char *text_slug(const char *text)
{
	size_t length = 0;
	uint8_t *plain = u8_normalize(UNINORM_NFKD, bytes(text), strlen(text) + 1, NULL, &length);
	struct str out;

	str_init(&out);
	for (const uint8_t *c = plain ? plain : bytes(text); *c; c++) {
		if ((*c >= 'a' && *c <= 'z') || (*c >= '0' && *c <= '9'))
			str_addc(&out, (char)*c);
		else if (*c >= 'A' && *c <= 'Z')
			str_addc(&out, (char)(*c - 'A' + 'a'));
		else if (*c < 0x80 && out.length && out.data[out.length - 1] != '-')
			str_addc(&out, '-');
	}
	while (out.length && out.data[out.length - 1] == '-')
		str_cut(&out, out.length - 1);
	free(plain);
	return out.data;
}

#define NEAR_LONGEST 48

/* Edits (insert, delete, replace, swap neighbours) between two names, bytes being good enough for names. */
static size_t distance(const char *a, const char *b)
{
	size_t rows[3][NEAR_LONGEST + 1];
	size_t *before = rows[0], *last = rows[1], *row = rows[2];
	size_t na = strlen(a), nb = strlen(b);

	if (na > NEAR_LONGEST || nb > NEAR_LONGEST)
		return NEAR_LONGEST;
	for (size_t j = 0; j <= nb; j++)
		last[j] = j;
	for (size_t i = 1; i <= na; i++) {
		size_t *recycled = before;

		row[0] = i;
		for (size_t j = 1; j <= nb; j++) {
			size_t best = last[j - 1] + (a[i - 1] != b[j - 1]);

			if (last[j] + 1 < best)
				best = last[j] + 1;
			if (row[j - 1] + 1 < best)
				best = row[j - 1] + 1;
			if (i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1] &&
			    before[j - 2] + 1 < best)
				best = before[j - 2] + 1;
			row[j] = best;
		}
		before = last;
		last = row;
		row = recycled;
	}
	return last[nb];
}

const char *text_nearest(const char *name, const char *const *names, size_t count)
{
	size_t length = strlen(name), allowed = length < 4 ? 1 : 2, best = allowed + 1;
	const char *nearest = NULL;

	for (size_t i = 0; i < count; i++) {
		size_t far = distance(name, names[i]);

		if (far < best && far < length) {
			best = far;
			nearest = names[i];
		}
	}
	return nearest;
}
