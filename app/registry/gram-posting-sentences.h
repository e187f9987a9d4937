/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <glib.h>

G_BEGIN_DECLS

/*
 * The one place that says what an entry of the ledger means to the holder: the window, the PDF and the CSV of a statement show
 * these sentences.
 */

/**
 * GramPostingFacts:
 * @meaning: stable word of the posting
 * @role: role that the entry moves
 * @unit: its unit
 * @amount: smallest units; positive adds
 * @other: (nullable): name and number of the other party, as far as the reader may know it
 * @year: year of what was settled or charged, 0 unknown
 * @vehicles: vehicles that were charged, 0 unknown
 *
 * What a sentence is made from. Texts are borrowed.
 */
typedef struct
{
  const char *meaning;
  const char *role;
  const char *unit;
  gint64 amount;
  const char *other;
  int year;
  gint64 vehicles;
} GramPostingFacts;

/**
 * gram_posting_sentence:
 * @facts: an entry
 *
 * Returns: (transfer full): a translated sentence without a full stop; a meaning that is not known stands as its word
 */
char *gram_posting_sentence (const GramPostingFacts *facts);

/**
 * gram_posting_knows:
 * @meaning: stable word of a posting
 *
 * Returns: whether there is a sentence for it
 */
gboolean gram_posting_knows (const char *meaning);

/**
 * gram_posting_unit_title:
 * @role: role
 * @unit: unit
 *
 * What stands in the books, in words: “Credits earned in 2026, used vehicles”, “Pending charges”.
 *
 * Returns: (transfer full): translated
 */
char *gram_posting_unit_title (const char *role, const char *unit);

G_END_DECLS
