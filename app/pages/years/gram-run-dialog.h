/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_RUN_DIALOG (gram_run_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramRunDialog, gram_run_dialog, GRAM, RUN_DIALOG, AdwDialog)

/**
 * GramRunDialog:
 *
 * A command that concerns every participant of a year, shown before it is done: measuring, an allocation run, accounting,
 * closing. The preview is the registry's rehearsal; its digest goes with the command, so that what is done is what was
 * shown. If anything has changed meanwhile, the preview is asked for again.
 */

/**
 * gram_run_dialog_new:
 * @session: the session
 * @command: `year.measure`, `allocation.post`, `year.account` or `year.close`
 * @year: the scheme year
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_run_dialog_new (GramSession *session, const char *command, int year);

G_END_DECLS
