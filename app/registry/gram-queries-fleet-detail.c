/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-fleet-private.h"

#include "gram-borrowings.h"
#include "gram-check.h"
#include "gram-queries-people-private.h"

#include "gram-acceptance-table.h"
#include "gram-journal-query.h"
#include "gram-json.h"
#include "gram-json-variant.h"

#include <glib/gi18n-lib.h>

/* Decimals of the mean difference, which is for display only (CCS facts §6). */
#define SCALE_MICRO 6
#define SCALE_AVERAGE 4
#define SCALE_GRAMS 2

static void
model_free (gpointer data)
{
  GramFleetModel *self = data;

  g_free (self->make);
  g_free (self->model);
  g_free (self);
}

static void
run_free (gpointer data)
{
  GramFleetRun *self = data;

  g_free (self->due_on);
  g_free (self->reference);
  g_free (self);
}

void
gram_fleet_year_detail_free (GramFleetYearDetail *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row, gram_fleet_year_row_free);
  g_free (self->today);
  g_free (self->rulebook);
  g_free (self->average_value);
  g_clear_pointer (&self->months, g_ptr_array_unref);
  g_clear_pointer (&self->models, g_ptr_array_unref);
  _gram_fleet_forecast_clear (&self->forecast);
  if (self->next != NULL)
    _gram_fleet_forecast_clear (self->next);
  g_free (self->next);
  g_clear_pointer (&self->runs, g_ptr_array_unref);
  g_clear_pointer (&self->charges, g_array_unref);
  g_clear_pointer (&self->borrowings, g_ptr_array_unref);
  g_clear_pointer (&self->missing, g_ptr_array_unref);
  g_free (self->payable_to);
  g_free (self->how_to_pay);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

const GramRefusal *
gram_fleet_year_detail_get_refusal (const GramFleetYearDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL && command != NULL, NULL);

  return gram_allows_find (self->allows, command);
}

/* Who asks, and about what. */
typedef struct
{
  GramRegistry *registry;
  const GramPersonRecord *person;
  const GramFleetStanding *standing;
  GramFleetYearDetail *detail;
} Work;

static GramAcceptanceFilter
filter_of (const GramFleetStanding *standing)
{
  return (GramAcceptanceFilter){
    .account_id = standing->account->id,
    .year = standing->year,
    .scheme = GRAM_CHARGE_SCHEME_FLEET_AVERAGE,
  };
}

/* The last month to show: that of today, or the last of the year, or a later one in which something was corrected into it. */
static int
last_month (const GramFleetStanding *standing, const GPtrArray *totals)
{
  int month = standing->over                                   ? 12
              : standing->today.year == (gint16)standing->year ? standing->today.month
                                                               : 0;

  for (guint i = 0; i < totals->len; i++)
    month = MAX (month, ((GramAcceptanceTotal *)totals->pdata[i])->period % 100);
  return month;
}

/* Months without vehicles stand there, too, so that a chart has no gaps. */
static gboolean
add_months (Work *self, GError **error)
{
  const GramAcceptanceFilter filter = filter_of (self->standing);
  g_autoptr (GPtrArray) totals
      = gram_acceptance_table_months (self->registry->store, &filter, error);
  gint64 running = 0;

  self->detail->months = g_ptr_array_new_with_free_func (g_free);
  if (totals == NULL)
    return FALSE;
  for (int i = 1; i <= last_month (self->standing, totals); i++)
    {
      GramFleetMonth *month = g_new0 (GramFleetMonth, 1);

      month->period = self->standing->year * 100 + i;
      for (guint j = 0; j < totals->len; j++)
        {
          const GramAcceptanceTotal *total = totals->pdata[j];

          if (total->period != month->period)
            continue;
          month->vehicles = total->amount.records;
          month->credit = total->amount.credit;
          month->excess = total->amount.excess;
          month->net = gram_acceptance_amount_net (&total->amount);
        }
      month->running = running += month->net;
      g_ptr_array_add (self->detail->months, month);
    }
  return TRUE;
}

static gboolean
add_models (Work *self, GError **error)
{
  const GramAcceptanceFilter filter = filter_of (self->standing);
  g_autoptr (GPtrArray) totals
      = gram_acceptance_table_models (self->registry->store, &filter, error);

  self->detail->models = g_ptr_array_new_with_free_func (model_free);
  for (guint i = 0; totals != NULL && i < totals->len; i++)
    {
      const GramAcceptanceTotal *total = totals->pdata[i];
      GramFleetModel *model = g_new0 (GramFleetModel, 1);

      model->make = g_strdup (total->make);
      model->model = g_strdup (total->model);
      model->vehicles = total->amount.records;
      model->credit = total->amount.credit;
      model->excess = total->amount.excess;
      model->net = gram_acceptance_amount_net (&total->amount);
      g_ptr_array_add (self->detail->models, model);
    }
  return totals != NULL;
}

static void
add_runs (Work *self)
{
  self->detail->runs = g_ptr_array_new_with_free_func (run_free);
  for (guint i = 0; i < self->standing->runs->len; i++)
    {
      const GramFleetYearRecord *record = self->standing->runs->pdata[i];
      GramFleetRun *run = g_new0 (GramFleetRun, 1);

      *run = (GramFleetRun){
        .id = record->id,
        .settled_at = record->settled_at,
        .vehicles = record->vehicles,
        .net = record->net,
        .carried_in = record->carried_in,
        .carried_met = record->carried_met,
        .credits = record->credits,
        .grams = record->grams,
        .amount = record->amount,
        .rate = record->rate,
        .due_on = g_strdup (record->due_on),
        .reference = g_strdup (record->reference),
        .document_id = record->document_id,
      };
      g_ptr_array_add (self->detail->runs, run);
    }
}

static gboolean
add_borrowing (Work *self, const GramBorrowingRecord *record, GError **error)
{
  GramBorrowingRow *row
      = _gram_borrowing_row (self->registry, self->person, self->standing->account, record, error);

  if (row != NULL)
    g_ptr_array_add (self->detail->borrowings, row);
  return row != NULL;
}

/* Out of this year, then into it. */
static gboolean
add_borrowings (Work *self, GError **error)
{
  const GramFleetStanding *standing = self->standing;
  g_autoptr (GPtrArray) out
      = gram_borrowing_table_list (self->registry->store, standing->account->id, standing->year,
                                   error);

  self->detail->borrowings
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_borrowing_row_free);
  for (guint i = 0; out != NULL && i < out->len; i++)
    if (!add_borrowing (self, out->pdata[i], error))
      return FALSE;
  for (guint i = 0; out != NULL && i < standing->borrowings->len; i++)
    if (!add_borrowing (self, standing->borrowings->pdata[i], error))
      return FALSE;
  return out != NULL;
}

/* The charges, and the first that something is outstanding of, which is the one to borrow. */
static void
add_charges (Work *self)
{
  self->detail->charges = g_array_new (FALSE, FALSE, sizeof (gint64));
  for (guint i = 0; i < self->standing->charges->len; i++)
    {
      const GramChargeRecord *charge = self->standing->charges->pdata[i];

      g_array_append_val (self->detail->charges, charge->id);
      if (self->detail->borrow_charge == 0 && charge->kind == GRAM_CHARGE_FLEET_AVERAGE
          && charge->outstanding > 0)
        self->detail->borrow_charge = charge->id;
    }
}

static void
add_missing (Work *self)
{
  guint needs = gram_fleet_year_missing (&self->standing->year_facts, self->standing->today);

  self->detail->missing = g_ptr_array_new_with_free_func (g_free);
  if (gram_fleet_standing_is_empty (self->standing))
    return;
  for (guint bit = 1; bit <= needs; bit <<= 1)
    if ((needs & bit) != 0)
      g_ptr_array_add (self->detail->missing, g_strdup (gram_fleet_need_title (bit)));
}

static gboolean
allow_settle (Work *self, GError **error)
{
  GramRefusal *refusal = NULL;

  if (_gram_check_allowed (self->registry, gram_command_find ("fleet-year.settle"), self->person,
                           self->standing->account, &refusal, error))
    gram_fleet_standing_can_settle (self->standing, &refusal);
  else if (refusal == NULL)
    return FALSE;
  gram_allows_add (self->detail->allows, "fleet-year.settle", refusal);
  return TRUE;
}

static gboolean
allow_borrow (Work *self, GError **error)
{
  const GramAccountRecord *account = self->standing->account;
  GramRefusal *refusal = NULL;

  if (!_gram_check_allowed (self->registry, gram_command_find ("borrowing.request"), self->person,
                            account, &refusal, error))
    {
      if (refusal == NULL)
        return FALSE;
    }
  else if (self->detail->borrow_charge == 0)
    gram_refuse (&refusal, "borrowing.nothing-outstanding", GRAM_BORROWINGS_ARTICLE,
                 _ ("Nothing of the charges of %d is outstanding, so nothing can be carried over"),
                 self->standing->year);
  else if (!gram_borrowings_check (self->registry, account, self->detail->borrow_charge, 0,
                                   &refusal, error)
           && refusal == NULL)
    return FALSE;
  gram_allows_add (self->detail->allows, "borrowing.request", refusal);
  return TRUE;
}

static char *
dup_argument (GVariant *arguments, const char *name)
{
  const char *text = NULL;

  return arguments != NULL && g_variant_lookup (arguments, name, "&s", &text) ? g_strdup (text)
                                                                              : NULL;
}

/* What the last invoice said of itself is most likely what the next one says. */
static gboolean
add_texts (Work *self, GError **error)
{
  const char *const commands[] = { "fleet-year.settle", NULL };
  const GramJournalQuery query = { .commands = (char **)commands };
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (JsonNode) node = NULL;
  g_autoptr (GVariant) arguments = NULL;
  GramJson root;

  if (!_gram_check_administrators_side (self->person)
      && gram_registry_get_kind (self->registry) == GRAM_REGISTRY_ADMINISTRATOR)
    return TRUE;
  entries = gram_journal_query (self->registry->store, &query, 1, error);
  if (entries == NULL)
    return FALSE;
  if (entries->len == 0)
    return TRUE;
  node = gram_json_parse (((GramJournalEntry *)entries->pdata[0])->arguments, -1, error);
  if (node == NULL)
    return FALSE;
  root = gram_json_root (node);
  arguments = gram_json_to_variant (&root, G_VARIANT_TYPE_VARDICT, error);
  self->detail->payable_to = dup_argument (arguments, "payable-to");
  self->detail->how_to_pay = dup_argument (arguments, "how-to-pay");
  return arguments != NULL;
}

static void
set_average (GramFleetYearDetail *detail, gint64 micro)
{
  g_autofree char *text = NULL;
  gint64 shown;

  if (!gram_decimal_rescale (micro, SCALE_MICRO, SCALE_AVERAGE, GRAM_ROUND_HALF_UP, &shown)
      || !gram_decimal_rescale (micro, SCALE_MICRO, SCALE_GRAMS, GRAM_ROUND_HALF_UP,
                                &detail->average))
    shown = 0;
  text = gram_decimal_format_in_locale (shown, SCALE_AVERAGE, SCALE_AVERAGE);
  detail->average_value = g_strconcat (shown > 0 ? "+" : "", text, NULL);
}

static gboolean
fill (Work *self, GError **error)
{
  const GramFleetStanding *standing = self->standing;
  GramFleetYearDetail *detail = self->detail;

  detail->row = _gram_fleet_year_row (standing);
  detail->today = gram_date_format (standing->today);
  detail->rulebook = g_strdup (standing->rulebook != NULL ? standing->rulebook->version : "");
  detail->may_settle = standing->over || standing->early;
  detail->allows = gram_allows_new ();
  set_average (detail, standing->now.average_micro);
  add_runs (self);
  add_charges (self);
  add_missing (self);
  return add_months (self, error) && add_models (self, error)
         && _gram_fleet_forecast (standing, &detail->forecast, &detail->next, error)
         && add_borrowings (self, error) && allow_settle (self, error) && allow_borrow (self, error)
         && add_texts (self, error);
}

static gboolean
check_scheme (const GramAccountRecord *account, GramRefusal **refusal)
{
  return gram_account_kind_scheme (account->kind) == GRAM_SCHEME_CCS
         || gram_refuse (refusal, "fleet-year.scheme", "LTA 1998 s 182",
                         _ ("Account %s is not one of the Clean Car Standard; there is no Fleet "
                            "Average"),
                         account->number);
}

static GramFleetYearDetail *
read_detail (GramRegistry *self,
             GramActor *actor,
             gint64 account_id,
             int year,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramFleetYearDetail) detail = g_new0 (GramFleetYearDetail, 1);
  g_auto (GramFleetStanding) standing = { 0 };
  g_autofree char *today = NULL;
  GramDate day;
  Work work;

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || !check_scheme (account, refusal))
    return NULL;
  today = gram_registry_dup_today (self, account->kind);
  if (!gram_date_parse (today, GRAM_DATE_ISO, &day, error)
      || !gram_fleet_years_check (year != 0 ? year : day.year, refusal)
      || !gram_fleet_standing_init (&standing, self, account, year != 0 ? year : day.year, error))
    return NULL;
  work = (Work){ self, person, &standing, detail };
  return fill (&work, error) ? g_steal_pointer (&detail) : NULL;
}

GramFleetYearDetail *
gram_registry_fleet_year (GramRegistry *self,
                          GramActor *actor,
                          gint64 account_id,
                          int year,
                          GramRefusal **refusal,
                          GError **error)
{
  GramFleetYearDetail *detail;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}
