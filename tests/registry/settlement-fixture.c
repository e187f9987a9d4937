/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "settlement-fixture.h"

Fixture *
settlement_new (const char *fleet, const char *baseline)
{
  Fixture *self = ccts_new (GRAM_REGISTRY_ADMINISTRATOR);

  ccts_register (self, CCTS_ALPHA, fleet);
  ccts_measure (self);
  if (baseline != NULL)
    {
      ccts_baseline (self, CCTS_ALPHA, baseline);
      ccts_allocate (self);
    }
  ccts_set_day ("2026-11-02");
  return self;
}

static const char *
send (Fixture *self, const char *command, int place, const char *name, const char *amount)
{
  return fixture_do (self, trade_owner (place), command,
                     "{'account': '@%d', 'year': %d, '%s': '%s'" SETTLEMENT_SIGNATURE "}", place,
                     CCTS_YEAR, name, amount);
}

const char *
settlement_surrender (Fixture *self, int place, const char *quantity)
{
  return send (self, "allowance.surrender", place, "quantity", quantity);
}

const char *
settlement_request (Fixture *self, int place, const char *crts)
{
  return send (self, "conversion.request", place, "crts", crts);
}

const char *
settlement_to_crts (Fixture *self, int place, const char *allowances)
{
  return send (self, "conversion.to-crts", place, "allowances", allowances);
}

void
settlement_position (Fixture *self,
                     const char *allocated,
                     const char *activity,
                     const char *held,
                     const char *required,
                     const char *borrowed)
{
  g_assert_cmpstr (fixture_do (self, ADMINISTRATOR, "crts.set-position",
                               "{'account': '@3', 'year': %d, 'cars': 50000, 'allocated': '%s',"
                               " 'activity': '%s', 'held': '%s', 'required': '%s',"
                               " 'borrowed': '%s', 'source': 'CRTS register',"
                               " 'dated-on': '2026-01-02', 'reference': 'P 1'}",
                               CCTS_YEAR, allocated, activity, held, required, borrowed),
                   ==, "");
}

void
settlement_account (Fixture *self)
{
  ccts_set_day ("2027-01-04");
  ccts_account_year (self);
}

const char *
settlement_issue (Fixture *self, int place, const char *due_on, const char *more)
{
  return fixture_do (self, ADMINISTRATOR, "payment-notice.issue",
                     "{'account': '@%d', 'year': %d, 'due-on': '%s', " SETTLEMENT_TEXTS
                     ", 'reference': 'N 1'%s}",
                     place, CCTS_YEAR, due_on, more);
}

const char *
settlement_notice (Fixture *self, FixturePerson who, const char *command, const char *more)
{
  return fixture_do (self, who, command, "{'account': '@3', 'notice': 1, %s}", more);
}

GramPaymentNoticeRecord *
settlement_get (Fixture *self, gint64 id)
{
  GramPaymentNoticeRecord *record = NULL;
  GError *error = NULL;

  gram_payment_notice_table_get (gram_registry_get_store (self->registry), id, &record, &error);
  g_assert_no_error (error);
  g_assert_nonnull (record);
  return record;
}

void
settlement_check_result (Fixture *self, const char *name, const char *value)
{
  g_assert_cmpstr (trade_result (self, name), ==, value);
}

void
settlement_check_money (Fixture *self, int place, gint64 charges, gint64 in_favour)
{
  g_assert_cmpint (ccts_balance (self, place, "charges", "GBP"), ==, charges);
  g_assert_cmpint (ccts_balance (self, place, "in-favour", "GBP"), ==, in_favour);
}
