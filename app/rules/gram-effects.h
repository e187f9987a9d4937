/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-account-rules.h"
#include "gram-refusal.h"

G_BEGIN_DECLS

/**
 * GramEffectRow:
 * @effect: the effect
 * @title: translatable name (N_()), for example “Accept vehicles”
 * @sentence: translatable sentence (N_()) that says what it covers
 * @ccs: article or section of the CCS that the act rests on; %NULL where the CCS does not know it
 * @ccts: the same of the CCTS
 *
 * A row of the effects table as people see it.
 */
typedef struct
{
  GramEffect effect;
  const char *title;
  const char *sentence;
  const char *ccs;
  const char *ccts;
} GramEffectRow;

/**
 * gram_effect_rows:
 * @n_rows: (out): how many
 *
 * The rows of the effects table in the order in which they are shown.
 *
 * Returns: (transfer none) (array length=n_rows): the rows
 */
const GramEffectRow *gram_effect_rows (gsize *n_rows);

/**
 * gram_effect_article:
 * @row: a row of the effects table
 * @scheme: a scheme
 *
 * Returns: (nullable): article or section of @scheme that the act rests on; %NULL if @scheme does not know the act
 */
const char *gram_effect_article (const GramEffectRow *row, GramScheme scheme);

/**
 * gram_effects_of_scheme:
 * @scheme: a scheme
 *
 * Returns: #GramEffect flags that mean something in @scheme, for the table on the screen: the CCS knows no surrender
 */
guint gram_effects_of_scheme (GramScheme scheme);

/**
 * gram_effects_of:
 * @rules: the account rules in force
 * @state: state of an account
 *
 * What a state leaves possible. This is the one place that turns the state of an account into rights.
 *
 * Returns: #GramEffect flags
 */
guint gram_effects_of (const GramAccountRules *rules, GramAccountState state);

/**
 * gram_effects_states:
 * @rules: the account rules in force
 * @effect: an effect
 *
 * The other way round, for the command table as people read it.
 *
 * Returns: #GramAccountState flags of the scheme in which @effect is possible
 */
guint gram_effects_states (const GramAccountRules *rules, GramEffect effect);

/**
 * gram_effects_check:
 * @rules: the account rules in force
 * @state: state of the account
 * @effect: what is wanted
 * @refusal: (out) (optional): why not: `account.suspended`, `account.blocked`, `account.closing`, `account.closed`; in an
 *   open account `account.state`
 *
 * Whether the state of an account leaves @effect possible.
 *
 * Returns: %TRUE if it does
 */
gboolean gram_effects_check (const GramAccountRules *rules,
                             GramAccountState state,
                             GramEffect effect,
                             GramRefusal **refusal);

/**
 * gram_account_state_refuse:
 * @state: state of the account
 * @refusal: (out) (optional): where to put it
 *
 * The refusal that goes with a state of an account, for commands that move the state and do not start here.
 *
 * Returns: always %FALSE
 */
gboolean gram_account_state_refuse (GramAccountState state, GramRefusal **refusal);

G_END_DECLS
