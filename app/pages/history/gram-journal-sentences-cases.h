/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal-facts.h"

G_BEGIN_DECLS

/* Sentences about cases that are more than a pattern. Each answers the sentence and adds lines to the detail. */

char *_gram_journal_dispute_opened (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_message_written (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_file_attached (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_answers_imported (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_cases_claimed (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_cases_released (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_cases_upheld (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_cases_declined (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_differences_taken (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_differences_kept (const GramJournalFacts *facts, GString *detail);
char *_gram_journal_payment_recorded (const GramJournalFacts *facts, GString *detail);

/* Adds a line, if there is one. */
void _gram_journal_add_line (GString *detail, const char *line);

/* A sentence with a number in it (%s), NULL if there is none of them. */
char *_gram_journal_count_line (gint64 n, const char *one, const char *many);

G_END_DECLS
