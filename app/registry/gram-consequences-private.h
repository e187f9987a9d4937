/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-consequences.h"
#include "gram-decision-plan.h"
#include "gram-figure-postings.h"

#include "gram-vehicle-fields.h"

G_BEGIN_DECLS

/**
 * _gram_consequences_of:
 * @plan: a plan
 * @records: (element-type GramCaseRecord): the cases that would be decided together
 * @refusal: (out) (optional): why they cannot be
 * @error: return location
 *
 * Goes through all that would change and writes nothing.
 *
 * Returns: (transfer full) (nullable): the preview
 */
GramConsequences *_gram_consequences_of (const GramDecisionPlan *plan,
                                         const GPtrArray *records,
                                         GramRefusal **refusal,
                                         GError **error);

/* A field of the vehicles: what it says, as long as all say the same. */
typedef struct
{
  char *before;
  char *after;
  gboolean changes;
  gboolean mixed;
} GramConsequenceField;

/* Sums over the vehicles, before (0) and after (1). */
typedef struct
{
  GramCcsShare share;
  gint64 target;
  gint64 targets;
  gint64 activity;
  gint64 units;
} GramConsequenceSide;

/* An account whose ledger moves: as it stands, and as it would. */
typedef struct
{
  gint64 account_id;
  int year;
  char *number;
  GramFigureStanding before;
  GramFigureStanding after;
  gint64 in_favour_before;
  gint64 in_favour_after;
} GramConsequenceLedger;

/* What was met on the way, and what a person is told of it. */
typedef struct
{
  gint64 vehicles;
  gint64 waiting;
  gint64 corrected;
  gint64 created;
  gint64 left_accepted;
  gint64 unposted;
  gint64 fleet_average;
  gint64 credit_short;
  gint64 short_amount;
  gint64 in_favour;
  gint64 credits_back;
  int short_year;
  int earlier_year;
  gboolean to_nobody;
} GramConsequenceFacts;

/* A preview in the making. */
typedef struct
{
  const GramDecisionPlan *plan;
  GramConsequenceField fields[GRAM_VEHICLE_FIELD_N];
  GramConsequenceField account;
  GramConsequenceSide sides[2];
  GArray *ledgers;
  GramConsequenceFacts facts;
  GramFigures today;
  GramFigures today_after;
  gint64 today_after_account;
  GChecksum *checksum;
  GPtrArray *sheets;
  GHashTable *exclusions; /* titles by their words */
} GramConsequenceWork;

/* Writes the lines and sentences of what was found. */
void _gram_consequences_write (GramConsequenceWork *work, GramConsequences *self);

G_END_DECLS
