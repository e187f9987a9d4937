/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "ccs-tables-private.h"

#include "gram-rulebook-table.h"
#include "gram-vehicle-table.h"

gint64
ccs_filling_post (CcsFilling *self, const char *meaning, const GramLedgerLine *lines, gsize n_lines)
{
  gint64 id = 0;

  gram_ledger_post (self->unit, self->journal_id, meaning, lines, n_lines, &id, &self->error);
  CCS_OK (self);
  return id;
}

static void
work_out (const GramVehicleRecord *facts, GramCcsShare *share, gpointer data)
{
  CcsFilling *self = data;
  gint64 difference = self->differences[self->n_asked++];

  *share = (GramCcsShare){ 0 };
  if (difference == 0)
    return;
  share->year = self->year;
  share->difference = difference;
  if (self->fleet_average)
    return;
  share->credit = MAX (difference, 0);
  share->charge = MAX (-difference, 0) * CCS_RATE / 100;
}

static gboolean
post (const GramFigureSums *sums, gint64 *posting_id, gpointer data, GError **error)
{
  CcsFilling *self = data;
  const GramLedgerLine lines[] = {
    { 0, "issue", "ccs-credit/used/2026", -sums->credits },
    { self->account_id, "holding", "ccs-credit/used/2026", sums->credits },
    { 0, "charge", "NZD", -sums->charges },
    { self->account_id, "charges", "NZD", sums->charges },
  };

  *posting_id = 0;
  if (sums->charges > 0)
    *posting_id = self->posting_id
        = ccs_filling_post (self, "acceptance", lines, G_N_ELEMENTS (lines));
  return TRUE;
}

gint64
ccs_filling_accept (CcsFilling *self,
                    gint64 account_id,
                    const gint64 *differences,
                    guint n_differences,
                    int year,
                    gboolean fleet_average)
{
  const GramAcceptance acceptance = {
    .at = year == 2025 ? CCS_AT_2025 : CCS_AT_2026,
    .person_id = 3,
    .rulebook_id = 1,
    .period = year == 2025 ? 202511 : 202601,
    .fleet_average = fleet_average,
    .figure = work_out,
    .post = post,
    .data = self,
  };
  gint64 first = store_fixture_vehicles (self->unit, account_id, n_differences);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  gint64 n;
  gint64 units;

  for (gint64 id = first; id < first + n_differences; id++)
    g_array_append_val (ids, id);
  self->differences = differences;
  self->n_asked = 0;
  self->year = year;
  self->fleet_average = fleet_average;
  self->account_id = account_id;
  gram_vehicle_table_mark_ready_ids (self->unit, account_id, (const gint64 *)ids->data, ids->len,
                                     acceptance.at, &n, &self->error);
  CCS_OK (self);
  gram_vehicle_table_accept_ids (self->unit, account_id, (const gint64 *)ids->data, ids->len,
                                 &acceptance, &n, &units, &self->error);
  CCS_OK (self);
  g_assert_cmpint (n, ==, n_differences);
  return first;
}

/* A vehicle without figures, and why. */
static void
exclude (CcsFilling *self)
{
  static const gint64 none[] = { 0 };
  g_autoptr (GramVehicleRecord) before = NULL;
  g_autoptr (GramVehicleRecord) after = NULL;

  self->made.excluded_id
      = ccs_filling_accept (self, CCS_PAYG, none, G_N_ELEMENTS (none), 2026, FALSE);
  gram_vehicle_table_get (self->store, self->made.excluded_id, &before, &self->error);
  CCS_OK (self);
  after = gram_vehicle_record_copy (before);
  g_set_str (&after->excluded, "special-interest");
  gram_vehicle_table_update (self->unit, before, after, self->journal_id, 0, 0, &self->error);
  CCS_OK (self);
}

CcsFixture
ccs_fixture_fill (GramStore *store)
{
  CcsFilling self = { .store = store };

  self.unit = gram_unit_begin (store, &self.error);
  CCS_OK (&self);
  self.rulebook_id = 1;
  self.journal_id = store_fixture_journal (self.unit, "ccs");
  exclude (&self);
  ccs_filling_pay (&self);
  ccs_filling_years (&self);
  ccs_filling_transfer (&self);
  gram_unit_commit (self.unit, &self.error);
  CCS_OK (&self);
  return self.made;
}
