/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-person-query-private.h"

#include "gram-id-list.h"
#include "gram-roster.h"
#include "gram-list-private.h"
#include "gram-table-private.h"

#include <string.h>

#define ALL_ROLES ((1u << GRAM_ROLES) - 1)

/* Rows that are asked for at once. */
#define PAGE 1000

G_STATIC_ASSERT (1 << (GRAM_ROLES - 1) == GRAM_ROLE_OFFICER);
G_STATIC_ASSERT (GRAM_ROLES * 2 <= GRAM_ROSTER_CELLS);

/* The closed set of orders; each has its index. */
static const GramListOrder orders[] = {
  [GRAM_PERSON_ORDER_NAME]
  = { "name COLLATE NOCASE, email", "name COLLATE NOCASE DESC, email DESC" },
  [GRAM_PERSON_ORDER_EMAIL] = { "email", "email DESC" },
  [GRAM_PERSON_ORDER_NEWEST] = { "id DESC", "id" },
};

GramPersonQuery *
gram_person_query_copy (const GramPersonQuery *self)
{
  GramPersonQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->search = g_strdup (self->search);
  return copy;
}

void
gram_person_query_free (GramPersonQuery *self)
{
  if (self == NULL)
    return;
  g_free (self->search);
  g_free (self);
}

static guint
roles_of (guint roles)
{
  return roles != 0 ? roles & ALL_ROLES : ALL_ROLES;
}

static gboolean
is_wanted (GramPersonActive wanted, gboolean active)
{
  return wanted == GRAM_PERSON_ANY || (wanted == GRAM_PERSON_ACTIVE) == active;
}

static guint32
cells_of (const GramPersonQuery *query)
{
  guint32 cells = 0;

  for (guint role = 0; role < GRAM_ROLES; role++)
    for (guint active = 0; active < 2; active++)
      if ((roles_of (query->roles) >> role & 1) == 1 && is_wanted (query->active, active == 1))
        cells |= 1u << (role * 2 + active);
  return cells;
}

static gboolean
read_cell (GramStatement *statement, guint *cell, gboolean *flag, GError **error)
{
  int role;

  if (!_gram_table_word (statement, 3, "role", &role, error))
    return FALSE;
  *cell = (guint)g_bit_nth_lsf ((gulong)role, -1) * 2
          + (gram_statement_int64 (statement, 4) != 0 ? 1 : 0);
  *flag = TRUE;
  return TRUE;
}

#define ROWS "SELECT id, changed, concat_ws (' ', name, email), role, active FROM person"
#define AMONG "SELECT id FROM person WHERE id IN (SELECT value FROM " GRAM_SQL_IDS ("1") ")"

static const GramRosterSource source = {
  .all_sql = ROWS,
  .changed_sql = ROWS " WHERE changed > $1",
  .order_sql = { "SELECT id FROM person ORDER BY name COLLATE NOCASE, email",
                 "SELECT id FROM person ORDER BY email", "SELECT id FROM person ORDER BY id DESC" },
  .among_sql = { AMONG " ORDER BY name COLLATE NOCASE, email", AMONG " ORDER BY email",
                 AMONG " ORDER BY id DESC" },
  .read_cell = read_cell,
};

GramSql *
_gram_person_query_walk (const GramPersonQuery *query, guint limit)
{
  GramSql *sql = _gram_sql_new ("SELECT id FROM person WHERE true");

  if (roles_of (query->roles) != ALL_ROLES)
    _gram_sql_add_set (sql, " AND role || '' IN ", "role", roles_of (query->roles));
  if (query->active != GRAM_PERSON_ANY)
    _gram_sql_add_int64 (sql, " AND +active = ", query->active == GRAM_PERSON_ACTIVE, "");
  _gram_list_add_order (sql, &orders[query->order], query->descending, limit);
  return sql;
}

/* The first rows of a list that was not looked at yet come from an index; the roster answers everything else. */
static GArray *
walk (GramStore *store, const GramPersonQuery *query, guint limit, GError **error)
{
  g_autoptr (GramSql) sql = _gram_person_query_walk (query, limit);
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = _gram_sql_prepare (sql, store, error);

  if (statement == NULL || !_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

static GArray *
list (GramStore *store, const GramPersonQuery *query, guint limit, GError **error)
{
  const GramRosterFilter filter = {
    .search = query->search,
    .cells = cells_of (query),
    .order = query->order,
    .descending = query->descending,
  };
  GramRoster *roster;

  if (limit > 0 && !_gram_roster_is_kept (store, GRAM_ROSTER_PERSONS)
      && !_gram_roster_has_words (query->search))
    return walk (store, query, limit, error);
  roster = _gram_roster_get (store, GRAM_ROSTER_PERSONS, &source, error);
  return roster != NULL ? _gram_roster_ids (roster, store, &filter, limit, error) : NULL;
}

GArray *
gram_person_table_ids (GramStore *store, const GramPersonQuery *query, guint limit, GError **error)
{
  GArray *ids;

  g_return_val_if_fail (query != NULL, NULL);
  g_return_val_if_fail (query->order < G_N_ELEMENTS (orders), NULL);

  /* Several questions, one answer: all of them see the same state. */
  if (!gram_store_begin_read (store, error))
    return NULL;
  ids = list (store, query, limit, error);
  gram_store_end_read (store);
  return ids;
}

const char *
_gram_person_page_sql (void)
{
  return "SELECT p.id, p.email, p.name, p.role, p.failed_tries, p.locked_until, p.last_sign_in,"
         " p.created_at, p.active, p.reset_lapses_at"
         " FROM " GRAM_SQL_IDS ("1") " list JOIN person p ON p.id = list.value ORDER BY list.key";
}

static gpointer
read_row (GramStatement *statement, GError **error)
{
  GramPersonRecord *record;
  int role;

  if (!_gram_table_word (statement, 3, "role", &role, error))
    return NULL;
  record = gram_person_record_new ();
  record->id = gram_statement_int64 (statement, 0);
  record->email = gram_statement_dup_text (statement, 1);
  record->name = gram_statement_dup_text (statement, 2);
  record->role = (GramRole)role;
  record->failed_tries = (int)gram_statement_int64 (statement, 4);
  record->locked_until = gram_statement_int64 (statement, 5);
  record->last_sign_in = gram_statement_int64 (statement, 6);
  record->created_at = gram_statement_int64 (statement, 7);
  record->active = gram_statement_int64 (statement, 8) != 0;
  record->reset_lapses_at = gram_statement_int64 (statement, 9);
  return record;
}

GPtrArray *
gram_person_table_page (GramStore *store, const gint64 *ids, guint n_ids, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (n_ids <= PAGE, NULL);

  statement = gram_statement_prepare (store, _gram_person_page_sql (), error);
  if (statement == NULL)
    return NULL;
  _gram_id_list_bind (statement, 1, ids, n_ids);
  return _gram_table_all (statement, read_row, (GDestroyNotify)gram_person_record_free, error);
}

gboolean
gram_person_table_counts (GramStore *store,
                          const GramPersonQuery *query,
                          GramPersonCounts *counts,
                          GError **error)
{
  const GramRosterFilter filter = { .search = query != NULL ? query->search : NULL };
  gint64 cells[GRAM_ROSTER_CELLS] = { 0 };
  GramRoster *roster;

  g_return_val_if_fail (counts != NULL, FALSE);

  memset (counts, 0, sizeof *counts);
  if (!gram_store_begin_read (store, error))
    return FALSE;
  roster = _gram_roster_get (store, GRAM_ROSTER_PERSONS, &source, error);
  if (roster != NULL)
    _gram_roster_count (roster, &filter, cells);
  gram_store_end_read (store);
  for (guint role = 0; role < GRAM_ROLES; role++)
    for (guint active = 0; active < 2; active++)
      counts->cells[role][active] = cells[role * 2 + active];
  return roster != NULL;
}

gint64
gram_person_counts_select (const GramPersonCounts *counts, guint roles, GramPersonActive active)
{
  gint64 selected = 0;

  g_return_val_if_fail (counts != NULL, 0);

  for (guint role = 0; role < GRAM_ROLES; role++)
    for (guint is_active = 0; is_active < 2; is_active++)
      if ((roles_of (roles) >> role & 1) == 1 && is_wanted (active, is_active == 1))
        selected += counts->cells[role][is_active];
  return selected;
}
