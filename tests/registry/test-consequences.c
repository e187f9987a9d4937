/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "figures-fixture.h"

#include <inttypes.h>
#include <string.h>

#define CAR "ZVW30-1000001"

static void
assert_line (const GramConsequences *preview, const char *name, const char *expected)
{
  g_autofree char *line = figures_dup_line (preview, name);

  g_test_message ("%s: %s", name, line != NULL ? line : "none");
  g_assert_cmpstr (line, ==, expected);
}

static gboolean
says (const GramConsequences *preview, const char *part)
{
  for (guint i = 0; i < preview->sentences->len; i++)
    if (strstr (preview->sentences->pdata[i], part) != NULL)
      return TRUE;
  return FALSE;
}

/* What is shown is what happens, and what has changed meanwhile is shown anew. */
static void
test_value (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramConsequences) preview = NULL;
  g_autoptr (GramConsequences) other = NULL;
  g_autoptr (GramConsequences) again = NULL;
  g_autofree char *expect = NULL;
  gint64 case_id = dispute_open_value (f, CAR);
  gint64 length = fixture_journal_length (f);

  preview = figures_preview (f, "dispute.uphold", case_id, "");
  g_assert_cmpint (preview->vehicles, ==, 1);
  assert_line (preview, "co2", "120 g/km > 101 g/km");
  assert_line (preview, "target", "108.00 > 108.00");
  assert_line (preview, "difference", "−12.00 > 7.00");
  assert_line (preview, "charge", "72.00 > 0.00");
  assert_line (preview, "credits", "0.00 > 7.00");
  assert_line (preview, "account", NULL);
  assert_line (preview, "charges", NULL);
  g_assert_true (says (preview, "still has to accept"));
  g_assert_cmpuint (strlen (preview->digest), ==, 64);
  g_assert_cmpint (fixture_journal_length (f), ==, length);

  other = figures_preview (f, "dispute.uphold", case_id, ", 'values': {'co2': '102'}");
  again = figures_preview (f, "dispute.uphold", case_id, "");
  g_assert_cmpstr (other->digest, !=, preview->digest);
  g_assert_cmpstr (again->digest, ==, preview->digest);

  figures_claim (f, case_id);
  expect = g_strdup_printf (", 'values': {'co2': '102'}, 'expect': '%s'", preview->digest);
  g_assert_cmpstr (figures_uphold (f, case_id, expect), ==, "decision.changed");
  g_free (expect);
  expect = g_strdup_printf (", 'expect': '%s'", preview->digest);
  g_assert_cmpstr (figures_uphold (f, case_id, expect), ==, "");
  g_assert_null (figures_preview (f, "dispute.uphold", case_id, ""));
  g_assert_cmpstr (f->refusal, ==, "case.decided");
}

/* An accepted vehicle: what the account has, and what was settled already. */
static void
test_settled (void)
{
  g_autoptr (Fixture) f = life_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramConsequences) preview = NULL;
  g_autoptr (GramConsequences) later = NULL;
  g_autofree char *expect = NULL;
  gint64 case_id;

  figures_enter_accepted (f, "@", CAR, "118");
  case_id = figures_ask_correction (f, CAR, "'kind': 'value', 'field': 'co2', 'claimed': '98'");
  preview = figures_preview (f, "dispute.uphold", case_id, "");
  assert_line (preview, "holding", "0.00 > 10.00");
  assert_line (preview, "charges", "60.00 > 0.00");
  assert_line (preview, "in-favour", NULL);
  g_assert_cmpuint (preview->sentences->len, ==, 0);
  g_assert_cmpstr (fixture_do (f, ADMINISTRATOR, "payment.record",
                               "{'account': '@', 'amount': '60.00', 'paid-on': '2026-03-16'}"),
                   ==, "");
  /* The payment changes what the decision does. */
  expect = g_strdup_printf (", 'expect': '%s'", preview->digest);
  g_assert_cmpstr (figures_uphold (f, case_id, expect), ==, "decision.changed");
  later = figures_preview (f, "dispute.uphold", case_id, "");
  assert_line (later, "charges", NULL);
  assert_line (later, "in-favour", "0.00 > 60.00");
  g_assert_true (says (later, "60.00 NZD of the charge were paid already"));
}

/* Several vehicles: what they have in common, and sums. */
static void
test_several (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramConsequences) preview = NULL;

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{" DISPUTE_VALUE ", 'shared': true, 'filter': {}}"),
                   ==, "");
  preview = figures_preview (f, "dispute.uphold", dispute_result_case (f, 0), "");
  g_assert_cmpint (preview->vehicles, ==, 3);
  assert_line (preview, "vehicles", " > 3");
  assert_line (preview, "co2", "120 g/km > 101 g/km");
  assert_line (preview, "target", NULL);
  assert_line (preview, "credits", "0.00 > 21.00");
  assert_line (preview, "charge", "216.00 > 0.00");
}

/* To another account, to nobody, and into being. */
static void
test_accounts (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  g_autoptr (GramConsequences) moved = NULL;
  g_autoptr (GramConsequences) nobody = NULL;
  g_autoptr (GramConsequences) created = NULL;
  g_autofree char *line = NULL;
  g_autofree char *expected = NULL;
  gint64 case_id;

  fixture_dispute (f, 1);
  case_id = dispute_result_case (f, 0);
  moved = figures_preview (f, "dispute.uphold", case_id, ", 'right-account': '@2'");
  line = figures_dup_line (moved, "account");
  expected = g_strdup_printf ("%s > %s", f->numbers[1], f->numbers[2]);
  g_assert_cmpstr (line, ==, expected);
  /* New vehicles pay 12.00 dollars a gram. */
  assert_line (moved, "charge", "72.00 > 144.00");
  nobody = figures_preview (f, "dispute.uphold", case_id, "");
  g_assert_true (says (nobody, "stands with nobody"));
  g_assert_cmpstr (nobody->digest, !=, moved->digest);

  g_assert_cmpstr (fixture_do (f, ACCEPTER, "dispute.open",
                               "{'account': '@', 'kind': 'missing', 'reason': 'Not here.',"
                               " 'chassis': 'ZVW30-2222222', 'details': {'type': 'A', 'mass':"
                               " '1482', 'co2': '98'}}"),
                   ==, "");
  created = figures_preview (f, "dispute.uphold", dispute_result_case (f, 0), "");
  assert_line (created, "credits", "0.00 > 10.00");
  g_assert_true (says (created, "is created"));
}

/* Members learn nothing of it where the administrator decides. */
static void
test_rights (void)
{
  g_autoptr (Fixture) f = dispute_new (GRAM_REGISTRY_ADMINISTRATOR);
  gint64 case_id = dispute_open_value (f, CAR);
  static const struct
  {
    FixturePerson who;
    const char *refusal;
  } rows[] = {
    { OWNER, "permission.role" },
    { ACCEPTER, "permission.role" },
    { READER, "permission.role" },
    { STRANGER, "account.unknown" },
  };

  for (gsize i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *json = g_strdup_printf ("{'account': '@', 'cases': [%" PRId64 "]}", case_id);
      g_autoptr (GVariant) arguments = fixture_arguments (f, json);
      g_autoptr (GramRefusal) refusal = NULL;

      g_assert_null (gram_registry_consequences (f->registry, f->actors[rows[i].who],
                                                 "dispute.uphold", arguments, &refusal, NULL));
      g_assert_cmpstr (refusal->id, ==, rows[i].refusal);
    }
  g_assert_null (figures_preview (f, "dispute.uphold", 4711, ""));
  g_assert_cmpstr (f->refusal, ==, "case.unknown");
  g_assert_null (figures_preview (f, "difference.take", case_id, ""));
  g_assert_cmpstr (f->refusal, ==, "case.unknown");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, G_TEST_OPTION_ISOLATE_DIRS, NULL);

  g_test_add_func ("/registry/consequences/value", test_value);
  g_test_add_func ("/registry/consequences/settled", test_settled);
  g_test_add_func ("/registry/consequences/several", test_several);
  g_test_add_func ("/registry/consequences/accounts", test_accounts);
  g_test_add_func ("/registry/consequences/rights", test_rights);

  return g_test_run ();
}
