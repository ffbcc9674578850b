/* SPDX-License-Identifier: GPL-3.0-or-later */
/* libyaml's events to nodes. */
#include "bank/yaml.h"

#include "base/i18n.h"
#include "base/mem.h"
#include "base/text.h"

#include <stdlib.h>
#include <string.h>
#include <yaml.h>

#define CONTROLS 20 /* as many forbidden characters are reported */
#define DIRECTIVES 20
#define CORE_TAG "tag:yaml.org,2002:" /* what '!!' stands for */
#define BYTE_ORDER_MARK "\xef\xbb\xbf"

struct anchor {
	char *name;
	const struct node *node; /* NULL as long as it is open */
};

struct parse {
	yaml_parser_t parser;
	struct diags *diags;
	const char *name;
	const char *text;
	size_t length;
	size_t nodes, bytes, aliases; /* counted against the limits */
	int depth;
	const yaml_mark_t *bracket; /* of the innermost '[' or '{' that is open; NULL for none */
	struct anchor *anchors;
	size_t anchor_count, anchor_capacity;
};

/* Where a problem is shown. */
enum place {
	AT_PROBLEM, /* where it was noticed */
	AT_CONTEXT, /* where that began which was being read */
	AT_BRACKET  /* where the innermost '[' or '{' stands, if one is open */
};

/* libyaml's words for what goes wrong most, and ours. */
struct problem {
	const char *words;
	enum place place;
	const char *message;
};

static const struct problem problems[] = {
	{ "did not find expected ',' or ']'", AT_BRACKET, NULL },
	{ "did not find expected ',' or '}'", AT_BRACKET, NULL },
	{ "did not find expected node content", AT_BRACKET, N_("a value is missing here") },
	{ "block sequence entries are not allowed in this context", AT_BRACKET,
		N_("a list cannot begin here: begin it on a line of its own") },
	{ "could not find expected ':'", AT_CONTEXT, N_("this key has no ':' behind it") },
	{ "found unexpected end of stream", AT_CONTEXT, N_("this quote is not closed") },
	{ "found unexpected document indicator", AT_CONTEXT, N_("this quote is not closed") },
	{ "mapping values are not allowed in this context", AT_PROBLEM,
		N_("a ':' cannot stand here: put a text that holds one in quotes, or look at the "
		   "indentation") },
	{ "did not find expected key", AT_PROBLEM,
		N_("a key is expected here: look at the indentation") },
	{ "did not find expected '-' indicator", AT_PROBLEM,
		N_("a '-' is expected here: look at the indentation of the list") },
	{ "found character that cannot start any token", AT_PROBLEM,
		N_("a text cannot begin with this character: put it in quotes, and indent by "
		   "spaces") },
	{ "found a tab character that violates indentation", AT_PROBLEM,
		N_("indent by spaces, not by a tab") },
	{ "found a tab character where an indentation space is expected", AT_PROBLEM,
		N_("indent by spaces, not by a tab") },
	{ "found unknown escape character", AT_PROBLEM,
		N_("unknown escape: between \"...\" a backslash is written '\\\\'") },
};

#define FAIL(parse, mark, ...) \
	diags_add((parse)->diags, (parse)->name, (int)(mark).line + 1, (int)(mark).column + 1, \
		__VA_ARGS__)

/* The place of a byte offset, as libyaml counts. */
static yaml_mark_t mark_at(const struct parse *parse, size_t offset)
{
	yaml_mark_t mark = { 0 };

	for (size_t i = 0; i < offset && i < parse->length; i++) {
		if (parse->text[i] == '\n') {
			mark.line++;
			mark.column = 0;
		} else {
			mark.column += ((unsigned char)parse->text[i] & 0xc0) != 0x80;
		}
	}
	return mark;
}

static void fail_syntax(struct parse *parse)
{
	const yaml_parser_t *parser = &parse->parser;
	const char *words = parser->problem ? parser->problem : "";
	yaml_mark_t mark = parser->problem_mark;
	const struct problem *problem = NULL;

	for (size_t i = 0; i < COUNT_OF(problems) && !problem; i++)
		if (strcmp(words, problems[i].words) == 0)
			problem = &problems[i];
	if (parser->error == YAML_MEMORY_ERROR)
		FAIL(parse, parser->mark, _("out of memory"));
	else if (parser->error == YAML_READER_ERROR)
		FAIL(parse, mark_at(parse, parser->problem_offset),
			_("the character U+%04X is not allowed"), (unsigned)parser->problem_value);
	else if (problem && problem->place == AT_BRACKET && parse->bracket)
		FAIL(parse, *parse->bracket,
			_("this bracket is not closed, or a comma is missing: noticed in line %d, "
			  "column %d"),
			(int)mark.line + 1, (int)mark.column + 1);
	else if (problem && problem->message)
		FAIL(parse, problem->place == AT_CONTEXT ? parser->context_mark : mark, "%s",
			_(problem->message));
	else
		FAIL(parse, mark, _("this is no YAML: %s"), words);
}

/* The next event, for yaml_event_delete(); false where the text is no YAML, which is reported. */
static bool next_event(struct parse *parse, yaml_event_t *event)
{
	if (yaml_parser_parse(&parse->parser, event))
		return true;
	fail_syntax(parse);
	return false;
}

/* Counts one more node, with its text; false when there are too many. */
static bool count_node(struct parse *parse, yaml_mark_t at, size_t bytes)
{
	parse->bytes += bytes;
	if (++parse->nodes > YAML_NODES) {
		FAIL(parse, at, _("too many values: %d are allowed"), YAML_NODES);
		return false;
	}
	if (parse->bytes > YAML_BYTES) {
		FAIL(parse, at, _("too much text, with what aliases repeat: %d bytes are allowed"),
			YAML_BYTES);
		return false;
	}
	if (parse->depth >= YAML_DEPTH) {
		FAIL(parse, at, _("nested too deep: %d levels are allowed"), YAML_DEPTH);
		return false;
	}
	return true;
}

/* A copy of a tree that an alias at a place stands for; NULL when it is too large. */
static struct node *copy_node(struct parse *parse, yaml_mark_t at, const struct node *node)
{
	struct node *copy;
	bool fits = true;

	if (!count_node(parse, at, strlen(node->text)))
		return NULL;
	copy = node_new(node->kind, node->line, node->column);
	copy->plain = node->plain;
	mem_set(&copy->text, node->text);
	parse->depth++;
	for (size_t i = 0; i < node->count && fits; i++) {
		struct node *item = copy_node(parse, at, node->items[i]);

		fits = item != NULL;
		if (fits)
			node_add(copy, item);
	}
	parse->depth--;
	if (fits)
		return copy;
	node_free(copy);
	return NULL;
}

static struct node *parse_alias(struct parse *parse, const yaml_event_t *event)
{
	const char *name = (const char *)event->data.alias.anchor;
	const struct anchor *anchor = NULL;

	/* The latest anchor of a name counts. */
	for (size_t i = parse->anchor_count; i > 0 && !anchor; i--)
		if (strcmp(parse->anchors[i - 1].name, name) == 0)
			anchor = &parse->anchors[i - 1];
	if (++parse->aliases > YAML_ALIASES)
		FAIL(parse, event->start_mark, _("too many aliases: %d are allowed"), YAML_ALIASES);
	else if (!anchor)
		FAIL(parse, event->start_mark, _("alias '*%s' names nothing that stands above it"),
			node_shown(name).text);
	else if (!anchor->node)
		FAIL(parse, event->start_mark, _("alias '*%s' stands within what it names"),
			node_shown(name).text);
	else
		return copy_node(parse, event->start_mark, anchor->node);
	return NULL;
}

/* Makes an anchor's name known, as one whose node is still open. */
static void open_anchor(struct parse *parse, const yaml_char_t *name)
{
	parse->anchors = mem_grow(parse->anchors, &parse->anchor_capacity, parse->anchor_count,
		sizeof *parse->anchors);
	parse->anchors[parse->anchor_count++] =
		(struct anchor){ .name = mem_strdup((const char *)name) };
}

static void fail_tag(struct parse *parse, yaml_mark_t mark, const char *tag)
{
	size_t core = strlen(CORE_TAG);

	if (strncmp(tag, CORE_TAG, core) == 0)
		FAIL(parse, mark, _("the tag '!!%s' is not allowed: leave it out"),
			node_shown(tag + core).text);
	else
		FAIL(parse, mark, _("the tag '%s' is not allowed: leave it out"),
			node_shown(tag).text);
}

static bool parse_items(struct parse *parse, struct node *node, yaml_event_type_t end);

/* What an event says about its node beside kind and text. */
struct head {
	const yaml_char_t *anchor, *tag; /* NULL for none */
	yaml_event_type_t end;           /* the event that ends it; none for a scalar */
	bool bracket;                    /* whether it is written in brackets */
};

/* An empty node for an event that begins one, or a scalar with its text. */
static struct node *make_node(const yaml_event_t *event, struct head *head)
{
	const int line = (int)event->start_mark.line + 1;
	const int column = (int)event->start_mark.column + 1;
	struct node *node;

	switch (event->type) {
	case YAML_SEQUENCE_START_EVENT:
		head->anchor = event->data.sequence_start.anchor;
		head->tag = event->data.sequence_start.tag;
		head->bracket = event->data.sequence_start.style == YAML_FLOW_SEQUENCE_STYLE;
		head->end = YAML_SEQUENCE_END_EVENT;
		return node_new(NODE_LIST, line, column);
	case YAML_MAPPING_START_EVENT:
		head->anchor = event->data.mapping_start.anchor;
		head->tag = event->data.mapping_start.tag;
		head->bracket = event->data.mapping_start.style == YAML_FLOW_MAPPING_STYLE;
		head->end = YAML_MAPPING_END_EVENT;
		return node_new(NODE_MAP, line, column);
	default:
		head->anchor = event->data.scalar.anchor;
		head->tag = event->data.scalar.tag;
		node = node_new(NODE_SCALAR, line, column);
		node->plain = event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE;
		mem_set(&node->text, (const char *)event->data.scalar.value);
		return node;
	}
}

/* Whether a node may be kept; reports it where not. */
static bool check_node(struct parse *parse, const yaml_event_t *event, const struct node *node,
	const struct head *head)
{
	if (head->tag) {
		fail_tag(parse, event->start_mark, (const char *)head->tag);
		return false;
	}
	if (node->kind == NODE_SCALAR && strlen(node->text) != event->data.scalar.length) {
		FAIL(parse, event->start_mark, _("the character U+%04X is not allowed"), 0);
		return false;
	}
	return count_node(parse, event->start_mark, strlen(node->text));
}

/* The node that an event begins; NULL where something is wrong, which is reported. */
static struct node *parse_node(struct parse *parse, const yaml_event_t *event)
{
	const yaml_mark_t *outer = parse->bracket;
	size_t at = parse->anchor_count;
	struct head head = { .end = YAML_NO_EVENT };
	struct node *node;

	if (event->type == YAML_ALIAS_EVENT)
		return parse_alias(parse, event);
	node = make_node(event, &head);
	if (!check_node(parse, event, node, &head))
		goto bad;
	if (head.anchor)
		open_anchor(parse, head.anchor);
	if (head.bracket)
		parse->bracket = &event->start_mark;
	if (head.end != YAML_NO_EVENT && !parse_items(parse, node, head.end))
		goto bad;
	parse->bracket = outer;
	if (head.anchor)
		parse->anchors[at].node = node;
	return node;
bad:
	node_free(node);
	return NULL;
}

/* Reads what is in a list or map until its end; false where something is wrong (reported). */
static bool parse_items(struct parse *parse, struct node *node, yaml_event_type_t end)
{
	yaml_event_t event;

	parse->depth++;
	while (next_event(parse, &event)) {
		bool at_end = event.type == end;
		bool at_key = node->kind == NODE_MAP && node->count % 2 == 0;
		struct node *item = at_end ? NULL : parse_node(parse, &event);

		if (item && item->kind != NODE_SCALAR && at_key) {
			FAIL(parse, event.start_mark, _("a key must be a text"));
			node_free(item);
			item = NULL;
		}
		yaml_event_delete(&event);
		if (at_end) {
			parse->depth--;
			return true;
		}
		if (!item)
			return false;
		node_add(node, item);
	}
	return false;
}

static bool is_nothing(const yaml_event_t *event)
{
	return event->type == YAML_STREAM_END_EVENT ||
	       (event->type == YAML_SCALAR_EVENT && event->data.scalar.length == 0 &&
		       event->data.scalar.style == YAML_PLAIN_SCALAR_STYLE);
}

/*
 * Takes in an event outside of nodes; false at the end of the stream, or where something is wrong
 * (*failed).
 */
static bool take_event(struct parse *parse, const yaml_event_t *event, struct node **root,
	bool *failed)
{
	switch (event->type) {
	case YAML_STREAM_START_EVENT:
	case YAML_DOCUMENT_END_EVENT:
		return true;
	case YAML_DOCUMENT_START_EVENT:
		if (!*root)
			return true;
		FAIL(parse, event->start_mark,
			_("a second document begins here: a file holds one"));
		*failed = true;
		return false;
	default:
		if (event->type == YAML_STREAM_END_EVENT && *root)
			return false;
		if (is_nothing(event))
			diags_add(parse->diags, parse->name, 1, 1, _("the file is empty"));
		else
			*root = parse_node(parse, event);
		*failed = !*root;
		return !*failed;
	}
}

/* The one document of a stream. */
static struct node *parse_document(struct parse *parse)
{
	struct node *root = NULL;
	bool more = true, failed = false;

	while (more) {
		yaml_event_t event;

		if (!next_event(parse, &event)) {
			failed = true;
			break;
		}
		more = take_event(parse, &event, &root, &failed);
		yaml_event_delete(&event);
	}
	if (!failed)
		return root;
	node_free(root);
	return NULL;
}

/* Bytes of the UTF-8 character at text; 0 where there is none. */
static size_t character_length(const char *text, size_t left)
{
	for (size_t length = 1; length <= 4 && length <= left; length++)
		if (text_is_utf8(text, length))
			return length;
	return 0;
}

/* Whether a character may stand in a file; tabs and line ends may. */
static bool is_allowed(const char *character, char next)
{
	if (character[0] == '\t' || (character[0] == '\r' && next == '\n'))
		return true;
	return character[0] && text_find_control(character, true) < 0;
}

/* Checks the bytes before anything else sees them; false where something is wrong (reported). */
static bool check_bytes(const struct parse *parse)
{
	size_t found = 0;

	for (size_t at = 0, length; at < parse->length && found < CONTROLS; at += length) {
		const char *text = parse->text + at;
		char one[5] = "";

		length = character_length(text, parse->length - at);
		if (length == 0) {
			FAIL(parse, mark_at(parse, at),
				_("byte 0x%02X is no UTF-8: save the file as UTF-8"),
				(unsigned)(unsigned char)text[0]);
			return false;
		}
		memcpy(one, text, length);
		if (is_allowed(one, at + 1 < parse->length ? text[1] : '\0'))
			continue;
		found++;
		FAIL(parse, mark_at(parse, at), _("the character U+%04lX is not allowed"),
			node_code_point(one));
	}
	return found == 0;
}

/* libyaml compares each %TAG with all others, so that thousands would take long. */
static bool check_directives(const struct parse *parse)
{
	size_t count = 0;

	for (size_t at = 0; at < parse->length; at++) {
		bool begins_line = at == 0 || parse->text[at - 1] == '\n';

		count += begins_line && parse->text[at] == '%';
		if (count > DIRECTIVES) {
			FAIL(parse, mark_at(parse, at), _("too many directives: %d are allowed"),
				DIRECTIVES);
			return false;
		}
	}
	return true;
}

struct node *yaml_read(const char *name, const char *text, size_t length, struct diags *diags)
{
	struct parse parse = { .diags = diags, .name = name, .text = text, .length = length };
	struct node *root = NULL;

	if (length > YAML_BYTES) {
		diags_add(diags, name, 0, 0, _("larger than %d bytes"), YAML_BYTES);
		return NULL;
	}
	if (length >= 3 && memcmp(text, BYTE_ORDER_MARK, 3) == 0) {
		parse.text += 3;
		parse.length -= 3;
	}
	if (!check_bytes(&parse) || !check_directives(&parse))
		return NULL;
	if (!yaml_parser_initialize(&parse.parser)) {
		diags_add(diags, name, 0, 0, _("out of memory"));
		return NULL;
	}
	yaml_parser_set_encoding(&parse.parser, YAML_UTF8_ENCODING);
	yaml_parser_set_input_string(&parse.parser, (const unsigned char *)parse.text,
		parse.length);
	root = parse_document(&parse);
	for (size_t i = 0; i < parse.anchor_count; i++)
		free(parse.anchors[i].name);
	free(parse.anchors);
	yaml_parser_delete(&parse.parser);
	return root;
}
