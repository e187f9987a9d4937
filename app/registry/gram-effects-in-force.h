/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-case-rules.h"
#include "gram-effects.h"
#include "gram-registry.h"
#include "gram-rulebook.h"

G_BEGIN_DECLS

/*
 * What each state of an account lets happen is a table in the rulebook. Every check of a state goes through here, so a
 * command, a button's tooltip and the grid in the window never disagree. The parsed rulebook is kept with the registry and
 * asked for by its row each time, so that one published by another process counts at once, and asking stays cheap.
 */

/**
 * gram_account_rules_in_force:
 * @registry: a registry
 * @kind: a kind of account, whose scheme has the rulebook
 * @rulebook: (out) (transfer full) (optional) (nullable): the rulebook that they are from, %NULL if none is in force
 * @error: return location
 *
 * The rules about accounts that count today in the scheme's zone; the built-in ones if no rulebook is in force or the
 * one in force has none.
 *
 * Returns: (transfer none) (nullable): the rules, good until the registry is asked again; %NULL on error
 */
const GramAccountRules *gram_account_rules_in_force (GramRegistry *registry,
                                                     GramAccountKind kind,
                                                     GramRulebook **rulebook,
                                                     GError **error);

/**
 * gram_case_rules_in_force:
 * @registry: a registry
 * @kind: a kind of account, whose scheme has the rulebook
 * @rulebook: (out) (transfer full) (optional) (nullable): the rulebook that they are from, %NULL if none is in force
 * @error: return location
 *
 * The rules about cases that count today in the scheme's zone; the built-in ones if no rulebook is in force or the one in
 * force has none.
 *
 * Returns: (transfer none) (nullable): the rules, good until the registry is asked again; %NULL on error
 */
const GramCaseRules *gram_case_rules_in_force (GramRegistry *registry,
                                               GramAccountKind kind,
                                               GramRulebook **rulebook,
                                               GError **error);

/**
 * gram_effects_in_force:
 * @registry: a registry
 * @kind: kind of an account
 * @state: state of an account
 * @effects: (out): #GramEffect flags
 * @error: return location
 *
 * What that state lets happen, by the rulebook in force today.
 *
 * Returns: %FALSE on error
 */
gboolean gram_effects_in_force (GramRegistry *registry,
                                GramAccountKind kind,
                                GramAccountState state,
                                guint *effects,
                                GError **error);

G_END_DECLS
