/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-allocations.h"

#include "gram-account-life.h"
#include "gram-handlers-years.h"
#include "gram-notices-ccts.h"
#include "gram-units.h"
#include "gram-year-plan.h"

#include "gram-allocation-table.h"
#include "gram-conversion-table.h"
#include "gram-ledger.h"
#include "gram-surrender-table.h"
#include "gram-trade-table.h"

#include <glib/gi18n-lib.h>

/* Out of what was issued into the holding of the account, or back. */
static gboolean
post (GramCall *call,
      const char *unit,
      const GramParticipantRow *row,
      gint64 *posting,
      GError **error)
{
  const GramLedgerLine lines[] = {
    { 0, "issue", unit, -row->posts },
    { row->account_id, "holding", unit, row->posts },
  };

  return gram_ledger_post (call->unit, call->journal_id, "allocation", lines, G_N_ELEMENTS (lines),
                           posting, error);
}

static gboolean
allocate_row (GramCall *call,
              const GramYearPlan *plan,
              const char *unit,
              const char *reference,
              const GramParticipantRow *row,
              GError **error)
{
  GramAllocationRecord record = {
    .year = plan->books.year,
    .account_id = row->account_id,
    .participant_id = row->participant_id,
    .baseline_id = row->participant_id != 0 ? row->baseline_id : 0,
    .product = row->product,
    .allowances = row->allocated + row->posts,
    .posted = row->posts,
    .reference = (char *)reference,
    .journal_id = call->journal_id,
  };

  /* What is right already is left as it stands; so is what nothing can be taken back of. */
  if (row->posts == 0)
    return TRUE;
  return post (call, unit, row, &record.posting_id, error)
         && gram_allocation_table_insert (call->unit, &record, error)
         && gram_notices_tell_allocation (call, row->account_id, record.year, record.allowances,
                                          record.posted, error);
}

static gboolean
allocate_rows (GramCall *call,
               const GramYearPlan *plan,
               const GPtrArray *rows,
               gint64 *n_posted,
               GVariantBuilder *skipped,
               GError **error)
{
  g_autofree char *unit = gram_unit_make_allowance (plan->books.year);
  const char *reference = gram_call_get_string (call, "reference");

  for (guint i = 0; i < rows->len; i++)
    {
      const GramParticipantRow *row = rows->pdata[i];

      if (!allocate_row (call, plan, unit, reference != NULL ? reference : "", row, error))
        return FALSE;
      *n_posted += row->posts != 0;
      if (row->posts != row->difference || (row->measured && !row->has_baseline))
        g_variant_builder_add (skipped, "s", row->number);
    }
  return TRUE;
}

static void
answer_amount (GramCall *call, const char *name, gint64 allowances)
{
  g_autofree char *text = gram_decimal_format (allowances, 0, 0);

  gram_call_answer_string (call, name, text);
}

gboolean
gram_allocations_post (GramCall *call, GramRefusal **refusal, GError **error)
{
  GVariantBuilder skipped = G_VARIANT_BUILDER_INIT (G_VARIANT_TYPE ("as"));
  g_autoptr (GVariant) left_out = NULL;
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_auto (GramYearPlan) plan = { 0 };
  gint64 n_posted = 0;
  gboolean done;

  if (!gram_year_plan_init_expected (&plan, call, refusal, error))
    {
      g_variant_builder_clear (&skipped);
      return FALSE;
    }
  done = allocate_rows (call, &plan, plan.rehearsal->rows, &n_posted, &skipped, error)
         && allocate_rows (call, &plan, plan.rehearsal->gone, &n_posted, &skipped, error);
  left_out = g_variant_ref_sink (g_variant_builder_end (&skipped));
  if (!done)
    return FALSE;
  year = gram_year_record_for (&plan.books);
  year->allocated_at = call->now;
  if (!gram_year_save (call, plan.books.record, year, error))
    return FALSE;
  gram_call_touches (call, "year", plan.books.year);
  gram_call_answer_int64 (call, "participants", n_posted);
  answer_amount (call, "posted", plan.rehearsal->posted);
  answer_amount (call, "taken-back", plan.rehearsal->taken_back);
  answer_amount (call, "not-held", plan.rehearsal->not_held);
  gram_call_answer (call, "skipped", left_out);
  return TRUE;
}

/* Whether anything but the allocation stands in the books of an account for a year. */
static gboolean
check_untouched (GramCall *call,
                 int year,
                 gint64 account_id,
                 gint64 held,
                 gint64 allocated,
                 GramRefusal **refusal,
                 GError **error)
{
  GramStore *store = call->store;
  gint64 moved[5];
  gint64 crts;

  if (!gram_conversion_table_sums (store, year, account_id, GRAM_CONVERSION_FROM_CRTS, &crts,
                                   &moved[0], error)
      || !gram_conversion_table_sums (store, year, account_id, GRAM_CONVERSION_TO_CRTS, &crts,
                                      &moved[1], error)
      || !gram_trade_table_sums (store, year, account_id, &moved[2], &moved[3], error)
      || !gram_surrender_table_sum (store, year, account_id, &moved[4], error))
    return FALSE;
  for (gsize i = 0; i < G_N_ELEMENTS (moved); i++)
    if (moved[i] != 0 || held != allocated)
      return gram_refuse (refusal, "pool.in-use", "CCTS art. 83(1)",
                          _ ("Allowances of %d of this pool were traded, converted, surrendered or "
                             "reserved; the account stays the one that acts for the pool until "
                             "that year is closed"),
                          year);
  return TRUE;
}

/* What an account was allocated as a participant of its own goes back before it holds what is the pool's. */
static gboolean
check_nothing_own (GramCall *call,
                   int year,
                   gint64 account_id,
                   GramRefusal **refusal,
                   GError **error)
{
  g_autoptr (GramAllocationRecord) last = NULL;

  if (!gram_allocation_table_last (call->store, year, account_id, &last, error))
    return FALSE;
  return last == NULL || last->allowances == 0
         || gram_refuse (refusal, "pool.own-allocation", "CCTS art. 83(1)",
                         _ ("Allowances of %d are allocated to this member itself; they go back "
                            "once the administrator has measured the year again and allocated the "
                            "difference"),
                         year);
}

static gboolean
insert_move (GramCall *call,
             const GramAllocationRecord *from,
             gint64 account_id,
             gint64 posted,
             gint64 posting_id,
             GError **error)
{
  g_autoptr (GramAllocationRecord) last = NULL;
  GramAllocationRecord record = {
    .year = from->year,
    .account_id = account_id,
    .participant_id = posted > 0 ? from->participant_id : 0,
    .baseline_id = posted > 0 ? from->baseline_id : 0,
    .product = posted > 0 ? from->product : 0,
    .posted = posted,
    .posting_id = posting_id,
    .reference = from->reference,
    .journal_id = call->journal_id,
  };

  if (!gram_allocation_table_last (call->store, record.year, account_id, &last, error))
    return FALSE;
  record.allowances = posted + (last != NULL ? last->allowances : 0);
  return gram_allocation_table_insert (call->unit, &record, error);
}

gboolean
gram_allocations_move (GramCall *call,
                       int year,
                       gint64 from_account_id,
                       gint64 to_account_id,
                       gint64 *moved,
                       GramRefusal **refusal,
                       GError **error)
{
  g_autofree char *unit = gram_unit_make_allowance (year);
  g_autoptr (GramSchemeYearRecord) record = NULL;
  g_autoptr (GramAllocationRecord) last = NULL;
  gint64 posting;
  gint64 held;

  *moved = 0;
  if (!gram_scheme_year_table_get (call->store, year, &record, error)
      || !gram_allocation_table_last (call->store, year, from_account_id, &last, error)
      || !gram_ledger_balance (call->store, from_account_id, "holding", unit, &held, error))
    return FALSE;
  if (record != NULL && record->closed_at != 0)
    return TRUE;
  if (!check_untouched (call, year, from_account_id, held, last != NULL ? last->allowances : 0,
                        refusal, error))
    return FALSE;
  if (held == 0)
    return TRUE;
  if (!check_nothing_own (call, year, to_account_id, refusal, error))
    return FALSE;
  {
    const GramLedgerLine lines[] = {
      { from_account_id, "holding", unit, -held },
      { to_account_id, "holding", unit, held },
    };

    if (!gram_ledger_post (call->unit, call->journal_id, "allocation", lines, G_N_ELEMENTS (lines),
                           &posting, error))
      return FALSE;
  }
  *moved = held;
  return insert_move (call, last, from_account_id, -held, posting, error)
         && insert_move (call, last, to_account_id, held, posting, error);
}
