/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-credit-lapse.h"

#include "gram-account-life.h"
#include "gram-credit-balances.h"
#include "gram-credit-transfers.h"
#include "gram-effects-in-force.h"
#include "gram-handlers-credits.h"
#include "gram-notices-ccs.h"
#include "gram-units.h"

#include "gram-ccs.h"
#include "gram-decimal.h"
#include "gram-ledger-holders.h"
#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

/* Transfers that are looked up at a time. */
#define PAGE 1000

/* Lets the offers of the account go whose last day is over. */
static gboolean
release_transfers (GramCall *call, const GramCcsRules *rules, guint *n_released, GError **error)
{
  g_autoptr (GPtrArray) live
      = gram_credit_transfer_table_live (call->store, call->account->id, error);
  GramDate today = gram_life_today (call);

  for (guint i = 0; live != NULL && i < live->len; i++)
    {
      const GramCreditTransferRecord *record = live->pdata[i];
      g_autoptr (GArray) lines = NULL;

      if (record->from_account != call->account->id)
        continue;
      lines = gram_credit_transfer_table_lines (call->store, record->id, error);
      if (lines == NULL)
        return FALSE;
      if (gram_date_compare (gram_credit_transfer_last_day (rules, record, lines), today) >= 0)
        continue;
      if (!gram_credit_transfer_end (call, record, lines, GRAM_CREDIT_TRANSFER_LAPSED, NULL, error))
        return FALSE;
      *n_released += 1;
    }
  return live != NULL;
}

static gboolean
lapse_year (GramCall *call,
            const GramCcsRules *rules,
            const GramCcsCredits *credits,
            GError **error)
{
  g_autofree char *unit = gram_unit_make_credit (call->account->kind, credits->year);
  g_autofree char *last_day = gram_date_format (gram_ccs_credit_lapse (rules, credits->year));
  const GramLedgerLine lines[] = {
    { call->account->id, "holding", unit, -credits->credits },
    { 0, "lapse", unit, credits->credits },
  };

  return gram_ledger_post (call->unit, call->journal_id, "lapse", lines, G_N_ELEMENTS (lines), NULL,
                           error)
         && gram_notices_tell_credits (call, GRAM_EVENT_CREDITS_LAPSED, call->account->id,
                                       credits->year, credits->credits, last_day, unit, error);
}

/* A posting for each year, so that each can be told with its day. */
static gboolean
lapse_credits (GramCall *call, const GramCcsRules *rules, gint64 *lapsed, GError **error)
{
  g_autoptr (GArray) holdings
      = gram_credit_balances_read (call->store, call->account, "holding", error);
  GramDate today = gram_life_today (call);

  for (guint i = 0; holdings != NULL && i < holdings->len; i++)
    {
      const GramCcsCredits *credits = &g_array_index (holdings, GramCcsCredits, i);

      if (gram_ccs_credits_live (rules, credits->year, today))
        continue;
      if (!lapse_year (call, rules, credits, error))
        return FALSE;
      *lapsed += credits->credits;
    }
  return holdings != NULL;
}

static gboolean
refuse_nothing (GramCall *call, GramRefusal **refusal)
{
  return gram_refuse (refusal, "due.nothing", NULL, _ ("Nothing is due on account %s"),
                      call->account->number);
}

/* Warns of the credits with that last day; reserved ones come back before it. */
static gboolean
warn (GramCall *call, const GramCcsRules *rules, gint64 days, GramRefusal **refusal, GError **error)
{
  const char *on = gram_call_get_string (call, "last-day");
  g_autoptr (GArray) holdings
      = gram_credit_balances_read (call->store, call->account, "holding", error);
  g_autoptr (GArray) reserved
      = gram_credit_balances_read (call->store, call->account, "reserved", error);
  GramDate day = gram_life_date (on);
  GramDate today = gram_life_today (call);
  gint64 sum = 0;

  if (holdings == NULL || reserved == NULL)
    return FALSE;
  for (int year = GRAM_CREDIT_FIRST_YEAR; year <= today.year; year++)
    {
      g_autofree char *occasion = g_strdup_printf ("%d-%s-%" PRId64, year, on, days);
      gint64 credits
          = gram_credit_balances_of (holdings, year) + gram_credit_balances_of (reserved, year);

      if (gram_date_compare (gram_ccs_credit_lapse (rules, year), day) != 0)
        continue;
      if (!gram_notices_tell_credits (call, GRAM_EVENT_CREDITS_LAPSE_SOON, call->account->id, year,
                                      credits, on, occasion, error))
        return FALSE;
      sum += credits;
    }
  if (sum == 0)
    return refuse_nothing (call, refusal);
  gram_call_answer_int64 (call, "warned", days);
  return TRUE;
}

gboolean
gram_credits_run_due (GramCall *call, GramRefusal **refusal, GError **error)
{
  gint64 days = gram_call_get_int64 (call, "days", 0);
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autofree char *text = NULL;
  guint n_released = 0;
  gint64 lapsed = 0;

  if (call->account == NULL)
    return gram_refuse (refusal, "account.unknown", NULL, _ ("There is no such account"));
  if (gram_credit_transfer_read_rules (call->registry, &rulebook, refusal, error) == NULL)
    return FALSE;
  if (days != 0)
    return warn (call, rulebook->ccs, days, refusal, error);
  if (!release_transfers (call, rulebook->ccs, &n_released, error)
      || !lapse_credits (call, rulebook->ccs, &lapsed, error))
    return FALSE;
  /* Another process has been quicker. */
  if (n_released == 0 && lapsed == 0)
    return refuse_nothing (call, refusal);
  gram_call_answer_int64 (call, "transfers", n_released);
  text = gram_decimal_format (lapsed, GRAM_UNIT_CREDIT_SCALE, GRAM_UNIT_CREDIT_SCALE);
  if (lapsed > 0)
    gram_call_answer_string (call, "lapsed", text);
  return TRUE;
}

/* Sends the program's command to one account; that there is nothing to do any more is well, too. */
static gboolean
send (GramRegistry *self,
      gint64 account_id,
      const char *request_id,
      const char *on,
      int days,
      GError **error)
{
  const GramSender sender = { .internal = TRUE, .request_id = request_id };
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GVariant) arguments = NULL;
  g_auto (GVariantDict) dict = G_VARIANT_DICT_INIT (NULL);

  if (!gram_account_table_get (self->store, account_id, &account, error))
    return FALSE;
  if (account == NULL)
    return TRUE;
  g_variant_dict_insert (&dict, "account", "s", account->number);
  if (on != NULL)
    {
      g_variant_dict_insert (&dict, "last-day", "s", on);
      g_variant_dict_insert (&dict, "days", "x", (gint64)days);
    }
  arguments = g_variant_ref_sink (g_variant_dict_end (&dict));
  return _gram_registry_send (self, &sender, "credit.run-due", arguments, NULL, NULL, error)
         != GRAM_OUTCOME_FAILED;
}

/* Accounts whose offers are over, each once; an offer that is still there after its turn is left to the next day. */
static gboolean
run_transfers (GramRegistry *self, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCS_NEW);
  g_autoptr (GHashTable) done = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, NULL);
  gboolean more = TRUE;

  while (more)
    {
      g_autoptr (GPtrArray) due = gram_credit_transfer_table_due (self->store, today, PAGE, error);

      if (due == NULL)
        return FALSE;
      more = FALSE;
      for (guint i = 0; i < due->len; i++)
        {
          const GramCreditTransferRecord *record = due->pdata[i];

          if (!g_hash_table_add (done, g_memdup2 (&record->from_account, sizeof (gint64))))
            continue;
          if (!send (self, record->from_account, NULL, NULL, 0, error))
            return FALSE;
          more = TRUE;
        }
    }
  return TRUE;
}

/* The same warning is one effect, whoever sends it first. */
static gboolean
send_warning (GramRegistry *self, gint64 account_id, const char *on, int days, GError **error)
{
  g_autofree char *request_id
      = g_strdup_printf ("credit.run-due/%" PRId64 "/%s/%d", account_id, on, days);
  g_autoptr (GramJournalEntry) earlier = NULL;

  if (!gram_journal_find_request (self->store, request_id, &earlier, error))
    return FALSE;
  return earlier != NULL || send (self, account_id, request_id, on, days, error);
}

/* Credits of one kind and year: nothing yet, a warning, or their end. */
static gboolean
run_year (GramRegistry *self,
          const GramCcsRules *rules,
          GramAccountKind kind,
          int year,
          GError **error)
{
  g_autofree char *unit = gram_unit_make_credit (kind, year);
  GramDate today = gram_credit_transfer_today (self);
  GramDate last = gram_ccs_credit_lapse (rules, year);
  g_autofree char *on = gram_date_format (last);
  int days = gram_ccs_lapse_warning (rules, last, today);
  gboolean live = gram_ccs_credits_live (rules, year, today);
  g_autoptr (GArray) holders = NULL;

  if (live && days == 0)
    return TRUE;
  holders = gram_ledger_holders (self->store, unit, error);
  for (guint i = 0; holders != NULL && i < holders->len; i++)
    {
      gint64 id = g_array_index (holders, gint64, i);

      if (!(live ? send_warning (self, id, on, days, error)
                 : send (self, id, NULL, NULL, 0, error)))
        return FALSE;
    }
  return holders != NULL;
}

gboolean
_gram_credit_lapse_run_all (GramRegistry *self, GError **error)
{
  GramDate today = gram_credit_transfer_today (self);
  g_autoptr (GramRulebook) rulebook = NULL;

  if (gram_account_rules_in_force (self, GRAM_ACCOUNT_CCS_NEW, &rulebook, error) == NULL)
    return FALSE;
  if (rulebook == NULL)
    return TRUE;
  if (!run_transfers (self, error))
    return FALSE;
  for (int year = GRAM_CREDIT_FIRST_YEAR; year <= today.year; year++)
    if (!run_year (self, rulebook->ccs, GRAM_ACCOUNT_CCS_USED, year, error)
        || !run_year (self, rulebook->ccs, GRAM_ACCOUNT_CCS_NEW, year, error))
      return FALSE;
  return TRUE;
}
