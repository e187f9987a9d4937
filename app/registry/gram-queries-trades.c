/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-trades-private.h"

#include "gram-account-life.h"
#include "gram-check.h"
#include "gram-effects-in-force.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-trades.h"

#include "gram-ccts.h"
#include "gram-member-table.h"

void
gram_trade_row_free (GramTradeRow *self)
{
  if (self == NULL)
    return;
  gram_trade_notification_record_free (self->record);
  g_free (self->window_ends);
  g_free (self);
}

static gboolean
is_member (GramRegistry *self,
           gint64 account_id,
           const GramPersonRecord *person,
           gboolean *answer,
           GError **error)
{
  g_autoptr (GramMember) member = NULL;

  if (!gram_member_table_get (self->store, account_id, person->id, &member, error))
    return FALSE;
  *answer = member != NULL;
  return TRUE;
}

gboolean
_gram_trade_hide (GramRegistry *self,
                  GramTradeNotificationRecord *record,
                  const GramPersonRecord *person,
                  gboolean *is_party,
                  GError **error)
{
  gboolean party;

  if (!is_member (self, record->account_id, person, &party, error))
    return FALSE;
  if (!party)
    g_set_str (&record->note, "");
  if (!_gram_check_administrators_side (person))
    {
      record->other_id = 0;
      record->other_account_id = 0;
      record->other_state = 0;
    }
  if (is_party != NULL)
    *is_party = party;
  return TRUE;
}

/* The countdown of what is not matched yet. */
static gboolean
fill_days (GramTradeRow *row, GramRegistry *self, GError **error)
{
  g_autofree char *text = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  g_autoptr (GramRulebook) rulebook = NULL;
  GramDate today = gram_life_date (text);
  GramDate last = GRAM_DATE_NONE;

  row->days_left = -1;
  if (gram_account_rules_in_force (self, GRAM_ACCOUNT_CCTS, &rulebook, error) == NULL)
    return FALSE;
  if (rulebook != NULL)
    last = gram_ccts_window (rulebook->ccts, row->record->year).last;
  if (!gram_date_is_valid (last))
    {
      row->window_ends = g_strdup ("");
      return TRUE;
    }
  row->window_ends = gram_date_format (last);
  if ((row->record->state & GRAM_TRADE_UNPAIRED) != 0)
    row->days_left = (int)MAX (gram_date_days_between (today, last), -1);
  return TRUE;
}

GramTradeRow *
_gram_trade_row_new (GramRegistry *self,
                     GramTradeNotificationRecord *record,
                     const GramPersonRecord *person,
                     GError **error)
{
  g_autoptr (GramTradeRow) row = g_new0 (GramTradeRow, 1);
  gboolean gives = record->side == GRAM_TRADE_TRANSFEROR;

  row->id = record->id;
  row->record = record;
  row->other_name = gives ? record->transferee_name : record->transferor_name;
  row->other_number = gives ? record->transferee_number : record->transferor_number;
  if (!_gram_trade_hide (self, record, person, NULL, error) || !fill_days (row, self, error))
    return NULL;
  return g_steal_pointer (&row);
}

/* The query as @person may ask it: members see what their accounts notified. */
static gpointer
query_for (GramRegistry *self, const GramPersonRecord *person, gconstpointer query)
{
  GramTradeQuery *own = query != NULL ? gram_trade_query_copy (query) : g_new0 (GramTradeQuery, 1);

  if (!_gram_check_administrators_side (person))
    own->person_id = person->id;
  return own;
}

static const GramQueriesList list = {
  .query_for = query_for,
  .query_free = (GDestroyNotify)gram_trade_query_free,
  .ids = (GramQueriesIds)gram_trade_notification_table_ids,
  .counts = (GramQueriesCounts)gram_trade_notification_table_counts,
};

GArray *
gram_registry_trade_ids (GramRegistry *self,
                         GramActor *actor,
                         const GramTradeQuery *query,
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
  g_autoptr (GPtrArray) page = gram_trade_notification_table_page (self->store, ids, n_ids, error);
  GramQueriesSight sight = { 0 };

  if (page == NULL)
    return FALSE;
  for (guint i = 0; i < page->len; i++)
    {
      const GramTradeNotificationRecord *record = page->pdata[i];
      GramTradeRow *row;

      if (!_gram_queries_sees (self, person, record->account_id, &sight, error))
        return FALSE;
      if (!sight.sees)
        continue;
      row = _gram_trade_row_new (self, gram_trade_notification_record_copy (record), person, error);
      if (row == NULL)
        return FALSE;
      g_ptr_array_add (rows, row);
    }
  return TRUE;
}

GPtrArray *
gram_registry_trade_rows (GramRegistry *self,
                          GramActor *actor,
                          const gint64 *ids,
                          guint n_ids,
                          GramRefusal **refusal,
                          GError **error)
{
  return _gram_queries_rows (self, actor, ids, n_ids, add_rows, (GDestroyNotify)gram_trade_row_free,
                             refusal, error);
}

/* How many of others wait for an account; that of an account that the asker does not see is 0. */
static gboolean
count_naming (GramRegistry *self,
              GramActor *actor,
              const GramTradeQuery *query,
              gint64 *naming,
              GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRefusal) no = NULL;
  g_autoptr (GPtrArray) records = NULL;

  *naming = 0;
  if (query == NULL || query->account_id == 0)
    return TRUE;
  if (!_gram_query_view (self, actor, query->account_id, NULL, &account, &no, error))
    return no != NULL;
  records = gram_trade_notification_table_naming (self->store, query->year, account->number,
                                                  account->id, GRAM_TRADE_WAITING, error);
  if (records == NULL)
    return FALSE;
  *naming = records->len;
  return TRUE;
}

GramOutcome
gram_registry_trade_counts (GramRegistry *self,
                            GramActor *actor,
                            const GramTradeQuery *query,
                            GramTradeCounts *counts,
                            gint64 *naming,
                            GramRefusal **refusal,
                            GError **error)
{
  GramOutcome outcome = _gram_queries_counts (self, actor, &list, query, counts, refusal, error);

  if (outcome == GRAM_OUTCOME_DONE && naming != NULL
      && !count_naming (self, actor, query, naming, error))
    return GRAM_OUTCOME_FAILED;
  return outcome;
}
