/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-acceptance.h"

#include "gram-ccs.h"

#include <glib/gi18n-lib.h>

/* The sections of the source text on CO₂ accounts that the refusals rest on. */
#define SECTION_STATUSES "CO₂ account, Vehicle records"
#define SECTION_ACCEPTING "CO₂ account, Accepting vehicles"
#define SECTION_SUSPENDED "CO₂ account, Closing/suspending accounts"
#define SECTION_DISPUTES "CO₂ account, Disputing records"

static const struct
{
  GramMissing flag;
  const char *name;
} missing_names[] = {
  { GRAM_MISSING_MAKE, N_ ("make") },
  { GRAM_MISSING_MODEL, N_ ("model") },
  { GRAM_MISSING_TYPE, N_ ("type A or B") },
  { GRAM_MISSING_MASS, N_ ("weight") },
  { GRAM_MISSING_CO2, N_ ("CO₂ value") },
  { GRAM_MISSING_DATE, N_ ("date of first registration") },
};

static const char *const auto_sentences[GRAM_AUTO_REASON_N] = {
  [GRAM_AUTO_REASON_ACCEPTS] = N_ ("Auto-accept accepts it."),
  [GRAM_AUTO_REASON_SWITCHED_OFF] = N_ ("Auto-accept is switched off."),
  [GRAM_AUTO_REASON_ALREADY_ACCEPTED] = N_ ("It was accepted before."),
  [GRAM_AUTO_REASON_NOT_READY] = N_ ("It is not ready for acceptance yet."),
  [GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN] = N_ ("The state of the account does not allow it."),
  [GRAM_AUTO_REASON_DISPUTED] = N_ ("It has an open dispute."),
  [GRAM_AUTO_REASON_INCOMPLETE] = N_ ("Data that acceptance needs are missing."),
  [GRAM_AUTO_REASON_NO_TARGET]
  = N_ ("The rulebook has no target for it, so a person has to see it."),
  [GRAM_AUTO_REASON_CHARGE]
  = N_ ("It is above its target and brings a charge, so a person has to accept it."),
  [GRAM_AUTO_REASON_CREDIT]
  = N_ ("It is at or below its target, and auto-accept is off for such vehicles."),
  [GRAM_AUTO_REASON_EXCLUDED]
  = N_ ("It is outside the standard, so a person has to look at the reason."),
};

char *
gram_missing_format (guint missing)
{
  GString *text = g_string_new (NULL);

  for (gsize i = 0; i < G_N_ELEMENTS (missing_names); i++)
    {
      if ((missing & (guint)missing_names[i].flag) == 0)
        continue;
      if (text->len > 0)
        /* Translators: stands between the names of missing data: “weight, CO₂ value” */
        g_string_append (text, _ (", "));
      g_string_append (text, _ (missing_names[i].name));
    }

  return g_string_free_and_steal (text);
}

void
gram_acceptance_facts_init (GramAcceptanceFacts *facts,
                            const GramVehicleRecord *vehicle,
                            GramAccountKind kind,
                            GramAccountState state)
{
  g_return_if_fail (facts != NULL);
  g_return_if_fail (vehicle != NULL);

  *facts = (GramAcceptanceFacts){
    .kind = kind,
    .state = state,
    .effects
    = gram_effects_of (gram_account_rules_default (gram_account_kind_scheme (kind)), state),
    .status = vehicle->status,
    .disputed = vehicle->attention == GRAM_ATTENTION_DISPUTED,
    .missing = gram_vehicle_record_missing (vehicle, kind),
    .excluded = gram_account_kind_scheme (kind) == GRAM_SCHEME_CCS && *vehicle->excluded != '\0',
    .type = vehicle->type,
    .mass_kg = vehicle->mass_kg,
    .co2_micro = vehicle->corrected_micro >= 0 ? vehicle->corrected_micro : vehicle->co2_micro,
  };
}

/* What stands in the way of acceptance by hand or by auto-accept, in the order that gram_acceptance_check() promises. */
static GramAutoReason
find_obstacle (const GramAcceptanceFacts *facts, GramEffect effect)
{
  if (facts->status == GRAM_VEHICLE_ACCEPTED)
    return GRAM_AUTO_REASON_ALREADY_ACCEPTED;
  if (facts->status != GRAM_VEHICLE_READY)
    return GRAM_AUTO_REASON_NOT_READY;
  if ((facts->effects & (guint)effect) == 0)
    return GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN;
  if (facts->disputed)
    return GRAM_AUTO_REASON_DISPUTED;
  if (facts->missing != 0)
    return GRAM_AUTO_REASON_INCOMPLETE;

  return GRAM_AUTO_REASON_ACCEPTS;
}

/* What accepting vehicles has to wait for, in words of its own; the other states are as for everything else. */
static gboolean
refuse_state (GramAccountState state, GramRefusal **refusal)
{
  if (state == GRAM_ACCOUNT_SUSPENDED)
    return gram_refuse (refusal, "account.suspended", SECTION_SUSPENDED,
                        _ ("The account is suspended, so no vehicle can be accepted in it"));
  if (state == GRAM_ACCOUNT_CLOSING)
    return gram_refuse (
        refusal, "account.closing", SECTION_SUSPENDED,
        _ ("The account is about to be closed; withdraw the request to accept vehicles again"));

  return gram_account_state_refuse (state, refusal);
}

static gboolean
refuse_missing (guint missing, GramRefusal **refusal)
{
  g_autofree char *names = gram_missing_format (missing);

  /* Translators: %s names what is missing, such as “weight, CO₂ value” */
  return gram_refuse (refusal, "vehicle.incomplete", SECTION_ACCEPTING,
                      _ ("The vehicle cannot be accepted before these data are known: %s"), names);
}

gboolean
gram_acceptance_check (const GramAcceptanceFacts *facts, GramRefusal **refusal)
{
  g_return_val_if_fail (facts != NULL, FALSE);

  switch ((int)find_obstacle (facts, GRAM_EFFECT_ACCEPT))
    {
    case GRAM_AUTO_REASON_ACCEPTS:
      return TRUE;

    case GRAM_AUTO_REASON_ALREADY_ACCEPTED:
      return gram_refuse (refusal, "vehicle.already-accepted", SECTION_STATUSES,
                          _ ("The vehicle was accepted before; nothing is left to do"));

    case GRAM_AUTO_REASON_NOT_READY:
      return gram_refuse (
          refusal, "vehicle.not-ready", SECTION_STATUSES,
          _ ("The vehicle is not ready: compliance or the pre-delivery inspection comes first"));

    case GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN:
      return refuse_state (facts->state, refusal);

    case GRAM_AUTO_REASON_DISPUTED:
      return gram_refuse (
          refusal, "vehicle.disputed", SECTION_DISPUTES,
          _ ("The vehicle has an open dispute, which has to be decided or withdrawn first"));

    case GRAM_AUTO_REASON_INCOMPLETE:
      return refuse_missing (facts->missing, refusal);

    default:
      g_assert_not_reached ();
    }
}

/* Against its target, a CCS vehicle is for one switch or the other: CCS facts §9.2. */
static GramAutoReason
judge_ccs (const GramAcceptanceFacts *facts,
           const GramRulebook *rulebook,
           GramAutoAccept switches,
           GramDate today)
{
  GramCcsFacts vehicle = {
    .year = gram_date_scheme_year (today),
    .kind = facts->kind,
    .fleet_average = facts->fleet_average,
    .type = facts->type,
    .mass_kg = facts->mass_kg,
    .co2_micro = facts->co2_micro,
  };
  GramCcsFigure figure;

  if (facts->excluded)
    return GRAM_AUTO_REASON_EXCLUDED;
  if (rulebook == NULL || !gram_ccs_figure (rulebook, &vehicle, &figure, NULL))
    return GRAM_AUTO_REASON_NO_TARGET;

  /* No difference counts with “below target”. */
  if (figure.difference >= 0)
    return (switches & GRAM_AUTO_ACCEPT_CREDIT) != 0 ? GRAM_AUTO_REASON_ACCEPTS
                                                     : GRAM_AUTO_REASON_CREDIT;

  /* Under Pay As You Go payment goes with acceptance, whatever the switches say. */
  return facts->fleet_average && (switches & GRAM_AUTO_ACCEPT_CHARGE) != 0
             ? GRAM_AUTO_REASON_ACCEPTS
             : GRAM_AUTO_REASON_CHARGE;
}

static GramAutoReason
judge (const GramAcceptanceFacts *facts,
       const GramRulebook *rulebook,
       GramAutoAccept switches,
       GramDate today)
{
  GramAutoReason obstacle;

  if (switches == GRAM_AUTO_ACCEPT_OFF)
    return GRAM_AUTO_REASON_SWITCHED_OFF;

  obstacle = find_obstacle (facts, GRAM_EFFECT_AUTO_ACCEPT);
  /* Auto-accept accepts nothing that cannot be accepted by hand. */
  if (obstacle == GRAM_AUTO_REASON_ACCEPTS)
    obstacle = find_obstacle (facts, GRAM_EFFECT_ACCEPT);
  if (obstacle != GRAM_AUTO_REASON_ACCEPTS)
    return obstacle;
  if (gram_account_kind_scheme (facts->kind) == GRAM_SCHEME_CCS)
    return judge_ccs (facts, rulebook, switches, today);

  return (switches & GRAM_AUTO_ACCEPT_CREDIT) != 0 ? GRAM_AUTO_REASON_ACCEPTS
                                                   : GRAM_AUTO_REASON_SWITCHED_OFF;
}

gboolean
gram_acceptance_auto (const GramAcceptanceFacts *facts,
                      const GramRulebook *rulebook,
                      GramAutoAccept switches,
                      GramDate today,
                      GramAutoReason *reason)
{
  GramAutoReason found;

  g_return_val_if_fail (facts != NULL, FALSE);

  found = judge (facts, rulebook, switches, today);
  if (reason != NULL)
    *reason = found;

  return found == GRAM_AUTO_REASON_ACCEPTS;
}

const char *
gram_auto_reason_sentence (GramAutoReason reason)
{
  g_return_val_if_fail ((guint)reason < GRAM_AUTO_REASON_N, "");

  return _ (auto_sentences[reason]);
}
