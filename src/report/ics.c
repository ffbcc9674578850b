/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * What is due, for a calendar. Written by ourselves: libical would cost every start of the program more (it brings ICU
 * along) than all that it has to do.
 */
#include "report/ics.h"

#include "base/date.h"
#include "base/i18n.h"
#include "model/meeting.h"

#include <stdlib.h>
#include <string.h>
#include <time.h>

#define LINE_MOST 75 /* octets, without the end of the line */

/* A line, folded: what goes on begins with a space. No character is split. */
static void add_line(struct str *out, const char *line)
{
	size_t room = LINE_MOST;

	while (strlen(line) > room) {
		size_t length = room;

		while (length > 1 && ((unsigned char)line[length] & 0xc0) == 0x80)
			length--;
		str_addn(out, line, length);
		str_add(out, "\r\n ");
		line += length;
		room = LINE_MOST - 1;
	}
	str_add(out, line);
	str_add(out, "\r\n");
}

static void add_text(struct str *out, const char *name, const char *text)
{
	struct str line;

	str_init(&line);
	str_printf(&line, "%s:", name);
	for (; *text; text++) {
		if (*text == '\n') {
			str_add(&line, "\\n");
			continue;
		}
		if (strchr("\\;,", *text))
			str_addc(&line, '\\');
		str_addc(&line, *text);
	}
	add_line(out, line.data);
	str_release(&line);
}

static void add_day(struct str *out, const char *name, int day)
{
	int year, month, date;
	char *line;

	date_to_civil(day, &year, &month, &date);
	line = mem_printf("%s;VALUE=DATE:%04d%02d%02d", name, year, month, date);
	add_line(out, line);
	free(line);
}

/* When this was so: when the session was last changed, so that a later state counts as newer. */
static void add_stamp(struct str *out, const struct session *session)
{
	time_t when = (time_t)session->changed;
	struct tm utc;
	char line[64];

	if (!gmtime_r(&when, &utc) || strftime(line, sizeof line, "DTSTAMP:%Y%m%dT%H%M%SZ", &utc) == 0)
		strcpy(line, "DTSTAMP:19700101T000000Z");
	add_line(out, line);
}

/* An event of one whole day, in which one is free for other things. name: what of the session it is. */
static void add_event(struct str *out, const struct session *session, const char *name, int day, const char *summary,
	const char *description)
{
	char *id = mem_printf("%s-%s@accord", session->id, name);

	add_line(out, "BEGIN:VEVENT");
	add_text(out, "UID", id);
	add_stamp(out, session);
	add_day(out, "DTSTART", day);
	add_day(out, "DTEND", day + 1);
	add_text(out, "SUMMARY", summary);
	add_text(out, "DESCRIPTION", description);
	add_line(out, "TRANSP:TRANSPARENT");
	add_line(out, "END:VEVENT");
	free(id);
}

/* "Joint workshop, Acme, 2026-11-09" */
static void describe_session(struct str *text, const struct session *session)
{
	char date[11];

	date_format(session->date, date);
	str_add(text, session->title);
	if (session->organisation[0])
		str_printf(text, ", %s", session->organisation);
	str_printf(text, ", %s", date);
}

static void add_action(struct str *out, const struct session *session, const struct item *item)
{
	const struct step *step = bank_step(session->bank, item->step, NULL);
	char *name = mem_printf("%d", item->id);
	char *summary = item->owner[0] ? mem_printf("%s (%s)", item->text, item->owner) : mem_strdup(item->text);
	struct str text, session_line;

	/* A summary is a single line. */
	for (char *c = summary; *c; c++)
		if (*c == '\n')
			*c = ' ';
	str_init(&text);
	str_init(&session_line);
	str_add(&text, item->text);
	str_addc(&text, '\n');
	str_printf(&text, _("Owner: %s"), item->owner[0] ? item->owner : _("nobody yet"));
	str_addc(&text, '\n');
	if (step) {
		str_printf(&text, _("Question: %s"), step->prompt);
		str_addc(&text, '\n');
	}
	describe_session(&session_line, session);
	str_printf(&text, _("Session: %s"), session_line.data);
	str_addc(&text, '\n');
	str_printf(&text, _("Action: %s/%d"), session->id, item->id);
	add_event(out, session, name, item->due, summary, text.data);
	str_release(&session_line);
	str_release(&text);
	free(summary);
	free(name);
}

/* A workshop that is still to come is an appointment itself; nothing comes of one that was cancelled. */
static bool is_ahead(const struct session *session)
{
	return session->state != SESSION_FINISHED && session->halt == HALT_NONE;
}

static void add_session(struct str *out, const struct session *session)
{
	struct str text;

	str_init(&text);
	describe_session(&text, session);
	if (session->facilitator[0]) {
		str_addc(&text, '\n');
		str_printf(&text, _("Facilitated by %s"), session->facilitator);
	}
	add_event(out, session, "session", session->date, session->title, text.data);
	str_release(&text);
}

static void add_meeting(struct str *out, const struct session *session, const struct meeting *meeting)
{
	char *name = mem_printf("%s-%d", meeting->step->key, meeting->after);
	/* TRANSLATORS: %s is the title of a workshop. */
	char *summary = mem_printf(_("Follow-up: %s"), session->title);
	struct str text;

	/* A key has a slash, which some calendars take for a folder. */
	for (char *c = name; *c; c++)
		if (*c == '/')
			*c = '-';
	str_init(&text);
	str_printf(&text, "%s\n%s\n", meeting->step->prompt, meeting->option->text);
	describe_session(&text, session);
	str_addc(&text, '\n');
	str_printf(&text, _("To begin it: accord new --follows %s"), session->id);
	add_event(out, session, name, meeting->day, summary, text.data);
	str_release(&text);
	free(summary);
	free(name);
}

/* What a calendar shows of itself, and what is not in it. */
static void add_head(struct str *out, const struct session *session, int dateless)
{
	struct str text;

	str_init(&text);
	describe_session(&text, session);
	if (dateless > 0) {
		str_addc(&text, '\n');
		str_printf(&text, P_("%d open action has no date and is not in this calendar.",
				     "%d open actions have no date and are not in this calendar.", dateless), dateless);
	}
	add_line(out, "BEGIN:VCALENDAR");
	add_line(out, "VERSION:2.0");
	add_line(out, "PRODID:-//accord//accord//EN");
	add_line(out, "CALSCALE:GREGORIAN");
	add_line(out, "METHOD:PUBLISH");
	add_text(out, "X-WR-CALNAME", session->title);
	add_text(out, "X-WR-CALDESC", text.data);
	str_release(&text);
}

static int write_ics(const struct report_input *input, struct report_output *output, struct err *err)
{
	const struct session *session = input->session;
	size_t meeting_count;
	struct meeting *meetings = meetings_of(session, &meeting_count);
	int dated = 0, dateless = 0;
	struct str *out;

	for (size_t i = 0; session->halt != HALT_CANCELLED && i < session->item_count; i++) {
		const struct item *item = &session->items[i];

		dated += action_is_open(item) && item->due != DAY_NONE;
		dateless += action_is_open(item) && item->due == DAY_NONE;
	}
	/* A calendar of nothing is none (RFC 5545, 3.6). */
	if (dated == 0 && meeting_count == 0 && !is_ahead(session))
		return err_set(err, ERR_FAILED, "%s",
			_("there is nothing for a calendar: no open action has a date, and no day is set to come back"));
	out = report_output_add(output, NULL);
	add_head(out, session, dateless);
	if (is_ahead(session))
		add_session(out, session);
	for (size_t i = 0; dated > 0 && i < session->item_count; i++)
		if (action_is_open(&session->items[i]) && session->items[i].due != DAY_NONE)
			add_action(out, session, &session->items[i]);
	for (size_t i = 0; i < meeting_count; i++)
		add_meeting(out, session, &meetings[i]);
	free(meetings);
	add_line(out, "END:VCALENDAR");
	return 0;
}

const struct format format_ics = {
	.name = "ics",
	.extension = "ics",
	.title = N_("iCalendar, what is due for a calendar"),
	.narrow = true,
	.write = write_ics,
};
