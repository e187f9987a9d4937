/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-ccts-words.h"
#include "gram-refusal.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * Pools (art. 32(2), Schedule 5): several manufacturers who are one participant together, once the administrator has granted
 * their application. Each of them has to agree before it is one.
 */

/**
 * GRAM_POOL_MAX_MEMBERS:
 *
 * Most members that an application can name.
 */
#define GRAM_POOL_MAX_MEMBERS 100

/**
 * GramPoolVerb:
 * @GRAM_POOL_AGREE: a member agrees to be one
 * @GRAM_POOL_COMPLETE: the last member has agreed: the application is made
 * @GRAM_POOL_WITHDRAW: a member, or who applied, withdraws the application
 * @GRAM_POOL_GRANT: the administrator grants it
 * @GRAM_POOL_DECLINE: the administrator declines it
 * @GRAM_POOL_END: the pool ends
 * @GRAM_POOL_UPDATE: what the application said is brought up to date (art. 83(1))
 *
 * What can be done with a pool.
 */
typedef enum
{
  GRAM_POOL_AGREE = 1,
  GRAM_POOL_COMPLETE,
  GRAM_POOL_WITHDRAW,
  GRAM_POOL_GRANT,
  GRAM_POOL_DECLINE,
  GRAM_POOL_END,
  GRAM_POOL_UPDATE,
} GramPoolVerb;

/**
 * gram_pool_move:
 * @from: state of the pool
 * @verb: what somebody wants to do
 * @to: (out) (optional): the state that it leads to
 * @refusal: (out) (optional): `pool.state`
 *
 * Returns: %FALSE if the state does not let it
 */
gboolean
gram_pool_move (GramPoolState from, GramPoolVerb verb, GramPoolState *to, GramRefusal **refusal);

/**
 * gram_pool_check_years:
 * @rules: the rules
 * @first_year: first scheme year
 * @last_year: last scheme year
 * @refusal: (out) (optional): `year.none`, `pool.years`
 *
 * The application is for scheme years of the trading period. How late one may apply is not established (Schedule 5), so
 * that nothing is too late by itself.
 *
 * Returns: %FALSE if refused
 */
gboolean gram_pool_check_years (const GramCctsRules *rules,
                                gint64 first_year,
                                gint64 last_year,
                                GramRefusal **refusal);

/**
 * gram_pool_check_members:
 * @n_members: how many different manufacturers apply, the nominated one among them
 * @refusal: (out) (optional): `pool.too-few`, `pool.too-many`
 *
 * Two or more manufacturers are a pool (art. 32(2)).
 *
 * Returns: %FALSE if refused
 */
gboolean gram_pool_check_members (gsize n_members, GramRefusal **refusal);

/**
 * gram_pool_check_account:
 * @state: state of the account of a manufacturer who applies, or agrees
 * @refusal: (out) (optional): `pool.blocked`, `pool.account-state`
 *
 * A block stops its account from applying to pool (art. 93).
 *
 * Returns: %FALSE if refused
 */
gboolean gram_pool_check_account (GramAccountState state, GramRefusal **refusal);

G_END_DECLS
