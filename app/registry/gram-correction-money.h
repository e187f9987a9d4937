/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-charge-sheets.h"
#include "gram-corrections.h"

G_BEGIN_DECLS

/**
 * GramCorrectionMoney:
 * @charges: what is outstanding: more (+) or less (−)
 * @in_favour: what stands in favour: more (+) or less (−)
 * @credits: (element-type GramCcsCredits): credits that had paid and are in the holding again, by year
 *
 * What a correction moves besides the credits that vehicles earn.
 */
typedef struct
{
  gint64 charges;
  gint64 in_favour;
  GArray *credits;
} GramCorrectionMoney;

/**
 * gram_correction_money_work_out:
 * @self: (out caller-allocates): what moves
 * @registry: a registry
 * @sheets: (element-type GramChargeSheet): charges as the corrections before left them; one that is new to them is added
 * @correction: one vehicle before and after
 * @figures: its figures
 * @error: return location
 *
 * Works out what gram_corrections_apply() does with the charges of a vehicle, without writing.
 *
 * Returns: %FALSE on error
 */
gboolean gram_correction_money_work_out (GramCorrectionMoney *self,
                                         GramRegistry *registry,
                                         GPtrArray *sheets,
                                         const GramCorrection *correction,
                                         const GramCorrectionFigures *figures,
                                         GError **error);

/**
 * gram_correction_money_clear:
 * @self: what moves
 *
 * Frees what it holds.
 */
void gram_correction_money_clear (GramCorrectionMoney *self);

/**
 * GramCorrectionPosted:
 * @posting: posting of the new figure, 0 none
 * @reversal: posting that takes the old figure back, 0 none
 *
 * What a correction posted.
 */
typedef struct
{
  gint64 posting;
  gint64 reversal;
} GramCorrectionPosted;

/**
 * gram_correction_money_post:
 * @call: a call
 * @correction: one vehicle before and after
 * @figures: its figures, which change
 * @moves: the credits that move
 * @posted: (out caller-allocates): what was posted
 * @error: return location
 *
 * Posts the new figure first, then takes the old one back: what comes in makes up for what was used already. The charge that
 * the vehicle made is taken back as far as it was the vehicle's; the one that it makes now is a charge of its own, settled by
 * what had settled the other. Credits that were used already and should never have been are a charge, too.
 *
 * Returns: %FALSE on error
 */
gboolean gram_correction_money_post (GramCall *call,
                                     const GramCorrection *correction,
                                     const GramCorrectionFigures *figures,
                                     const GramCcsCorrection *moves,
                                     GramCorrectionPosted *posted,
                                     GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramCorrectionMoney, gram_correction_money_clear)

G_END_DECLS
