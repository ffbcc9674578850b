# SPDX-License-Identifier: GPL-3.0-or-later
"""ics-check.py DATABASE SESSION FILE: reads a calendar strictly and compares it with the session; prints what differs."""
import datetime
import sqlite3
import sys

import icalendar

database, session, path = sys.argv[1:]
data = open(path, "rb").read()


def complain(what):
    print(what)


# RFC 5545, 3.1: lines of at most 75 octets that end in CR LF; no character is split by a fold.
if not data.endswith(b"\r\n"):
    complain("the last line has no end")
for line in data.split(b"\r\n")[:-1]:
    if not line or len(line) > 75 or b"\r" in line or b"\n" in line:
        complain("a line that is none: %r" % line)
    line.decode("utf-8")

calendar = icalendar.Calendar.from_ical(data)
if calendar.name != "VCALENDAR" or calendar["VERSION"] != "2.0" or not calendar["PRODID"]:
    complain("no calendar")
if any(component.errors for component in calendar.walk()):
    complain("the parser complains")

connection = sqlite3.connect(database)
connection.row_factory = sqlite3.Row
head = connection.execute("SELECT * FROM session WHERE id = ?", (session,)).fetchone()
epoch = datetime.date(1970, 1, 1)
changed = datetime.datetime.fromtimestamp(head["changed"], datetime.timezone.utc)
if calendar["X-WR-CALNAME"] != head["title"]:
    complain("another title: %s" % calendar["X-WR-CALNAME"])

want = {}
if head["state"] != "finished" and not head["halted"]:
    want["%s-session@accord" % session] = (head["title"], head["date"], [head["title"], head["facilitator"]])
dateless = 0
for item in connection.execute("SELECT * FROM item WHERE session = ? AND kind = 'action' AND done = 0 AND dropped = ''",
                               (session,)):
    if item["due"] is None:
        dateless += 1
        continue
    summary = item["text"].replace("\n", " ") + (" (%s)" % item["owner"] if item["owner"] else "")
    want["%s-%d@accord" % (session, item["id"])] = (
        summary, item["due"], [item["text"], item["owner"], head["title"], "%s/%d" % (session, item["id"])])
# When the room comes back, as the bank joint-workshop says it.
days = {"both": (30, 90), "day-30": (30,), "day-90": (90,)}
for ballot in connection.execute("SELECT own FROM ballot WHERE session = ? AND step = 'close/follow-up'", (session,)):
    for after in days.get(ballot["own"], ()):
        want["%s-close-follow-up-%d@accord" % (session, after)] = (
            "Follow-up: " + head["title"], head["date"] + after,
            ["n %d days" % after, head["title"], "accord new --follows " + session])
if bool(dateless) != ("no date" in calendar["X-WR-CALDESC"]):
    complain("actions without a date: %d, but %r" % (dateless, calendar["X-WR-CALDESC"]))

for event in calendar.walk():
    if event.name == "VCALENDAR":
        continue
    uid = str(event["UID"])
    if event.name != "VEVENT" or uid not in want:
        complain("one too many: %s" % uid)
        continue
    summary, day, said = want.pop(uid)
    day = epoch + datetime.timedelta(day)
    if str(event["SUMMARY"]) != summary:
        complain("%s: %r is not %r" % (uid, str(event["SUMMARY"]), summary))
    if event["DTSTART"].dt != day or event["DTEND"].dt != day + datetime.timedelta(1):
        complain("%s: not on %s" % (uid, day))
    if event["DTSTAMP"].dt != changed:
        complain("%s: stamped %s" % (uid, event["DTSTAMP"].dt))
    if event["TRANSP"] != "TRANSPARENT":
        complain("%s: it takes the day" % uid)
    for text in said:
        if text not in str(event["DESCRIPTION"]):
            complain("%s: does not say %r" % (uid, text))
for uid in want:
    complain("missing: %s" % uid)
