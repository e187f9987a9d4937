/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-subject-table.h"

#include "gram-statement.h"

gboolean
gram_subject_table_add (GramUnit *unit,
                        const char *subject,
                        gint64 subject_id,
                        gint64 journal_id,
                        GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (subject != NULL && subject_id > 0, FALSE);

  statement = gram_statement_prepare (
      gram_unit_get_store (unit),
      "INSERT INTO journal_subject (subject, subject_id, journal_id) VALUES ($1, $2, $3)"
      " ON CONFLICT (subject, subject_id, journal_id) DO NOTHING",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, subject);
  gram_statement_bind_int64 (statement, 2, subject_id);
  gram_statement_bind_int64 (statement, 3, journal_id);
  return gram_statement_run (statement, error);
}
