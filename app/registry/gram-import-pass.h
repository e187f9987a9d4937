/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"
#include "gram-import-options.h"
#include "gram-import.h"

G_BEGIN_DECLS

/**
 * GramImportPass:
 * @registry: the registry
 * @account: the account
 * @options: how the file is read
 * @call: (nullable): the command that brings the rows in; %NULL for a dry run
 * @skip_rejected: rejected rows do not keep the others out
 * @progress: (nullable): told while it works
 * @progress_data: closure of @progress
 * @cancellable: (nullable): to stop it
 *
 * One reading of a file. The dry run and the import are the same pass; the import applies what it finds.
 */
typedef struct
{
  GramRegistry *registry;
  const GramAccountRecord *account;
  const GramImportOptions *options;
  GramCall *call;
  gboolean skip_rejected;
  GramProgressFunc progress;
  gpointer progress_data;
  GCancellable *cancellable;
} GramImportPass;

/**
 * gram_import_pass_run:
 * @self: a pass
 * @import_id: (out): id of the import, 0 for a dry run
 * @refusal: (out) (optional): `import.file`, `import.file-changed`, `import.rows-rejected`, `import.empty`
 * @error: return location
 *
 * Reads the file to its end, and brings in what it finds if the pass belongs to a command. What each row is:
 *
 * - *rejected*: it cannot be read; it names a vehicle that an earlier row named; VIN and chassis number are those of two
 *   vehicles, or one of them differs from the vehicle's; the vehicle is on another account
 * - *new*: nobody has it
 * - *unchanged*: it says nothing else than the registry
 * - *changed*: it says something else of a vehicle that is not accepted, or that it is ready
 * - *differing*: it says something else of an accepted vehicle; reported, never applied
 *
 * Returns: (transfer full) (nullable): the report
 */
GramImportReport *gram_import_pass_run (const GramImportPass *self,
                                        gint64 *import_id,
                                        GramRefusal **refusal,
                                        GError **error);

G_END_DECLS
