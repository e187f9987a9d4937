/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-ccts-words.h"

G_BEGIN_DECLS

/* Documents that the registry made and keeps: payment notices, publications. */

/**
 * gram_documents_keep:
 * @call: a call
 * @account_id: account that it is about, 0 the registry
 * @kind: what it is
 * @name: name of the file
 * @media_type: for example `application/pdf`
 * @content: its bytes, not empty
 * @document_id: (out): its row
 * @error: return location
 *
 * Keeps a document with the SHA-256 of its content. The call answers `document` and `sha256`, so the journal knows both.
 *
 * Returns: %FALSE on error
 */
gboolean gram_documents_keep (GramCall *call,
                              gint64 account_id,
                              GramDocumentKind kind,
                              const char *name,
                              const char *media_type,
                              GBytes *content,
                              gint64 *document_id,
                              GError **error);

G_END_DECLS
