/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Search: what people type, what is found, how the index follows the sessions, and what it must never hold. */
#include "run.h"
#include "store-fixture.h"

#include "base/date.h"
#include "base/file.h"
#include "base/str.h"
#include "model/archive.h"
#include "store/database.h"
#include "store/search-text.h"
#include "store/search.h"

#include <stdio.h>
#include <stdlib.h>
#include <string.h>

/* A zero-width space. */
#define Z "\xe2\x80\x8b"

/* What people type. */
static const struct {
	const char *typed, *query; /* NULL: nothing to look for */
} queries[] = {
	{ "", NULL },
	{ "   ", NULL },
	{ "\"", NULL },
	{ "\"\"", NULL },
	{ "\" \" \"", NULL },
	{ "- * ^ : ( )", NULL },
	{ "loyalty", "\"loyalty\" *" },
	{ "  loyalty   data ", "\"loyalty\" * AND \"data\" *" },
	{ "\"loyalty data\"", "\"loyalty data\"" },
	{ "\"loyalty da", "\"loyalty da\" *" },
	{ "our \"loyalty data\" now", "\"our\" * AND \"loyalty data\" AND \"now\" *" },
	{ "our\"loyalty data\"now", "\"our\" * AND \"loyalty data\" AND \"now\" *" },
	{ "a \"b", "\"a\" * AND \"b\" *" },
	{ "AND", "\"AND\" *" },
	{ "a OR b", "\"a\" * AND \"OR\" * AND \"b\" *" },
	{ "NOT a", "\"NOT\" * AND \"a\" *" },
	{ "NEAR(a b, 5)", "\"NEAR(a\" * AND \"b,\" * AND \"5)\" *" },
	{ "words:a", "\"words:a\" *" },
	{ "-a", "\"-a\" *" },
	{ "^a", "\"^a\" *" },
	{ "a*", "\"a*\" *" },
	{ "a + b", "\"a\" * AND \"b\" *" },
	{ "follow-up", "\"follow-up\" *" },
	{ "'", NULL },
	{ "\xe9\xa1\xa7\xe5\xae\xa2", "\"\xe9\xa1\xa7" Z "\xe5\xae\xa2\" *" },
	{ "\xe9\xa1\xa7\xe3\x80\x80\xe5\xae\xa2", "\"\xe9\xa1\xa7\" * AND \"\xe5\xae\xa2\" *" },
	{ "\xf0\x9f\x8e\x89", "\"\xf0\x9f\x8e\x89\" *" },
	{ "a\xff" "b\x1b[31m\"", "\"a" Z "\xef\xbf\xbd" Z "b" Z "\xe2\x90\x9b" Z "[31m\" *" },
	{ "1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17",
	  "\"1\" * AND \"2\" * AND \"3\" * AND \"4\" * AND \"5\" * AND \"6\" * AND \"7\" * AND \"8\" * AND \"9\" * AND "
	  "\"10\" * AND \"11\" * AND \"12\" * AND \"13\" * AND \"14\" * AND \"15\" * AND \"16\" *" },
};

START_TEST(a_query)
{
	char *query = search_query(queries[_i].typed);

	if (queries[_i].query)
		ck_assert_str_eq(query ? query : "(none)", queries[_i].query);
	else
		ck_assert_msg(!query, "%s", query);
	free(query);
}
END_TEST

/* Words that stand alone. */
static const struct {
	const char *text, *parted;
} parts[] = {
	{ "", "" },
	{ "loyalty data", "loyalty data" },
	{ "\xe9\xa1\xa7\xe5\xae\xa2", "\xe9\xa1\xa7" Z "\xe5\xae\xa2" },
	{ "AI\xe3\x81\xae\xe9\xa1\xa7", "AI" Z "\xe3\x81\xae" Z "\xe9\xa1\xa7" },
	{ "\xe3\x83\x87\xe3\x83\xbc\xe3\x82\xbf", "\xe3\x83\x87" Z "\xe3\x83\xbc" Z "\xe3\x82\xbf" },
	/* A voiced mark of its own stays with what it sits on. */
	{ "\xe3\x81\x8b\xe3\x82\x99\xe3\x81\x8d", "\xe3\x81\x8b\xe3\x82\x99" Z "\xe3\x81\x8d" },
	{ "\xed\x95\x9c\xea\xb5\xad", "\xed\x95\x9c\xea\xb5\xad" },
	{ "x\xf0\x9f\x8e\x89y", "x" Z "\xf0\x9f\x8e\x89" Z "y" },
};

START_TEST(words_are_parted)
{
	char *parted = search_part(parts[_i].text);
	struct marked back;

	ck_assert_str_eq(parted, parts[_i].parted);
	search_read(parted, &back);
	ck_assert_uint_eq(back.count, 0);
	marked_release(&back);
	free(parted);
}
END_TEST

START_TEST(marks_are_read)
{
	struct marked marked;

	search_read("one \x02" "two\x03 \x02\xe9\xa1\xa7" Z "\xe5\xae\xa2\x03\x02\x03\x1b", &marked);
	ck_assert_str_eq(marked.text, "one two \xe9\xa1\xa7\xe5\xae\xa2\xe2\x90\x9b");
	ck_assert_uint_eq(marked.count, 2);
	ck_assert_uint_eq(marked.spans[0].start, 4);
	ck_assert_uint_eq(marked.spans[0].length, 3);
	ck_assert_uint_eq(marked.spans[1].start, 8);
	ck_assert_uint_eq(marked.spans[1].length, 6);
	marked_release(&marked);
	/* What is not closed, or not opened, as in a file that somebody else wrote. */
	search_read("a\x03" "b\x02" "c", &marked);
	ck_assert_str_eq(marked.text, "abc");
	ck_assert_uint_eq(marked.count, 1);
	ck_assert_uint_eq(marked.spans[0].start, 2);
	marked_release(&marked);
}
END_TEST

/* The index. */

static void catch_up(struct store *store)
{
	char id[SESSION_ID_LENGTH + 1];
	struct err err = { 0 };
	int got;

	while ((got = store_stale(store, id, &err)) == 1) {
		struct session *session = store_load(store, id, fixture_parse, &err);
		struct derived derived = { .harmony_low = -1, .harmony_high = -1 };

		ck_assert_msg(session != NULL, "%s", err.message);
		mentions_of_session(session, &derived.mentions);
		ck_assert_int_eq(store_begin(store, __func__, &err), 0);
		ck_assert_msg(store_keep_derived(store, session, &derived, &err) == 0, "%s", err.message);
		ck_assert_int_eq(store_commit(store, __func__, &err), 0);
		mentions_release(&derived.mentions);
		session_free(session);
	}
	ck_assert_msg(got == 0, "%s", err.message);
}

/* What is found, "kind number: text with <places> | more" each on a line; for free(). */
static void add_marked(struct str *out, const struct marked *marked)
{
	size_t at = 0;

	for (size_t i = 0; i < marked->count; i++) {
		const struct marked_span *span = &marked->spans[i];

		str_addn(out, marked->text + at, span->start - at);
		str_printf(out, "<%.*s>", (int)span->length, marked->text + span->start);
		at = span->start + span->length;
	}
	str_add(out, marked->text + at);
}

static char *found_in(struct store *store, const char *typed, const char *session, size_t limit)
{
	struct hits hits;
	struct err err = { 0 };
	struct str out;

	str_init(&out);
	ck_assert_msg(store_search(store, typed, session, limit, &hits, &err) == 0, "%s", err.message);
	ck_assert(!hits.renewed);
	for (size_t i = 0; i < hits.count; i++) {
		const struct hit *hit = &hits.items[i];

		str_printf(&out, "%s%s %d: ", i ? "\n" : "", mention_kind_name(hit->kind), hit->ref);
		add_marked(&out, &hit->words);
		if (hit->more.text[0]) {
			str_add(&out, " | ");
			add_marked(&out, &hit->more);
		}
	}
	if (hits.more)
		str_add(&out, "\n...");
	hits_release(&hits);
	return out.data;
}

static void finds(struct store *store, const char *typed, const char *expected)
{
	char *found;

	catch_up(store);
	found = found_in(store, typed, NULL, 100);
	ck_assert_str_eq(found, expected);
	free(found);
}

static void undo(struct store *store, struct session *session)
{
	char *label = NULL;

	ck_assert_int_eq(store_undo(store, session, &label, NULL), 1);
	free(label);
}

START_TEST(follows_every_change)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	char *label = NULL;

	fixture_apply(store, session, "session title Loyalty; session organisation Acme_Retail");
	finds(store, "loyal", "session 0: <Loyalty> | Acme Retail \xc2\xb7 Fay");
	finds(store, "acme", "session 0: Loyalty | <Acme> Retail \xc2\xb7 Fay");
	fixture_apply(store, session, "session title Other");
	finds(store, "loyal", "");
	undo(store, session);
	finds(store, "loyal", "session 0: <Loyalty> | Acme Retail \xc2\xb7 Fay");
	ck_assert_int_eq(store_redo(store, session, &label, NULL), 1);
	free(label);
	finds(store, "loyal", "");

	fixture_apply(store, session, "person-add Zo\xc3\xab_Quist planner 0 9");
	finds(store, "zoe", "person 9: <Zo\xc3\xab> Quist | planner");
	fixture_apply(store, session, "person-set 9 name Zora_Quist; person-set 9 role buyer");
	finds(store, "zoe", "");
	finds(store, "zora buy", "person 9: <Zora> Quist | <buyer>");
	fixture_apply(store, session, "person-remove 9");
	finds(store, "zora", "");
	undo(store, session);
	finds(store, "zora", "person 9: <Zora> Quist | buyer");

	fixture_apply(store, session, "item action alpha/scale Count_visits Ana 20800");
	finds(store, "visits", "action 1: Count <visits> | Ana");
	fixture_apply(store, session, "item-set 1 text Count_clicks; item-set 1 owner Ben");
	finds(store, "visits", "");
	finds(store, "clicks ben", "action 1: Count <clicks> | <Ben>");
	fixture_apply(store, session, "item-remove 1");
	finds(store, "clicks", "");
	undo(store, session);
	finds(store, "clicks", "action 1: Count <clicks> | Ben");

	fixture_apply(store, session, "row-add beta/reg 5 -1; cell 5 vendor Frobozz; cell 5 owner 1; cell 5 side marketing");
	finds(store, "frob", "row 5: <Frobozz> | Ana");
	finds(store, "marketing", "");
	fixture_apply(store, session, "cell 5 vendor Gizmo");
	finds(store, "frob", "");
	fixture_apply(store, session, "module beta dropped 1");
	finds(store, "gizmo", "");
	fixture_apply(store, session, "module beta dropped 0");
	finds(store, "gizmo", "row 5: <Gizmo> | Ana");
	fixture_apply(store, session, "row-remove 5");
	finds(store, "gizmo", "");
	session_free(session);
	store_close(store);
}
END_TEST

/* A bank that goes with an import may leave its number to another one. */
START_TEST(a_bank_goes_with_its_questions)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct err err = { 0 };
	struct archive *archive = store_archive(store, session, &err);

	ck_assert_msg(archive != NULL, "%s", err.message);
	catch_up(store);
	ck_assert_int_gt(fixture_number(store, "SELECT count(*) FROM search WHERE rowid < 0"), 0);
	mem_set(&archive->bank_text, "another text");
	ck_assert_msg(store_restore(store, archive, session->bank, &err) == 0, "%s", err.message);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM search WHERE rowid < 0"), 0);
	mem_set(&archive->bank_text, FIXTURE_BANK_TEXT);
	ck_assert_msg(store_restore(store, archive, session->bank, &err) == 0, "%s", err.message);
	catch_up(store);
	ck_assert_int_gt(fixture_number(store, "SELECT count(*) FROM search WHERE rowid < 0"), 0);
	archive_free(archive);
	session_free(session);
	store_close(store);
}
END_TEST

/* Only what is another one is written, whatever the session's place. */
START_TEST(writes_what_has_changed)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	long long rows;

	fixture_apply(store, session, "item note - Something - -; session date 2026-11-20");
	catch_up(store);
	rows = fixture_number(store, "SELECT count(*) FROM search WHERE rowid > 0");
	fixture_apply(store, session, "item note - Else - -");
	catch_up(store);
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM search WHERE rowid > 0"), rows + 1);
	finds(store, "something", "note 1: <Something>");
	fixture_apply(store, session, "session date 2026-11-30");
	finds(store, "something", "note 1: <Something>");
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM search WHERE rowid > 0"), rows + 1);
	fixture_apply(store, session, "session date ''");
	finds(store, "something", "note 1: <Something>");
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM search WHERE rowid > 0"), rows + 1);
	session_free(session);
	store_close(store);
}
END_TEST

static const struct {
	const char *typed;
	bool found;
} spellings[] = {
	{ "cafe", true },	      { "CAF\xc3\x89", true },   { "creme brulee", true }, { "br\xc3\xbbl", true },
	{ "brule x", false },	      { "\"creme brulee\"", true }, { "\"brulee creme\"", false }, { "\"creme bru", true },
	{ "\"creme bru\"", false },   { "afe", false },
	/* Japanese, from anywhere within */
	{ "\xe9\xa1\xa7\xe5\xae\xa2", true }, { "\xe5\xae\xa2\xe3\x83\x87", true }, { "\xe5\xae\xa2\xe9\xa1\xa7", false },
	{ "\xe3\x83\xbc\xe3\x82\xbf", true }, { "\xe5\x85\xb1\xe6\x9c\x89 \xe9\xa1\xa7\xe5\xae\xa2", true },
	/* Korean from the beginning of a word */
	{ "\xed\x95\x9c\xea\xb5\xad", true }, { "\xea\xb5\xad\xec\x96\xb4", false },
	/* Pictures */
	{ "\xf0\x9f\x8e\x89", true }, { "\xf0\x9f\x8e\x89 cafe", true }, { "\xf0\x9f\x8e\x8a", false },
	{ "\xd0\xbf\xd1\x80\xd0\xb8\xd0\xb2\xd0\xb5\xd1\x82", true }, { "\xcf\x83\xce\xbf\xcf\x86", true },
};

START_TEST(spelling)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	char *found;

	fixture_apply(store, session,
		"item note - Caf\xc3\xa9_Cr\xc3\xa8me_br\xc3\xbbl\xc3\xa9" "e_\xe9\xa1\xa7\xe5\xae\xa2\xe3\x83\x87\xe3\x83"
		"\xbc\xe3\x82\xbf\xe3\x81\xae\xe5\x85\xb1\xe6\x9c\x89_\xed\x95\x9c\xea\xb5\xad\xec\x96\xb4_party\xf0\x9f\x8e"
		"\x89_\xd0\x9f\xd0\xa0\xd0\x98\xd0\x92\xd0\x95\xd0\xa2_\xce\xa3\xce\xbf\xcf\x86\xcf\x8c\xcf\x82 - -");
	catch_up(store);
	found = found_in(store, spellings[_i].typed, NULL, 10);
	ck_assert_msg(spellings[_i].found == (found[0] != '\0'), "'%s' finds '%s'", spellings[_i].typed, found);
	free(found);
	session_free(session);
	store_close(store);
}
END_TEST

/* Newest sessions first, as home has them; within one as its kinds are; questions at the end. */
START_TEST(order_and_limit)
{
	struct store *store = fixture_open(":memory:");
	struct session *old = fixture_session(store), *new = fixture_session(store), *none = fixture_session(store);
	char *found;

	fixture_apply(store, old, "session date 2026-01-02; item decision - scale_old - -");
	fixture_apply(store, none, "session date ''; item decision - scale_none - -");
	fixture_apply(store, new,
		"session date 2026-11-02; item note - scale_note - -; item action - scale_action - -;"
		" item parked - scale_parked - -; item decision - scale_decision - -; item differ - scale_differ - -;"
		" person-add Scale analyst 0 9; row-add beta/reg 5 -1; cell 5 vendor Scale; session title Scale;"
		" item decision - scale_second - -");
	finds(store, "scale",
		"session 0: <Scale> | Acme \xc2\xb7 Fay\n"
		"decision 4: <scale> decision\n"
		"decision 6: <scale> second\n"
		"action 2: <scale> action\n"
		"differ 5: <scale> differ\n"
		"parked 3: <scale> parked\n"
		"note 1: <scale> note\n"
		"row 5: <Scale>\n"
		"person 9: <Scale> | analyst\n"
		"decision 1: <scale> old\n"
		"decision 1: <scale> none\n"
		"prompt 0: <scale> | alpha");
	found = found_in(store, "scale", NULL, 2);
	ck_assert_str_eq(found, "session 0: <Scale> | Acme \xc2\xb7 Fay\ndecision 4: <scale> decision\nprompt 0: <scale> | alpha\n...");
	free(found);
	found = found_in(store, "scale", old->id, 5);
	ck_assert_str_eq(found, "decision 1: <scale> old");
	free(found);
	found = found_in(store, "scale", "nowhere1", 5);
	ck_assert_str_eq(found, "");
	free(found);
	session_free(old);
	session_free(new);
	session_free(none);
	store_close(store);
}
END_TEST

START_TEST(a_question_knows_who_asked_it_last)
{
	struct store *store = fixture_open(":memory:");
	struct session *old = fixture_session(store), *new = fixture_session(store);
	char id[SESSION_ID_LENGTH + 1];
	struct hits hits;

	fixture_apply(store, old, "session date 2026-01-02");
	fixture_apply(store, new, "session date 2026-11-02");
	catch_up(store);
	ck_assert_int_eq(store_search(store, "quiet", NULL, 10, &hits, NULL), 0);
	ck_assert_uint_eq(hits.count, 1);
	ck_assert_str_eq(hits.items[0].step, "alpha/quiet");
	ck_assert_str_eq(hits.items[0].head.id, new->id);
	hits_release(&hits);
	fixture_apply(store, new, "module alpha dropped 1");
	catch_up(store);
	ck_assert_int_eq(store_search(store, "quiet", NULL, 10, &hits, NULL), 0);
	ck_assert_str_eq(hits.items[0].head.id, old->id);
	ck_assert_int_eq(store_asked(store, &hits.items[0], id, NULL), 1);
	ck_assert_str_eq(id, old->id);
	hits_release(&hits);
	/* No agenda has this one's module. */
	ck_assert_int_eq(store_search(store, "last", NULL, 10, &hits, NULL), 0);
	ck_assert_uint_eq(hits.count, 1);
	ck_assert_str_eq(hits.items[0].head.id, "");
	ck_assert_int_eq(store_asked(store, &hits.items[0], id, NULL), 0);
	hits_release(&hits);
	ck_assert_int_eq(store_delete(store, old->id, NULL), 0);
	finds(store, "quiet", "prompt 0: <quiet> | alpha");
	ck_assert_int_eq(store_delete(store, new->id, NULL), 0);
	finds(store, "quiet", "");
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM search"), 0);
	session_free(old);
	session_free(new);
	store_close(store);
}
END_TEST

START_TEST(what_became_of_an_action)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);
	struct hits hits;

	fixture_apply(store, session, "item action - promise - -; item action - promise - -; item parked - promise - -;"
				      " item-set 2 done 1; item-set 3 done 1");
	catch_up(store);
	ck_assert_int_eq(store_search(store, "promise", NULL, 10, &hits, NULL), 0);
	ck_assert_uint_eq(hits.count, 3);
	ck_assert(!hits.items[0].done && hits.items[1].done && hits.items[2].done);
	ck_assert(!hits.items[1].dropped && !hits.items[1].carried);
	hits_release(&hits);
	session_free(session);
	store_close(store);
}
END_TEST

/* Secrets. */

/* The index as a whole, its segments decoded as far as FTS5 tells: each term that it holds. */
static bool holds_term(struct store *store, const char *part)
{
	char *sql = mem_printf("SELECT count(*) FROM terms WHERE term LIKE '%%%s%%'", part);
	bool holds;

	ck_assert_int_eq(store_execute(store, "CREATE VIRTUAL TABLE IF NOT EXISTS temp.terms USING fts5vocab(main, search, row)",
				 NULL), 0);
	holds = fixture_number(store, sql) > 0;
	free(sql);
	sql = mem_printf("SELECT count(*) FROM search_content WHERE c0 || c1 || c2 LIKE '%%%s%%'", part);
	holds = holds || fixture_number(store, sql) > 0;
	free(sql);
	return holds;
}

START_TEST(nothing_hidden_is_in_the_index)
{
	struct store *store = fixture_open(":memory:");
	struct session *session = fixture_session(store);

	fixture_apply(store, session,
		"state alpha/room collecting; state alpha/side collecting; state alpha/secret collecting;"
		" ballot alpha/room -3 own xylophone; ballot alpha/side -1 own xylophone; ballot alpha/secret 1 own xylophone;"
		" ballot alpha/scale 1 own xylophone; ballot alpha/scale 1 prediction xylophone");
	fixture_apply(store, session, "item note - openly - -; item note - xylophone - -; item-set 2 private 1");
	catch_up(store);
	ck_assert(holds_term(store, "openly"));
	ck_assert(!holds_term(store, "xylophone"));
	finds(store, "xylophone", "");
	fixture_apply(store, session, "state alpha/room revealed; state alpha/secret revealed; state alpha/scale revealed");
	catch_up(store);
	ck_assert(!holds_term(store, "xylophone"));
	/* One that becomes private is found no longer. */
	fixture_apply(store, session, "item-set 1 private 1");
	finds(store, "openly", "");
	session_free(session);
	store_close(store);
}
END_TEST

static int occurrences(const char *path, const char *part)
{
	struct str bytes;
	int count = 0;
	size_t length = strlen(part);

	str_init(&bytes);
	if (!file_exists(path))
		return 0;
	ck_assert_int_eq(file_read(path, 1 << 26, &bytes, NULL), 0);
	for (size_t i = 0; i + length <= bytes.length; i++)
		count += memcmp(bytes.data + i, part, length) == 0;
	str_release(&bytes);
	return count;
}

/* Parts of words, as FTS5 keeps what one word has in common with the last only once. */
START_TEST(deleting_leaves_no_bytes)
{
	static const char *const secrets[] = { "xqzwvy", "gibble", "frotzm" };
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *others[20], *session = fixture_session(store);

	fixture_apply(store, session,
		"person-add Axqzwvy_Bgibble planner 0 9; item note - cfrotzm - -; row-add beta/reg 5 -1; cell 5 vendor Axqzwvy");
	catch_up(store);
	for (size_t i = 0; i < COUNT_OF(others); i++) {
		others[i] = fixture_session(store);
		fixture_apply(store, others[i], "item note - another - -; person-add Axel planner 0 9");
		catch_up(store);
	}
	store_settle(store);
	for (size_t i = 0; i < COUNT_OF(secrets); i++)
		ck_assert_int_gt(occurrences(fixture_path("a.db"), secrets[i]) +
				 occurrences(fixture_path("a.db-wal"), secrets[i]), 1);
	/* An older text of it is no longer found, but may lie about until then. */
	fixture_apply(store, session, "item-set 1 text something; person-remove 9");
	catch_up(store);
	ck_assert_int_eq(store_delete(store, session->id, NULL), 0);
	for (size_t i = 0; i < COUNT_OF(secrets); i++) {
		ck_assert_int_eq(occurrences(fixture_path("a.db"), secrets[i]), 0);
		ck_assert_int_eq(occurrences(fixture_path("a.db-wal"), secrets[i]), 0);
	}
	ck_assert_int_eq(fixture_number(store, "SELECT count(*) FROM search WHERE search MATCH 'another'"), 20);
	for (size_t i = 0; i < COUNT_OF(others); i++)
		session_free(others[i]);
	session_free(session);
	store_close(store);
}
END_TEST

/* Whoever shows only what the room may see works nothing out. */
START_TEST(what_is_shown_in_part_is_not_kept)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	char id[SESSION_ID_LENGTH + 1];

	store_hide(store, 0);
	ck_assert_int_eq(store_stale(store, id, NULL), 0);
	session_free(session);
	store_close(store);
}
END_TEST

/* Damage. */

static const char *const damages[] = {
	"UPDATE search_data SET block = x'00' WHERE id > 10",
	"DELETE FROM search_data WHERE id > 10",
	"DELETE FROM search_data",
	"UPDATE search_data SET block = randomblob(length(block)) WHERE id > 10",
	"DELETE FROM search_config",
	"DELETE FROM search_idx",
};

/* So small an index is read without its own index. */
#define UNNOTICED 5

/* What somebody else, or a bad disk, has done to the index. */
static void damage(const char *path, const char *sql)
{
	sqlite3 *db;

	ck_assert_int_eq(sqlite3_open(path, &db), SQLITE_OK);
	ck_assert_msg(sqlite3_exec(db, sql, NULL, NULL, NULL) == SQLITE_OK, "%s", sqlite3_errmsg(db));
	sqlite3_close(db);
}

START_TEST(a_damaged_index_is_made_anew)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct err err = { 0 };
	struct hits hits;

	fixture_apply(store, session, "item note - something - -");
	catch_up(store);
	store_close(store);
	damage(fixture_path("a.db"), damages[_i]);
	store = fixture_open(fixture_path("a.db"));
	ck_assert_msg(store_search(store, "something", NULL, 10, &hits, &err) == 0, "%s", err.message);
	ck_assert(hits.renewed || _i == UNNOTICED);
	hits_release(&hits);
	finds(store, "something", "note 1: <something>");
	/* It is no reason to keep a session. */
	store_close(store);
	damage(fixture_path("a.db"), damages[_i]);
	store = fixture_open(fixture_path("a.db"));
	ck_assert_msg(store_delete(store, session->id, &err) == 0, "%s", err.message);
	session_free(session);
	store_close(store);
}
END_TEST

START_TEST(damage_while_writing)
{
	struct store *store = fixture_open(fixture_path("a.db"));
	struct session *session = fixture_session(store);
	struct derived derived = { .harmony_low = -1, .harmony_high = -1 };
	struct err err = { 0 };
	int result;

	fixture_apply(store, session, "item note - something - -");
	catch_up(store);
	store_close(store);
	damage(fixture_path("a.db"), damages[_i]);
	store = fixture_open(fixture_path("a.db"));
	fixture_apply(store, session, "item-set 1 text else");
	mentions_of_session(session, &derived.mentions);
	ck_assert_int_eq(store_begin(store, __func__, &err), 0);
	result = store_keep_derived(store, session, &derived, &err);
	if (result == 0) {
		ck_assert_int_eq(store_commit(store, __func__, &err), 0);
	} else {
		store_rollback(store, __func__);
		ck_assert_msg(store_heal_search(store, &err) == 1, "%s", err.message);
		finds(store, "else", "note 1: <else>");
	}
	mentions_release(&derived.mentions);
	session_free(session);
	store_close(store);
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("store-search");
	TCase *tcase = tcase_create("search");

	tcase_add_checked_fixture(tcase, fixture_set_up, fixture_sweep);
	tcase_add_loop_test(tcase, a_query, 0, (int)COUNT_OF(queries));
	tcase_add_loop_test(tcase, words_are_parted, 0, (int)COUNT_OF(parts));
	tcase_add_test(tcase, marks_are_read);
	tcase_add_test(tcase, follows_every_change);
	tcase_add_test(tcase, a_bank_goes_with_its_questions);
	tcase_add_test(tcase, writes_what_has_changed);
	tcase_add_loop_test(tcase, spelling, 0, (int)COUNT_OF(spellings));
	tcase_add_test(tcase, order_and_limit);
	tcase_add_test(tcase, a_question_knows_who_asked_it_last);
	tcase_add_test(tcase, what_became_of_an_action);
	tcase_add_test(tcase, nothing_hidden_is_in_the_index);
	tcase_add_test(tcase, deleting_leaves_no_bytes);
	tcase_add_test(tcase, what_is_shown_in_part_is_not_kept);
	tcase_add_loop_test(tcase, a_damaged_index_is_made_anew, 0, (int)COUNT_OF(damages));
	tcase_add_loop_test(tcase, damage_while_writing, 0, (int)COUNT_OF(damages));
	suite_add_tcase(suite, tcase);
	return run_suite(suite);
}
