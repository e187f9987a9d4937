/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-trades-private.h"

#include "gram-account-life.h"
#include "gram-check.h"
#include "gram-effects-in-force.h"
#include "gram-queries-people-private.h"
#include "gram-queries-private.h"
#include "gram-trade-parties.h"
#include "gram-trade-postings.h"
#include "gram-trades.h"

#include "gram-ccts.h"
#include "gram-scheme-year-table.h"

void
gram_trade_sheet_free (GramTradeSheet *self)
{
  if (self == NULL)
    return;
  gram_trade_record_free (self->trade);
  gram_trade_notification_record_free (self->transferor);
  gram_trade_notification_record_free (self->transferee);
  g_clear_pointer (&self->obstacles, g_ptr_array_unref);
  g_free (self);
}

/* One notification of the trade, if it is for the asker. */
static gboolean
add_notification (GramTradeSheet *sheet,
                  GramRegistry *self,
                  const GramTradeNotificationRecord *record,
                  const GramPersonRecord *person,
                  GError **error)
{
  g_autoptr (GramTradeNotificationRecord) copy = gram_trade_notification_record_copy (record);
  gboolean is_party;

  if (!_gram_trade_hide (self, copy, person, &is_party, error))
    return FALSE;
  if (!is_party && !_gram_check_administrators_side (person))
    return TRUE;
  if (copy->side == GRAM_TRADE_TRANSFEROR)
    sheet->transferor = g_steal_pointer (&copy);
  else
    sheet->transferee = g_steal_pointer (&copy);
  return TRUE;
}

static GramTradeSheet *
read_sheet (GramRegistry *self,
            GramActor *actor,
            gint64 trade_id,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GramTradeSheet) sheet = g_new0 (GramTradeSheet, 1);
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramTradeRecord) trade = NULL;
  g_autoptr (GPtrArray) notifications = NULL;

  if (_gram_queries_find_person (self, actor, &person, refusal, error) != GRAM_OUTCOME_DONE
      || !gram_trade_table_get (self->store, trade_id, &trade, error))
    return NULL;
  notifications = gram_trade_notification_table_of_trade (self->store, trade_id, error);
  if (notifications == NULL)
    return NULL;
  for (guint i = 0; i < notifications->len; i++)
    if (!add_notification (sheet, self, notifications->pdata[i], person, error))
      return NULL;
  if (trade == NULL || (sheet->transferor == NULL && sheet->transferee == NULL))
    {
      gram_trade_refuse_unknown (trade_id, refusal);
      return NULL;
    }
  sheet->obstacles = _gram_check_administrators_side (person) && trade->state == GRAM_TRADE_MATCHED
                         ? gram_trade_obstacles (self, trade, error)
                         : g_ptr_array_new_with_free_func ((GDestroyNotify)gram_refusal_free);
  sheet->trade = _gram_trade_copy_for (trade, person);
  return sheet->obstacles != NULL ? g_steal_pointer (&sheet) : NULL;
}

GramTradeSheet *
gram_registry_trade_sheet (GramRegistry *self,
                           GramActor *actor,
                           gint64 trade_id,
                           GramRefusal **refusal,
                           GError **error)
{
  GramTradeSheet *sheet;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  sheet = read_sheet (self, actor, trade_id, refusal, error);
  gram_store_end_read (self->store);
  return sheet;
}

void
gram_trade_year_free (GramTradeYear *self)
{
  if (self == NULL)
    return;
  g_free (self->first);
  g_free (self->last);
  gram_refusal_free (self->transferor);
  gram_refusal_free (self->transferee);
  g_free (self);
}

/* Why the account cannot notify on a side, NULL if it can. */
static gboolean
check_side (GramRegistry *self,
            const GramAccountRecord *account,
            const GramPersonRecord *person,
            GramTradeSide side,
            int year,
            GramRefusal **why,
            GError **error)
{
  const GramCommand *command = gram_command_find ("trade.notify");

  return (_gram_check_allowed (self, command, person, account, why, error)
          && gram_trade_parties_check_window (self, year, NULL, why, error)
          && gram_trade_parties_check (self, account, side, year, why, error))
         || *why != NULL;
}

static gboolean
add_year (GramRegistry *self,
          const GramAccountRecord *account,
          const GramPersonRecord *person,
          const GramCctsRules *rules,
          int year,
          GPtrArray *years,
          GError **error)
{
  g_autofree char *today = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  GramDateRange window = gram_ccts_window (rules, year);
  GramTradeYear *row;

  if (!gram_date_is_valid (window.first))
    return TRUE;
  row = g_new0 (GramTradeYear, 1);
  g_ptr_array_add (years, row);
  row->year = year;
  row->first = gram_date_format (window.first);
  row->last = gram_date_format (window.last);
  row->days_left = gram_date_range_contains (window, gram_life_date (today))
                       ? (int)gram_date_days_between (gram_life_date (today), window.last)
                       : -1;
  return gram_trade_balances (self->store, account->id, year, &row->available, &row->reserved,
                              error)
         && check_side (self, account, person, GRAM_TRADE_TRANSFEROR, year, &row->transferor, error)
         && check_side (self, account, person, GRAM_TRADE_TRANSFEREE, year, &row->transferee,
                        error);
}

/* Years of the registry, and the one whose window is open. */
static GArray *
list_years (GramRegistry *self, const GramCctsRules *rules, GError **error)
{
  g_autofree char *text = gram_registry_dup_today (self, GRAM_ACCOUNT_CCTS);
  g_autoptr (GArray) years = g_array_new (FALSE, FALSE, sizeof (int));
  g_autoptr (GPtrArray) records = gram_scheme_year_table_list (self->store, error);
  GramDate today = gram_life_date (text);
  int open = today.year - 1;

  if (records == NULL)
    return NULL;
  if (!gram_date_range_contains (gram_ccts_window (rules, open), today))
    open = 0;
  for (guint i = 0; i < records->len; i++)
    {
      int year = ((const GramSchemeYearRecord *)records->pdata[i])->year;

      if (open > year)
        g_array_append_val (years, open);
      if (open >= year)
        open = 0;
      g_array_append_val (years, year);
    }
  if (open != 0)
    g_array_append_val (years, open);
  return g_steal_pointer (&years);
}

static GPtrArray *
read_years (GramRegistry *self,
            GramActor *actor,
            gint64 account_id,
            GramRefusal **refusal,
            GError **error)
{
  g_autoptr (GPtrArray) rows
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_trade_year_free);
  g_autoptr (GramPersonRecord) person = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GramRulebook) rulebook = NULL;
  g_autoptr (GArray) years = NULL;

  if (!_gram_query_view (self, actor, account_id, &person, &account, refusal, error)
      || gram_account_rules_in_force (self, GRAM_ACCOUNT_CCTS, &rulebook, error) == NULL)
    return NULL;
  if (account->kind != GRAM_ACCOUNT_CCTS || rulebook == NULL)
    return g_steal_pointer (&rows);
  years = list_years (self, rulebook->ccts, error);
  if (years == NULL)
    return NULL;
  for (guint i = 0; i < years->len; i++)
    if (!add_year (self, account, person, rulebook->ccts, g_array_index (years, int, i), rows,
                   error))
      return NULL;
  return g_steal_pointer (&rows);
}

GPtrArray *
gram_registry_trade_years (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           GramRefusal **refusal,
                           GError **error)
{
  GPtrArray *years;

  g_return_val_if_fail (self != NULL, NULL);
  g_return_val_if_fail (actor != NULL, NULL);

  if (!gram_store_begin_read (self->store, error))
    return NULL;
  years = read_years (self, actor, account_id, refusal, error);
  gram_store_end_read (self->store);
  return years;
}
