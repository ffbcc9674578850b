/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A terminal that is read and typed line by line, without control sequences: screen readers, dumb terminals, pipes. */
/* SIGWINCH and ECHONL are X/Open's. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif

#include "term/term.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"
#include "term/ascii.h"
#include "term/crash.h"
#include "term/plain-say.h"
#include "term/plain-type.h"
#include "term/signals.h"

#include <errno.h>
#include <langinfo.h>
#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>

/* Of what is drawn: no line is cut, and none is scrolled away. */
#define WIDTH 1000
#define HEIGHT 200
#define LINE_WIDTH 78        /* columns of a line that is written */
#define LINE_LIMIT (1 << 20) /* bytes of one that is typed */
#define REST 20000           /* milliseconds: the time that was used is written down now and then */

struct plain {
	struct terminal term;
	struct teller teller;
	struct typed typed;
	struct typed_at at;
	sigset_t waiting;
	struct termios modes; /* as they were */
	struct str input;     /* what has come, up to the end of a line */
	struct str out;       /* what is to be written */
	enum asked asked;
	int watched;          /* a descriptor that wakes us; -1 for none */
	bool typing;          /* standard input is a terminal */
	bool silent;          /* it does not show what is typed */
	bool said_silent;
	bool utf8;
	bool fresh;           /* a key was taken since the screen was told */
	bool turn;            /* a line was typed, and waits for its prompt */
	bool prompted;        /* the prompt is the last thing on the line */
	bool ended;           /* there is no more input */
	bool deaf;            /* what is written goes nowhere */
};

static struct plain *plain_of(struct terminal *term)
{
	return (struct plain *)term;
}

static void plain_size(struct terminal *term, int *width, int *height)
{
	(void)term;
	*width = WIDTH;
	*height = HEIGHT;
}

/* Writing */

static void write_all(struct plain *plain, const char *text, size_t length)
{
	while (length > 0 && !plain->deaf) {
		ssize_t written = write(STDOUT_FILENO, text, length);

		if (written < 0 && errno == EINTR)
			continue;
		if (written < 0) {
			plain->deaf = plain->ended = true;
			/* A full disk is told at the end, when this comes to nothing again. */
			if (errno != EPIPE)
				fputc('\n', stdout);
			return;
		}
		text += written;
		length -= (size_t)written;
	}
}

static char *in_ascii(const char *text)
{
	struct str out;

	str_init(&out);
	for (size_t length; *text; text += length) {
		length = text_cluster(text).length;
		str_addc(&out, *text == '\n' ? '\n' : ascii_of(text));
	}
	return out.data;
}

static void flush(struct plain *plain)
{
	if (plain->utf8) {
		write_all(plain, plain->out.data, plain->out.length);
	} else {
		char *ascii = in_ascii(plain->out.data);

		write_all(plain, ascii, strlen(ascii));
		free(ascii);
	}
	str_clear(&plain->out);
}

/* The prompt has the line's end for itself where somebody types there. */
static void add_prompt(struct plain *plain)
{
	if (plain->typing && plain->teller.prompt[0]) {
		str_printf(&plain->out, "%s ", plain->teller.prompt);
		plain->prompted = true;
	} else {
		teller_say(&plain->teller, plain->teller.prompt, &plain->out);
	}
	plain->turn = false;
}

/* Whether what is typed shows. */
static void set_echo(struct plain *plain, bool silent)
{
	struct termios modes = plain->modes;

	if (!plain->typing || plain->silent == silent)
		return;
	if (silent) {
		modes.c_lflag &= ~(tcflag_t)ECHO;
		modes.c_lflag |= ECHONL;
	}
	if (tcsetattr(STDIN_FILENO, TCSANOW, &modes) == 0)
		plain->silent = silent;
}

static void hide_typing(struct plain *plain, bool hidden)
{
	set_echo(plain, hidden);
	if (!plain->silent || plain->said_silent)
		return;
	str_add(&plain->out, _("what you type does not show while answers are hidden\n"));
	plain->said_silent = true;
}

static void plain_paint(struct terminal *term, const struct grid *grid, bool anew)
{
	struct plain *plain = plain_of(term);
	struct str news;

	plain->at = (struct typed_at){ grid->contexts, grid->keys, grid->depth, grid->answers };
	typed_drawn(&plain->typed, &plain->at, &plain->out);
	str_init(&news);
	if (typed_has(&plain->typed)) {
		teller_warn(&plain->teller, grid, &plain->out);
	} else {
		teller_tell(&plain->teller, grid, anew ? ASKED_ALL : plain->asked, plain->fresh, &news);
		plain->fresh = false;
		plain->asked = ASKED_NEWS;
	}
	if (news.length && plain->prompted)
		str_addc(&plain->out, '\n');
	if (news.length)
		plain->prompted = false;
	str_add(&plain->out, news.data);
	if (!typed_has(&plain->typed)) {
		hide_typing(plain, grid->hidden);
		if (plain->turn || news.length)
			add_prompt(plain);
	}
	str_release(&news);
	flush(plain);
}

/* Reading */

/* The next line that has come, for free(); NULL where none has. The last one may lack its end. */
static char *take_line(struct plain *plain)
{
	char *end = memchr(plain->input.data, '\n', plain->input.length), *line;
	size_t length = end ? (size_t)(end - plain->input.data) : plain->input.length;

	if (!end && (!plain->ended || length == 0))
		return NULL;
	line = mem_strndup(plain->input.data, length);
	if (length > 0 && line[length - 1] == '\r')
		line[length - 1] = '\0';
	length += end != NULL;
	memmove(plain->input.data, plain->input.data + length, plain->input.length - length);
	str_cut(&plain->input, plain->input.length - length);
	return line;
}

static void take_input(struct plain *plain)
{
	char buffer[4096];
	ssize_t got = read(STDIN_FILENO, buffer, sizeof buffer);

	if (got > 0 && plain->input.length < LINE_LIMIT)
		str_addn(&plain->input, buffer, (size_t)got);
	else if (got == 0 || (got < 0 && errno != EINTR && errno != EAGAIN))
		plain->ended = true;
}

static void use_line(struct plain *plain, const char *line)
{
	bool ends = false;

	plain->prompted = false;
	if (text_is_utf8(line, strlen(line)))
		plain->asked = typed_line(&plain->typed, &plain->at, line, &ends, &plain->out);
	else
		str_add(&plain->out, _("the line is not in UTF-8, and was left out\n"));
	/* Within a paste there is nothing to say. */
	plain->turn = !plain->typed.pasting;
	plain->ended = plain->ended || ends;
	if (ends)
		str_clear(&plain->input);
}

/* The shell has the terminal meanwhile, as it was. */
static void pause_or_go_on(struct plain *plain)
{
	bool silent = plain->silent;

	set_echo(plain, false);
	signals_pause(&plain->waiting);
	/* Somebody else may have changed it. */
	plain->silent = false;
	set_echo(plain, silent);
	plain->turn = true;
}

static bool take_key(struct plain *plain, struct key *key)
{
	bool taken = typed_take(&plain->typed, &plain->at, key);

	plain->fresh = plain->fresh || taken;
	return taken;
}

static void plain_read(struct terminal *term, struct key *key, int timeout)
{
	struct plain *plain = plain_of(term);
	bool woken = false;
	char *line;

	*key = (struct key){ .code = K_NONE };
	if (term_signal()) {
		key->code = K_END_OF_INPUT;
		return;
	}
	if (take_key(plain, key))
		return;
	line = take_line(plain);
	if (line) {
		use_line(plain, line);
		free(line);
		/* The screen is drawn once more, for the prompt, where it was no key. */
		take_key(plain, key);
		return;
	}
	if (plain->ended) {
		key->code = K_END_OF_INPUT;
		return;
	}
	/* The seconds of the clock are not told, so they need not wake us. */
	if (signals_wait(&plain->waiting, STDIN_FILENO, plain->watched,
		    timeout < 0 || plain->watched < 0 ? timeout : REST, &woken))
		take_input(plain);
	if (woken)
		key->code = K_WAKE;
	if (term_signal())
		key->code = K_END_OF_INPUT;
	else if (signals_pausing())
		pause_or_go_on(plain);
}

static void plain_watch(struct terminal *term, int descriptor)
{
	plain_of(term)->watched = descriptor;
}

static void plain_close(struct terminal *term)
{
	struct plain *plain = plain_of(term);

	if (plain->prompted)
		str_addc(&plain->out, '\n');
	flush(plain);
	set_echo(plain, false);
	crash_unguard();
	teller_release(&plain->teller);
	typed_release(&plain->typed);
	str_release(&plain->input);
	str_release(&plain->out);
	free(plain);
}

static const struct terminal_ops plain_ops = {
	.size = plain_size,
	.paint = plain_paint,
	.read = plain_read,
	.watch = plain_watch,
	.close = plain_close,
};

struct terminal *term_open_plain(void)
{
	struct plain *plain = mem_zalloc(1, sizeof *plain);
	struct sigaction ignore = { .sa_handler = SIG_IGN };

	plain->term.ops = &plain_ops;
	plain->term.linear = true;
	plain->utf8 = strcmp(nl_langinfo(CODESET), "UTF-8") == 0;
	plain->typing = isatty(STDIN_FILENO) && tcgetattr(STDIN_FILENO, &plain->modes) == 0;
	plain->watched = -1;
	teller_init(&plain->teller, LINE_WIDTH);
	typed_init(&plain->typed);
	str_init(&plain->input);
	str_init(&plain->out);
	signals_take(&plain->waiting);
	if (plain->typing)
		crash_guard(STDIN_FILENO, STDOUT_FILENO, &plain->modes, "");
	/* Nobody who listens is the end of the input, too. */
	sigemptyset(&ignore.sa_mask);
	sigaction(SIGPIPE, &ignore, NULL);
	str_add(&plain->out, _("accord, line by line. Type keys or the names of what to do, then Enter.\n"
			       "'keys' tells what does something, 'all' tells the screen again, 'clock' the time,\n"
			       "'quit' ends; everything is saved. Where text is typed, commands begin with a colon.\n"));
	plain->turn = true;
	return &plain->term;
}
