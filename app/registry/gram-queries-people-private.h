/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-registry-private.h"

G_BEGIN_DECLS

/**
 * _gram_query_view:
 * @self: a registry, inside gram_store_begin_read()
 * @actor: who asks
 * @account_id: an account
 * @person: (out) (optional) (transfer full): who asks, as they are stored
 * @account: (out) (optional) (transfer full): the account, in the state that counts today
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Every question about an account starts here: whether @actor may view it.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean _gram_query_view (GramRegistry *self,
                           GramActor *actor,
                           gint64 account_id,
                           GramPersonRecord **person,
                           GramAccountRecord **account,
                           GramRefusal **refusal,
                           GError **error);

/**
 * _gram_query_administers:
 * @self: a registry
 * @actor: who asks
 * @person_id: a person who may ask about themselves, 0 none
 * @refusal: (out) (optional): why not
 * @error: return location
 *
 * Questions about the persons of the registry are for the administrator's side, and for each about themselves.
 *
 * Returns: %FALSE with exactly one of @refusal and @error set
 */
gboolean _gram_query_administers (GramRegistry *self,
                                  GramActor *actor,
                                  gint64 person_id,
                                  GramRefusal **refusal,
                                  GError **error);

/**
 * _gram_query_invitations_for:
 * @self: a registry
 * @email: an e-mail address, normalised
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramInvitationRow) (nullable): what waits for that address
 */
GPtrArray *_gram_query_invitations_for (GramRegistry *self, const char *email, GError **error);

/**
 * _gram_query_handovers_for:
 * @self: a registry
 * @person_id: a person
 * @error: return location
 *
 * Returns: (transfer full) (element-type GramHandoverRow) (nullable): what is offered to that person
 */
GPtrArray *_gram_query_handovers_for (GramRegistry *self, gint64 person_id, GError **error);

G_END_DECLS
