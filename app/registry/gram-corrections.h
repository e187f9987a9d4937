/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-figures.h"

G_BEGIN_DECLS

/**
 * GramCorrection:
 * @case_id: the case that decides it
 * @vehicle: (nullable): the vehicle as it stands, %NULL if the decision creates it
 * @account: (nullable): account on which it stands, %NULL if the decision creates it
 * @after: the vehicle as it shall be, but for its figures and its account
 * @account_after: (nullable): account on which it shall stand, %NULL the unassigned one, which is not there yet
 *
 * One vehicle before and after a decision. Nothing is owned.
 */
typedef struct
{
  gint64 case_id;
  const GramVehicleRecord *vehicle;
  const GramAccountRecord *account;
  GramVehicleRecord *after;
  const GramAccountRecord *account_after;
} GramCorrection;

/**
 * gram_correction_stays:
 * @self: a correction
 *
 * Returns: whether the vehicle stays on its account
 */
gboolean gram_correction_stays (const GramCorrection *self);

/**
 * GramCorrectionFigures:
 * @before: what was frozen and posted; all 0 if nothing was
 * @after: what is to be; all 0 if the vehicle leaves, or has no figure
 * @changes: they differ, so that something is posted
 * @short_rate: NZ cents for each gram of credits that were used already, by the year's rate
 * @figures: what counted when the vehicle was accepted
 *
 * The figures of an accepted vehicle before and after a decision.
 */
typedef struct
{
  GramCcsShare before;
  GramCcsShare after;
  gboolean changes;
  gint64 short_rate;
  GramFigures figures;
} GramCorrectionFigures;

/**
 * gram_correction_figures_init:
 * @self: (out caller-allocates): figures
 * @correction: a correction
 * @registry: a registry
 * @rulebooks: made by gram_rulebooks_table_new()
 * @error: return location
 *
 * Works the figures out by the rulebook, the year and the charge scheme of the acceptance. A vehicle that is not accepted,
 * or not of the Clean Car Standard, has none.
 *
 * Returns: %FALSE on error
 */
gboolean gram_correction_figures_init (GramCorrectionFigures *self,
                                       const GramCorrection *correction,
                                       GramRegistry *registry,
                                       GHashTable *rulebooks,
                                       GError **error);

/**
 * gram_correction_figures_clear:
 * @self: figures
 *
 * Frees what it holds.
 */
void gram_correction_figures_clear (GramCorrectionFigures *self);

/**
 * gram_correction_figures_moves:
 * @self: figures that change
 * @correction: the correction
 * @credits: credits of the year before in the holding of the account on which the vehicle is accepted
 * @moves: (out caller-allocates): what moves; what an old charge gives back is in gram-correction-money.h
 * @refusal: (out) (optional): as in gram_ccs_correct()
 *
 * Returns: %FALSE if refused
 */
gboolean gram_correction_figures_moves (const GramCorrectionFigures *self,
                                        const GramCorrection *correction,
                                        gint64 credits,
                                        GramCcsCorrection *moves,
                                        GramRefusal **refusal);

/**
 * GramCorrectionSums:
 * @vehicles: vehicles that were changed, moved or created
 * @postings: postings that were made
 *
 * What corrections did. Sums are added to.
 */
typedef struct
{
  gint64 vehicles;
  gint64 postings;
} GramCorrectionSums;

/**
 * gram_corrections_apply:
 * @call: a call
 * @correction: one vehicle before and after; @after gets its figures, and its id if it is created
 * @rulebooks: made by gram_rulebooks_table_new()
 * @sums: (inout): added to
 * @refusal: (out) (optional): as in gram_ccs_correct()
 * @error: return location
 *
 * Writes the new version of the record and keeps the old one in its history. Was the vehicle accepted, the new figure is
 * posted by a `correction` and the one that was frozen is taken back by a `reversal`; both name the case through a row of
 * gram-correction-table.h, and both stand under today, whatever the year of the figures.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_corrections_apply (GramCall *call,
                                 const GramCorrection *correction,
                                 GHashTable *rulebooks,
                                 GramCorrectionSums *sums,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_corrections_make_unassigned:
 * @call: a call
 * @kind: kind of account
 * @account: (out) (transfer full): the account
 * @error: return location
 *
 * The account of vehicles that belong to nobody whom the registry knows; it is made when it is first needed. It has no
 * member, no auto-accept, and no directory lists it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_corrections_make_unassigned (GramCall *call,
                                           GramAccountKind kind,
                                           GramAccountRecord **account,
                                           GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramCorrectionFigures, gram_correction_figures_clear)

G_END_DECLS
