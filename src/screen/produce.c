/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Writes a session down in one of the formats, for the command and the screen. */
#include "screen/produce.h"

#include "bank/load.h"
#include "base/file.h"
#include "model/archive.h"
#include "model/hide.h"
#include "report/archive-json.h"
#include "report/withheld.h"
#include "screen/earlier.h"
#include "store/store.h"

#include <stdlib.h>

/* All of a session, or what may be told; NULL with err set. */
static struct archive *read_archive(struct store *store, const struct session *session, const struct produce *wanted,
	struct err *err)
{
	struct archive *archive = store_archive(store, session, err);

	if (archive && !wanted->complete)
		archive_withhold(archive, session->bank, wanted->private, wanted->small_groups);
	return archive;
}

/* What is not told, for free(). */
static char *left_out_of(const struct session *session, const struct archive *archive, const struct produce *wanted)
{
	struct withheld withheld = { 0 };

	if (wanted->format->narrow)
		return NULL;
	if (archive)
		withheld_add(&withheld, archive->withheld);
	else
		withheld_count(session, &withheld);
	return withheld_text(&withheld);
}

static int write_down(struct store *store, struct session *session, const struct produce *wanted,
	struct report_output *output, char **left_out, struct err *err)
{
	struct report_input input = { .session = session, .detail = wanted->full ? DETAIL_FULL : DETAIL_SHORT };
	struct archive *archive = NULL;
	struct session *earlier = NULL;
	int result = earlier_load(store, session, &earlier, err);

	if (result == 0 && wanted->format->whole) {
		archive = read_archive(store, session, wanted, err);
		result = archive ? 0 : -1;
	}
	if (wanted->private || wanted->complete)
		session_show_private(session);
	if (wanted->small_groups || wanted->complete)
		session_show_small(session);
	input.earlier = earlier;
	input.archive = archive;
	if (result == 0)
		result = wanted->format->write(&input, output, err);
	if (result == 0)
		*left_out = left_out_of(session, archive, wanted);
	session_free(earlier);
	archive_free(archive);
	return result;
}

int produce(struct store *store, const char *id, const struct produce *wanted, struct report_output *output,
	char **left_out, struct err *err)
{
	struct session *session = store_load(store, id, bank_parse, err);
	int result = session ? write_down(store, session, wanted, output, left_out, err) : -1;

	session_free(session);
	return result;
}

int produce_save(const struct report_output *output, const char *path, bool force, struct err *err)
{
	struct file_part *parts;
	int result;

	if (output->count > 0 && !output->files[0].name)
		return file_write(path, output->files[0].text.data, output->files[0].text.length, force, err);
	parts = mem_zalloc(output->count, sizeof *parts);
	for (size_t i = 0; i < output->count; i++)
		parts[i] = (struct file_part){ output->files[i].name, output->files[i].text.data,
					       output->files[i].text.length };
	result = file_write_folder(path, parts, output->count, force, err);
	free(parts);
	return result;
}
