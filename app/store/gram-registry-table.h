/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramRegistryRecord:
 * @kind: what the registry is for; never changes
 * @title: title that the window shows
 * @created_at: UTC microseconds
 * @practice_today: (nullable): date that a practice registry takes for today, ISO
 *
 * The registry about itself. Strings are owned by the record.
 */
typedef struct
{
  GramRegistryKind kind;
  char *title;
  gint64 created_at;
  char *practice_today;
} GramRegistryRecord;

/**
 * gram_registry_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_registry_record_free (GramRegistryRecord *self);

/**
 * gram_registry_table_insert:
 * @unit: a unit of work
 * @record: kind, title, creation, date of practice
 * @error: return location
 *
 * Writes the one row, at set-up. A second one is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_registry_table_insert (GramUnit *unit, const GramRegistryRecord *record, GError **error);

/**
 * gram_registry_table_get:
 * @store: a store
 * @record: (out) (nullable) (transfer full): the registry, or %NULL before its set-up
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_registry_table_get (GramStore *store, GramRegistryRecord **record, GError **error);

/**
 * gram_registry_table_set_title:
 * @unit: a unit of work
 * @title: title, not empty
 * @error: return location
 *
 * Writes another title.
 *
 * Returns: %FALSE on error
 */
gboolean gram_registry_table_set_title (GramUnit *unit, const char *title, GError **error);

/**
 * gram_registry_table_set_practice_today:
 * @unit: a unit of work
 * @today: (nullable): a date, ISO; %NULL is the real date
 * @error: return location
 *
 * Sets the date of a practice registry; in another kind it is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_registry_table_set_practice_today (GramUnit *unit, const char *today, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRegistryRecord, gram_registry_record_free)

G_END_DECLS
