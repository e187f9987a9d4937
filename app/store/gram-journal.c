/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-private.h"

#include "gram-store-private.h"

#include <string.h>

typedef struct
{
  gint64 entries;
  guint8 hash[GRAM_HASH_SIZE];
} Head;

void
gram_journal_entry_free (GramJournalEntry *self)
{
  if (self == NULL)
    return;
  g_free (self->command);
  g_free (self->request_id);
  g_free (self->arguments);
  g_free (self->result);
  g_free (self->person);
  g_free (self->person_email);
  g_free (self->number);
  g_free (self);
}

/* The hash of a row that was read as GRAM_JOURNAL_COLUMNS. */
void
_gram_journal_hash_row (GramStatement *row, const guint8 *previous, guint8 *hash)
{
  GramChain chain;

  _gram_chain_begin (&chain, "journal", previous);
  _gram_chain_int64 (&chain, gram_statement_int64 (row, 0));
  _gram_chain_int64 (&chain, gram_statement_int64 (row, 1));
  _gram_chain_id (&chain, gram_statement_int64 (row, 2));
  _gram_chain_id (&chain, gram_statement_int64 (row, 3));
  for (guint column = 4; column < 8; column++)
    {
      const guint8 *text;
      gsize size;

      text = gram_statement_bytes (row, column, &size);
      _gram_chain_bytes (&chain, text, size);
    }
  _gram_chain_end (&chain, hash);
}

static void
hash_entry (const GramJournalEntry *entry, const guint8 *previous, guint8 *hash)
{
  GramChain chain;

  _gram_chain_begin (&chain, "journal", previous);
  _gram_chain_int64 (&chain, entry->id);
  _gram_chain_int64 (&chain, entry->at);
  _gram_chain_id (&chain, entry->person_id);
  _gram_chain_id (&chain, entry->account_id);
  _gram_chain_text (&chain, entry->command);
  _gram_chain_text (&chain, entry->request_id);
  _gram_chain_text (&chain, entry->arguments);
  _gram_chain_text (&chain, entry->result);
  _gram_chain_end (&chain, hash);
}

/*
 * The head, and that it is the newest entry: to write on after an entry that was cut off or exchanged would hide it.
 */
static gboolean
read_head (GramStore *store, Head *head, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  const guint8 *hash;
  GramStep step;
  gsize size;

  memset (head, 0, sizeof *head);
  statement = gram_statement_prepare (
      store,
      "SELECT head.entries, head.hash, newest.id IS head.entries AND newest.hash IS head.hash"
      " FROM journal_head AS head LEFT JOIN journal AS newest"
      " ON newest.id = (SELECT max (id) FROM journal) WHERE head.id = 1",
      error);
  if (statement == NULL)
    return FALSE;
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  if (step == GRAM_STEP_DONE)
    return TRUE;
  hash = gram_statement_bytes (statement, 1, &size);
  if (size != GRAM_HASH_SIZE || gram_statement_int64 (statement, 2) != 1)
    return _gram_store_fail (store, SQLITE_CORRUPT, "journal_head", error);
  head->entries = gram_statement_int64 (statement, 0);
  memcpy (head->hash, hash, GRAM_HASH_SIZE);
  return TRUE;
}

gboolean
gram_journal_next_id (GramUnit *unit, gint64 *id, GError **error)
{
  Head head;

  g_return_val_if_fail (id != NULL, FALSE);
  if (!read_head (gram_unit_get_store (unit), &head, error))
    return FALSE;
  *id = head.entries + 1;
  return TRUE;
}

static void
bind_id (GramStatement *statement, guint parameter, gint64 id)
{
  if (id == 0)
    gram_statement_bind_null (statement, parameter);
  else
    gram_statement_bind_int64 (statement, parameter, id);
}

static gboolean
insert_entry (GramStore *store,
              const GramJournalEntry *entry,
              const guint8 *previous,
              const guint8 *hash,
              GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "INSERT INTO journal (id, at, person_id, account_id, command, request_id, arguments, result,"
      " previous_hash, hash) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, entry->id);
  gram_statement_bind_int64 (statement, 2, entry->at);
  bind_id (statement, 3, entry->person_id);
  bind_id (statement, 4, entry->account_id);
  gram_statement_bind_text (statement, 5, entry->command);
  gram_statement_bind_text (statement, 6, entry->request_id);
  gram_statement_bind_text (statement, 7, entry->arguments);
  gram_statement_bind_text (statement, 8, entry->result);
  gram_statement_bind_bytes (statement, 9, previous, GRAM_HASH_SIZE);
  gram_statement_bind_bytes (statement, 10, hash, GRAM_HASH_SIZE);
  return gram_statement_run (statement, error);
}

static gboolean
write_head (GramStore *store, gint64 entries, const guint8 *hash, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;

  statement = gram_statement_prepare (
      store,
      "INSERT INTO journal_head (id, entries, hash) VALUES (1, $1, $2)"
      " ON CONFLICT (id) DO UPDATE SET entries = excluded.entries, hash = excluded.hash",
      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_int64 (statement, 1, entries);
  gram_statement_bind_bytes (statement, 2, hash, GRAM_HASH_SIZE);
  return gram_statement_run (statement, error);
}

gboolean
gram_journal_append (GramUnit *unit, GramJournalEntry *entry, GError **error)
{
  GramStore *store = gram_unit_get_store (unit);
  guint8 hash[GRAM_HASH_SIZE];
  Head head;

  g_return_val_if_fail (entry != NULL, FALSE);
  g_return_val_if_fail (entry->command != NULL && entry->request_id != NULL, FALSE);
  g_return_val_if_fail (entry->arguments != NULL && entry->result != NULL, FALSE);

  if (!read_head (store, &head, error))
    return FALSE;
  entry->id = head.entries + 1;
  hash_entry (entry, head.hash, hash);
  return insert_entry (store, entry, head.hash, hash, error)
         && write_head (store, entry->id, hash, error);
}

/* A row that was read as GRAM_JOURNAL_COLUMNS. */
GramJournalEntry *
_gram_journal_read (GramStatement *row)
{
  GramJournalEntry *entry = g_new0 (GramJournalEntry, 1);

  entry->id = gram_statement_int64 (row, 0);
  entry->at = gram_statement_int64 (row, 1);
  entry->person_id = gram_statement_int64 (row, 2);
  entry->account_id = gram_statement_int64 (row, 3);
  entry->command = gram_statement_dup_text (row, 4);
  entry->request_id = gram_statement_dup_text (row, 5);
  entry->arguments = gram_statement_dup_text (row, 6);
  entry->result = gram_statement_dup_text (row, 7);
  return entry;
}

gboolean
gram_journal_find_request (GramStore *store,
                           const char *request_id,
                           GramJournalEntry **entry,
                           GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  g_return_val_if_fail (request_id != NULL, FALSE);
  g_return_val_if_fail (entry != NULL, FALSE);

  *entry = NULL;
  statement = gram_statement_prepare (store,
                                      "SELECT " GRAM_JOURNAL_COLUMNS
                                      " FROM journal WHERE request_id = $1",
                                      error);
  if (statement == NULL)
    return FALSE;
  gram_statement_bind_text (statement, 1, request_id);
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ROW)
    *entry = _gram_journal_read (statement);
  return step != GRAM_STEP_ERROR;
}

gboolean
gram_journal_head (GramStore *store, gint64 *entries, char **hash, GError **error)
{
  g_autoptr (GramStatement) statement
      = gram_statement_prepare (store,
                                "SELECT entries, lower (hex (hash)) FROM journal_head WHERE id = 1",
                                error);
  GramStep step;

  *entries = 0;
  *hash = NULL;
  if (statement == NULL)
    return FALSE;
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ROW)
    {
      *entries = gram_statement_int64 (statement, 0);
      *hash = gram_statement_dup_text (statement, 1);
    }
  else
    {
      *hash = g_strdup ("");
    }
  return step != GRAM_STEP_ERROR;
}

GPtrArray *
gram_journal_list (GramStore *store, gint64 account_id, gint64 before, guint limit, GError **error)
{
  g_autoptr (GPtrArray) entries = NULL;
  g_autoptr (GramStatement) statement = NULL;
  GramStep step;

  entries = g_ptr_array_new_with_free_func ((GDestroyNotify)gram_journal_entry_free);
  statement
      = gram_statement_prepare (store,
                                account_id != 0
                                    ? "SELECT " GRAM_JOURNAL_COLUMNS " FROM journal"
                                      " WHERE id < $1 AND account_id = $3 ORDER BY id DESC LIMIT $2"
                                    : "SELECT " GRAM_JOURNAL_COLUMNS " FROM journal"
                                      " WHERE id < $1 ORDER BY id DESC LIMIT $2",
                                error);
  if (statement == NULL)
    return NULL;
  gram_statement_bind_int64 (statement, 1, before > 0 ? before : G_MAXINT64);
  gram_statement_bind_int64 (statement, 2, limit);
  if (account_id != 0)
    gram_statement_bind_int64 (statement, 3, account_id);
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    g_ptr_array_add (entries, _gram_journal_read (statement));
  return step == GRAM_STEP_DONE ? g_steal_pointer (&entries) : NULL;
}
