/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store-private.h"

G_BEGIN_DECLS

typedef struct
{
  gint64 first;
  gint64 last;
} GramIdRange;

struct _GramUnit
{
  /* Borrowed; NULL once the store was closed under the unit. */
  GramStore *store;

  GArray *new_vehicles;      /* GramIdRange */
  GArray *changed_vehicles;  /* gint64 */
  GHashTable *totals;        /* GramTotalKey → GramTotalAmount */
  GHashTable *registrations; /* GramCellKey → GramRegistrationAmount */
  GHashTable *acceptances;   /* GramCellKey → GramAcceptanceAmount */
  GHashTable *ccts;          /* gint64 account → whether it is of the CCTS */
  GHashTable *postings;      /* gint64 ids of postings, to be read back */
  GHashTable *ledgers;       /* gint64 ids of ledger accounts, to be re-checked */

  /* A sum did not fit; reported at commit. */
  gboolean overflow;
};

GHashTable *_gram_total_cells_new (void);

/* The figures of a cell, in the order of GramRegistrationAmount; made if it is not there. @eco_codes is the cell's own text. */
gint64 *
_gram_registration_cell (GHashTable *cells, const GramRegistrationKey *key, const char **eco_codes);

/* Is it an account of the CCTS? Its registered cars are kept as totals. */
gboolean _gram_unit_is_ccts (GramUnit *self, gint64 account_id);

void _gram_unit_touch_ledger (GramUnit *self, gint64 ledger_account_id);
void _gram_unit_touch_posting (GramUnit *self, gint64 posting_id);

/* What is written or checked before COMMIT, in this order. */
gboolean _gram_unit_write_search (GramUnit *self, GError **error);
gboolean _gram_unit_write_totals (GramUnit *self, GError **error);
gboolean _gram_unit_write_registrations (GramUnit *self, GError **error);
gboolean _gram_unit_write_acceptances (GramUnit *self, GError **error);
gboolean _gram_unit_check_ledger (GramUnit *self, GError **error);

G_END_DECLS
