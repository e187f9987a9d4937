/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramImportRecord:
 * @id: row of the import, from gram_import_table_next_id()
 * @account_id: the account
 * @journal_id: the journal entry of the command
 * @at: UTC microseconds of that entry; read, not written
 * @person: (nullable): name of the person; read, not written
 * @file_name: base name of the file, never its path
 * @sha256: of the file's bytes, hexadecimal
 * @format: name of the preset or mapping
 * @rows_read: rows of data in the file
 * @rows_new: rows that made a vehicle
 * @rows_changed: rows that changed a vehicle
 * @rows_unchanged: rows that say what the registry has already
 * @rows_differing: rows that differ from an accepted vehicle
 * @rows_rejected: rows that were refused
 *
 * A file that was brought in. Strings are owned by the record.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  gint64 journal_id;
  gint64 at;
  char *person;
  char *file_name;
  char *sha256;
  char *format;
  gint64 rows_read;
  gint64 rows_new;
  gint64 rows_changed;
  gint64 rows_unchanged;
  gint64 rows_differing;
  gint64 rows_rejected;
} GramImportRecord;

/**
 * gram_import_record_new:
 *
 * Makes an empty record.
 *
 * Returns: (transfer full): the record; free with gram_import_record_free()
 */
GramImportRecord *gram_import_record_new (void);

/**
 * gram_import_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_import_record_free (GramImportRecord *self);

/**
 * gram_import_table_next_id:
 * @unit: a unit of work
 * @id: (out): id that the import of this unit will get
 * @error: return location
 *
 * The id for the vehicles of a file.
 *
 * Returns: %FALSE on error
 */
gboolean gram_import_table_next_id (GramUnit *unit, gint64 *id, GError **error);

/**
 * gram_import_table_insert:
 * @unit: a unit of work
 * @record: the import with its reserved id; the counts may still be 0
 * @error: return location
 *
 * Inserts the import. It has to stand before the first gram_vehicle_table_update() and
 * gram_difference_table_insert() that name it; vehicles may name it before.
 *
 * Returns: %FALSE on error
 */
gboolean gram_import_table_insert (GramUnit *unit, const GramImportRecord *record, GError **error);

/**
 * gram_import_table_finish:
 * @unit: a unit of work, the one that inserted it
 * @record: the import with its counts
 * @error: return location
 *
 * Writes the counts (and the SHA-256, known once the file has been read) of the import.
 *
 * Returns: %FALSE on error
 */
gboolean gram_import_table_finish (GramUnit *unit, const GramImportRecord *record, GError **error);

/**
 * gram_import_table_get:
 * @store: a store
 * @id: an import
 * @record: (out) (nullable) (transfer full): the import, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_import_table_get (GramStore *store, gint64 id, GramImportRecord **record, GError **error);

/**
 * gram_import_table_list:
 * @store: a store
 * @account_id: an account
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Imports of an account, the newest first.
 *
 * Returns: (transfer full) (element-type GramImportRecord) (nullable): the imports
 */
GPtrArray *
gram_import_table_list (GramStore *store, gint64 account_id, guint limit, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramImportRecord, gram_import_record_free)

G_END_DECLS
