/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-journal-private.h"
#include "gram-verify-private.h"

#include <glib/gi18n-lib.h>
#include <string.h>

/* The chain as it was read so far: the hash that the last row carries, and the one that it should carry. */
typedef struct
{
  gint64 last_id;
  guint8 carried[GRAM_HASH_SIZE];
  guint8 computed[GRAM_HASH_SIZE];
} Chain;

static gboolean
same (const guint8 *one, const guint8 *other)
{
  return memcmp (one, other, GRAM_HASH_SIZE) == 0;
}

static char *
where_entry (gint64 id)
{
  return g_strdup_printf ("journal %" G_GINT64_FORMAT, id);
}

/*
 * An entry fits if it goes on from what the entry before carries or from what that should carry: so an entry that was
 * changed does not cast a doubt on the next one.
 */
static void
check_entry (GramVerifier *self, GramStatement *row, Chain *chain)
{
  gint64 id = gram_statement_int64 (row, 0);
  guint8 previous[GRAM_HASH_SIZE];
  guint8 carried[GRAM_HASH_SIZE];
  guint8 computed[GRAM_HASH_SIZE];

  _gram_verifier_read_hash (row, 8, previous);
  _gram_verifier_read_hash (row, 9, carried);
  _gram_journal_hash_row (row, previous, computed);

  if (id != chain->last_id + 1)
    _gram_verifier_find (self, where_entry (id), _ ("An entry before this one is missing."));
  else if (!same (previous, chain->carried) && !same (previous, chain->computed))
    _gram_verifier_find (self, where_entry (id),
                         _ ("The entry does not go on from the one before."));
  if (!same (computed, carried))
    _gram_verifier_find (self, where_entry (id),
                         _ ("The entry was changed: its hash does not fit."));

  chain->last_id = id;
  memcpy (chain->carried, carried, GRAM_HASH_SIZE);
  memcpy (chain->computed, computed, GRAM_HASH_SIZE);
  self->report->journal_entries++;
  _gram_verifier_step (self);
}

static gboolean
check_head (GramVerifier *self, const Chain *chain, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  guint8 hash[GRAM_HASH_SIZE] = { 0 };
  gint64 entries = 0;
  GramStep step;

  statement = gram_statement_prepare (self->store,
                                      "SELECT entries, hash FROM journal_head WHERE id = 1", error);
  if (statement == NULL)
    return FALSE;
  step = gram_statement_step (statement, error);
  if (step == GRAM_STEP_ERROR)
    return FALSE;
  if (step == GRAM_STEP_ROW)
    {
      entries = gram_statement_int64 (statement, 0);
      _gram_verifier_read_hash (statement, 1, hash);
    }
  if (entries != self->report->journal_entries || entries != chain->last_id)
    _gram_verifier_find (self, g_strdup ("journal_head 1"),
                         _ ("The journal has more or fewer entries than its head says."));
  else if (!same (hash, chain->carried) && !same (hash, chain->computed))
    _gram_verifier_find (self, g_strdup ("journal_head 1"),
                         _ ("The head is not the hash of the last entry."));
  return TRUE;
}

gboolean
_gram_verify_journal (GramVerifier *self, GError **error)
{
  g_autoptr (GramStatement) statement = NULL;
  Chain chain = { 0 };
  GramStep step;

  statement = gram_statement_prepare (self->store,
                                      "SELECT " GRAM_JOURNAL_COLUMNS
                                      ", previous_hash, hash FROM journal ORDER BY id",
                                      error);
  if (statement == NULL)
    return FALSE;
  while ((step = gram_statement_step (statement, error)) == GRAM_STEP_ROW)
    check_entry (self, statement, &chain);
  return step == GRAM_STEP_DONE && check_head (self, &chain, error);
}
