/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "fleet-fixture.h"

#include <inttypes.h>

static void
approve (Fixture *self, FixturePerson who, const char *account)
{
  g_assert_cmpstr (fixture_do (self, who, "application.save",
                               "{'account': '%s', " LIFE_APPLICATION ", 'declares-true': true}",
                               account),
                   ==, "");
  g_assert_cmpstr (fixture_do (self, who, "application.submit", "{'account': '%s'}", account), ==,
                   "");
  g_assert_cmpstr (fixture_do (self,
                               gram_registry_get_kind (self->registry) == GRAM_REGISTRY_OWN
                                   ? who
                                   : DECISION_MAKER,
                               "application.approve",
                               "{'account': '%s', 'from-year': 2026, 'reference': 'FA/26'}",
                               account),
                   ==, "");
}

/* A practice registry has a date of its own. */
static void
set_day (Fixture *self, const char *day)
{
  life_set_day (day);
  if (gram_registry_get_kind (self->registry) == GRAM_REGISTRY_PRACTICE)
    g_assert_true (gram_registry_set_today (self->registry, day, NULL));
}

Fixture *
fleet_new (GramRegistryKind kind)
{
  Fixture *self = life_new (kind);

  set_day (self, "2025-11-10");
  approve (self, OWNER, "@");
  approve (self, STRANGER, "@2");
  set_day (self, "2026-02-10");
  return self;
}

void
fleet_accept_used (Fixture *self)
{
  figures_enter (self, "@", "ZVW30-1000001", "A", 1090, "79");
  figures_enter (self, "@", "ZVW30-1000002", "A", 1400, "132");
  figures_enter (self, "@", "ZVW30-1000003", "A", 1400, "132");
  figures_enter (self, "@", "ZVW30-1000004", "B", 1350, "160");
  g_assert_cmpstr (fixture_do (self, OWNER, "vehicle.accept", "{'account': '@', 'filter': {}}"), ==,
                   "");
  g_assert_cmpint (fixture_result (self, "accepted"), ==, 4);
}

void
fleet_accept_new (Fixture *self, gboolean all)
{
  if (all)
    figures_enter (self, "@2", "WVWZZZ1KZAW000001", "A", 1765, "0");
  figures_enter (self, "@2", "WVWZZZ1KZAW000002", "A", 1500, "130");
  figures_enter (self, "@2", "WVWZZZ1KZAW000003", "B", 2105, "212");
  figures_enter (self, "@2", "WVWZZZ1KZAW000004", "A", 1735, "190.5");
  g_assert_cmpstr (fixture_do (self, STRANGER, "vehicle.accept", "{'account': '@2', 'filter': {}}"),
                   ==, "");
}

const char *
fleet_settle (Fixture *self, const char *account, int year, const char *more)
{
  return fixture_do (self, ADMINISTRATOR, "fleet-year.settle",
                     "{'account': '%s', 'year': %d, " FLEET_TEXTS "%s}", account, year, more);
}

GramFleetRehearsal *
fleet_rehearse (Fixture *self, gint64 account_id, int year)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramFleetRehearsal *rehearsal
      = gram_registry_rehearse_fleet_year (self->registry, self->actors[ADMINISTRATOR], account_id,
                                           year, &refusal, &error);

  g_assert_no_error (error);
  g_assert_true ((rehearsal == NULL) == (refusal != NULL));
  g_clear_pointer (&self->refusal, g_free);
  self->refusal = g_strdup (refusal != NULL ? refusal->id : "");
  gram_refusal_free (refusal);
  return rehearsal;
}

GramFleetYearDetail *
fleet_detail (Fixture *self, gint64 account_id, int year)
{
  GramRefusal *refusal = NULL;
  GError *error = NULL;
  GramFleetYearDetail *detail
      = gram_registry_fleet_year (self->registry, self->actors[ADMINISTRATOR], account_id, year,
                                  &refusal, &error);

  g_assert_no_error (error);
  g_assert_null (refusal);
  g_assert_nonnull (detail);
  return detail;
}

GramChargeRecord *
fleet_charge (Fixture *self, gint64 id)
{
  GramChargeRecord *record = NULL;

  g_assert_true (
      gram_charge_table_get (gram_registry_get_store (self->registry), id, &record, NULL));
  g_assert_nonnull (record);
  return record;
}

void
fleet_check (Fixture *self,
             gint64 account_id,
             gint64 outstanding,
             gint64 in_favour,
             int year,
             gint64 credits)
{
  g_autoptr (GPtrArray) charges
      = gram_charge_table_list (gram_registry_get_store (self->registry), account_id, 0, NULL);
  g_autofree char *unit
      = g_strdup_printf ("ccs-credit/%s/%d", account_id == 1 ? "used" : "new", year);
  gint64 sum = 0;

  g_assert_nonnull (charges);
  for (guint i = 0; i < charges->len; i++)
    sum += ((GramChargeRecord *)charges->pdata[i])->outstanding;
  g_assert_cmpint (sum, ==, outstanding);
  g_assert_cmpint (figures_balance (self, account_id, "charges", "NZD"), ==, outstanding);
  g_assert_cmpint (figures_balance (self, account_id, "in-favour", "NZD"), ==, in_favour);
  g_assert_cmpint (figures_balance (self, account_id, "holding", unit), ==, credits);
  fixture_verify (self);
}

void
fleet_check_result (Fixture *self, const char *name, const char *value)
{
  const char *text = NULL;

  g_assert_true (g_variant_lookup (self->result, name, "&s", &text));
  g_assert_cmpstr (text, ==, value);
}

void
fleet_correct (Fixture *self, const char *chassis, const char *co2)
{
  g_autofree char *says = g_strdup_printf ("'kind': 'value', 'field': 'co2', 'claimed': '%s'", co2);
  gint64 case_id = figures_ask_correction (self, chassis, says);

  g_assert_cmpstr (figures_uphold (self, case_id, ""), ==, "");
}

void
fleet_pay (Fixture *self, const char *account, const char *amount)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "payment.record",
                               "{'account': '%s', 'amount': '%s', 'paid-on': '2026-12-31',"
                               " 'reference': 'Bank'}",
                               account, amount),
                   ==, "");
}

void
fleet_offset (Fixture *self, const char *account, const char *at_most)
{
  FixturePerson who = g_str_equal (account, "@2") ? STRANGER : OWNER;

  g_assert_cmpstr (
      fixture_do (self, who, "charge.offset",
                  "{'account': '%s', 'credits': 'oldest', 'at-most': '%s'" FLEET_SIGNATURE "}",
                  account, at_most),
      ==, "");
}
