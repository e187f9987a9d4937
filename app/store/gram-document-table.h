/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramDocumentRecord:
 * @id: row, 0 before it is stored
 * @account_id: the account that it is about, 0 none
 * @kind: kind
 * @name: name of the file
 * @media_type: media type
 * @size: bytes
 * @sha256: SHA-256 of the content, hexadecimal
 * @journal_id: the journal entry that caused it
 * @made_at: UTC microseconds
 * @number: (nullable): number of the account; read, not written, as are all below
 * @holder: (nullable): its holder
 * @person: (nullable): who, %NULL the program
 *
 * A document that the registry made and keeps, without its content. Strings are owned by the record; %NULL reads as
 * empty.
 */
typedef struct
{
  gint64 id;
  gint64 account_id;
  GramDocumentKind kind;
  char *name;
  char *media_type;
  gint64 size;
  char *sha256;
  gint64 journal_id;
  gint64 made_at;
  char *number;
  char *holder;
  char *person;
} GramDocumentRecord;

/**
 * gram_document_record_new:
 *
 * Makes an empty record: a payment notice.
 *
 * Returns: (transfer full): the record; free with gram_document_record_free()
 */
GramDocumentRecord *gram_document_record_new (void);

/**
 * gram_document_record_copy:
 * @self: a record
 *
 * Returns: (transfer full): a copy
 */
GramDocumentRecord *gram_document_record_copy (const GramDocumentRecord *self);

/**
 * gram_document_record_free:
 * @self: (nullable): a record
 *
 * Frees a record.
 */
void gram_document_record_free (GramDocumentRecord *self);

/**
 * gram_document_table_get:
 * @store: a store
 * @id: id of a row
 * @record: (out) (nullable) (transfer full): the document, or %NULL if there is none
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean
gram_document_table_get (GramStore *store, gint64 id, GramDocumentRecord **record, GError **error);

/**
 * gram_document_table_list:
 * @store: a store
 * @account_id: an account, 0 all
 * @error: return location
 *
 * Documents about an account, the newest first; with 0 of the whole registry.
 *
 * Returns: (transfer full) (element-type GramDocumentRecord) (nullable): the rows
 */
GPtrArray *gram_document_table_list (GramStore *store, gint64 account_id, GError **error);

/**
 * gram_document_table_insert:
 * @unit: a unit of work
 * @record: the record; @record->id, @record->size and @record->sha256 are set from the content
 * @content: the content, not empty
 * @error: return location
 *
 * Keeps a document. It is never changed nor deleted.
 *
 * Returns: %FALSE on error
 */
gboolean gram_document_table_insert (GramUnit *unit,
                                     GramDocumentRecord *record,
                                     GBytes *content,
                                     GError **error);

/**
 * gram_document_table_read:
 * @store: a store
 * @record: a document as it was read
 * @error: return location
 *
 * Reads the content and checks it: it does not fit size and hash, or is gone: %GRAM_STORE_ERROR_CORRUPT.
 *
 * Returns: (transfer full) (nullable): the content
 */
GBytes *
gram_document_table_read (GramStore *store, const GramDocumentRecord *record, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDocumentRecord, gram_document_record_free)

G_END_DECLS
