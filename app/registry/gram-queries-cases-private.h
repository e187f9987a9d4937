/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-cases.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_case_row_new:
 * @self: a registry
 * @record: (transfer full): a case that @person may see
 * @person: who asks
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the case as a list shows it to @person; %NULL on error
 */
GramCaseRow *_gram_case_row_new (GramRegistry *self,
                                 GramCaseRecord *record,
                                 const GramPersonRecord *person,
                                 GError **error);

/**
 * _gram_case_allows:
 * @self: a registry
 * @record: a case
 * @account: its account, in the state that counts today
 * @person: who asks
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramCaseAllow) (nullable): the verbs of this kind of case, each with the reason why
 *   @person cannot send it now; %NULL on error
 */
GPtrArray *_gram_case_allows (GramRegistry *self,
                              const GramCaseRecord *record,
                              const GramAccountRecord *account,
                              const GramPersonRecord *person,
                              GError **error);

/**
 * _gram_case_allow_free:
 * @self: a verb of a case
 *
 * Frees it.
 */
void _gram_case_allow_free (GramCaseAllow *self);

G_END_DECLS
