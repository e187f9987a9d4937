/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CREATE_DIALOG (gram_create_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramCreateDialog, gram_create_dialog, GRAM, CREATE_DIALOG, AdwDialog)

/**
 * gram_create_dialog_new:
 * @kind: own or administrator
 *
 * Makes a registry: asks what it is called, who its first person is, their password, and where the file goes. A folder is
 * asked for rather than a file, since SQLite keeps its log beside the registry and the sandbox has to let it.
 *
 * Signals: `created (GramSession)`: it is made and open, and its first person is signed in; the dialog has closed.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_create_dialog_new (GramRegistryKind kind);

/**
 * gram_create_dialog_set_folder:
 * @self: a dialog
 * @folder: where the file goes
 *
 * Chooses the folder.
 */
void gram_create_dialog_set_folder (GramCreateDialog *self, GFile *folder);

G_END_DECLS
