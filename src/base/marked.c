/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A text with places in it that are marked. */
#include "base/marked.h"

#include "base/mem.h"
#include "base/str.h"
#include "base/text.h"

#include <stdbool.h>
#include <stdlib.h>
#include <string.h>

#define ELLIPSIS "\xe2\x80\xa6"
#define CONTEXT_SHARE 3 /* of the width, what stands before the first place: one in so many */

void marked_release(struct marked *marked)
{
	free(marked->text);
	free(marked->spans);
	*marked = (struct marked){ 0 };
}

void marked_add(struct marked *marked, size_t start, size_t length)
{
	marked->spans = mem_grow(marked->spans, &marked->capacity, marked->count, sizeof *marked->spans);
	marked->spans[marked->count++] = (struct marked_span){ start, length };
}

struct marked marked_join(const struct marked *a, const char *between, const struct marked *b)
{
	bool both = b->text && b->text[0];
	size_t shift = strlen(a->text) + strlen(between);
	struct marked out = { .text = mem_printf("%s%s%s", a->text, both ? between : "", both ? b->text : "") };

	for (size_t i = 0; i < a->count; i++)
		marked_add(&out, a->spans[i].start, a->spans[i].length);
	for (size_t i = 0; both && i < b->count; i++)
		marked_add(&out, shift + b->spans[i].start, b->spans[i].length);
	return out;
}

/*
 * Where to begin: at the beginning if the first place is in sight then; else so that it has something before it, and
 * nothing is wasted behind.
 */
static size_t begin_at(const struct marked *marked, int width)
{
	size_t start = marked->count ? marked->spans[0].start : 0, at = start;
	int before = width / CONTEXT_SHARE, rest = text_width(marked->text + start);
	size_t seen = text_fit(marked->text, width - 1);

	if (!marked->count || seen >= start + marked->spans[0].length)
		return 0;

	if (width - rest > before)
		before = width - rest - 1;
	while (at > 0) {
		size_t earlier = text_cluster_before(marked->text, at);
		int wide = text_cluster(marked->text + earlier).width;

		if (wide > before - 1)
			break;
		before -= wide;
		at = earlier;
	}
	return at;
}

/* The places that lie between two bytes, as they are in out, where what was at from stands at shift. */
static void carry(const struct marked *marked, size_t from, size_t to, size_t shift, struct marked *out)
{
	for (size_t i = 0; i < marked->count; i++) {
		size_t start = marked->spans[i].start, end = start + marked->spans[i].length;

		start = start < from ? from : start;
		end = end > to ? to : end;
		if (start < end)
			marked_add(out, start - from + shift, end - start);
	}
}

struct marked marked_cut(const struct marked *marked, int width)
{
	struct marked out = { 0 };
	size_t from = 0, to = strlen(marked->text);
	struct str line;
	bool cut;

	str_init(&line);
	if (width < 2) {
		out.text = line.data;
		return out;
	}
	if (text_width(marked->text) > width)
		from = begin_at(marked, width);
	if (from > 0) {
		str_add(&line, ELLIPSIS);
		width--;
	}
	cut = text_width(marked->text + from) > width;
	if (cut)
		to = from + text_fit(marked->text + from, width - 1);
	carry(marked, from, to, line.length, &out);
	str_addn(&line, marked->text + from, to - from);
	if (cut)
		str_add(&line, ELLIPSIS);
	for (char *c = line.data; (c = strchr(c, '\n'));)
		*c = ' ';
	out.text = line.data;
	return out;
}
