/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-decision-plan.h"

G_BEGIN_DECLS

/**
 * gram_case_decisions_apply:
 * @call: a call
 * @plan: what the decision says
 * @record: a dispute, correction or difference that gram_cases_take() let through
 * @sums: (inout): added to
 * @refusal: (out) (optional): as in gram_decision_case_each()
 * @error: return location
 *
 * Applies what upholding a case does to its vehicles. The case itself is still to be decided, and nobody is told.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_case_decisions_apply (GramCall *call,
                                    const GramDecisionPlan *plan,
                                    const GramCaseRecord *record,
                                    GramCorrectionSums *sums,
                                    GramRefusal **refusal,
                                    GError **error);

G_END_DECLS
