/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-payment-notices.h"

#include "gram-account-life.h"
#include "gram-handlers-settlement.h"
#include "gram-notices-ccts.h"

#include <glib/gi18n-lib.h>

/* Notices of one unit of work; what is left comes with the next one. */
#define PAGE 500

/* The notices that became overdue and were not told of. */
static GPtrArray *
find_overdue (GramRegistry *registry, guint limit, GError **error)
{
  g_autofree char *today = gram_registry_dup_today (registry, GRAM_ACCOUNT_CCTS);

  return gram_payment_notice_table_overdue (registry->store, today, limit, error);
}

/* Once: members and the administrator's side. */
static gboolean
tell (GramCall *call, const GramPaymentNoticeRecord *before, GError **error)
{
  const gint64 readers[] = { before->account_id, 0 };
  g_autoptr (GramPaymentNoticeRecord) after = gram_payment_notice_record_copy (before);

  for (gsize i = 0; i < G_N_ELEMENTS (readers); i++)
    if (!gram_notices_tell_payment (call, GRAM_EVENT_PAYMENT_OVERDUE, readers[i], before->id,
                                    before->number, gram_payment_notices_left (before),
                                    before->due_on, error))
      return FALSE;
  after->overdue_told = TRUE;
  gram_call_touches (call, "payment-notice", before->id);
  return gram_payment_notice_table_update (call->unit, before, after, error);
}

gboolean
gram_payment_notices_run_due (GramCall *call, GramRefusal **refusal, GError **error)
{
  g_autoptr (GPtrArray) overdue = find_overdue (call->registry, PAGE, error);

  if (overdue == NULL)
    return FALSE;
  /* Another process has been quicker. */
  if (overdue->len == 0)
    return gram_refuse (refusal, "due.nothing", NULL, _ ("No payment notice is overdue"));
  for (guint i = 0; i < overdue->len; i++)
    if (!tell (call, overdue->pdata[i], error))
      return FALSE;
  gram_call_answer_int64 (call, "overdue", overdue->len);
  return TRUE;
}

gboolean
_gram_payment_notices_run_due_all (GramRegistry *self, GError **error)
{
  const GramSender sender = { .internal = TRUE };
  g_autoptr (GVariant) none = g_variant_ref_sink (g_variant_new_parsed ("@a{sv} {}"));
  g_autoptr (GPtrArray) overdue = find_overdue (self, 1, error);
  GramOutcome outcome = GRAM_OUTCOME_DONE;

  if (overdue == NULL)
    return FALSE;
  /* Asked without a lock: whoever opens a registry does not wait for somebody who imports. */
  if (overdue->len == 0)
    return TRUE;
  while (outcome == GRAM_OUTCOME_DONE)
    outcome
        = _gram_registry_send (self, &sender, "payment-notice.run-due", none, NULL, NULL, error);
  return outcome == GRAM_OUTCOME_REFUSED;
}
