/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal.h"
#include "gram-words.h"

G_BEGIN_DECLS

/**
 * GramJournalGroup:
 * @GRAM_JOURNAL_ACCOUNT: opened, edited, switches, verification, directory
 * @GRAM_JOURNAL_PEOPLE: invitations, members, owner, persons of the registry
 * @GRAM_JOURNAL_VEHICLES: brought in, ready, accepted
 * @GRAM_JOURNAL_CASES: disputes, corrections, what is said and decided in cases
 * @GRAM_JOURNAL_MEASURES: notices, suspension, block
 * @GRAM_JOURNAL_CLOSING: closing
 * @GRAM_JOURNAL_SCHEME: charge scheme, credits
 * @GRAM_JOURNAL_REQUESTS: what waited for a second person
 * @GRAM_JOURNAL_SIGN_IN: signing in, passwords
 * @GRAM_JOURNAL_REGISTRY: the registry itself, its rulebooks
 * @GRAM_JOURNAL_N_GROUPS: how many
 *
 * What an entry of the journal is about, for the filter of the history.
 */
typedef enum
{
  GRAM_JOURNAL_ACCOUNT,
  GRAM_JOURNAL_PEOPLE,
  GRAM_JOURNAL_VEHICLES,
  GRAM_JOURNAL_CASES,
  GRAM_JOURNAL_MEASURES,
  GRAM_JOURNAL_CLOSING,
  GRAM_JOURNAL_SCHEME,
  GRAM_JOURNAL_REQUESTS,
  GRAM_JOURNAL_SIGN_IN,
  GRAM_JOURNAL_REGISTRY,
  GRAM_JOURNAL_N_GROUPS,
} GramJournalGroup;

/**
 * gram_journal_sentence:
 * @entry: an entry of the journal
 * @kind: kind of the registry; in an own registry decisions were recorded for the administrator, and the sentence says so
 * @detail: (out) (transfer full) (nullable): more about it, a line for each thing
 *
 * What an entry says, as a person reads it. A command without a sentence of its own shows its name, so that nothing in the
 * journal is hidden.
 *
 * Returns: (transfer full): a translated sentence
 */
char *gram_journal_sentence (const GramJournalEntry *entry, GramRegistryKind kind, char **detail);

/**
 * gram_journal_has_sentence:
 * @command: name of a command
 *
 * Returns: whether it has a sentence of its own
 */
gboolean gram_journal_has_sentence (const char *command);

/**
 * gram_journal_group_of:
 * @command: name of a command
 *
 * Returns: what it is about; %GRAM_JOURNAL_REGISTRY if it has no sentence of its own
 */
GramJournalGroup gram_journal_group_of (const char *command);

/**
 * gram_journal_group_title:
 * @group: a group of commands
 *
 * Returns: (transfer none): translated
 */
const char *gram_journal_group_title (GramJournalGroup group);

/**
 * gram_journal_group_commands:
 * @group: a group of commands
 *
 * Returns: (transfer container) (array zero-terminated=1): the commands that belong to it, themselves not to be freed
 */
const char **gram_journal_group_commands (GramJournalGroup group);

G_END_DECLS
