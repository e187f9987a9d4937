/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal.h"

G_BEGIN_DECLS

/**
 * GramJournalFacts:
 * @arguments: (nullable): `a{sv}`, what the command was given
 * @result: (nullable): `a{sv}`, what it answered
 *
 * What an entry of the journal knows, for its sentence.
 */
typedef struct
{
  GVariant *arguments;
  GVariant *result;
} GramJournalFacts;

/**
 * gram_journal_facts_init:
 * @self: facts to be filled
 * @entry: an entry of the journal
 *
 * Reads the JSON of @entry; what cannot be read is %NULL.
 */
void gram_journal_facts_init (GramJournalFacts *self, const GramJournalEntry *entry);

/**
 * gram_journal_facts_clear:
 * @self: facts
 *
 * Frees what they hold.
 */
void gram_journal_facts_clear (GramJournalFacts *self);

/**
 * gram_journal_facts_text:
 * @self: facts
 * @key: name of an argument or of a part of the result
 *
 * Returns: (transfer none): its text, empty if there is none
 */
const char *gram_journal_facts_text (const GramJournalFacts *self, const char *key);

/**
 * gram_journal_facts_number:
 * @self: facts
 * @key: name of an argument or of a part of the result
 *
 * Returns: its number, 0 if there is none
 */
gint64 gram_journal_facts_number (const GramJournalFacts *self, const char *key);

/**
 * gram_journal_facts_flag:
 * @self: facts
 * @key: name of an argument or of a part of the result
 *
 * Returns: whether it is there and true
 */
gboolean gram_journal_facts_flag (const GramJournalFacts *self, const char *key);

/**
 * gram_journal_facts_format:
 * @self: facts
 * @key: name of an argument or of a part of the result
 *
 * Writes it as people read it: dates in words, account numbers in groups, permissions and roles by their titles.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if there is none
 */
char *gram_journal_facts_format (const GramJournalFacts *self, const char *key);

/**
 * gram_journal_facts_fill:
 * @self: facts
 * @pattern: translated text with keys in braces, for example `Invited {email}`
 *
 * Fills a pattern.
 *
 * Returns: (transfer full) (nullable): the text, %NULL if one of its keys is missing
 */
char *gram_journal_facts_fill (const GramJournalFacts *self, const char *pattern);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramJournalFacts, gram_journal_facts_clear)

G_END_DECLS
