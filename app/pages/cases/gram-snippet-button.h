/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-case-words.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_SNIPPET_BUTTON (gram_snippet_button_get_type ())
G_DECLARE_FINAL_TYPE (GramSnippetButton, gram_snippet_button, GRAM, SNIPPET_BUTTON, AdwBin)

/**
 * GramSnippetButton:
 *
 * Offers the texts that case handlers keep for reasons and questions, and leads to where they are written. They are read
 * each time it opens.
 *
 * Signal `chosen (const char *)`: the text of a snippet is to be inserted.
 */

/**
 * gram_snippet_button_new:
 * @session: the session
 * @kind: kind of case that they have to fit, 0 all
 *
 * Returns: (transfer floating): the button
 */
GtkWidget *gram_snippet_button_new (GramSession *session, GramCaseKind kind);

/**
 * gram_snippet_button_set_kind:
 * @self: the button
 * @kind: kind of case that they have to fit, 0 all
 *
 * For another case.
 */
void gram_snippet_button_set_kind (GramSnippetButton *self, GramCaseKind kind);

G_END_DECLS
