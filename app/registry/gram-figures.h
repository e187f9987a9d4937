/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/**
 * GramFigures:
 * @account_id: the account
 * @kind: its kind
 * @charge_scheme: under Fleet Average figures are frozen and nothing is posted
 * @year: obligation year, the year of today in the scheme's own zone (CCS facts §4.3)
 * @rulebook_id: rulebook in force, 0 none
 * @rulebook: (nullable): the same
 *
 * What vehicles that are accepted today are measured by.
 */
typedef struct
{
  gint64 account_id;
  GramAccountKind kind;
  GramChargeScheme charge_scheme;
  int year;
  gint64 rulebook_id;
  GramRulebook *rulebook;
} GramFigures;

/**
 * gram_figures_init:
 * @self: (out caller-allocates): figures
 * @registry: a registry
 * @account: an account
 * @error: return location
 *
 * Reads what counts today.
 *
 * Returns: %FALSE on error
 */
gboolean gram_figures_init (GramFigures *self,
                            GramRegistry *registry,
                            const GramAccountRecord *account,
                            GError **error);

/**
 * gram_figures_init_frozen:
 * @self: (out caller-allocates): figures
 * @registry: a registry
 * @account: the account that the vehicle was accepted on
 * @vehicle: an accepted vehicle
 * @rulebooks: (nullable) (element-type gint64 GramRulebook): made by gram_rulebooks_table_new(); rulebooks that were read
 *   before, for who asks for many vehicles
 * @error: return location
 *
 * Reads what counted when a vehicle was accepted: the frozen rulebook, the year, the charge scheme of that time.
 *
 * Returns: %FALSE on error
 */
gboolean gram_figures_init_frozen (GramFigures *self,
                                   GramRegistry *registry,
                                   const GramAccountRecord *account,
                                   const GramVehicleRecord *vehicle,
                                   GHashTable *rulebooks,
                                   GError **error);

/**
 * gram_figures_clear:
 * @self: figures
 *
 * Frees what it holds.
 */
void gram_figures_clear (GramFigures *self);

/**
 * gram_figures_explain:
 * @self: figures of the Clean Car Standard, with a rulebook
 * @vehicle: a vehicle
 * @figure: (out caller-allocates): the figure of one car with every step that led there
 * @refusal: (out) (optional): as in gram_ccs_figure(); `vehicle.excluded`
 *
 * Returns: %FALSE with @refusal if there is none
 */
gboolean gram_figures_explain (const GramFigures *self,
                               const GramVehicleRecord *vehicle,
                               GramCcsFigure *figure,
                               GramRefusal **refusal);

/**
 * gram_figures_of:
 * @self: figures
 * @vehicle: a vehicle
 * @share: (out caller-allocates): what acceptance freezes and posts, of all cars of the record; all 0 where no figure is
 *   defined
 *
 * Returns: whether the vehicle has a figure: not under the CCTS, nor one outside the standard, nor in a year without published weights
 */
gboolean
gram_figures_of (const GramFigures *self, const GramVehicleRecord *vehicle, GramCcsShare *share);

/**
 * gram_figures_rate:
 * @self: figures of the Clean Car Standard
 * @rate: (out): NZ cents for each gram over target in its year and under its scheme
 * @error: return location; %GRAM_STORE_ERROR_CORRUPT if its rulebook has none
 *
 * Returns: %FALSE on error
 */
gboolean gram_figures_rate (const GramFigures *self, gint64 *rate, GError **error);

/**
 * GramAccepted:
 * @records: records that were accepted
 * @units: cars that they stand for
 * @credits: credits that were posted, hundredths of a gram
 * @charges: charges that were posted, NZ cents; never netted with the credits
 * @posting_id: the posting, 0 if nothing was posted
 * @charge_id: the charge of the vehicles that are over their target, 0 none
 *
 * What acceptance did. Sums are added to.
 */
typedef struct
{
  gint64 records;
  gint64 units;
  gint64 credits;
  gint64 charges;
  gint64 posting_id;
  gint64 charge_id;
} GramAccepted;

/**
 * gram_figures_accept_query:
 * @call: a call
 * @self: what counts today on the account; it has a rulebook
 * @query: filter; only its vehicles that are ready and need no attention are accepted
 * @automatically: by auto-accept
 * @accepted: (inout): added to
 * @error: return location
 *
 * Accepts set-wise: freezes the figures on the records and posts their sums in one posting. Under Pay As You Go credits
 * go from issue to the holding, charges to the holder's pending charges (LTA 1998 s 177, s 182; CCS facts §5, §7).
 *
 * Returns: %FALSE on error
 */
gboolean gram_figures_accept_query (GramCall *call,
                                    const GramFigures *self,
                                    const GramVehicleQuery *query,
                                    gboolean automatically,
                                    GramAccepted *accepted,
                                    GError **error);

/**
 * gram_figures_accept_ids:
 * @call: a call
 * @self: what counts today on the account; it has a rulebook
 * @ids: vehicles of the account; those that are not ready or need attention are left alone
 * @n_ids: how many, any number
 * @automatically: by auto-accept
 * @accepted: (inout): added to
 * @error: return location
 *
 * Likewise, of vehicles that are named; one posting for all of them.
 *
 * Returns: %FALSE on error
 */
gboolean gram_figures_accept_ids (GramCall *call,
                                  const GramFigures *self,
                                  const gint64 *ids,
                                  gsize n_ids,
                                  gboolean automatically,
                                  GramAccepted *accepted,
                                  GError **error);

/**
 * gram_accepted_answer:
 * @self: what acceptance did
 * @call: the call
 *
 * Puts `credits` and `charges` into the result as decimals, where anything was posted.
 */
void gram_accepted_answer (const GramAccepted *self, GramCall *call);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramFigures, gram_figures_clear)

G_END_DECLS
