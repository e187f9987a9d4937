/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-verify-private.h"

#include "gram-account-private.h"

#include <glib/gi18n-lib.h>
#include <inttypes.h>

static char *
where_account (gint64 id)
{
  return g_strdup_printf ("account %" G_GINT64_FORMAT, id);
}

void
_gram_verifier_go_on (GramVerifier *self, const char *table, GramStatement *row, GHashTable *values)
{
  const char *field = gram_statement_text (row, 2);
  const char *old_value = gram_statement_text (row, 3);
  const char *known = g_hash_table_lookup (values, field);

  if (known != NULL && g_strcmp0 (known, old_value) != 0)
    _gram_verifier_find (self,
                         g_strdup_printf ("%s %" PRId64, table, gram_statement_int64 (row, 0)),
                         _ ("The change does not go on from the one before."));
  g_hash_table_insert (values, g_strdup (field), gram_statement_dup_text (row, 4));
}

gboolean
_gram_verifier_matches (const GramShape *shape, gconstpointer record, GHashTable *values)
{
  for (gsize i = 0; i < shape->n_fields; i++)
    {
      const GramField *field = &shape->fields[i];
      const char *last
          = field->history != NULL ? g_hash_table_lookup (values, field->history) : NULL;
      g_autofree char *text = last != NULL ? _gram_field_text (field, record) : NULL;

      if (last != NULL && !g_str_equal (last, text))
        return FALSE;
    }
  return TRUE;
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
  if (account != NULL && !_gram_verifier_matches (&_gram_account_shape, account, values))
    _gram_verifier_find (self, where_account (account_id),
                         _ ("The account is not as its history says."));
  g_hash_table_remove_all (values);
  return TRUE;
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
      _gram_verifier_go_on (self, "account_history", statement, values);
    }
  return step == GRAM_STEP_DONE && check_account (self, account_id, values, error);
}
