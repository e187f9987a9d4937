/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook-table.h"

G_BEGIN_DECLS

/**
 * gram_rulebooks_shipped:
 *
 * The rulebooks that come with this version of Gram, whether or not a registry has them.
 *
 * Returns: (transfer full) (element-type GramRulebookRecord): the rulebooks in the order of their files' names, without
 *   id and day of publication
 */
GPtrArray *gram_rulebooks_shipped (void);

/**
 * gram_rulebooks_offered:
 * @shipped: (element-type GramRulebookRecord): rulebooks that could be published
 * @published: (element-type GramRulebookRecord): rulebooks of a registry
 *
 * Which rulebooks are newer than what is published: their version is not published, and they would be in force after
 * the newest of their scheme (a later first day, or the same and a later version).
 *
 * Returns: (transfer container) (element-type GramRulebookRecord): those of @shipped
 */
GPtrArray *gram_rulebooks_offered (const GPtrArray *shipped, const GPtrArray *published);

/**
 * gram_rulebooks_newest:
 * @published: (element-type GramRulebookRecord): rulebooks of a registry
 * @scheme: a scheme
 *
 * Returns: (transfer none) (nullable): the one with the latest first day, of those the one with the latest version
 */
const GramRulebookRecord *gram_rulebooks_newest (const GPtrArray *published, const char *scheme);

G_END_DECLS
