/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Keys from a script, screens as text: for tests and demonstrations. */
#include "term/term.h"

#include "base/date.h"
#include "base/file.h"
#include "base/i18n.h"
#include "base/str.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>

#define SCRIPT_LIMIT (4 * 1024 * 1024)
#define LONGEST_WAIT 20 /* seconds that pass at a time, as nothing takes a program long */

struct script {
	struct terminal term;
	FILE *out;
	struct str text;
	size_t next;      /* where the next line of text begins */
	char *line;       /* the command that is being carried out */
	char *rest;       /* of its keys or letters */
	bool typing;
	long waiting;     /* seconds that are still to pass */
	struct str paste;
	struct str shown; /* the screen as painted last, plain and with styles */
	struct str styled;
	int width, height;
	bool failed;
};

static struct script *script_of(struct terminal *term)
{
	return (struct script *)term;
}

static void script_size(struct terminal *term, int *width, int *height)
{
	*width = script_of(term)->width;
	*height = script_of(term)->height;
}

static void script_paint(struct terminal *term, const struct grid *grid, bool anew)
{
	struct script *script = script_of(term);

	(void)anew;
	str_clear(&script->shown);
	str_clear(&script->styled);
	grid_dump(grid, false, &script->shown);
	grid_dump(grid, true, &script->styled);
}

/* Each line of a screen with a bar before it, so that it can stand in the script again. */
static void show(const struct script *script, const char *screen)
{
	while (*screen) {
		size_t length = strcspn(screen, "\n");

		fprintf(script->out, "|%.*s\n", (int)length, screen);
		screen += length + (screen[length] == '\n');
	}
}

/* The next line that says something, echoed; false at the end. */
static bool next_line(struct script *script)
{
	free(script->line);
	script->line = NULL;
	while (script->next < script->text.length) {
		const char *line = script->text.data + script->next;
		size_t length = strcspn(line, "\n");

		script->next += length + (line[length] == '\n');
		if (line[0] == '|' || line[0] == '!')
			continue;
		fprintf(script->out, "%.*s\n", (int)length, line);
		if (length == 0 || line[0] == '#')
			continue;
		script->line = mem_strndup(line, length);
		return true;
	}
	return false;
}

static void complain(struct script *script)
{
	fprintf(script->out, "! unknown: %s\n", script->line);
	script->failed = true;
}

static const char *argument(const char *line, const char *command)
{
	size_t length = strlen(command);

	if (strncmp(line, command, length) != 0 || (line[length] && line[length] != ' '))
		return NULL;
	return line[length] ? line + length + 1 : line + length;
}

static void unescape(struct str *out, const char *text)
{
	str_clear(out);
	for (; *text; text++) {
		if (text[0] == '\\' && (text[1] == 'n' || text[1] == 't'))
			str_addc(out, *++text == 'n' ? '\n' : '\t');
		else
			str_addc(out, *text);
	}
}

/* Lets a part of the time pass that is to be waited for; false where it is over. */
static bool pass_time(struct script *script, struct key *key)
{
	long seconds = script->waiting < LONGEST_WAIT ? script->waiting : LONGEST_WAIT;

	if (seconds <= 0)
		return false;
	clock_advance(seconds);
	script->waiting -= seconds;
	*key = (struct key){ .code = K_NONE };
	return true;
}

/* Carries out a line; true when that gave a key. */
static bool carry_out(struct script *script, struct key *key)
{
	const char *text;

	if ((text = argument(script->line, "keys")) || (text = argument(script->line, "type"))) {
		script->typing = script->line[0] == 't';
		script->rest = script->line + (text - script->line);
		return false;
	}
	if ((text = argument(script->line, "paste"))) {
		unescape(&script->paste, text);
		*key = (struct key){ .code = K_PASTE, .paste = script->paste.data };
		return true;
	}
	if ((text = argument(script->line, "wait"))) {
		script->waiting = strtol(text, NULL, 10);
		return pass_time(script, key);
	}
	if ((text = argument(script->line, "sleep"))) {
		clock_advance(strtol(text, NULL, 10));
		*key = (struct key){ .code = K_NONE };
		return true;
	}
	if ((text = argument(script->line, "size")) &&
	    sscanf(text, "%dx%d", &script->width, &script->height) == 2) {
		*key = (struct key){ .code = K_RESIZE };
		return true;
	}
	if ((text = argument(script->line, "click")) && sscanf(text, "%d %d", &key->x, &key->y) == 2) {
		*key = (struct key){ .code = K_MOUSE, .x = key->x - 1, .y = key->y - 1 };
		return true;
	}
	if ((text = argument(script->line, "wheel")) && (strcmp(text, "up") == 0 || strcmp(text, "down") == 0)) {
		*key = (struct key){ .code = text[0] == 'u' ? K_WHEEL_UP : K_WHEEL_DOWN };
		return true;
	}
	if (strcmp(script->line, "show") == 0)
		show(script, script->shown.data);
	else if (strcmp(script->line, "show styles") == 0)
		show(script, script->styled.data);
	else
		complain(script);
	return false;
}

/* The next key or letter of the line; false when there is none left. */
static bool next_key(struct script *script, struct key *key)
{
	size_t length;

	if (!script->rest)
		return false;
	if (!script->typing)
		script->rest += strspn(script->rest, " ");
	if (!*script->rest) {
		script->rest = NULL;
		return false;
	}
	if (script->typing) {
		length = text_cluster(script->rest).length;
		*key = (struct key){ .code = K_CHAR };
		if (length >= sizeof key->text)
			length = sizeof key->text - 1;
		memcpy(key->text, script->rest, length);
		script->rest += length;
		return true;
	}
	length = strcspn(script->rest, " ");
	{
		char *name = mem_strndup(script->rest, length);
		bool known = key_parse(name, key);

		free(name);
		script->rest += length;
		if (!known)
			complain(script);
		return known;
	}
}

static void script_read(struct terminal *term, struct key *key, int timeout)
{
	struct script *script = script_of(term);

	(void)timeout;
	for (;;) {
		if (pass_time(script, key) || next_key(script, key))
			return;
		if (script->rest)
			continue;
		if (!next_line(script))
			break;
		if (carry_out(script, key))
			return;
	}
	*key = (struct key){ .code = K_END_OF_INPUT };
}

static void script_bell(struct terminal *term)
{
	fprintf(script_of(term)->out, "! the bell rings\n");
}

static void script_close(struct terminal *term)
{
	struct script *script = script_of(term);

	while (next_line(script))
		fprintf(script->out, "! not reached: %s\n", script->line);
	fflush(script->out);
	free(script->line);
	str_release(&script->text);
	str_release(&script->paste);
	str_release(&script->shown);
	str_release(&script->styled);
	free(script);
}

static const struct terminal_ops script_ops = {
	.size = script_size,
	.paint = script_paint,
	.read = script_read,
	.bell = script_bell,
	.close = script_close,
};

struct terminal *term_open_script(const char *path, FILE *out, struct err *err)
{
	struct script *script = mem_zalloc(1, sizeof *script);

	str_init(&script->text);
	str_init(&script->paste);
	str_init(&script->shown);
	str_init(&script->styled);
	script->term.ops = &script_ops;
	script->out = out;
	script->width = 80;
	script->height = 24;
	if (file_read(path, SCRIPT_LIMIT, &script->text, err) != 0) {
		script->next = script->text.length;
		script_close(&script->term);
		return NULL;
	}
	return &script->term;
}
