/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-allowances-private.h"

#include "gram-queries-people-private.h"

#include "gram-accounting-table.h"
#include "gram-ledger-query.h"
#include "gram-payment-notice-table.h"
#include "gram-pool-table.h"
#include "gram-scheme-year-table.h"

/* Tenths of CRTS units in a whole one. */
#define TENTHS 10

void
gram_allowance_year_free (GramAllowanceYear *self)
{
  if (self == NULL)
    return;
  g_free (self->pool);
  g_free (self->member_of);
  g_free (self->crts.source);
  g_free (self->crts.dated_on);
  g_clear_pointer (&self->crts.tests, g_ptr_array_unref);
  g_free (self);
}

/* What trades brought and took, and what lapsed, as the ledger has it. */
static void
add_line (GramAllowanceYear *year, const GramLedgerEntryLine *line)
{
  if (g_str_equal (line->meaning, "trade"))
    *(line->amount > 0 ? &year->traded_in : &year->traded_out) += ABS (line->amount);
  else if (g_str_equal (line->meaning, "lapse"))
    year->lapsed -= line->amount;
}

static gboolean
add_lines (const GramSettlement *standing, GramAllowanceYear *year, GError **error)
{
  g_autoptr (GPtrArray) lines
      = gram_ledger_list (standing->registry->store, standing->account->id, 0, 0, 0, 0, error);

  for (guint i = 0; lines != NULL && i < lines->len; i++)
    {
      const GramLedgerEntryLine *line = lines->pdata[i];

      if (g_str_equal (line->unit, standing->unit))
        add_line (year, line);
    }
  return lines != NULL;
}

static void
set_crts (const GramSettlement *standing, GramCrtsStanding *crts)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  gint64 cap;

  crts->ratio = rules->allowances_per_crts;
  crts->credit_ratio = rules->allowances_per_crts_credit;
  crts->converted = standing->crts_converted;
  crts->credits = standing->credits / TENTHS;
  crts->credit_cap = -1;
  crts->known = standing->position != NULL;
  if (!crts->known)
    return;
  crts->position = gram_settlement_crts (standing);
  crts->source = g_strdup (standing->position->source);
  crts->dated_on = g_strdup (standing->position->dated_on);
  crts->tests = gram_ccts_conversion_tests (&crts->position, crts->converted);
  gram_ccts_conversion_most (rules, &crts->position, crts->converted, &crts->most);
  if (gram_ccts_to_crts_cap (rules, standing->year, crts->position.cars, &cap, NULL))
    crts->credit_cap = MAX (cap - crts->credits, 0);
}

/* The days of the window, and how far they are. */
static void
set_days (const GramSettlement *standing, GramAllowanceYear *year)
{
  const GramCctsRules *rules = standing->rulebook->ccts;

  year->window = gram_ccts_window (rules, standing->year);
  year->surrender_by = gram_ccts_last_surrender_day (rules, standing->year);
  year->window_open = gram_date_range_contains (year->window, standing->today);
  year->days_left = gram_date_days_between (standing->today, year->surrender_by);
  year->window_in = gram_date_days_between (standing->today, year->window.first);
}

static gboolean
set_pool (const GramSettlement *standing, GramAllowanceYear *year, GError **error)
{
  const GramParticipant *participant = &standing->participant;
  g_autoptr (GramPoolRecord) pool = NULL;

  if (participant->pool_id == 0)
    return TRUE;
  if (!gram_pool_table_get (standing->registry->store, participant->pool_id, &pool, error))
    return FALSE;
  if (pool == NULL)
    return TRUE;
  year->pool_id = pool->id;
  year->pool = g_strdup (pool->name);
  if (participant->participation == GRAM_PARTICIPATION_MEMBER)
    g_set_str (&year->member_of, pool->number);
  return TRUE;
}

/* Cars and activity of an account that is no participant are told as the vehicles stand now. */
static gboolean
set_activity (const GramSettlement *standing,
              GramAllowanceYear *year,
              GramRefusal **refusal,
              GError **error)
{
  GramParticipant participant = standing->participant;

  if (standing->measured && !gram_participant_is (&participant)
      && !gram_participants_provisional (standing->registry->store, standing->rulebook->ccts,
                                         standing->year, standing->account->id, &participant,
                                         refusal, error))
    return FALSE;
  year->measured = standing->measured;
  year->participant = gram_participant_is (&standing->participant);
  year->cars = participant.cars;
  year->activity = participant.activity;
  return TRUE;
}

/* What is missing: of a participant only, as nobody else has to account for anything. */
static gboolean
set_shortfall (const GramSettlement *standing, GramAllowanceYear *year, GramRefusal **refusal)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  /* After the last day nothing is surrendered any more, whatever is left. */
  gint64 usable = year->days_left >= 0 ? year->available : 0;
  gint64 limit;

  if (!year->participant)
    return TRUE;
  limit = gram_ccts_surrender_limit (rules, year->activity);
  year->surrender_limit = MAX (limit - year->surrendered, 0);
  year->shortfall = gram_ccts_shortfall (year->activity, year->surrendered);
  year->shortfall_left = gram_ccts_shortfall (year->activity, year->surrendered + usable);
  return gram_ccts_payment (rules, year->shortfall_left, &year->payment, refusal);
}

/* What was found when the year was accounted for, and what was done about it. */
static gboolean
set_ends (const GramSettlement *standing, GramAllowanceYear *year, GError **error)
{
  GramStore *store = standing->registry->store;
  g_autoptr (GramAccountingRecord) accounting = NULL;
  g_autoptr (GramPaymentNoticeRecord) notice = NULL;
  g_autoptr (GramSchemeYearRecord) scheme_year = NULL;

  if (!gram_accounting_table_last (store, year->year, year->account_id, &accounting, error)
      || !gram_payment_notice_table_live (store, year->year, year->account_id, &notice, error)
      || !gram_scheme_year_table_get (store, year->year, &scheme_year, error))
    return FALSE;
  year->notice_id = notice != NULL ? notice->id : 0;
  year->closed = scheme_year != NULL && scheme_year->closed_at != 0;
  year->accounted = accounting != NULL;
  if (accounting == NULL)
    return TRUE;
  year->shortfall = year->shortfall_left = accounting->shortfall;
  year->payment = accounting->payment;
  return TRUE;
}

GramAllowanceYear *
_gram_allowance_year_of (const GramSettlement *standing, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramAllowanceYear) year = g_new0 (GramAllowanceYear, 1);

  year->account_id = standing->account->id;
  year->year = standing->year;
  year->member_of = g_strdup ("");
  year->allocated = standing->allocated;
  year->acquired = standing->acquired;
  year->available = standing->holding;
  year->reserved = standing->reserved;
  year->surrendered = standing->surrendered;
  year->converted = standing->used;
  set_days (standing, year);
  set_crts (standing, &year->crts);
  if (!add_lines (standing, year, error) || !set_pool (standing, year, error)
      || !set_activity (standing, year, refusal, error) || !set_shortfall (standing, year, refusal)
      || !set_ends (standing, year, error))
    return NULL;
  return g_steal_pointer (&year);
}

static GramAllowanceYear *
read_year (GramRegistry *self,
           const GramAccountRecord *account,
           int year,
           GramRefusal **refusal,
           GError **error)
{
  g_auto (GramSettlement) standing = { 0 };

  if (!gram_settlement_init (&standing, self, account, year, refusal, error))
    return NULL;
  return _gram_allowance_year_of (&standing, refusal, error);
}

/* Cars, allowances, or a position: something to show. */
static gboolean
is_empty (const GramAllowanceYear *year)
{
  return year->cars == 0 && !year->participant && *year->member_of == '\0' && !year->crts.known
         && year->allocated + year->acquired + year->traded_in + year->traded_out
                    + year->surrendered + year->available + year->reserved
                == 0;
}

static GPtrArray *
read_years (GramRegistry *self,
            GramActor *actor,
            gint64 account_id,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GPtrArray) years
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_allowance_year_free);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autofree char *today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  GramDate day;

  if (!_gram_query_view (self, actor, account_id, NULL, &account, refusal, error)
      || !gram_settlement_check_scheme (account, refusal)
      || !gram_settlement_rulebook (self, &rulebook, refusal, error)
      || !gram_date_parse (today, GRAM_DATE_ISO, &day, error))
    return NULL;
  for (int year = MIN (day.year, rulebook->ccts->period.last.year);
       year >= rulebook->ccts->period.first.year; year--)
    {
      GramAllowanceYear *one = read_year (self, account, year, refusal, error);

      if (one == NULL)
        return NULL;
      if (is_empty (one))
        gram_allowance_year_free (one);
      else
        g_ptr_array_add (years, one);
    }
  return g_steal_pointer (&years);
}

GPtrArray *
gram_registry_allowance_years (GramRegistry *self,
                               GramActor *actor,
                               gint64 account_id,
                               GramRefusal **refusal,
                               GError **error)
{
  GPtrArray *years;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  years = read_years (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return years;
}

GramAllowanceYear *
gram_registry_allowance_year (GramRegistry *self,
                              GramActor *actor,
                              gint64 account_id,
                              int year,
                              GramRefusal **refusal,
                              GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  GramAllowanceYear *one = NULL;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_query_view (self, actor, account_id, NULL, &account, refusal, error))
    one = read_year (self, account, year, refusal, error);
  gram_store_end_read (self->store);
  return one;
}
