/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-decision-plan.h"

#include "gram-case-vehicle-table.h"
#include "gram-dispute-table.h"
#include "gram-vehicle-fields.h"

G_BEGIN_DECLS

/* A field and what it shall say, canonical. */
typedef struct
{
  const GramVehicleField *field;
  char *text;
} GramDecisionValue;

struct _GramDecisionCase
{
  gint64 id;
  GramCaseKind kind;
  /* NULL: a difference. */
  GramDisputeRecord *dispute;
  gint64 vehicle_id;
  /* What is set, field by field; the same field a second time counts. Details only where a vehicle is created. */
  GArray *details;
  GArray *values;
  /* The vehicles leave for another account: that one, or the unassigned one that is not there yet. */
  gboolean leaves;
  GramAccountRecord *to;
};

/* Sets what the case sets; what follows from it is worked out anew. */
gboolean _gram_decision_case_set (const GramDecisionCase *self,
                                  const GramAccountRecord *account,
                                  GramVehicleRecord *after,
                                  GramRefusal **refusal);

/* The identifiers have to be those of no other vehicle. */
gboolean _gram_decision_check_identity (const GramDecisionPlan *plan,
                                        const GramCorrection *correction,
                                        GramRefusal **refusal,
                                        GError **error);

/* The vehicle that is said to be missing: found elsewhere, or to be created. */
gboolean _gram_decision_case_plan_missing (const GramDecisionPlan *plan,
                                           const GramDecisionCase *self,
                                           GramDecisionFunc func,
                                           gpointer data,
                                           GramRefusal **refusal,
                                           GError **error);

/* One vehicle that is there. */
gboolean _gram_decision_case_plan_vehicle (const GramDecisionPlan *plan,
                                           const GramDecisionCase *self,
                                           const GramVehicleRecord *vehicle,
                                           const GramAccountRecord *account,
                                           const GramAccountRecord *account_after,
                                           GramDecisionFunc func,
                                           gpointer data,
                                           GramRefusal **refusal,
                                           GError **error);

G_END_DECLS
