/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Runs accord on a terminal of its own, types, and looks at what it writes. */
/* Pseudo-terminals are X/Open's. */
#ifndef _XOPEN_SOURCE
#define _XOPEN_SOURCE 700
#endif

#include "terminal/pty.h"

#include <check.h>
#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <time.h>
#include <unistd.h>

#define ESC '\033'

long pty_clock(void)
{
	struct timespec now;

	clock_gettime(CLOCK_MONOTONIC, &now);
	return now.tv_sec * 1000 + now.tv_nsec / 1000000;
}

void pty_nap(void)
{
	nanosleep(&(struct timespec){ 0, 10 * 1000000 }, NULL);
}

void pty_resize(struct pty *pty, int columns, int lines)
{
	struct winsize size = { .ws_row = (unsigned short)lines, .ws_col = (unsigned short)columns };

	ck_assert_int_eq(ioctl(pty->terminal, TIOCSWINSZ, &size), 0);
}

static void set(const char *setting)
{
	const char *equals = strchr(setting, '=');

	if (equals) {
		char *name = mem_strndup(setting, (size_t)(equals - setting));

		setenv(name, equals + 1, 1);
		free(name);
	} else {
		unsetenv(setting);
	}
}

/* The first terminal that a leader of a session opens is its own. */
static _Noreturn void become(const char *name, const char *const *settings, const char *const *argv)
{
	int line;
	char **arguments;
	size_t count = 0;

	setsid();
	line = open(name, O_RDWR);
	if (line < 0 || dup2(line, 0) < 0 || dup2(line, 1) < 0 || dup2(line, 2) < 0)
		_exit(126);
	if (line > 2)
		close(line);
	while (settings && *settings)
		set(*settings++);
	while (argv[count])
		count++;
	arguments = mem_zalloc(count + 1, sizeof *arguments);
	for (size_t i = 0; i < count; i++)
		arguments[i] = mem_strdup(argv[i]);
	execvp(arguments[0], arguments);
	_exit(127);
}

void pty_start(struct pty *pty, int columns, int lines, const char *const *settings,
	const char *const *argv)
{
	const char *name;

	*pty = (struct pty){ .terminal = posix_openpt(O_RDWR | O_NOCTTY) };
	str_init(&pty->raw);
	ck_assert_int_ge(pty->terminal, 0);
	ck_assert_int_eq(grantpt(pty->terminal), 0);
	ck_assert_int_eq(unlockpt(pty->terminal), 0);
	ck_assert_int_eq(fcntl(pty->terminal, F_SETFD, FD_CLOEXEC), 0);
	name = ptsname(pty->terminal);
	pty->line = open(name, O_RDWR | O_NOCTTY | O_CLOEXEC);
	ck_assert_int_ge(pty->line, 0);
	ck_assert_int_eq(tcgetattr(pty->line, &pty->modes), 0);
	pty_resize(pty, columns, lines);
	pty->child = fork();
	ck_assert_int_ge(pty->child, 0);
	if (pty->child == 0)
		become(name, settings, argv);
}

/* Takes in what comes within so many milliseconds; false where nothing does. */
static bool take_in(struct pty *pty, int milliseconds)
{
	struct pollfd fd = { .fd = pty->terminal, .events = POLLIN };
	char buffer[4096];
	ssize_t got;

	if (poll(&fd, 1, milliseconds) <= 0)
		return false;
	got = read(pty->terminal, buffer, sizeof buffer);
	if (got > 0)
		str_addn(&pty->raw, buffer, (size_t)got);
	return got > 0;
}

void pty_type(struct pty *pty, const char *bytes)
{
	size_t length = strlen(bytes);

	while (length > 0) {
		ssize_t written = write(pty->terminal, bytes, length > 512 ? 512 : length);

		ck_assert_int_gt(written, 0);
		bytes += written;
		length -= (size_t)written;
		take_in(pty, 0);
	}
}

/* Past an escape sequence; text where there is none. */
static const char *pass_sequence(const char *text)
{
	if (text[0] != ESC)
		return text;
	if (text[1] == '[') {
		text += 2;
		while (*text >= 0x20 && *text < 0x40)
			text++;
		return *text ? text + 1 : text;
	}
	if (text[1] && strchr("()#", text[1]) && text[2])
		return text + 3;
	return text[1] ? text + 2 : text + 1;
}

/* The text among escape sequences, or such a sequence itself; *end is where it stops, in raw. */
static bool find(const char *raw, const char *text, const char **end)
{
	if (text[0] == ESC) {
		*end = strstr(raw, text);
		return *end != NULL;
	}
	for (; *raw; raw++) {
		const char *at = raw, *want = text;

		while (*want) {
			const char *past = pass_sequence(at);

			if (past != at)
				at = past;
			else if (*at == *want)
				at++, want++;
			else
				break;
		}
		if (!*want) {
			*end = at;
			return true;
		}
		/* Not within a sequence. */
		at = pass_sequence(raw);
		if (at != raw)
			raw = at - 1;
	}
	return false;
}

static void show(const struct pty *pty)
{
	const char *text = pty->raw.data + pty->seen;

	fputs("# ", stdout);
	for (; *text; text++) {
		const char *past = pass_sequence(text);

		if (past != text) {
			putchar('~');
			text = past - 1;
		} else {
			putchar((unsigned char)*text < ' ' ? ' ' : *text);
		}
	}
	putchar('\n');
	fflush(stdout);
}

void pty_see(struct pty *pty, const char *text)
{
	long until = pty_clock() + PTY_MILLISECONDS;
	const char *end;

	while (!find(pty->raw.data + pty->seen, text, &end)) {
		if (pty_clock() >= until) {
			show(pty);
			ck_abort_msg("'%s' does not come", text);
		}
		take_in(pty, 100);
	}
	pty->seen = (size_t)(end - pty->raw.data);
}

void pty_find(struct pty *pty, const char *text)
{
	long until = pty_clock() + PTY_MILLISECONDS;
	const char *end;

	do {
		if (pty_clock() >= until) {
			show(pty);
			ck_abort_msg("'%s' is not on the screen", text);
		}
		pty->seen = pty->raw.length;
		pty_type(pty, "\f");
		pty_settle(pty, 200);
	} while (!find(pty->raw.data + pty->seen, text, &end));
	pty->seen = (size_t)(end - pty->raw.data);
}

void pty_settle(struct pty *pty, int milliseconds)
{
	while (take_in(pty, milliseconds))
		;
}

void pty_forget(struct pty *pty)
{
	str_clear(&pty->raw);
	pty->seen = 0;
}

int pty_wait(struct pty *pty)
{
	long until = pty_clock() + PTY_MILLISECONDS;
	int status;

	while (waitpid(pty->child, &status, WNOHANG) == 0) {
		if (pty_clock() >= until)
			ck_abort_msg("it does not end");
		if (pty->terminal < 0)
			pty_nap();
		else
			take_in(pty, 10);
	}
	pty->child = 0;
	if (pty->terminal >= 0)
		pty_settle(pty, 0);
	return status;
}

void pty_hang_up(struct pty *pty)
{
	close(pty->line);
	close(pty->terminal);
	pty->line = pty->terminal = -1;
}

/* Whether the last time that one of the two was written it was the second. */
static bool is_left(const char *raw, const char *entered, const char *left)
{
	const char *last = NULL;

	for (const char *at = raw; (at = strstr(at, entered)); at++)
		last = at;
	return !last || strstr(last, left);
}

void pty_check_restored(struct pty *pty)
{
	struct termios modes;

	ck_assert_int_eq(tcgetattr(pty->line, &modes), 0);
	ck_assert_uint_eq(modes.c_iflag, pty->modes.c_iflag);
	ck_assert_uint_eq(modes.c_oflag, pty->modes.c_oflag);
	ck_assert_uint_eq(modes.c_cflag, pty->modes.c_cflag);
	ck_assert_uint_eq(modes.c_lflag, pty->modes.c_lflag);
	ck_assert_mem_eq(modes.c_cc, pty->modes.c_cc, sizeof modes.c_cc);
	ck_assert_msg(is_left(pty->raw.data, "\033[?1049h", "\033[?1049l"), "the alternate screen is not left");
	ck_assert_msg(is_left(pty->raw.data, "\033[?25l", "\033[?25h") ||
			is_left(pty->raw.data, "\033[?25l", "\033[?12l\033[?25h"), "the cursor stays hidden");
	ck_assert_msg(is_left(pty->raw.data, "\033[?2004h", "\033[?2004l"), "pastes stay bracketed");
	ck_assert_msg(is_left(pty->raw.data, "\033[?1000h", "\033[?1000l"), "the mouse is not given back");
}

void pty_release(struct pty *pty)
{
	if (pty->child > 0) {
		kill(pty->child, SIGKILL);
		waitpid(pty->child, NULL, 0);
	}
	if (pty->terminal >= 0) {
		close(pty->terminal);
		close(pty->line);
	}
	str_release(&pty->raw);
	*pty = (struct pty){ .terminal = -1, .line = -1 };
}
