/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs-terms.h"

G_BEGIN_DECLS

/**
 * _gram_ccs_terms_copy_default:
 *
 * Returns: (transfer full): a copy of the built-in settings
 */
GramCcsTerms *_gram_ccs_terms_copy_default (void);

/**
 * _gram_ccs_terms_free:
 * @self: (nullable): settings
 *
 * Frees settings.
 */
void _gram_ccs_terms_free (GramCcsTerms *self);

G_END_DECLS
