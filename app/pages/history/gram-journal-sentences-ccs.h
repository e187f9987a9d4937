/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-journal-facts.h"
#include "gram-journal-sentences.h"

G_BEGIN_DECLS

/*
 * What a command says in the history. Words in braces are arguments or results; if one of them is missing, the bare
 * sentence stands in for the full one. The details are keys of the table in gram-journal-sentences.c. A function says more
 * than a pattern can, and adds lines to the detail.
 */
typedef struct
{
  const char *command;
  GramJournalGroup group;
  const char *sentence;
  const char *bare;
  const char *details;
  char *(*func) (const GramJournalFacts *facts, GString *detail);
} GramJournalRow;

/* Credits, charges and payments of the Clean Car Standard; a row without a command ends them. */
extern const GramJournalRow _gram_journal_rows_ccs[];

/* What an acceptance charged and how it was paid, if it charged anything. */
void _gram_journal_add_bill (const GramJournalFacts *facts, GString *detail);

G_END_DECLS
