/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-notice-table.h"

#include "gram-id-list.h"
#include "gram-shape-private.h"
#include "gram-sql-private.h"

#define MAX_PAGE 1000
#define AT(member) G_STRUCT_OFFSET (GramNoticeRecord, member)

static const GramField fields[] = {
  { "person_id", GRAM_FIELD_INT64, AT (person_id), FALSE, NULL, NULL },
  { "event", GRAM_FIELD_WORD, AT (event), FALSE, "event", NULL },
  { "account_id", GRAM_FIELD_REFERENCE, AT (account_id), FALSE, NULL, NULL },
  { "subject", GRAM_FIELD_TEXT, AT (subject), FALSE, NULL, NULL },
  { "subject_id", GRAM_FIELD_INT64, AT (subject_id), FALSE, NULL, NULL },
  { "occasion", GRAM_FIELD_TEXT, AT (occasion), FALSE, NULL, NULL },
  { "detail", GRAM_FIELD_TEXT, AT (detail), FALSE, NULL, NULL },
  { "at", GRAM_FIELD_INT64, AT (at), FALSE, NULL, NULL },
  { "read_at", GRAM_FIELD_INT64, AT (read_at), FALSE, NULL, NULL },
  { "archived_at", GRAM_FIELD_INT64, AT (archived_at), FALSE, NULL, NULL },
  { "inbox", GRAM_FIELD_INT, AT (inbox), FALSE, NULL, NULL },
  { "desktop", GRAM_FIELD_INT, AT (desktop), FALSE, NULL, NULL },
  { "a.number", GRAM_FIELD_JOINED, AT (number), FALSE, NULL, NULL },
  { "a.holder", GRAM_FIELD_JOINED, AT (holder), FALSE, NULL, NULL },
};

G_STATIC_ASSERT (AT (id) == 0);

static const GramShape shape = {
  .table = "notice",
  .from = "notice t LEFT JOIN account a ON a.id = t.account_id",
  .size = sizeof (GramNoticeRecord),
  .fields = fields,
  .n_fields = G_N_ELEMENTS (fields),
  .free_record = (GDestroyNotify)gram_notice_record_free,
  .once = "person_id, event, subject, subject_id, occasion",
};

/* Who still has access to what a notice t is about: members with the permission of the event, and the administrator's side. */
#define MEMBER                                                                                     \
  "EXISTS (SELECT 1 FROM membership m WHERE m.account_id = t.account_id"                           \
  " AND m.person_id = t.person_id AND "
#define HANDLER                                                                                    \
  "EXISTS (SELECT 1 FROM person p WHERE p.id = t.person_id AND p.active = 1"                       \
  " AND p.role IN ('administrator', 'case-handler', 'decision-maker') AND "

/* What a mark writes ($3 is the instant), on which notices, and which are meant by “all”. */
static const struct
{
  const char *set;
  const char *where;
  const char *all;
} marks[] = {
  [GRAM_NOTICE_READ] = { "read_at = $3", "read_at = 0", "inbox = 1 AND archived_at = 0" },
  [GRAM_NOTICE_UNREAD] = { "read_at = 0", "read_at <> 0", "inbox = 1 AND archived_at = 0" },
  [GRAM_NOTICE_ARCHIVED]
  = { "archived_at = $3, read_at = CASE read_at WHEN 0 THEN $3 ELSE read_at END", "archived_at = 0",
      "inbox = 1" },
  [GRAM_NOTICE_UNARCHIVED] = { "archived_at = 0", "archived_at <> 0", "inbox = 1" },
  [GRAM_NOTICE_SHOWN] = { "desktop = 2", "desktop = 1", "true" },
};

GramNoticeRecord *
gram_notice_record_new (void)
{
  GramNoticeRecord *self = _gram_shape_new (&shape);

  self->inbox = TRUE;
  return self;
}

GramNoticeRecord *
gram_notice_record_copy (const GramNoticeRecord *self)
{
  g_return_val_if_fail (self != NULL, NULL);

  return _gram_shape_copy (&shape, self);
}

void
gram_notice_record_free (GramNoticeRecord *self)
{
  _gram_shape_free (&shape, self);
}

gboolean
gram_notice_table_insert (GramUnit *unit, GramNoticeRecord *record, GError **error)
{
  g_return_val_if_fail (record != NULL, FALSE);

  return _gram_shape_insert (&shape, unit, record, error);
}

/* One condition for each event; every event has a side. */
static void
append_events (GString *sql, guint side)
{
  const GramEventRow *rows;
  gsize n_rows;

  rows = gram_event_rows (&n_rows);
  g_string_append (sql, "CASE t.event");
  for (gsize i = 0; i < n_rows; i++)
    {
      if ((rows[i].sides & side) == 0)
        continue;
      g_string_append_printf (sql, " WHEN '%s' THEN ", gram_word_for ("event", rows[i].event));
      if (side == GRAM_SIDE_HOLDER && rows[i].permission != 0)
        g_string_append_printf (sql, "m.permissions & %u <> 0", rows[i].permission);
      else
        g_string_append (sql, "true");
    }
  g_string_append (sql, " ELSE false END)");
}

static const char *
has_access (void)
{
  static char *sql;

  if (g_once_init_enter_pointer (&sql))
    {
      GString *text = g_string_new ("(" MEMBER);

      append_events (text, GRAM_SIDE_HOLDER);
      g_string_append (text, " OR " HANDLER);
      append_events (text, GRAM_SIDE_ADMINISTRATOR);
      g_string_append_c (text, ')');
      g_once_init_leave_pointer (&sql, g_string_free_and_steal (text));
    }
  return sql;
}

static GramStatement *
prepare_mark (GramUnit *unit, GramNoticeMark mark, GError **error)
{
  g_autofree char *sql = NULL;

  sql = g_strdup_printf ("UPDATE notice SET %s WHERE person_id = $1 AND %s"
                         " AND ($2 IS NULL AND %s"
                         " OR id IN (SELECT value FROM " GRAM_SQL_IDS ("2") ")) RETURNING id",
                         marks[mark].set, marks[mark].where, marks[mark].all);
  return gram_statement_prepare (gram_unit_get_store (unit), sql, error);
}

GArray *
gram_notice_table_mark (GramUnit *unit,
                        gint64 person_id,
                        const gint64 *ids,
                        gsize n_ids,
                        GramNoticeMark mark,
                        gint64 at,
                        GError **error)
{
  g_autoptr (GArray) marked = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail ((guint)mark < G_N_ELEMENTS (marks), NULL);

  statement = prepare_mark (unit, mark, error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, person_id);
  if (ids != NULL)
    _gram_id_list_bind (statement, 2, ids, n_ids);
  else
    gram_statement_bind_null (statement, 2);
  if (mark == GRAM_NOTICE_READ || mark == GRAM_NOTICE_ARCHIVED)
    gram_statement_bind_int64 (statement, 3, at);
  if (!_gram_id_list_read (statement, marked, error))
    return NULL;
  g_array_sort (marked, _gram_id_compare);
  return g_steal_pointer (&marked);
}

static void
add_events (GramSql *sql, guint64 events)
{
  const char *words[GRAM_EVENT_N + 1] = { NULL };
  guint n_words = 0;

  G_STATIC_ASSERT (GRAM_EVENT_N < 64);

  for (int event = 1; event <= GRAM_EVENT_N; event++)
    if ((events & GRAM_NOTICE_EVENT (event)) != 0)
      words[n_words++] = gram_word_for ("event", event);
  _gram_sql_add_texts (sql, " AND t.event IN ", words);
}

GArray *
gram_notice_table_ids (GramStore *store, const GramNoticeQuery *query, guint limit, GError **error)
{
  g_autoptr (GramSql) sql = _gram_sql_new ("SELECT t.id FROM notice t WHERE t.inbox = 1");
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (query != NULL, NULL);

  _gram_sql_add_int64 (sql, " AND t.person_id = ", query->person_id, "");
  _gram_sql_add (sql, query->archived ? " AND t.archived_at <> 0" : " AND t.archived_at = 0");
  if (query->unread)
    _gram_sql_add (sql, " AND t.read_at = 0");
  if (query->events != 0)
    add_events (sql, query->events);
  _gram_sql_add (sql, " AND ");
  _gram_sql_add (sql, has_access ());
  _gram_sql_add_int64 (sql, " ORDER BY t.id DESC LIMIT ", _gram_table_limit (limit), "");
  statement = _gram_sql_prepare (sql, store, error);
  if (statement == NULL || !_gram_id_list_read (statement, ids, error))
    return NULL;
  return g_steal_pointer (&ids);
}

/* Notices of a person ($1) that they have access to; @from goes on before WHERE, @rest after it. */
static GramStatement *
prepare (GramStore *store, const char *from, const char *rest, gint64 person_id, GError **error)
{
  g_autofree char *where
      = g_strconcat (from, "WHERE t.person_id = $1 AND ", has_access (), rest, NULL);
  g_autoptr (GramStatement) statement = _gram_shape_prepare (&shape, store, "", where, error);

  if (statement != NULL)
    gram_statement_bind_int64 (statement, 1, person_id);
  return g_steal_pointer (&statement);
}

GPtrArray *
gram_notice_table_page (GramStore *store,
                        gint64 person_id,
                        const gint64 *ids,
                        guint n_ids,
                        GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (ids != NULL || n_ids == 0, NULL);
  g_return_val_if_fail (n_ids <= MAX_PAGE, NULL);

  statement = prepare (store, "JOIN " GRAM_SQL_IDS ("2") " AS place ON place.value = t.id ",
                       " ORDER BY place.key", person_id, error);
  if (statement == NULL)
    return NULL;
  _gram_id_list_bind (statement, 2, ids, n_ids);
  return _gram_shape_all (&shape, statement, error);
}

gboolean
gram_notice_table_unread (GramStore *store, gint64 person_id, gint64 *unread, GError **error)
{
  g_autofree char *sql = NULL;
  g_autoptr (GramStatement) statement = NULL;

  g_return_val_if_fail (unread != NULL, FALSE);

  sql = g_strconcat ("SELECT count (*) FROM notice t WHERE t.person_id = $1"
                     " AND t.inbox = 1 AND t.archived_at = 0 AND t.read_at = 0 AND ",
                     has_access (), NULL);
  statement = gram_statement_prepare (store, sql, error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, person_id);
  return _gram_table_int64 (statement, unread, error);
}

GPtrArray *
gram_notice_table_to_show (GramStore *store, gint64 person_id, guint limit, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = prepare (store, "", " AND t.desktop = 1 AND t.read_at = 0 ORDER BY t.id LIMIT $2",
                       person_id, error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 2, _gram_table_limit (limit));
  return _gram_shape_all (&shape, statement, error);
}
