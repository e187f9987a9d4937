/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-vehicle-table.h"

G_BEGIN_DECLS

/**
 * GramCorrection:
 * @case_id: the case that decides it
 * @vehicle: (nullable): the vehicle as it stands, %NULL if the decision creates it
 * @account: account on which it stands, or is to be created
 * @after: the vehicle as it shall be; its @account_id says where
 * @account_after: account on which it shall stand
 *
 * One vehicle before and after a decision.
 */
typedef struct
{
  gint64 case_id;
  GramVehicleRecord *vehicle;
  GramAccountRecord *account;
  GramVehicleRecord *after;
  GramAccountRecord *account_after;
} GramCorrection;

/**
 * gram_correction_free:
 * @self: (nullable): a correction
 *
 * Frees it.
 */
void gram_correction_free (GramCorrection *self);

/**
 * GramCorrectionMoves:
 * @credits: credits taken from the holding (−) or given (+), hundredths of a gram
 * @charges: pending charges that fell away (−) or came up (+), NZ cents
 * @owed: thereof for credits that were used already and are owed in money now, NZ cents
 * @in_favour: what had been paid and counts in the holder's favour now, NZ cents
 *
 * What a correction moves on one account.
 */
typedef struct
{
  gint64 credits;
  gint64 charges;
  gint64 owed;
  gint64 in_favour;
} GramCorrectionMoves;

/**
 * gram_corrections_apply:
 * @call: a call
 * @correction: one vehicle before and after
 * @moves: (inout) (optional): what moved on the account that it left, added to
 * @error: return location
 *
 * Writes the new version of the record and keeps the old one in its history. Was the vehicle accepted, the figure that
 * was frozen is taken back by a `reversal` and the new one posted by a `correction`; both name the case through a row of
 * gram-correction-table.h. A vehicle that changes its account is ready there and has to be accepted anew. Attention is
 * worked out anew.
 *
 * Returns: %FALSE on error
 */
gboolean gram_corrections_apply (GramCall *call,
                                 const GramCorrection *correction,
                                 GramCorrectionMoves *moves,
                                 GError **error);

/**
 * gram_corrections_unassigned:
 * @call: a call
 * @kind: kind of account
 * @account: (out) (transfer full): the account
 * @error: return location
 *
 * The account of vehicles that belong to nobody whom the registry knows; it is made when it is first needed, and no
 * member or directory ever lists it.
 *
 * Returns: %FALSE on error
 */
gboolean gram_corrections_unassigned (GramCall *call,
                                      GramAccountKind kind,
                                      GramAccountRecord **account,
                                      GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramCorrection, gram_correction_free)

G_END_DECLS
