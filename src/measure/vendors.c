/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Two sides' suppliers: figures and dates; what follows from them is in candidates.c. */
#include "measure/vendors.h"

#include "base/date.h"
#include "base/mem.h"
#include "measure/candidates.h"

#include <assert.h>
#include <stdlib.h>

static void check(const struct vendors_input *input)
{
	assert(input->row_count <= VENDORS_MOST_ROWS);
	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *row = &input->rows[i];

		assert(row->side == 0 || row->side == 1);
		assert(row->vendor < input->vendor_count);
		assert(row->category < 0 || (size_t)row->category < input->category_count);
		(void)row;
	}
}

int64_t vendors_spend(const struct vendors_row *row)
{
	if (row->spend > VENDORS_MOST_SPEND)
		return VENDORS_MOST_SPEND;
	return row->spend > 0 ? row->spend : 0;
}

static void count_vendors(const struct vendors_input *input, struct vendors *out)
{
	int64_t *spends = mem_zalloc(input->vendor_count, sizeof *spends);

	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *row = &input->rows[i];
		struct vendors_vendor *vendor = &out->vendors[row->vendor];

		vendor->spend[row->side] += vendors_spend(row);
		vendor->rows[row->side]++;
		out->total += vendors_spend(row);
		out->unpriced += row->spend < 0;
		out->uncategorised += row->category < 0;
	}
	for (size_t i = 0; i < input->vendor_count; i++) {
		struct vendors_vendor *vendor = &out->vendors[i];

		spends[i] = vendor->spend[0] + vendor->spend[1];
		vendor->shared = vendor->rows[0] && vendor->rows[1];
		vendor->balance = ratio_balance(vendor->spend[0], vendor->spend[1]);
		out->vendor_count += vendor->rows[0] || vendor->rows[1];
		if (vendor->shared) {
			out->shared_count++;
			out->shared_spend += spends[i];
		}
	}
	out->concentration = concentration_of(spends, input->vendor_count);
	free(spends);
}

static void count_category(const struct vendors_input *input, size_t index,
			   struct vendors_category *out)
{
	int64_t *spends = mem_zalloc(input->vendor_count, sizeof *spends);
	bool *seen = mem_zalloc(input->vendor_count, sizeof *seen);

	for (size_t i = 0; i < input->row_count; i++) {
		const struct vendors_row *row = &input->rows[i];

		if (row->category < 0 || (size_t)row->category != index)
			continue;
		spends[row->vendor] += vendors_spend(row);
		out->total += vendors_spend(row);
		out->vendors += !seen[row->vendor];
		seen[row->vendor] = true;
	}
	for (size_t i = input->vendor_count; i-- > 0;) {
		if (seen[i] && (!seen[out->largest] || spends[i] >= spends[out->largest]))
			out->largest = i;
	}
	if (out->vendors)
		out->fragmented = out->total - spends[out->largest];
	out->concentration = concentration_of(spends, input->vendor_count);
	free(seen);
	free(spends);
}

static int to_day(int64_t day)
{
	if (day > INT_MAX)
		return INT_MAX;
	return day <= DAY_NONE ? DAY_NONE + 1 : (int)day;
}

static struct vendors_notice notice_of(const struct vendors_row *row, int today)
{
	struct vendors_notice out = { .by = DAY_NONE };

	if (row->end == DAY_NONE)
		return out;
	out.by_end = row->notice < 0;
	out.by = to_day((int64_t)row->end - (out.by_end ? 0 : row->notice));
	out.days_left = to_day((int64_t)out.by - today);
	if (out.days_left == 0)
		out.state = NOTICE_TODAY;
	else
		out.state = out.days_left < 0 ? NOTICE_MISSED : NOTICE_DUE;
	out.renewed = out.state == NOTICE_MISSED && row->auto_renew;
	return out;
}

void vendors_of(const struct vendors_input *input, struct vendors *out)
{
	check(input);
	*out = (struct vendors){
		.vendors = mem_zalloc(input->vendor_count, sizeof *out->vendors),
		.categories = mem_zalloc(input->category_count, sizeof *out->categories),
		.notices = mem_zalloc(input->row_count, sizeof *out->notices),
	};
	count_vendors(input, out);
	for (size_t i = 0; i < input->category_count; i++) {
		count_category(input, i, &out->categories[i]);
		out->fragmented += out->categories[i].fragmented;
	}
	for (size_t i = 0; i < input->row_count; i++)
		out->notices[i] = notice_of(&input->rows[i], input->today);
	candidates_find(input, out);
}

void vendors_release(struct vendors *vendors)
{
	free(vendors->vendors);
	free(vendors->categories);
	free(vendors->notices);
	free(vendors->candidates);
	free(vendors->candidate_rows);
	*vendors = (struct vendors){ 0 };
}

int64_t vendors_saving(int64_t money, int percent)
{
	assert(money >= 0 && percent >= 0 && percent <= 100);
	return money / 100 * percent + (money % 100 * percent + 50) / 100;
}

const char *vendors_kind_name(enum vendors_kind kind)
{
	static const char *const names[] = {
		[CANDIDATE_ONE_CONTRACT] = "one-contract",
		[CANDIDATE_CHOOSE] = "choose",
		[CANDIDATE_DUPLICATE] = "duplicate",
	};

	return names[kind];
}

const char *vendors_notice_name(enum vendors_notice_state state)
{
	static const char *const names[] = {
		[NOTICE_NONE] = "",
		[NOTICE_MISSED] = "missed",
		[NOTICE_TODAY] = "today",
		[NOTICE_DUE] = "due",
	};

	return names[state];
}
