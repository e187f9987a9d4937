/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-due.h"

#include "gram-account-life.h"
#include "gram-case-due.h"
#include "gram-cases.h"
#include "gram-charge-due.h"
#include "gram-credit-lapse.h"
#include "gram-due-lapse.h"
#include "gram-handlers-accounts.h"
#include "gram-identifier.h"
#include "gram-measures.h"
#include "gram-payment-notices.h"
#include "gram-trade-due.h"
#include "gram-window-due.h"

#include "gram-account-query.h"
#include "gram-measure-table.h"

#include <glib/gi18n-lib.h>

/* Entries of the journal in which all that is due on an account is written: the measures, then the verification. */
#define MOST_ENTRIES 2

static gboolean
is_aml_over (const GramAccountRecord *account, GramDate today)
{
  GramDate until = gram_life_date (account->aml_until);

  return account->aml == GRAM_AML_VERIFIED && gram_date_is_valid (until)
         && gram_date_compare (today, until) > 0;
}

/* The holder has to be verified again. */
static gboolean
open_aml_case (GramCall *call, GError **error)
{
  g_autoptr (GramCaseRecord) live = NULL;

  return gram_cases_find_subject (call, GRAM_CASE_AML, call->account->id, &live, error)
         && (live != NULL
             || gram_cases_open (call, GRAM_CASE_AML, call->account->id, call->account->holder,
                                 NULL, error));
}

static gboolean
expire_aml (GramCall *call, guint *ended, GError **error)
{
  g_autoptr (GramAccountRecord) after = NULL;

  *ended = is_aml_over (call->account, gram_life_today (call)) ? 1 : 0;
  if (*ended == 0)
    return TRUE;
  after = gram_account_record_copy (call->account);
  after->aml = GRAM_AML_EXPIRED;
  return gram_life_update (call, after, error) && open_aml_case (call, error);
}

gboolean
gram_due_run (GramCall *call, GramRefusal **refusal, GError **error)
{
  guint measures;
  guint verifications;
  guint lapsed;

  if (call->account == NULL)
    return gram_refuse (refusal, "account.unknown", NULL, _ ("There is no such account"));
  verifications = 0;
  if (!gram_measures_end_due (call, &measures, error)
      /* An entry of the journal writes the account once: the verification has an entry of its own; see run_account(). */
      || (measures == 0 && !expire_aml (call, &verifications, error))
      || !gram_due_lapse (call, &lapsed, error))
    return FALSE;
  /* Another process has been quicker. */
  if (measures + verifications + lapsed == 0)
    return gram_refuse (refusal, "due.nothing", NULL, _ ("Nothing is due on account %s"),
                        call->account->number);
  gram_call_answer_int64 (call, "measures", measures);
  gram_call_answer_int64 (call, "verifications", verifications);
  gram_call_answer_int64 (call, "lapsed", lapsed);
  return TRUE;
}

/* Sends the program's command until nothing is due; that there is nothing to do any more is well, too. */
static gboolean
run_account (GramRegistry *self, const char *number, gboolean *done, GError **error)
{
  const GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) arguments
      = g_variant_ref_sink (g_variant_new_parsed ("{'account': <%s>}", number));
  GramOutcome outcome = GRAM_OUTCOME_DONE;

  *done = FALSE;
  for (guint i = 0; i < MOST_ENTRIES && outcome == GRAM_OUTCOME_DONE; i++)
    {
      outcome
          = _gram_registry_send (self, &sender, "account.run-due", arguments, NULL, NULL, error);
      if (outcome == GRAM_OUTCOME_FAILED)
        return FALSE;
      *done = *done || outcome == GRAM_OUTCOME_DONE;
    }
  return TRUE;
}

gboolean
gram_registry_run_due (GramRegistry *self, gint64 *n_accounts, GError **error)
{
  g_autofree char *today_ccs = NULL;
  g_autofree char *today_ccts = NULL;
  g_autoptr (GArray) ids = NULL;
  gint64 n_done = 0;

  g_return_val_if_fail (self != NULL, FALSE);

  today_ccs = gram_registry_dup_today (self, GRAM_ACCOUNT_CCS_NEW);
  today_ccts = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  ids = gram_account_table_due (self->store, _gram_registry_now (self), today_ccs, today_ccts,
                                error);
  if (ids == NULL)
    return FALSE;
  for (guint i = 0; i < ids->len; i++)
    {
      g_autoptr (GramAccountRecord) account = NULL;
      gboolean done = FALSE;

      if (!gram_account_table_get (self->store, g_array_index (ids, gint64, i), &account, error)
          || (account != NULL && !run_account (self, account->number, &done, error)))
        return FALSE;
      n_done += done ? 1 : 0;
    }
  if (n_accounts != NULL)
    *n_accounts = n_done;
  return _gram_trade_due_run_all (self, error) && _gram_window_due_run_all (self, error)
         && _gram_credit_lapse_run_all (self, error)
         && _gram_payment_notices_run_due_all (self, error)
         && _gram_charge_due_run_all (self, error) && _gram_case_due_run_all (self, error);
}

/* The measure of the account that is over today, NULL none. */
static gboolean
find_over (GramRegistry *self,
           const GramAccountRecord *account,
           const char *today,
           GramMeasureRecord **over,
           GError **error)
{
  g_autoptr (GPtrArray) due = NULL;

  if (account->state != GRAM_ACCOUNT_SUSPENDED && account->state != GRAM_ACCOUNT_BLOCKED)
    return TRUE;
  due = gram_measure_table_due (self->store, account->id, today, today, error);
  if (due == NULL)
    return FALSE;
  if (due->len > 0)
    *over = gram_measure_record_copy (due->pdata[0]);
  return TRUE;
}

gboolean
_gram_due_run_before (GramRegistry *self, const char *number, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramMeasureRecord) over = NULL;
  g_autofree char *today = NULL;
  char digits[GRAM_ACCOUNT_NUMBER_BUFFER];
  gboolean done;

  if (number == NULL || !gram_account_number_parse (number, digits, NULL))
    return TRUE;
  if (!gram_account_table_get_by_number (self->store, digits, &account, error))
    return FALSE;
  if (account == NULL)
    return TRUE;
  today = gram_registry_dup_today (self, account->kind);
  if (!find_over (self, account, today, &over, error))
    return FALSE;
  if (over == NULL && !is_aml_over (account, gram_life_date (today)))
    return TRUE;
  return run_account (self, account->number, &done, error);
}

gboolean
gram_due_state_today (GramRegistry *self,
                      const GramAccountRecord *account,
                      GramAccountState *state,
                      GError **error)
{
  g_autoptr (GramMeasureRecord) over = NULL;
  g_autofree char *today = NULL;

  g_return_val_if_fail (self != NULL, FALSE);
  g_return_val_if_fail (account != NULL, FALSE);

  today = gram_registry_dup_today (self, account->kind);
  if (!find_over (self, account, today, &over, error))
    return FALSE;
  *state = over != NULL ? GRAM_ACCOUNT_OPEN : account->state;
  return TRUE;
}

GramAml
gram_due_aml_today (GramRegistry *self, const GramAccountRecord *account)
{
  g_autofree char *today = NULL;

  g_return_val_if_fail (self != NULL, GRAM_AML_NONE);
  g_return_val_if_fail (account != NULL, GRAM_AML_NONE);

  today = gram_registry_dup_today (self, account->kind);
  return is_aml_over (account, gram_life_date (today)) ? GRAM_AML_EXPIRED : account->aml;
}
