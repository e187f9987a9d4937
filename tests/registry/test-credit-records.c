/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "config.h"

#include "credit-fixture.h"

#include "gram-identifier.h"

/* Own registries, whose other holder is elsewhere: transfers are recorded for the administrator. */

#define SIGNATURE ", 'password': '" FIXTURE_PASSWORD "'"

/* An own registry records what the administrator confirmed, with the document, and which way it went. */
static const struct
{
  const char *direction;
  const char *kind;
  const char *credits;
  const char *more;
  const char *refusal;
  gint64 held; /* of 2025 afterwards */
} records[] = {
  { "out", "ccs-used", "4", ", 'reference': 'T 1'", "", 600 },
  { "out", "ccs-new", "4", ", 'reference': 'T 1'", "", 600 },
  { "out", "ccs-new", "5", ", 'reference': 'T 1'", "transfer.odd", 1000 },
  { "out", "ccs-used", "11", ", 'reference': 'T 1'", "transfer.not-held", 1000 },
  { "out", "ccs-used", "4", "", "decision.reference", 1000 },
  { "in", "ccs-used", "4", ", 'reference': 'T 1', 'years': ['2025=4']", "", 1400 },
  { "in", "ccs-new", "4", ", 'reference': 'T 1', 'years': ['2025=4']", "", 1800 },
  { "in", "ccs-used", "4", ", 'reference': 'T 1'", "transfer.years", 1000 },
  { "in", "ccs-used", "4", ", 'reference': 'T 1', 'years': ['2022=4']", "credit.year", 1000 },
  { "in", "ccs-used", "4", ", 'reference': 'T 1', 'years': ['2027=4']", "credit.year", 1000 },
  { "sideways", "ccs-used", "4", ", 'reference': 'T 1'", "transfer.direction", 1000 },
  { "in", "ccts", "4", ", 'reference': 'T 1', 'years': ['2025=4']", "transfer.kind", 1000 },
};

static void
test_record (void)
{
  for (gsize i = 0; i < G_N_ELEMENTS (records); i++)
    {
      g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_OWN);
      char elsewhere[GRAM_ACCOUNT_NUMBER_BUFFER];

      g_assert_true (gram_account_number_make (4711, elsewhere, NULL));
      credit_carry_in (f, CREDIT_USED, 2025, "10.00");
      g_assert_cmpstr (fixture_do (f, OWNER, "transfer.record",
                                   "{'account': '@', 'direction': '%s', 'number': '%s',"
                                   " 'name': 'Quay Motors Ltd', 'kind': '%s', 'credits': '%s'%s}",
                                   records[i].direction, elsewhere, records[i].kind,
                                   records[i].credits, records[i].more),
                       ==, records[i].refusal);
      credit_check (f, CREDIT_USED, 2025, records[i].held, 0);
      g_assert_cmpstr (fixture_do (f, OWNER, "transfer.offer",
                                   "{'account': '@', 'number': '%s', 'credits': '1'" SIGNATURE "}",
                                   elsewhere),
                       ==, "transfer.elsewhere");
      g_assert_cmpstr (fixture_do (f, OWNER, "transfer.record",
                                   "{'account': '@', 'direction': 'out', 'number': '@4',"
                                   " 'name': 'H', 'kind': 'ccs-used', 'credits': '1',"
                                   " 'reference': 'T 1'}"),
                       ==, "transfer.two-sided");
      fixture_verify (f);
    }
}

/* The other holder stands there with number and name; who recorded it is told. */
static void
test_shown (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_OWN);
  g_autoptr (GramCreditTransferDetail) detail = NULL;
  char elsewhere[GRAM_ACCOUNT_NUMBER_BUFFER];

  g_assert_true (gram_account_number_make (4711, elsewhere, NULL));
  g_assert_cmpstr (fixture_do (f, OWNER, "transfer.record",
                               "{'account': '@', 'direction': 'in', 'number': '%s',"
                               " 'name': 'Quay Motors Ltd', 'kind': 'ccs-new', 'credits': '4',"
                               " 'years': ['2025=4'], 'reference': 'T 1'}",
                               elsewhere),
                   ==, "");
  g_assert_cmpstr (credit_result (f, "received"), ==, "8.00");
  detail = credit_detail (f, OWNER, fixture_result (f, "transfer"));
  g_assert_false (detail->row->outgoing);
  g_assert_cmpstr (detail->row->other_name, ==, "Quay Motors Ltd");
  g_assert_cmpstr (detail->row->other_number, ==, elsewhere);
  g_assert_cmpstr (detail->row->record->to_number, ==, f->numbers[CREDIT_USED]);
  g_assert_cmpint (detail->row->record->state, ==, GRAM_CREDIT_TRANSFER_ACCEPTED);
  g_assert_cmpstr (detail->offered_by, ==, "Somebody");
  g_assert_cmpstr (detail->ended_by, ==, "Somebody");
  g_assert_null (detail->from);
  g_assert_nonnull (detail->to);
  g_assert_cmpint (detail->used_per_new, ==, 2);
  g_assert_cmpuint (g_strv_length (detail->last_days), ==, detail->lines->len);
  g_assert_cmpstr (detail->last_days[0], ==, "2029-12-31");
  g_assert_cmpstr (gram_credit_transfer_detail_get_refusal (detail, "transfer.accept")->id, ==,
                   "transfer.state");
}

/* Two accounts of one organisation: offered and accepted here, by the same person. */
static void
test_both_here (void)
{
  g_autoptr (Fixture) f = credit_new (GRAM_REGISTRY_OWN);
  gint64 id;

  credit_carry_in (f, CREDIT_USED, 2025, "10.00");
  id = credit_do_offer (f, CREDIT_USED, CREDIT_FRESH, "4", "");
  g_assert_cmpstr (credit_answer (f, CREDIT_FRESH, "transfer.accept", id), ==, "");
  credit_check (f, CREDIT_USED, 2025, 600, 0);
  credit_check (f, CREDIT_FRESH, 2025, 200, 0);
  fixture_verify (f);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/registry/credit-records/record", test_record);
  g_test_add_func ("/registry/credit-records/shown", test_shown);
  g_test_add_func ("/registry/credit-records/both-here", test_both_here);
  return g_test_run ();
}
