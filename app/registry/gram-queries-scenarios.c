/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-queries-scenarios.h"

#include "gram-queries-people-private.h"
#include "gram-scenarios.h"

#include "gram-scenario-table.h"

/* Reckons a content by the facts of now. */
static GramScenarioResult *
compute (GramRegistry *self,
         const GramAccountRecord *account,
         int year,
         GVariant *content,
         GramRefusal **refusal,
         GError **error)
{
  g_auto (GramSettlement) standing = { 0 };
  GramScenario scenario;

  if (!gram_settlement_init (&standing, self, account, year, refusal, error)
      || !gram_scenario_read (content, &scenario, refusal))
    return NULL;
  return gram_scenarios_compute (&standing, &scenario, refusal, error);
}

GramScenarioResult *
gram_registry_compute_scenario (GramRegistry *self,
                                GramActor *actor,
                                gint64 account_id,
                                int year,
                                GVariant *content,
                                GramRefusal **refusal,
                                GError **error)
{
  g_autoptr (GVariant) sunk = NULL;
  g_autoptr (GramAccountRecord) account = NULL;
  GramScenarioResult *result = NULL;

  g_return_val_if_fail (self != NULL && actor != NULL, NULL);
  g_return_val_if_fail (content != NULL, NULL);

  sunk = g_variant_ref_sink (content);
  if (!gram_store_begin_read (self->store, error))
    return NULL;
  if (_gram_query_view (self, actor, account_id, NULL, &account, refusal, error))
    result = compute (self, account, year, sunk, refusal, error);
  gram_store_end_read (self->store);
  return result;
}

void
gram_scenario_row_free (GramScenarioRow *self)
{
  if (self == NULL)
    return;
  g_free (self->title);
  g_clear_pointer (&self->content, g_variant_unref);
  g_free (self->saved_by);
  g_clear_pointer (&self->result, gram_scenario_result_free);
  g_free (self->problem);
  g_free (self);
}

/* A scenario whose content does not fit the rules of now is shown with what is wrong about it. */
static GramScenarioRow *
read_row (GramRegistry *self,
          const GramAccountRecord *account,
          const GramScenarioRecord *record,
          GError **error)
{
  g_autoptr (GramScenarioRow) row = g_new0 (GramScenarioRow, 1);
  g_autoptr (GramRefusal) refusal = NULL;

  row->id = record->id;
  row->year = record->year;
  row->title = g_strdup (record->title);
  row->saved_by = g_strdup (record->person);
  row->saved_at = record->saved_at;
  row->version = record->version;
  if (!gram_scenarios_parse (record->content, &row->content, error))
    return NULL;
  row->result = compute (self, account, record->year, row->content, &refusal, error);
  if (row->result == NULL && refusal == NULL)
    return NULL;
  if (refusal != NULL)
    row->problem = g_strdup (refusal->message);
  return g_steal_pointer (&row);
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
      = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_scenario_row_free);
  g_autoptr (GramAccountRecord) account = NULL;
  g_autoptr (GPtrArray) records = NULL;

  if (!_gram_query_view (self, actor, account_id, NULL, &account, refusal, error))
    return NULL;
  records = gram_scenario_table_list (self->store, year, account_id, error);
  for (guint i = 0; records != NULL && i < records->len; i++)
    {
      GramScenarioRow *row = read_row (self, account, records->pdata[i], error);

      if (row == NULL)
        return NULL;
      g_ptr_array_add (rows, row);
    }
  return records != NULL ? g_steal_pointer (&rows) : NULL;
}

GPtrArray *
gram_registry_scenarios (GramRegistry *self,
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
