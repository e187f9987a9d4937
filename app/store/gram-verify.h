/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-store.h"

G_BEGIN_DECLS

/**
 * GramVerifyFinding:
 * @where: table and row, for example `journal 17`, `ledger_entry 5`, `vehicle_total account 1, period 202603, ready`
 * @message: a translated sentence: what does not fit
 *
 * One thing that does not fit.
 */
typedef struct
{
  char *where;
  char *message;
} GramVerifyFinding;

/**
 * GramVerifyReport:
 * @journal_entries: entries whose chain was recomputed
 * @ledger_entries: ledger rows recomputed
 * @totals: kept totals recomputed
 * @vehicles: vehicles read
 * @findings: (element-type GramVerifyFinding): what does not fit, first first; empty if all is well
 */
typedef struct
{
  gint64 journal_entries;
  gint64 ledger_entries;
  gint64 totals;
  gint64 vehicles;
  GPtrArray *findings;
} GramVerifyReport;

/**
 * gram_verify:
 * @store: a store
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * The auditor: recomputes the journal's chain and head, the ledger's chain, sums and balances, and every stored total;
 * checks that the search index fits the vehicles, that every account that is not closed has an owner, that the states
 * of accounts are those of their measures and closings and their fields those of their history, that nobody approved
 * what they prepared, that cases, what they are about and the vehicles that disputes block agree, that evidence is what
 * was attached, that differences are decided as their cases are, and that tables, indexes and triggers are those of
 * this program. The schema's own rules (CHECK) are looked at only in a store that was opened for writing; everything
 * else in either.
 *
 * Returns: (transfer full) (nullable): the report
 */
GramVerifyReport *gram_verify (GramStore *store, GCancellable *cancellable, GError **error);

/**
 * GramVerifyProgress:
 * @done: rows looked at
 * @total: rows to look at
 * @rows: rows looked at
 * @data: closure
 *
 * Told at most ten times a second, on the thread that works.
 */
typedef void (*GramVerifyProgress) (gint64 done, gint64 total, gint64 rows, gpointer data);

/**
 * gram_verify_full:
 * @store: a store
 * @progress: (nullable) (scope call): told how far it is
 * @data: closure of @progress
 * @cancellable: (nullable): to stop it
 * @error: return location
 *
 * gram_verify() that tells how far it is.
 *
 * Returns: (transfer full) (nullable): the report
 */
GramVerifyReport *gram_verify_full (GramStore *store,
                                    GramVerifyProgress progress,
                                    gpointer data,
                                    GCancellable *cancellable,
                                    GError **error);

/**
 * gram_verify_report_free:
 * @self: (nullable): a report
 *
 * Frees a report.
 */
void gram_verify_report_free (GramVerifyReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramVerifyReport, gram_verify_report_free)

G_END_DECLS
