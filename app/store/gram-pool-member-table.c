/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-pool-table.h"

#include "gram-table-private.h"

void
gram_pool_member_free (GramPoolMember *self)
{
  if (self == NULL)
    return;
  g_free (self->number);
  g_free (self->holder);
  g_free (self->agreer);
  g_free (self);
}

static gpointer
read_member (GramStatement *statement, GError **error)
{
  GramPoolMember *member = g_new0 (GramPoolMember, 1);
  int state = 0;

  member->pool_id = gram_statement_int64 (statement, 0);
  member->account_id = gram_statement_int64 (statement, 1);
  member->agreed_by = gram_statement_int64 (statement, 2);
  member->agreed_at = gram_statement_int64 (statement, 3);
  member->number = gram_statement_dup_text (statement, 4);
  member->holder = gram_statement_dup_text (statement, 5);
  member->agreer = gram_statement_dup_text (statement, 7);
  if (!_gram_table_word (statement, 6, "account-state", &state, error))
    {
      gram_pool_member_free (member);
      return NULL;
    }
  member->state = (GramAccountState)state;
  return member;
}

GPtrArray *
gram_pool_table_members (GramStore *store, gint64 pool_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "SELECT m.pool_id, m.account_id, m.agreed_by, m.agreed_at, a.number, a.holder, a.state,"
      " p.name FROM pool_member m JOIN account a ON a.id = m.account_id"
      " LEFT JOIN person p ON p.id = m.agreed_by WHERE m.pool_id = $1 ORDER BY a.number",
      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, pool_id);
  return _gram_table_all (statement, read_member, (GDestroyNotify)gram_pool_member_free, error);
}

/* Runs a change with @keys as $1, $2 … */
static GramStatement *
prepare_change (GramUnit *unit, const char *sql, const gint64 *keys, guint n_keys, GError **error)
{
  GramStatement *statement = gram_statement_prepare (gram_unit_get_store (unit), sql, error);

  for (guint i = 0; statement != NULL && i < n_keys; i++)
    gram_statement_bind_int64 (statement, i + 1, keys[i]);
  return statement;
}

gboolean
gram_pool_table_add_member (GramUnit *unit, gint64 pool_id, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement
      = prepare_change (unit, "INSERT INTO pool_member (pool_id, account_id) VALUES ($1, $2)",
                        (const gint64[]){ pool_id, account_id }, 2, error);

  return statement != NULL && gram_statement_run (statement, error);
}

gboolean
gram_pool_table_agree (GramUnit *unit,
                       gint64 pool_id,
                       gint64 account_id,
                       gint64 person_id,
                       gint64 at,
                       GError **error)
{
  g_autoptr (GramStatement) statement
      = prepare_change (unit,
                        "UPDATE pool_member SET agreed_by = $3, agreed_at = $4"
                        " WHERE pool_id = $1 AND account_id = $2 AND agreed_by IS NULL",
                        (const gint64[]){ pool_id, account_id, person_id, at }, 4, error);

  return statement != NULL && _gram_table_change_one (unit, statement, "pool_member", error);
}

gboolean
gram_pool_table_add_years (GramUnit *unit, gint64 pool_id, GError **error)
{
  g_autoptr (GramStatement) statement
      = prepare_change (unit,
                        "WITH RECURSIVE span (year, last) AS ("
                        "SELECT first_year, last_year FROM pool WHERE id = $1"
                        " UNION ALL SELECT year + 1, last FROM span WHERE year < last)"
                        " INSERT INTO pool_year (year, account_id, pool_id)"
                        " SELECT span.year, m.account_id, m.pool_id FROM span"
                        " JOIN pool_member m ON m.pool_id = $1",
                        &pool_id, 1, error);

  return statement != NULL && gram_statement_run (statement, error);
}

gboolean
gram_pool_table_remove_years (GramUnit *unit, gint64 pool_id, int from_year, GError **error)
{
  g_autoptr (GramStatement) statement
      = prepare_change (unit, "DELETE FROM pool_year WHERE pool_id = $1 AND year >= $2",
                        (const gint64[]){ pool_id, from_year }, 2, error);

  return statement != NULL && gram_statement_run (statement, error);
}

gboolean
gram_pool_table_of_year (GramStore *store,
                         int year,
                         gint64 account_id,
                         gint64 *pool_id,
                         GError **error)
{
  g_return_val_if_fail (pool_id != NULL, FALSE);

  return _gram_table_ask (store,
                          "SELECT coalesce (max (pool_id), 0) FROM pool_year"
                          " WHERE year = $1 AND account_id = $2",
                          (const gint64[]){ year, account_id }, 2, pool_id, error);
}

void
gram_pool_year_free (GramPoolYear *self)
{
  if (self == NULL)
    return;
  g_free (self->pool);
  g_free (self);
}

static gpointer
read_year (GramStatement *statement, GError **error G_GNUC_UNUSED)
{
  GramPoolYear *year = g_new0 (GramPoolYear, 1);

  year->account_id = gram_statement_int64 (statement, 0);
  year->pool_id = gram_statement_int64 (statement, 1);
  year->nominated_id = gram_statement_int64 (statement, 2);
  year->pool = gram_statement_dup_text (statement, 3);
  return year;
}

GPtrArray *
gram_pool_table_years (GramStore *store, int year, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store,
                                      "SELECT y.account_id, y.pool_id, p.account_id, p.name"
                                      " FROM pool_year y JOIN pool p ON p.id = y.pool_id"
                                      " WHERE y.year = $1 ORDER BY y.pool_id, y.account_id",
                                      error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, year);
  return _gram_table_all (statement, read_year, (GDestroyNotify)gram_pool_year_free, error);
}
