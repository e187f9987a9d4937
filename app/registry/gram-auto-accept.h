/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-acceptance.h"
#include "gram-figures.h"

G_BEGIN_DECLS

/**
 * GramAutoJudge:
 * @kind: kind of the account
 * @state: state of the account
 * @effects: what the state of the account leaves possible, by the rulebook in force
 * @switches: #GramAutoAccept flags
 * @today: day in the scheme's own zone
 * @figures: charge scheme and rulebook in force today
 *
 * What auto-accept goes by, besides the vehicle. The rehearsal and the effect share it, so they agree.
 */
typedef struct
{
  GramAccountKind kind;
  GramAccountState state;
  guint effects;
  guint switches;
  GramDate today;
  GramFigures figures;
} GramAutoJudge;

/**
 * gram_auto_judge_init:
 * @self: (out caller-allocates): a judge
 * @registry: a registry
 * @account: an account
 * @switches: the switches as they are or would be
 * @error: return location
 *
 * Reads what auto-accept goes by today.
 *
 * Returns: %FALSE on error
 */
gboolean gram_auto_judge_init (GramAutoJudge *self,
                               GramRegistry *registry,
                               const GramAccountRecord *account,
                               guint switches,
                               GError **error);

/**
 * gram_auto_judge_clear:
 * @self: a judge
 *
 * Frees what it holds.
 */
void gram_auto_judge_clear (GramAutoJudge *self);

/**
 * gram_auto_judge_accepts:
 * @self: a judge
 * @vehicle: a vehicle of the account
 * @reason: (out) (optional): the reason either way
 *
 * Returns: whether auto-accept accepts the vehicle
 */
gboolean gram_auto_judge_accepts (const GramAutoJudge *self,
                                  const GramVehicleRecord *vehicle,
                                  GramAutoReason *reason);

/**
 * GramAutoAcceptSums:
 * @accepted: what was accepted
 * @skipped: records that were left to a person
 *
 * What auto-accept did.
 */
typedef struct
{
  GramAccepted accepted;
  gint64 skipped;
} GramAutoAcceptSums;

/**
 * gram_auto_accept_ids:
 * @call: a call on the account
 * @judge: what it goes by
 * @ids: vehicles of the account that have become ready
 * @n_ids: how many
 * @sums: (inout): added to
 * @error: return location
 *
 * Accepts those that auto-accept takes.
 *
 * Returns: %FALSE on error
 */
gboolean gram_auto_accept_ids (GramCall *call,
                               const GramAutoJudge *judge,
                               const gint64 *ids,
                               gsize n_ids,
                               GramAutoAcceptSums *sums,
                               GError **error);

/**
 * gram_auto_accept_taken:
 * @call: a call on the account
 * @judge: what took them
 * @taken: (element-type gint64): vehicles that gram_auto_judge_accepts() takes, at least one
 * @accepted: (inout): added to
 * @error: return location
 *
 * Accepts what was judged before.
 *
 * Returns: %FALSE on error
 */
gboolean gram_auto_accept_taken (GramCall *call,
                                 const GramAutoJudge *judge,
                                 const GArray *taken,
                                 GramAccepted *accepted,
                                 GError **error);

/**
 * gram_auto_accept_waiting:
 * @call: a call on the account
 * @switches: the switches
 * @sums: (inout): added to
 * @error: return location
 *
 * Accepts those that auto-accept takes of all that are ready already.
 *
 * Returns: %FALSE on error
 */
gboolean
gram_auto_accept_waiting (GramCall *call, guint switches, GramAutoAcceptSums *sums, GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramAutoJudge, gram_auto_judge_clear)

G_END_DECLS
