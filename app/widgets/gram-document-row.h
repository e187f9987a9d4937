/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_document_row_new:
 * @session: the session
 * @document_id: a document that the registry made and keeps
 * @name: name of its file
 * @sha256: (nullable): its hash, hexadecimal, to be shown below its name
 * @made_at: when it was made, UTC microseconds; it stands beside the hash
 *
 * A row that opens the document in another program, with a button that saves it.
 *
 * Returns: (transfer floating): a row for an #AdwPreferencesGroup
 */
GtkWidget *gram_document_row_new (GramSession *session,
                                  gint64 document_id,
                                  const char *name,
                                  const char *sha256,
                                  gint64 made_at);

G_END_DECLS
