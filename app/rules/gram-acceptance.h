/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "gram-effects.h"
#include "gram-rulebook.h"
#include "gram-vehicle-record.h"

G_BEGIN_DECLS

/**
 * GramAcceptanceFacts:
 * @kind: kind of the account
 * @state: state of the account, for the sentence of a refusal
 * @effects: #GramEffect flags that the state leaves possible, by the rulebook in force
 * @fleet_average: CCS: the account is under Fleet Average rather than Pay As You Go
 * @status: status of the vehicle
 * @disputed: the vehicle has an open dispute
 * @missing: bit set of #GramMissing
 * @excluded: CCS: it is outside the standard and has no figures
 * @type: `A`, `B` or 0
 * @mass_kg: weight, kg
 * @co2_micro: CO₂ value, millionths of g/km, or %GRAM_CO2_UNKNOWN
 *
 * What decides whether a vehicle can be accepted.
 */
typedef struct
{
  GramAccountKind kind;
  GramAccountState state;
  guint effects;
  gboolean fleet_average;
  GramVehicleStatus status;
  gboolean disputed;
  guint missing;
  gboolean excluded;
  char type;
  int mass_kg;
  gint64 co2_micro;
} GramAcceptanceFacts;

/**
 * gram_acceptance_facts_init:
 * @facts: (out caller-allocates): the facts
 * @vehicle: a vehicle
 * @kind: kind of its account
 * @state: state of its account
 *
 * Fills in the facts from a record, under Pay As You Go and with the built-in effects of @state; set @fleet_average and
 * @effects after it where they are others. What is missing is worked out anew from the record's own values.
 */
void gram_acceptance_facts_init (GramAcceptanceFacts *facts,
                                 const GramVehicleRecord *vehicle,
                                 GramAccountKind kind,
                                 GramAccountState state);

/**
 * gram_acceptance_check:
 * @facts: the facts
 * @refusal: (out) (optional): why not
 *
 * Whether a vehicle can be accepted. The checks come in this order, and the first that fails is the answer:
 *
 * 1. `vehicle.already-accepted`: accepted before
 * 2. `vehicle.not-ready`: entered, compliance or pre-delivery inspection not done
 * 3. `account.suspended`, `account.blocked`, `account.closing`, `account.closed`: the state of the account does not leave
 *    accepting possible. A CCTS account that is *blocked* (art. 93) may accept: a block stops trades and conversions only
 * 4. `vehicle.disputed`: an open dispute
 * 5. `vehicle.incomplete`: data are missing; the sentence names them
 *
 * Returns: %TRUE if it can
 */
gboolean gram_acceptance_check (const GramAcceptanceFacts *facts, GramRefusal **refusal);

/**
 * GramAutoReason:
 * @GRAM_AUTO_REASON_ACCEPTS: auto-accept accepts it
 * @GRAM_AUTO_REASON_SWITCHED_OFF: auto-accept is off
 * @GRAM_AUTO_REASON_ALREADY_ACCEPTED: accepted before
 * @GRAM_AUTO_REASON_NOT_READY: not ready yet
 * @GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN: the state of the account does not leave auto-accept possible
 * @GRAM_AUTO_REASON_DISPUTED: an open dispute
 * @GRAM_AUTO_REASON_INCOMPLETE: data are missing
 * @GRAM_AUTO_REASON_NO_TARGET: the rulebook has no target for it this year, so a person must see it
 * @GRAM_AUTO_REASON_CHARGE: above its target: under Pay As You Go payment goes with acceptance, so a person decides;
 *   under Fleet Average the switch for such vehicles is off
 * @GRAM_AUTO_REASON_CREDIT: Fleet Average: at or below its target, and the switch for such vehicles is off
 * @GRAM_AUTO_REASON_EXCLUDED: it is outside the standard, for a reason that a person should look at
 *
 * What auto-accept makes of a vehicle, and why (CCS facts §9.2). Vocabulary `auto-reason` of gram_word_for().
 */
typedef enum
{
  GRAM_AUTO_REASON_ACCEPTS = 0,
  GRAM_AUTO_REASON_SWITCHED_OFF,
  GRAM_AUTO_REASON_ALREADY_ACCEPTED,
  GRAM_AUTO_REASON_NOT_READY,
  GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN,
  GRAM_AUTO_REASON_DISPUTED,
  GRAM_AUTO_REASON_INCOMPLETE,
  GRAM_AUTO_REASON_NO_TARGET,
  GRAM_AUTO_REASON_CHARGE,
  GRAM_AUTO_REASON_CREDIT,
  GRAM_AUTO_REASON_EXCLUDED,
} GramAutoReason;

/**
 * GRAM_AUTO_REASON_N:
 *
 * How many reasons there are, for arrays of counts.
 */
#define GRAM_AUTO_REASON_N (GRAM_AUTO_REASON_EXCLUDED + 1)

/**
 * gram_acceptance_auto:
 * @facts: the facts
 * @rulebook: (nullable): the rulebook valid today; needed for the CCS only
 * @switches: auto-accept switches of the account
 * @today: today in the scheme's own zone; its year decides the CCS target
 * @reason: (out) (optional): the reason either way
 *
 * Whether auto-accept accepts a vehicle. It accepts nothing that gram_acceptance_check() refuses. Under the CCS and Pay
 * As You Go it takes vehicles at or below their target, under Fleet Average those that its two switches name; under the
 * CCTS every complete vehicle. Allocates nothing.
 *
 * Returns: %TRUE if it does
 */
gboolean gram_acceptance_auto (const GramAcceptanceFacts *facts,
                               const GramRulebook *rulebook,
                               GramAutoAccept switches,
                               GramDate today,
                               GramAutoReason *reason);

/**
 * gram_auto_reason_sentence:
 * @reason: a reason
 *
 * The reason as a translated sentence for the rehearsal.
 *
 * Returns: (transfer none): the sentence
 */
const char *gram_auto_reason_sentence (GramAutoReason reason);

/**
 * gram_missing_format:
 * @missing: bit set of #GramMissing
 *
 * Names what is missing, translated and separated by commas, for example “CO₂ value, weight”.
 *
 * Returns: (transfer full): the text, empty if nothing is missing
 */
char *gram_missing_format (guint missing);

G_END_DECLS
