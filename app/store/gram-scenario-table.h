/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramScenarioRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account
 * @year: scheme year
 * @title: title
 * @content: content: JSON
 * @saved_by: who saved it last
 * @saved_at: UTC microseconds
 * @active: it is shown; %FALSE: removed
 * @version: 1, one more with each change
 * @person: (nullable): name of who saved it; read, not written
 *
 * A way out of a shortfall that a holder keeps to compare. Strings are owned by the record; %NULL reads as empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  int year;
  char *title;
  char *content;
  gint64 saved_by;
  gint64 saved_at;
  gboolean active;
  int version;
  char *person;
} GramScenarioRecord;

/**
 * gram_scenario_record_new:
 *
 * Makes an empty record: active.
 *
 * Returns: (transfer full): the record; free with gram_scenario_record_free()
 */
GramScenarioRecord *gram_scenario_record_new (void);

/**
 * gram_scenario_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramScenarioRecord *gram_scenario_record_copy (const GramScenarioRecord *self);

/**
 * gram_scenario_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_scenario_record_free (GramScenarioRecord *self);

/**
 * gram_scenario_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id is set
 * @error: return location
 *
 * Inserts a scenario.
 *
 * Returns: %FALSE on error
 */
gboolean gram_scenario_table_insert (GramUnit *unit, GramScenarioRecord *record, GError **error);

/**
 * gram_scenario_table_update:
 * @unit: a unit of work
 * @before: the record as it was read
 * @after: the record as it shall be, same id
 * @error: return location
 *
 * Writes what can change and raises the version. It has moved on since @before was read: %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_scenario_table_update (GramUnit *unit,
                                     const GramScenarioRecord *before,
                                     const GramScenarioRecord *after,
                                     GError **error);

/**
 * gram_scenario_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the scenario, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_scenario_table_get (GramStore *store, gint64 id, GramScenarioRecord **record, GError **error);

/**
 * gram_scenario_table_list:
 * @store: a store
 * @year: scheme year, 0 all
 * @account_id: an account
 * @error: return location
 *
 * Scenarios of an account that are shown, the oldest first.
 *
 * Returns: (transfer full) (element-type GramScenarioRecord) (nullable): the rows
 */
GPtrArray *
gram_scenario_table_list (GramStore *store, gint64 year, gint64 account_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramScenarioRecord, gram_scenario_record_free)

G_END_DECLS
