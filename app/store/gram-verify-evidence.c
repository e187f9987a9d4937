/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
check_attachment (GramVerifier *self, GramStatement *row)
{
  g_autofree char *sha256 = NULL;
  const guint8 *content;
  gsize size = 0;

  content = gram_statement_bytes (row, 3, &size);
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content, size);
  if ((gint64)size != gram_statement_int64 (row, 1)
      || g_strcmp0 (sha256, gram_statement_text (row, 2)) != 0)
    _gram_verifier_find (self,
                         g_strdup_printf ("attachment %" PRId64, gram_statement_int64 (row, 0)),
                         _ ("The content is not what was attached."));
  _gram_verifier_step (self);
}

/* Size and SHA-256 of every file in evidence. */
gboolean
_gram_verify_evidence (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (self->store,
                                      "SELECT a.id, a.size, a.sha256, c.content FROM attachment a"
                                      " LEFT JOIN attachment_content c ON c.attachment_id = a.id"
                                      " ORDER BY a.id",
                                      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_attachment (self, statement);
  return step == GRAM_STEP_DONE;
}
