/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-participants.h"
#include "gram-queries-years.h"
#include "gram-registry-private.h"

#include "gram-scheme-year-table.h"

G_BEGIN_DECLS

/**
 * GramYearBooks:
 * @registry: the registry
 * @year: the scheme year
 * @today: today in Europe/London
 * @rulebook: rulebook in force
 * @rulebook_id: its row
 * @record: (nullable): what was done about the year, %NULL nothing
 * @rows: (element-type GramParticipantRow): its participants by the last measuring, by holder; before it those that would be
 * @gone: (element-type GramParticipantRow): accounts that have allowances of the year in their books and are no participants
 * @live: (element-type GramParticipant): every account with cars, and every pool, as the vehicles stand now
 * @facts: what state and missing things are made from
 *
 * Everything about a scheme year at one moment: its page, the rehearsals and the commands read the same.
 */
typedef struct
{
  /* Borrowed References */
  GramRegistry *registry;

  /* Owned References */
  GramRulebook *rulebook;
  GramSchemeYearRecord *record;
  GPtrArray *rows;
  GPtrArray *gone;
  GArray *live;
  GPtrArray *pool_years;

  int year;
  GramDate today;
  gint64 rulebook_id;
  GramCctsYearFacts facts;
} GramYearBooks;

/**
 * gram_year_books_read:
 * @self: (out caller-allocates): the books
 * @registry: a registry, in a unit of work or a read
 * @year: a scheme year as it was sent
 * @refusal: (out) (optional): `rulebook.none`, `year.none`, `activity.*`
 * @error: return location
 *
 * Reads them.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_year_books_read (GramYearBooks *self,
                               GramRegistry *registry,
                               gint64 year,
                               GramRefusal **refusal,
                               GError **error);

/**
 * gram_year_books_clear:
 * @self: books
 *
 * Frees what they hold.
 */
void gram_year_books_clear (GramYearBooks *self);

/**
 * gram_year_books_can:
 * @self: books
 * @verb: what somebody wants to do with the year
 * @refusal: (out) (optional): why not, as gram_ccts_year_can() has it; `year.baselines-missing` names the participants
 *
 * Returns: whether it can be done now
 */
gboolean
gram_year_books_can (const GramYearBooks *self, GramCctsYearVerb verb, GramRefusal **refusal);

/**
 * gram_year_books_row_new:
 * @self: books
 * @participant: an account in the year
 * @row: (out) (transfer full): its row, with names, pool and figures of the vehicles
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_year_books_row_new (GramYearBooks *self,
                                  const GramParticipant *participant,
                                  GramParticipantRow **row,
                                  GError **error);

/**
 * gram_year_books_add_figures:
 * @self: books
 * @row: (inout): a row with names
 * @error: return location
 *
 * Adds what the registry has of the year for its account: baseline, allocation, trades, conversions, surrenders, balances,
 * accounting, payment notice.
 *
 * Returns: %FALSE on error
 */
gboolean gram_year_books_add_figures (GramYearBooks *self, GramParticipantRow *row, GError **error);

/**
 * gram_participant_row_compare:
 * @a: place of a row
 * @b: place of another
 *
 * Orders rows by holder, then number, for g_ptr_array_sort().
 *
 * Returns: as strcmp()
 */
int gram_participant_row_compare (gconstpointer a, gconstpointer b);

/**
 * gram_participant_row_posts:
 * @row: a row
 *
 * What an allocation run posts to an account: the difference; but what is not held any more is not taken back, and a
 * closed account gets nothing.
 *
 * Returns: allowances; negative takes back
 */
gint64 gram_participant_row_posts (const GramParticipantRow *row);

/**
 * gram_year_totals_add:
 * @self: totals
 * @row: a row
 *
 * Adds a row to the totals.
 */
void gram_year_totals_add (GramYearTotals *self, const GramParticipantRow *row);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramYearBooks, gram_year_books_clear)

G_END_DECLS
