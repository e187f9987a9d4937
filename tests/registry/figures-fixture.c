/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures-fixture.h"

#include "gram-ledger.h"

#include <inttypes.h>
#include <string.h>

void
figures_enter (Fixture *self,
               const char *account,
               const char *name,
               const char *type,
               int mass_kg,
               const char *co2)
{
  const char *key = strlen (name) == 17 ? "vin" : "chassis";

  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "vehicle.enter",
                               "{'account': '%s', '%s': '%s', 'make': 'Toyota',"
                               " 'model': 'Aqua', 'type': '%s', 'mass-kg': %d, 'co2-g-km': '%s',"
                               " 'registered-on': '2026-02-02'}",
                               account, key, name, type, mass_kg, co2),
                   ==, "");
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "vehicle.mark-ready",
                               "{'account': '%s', 'vehicles': ['%s']}", account, name),
                   ==, "");
}

void
figures_accept (Fixture *self, const char *account, const char *name)
{
  FixturePerson who = g_str_equal (account, "@2") ? STRANGER : OWNER;

  g_assert_cmpstr (fixture_do (self, who, "vehicle.accept", "{'account': '%s', 'vehicles': ['%s']}",
                               account, name),
                   ==, "");
}

void
figures_enter_accepted (Fixture *self, const char *account, const char *name, const char *co2)
{
  figures_enter (self, account, name, "A", 1482, co2);
  figures_accept (self, account, name);
}

gint64
figures_balance (Fixture *self, gint64 account_id, const char *role, const char *unit)
{
  gint64 balance;
  GError *error = NULL;

  gram_ledger_balance (gram_registry_get_store (self->registry), account_id, role, unit, &balance,
                       &error);
  g_assert_no_error (error);
  return balance;
}

void
figures_switch_to_fleet_average (Fixture *self)
{
  g_assert_cmpstr (fixture_do (self, EDITOR, "application.save",
                               "{'account': '@', " LIFE_APPLICATION ", 'declares-true': true}"),
                   ==, "");
  g_assert_cmpstr (fixture_do (self, EDITOR, "application.submit", "{'account': '@'}"), ==, "");
  g_assert_cmpstr (fixture_do (self, DECISION_MAKER, "application.approve",
                               "{'account': '@', 'from-year': 2027}"),
                   ==, "");
  life_set_day ("2027-01-04");
}

gint64
figures_ask_correction (Fixture *self, const char *chassis, const char *says)
{
  gint64 id = dispute_vehicle (self, chassis);
  gint64 case_id;

  g_assert_cmpstr (fixture_do (self, ACCEPTER, "correction.open",
                               "{'account': '@', 'vehicle': %" PRId64
                               ", 'reason': 'The certificate says something else.', %s}",
                               id, says),
                   ==, "");
  case_id = fixture_result (self, "case");
  figures_claim (self, case_id);
  return case_id;
}

void
figures_claim (Fixture *self, gint64 case_id)
{
  g_assert_cmpstr (fixture_do (self, CASE_HANDLER, "case.claim", "{'cases': [%" PRId64 "]}",
                               case_id),
                   ==, "");
}

const char *
figures_uphold (Fixture *self, gint64 case_id, const char *more)
{
  return fixture_do (self, CASE_HANDLER, "dispute.uphold",
                     "{'account': '@', 'cases': [%" PRId64 "]%s}", case_id, more);
}

void
figures_claim_and_uphold (Fixture *self, gint64 case_id, const char *more)
{
  figures_claim (self, case_id);
  g_assert_cmpstr (figures_uphold (self, case_id, more), ==, "");
}

GramCorrectionRecord *
figures_correction (Fixture *self, const char *chassis)
{
  g_autoptr (GPtrArray) corrections = NULL;
  GError *error = NULL;

  corrections = gram_correction_table_of_vehicle (gram_registry_get_store (self->registry),
                                                  dispute_vehicle (self, chassis), &error);
  g_assert_no_error (error);
  g_assert_cmpuint (corrections->len, ==, 1);
  return g_ptr_array_steal_index (corrections, 0);
}

GramConsequences *
figures_preview (Fixture *self, const char *command, gint64 case_id, const char *more)
{
  g_autofree char *json
      = g_strdup_printf ("{'account': '@', 'cases': [%" PRId64 "]%s}", case_id, more);
  g_autoptr (GVariant) arguments = fixture_arguments (self, json);
  g_autoptr (GramRefusal) refusal = NULL;
  GramConsequences *preview;
  GError *error = NULL;

  preview = gram_registry_consequences (self->registry, self->actors[CASE_HANDLER], command,
                                        arguments, &refusal, &error);
  g_assert_no_error (error);
  g_assert_true ((preview == NULL) == (refusal != NULL));
  g_set_str (&self->refusal, refusal != NULL ? refusal->id : "");
  return preview;
}

char *
figures_dup_line (const GramConsequences *preview, const char *name)
{
  for (guint i = 0; i < preview->lines->len; i++)
    {
      const GramConsequence *line = preview->lines->pdata[i];

      if (g_str_equal (line->name, name))
        return g_strdup_printf ("%s > %s", line->before, line->after);
    }
  return NULL;
}
