/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-statement.h"

G_BEGIN_DECLS

/*
 * What a person typed, as the search index and the re-check of the rows take it.
 *
 * Each word has to occur in VIN, chassis number (with or without its dash), register key, make or model. The index holds
 * trigrams of the first four, gram-vehicle-traits.h the others: they find candidates, LIKE on the row decides. When every word is shorter than three
 * characters, a vehicle's label (VIN, else chassis number, else register key) or its make has to begin with it. `%`, `_`
 * and `"` are text. ASCII letters match in either case; of other letters the case typed, and all upper and all lower.
 */
typedef struct _GramVehicleSearch GramVehicleSearch;

/* NULL if nothing but blanks was typed. */
GramVehicleSearch *_gram_vehicle_search_new (const char *typed);
void _gram_vehicle_search_free (GramVehicleSearch *self);

/* Words by number: bit 0 is the first. */
guint _gram_vehicle_search_words (const GramVehicleSearch *self);

/* Those of them that the index can find. */
guint _gram_vehicle_search_long_words (const GramVehicleSearch *self);

/* Words that a vehicle has by its make and model, and by the beginning of its label: all that it has, perhaps more. */
guint _gram_vehicle_search_words_of_model (const GramVehicleSearch *self,
                                           const char *make,
                                           const char *model);
guint _gram_vehicle_search_words_of_start (const GramVehicleSearch *self, const char *start);

/* SQL condition over the columns of `vehicle`, with parameters from $@parameter on. */
void _gram_vehicle_search_append (const GramVehicleSearch *self, GString *sql, guint parameter);
void _gram_vehicle_search_bind (const GramVehicleSearch *self,
                                GramStatement *statement,
                                guint parameter);

/* At most @limit candidates whose identifiers have those words of @words that the index can find; some perhaps are of
 * other accounts. */
gboolean _gram_vehicle_search_candidates (const GramVehicleSearch *self,
                                          GramStore *store,
                                          guint words,
                                          gint64 limit,
                                          GArray *ids,
                                          GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVehicleSearch, _gram_vehicle_search_free)

G_END_DECLS
