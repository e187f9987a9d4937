/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramJournalEntry:
 * @id: number of the entry, from 1
 * @at: UTC microseconds
 * @person_id: who, 0 for the program itself
 * @account_id: the account concerned, 0 none
 * @command: name of the command
 * @request_id: request id
 * @arguments: JSON text of the arguments; no secret stands in it
 * @result: JSON text of the result
 * @person: (nullable): name of the person; only set by gram_journal_query()
 * @person_email: (nullable): e-mail of the person; only set likewise
 * @number: (nullable): number of the account; only set likewise
 *
 * One entry of the journal. Strings are owned.
 */
typedef struct
{
  gint64 id;
  gint64 at;
  gint64 person_id;
  gint64 account_id;
  char *command;
  char *request_id;
  char *arguments;
  char *result;
  char *person;
  char *person_email;
  char *number;
} GramJournalEntry;

/**
 * gram_journal_next_id:
 * @unit: a unit of work
 * @id: (out): id that the entry of this unit will get
 * @error: return location
 *
 * The id that rows of this unit refer to; foreign keys to the journal are checked at COMMIT.
 *
 * Returns: %FALSE on error
 */
gboolean gram_journal_next_id (GramUnit *unit, gint64 *id, GError **error);

/**
 * gram_journal_append:
 * @unit: a unit of work
 * @entry: the entry; its id is set
 * @error: return location
 *
 * Appends the entry, chained by SHA-256 over all its fields and the hash of the entry before, and moves the head.
 *
 * Returns: %FALSE on error
 */
gboolean gram_journal_append (GramUnit *unit, GramJournalEntry *entry, GError **error);

/**
 * gram_journal_find_request:
 * @store: a store
 * @request_id: a request id
 * @entry: (out) (nullable) (transfer full): the entry that it has, or %NULL
 * @error: return location
 *
 * Looks a request up, so that the same id sent twice has one effect.
 *
 * Returns: %FALSE on error
 */
gboolean gram_journal_find_request (GramStore *store,
                                    const char *request_id,
                                    GramJournalEntry **entry,
                                    GError **error);

/**
 * gram_journal_list:
 * @store: a store
 * @account_id: only this account's entries, 0 all
 * @before: only entries before this id, 0 from the newest
 * @limit: at most so many
 * @error: return location
 *
 * Newest entries first.
 *
 * Returns: (transfer full) (element-type GramJournalEntry) (nullable): the entries
 */
GPtrArray *
gram_journal_list (GramStore *store, gint64 account_id, gint64 before, guint limit, GError **error);

/**
 * gram_journal_head:
 * @store: a store
 * @entries: (out): how many entries there are
 * @hash: (out) (transfer full): hash of the last one, in hexadecimal digits
 * @error: return location
 *
 * What seals the journal: who keeps number and hash can tell later whether an entry up to it was changed.
 *
 * Returns: %FALSE on error
 */
gboolean gram_journal_head (GramStore *store, gint64 *entries, char **hash, GError **error);

/**
 * gram_journal_entry_free:
 * @self: (nullable): an entry
 *
 * Frees an entry.
 */
void gram_journal_entry_free (GramJournalEntry *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramJournalEntry, gram_journal_entry_free)

G_END_DECLS
