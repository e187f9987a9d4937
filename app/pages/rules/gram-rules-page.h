/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-page.h"

G_BEGIN_DECLS

#define GRAM_TYPE_RULES_PAGE (gram_rules_page_get_type ())
G_DECLARE_FINAL_TYPE (GramRulesPage, gram_rules_page, GRAM, RULES_PAGE, GramPage)

/**
 * GramRulesPage:
 *
 * The published rulebooks of both schemes, which anybody may read; the administrator publishes one from a file.
 */

G_END_DECLS
