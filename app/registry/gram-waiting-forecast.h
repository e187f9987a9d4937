/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-acceptance-table.h"
#include "gram-ccs.h"

G_BEGIN_DECLS

/**
 * GramWaitingSums:
 * @records: vehicles that have a figure
 * @unknown: vehicles without one: data missing, or @refusal
 * @credit: grams below target of those that are below, hundredths
 * @excess: grams over target of those that are over, without sign
 * @credit_records: vehicles below target
 * @charge_records: vehicles over target
 * @amount: what those over target would be charged each by itself, cents
 * @refusal: (nullable): why there are no figures, for example `ccs.weights-unpublished`
 *
 * What vehicles that are not accepted would bring.
 */
typedef struct
{
  gint64 records;
  gint64 unknown;
  gint64 credit;
  gint64 excess;
  gint64 credit_records;
  gint64 charge_records;
  gint64 amount;
  GramRefusal *refusal;
} GramWaitingSums;

/**
 * gram_waiting_sums_init:
 * @self: (out caller-allocates): sums
 * @groups: (element-type GramWaitingGroup): gram_vehicle_table_waiting()
 * @rulebook: a rulebook of the Clean Car Standard
 * @kind: kind of the account
 * @fleet_average: by the rate of Fleet Average
 * @year: obligation year by whose rules it is
 *
 * Each car is rounded for itself, so a group is one figure as often as it has cars: the sums are exact. What does not fit counts
 * as unknown.
 */
void gram_waiting_sums_init (GramWaitingSums *self,
                             const GArray *groups,
                             const GramRulebook *rulebook,
                             GramAccountKind kind,
                             gboolean fleet_average,
                             int year);

/**
 * gram_waiting_sums_clear:
 * @self: sums
 *
 * Frees what they hold.
 */
void gram_waiting_sums_clear (GramWaitingSums *self);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramWaitingSums, gram_waiting_sums_clear)

G_END_DECLS
