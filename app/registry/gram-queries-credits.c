/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-credits-private.h"

#include "gram-check.h"
#include "gram-credit-balances.h"
#include "gram-credit-transfers.h"
#include "gram-queries-people-private.h"
#include "gram-units.h"

#include "gram-ccs.h"

#include <glib/gi18n-lib.h>

static void
year_free (GramCreditYear *self)
{
  g_free (self->unit);
  g_free (self->last_day);
  g_free (self);
}

static void
lapse_free (GramCreditLapse *self)
{
  g_free (self->on);
  g_free (self->warned_on);
  g_free (self);
}

void
gram_credits_free (GramCredits *self)
{
  if (self == NULL)
    return;
  gram_account_record_free (self->account);
  g_free (self->today);
  g_clear_pointer (&self->years, g_ptr_array_unref);
  g_clear_pointer (&self->lapses, g_ptr_array_unref);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

const GramRefusal *
gram_credits_get_refusal (const GramCredits *self, const char *command)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (command != NULL, NULL);

  return gram_allows_find (self->allows, command);
}

static void
add_years (GramCredits *credits,
           const GramCcsRules *rules,
           const GArray *holdings,
           const GArray *reserved,
           GramDate today)
{
  for (int year = GRAM_CREDIT_FIRST_YEAR; year <= today.year; year++)
    {
      gint64 available = gram_credit_balances_of (holdings, year);
      gint64 promised = gram_credit_balances_of (reserved, year);
      GramDate last = gram_ccs_credit_lapse (rules, year);
      GramCreditYear *row;

      if (available == 0 && promised == 0)
        continue;
      row = g_new0 (GramCreditYear, 1);
      row->year = year;
      row->unit = gram_unit_make_credit (credits->account->kind, year);
      row->available = available;
      row->reserved = promised;
      row->last_day = gram_date_format (last);
      row->days_left = gram_date_days_between (today, last);
      row->warning = gram_ccs_lapse_warning (rules, last, today);
      g_ptr_array_add (credits->years, row);
      credits->available += available;
      credits->reserved += promised;
    }
}

/* Reserved credits lapse as well: their offer ends before them. */
static GArray *
all_credits (const GramCredits *credits)
{
  GArray *all = g_array_new (FALSE, FALSE, sizeof (GramCcsCredits));

  for (guint i = 0; i < credits->years->len; i++)
    {
      const GramCreditYear *year = credits->years->pdata[i];
      const GramCcsCredits line = { year->year, year->available + year->reserved };

      g_array_append_val (all, line);
    }
  return all;
}

static void
add_lapses (GramCredits *credits, const GramCcsRules *rules, GramDate today)
{
  g_autoptr (GArray) all = all_credits (credits);
  g_autoptr (GArray) lapses
      = gram_ccs_lapse_calendar (rules, (const GramCcsCredits *)all->data, all->len, today);
  gint64 first_warning = rules->terms->n_warn_days > 0 ? rules->terms->warn_days[0] : 0;

  for (guint i = 0; i < lapses->len; i++)
    {
      const GramCcsLapse *lapse = &g_array_index (lapses, GramCcsLapse, i);
      GramCreditLapse *row = g_new0 (GramCreditLapse, 1);
      GramDate warned;

      row->on = gram_date_format (lapse->on);
      row->credits = lapse->credits;
      row->first_year = lapse->first_year;
      row->last_year = lapse->last_year;
      row->days_left = lapse->days_left;
      row->warning = lapse->warning;
      if (gram_date_add_days (lapse->on, -first_warning, &warned))
        row->warned_on = gram_date_format (warned);
      g_ptr_array_add (credits->lapses, row);
    }
}

/* Whether there is something to offer, and the account may take part. */
static gboolean
check_offer (GramRegistry *self,
             const GramCredits *credits,
             const GramCcsRules *rules,
             const GArray *holdings,
             GramRefusal **refusal,
             GError **error)
{
  GramAccountKind kind = credits->account->kind;

  if (!gram_credit_transfer_check_parties (self, credits->account, NULL,
                                           GRAM_CREDIT_TRANSFER_READER_SENDER, refusal, error))
    return FALSE;
  if (gram_credit_transfer_most (rules, kind, kind, (const GramCcsCredits *)holdings->data,
                                 holdings->len, gram_credit_transfer_today (self))
      > 0)
    return TRUE;
  return gram_refuse (refusal, "transfer.nothing", GRAM_CREDIT_TRANSFER_ARTICLE,
                      _ ("The account holds no whole credit that could be transferred"));
}

static gboolean
add_allows (GramRegistry *self,
            GramCredits *credits,
            const GramPersonRecord *person,
            const GramCcsRules *rules,
            const GArray *holdings,
            GError **error)
{
  static const char *const commands[] = { "transfer.offer", "transfer.record" };

  for (gsize i = 0; i < G_N_ELEMENTS (commands); i++)
    {
      g_autoptr (GramRefusal) why = NULL;
      gboolean good = _gram_check_allowed (self, gram_command_find (commands[i]), person,
                                           credits->account, &why, error)
                      && (i != 0 || check_offer (self, credits, rules, holdings, &why, error));

      if (!good && why == NULL)
        return FALSE;
      gram_allows_add (credits->allows, commands[i], g_steal_pointer (&why));
    }
  return TRUE;
}

static gboolean
fill (GramRegistry *self,
      GramCredits *credits,
      const GramPersonRecord *person,
      const GramCcsRules *rules,
      GError **error)
{
  g_autoptr (GArray) holdings
      = gram_credit_balances_read (self->store, credits->account, "holding", error);
  g_autoptr (GArray) reserved
      = gram_credit_balances_read (self->store, credits->account, "reserved", error);
  GramDate today = gram_credit_transfer_today (self);
  GramCreditTransferSums sums;

  if (holdings == NULL || reserved == NULL
      || !gram_credit_transfer_table_sums (self->store, credits->account->id, &sums, error))
    return FALSE;
  add_years (credits, rules, holdings, reserved, today);
  add_lapses (credits, rules, today);
  credits->to_accept = sums.in;
  credits->offered = sums.out;
  return add_allows (self, credits, person, rules, holdings, error);
}

static GramCredits *
read_credits (GramRegistry *self,
              GramActor *actor,
              gint64 account_id,
              GramRefusal **refusal,
              GError **error)
{
  g_autoptr (GramCredits) credits = g_new0 (GramCredits, 1);
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;

  if (!_gram_query_view (self, actor, account_id, &person, &credits->account, refusal, error))
    return NULL;
  if (gram_account_kind_scheme (credits->account->kind) != GRAM_SCHEME_CCS)
    {
      gram_refuse (refusal, "account.other-scheme", NULL,
                   _ ("The scheme of account %s knows no credits"), credits->account->number);
      return NULL;
    }
  if (gram_credit_transfer_read_rules (self, &rulebook, refusal, error) == NULL)
    return NULL;
  credits->today = gram_registry_dup_today (self, credits->account->kind);
  credits->years = g_ptr_array_new_with_free_func ((GDestroyNotify)year_free);
  credits->lapses = g_ptr_array_new_with_free_func ((GDestroyNotify)lapse_free);
  credits->allows = gram_allows_new ();
  return fill (self, credits, person, rulebook->ccs, error) ? g_steal_pointer (&credits) : NULL;
}

GramCredits *
gram_registry_credits (GramRegistry *self,
                       GramActor *actor,
                       gint64 account_id,
                       GramRefusal **refusal,
                       GError **error)
{
  GramCredits *credits;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  credits = read_credits (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return credits;
}
