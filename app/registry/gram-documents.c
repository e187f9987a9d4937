/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-documents.h"

#include "gram-document-table.h"

gboolean
gram_documents_keep (GramCall *call,
                     gint64 account_id,
                     GramDocumentKind kind,
                     const char *name,
                     const char *media_type,
                     GBytes *content,
                     gint64 *document_id,
                     GError **error)
{
  g_autoptr (GramDocumentRecord) record = gram_document_record_new ();

  g_return_val_if_fail (content != NULL && g_bytes_get_size (content) > 0, FALSE);

  record->account_id = account_id;
  record->kind = kind;
  g_set_str (&record->name, name);
  g_set_str (&record->media_type, media_type);
  record->journal_id = call->journal_id;
  record->made_at = call->now;
  if (!gram_document_table_insert (call->unit, record, content, error))
    return FALSE;
  gram_call_answer_int64 (call, "document", record->id);
  gram_call_answer_string (call, "sha256", record->sha256);
  *document_id = record->id;
  return TRUE;
}
