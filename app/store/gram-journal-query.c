/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-query-private.h"

#include "gram-id-list.h"
#include "gram-journal-private.h"
#include "gram-person-table.h"
#include "gram-table-private.h"

/* Entries that are read at once. */
#define PAGE 1000

GramJournalQuery *
gram_journal_query_copy (const GramJournalQuery *self)
{
  GramJournalQuery *copy;

  g_return_val_if_fail (self != NULL, NULL);

  copy = g_memdup2 (self, sizeof *self);
  copy->commands = g_strdupv (self->commands);
  copy->without = g_strdup (self->without);
  copy->text = g_strdup (self->text);
  copy->subject = g_strdup (self->subject);
  return copy;
}

void
gram_journal_query_free (GramJournalQuery *self)
{
  if (self == NULL)
    return;
  g_strfreev (self->commands);
  g_free (self->without);
  g_free (self->text);
  g_free (self->subject);
  g_free (self);
}

static gboolean
has_commands (const GramJournalQuery *query)
{
  return query->commands != NULL && query->commands[0] != NULL;
}

GramJournalWay
_gram_journal_query_way (const GramJournalQuery *query)
{
  if (query->subject != NULL)
    return GRAM_JOURNAL_OF_SUBJECT;
  if (query->account_id != 0)
    return GRAM_JOURNAL_OF_ACCOUNT;
  if (query->person_id != 0)
    return GRAM_JOURNAL_OF_PERSON;
  if (has_commands (query))
    return GRAM_JOURNAL_OF_COMMAND;
  if (query->from > 0 || query->to > 0)
    return GRAM_JOURNAL_OF_PERIOD;
  return GRAM_JOURNAL_WALK;
}

static void
add_way (GramSql *sql, const GramJournalQuery *query, GramJournalWay way, const char *command)
{
  switch (way)
    {
    case GRAM_JOURNAL_OF_SUBJECT:
      _gram_sql_add_text (
          sql, "journal_subject s JOIN journal j ON j.id = s.journal_id WHERE s.subject = ",
          query->subject, "");
      _gram_sql_add_int64 (sql, " AND s.subject_id = ", query->subject_id, "");
      break;
    case GRAM_JOURNAL_OF_ACCOUNT:
      _gram_sql_add_int64 (sql, "journal j WHERE j.account_id = ", query->account_id, "");
      break;
    case GRAM_JOURNAL_OF_PERSON:
      _gram_sql_add_int64 (sql, "journal j WHERE j.person_id = ", query->person_id, "");
      break;
    case GRAM_JOURNAL_OF_COMMAND:
      _gram_sql_add_text (sql, "journal j WHERE j.command = ", command, "");
      break;
    case GRAM_JOURNAL_OF_PERIOD:
    case GRAM_JOURNAL_WALK:
      _gram_sql_add (sql, "journal j WHERE true");
      break;
    default:
      g_assert_not_reached ();
    }
}

/* What else is asked; kept from leading the way where another index would seem to offer itself. */
static void
add_conditions (GramSql *sql, const GramJournalQuery *query, GramJournalWay way)
{
  if (query->account_id != 0 && way != GRAM_JOURNAL_OF_ACCOUNT)
    _gram_sql_add_int64 (sql, " AND +j.account_id = ", query->account_id, "");
  if (query->person_id != 0 && way != GRAM_JOURNAL_OF_PERSON)
    _gram_sql_add_int64 (sql, " AND +j.person_id = ", query->person_id, "");
  if (has_commands (query) && way != GRAM_JOURNAL_OF_COMMAND)
    _gram_sql_add_texts (sql, " AND j.command || '' IN ", (const char *const *)query->commands);
  if (query->without != NULL)
    _gram_sql_add_text (sql, " AND j.command <> ", query->without, "");
  if (way == GRAM_JOURNAL_OF_PERIOD)
    {
      _gram_sql_add_int64 (sql, " AND j.at >= ", query->from, "");
      _gram_sql_add_int64 (sql, " AND j.at < ", query->to > 0 ? query->to : G_MAXINT64, "");
    }
  else if (query->from > 0 || query->to > 0)
    {
      _gram_sql_add_int64 (sql, " AND +j.at >= ", query->from, "");
      _gram_sql_add_int64 (sql, " AND +j.at < ", query->to > 0 ? query->to : G_MAXINT64, "");
    }
  if (query->text != NULL && query->text[0] != '\0')
    {
      g_autofree char *pattern = _gram_sql_pattern (query->text);

      _gram_sql_add_text (sql, " AND (j.arguments LIKE ", pattern, " ESCAPE '\\'");
      _gram_sql_add_text (sql, " OR j.result LIKE ", pattern, " ESCAPE '\\')");
    }
}

GramSql *
_gram_journal_query_ids (const GramJournalQuery *query, const char *command, guint limit)
{
  GramJournalWay way = _gram_journal_query_way (query);
  GramSql *sql = _gram_sql_new ("SELECT j.id FROM ");

  add_way (sql, query, way, command);
  add_conditions (sql, query, way);
  if (query->before > 0)
    _gram_sql_add_int64 (sql,
                         way == GRAM_JOURNAL_OF_SUBJECT  ? " AND s.journal_id < "
                         : way == GRAM_JOURNAL_OF_PERIOD ? " AND +j.id < "
                                                         : " AND j.id < ",
                         query->before, "");
  _gram_sql_add_int64 (sql,
                       way == GRAM_JOURNAL_OF_SUBJECT ? " ORDER BY s.journal_id DESC LIMIT "
                                                      : " ORDER BY j.id DESC LIMIT ",
                       _gram_table_limit (limit), "");
  return sql;
}

static gboolean
add_ids (GramStore *store,
         const GramJournalQuery *query,
         const char *command,
         guint limit,
         GArray *ids,
         GError **error)
{
  g_autoptr (GramSql) sql = _gram_journal_query_ids (query, command, limit);
  g_autoptr (GramStatement) statement = _gram_sql_prepare (sql, store, error);

  return statement != NULL && _gram_id_list_read (statement, ids, error);
}

static int
compare_down (gconstpointer a, gconstpointer b)
{
  gint64 x = *(const gint64 *)a;
  gint64 y = *(const gint64 *)b;

  return (x < y) - (x > y);
}

/* What several SELECTs found: the newest of all, each once. */
static void
merge_ids (GArray *ids, guint limit)
{
  guint kept = 0;

  g_array_sort (ids, compare_down);
  for (guint i = 0; i < ids->len; i++)
    if (kept == 0 || g_array_index (ids, gint64, i) != g_array_index (ids, gint64, kept - 1))
      g_array_index (ids, gint64, kept++) = g_array_index (ids, gint64, i);
  g_array_set_size (ids, limit > 0 ? MIN (kept, limit) : kept);
}

/* A command for many accounts has none of its own, and touches those that it is about. */
static gboolean
add_touching (GramStore *store,
              const GramJournalQuery *query,
              guint limit,
              GArray *ids,
              GError **error)
{
  GramJournalQuery touching = *query;

  touching.account_id = 0;
  touching.subject = (char *)"account";
  touching.subject_id = query->account_id;
  return add_ids (store, &touching, NULL, limit, ids, error);
}

/* The entries of each command stand together in their index: the newest of each, merged. */
static gboolean
add_commands (GramStore *store,
              const GramJournalQuery *query,
              guint limit,
              GArray *ids,
              GError **error)
{
  for (gsize i = 0; query->commands[i] != NULL; i++)
    if (!g_strv_contains ((const char *const *)query->commands + i + 1, query->commands[i])
        && !add_ids (store, query, query->commands[i], limit, ids, error))
      return FALSE;
  return TRUE;
}

static GArray *
list_ids (GramStore *store, const GramJournalQuery *query, guint limit, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));
  GramJournalWay way = _gram_journal_query_way (query);
  gboolean done;

  if (way == GRAM_JOURNAL_OF_COMMAND)
    done = add_commands (store, query, limit, ids, error);
  else
    done = add_ids (store, query, NULL, limit, ids, error)
           && (way != GRAM_JOURNAL_OF_ACCOUNT || add_touching (store, query, limit, ids, error));
  if (!done)
    return NULL;
  if (way == GRAM_JOURNAL_OF_COMMAND || way == GRAM_JOURNAL_OF_ACCOUNT)
    merge_ids (ids, limit);
  return g_steal_pointer (&ids);
}

static gpointer
read_entry (GramStatement *row, GError **error)
{
  GramJournalEntry *entry = _gram_journal_read (row);

  entry->person = gram_statement_dup_text (row, 8);
  entry->person_email = gram_statement_dup_text (row, 9);
  entry->number = gram_statement_dup_text (row, 10);
  return entry;
}

const char *
_gram_journal_page_sql (void)
{
  return "SELECT " GRAM_JOURNAL_COLUMNS ", p.name, p.email, a.number"
         " FROM " GRAM_SQL_IDS (
             "1") " list JOIN journal ON journal.id = list.value"
                  " LEFT JOIN person p ON p.id = journal.person_id"
                  " LEFT JOIN account a ON a.id = journal.account_id ORDER BY list.key";
}

static gboolean
add_entries (GramStore *store, const gint64 *ids, gsize n_ids, GPtrArray *entries, GError **error)
{
  g_autoptr (GPtrArray) page = NULL;
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (store, _gram_journal_page_sql (), error);
  if (statement == NULL)
    return FALSE;
  _gram_id_list_bind (statement, 1, ids, n_ids);
  page = _gram_table_all (statement, read_entry, (GDestroyNotify)gram_journal_entry_free, error);
  if (page == NULL)
    return FALSE;
  g_ptr_array_extend_and_steal (entries, g_steal_pointer (&page));
  return TRUE;
}

GPtrArray *
gram_journal_query (GramStore *store, const GramJournalQuery *query, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GArray) ids = NULL;
  gboolean done = TRUE;

  g_return_val_if_fail (query != NULL, NULL);

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_journal_entry_free);
  if (!gram_store_begin_read (store, error))
    return NULL;
  ids = list_ids (store, query, limit, error);
  for (guint i = 0; ids != NULL && done && i < ids->len; i += PAGE)
    done = add_entries (store, &g_array_index (ids, gint64, i), MIN (PAGE, ids->len - i), entries,
                        error);
  gram_store_end_read (store);
  return ids != NULL && done ? g_steal_pointer (&entries) : NULL;
}

static gpointer
read_person (GramStatement *row, GError **error)
{
  GramPersonRecord *person = gram_person_record_new ();

  person->id = gram_statement_int64 (row, 0);
  person->name = gram_statement_dup_text (row, 1);
  person->email = gram_statement_dup_text (row, 2);
  return person;
}

GPtrArray *
gram_journal_persons (GramStore *store, gint64 account_id, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement
      = gram_statement_prepare (store,
                                account_id != 0
                                    ? "SELECT id, name, email FROM person WHERE id IN"
                                      " (SELECT person_id FROM journal WHERE account_id = $1"
                                      " UNION SELECT j.person_id FROM journal_subject s"
                                      " JOIN journal j ON j.id = s.journal_id"
                                      " WHERE s.subject = 'account' AND s.subject_id = $1)"
                                      " ORDER BY name COLLATE NOCASE, email"
                                    : "SELECT id, name, email FROM person WHERE EXISTS"
                                      " (SELECT 1 FROM journal WHERE journal.person_id = person.id)"
                                      " ORDER BY name COLLATE NOCASE, email",
                                error);
  if (statement == NULL)
    return NULL;
  if (account_id != 0)
    gram_statement_bind_int64 (statement, 1, account_id);
  return _gram_table_all (statement, read_person, (GDestroyNotify)gram_person_record_free, error);
}
