/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static void
check_content (GramVerifier *self, const char *table, const char *message, GramStatement *row)
{
  g_autofree char *sha256 = NULL;
  const guint8 *content;
  gsize size = 0;

  content = gram_statement_bytes (row, 3, &size);
  sha256 = g_compute_checksum_for_data (G_CHECKSUM_SHA256, content, size);
  if ((gint64)size != gram_statement_int64 (row, 1)
      || g_strcmp0 (sha256, gram_statement_text (row, 2)) != 0)
    _gram_verifier_find (self,
                         g_strdup_printf ("%s %" PRId64, table, gram_statement_int64 (row, 0)),
                         message);
  _gram_verifier_step (self);
}

/* Size and SHA-256 of every file in evidence, and of every document that the registry made. */
static const struct
{
  const char *table;
  const char *sql;
  /* N_() */
  const char *message;
} files[] = {
  { "attachment",
    "SELECT a.id, a.size, a.sha256, c.content FROM attachment a"
    " LEFT JOIN attachment_content c ON c.attachment_id = a.id ORDER BY a.id",
    N_ ("The content is not what was attached.") },
  { "document",
    "SELECT d.id, d.size, d.sha256, c.content FROM document d"
    " LEFT JOIN document_content c ON c.document_id = d.id ORDER BY d.id",
    N_ ("The content is not what was made.") },
};

gboolean
_gram_verify_evidence (GramVerifier *self, GError **error)
{
  for (gsize i = 0; i < G_N_ELEMENTS (files); i++)
    {
      g_autoptr (GramStatement) statement
          = gram_statement_prepare (self->store, files[i].sql, error);
      GramStep step;

      if (statement == NULL)
        return FALSE;
      while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
        check_content (self, files[i].table, _ (files[i].message), statement);
      if (step != GRAM_STEP_DONE)
        return FALSE;
    }
  return TRUE;
}
