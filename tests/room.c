/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A store in memory with one session of the joint workshop, and keys by chance. */
#include "room.h"

#include "bank/find.h"
#include "bank/load.h"
#include "base/date.h"
#include "base/text.h"
#include "screen/demo.h"
#include "view/action.h"

#include <check.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define BANK "joint-workshop"

struct session *room_load(struct room *room, const char *id)
{
	struct err err = { 0 };
	struct session *session = store_load(room->store, id, bank_parse, &err);

	ck_assert_msg(session != NULL, "%s", err.message);
	return session;
}

static void create(struct room *room, const char *path, char id[SESSION_ID_LENGTH + 1])
{
	struct err err = { 0 };
	struct diags diags = { 0 };
	struct str text;
	struct bank *bank;

	str_init(&text);
	bank = bank_load_file(path, &text, &diags, &err);
	ck_assert_msg(bank != NULL, "%s", err.message);
	ck_assert_int_eq(store_create(room->store,
				 &(struct session_plan){ .title = "Room", .organisation = "", .facilitator = "",
							 .agenda = bank->agendas[0].id, .date = clock_today(),
							 .bank_text = text.data, .bank = bank },
				 id, &err), 0);
	bank_free(bank);
	diags_release(&diags);
	str_release(&text);
}

static void add_people(struct room *room, int people)
{
	struct changes changes = { 0 };
	struct err err = { 0 };

	for (int i = 0; i < people; i++) {
		char name[40];

		snprintf(name, sizeof name, i % 5 == 4 ? "\xe5\xb1\xb1\xe7\x94\xb0 %d" : "Person %d", i);
		change_person_add(&changes, name, "role", i % SIDES);
	}
	if (people > 0)
		ck_assert_msg(store_apply(room->store, room->session, &changes, &err) == 0, "%s", err.message);
	changes_release(&changes);
}

static void open_store(struct room *room)
{
	struct err err = { 0 };

	setenv("ACCORD_NOW", "2026-11-22T09:00:00", 1);
	room->store = store_open(":memory:", &err);
	ck_assert_msg(room->store != NULL, "%s", err.message);
}

static void open_new(struct room *room, const char *path, int people)
{
	char id[SESSION_ID_LENGTH + 1];

	create(room, path, id);
	room->session = room_load(room, id);
	add_people(room, people);
}

void room_open(struct room *room, int people, bool full)
{
	struct err err = { 0 };
	char id[SESSION_ID_LENGTH + 1];

	open_store(room);
	if (full) {
		struct demo_plan plan = { .sessions = 1, .people = people, .seed = 7 };

		ck_assert_msg(demo_fill(room->store, &plan, NULL, NULL, &err) == 0, "%s", err.message);
		ck_assert_int_eq(store_resolve(room->store, "last", id, &err), 0);
		room->session = room_load(room, id);
	} else {
		char *path = bank_find(BANK, NULL, &err);

		ck_assert_msg(path != NULL, "%s", err.message);
		open_new(room, path, people);
		free(path);
	}
}

void room_open_bank(struct room *room, const char *name, int people)
{
	const char *srcdir = getenv("srcdir");
	char *path = mem_printf("%s/tests/banks/%s", srcdir ? srcdir : ".", name);

	open_store(room);
	open_new(room, path, people);
	free(path);
}

void room_close(struct room *room)
{
	session_free(room->session);
	store_close(room->store);
	*room = (struct room){ 0 };
}

/* Texts that have hurt somebody before. */
static const char *const pastes[] = {
	"",
	"\n",
	"Ana, brand, Marketing\nBo, IT\n",
	"Ana, brand, nobody's side\n",
	"one\ttwo\tthree\tfour\tfive\tsix\tseven\n1\t2\t3\n\n\t\t\t\n",
	"\"a quote, never closed\n and more",
	("\x1b[31mred\x1b]0;title\x07 \xe2\x80\xae" "backwards"),
	"\xc3\x28 no UTF-8 \xff\xfe",
	"\xe6\xa0\xaa\xe5\xbc\x8f\xe4\xbc\x9a\xe7\xa4\xbe\t"
	"\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7",
	"99999999999999999999",
	"-1",
	"2026-02-30",
};

static const char *const letters[] = {
	"0", "1", "2", "3", "4", "5", "9", "a", "b", "z", "A", "Q", " ", ",", "'", "%", "\xc3\xa9", "\xcc\x81",
	"\xe5\xb1\xb1", "\xf0\x9f\x8e\x89", "\xe2\x80\x8d",
};

void room_key(struct rng *rng, struct key *key)
{
	size_t count;
	const struct action_entry *table = action_table(&count);
	uint32_t kind = rng_below(rng, 20);

	*key = (struct key){ 0 };
	if (kind < 12) {
		const struct action_entry *entry = &table[rng_below(rng, (uint32_t)count)];
		size_t keys = 1;

		while (keys < COUNT_OF(entry->keys) && entry->keys[keys])
			keys++;
		ck_assert(key_parse(entry->keys[rng_below(rng, (uint32_t)keys)], key));
	} else if (kind < 19) {
		key->code = K_CHAR;
		snprintf(key->text, sizeof key->text, "%s", letters[rng_below(rng, COUNT_OF(letters))]);
	} else {
		static char paste[200];

		snprintf(paste, sizeof paste, "%s", pastes[rng_below(rng, COUNT_OF(pastes))]);
		key->code = K_PASTE;
		key->paste = paste;
	}
}

void room_check_grid(const struct grid *grid)
{
	/* Not an assertion for each glyph: Check writes every one of them down. */
	for (int y = 0; y < grid->height; y++) {
		for (int x = 0; x < grid->width; x++) {
			const struct glyph *glyph = &grid->glyphs[y * grid->width + x];

			if (text_find_control(glyph->text, false) >= 0)
				ck_abort_msg("a control at %d, %d", x, y);
			if (glyph->width == 0 ? glyph->text[0] != '\0' : text_width(glyph->text) != glyph->width)
				ck_abort_msg("'%s' at %d, %d is not %d wide", glyph->text, x, y, glyph->width);
			if (glyph->width == 0 && (x == 0 || glyph[-1].width != 2))
				ck_abort_msg("nothing before the half of a glyph at %d, %d", x, y);
			if (glyph->width == 2 && (x + 1 == grid->width || glyph[1].width != 0))
				ck_abort_msg("half a glyph at %d, %d", x, y);
		}
	}
	ck_assert(grid->cursor_x < grid->width && grid->cursor_y < grid->height);
}

static long slowness(void)
{
	const char *text = getenv("TEST_SLOWNESS");

	return text ? strtol(text, NULL, 10) : 1;
}

bool room_is_slow(void)
{
	return slowness() > 1;
}

int room_keys(int usual)
{
	long divisor = slowness();

	return divisor > 1 && usual / divisor > 0 ? (int)(usual / divisor) : usual;
}
