/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal.h"

G_BEGIN_DECLS

/**
 * GramJournalQuery:
 * @account_id: only entries of this account, and those for many accounts that touch it, 0 all
 * @person_id: only entries of this person, 0 all
 * @commands: (nullable) (array zero-terminated=1): only these commands; %NULL or none means all
 * @without: (nullable): no entries of this command
 * @from: UTC microseconds, the first instant; 0 from the beginning
 * @to: UTC microseconds, the first instant that is too late; 0 to the end
 * @text: (nullable): only entries in whose arguments or result this text occurs
 * @subject: (nullable): only entries that touch this object: `person`, `invitation` …
 * @subject_id: row of the object
 * @before: only entries before this id, 0 from the newest
 *
 * A filter of the journal. Strings are owned by the query.
 */
typedef struct
{
  gint64 account_id;
  gint64 person_id;
  char **commands;
  char *without;
  gint64 from;
  gint64 to;
  char *text;
  char *subject;
  gint64 subject_id;
  gint64 before;
} GramJournalQuery;

/**
 * gram_journal_query_copy:
 * @self: a query
 *
 * Returns: (transfer full): a copy
 */
GramJournalQuery *gram_journal_query_copy (const GramJournalQuery *self);

/**
 * gram_journal_query_free:
 * @self: (nullable): a query
 *
 * Frees a query.
 */
void gram_journal_query_free (GramJournalQuery *self);

/**
 * gram_journal_query:
 * @store: a store
 * @query: what to look for
 * @limit: at most so many, 0 all
 * @error: return location
 *
 * Entries that match, the newest first, with the names of person and account. The next page has the id of the last
 * entry as @before.
 *
 * Returns: (transfer full) (element-type GramJournalEntry) (nullable): the entries
 */
GPtrArray *
gram_journal_query (GramStore *store, const GramJournalQuery *query, guint limit, GError **error);

/**
 * gram_journal_persons:
 * @store: a store
 * @account_id: an account, 0 the whole journal
 * @error: return location
 *
 * Who has entries there: for the choice of a person to filter by. By name, then e-mail.
 *
 * Returns: (transfer full) (element-type GramPersonRecord) (nullable): the persons, without secrets
 */
GPtrArray *gram_journal_persons (GramStore *store, gint64 account_id, GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramJournalQuery, gram_journal_query_free)

G_END_DECLS
