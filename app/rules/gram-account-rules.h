/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-calendar.h"
#include "gram-provenance.h"

G_BEGIN_DECLS

/**
 * GRAM_ACCOUNT_STATE_N:
 *
 * How many states an account can have, for arrays in the order of #GramAccountState.
 */
#define GRAM_ACCOUNT_STATE_N 5

/**
 * GramStateEffects:
 * @effects: #GramEffect flags that the state leaves possible
 * @provenance: where that is from
 *
 * What one state of an account leaves possible.
 */
typedef struct
{
  guint effects;
  GramProvenance provenance;
} GramStateEffects;

/**
 * GramAccountRules:
 * @scheme: the scheme
 * @built_in: the rulebook (an older one) has no section “accounts”; these are the defaults of the program
 * @states: what each state leaves possible, in the order of #GramAccountState; read it with gram_effects_of()
 * @invitation_days: an invitation lapses after so many days
 * @invitation_provenance: where that is from
 * @handover_days: an offer of the ownership lapses after so many days
 * @handover_provenance: where that is from
 * @request_days: an act that waits for a second person lapses after so many days
 * @request_provenance: where that is from
 * @suspension_max_years: a suspension lasts so many years at most (s 192)
 * @suspension_provenance: where that is from
 * @remedy_days: at least so many days to remedy after a notice
 * @remedy_provenance: where that is from
 * @closing_needs: #GramClosingNeed flags that closing asks for
 * @closing_provenance: where they are from
 * @objection_days: at least so many days to object after a notice of closing
 * @objection_provenance: where that is from
 * @fleet_starts_month: CCS: month in which an approval of Fleet Average takes effect; 0 under the CCTS
 * @fleet_starts_day: CCS: its day
 * @fleet_submit_by_month: CCS: month until which the application should be in, in the year before; a hint
 * @fleet_submit_by_day: CCS: its day
 * @fleet_provenance: where they are from
 *
 * The section “accounts” of a rulebook: the life of an account and of its people.
 */
typedef struct
{
  GramScheme scheme;
  gboolean built_in;
  GramStateEffects states[GRAM_ACCOUNT_STATE_N];
  int invitation_days;
  GramProvenance invitation_provenance;
  int handover_days;
  GramProvenance handover_provenance;
  int request_days;
  GramProvenance request_provenance;
  int suspension_max_years;
  GramProvenance suspension_provenance;
  int remedy_days;
  GramProvenance remedy_provenance;
  guint closing_needs;
  GramProvenance closing_provenance;
  int objection_days;
  GramProvenance objection_provenance;
  guint8 fleet_starts_month;
  guint8 fleet_starts_day;
  guint8 fleet_submit_by_month;
  guint8 fleet_submit_by_day;
  GramProvenance fleet_provenance;
} GramAccountRules;

/**
 * gram_account_rules_default:
 * @scheme: a scheme
 *
 * The built-in rules, for a registry without a rulebook in force and for rulebooks without the section “accounts”. Their
 * sources say that they are built in; none is marked as verified.
 *
 * Returns: (transfer none): the rules, valid as long as the program runs
 */
const GramAccountRules *gram_account_rules_default (GramScheme scheme);

/**
 * gram_account_states_of:
 * @scheme: a scheme
 *
 * Returns: #GramAccountState flags that accounts of @scheme can have: only the CCTS has `blocked` (art. 93)
 */
guint gram_account_states_of (GramScheme scheme);

/**
 * gram_account_state_title:
 * @state: a state
 *
 * Returns: (transfer none): translated, for example “Closing”
 */
const char *gram_account_state_title (GramAccountState state);

/**
 * gram_closing_needs_of:
 * @scheme: a scheme
 *
 * Returns: #GramClosingNeed flags that mean something in @scheme
 */
guint gram_closing_needs_of (GramScheme scheme);

G_END_DECLS
