/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-fleet-years.h"

#include "gram-account-life.h"
#include "gram-rulebooks.h"

#include "gram-acceptance-table.h"
#include "gram-application-table.h"
#include "gram-borrowing-table.h"
#include "gram-closing-table.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "LTA 1998 s 182"
/* Whatever a rulebook says, no year is believed that lies outside. */
#define FIRST_YEAR 2000
#define LAST_YEAR 2999

void
gram_fleet_standing_clear (GramFleetStanding *self)
{
  g_clear_pointer (&self->rulebook, gram_rulebook_unref);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->charges, g_ptr_array_unref);
  g_clear_pointer (&self->borrowings, g_ptr_array_unref);
  g_clear_pointer (&self->no_figures, gram_refusal_free);
}

const GramFleetYearRecord *
gram_fleet_standing_last (const GramFleetStanding *self)
{
  return self->runs->len > 0 ? self->runs->pdata[0] : NULL;
}

static GramDate
last_day_of (int year)
{
  return (GramDate){ .year = (gint16)year, .month = 12, .day = 31 };
}

/* A year keeps the rulebook of its first settlement, so that settling it again posts nothing but the difference. */
static gboolean
read_rulebook (GramFleetStanding *self, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);
  const GramFleetYearRecord *last = gram_fleet_standing_last (self);
  GramDate day = self->over ? last_day_of (self->year) : self->today;
  char text[GRAM_DATE_BUFFER];

  if (last != NULL)
    {
      self->rulebook_id = last->rulebook_id;
      return gram_rulebooks_read (store, last->rulebook_id, NULL, &self->rulebook, error);
    }
  if (!gram_rulebooks_in_force (store, self->account->kind, gram_date_print (text, day),
                                &self->rulebook_id, &self->rulebook, error))
    return FALSE;
  return self->rulebook != NULL
         || gram_rulebooks_in_force (store, self->account->kind,
                                     gram_date_print (text, self->today), &self->rulebook_id,
                                     &self->rulebook, error);
}

static gboolean
is_of_run (const GramFleetStanding *self, const GramChargeRecord *charge)
{
  for (guint i = 0; i < self->runs->len; i++)
    if (((GramFleetYearRecord *)self->runs->pdata[i])->posting_id == charge->posting_id)
      return charge->posting_id != 0;
  return FALSE;
}

/* Its charges; a correction of Pay As You Go may be short in the same year, too. */
static gboolean
read_charges (GramFleetStanding *self, GError **error)
{
  GramStore *store = gram_registry_get_store (self->registry);

  self->charges = gram_charge_table_list (store, self->account->id, self->year, error);
  for (guint i = 0; self->charges != NULL && i < self->charges->len;)
    {
      const GramChargeRecord *charge = self->charges->pdata[i];

      if ((charge->kind & (GRAM_CHARGE_FLEET_AVERAGE | GRAM_CHARGE_CARRIED)) != 0
          || (charge->kind == GRAM_CHARGE_SHORT && is_of_run (self, charge)))
        i++;
      else
        g_ptr_array_remove_index (self->charges, i);
    }
  return self->charges != NULL;
}

/* What is borrowed stands on the charge that it is borrowed of, corrections included. */
static gboolean
add_carried (GramFleetStanding *self, const GramBorrowingRecord *borrowing, GError **error)
{
  const GramFleetYearRecord *last = gram_fleet_standing_last (self);
  g_autoptr (GPtrArray) rows
      = gram_charge_settlement_table_list (gram_registry_get_store (self->registry),
                                           borrowing->charge_id, error);

  for (guint i = 0; rows != NULL && i < rows->len; i++)
    {
      const GramChargeSettlementRecord *row = rows->pdata[i];

      if (row->kind != GRAM_CHARGE_SETTLEMENT_CARRY)
        continue;
      self->facts.carried.grams += row->grams;
      self->facts.carried.value += row->value;
      if (last != NULL && row->journal_id < last->journal_id)
        self->carried_value += row->value;
    }
  self->facts.carried.rate = borrowing->rate;
  return rows != NULL;
}

static gboolean
read_carried (GramFleetStanding *self, GError **error)
{
  self->borrowings = gram_borrowing_table_carried (gram_registry_get_store (self->registry),
                                                   self->account->id, self->year - 1, error);
  for (guint i = 0; self->borrowings != NULL && i < self->borrowings->len; i++)
    if (!add_carried (self, self->borrowings->pdata[i], error))
      return FALSE;
  return self->borrowings != NULL;
}

static gboolean
read_facts (GramFleetStanding *self, GError **error)
{
  const GramAcceptanceFilter filter = {
    .account_id = self->account->id,
    .year = self->year,
    .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
  };
  GramAcceptanceAmount amount;

  if (!gram_acceptance_table_sums (gram_registry_get_store (self->registry), &filter, &amount,
                                   error))
    return FALSE;
  self->facts = (GramFleetFacts){
    .year = self->year,
    .kind = self->account->kind,
    .vehicles = amount.records,
    .net = gram_acceptance_amount_net (&amount),
  };
  return read_carried (self, error);
}

/* What the last settlement has come to. */
static void
set_before (GramFleetStanding *self, const GramFleetYearRecord *last)
{
  self->before = (GramFleetPosition){
    .net = last->net,
    .carried_met = last->carried_met,
    .carried_rest = last->carried_in - last->carried_met,
    .credits = last->credits,
    .grams = last->grams,
    .rate = last->rate,
    .amount = last->amount,
  };
  for (guint i = 0; i < self->charges->len; i++)
    {
      const GramChargeRecord *charge = self->charges->pdata[i];

      if (charge->kind == GRAM_CHARGE_CARRIED)
        self->before.carried_amount += charge->amount - charge->amount_back;
    }
}

static gboolean
differs (const GramFleetStanding *self, const GramFleetYearRecord *last)
{
  return self->difference.changes || last->net != self->facts.net
         || last->carried_in != self->facts.carried.grams
         || self->carried_value != self->facts.carried.value;
}

static void
set_position (GramFleetStanding *self)
{
  const GramFleetYearRecord *last = gram_fleet_standing_last (self);

  if (last != NULL)
    set_before (self, last);
  if (self->rulebook == NULL)
    {
      gram_refuse (&self->no_figures, "rulebook.none", NULL,
                   _ ("No rulebook of this scheme is in force; the administrator has to publish "
                      "one"));
      return;
    }
  if (!gram_fleet_position (self->rulebook, &self->facts, &self->now, &self->no_figures))
    return;
  gram_fleet_difference (last != NULL ? &self->before : NULL, &self->now, &self->difference);
  self->year_facts.differs = last != NULL && differs (self, last);
}

static void
set_outstanding (GramFleetStanding *self)
{
  GramFleetYearFacts *facts = &self->year_facts;

  facts->due_on = GRAM_DATE_NONE;
  for (guint i = 0; i < self->charges->len; i++)
    {
      const GramChargeRecord *charge = self->charges->pdata[i];
      GramDate due_on = gram_life_date (charge->due_on);

      if (charge->outstanding == 0)
        continue;
      facts->outstanding += charge->outstanding;
      if (!gram_date_is_valid (facts->due_on) || gram_date_compare (due_on, facts->due_on) < 0)
        facts->due_on = due_on;
    }
}

static gboolean
read_asked (GramFleetStanding *self, GError **error)
{
  g_autoptr (GPtrArray) asked = gram_borrowing_table_list (gram_registry_get_store (self->registry),
                                                           self->account->id, self->year, error);

  for (guint i = 0; asked != NULL && i < asked->len; i++)
    if (((GramBorrowingRecord *)asked->pdata[i])->state == GRAM_BORROWING_ASKED)
      self->year_facts.borrowing_asked = TRUE;
  return asked != NULL;
}

gboolean
gram_fleet_years_approved (GramRegistry *registry,
                           const GramAccountRecord *account,
                           int year,
                           gboolean *approved,
                           GError **error)
{
  g_autoptr (GramApplicationRecord) application = NULL;

  if (!gram_application_table_live (gram_registry_get_store (registry), account->id, &application,
                                    error))
    return FALSE;
  /* A suspended approval may come back. */
  *approved = application != NULL
              && (application->state == GRAM_APPLICATION_APPROVED
                  || application->state == GRAM_APPLICATION_SUSPENDED)
              && gram_life_date (application->valid_from).year <= year;
  return TRUE;
}

/* Nothing can be added to the year any more, or nothing may be left of the account. */
static gboolean
read_early (GramFleetStanding *self, GError **error)
{
  g_autoptr (GramClosingRecord) closing = NULL;
  gboolean approved;

  if (self->over)
    return TRUE;
  if (!gram_fleet_years_approved (self->registry, self->account, self->year, &approved, error)
      || !gram_closing_table_live (gram_registry_get_store (self->registry), self->account->id,
                                   &closing, error))
    return FALSE;
  self->early = closing != NULL || !approved;
  self->year_facts.early = self->early;
  return TRUE;
}

gboolean
gram_fleet_standing_init (GramFleetStanding *self,
                          GramRegistry *registry,
                          const GramAccountRecord *account,
                          int year,
                          GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, account->kind);

  *self = (GramFleetStanding){
    .registry = registry,
    .account = account,
    .year = year,
    .today = gram_life_date (today),
    .year_facts = { .year = year },
  };
  self->over = year < gram_date_scheme_year (self->today);
  self->runs
      = gram_fleet_year_table_list (gram_registry_get_store (registry), account->id, year, error);
  if (self->runs == NULL || !read_rulebook (self, error) || !read_facts (self, error)
      || !read_charges (self, error) || !read_asked (self, error) || !read_early (self, error))
    return FALSE;
  self->year_facts.settled = self->runs->len > 0;
  set_position (self);
  set_outstanding (self);
  return TRUE;
}

gboolean
gram_fleet_standing_is_empty (const GramFleetStanding *self)
{
  return self->facts.vehicles == 0 && self->facts.carried.value == 0 && self->runs->len == 0;
}

gboolean
gram_fleet_standing_can_settle (const GramFleetStanding *self, GramRefusal **refusal)
{
  if (gram_fleet_standing_is_empty (self))
    return gram_refuse (refusal, "fleet-year.empty", ARTICLE,
                        _ ("Account %s accepted no vehicle under Fleet Average in %d; there is "
                           "nothing to settle"),
                        self->account->number, self->year);
  if (self->no_figures != NULL)
    return gram_refuse (refusal, self->no_figures->id, self->no_figures->article, "%s",
                        self->no_figures->message);
  return gram_fleet_year_can_settle (&self->year_facts, self->today, refusal);
}

gboolean
gram_fleet_years_check (gint64 year, GramRefusal **refusal)
{
  return (year >= FIRST_YEAR && year <= LAST_YEAR)
         || gram_refuse (refusal, "fleet-year.year", ARTICLE,
                         _ ("That is no obligation year; write a year like 2026"));
}

static void
note_year (GArray *years, int year)
{
  guint place = 0;

  for (; place < years->len && g_array_index (years, int, place) <= year; place++)
    if (g_array_index (years, int, place) == year)
      return;
  g_array_insert_val (years, place, year);
}

GArray *
gram_fleet_years_of (GramRegistry *registry, const GramAccountRecord *account, GError **error)
{
  const GramAcceptanceFilter filter
      = { .account_id = account->id, .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE };
  GramStore *store = gram_registry_get_store (registry);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) accepted = gram_acceptance_table_years (store, &filter, error);
  g_autoptr (GPtrArray) runs = NULL;
  g_autoptr (GPtrArray) borrowings = NULL;

  if (accepted == NULL)
    return NULL;
  runs = gram_fleet_year_table_list (store, account->id, 0, error);
  borrowings = runs != NULL ? gram_borrowing_table_list (store, account->id, 0, error) : NULL;
  if (borrowings == NULL)
    return NULL;
  for (guint i = 0; i < accepted->len; i++)
    {
      const GramAcceptanceTotal *total = accepted->pdata[i];

      if (total->amount.records > 0)
        note_year (years, total->year);
    }
  for (guint i = 0; i < runs->len; i++)
    note_year (years, ((GramFleetYearRecord *)runs->pdata[i])->year);
  for (guint i = 0; i < borrowings->len; i++)
    {
      const GramBorrowingRecord *borrowing = borrowings->pdata[i];

      if ((borrowing->state & (GRAM_BORROWING_APPROVED | GRAM_BORROWING_SETTLED)) != 0)
        note_year (years, borrowing->from_year + 1);
    }
  return g_steal_pointer (&years);
}

static gint
compare_ids (gconstpointer a, gconstpointer b)
{
  gint64 left = *(const gint64 *)a;
  gint64 right = *(const gint64 *)b;

  return (left > right) - (left < right);
}

GArray *
gram_fleet_years_accounts (GramRegistry *registry, GError **error)
{
  const guint ever_approved = 1u << GRAM_APPLICATION_APPROVED | 1u << GRAM_APPLICATION_SUSPENDED
                              | 1u << GRAM_APPLICATION_REVOKED;
  g_autoptr (GPtrArray) applications
      = gram_application_table_list (gram_registry_get_store (registry), 0, ever_approved, 0,
                                     error);
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (gint64));
  GArray *ids;

  if (applications == NULL)
    return NULL;
  for (guint i = 0; i < applications->len; i++)
    g_array_append_val (all, ((GramApplicationRecord *)applications->pdata[i])->account_id);
  g_array_sort (all, compare_ids);
  ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < all->len; i++)
    if (i == 0 || g_array_index (all, gint64, i) != g_array_index (all, gint64, i - 1))
      g_array_append_val (ids, g_array_index (all, gint64, i));
  return ids;
}

gboolean
gram_fleet_years_unsettled (GramRegistry *registry,
                            const GramAccountRecord *account,
                            gboolean running,
                            gint64 *years,
                            GError **error)
{
  g_autoptr (GArray) all = gram_fleet_years_of (registry, account, error);

  *years = 0;
  for (guint i = 0; all != NULL && i < all->len; i++)
    {
      g_auto (GramFleetStanding) standing = { 0 };

      if (!gram_fleet_standing_init (&standing, registry, account, g_array_index (all, int, i),
                                     error))
        return FALSE;
      if ((!standing.over && !running) || gram_fleet_standing_is_empty (&standing))
        continue;
      *years += !standing.year_facts.settled || standing.year_facts.differs;
    }
  return all != NULL;
}
