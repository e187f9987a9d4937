/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramRulebookRecord:
 * @id: row of the rulebook, 0 before it is stored
 * @scheme: `ccs` or `ccts`
 * @version: version name, unique in its scheme
 * @valid_from: first day that it is in force, ISO, in the scheme's own zone
 * @content: the rulebook as JSON text; empty in gram_rulebook_table_list()
 * @published_at: UTC microseconds
 *
 * A published rulebook. It is superseded, never edited. Strings are owned by the record.
 */
typedef struct
{
  gint64 id;
  char *scheme;
  char *version;
  char *valid_from;
  char *content;
  gint64 published_at;
} GramRulebookRecord;

/**
 * gram_rulebook_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_rulebook_record_free()
 */
GramRulebookRecord *gram_rulebook_record_new (void);

/**
 * gram_rulebook_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_rulebook_record_free (GramRulebookRecord *self);

/**
 * gram_rulebook_table_insert:
 * @unit: a unit of work
 * @record: the rulebook; @record->id is set
 * @error: return location
 *
 * Publishes a rulebook. A version that its scheme has already is %GRAM_STORE_ERROR_CONSTRAINT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_rulebook_table_insert (GramUnit *unit, GramRulebookRecord *record, GError **error);

/**
 * gram_rulebook_table_get:
 * @store: a store
 * @id: id of a rulebook
 * @record: (out) (nullable) (transfer full): the rulebook, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_rulebook_table_get (GramStore *store, gint64 id, GramRulebookRecord **record, GError **error);

/**
 * gram_rulebook_table_newest:
 * @store: a store
 * @scheme: `ccs` or `ccts`
 * @day: a day, ISO, in the scheme's own zone
 * @record: (out) (nullable) (transfer full): the rulebook, or %NULL if none is in force on @day
 * @error: return location
 *
 * The rulebook in force on @day: of those whose first day is not after it, the one with the latest first day; of two
 * with the same first day, the one published last.
 *
 * Returns: %FALSE on error
 */
gboolean gram_rulebook_table_newest (GramStore *store,
                                     const char *scheme,
                                     const char *day,
                                     GramRulebookRecord **record,
                                     GError **error);

/**
 * gram_rulebook_table_list:
 * @store: a store
 * @error: return location
 *
 * All rulebooks without their content: by scheme, then the latest first day first.
 *
 * Returns: (transfer full) (element-type GramRulebookRecord) (nullable): the rulebooks
 */
GPtrArray *gram_rulebook_table_list (GramStore *store, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRulebookRecord, gram_rulebook_record_free)

G_END_DECLS
