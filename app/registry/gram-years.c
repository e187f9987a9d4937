/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-life.h"
#include "gram-handlers-years.h"
#include "gram-year-plan.h"
#include "gram-units.h"

#include "gram-accounting-table.h"
#include "gram-ledger.h"
#include "gram-year-balance-table.h"

/* Writes what was done about a year, and makes its row the first time. */
gboolean
gram_year_save (GramCall *call,
                const GramSchemeYearRecord *before,
                GramSchemeYearRecord *after,
                GError **error)
{
  if (before == NULL)
    return gram_scheme_year_table_insert (call->unit, after, error);
  return gram_scheme_year_table_update (call->unit, before, after, error);
}

GramSchemeYearRecord *
gram_year_record_for (const GramYearBooks *books)
{
  GramSchemeYearRecord *record = books->record != NULL
                                     ? gram_scheme_year_record_copy (books->record)
                                     : gram_scheme_year_record_new ();

  record->year = books->year;
  return record;
}

static gboolean
insert_participants (GramCall *call, const GramYearPlan *plan, gint64 measuring_id, GError **error)
{
  for (guint i = 0; i < plan->rehearsal->rows->len; i++)
    {
      const GramParticipantRow *row = plan->rehearsal->rows->pdata[i];
      GramParticipantRecord record = {
        .measuring_id = measuring_id,
        .account_id = row->account_id,
        .pool_id = row->pool_id,
        .cars = row->cars,
        .cars_zero = row->cars_zero,
        .co2_sum = row->co2_sum,
        .saving_sum = row->saving_sum,
        .activity = row->activity,
      };

      if (!gram_participant_table_insert (call->unit, &record, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_years_measure (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_auto (GramYearPlan) plan = { 0 };
  GramMeasuringRecord measuring = { .journal_id = call->journal_id, .measured_at = call->now };

  if (!gram_year_plan_init_expected (&plan, call, refusal, error))
    return FALSE;
  year = gram_year_record_for (&plan.books);
  year->measured_at = call->now;
  measuring.year = plan.books.year;
  measuring.rulebook_id = plan.books.rulebook_id;
  if (!gram_year_save (call, plan.books.record, year, error)
      || !gram_measuring_table_insert (call->unit, &measuring, error)
      || !insert_participants (call, &plan, measuring.id, error))
    return FALSE;
  gram_call_touches (call, "year", plan.books.year);
  gram_call_answer_int64 (call, "participants", plan.rehearsal->totals.participants);
  gram_call_answer_int64 (call, "cars", plan.rehearsal->totals.cars);
  return TRUE;
}

static gboolean
account_row (GramCall *call, const GramYearPlan *plan, GramParticipantRow *row, GError **error)
{
  g_autoptr (GramAccountingRecord) last = NULL;
  GramAccountingRecord record = {
    .year = plan->books.year,
    .account_id = row->account_id,
    .pool_id = row->pool_id,
    .participant_id = row->participant_id,
    .rulebook_id = plan->books.rulebook_id,
    .activity = row->activity,
    .surrendered = row->surrendered,
    .shortfall = row->shortfall,
    .payment = row->payment,
    .journal_id = call->journal_id,
  };

  if (!gram_accounting_table_last (call->store, record.year, record.account_id, &last, error))
    return FALSE;
  /* The same again is no news: a payment notice keeps the row that it stands on. */
  if (last != NULL && last->activity == record.activity && last->surrendered == record.surrendered
      && last->payment == record.payment && last->pool_id == record.pool_id)
    return TRUE;
  /* Who is no participant any more keeps the measuring by which they were one. */
  if (record.participant_id == 0 && last != NULL)
    record.participant_id = last->participant_id;
  return gram_accounting_table_insert (call->unit, &record, error);
}

static gboolean
account_rows (GramCall *call, const GramYearPlan *plan, GError **error)
{
  const GPtrArray *rows = plan->rehearsal->rows;
  const GPtrArray *gone = plan->rehearsal->gone;

  for (guint i = 0; i < rows->len; i++)
    if (!account_row (call, plan, rows->pdata[i], error))
      return FALSE;
  for (guint i = 0; i < gone->len; i++)
    if (!account_row (call, plan, gone->pdata[i], error))
      return FALSE;
  return TRUE;
}

static void
answer_amount (GramCall *call, const char *name, gint64 amount, guint scale)
{
  g_autofree char *text = gram_decimal_format (amount, scale, scale);

  gram_call_answer_string (call, name, text);
}

gboolean
gram_years_account (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_auto (GramYearPlan) plan = { 0 };
  const GramYearTotals *totals;

  if (!gram_year_plan_init_expected (&plan, call, refusal, error))
    return FALSE;
  year = gram_year_record_for (&plan.books);
  year->accounted_at = call->now;
  if (!gram_year_save (call, plan.books.record, year, error) || !account_rows (call, &plan, error))
    return FALSE;
  totals = &plan.rehearsal->totals;
  gram_call_touches (call, "year", plan.books.year);
  gram_call_answer_int64 (call, "participants", totals->participants);
  answer_amount (call, "shortfall", totals->shortfall, GRAM_CCTS_SCALE_ACTIVITY);
  answer_amount (call, "payment", totals->payment, GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

static gboolean
lapse (GramCall *call,
       const char *unit,
       const GramParticipantRow *row,
       gint64 *posting,
       GError **error)
{
  const GramLedgerLine lines[] = {
    { row->account_id, "holding", unit, -row->posts },
    { 0, "lapse", unit, row->posts },
  };

  *posting = 0;
  return row->posts == 0
         || gram_ledger_post (call->unit, call->journal_id, "lapse", lines, G_N_ELEMENTS (lines),
                              posting, error);
}

static gboolean
close_row (GramCall *call,
           const GramYearPlan *plan,
           const char *unit,
           const GramParticipantRow *row,
           GError **error)
{
  GramYearBalanceRecord balance = {
    .account_id = row->account_id,
    .year = plan->books.year,
    .allocated = row->allocated,
    .acquired = row->acquired,
    .traded_in = row->traded_in,
    .traded_out = row->traded_out,
    .surrendered = row->surrendered,
    .lapsed = row->lapsed,
    .converted = row->converted,
    .journal_id = call->journal_id,
  };

  return lapse (call, unit, row, &balance.posting_id, error)
         && gram_year_balance_table_insert (call->unit, &balance, error);
}

gboolean
gram_years_close (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramSchemeYearRecord) year = NULL;
  g_autofree char *unit = NULL;
  g_auto (GramYearPlan) plan = { 0 };

  if (!gram_year_plan_init_expected (&plan, call, refusal, error))
    return FALSE;
  unit = gram_unit_make_allowance (plan.books.year);
  for (guint i = 0; i < plan.rehearsal->rows->len; i++)
    if (!close_row (call, &plan, unit, plan.rehearsal->rows->pdata[i], error))
      return FALSE;
  year = gram_year_record_for (&plan.books);
  year->closed_at = call->now;
  if (!gram_year_save (call, plan.books.record, year, error))
    return FALSE;
  gram_call_touches (call, "year", plan.books.year);
  gram_call_answer_int64 (call, "participants", plan.rehearsal->totals.participants);
  answer_amount (call, "lapsed", plan.rehearsal->posted, 0);
  return TRUE;
}

gboolean
gram_years_set_standing_rule (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 number = gram_call_get_int64 (call, "year", 0);
  g_autoptr (GramSchemeYearRecord) before = NULL;
  g_autoptr (GramSchemeYearRecord) after = NULL;

  if (!gram_participants_check_year (call->registry, number, NULL, NULL, refusal, error)
      || !gram_participants_check_not_closed (call->store, (int)number, refusal, error)
      || !gram_scheme_year_table_get (call->store, number, &before, error))
    return FALSE;
  after = before != NULL ? gram_scheme_year_record_copy (before) : gram_scheme_year_record_new ();
  after->year = number;
  after->auto_register = gram_call_get_boolean (call, "on");
  gram_call_touches (call, "year", number);
  return gram_year_save (call, before, after, error);
}
