/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include <adwaita.h>

#include "gram-queries-pools.h"
#include "gram-session.h"

G_BEGIN_DECLS

/**
 * gram_pool_apply_dialog_new:
 * @session: the session
 * @number: number of the account that would stand for the pool
 *
 * Applies for a pool with other manufacturers (CCTS Sch. 5).
 *
 * Returns: (transfer floating): the dialog
 */
AdwDialog *gram_pool_apply_dialog_new (GramSession *session, const char *number);

/**
 * gram_pool_member_dialog_new:
 * @session: the session
 * @command: a verb of a pool
 * @detail: the pool; what is needed of it is copied
 *
 * What members do with an application: `pool.agree` and `pool.withdraw`.
 *
 * Returns: (transfer floating) (nullable): the dialog; %NULL if @command is none of them
 */
AdwDialog *gram_pool_member_dialog_new (GramSession *session,
                                        const char *command,
                                        const GramPoolDetail *detail);

G_END_DECLS
