/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GramAllow:
 * @command: name of a command
 * @refusal: (nullable): why who asks cannot send it now, %NULL if they can
 *
 * A verb of what a question tells about.
 */
typedef struct
{
  const char *command;
  GramRefusal *refusal;
} GramAllow;

/**
 * gram_allows_new:
 *
 * Returns: (transfer full) (element-type GramAllow): an empty list of verbs
 */
GPtrArray *gram_allows_new (void);

/**
 * gram_allows_add:
 * @allows: (element-type GramAllow): the verbs
 * @command: a constant
 * @refusal: (transfer full) (nullable): why not, %NULL if it can be sent
 *
 * Adds a verb.
 */
void gram_allows_add (GPtrArray *allows, const char *command, GramRefusal *refusal);

/**
 * gram_allows_find:
 * @allows: (element-type GramAllow): the verbs
 * @command: one of them
 *
 * Returns: (transfer none) (nullable): why not, %NULL if it can be sent
 */
const GramRefusal *gram_allows_find (const GPtrArray *allows, const char *command);

G_END_DECLS
