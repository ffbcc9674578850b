/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Passing the keyboard round. */
#include "screen/pass.h"

#include "base/date.h"
#include "base/i18n.h"
#include "base/text.h"
#include "instrument/answerers.h"
#include "screen/pass-parts.h"

#include <stdlib.h>
#include <string.h>

static struct pass *pass_of(struct screen *screen)
{
	return (struct pass *)screen;
}

const struct progress *pass_progress(const struct app *app, const struct pass *pass)
{
	int at = app->session ? session_step(app->session, pass->step) : -1;

	return at < 0 ? NULL : &app->session->steps[at];
}

static const struct answering *answering_of(const struct progress *progress)
{
	return instrument_find(progress->step->kind)->answering;
}

/* Nothing is left of what somebody typed. */
static void forget(struct pass *pass)
{
	for (int which = 0; which < WHICH_COUNT; which++) {
		mem_set(&pass->answers[which], NULL);
		pass->wants[which] = false;
	}
	field_set(&pass->stage.field, "");
	mem_set(&pass->problem, "");
	pass->stage.editing = false;
	pass->stage.column = 0;
	pass->stage.which = OWN;
	pass->asks = pass->leaving = false;
}

/* Answers that are nobody's may be theirs: then nothing is left to ask. */
static bool is_full(const struct session *session, const struct progress *progress, int side)
{
	return session_nameless(session, progress, side, OWN) > 0 &&
	       progress_answers(progress, side, OWN) >= session_people_of(session, side);
}

/* Whoever has not answered, after a person and going round; 0 where nobody is left. */
static int next_person(const struct session *session, const struct progress *progress, int after)
{
	struct answerers answerers;
	int start = 0, next = 0;

	answerers_init(&answerers, session, progress->step);
	for (int i = 0; i < answerers.count; i++)
		if (answerers.items[i].id == after)
			start = i + 1;
	for (int i = 0; i < answerers.count && !next; i++) {
		const struct answerer *answerer = &answerers.items[(start + i) % answerers.count];

		if (!answerer_done(progress, answerer) && !is_full(session, progress, answerer->side))
			next = answerer->id;
	}
	answerers_release(&answerers);
	return next;
}

/* Ends it. What is said stays for the screen below. */
static void leave(struct app *app, struct pass *pass)
{
	void (*left)(struct app *app) = pass->left;

	app_remove(app, &pass->screen);
	left(app);
}

/* On to the one who is next, or back to the facilitator. */
static void go_on(struct app *app, struct pass *pass)
{
	const struct progress *progress = pass_progress(app, pass);
	int next = progress && !progress_is_revealed(progress) ? next_person(app->session, progress, pass->person) : 0;

	forget(pass);
	if (next) {
		pass->person = next;
		return;
	}
	if (progress && !progress_is_revealed(progress))
		/* TRANSLATORS: %s is a key. */
		app_say(app, _("everybody has answered: %s reveals"), app_key(app, "reveal").text);
	leave(app, pass);
}

/* Asking */

static bool has_parts(const struct pass *pass)
{
	return pass->stage.progress->step->part_count > 0;
}

static int next_part(const struct pass *pass)
{
	const char *open = strchr(pass->answers[OWN], PART_OPEN);

	return open ? (int)(open - pass->answers[OWN]) : -1;
}

bool pass_is_ready(const struct pass *pass)
{
	if (has_parts(pass))
		return next_part(pass) < 0;
	for (int which = 0; which < WHICH_COUNT; which++)
		if (pass->wants[which] && !pass->answers[which])
			return false;
	return true;
}

/* A text is typed at once; what is begun by a digit waits for it, as 0 and Enter mean something of their own. */
static void wait_for_answer(struct pass *pass)
{
	const struct answering *answering = answering_of(pass->stage.progress);

	pass->stage.which = pass->wants[OWN] && !pass->answers[OWN] ? OWN : PREDICTION;
	field_set(&pass->stage.field, "");
	pass->stage.editing = !pass_is_ready(pass) && !answering->by_key && !answering->starts;
}

static void begin(struct app *app, struct pass *pass)
{
	const struct progress *progress = pass_progress(app, pass);
	const struct person *person = session_person(app->session, pass->person);
	struct answerer answerer = { .id = pass->person, .side = person->side, .name = person->name };

	forget(pass);
	pass->asks = true;
	pass->nameless = progress->anonymous;
	pass->thanks = false;
	if (has_parts(pass)) {
		size_t count = progress->step->part_count;

		pass->wants[OWN] = true;
		pass->answers[OWN] = mem_zalloc(count + 1, 1);
		for (size_t i = 0; i < count; i++)
			pass->answers[OWN][i] = answerer_part(progress, &answerer, (int)i);
		pass->stage.column = next_part(pass) < 0 ? 0 : next_part(pass);
		return;
	}
	pass->wants[OWN] = !answerer_has(progress, &answerer, OWN);
	pass->wants[PREDICTION] = progress->step->predict && !answerer_has(progress, &answerer, PREDICTION);
	wait_for_answer(pass);
}

static void keep_part(struct pass *pass, char value)
{
	int next;

	pass->answers[OWN][pass->stage.column] = value;
	next = next_part(pass);
	if (next >= 0)
		pass->stage.column = next;
}

static void keep(struct pass *pass, const char *value)
{
	if (has_parts(pass)) {
		keep_part(pass, value[0]);
		return;
	}
	mem_set(&pass->answers[pass->stage.which], value);
	wait_for_answer(pass);
}

/* The last answer, or part, is to be given anew. */
static void correct(struct pass *pass)
{
	if (has_parts(pass)) {
		int at = pass_is_ready(pass) ? (int)pass->stage.progress->step->part_count - 1 : pass->stage.column - 1;

		if (at >= 0) {
			pass->answers[OWN][at] = PART_OPEN;
			pass->stage.column = at;
		}
		return;
	}
	for (int which = PREDICTION; which >= OWN; which--) {
		if (!pass->answers[which])
			continue;
		mem_set(&pass->answers[which], NULL);
		break;
	}
	wait_for_answer(pass);
}

static void hand_in(struct app *app, struct pass *pass)
{
	struct changes changes = { 0 };

	changes_label(&changes, N_("answer"));
	for (int which = 0; which < WHICH_COUNT; which++)
		if (pass->wants[which])
			change_ballot(&changes, pass->step, pass->person, (enum which)which, pass->answers[which]);
	if (!app_apply(app, &changes))
		return;
	pass->thanks = true;
	go_on(app, pass);
}

static void take_text(struct pass *pass)
{
	const struct answering *answering = answering_of(pass->stage.progress);
	char *text = text_tidy(pass->stage.field.text.data), *value;
	struct err err = { 0 };

	value = text[0] ? answering->by_text(&pass->stage, text, &err) : mem_strdup(ANSWER_CANT_SAY);
	mem_set(&pass->problem, value ? "" : err.message);
	if (value)
		keep(pass, value);
	free(value);
	free(text);
}

static void typing_key(struct pass *pass, const struct key *key)
{
	if (key->code == K_ENTER)
		take_text(pass);
	else if (key->code == K_BACKSPACE && !pass->stage.field.text.length)
		correct(pass);
	else
		field_key(&pass->stage.field, key);
}

/* What begins a typed answer, where none is typed yet. */
static bool starts_typing(struct pass *pass, const struct answering *answering, const struct key *key)
{
	bool digit = answering->starts && key->code == K_CHAR && !key->ctrl && strchr(answering->starts, key->text[0]);

	if (answering->by_key || (!digit && key->code != K_ENTER))
		return false;
	field_set(&pass->stage.field, digit ? key->text : "");
	return pass->stage.editing = true;
}

static void ask_key(struct app *app, struct pass *pass, enum action action, const struct key *key)
{
	const struct answering *answering = answering_of(pass->stage.progress);
	bool ready = pass_is_ready(pass);
	char value[64];

	mem_set(&pass->problem, "");
	if (pass->stage.editing)
		typing_key(pass, key);
	else if (key->code == K_BACKSPACE || key->code == K_DELETE)
		correct(pass);
	else if (ready && key->code == K_ENTER)
		hand_in(app, pass);
	else if (ready)
		return;
	else if (answering->by_key && answering->by_key(pass->stage.progress->step, key, value))
		keep(pass, value);
	else if (action == ACT_CANT_SAY)
		keep(pass, ANSWER_CANT_SAY);
	else
		starts_typing(pass, answering, key);
}

/* Handing over */

static void skip_absent(struct app *app, struct pass *pass)
{
	const struct progress *progress = pass->stage.progress;
	struct changes changes = { 0 };

	changes_label(&changes, N_("answer"));
	change_ballot(&changes, pass->step, pass->person, OWN, ANSWER_NOT_HERE);
	/* Why somebody anonymous has no guess cannot be seen later, so that is said as well. */
	if (progress->anonymous && progress->step->predict)
		change_ballot(&changes, pass->step, pass->person, PREDICTION, ANSWER_NOT_HERE);
	if (app_apply(app, &changes))
		go_on(app, pass);
}

static void hand_key(struct app *app, struct pass *pass, enum action action, const struct key *key)
{
	if (key->code == K_ENTER)
		begin(app, pass);
	else if (action == ACT_NOT_HERE)
		skip_absent(app, pass);
	else if (action == ACT_DOWN)
		pass->person = next_person(app->session, pass->stage.progress, pass->person);
}

/* What was begun without a name is not to be said with one unawares: whoever has the keyboard begins anew. */
static void check_promise(struct pass *pass)
{
	if (!pass->asks || !pass->nameless || !pass->stage.progress || pass->stage.progress->anonymous)
		return;
	forget(pass);
	mem_set(&pass->problem, _("This is answered by name from now on."));
}

/* Whether it can go on: the step, and whoever is asked, may have gone meanwhile. */
static bool refresh(struct app *app, struct pass *pass)
{
	pass->stage.session = app->session;
	pass->stage.progress = pass_progress(app, pass);
	pass->stage.today = clock_today();
	pass->stage.only = pass->person;
	check_promise(pass);
	return pass->stage.progress && !progress_is_revealed(pass->stage.progress) &&
	       session_person(app->session, pass->person);
}

/* No key of the program's works here: whoever has the keyboard is to see nothing but the question. */
static bool pass_key(struct app *app, struct screen *screen, enum action action, const struct key *key)
{
	struct pass *pass = pass_of(screen);

	if (!refresh(app, pass)) {
		go_on(app, pass);
		return true;
	}
	if (pass->leaving && key_is(key, 'y'))
		leave(app, pass);
	else if (pass->leaving || key->code == K_ESC)
		pass->leaving = !pass->leaving;
	else if (pass->asks)
		ask_key(app, pass, action, key);
	else
		hand_key(app, pass, action, key);
	return true;
}

static context_set pass_contexts(const struct screen *screen)
{
	(void)screen;
	return CONTEXT_ASK | CONTEXT_MOVE;
}

/* Somebody may have answered elsewhere, or may be gone. */
static void pass_changed(struct app *app, struct screen *screen)
{
	struct pass *pass = pass_of(screen);

	if (!app->session)
		return;
	if (!refresh(app, pass))
		go_on(app, pass);
}

static void pass_free(struct app *app, struct screen *screen)
{
	struct pass *pass = pass_of(screen);

	(void)app;
	forget(pass);
	stage_release(&pass->stage);
	free(pass->problem);
	free(pass->step);
	free(pass);
}

static const struct screen_ops pass_ops = {
	.name = "pass",
	.bare = true,
	.contexts = pass_contexts,
	.draw = pass_draw,
	.key = pass_key,
	.changed = pass_changed,
	.free = pass_free,
};

struct screen *pass_new(struct app *app, const char *step, void (*left)(struct app *app))
{
	int at = session_step(app->session, step), person = at < 0 ? 0 : next_person(app->session, &app->session->steps[at], 0);
	struct pass *pass;

	if (!person)
		return NULL;
	pass = mem_zalloc(1, sizeof *pass);
	pass->screen.ops = &pass_ops;
	pass->step = mem_strdup(step);
	pass->problem = mem_strdup("");
	pass->person = person;
	pass->left = left;
	stage_init(&pass->stage);
	refresh(app, pass);
	return &pass->screen;
}
