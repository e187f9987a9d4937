/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal.h"

#include "gram-chain.h"
#include "gram-statement.h"

G_BEGIN_DECLS

/* Columns of the journal in the order in which they are read. */
#define GRAM_JOURNAL_COLUMNS                                                                       \
  "journal.id, journal.at, journal.person_id, journal.account_id, journal.command,"                \
  " journal.request_id, journal.arguments, journal.result"

GramJournalEntry *_gram_journal_read (GramStatement *row);
void _gram_journal_hash_row (GramStatement *row, const guint8 *previous, guint8 *hash);

G_END_DECLS
