/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-payment-notices.h"

#include "gram-account-life.h"
#include "gram-check.h"
#include "gram-figure-postings.h"
#include "gram-payment-notices.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"

#include "gram-ledger.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

void
gram_payment_notice_row_free (GramPaymentNoticeRow *self)
{
  if (self == NULL)
    return;
  gram_payment_notice_record_free (self->record);
  g_free (self);
}

static GramDate
today_of (GramRegistry *self)
{
  g_autofree char *today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);

  return gram_life_date (today);
}

static GramPaymentNoticeRow *
row_of (GramRegistry *self, const GramPaymentNoticeRecord *record, const GPtrArray *payments)
{
  GramPaymentNoticeRow *row = g_new0 (GramPaymentNoticeRow, 1);
  GramPaymentNoticeFacts facts = gram_payment_notices_facts (record);
  GramDate today = today_of (self);

  row->record = gram_payment_notice_record_copy (record);
  row->state = gram_payment_notice_state (&facts, today);
  row->left = gram_payment_notices_left (record);
  row->forwarded = gram_payment_notices_forwarded (payments);
  row->days_left = gram_date_days_between (today, facts.due_on);
  return row;
}

static GPtrArray *
read_rows (GramRegistry *self,
           GramActor *actor,
           gint64 account_id,
           int year,
           GramRefusal **refusal,
           GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_payment_notice_row_free);
  g_autoptr (GPtrArray) records = NULL;

  if (!gram_settlement_may_ask (self, actor, account_id, refusal, error))
    return NULL;
  records = gram_payment_notice_table_list (self->store, year, account_id, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      const GramPaymentNoticeRecord *record = records->pdata[i];
      g_autoptr (GPtrArray) payments
          = gram_notice_payment_table_list (self->store, record->id, error);

      if (payments == NULL)
        return NULL;
      g_ptr_array_add (rows, row_of (self, record, payments));
    }
  return records != NULL ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
gram_registry_payment_notices (GramRegistry *self,
                               GramActor *actor,
                               gint64 account_id,
                               int year,
                               GramRefusal **refusal,
                               GError **error)
{
  GPtrArray *rows;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  rows = read_rows (self, actor, account_id, year, refusal, error);
  gram_store_end_read (self->store);
  return rows;
}

/* The commands about a notice that stands, with what each does to it. */
static const struct
{
  const char *command;
  GramPaymentNoticeVerb verb;
} verbs[] = {
  { "payment-notice.record-payment", GRAM_PAYMENT_NOTICE_PAY },
  { "payment-notice.reverse-payment", GRAM_PAYMENT_NOTICE_REVERSE },
  { "payment-notice.forward", GRAM_PAYMENT_NOTICE_FORWARD },
  { "payment-notice.appeal", GRAM_PAYMENT_NOTICE_APPEAL },
  { "payment-notice.end-appeal", GRAM_PAYMENT_NOTICE_END_APPEAL },
  { "payment-notice.withdraw", GRAM_PAYMENT_NOTICE_WITHDRAW },
};

void
gram_payment_notice_detail_free (GramPaymentNoticeDetail *self)
{
  if (self == NULL)
    return;
  g_clear_pointer (&self->row, gram_payment_notice_row_free);
  g_clear_pointer (&self->accounting, gram_accounting_record_free);
  g_clear_pointer (&self->document, gram_document_record_free);
  g_clear_pointer (&self->payments, g_ptr_array_unref);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

const GramRefusal *
gram_payment_notice_detail_get_refusal (const GramPaymentNoticeDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL && command != NULL, NULL);

  return gram_allows_find (self->allows, command);
}

/* Rights first, then where the notice stands: what a tooltip says. */
static gboolean
add_allows (GramRegistry *self,
            const GramPersonRecord *person,
            const GramAccountRecord *account,
            GramPaymentNoticeDetail *detail,
            GError **error)
{
  detail->allows = gram_allows_new ();
  for (gsize i = 0; i < G_N_ELEMENTS (verbs); i++)
    {
      GramRefusal *why = NULL;
      gboolean may = _gram_check_allowed (self, gram_command_find (verbs[i].command), person,
                                          account, &why, error)
                     && gram_payment_notice_can (detail->row->state, verbs[i].verb, &why);

      gram_allows_add (detail->allows, verbs[i].command, why);
      if (!may && why == NULL)
        return FALSE;
    }
  return TRUE;
}

static GramPaymentNoticeDetail *
read_parts (GramRegistry *self, const GramPaymentNoticeRecord *record, GError **error)
{
  g_autoptr (GramPaymentNoticeDetail) detail = g_new0 (GramPaymentNoticeDetail, 1);

  detail->payments = gram_notice_payment_table_list (self->store, record->id, error);
  if (detail->payments == NULL
      || !gram_accounting_table_get (self->store, record->accounting_id, &detail->accounting, error)
      || !gram_document_table_get (self->store, record->document_id, &detail->document, error)
      || !gram_ledger_balance (self->store, record->account_id, GRAM_ROLE_IN_FAVOUR,
                               GRAM_MONEY_CCTS, &detail->in_favour, error))
    return NULL;
  detail->row = row_of (self, record, detail->payments);
  detail->to_forward = gram_payment_notices_to_forward (record, detail->payments);
  return g_steal_pointer (&detail);
}

/* A notice that is not there, and one that somebody may not see, get the same answer. */
static gboolean
find (GramRegistry *self,
      GramActor *actor,
      gint64 notice_id,
      GramPaymentNoticeRecord **record,
      GramPersonRecord **person,
      GramAccountRecord **account,
      GramRefusal **refusal,
      GError **error)
{
  g_autoptr (GramPersonRecord) asker = NULL;
  g_autoptr (GramRefusal) no = NULL;

  if (_gram_queries_find_person (self, actor, &asker, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_payment_notice_table_get (self->store, notice_id, record, error))
    return FALSE;
  if (*record != NULL
      && _gram_query_view (self, actor, (*record)->account_id, person, account, &no, error))
    return TRUE;
  if (*record != NULL && no == NULL)
    return FALSE;
  return gram_refuse (refusal, "payment-notice.unknown", NULL,
                      _ ("There is no payment notice %" PRId64), notice_id);
}

static GramPaymentNoticeDetail *
read_detail (GramRegistry *self,
             GramActor *actor,
             gint64 notice_id,
             GramRefusal **refusal,
             GError **error)
{
  g_autoptr (GramPaymentNoticeRecord) record = NULL;
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramPaymentNoticeDetail) detail = NULL;

  if (!find (self, actor, notice_id, &record, &person, &account, refusal, error))
    return NULL;
  detail = read_parts (self, record, error);
  if (detail == NULL || !add_allows (self, person, account, detail, error))
    return NULL;
  return g_steal_pointer (&detail);
}

GramPaymentNoticeDetail *
gram_registry_payment_notice (GramRegistry *self,
                              GramActor *actor,
                              gint64 notice_id,
                              GramRefusal **refusal,
                              GError **error)
{
  GramPaymentNoticeDetail *detail;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, notice_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}
