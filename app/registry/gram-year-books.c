/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-year-books.h"

#include "gram-accounting-table.h"
#include "gram-allocation-table.h"
#include "gram-conversion-table.h"
#include "gram-pool-table.h"
#include "gram-surrender-table.h"
#include "gram-trade-query.h"

#include <glib/gi18n-lib.h>

/* More participants no sentence names. */
#define MAX_NAMES 3

void
gram_year_books_clear (GramYearBooks *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
  g_clear_pointer (&self->record, gram_scheme_year_record_free);
  g_clear_pointer (&self->rows, g_ptr_array_unref);
  g_clear_pointer (&self->gone, g_ptr_array_unref);
  g_clear_pointer (&self->live, g_array_unref);
  g_clear_pointer (&self->pool_years, g_ptr_array_unref);
}

static GPtrArray *
rows_new (void)
{
  return g_ptr_array_new_with_free_func ((GDestroyNotify)gram_participant_row_free);
}

static gboolean
add_row (GramYearBooks *self, GPtrArray *rows, const GramParticipant *participant, GError **error)
{
  GramParticipantRow *row;

  if (!gram_year_books_row_new (self, participant, &row, error))
    return FALSE;
  g_ptr_array_add (rows, row);
  return gram_year_books_add_figures (self, row, error);
}

/* Participants by the last measuring; before there is one, those that would be. */
static gboolean
read_rows (GramYearBooks *self, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GArray) measured = NULL;
  gboolean is_measured = self->record != NULL && self->record->measured_at != 0;
  const GArray *participants = self->live;

  if (is_measured)
    {
      measured = gram_participants_list (store, self->year, error);
      if (measured == NULL)
        return FALSE;
      participants = measured;
    }
  for (guint i = 0; i < participants->len; i++)
    {
      const GramParticipant *one = &g_array_index (participants, GramParticipant, i);

      if (gram_participant_is (one) && !add_row (self, self->rows, one, error))
        return FALSE;
    }
  g_ptr_array_sort (self->rows, gram_participant_row_compare);
  return TRUE;
}

static void
note (GHashTable *accounts, gint64 account_id)
{
  if (account_id != 0)
    g_hash_table_add (accounts, g_memdup2 (&account_id, sizeof account_id));
}

/* Accounts that anything was written of, in this year. */
static gboolean
note_accounts (GramYearBooks *self, GHashTable *accounts, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GPtrArray) allocations = gram_allocation_table_list_last (store, self->year, error);
  g_autoptr (GPtrArray) accountings = NULL;
  g_autoptr (GPtrArray) conversions = NULL;
  g_autoptr (GPtrArray) trades = NULL;

  if (allocations == NULL)
    return FALSE;
  accountings = gram_accounting_table_list_last (store, self->year, error);
  conversions
      = accountings != NULL ? gram_conversion_table_list (store, self->year, 0, error) : NULL;
  trades = conversions != NULL
               ? gram_trade_table_list (store, self->year, 0, GRAM_TRADE_REGISTERED, error)
               : NULL;
  if (trades == NULL)
    return FALSE;
  for (guint i = 0; i < allocations->len; i++)
    note (accounts, ((GramAllocationRecord *)allocations->pdata[i])->account_id);
  for (guint i = 0; i < accountings->len; i++)
    note (accounts, ((GramAccountingRecord *)accountings->pdata[i])->account_id);
  for (guint i = 0; i < conversions->len; i++)
    note (accounts, ((GramConversionRecord *)conversions->pdata[i])->account_id);
  for (guint i = 0; i < trades->len; i++)
    {
      const GramTradeRecord *trade = trades->pdata[i];

      note (accounts, trade->transferor_id);
      note (accounts, trade->transferee_id);
    }
  return TRUE;
}

static gboolean
read_gone (GramYearBooks *self, GError **error)
{
  g_autoptr (GHashTable) accounts
      = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  GHashTableIter iter;
  gpointer key;

  if (!note_accounts (self, accounts, error))
    return FALSE;
  for (guint i = 0; i < self->rows->len; i++)
    g_hash_table_remove (accounts, &((GramParticipantRow *)self->rows->pdata[i])->account_id);
  g_hash_table_iter_init (&iter, accounts);
  while (g_hash_table_iter_next (&iter, &key, NULL))
    {
      const GramParticipant none = { .year = self->year, .account_id = *(gint64 *)key };

      if (!add_row (self, self->gone, &none, error))
        return FALSE;
    }
  g_ptr_array_sort (self->gone, gram_participant_row_compare);
  return TRUE;
}

static const GramParticipantRow *
find_row (const GramYearBooks *self, const GramParticipant *participant)
{
  for (guint i = 0; i < self->rows->len; i++)
    {
      const GramParticipantRow *row = self->rows->pdata[i];

      if (row->account_id == participant->account_id && row->pool_id == participant->pool_id)
        return row;
    }
  return NULL;
}

/* How many participants measuring now would find otherwise, come and gone ones among them. */
static gint64
count_changed (const GramYearBooks *self)
{
  gint64 n_found = 0;
  gint64 n_changed = 0;

  for (guint i = 0; i < self->live->len; i++)
    {
      const GramParticipant *live = &g_array_index (self->live, GramParticipant, i);
      const GramParticipantRow *row = gram_participant_is (live) ? find_row (self, live) : NULL;

      if (row == NULL)
        {
          n_changed += gram_participant_is (live);
          continue;
        }
      n_found++;
      n_changed += row->cars != live->cars || row->cars_zero != live->cars_zero
                   || row->co2_sum != live->co2_sum || row->saving_sum != live->saving_sum
                   || row->activity != live->activity;
    }
  return n_changed + (gint64)self->rows->len - n_found;
}

static void
count_rows (GramYearBooks *self)
{
  GramCctsYearFacts *facts = &self->facts;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GramParticipantRow *row = self->rows->pdata[i];

      facts->cars_unknown += row->cars_unknown;
      facts->baselines_missing += !row->has_baseline;
      facts->allocations_differ += gram_participant_row_posts (row) != 0;
      facts->accounts_differ += !row->accounted;
      facts->notices_missing += row->notice_needed;
    }
  for (guint i = 0; i < self->gone->len; i++)
    {
      const GramParticipantRow *row = self->gone->pdata[i];

      facts->allocations_differ += gram_participant_row_posts (row) != 0;
      facts->accounts_differ += row->shortfall != 0 && !row->accounted;
      facts->notices_missing += row->notice_needed;
    }
}

static gboolean
count_trades (GramYearBooks *self, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  const GramTradeQuery live = { .year = self->year };
  g_autoptr (GPtrArray) matched = NULL;
  GramTradeCounts counts;

  if (!gram_trade_notification_table_counts (store, &live, &counts, error))
    return FALSE;
  matched = gram_trade_table_list (store, self->year, 0, GRAM_TRADE_MATCHED, error);
  if (matched == NULL)
    return FALSE;
  self->facts.notifications
      = gram_trade_counts_select (&counts, GRAM_TRADE_WAITING | GRAM_TRADE_DIFFERING);
  self->facts.trades_matched = matched->len;
  return TRUE;
}

static gboolean
read_facts (GramYearBooks *self, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  g_autoptr (GPtrArray) undecided
      = gram_pool_table_list (store, 0, self->year, GRAM_POOL_UNDECIDED, error);

  if (undecided == NULL)
    return FALSE;
  self->facts = (GramCctsYearFacts){
    .year = self->year,
    .participants = self->rows->len,
    .pools_undecided = undecided->len,
  };
  if (self->record != NULL)
    {
      self->facts.measured = self->record->measured_at != 0;
      self->facts.allocated = self->record->allocated_at != 0;
      self->facts.accounted = self->record->accounted_at != 0;
      self->facts.closed = self->record->closed_at != 0;
      self->facts.published = self->record->published_at != 0;
    }
  self->facts.changed = self->facts.measured ? count_changed (self) : 0;
  count_rows (self);
  return count_trades (self, error);
}

gboolean
gram_year_books_read (GramYearBooks *self,
                      GramRegistry *registry,
                      gint64 year,
                      GramRefusal **refusal,
                      GError **error)
{
  GramStore *store = gram_registry_get_store (registry);
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);

  *self = (GramYearBooks){ .registry = registry, .rows = rows_new (), .gone = rows_new () };
  if (!gram_date_parse (today, GRAM_DATE_ISO, &self->today, error)
      || !gram_participants_check_year (registry, year, &self->rulebook, &self->rulebook_id,
                                        refusal, error))
    return FALSE;
  self->year = (int)year;
  self->pool_years = gram_pool_table_years (store, self->year, error);
  if (self->pool_years == NULL
      || !gram_scheme_year_table_get (store, self->year, &self->record, error))
    return FALSE;
  self->live = gram_participants_list_provisional (store, self->rulebook->ccts, self->year, TRUE,
                                                   refusal, error);
  return self->live != NULL && read_rows (self, error) && read_gone (self, error)
         && read_facts (self, error);
}

/* The first few of those that nothing can be allocated to. */
static char *
dup_without_baseline (const GramYearBooks *self)
{
  g_autoptr (GString) names = g_string_new (NULL);
  guint n = 0;

  for (guint i = 0; i < self->rows->len; i++)
    {
      const GramParticipantRow *row = self->rows->pdata[i];

      if (row->has_baseline || ++n > MAX_NAMES)
        continue;
      g_string_append_printf (names, "%s%s", names->len > 0 ? ", " : "", row->holder);
    }
  if (n > MAX_NAMES)
    g_string_append (names, ", …");
  return g_string_free_and_steal (g_steal_pointer (&names));
}

gboolean
gram_year_books_can (const GramYearBooks *self, GramCctsYearVerb verb, GramRefusal **refusal)
{
  g_autoptr (GramRefusal) no = NULL;
  g_autofree char *names = NULL;

  if (gram_ccts_year_can (self->rulebook->ccts, &self->facts, self->today, verb, &no))
    return TRUE;
  if (!g_str_equal (no->id, "year.baselines-missing"))
    return gram_refuse (refusal, no->id, no->article, "%s", no->message);
  names = dup_without_baseline (self);
  /* Translators: %1$d is a year, %2$s are names of participants */
  return gram_refuse (refusal, no->id, "CCTS art. 34(1)",
                      _ ("No baseline of %1$d is entered for %2$s. Nothing is allocated without "
                         "one, so that the payment would be too high; enter it, and allocate"),
                      self->year, names);
}
