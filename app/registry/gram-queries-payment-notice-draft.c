/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-check.h"
#include "gram-payment-notices.h"
#include "gram-queries-payment-notices.h"
#include "gram-queries-people-private.h"

#include <glib/gi18n-lib.h>

void
gram_payment_notice_draft_free (GramPaymentNoticeDraft *self)
{
  if (self == NULL)
    return;
  g_free (self->calculation);
  g_free (self->given_on);
  g_free (self->due_on);
  g_free (self->payable_to);
  g_free (self->how_to_pay);
  g_free (self->appeal_rights);
  g_free (self);
}

/* What the newest notice said of itself: who is paid, how, and about appeals. */
static gboolean
set_texts (GramRegistry *self, GramPaymentNoticeDraft *draft, GError **error)
{
  g_autoptr (GPtrArray) notices = gram_payment_notice_table_list (self->store, 0, 0, error);
  const GramPaymentNoticeRecord *last;

  if (notices == NULL)
    return FALSE;
  last = notices->len > 0 ? notices->pdata[0] : NULL;
  draft->payable_to = g_strdup (last != NULL ? last->payable_to : "");
  draft->how_to_pay = g_strdup (last != NULL ? last->how_to_pay : "");
  draft->appeal_rights = g_strdup (last != NULL ? last->appeal_rights : "");
  return TRUE;
}

/* How the amount is calculated (39(5)(a)). */
static char *
dup_calculation (const GramCctsRules *rules, const GramAccountingRecord *accounting)
{
  g_autofree char *activity
      = gram_decimal_format_in_locale (accounting->activity, GRAM_CCTS_SCALE_ACTIVITY,
                                       GRAM_CCTS_SCALE_ACTIVITY);
  g_autofree char *surrendered = gram_decimal_format_in_locale (accounting->surrendered, 0, 0);
  g_autofree char *each
      = gram_decimal_format_in_locale (rules->payment_pence, GRAM_DECIMAL_SCALE_MONEY,
                                       GRAM_DECIMAL_SCALE_MONEY);

  /* Translators: activity, allowances that were surrendered, and pounds for each unit that is missing */
  return g_strdup_printf (_ ("(%s − %s) × £%s, to the nearest penny"), activity, surrendered, each);
}

static GramPaymentNoticeDraft *
draft_of (const GramSettlement *standing, const GramAccountingRecord *accounting, GError **error)
{
  const GramCctsRules *rules = standing->rulebook->ccts;
  g_autoptr (GramPaymentNoticeDraft) draft = g_new0 (GramPaymentNoticeDraft, 1);

  draft->amount = accounting->payment;
  draft->activity = accounting->activity;
  draft->surrendered = accounting->surrendered;
  draft->shortfall = accounting->shortfall;
  draft->calculation = dup_calculation (rules, accounting);
  draft->given_on = gram_date_format (standing->today);
  draft->due_on = gram_date_format (gram_payment_notice_due_earliest (rules, standing->today));
  draft->notice_days = rules->notice_days;
  if (!set_texts (standing->registry, draft, error))
    return NULL;
  return g_steal_pointer (&draft);
}

/* Of a notice only its amount is known before the form is filled in. */
static gboolean
check_amount (const GramAccountingRecord *accounting, GramRefusal **refusal)
{
  return accounting->payment > 0
         || gram_refuse (refusal, "payment-notice.nothing-to-pay", "CCTS art. 39(1)",
                         _ ("All activity is accounted for; there is nothing to pay"));
}

static GramPaymentNoticeDraft *
read_draft (GramRegistry *self,
            GramActor *actor,
            gint64 account_id,
            int year,
            GramRefusal **refusal,
            GError **error)
{
  const GramCommand *command = gram_command_find ("payment-notice.issue");
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramAccountingRecord) accounting = NULL;
  g_auto (GramSettlement) standing = { 0 };

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || !_gram_check_allowed (self, command, person, account, refusal, error)
      || !gram_settlement_init (&standing, self, account, year, refusal, error)
      || !gram_payment_notices_accounting (&standing, &accounting, refusal, error)
      || !check_amount (accounting, refusal))
    return NULL;
  return draft_of (&standing, accounting, error);
}

GramPaymentNoticeDraft *
gram_registry_payment_notice_draft (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    int year,
                                    GramRefusal **refusal,
                                    GError **error)
{
  GramPaymentNoticeDraft *draft;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  draft = read_draft (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return draft;
}
