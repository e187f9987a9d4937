/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-allowances.h"
#include "gram-queries-people-private.h"
#include "gram-settlement.h"

#include "gram-ledger-query.h"
#include "gram-registration-table.h"

/* A change of one of the two: cars of a day, or an entry of the ledger. */
typedef struct
{
  GramDate on;
  const GramRegistrationTotal *cars;
  gint64 allowances;
} Change;

typedef struct
{
  const GramSettlement *standing;

  /* Owned References */
  GPtrArray *totals;
  GPtrArray *lines;
  GArray *changes;
} Work;

static void
work_clear (Work *self)
{
  g_clear_pointer (&self->totals, g_ptr_array_unref);
  g_clear_pointer (&self->lines, g_ptr_array_unref);
  g_clear_pointer (&self->changes, g_array_unref);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Work, work_clear)

/* Cars of the account, or of all members of its pool, by day and eco-innovation codes. */
static gboolean
add_registrations (Work *self, GError **error)
{
  const GramSettlement *standing = self->standing;
  GramStore *store = standing->registry->store;
  GramDateRange days = gram_ccts_year_range (standing->rulebook->ccts, standing->year);
  g_autofree char *first = gram_date_format (days.first);
  g_autofree char *last = gram_date_format (days.last);
  g_autoptr (GArray) accounts
      = gram_participants_accounts (store, standing->year, &standing->participant, error);

  for (guint i = 0; accounts != NULL && i < accounts->len; i++)
    {
      GPtrArray *rows = gram_registration_table_list (store, g_array_index (accounts, gint64, i),
                                                      first, last, error);

      if (rows == NULL)
        return FALSE;
      g_ptr_array_extend_and_steal (self->totals, rows);
    }
  for (guint i = 0; accounts != NULL && i < self->totals->len; i++)
    {
      Change change = { .cars = self->totals->pdata[i] };

      if (!gram_date_parse (change.cars->registered_on, GRAM_DATE_ISO, &change.on, error))
        return FALSE;
      g_array_append_val (self->changes, change);
    }
  return accounts != NULL;
}

/* What is held or promised. What is surrendered has done its part and still counts. */
static gboolean
add_entries (Work *self, GError **error)
{
  const GramSettlement *standing = self->standing;

  self->lines
      = gram_ledger_list (standing->registry->store, standing->account->id, 0, 0, 0, 0, error);
  for (guint i = 0; self->lines != NULL && i < self->lines->len; i++)
    {
      const GramLedgerEntryLine *line = self->lines->pdata[i];
      Change change = {
        .on = gram_date_from_instant (line->at, GRAM_ZONE_LONDON),
        .allowances = line->amount,
      };

      if (g_str_equal (line->unit, standing->unit) && !g_str_equal (line->meaning, "surrender"))
        g_array_append_val (self->changes, change);
    }
  return self->lines != NULL;
}

static int
compare_days (gconstpointer one, gconstpointer other)
{
  return gram_date_compare (((const Change *)one)->on, ((const Change *)other)->on);
}

/* The point of a day: the last one if it is that day's, else a new one that begins as the last one ended. */
static GramAllowanceDay *
day_of (GArray *days, GramDate on)
{
  GramAllowanceDay day = { .on = on };
  GramAllowanceDay *last
      = days->len > 0 ? &g_array_index (days, GramAllowanceDay, days->len - 1) : NULL;

  if (last != NULL && gram_date_compare (last->on, on) == 0)
    return last;
  if (last != NULL)
    {
      day.activity = last->activity;
      day.allowances = last->allowances;
    }
  g_array_append_val (days, day);
  return &g_array_index (days, GramAllowanceDay, days->len - 1);
}

/* Adds a day's change. The activity is cut anew from the exact sum each time, as the law cuts the total (art. 36(4)). */
static gboolean
add_change (const Change *change,
            GramCctsMeasurer *measurer,
            GramAllowanceDay *day,
            GramRefusal **refusal)
{
  GramCctsActivity activity;
  GramCctsTotals totals;

  day->allowances += change->allowances;
  if (change->cars == NULL)
    return TRUE;
  gram_participants_totals (&change->cars->amount, &totals);
  gram_ccts_measurer_add (measurer, change->cars->eco_codes, &totals);
  if (!gram_ccts_measurer_end (measurer, &activity, refusal))
    return FALSE;
  day->activity = activity.activity;
  return TRUE;
}

static GArray *
add_up (const Work *self, GramRefusal **refusal, GError **error)
{
  const GramSettlement *standing = self->standing;
  g_autoptr (GArray) days = g_array_new (FALSE, FALSE, sizeof (GramAllowanceDay));
  g_autoptr (GramCctsSavingsOff) off
      = gram_participants_savings_off (standing->registry->store, standing->rulebook->ccts,
                                       standing->year, error);
  g_autoptr (GramCctsMeasurer) measurer = NULL;

  if (off == NULL)
    return NULL;
  measurer = gram_ccts_measurer_new (off);
  for (guint i = 0; i < self->changes->len; i++)
    {
      const Change *change = &g_array_index (self->changes, Change, i);

      if (!add_change (change, measurer, day_of (days, change->on), refusal))
        return NULL;
    }
  if (days->len > 0
      && gram_date_compare (g_array_index (days, GramAllowanceDay, days->len - 1).on,
                            standing->today)
             < 0)
    day_of (days, standing->today);
  return g_steal_pointer (&days);
}

static GArray *
read_days (GramRegistry *self,
           GramActor *actor,
           gint64 account_id,
           int year,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_auto (GramSettlement) standing = { 0 };
  g_auto (Work) work = { 0 };

  if (!_gram_query_view (self, actor, account_id, NULL, &account, refusal, error)
      || !gram_settlement_init (&standing, self, account, year, refusal, error))
    return NULL;
  work.standing = &standing;
  work.totals = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_registration_total_free);
  work.changes = g_array_new (FALSE, FALSE, sizeof (Change));
  if (!add_registrations (&work, error) || !add_entries (&work, error))
    return NULL;
  g_array_sort (work.changes, compare_days);
  return add_up (&work, refusal, error);
}

GArray *
gram_registry_allowance_days (GramRegistry *self,
                              GramActor *actor,
                              gint64 account_id,
                              int year,
                              GramRefusal **refusal,
                              GError **error)
{
  GArray *days;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  days = read_days (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return days;
}
