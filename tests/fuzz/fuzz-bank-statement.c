/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-bank-statement.h"
#include "gram-fuzz.h"

#include <string.h>

/* Any bytes are a statement or an error; a line has a day, an amount and a key of its own, a problem says what to do. */
int
LLVMFuzzerTestOneInput (const guint8 *data, gsize size)
{
  g_autoptr (GBytes) bytes = g_bytes_new (data, size);
  g_autoptr (GError) error = NULL;
  g_autoptr (GramBankStatement) statement = gram_bank_statement_read_bytes (bytes, &error);
  g_autoptr (GHashTable) keys = g_hash_table_new (g_str_hash, g_str_equal);

  g_assert_true ((statement == NULL) == (error != NULL));
  if (statement == NULL)
    {
      g_assert_true (error->domain == GRAM_EXCHANGE_ERROR);
      g_assert_true (g_utf8_validate (error->message, -1, NULL));
      return 0;
    }

  for (guint i = 0; i < statement->lines->len; i++)
    {
      const GramBankStatementLine *line = statement->lines->pdata[i];

      g_assert_true (gram_date_is_valid (line->date));
      g_assert_cmpint (line->amount, >, 0);
      g_assert_cmpuint (strlen (line->key), ==, GRAM_BANK_KEY_LENGTH);
      g_assert_true (g_hash_table_add (keys, line->key));
      g_assert_true (g_utf8_validate (line->payer, -1, NULL));
      g_assert_true (g_utf8_validate (line->text, -1, NULL));
    }
  for (guint i = 0; i < statement->problems->len; i++)
    {
      const GramBankStatementProblem *problem = statement->problems->pdata[i];

      g_assert_cmpint (problem->row, >, 0);
      g_assert_cmpstr (problem->message, !=, "");
      g_assert_true (g_utf8_validate (problem->value, -1, NULL));
    }
  return 0;
}
