/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-choices.h"

G_BEGIN_DECLS

/**
 * _gram_ccts_choices_copy_default:
 *
 * Returns: (transfer full): a copy of the built-in settings
 */
GramCctsChoices *_gram_ccts_choices_copy_default (void);

/**
 * _gram_ccts_choices_free:
 * @self: (nullable): settings
 *
 * Frees settings.
 */
void _gram_ccts_choices_free (GramCctsChoices *self);

G_END_DECLS
