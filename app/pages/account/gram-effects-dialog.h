/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-accounts.h"

G_BEGIN_DECLS

/**
 * gram_effects_dialog_new:
 * @detail: an account
 *
 * What is possible with the account in the state that it is in, line by line with the articles.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_effects_dialog_new (const GramAccountDetail *detail);

G_END_DECLS
