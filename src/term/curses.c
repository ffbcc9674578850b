/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The real terminal, through ncurses. */
/* Wide characters in ncurses are X/Open's. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif

#include "term/term.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "term/ascii.h"
#include "term/crash.h"
#include "term/curses-keys.h"
#include "term/known.h"
#include "term/palette.h"
#include "term/signals.h"

#include <curses.h>
#include <langinfo.h>
#include <limits.h>
#include <poll.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <unistr.h>
#include <wchar.h>

struct curses {
	struct terminal term;
	SCREEN *screen;
	struct grid shown;
	struct curses_keys keys;
	sigset_t waiting; /* the signal mask while we wait: outside, signals are held back */
	attr_t attrs[STYLE_COUNT];
	short pairs[STYLE_COUNT];
	bool utf8;
	bool console; /* with a font of a few hundred characters */
	bool mouse;
	bool lost; /* somebody else may have written on the screen */
	int idle_reads;
	int watched; /* a descriptor beside the terminal's that ends a wait; -1 for none */
};

static struct curses *curses_of(struct terminal *term)
{
	return (struct curses *)term;
}

static void curses_size(struct terminal *term, int *width, int *height)
{
	(void)term;
	getmaxyx(stdscr, *height, *width);
}

/* A character that the locale can show, where it is not UTF-8: of Latin-1 for instance. */
static bool is_in_locale(wchar_t c)
{
	char bytes[MB_LEN_MAX];
	mbstate_t state = { 0 };

	return wcrtomb(bytes, c, &state) != (size_t)-1;
}

static void put_glyph(const struct curses *curses, int x, int y, const struct glyph *glyph)
{
	wchar_t wide[CCHARW_MAX + 1] = { 0 };
	cchar_t cell;
	size_t count = 0;

	if (curses->console && ascii_console_lacks(glyph->text)) {
		wide[count++] = (wchar_t)ascii_sign(glyph->text);
	} else {
		const uint8_t *at = (const uint8_t *)glyph->text;

		while (*at && count < CCHARW_MAX) {
			ucs4_t c;
			int length = u8_strmbtouc(&c, at);

			if (length <= 0)
				break;
			wide[count++] = (wchar_t)c;
			at += length;
		}
	}
	if (!curses->utf8 && (count != 1 || glyph->width != 1 || !is_in_locale(wide[0]))) {
		wide[0] = (wchar_t)ascii_of(glyph->text);
		wide[1] = 0;
	}
	if (setcchar(&cell, wide, curses->attrs[glyph->style], curses->pairs[glyph->style], NULL) != OK)
		setcchar(&cell, L"?", curses->attrs[glyph->style], curses->pairs[glyph->style], NULL);
	/* The last place of the screen reports an error although it is drawn. */
	(void)mvadd_wch(y, x, &cell);
}

static bool is_letter(const struct glyph *glyph)
{
	return glyph->width == 1 && glyph->text[0] > ' ' && glyph->text[0] < 0x7f;
}

/* Whether a middle dot stands between two words, rather than for an answer that is open: as a full stop it would end a
 * sentence. */
static bool parts_words(const struct glyph *glyphs, int width, int x)
{
	return x >= 2 && x + 2 < width && strcmp(glyphs[x].text, "\xc2\xb7") == 0 && glyphs[x - 1].text[0] == ' ' &&
	       glyphs[x + 1].text[0] == ' ' && is_letter(&glyphs[x - 2]) && is_letter(&glyphs[x + 2]);
}

static void put_line(const struct curses *curses, const struct grid *grid, int y)
{
	const struct glyph *glyphs = grid->glyphs + y * grid->width;

	for (int x = 0; x < grid->width; x++) {
		const struct glyph *glyph = &glyphs[x];

		if (glyph->width == 0 && curses->utf8)
			continue;
		if (glyph->width == 0)
			put_glyph(curses, x, y, &(struct glyph){ " ", 1, glyph->style });
		else if (!curses->utf8 && parts_words(glyphs, grid->width, x))
			put_glyph(curses, x, y, &(struct glyph){ "|", 1, glyph->style });
		else
			put_glyph(curses, x, y, glyph);
	}
}

static void remember(struct curses *curses, const struct grid *grid)
{
	if (curses->shown.width != grid->width || curses->shown.height != grid->height) {
		grid_release(&curses->shown);
		grid_init(&curses->shown, grid->width, grid->height);
	}
	memcpy(curses->shown.glyphs, grid->glyphs,
		(size_t)grid->width * (size_t)grid->height * sizeof *grid->glyphs);
}

static void curses_paint(struct terminal *term, const struct grid *grid, bool anew)
{
	struct curses *curses = curses_of(term);
	size_t line = (size_t)grid->width * sizeof *grid->glyphs;
	bool same;

	anew = anew || curses->lost;
	curses->lost = false;
	same = !anew && curses->shown.width == grid->width && curses->shown.height == grid->height;
	if (!same)
		erase();
	if (anew)
		clearok(curscr, TRUE);
	for (int y = 0; y < grid->height; y++)
		if (!same || memcmp(grid->glyphs + y * grid->width, curses->shown.glyphs + y * grid->width, line) != 0)
			put_line(curses, grid, y);
	remember(curses, grid);
	if (grid->cursor_x >= 0) {
		curs_set(1);
		move(grid->cursor_y, grid->cursor_x);
	} else {
		curs_set(0);
	}
	refresh();
}

/* Pastes are marked: otherwise a list of people would be keys. A terminal that does not know this passes over it. */
#define PASTES_ON "\033[?2004h"
#define PASTES_OFF "\033[?2004l"
/*
 * Buttons and the wheel are reported (1000), with places in digits (1006); where a terminal does not know 1006 they come
 * as bytes. What moves is not reported: a mouse that is pushed must not wake us.
 */
#define MOUSE_ON "\033[?1000h\033[?1006h"
#define MOUSE_OFF "\033[?1006l\033[?1000l"

static const char *extras_off(const struct curses *curses)
{
	return curses->mouse ? MOUSE_OFF PASTES_OFF : PASTES_OFF;
}

static void extras(const struct curses *curses, bool on)
{
	if (on)
		fputs(curses->mouse ? PASTES_ON MOUSE_ON : PASTES_ON, stdout);
	else
		fputs(extras_off(curses), stdout);
	fflush(stdout);
}

/* Also where we were stopped unasked: the shell has had the terminal, and the window may have another size. */
static void pause_or_go_on(struct curses *curses)
{
	extras(curses, false);
	endwin();
	signals_pause(&curses->waiting);
	raise(SIGWINCH);
	extras(curses, true);
	curses->lost = true;
}

/* Whether the terminal has gone: it is always readable then, and never gives anything. */
static bool is_gone(struct curses *curses)
{
	struct pollfd fd = { .fd = STDIN_FILENO, .events = POLLIN };

	if (poll(&fd, 1, 0) < 0)
		return false;
	if (fd.revents & (POLLHUP | POLLERR | POLLNVAL))
		return true;
	/* Bytes that are no character are not the end. */
	curses->idle_reads = fd.revents & POLLIN ? curses->idle_reads + 1 : 0;
	return curses->idle_reads > 100;
}

static void curses_read(struct terminal *term, struct key *key, int milliseconds)
{
	struct curses *curses = curses_of(term);
	/* What ncurses has read already does not show as input, so the first time we do not wait. */
	bool ready = signals_wait(&curses->waiting, STDIN_FILENO, -1, 0, NULL), woken = false;
	bool taken = curses_keys_take(&curses->keys, key);

	if (!taken && !ready && !term_signal() && !signals_pausing()) {
		ready = signals_wait(&curses->waiting, STDIN_FILENO, curses->watched, milliseconds, &woken);
		/* After a signal there may be a new size to hear of. */
		taken = curses_keys_take(&curses->keys, key);
	}
	if (taken)
		curses->idle_reads = 0;
	else if (ready && !term_signal() && is_gone(curses))
		signals_end(SIGHUP);
	else if (woken)
		key->code = K_WAKE;
	if (term_signal()) {
		key->code = K_END_OF_INPUT;
	} else if (signals_pausing()) {
		pause_or_go_on(curses);
		if (!taken)
			key->code = K_RESIZE;
	}
}

static void curses_watch(struct terminal *term, int descriptor)
{
	curses_of(term)->watched = descriptor;
}

static void curses_bell(struct terminal *term)
{
	(void)term;
	beep();
}

static void curses_close(struct terminal *term)
{
	struct curses *curses = curses_of(term);

	extras(curses, false);
	curs_set(1);
	endwin();
	crash_unguard();
	delscreen(curses->screen);
	grid_release(&curses->shown);
	curses_keys_release(&curses->keys);
	free(curses);
}

static const struct terminal_ops curses_ops = {
	.size = curses_size,
	.paint = curses_paint,
	.read = curses_read,
	.watch = curses_watch,
	.bell = curses_bell,
	.close = curses_close,
};

static void set_styles(struct curses *curses, enum color color, enum theme theme)
{
	const char *no = getenv("NO_COLOR");
	bool wanted = color == COLOR_ALWAYS || (color == COLOR_AUTO && !(no && no[0]));
	enum backdrop backdrop = theme == THEME_DARK    ? BACKDROP_DARK
				 : theme == THEME_LIGHT ? BACKDROP_UNKNOWN
							: palette_backdrop(getenv("TERM"), getenv("COLORFGBG"));

	wanted = wanted && has_colors();
	if (wanted) {
		start_color();
		use_default_colors();
	}
	for (short i = 0; i < STYLE_COUNT; i++) {
		struct look look = palette_look((enum style)i, wanted ? COLORS : 0, backdrop);

		curses->attrs[i] = (look.bold ? A_BOLD : A_NORMAL) | (look.reverse ? A_REVERSE : A_NORMAL) |
				   (look.underline ? A_UNDERLINE : A_NORMAL);
		if (look.color >= 0 && i + 1 < COLOR_PAIRS && init_pair((short)(i + 1), look.color, -1) == OK)
			curses->pairs[i] = (short)(i + 1);
	}
}

/* Ctrl-S must not freeze the projector, and Ctrl-\ not end in a core file with the room's answers. */
static void set_modes(void)
{
	long disabled = fpathconf(STDIN_FILENO, _PC_VDISABLE);
	struct termios modes;

	cbreak();
	noecho();
	nonl();
	if (tcgetattr(STDIN_FILENO, &modes) != 0)
		return;
	modes.c_iflag &= ~(tcflag_t)IXON;
	if (disabled >= 0)
		modes.c_cc[VQUIT] = (cc_t)disabled;
	if (tcsetattr(STDIN_FILENO, TCSADRAIN, &modes) == 0)
		def_prog_mode();
}

static void add_string(struct str *out, const char *name)
{
	const char *text = tigetstr(name);

	if (text && text != (char *)-1)
		str_add(out, text);
}

/* What a crash writes: the mouse given back, plain letters and keys, a cursor, and the shell's screen. */
static void guard(const struct curses *curses, const struct termios *before)
{
	struct str bytes;

	str_init(&bytes);
	str_add(&bytes, extras_off(curses));
	add_string(&bytes, "sgr0");
	add_string(&bytes, "rmkx");
	add_string(&bytes, "rmcup");
	add_string(&bytes, "cnorm");
	str_add(&bytes, "\r\n");
	crash_guard(STDIN_FILENO, STDOUT_FILENO, before, bytes.data);
	str_release(&bytes);
}

/* ncurses leaves Ctrl-Z to us where it finds it ignored; else it would lose one that comes while it draws. */
static SCREEN *open_screen(const char *name)
{
	struct sigaction ignore = { .sa_handler = SIG_IGN }, before;
	SCREEN *screen;

	if (!terminal_is_known(name))
		return NULL;
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGTSTP, &ignore, &before);
	screen = newterm(NULL, stdout, stdin);
	sigaction(SIGTSTP, &before, NULL);
	return screen;
}

struct terminal *term_open_curses(enum color color, enum theme theme, struct err *err)
{
	const char *name = getenv("TERM");
	struct termios before = { 0 };
	struct curses *curses;
	SCREEN *screen;

	if (!isatty(STDIN_FILENO) || !isatty(STDOUT_FILENO)) {
		err_set(err, ERR_USAGE, _("this needs a terminal: start it in one, or go line by line with "
					  "--plain"));
		return NULL;
	}
	if (!name || !name[0]) {
		err_set(err, ERR_USAGE, _("TERM is not set: set it to your terminal's name, such as xterm-256color"));
		return NULL;
	}
	set_escdelay(25);
	tcgetattr(STDIN_FILENO, &before);
	screen = open_screen(name);
	if (!screen) {
		err_set(err, ERR_USAGE, _("the terminal '%s' is unknown here: set TERM to a known one, such as "
					  "xterm or vt100"), name);
		return NULL;
	}
	set_term(screen);
	if (!tigetstr("cup") || tigetstr("cup") == (char *)-1) {
		endwin();
		delscreen(screen);
		err_set(err, ERR_USAGE, _("the terminal '%s' cannot place text on the screen: set TERM to a fuller "
					  "one, such as xterm or vt100"), name);
		return NULL;
	}
	curses = mem_zalloc(1, sizeof *curses);
	curses->term.ops = &curses_ops;
	curses->screen = screen;
	curses->watched = -1;
	curses->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	signals_take(&curses->waiting);
	set_modes();
	curses->console = strncmp(name, "linux", 5) == 0;
	curses->mouse = strncmp(name, "linux", 5) != 0 && strncmp(name, "vt", 2) != 0;
	curses_keys_init(&curses->keys, curses->mouse);
	guard(curses, &before);
	extras(curses, true);
	set_styles(curses, color, theme);
	return &curses->term;
}
