/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

G_BEGIN_DECLS

/*
 * What a person typed, as the search index and the re-check of the rows take it.
 *
 * Each word has to occur in VIN, chassis number (with or without its dash), register key, make or model. The index holds
 * trigrams: those of the words find candidates, LIKE on the row decides. When every word is shorter than three
 * characters, a vehicle's label (VIN, else chassis number, else register key) or its make has to begin with it. `%`, `_`
 * and `"` are text. ASCII letters match in either case; of other letters the case typed, and all upper and all lower.
 */
typedef struct _GramVehicleSearch GramVehicleSearch;

/* NULL if nothing but blanks was typed. */
GramVehicleSearch *_gram_vehicle_search_new (const char *typed);
void _gram_vehicle_search_free (GramVehicleSearch *self);

/* Can the index stream candidates in the order of their ids? Not where all words are short. */
gboolean _gram_vehicle_search_has_trigrams (const GramVehicleSearch *self);

/* SQL condition over the columns of `vehicle`, with parameters from $@parameter on. */
void _gram_vehicle_search_append (const GramVehicleSearch *self, GString *sql, guint parameter);
void _gram_vehicle_search_bind (const GramVehicleSearch *self,
                                GramStatement *statement,
                                guint parameter);

/* Statement that answers candidates as ids, ascending or descending; only with trigrams. */
GramStatement *_gram_vehicle_search_stream (const GramVehicleSearch *self,
                                            GramStore *store,
                                            gboolean descending,
                                            GError **error);

/* At most @limit candidates of an account, some perhaps twice, some perhaps of other accounts. */
gboolean _gram_vehicle_search_candidates (const GramVehicleSearch *self,
                                          GramStore *store,
                                          gint64 account_id,
                                          gint64 limit,
                                          GArray *ids,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleSearch, _gram_vehicle_search_free)

G_END_DECLS
