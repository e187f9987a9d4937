/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "gram-acceptance.h"

#include "rulebooks.h"

#include <string.h>

/* A ready, complete used car on an open account, 26.81 g over its target in 2026. */
static const GramAcceptanceFacts charge_car = {
  .kind = GRAM_ACCOUNT_CCS_USED,
  .state = GRAM_ACCOUNT_OPEN,
  .effects = GRAM_EFFECT_ALL,
  .status = GRAM_VEHICLE_READY,
  .type = 'A',
  .mass_kg = 1400,
  .co2_micro = 132000000,
};

static const GramAcceptanceFacts ccts_car = {
  .kind = GRAM_ACCOUNT_CCTS,
  .state = GRAM_ACCOUNT_OPEN,
  .effects = GRAM_EFFECT_ALL,
  .status = GRAM_VEHICLE_READY,
  .co2_micro = 132000000,
};

/* Each line has everything wrong that the lines below it have: the first obstacle is the answer. */
static const struct
{
  GramVehicleStatus status;
  GramAccountState state;
  gboolean disputed;
  guint missing;
  const char *id;
} obstacles[] = {
  { GRAM_VEHICLE_ACCEPTED, GRAM_ACCOUNT_CLOSED, TRUE, GRAM_MISSING_CO2,
    "vehicle.already-accepted" },
  { GRAM_VEHICLE_ENTERED, GRAM_ACCOUNT_CLOSED, TRUE, GRAM_MISSING_CO2, "vehicle.not-ready" },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_CLOSED, TRUE, GRAM_MISSING_CO2, "account.closed" },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_CLOSING, TRUE, GRAM_MISSING_CO2, "account.closing" },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_SUSPENDED, TRUE, GRAM_MISSING_CO2, "account.suspended" },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_OPEN, TRUE, GRAM_MISSING_CO2, "vehicle.disputed" },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_OPEN, FALSE, GRAM_MISSING_CO2, "vehicle.incomplete" },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_OPEN, FALSE, 0, NULL },
  { GRAM_VEHICLE_READY, GRAM_ACCOUNT_BLOCKED, FALSE, 0, NULL },
};

static void
test_check (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (obstacles); i++)
    {
      GramAcceptanceFacts facts = charge_car;
      g_autoptr (GramRefusal) refusal = NULL;

      facts.status = obstacles[i].status;
      facts.state = obstacles[i].state;
      facts.effects
          = gram_effects_of (gram_account_rules_default (GRAM_SCHEME_CCTS), obstacles[i].state);
      facts.disputed = obstacles[i].disputed;
      facts.missing = obstacles[i].missing;

      g_assert_true (gram_acceptance_check (&facts, &refusal) == (obstacles[i].id == NULL));
      g_assert_true (gram_acceptance_check (&facts, NULL) == (obstacles[i].id == NULL));
      if (obstacles[i].id == NULL)
        {
          g_assert_null (refusal);
          continue;
        }
      g_assert_cmpstr (refusal->id, ==, obstacles[i].id);
      g_assert_nonnull (refusal->article);
      g_assert_false (g_str_has_suffix (refusal->message, "."));
    }
}

static void
test_names_what_is_missing (void)
{
  GramAcceptanceFacts facts = charge_car;
  g_autoptr (GramRefusal) refusal = NULL;
  g_autofree char *nothing = gram_missing_format (0);
  g_autofree char *all = gram_missing_format ((1 << 6) - 1);

  facts.missing = GRAM_MISSING_CO2 | GRAM_MISSING_MASS;
  g_assert_false (gram_acceptance_check (&facts, &refusal));
  g_assert_nonnull (strstr (refusal->message, "weight, CO₂ value"));
  g_assert_cmpstr (nothing, ==, "");
  g_assert_cmpstr (all, ==,
                   "make, model, type A or B, weight, CO₂ value, date of first registration");
}

#define OFF GRAM_AUTO_ACCEPT_OFF
#define CREDIT GRAM_AUTO_ACCEPT_CREDIT
#define CHARGE GRAM_AUTO_ACCEPT_CHARGE
#define BOTH (GramAutoAccept) (GRAM_AUTO_ACCEPT_CREDIT | GRAM_AUTO_ACCEPT_CHARGE)

/* CCS facts §9.2: target 105.19 for 1,400 kg in 2026, 112.6 without published weights in 2025. */
static const struct
{
  gboolean fleet_average;
  GramAutoAccept switches;
  int co2;
  const char *today;
  GramAutoReason reason;
} ccs_rows[] = {
  { FALSE, OFF, 79, "2026-05-01", GRAM_AUTO_REASON_SWITCHED_OFF },
  { FALSE, CREDIT, 10518, "2026-05-01", GRAM_AUTO_REASON_ACCEPTS },
  /* No difference counts with “below target”. */
  { FALSE, CREDIT, 10519, "2026-05-01", GRAM_AUTO_REASON_ACCEPTS },
  { FALSE, CREDIT, 10520, "2026-05-01", GRAM_AUTO_REASON_CHARGE },
  /* Pay As You Go: charge vehicles stay with a person, even if the switch were on. */
  { FALSE, BOTH, 13200, "2026-05-01", GRAM_AUTO_REASON_CHARGE },
  { FALSE, CHARGE, 13200, "2026-05-01", GRAM_AUTO_REASON_CHARGE },
  { FALSE, CHARGE, 7900, "2026-05-01", GRAM_AUTO_REASON_CREDIT },
  { FALSE, CREDIT, 0, "2026-05-01", GRAM_AUTO_REASON_ACCEPTS },
  /* Fleet Average has two independent switches. */
  { TRUE, BOTH, 13200, "2026-05-01", GRAM_AUTO_REASON_ACCEPTS },
  { TRUE, CHARGE, 13200, "2026-05-01", GRAM_AUTO_REASON_ACCEPTS },
  { TRUE, CHARGE, 7900, "2026-05-01", GRAM_AUTO_REASON_CREDIT },
  { TRUE, CREDIT, 13200, "2026-05-01", GRAM_AUTO_REASON_CHARGE },
  { TRUE, CREDIT, 7900, "2026-05-01", GRAM_AUTO_REASON_ACCEPTS },
  /* The year of acceptance decides: the same car is at 97.43 in 2027, and 2025 has no weights. */
  { FALSE, CREDIT, 10000, "2026-12-31", GRAM_AUTO_REASON_ACCEPTS },
  { FALSE, CREDIT, 10000, "2027-01-01", GRAM_AUTO_REASON_CHARGE },
  { FALSE, CREDIT, 0, "2025-12-31", GRAM_AUTO_REASON_NO_TARGET },
  { FALSE, CREDIT, 0, "2031-01-01", GRAM_AUTO_REASON_NO_TARGET },
};

static void
test_auto_ccs (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);

  for (gsize i = 0; i < G_N_ELEMENTS (ccs_rows); i++)
    {
      GramAcceptanceFacts facts = charge_car;
      GramAutoReason reason = GRAM_AUTO_REASON_N;
      GramDate today = GRAM_DATE_NONE;

      g_test_message ("row %" G_GSIZE_FORMAT, i);
      facts.fleet_average = ccs_rows[i].fleet_average;
      facts.co2_micro = (gint64)ccs_rows[i].co2 * 10000;
      g_assert_true (gram_date_parse (ccs_rows[i].today, GRAM_DATE_ISO, &today, NULL));
      g_assert_true (gram_acceptance_auto (&facts, rulebook, ccs_rows[i].switches, today, &reason)
                     == (ccs_rows[i].reason == GRAM_AUTO_REASON_ACCEPTS));
      g_assert_cmpint (reason, ==, ccs_rows[i].reason);
    }
}

/* CCS facts §2: no target, charge or credit; a person may accept it with nothing but its identifier, auto-accept never does. */
static void
test_excluded (void)
{
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  g_autoptr (GramVehicleRecord) vehicle = gram_vehicle_record_new ();
  GramDate today = gram_date_make (2026, 5, 1);
  GramAutoReason reason = GRAM_AUTO_REASON_N;
  GramAcceptanceFacts facts;

  g_set_str (&vehicle->excluded, "motorsport");
  vehicle->status = GRAM_VEHICLE_READY;
  gram_acceptance_facts_init (&facts, vehicle, GRAM_ACCOUNT_CCS_USED, GRAM_ACCOUNT_OPEN);
  g_assert_true (facts.excluded);
  g_assert_cmpuint (facts.missing, ==, 0);
  g_assert_true (gram_acceptance_check (&facts, NULL));
  for (guint fleet_average = FALSE; fleet_average <= TRUE; fleet_average++)
    {
      facts.fleet_average = (gboolean)fleet_average;
      g_assert_false (gram_acceptance_auto (&facts, rulebook, BOTH, today, &reason));
      g_assert_cmpint (reason, ==, GRAM_AUTO_REASON_EXCLUDED);
    }
  gram_acceptance_facts_init (&facts, vehicle, GRAM_ACCOUNT_CCTS, GRAM_ACCOUNT_OPEN);
  g_assert_false (facts.excluded);
}

static void
test_auto_ccts (void)
{
  GramAcceptanceFacts facts = ccts_car;
  GramDate today = gram_date_make (2026, 5, 1);
  GramAutoReason reason;

  g_assert_true (gram_acceptance_auto (&facts, NULL, CREDIT, today, &reason));
  g_assert_cmpint (reason, ==, GRAM_AUTO_REASON_ACCEPTS);
  g_assert_false (gram_acceptance_auto (&facts, NULL, OFF, today, &reason));
  g_assert_cmpint (reason, ==, GRAM_AUTO_REASON_SWITCHED_OFF);
  g_assert_false (gram_acceptance_auto (&facts, NULL, CHARGE, today, &reason));
  g_assert_cmpint (reason, ==, GRAM_AUTO_REASON_SWITCHED_OFF);

  facts = charge_car;
  g_assert_false (gram_acceptance_auto (&facts, NULL, CREDIT, today, &reason));
  g_assert_cmpint (reason, ==, GRAM_AUTO_REASON_NO_TARGET);
}

/* Whatever the facts: auto-accept takes nothing that a person could not accept, and says what the check says. */
static void
test_auto_within_check (void)
{
  static const GramAccountState states[]
      = { GRAM_ACCOUNT_OPEN, GRAM_ACCOUNT_SUSPENDED, GRAM_ACCOUNT_BLOCKED, GRAM_ACCOUNT_CLOSING,
          GRAM_ACCOUNT_CLOSED };
  g_autoptr (GramRulebook) rulebook = load_rulebook (CCS_RULEBOOK);
  guint accepted = 0;

  for (int i = 0; i < 50000; i++)
    {
      GramAcceptanceFacts facts = {
        .kind
        = (GramAccountKind)g_test_rand_int_range (GRAM_ACCOUNT_CCS_USED, GRAM_ACCOUNT_CCTS + 1),
        .state = states[g_test_rand_bit () ? 0 : g_test_rand_int_range (0, G_N_ELEMENTS (states))],
        .effects = g_test_rand_bit () ? GRAM_EFFECT_ALL
                                      : (guint)g_test_rand_int_range (0, GRAM_EFFECT_ALL + 1),
        .fleet_average = g_test_rand_bit () != 0,
        .status = (GramVehicleStatus)g_test_rand_int_range (0, 3),
        .disputed = g_test_rand_int_range (0, 4) == 0,
        .missing = g_test_rand_bit () ? 0 : (guint)g_test_rand_int_range (0, 64),
        .type = g_test_rand_bit () ? 'A' : 'B',
        .mass_kg = g_test_rand_int_range (500, 4000),
        .co2_micro = g_test_rand_int_range (0, 400000000),
      };
      GramDate today = gram_date_make (g_test_rand_int_range (2023, 2031), 7, 1);
      GramAutoAccept switches = (GramAutoAccept)g_test_rand_int_range (0, 4);
      GramAutoReason reason = GRAM_AUTO_REASON_N;
      gboolean taken = gram_acceptance_auto (&facts, rulebook, switches, today, &reason);

      g_assert_cmpint (reason, <, GRAM_AUTO_REASON_N);
      g_assert_true (taken == (reason == GRAM_AUTO_REASON_ACCEPTS));
      if (taken)
        {
          accepted++;
          g_assert_true (gram_acceptance_check (&facts, NULL));
          g_assert_cmpint (switches, !=, OFF);
        }
    }

  g_assert_cmpuint (accepted, >, 100);
}

/* The effects table decides, whatever the state is called (design §2; CCS facts §10). */
static const struct
{
  GramAccountState state;
  guint effects;
  const char *refused;
  GramAutoReason reason;
} by_effect[] = {
  { GRAM_ACCOUNT_OPEN, GRAM_EFFECT_ACCEPT | GRAM_EFFECT_AUTO_ACCEPT, NULL,
    GRAM_AUTO_REASON_ACCEPTS },
  { GRAM_ACCOUNT_OPEN, GRAM_EFFECT_ACCEPT, NULL, GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN },
  { GRAM_ACCOUNT_OPEN, GRAM_EFFECT_VIEW, "account.state", GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN },
  { GRAM_ACCOUNT_OPEN, GRAM_EFFECT_AUTO_ACCEPT, "account.state",
    GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN },
  { GRAM_ACCOUNT_CLOSING, GRAM_EFFECT_ACCEPT, NULL, GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN },
  { GRAM_ACCOUNT_BLOCKED, GRAM_EFFECT_VIEW, "account.blocked", GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN },
  { GRAM_ACCOUNT_SUSPENDED, GRAM_EFFECT_VIEW, "account.suspended",
    GRAM_AUTO_REASON_ACCOUNT_NOT_OPEN },
};

static void
test_by_effect (void)
{
  GramDate today = gram_date_make (2026, 11, 22);

  for (gsize i = 0; i < G_N_ELEMENTS (by_effect); i++)
    {
      GramAcceptanceFacts facts = ccts_car;
      g_autoptr (GramRefusal) refusal = NULL;
      GramAutoReason reason;

      facts.state = by_effect[i].state;
      facts.effects = by_effect[i].effects;
      g_assert_true (gram_acceptance_check (&facts, &refusal) == (by_effect[i].refused == NULL));
      g_assert_cmpstr (refusal != NULL ? refusal->id : NULL, ==, by_effect[i].refused);
      gram_acceptance_auto (&facts, NULL, CREDIT, today, &reason);
      g_assert_cmpint (reason, ==, by_effect[i].reason);
    }
}

static void
test_from_record (void)
{
  g_autoptr (GramVehicleRecord) record = gram_vehicle_record_new ();
  GramAcceptanceFacts facts;

  g_set_str (&record->make, "NISSAN");
  record->status = GRAM_VEHICLE_READY;
  record->attention = GRAM_ATTENTION_DISPUTED;
  record->type = 'B';
  record->mass_kg = 1350;
  record->co2_micro = 160000000;
  gram_acceptance_facts_init (&facts, record, GRAM_ACCOUNT_CCS_NEW, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmpint (facts.kind, ==, GRAM_ACCOUNT_CCS_NEW);
  g_assert_cmpint (facts.state, ==, GRAM_ACCOUNT_SUSPENDED);
  g_assert_cmphex (facts.effects, ==,
                   gram_effects_of (gram_account_rules_default (GRAM_SCHEME_CCS), facts.state));
  g_assert_true (facts.disputed);
  g_assert_cmpuint (facts.missing, ==, GRAM_MISSING_MODEL);
  g_assert_cmpint (facts.type, ==, 'B');
  g_assert_cmpint (facts.mass_kg, ==, 1350);
  g_assert_cmpint (facts.co2_micro, ==, 160000000);
  g_assert_false (facts.fleet_average);

  record->corrected_micro = 150000000;
  gram_acceptance_facts_init (&facts, record, GRAM_ACCOUNT_CCS_NEW, GRAM_ACCOUNT_OPEN);
  g_assert_cmpint (facts.co2_micro, ==, 150000000);
}

static void
test_sentences (void)
{
  for (int reason = 0; reason < GRAM_AUTO_REASON_N; reason++)
    {
      g_assert_true (g_str_has_suffix (gram_auto_reason_sentence ((GramAutoReason)reason), "."));
      g_assert_cmpstr (gram_word_for ("auto-reason", reason), !=, "");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/acceptance/check", test_check);
  g_test_add_func ("/acceptance/names-what-is-missing", test_names_what_is_missing);
  g_test_add_func ("/acceptance/auto-ccs", test_auto_ccs);
  g_test_add_func ("/acceptance/excluded", test_excluded);
  g_test_add_func ("/acceptance/auto-ccts", test_auto_ccts);
  g_test_add_func ("/acceptance/auto-within-check", test_auto_within_check);
  g_test_add_func ("/acceptance/by-effect", test_by_effect);
  g_test_add_func ("/acceptance/from-record", test_from_record);
  g_test_add_func ("/acceptance/sentences", test_sentences);

  return g_test_run ();
}
