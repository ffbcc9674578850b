/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A screen as a grid of glyphs. */
#include "view/grid.h"

#include "base/i18n.h"
#include "base/text.h"
#include "view/spot.h"

#include <stdarg.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

void grid_init(struct grid *grid, int width, int height)
{
	*grid = (struct grid){ .width = width < 1 ? 1 : width, .height = height < 1 ? 1 : height };
	grid->glyphs = mem_zalloc((size_t)grid->width * (size_t)grid->height, sizeof *grid->glyphs);
	grid->hearing = mem_zalloc((size_t)grid->height, sizeof *grid->hearing);
	grid_clear(grid);
}

void grid_release(struct grid *grid)
{
	free(grid->glyphs);
	free(grid->spots);
	free(grid->hearing);
	*grid = (struct grid){ 0 };
}

void grid_clear(struct grid *grid)
{
	for (int i = 0; i < grid->width * grid->height; i++)
		grid->glyphs[i] = (struct glyph){ .text = " ", .width = 1, .style = STYLE_NORMAL };
	for (int y = 0; y < grid->height; y++)
		grid->hearing[y] = HEARD;
	grid->cursor_x = grid->cursor_y = -1;
	grid->spot_count = 0;
	grid->hidden = grid->bare = false;
	grid->answers = NULL;
	grid->page = 0;
}

struct rect grid_rect(const struct grid *grid)
{
	return (struct rect){ 0, 0, grid->width, grid->height };
}

static struct glyph *glyph_at(struct grid *grid, int x, int y)
{
	return &grid->glyphs[y * grid->width + x];
}

/* A wide glyph that loses one half loses the other as well. */
static void split(struct grid *grid, int x, int y)
{
	struct glyph *glyph = glyph_at(grid, x, y);

	if (glyph->width == 0 && x > 0)
		*glyph_at(grid, x - 1, y) = (struct glyph){ " ", 1, glyph->style };
	if (glyph->width == 2 && x + 1 < grid->width)
		*glyph_at(grid, x + 1, y) = (struct glyph){ " ", 1, glyph->style };
}

/*
 * Joiners and variation selectors are left out: terminals disagree about what they do to widths, and the parts alone
 * look the same everywhere.
 */
static void copy_cluster(char out[GLYPH_BYTES], const char *text, size_t length)
{
	size_t used = 0;

	for (size_t at = 0; at < length;) {
		size_t next = at + 1;

		while (next < length && ((unsigned char)text[next] & 0xc0) == 0x80)
			next++;
		if (memcmp(text + at, "\xe2\x80\x8d", next - at < 3 ? next - at : 3) != 0 &&
		    memcmp(text + at, "\xef\xb8\x8f", next - at < 3 ? next - at : 3) != 0) {
			if (used + (next - at) >= GLYPH_BYTES)
				break;
			memcpy(out + used, text + at, next - at);
			used += next - at;
		}
		at = next;
	}
	out[used] = '\0';
}

static int put(struct grid *grid, int x, int y, int width, enum style style, const char *text)
{
	int end = x + width, start = x;

	if (y < 0 || y >= grid->height)
		return 0;
	if (end > grid->width)
		end = grid->width;
	while (*text) {
		struct cluster cluster = text_cluster(text);
		struct glyph *glyph;

		if (cluster.width > end - x)
			break;
		if (cluster.width > 0 && x >= 0) {
			split(grid, x, y);
			if (cluster.width == 2)
				split(grid, x + 1, y);
			glyph = glyph_at(grid, x, y);
			copy_cluster(glyph->text, text, cluster.length);
			glyph->width = (unsigned char)cluster.width;
			glyph->style = (unsigned char)style;
			if (cluster.width == 2)
				glyph[1] = (struct glyph){ "", 0, (unsigned char)style };
		}
		x += cluster.width;
		text += cluster.length;
	}
	return x - start;
}

int grid_text(struct grid *grid, int x, int y, int width, enum style style, const char *text)
{
	char *safe;
	int used;

	if (text_find_control(text, false) < 0)
		return put(grid, x, y, width, style, text);
	safe = text_visible(text, false);
	used = put(grid, x, y, width, style, safe);
	free(safe);
	return used;
}

int grid_printf(struct grid *grid, int x, int y, int width, enum style style, const char *format, ...)
{
	char *text;
	va_list args;
	int length, used;

	va_start(args, format);
	length = vsnprintf(NULL, 0, format, args);
	va_end(args);
	if (length < 0)
		return 0;
	text = mem_zalloc((size_t)length + 1, 1);
	va_start(args, format);
	vsnprintf(text, (size_t)length + 1, format, args);
	va_end(args);
	used = grid_text(grid, x, y, width, style, text);
	free(text);
	return used;
}

int grid_text_cut(struct grid *grid, int x, int y, int width, enum style style, const char *text)
{
	char *visible = text_visible(text, false), *cut = text_ellipsize(visible, width);
	int used = put(grid, x, y, width, style, cut);

	free(cut);
	free(visible);
	return used;
}

int grid_text_right(struct grid *grid, int x, int y, int width, enum style style, const char *text)
{
	char *visible = text_visible(text, false), *cut = text_ellipsize(visible, width);
	int used = text_width(cut);

	put(grid, x + width - used, y, used, style, cut);
	free(cut);
	free(visible);
	return used;
}

void grid_more(struct grid *grid)
{
	int y = grid->height - 2;
	int width = grid_text_right(grid, 1, y, grid->width - 2, STYLE_KEY, _(" \xe2\x86\x93 more "));
	struct rect rect = { grid->width - 1 - width, y, width, 1 };

	spot_move(grid, rect, 0, 0, "PgDn");
}

int grid_wrap(struct grid *grid, struct rect rect, enum style style, const char *text)
{
	char *safe = text_visible(text, true), *rest = safe;
	int lines = 0;

	while (*rest && rect.width > 0) {
		size_t length, next = text_wrap(rest, rect.width, &length);
		char kept = rest[length];

		rest[length] = '\0';
		if (lines < rect.height)
			put(grid, rect.x, rect.y + lines, rect.width, style, rest);
		rest[length] = kept;
		rest += next;
		lines++;
	}
	free(safe);
	return lines;
}

void grid_repeat(struct grid *grid, int x, int y, int width, enum style style, const char *cluster)
{
	for (int i = 0; i < width; i++)
		put(grid, x + i, y, 1, style, cluster);
}

void grid_paint(struct grid *grid, struct rect rect, enum style style)
{
	for (int y = rect.y; y < rect.y + rect.height; y++)
		for (int x = rect.x; x < rect.x + rect.width; x++)
			if (x >= 0 && y >= 0 && x < grid->width && y < grid->height)
				glyph_at(grid, x, y)->style = (unsigned char)style;
}

void grid_cursor(struct grid *grid, int x, int y)
{
	if (x < 0 || y < 0 || x >= grid->width || y >= grid->height)
		return;
	grid->cursor_x = x;
	grid->cursor_y = y;
}

void grid_begin(struct grid *grid, int x, int y)
{
	if (!grid->linear)
		grid_cursor(grid, x, y);
}

void grid_hear(struct grid *grid, int y, enum hearing hearing)
{
	if (y >= 0 && y < grid->height)
		grid->hearing[y] = hearing;
}

static void dump_line(const struct grid *grid, int y, bool styles, struct str *out)
{
	size_t start = out->length;

	for (int x = 0; x < grid->width; x++) {
		const struct glyph *glyph = &grid->glyphs[y * grid->width + x];

		if (styles)
			str_addc(out, glyph->style == STYLE_NORMAL ? ' ' : style_letter(glyph->style));
		else
			str_add(out, glyph->text);
	}
	while (out->length > start && out->data[out->length - 1] == ' ')
		str_cut(out, out->length - 1);
	str_addc(out, '\n');
}

void grid_dump(const struct grid *grid, bool styles, struct str *out)
{
	for (int y = 0; y < grid->height; y++) {
		dump_line(grid, y, false, out);
		if (styles)
			dump_line(grid, y, true, out);
	}
}
