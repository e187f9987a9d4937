/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-auto-accept.h"
#include "gram-import-merge.h"
#include "gram-import-pass.h"
#include "gram-row-vehicle.h"

G_BEGIN_DECLS

/* What a pass carries from row to row; see gram-import-pass.c (reading) and gram-import-row.c (one row). */
typedef struct
{
  const GramImportPass *pass;
  GramImportReport *report;
  GramRowContext *rows;
  GramVehicleRecord *row;
  GPtrArray *problems;
  /* Bit set of the ids of vehicles that a row has named. */
  GByteArray *named;
  /* Vehicles that became ready and that auto-accept takes, not accepted yet. */
  GArray *taken;
  GramAccepted accepted;
  GramAutoJudge judge;
  GramMergeScope scope;
  gint64 import_id;
  gint64 now;
  gboolean applies;
  gboolean has_status;
  /* No account had a vehicle when the pass began: only the file itself can name one twice. */
  gboolean begins_empty;
  /* Last day for a decision about differences, once it was asked. */
  char *difference_due;
  /* The first rejected row, for the refusal. */
  char *first_problem;
} GramImportWork;

/**
 * _gram_import_row:
 * @work: the pass so far; its row was read
 * @row: where it stands in the file
 * @error: return location
 *
 * Classifies the row that was read, counts it, and applies it if the pass does.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_import_row (GramImportWork *work, const GramTableRow *row, GError **error);

/**
 * _gram_import_reject:
 * @work: the pass so far; its problems are those of one row
 * @error: return location
 *
 * Counts a rejected row and keeps its problems.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_import_reject (GramImportWork *work, GError **error);

/**
 * _gram_import_report_differences:
 * @work: the pass so far
 * @vehicle: an accepted or disputed vehicle of the registry
 * @at: where the row stands that says something else
 * @error: return location
 *
 * Counts the row and reports what it says: each difference that is new joins the case in which this vehicle's are decided.
 * Nothing is applied.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_import_report_differences (GramImportWork *work,
                                          const GramVehicleRecord *vehicle,
                                          const GramTableRow *at,
                                          GError **error);

/**
 * _gram_import_accept_taken:
 * @work: the pass so far
 * @error: return location
 *
 * Accepts the vehicles that auto-accept takes and that wait for it.
 *
 * Returns: %FALSE on error
 */
gboolean _gram_import_accept_taken (GramImportWork *work, GError **error);

G_END_DECLS
