/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-call.h"

#include "gram-ccts-pool.h"
#include "gram-pool-table.h"

G_BEGIN_DECLS

/* What the commands about pools share (art. 32(2), Schedule 5, art. 83(1)). */

/**
 * gram_pools_find:
 * @call: a call with the argument `pool`
 * @pool: (out) (transfer full): the pool
 * @refusal: (out) (optional): `pool.unknown`, also for a pool that does not name the account of the call
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean
gram_pools_find (GramCall *call, GramPoolRecord **pool, GramRefusal **refusal, GError **error);

/**
 * gram_pools_check_recorder:
 * @registry: a registry
 * @command: a decision about a pool
 * @person: (nullable): who decides, or records it
 * @pool_id: the pool
 * @refusal: (out) (optional): `pool.unknown`
 * @error: return location
 *
 * An own registry records a decision by somebody of one of the members' accounts; whose role decides needs nothing more.
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_pools_check_recorder (GramRegistry *registry,
                                    const GramCommand *command,
                                    const GramPersonRecord *person,
                                    gint64 pool_id,
                                    GramRefusal **refusal,
                                    GError **error);

/**
 * gram_pools_take_account:
 * @call: a call that names no account
 * @pool: a pool
 * @error: return location
 *
 * Makes the account that the pool nominated that of the call, so that its history has the entry of the journal.
 *
 * Returns: %FALSE on error
 */
gboolean gram_pools_take_account (GramCall *call, const GramPoolRecord *pool, GError **error);

/**
 * gram_pools_find_member:
 * @members: (element-type GramPoolMember): members of a pool
 * @account_id: an account
 *
 * Returns: (transfer none) (nullable): the member, %NULL if it is none
 */
const GramPoolMember *gram_pools_find_member (const GPtrArray *members, gint64 account_id);

/**
 * gram_pools_check_years:
 * @call: a call
 * @first_year: first scheme year
 * @last_year: last scheme year
 * @refusal: (out) (optional): `rulebook.none`, `year.none`, `pool.years`, `year.closed`
 * @error: return location
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_pools_check_years (GramCall *call,
                                 gint64 first_year,
                                 gint64 last_year,
                                 GramRefusal **refusal,
                                 GError **error);

/**
 * gram_pools_check_not_taken:
 * @call: a call
 * @pool: a pool, perhaps one that is not stored yet
 * @account_id: a member
 * @number: its number
 * @refusal: (out) (optional): `pool.taken`
 * @error: return location
 *
 * An account agrees to one pool a year (art. 32(2)).
 *
 * Returns: %FALSE with one of @refusal and @error set
 */
gboolean gram_pools_check_not_taken (GramCall *call,
                                     const GramPoolRecord *pool,
                                     gint64 account_id,
                                     const char *number,
                                     GramRefusal **refusal,
                                     GError **error);

/**
 * gram_pools_read_text:
 * @call: a call
 * @name: argument `name`, `contact-name` or `contact-email`
 * @place: (inout): the text; left alone if the argument was not given
 * @refusal: (out) (optional): `text.*`
 *
 * Returns: %FALSE if refused
 */
gboolean
gram_pools_read_text (GramCall *call, const char *name, char **place, GramRefusal **refusal);

/**
 * gram_pools_update:
 * @call: a call
 * @before: a pool as it was read
 * @after: the pool as it shall be
 * @error: return location
 *
 * Writes a pool, puts the entry of the journal on its timeline and answers what it is now.
 *
 * Returns: %FALSE on error
 */
gboolean gram_pools_update (GramCall *call,
                            const GramPoolRecord *before,
                            const GramPoolRecord *after,
                            GError **error);

/**
 * gram_pools_tell_members:
 * @call: a call
 * @event: %GRAM_EVENT_POOL_ASKED or %GRAM_EVENT_POOL_DECIDED
 * @pool: the pool as it is now
 * @but_id: account that is not told, 0 none
 * @error: return location
 *
 * Tells the people of each member.
 *
 * Returns: %FALSE on error
 */
gboolean gram_pools_tell_members (GramCall *call,
                                  GramEvent event,
                                  const GramPoolRecord *pool,
                                  gint64 but_id,
                                  GError **error);

G_END_DECLS
