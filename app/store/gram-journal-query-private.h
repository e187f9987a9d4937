/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal-query.h"
#include "gram-sql-private.h"

G_BEGIN_DECLS

/* The SELECTs of the journal's list, for gram-journal-query.c and for the test that pins their plans. */

/* What leads to the entries; what selects most comes first. */
typedef enum
{
  GRAM_JOURNAL_OF_SUBJECT,
  GRAM_JOURNAL_OF_ACCOUNT,
  GRAM_JOURNAL_OF_PERSON,
  GRAM_JOURNAL_OF_COMMAND,
  GRAM_JOURNAL_OF_PERIOD,
  GRAM_JOURNAL_WALK,
} GramJournalWay;

GramJournalWay _gram_journal_query_way (const GramJournalQuery *query);

/* Ids, the newest first; of one command if the way is that. */
GramSql *_gram_journal_query_ids (const GramJournalQuery *query, const char *command, guint limit);

/* The entries of a list of ids, $1, the newest first. */
const char *_gram_journal_page_sql (void);

G_END_DECLS
