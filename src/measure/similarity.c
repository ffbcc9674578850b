/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Whether two supplier keys may mean one supplier. */
#include "measure/similarity.h"

#include "base/mem.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>
#include <unistr.h>

enum {
	MOST_PREFIX = 4,
	SHORTEST_SIMILAR = 5 /* characters; in shorter keys one letter makes all the difference */
};

struct letters {
	ucs4_t *items;
	bool *taken;
	int64_t count;
};

static void letters_init(struct letters *letters, const char *text)
{
	const uint8_t *at = (const uint8_t *)text;
	size_t left = strlen(text), count = 0;

	letters->items = mem_zalloc(left, sizeof *letters->items);
	letters->taken = mem_zalloc(left, sizeof *letters->taken);
	while (left > 0) {
		int bytes = u8_mbtouc(&letters->items[count++], at, left);

		at += bytes;
		left -= (size_t)bytes;
	}
	letters->count = (int64_t)count;
}

static void letters_release(struct letters *letters)
{
	free(letters->items);
	free(letters->taken);
}

/* Marks letters that both have at about the same place; returns how many. */
static int64_t match(struct letters *a, struct letters *b)
{
	int64_t longer = a->count > b->count ? a->count : b->count;
	int64_t window = longer >= 4 ? longer / 2 - 1 : 0, matches = 0;

	for (int64_t i = 0; i < a->count; i++) {
		int64_t from = i > window ? i - window : 0;

		for (int64_t j = from; j <= i + window && j < b->count; j++) {
			if (b->taken[j] || a->items[i] != b->items[j])
				continue;
			a->taken[i] = b->taken[j] = true;
			matches++;
			break;
		}
	}
	return matches;
}

/* Matched letters that stand in another order; two of them are one transposition. */
static int64_t out_of_order(const struct letters *a, const struct letters *b)
{
	int64_t count = 0;

	for (int64_t i = 0, j = 0; i < a->count; i++) {
		if (!a->taken[i])
			continue;
		while (!b->taken[j])
			j++;
		count += a->items[i] != b->items[j++];
	}
	return count;
}

static struct ratio jaro_of(struct letters *a, struct letters *b)
{
	int64_t m = match(a, b), t;

	if (m == 0)
		return ratio_of(a->count == b->count && a->count == 0, 1);
	/* Winkler's program halves downwards. */
	t = out_of_order(a, b) / 2;
	return ratio_of(m * m * b->count + m * m * a->count + (m - t) * a->count * b->count,
			3 * m * a->count * b->count);
}

struct ratio jaro(const char *a, const char *b)
{
	struct letters one, other;
	struct ratio out;

	letters_init(&one, a);
	letters_init(&other, b);
	out = jaro_of(&one, &other);
	letters_release(&one);
	letters_release(&other);
	return out;
}

struct ratio jaro_winkler(const char *a, const char *b)
{
	struct letters one, other;
	struct ratio out;
	int64_t prefix = 0;

	letters_init(&one, a);
	letters_init(&other, b);
	out = jaro_of(&one, &other);
	while (prefix < MOST_PREFIX && prefix < one.count && prefix < other.count &&
	       one.items[prefix] == other.items[prefix])
		prefix++;
	/* J + prefix/10 * (1 - J) */
	if (ratio_compare_to(out, 7, 10) > 0)
		out = ratio_of((10 - prefix) * out.num + prefix * out.den, 10 * out.den);
	letters_release(&one);
	letters_release(&other);
	return out;
}

/* Whether each word of a is a word of b. Words are separated by one blank. */
static bool contains_words(const char *a, const char *b)
{
	while (*a) {
		size_t length = strcspn(a, " ");
		const char *word = b;

		while (*word) {
			size_t other = strcspn(word, " ");

			if (other == length && memcmp(a, word, length) == 0)
				break;
			word += other + (word[other] == ' ');
		}
		if (!*word)
			return false;
		a += length + (a[length] == ' ');
	}
	return true;
}

static bool is_long(const char *key)
{
	return u8_mbsnlen((const uint8_t *)key, strlen(key)) >= SHORTEST_SIMILAR;
}

enum same_vendor same_vendor(const char *key_a, const char *key_b)
{
	bool a_in_b, b_in_a;

	if (!*key_a || !*key_b)
		return VENDOR_DIFFERENT;
	if (strcmp(key_a, key_b) == 0)
		return VENDOR_EQUAL_KEY;
	a_in_b = contains_words(key_a, key_b);
	b_in_a = contains_words(key_b, key_a);
	if (a_in_b && b_in_a)
		return VENDOR_SAME_TOKENS;
	if (a_in_b || b_in_a)
		return VENDOR_CONTAINED;
	if (is_long(key_a) && is_long(key_b) &&
	    ratio_compare_to(jaro_winkler(key_a, key_b), 92, 100) >= 0)
		return VENDOR_SIMILAR;
	return VENDOR_DIFFERENT;
}

const char *same_vendor_name(enum same_vendor same)
{
	static const char *const names[] = {
		[VENDOR_DIFFERENT] = "different",
		[VENDOR_EQUAL_KEY] = "equal-key",
		[VENDOR_SAME_TOKENS] = "same-tokens",
		[VENDOR_CONTAINED] = "contained",
		[VENDOR_SIMILAR] = "similar",
	};

	return names[same];
}
