/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-account-query-private.h"

#include "gram-account-private.h"
#include "gram-id-list.h"
#include "gram-roster.h"

#include <string.h>

/* Rows that are asked for at once. */
#define PAGE 1000

static gpointer
read_row (GramStatement *statement, GError **error)
{
  GramAccountRecord *record = _gram_shape_read (&_gram_account_shape, statement, error);
  guint next = _gram_shape_next_column (&_gram_account_shape);

  if (record == NULL)
    return NULL;
  record->waiting = gram_statement_int64 (statement, next);
  record->fleet_average_from = gram_statement_dup_text (statement, next + 1);
  return record;
}

GPtrArray *
gram_account_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (n_ids <= PAGE, NULL);

  statement = _gram_shape_prepare (&_gram_account_shape, store, GRAM_ACCOUNT_PAGE_MORE,
                                   GRAM_ACCOUNT_PAGE_REST, error);
  if (statement == NULL)
    return NULL;
  _gram_id_list_bind (statement, 1, ids, n_ids);
  return _gram_table_all (statement, read_row, (GDestroyNotify)gram_account_record_free, error);
}

/* A name as it is compared: without case, accents and blanks around it or doubled. */
static char *
comparable (const char *name)
{
  g_autofree char *folded = _gram_roster_fold (name);
  g_auto (GStrv) words = g_strsplit_set (folded, " \t\r\n", -1);
  GString *text = g_string_new (NULL);

  for (gsize i = 0; words[i] != NULL; i++)
    if (words[i][0] != '\0')
      g_string_append_printf (text, "%s%s", text->len > 0 ? " " : "", words[i]);
  return g_string_free_and_steal (text);
}

gboolean
gram_account_table_confirm_holder (GramStore *store,
                                   const char *number,
                                   const char *holder,
                                   gboolean *confirmed,
                                   GError **error)
{
  g_autoptr (GramAccountRecord) account = NULL;
  g_autofree char *asked = NULL;
  g_autofree char *held = NULL;

  g_return_val_if_fail (number != NULL && holder != NULL && confirmed != NULL, FALSE);

  *confirmed = FALSE;
  if (!gram_account_table_get_by_number (store, number, &account, error))
    return FALSE;
  asked = comparable (holder);
  held = comparable (account != NULL ? account->holder : "");
  *confirmed = account != NULL && g_str_equal (asked, held);
  return TRUE;
}

GramSql *
_gram_account_query_due (gint64 now, const char *today_ccs, const char *today_ccts)
{
  const char *latest = strcmp (today_ccs, today_ccts) > 0 ? today_ccs : today_ccts;
  GramSql *sql = _gram_sql_new (
      "SELECT DISTINCT account_id FROM (SELECT m.account_id FROM measure m JOIN account a ON a.id = m.account_id"
      " WHERE m.state = 'in-force' AND m.until <> ''");

  _gram_sql_add_text (sql, " AND m.until < ", latest, "");
  _gram_sql_add_text (sql, " AND m.until < CASE WHEN a.kind = 'ccts' THEN ", today_ccts, "");
  _gram_sql_add_text (sql, " ELSE ", today_ccs, " END");
  _gram_sql_add (
      sql, " UNION ALL SELECT a.id FROM account a WHERE a.aml = 'verified' AND a.aml_until <> ''");
  _gram_sql_add_text (sql, " AND a.aml_until < ", latest, "");
  _gram_sql_add_text (sql, " AND a.aml_until < CASE WHEN a.kind = 'ccts' THEN ", today_ccts, "");
  _gram_sql_add_text (sql, " ELSE ", today_ccs, " END");
  _gram_sql_add_int64 (
      sql,
      " UNION ALL SELECT account_id FROM invitation WHERE state = 'pending' AND lapses_at <= ", now,
      "");
  _gram_sql_add_int64 (
      sql,
      " UNION ALL SELECT account_id FROM handover WHERE state = 'pending' AND lapses_at <= ", now,
      "");
  _gram_sql_add_int64 (
      sql,
      " UNION ALL SELECT account_id FROM request WHERE state = 'pending' AND lapses_at <= ", now,
      "");
  _gram_sql_add (sql, ") due ORDER BY account_id");
  return sql;
}

GArray *
gram_account_table_due (GramStore *store,
                        gint64 now,
                        const char *today_ccs,
                        const char *today_ccts,
                        GError **error)
{
  g_autoptr (GramSql) sql = NULL;
  g_autoptr (GramStatement) statement = NULL;
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  g_return_val_if_fail (today_ccs != NULL && today_ccts != NULL, NULL);

  sql = _gram_account_query_due (now, today_ccs, today_ccts);
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL || !_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}
