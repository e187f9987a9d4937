/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries-years.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_queries_begin_years:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account that the question is about, 0 all of them
 * @refusal: (out) (optional): `permission.role`, `session.ended`, `account.unknown`
 * @error: return location
 *
 * Begins a read for a question about scheme years, for somebody who may ask it: the administrator's side; in an own or
 * practice registry also members of an account of the CCTS; who may view @account_id. On success the caller ends the read.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean _gram_queries_begin_years (GramRegistry *self,
                                    GramActor *actor,
                                    gint64 account_id,
                                    GramRefusal **refusal,
                                    GError **error);

G_END_DECLS
