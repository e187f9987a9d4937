/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-rulebook.h"

G_BEGIN_DECLS

/**
 * _gram_rulebook_new:
 *
 * Returns: (transfer full): an empty rulebook with one reference, for the reader to fill
 */
GramRulebook *_gram_rulebook_new (void);

G_END_DECLS
