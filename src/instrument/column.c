/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Reading the columns of a register. */
#include "instrument/column.h"

#include "base/i18n.h"
#include "instrument/spec.h"

#define COLUMNS_MOST 20
#define TITLE_LIMIT 40
#define HINT_LIMIT 100
#define OPTIONS_MOST 20

static const char *const keys[] = { "id", "title", "hint", "type", "required", "options", "lowest",
	"highest" };

/* Reports a key that a column of this type has no use for. */
static void refuse(struct reader *reader, const struct node *node, const char *key,
	enum column_type type)
{
	const struct node *value = node_get(node, key);

	if (value)
		reader_fail(reader, value, _("a column of the type '%s' has no '%s'"),
			column_type_name(type), key);
}

static void read_levels(struct reader *reader, const struct node *node, struct column *column)
{
	const struct node *options = node_get(node, "options"),
			  *highest = node_get(node, "highest");

	if (!options) {
		if (!highest)
			reader_fail(reader, node,
				_("a column of the type 'level' needs 'options' or 'highest'"));
		spec_range(reader, node, 0, SPEC_LEVEL_MOST, &column->lowest, &column->highest);
		return;
	}
	if (highest)
		reader_fail(reader, highest,
			_("'options' say already how high it goes: leave 'highest' out"));
	column->lowest = reader_number(reader, node, "lowest", false, 0, SPEC_LEVEL_MOST - 1, 0);
	column->option_count =
		spec_levels(reader, node, "options", column->lowest, &column->options);
	column->highest = column->lowest + (long)column->option_count - 1;
}

static void read_type(struct reader *reader, const struct node *node, struct column *column)
{
	switch (column->type) {
	case COLUMN_CHOICE:
		column->option_count =
			spec_options(reader, node, "options", 2, OPTIONS_MOST, &column->options);
		break;
	case COLUMN_LEVEL:
		read_levels(reader, node, column);
		return;
	case COLUMN_NUMBER:
	case COLUMN_MONEY:
		refuse(reader, node, "options", column->type);
		spec_range(reader, node, -SPEC_NUMBER_MOST, SPEC_NUMBER_MOST, &column->lowest,
			&column->highest);
		return;
	case COLUMN_TEXT:
	case COLUMN_SIDE:
	case COLUMN_PERSON:
	case COLUMN_DATE:
	case COLUMN_YES_NO:
		refuse(reader, node, "options", column->type);
	}
	refuse(reader, node, "lowest", column->type);
	refuse(reader, node, "highest", column->type);
}

static void read_column(struct reader *outer, const struct node *node, size_t number,
	struct column *column)
{
	struct reader reader = reader_enter(outer, _("column"), node, number);
	const char *types[COLUMN_YES_NO + 1];
	int type;

	for (int i = 0; i <= COLUMN_YES_NO; i++)
		types[i] = column_type_name((enum column_type)i);
	column->type = COLUMN_UNKNOWN;
	if (reader_keys(&reader, node, keys, COUNT_OF(keys))) {
		column->id = reader_id(&reader, node, "id", true);
		column->title = reader_line(&reader, node, "title", true, TITLE_LIMIT);
		column->hint = reader_line(&reader, node, "hint", false, HINT_LIMIT);
		column->required = reader_flag(&reader, node, "required", false);
		type = reader_choice(&reader, node, "type", true, types, COUNT_OF(types));
		if (type >= 0) {
			column->type = (enum column_type)type;
			read_type(&reader, node, column);
		}
	}
	column->id = spec_text(column->id);
}

size_t columns_read(struct reader *reader, const struct node *node, struct column **columns)
{
	const struct node *list = reader_list(reader, node, "columns", true, COLUMNS_MOST);

	if (!list)
		return 0;
	*columns = mem_zalloc(list->count, sizeof **columns);
	for (size_t i = 0; i < list->count; i++)
		read_column(reader, list->items[i], i + 1, &(*columns)[i]);
	reader_unique(reader, list, "columns");
	return list->count;
}
