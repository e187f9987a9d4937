/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccs.h"

G_BEGIN_DECLS

/*
 * What the acceptance of a vehicle posts, and what a correction moves (CCS facts §3, §5, §7; s 177, s 182). Pure functions
 * over integers: credits in hundredths of a gram, money in NZ cents. Credits and charges are never netted here; a holder
 * pays charges with credits on the payment screen.
 */

/**
 * GramCcsShare:
 * @year: obligation year, 0 if no figure was frozen
 * @difference: target less value, hundredths of a gram: positive is a credit
 * @credit: credits that were posted, hundredths of a gram; 0 under Fleet Average
 * @charge: charge that was posted, NZ cents; 0 under Fleet Average
 *
 * A vehicle's share of what was posted: what its row froze at acceptance, or after its last correction.
 */
typedef struct
{
  int year;
  gint64 difference;
  gint64 credit;
  gint64 charge;
} GramCcsShare;

/**
 * gram_ccs_share_of_figure:
 * @figure: the figure of a vehicle
 * @charge_scheme: Pay As You Go posts credits and charges with each vehicle; Fleet Average settles the year as a whole, so
 *   that the figure is frozen and nothing posted
 *
 * Returns: what acceptance freezes and posts
 */
GramCcsShare gram_ccs_share_of_figure (const GramCcsFigure *figure, GramChargeScheme charge_scheme);

/**
 * gram_ccs_share_of_row:
 * @year: obligation year of the row, 0 if none was frozen
 * @difference: its difference, hundredths of a gram
 * @charge: its charge, NZ cents
 * @posted: a posting was made for it
 *
 * Returns: the share that the row of a vehicle stands for
 */
GramCcsShare gram_ccs_share_of_row (int year, gint64 difference, gint64 charge, gboolean posted);

/**
 * GramCcsCorrection:
 * @credit_new: credits of the new share, issued to the account it stands on now
 * @charge_new: charge of the new share, owed by that account
 * @credit_back: credits taken back from the holding of the old account
 * @credit_short: credits that were used and cannot be taken back, hundredths of a gram
 * @short_amount: they are owed in money instead: @credit_short at the year's rate, NZ cents
 *
 * What a correction moves of credits, and the new charge; what an old charge gives back is worked out from its own row
 * (gram-ccs-charge.h). Always @credit_back + @credit_short = old credit. The new share is posted **before** the old one is
 * taken back; on the same account and year the new credits then stand in for old ones that were used, so that the holding
 * never falls below zero.
 */
typedef struct
{
  gint64 credit_new;
  gint64 charge_new;
  gint64 credit_back;
  gint64 credit_short;
  gint64 short_amount;
} GramCcsCorrection;

/**
 * gram_ccs_correct:
 * @rules: rules of the Clean Car Standard
 * @before: the old share; all 0 if nothing was posted
 * @after: the new share; all 0 if the vehicle leaves for an account where it is not accepted yet
 * @same_account: both stand on one account
 * @credits: credits of the year of @before in the holding of its account, hundredths of a gram, before the correction
 * @rate_cents: NZ cents for each gram over target in the year of @before, for credits that were used
 * @correction: (out caller-allocates): what it moves
 * @refusal: (out) (optional): `ccs.figure-too-large`
 *
 * “A proven certification error is always corrected”: the old figure goes back, the new one comes in.
 *
 * Returns: %FALSE if an amount does not fit
 */
gboolean gram_ccs_correct (const GramCcsRules *rules,
                           const GramCcsShare *before,
                           const GramCcsShare *after,
                           gboolean same_account,
                           gint64 credits,
                           gint64 rate_cents,
                           GramCcsCorrection *correction,
                           GramRefusal **refusal);

G_END_DECLS
