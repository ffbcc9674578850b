/* SPDX-License-Identifier: GPL-3.0-or-later */
/* accord search: what was said in all sessions. */
#include "command/command.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "report/search-json.h"
#include "screen/derive.h"
#include "store/search.h"

#include <errno.h>
#include <limits.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <unistd.h>

#define USUAL_LIMIT 200
#define MOST 10000
#define USUAL_WIDTH 80
#define LEAST_WIDTH 30
#define KIND_WIDTH 17
#define PATIENCE 1000 /* milliseconds until somebody who waits is told what for */
#define BOLD "\033[1m"
#define PLAIN "\033[0m"

enum { OPTION_FORMAT, OPTION_LIMIT };

/* How results are written. */
struct look {
	int width;
	bool bold;
};

/* Arguments as one text. What the shell gave us as one, of several words, was meant as it stands. */
static char *join_words(const struct call *call)
{
	struct str words;

	str_init(&words);
	for (int i = 0; i < call->argument_count; i++) {
		const char *word = call->arguments[i];
		bool phrase = strchr(word, ' ') && !strchr(word, '"');

		str_printf(&words, phrase ? "%s\"%s\"" : "%s%s", i > 0 ? " " : "", word);
	}
	return words.data;
}

static int read_limit(const char *text, size_t *limit, struct err *err)
{
	char *end;
	long value;

	*limit = USUAL_LIMIT;
	if (!text)
		return 0;
	errno = 0;
	value = strtol(text, &end, 10);
	if (end == text || *end || errno || value < 1 || value > MOST)
		return err_set(err, ERR_USAGE, _("--limit: '%s' is no number from 1 to %d"), text, MOST);
	*limit = (size_t)value;
	return 0;
}

static int read_format(const char *text, bool *json, struct err *err)
{
	*json = text && strcmp(text, "json") == 0;
	if (text && !*json && strcmp(text, "text") != 0)
		return err_set(err, ERR_USAGE, _("--format: '%s' is none of: text, json"), text);
	return 0;
}

/* Sessions that changed since somebody last searched are read first. */
static int catch_up(struct store *store, struct err *err)
{
	int done = derive_stale(store, PATIENCE, err);
	int64_t left;

	if (done != 0)
		return done < 0 ? -1 : 0;
	if (store_count_stale(store, &left, err) != 0)
		return -1;
	fprintf(stderr,
		P_("accord: %d session was made or changed since the last search: reading it first\n",
			"accord: %d sessions were made or changed since the last search: reading them first\n", (int)left),
		(int)left);
	while (done == 0)
		done = derive_stale(store, PATIENCE, err);
	return done < 0 ? -1 : 0;
}

/* What was found; an index that is damaged has been made anew by then, and is filled again. */
static int look_for(struct store *store, const char *words, size_t limit, struct hits *hits, struct err *err)
{
	if (catch_up(store, err) != 0 || store_search(store, words, NULL, limit, hits, err) != 0)
		return -1;
	if (!hits->renewed)
		return 0;
	fprintf(stderr, "accord: %s\n", _("the index of the search was damaged, and is made anew"));
	hits_release(hits);
	if (catch_up(store, err) != 0)
		return -1;
	return store_search(store, words, NULL, limit, hits, err);
}

/* Questions that were not asked lately may have been asked long ago. */
static int find_askers(struct store *store, struct hits *hits, struct err *err)
{
	for (size_t i = 0; i < hits->count; i++) {
		struct hit *hit = &hits->items[i];
		char id[SESSION_ID_LENGTH + 1];
		size_t same;

		if (hit->kind != MENTION_PROMPT || hit->head.id[0])
			continue;
		same = hits_same_module(hits, 0, i);
		if (same == i && store_asked(store, hit, id, err) < 0)
			return -1;
		mem_set(&hit->head.id, same == i ? id : hits->items[same].head.id);
	}
	return 0;
}

static struct look look_of(const struct call *call)
{
	const char *no = getenv("NO_COLOR"), *term = getenv("TERM"), *columns = getenv("COLUMNS");
	bool here = isatty(STDOUT_FILENO), dumb = !term || !term[0] || strcmp(term, "dumb") == 0;
	struct look look = { .width = USUAL_WIDTH };
	struct winsize size;

	if (here && ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) == 0 && size.ws_col > 0)
		look.width = size.ws_col;
	else if (columns && atoi(columns) > 0)
		look.width = atoi(columns);
	if (look.width < LEAST_WIDTH)
		look.width = LEAST_WIDTH;
	look.bold = call->color == COLOR_ALWAYS ||
		    (call->color == COLOR_AUTO && here && !dumb && !call->plain && !(no && no[0]));
	return look;
}

static void print_marked(const struct marked *marked, bool bold)
{
	size_t at = 0;

	for (size_t i = 0; bold && i < marked->count; i++) {
		const struct marked_span *span = &marked->spans[i];

		printf("%.*s" BOLD "%.*s" PLAIN, (int)(span->start - at), marked->text + at, (int)span->length,
			marked->text + span->start);
		at = span->start + span->length;
	}
	printf("%s\n", marked->text + at);
}

static void print_head(const struct session_head *head, const struct look *look)
{
	char date[11], *line, *cut;

	date_format(head->date, date);
	line = head->organisation[0] ? mem_printf("%s \xc2\xb7 %s", head->organisation, head->title)
				     : mem_strdup(head->title);
	cut = text_ellipsize(line, look->width - 22);
	printf("%-8s  %-10s  %s\n", head->id, date, cut);
	free(cut);
	free(line);
}

static void print_hit(const struct hit *hit, const struct look *look)
{
	char *kind = hit_kind(hit);
	struct marked all = marked_join(&hit->words, " \xc2\xb7 ", &hit->more);
	int pad = KIND_WIDTH - text_width(kind);
	struct marked cut = marked_cut(&all, look->width - 2 - text_width(kind) - (pad > 1 ? pad : 1));

	printf("  %s%*s", kind, pad > 1 ? pad : 1, "");
	print_marked(&cut, look->bold);
	marked_release(&cut);
	marked_release(&all);
	free(kind);
}

/* A line for each session, its results below it; then the questions. */
static void print_hits(const struct hits *hits, const struct look *look)
{
	const char *last = NULL;
	bool questions = false;

	for (size_t i = 0; i < hits->count; i++) {
		const struct hit *hit = &hits->items[i];

		if (hit->kind == MENTION_PROMPT && !questions) {
			printf("%s\n", _("Questions"));
			questions = true;
		} else if (!questions && (!last || strcmp(last, hit->head.id) != 0)) {
			print_head(&hit->head, look);
		}
		last = hit->head.id;
		print_hit(hit, look);
	}
}

static void print_json(const char *words, const struct hits *hits)
{
	char *safe = text_visible(words, true);
	struct str out;

	str_init(&out);
	search_json(safe, hits, &out);
	fwrite(out.data, 1, out.length, stdout);
	str_release(&out);
	free(safe);
}

static int run(const struct call *call, struct err *err)
{
	char *words = join_words(call);
	struct hits hits = { 0 };
	struct store *store = NULL;
	bool json, found = false;
	size_t limit;

	if (read_format(call->values[OPTION_FORMAT], &json, err) != 0 ||
	    read_limit(call->values[OPTION_LIMIT], &limit, err) != 0)
		goto out;
	store = call_open(call, err);
	if (!store || look_for(store, words, limit, &hits, err) != 0 || find_askers(store, &hits, err) != 0)
		goto out;
	found = hits.count > 0;
	if (json) {
		print_json(words, &hits);
	} else {
		struct look look = look_of(call);

		print_hits(&hits, &look);
	}
	if (hits.more)
		fprintf(stderr, "accord: %s\n", _("there is more: write more words, or raise --limit"));
	if (!found)
		err_set(err, ERR_FAILED, _("nothing was found for '%s': fewer words, or shorter beginnings, find more"),
			words);
out:
	hits_release(&hits);
	store_close(store);
	free(words);
	return found ? 0 : (int)err->code;
}

const struct command command_search = {
	.name = "search",
	.synopsis = "WORDS...",
	.summary = N_("Search what was said in all sessions"),
	.details = N_("Finds titles, organisations, people, notes, decisions, actions, what is parked\n"
		      "or agreed to differ on, rows of registers, and questions; never what anybody\n"
		      "answered, nor private notes. All of the words have to be there, each of them or\n"
		      "a word that begins with it; capitals and accents do not matter. Several words\n"
		      "as one argument are looked for as they stand. Exit status 1 where nothing is\n"
		      "found."),
	.least = 1,
	.most = 100,
	.options = {
		[OPTION_FORMAT] = { "format", "FORMAT", N_("text or json; text where it is not said"), "text json" },
		[OPTION_LIMIT] = { "limit", "N", N_("so many results at most; 200 where it is not said"), NULL },
	},
	.run = run,
};
