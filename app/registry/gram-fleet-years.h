/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-ccs-fleet.h"
#include "gram-charge-table.h"
#include "gram-fleet-year-table.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Fleet Average years (LTA 1998 s 182, CCS facts §3, §6). All vehicles that an account accepted under Fleet Average in a year
 * are settled together: a net above 0 is posted as credits, a shortfall is charged with an invoice. Settling again posts the
 * difference to the settlements before, and nothing if there is none. Everything is read from kept totals.
 *
 * A year is settled once it is over. It is settled before only where nothing can be added to it for good or the account is
 * to have nothing left: its approval has ended, or its closing is under way.
 */

/**
 * GramFleetStanding:
 * @registry: the registry
 * @account: the account
 * @rulebook: (nullable): rulebook that the year is worked out by: that of its first settlement, before it the one in force on
 *   the last day of the year, or today
 * @runs: (element-type GramFleetYearRecord): its settlements, the newest first
 * @charges: (element-type GramChargeRecord): charges of its settlements, the oldest first
 * @borrowings: (element-type GramBorrowingRecord): what was borrowed from the year before: approved and settled ones
 * @no_figures: (nullable): why @now is not there
 * @year: obligation year
 * @today: today in New Zealand
 * @rulebook_id: row of @rulebook, 0 none
 * @over: the year is over
 * @early: it is not over, and may be settled all the same
 * @facts: what the position follows from
 * @before: what was settled last
 * @now: the position
 * @difference: what a settlement would post
 * @carried_value: cents of what was borrowed that the settlements before have taken up
 * @year_facts: what the state of the year follows from
 *
 * Where an account stands in a Fleet Average year, all of it read at once.
 */
typedef struct
{
  /* Borrowed References */
  GramRegistry *registry;
  const GramAccountRecord *account;

  /* Owned References */
  GramRulebook *rulebook;
  GPtrArray *runs;
  GPtrArray *charges;
  GPtrArray *borrowings;
  GramRefusal *no_figures;

  int year;
  GramDate today;
  gint64 rulebook_id;
  gboolean over;
  gboolean early;
  GramFleetFacts facts;
  GramFleetPosition before;
  GramFleetPosition now;
  GramFleetDifference difference;
  gint64 carried_value;
  GramFleetYearFacts year_facts;
} GramFleetStanding;

/**
 * gram_fleet_standing_init:
 * @self: (out caller-allocates): a standing
 * @registry: a registry
 * @account: an account of the Clean Car Standard
 * @year: obligation year
 * @error: return location
 *
 * Reads where the year stands. That it has no figures is no error: see @no_figures.
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_standing_init (GramFleetStanding *self,
                                   GramRegistry *registry,
                                   const GramAccountRecord *account,
                                   int year,
                                   GError **error);

/**
 * gram_fleet_standing_clear:
 * @self: a standing
 *
 * Frees what it holds.
 */
void gram_fleet_standing_clear (GramFleetStanding *self);

/**
 * gram_fleet_standing_last:
 * @self: a standing
 *
 * Returns: (transfer none) (nullable): the settlement that counts, %NULL if the year was not settled
 */
const GramFleetYearRecord *gram_fleet_standing_last (const GramFleetStanding *self);

/**
 * gram_fleet_standing_is_empty:
 * @self: a standing
 *
 * Returns: whether there is nothing to settle: no vehicle, nothing borrowed, no settlement
 */
gboolean gram_fleet_standing_is_empty (const GramFleetStanding *self);

/**
 * gram_fleet_standing_can_settle:
 * @self: a standing
 * @refusal: (out) (optional): `fleet-year.empty`, `fleet-year.not-over`, `fleet-year.unchanged`, or why there are no figures
 *
 * Returns: whether the year can be settled now
 */
gboolean gram_fleet_standing_can_settle (const GramFleetStanding *self, GramRefusal **refusal);

/**
 * gram_fleet_years_approved:
 * @registry: a registry
 * @account: an account
 * @year: an obligation year
 * @approved: (out): Fleet Average is approved for that year, perhaps suspended
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_years_approved (GramRegistry *registry,
                                    const GramAccountRecord *account,
                                    int year,
                                    gboolean *approved,
                                    GError **error);

/**
 * gram_fleet_years_check:
 * @year: a year as somebody named it
 * @refusal: (out) (optional): `fleet-year.year`
 *
 * Returns: whether it can be an obligation year at all
 */
gboolean gram_fleet_years_check (gint64 year, GramRefusal **refusal);

/**
 * gram_fleet_years_of:
 * @registry: a registry
 * @account: an account of the Clean Car Standard
 * @error: return location
 *
 * Years in which it accepted vehicles under Fleet Average, that were settled, or into which a shortfall was borrowed.
 *
 * Returns: (transfer full) (element-type gint) (nullable): the years, ascending
 */
GArray *
gram_fleet_years_of (GramRegistry *registry, const GramAccountRecord *account, GError **error);

/**
 * gram_fleet_years_accounts:
 * @registry: a registry
 * @error: return location
 *
 * Returns: (transfer full) (element-type gint64) (nullable): accounts that were ever approved for Fleet Average, ascending
 */
GArray *gram_fleet_years_accounts (GramRegistry *registry, GError **error);

/**
 * gram_fleet_years_unsettled:
 * @registry: a registry
 * @account: an account of the Clean Car Standard
 * @running: the running year counts, too; otherwise only years that are over
 * @years: (out): years under Fleet Average that were not settled, or stand otherwise than they were settled, or are charged
 *   with a borrowed shortfall that waits for them
 * @error: return location
 *
 * What keeps an account from being closed (CCS facts §10): the running year counts once its closing is under way.
 *
 * Returns: %FALSE on error
 */
gboolean gram_fleet_years_unsettled (GramRegistry *registry,
                                     const GramAccountRecord *account,
                                     gboolean running,
                                     gint64 *years,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramFleetStanding, gram_fleet_standing_clear)

G_END_DECLS
