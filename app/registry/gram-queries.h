/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-acceptance.h"
#include "gram-ccs.h"
#include "gram-registry.h"
#include "gram-total-table.h"

G_BEGIN_DECLS

/**
 * gram_registry_list_accounts:
 * @self: a registry
 * @actor: who asks; an administrator sees all, others the accounts that they are members of
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramAccountRecord) (nullable): the accounts, by holder and number
 */
GPtrArray *gram_registry_list_accounts (GramRegistry *self, GramActor *actor, GError **error);

/**
 * gram_registry_may_view:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Every question about an account starts here.
 *
 * Returns: %GRAM_OUTCOME_DONE if @actor may view it
 */
GramOutcome gram_registry_may_view (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * GramOverview:
 * @counts: records by status (first index) and attention (second index)
 * @units: cars, likewise
 * @accepted: sums over accepted vehicles
 * @waiting: sums over vehicles that are ready
 * @months: (element-type GramTotal): the cells by month, oldest first, for the chart
 * @oldest_ready_at: when the vehicle became ready that was entered first of those that can be accepted, UTC
 *   microseconds, 0 none
 * @today: scheme's local date, ISO
 *
 * Where an account stands, from the kept totals.
 */
typedef struct
{
  gint64 counts[3][3];
  gint64 units[3][3];
  GramVehicleSums accepted;
  GramVehicleSums waiting;
  GArray *months;
  gint64 oldest_ready_at;
  char *today;
} GramOverview;

/**
 * gram_registry_overview:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Returns: (transfer full) (nullable): the overview
 */
GramOverview *gram_registry_overview (GramRegistry *self,
                                      GramActor *actor,
                                      gint64 account_id,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_overview_free:
 * @self: (nullable): an overview
 *
 * Frees it.
 */
void gram_overview_free (GramOverview *self);

/**
 * GramRehearsal:
 * @would_accept: vehicles that auto-accept would take now
 * @units: cars that they stand for
 * @skipped: (element-type GramRehearsalRow): those that it would leave to a person, the first 1,000
 * @n_skipped: how many it would leave in all
 * @n_by_reason: counts by reason, index #GramAutoReason
 *
 * What auto-accept would do to the vehicles that are ready now, and what not and why.
 */
typedef struct
{
  gint64 would_accept;
  gint64 units;
  GPtrArray *skipped;
  gint64 n_skipped;
  gint64 n_by_reason[GRAM_AUTO_REASON_N];
} GramRehearsal;

/**
 * GramRehearsalRow:
 * @vehicle_id: the vehicle
 * @label: VIN, chassis number or register key
 * @model: make and model
 * @reason: a translated sentence
 *
 * A vehicle that auto-accept would leave to a person.
 */
typedef struct
{
  gint64 vehicle_id;
  char *label;
  char *model;
  char *reason;
} GramRehearsalRow;

/**
 * gram_registry_rehearse_auto_accept:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @switches: #GramAutoAccept flags as they would be
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Rehearses auto-accept over the vehicles that are ready; changes nothing.
 *
 * Returns: (transfer full) (nullable): the rehearsal
 */
GramRehearsal *gram_registry_rehearse_auto_accept (GramRegistry *self,
                                                   GramActor *actor,
                                                   gint64 account_id,
                                                   guint switches,
                                                   GCancellable *cancellable,
                                                   GramRefusal **refusal,
                                                   GError **error);

/**
 * gram_rehearsal_free:
 * @self: (nullable): a rehearsal
 *
 * Frees it.
 */
void gram_rehearsal_free (GramRehearsal *self);

/**
 * GramTargetExplanation:
 * @vehicle: the vehicle
 * @kind: kind of its account
 * @rulebook: version of the rulebook: the one frozen at acceptance, else the one in force today
 * @frozen: it was frozen at acceptance
 * @figure: target, value, difference, credit or charge, with every step that led there
 *
 * How the target of a vehicle comes about (CCS).
 */
typedef struct
{
  GramVehicleRecord *vehicle;
  GramAccountKind kind;
  char *rulebook;
  gboolean frozen;
  GramCcsFigure figure;
} GramTargetExplanation;

/**
 * gram_registry_explain_target:
 * @self: a registry
 * @actor: who asks
 * @vehicle_id: a vehicle
 * @refusal: (out) (optional): why not, or why there is no target
 * @error: return location
 *
 * Explains the target of a vehicle.
 *
 * Returns: (transfer full) (nullable): the explanation
 */
GramTargetExplanation *gram_registry_explain_target (GramRegistry *self,
                                                     GramActor *actor,
                                                     gint64 vehicle_id,
                                                     GramRefusal **refusal,
                                                     GError **error);

/**
 * gram_target_explanation_free:
 * @self: (nullable): an explanation
 *
 * Frees it.
 */
void gram_target_explanation_free (GramTargetExplanation *self);

/**
 * gram_registry_administers:
 * @self: a registry
 * @actor: who asks
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Questions about the registry as a whole (its persons, its whole journal) are for the administrator's side.
 *
 * Returns: %GRAM_OUTCOME_DONE if @actor is on that side
 */
GramOutcome gram_registry_administers (GramRegistry *self,
                                       GramActor *actor,
                                       GramRefusal **refusal,
                                       GError **error);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramTargetExplanation, gram_target_explanation_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramOverview, gram_overview_free)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramRehearsal, gram_rehearsal_free)

G_END_DECLS
