/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Tests of banks that are wrong: each finding, with its place, in full. */
#include "bank/load.h"
#include "bank/yaml.h"
#include "base/mem.h"
#include "base/str.h"
#include "run.h"

#include <stdlib.h>
#include <string.h>

/* A bank around what is tested. Lines 1 to 7, then the modules from line 8 on. */
#define HEAD \
	"accord: 1\n" \
	"id: b\n" \
	"version: 1.0\n" \
	"title: B\n" \
	"language: en\n" \
	"sides: [{id: m, name: M}, {id: t, name: T}]\n"
#define AGENDA "agendas: [{id: a, title: A, modules: [{id: x, minutes: 5}]}]\n"
#define STEPS HEAD AGENDA "modules: [{id: x, title: X, steps: [\n" /* a step from line 9 on */
#define END "]}]\n"
#define TEXT "{id: t, kind: text, prompt: P}"
#define MODULES "modules: [{id: x, title: X, steps: [" TEXT "]}]\n"
#define SCALE "{id: s, kind: scale, prompt: P, low: l, high: h"
#define CHOICE "{id: c, kind: choice, prompt: P"
#define CHOICE_DAYS(days) CHOICE ", options: [{id: a, text: A, " days "}, {id: b, text: B}]"
#define LIST "{id: l, kind: checklist, prompt: P"
#define RANK "{id: d, kind: rank, prompt: P"
#define DRAFT "{id: d, kind: draft, prompt: P"
#define MODELS "{id: m, kind: models, prompt: P,\nmodels: [{id: a, text: A}, {id: b, text: B}]" /* line 10 */
#define ITEM "{id: i, text: I, options: [X, Y]}"
#define NUMBER "{id: n, kind: number, prompt: P"
#define COLUMNS "{id: r, kind: register, prompt: P, columns: [\n" /* a column from line 10 on */
#define TOP_KEYS "accord, id, version, title, language, sides, sources, agendas, modules"
#define COMMON_KEYS "id, kind, prompt, proposal, coach, benchmark, by"

#define TEN "xxxxxxxxxx"
#define HUNDRED TEN TEN TEN TEN TEN TEN TEN TEN TEN TEN
#define FORTY_ONE TEN TEN TEN TEN "x"

struct bad {
	const char *name, *text, *expected;
};

static const struct bad bad[] = {
	/* Files that are no YAML, or not one document. */
	{ "an empty file", "", "f:1:1: the file is empty\n" },
	{ "only a comment", "# accord\n", "f:1:1: the file is empty\n" },
	{ "only a marker", "---\n", "f:1:1: the file is empty\n" },
	{ "two documents", "accord: 1\n---\naccord: 1\n",
		"f:2:1: a second document begins here: a file holds one\n" },
	{ "latin 1", "accord: 1\ntitle: caf\xe9\n",
		"f:2:11: byte 0xE9 is no UTF-8: save the file as UTF-8\n" },
	{ "a cut character", "title: \xe2\x82",
		"f:1:8: byte 0xE2 is no UTF-8: save the file as UTF-8\n" },
	{ "an overlong character", "title: \xc0\xaf",
		"f:1:8: byte 0xC0 is no UTF-8: save the file as UTF-8\n" },
	{ "a surrogate", "title: \xed\xa0\x80",
		"f:1:8: byte 0xED is no UTF-8: save the file as UTF-8\n" },
	{ "UTF-16",
		"\xff\xfe"
		"a",
		"f:1:1: byte 0xFF is no UTF-8: save the file as UTF-8\n" },
	{ "control characters",
		"id: \xe2\x80\xae"
		"b\ntitle: caf\xc3\xa9 \x1b[2J\x7f\n",
		"f:1:5: the character U+202E is not allowed\n"
		"f:2:13: the character U+001B is not allowed\n"
		"f:2:17: the character U+007F is not allowed\n" },
	{ "a control character in a comment", "# \xe2\x81\xa6\naccord: 1\n",
		"f:1:3: the character U+2066 is not allowed\n" },
	{ "no character", "id: \xef\xbf\xbf\n", "f:1:5: the character U+FFFF is not allowed\n" },
	{ "line ends of old", "accord: 1\rid: b\n",
		"f:1:10: the character U+000D is not allowed\n" },
	{ "an escaped NUL", "accord: 1\nid: \"b\\0\"\n",
		"f:2:5: the character U+0000 is not allowed\n" },
	{ "a list that is not closed", "accord: 1\nsides: [a, b\nid: b\n",
		"f:2:8: this bracket is not closed, or a comma is missing: noticed in line 3, "
		"column 3\n" },
	{ "a list that the file's end cuts off", "accord: 1\nsides: [a, {id: b},\n",
		"f:2:8: this bracket is not closed, or a comma is missing: noticed in line 3, "
		"column 1\n" },
	{ "a map that is not closed", "accord: 1\nsides: [{id: b, name: c]\n",
		"f:2:9: this bracket is not closed, or a comma is missing: noticed in line 2, "
		"column 24\n" },
	{ "a quote that is not closed", "accord: 1\nid: \"b\ntitle: B\n",
		"f:2:5: this quote is not closed\n" },
	{ "a colon too many", "title: Vendors: overlap\n",
		"f:1:15: a ':' cannot stand here: put a text that holds one in quotes, or look at "
		"the indentation\n" },
	{ "a tab", "accord: 1\nsides:\n\t- a\n",
		"f:3:1: a text cannot begin with this character: put it in quotes, and indent by "
		"spaces\n" },
	{ "a wrong indentation", "sides:\n  - a\n - b\n",
		"f:3:2: a key is expected here: look at the indentation\n" },
	{ "a list and a map in one", "sides:\n- a\nb: c\n- d\n",
		"f:4:1: a key is expected here: look at the indentation\n" },
	{ "a list behind its key", "sides: - a\n",
		"f:1:8: a list cannot begin here: begin it on a line of its own\n" },
	{ "a character that begins nothing", "id: @b\n",
		"f:1:5: a text cannot begin with this character: put it in quotes, and indent by "
		"spaces\n" },
	{ "a key without a colon", "id: b\ntitle\n", "f:2:1: this key has no ':' behind it\n" },
	{ "an unknown escape", "id: \"\\b\\q\"\n",
		"f:1:8: unknown escape: between \"...\" a backslash is written '\\\\'\n" },
	{ "a YAML of another age", "%YAML 3.0\n---\naccord: 1\n",
		"f:1:1: this is no YAML: found incompatible YAML document\n" },
	{ "a syntax error stands alone", "accord: x\nid: B\nid: [\n",
		"f:3:5: this bracket is not closed, or a comma is missing: noticed in line 4, "
		"column 1\n" },

	/* YAML that is left out. */
	{ "a tag", "accord: !!int 1\n", "f:1:9: the tag '!!int' is not allowed: leave it out\n" },
	{ "a tag of one's own", "accord: !step {a: b}\n",
		"f:1:9: the tag '!step' is not allowed: leave it out\n" },
	{ "an unknown alias", "sides: *it\n",
		"f:1:8: alias '*it' names nothing that stands above it\n" },
	{ "an alias within itself", "sides: &it [a, *it]\n",
		"f:1:16: alias '*it' stands within what it names\n" },
	{ "an alias as a key", "a: &a [x]\n*a : b\n", "f:2:1: a key must be a text\n" },
	{ "a list as a key", "[a]: b\n", "f:1:1: a key must be a text\n" },
	{ "a merge key",
		HEAD AGENDA "modules: [{id: x, title: X, steps: [&t " TEXT ", {<<: *t, id: u}]}]\n",
		"f:8:72: step 'u': key 'kind' is missing\n"
		"f:8:72: step 'u': key 'prompt' is missing\n"
		"f:8:73: step 'u': a merge key '<<' is not allowed: write out the keys\n" },
	{ "a merge key beside the others",
		STEPS "&t " TEXT ", {id: u, kind: text, prompt: P, <<: *t}" END,
		"f:9:67: step 'u': a merge key '<<' is not allowed: write out the keys\n" },

	/* The bank. */
	{ "a list", "- accord: 1\n",
		"f:1:1: bank: must be a map of keys and values, not a list\n" },
	{ "a text", "accord 1\n", "f:1:1: bank: must be a map of keys and values, not a text\n" },
	{ "a bank of tomorrow", "accord: 2\nid: [B]\nnew: key\n",
		"f:1:9: bank: format 2 is not known here: this bank needs a newer accord\n" },
	{ "a bank of no format",
		"accord: one\nid: b\nversion: 1\ntitle: B\nlanguage: en\n"
		"sides: [{id: m, name: M}, {id: t, name: T}]\n" AGENDA MODULES,
		"f:1:9: bank: 'accord' must be 1, not 'one'\n" },
	{ "an empty map", "{}",
		"f:1:1: bank: key 'accord' is missing\n"
		"f:1:1: bank: key 'id' is missing\n"
		"f:1:1: bank: key 'version' is missing\n"
		"f:1:1: bank: key 'title' is missing\n"
		"f:1:1: bank: key 'language' is missing\n"
		"f:1:1: bank: key 'sides' is missing\n"
		"f:1:1: bank: key 'modules' is missing\n"
		"f:1:1: bank: key 'agendas' is missing\n" },
	{ "an unknown key with a neighbour", HEAD AGENDA MODULES "source: []\n",
		"f:9:1: bank: unknown key 'source' (did you mean 'sources'?)\n" },
	{ "an unknown key", HEAD AGENDA MODULES "\"\\e[2J colour\": red\n",
		"f:9:1: bank: unknown key '\xe2\x90\x9b[2J colour': known here are " TOP_KEYS
		"\n" },
	{ "a key twice", HEAD AGENDA MODULES "title: C\n",
		"f:9:1: bank: key 'title' stands twice, first in line 4\n" },
	{ "a language that is none",
		"accord: 1\nid: b\nversion: 1.0\ntitle: B\nlanguage: English, please\n"
		"sides: [{id: m, name: M}, {id: t, name: T}]\n" AGENDA MODULES,
		"f:5:11: bank: 'language' must be a code such as 'en', not 'English, please'\n" },
	{ "texts that are none",
		"accord: 1\nid: [b]\nversion: {a: b}\ntitle:\nlanguage: ~\n"
		"sides: [{id: m, name: M}, {id: t, name: T}]\n" AGENDA MODULES,
		"f:2:5: bank: 'id' must be a text, not a list\n"
		"f:3:10: bank: 'version' must be a text, not a map\n"
		"f:4:7: bank: 'title' has no value\n"
		"f:5:11: bank: 'language' has no value\n" },

	/* Sides and sources. */
	{ "three sides",
		"accord: 1\nid: b\nversion: 1\ntitle: B\nlanguage: en\nsides: [a, b, c]\n" AGENDA
			MODULES,
		"f:6:8: bank: 'sides' must be exactly two, not 3\n" },
	{ "no sides",
		"accord: 1\nid: b\nversion: 1\ntitle: B\nlanguage: en\nsides: []\n" AGENDA MODULES,
		"f:6:8: bank: 'sides' is empty\n" },
	{ "one side twice",
		"accord: 1\nid: b\nversion: 1\ntitle: B\nlanguage: en\n"
		"sides: [{id: m, name: M}, {id: m, name: N}]\n" AGENDA MODULES,
		"f:6:32: bank: id 'm' stands twice among 'sides', first in line 6\n" },
	{ "one name for both sides",
		"accord: 1\nid: b\nversion: 1\ntitle: B\nlanguage: en\n"
		"sides: [{id: m, name: M}, {id: t, name: m}]\n" AGENDA MODULES,
		"f:6:41: bank: 'm' could mean either side\n" },
	{ "a side's id for the other's name",
		"accord: 1\nid: b\nversion: 1\ntitle: B\nlanguage: en\n"
		"sides: [{id: m, name: T}, {id: t, name: X}]\n" AGENDA MODULES,
		"f:6:32: bank: 't' could mean either side\n" },
	{ "sides that are texts",
		"accord: 1\nid: b\nversion: 1\ntitle: B\nlanguage: en\nsides: [m, {id: T}]\n" AGENDA
			MODULES,
		"f:6:9: side 1: must be a map of keys and values, not a text\n"
		"f:6:12: side 2: key 'name' is missing\n"
		"f:6:17: side 2: 'id' must be made of a-z, 0-9 and hyphens, such as 't', not "
		"'T'\n" },
	{ "sources",
		HEAD "sources: [{id: a, title: A, yeer: 1}, {id: a, title: ''}]\n" AGENDA MODULES,
		"f:7:29: source 'a': unknown key 'yeer' (did you mean 'year'?)\n"
		"f:7:44: bank: id 'a' stands twice among 'sources', first in line 7\n"
		"f:7:54: source 'a': 'title' has no value\n" },
	{ "sources that are no list", HEAD "sources: cmo\n" AGENDA MODULES,
		"f:7:10: bank: 'sources' must be a list, not a text\n" },

	/* Where the sides stand. */
	{ "a module that weighs nothing",
		HEAD AGENDA "modules: [{id: x, title: X, weight: 0, aside: maybe, steps: [" TEXT "]}]\n",
		"f:8:37: module 'x': 'weight' must be a whole number from 1 to 100, not '0'\n"
		"f:8:47: module 'x': 'aside' must be true or false, not 'maybe'\n" },
	{ "a level of no module", STEPS SCALE ", level: y}" END,
		"f:9:57: step 's': there is no module 'y'\n" },
	{ "two levels of a module",
		STEPS SCALE ", level: x}, {id: u, kind: scale, prompt: P, low: l, high: h, level: x}" END,
		"f:9:117: step 'u': the step 'x/s' tells already where the module 'x' stands\n" },
	{ "a rating of what is no text", STEPS SCALE ", of: u}, {id: u, kind: scale, prompt: P, low: l, high: h}" END,
		"f:9:54: step 's': 'of' must name a step of the kind 'text', and 'u' is of the kind 'scale'\n" },

	/* Agendas. */
	{ "an unknown module",
		HEAD "agendas: [{id: a, title: A, modules: [{id: pulse, minutes: 5}]}]\n" MODULES,
		"f:7:44: agenda 'a': there is no module 'pulse'\n" },
	{ "a module that is nearly there",
		HEAD "agendas: [{id: a, title: A, modules: [{id: xx, minutes: 5}]}]\n" MODULES,
		"f:7:44: agenda 'a': there is no module 'xx' (did you mean 'x'?)\n" },
	{ "a module twice in an agenda",
		HEAD "agendas: [{id: a, title: A, modules: [{id: x, minutes: 5}, {id: x, minutes: "
		     "5}]}]\n" MODULES,
		"f:7:65: agenda 'a': id 'x' stands twice among 'modules', first in line 7\n" },
	{ "an agenda twice",
		HEAD
		"agendas:\n- &a {id: a, title: A, modules: [{id: x, minutes: 5}]}\n- *a\n" MODULES,
		"f:8:11: bank: id 'a' stands twice among 'agendas', first in line 8\n" },
	{ "minutes that do not add up",
		HEAD "agendas: [{id: a, title: A, length: 10, slack: 4, modules: [{id: x, minutes: 5}]}]\n" MODULES,
		"f:7:37: agenda 'a': modules and slack are 9 minutes, and 'length' says 10\n" },
	{ "a length that is none",
		HEAD "agendas: [{id: a, title: A, length: 1441, slack: -1, modules: [{id: x, minutes: 5}]}]\n" MODULES,
		"f:7:37: agenda 'a': 'length' must be a whole number from 1 to 1440, not '1441'\n"
		"f:7:50: agenda 'a': 'slack' must be a whole number from 0 to 1440, not '-1'\n" },
	{ "minutes that are none",
		HEAD "agendas:\n- {id: a, title: A, modules: [{id: x, minutes: 601}]}\n"
		     "- {id: b, title: A, modules: [{id: x, minutes: \"5\"}]}\n- {id: c, title: A, "
		     "modules: [{id: x, minutes: 1.5}]}\n"
		     "- {id: d, title: A, modules: [{id: x, minutes: 007}]}\n- {id: e, title: A, "
		     "modules: [{id: x}]}\n"
		     "- {id: f, title: A, modules: [{id: x, minutes: 99999999999999999999}]}\n- "
		     "{id: g, title: A}\n" MODULES,
		"f:8:48: agenda 'a', module 'x': 'minutes' must be a whole number from 1 to 600, "
		"not '601'\n"
		"f:9:48: agenda 'b', module 'x': 'minutes' must be a number: take its quotes away\n"
		"f:10:48: agenda 'c', module 'x': 'minutes' must be a whole number from 1 to 600, "
		"not '1.5'\n"
		"f:11:48: agenda 'd', module 'x': 'minutes' must be a whole number from 1 to 600, "
		"not '007'\n"
		"f:12:31: agenda 'e', module 'x': key 'minutes' is missing\n"
		"f:13:48: agenda 'f', module 'x': 'minutes' must be a whole number from 1 to 600, "
		"not '99999999999999999999'\n"
		"f:14:3: agenda 'g': key 'modules' is missing\n" },
	{ "no modules: the agenda is not blamed", HEAD AGENDA "modules: x\n",
		"f:8:10: bank: 'modules' must be a list, not a text\n" },

	/* Modules. */
	{ "a module without steps", HEAD AGENDA "modules: [{id: x, title: X}]\n",
		"f:8:11: module 'x': key 'steps' is missing\n" },
	{ "a module of no steps", HEAD AGENDA "modules: [{id: x, title: X, steps: []}]\n",
		"f:8:36: module 'x': 'steps' is empty\n" },
	{ "a module twice",
		HEAD AGENDA
		"modules: [{id: x, title: X, brief: B},\n{id: x, title: X, brief: B}]\n",
		"f:9:6: bank: id 'x' stands twice among 'modules', first in line 8\n" },
	{ "a module without a title", HEAD AGENDA "modules: [{id: x, brief: B, purpos: P}]\n",
		"f:8:11: module 'x': key 'title' is missing\n"
		"f:8:29: module 'x': unknown key 'purpos' (did you mean 'purpose'?)\n" },
	{ "an id that is too long",
		HEAD AGENDA "modules: [{id: x, title: X, brief: B}, {id: " FORTY_ONE
			    ", title: Y, brief: B}]\n",
		"f:8:45: module 2: 'id' is too long: 41 of at most 40 characters\n" },
	{ "an id that begins with a hyphen",
		HEAD AGENDA
		"modules: [{id: x, title: X, brief: B}, {id: -y, title: Y, brief: B}]\n",
		"f:8:45: module 2: 'id' must be made of a-z, 0-9 and hyphens, such as 'y', not "
		"'-y'\n" },
	{ "an id of no letters",
		HEAD AGENDA
		"modules: [{id: x, title: X, brief: B}, {id: '!', title: Y, brief: B}]\n",
		"f:8:45: module 2: 'id' must be made of a-z, 0-9 and hyphens, such as 'data-2', "
		"not '!'\n" },
	{ "a title of two lines", HEAD AGENDA "modules: [{id: x, title: \"X\\nY\", brief: B}]\n",
		"f:8:26: module 'x': 'title' must be one line\n" },
	{ "a tab in a brief", HEAD AGENDA "modules: [{id: x, title: X, brief: \"B\\tC\"}]\n",
		"f:8:36: module 'x': 'brief' holds the character U+0009, which is not allowed\n" },

	/* What every step has. */
	{ "a step without anything", STEPS "{}" END,
		"f:9:1: module 'x', step 1: key 'kind' is missing\n"
		"f:9:1: module 'x', step 1: key 'id' is missing\n"
		"f:9:1: module 'x', step 1: key 'prompt' is missing\n" },
	{ "a step that is a text", STEPS "trust" END,
		"f:9:1: module 'x', step 1: must be a map of keys and values, not a text\n" },
	{ "an unknown kind with a neighbour", STEPS "{id: trust, kind: scal, prompt: P}" END,
		"f:9:19: step 'trust': unknown kind 'scal' (did you mean 'scale'?)\n" },
	{ "an unknown kind", STEPS "{id: trust, kind: auction, prompt: P, bids: 3}" END,
		"f:9:19: step 'trust': unknown kind 'auction': known here are brief, scale, "
		"choice, checklist, rank, models, number, text, "
		"register, pairs, links, draft\n"
		"f:9:39: step 'trust': unknown key 'bids' (did you mean 'id'?)\n" },
	{ "a key of another kind",
		STEPS CHOICE ", options: [{id: a, text: A}, {id: b, text: B}], points: 5}" END,
		"f:9:81: step 'c': unknown key 'points': known here are " COMMON_KEYS
		", options, predict, anonymous\n" },
	{ "a key that a text has not", STEPS "{id: t, kind: text, prompt: P, lowest: 1}" END,
		"f:9:32: step 't': unknown key 'lowest': known here are " COMMON_KEYS ", lint, analysis\n" },
	{ "a text that is analysed as nothing is",
		STEPS "{id: t, kind: text, prompt: P, lint: some, analysis: lader}" END,
		"f:9:38: step 't': 'lint' must be true or false, not 'some'\n"
		"f:9:54: step 't': unknown analysis 'lader' (did you mean 'ladder'?)\n" },
	{ "a ladder of one rung",
		STEPS TEXT ",\n" SCALE ", of: t},\n{id: u, kind: text, prompt: P, analysis: ladder}" END,
		"f:11:42: step 'u': the analysis 'ladder' needs two scales or more in its module "
		"that are 'of' a text\n" },
	{ "a ladder of uneven rungs",
		STEPS TEXT ",\n" SCALE ", of: t},\n"
		"{id: r, kind: scale, prompt: P, low: l, high: h, of: t, points: 7},\n"
		"{id: u, kind: text, prompt: P, analysis: ladder}" END,
		"f:12:42: step 'u': the analysis 'ladder' needs scales of as many points each: "
		"'s' has 5, 'r' has 7\n" },
	{ "a step twice", STEPS TEXT ",\n" TEXT END,
		"f:10:6: module 'x': id 't' stands twice among 'steps', first in line 9\n" },
	{ "the id brief", STEPS "{id: brief, kind: text, prompt: P}" END,
		"f:9:6: step 'brief': the id 'brief' is kept for the module's own brief\n" },
	{ "a prompt that is too long",
		STEPS "{id: t, kind: text, prompt: " HUNDRED HUNDRED "\xc3\xa9}" END,
		"f:9:29: step 't': 'prompt' is too long: 201 of at most 200 characters\n" },
	{ "an escaped override",
		STEPS "{id: t, kind: text, prompt: \"a\\u202Eb\", coach: \"c\\u200b\"}" END,
		"f:9:29: step 't': 'prompt' holds the character U+202E, which is not allowed\n"
		"f:9:48: step 't': 'coach' holds the character U+200B, which is not allowed\n" },
	{ "an unknown by", STEPS "{id: t, kind: text, prompt: P, by: team}" END,
		"f:9:36: step 't': unknown by 'team': known here are person, side, room\n" },
	{ "days of persons", STEPS CHOICE_DAYS("days: [30]") "}" END,
		"f:9:43: step 'c': only the room says when it comes back: with 'days', 'by' must be room\n" },
	{ "days that are none", STEPS CHOICE_DAYS("days: [30, x, 0, 7]") ", by: room}" END,
		"f:9:67: step 'c', option 'a': 'days' is too long: 4 of at most 3 entries\n"
		"f:9:72: step 'c', option 'a': 'days' must be a whole number from 1 to 1000, not 'x'\n"
		"f:9:75: step 'c', option 'a': 'days' must be a whole number from 1 to 1000, not '0'\n" },
	{ "a room that predicts", STEPS SCALE ", by: room, predict: true}" END,
		"f:9:69: step 's': the room cannot predict: 'by' must be person or side\n" },
	{ "a side that is anonymous", STEPS SCALE ", by: side, anonymous: true}" END,
		"f:9:71: step 's': only where each person answers can it be anonymous: 'by' must "
		"be person\n" },
	{ "a benchmark without anything", STEPS "{id: t, kind: text, prompt: P, benchmark: {}}" END,
		"f:9:43: step 't': key 'text' is missing\n"
		"f:9:43: step 't': key 'source' is missing\n" },
	{ "a benchmark of no source",
		STEPS "{id: t, kind: text, prompt: P, benchmark: {text: T, source: cmo, unit: "
		      "percent}}" END,
		"f:9:43: step 't': key 'value' is missing\n"
		"f:9:61: step 't': there is no source 'cmo': describe it in 'sources'\n" },
	{ "a benchmark that is a text", STEPS "{id: t, kind: text, prompt: P, benchmark: 12 %}" END,
		"f:9:43: step 't': must be a map of keys and values, not a text\n" },

	/* The kinds. */
	{ "a scale",
		STEPS
		"{id: s, kind: scale, prompt: P, points: 1, predict: \"true\", anonymous: 1}" END,
		"f:9:1: step 's': key 'low' is missing\n"
		"f:9:1: step 's': key 'high' is missing\n"
		"f:9:41: step 's': 'points' must be a whole number from 2 to 9, not '1'\n"
		"f:9:53: step 's': 'predict' must be true or false, without quotes\n"
		"f:9:72: step 's': 'anonymous' must be true or false, not '1'\n" },
	{ "a brief",
		STEPS "{id: b, kind: brief, prompt: P, show: [notes, gap, action, action, gap]}" END,
		"f:9:1: step 'b': key 'text' is missing\n"
		"f:9:40: step 'b': unknown show 'notes' (did you mean 'note'?)\n"
		"f:9:60: step 'b': 'action' stands twice in 'show'\n"
		"f:9:68: step 'b': 'gap' stands twice in 'show'\n" },
	{ "a brief with a list in its list",
		STEPS "{id: b, kind: brief, prompt: P, text: T, show: [[note]]}" END,
		"f:9:49: step 'b': 'show' must be a text, not a list\n" },
	{ "a choice without options", STEPS CHOICE "}" END,
		"f:9:1: step 'c': key 'options' is missing\n" },
	{ "a choice of one option", STEPS CHOICE ", options: [{id: a, text: A}]}" END,
		"f:9:43: step 'c': 'options' is too short: 1 of at least 2 entries\n" },
	{ "options that are wrong",
		STEPS CHOICE
		", options: [{id: a, text: A}, {id: a}, b, {id: c, text: C, points: 2}]}" END,
		"f:9:62: step 'c', option 'a': key 'text' is missing\n"
		"f:9:67: step 'c': id 'a' stands twice among 'options', first in line 9\n"
		"f:9:71: step 'c', option 3: must be a map of keys and values, not a text\n"
		"f:9:91: step 'c', option 'c': unknown key 'points': known here are id, text, days\n" },
	{ "a checklist that ticks too many",
		STEPS LIST ", options: [{id: a, text: A}], most: 2}" END,
		"f:9:72: step 'l': 'most' must be 1, not '2'\n" },
	{ "a checklist that predicts",
		STEPS LIST ", options: [{id: a, text: A}], predict: true}" END,
		"f:9:66: step 'l': unknown key 'predict': known here are " COMMON_KEYS
		", options, most, anonymous, bands\n" },
	{ "bands of persons", STEPS LIST ", options: [{id: a, text: A}], bands: [{from: 0, text: B}]}" END,
		"f:9:73: step 'l': 'bands' say what a side's ticks mean: 'by' must be side\n" },
	{ "no bands", STEPS LIST ", options: [{id: a, text: A}], by: side, bands: []}" END,
		"f:9:83: step 'l': 'bands' is empty\n" },
	{ "bands that are wrong",
		STEPS LIST ", options: [{id: a, text: A}], by: side, bands: [\n"
			   "{from: 1, text: B},\n{from: 1, text: C},\n"
			   "{from: 2, text: D},\n{text: E, to: 3},\nF]}" END,
		"f:10:8: step 'l', band 1: the first band must begin at 0\n"
		"f:11:8: step 'l', band 2: 'from' must be more than that of the band before, which is 1\n"
		"f:12:8: step 'l', band 3: 'from' must be a whole number from 0 to 1, not '2'\n"
		"f:13:1: step 'l', band 4: key 'from' is missing\n"
		"f:13:11: step 'l', band 4: unknown key 'to': known here are from, text\n"
		"f:14:1: step 'l', band 5: must be a map of keys and values, not a text\n" },
	{ "a rank of nothing", STEPS RANK "}" END,
		"f:9:1: step 'd': key 'options' is missing, or 'of' in its place\n" },
	{ "a rank with options of its own and of another",
		STEPS RANK ", of: l, options: [{id: a, text: A}, {id: b, text: B}], pick: 3}, " LIST
		", options: [{id: a, text: A}, {id: b, text: B}]}" END,
		"f:9:36: step 'd': 'of' brings its own options: leave 'options' out, or 'of'\n"
		"f:9:92: step 'd': 'pick' must be a whole number from 1 to 2, not '3'\n" },
	{ "a rank of too few options", STEPS RANK ", of: l}, " LIST ", options: [{id: a, text: A}]}" END,
		"f:9:36: step 'd': 'l' has a single option: there is nothing to choose from\n" },
	{ "a rank of what is no checklist", STEPS RANK ", of: t, by: side}, " TEXT END,
		"f:9:36: step 'd': 'of' must name a step of the kind 'checklist', and 't' is of the kind 'text'\n"
		"f:9:43: step 'd': each person gives dots: 'by' must be person\n" },
	{ "models of nothing", STEPS "{id: m, kind: models, prompt: P, anonymous: true}" END,
		"f:9:1: step 'm': key 'models' is missing\n"
		"f:9:1: step 'm': key 'items' is missing\n"
		"f:9:34: step 'm': unknown key 'anonymous': known here are " COMMON_KEYS ", models, items, then\n" },
	{ "a single model",
		STEPS "{id: m, kind: models, prompt: P, models: [{id: a, text: A}], items: [\n" ITEM "]}" END,
		"f:9:42: step 'm': 'models' is too short: 1 of at least 2 entries\n"
		"f:10:27: step 'm', item 'i': 'options' must be one for each model: 1, not 2\n" },
	{ "more models than there may be",
		STEPS "{id: m, kind: models, prompt: P, models: [\n"
		      "{id: a, text: A}, {id: b, text: B}, {id: c, text: C}, "
		      "{id: d, text: D}, {id: e, text: E}, {id: f, text: F}, {id: g, text: G}], items: [\n"
		      "{id: i, text: I, options: [T, U, V, W, X, Y, Z], second: {\"7\": a, \"8\": b}}]}" END,
		"f:9:42: step 'm': 'models' is too long: 7 of at most 6 entries\n"
		"f:11:27: step 'm', item 'i': 'options' is too long: 7 of at most 6 entries\n" },
	{ "items that are wrong",
		STEPS MODELS ", by: side, items: [\n{id: i, text: I, options: [X]},\n{id: i, options: [X, \"\"]},\nI,\n"
			     "{id: j, text: J, options: [X, Y], second: {\"1\": a, \"2\": c, \"3\": a}}]}" END,
		"f:10:51: step 'm': each person answers the items: 'by' must be person\n"
		"f:11:27: step 'm', item 'i': 'options' must be one for each model: 2, not 1\n"
		"f:12:1: step 'm', item 'i': key 'text' is missing\n"
		"f:12:6: step 'm': id 'i' stands twice among 'items', first in line 11\n"
		"f:12:22: step 'm', item 'i': 'options' has no value\n"
		"f:13:1: step 'm', item 3: must be a map of keys and values, not a text\n"
		"f:14:49: step 'm', item 'j': the option speaks for 'a' already: name another model\n"
		"f:14:57: step 'm', item 'j': there is no model 'c'\n"
		"f:14:60: step 'm', item 'j': unknown key '3': known here are 1, 2\n" },
	{ "models compared with themselves", STEPS MODELS ", items: [" ITEM "], then: m}" END,
		"f:10:97: step 'm': a step cannot be compared with itself: 'then' names an earlier one\n" },
	{ "models compared with each other",
		STEPS MODELS ", items: [" ITEM "], then: n},\n{id: n, kind: models, prompt: P, then: m, "
			     "models: [{id: a, text: A}, {id: b, text: B}], items: [" ITEM "]}" END,
		"f:11:40: step 'n': 'm' is compared with this step already: 'then' belongs to the later one\n" },
	{ "models compared with others",
		STEPS MODELS ", items: [" ITEM "], then: n},\n{id: n, kind: models, prompt: P, then: t, "
			     "models: [{id: b, text: A}, {id: a, text: B}], items: [" ITEM "]}, " TEXT END,
		"f:10:97: step 'm': 'n' has other models: they must be the same, in the same order\n"
		"f:11:40: step 'n': 'then' must name a step of the kind 'models', and 't' is of the kind 'text'\n" },
	{ "a range the wrong way round", STEPS NUMBER ", lowest: 10, highest: 5}" END,
		"f:9:55: step 'n': 'highest' must be more than 'lowest', which is 10\n" },
	{ "a number out of bounds", STEPS NUMBER ", highest: 1000000001}" END,
		"f:9:43: step 'n': 'highest' must be a whole number from -1000000000 to "
		"1000000000, not '1000000001'\n" },
	{ "of without role", STEPS NUMBER ", of: t}, " TEXT END,
		"f:9:38: step 'n': 'of' needs a 'role' beside it\n"
		"f:9:38: step 'n': 'of' must name a step of the kind 'register', and 't' is of the "
		"kind 'text'\n" },
	{ "role without of", STEPS NUMBER ", role: saving-low}" END,
		"f:9:40: step 'n': 'role' needs an 'of' beside it, the register that it is for\n" },
	{ "an unknown role", STEPS NUMBER ", role: saving, of: r}" END,
		"f:9:40: step 'n': unknown role 'saving': known here are saving-low, saving-high, guess-days\n"
		"f:9:52: step 'n': there is no step 'r': name one of this module, or "
		"MODULE/STEP\n" },
	{ "a guess of what is not about speed",
		STEPS NUMBER ", role: guess-days, of: r, by: room}, " COLUMNS "{id: a, title: A, type: text}]}" END,
		"f:9:56: step 'n': 'guess-days' is for a register with the analysis 'speed'\n"
		"f:9:63: step 'n': the room cannot guess against itself: 'by' must be person or side\n" },
	{ "of in another module", STEPS NUMBER ", role: saving-low, of: xs/n}" END,
		"f:9:56: step 'n': there is no step 'xs/n' (did you mean 'x/n'?)\n" },

	/* Registers. */
	{ "a register without columns", STEPS "{id: r, kind: register, prompt: P}" END,
		"f:9:1: step 'r': key 'columns' is missing\n" },
	{ "columns",
		STEPS COLUMNS "{id: a, title: A, type: txt},\n{id: a, title: B, type: text, "
			      "required: no},\n{title: C},\nd]}" END,
		"f:10:25: step 'r', column 'a': unknown type 'txt' (did you mean 'text'?)\n"
		"f:11:6: step 'r': id 'a' stands twice among 'columns', first in line 10\n"
		"f:11:41: step 'r', column 'a': 'required' must be true or false, not 'no'\n"
		"f:12:1: step 'r', column 3: key 'id' is missing\n"
		"f:12:1: step 'r', column 3: key 'type' is missing\n"
		"f:13:1: step 'r', column 4: must be a map of keys and values, not a text\n" },
	{ "types that are wrong",
		STEPS COLUMNS "{id: a, title: A, type: choice},\n{id: b, title: B, type: level},\n"
			      "{id: c, title: C, type: level, highest: 10},\n{id: d, title: D, "
			      "type: level, options: [a, b], highest: 1},\n"
			      "{id: e, title: E, type: date, lowest: 1, options: []},\n{id: f, "
			      "title: F, type: number, lowest: 2, highest: 1},\n"
			      "{id: g, title: G, type: level, lowest: 8, options: [a, b, "
			      "c]},\n{id: h, title: H, type: level, options: [a]}]}" END,
		"f:10:1: step 'r', column 'a': key 'options' is missing\n"
		"f:11:1: step 'r', column 'b': a column of the type 'level' needs 'options' or "
		"'highest'\n"
		"f:12:41: step 'r', column 'c': 'highest' must be a whole number from 0 to 9, not "
		"'10'\n"
		"f:13:58: step 'r', column 'd': 'options' say already how high it goes: leave "
		"'highest' out\n"
		"f:14:39: step 'r', column 'e': a column of the type 'date' has no 'lowest'\n"
		"f:14:51: step 'r', column 'e': a column of the type 'date' has no 'options'\n"
		"f:15:53: step 'r', column 'f': 'highest' must be more than 'lowest', which is 2\n"
		"f:16:52: step 'r', column 'g': 'options' is too long: 3 of at most 2 entries\n"
		"f:17:41: step 'r', column 'h': 'options' is too short: 1 of at least 2 "
		"entries\n" },
	{ "people without levels", STEPS COLUMNS "{id: a, title: A, type: text}], people: Can}" END,
		"f:10:41: step 'r': 'people' needs 'levels' beside it, the words for 0, 1, 2 "
		"...\n" },
	{ "levels without people",
		STEPS COLUMNS "{id: a, title: A, type: text}], levels: [a, b]}" END,
		"f:10:41: step 'r': 'levels' needs 'people' beside it, the title of what they "
		"rate\n" },
	{ "no levels", STEPS COLUMNS "{id: a, title: A, type: text}], people: Can, levels: []}" END,
		"f:10:54: step 'r': 'levels' is empty\n" },
	{ "an unknown analysis", STEPS COLUMNS "{id: a, title: A, type: text}], analysis: gap}" END,
		"f:10:43: step 'r': unknown analysis 'gap' (did you mean 'gaps'?)\n" },
	{ "an overlap",
		STEPS COLUMNS
		"{id: vendor, title: A, type: text}, {id: side, title: A, type: person},\n"
		"{id: category, title: A, type: text}, {id: ends, title: A, type: date}, {id: "
		"owner, title: A, type: money}],\n"
		"analysis: overlap}" END,
		"f:12:11: step 'r': the analysis 'overlap' needs the column 'side' to be of the "
		"type 'side'\n"
		"f:12:11: step 'r': the analysis 'overlap' needs a column 'spend' of the type "
		"'money'\n"
		"f:12:11: step 'r': the analysis 'overlap' needs the column 'owner' to be of the "
		"type 'text' or 'person'\n" },
	{ "gaps",
		STEPS COLUMNS
		"{id: skill, title: A, type: text}, {id: side, title: A, type: side},\n"
		"{id: needed, title: A, type: number}],\nanalysis: gaps}" END,
		"f:12:11: step 'r': the analysis 'gaps' needs the keys 'people' and 'levels'\n"
		"f:12:11: step 'r': the analysis 'gaps' needs the column 'needed' to be of the "
		"type 'level'\n"
		"f:12:11: step 'r': the analysis 'gaps' needs a column 'weight' of the type "
		"'level'\n"
		"f:12:11: step 'r': the analysis 'gaps' needs a column 'heads' of the type "
		"'number'\n" },
	{ "speed",
		STEPS COLUMNS
		"{id: kind, title: A, type: text}, {id: asked, title: A, type: number}, "
		"{id: side, title: A, type: text},\n"
		"{id: reason, title: A, type: yes-no}],\nanalysis: speed}" END,
		"f:12:11: step 'r': the analysis 'speed' needs a column 'delivered' of the type 'number'\n"
		"f:12:11: step 'r': the analysis 'speed' needs the column 'side' to be of the type 'side'\n"
		"f:12:11: step 'r': the analysis 'speed' needs the column 'reason' to be of the type 'text'\n" },
	{ "skin",
		STEPS COLUMNS
		"{id: initiative, title: A, type: text}, {id: first-budget, title: A, type: money},\n"
		"{id: second-budget, title: A, type: number}, {id: first-risk, title: A, type: number, highest: 10}],\n"
		"analysis: skin}" END,
		"f:12:11: step 'r': the analysis 'skin' needs the column 'second-budget' to be of the type 'money'\n"
		"f:12:11: step 'r': the analysis 'skin' needs the column 'first-risk' to go from 0 to 100\n"
		"f:12:11: step 'r': the analysis 'skin' needs a column 'first-reward' of the type 'number'\n" },
	{ "a column that an analysis nearly knows",
		STEPS COLUMNS
		"{id: kidn, title: A, type: text}, {id: asked, title: A, type: number},\n"
		"{id: delivred, title: A, type: number}],\nanalysis: speed}" END,
		"f:12:11: step 'r': the analysis 'speed' needs a column 'kind' of the type 'text' (is it 'kidn'?)\n"
		"f:12:11: step 'r': the analysis 'speed' needs a column 'delivered' of the type 'number' (is it "
		"'delivred'?)\n" },
	{ "of without the analysis",
		STEPS COLUMNS "{id: a, title: A, type: text}], of: t}," TEXT END,
		"f:10:37: step 'r': 'of' is only for the analysis 'shared'\n" },
	{ "shared without of",
		STEPS COLUMNS
		"{id: measure, title: A, type: text}, {id: definition, title: A, type: text},\n"
		"{id: source, title: A, type: text}, {id: baseline, title: A, type: text}, {id: "
		"baseline-date, title: A, type: date},\n"
		"{id: target, title: A, type: text}, {id: target-date, title: A, type: date},\n"
		"{id: first-owner, title: A, type: text}, {id: second-owner, title: A, type: "
		"person},\n"
		"{id: review, title: A, type: date}], analysis: shared}" END,
		"f:9:1: step 'r': key 'of' is missing\n"
		"f:14:48: step 'r': the analysis 'shared' needs a column 'rewarded' of the type "
		"'yes-no'\n" },
	{ "pairs of nothing", STEPS "{id: p, kind: pairs, prompt: P}" END,
		"f:9:1: step 'p': key 'of' is missing\n" },
	{ "pairs of themselves", STEPS "{id: p, kind: pairs, prompt: P, of: p}" END,
		"f:9:37: step 'p': 'of' must name a step of the kind 'register', and 'p' is of the "
		"kind 'pairs'\n" },
	{ "pairs of a register without sides",
		STEPS "{id: p, kind: pairs, prompt: P, of: r}, " COLUMNS
		      "{id: a, title: A, type: text}]}" END,
		"f:9:37: step 'p': the register needs a column 'side' of the type 'side'\n" },
	{ "pairs of a register without names",
		STEPS "{id: p, kind: pairs, prompt: P, of: r}, " COLUMNS "{id: side, title: A, type: side}]}" END,
		"f:9:37: step 'p': the register needs a column of the type 'text'\n" },
	{ "conflicts",
		STEPS "{id: p, kind: pairs, prompt: P, of: r, analysis: conflicts}, " COLUMNS
		      "{id: side, title: A, type: side}, {id: weight, title: A, type: level, "
		      "highest: 3},\n"
		      "{id: direction, title: A, type: text}, {id: first-drives, title: A, type: "
		      "level, highest: 3}]}" END,
		"f:9:37: step 'p': the analysis 'conflicts' needs a column 'measure' of the type "
		"'text'\n"
		"f:9:37: step 'p': the analysis 'conflicts' needs the column 'direction' to be of "
		"the type 'choice'\n"
		"f:9:37: step 'p': the analysis 'conflicts' needs the column 'first-drives' to go "
		"from 0 to 2\n" },
	{ "links of nothing", STEPS "{id: l, kind: links, prompt: P, rows: r}" END,
		"f:9:1: step 'l': key 'of' is missing\n"
		"f:9:33: step 'l': unknown key 'rows': known here are " COMMON_KEYS ", of\n" },
	{ "links of what is no register", STEPS "{id: l, kind: links, prompt: P, of: t}, " TEXT END,
		"f:9:37: step 'l': 'of' must name a step of the kind 'register', and 't' is of the kind 'text'\n" },
	{ "links of a register without names",
		STEPS "{id: l, kind: links, prompt: P, of: r}, " COLUMNS "{id: a, title: A, type: side}]}" END,
		"f:9:37: step 'l': the register needs a column of the type 'text'\n" },
	{ "links of a register that is wrong itself",
		STEPS "{id: l, kind: links, prompt: P, of: r}, " COLUMNS "{id: a, title: A, type: txt}]}" END,
		"f:10:25: step 'r', column 'a': unknown type 'txt' (did you mean 'text'?)\n" },
	{ "a draft of nothing", STEPS DRAFT "}, {id: e, kind: draft, prompt: P, clauses: []}" END,
		"f:9:1: step 'd': key 'clauses' is missing\n"
		"f:9:75: step 'e': 'clauses' is empty\n" },
	{ "a draft of the room", STEPS DRAFT ", clauses: [{id: a, text: A}], by: room, columns: []}" END,
		"f:9:66: step 'd': each person votes: 'by' must be person\n"
		"f:9:72: step 'd': unknown key 'columns': known here are " COMMON_KEYS ", clauses\n" },
	{ "clauses", STEPS DRAFT ", clauses: [{id: a, text: A, hints: H},\n{id: a}, b,\n{id: c, text: " HUNDRED
		"}]}" END,
		"f:9:60: step 'd', clause 'a': unknown key 'hints' (did you mean 'hint'?)\n"
		"f:10:1: step 'd', clause 'a': key 'text' is missing\n"
		"f:10:6: step 'd': id 'a' stands twice among 'clauses', first in line 9\n"
		"f:10:10: step 'd', clause 3: must be a map of keys and values, not a text\n"
		"f:11:15: step 'd', clause 'c': 'text' is too long: 100 of at most 60 characters\n" },
	{ "a step of an unknown kind is not blamed twice",
		STEPS "{id: p, kind: pairs, prompt: P, of: r}, "
		      "{id: r, kind: registr, prompt: P}" END,
		"f:9:55: step 'r': unknown kind 'registr' (did you mean 'register'?)\n" },
	{ "what an alias repeats is found once for each subject",
		STEPS "{id: t, kind: text, prompt: &p \"\"},\n{id: u, kind: text, prompt: *p, "
		      "coach: *p}" END,
		"f:9:29: step 't': 'prompt' has no value\n"
		"f:9:29: step 'u': 'prompt' has no value\n"
		"f:9:29: step 'u': 'coach' has no value\n" },
};

/* All findings about a text. */
static char *findings(const char *text, size_t length)
{
	struct diags diags = { 0 };
	struct bank *bank = bank_read("f", text, length, &diags);
	struct str out;

	str_init(&out);
	ck_assert_int_eq(bank != NULL, diags.count == 0);
	for (size_t i = 0; i < diags.count; i++) {
		char *line = diag_text(&diags.items[i]);

		str_printf(&out, "%s\n", line);
		free(line);
	}
	bank_free(bank);
	diags_release(&diags);
	return out.data;
}

START_TEST(test_bad)
{
	const struct bad *row = &bad[_i];
	char *got = findings(row->text, strlen(row->text));

	ck_assert_msg(strcmp(got, row->expected) == 0, "%s: got\n%sbut expected\n%s", row->name,
		got, row->expected);
	free(got);
}
END_TEST

static void expect(const char *text, size_t length, const char *expected)
{
	char *got = findings(text, length);

	ck_assert_str_eq(got, expected);
	free(got);
}

/* HEAD, what is repeated count times between a beginning and an end; %zu in it is its number. */
static void expect_many(const char *before, const char *prefix, const char *suffix, size_t count,
	const char *after, const char *expected)
{
	struct str text;

	str_init(&text);
	str_add(&text, before);
	for (size_t i = 0; i < count; i++)
		str_printf(&text, "%s%zu%s", prefix, i, suffix);
	str_add(&text, after);
	expect(text.data, text.length, expected);
	str_release(&text);
}

START_TEST(test_counts)
{
	const char *module = ", title: X, brief: B}",
		   *agenda = ", title: A, modules: [{id: x, minutes: 1}]}";
	const char *option = ", text: A}", *column = ", title: A, type: text}";
	const char *x = ", {id: x, title: X, brief: B}]\n";

	expect_many(HEAD AGENDA "modules: [", "{id: m", "", 0, "{id: x, title: X, brief: B}]\n",
		"");
	expect_many(HEAD AGENDA "modules: [{id: y, title: X, brief: B}", ", {id: m", module, 38, x,
		"");
	expect_many(HEAD AGENDA "modules: [{id: y, title: X, brief: B}", ", {id: m", module, 39, x,
		"f:8:10: bank: 'modules' is too long: 41 of at most 40 entries\n");
	expect_many(HEAD MODULES "agendas: [{id: y, title: A, modules: [{id: x, minutes: 1}]}",
		", {id: a", agenda, 19, "]\n", "");
	expect_many(HEAD MODULES "agendas: [{id: y, title: A, modules: [{id: x, minutes: 1}]}",
		", {id: a", agenda, 20, "]\n",
		"f:8:10: bank: 'agendas' is too long: 21 of at most 20 entries\n");
	expect_many(STEPS TEXT, ", {id: s", ", kind: text, prompt: P}", 59, END, "");
	expect_many(STEPS TEXT, ", {id: s", ", kind: text, prompt: P}", 60, END,
		"f:8:36: module 'x': 'steps' is too long: 61 of at most 60 entries\n");
	expect_many(STEPS COLUMNS "{id: a, title: A, type: text}", ", {id: c", column, 19, "]}" END,
		"");
	expect_many(STEPS COLUMNS "{id: a, title: A, type: text}", ", {id: c", column, 20, "]}" END,
		"f:9:45: step 'r': 'columns' is too long: 21 of at most 20 entries\n");
	expect_many(STEPS CHOICE ", options: [{id: x, text: A}", ", {id: o", option, 8, "]}" END,
		"");
	expect_many(STEPS CHOICE ", options: [{id: x, text: A}", ", {id: o", option, 9, "]}" END,
		"f:9:43: step 'c': 'options' is too long: 10 of at most 9 entries\n");
	expect_many(STEPS DRAFT ", clauses: [{id: x, text: A}", ", {id: o", option, 19, "]}" END, "");
	expect_many(STEPS DRAFT ", clauses: [{id: x, text: A}", ", {id: o", option, 20, "]}" END,
		"f:9:42: step 'd': 'clauses' is too long: 21 of at most 20 entries\n");
	expect_many(STEPS LIST ", options: [{id: x, text: A}", ", {id: o", option, 20, "]}" END,
		"f:9:46: step 'l': 'options' is too long: 21 of at most 20 entries\n");
}
END_TEST

START_TEST(test_limits)
{
	struct str text;

	str_init(&text);
	str_repeat(&text, "[", 17);
	expect(text.data, text.length, "f:1:17: nested too deep: 16 levels are allowed\n");
	str_clear(&text);
	str_repeat(&text, "[", 1000000);
	expect(text.data, text.length, "f:1:17: nested too deep: 16 levels are allowed\n");
	str_clear(&text);
	str_repeat(&text, "- ", 500000);
	expect(text.data, text.length, "f:1:33: nested too deep: 16 levels are allowed\n");

	/* The list itself is a value, too. */
	str_clear(&text);
	str_add(&text, "[");
	str_repeat(&text, "a,", YAML_NODES);
	str_add(&text, "]");
	expect(text.data, text.length, "f:1:40000: too many values: 20000 are allowed\n");

	str_clear(&text);
	str_add(&text, "a: &a b\nc: [");
	str_repeat(&text, "*a,", YAML_ALIASES + 1);
	str_add(&text, "]\n");
	expect(text.data, text.length, "f:2:305: too many aliases: 100 are allowed\n");

	/* A few aliases of a long text are much text. */
	str_clear(&text);
	str_add(&text, "a: &a ");
	str_repeat(&text, "x", 600000);
	str_add(&text, "\nb: *a\n");
	expect(text.data, text.length,
		"f:2:4: too much text, with what aliases repeat: 1048576 bytes are allowed\n");

	str_clear(&text);
	for (int i = 0; i < 21; i++)
		str_printf(&text, "%%TAG !t%d! tag:x\n", i);
	str_add(&text, "---\naccord: 1\n");
	expect(text.data, text.length, "f:21:1: too many directives: 20 are allowed\n");

	str_clear(&text);
	str_add(&text, "# ");
	str_repeat(&text, "x", YAML_BYTES - 1);
	expect(text.data, text.length, "f: larger than 1048576 bytes\n");
	str_cut(&text, YAML_BYTES);
	expect(text.data, text.length, "f:1:1: the file is empty\n");
	str_release(&text);
}
END_TEST

/* A text need not end in NUL, and a NUL does not end it. */
START_TEST(test_nul)
{
	char *exact = malloc(3);

	ck_assert_ptr_nonnull(exact);
	memcpy(exact, "\xef\xbb\xbf", 3);
	expect(exact, 3, "f:1:1: the file is empty\n");
	memcpy(exact, "\xe2\x80\xae", 3);
	expect(exact, 3, "f:1:1: the character U+202E is not allowed\n");
	memcpy(exact, "a\xe2\x80", 3);
	expect(exact, 3, "f:1:2: byte 0xE2 is no UTF-8: save the file as UTF-8\n");
	free(exact);
	expect("accord: 1\nid: \0b\n", 17, "f:2:5: the character U+0000 is not allowed\n");
	expect("\0", 1, "f:1:1: the character U+0000 is not allowed\n");
}
END_TEST

/* Paths of the banks that stand beside the tests. */
static char *file_of(const char *name)
{
	const char *srcdir = getenv("srcdir");

	return mem_printf("%s/tests/banks/%s", srcdir ? srcdir : ".", name);
}

/* A file's findings, without its folder. */
static void expect_file(const char *name, size_t errors, const char *expected)
{
	char *path = file_of(name), *summary;
	size_t folder = strlen(path) - strlen(name);
	struct diags diags = { 0 };
	struct err err = { 0 };
	struct str text, got;

	str_init(&text);
	str_init(&got);
	ck_assert_ptr_null(bank_load_file(path, &text, &diags, &err));
	for (size_t i = 0; i < diags.count; i++) {
		char *line = diag_text(&diags.items[i]);

		ck_assert_int_eq(strncmp(line, path, folder), 0);
		str_printf(&got, "%s\n", line + folder);
		free(line);
	}
	ck_assert_str_eq(got.data, expected);
	summary = mem_printf(errors == 1 ? "the bank '%s' has %zu error"
					 : "the bank '%s' has %zu errors",
		path, errors);
	ck_assert_str_eq(err.message, summary);
	ck_assert_int_eq(err.code, ERR_INPUT);
	free(summary);
	free(path);
	str_release(&text);
	str_release(&got);
	diags_release(&diags);
}

START_TEST(test_bad_files)
{
	expect_file("unclosed.yaml", 1,
		"unclosed.yaml:6:14: this bracket is not closed, or a comma is missing: noticed in "
		"line 7, column 3\n");
	expect_file("laughs.yaml", 1, "laughs.yaml:14:12: too many values: 20000 are allowed\n");
	expect_file("many.yaml", 23,
		"many.yaml:2:1: bank: key 'language' is missing\n"
		"many.yaml:3:5: bank: 'id' must be made of a-z, 0-9 and hyphens, such as "
		"'many-errors', not 'Many Errors'\n"
		"many.yaml:6:1: bank: unknown key 'langage' (did you mean 'language'?)\n"
		"many.yaml:9:20: bank: 'Marketing' could mean either side\n"
		"many.yaml:11:5: source 'survey': key 'title' is missing\n"
		"many.yaml:15:20: agenda 'two-hours': there is no module 'puls' (did you mean "
		"'pulse'?)\n"
		"many.yaml:15:63: agenda 'two-hours', module 'metrics': 'minutes' must be a whole "
		"number from 1 to 600, not '0'\n"
		"many.yaml:15:72: agenda 'two-hours': id 'metrics' stands twice among 'modules', "
		"first in line 15\n"
		"many.yaml:21:15: step 'trust': unknown kind 'scal' (did you mean 'scale'?)\n"
		"many.yaml:23:9: step 'speed': key 'high' is missing\n"
		"many.yaml:26:17: step 'speed': 'points' must be a whole number from 2 to 9, not "
		"'11'\n"
		"many.yaml:28:18: step 'speed': 'predict' must be true or false, not 'yes'\n"
		"many.yaml:29:72: step 'speed': there is no source 'surve' (did you mean "
		"'survey'?)\n"
		"many.yaml:30:13: module 'pulse': id 'trust' stands twice among 'steps', first in "
		"line 20\n"
		"many.yaml:32:17: step 'trust': 'prompt' holds the character U+202E, which is not "
		"allowed\n"
		"many.yaml:33:18: step 'trust': 'options' is too short: 1 of at least 2 entries\n"
		"many.yaml:34:9: step 'trust': key 'prompt' stands twice, first in line 32\n"
		"many.yaml:41:13: step 'clashes': there is no step 'measure' (did you mean "
		"'measures'?)\n"
		"many.yaml:45:19: step 'measures': the analysis 'overlap' needs the column 'side' "
		"to be of the type 'side'\n"
		"many.yaml:45:19: step 'measures': the analysis 'overlap' needs a column "
		"'category' of the type 'text'\n"
		"many.yaml:45:19: step 'measures': the analysis 'overlap' needs a column 'ends' of "
		"the type 'date'\n"
		"many.yaml:47:47: step 'measures', column 'vendor': unknown type 'txt' (did you "
		"mean 'text'?)\n"
		"many.yaml:49:62: step 'measures', column 'spend': a column of the type 'money' "
		"has no 'options'\n");
}
END_TEST

int main(void)
{
	Suite *suite = suite_create("bank-bad");
	TCase *tests = tcase_create("bad");

	tcase_add_loop_test(tests, test_bad, 0, (int)COUNT_OF(bad));
	tcase_add_test(tests, test_counts);
	tcase_add_test(tests, test_limits);
	tcase_add_test(tests, test_nul);
	tcase_add_test(tests, test_bad_files);
	tcase_set_timeout(tests, 60);
	suite_add_tcase(suite, tests);
	return run_suite(suite);
}
