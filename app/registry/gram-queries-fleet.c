/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-fleet-private.h"

#include "gram-account-life.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-acceptance-table.h"

#include <glib/gi18n-lib.h>

void
gram_fleet_year_row_free (GramFleetYearRow *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->holder);
  g_free (self->state);
  g_free (self->due_on);
  g_free (self);
}

/* Credits that the settlements posted in all are those of the last one. */
static void
set_settled (GramFleetYearRow *row, const GramFleetStanding *standing)
{
  const GramFleetYearRecord *last = gram_fleet_standing_last (standing);

  if (last == NULL)
    return;
  row->settled_credits = last->credits;
  row->settled_amount = standing->before.amount + standing->before.carried_amount;
  row->settled_at = last->settled_at;
  row->document_id = last->document_id;
}

static GramDate
due_on_of (const GramFleetStanding *standing)
{
  const GramFleetYearRecord *last = gram_fleet_standing_last (standing);
  const GramDate end = { .year = (gint16)standing->year, .month = 12, .day = 31 };

  if (gram_date_is_valid (standing->year_facts.due_on))
    return standing->year_facts.due_on;
  if (last != NULL)
    return gram_life_date (last->due_on);
  if (standing->rulebook == NULL)
    return GRAM_DATE_NONE;
  return gram_ccs_charge_due_on (standing->rulebook->ccs, GRAM_CHARGE_FLEET_AVERAGE, standing->year,
                                 end);
}

GramFleetYearRow *
_gram_fleet_year_row (const GramFleetStanding *standing)
{
  GramFleetYearRow *row = g_new0 (GramFleetYearRow, 1);
  const GramFleetYearFacts *facts = &standing->year_facts;
  GramFleetState state = gram_fleet_year_state (facts, standing->today);

  row->account_id = standing->account->id;
  row->number = g_strdup (standing->account->number);
  row->holder = g_strdup (standing->account->holder);
  row->kind = standing->account->kind;
  row->year = standing->year;
  row->state = g_strdup (gram_word_for ("fleet-state", (int)state));
  row->vehicles = standing->facts.vehicles;
  row->net = standing->facts.net;
  row->rate = standing->now.rate;
  row->amount = standing->now.amount + standing->now.carried_amount;
  row->credits = standing->now.credits;
  row->carried_in = standing->facts.carried.grams;
  row->carried_met = standing->now.carried_met;
  row->runs = standing->runs->len;
  row->outstanding = facts->outstanding;
  row->due_on = gram_date_format (due_on_of (standing));
  row->overdue_days
      = gram_ccs_charge_overdue_days (facts->outstanding, facts->due_on, standing->today);
  row->differs = facts->differs;
  set_settled (row, standing);
  return row;
}

/* An account and a year of it. */
typedef struct
{
  gint64 account_id;
  int year;
} Place;

static void
note (GArray *places, gint64 account_id, int year, int wanted)
{
  const Place place = { account_id, year };

  if (wanted != 0 && wanted != year)
    return;
  for (guint i = 0; i < places->len; i++)
    {
      const Place *known = &g_array_index (places, Place, i);

      if (known->account_id == account_id && known->year == year)
        return;
    }
  g_array_append_val (places, place);
}

/* The running year of an account under Fleet Average is worth a row although nothing was accepted yet. */
static gboolean
note_account (GramRegistry *self,
              const GramAccountRecord *account,
              int wanted,
              GArray *places,
              GError **error)
{
  g_autofree char *today = gram_registry_dup_today (self, account->kind);
  g_autoptr (GArray) years = gram_fleet_years_of (self, account, error);
  int running = gram_date_scheme_year (gram_life_date (today));
  gboolean approved;

  if (years == NULL || !gram_fleet_years_approved (self, account, running, &approved, error))
    return FALSE;
  for (guint i = 0; i < years->len; i++)
    note (places, account->id, g_array_index (years, int, i), wanted);
  if (approved)
    note (places, account->id, running, wanted);
  return TRUE;
}

static gint
compare (gconstpointer a, gconstpointer b)
{
  const GramFleetYearRow *left = a;
  const GramFleetYearRow *right = b;

  if (left->year != right->year)
    return left->year > right->year ? -1 : 1;
  return strcmp (left->number, right->number);
}

static gboolean
add_rows (GramRegistry *self,
          const GramAccountRecord *account,
          const GArray *places,
          GPtrArray *rows,
          GError **error)
{
  for (guint i = 0; i < places->len; i++)
    {
      const Place *place = &g_array_index (places, Place, i);
      g_auto (GramFleetStanding) standing = { 0 };

      if (!gram_fleet_standing_init (&standing, self, account, place->year, error))
        return FALSE;
      g_ptr_array_add (rows, _gram_fleet_year_row (&standing));
    }
  return TRUE;
}

static gboolean
add_account (GramRegistry *self, gint64 account_id, int year, GPtrArray *rows, GError **error)
{
  g_autoptr (GArray) places = g_array_new (FALSE, FALSE, sizeof (Place));
  g_autoptr (GramAccountRecord) account = NULL;

  return gram_account_table_get (self->store, account_id, &account, error)
         && (account == NULL || account->unassigned
             || (note_account (self, account, year, places, error)
                 && add_rows (self, account, places, rows, error)));
}

/* Accounts of the Clean Car Standard that were ever approved for Fleet Average. */
static gboolean
add_accounts (GramRegistry *self,
              const GramPersonRecord *person,
              int year,
              GPtrArray *rows,
              GError **error)
{
  g_autoptr (GArray) ids = gram_fleet_years_accounts (self, error);
  GramQueriesSight sight = { 0 };

  for (guint i = 0; ids != NULL && i < ids->len; i++)
    {
      gint64 id = g_array_index (ids, gint64, i);

      if (!_gram_queries_sees (self, person, id, &sight, error)
          || (sight.sees && !add_account (self, id, year, rows, error)))
        return FALSE;
    }
  return ids != NULL;
}

static GPtrArray *
read_rows (GramRegistry *self,
           GramActor *actor,
           gint64 account_id,
           int year,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_fleet_year_row_free);
  g_autoptr (GramPersonRecord) person = NULL;

  if (account_id != 0)
    {
      if (!_gram_query_view (self, actor, account_id, NULL, NULL, refusal, error)
          || !add_account (self, account_id, year, rows, error))
        return NULL;
    }
  else if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
           || !add_accounts (self, person, year, rows, error))
    return NULL;
  g_ptr_array_sort_values (rows, compare);
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_fleet_years (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           int year,
                           GramRefusal **refusal,
                           GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_rows (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}
