/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-account-private.h"

#include <glib/gi18n-lib.h>

static char *
where_account (gint64 id)
{
  return g_strdup_printf ("account %" G_GINT64_FORMAT, id);
}

static char *
where_row (gint64 id)
{
  return g_strdup_printf ("account_history %" G_GINT64_FORMAT, id);
}

/* Compares the account with what its history says last of each field. */
static gboolean
check_account (GramVerifier *self, gint64 account_id, GHashTable *values, GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;

  if (g_hash_table_size (values) == 0)
    return TRUE;
  if (!gram_account_table_get (self->store, account_id, &account, error))
    return FALSE;
  for (gsize i = 0; account != NULL && i < _gram_account_shape.n_fields; i++)
    {
      const GramField *field = &_gram_account_shape.fields[i];
      g_autofree char *text = NULL;
      const char *last;

      if (field->history == NULL)
        continue;
      text = _gram_field_text (field, account);
      last = g_hash_table_lookup (values, field->history);
      if (last != NULL && !g_str_equal (last, text))
        {
          _gram_verifier_find (self, where_account (account_id),
                               _ ("The account is not as its history says."));
          break;
        }
    }
  g_hash_table_remove_all (values);
  return TRUE;
}

/* Each change goes on from the value that the change before it made. */
static void
check_change (GramVerifier *self, GramStatement *row, GHashTable *values)
{
  const char *field = gram_statement_text (row, 2);
  const char *old_value = gram_statement_text (row, 3);
  const char *known = g_hash_table_lookup (values, field);

  if (known != NULL && g_strcmp0 (known, old_value) != 0)
    _gram_verifier_find (self, where_row (gram_statement_int64 (row, 0)),
                         _ ("The change does not go on from the one before."));
  g_hash_table_insert (values, g_strdup (field), gram_statement_dup_text (row, 4));
}

gboolean
_gram_verify_history (GramVerifier *self, GError **error)
{
  g_autoptr (GHashTable) values = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, g_free);
  g_autoptr (GramStatement) statement = NULL;
  gint64 account_id = 0;
  GramStep step;

  statement = gram_statement_prepare (
      self->store,
      "SELECT id, account_id, field, old_value, new_value FROM account_history ORDER BY account_id, id",
      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      if (gram_statement_int64 (statement, 1) != account_id
          && !check_account (self, account_id, values, error))
        return FALSE;
      account_id = gram_statement_int64 (statement, 1);
      check_change (self, statement, values);
    }
  return step == GRAM_STEP_DONE && check_account (self, account_id, values, error);
}
