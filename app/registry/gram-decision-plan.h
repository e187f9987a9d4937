/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-table.h"
#include "gram-corrections.h"

G_BEGIN_DECLS

/*
 * What a decision would do to each vehicle, for the commands that do it and for the preview: dispute.uphold and
 * difference.take go through the same plan, so that what was shown is what happens.
 */

/**
 * GramDecisionPlan:
 * @registry: a registry
 * @account: account of the cases
 * @today: today in the scheme's own zone
 * @now: UTC microseconds, of vehicles that are created
 * @values: (nullable): argument `values`: `a{sv}`, name of a field → text
 * @right_account: (nullable): argument `right-account`
 * @fields: (nullable): argument `fields`
 * @rulebooks: rulebooks that were read
 *
 * What all cases of a decision share.
 */
typedef struct
{
  /* Borrowed References */
  GramRegistry *registry;
  const GramAccountRecord *account;

  /* Owned References */
  GVariant *values;
  char *right_account;
  char **fields;
  GHashTable *rulebooks;

  GramDate today;
  gint64 now;
} GramDecisionPlan;

/**
 * gram_decision_plan_init:
 * @self: (out caller-allocates): a plan
 * @registry: a registry
 * @account: account of the cases
 * @arguments: arguments of the command
 * @now: UTC microseconds
 * @error: return location
 *
 * Returns: %FALSE on error
 */
gboolean gram_decision_plan_init (GramDecisionPlan *self,
                                  GramRegistry *registry,
                                  const GramAccountRecord *account,
                                  GVariant *arguments,
                                  gint64 now,
                                  GError **error);

/**
 * gram_decision_plan_clear:
 * @self: a plan
 *
 * Frees what it holds.
 */
void gram_decision_plan_clear (GramDecisionPlan *self);

typedef struct _GramDecisionCase GramDecisionCase;

/**
 * gram_decision_case_read:
 * @plan: a plan
 * @record: a case of kind dispute, correction or difference
 * @refusal: (out) (optional): `decision.value`, `decision.right-account`, `vehicle.field-value` …
 * @error: return location
 *
 * Reads what a case would change if it were upheld, or its differences taken.
 *
 * Returns: (transfer full) (nullable): the case
 */
GramDecisionCase *gram_decision_case_read (const GramDecisionPlan *plan,
                                           const GramCaseRecord *record,
                                           GramRefusal **refusal,
                                           GError **error);

/**
 * gram_decision_case_free:
 * @self: (nullable): a case
 *
 * Frees it.
 */
void gram_decision_case_free (GramDecisionCase *self);

/**
 * gram_decision_case_needs_unassigned:
 * @self: a case
 *
 * Returns: whether its vehicles go to the unassigned account, which is not there yet
 */
gboolean gram_decision_case_needs_unassigned (const GramDecisionCase *self);

/**
 * gram_decision_case_take_account:
 * @self: a case
 * @account: (transfer full): account to which its vehicles go
 *
 * Says which account that is, once it was made.
 */
void gram_decision_case_take_account (GramDecisionCase *self, GramAccountRecord *account);

/**
 * GramDecisionFunc:
 * @correction: one vehicle before and after
 * @data: closure
 * @refusal: (out) (optional): refusal
 * @error: return location
 *
 * Is told each vehicle of a case.
 *
 * Returns: %FALSE to stop
 */
typedef gboolean (*GramDecisionFunc) (const GramCorrection *correction,
                                      gpointer data,
                                      GramRefusal **refusal,
                                      GError **error);

/**
 * gram_decision_case_each:
 * @plan: a plan
 * @self: a case
 * @func: (scope call): is told each vehicle, in the order of their ids, a page at a time
 * @data: closure
 * @refusal: (out) (optional): `decision.vehicle-left`, `decision.identifier-taken`, `decision.here-already`,
 *   `decision.other-dispute`, `decision.no-change`, `decision.contradiction`
 * @error: return location
 *
 * Plans each vehicle as the registry has it at this instant.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_decision_case_each (const GramDecisionPlan *plan,
                                  const GramDecisionCase *self,
                                  GramDecisionFunc func,
                                  gpointer data,
                                  GramRefusal **refusal,
                                  GError **error);

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (GramDecisionPlan, gram_decision_plan_clear)
G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramDecisionCase, gram_decision_case_free)

G_END_DECLS
