/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_CCTS_EXPLANATION_DIALOG (gram_ccts_explanation_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramCctsExplanationDialog,
                      gram_ccts_explanation_dialog,
                      GRAM,
                      CCTS_EXPLANATION_DIALOG,
                      AdwDialog)

/**
 * gram_ccts_explanation_dialog_new:
 * @session: the session
 * @figure: `allocation`, `activity`, `conversion`, `payment` or `holdings`
 * @account_id: an account, 0 the current one
 * @year: a scheme year
 *
 * How a figure of a scheme year comes about: inputs, formula, rounding step, article; and a way to exactly the vehicles
 * that were counted (`win.show-year-vehicles`).
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_ccts_explanation_dialog_new (GramSession *session,
                                             const char *figure,
                                             gint64 account_id,
                                             int year);

G_END_DECLS
