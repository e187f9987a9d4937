/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal.h"

G_BEGIN_DECLS

/**
 * gram_journal_sentence:
 * @entry: an entry of the journal
 * @detail: (out) (transfer full) (nullable): more about it
 *
 * What an entry says, as a person reads it. A command without a sentence of its own shows its name, so that nothing in the
 * journal is hidden.
 *
 * Returns: (transfer full): a translated sentence
 */
char *gram_journal_sentence (const GramJournalEntry *entry, char **detail);

G_END_DECLS
