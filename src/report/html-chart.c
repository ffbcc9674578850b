/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Charts in a page: SVG, with what they show in words. */
#include "report/html-parts.h"

#include "base/i18n.h"
#include "base/text.h"

#define PITCH 10      /* from one dot to the next */
#define POINT_WIDTH 36 /* of a point of the scale, where there is room */
#define POINT_SMALL 29 /* of a small chart, of which two are beside each other on a telephone */
#define CHART_WIDTH 300 /* fits on a telephone */
#define LETTER 7      /* as wide as a column of text takes */
#define DOTS_MOST 24  /* of one point; beyond, bars stand for them */
#define BAR_DOTS 20   /* in a line; beyond, a bar stands for them */
#define BAR_HEIGHT 48

static const char *side_class(int side)
{
	return side == 0 ? "a" : "b";
}

/* A dot: a circle of one side, a diamond of the other; hollow for what is beside the answers. */
static void add_dot(struct html *html, int side, bool hollow, double x, double y)
{
	const char *class = side_class(side), *open = hollow ? " o" : "";

	if (side == 0)
		str_printf(html->out, "<circle class=\"%s%s\" cx=\"%.1f\" cy=\"%.1f\" r=\"3.8\"/>", class, open, x, y);
	else
		str_printf(html->out, "<path class=\"%s%s\" d=\"M%.1f %.1fl4.4 4.4-4.4 4.4-4.4-4.4z\"/>", class, open, x,
			y - 4.4);
}

/* The sign of a side before its name. */
static void add_key(struct html *html, int side)
{
	str_add(html->out, "<svg class=\"key\" aria-hidden=\"true\" width=\"11\" height=\"11\" viewBox=\"0 0 11 11\">");
	add_dot(html, side, false, 5.5, 5.5);
	str_add(html->out, "</svg>");
}

static void add_name(struct html *html, int side, const char *name)
{
	str_printf(html->out, "<span class=\"name %s\">", side_class(side));
	add_key(html, side);
	html_plain(html, name);
	str_add(html->out, "</span>");
}

/* A chart's beginning; its title and what it shows follow, and then add_described. */
static void begin_chart(struct html *html, const char *class, int width, int height)
{
	str_printf(html->out,
		"<svg class=\"%s\" role=\"img\" width=\"%d\" height=\"%d\" viewBox=\"0 0 %d %d\"><title>", class, width,
		height, width, height);
}

static void add_title(struct html *html, const char *name)
{
	html_plain(html, name);
	if (html->heading[0]) {
		str_add(html->out, ": ");
		html_plain(html, html->heading);
	}
	str_add(html->out, "</title><desc>");
}

/* Dots over the points of a scale */

/* How a side's dots are laid out. */
struct plot {
	int label, point; /* widths: of the labels before the rows, and of a point */
	int beside;       /* dots of a point that stand beside each other */
	int most;         /* answers at one point */
	int row;          /* height of a row */
};

static struct plot plot_of(const struct block *chart)
{
	struct plot plot = { .most = 1 };
	int widest = chart->text ? POINT_SMALL : POINT_WIDTH;

	for (size_t r = 0; r < chart->row_count; r++) {
		const struct dots_row *row = &chart->rows[r];
		int width = row->label[0] ? LETTER * text_width(row->label) + 6 : 0;

		if (row->counts && width > plot.label)
			plot.label = width;
		for (int p = 0; row->counts && p < chart->points; p++)
			plot.most = row->counts[p] > plot.most ? row->counts[p] : plot.most;
	}
	plot.label = plot.label > CHART_WIDTH / 3 ? CHART_WIDTH / 3 : plot.label;
	plot.point = (CHART_WIDTH - plot.label) / chart->points;
	plot.point = plot.point > widest ? widest : plot.point < PITCH ? PITCH : plot.point;
	plot.beside = (plot.point - 4) / PITCH > 0 ? (plot.point - 4) / PITCH : 1;
	plot.row = plot.most > DOTS_MOST ? BAR_HEIGHT + 14
					 : (plot.most + plot.beside - 1) / plot.beside * PITCH + (chart->text ? 4 : 9);
	return plot;
}

/* Many answers at a point: a bar with its number. */
static void add_column(struct html *html, const struct plot *plot, const struct dots_row *row, bool hollow, int count,
	double x, int base)
{
	double height = (double)count * BAR_HEIGHT / plot->most, width = plot->point * 0.6;

	if (count > 0)
		str_printf(html->out, "<rect class=\"%s%s\" x=\"%.1f\" y=\"%.1f\" width=\"%.1f\" height=\"%.1f\"/>",
			side_class(row->side), hollow ? " o" : "", x - width / 2, base - height, width, height);
	str_printf(html->out, "<text class=\"m\" x=\"%.1f\" y=\"%.1f\">%d</text>", x, base - height - 3, count);
}

static void add_dots(struct html *html, const struct plot *plot, const struct dots_row *row, bool hollow, int count,
	double x, int base)
{
	for (int i = 0; i < count; i++) {
		int line = i / plot->beside, rest = count - line * plot->beside;
		int beside = rest < plot->beside ? rest : plot->beside;

		add_dot(html, row->side, hollow, x + (i % plot->beside - (beside - 1) / 2.0) * PITCH,
			base - PITCH / 2 - 1 - line * PITCH);
	}
}

static void add_dots_row(struct html *html, const struct block *chart, const struct plot *plot,
	const struct dots_row *row, bool hollow, int base)
{
	int end = plot->label + plot->point * chart->points;

	if (row->label[0]) {
		str_printf(html->out, "<text class=\"l\" x=\"0\" y=\"%d\">", base - 3);
		html_plain(html, row->label);
		str_add(html->out, "</text>");
	}
	if (!row->counts)
		return;
	str_printf(html->out, "<path class=\"base\" d=\"M%d %d.5H%d\"/>", plot->label, base, end);
	for (int p = 0; p < chart->points; p++) {
		double x = plot->label + plot->point * (p + 0.5);

		if (plot->most > DOTS_MOST)
			add_column(html, plot, row, hollow, row->counts[p], x, base);
		else
			add_dots(html, plot, row, hollow, row->counts[p], x, base);
	}
}

/* "own: 2 at 3, 1 at 5" */
static void describe_row(struct html *html, const struct block *chart, const struct dots_row *row)
{
	int told = 0;

	html_plain(html, row->label);
	str_add(html->out, row->label[0] && row->counts ? ": " : "");
	for (int p = 0; row->counts && p < chart->points; p++) {
		if (row->counts[p] == 0)
			continue;
		str_add(html->out, told++ ? ", " : "");
		str_printf(html->out, _("%d at %d"), row->counts[p], p + 1);
	}
	if (row->counts && told == 0)
		html_plain(html, _("none"));
	str_add(html->out, "; ");
}

/* Which rows are of a side: the first of them, and how many there are. */
static size_t rows_of(const struct block *chart, int side, const struct dots_row **rows)
{
	size_t count = 0;

	for (size_t r = 0; r < chart->row_count && count < 8; r++)
		if (chart->rows[r].side == side)
			rows[count++] = &chart->rows[r];
	return count;
}

static void add_plot(struct html *html, const struct block *chart, const struct plot *plot,
	const struct dots_row *const *rows, size_t count)
{
	int width = plot->label + plot->point * chart->points, base = 0;

	begin_chart(html, "dots", width, (int)count * plot->row + 15);
	add_title(html, rows[0]->group);
	for (size_t r = 0; r < count; r++)
		describe_row(html, chart, rows[r]);
	str_add(html->out, "1 ");
	html_plain(html, chart->low);
	str_printf(html->out, ", %d ", chart->points);
	html_plain(html, chart->high);
	str_add(html->out, "</desc>");
	for (size_t r = 0; r < count; r++) {
		base += plot->row;
		add_dots_row(html, chart, plot, rows[r], r > 0, base);
	}
	for (int p = 0; p < chart->points; p++)
		str_printf(html->out, "<text class=\"m\" x=\"%.1f\" y=\"%d\">%d</text>",
			plot->label + plot->point * (p + 0.5), base + 12, p + 1);
	str_add(html->out, "</svg>");
}

static bool any_counts(const struct dots_row *const *rows, size_t count)
{
	for (size_t r = 0; r < count; r++)
		if (rows[r]->counts)
			return true;
	return false;
}

void html_dots(struct html *html, const struct block *chart)
{
	struct plot plot = plot_of(chart);
	const struct dots_row *rows[8];

	str_printf(html->out, "<figure class=\"dots%s\">\n", chart->text ? " small" : "");
	for (int side = 0; side < 2; side++) {
		size_t count = rows_of(chart, side, rows);

		if (count == 0)
			continue;
		str_add(html->out, "<div class=\"side\">");
		add_name(html, side, rows[0]->group);
		if (any_counts(rows, count)) {
			add_plot(html, chart, &plot, rows, count);
		} else {
			str_add(html->out, "<span class=\"none\">");
			html_plain(html, rows[0]->label);
			str_add(html->out, "</span>");
		}
		str_add(html->out, "</div>\n");
	}
	if (chart->text && chart->caption[0]) {
		str_add(html->out, "<figcaption class=\"verdict\">");
		html_plain(html, chart->caption);
		str_add(html->out, "</figcaption>\n");
	} else if (!chart->text && (chart->low[0] || chart->high[0])) {
		str_add(html->out, "<figcaption>1 ");
		html_plain(html, chart->low);
		str_printf(html->out, " \xc2\xb7 %d ", chart->points);
		html_plain(html, chart->high);
		str_add(html->out, "</figcaption>\n");
	}
	str_add(html->out, "</figure>\n");
}

/* Bars */

static int most_of(const struct block *chart)
{
	int most = 0;

	for (size_t i = 0; i < chart->bar_count; i++)
		for (int side = 0; side < 2; side++)
			most = chart->bars[i].counts[side] > most ? chart->bars[i].counts[side] : most;
	return most;
}

static void add_bar(struct html *html, int side, int count, int most, int y)
{
	int end = 0;

	if (count > 0 && most <= BAR_DOTS) {
		for (int i = 0; i < count; i++)
			add_dot(html, side, false, 6 + i * PITCH, y);
		end = 6 + count * PITCH;
	} else if (count > 0) {
		end = 14 + count * (CHART_WIDTH - 50) / most;
		add_dot(html, side, false, 6, y);
		str_printf(html->out, "<rect class=\"%s\" x=\"13\" y=\"%d\" width=\"%d\" height=\"8\"/>", side_class(side),
			y - 4, end - 13);
	} else if (count == 0) {
		add_dot(html, side, true, 6, y);
		end = 12;
	}
	str_printf(html->out, "<text class=\"l\" x=\"%d\" y=\"%d\">", end + (count < 0 ? 0 : 4), y + 4);
	if (count < 0)
		html_plain(html, _("not shown"));
	else
		str_printf(html->out, "%d", count);
	str_add(html->out, "</text>");
}

static void describe_bar(struct html *html, const struct block *chart, const struct bar *bar)
{
	for (int side = 0; side < 2; side++) {
		str_add(html->out, side ? ", " : "");
		html_plain(html, chart->names[side]);
		str_addc(html->out, ' ');
		if (bar->counts[side] < 0)
			html_plain(html, _("not shown"));
		else
			str_printf(html->out, "%d", bar->counts[side]);
	}
}

void html_bars(struct html *html, const struct block *chart)
{
	int most = most_of(chart);

	str_add(html->out, "<figure class=\"bars\">\n<p class=\"legend\">");
	for (int side = 0; side < 2; side++)
		add_name(html, side, chart->names[side]);
	str_add(html->out, "</p>\n<ul>\n");
	for (size_t i = 0; i < chart->bar_count; i++) {
		const struct bar *bar = &chart->bars[i];

		str_add(html->out, "<li><span class=\"label\">");
		html_plain(html, bar->label);
		str_add(html->out, "</span>");
		begin_chart(html, "bar", CHART_WIDTH, 32);
		html_plain(html, bar->label);
		str_add(html->out, "</title><desc>");
		describe_bar(html, chart, bar);
		str_add(html->out, "</desc>");
		for (int side = 0; side < 2; side++)
			add_bar(html, side, bar->counts[side], most, 9 + side * 15);
		str_add(html->out, "</svg></li>\n");
	}
	str_add(html->out, "</ul>\n</figure>\n");
}

/* A range between 0 and 100. All is in per cent, so that it is as wide as the text. */
void html_range(struct html *html, const struct block *chart)
{
	double band = 100.0 / (double)chart->cell_count;
	int width = chart->to > chart->from ? chart->to - chart->from : 1;

	str_add(html->out, "<figure class=\"range\">\n<svg role=\"img\" width=\"100%\" height=\"44\"><title>");
	html_plain(html, html->heading);
	str_printf(html->out, "</title><desc>%d\xe2\x80\x93%d / 100</desc>", chart->from, chart->to);
	for (size_t i = 0; i < chart->cell_count; i++)
		str_printf(html->out,
			"<rect class=\"band\" x=\"%.2f%%\" y=\"26\" width=\"%.2f%%\" height=\"10\"/>", (double)i * band + 0.2,
			band - 0.4);
	str_printf(html->out, "<rect class=\"span\" x=\"%d%%\" y=\"22\" width=\"%d%%\" height=\"18\" rx=\"4\"/>",
		chart->from, width);
	str_printf(html->out, "<text class=\"figure\" x=\"%.1f%%\" y=\"15\">", (chart->from + chart->to) / 2.0);
	if (chart->to > chart->from)
		str_printf(html->out, "%d\xe2\x80\x93%d</text></svg>\n", chart->from, chart->to);
	else
		str_printf(html->out, "%d</text></svg>\n", chart->from);
	str_add(html->out, "<figcaption aria-hidden=\"true\">");
	for (size_t i = 0; i < chart->cell_count; i++) {
		str_add(html->out, "<span>");
		html_plain(html, chart->cells[i].text);
		str_add(html->out, "</span>");
	}
	str_add(html->out, "</figcaption>\n</figure>\n");
}
