/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-document-table.h"

#include "gram-shape-private.h"

#define AT(member) G_STRUCT_OFFSET (GramDocumentRecord, member)

static const GramField fields[] = {
  { "account_id", GRAM_FIELD_REFERENCE, AT (account_id), FALSE, NULL, NULL },
  { "kind", GRAM_FIELD_WORD, AT (kind), FALSE, "document-kind", NULL },
  { "name", GRAM_FIELD_TEXT, AT (name), FALSE, NULL, NULL },
  { "media_type", GRAM_FIELD_TEXT, AT (media_type), FALSE, NULL, NULL },
  { "size", GRAM_FIELD_INT64, AT (size), FALSE, NULL, NULL },
  { "sha256", GRAM_FIELD_TEXT, AT (sha256), FALSE, NULL, NULL },
  { "journal_id", GRAM_FIELD_INT64, AT (journal_id), FALSE, NULL, NULL },
  { "made_at", GRAM_FIELD_INT64, AT (made_at), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
  { "w.name", GRAM_FIELD_JOINED, AT (person), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "document",
  .from
  = "document t LEFT JOIN account a ON a.id = t.account_id JOIN journal j ON j.id = t.journal_id LEFT JOIN person w ON w.id = j.person_id",
  .size = sizeof (GramDocumentRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_document_record_free,
};

GramDocumentRecord *
gram_document_record_new (void)
{
  GramDocumentRecord *self = _gram_shape_new (&shape);

  self->kind = GRAM_DOCUMENT_PAYMENT_NOTICE;
  return self;
}

GramDocumentRecord *
gram_document_record_copy (const GramDocumentRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_document_record_free (GramDocumentRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_document_table_get (GramStore *store, gint64 id, GramDocumentRecord **record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_get (&shape, store, id, (gpointer *)record, error);
}

GPtrArray *
gram_document_table_list (GramStore *store, gint64 account_id, GError **error)
{
  return _gram_shape_list_of (&shape, store, "WHERE $1 = 0 OR t.account_id = $1 ORDER BY t.id DESC",
                              account_id, error);
}

gboolean
gram_document_table_insert (GramUnit *unit,
                            GramDocumentRecord *record,
                            GBytes *content,
                            GError **error)
{
  g_return_val_if_fail (record != NULL && content != NULL, FALSE);

  record->size = (gint64)g_bytes_get_size (content);
  g_free (record->sha256);
  record->sha256 = g_compute_checksum_for_bytes (G_CHECKSUM_SHA256, content);
  return _gram_shape_insert (&shape, unit, record, error)
         && _gram_table_keep_content (
             unit, "INSERT INTO document_content (document_id, content) VALUES ($1, $2)",
             record->id, content, error);
}

GBytes *
gram_document_table_read (GramStore *store, const GramDocumentRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, NULL);

  return _gram_table_read_content (store,
                                   "SELECT content FROM document_content WHERE document_id = $1",
                                   record->id, record->size, record->sha256, record->name, error);
}
