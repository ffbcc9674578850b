/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Big digits. */
#include "view/digits.h"

#include <stddef.h>

#define HEIGHT 5
#define DOT "\xe2\x96\x88"

/* The dots of each line, the left one first. */
struct shape {
	char sign;
	unsigned char width;
	unsigned char lines[HEIGHT]; /* bits: 4 left, 2, 1 right */
};

static const struct shape shapes[] = {
	{ '0', 3, { 7, 5, 5, 5, 7 } }, { '1', 3, { 2, 6, 2, 2, 7 } }, { '2', 3, { 7, 1, 7, 4, 7 } },
	{ '3', 3, { 7, 1, 7, 1, 7 } }, { '4', 3, { 5, 5, 7, 1, 1 } }, { '5', 3, { 7, 4, 7, 1, 7 } },
	{ '6', 3, { 7, 4, 7, 5, 7 } }, { '7', 3, { 7, 1, 1, 1, 1 } }, { '8', 3, { 7, 5, 7, 5, 7 } },
	{ '9', 3, { 7, 5, 7, 1, 7 } }, { ':', 1, { 0, 4, 0, 4, 0 } }, { '.', 1, { 0, 0, 0, 0, 4 } },
	{ '/', 3, { 1, 1, 2, 4, 4 } }, { '-', 3, { 0, 0, 7, 0, 0 } }, { '+', 3, { 0, 2, 7, 2, 0 } },
	{ '%', 3, { 5, 1, 2, 4, 5 } }, { ' ', 1, { 0, 0, 0, 0, 0 } },
};

/* From the largest on. A column is about half as wide as a line is high. */
static const struct digits sizes[] = { { 4, 2 }, { 2, 1 }, { 1, 1 } };

static const struct shape *shape_of(char sign)
{
	for (size_t i = 0; i < COUNT_OF(shapes); i++)
		if (shapes[i].sign == sign)
			return &shapes[i];
	return &shapes[COUNT_OF(shapes) - 1];
}

int digits_width(const char *text, struct digits size)
{
	int dots = 0;

	for (const char *sign = text; *sign; sign++)
		dots += shape_of(*sign)->width + (sign[1] != '\0');
	return dots * size.columns;
}

int digits_height(struct digits size)
{
	return HEIGHT * size.lines;
}

struct digits digits_fit(const char *text, int width, int height)
{
	for (size_t i = 0; i < COUNT_OF(sizes); i++)
		if (digits_width(text, sizes[i]) <= width && digits_height(sizes[i]) <= height)
			return sizes[i];
	return (struct digits){ 0, 0 };
}

static void draw_shape(struct grid *grid, int x, int y, enum style style, const struct shape *shape, struct digits size)
{
	for (int line = 0; line < HEIGHT * size.lines; line++)
		for (int dot = 0; dot < shape->width; dot++)
			if (shape->lines[line / size.lines] & 4 >> dot)
				grid_repeat(grid, x + dot * size.columns, y + line, size.columns, style, DOT);
}

void digits_draw(struct grid *grid, int x, int y, enum style style, const char *text, struct digits size)
{
	for (; *text; text++) {
		const struct shape *shape = shape_of(*text);

		draw_shape(grid, x, y, style, shape, size);
		x += (shape->width + 1) * size.columns;
	}
}
