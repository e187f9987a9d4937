/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registration-table.h"
#include "gram-statement.h"

G_BEGIN_DECLS

/*
 * Millions of cars are added up by account and codes in one pass over their table, in the order in which they stand there: the
 * engine would sort them first. The SQL functions registration_of_vehicles (account_id, eco_codes, units, co2, saving,
 * corrected, zero_emission) and registration_of_totals (account_id, eco_codes and the seven figures) add to the fold that runs.
 */
typedef struct _GramRegistrationFold GramRegistrationFold;

/* Makes the functions known to a connection; once. */
gboolean _gram_registration_fold_register (GramStore *store, GError **error);

/* Runs a SELECT of one of them; what it added up, by account and codes. NULL on error. */
GPtrArray *_gram_registration_fold (GramStore *store, GramStatement *statement, GError **error);

G_END_DECLS
