/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-credits-private.h"

#include "gram-account-life.h"
#include "gram-check.h"
#include "gram-credit-transfers.h"
#include "gram-queries-private.h"

#include "gram-member-table.h"

void
gram_credit_transfer_row_free (GramCreditTransferRow *self)
{
  if (self == NULL)
    return;
  gram_credit_transfer_record_free (self->record);
  g_free (self);
}

/* Who of the other holder did something is nobody's business. What is recorded is done by the side that is here. */
static void
hide (GramCreditTransferRecord *record, gboolean sees_from, gboolean sees_to)
{
  gboolean sees_sender = record->from_account != 0 ? sees_from : sees_to;
  gboolean sees_receiver = record->to_account != 0 ? sees_to : sees_from;
  guint by_receiver = GRAM_CREDIT_TRANSFER_ACCEPTED | GRAM_CREDIT_TRANSFER_DECLINED;

  if (!sees_sender)
    {
      record->offered_by = 0;
      g_clear_pointer (&record->offerer, g_free);
    }
  if (!((record->state & by_receiver) != 0 ? sees_receiver : sees_sender))
    {
      record->ended_by = 0;
      g_clear_pointer (&record->ender, g_free);
    }
}

static gboolean
sees (GramRegistry *self,
      const GramPersonRecord *person,
      gint64 account_id,
      gboolean *answer,
      GError **error)
{
  g_autoptr (GramMember) member = NULL;

  *answer = _gram_check_administrators_side (person);
  if (*answer || account_id == 0)
    return TRUE;
  if (!gram_member_table_get (self->store, account_id, person->id, &member, error))
    return FALSE;
  *answer = member != NULL;
  return TRUE;
}

/* Shows a transfer from one of its sides. */
static void
turn (GramCreditTransferRow *row, gboolean outgoing)
{
  const GramCreditTransferRecord *record = row->record;

  row->outgoing = outgoing;
  row->other_name = row->outgoing ? record->to_name : record->from_name;
  row->other_number = row->outgoing ? record->to_number : record->from_number;
}

gboolean
_gram_credit_transfer_row_new (GramRegistry *self,
                               const GramCreditTransferRecord *record,
                               const GramPersonRecord *person,
                               gint64 account_id,
                               GramCreditTransferRow **row,
                               GError **error)
{
  GramDate today = gram_credit_transfer_today (self);
  gboolean sees_from;
  gboolean sees_to;

  *row = NULL;
  if (!sees (self, person, record->from_account, &sees_from, error)
      || !sees (self, person, record->to_account, &sees_to, error))
    return FALSE;
  if (!sees_from && !sees_to)
    return TRUE;
  *row = g_new0 (GramCreditTransferRow, 1);
  (*row)->id = record->id;
  (*row)->record = gram_credit_transfer_record_copy (record);
  hide ((*row)->record, sees_from, sees_to);
  turn (*row, account_id != 0 ? record->from_account == account_id
                              : sees_from && record->from_account != 0);
  (*row)->days_left = -1;
  if (record->state == GRAM_CREDIT_TRANSFER_OFFERED)
    (*row)->days_left
        = MAX (gram_date_days_between (today, gram_life_date (record->lapses_on)), -1);
  return TRUE;
}

/* The query as @person may ask it: members see what is of their accounts. */
static gpointer
query_for (GramRegistry *self, const GramPersonRecord *person, gconstpointer query)
{
  GramCreditTransferQuery *own = query != NULL ? gram_credit_transfer_query_copy (query)
                                               : g_new0 (GramCreditTransferQuery, 1);

  if (!_gram_check_administrators_side (person))
    own->person_id = person->id;
  return own;
}

static const GramQueriesList list = {
  .query_for = query_for,
  .query_free = (GDestroyNotify)gram_credit_transfer_query_free,
  .ids = (GramQueriesIds)gram_credit_transfer_table_ids,
  .counts = (GramQueriesCounts)gram_credit_transfer_table_counts,
};

GArray *
gram_registry_credit_transfer_ids (GramRegistry *self,
                                   GramActor *actor,
                                   const GramCreditTransferQuery *query,
                                   guint limit,
                                   GramRefusal **refusal,
                                   GError **error)
{
  return _gram_queries_ids (self, actor, &list, query, limit, refusal, error);
}

static gboolean
add_rows (GramRegistry *self,
          const GramPersonRecord *person,
          const gint64 *ids,
          guint n_ids,
          GPtrArray *rows,
          GError **error)
{
  g_autoptr (GPtrArray) page = gram_credit_transfer_table_page (self->store, ids, n_ids, error);

  for (guint i = 0; page != NULL && i < page->len; i++)
    {
      GramCreditTransferRow *row;

      if (!_gram_credit_transfer_row_new (self, page->pdata[i], person, 0, &row, error))
        return FALSE;
      if (row != NULL)
        g_ptr_array_add (rows, row);
    }
  return page != NULL;
}

GPtrArray *
gram_registry_credit_transfer_rows (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    const gint64 *ids,
                                    guint n_ids,
                                    GramRefusal **refusal,
                                    GError **error)
{
  GPtrArray *rows
      = _gram_queries_rows (self, actor, ids, n_ids, add_rows,
                            (GDestroyNotify)gram_credit_transfer_row_free, refusal, error);

  for (guint i = 0; account_id != 0 && rows != NULL && i < rows->len; i++)
    {
      GramCreditTransferRow *row = rows->pdata[i];

      turn (row, row->record->from_account == account_id);
    }
  return rows;
}

GramOutcome
gram_registry_credit_transfer_counts (GramRegistry *self,
                                      GramActor *actor,
                                      const GramCreditTransferQuery *query,
                                      GramCreditTransferCounts *counts,
                                      GramRefusal **refusal,
                                      GError **error)
{
  return _gram_queries_counts (self, actor, &list, query, counts, refusal, error);
}
