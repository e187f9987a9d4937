/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-books.h"

#include "gram-account-life.h"
#include "gram-units.h"

#include "gram-accounting-table.h"
#include "gram-allocation-table.h"
#include "gram-baseline-table.h"
#include "gram-case-table.h"
#include "gram-ccts-settlement.h"
#include "gram-conversion-table.h"
#include "gram-crts-position-table.h"
#include "gram-ledger.h"
#include "gram-payment-notice-table.h"
#include "gram-pool-table.h"
#include "gram-surrender-table.h"
#include "gram-trade-table.h"
#include "gram-year-balance-table.h"

#include <string.h>

static void
member_free (gpointer data)
{
  GramParticipantMember *self = data;

  g_free (self->number);
  g_free (self->holder);
  g_free (self);
}

void
gram_participant_row_free (GramParticipantRow *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->members, g_ptr_array_unref);
  g_free (self->number);
  g_free (self->holder);
  g_free (self->pool_name);
  g_free (self->baseline_source);
  g_free (self->baseline_dated_on);
  g_free (self->notice_number);
  g_free (self->notice_due_on);
  g_free (self->note);
  g_free (self);
}

int
gram_participant_row_compare (gconstpointer a, gconstpointer b)
{
  const GramParticipantRow *one = *(GramParticipantRow *const *)a;
  const GramParticipantRow *other = *(GramParticipantRow *const *)b;
  int order = g_utf8_collate (one->holder, other->holder);

  return order != 0 ? order : strcmp (one->number, other->number);
}

/* The figures of an account, or of the pool that it stands for, as the vehicles stand now. */
static const GramParticipant *
find_live (const GramYearBooks *self, gint64 account_id, gint64 pool_id)
{
  for (guint i = 0; i < self->live->len; i++)
    {
      const GramParticipant *one = &g_array_index (self->live, GramParticipant, i);
      gboolean pool = one->pool_id != 0 && one->participation != GRAM_PARTICIPATION_MEMBER;

      if (pool_id != 0 ? pool && one->pool_id == pool_id : !pool && one->account_id == account_id)
        return one;
    }
  return NULL;
}

static gboolean
add_member (GramYearBooks *self, gint64 account_id, GramParticipantRow *row, GError **error)
{
  const GramParticipant *live = find_live (self, account_id, 0);
  g_autoptr (GramAccountRecord) account = NULL;
  GramParticipantMember *member;

  if (!gram_account_table_get (gram_registry_get_store (self->registry), account_id, &account,
                               error))
    return FALSE;
  g_assert (account != NULL);
  member = g_new0 (GramParticipantMember, 1);
  member->account_id = account_id;
  member->number = g_strdup (account->number);
  member->holder = g_strdup (account->holder);
  if (live != NULL)
    {
      member->cars = live->cars;
      member->cars_zero = live->cars_zero;
      member->activity = live->activity;
    }
  g_ptr_array_add (row->members, member);
  return TRUE;
}

static gboolean
add_pool (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  g_autoptr (GramPoolRecord) pool = NULL;

  if (row->pool_id == 0)
    return TRUE;
  if (!gram_pool_table_get (gram_registry_get_store (self->registry), row->pool_id, &pool, error))
    return FALSE;
  g_assert (pool != NULL);
  row->pool_name = g_strdup (pool->name);
  row->members = g_ptr_array_new_with_free_func (member_free);
  for (guint i = 0; i < self->pool_years->len; i++)
    {
      const GramPoolYear *one = self->pool_years->pdata[i];

      if (one->pool_id == row->pool_id && !add_member (self, one->account_id, row, error))
        return FALSE;
    }
  return TRUE;
}

gboolean
gram_year_books_row_new (GramYearBooks *self,
                         const GramParticipant *participant,
                         GramParticipantRow **row,
                         GError **error)
{
  g_autoptr (GramParticipantRow) made = g_new0 (GramParticipantRow, 1);
  g_autoptr (GramAccountRecord) account = NULL;
  const GramParticipant *live = find_live (self, participant->account_id, participant->pool_id);

  if (!gram_account_table_get (gram_registry_get_store (self->registry), participant->account_id,
                               &account, error))
    return FALSE;
  g_assert (account != NULL);
  made->account_id = account->id;
  made->number = g_strdup (account->number);
  made->holder = g_strdup (account->holder);
  made->pool_id = participant->pool_id;
  made->measured = participant->id != 0;
  made->participant_id = participant->id;
  made->closed = account->state == GRAM_ACCOUNT_CLOSED;
  made->cars = participant->cars;
  made->cars_zero = participant->cars_zero;
  made->co2_sum = participant->co2_sum;
  made->saving_sum = participant->saving_sum;
  made->activity = participant->activity;
  made->live_cars = live != NULL ? live->cars : 0;
  made->live_activity = live != NULL ? live->activity : 0;
  made->cars_unknown = live != NULL ? live->cars_unknown : 0;
  made->before_cars = -1;
  made->before_activity = -1;
  if (!add_pool (self, made, error))
    return FALSE;
  *row = g_steal_pointer (&made);
  return TRUE;
}

static void
add_due (const GramYearBooks *self, GramParticipantRow *row)
{
  GramCctsAllocation allocation;
  g_autoptr (GramRefusal) none = NULL;

  if (!row->has_baseline
      || (self->record != NULL && self->record->measured_at != 0 && !row->measured))
    return;
  if (gram_ccts_allocation (self->rulebook->ccts, row->cars, row->baseline, &allocation, &none))
    {
      row->product = allocation.product_micro;
      row->due = allocation.allowances;
    }
  else
    g_set_str (&row->note, none->message);
}

/* Of a pool the baseline of the pool, whichever account it nominates. */
static gboolean
add_baseline (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  g_autoptr (GPtrArray) list = NULL;
  const GramBaselineRecord *baseline = NULL;

  list = gram_baseline_table_list (gram_registry_get_store (self->registry), self->year,
                                   row->pool_id != 0 ? 0 : row->account_id, error);
  if (list == NULL)
    return FALSE;
  for (guint i = 0; i < list->len; i++)
    {
      const GramBaselineRecord *one = list->pdata[i];

      if (one->pool_id == row->pool_id && (baseline == NULL || one->id > baseline->id))
        baseline = one;
    }
  if (baseline == NULL)
    return TRUE;
  row->has_baseline = TRUE;
  row->baseline_id = baseline->id;
  row->baseline = baseline->value;
  row->baseline_source = g_strdup (baseline->source);
  row->baseline_dated_on = g_strdup (baseline->dated_on);
  return TRUE;
}

static gboolean
add_allocation (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramAllocationRecord) allocation = NULL;

  if (!gram_allocation_table_last (store, self->year, row->account_id, &allocation, error))
    return FALSE;
  row->allocated = allocation != NULL ? allocation->allowances : 0;
  add_due (self, row);
  /* Nothing follows from a baseline that is missing, but who is no participant any more is due nothing. */
  row->difference = row->has_baseline || !row->measured ? row->due - row->allocated : 0;
  return TRUE;
}

static gboolean
add_movements (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autofree char *unit = gram_unit_make_allowance (self->year);
  gint64 crts;

  return gram_conversion_table_sums (store, self->year, row->account_id, GRAM_CONVERSION_FROM_CRTS,
                                     &crts, &row->acquired, error)
         && gram_conversion_table_sums (store, self->year, row->account_id, GRAM_CONVERSION_TO_CRTS,
                                        &crts, &row->converted, error)
         && gram_trade_table_sums (store, self->year, row->account_id, &row->traded_in,
                                   &row->traded_out, error)
         && gram_surrender_table_sum (store, self->year, row->account_id, &row->surrendered, error)
         && gram_ledger_balance (store, row->account_id, "holding", unit, &row->held, error)
         && gram_ledger_balance (store, row->account_id, "reserved", unit, &row->reserved, error);
}

static gboolean
add_accounting (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramAccountingRecord) accounting = NULL;

  if (!gram_accounting_table_last (store, self->year, row->account_id, &accounting, error))
    return FALSE;
  if (accounting != NULL)
    {
      row->accounted
          = accounting->activity == row->activity && accounting->surrendered == row->surrendered;
      row->accounting_id = accounting->id;
      row->shortfall = accounting->shortfall;
      row->payment = accounting->payment;
      return TRUE;
    }
  row->shortfall = gram_ccts_shortfall (row->activity, row->surrendered);
  /* What does not fit is told by the accounting. */
  if (!gram_ccts_payment (self->rulebook->ccts, row->shortfall, &row->payment, NULL))
    row->payment = G_MAXINT64;
  return TRUE;
}

static void
add_notice (const GramYearBooks *self,
            const GramPaymentNoticeRecord *notice,
            GramParticipantRow *row)
{
  const GramPaymentNoticeFacts facts = {
    .amount = notice->amount,
    .paid = notice->paid,
    .due_on = gram_life_date (notice->due_on),
    .appealed_on = gram_life_date (notice->appealed_on),
    .appeal_ended_on = gram_life_date (notice->appeal_ended_on),
  };

  row->notice_id = notice->id;
  row->notice_number = g_strdup (notice->number);
  row->notice_state = gram_payment_notice_state (&facts, self->today);
  row->notice_due_on = g_strdup (notice->due_on);
  row->notice_paid = notice->paid;
  row->notice_amount = notice->amount;
}

/* Whether a notice was withdrawn by its appeal; one that was dismissed changes nothing if the notice is withdrawn later. */
static gboolean
is_undone (GramStore *store,
           const GramPaymentNoticeRecord *notice,
           gboolean *undone,
           GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;

  *undone = *notice->withdrawn_on != '\0'
            && g_str_equal (notice->withdrawn_on, notice->appeal_ended_on);
  if (!*undone || notice->case_id == 0)
    return TRUE;
  if (!gram_case_table_get (store, notice->case_id, &record, error))
    return FALSE;
  *undone = record != NULL && record->outcome == GRAM_CASE_UPHELD;
  return TRUE;
}

/* Whether the last accounting was undone by an appeal that was allowed: then nothing is asked for. */
static gboolean
find_allowed_appeal (GramYearBooks *self, GramParticipantRow *row, gboolean *found, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GPtrArray) notices
      = gram_payment_notice_table_list (store, self->year, row->account_id, error);

  *found = FALSE;
  for (guint i = 0; notices != NULL && i < notices->len && !*found; i++)
    {
      const GramPaymentNoticeRecord *notice = notices->pdata[i];

      if (notice->accounting_id == row->accounting_id && !is_undone (store, notice, found, error))
        return FALSE;
    }
  return notices != NULL;
}

static gboolean
add_need (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  gboolean allowed;

  /* One that asks for something else than the last accounting came to is withdrawn, and given again if there is to pay. */
  if (row->accounting_id != 0 && row->notice_id != 0)
    row->notice_needed = row->notice_amount != row->payment;
  if (row->accounting_id == 0 || row->payment == 0 || row->notice_id != 0)
    return TRUE;
  if (!find_allowed_appeal (self, row, &allowed, error))
    return FALSE;
  row->notice_needed = !allowed;
  return TRUE;
}

static gboolean
add_settlement (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;
  g_autoptr (GramYearBalanceRecord) balance = NULL;
  g_autoptr (GramCrtsPositionRecord) position = NULL;

  if (!gram_crts_position_table_last (store, self->year, row->account_id, row->pool_id, &position,
                                      error)
      || !gram_payment_notice_table_live (store, self->year, row->account_id, &notice, error)
      || !gram_year_balance_table_get (store, self->year, row->account_id, &balance, error))
    return FALSE;
  row->has_position = position != NULL;
  row->lapsed = balance != NULL ? balance->lapsed : 0;
  if (notice != NULL)
    add_notice (self, notice, row);
  return add_need (self, row, error);
}

gboolean
gram_year_books_add_figures (GramYearBooks *self, GramParticipantRow *row, GError **error)
{
  return add_baseline (self, row, error) && add_allocation (self, row, error)
         && add_movements (self, row, error) && add_accounting (self, row, error)
         && add_settlement (self, row, error);
}

gint64
gram_participant_row_posts (const GramParticipantRow *row)
{
  if (row->difference < 0)
    return -MIN (-row->difference, row->held);
  return row->closed ? 0 : row->difference;
}

/* A sum that does not fit stays at the largest number; nothing is decided by it. */
static void
add (gint64 *sum, gint64 value)
{
  if (!gram_decimal_add (*sum, value, sum))
    *sum = G_MAXINT64;
}

void
gram_year_totals_add (GramYearTotals *self, const GramParticipantRow *row)
{
  self->participants++;
  self->pools += row->pool_id != 0;
  add (&self->cars, row->cars);
  add (&self->cars_zero, row->cars_zero);
  add (&self->activity, row->activity);
  add (&self->due, row->due);
  add (&self->allocated, row->allocated);
  add (&self->acquired, row->acquired);
  add (&self->converted, row->converted);
  add (&self->traded, row->traded_in);
  add (&self->held, row->held);
  add (&self->reserved, row->reserved);
  add (&self->surrendered, row->surrendered);
  add (&self->lapsed, row->lapsed);
  add (&self->shortfall, row->shortfall);
  add (&self->payment, row->payment);
  add (&self->paid, row->notice_paid);
}
