/* SPDX-License-Identifier: GPL-3.0-or-later */
/* YAML (and so JSON) to a tree of located nodes, within limits. */
#ifndef ACCORD_BANK_YAML_H
#define ACCORD_BANK_YAML_H

#include "base/err.h"
#include "base/node.h"

#include <stddef.h>

#define YAML_BYTES (1024 * 1024) /* of the file, and of the text that aliases repeat */
#define YAML_NODES 20000
#define YAML_DEPTH 16
#define YAML_ALIASES 100

/*
 * Reads one document. Aliases become copies, located where the original stands. Returns the root
 * for node_free(), or NULL with what is wrong added to diags: one finding, or several that are
 * about forbidden characters. Keys of maps are scalars, but may stand twice. name is for messages
 * only.
 */
struct node *yaml_read(const char *name, const char *text, size_t length, struct diags *diags);

#endif
