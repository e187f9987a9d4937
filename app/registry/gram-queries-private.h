/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-queries.h"
#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_queries_outcome:
 * @good: whether it went well
 * @refusal: (nullable): the refusal if there is one
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_outcome (gboolean good, const GramRefusal *refusal);

/**
 * _gram_queries_find_person:
 * @self: a registry
 * @actor: who asks
 * @person: (out) (transfer full) (nullable): who asks, as the registry has them now
 * @refusal: (out) (optional): `session.ended`
 * @error: return location
 *
 * Questions about no account start here: whether @actor is still in the registry.
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_find_person (GramRegistry *self,
                                       GramActor *actor,
                                       GramPersonRecord **person,
                                       GramRefusal **refusal,
                                       GError **error);

/**
 * _gram_queries_view_account:
 * @self: a registry
 * @actor: who asks
 * @account_id: an account
 * @account: (out) (transfer full) (nullable): the account
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Reads an account for somebody who may view it.
 *
 * Returns: the outcome
 */
GramOutcome _gram_queries_view_account (GramRegistry *self,
                                        GramActor *actor,
                                        gint64 account_id,
                                        GramAccountRecord **account,
                                        GramRefusal **refusal,
                                        GError **error);

G_END_DECLS
