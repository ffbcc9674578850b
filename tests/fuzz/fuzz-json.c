/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Feeds any bytes to the import of sessions, and looks at whatever it takes in: in every format, on the screen, and back
 * as JSON. 'make fuzz FUZZ=json' builds it with clang so that it searches by itself; built plainly it replays the files
 * that it is given. A bank's text that is "@" stands for the shipped bank joint-workshop, so that files stay small.
 */
#include "replay.h"

#include "bank/load.h"
#include "base/file.h"
#include "instrument/instrument.h"
#include "model/hide.h"
#include "report/archive-json.h"
#include "report/format.h"
#include "report/json.h"
#include "store/store.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#define STAND_IN "@"

static _Noreturn void fail(const char *what, const struct err *err)
{
	fprintf(stderr, "fuzz-json: %s: %s\n", what, err->message);
	abort();
}

/* One for all runs, each of which is taken back. */
static struct store *store_of(void)
{
	static struct store *store;
	struct err err = { 0 };

	if (!store && !(store = store_open(":memory:", &err)))
		fail("no store", &err);
	return store;
}

static const char *shipped_bank(void)
{
	static struct str text;
	const char *folder = getenv("ACCORD_BANKS");
	struct err err = { 0 };
	char *path;

	if (text.data)
		return text.data;
	str_init(&text);
	path = mem_printf("%s/joint-workshop.yaml", folder ? folder : "data/banks");
	if (file_read(path, FUZZ_LIMIT, &text, &err) != 0)
		fail("no bank", &err);
	free(path);
	return text.data;
}

/* The bank that was read last is mostly the next one as well. */
static struct bank *read_bank(const char *text, struct diags *diags)
{
	static struct bank *bank;
	static char *last;

	if (last && strcmp(last, text) == 0)
		return bank;
	bank_free(bank);
	mem_set(&last, NULL);
	bank = bank_read("fuzz", text, strlen(text), diags);
	if (bank)
		mem_set(&last, text);
	return bank;
}

/* The same archive out of the store as went into it. */
static void check_same(struct store *store, struct archive *archive, const struct session *session)
{
	struct err err = { 0 };
	struct archive *back = store_archive(store, session, &err);
	struct str before, after;

	if (!back)
		fail("not read again", &err);
	str_init(&before);
	str_init(&after);
	archive_tidy(archive, session->bank);
	archive_json_write(archive, session->bank, &before);
	archive_json_write(back, session->bank, &after);
	if (strcmp(before.data, after.data) != 0) {
		fprintf(stderr, "%s---\n%s", before.data, after.data);
		fail("not the same", &err);
	}
	archive_withhold(back, session->bank, false, false);
	str_release(&before);
	str_release(&after);
	archive_free(back);
}

static void write_all(const struct session *session, const struct archive *archive)
{
	size_t count;
	const struct format *const *formats = format_table(&count);

	for (size_t i = 0; i < count; i++)
		for (int detail = DETAIL_SHORT; detail <= DETAIL_FULL; detail++) {
			struct report_input input = { .session = session, .archive = archive,
						      .detail = (enum detail)detail };
			struct report_output output = { 0 };
			struct err err = { 0 };

			if (formats[i]->write(&input, &output, &err) != 0)
				fail(formats[i]->name, &err);
			report_output_release(&output);
		}
}

static void draw_all(const struct session *session)
{
	for (size_t i = 0; i < session->step_count; i++) {
		struct stage stage = { .session = session, .progress = &session->steps[i], .today = 20000 };
		struct doc doc = { 0 };
		struct grid grid;

		stage_init(&stage);
		stage_enter(&stage, session, &session->steps[i]);
		grid_init(&grid, 60, 18);
		stage_draw(&stage, &grid, grid_rect(&grid));
		step_summarise(session, &session->steps[i], 20000, &doc);
		step_pose(session, &session->steps[i], &doc);
		doc_release(&doc);
		grid_release(&grid);
		stage_release(&stage);
	}
}

static void take_in(struct store *store, struct archive *archive, const struct bank *bank)
{
	struct err err = { 0 };
	struct session *session;

	if (store_begin(store, __func__, &err) != 0 || store_restore(store, archive, bank, &err) != 0)
		fail("not written", &err);
	session = store_load(store, archive->id, bank_parse, &err);
	if (!session)
		fail("not opened", &err);
	check_same(store, archive, session);
	write_all(session, archive);
	draw_all(session);
	session_free(session);
	store_rollback(store, __func__);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct diags diags = { 0 };
	struct archive *archive = archive_json_read("fuzz", (const char *)data, size, &diags);
	struct bank *bank;

	if ((archive != NULL) != (diags.count == 0))
		abort();
	if (archive) {
		if (strcmp(archive->bank_text, STAND_IN) == 0)
			mem_set(&archive->bank_text, shipped_bank());
		bank = read_bank(archive->bank_text, &diags);
		if (bank && archive_check("fuzz", archive, bank, &diags))
			take_in(store_of(), archive, bank);
	}
	for (size_t i = 0; i < diags.count; i++)
		free(diag_text(&diags.items[i]));
	diags_release(&diags);
	archive_free(archive);
	return 0;
}

#ifdef ACCORD_LIBFUZZER
/*
 * Changes of what the file says rather than of its bytes, which mostly end in a syntax error: a value takes the place of
 * another, goes, or comes twice.
 */
size_t LLVMFuzzerMutate(uint8_t *data, size_t size, size_t most);
size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed);

/* All values of a tree, each with its parent. */
struct json_place {
	json_t *parent, *value;
	const char *key;
	size_t index;
};

struct nodes {
	struct json_place *items;
	size_t count, capacity;
};

static void collect(json_t *parent, struct nodes *places)
{
	const char *key;
	json_t *value;
	size_t index;

	json_object_foreach(parent, key, value) {
		places->items = mem_grow(places->items, &places->capacity, places->count, sizeof *places->items);
		places->items[places->count++] = (struct json_place){ parent, value, key, 0 };
		collect(value, places);
	}
	json_array_foreach(parent, index, value) {
		places->items = mem_grow(places->items, &places->capacity, places->count, sizeof *places->items);
		places->items[places->count++] = (struct json_place){ parent, value, NULL, index };
		collect(value, places);
	}
}

static json_t *odd_value(struct rng *rng, const struct json_place *other)
{
	static const char *const words[] = {
		"", "?", "-", "0", "1", "5", "9", "a", "@1", "@2", "1,2", "-1", "99999999999999999999", "2026-12-24", "yes",
		"revealed", "settled", "collecting", "tally", "sealed", "anonymous", "person", "nobody", "side", "room",
		"decision", "action", "note", "finished", "....", "?.1", "a,b,c", "\xc3\xa9", "2026-12-24T09:00:00Z",
	};
	static const long long numbers[] = { -2, -1, 0, 1, 2, 3, 7, 50, 1000000, 1000000000, 2147483647, 9223372036854775807 };

	switch (rng_below(rng, 5)) {
	case 0:
		return json_string(words[rng_below(rng, COUNT_OF(words))]);
	case 1:
		return json_integer(numbers[rng_below(rng, COUNT_OF(numbers))]);
	case 2:
		return rng_below(rng, 3) == 0 ? json_null() : json_boolean(rng_below(rng, 2));
	default:
		return json_deep_copy(other->value);
	}
}

/* Another value of the same name, which mostly has a meaning in its place as well; NULL where none was met. */
static const struct json_place *find_alike(const struct nodes *places, const struct json_place *place, struct rng *rng)
{
	for (size_t i = 0; place->key && i < places->count; i++) {
		const struct json_place *other = &places->items[rng_below(rng, (uint32_t)places->count)];

		if (other->key && strcmp(other->key, place->key) == 0 && other->value != place->value)
			return other;
	}
	return NULL;
}

static void change(json_t *root, struct rng *rng)
{
	struct nodes places = { 0 };
	const struct json_place *place, *other;

	collect(root, &places);
	if (places.count > 0) {
		place = &places.items[rng_below(rng, (uint32_t)places.count)];
		other = rng_below(rng, 6) > 0 ? find_alike(&places, place, rng) : NULL;
		if (json_is_object(place->parent))
			json_object_set_new(place->parent, place->key,
				other ? json_deep_copy(other->value)
				      : odd_value(rng, &places.items[rng_below(rng, (uint32_t)places.count)]));
		else if (rng_below(rng, 2))
			json_array_remove(place->parent, place->index);
		else
			json_array_insert_new(place->parent, place->index, json_deep_copy(place->value));
	}
	free(places.items);
}

size_t LLVMFuzzerCustomMutator(uint8_t *data, size_t size, size_t most, unsigned seed)
{
	struct rng rng;
	json_t *root = json_loadb((const char *)data, size, 0, NULL);
	size_t length;

	rng_seed(&rng, seed);
	if (!root || rng_below(&rng, 8) == 0) {
		json_decref(root);
		return LLVMFuzzerMutate(data, size, most);
	}
	for (uint32_t i = 0; i <= rng_below(&rng, 3); i++)
		change(root, &rng);
	length = json_dumpb(root, (char *)data, most, JSON_COMPACT);
	json_decref(root);
	return length <= most && length > 0 ? length : LLVMFuzzerMutate(data, size, most);
}
#endif
