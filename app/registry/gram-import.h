/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry.h"
#include "gram-reject-spool.h"

G_BEGIN_DECLS

/**
 * GramImportReport:
 * @rows_read: rows of the file
 * @rows_new: vehicles that are new to the registry
 * @rows_changed: vehicles, not yet accepted, whose data differ
 * @rows_unchanged: vehicles that are the same
 * @rows_differing: accepted or disputed vehicles whose data differ: decided in a case, never applied by themselves
 * @rows_rejected: rows that cannot be brought in
 * @auto_accepted: of the new and changed ones, those that auto-accept takes
 * @waiting: of the new and changed ones, those that have become ready and wait for a person
 * @sha256: digest of the file that was read, hexadecimal
 * @rejects: (nullable): every rejected row; a dry run has it, even if there are none
 * @seconds_us: how long it took, microseconds
 *
 * What an import would do (dry run) or did.
 */
typedef struct
{
  gint64 rows_read;
  gint64 rows_new;
  gint64 rows_changed;
  gint64 rows_unchanged;
  gint64 rows_differing;
  gint64 rows_rejected;
  gint64 auto_accepted;
  gint64 waiting;
  char *sha256;
  GramRejectSpool *rejects;
  gint64 seconds_us;
} GramImportReport;

/**
 * gram_registry_import_dry_run:
 * @self: a registry; read-only will do
 * @actor: who asks
 * @arguments: the arguments that `vehicle.import` would get: `account`, `file`, `preset` or `mapping` (JSON text),
 *   `encoding`, `delimiter`, `date-order`, `decimal`, `status`
 * @progress: (nullable) (scope call): told while it works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Reads the whole file and says what the import would do; changes nothing.
 *
 * Returns: (transfer full) (nullable): the report
 */
GramImportReport *gram_registry_import_dry_run (GramRegistry *self,
                                                GramActor *actor,
                                                GVariant *arguments,
                                                GramProgressFunc progress,
                                                gpointer progress_data,
                                                GCancellable *cancellable,
                                                GramRefusal **refusal,
                                                GError **error);

/**
 * gram_import_report_free:
 * @self: (nullable): a report
 *
 * Frees it.
 */
void gram_import_report_free (GramImportReport *self);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (GramImportReport, gram_import_report_free)

G_END_DECLS
