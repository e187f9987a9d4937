/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notices.h"

#include "gram-account-life.h"
#include "gram-cases.h"
#include "gram-figure-postings.h"
#include "gram-handlers-settlement.h"
#include "gram-notices-ccts.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>

#define ARTICLE "CCTS art. 39(5)(e)"

/* One appeal a notice: what was decided about it is not appealed here again. */
static gboolean
check_first_appeal (const GramPaymentNoticeRecord *notice, GramRefusal **refusal)
{
  return *notice->appealed_on == '\0'
         || gram_refuse (refusal, "payment-notice.appealed-before", ARTICLE,
                         _ ("Payment notice %s was appealed before, and the appeal has ended"),
                         notice->number);
}

gboolean
gram_payment_notices_appeal (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) before = NULL;
  g_autoptr (GramPaymentNoticeRecord) after = NULL;
  g_autofree char *text = NULL;

  if (!gram_payment_notices_find (call, GRAM_PAYMENT_NOTICE_APPEAL, &before, refusal, error)
      || !check_first_appeal (before, refusal)
      || !gram_life_read_text (call, "text", &text, refusal))
    return FALSE;
  after = gram_payment_notice_record_copy (before);
  g_free (after->appealed_on);
  after->appealed_on = gram_call_dup_today (call);
  g_set_str (&after->appeal_text, text);
  if (!gram_cases_open (call, GRAM_CASE_PAYMENT, before->id, before->number, &after->case_id,
                        error))
    return FALSE;
  if (after->case_id != 0)
    gram_call_answer_int64 (call, "case", after->case_id);
  return gram_payment_notices_update (call, before, after, error);
}

/* The charge falls away. What was paid for it is the holder's again; what is forwarded is not there to be given back. */
static gboolean
post_withdrawal (GramCall *call, const GramPaymentNoticeRecord *notice, GError **error)
{
  gint64 paid = notice->paid;
  const GramLedgerLine lines[] = {
    { call->account->id, GRAM_ROLE_CHARGES, GRAM_MONEY_CCTS, paid },
    { 0, "payment", GRAM_MONEY_CCTS, -paid },
    { call->account->id, GRAM_ROLE_IN_FAVOUR, GRAM_MONEY_CCTS, paid },
    { 0, "due-back", GRAM_MONEY_CCTS, -paid },
  };

  return (paid == 0
          || gram_ledger_post (call->unit, call->journal_id, "payment", lines, G_N_ELEMENTS (lines),
                               NULL, error))
         && gram_ledger_reverse (call->unit, call->journal_id, notice->posting_id, NULL, error);
}

gboolean
gram_payment_notices_withdraw_it (GramCall *call,
                                  const GramPaymentNoticeRecord *before,
                                  GramPaymentNoticeRecord *after,
                                  const char *reason,
                                  GramRefusal **refusal,
                                  GError **error)
{
  g_autoptr (GPtrArray) payments = gram_notice_payment_table_list (call->store, before->id, error);

  if (payments == NULL)
    return FALSE;
  if (gram_payment_notices_forwarded (payments) > 0)
    return gram_refuse (refusal, "payment-notice.forwarded", "CCTS art. 39(7)",
                        _ ("Money of this notice has gone on into the consolidated fund; reverse "
                           "that first"));
  g_free (after->withdrawn_on);
  after->withdrawn_on = gram_call_dup_today (call);
  g_set_str (&after->withdrawn_reason, reason);
  return post_withdrawal (call, before, error)
         && gram_payment_notices_update (call, before, after, error)
         && gram_notices_tell_payment (call, GRAM_EVENT_PAYMENT_NOTICE, before->account_id,
                                       before->id, before->number, 0, before->due_on, error);
}

static gboolean
read_outcome (GramCall *call, GramAppealOutcome *outcome, GramRefusal **refusal)
{
  const char *word = gram_call_get_string (call, "outcome");
  int value;

  if (gram_word_parse ("appeal-outcome", word, &value))
    {
      *outcome = (GramAppealOutcome)value;
      return TRUE;
    }
  return gram_refuse (refusal, "payment-notice.outcome", ARTICLE,
                      _ ("“%s” is no outcome of an appeal; it is dismissed or allowed"), word);
}

gboolean
gram_payment_notices_end_appeal (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) before = NULL;
  g_autoptr (GramPaymentNoticeRecord) after = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;
  GramAppealOutcome outcome = GRAM_APPEAL_DISMISSED;

  if (!gram_payment_notices_find (call, GRAM_PAYMENT_NOTICE_END_APPEAL, &before, refusal, error)
      || !read_outcome (call, &outcome, refusal)
      || !gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_cases_decide_subject (call, GRAM_CASE_PAYMENT, before->id,
                                     outcome == GRAM_APPEAL_ALLOWED ? GRAM_CASE_UPHELD
                                                                    : GRAM_CASE_NOT_UPHELD,
                                     reason, reference, refusal, error))
    return FALSE;
  after = gram_payment_notice_record_copy (before);
  g_free (after->appeal_ended_on);
  after->appeal_ended_on = gram_call_dup_today (call);
  if (outcome == GRAM_APPEAL_ALLOWED)
    return gram_payment_notices_withdraw_it (call, before, after, reason, refusal, error);
  return gram_payment_notices_update (call, before, after, error);
}

gboolean
gram_payment_notices_withdraw (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) before = NULL;
  g_autoptr (GramPaymentNoticeRecord) after = NULL;
  g_autofree char *reason = NULL;
  g_autofree char *reference = NULL;

  if (!gram_payment_notices_find (call, GRAM_PAYMENT_NOTICE_WITHDRAW, &before, refusal, error)
      || !gram_life_read_text (call, "reason", &reason, refusal)
      || !gram_life_read_text (call, "reference", &reference, refusal)
      || !gram_cases_decide_subject (call, GRAM_CASE_PAYMENT, before->id, GRAM_CASE_UPHELD, reason,
                                     reference, refusal, error))
    return FALSE;
  after = gram_payment_notice_record_copy (before);
  if (*after->appealed_on != '\0' && *after->appeal_ended_on == '\0')
    {
      g_free (after->appeal_ended_on);
      after->appeal_ended_on = gram_call_dup_today (call);
    }
  return gram_payment_notices_withdraw_it (call, before, after, reason, refusal, error);
}
