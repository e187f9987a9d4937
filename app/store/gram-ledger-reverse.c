/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-ledger-private.h"

#include <glib/gi18n-lib.h>

static void
line_clear (gpointer data)
{
  GramLedgerLine *line = data;

  g_free ((char *)line->role);
  g_free ((char *)line->unit);
}

/* The lines of a posting, turned round. */
static GArray *
read_opposite (GramStore *store, gint64 posting_id, GError **error)
{
  g_autoptr (GArray) lines = g_array_new (FALSE, TRUE, sizeof (GramLedgerLine));
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_array_set_clear_func (lines, line_clear);
  statement = gram_statement_prepare (
      store,
      "SELECT account.account_id, account.role, account.unit, entry.amount"
      " FROM ledger_entry AS entry JOIN ledger_account AS account ON account.id = entry.ledger_account_id"
      " WHERE entry.posting_id = $1 ORDER BY entry.id",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, posting_id);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    {
      GramLedgerLine line = { .account_id = gram_statement_int64 (statement, 0) };

      if (__builtin_sub_overflow (G_GINT64_CONSTANT (0), gram_statement_int64 (statement, 3),
                                  &line.amount))
        {
          _gram_ledger_refuse (store, _ ("an amount is too large"), error);
          return NULL;
        }
      line.role = gram_statement_dup_text (statement, 1);
      line.unit = gram_statement_dup_text (statement, 2);
      g_array_append_val (lines, line);
    }
  return step == GRAM_STEP_DONE ? g_steal_pointer (&lines) : NULL;
}

static gboolean
check_reversible (GramStore *store, gint64 posting_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  statement = gram_statement_prepare (
      store,
      "SELECT posting.reverses IS NOT NULL,"
      " EXISTS (SELECT 1 FROM ledger_posting AS later WHERE later.reverses = posting.id)"
      " FROM ledger_posting AS posting WHERE posting.id = $1",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, posting_id);
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  if (step == GRAM_STEP_DONE)
    return _gram_ledger_refuse (store, _ ("there is no posting to reverse"), error);
  if (gram_statement_int64 (statement, 0) != 0)
    return _gram_ledger_refuse (store, _ ("a reversal is not reversed; post again"), error);
  if (gram_statement_int64 (statement, 1) != 0)
    return _gram_ledger_refuse (store, _ ("it is reversed already"), error);
  return TRUE;
}

gboolean
gram_ledger_reverse (GramUnit *unit,
                     gint64 journal_id,
                     gint64 posting_id,
                     gint64 *reversal_id,
                     GError **error)
{
  g_autoptr (GArray) lines = NULL;
  GramStore *store;

  g_return_val_if_fail (unit != NULL, FALSE);

  store = gram_unit_get_store (unit);
  if (!check_reversible (store, posting_id, error))
    return FALSE;
  lines = read_opposite (store, posting_id, error);
  return lines != NULL
         && _gram_ledger_post (unit, journal_id, "reversal", posting_id,
                               (GramLedgerLine *)(gpointer)lines->data, lines->len, reversal_id,
                               error);
}
