/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_SNIPPETS_DIALOG (gram_snippets_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramSnippetsDialog, gram_snippets_dialog, GRAM, SNIPPETS_DIALOG, AdwDialog)

/**
 * GramSnippetsDialog:
 *
 * The texts that case handlers keep for reasons and questions: a list, and a page on which one is written or changed.
 * Everybody who works cases shares them.
 */

/**
 * gram_snippets_dialog_new:
 * @session: the session
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_snippets_dialog_new (GramSession *session);

G_END_DECLS
