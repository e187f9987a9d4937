/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-pools.h"
#include "gram-session.h"

G_BEGIN_DECLS

#define GRAM_TYPE_POOL_WHAT_IF_DIALOG (gram_pool_what_if_dialog_get_type ())
G_DECLARE_FINAL_TYPE (GramPoolWhatIfDialog,
                      gram_pool_what_if_dialog,
                      GRAM,
                      POOL_WHAT_IF_DIALOG,
                      AdwDialog)

/**
 * gram_pool_what_if_dialog_new:
 * @session: the session
 * @detail: a pool; what is needed of it is copied
 *
 * What the pool would come to if somebody joined or left, beside what it is. It is worked out as one chooses; nothing is
 * changed.
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_pool_what_if_dialog_new (GramSession *session, const GramPoolDetail *detail);

G_END_DECLS
