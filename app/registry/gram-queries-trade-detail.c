/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-trades-private.h"

#include "gram-cases.h"
#include "gram-check.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-trade-files.h"
#include "gram-trade-parties.h"
#include "gram-trade-postings.h"

#include "gram-case-table.h"

void
gram_trade_detail_free (GramTradeDetail *self)
{
  if (self == NULL)
    return;
  gram_trade_row_free (self->row);
  gram_account_record_free (self->account);
  g_free (self->today);
  gram_trade_notification_record_free (self->other_record);
  gram_trade_record_free (self->trade);
  g_clear_pointer (&self->changes, g_ptr_array_unref);
  g_clear_pointer (&self->allows, g_ptr_array_unref);
  g_free (self);
}

GramTradeRecord *
_gram_trade_copy_for (const GramTradeRecord *trade, const GramPersonRecord *person)
{
  GramTradeRecord *copy = gram_trade_record_copy (trade);

  if (_gram_check_administrators_side (person))
    return copy;
  copy->decided_by = 0;
  copy->case_id = 0;
  g_clear_pointer (&copy->decider, g_free);
  return copy;
}

/* What there is of the other notification: for a party no more than that, and which fields differ. */
static gboolean
read_other (GramTradeDetail *detail,
            GramStore *store,
            const GramTradeNotificationRecord *record,
            const GramPersonRecord *person,
            GError **error)
{
  g_autoptr (GramTradeNotificationRecord) other = NULL;

  if (record->other_id == 0)
    return TRUE;
  if (!gram_trade_notification_table_get (store, record->other_id, &other, error))
    return FALSE;
  detail->other = record->trade_id != 0 ? GRAM_TRADE_OTHER_SAME : GRAM_TRADE_OTHER_DIFFERS;
  if (detail->other == GRAM_TRADE_OTHER_DIFFERS)
    detail->differing = gram_trade_differing (record, other);
  if (!detail->administrators_side)
    return TRUE;
  detail->other_record = g_steal_pointer (&other);
  g_set_str (&detail->other_record->note, "");
  return TRUE;
}

/* What the party itself changed. */
static gboolean
read_changes (GramTradeDetail *detail, GramStore *store, gint64 id, GError **error)
{
  detail->changes = gram_trade_notification_table_history (store, id, error);
  if (detail->changes == NULL)
    return FALSE;
  for (guint i = detail->changes->len; i > 0; i--)
    {
      const GramTradeChange *change = detail->changes->pdata[i - 1];

      if (!gram_trade_change_is_partys (change)
          || (!detail->is_party && g_str_equal (change->field, "note")))
        g_ptr_array_remove_index (detail->changes, i - 1);
    }
  return TRUE;
}

/* The case, for who may see the account that it stands on. */
static gboolean
read_case (GramTradeDetail *detail,
           GramRegistry *self,
           GramActor *actor,
           const GramTradeRecord *trade,
           GError **error)
{
  g_autoptr (GramCaseRecord) record = NULL;
  g_autoptr (GramRefusal) no = NULL;

  if (trade->case_id == 0)
    return TRUE;
  if (!gram_case_table_get (self->store, trade->case_id, &record, error))
    return FALSE;
  if (record != NULL && _gram_query_view (self, actor, record->account_id, NULL, NULL, &no, error))
    detail->case_id = trade->case_id;
  else if (record != NULL && no == NULL)
    return FALSE;
  return TRUE;
}

static gboolean
find_notification (GramRegistry *self,
                   GramActor *actor,
                   gint64 id,
                   GramTradeNotificationRecord **record,
                   GramPersonRecord **person,
                   GramAccountRecord **account,
                   GramRefusal **refusal,
                   GError **error)
{
  g_autoptr (GramRefusal) no = NULL;

  if (_gram_queries_find_person (self, actor, person, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_trade_notification_table_get (self->store, id, record, error))
    return FALSE;
  if (*record != NULL
      && _gram_query_view (self, actor, (*record)->account_id, NULL, account, &no, error))
    return TRUE;
  if (*record != NULL && no == NULL)
    return FALSE;
  return gram_trade_refuse_unknown (id, refusal);
}

static GramTradeDetail *
read_detail (GramRegistry *self, GramActor *actor, gint64 id, GramRefusal **refusal, GError **error)
{
  g_autoptr (GramTradeDetail) detail = g_new0 (GramTradeDetail, 1);
  g_autoptr (GramTradeNotificationRecord) record = NULL;
  g_autoptr (GramTradeRecord) trade = NULL;
  g_autoptr (GramPersonRecord) person = NULL;

  if (!find_notification (self, actor, id, &record, &person, &detail->account, refusal, error)
      || !gram_trade_table_of_notification (self->store, id, &trade, error))
    return NULL;
  detail->today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  detail->administrators_side = _gram_check_administrators_side (person);
  detail->allows = _gram_trade_allows (self, record, trade, detail->account, person, error);
  if (detail->allows == NULL || !read_other (detail, self->store, record, person, error)
      || !gram_trade_balances (self->store, record->account_id, record->year, &detail->available,
                               &detail->reserved, error)
      || !_gram_trade_hide (self, record, person, &detail->is_party, error)
      || !read_changes (detail, self->store, id, error))
    return NULL;
  if (trade != NULL)
    {
      detail->trade = _gram_trade_copy_for (trade, person);
      if (!read_case (detail, self, actor, trade, error))
        return NULL;
    }
  detail->row = _gram_trade_row_new (self, g_steal_pointer (&record), person, error);
  return detail->row != NULL ? g_steal_pointer (&detail) : NULL;
}

GramTradeDetail *
gram_registry_trade_detail (GramRegistry *self,
                            GramActor *actor,
                            gint64 notification_id,
                            GramRefusal **refusal,
                            GError **error)
{
  GramTradeDetail *detail;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  detail = read_detail (self, actor, notification_id, refusal, error);
  gram_store_end_read (self->store);
  return detail;
}

const GramRefusal *
gram_trade_detail_get_refusal (const GramTradeDetail *self, const char *command)
{
  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (command != NULL, NULL);

  for (guint i = 0; i < self->allows->len; i++)
    {
      const GramCaseAllow *allow = self->allows->pdata[i];

      if (g_str_equal (allow->command, command))
        return allow->refusal;
    }
  g_return_val_if_reached (NULL);
}
