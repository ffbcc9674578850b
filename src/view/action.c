/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The table of actions. */
#include "view/action.h"

#include "base/i18n.h"
#include "base/mem.h"

#include <string.h>

static const struct action_entry table[] = {
	/* the workshop */
	{ .action = ACT_NEXT, .contexts = CONTEXT_STEP, .name = "next", .keys = { "n" }, .footer = 2,
	  .label = N_("next"), .help = N_("go to the next step") },
	{ .action = ACT_PREVIOUS, .contexts = CONTEXT_STEP, .name = "previous", .keys = { "p" }, .footer = 6,
	  .label = N_("previous"), .help = N_("go back to the previous step") },
	{ .action = ACT_REVEAL, .contexts = CONTEXT_REVEAL, .name = "reveal", .keys = { "r" }, .footer = 1,
	  .label = N_("reveal"), .help = N_("reveal the answers, or show what a register says") },
	{ .action = ACT_REVEAL, .contexts = CONTEXT_SAYS, .name = "table", .keys = { "r" }, .footer = 1,
	  .label = N_("table"), .help = N_("go back to the table") },
	{ .action = ACT_NOTE, .contexts = CONTEXT_STEP | CONTEXT_ITEMS | CONTEXT_GAPS, .name = "note",
	  .keys = { "o" }, .footer = 3, .label = N_("note"), .help = N_("write a note") },
	{ .action = ACT_PRIVATE, .contexts = CONTEXT_STEP | CONTEXT_ITEMS | CONTEXT_GAPS, .name = "private-note",
	  .keys = { "O" }, .label = N_("private note"),
	  .help = N_("write a note for you alone: no other screen and no summary has it") },
	{ .action = ACT_DECISION, .contexts = CONTEXT_STEP | CONTEXT_ITEMS | CONTEXT_GAPS, .name = "decision",
	  .keys = { "d" }, .footer = 3, .quiet = CONTEXT_REVEAL, .label = N_("decision"),
	  .help = N_("record a decision, which is proposed until both sides say yes") },
	{ .action = ACT_DIFFER, .contexts = CONTEXT_STEP | CONTEXT_ITEMS, .name = "differ", .keys = { "D" },
	  .footer = 9, .label = N_("differ"), .help = N_("record what the room agrees to differ on") },
	{ .action = ACT_AGREE, .contexts = CONTEXT_STEP | CONTEXT_GAPS, .name = "decisions", .keys = { "y" },
	  .label = N_("yes"), .help = N_("name who says yes to a decision; below lies the list of all") },
	{ .action = ACT_ACTION, .contexts = CONTEXT_STEP | CONTEXT_ITEMS | CONTEXT_GAPS, .name = "action",
	  .keys = { "a" }, .footer = 3, .quiet = CONTEXT_REVEAL, .label = N_("action"),
	  .help = N_("record an action: what, who, by when") },
	{ .action = ACT_PARK, .contexts = CONTEXT_STEP | CONTEXT_ITEMS | CONTEXT_GAPS, .name = "park",
	  .keys = { "x" }, .footer = 6, .quiet = CONTEXT_REVEAL, .label = N_("park"),
	  .help = N_("put something on the parking lot") },
	{ .action = ACT_AGENDA, .contexts = CONTEXT_STEP, .name = "agenda", .keys = { "m" }, .footer = 5,
	  .label = N_("map"), .help = N_("show the agenda as a map; Enter there goes to a module") },
	{ .action = ACT_TIME, .contexts = CONTEXT_STEP, .name = "time", .keys = { "t" }, .footer = 7,
	  .label = N_("time"), .help = N_("show what is still to come; Enter there gives this module five minutes more") },
	{ .action = ACT_ITEMS, .contexts = CONTEXT_STEP, .name = "items", .keys = { "i" }, .footer = 8,
	  .label = N_("lists"), .help = N_("show notes, decisions, actions and the parking lot") },
	{ .action = ACT_GAPS, .contexts = CONTEXT_STEP, .name = "gaps", .keys = { "g" }, .footer = 5, .quiet = CONTEXT_REVEAL,
	  .label = N_("gaps"), .help = N_("show what the answers came to, and what still needs a decision") },
	{ .action = ACT_SUMMARY, .contexts = CONTEXT_STEP | CONTEXT_HOME, .name = "summary", .keys = { "s" },
	  .footer = 7, .label = N_("summary"), .help = N_("read the summary") },
	{ .action = ACT_EXPORT, .contexts = CONTEXT_STEP | CONTEXT_HOME | CONTEXT_READ, .name = "export",
	  .keys = { "e" }, .footer = 9, .label = N_("export"), .help = N_("write the summary to a text file") },
	{ .action = ACT_COACH, .contexts = CONTEXT_STEP, .name = "coach", .keys = { "c" }, .footer = 7,
	  .label = N_("coach"), .help = N_("show or hide the note for the facilitator") },
	{ .action = ACT_BLANK, .contexts = CONTEXT_STEP | CONTEXT_PRESENT, .name = "blank", .keys = { "b" },
	  .label = N_("blank"), .help = N_("blank the audience's screen, or show it again") },
	{ .action = ACT_PEOPLE, .contexts = CONTEXT_STEP, .name = "people", .keys = { "P" }, .footer = 8,
	  .label = N_("people"), .help = N_("add somebody, or mark who has come or gone") },
	{ .action = ACT_WAY, .contexts = CONTEXT_ASK | CONTEXT_TALLY, .name = "way", .keys = { "w" }, .footer = 7,
	  .label = N_("way"),
	  .help = N_("choose how answers are taken (roll call, tally, sealed rows ...), and whether by name") },
	{ .action = ACT_CANT_SAY, .contexts = CONTEXT_ASK, .name = "cant-say", .keys = { "0" }, .footer = 2,
	  .label = N_("can't say"), .help = N_("answer \"can't say\"") },
	{ .action = ACT_NOT_HERE, .contexts = CONTEXT_ASK, .name = "not-here", .keys = { "-" }, .footer = 3,
	  .label = N_("not here"), .help = N_("mark somebody as not here for this step") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_ASK | CONTEXT_TALLY, .name = "clear", .keys = { "Del", "BSpace" },
	  .label = N_("clear"), .help = N_("take this answer back") },
	{ .action = ACT_PEEK, .contexts = CONTEXT_ASK | CONTEXT_TALLY, .name = "peek", .keys = { "v" },
	  .label = N_("answers"), .help = N_("show or hide, on this screen alone, who has answered what") },
	{ .action = ACT_REOPEN, .contexts = CONTEXT_RESULT, .name = "reopen", .keys = { "R" }, .footer = 7,
	  .label = N_("reopen"), .help = N_("ask again in a new round; the summary says so") },
	{ .action = ACT_HIDE, .contexts = CONTEXT_RESULT, .name = "unreveal", .keys = { "U" },
	  .label = N_("hide again"),
	  .help = N_("take the reveal back, unless something was decided on it; the summary says so") },
	{ .action = ACT_MERGE, .contexts = CONTEXT_REGISTER, .name = "merge", .keys = { "M" }, .footer = 2,
	  .label = N_("same names"), .help = N_("confirm which names are one supplier") },
	{ .action = ACT_FINISH, .contexts = CONTEXT_STEP, .name = "finish", .keys = { "F" },
	  .label = N_("finish"), .help = N_("mark the session as finished, or as running again") },

	/* a seat */
	{ .action = ACT_SHOW, .contexts = CONTEXT_SEAT, .name = "show-answer", .keys = { "Tab" }, .footer = 1,
	  .label = N_("show"), .help = N_("show what you answered, or hide it again") },
	{ .action = ACT_CANT_SAY, .contexts = CONTEXT_SEAT, .name = "cannot-say", .keys = { "0" }, .footer = 2,
	  .label = N_("can't say"), .help = N_("answer \"can't say\"") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_SEAT, .name = "clear-own", .keys = { "Del", "BSpace" },
	  .footer = 6, .label = N_("clear"), .help = N_("take your answer back, and your guess") },
	{ .action = ACT_UNDO, .contexts = CONTEXT_SEAT, .name = "undo-own", .keys = { "u" }, .footer = 3,
	  .label = N_("undo"), .help = N_("take back what you answered last; nobody else can") },

	/* clauses */
	{ .action = ACT_EDIT, .contexts = CONTEXT_DRAFT, .name = "write-clause", .keys = { "Enter" }, .footer = 1,
	  .label = N_("write"), .help = N_("write the clause, or change it; another text is voted on anew") },
	{ .action = ACT_VOTE, .contexts = CONTEXT_DRAFT, .name = "vote", .keys = { "v" }, .footer = 1,
	  .label = N_("vote"), .help = N_("vote on the clause, or go on with the vote") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_DRAFT, .name = "remove-clause", .keys = { "Del", "BSpace" },
	  .footer = 7, .label = N_("remove"),
	  .help = N_("remove the votes on the clause; where there are none, its text") },
	{ .action = ACT_BACK, .contexts = CONTEXT_VOTE, .name = "leave-vote", .keys = { "Esc", "q" }, .footer = 1,
	  .label = N_("leave the vote"), .help = N_("go back to the list of clauses; the votes stay") },
	{ .action = ACT_NOT_HERE, .contexts = CONTEXT_VOTE, .name = "not-here-for-vote", .keys = { "-" }, .footer = 2,
	  .label = N_("not here"), .help = N_("pass over somebody who is not here for this vote") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_VOTE, .name = "clear-vote", .keys = { "Del", "BSpace" },
	  .footer = 6, .label = N_("clear"), .help = N_("take this vote back") },

	/* links */
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_LINKS, .name = "link", .keys = { "Space", "Enter", "+" },
	  .footer = 1, .label = N_("link"), .help = N_("link the two at the cursor, or take their link away") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_LINKS, .name = "remove-link", .keys = { "Del", "BSpace" },
	  .label = N_("remove"), .help = N_("take the link at the cursor away") },

	/* a register's table */
	{ .action = ACT_ENTER, .contexts = CONTEXT_TABLE, .name = "edit-cell", .keys = { "Enter" }, .footer = 1,
	  .label = N_("edit"), .help = N_("change what stands in the cell; typing replaces it") },
	{ .action = ACT_NEXT_CELL, .contexts = CONTEXT_TABLE, .name = "next-cell", .keys = { "Tab" }, .footer = 4,
	  .label = N_("next cell"), .help = N_("go to the next cell; after the last one to a new row") },
	{ .action = ACT_PREVIOUS_CELL, .contexts = CONTEXT_TABLE, .name = "previous-cell", .keys = { "BackTab" },
	  .label = N_("previous cell"), .help = N_("go to the cell before") },
	{ .action = ACT_ADD, .contexts = CONTEXT_TABLE, .name = "add-row", .keys = { "+", "Insert" }, .footer = 2,
	  .label = N_("add row"), .help = N_("add a row below; pasted lines become rows, split at tabs or commas") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_TABLE, .name = "remove-row", .keys = { "Del" }, .footer = 3,
	  .label = N_("remove row"), .help = N_("remove the row; undo brings it back") },
	{ .action = ACT_UNDO, .contexts = CONTEXT_TABLE, .name = "undo-in-table", .keys = { "C-u" }, .footer = 5,
	  .label = N_("undo"), .help = N_("take the last change back while in the table") },
	{ .action = ACT_REDO, .contexts = CONTEXT_TABLE, .name = "redo-in-table", .keys = { "C-r" },
	  .label = N_("redo"), .help = N_("do what was undone again") },
	{ .action = ACT_HELP, .contexts = CONTEXT_TABLE | CONTEXT_FORM | CONTEXT_EDIT, .name = "help-while-typing",
	  .keys = { "F1" }, .footer = 4, .label = N_("help"), .help = N_("show the keys, as a question mark is text here") },
	{ .action = ACT_UP, .contexts = CONTEXT_TABLE, .name = "cell-up", .keys = { "Up" }, .label = N_("up"),
	  .help = N_("one row up") },
	{ .action = ACT_DOWN, .contexts = CONTEXT_TABLE, .name = "cell-down", .keys = { "Down" }, .label = N_("down"),
	  .help = N_("one row down") },
	{ .action = ACT_LEFT, .contexts = CONTEXT_TABLE, .name = "cell-left", .keys = { "Left" }, .label = N_("left"),
	  .help = N_("one cell to the left") },
	{ .action = ACT_RIGHT, .contexts = CONTEXT_TABLE, .name = "cell-right", .keys = { "Right" },
	  .label = N_("right"), .help = N_("one cell to the right") },
	{ .action = ACT_PAGE_UP, .contexts = CONTEXT_TABLE, .name = "rows-up", .keys = { "PgUp" },
	  .label = N_("page up"), .help = N_("ten rows up") },
	{ .action = ACT_PAGE_DOWN, .contexts = CONTEXT_TABLE, .name = "rows-down", .keys = { "PgDn" },
	  .label = N_("page down"), .help = N_("ten rows down") },
	{ .action = ACT_FIRST, .contexts = CONTEXT_TABLE, .name = "first-cell", .keys = { "Home" },
	  .label = N_("first"), .help = N_("the first cell of the row") },
	{ .action = ACT_LAST, .contexts = CONTEXT_TABLE, .name = "last-cell", .keys = { "End" },
	  .label = N_("last"), .help = N_("the last cell of the row") },
	{ .action = ACT_BACK, .contexts = CONTEXT_TABLE, .name = "leave-table", .keys = { "Esc" }, .footer = 1,
	  .label = N_("leave"), .help = N_("leave the table; n, p, r and the others work again") },

	/* typing */
	{ .action = ACT_SAVE, .contexts = CONTEXT_EDIT, .name = "save", .keys = { "Enter" }, .footer = 1,
	  .label = N_("save"), .help = N_("keep what was typed") },
	{ .action = ACT_BACK, .contexts = CONTEXT_EDIT, .name = "cancel", .keys = { "Esc" }, .footer = 2,
	  .label = N_("cancel"), .help = N_("leave it as it was") },

	/* home */
	{ .action = ACT_ENTER, .contexts = CONTEXT_HOME, .name = "open", .keys = { "Enter" }, .footer = 1,
	  .label = N_("open"), .help = N_("go on with the session where it was left") },
	{ .action = ACT_NEW, .contexts = CONTEXT_HOME | CONTEXT_WELCOME, .name = "new", .keys = { "n" }, .footer = 2,
	  .label = N_("new"), .help = N_("prepare a new session") },
	{ .action = ACT_DEMO, .contexts = CONTEXT_HOME | CONTEXT_WELCOME, .name = "demo",
	  .keys = { "D" }, .footer = 6, .label = N_("demo"), .help = N_("make a fictional session to look round in") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_HOME, .name = "delete", .keys = { "Del" }, .footer = 8,
	  .label = N_("delete"), .help = N_("delete the session, after a question") },

	/* people */
	{ .action = ACT_ADD, .contexts = CONTEXT_PEOPLE, .name = "add-person", .keys = { "+", "Insert", "a" },
	  .footer = 1, .label = N_("add"),
	  .help = N_("add somebody as \"Name, role, side\"; several lines can be pasted") },
	{ .action = ACT_EDIT, .contexts = CONTEXT_PEOPLE, .name = "edit-person", .keys = { "Enter" }, .footer = 3,
	  .label = N_("change"), .help = N_("change name, role and side") },
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_PEOPLE, .name = "here", .keys = { "Space" }, .footer = 2,
	  .label = N_("here or away"), .help = N_("mark somebody as here or as away") },
	{ .action = ACT_FILE, .contexts = CONTEXT_PEOPLE, .name = "people-file", .keys = { "f" }, .footer = 7,
	  .label = N_("from a file"), .help = N_("read people from a file, a line each") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_PEOPLE, .name = "remove-person", .keys = { "Del" }, .footer = 6,
	  .label = N_("remove"), .help = N_("remove somebody and their named answers; undo brings them back") },
	{ .action = ACT_START, .contexts = CONTEXT_PEOPLE, .name = "start", .keys = { "n" }, .footer = 1,
	  .label = N_("go on"), .help = N_("go on to the workshop") },

	/* agenda */
	{ .action = ACT_ENTER, .contexts = CONTEXT_AGENDA, .name = "go-to-module", .keys = { "Enter" }, .footer = 1,
	  .label = N_("go"), .help = N_("go to the module's first open step") },
	{ .action = ACT_LONGER, .contexts = CONTEXT_AGENDA, .name = "longer", .keys = { "+", "Right" }, .footer = 2,
	  .label = N_("longer"), .help = N_("a minute more") },
	{ .action = ACT_SHORTER, .contexts = CONTEXT_AGENDA, .name = "shorter", .keys = { "-", "Left" },
	  .footer = 2, .both = N_("minutes"), .label = N_("shorter"), .help = N_("a minute less") },
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_AGENDA, .name = "drop", .keys = { "Space" }, .footer = 1,
	  .label = N_("skip"), .help = N_("leave a module out, or take it in again") },
	{ .action = ACT_EARLIER, .contexts = CONTEXT_AGENDA, .name = "earlier", .keys = { "K" }, .footer = 3,
	  .label = N_("earlier"), .help = N_("move the module up") },
	{ .action = ACT_LATER, .contexts = CONTEXT_AGENDA, .name = "later", .keys = { "J" }, .footer = 3, .both = N_("move"),
	  .label = N_("later"), .help = N_("move the module down") },
	{ .action = ACT_ADD, .contexts = CONTEXT_AGENDA, .name = "add-module", .keys = { "a", "Insert" }, .footer = 3,
	  .label = N_("add"), .help = N_("add a module of the bank, below this one") },
	{ .action = ACT_TAKE_TIMES, .contexts = CONTEXT_AGENDA, .name = "take-times", .keys = { "L" },
	  .label = N_("as before"), .help = N_("plan with the minutes that modules took in earlier sessions") },

	{ .action = ACT_ASIDE, .contexts = CONTEXT_AGENDA | CONTEXT_HOME, .name = "set-aside", .keys = { "A" },
	  .footer = 8, .label = N_("set aside"), .help = N_("set the session aside, or go on with it") },
	{ .action = ACT_CANCEL, .contexts = CONTEXT_AGENDA | CONTEXT_HOME, .name = "cancel-session", .keys = { "C" },
	  .footer = 9, .label = N_("cancel"), .help = N_("cancel the session, after a question, or take that back") },

	/* time */
	{ .action = ACT_ENTER, .contexts = CONTEXT_TIME, .name = "give-time", .keys = { "Enter" }, .footer = 1,
	  .label = N_("give"), .help = N_("give this module more time, or take it for it from the one at the cursor") },
	{ .action = ACT_LONGER, .contexts = CONTEXT_TIME, .name = "give-more", .keys = { "+", "Right" }, .footer = 2,
	  .label = N_("more"), .help = N_("a minute more to give") },
	{ .action = ACT_SHORTER, .contexts = CONTEXT_TIME, .name = "give-less", .keys = { "-", "Left" }, .footer = 2,
	  .both = N_("minutes"), .label = N_("less"), .help = N_("a minute less to give") },
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_TIME, .name = "leave-out", .keys = { "Space" }, .footer = 1,
	  .label = N_("skip"), .help = N_("leave out a module that is still to come, or take it in again") },
	{ .action = ACT_SHRINK, .contexts = CONTEXT_TIME, .name = "shrink", .keys = { "s" }, .footer = 1,
	  .label = N_("shrink"), .help = N_("make the later modules shorter, as shown, so that it ends in time") },
	{ .action = ACT_ADD, .contexts = CONTEXT_TIME, .name = "count-standstill", .keys = { "a" },
	  .label = N_("count"), .help = N_("count the time during which the clock stood still") },

	/* modules of the bank */
	{ .action = ACT_ENTER, .contexts = CONTEXT_MODULES, .name = "choose-module", .keys = { "Enter" }, .footer = 1,
	  .label = N_("add"), .help = N_("put the module on the agenda") },

	/* notes, decisions, actions, parking lot */
	{ .action = ACT_EDIT, .contexts = CONTEXT_ITEMS, .name = "edit-item", .keys = { "Enter" }, .footer = 1,
	  .label = N_("change"), .help = N_("change what stands there") },
	{ .action = ACT_AGREE, .contexts = CONTEXT_ITEMS, .name = "agree", .keys = { "y" }, .footer = 2,
	  .label = N_("yes"), .help = N_("name who of each side says yes to a decision, and who does not") },
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_ITEMS, .name = "done", .keys = { "Space" }, .footer = 2,
	  .label = N_("done"), .help = N_("mark an action as done, a note as private; or take that back") },
	{ .action = ACT_DELETE, .contexts = CONTEXT_ITEMS, .name = "remove-item", .keys = { "Del" }, .footer = 4,
	  .label = N_("remove"), .help = N_("remove it; undo brings it back") },

	/* gaps */
	{ .action = ACT_ENTER, .contexts = CONTEXT_GAPS, .name = "go-to-question", .keys = { "Enter" }, .footer = 1,
	  .label = N_("go"), .help = N_("go to the question") },
	{ .action = ACT_BACK, .contexts = CONTEXT_GAPS, .name = "leave-gaps", .keys = { "q", "Esc" }, .footer = 2,
	  .label = N_("back"), .help = N_("go back to the step") },
	{ .action = ACT_DIFFER, .contexts = CONTEXT_GAPS, .name = "differ-on-gap", .keys = { "D" }, .footer = 3,
	  .label = N_("differ"), .help = N_("record that the room agrees to differ") },

	/* which names are one */
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_MERGE, .name = "tick", .keys = { "Space" }, .footer = 2,
	  .label = N_("tick"), .help = N_("tick a pair as one supplier, or take the tick away") },
	{ .action = ACT_SAVE, .contexts = CONTEXT_MERGE, .name = "confirm", .keys = { "Enter" }, .footer = 1,
	  .label = N_("confirm"), .help = N_("ticked pairs are one supplier, the others are two") },
	{ .action = ACT_ALIAS, .contexts = CONTEXT_MERGE, .name = "alias", .keys = { "+", "a" }, .footer = 3,
	  .label = N_("add a pair"), .help = N_("name two spellings that are one supplier") },

	/* the audience's screen */
	{ .action = ACT_QUIT, .contexts = CONTEXT_PRESENT, .name = "stop-showing", .keys = { "q" },
	  .label = N_("stop"), .help = N_("stop showing it, after a question") },
	{ .action = ACT_PAGE_DOWN, .contexts = CONTEXT_PRESENT, .name = "show-more", .keys = { "Space" },
	  .label = N_("more"), .help = N_("show what is below, where there is more") },

	/* a form */
	{ .action = ACT_SAVE, .contexts = CONTEXT_FORM, .name = "fill-in", .keys = { "Enter" }, .footer = 1,
	  .label = N_("next"), .help = N_("go to the next field; at the last one, save") },
	{ .action = ACT_SUBMIT, .contexts = CONTEXT_FORM, .name = "submit", .keys = { "C-s" }, .footer = 1,
	  .label = N_("save"), .help = N_("save, whichever field you are in") },
	{ .action = ACT_NEXT_CELL, .contexts = CONTEXT_FORM, .name = "next-field", .keys = { "Tab", "Down" },
	  .label = N_("next field"), .help = N_("go to the next field") },
	{ .action = ACT_PREVIOUS_CELL, .contexts = CONTEXT_FORM, .name = "previous-field",
	  .keys = { "BackTab", "Up" }, .label = N_("field before"), .help = N_("go to the field before") },
	{ .action = ACT_BACK, .contexts = CONTEXT_FORM, .name = "leave-form", .keys = { "Esc" }, .footer = 2,
	  .label = N_("cancel"), .help = N_("leave without saving") },

	/* ways to answer */
	{ .action = ACT_ENTER, .contexts = CONTEXT_WAYS, .name = "choose-way", .keys = { "Enter" }, .footer = 1,
	  .label = N_("choose"), .help = N_("take what is at the cursor; the key before it does the same from anywhere") },
	{ .action = ACT_TOGGLE, .contexts = CONTEXT_WAYS, .name = "whole-session", .keys = { "s", "Tab" }, .footer = 2,
	  .label = N_("step or session"), .help = N_("choose for the whole session rather than this step, or back") },

	/* a question */
	{ .action = ACT_YES, .contexts = CONTEXT_CONFIRM, .name = "yes", .keys = { "y" }, .footer = 1,
	  .label = N_("yes"), .help = N_("do it") },
	{ .action = ACT_NO, .contexts = CONTEXT_CONFIRM, .name = "no", .keys = { "n", "Esc", "q" }, .footer = 1,
	  .label = N_("no"), .help = N_("leave it") },

	/* moving */
	{ .action = ACT_UP, .contexts = CONTEXT_MOVE, .name = "up", .keys = { "Up", "k" }, .label = N_("up"),
	  .help = N_("up") },
	{ .action = ACT_DOWN, .contexts = CONTEXT_MOVE, .name = "down", .keys = { "Down", "j" },
	  .label = N_("down"), .help = N_("down") },
	{ .action = ACT_LEFT, .contexts = CONTEXT_MOVE, .name = "left", .keys = { "Left", "h" },
	  .label = N_("left"), .help = N_("left") },
	{ .action = ACT_RIGHT, .contexts = CONTEXT_MOVE, .name = "right", .keys = { "Right", "l" },
	  .label = N_("right"), .help = N_("right") },
	{ .action = ACT_PAGE_UP, .contexts = CONTEXT_MOVE, .name = "page-up", .keys = { "PgUp" },
	  .label = N_("page up"), .help = N_("a page up") },
	{ .action = ACT_PAGE_DOWN, .contexts = CONTEXT_MOVE, .name = "page-down", .keys = { "PgDn" },
	  .label = N_("page down"), .help = N_("a page down") },
	{ .action = ACT_FIRST, .contexts = CONTEXT_MOVE, .name = "first", .keys = { "Home" },
	  .label = N_("first"), .help = N_("to the beginning") },
	{ .action = ACT_LAST, .contexts = CONTEXT_MOVE, .name = "last", .keys = { "End" }, .label = N_("last"),
	  .help = N_("to the end") },
	{ .action = ACT_ENTER, .contexts = CONTEXT_MOVE, .name = "enter", .keys = { "Enter" }, .label = N_("enter"),
	  .help = N_("go in") },

	/* everywhere */
	{ .action = ACT_UNDO, .contexts = CONTEXT_SESSION, .name = "undo", .keys = { "u" }, .footer = 3,
	  .label = N_("undo"), .help = N_("take the last change back") },
	{ .action = ACT_REDO, .contexts = CONTEXT_SESSION, .name = "redo", .keys = { "C-r" }, .label = N_("redo"),
	  .help = N_("do what was undone again") },
	{ .action = ACT_QUIT, .contexts = CONTEXT_FIRST, .name = "quit", .keys = { "q" }, .footer = 2, .quiet = CONTEXT_STEP,
	  .label = N_("quit"), .help = N_("quit; everything is saved") },
	{ .action = ACT_BACK, .contexts = CONTEXT_FIRST, .name = "stay", .keys = { "Esc" }, .label = N_("stay"),
	  .help = N_("say how to quit; one Esc too many does not end the program") },
	{ .action = ACT_BACK, .contexts = CONTEXT_ANY, .name = "back", .keys = { "q", "Esc" }, .footer = 2,
	  .quiet = CONTEXT_STEP, .label = N_("back"), .help = N_("go back to the screen before") },
	{ .action = ACT_HELP, .contexts = CONTEXT_ANY, .name = "help", .keys = { "?", "F1" }, .footer = 4,
	  .label = N_("help"), .help = N_("show the keys of this screen") },
	{ .action = ACT_COMMAND, .contexts = CONTEXT_ANY, .name = "command", .keys = { ":" },
	  .label = N_("by name"), .help = N_("do something by its name; Tab shows what there is") },
	{ .action = ACT_REDRAW, .contexts = CONTEXT_ANY, .name = "redraw", .keys = { "C-l" },
	  .label = N_("redraw"), .help = N_("draw the screen again") },
};

const struct action_entry *action_table(size_t *count)
{
	*count = COUNT_OF(table);
	return table;
}

const struct action_entry *action_entry_find(context_set contexts, const struct key *key)
{
	/* The table stands in the order of narrowness, so the first match is the one that is meant. */
	for (size_t i = 0; i < COUNT_OF(table); i++) {
		if (!(table[i].contexts & contexts))
			continue;
		for (size_t k = 0; k < ACTION_KEYS && table[i].keys[k]; k++) {
			struct key bound;

			if (key_parse(table[i].keys[k], &bound) && key_equal(&bound, key))
				return &table[i];
		}
	}
	return NULL;
}

enum action action_find(context_set contexts, const struct key *key)
{
	const struct action_entry *entry = action_entry_find(contexts, key);

	return entry ? entry->action : ACT_NONE;
}

#define LISTED (CONTEXT_SESSION | CONTEXT_MOVE | CONTEXT_ANY)
#define WORKSHOP (CONTEXT_STEP | LISTED)
/* The workshop is the first screen for those who start with it, and the second one for those who come from home. */
#define BOTH(contexts) (contexts), (contexts) | CONTEXT_FIRST

const context_set *action_together(size_t *count)
{
	static const context_set together[] = {
		CONTEXT_HOME | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY,
		CONTEXT_WELCOME | CONTEXT_FIRST | CONTEXT_ANY,
		BOTH(CONTEXT_STEP | CONTEXT_SESSION | CONTEXT_ANY),
		BOTH(WORKSHOP),
		BOTH(WORKSHOP | CONTEXT_ASK),
		BOTH(WORKSHOP | CONTEXT_ASK | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_TALLY | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_RESULT),
		BOTH(WORKSHOP | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_REGISTER | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_SAYS),
		BOTH(WORKSHOP | CONTEXT_SAYS | CONTEXT_REGISTER),
		BOTH(WORKSHOP | CONTEXT_DRAFT | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_VOTE | CONTEXT_REVEAL),
		BOTH(WORKSHOP | CONTEXT_LINKS | CONTEXT_REVEAL),
		CONTEXT_TABLE,
		CONTEXT_EDIT,
		CONTEXT_FORM,
		CONTEXT_FORM | CONTEXT_EDIT,
		CONTEXT_CONFIRM,
		CONTEXT_PEOPLE | LISTED,
		CONTEXT_AGENDA | LISTED,
		CONTEXT_MODULES | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_TIME | LISTED,
		CONTEXT_WAYS | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_ITEMS | LISTED,
		CONTEXT_GAPS | LISTED,
		CONTEXT_SESSION | CONTEXT_ANY,
		CONTEXT_MERGE | LISTED,
		CONTEXT_READ | CONTEXT_MOVE | CONTEXT_ANY,
		CONTEXT_PRESENT | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY,
		CONTEXT_SEAT | CONTEXT_MOVE | CONTEXT_FIRST | CONTEXT_ANY,
		CONTEXT_MOVE | CONTEXT_ANY,
	};

	*count = COUNT_OF(together);
	return together;
}

const char *context_title(context_set context)
{
	switch (context) {
	case CONTEXT_ANY:
		return _("Everywhere");
	case CONTEXT_MOVE:
		return _("Moving");
	case CONTEXT_HOME:
		return _("Home");
	case CONTEXT_WELCOME:
		return _("Home without a session");
	case CONTEXT_STEP:
		return _("Workshop");
	case CONTEXT_ASK:
		return _("Taking answers");
	case CONTEXT_RESULT:
		return _("After the reveal");
	case CONTEXT_TABLE:
		return _("Within a register");
	case CONTEXT_EDIT:
		return _("Typing");
	case CONTEXT_PEOPLE:
		return _("People");
	case CONTEXT_AGENDA:
		return _("Agenda");
	case CONTEXT_TIME:
		return _("Time");
	case CONTEXT_MODULES:
		return _("Modules of the bank");
	case CONTEXT_ITEMS:
		return _("Notes, decisions, actions, parking lot");
	case CONTEXT_GAPS:
		return _("Gaps");
	case CONTEXT_MERGE:
		return _("Which names are one supplier");
	case CONTEXT_FORM:
		return _("Forms");
	case CONTEXT_CONFIRM:
		return _("Questions");
	case CONTEXT_READ:
		return _("Reading");
	case CONTEXT_REGISTER:
		return _("At a register");
	case CONTEXT_REVEAL:
		return _("At a step with a result");
	case CONTEXT_WAYS:
		return _("Choosing how a step is answered");
	case CONTEXT_TALLY:
		return _("Taking a tally");
	case CONTEXT_SAYS:
		return _("At what a register says");
	case CONTEXT_DRAFT:
		return _("At clauses");
	case CONTEXT_VOTE:
		return _("Voting on a clause");
	case CONTEXT_LINKS:
		return _("At links");
	case CONTEXT_FIRST:
		return _("On the first screen");
	case CONTEXT_PRESENT:
		return _("The audience's screen");
	case CONTEXT_SEAT:
		return _("At a seat");
	case CONTEXT_SESSION:
		return _("In a session");
	default:
		return "";
	}
}
