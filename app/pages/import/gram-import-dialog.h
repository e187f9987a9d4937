/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_IMPORT_DIALOG (gram_import_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramImportDialog, gram_import_dialog, GRAM, IMPORT_DIALOG, AdwDialog)

/**
 * gram_import_dialog_new:
 * @session: a session with an account
 *
 * Brings a register file into the session's current account: choose a file, say how it is read, map its columns if Gram
 * does not know them, see in a dry run what would happen, and only then bring it in. Nothing is changed before the last
 * step, and that step is done whole or not at all.
 *
 * Actions, all parameterless: `import.choose-file`, `import.save-template`, `import.change-mapping`, `import.next`,
 * `import.retry`, `import.show-rejects`, `import.save-rejects`, `import.apply`, `import.cancel`, `import.again`,
 * `import.show-vehicles`, `import.close`.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_import_dialog_new (GramSession *session);

/**
 * gram_import_dialog_open_file:
 * @self: a dialog in which nothing runs
 * @file: a file
 *
 * As if the person had chosen @file.
 */
void gram_import_dialog_open_file (GramImportDialog *self, GFile *file);

/**
 * gram_import_dialog_get_step:
 * @self: a dialog
 *
 * Returns: (transfer none) (nullable): `file`, `settings`, `mapping`, `dry-run`, `rejects`, `apply` or `done`
 */
const char *gram_import_dialog_get_step (GramImportDialog *self);

/**
 * gram_import_dialog_is_busy:
 * @self: a dialog
 *
 * Returns: whether it is reading a file, or bringing it in
 */
gboolean gram_import_dialog_is_busy (GramImportDialog *self);

G_END_DECLS
