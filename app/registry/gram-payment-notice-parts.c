/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notices.h"

#include "gram-account-life.h"
#include "gram-settlement-arguments.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

GramPaymentNoticeFacts
gram_payment_notices_facts (const GramPaymentNoticeRecord *record)
{
  g_return_val_if_fail (record != NULL, (GramPaymentNoticeFacts){ 0 });

  return (GramPaymentNoticeFacts){
    .amount = record->amount,
    .paid = record->paid,
    .due_on = gram_life_date (record->due_on),
    .appealed_on = gram_life_date (record->appealed_on),
    .appeal_ended_on = gram_life_date (record->appeal_ended_on),
    .withdrawn_on = gram_life_date (record->withdrawn_on),
  };
}

gint64
gram_payment_notices_left (const GramPaymentNoticeRecord *record)
{
  g_return_val_if_fail (record != NULL, 0);

  return *record->withdrawn_on != '\0' ? 0 : record->amount - record->paid;
}

gint64
gram_payment_notices_forwarded (const GPtrArray *payments)
{
  gint64 sum = 0;

  g_return_val_if_fail (payments != NULL, 0);

  for (guint i = 0; i < payments->len; i++)
    {
      const GramNoticePaymentRecord *payment = payments->pdata[i];

      if (payment->kind == GRAM_NOTICE_ONWARD && payment->reversed_by == 0)
        sum += payment->amount;
    }
  return sum;
}

gint64
gram_payment_notices_to_forward (const GramPaymentNoticeRecord *record, const GPtrArray *payments)
{
  g_return_val_if_fail (record != NULL, 0);

  if (*record->withdrawn_on != '\0')
    return 0;
  return record->paid - gram_payment_notices_forwarded (payments);
}

gboolean
gram_payment_notices_find (GramCall *call,
                           GramPaymentNoticeVerb verb,
                           GramPaymentNoticeRecord **record,
                           GramRefusal **refusal,
                           GError **error)
{
  gint64 id = gram_call_get_int64 (call, "notice", 0);
  g_autoptr (GramPaymentNoticeRecord) found = NULL;
  GramPaymentNoticeFacts facts;

  if (!gram_payment_notice_table_get (call->store, id, &found, error))
    return FALSE;
  if (found == NULL || found->account_id != call->account->id)
    return gram_refuse (refusal, "payment-notice.unknown", NULL,
                        _ ("There is no payment notice %" PRId64 " of this account"), id);
  facts = gram_payment_notices_facts (found);
  if (!gram_payment_notice_can (gram_payment_notice_state (&facts, gram_life_today (call)), verb,
                                refusal))
    return FALSE;
  *record = g_steal_pointer (&found);
  return TRUE;
}

gboolean
gram_payment_notices_update (GramCall *call,
                             const GramPaymentNoticeRecord *before,
                             const GramPaymentNoticeRecord *after,
                             GError **error)
{
  GramPaymentNoticeFacts facts = gram_payment_notices_facts (after);
  GramPaymentNoticeState state = gram_payment_notice_state (&facts, gram_life_today (call));

  if (!gram_payment_notice_table_update (call->unit, before, after, error))
    return FALSE;
  gram_call_touches (call, "payment-notice", after->id);
  gram_call_answer_string (call, "state", gram_word_for ("notice-state", (int)state));
  gram_settlement_answer_decimal (call, "left", gram_payment_notices_left (after),
                                  GRAM_DECIMAL_SCALE_MONEY);
  return TRUE;
}

/* It was accounted for after everything that changed, and by the rules of today. */
static gboolean
is_current (const GramSettlement *standing, const GramAccountingRecord *accounting)
{
  gint64 payment;

  /* Measured again alike it is still accounted for: that row stays. */
  return accounting != NULL && gram_participant_is (&standing->participant)
         && accounting->activity == standing->participant.activity
         && accounting->pool_id == standing->participant.pool_id
         && accounting->surrendered == standing->surrendered
         && gram_ccts_payment (standing->rulebook->ccts, accounting->shortfall, &payment, NULL)
         && payment == accounting->payment;
}

gboolean
gram_payment_notices_accounting (const GramSettlement *standing,
                                 GramAccountingRecord **accounting,
                                 GramRefusal **refusal,
                                 GError **error)
{
  GramStore *store = standing->registry->store;
  g_autoptr (GramPaymentNoticeRecord) live = NULL;
  g_autoptr (GramAccountingRecord) last = NULL;

  if (!gram_accounting_table_last (store, standing->year, standing->account->id, &last, error)
      || !gram_payment_notice_table_live (store, standing->year, standing->account->id, &live,
                                          error))
    return FALSE;
  if (!is_current (standing, last))
    return gram_refuse (refusal, "year.not-accounted", "CCTS art. 39(1)",
                        _ ("The year %d is not accounted for as it stands now; the administrator "
                           "has to account for it first"),
                        standing->year);
  if (live != NULL)
    return gram_refuse (refusal, "payment-notice.stands", "CCTS art. 39(4)",
                        _ ("Payment notice %s stands for %d; withdraw it before another is given"),
                        live->number, standing->year);
  *accounting = g_steal_pointer (&last);
  return TRUE;
}
